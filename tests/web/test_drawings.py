"""Figures of the overview: counted right, placed inside their pictures, money never mixed."""

from __future__ import annotations

from decimal import Decimal

from tenderlight.cases.heads import ContractHead
from tenderlight.web.drawings import (
    BOX_CELLS,
    LINE_MOST,
    MOST_FLOWS,
    bars,
    by_capability,
    by_place,
    by_year,
    fitting,
    flow,
)
from tenderlight.web.maps import MAP_HEIGHT, MAP_WIDTH, MOST_LABELS, Dot, buyers_map, middles


def link(path: str, **words: object) -> str:
    return path


HEADS = [
    ContractHead(
        contract="a",
        buyer="One",
        suppliers=["S"],
        makers={"m": ["x", "y"]},
        amount=Decimal(100),
        currency="CNY",
        year=2021,
        country="CN",
        province="浙江省",
        place_code="330100",
        capabilities={"eth.x": 2},
        mentions={"eth.x": 3, "bio.y": 9},
    ),
    ContractHead(contract="b", buyer="One", suppliers=["S", "T"], amount=Decimal(25), currency="CNY", year=2020),
    ContractHead(contract="c", buyer="Two", suppliers=["S"], amount=Decimal(1), currency="EUR", country="GB"),
    ContractHead(contract="d", country="XX"),
]


def test_bars_are_as_long_as_their_counts() -> None:
    counts, bought = by_capability(HEADS)
    assert list(counts) == ["eth.x", "bio.y"], "what is bought comes first"
    first, second = bars(counts, bought, str, link)
    assert (first.count, first.bought, first.share, first.bought_share) == (3, 2, 33.33, 22.22)
    assert (second.share, second.bought) == (100, 0)
    assert by_year(HEADS) == ({"2020": 1, "2021": 1}, {"2020": 0, "2021": 1})
    assert by_place(HEADS)[0] == {"GB": 1, "XX": 1, "浙江省": 1}
    assert bars({}, {}, str, link) == ()


def test_buyers_are_on_the_map_where_documents_say() -> None:
    view = buyers_map(HEADS, link)
    assert [(dot.name, dot.label) for dot in view.dots] == [("GB", "GB 1"), ("浙江省", "浙江省 1")]
    assert (view.unplaced, view.unknown) == (1, (("XX", 1),))
    assert all(0 < dot.x < MAP_WIDTH and 0 < dot.y < MAP_HEIGHT for dot in view.dots)
    east, west = sorted(view.dots, key=lambda dot: -dot.x)
    assert (east.name, west.name) == ("浙江省", "GB")
    assert {code.name for code in view.codes} >= {"DE", "IN", "KZ"}
    assert [size.count for size in view.sizes] == [1]


def test_a_map_without_places_says_so_and_counts_who_is_not_on_it() -> None:
    view = buyers_map([ContractHead(contract="a"), ContractHead(contract="b", country="XX")], link)
    assert (view.dots, view.codes, view.sizes, view.unplaced, view.unknown) == ((), (), (), 1, (("XX", 1),))
    assert buyers_map([], link).unplaced == 0


def test_one_place_has_room_around_it() -> None:
    (dot,) = buyers_map([ContractHead(contract="a", country="MN")], link).dots
    assert (dot.x, dot.y) == (MAP_WIDTH / 2, MAP_HEIGHT / 2)


def test_labels_of_many_places_cover_nothing_and_the_most_come_first() -> None:
    names = list(middles()["countries"])
    heads = [ContractHead(contract="a", country=name) for place, name in enumerate(names) for _ in range(1 + place)]
    view = buyers_map(heads, link)
    assert [dot.name for dot in view.dots] == names[::-1]
    assert view.dots[0].label == f"{names[-1]} {len(names)}"
    shown = [dot for dot in view.dots if dot.label]
    assert 10 <= len(shown) <= MOST_LABELS
    areas = [area_of(dot) for dot in shown] + [(one.x - 8, one.y - 9, one.x + 8, one.y + 2) for one in view.codes]
    assert all(left >= 0 and right <= MAP_WIDTH and top >= 0 and low <= MAP_HEIGHT for left, top, right, low in areas)
    for place, one in enumerate(areas):
        for other in areas[:place]:
            assert one[2] <= other[0] or other[2] <= one[0] or one[3] <= other[1] or other[3] <= one[1]
    assert [size.count for size in view.sizes] == [1, round(len(names) / 4), len(names)]


def area_of(dot: Dot) -> tuple[float, float, float, float]:
    width = 7 * len(dot.label)
    left = dot.text_x - {"start": 0, "middle": width / 2, "end": width}[dot.anchor]
    return left, dot.text_y - 12, left + width, dot.text_y + 3


def test_the_net_is_in_degrees_and_the_scale_in_round_kilometres() -> None:
    view = buyers_map(HEADS, link)
    labels = [line.label for line in view.net]
    assert "0°" in labels
    assert "120°E" in labels
    assert "60°N" in labels
    (greenwich,) = [line for line in view.net if line.label == "0°"]
    (east,) = [line for line in view.net if line.label == "120°E"]
    (middle,) = [line.y1 for line in view.net if line.label == "40°N"]
    assert 0 < middle < MAP_HEIGHT
    km = (east.x1 - greenwich.x1) * view.scale_km / view.scale_width
    assert 8_800 < km < 11_000, "120 degrees are some 10,000 km at 40 to 45 degrees north"


def test_every_place_is_on_the_globe() -> None:
    for table in middles().values():
        assert all(-90 < latitude < 90 and -180 <= longitude <= 180 for latitude, longitude in table.values())
    assert len(middles()["provinces"]) == 34


def test_lines_are_broad_within_one_currency_alone() -> None:
    view = flow(HEADS, link)
    assert {(box.column, box.title) for box in view.boxes} >= {(0, "One"), (0, "Two"), (2, "S"), (2, "T"), (3, "m")}
    widths = {line.title: line.width for line in view.lines}
    assert widths["One → a 100 CNY"] == widths["Two → c 1 EUR"] == LINE_MOST
    assert widths["One → b 25 CNY"] < LINE_MOST
    assert len({(box.x, box.y) for box in view.boxes}) == len(view.boxes)
    assert max(box.y for box in view.boxes) < view.height


def test_a_long_flow_is_cut_and_says_so() -> None:
    heads = [ContractHead(contract=f"{n}", buyer=f"B{n}", suppliers=["S"]) for n in range(MOST_FLOWS + 3)]
    assert flow(heads, link).more == 3
    assert flow([], link).boxes == ()


def test_names_fit_their_boxes() -> None:
    assert fitting("a" * 100) == "a" * (BOX_CELLS - 1) + "…"
    assert fitting("采" * 100) == "采" * (BOX_CELLS // 2 - 1) + "…"
    assert fitting(" a \n b ") == "a b"
