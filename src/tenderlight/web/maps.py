"""The map of buyers: a circle a place, drawn from rough middles of countries and provinces, without outlines.

Outlines are left out on purpose: those that come with a free licence draw borders that are disputed, none has the
provinces of China in a size that a page can carry, and a circle claims no more than a document says. What helps to find
one's way is a net of degrees, a scale, and the codes of the countries around.
"""

from __future__ import annotations

import math
import tomllib
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tenderlight.cases.heads import ContractHead

MAP_WIDTH, MAP_HEIGHT = 720.0, 360.0
LEAST_SPAN = 40.0
"""Degrees that a map shows at least, however near its places lie to each other."""
DOT_LEAST, DOT_MOST, DOT_OF_MANY = 5.0, 22.0, 13.0
"""Radius of a single contract, of the most, and of the most where there are `MANY` places."""
MANY = 40
UNCOVERED = 8
"""The largest circles are covered by no label."""
MOST_LABELS = 24
"""Circles that say their name and count on the map; the table has all."""
LETTER, WIDE_LETTER, LINE = 7.6, 13.5, 16.0
"""Width of a letter and of a Chinese character, and height of a line, at the size of labels."""
LONGEST_LABEL = 20
CODE_WIDTH, CODE_HEIGHT = 17.0, 12.0
"""Of the code of a country that is shown for orientation."""
KM_A_DEGREE = 111.2
STEPS = (2, 5, 10, 20, 30, 45)
"""Degrees between the lines of the net."""
MOST_LINES = 9
SCALES = (5000, 2000, 1000, 500, 200, 100)
"""Kilometres that the scale may show."""
SCALE_MOST, SCALE_ROOM = 180.0, 240.0
MARGIN, DEGREES_ROOM = 4.0, 36.0

_Area = tuple[float, float, float, float]
"""Left, top, right, bottom in the picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dot:
    """A place on the map."""

    name: str
    href: str
    count: int
    x: float
    y: float
    radius: float
    label: str
    """Name and count; empty where it would cover another one, or too many are larger."""
    text_x: float
    text_y: float
    anchor: str
    """start, middle, end: which part of the label stands at `text_x`."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Code:
    """A country for orientation."""

    name: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class NetLine:
    """A line of the net, and how many degrees it is."""

    x1: float
    y1: float
    x2: float
    y2: float
    label: str
    text_x: float
    text_y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Size:
    """A circle of the legend."""

    count: int
    radius: float


@dataclass(frozen=True, slots=True, kw_only=True)
class MapView:
    """Buyers by place. Figures are of a picture `MAP_WIDTH` by `MAP_HEIGHT`."""

    dots: tuple[Dot, ...]
    """The most contracts first."""
    codes: tuple[Code, ...]
    """Countries that are in the picture and not covered, for orientation."""
    net: tuple[NetLine, ...]
    scale_km: int
    scale_width: float
    """Of the bar of so many kilometres, at the middle of the map from west to east."""
    sizes: tuple[Size, ...]
    unplaced: int
    """Contracts whose buyer's place no document says."""
    unknown: tuple[tuple[str, int], ...]
    """Places that documents name and the map does not know, each with its contracts."""


@dataclass(frozen=True, slots=True)
class _Frame:
    """What the map shows, in degrees."""

    west: float
    north: float
    across: float
    down: float

    def at(self, latitude: float, longitude: float) -> tuple[float, float]:
        """Return where a place is in the picture."""
        x = (longitude - self.west) / self.across * MAP_WIDTH
        return round(x, 1), round((self.north - latitude) / self.down * MAP_HEIGHT, 1)


@cache
def middles() -> dict[str, dict[str, list[int]]]:
    """Return latitude and longitude of countries and provinces; read once a process."""
    return tomllib.loads((resources.files("tenderlight.web") / "places.toml").read_text("utf-8"))


def buyers_map(heads: Iterable[ContractHead], href: Callable[[str], str]) -> MapView:
    """Return where buyers are, as far as documents say it."""
    counts: Counter[tuple[str, float, float]] = Counter()
    unknown: Counter[str] = Counter()
    unplaced = 0
    for head in heads:
        at = _place(head)
        if at is not None:
            counts[at] += 1
        elif head.province or head.country:
            unknown[head.province or head.country] += 1
        else:
            unplaced += 1
    frame = _frame([(place[1], place[2]) for place in counts])
    most = max(counts.values(), default=1)
    found = sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    largest = DOT_OF_MANY if len(found) > MANY else DOT_MOST
    circles = [
        (name, count, *frame.at(north, east), _radius(count, most, largest)) for (name, north, east), count in found
    ]
    taken: list[_Area] = [(x - r, y - r, x + r, y + r) for _, _, x, y, r in circles[:UNCOVERED]]
    scale_km, scale_width = _scale(frame)
    taken.append((0.0, MAP_HEIGHT - 30, max(scale_width + 24, SCALE_ROOM), MAP_HEIGHT))
    dots = tuple(_dot(circle, taken, href, is_labelled=place < MOST_LABELS) for place, circle in enumerate(circles))
    taken += [(x - r, y - r, x + r, y + r) for _, _, x, y, r in circles[UNCOVERED:]]
    return MapView(
        dots=dots,
        codes=tuple(_codes(frame, taken)) if counts else (),
        net=tuple(_net(frame)),
        scale_km=scale_km,
        scale_width=scale_width,
        sizes=tuple(Size(count=one, radius=_radius(one, most, largest)) for one in _counts(most)) if counts else (),
        unplaced=unplaced,
        unknown=tuple(sorted(unknown.items(), key=lambda one: (-one[1], one[0]))),
    )


def _place(head: ContractHead) -> tuple[str, float, float] | None:
    province = middles()["provinces"].get(head.place_code[:2]) if head.country == "CN" else None
    if province is not None:
        return head.province or head.place_code, province[0], province[1]
    country = middles()["countries"].get(head.country)
    return None if country is None else (head.country, country[0], country[1])


def _frame(points: list[tuple[float, float]]) -> _Frame:
    """Return what is shown: every place with room around it; at the middle a kilometre is as long across as down."""
    if not points:
        points = [(-50, -170), (70, 170)]
    south, north = min(p[0] for p in points) - 6, max(p[0] for p in points) + 6
    west, east = min(p[1] for p in points) - 9, max(p[1] for p in points) + 9
    middle = (south + north) / 2
    ratio = MAP_HEIGHT / MAP_WIDTH * max(math.cos(math.radians(middle)), 0.3)
    across = min(max(east - west, LEAST_SPAN, (north - south) / ratio), 400.0)
    down = across * ratio
    return _Frame((west + east - across) / 2, middle + down / 2, across, down)


def _radius(count: int, most: int, largest: float) -> float:
    return round(DOT_LEAST + (largest - DOT_LEAST) * math.sqrt(count / most), 1)


def _counts(most: int) -> list[int]:
    """Return the counts that the legend shows: one, some, the most."""
    return sorted({1, max(1, round(most / 4)), most})


def _dot(
    circle: tuple[str, int, float, float, float], taken: list[_Area], href: Callable[[str], str], *, is_labelled: bool
) -> Dot:
    """Return a circle, with its label where there is room for it; `taken` grows by that."""
    name, count, x, y, radius = circle
    shown = name if len(name) <= LONGEST_LABEL else f"{name[: LONGEST_LABEL - 1]}…"
    label = f"{shown} {count}"
    found = _free(x, y, radius, _width(label), taken) if is_labelled else None
    if found is None:
        label, found = "", ("start", x, y, None)
    anchor, text_x, text_y, area = found
    if area is not None:
        taken.append(area)
    return Dot(
        name=name,
        href=href(name),
        count=count,
        x=x,
        y=y,
        radius=radius,
        label=label,
        text_x=round(text_x, 1),
        text_y=round(text_y, 1),
        anchor=anchor,
    )


def _width(label: str) -> float:
    return sum(WIDE_LETTER if ord(sign) > 0x2E7F else LETTER for sign in label)


def _free(
    x: float, y: float, radius: float, width: float, taken: list[_Area]
) -> tuple[str, float, float, _Area | None] | None:
    """Return where a label has room beside its circle: right, left, above, below; None if nowhere."""
    gap, half = radius + 4, LINE / 2
    for anchor, text_x, text_y in (
        ("start", x + gap, y),
        ("end", x - gap, y),
        ("middle", x, y - gap - half),
        ("middle", x, y + gap + half),
    ):
        left = text_x - {"start": 0.0, "middle": width / 2, "end": width}[anchor]
        area = (left, text_y - half, left + width, text_y + half)
        if _is_inside(area) and not any(_meet(area, other) for other in taken):
            return anchor, text_x, text_y + 4.5, area
    return None


def _is_inside(area: _Area) -> bool:
    left, top, right, bottom = area
    return left >= MARGIN and top >= MARGIN and right <= MAP_WIDTH - MARGIN and bottom <= MAP_HEIGHT - MARGIN


def _meet(one: _Area, other: _Area) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def _codes(frame: _Frame, taken: list[_Area]) -> Iterator[Code]:
    """Yield the countries in the picture, each where nothing else stands."""
    for name, (latitude, longitude) in middles()["countries"].items():
        x, y = frame.at(latitude, longitude)
        area = (x - CODE_WIDTH / 2, y - CODE_HEIGHT / 2, x + CODE_WIDTH / 2, y + CODE_HEIGHT / 2)
        if _is_inside(area) and not any(_meet(area, other) for other in taken):
            taken.append(area)
            yield Code(name=name, x=x, y=round(y + 3.5, 1))


def _net(frame: _Frame) -> Iterator[NetLine]:
    """Yield the meridians from west to east, then the parallels from north to south."""
    step = next((step for step in STEPS if frame.across / step <= MOST_LINES), STEPS[-1])
    for degrees in _multiples(frame.west, frame.west + frame.across, step):
        x, _ = frame.at(0, degrees)
        if x > MAP_WIDTH - DEGREES_ROOM:
            continue
        label = _degrees((degrees + 180) % 360 - 180, "E", "W")
        yield NetLine(x1=x, y1=0, x2=x, y2=MAP_HEIGHT, label=label, text_x=x + 3, text_y=11)
    for degrees in _multiples(max(frame.north - frame.down, -90), min(frame.north, 90), step):
        _, y = frame.at(degrees, 0)
        label = _degrees(degrees, "N", "S")
        yield NetLine(x1=0, y1=y, x2=MAP_WIDTH, y2=y, label=label, text_x=MAP_WIDTH - 32, text_y=y - 3)


def _multiples(low: float, high: float, step: int) -> Iterator[int]:
    """Yield the multiples of a step between two bounds, but for the very rim."""
    first = math.ceil(low / step) * step
    for degrees in range(first, math.floor(high) + 1, step):
        if (high - low) * 0.02 < degrees - low < (high - low) * 0.98:
            yield degrees


def _degrees(degrees: float, positive: str, negative: str) -> str:
    side = positive if degrees > 0 else negative if degrees < 0 else ""
    return f"{abs(degrees):.0f}°{side}"


def _scale(frame: _Frame) -> tuple[int, float]:
    """Return a round number of kilometres, and how wide it is from west to east at the middle of the map."""
    middle = frame.north - frame.down / 2
    km_a_unit = frame.across * KM_A_DEGREE * max(math.cos(math.radians(middle)), 0.3) / MAP_WIDTH
    km = next((km for km in SCALES if km / km_a_unit <= SCALE_MOST), SCALES[-1])
    return km, round(km / km_a_unit, 1)
