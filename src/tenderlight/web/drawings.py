"""Figures of the overview, worked out to be drawn: bars, and who sold what of whose to whom; the map is in `maps`.

Everything is a link to what it counts. Money of one currency is never held against money of another.
"""

from __future__ import annotations

import unicodedata
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.cases.heads import ContractHead
from tenderlight.web.maps import MapView

MOST_BARS = 40
MOST_FLOWS = 14
"""Contracts in the flow; the list of contracts has all."""
ROW_HEIGHT, COLUMN_WIDTH, BOX_WIDTH = 34.0, 245.0, 205.0
LINE_LEAST, LINE_MOST = 1.5, 14.0
BOX_CELLS = 28
"""Width of a name in a box of the flow, a Chinese character counted twice; its whole is in the box's title."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One line of a chart."""

    name: str
    label: str
    href: str
    count: int
    bought: int
    """Of those, how many say that it is bought."""
    share: float
    """Of the longest bar, 0-100."""
    bought_share: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowBox:
    """Somebody, or a contract, in the flow."""

    title: str
    short: str
    note: str
    href: str
    column: int
    x: float
    y: float


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowLine:
    """From one box to the next."""

    path: str
    width: float
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FlowView:
    """Buyer, contract, supplier, maker. Money goes to the right, parts come to the left."""

    boxes: tuple[FlowBox, ...]
    lines: tuple[FlowLine, ...]
    width: float
    height: float
    more: int
    """Contracts that are not drawn."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """All that is drawn of the contracts of a case."""

    capabilities: tuple[Bar, ...]
    years: tuple[Bar, ...]
    places: tuple[Bar, ...]
    map: MapView
    flow: FlowView


def bars(
    counts: Mapping[str, int], bought: Mapping[str, int], label: Callable[[str], str], href: Callable[[str], str]
) -> tuple[Bar, ...]:
    """Return the bars of a chart, in the order of `counts`."""
    longest = max(counts.values(), default=1) or 1
    return tuple(
        Bar(
            name=name,
            label=label(name),
            href=href(name),
            count=count,
            bought=bought.get(name, 0),
            share=round(100 * count / longest, 2),
            bought_share=round(100 * bought.get(name, 0) / longest, 2),
        )
        for name, count in list(counts.items())[:MOST_BARS]
    )


def by_capability(heads: Iterable[ContractHead]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the claims of each capability, the most first, and those that say that it is bought."""
    every, bought = defaultdict[str, int](int), defaultdict[str, int](int)
    for head in heads:
        for code, count in head.mentions.items():  # twice as fast as Counter.update
            every[code] += count
        for code, count in head.capabilities.items():
            bought[code] += count
    order = sorted(every, key=lambda code: (-bought.get(code, 0), -every[code], code))
    return {code: every[code] for code in order}, dict(bought)


def by_year(heads: Iterable[ContractHead]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the contracts of each year, and those that buy a capability."""
    return _by(heads, lambda head: "" if head.year is None else str(head.year))


def by_place(heads: Iterable[ContractHead]) -> tuple[dict[str, int], dict[str, int]]:
    """Return the contracts of each place (country, or province where it is known), the most first."""
    every, bought = _by(heads, lambda head: head.province or head.country)
    return dict(sorted(every.items(), key=lambda item: (-item[1], item[0]))), bought


def _by(heads: Iterable[ContractHead], key: Callable[[ContractHead], str]) -> tuple[dict[str, int], dict[str, int]]:
    every: Counter[str] = Counter()
    bought: Counter[str] = Counter()
    for head in heads:
        name = key(head)
        if name:
            every[name] += 1
            bought[name] += bool(head.capabilities)
    return dict(sorted(every.items())), dict(bought)


def flow(heads: Iterable[ContractHead], link: Callable[..., str]) -> FlowView:
    """Return who buys from whom, and whose goods, of the contracts that say most of it."""
    told = [head for head in heads if head.buyer and (head.suppliers or head.makers)]
    told.sort(key=lambda head: (-sum(head.capabilities.values()), -(head.amount or Decimal(0)), head.contract))
    drawn = told[:MOST_FLOWS]
    made = _Flow(link)
    greatest: dict[str, Decimal] = defaultdict(Decimal)
    for head in drawn:
        greatest[head.currency] = max(greatest[head.currency], head.amount or Decimal(0))
    for head in drawn:
        made.add(head, greatest[head.currency])
    return made.view(more=len(told) - len(drawn))


def fitting(title: str, cells: int = BOX_CELLS) -> str:
    """Return a name cut to a width in cells, of which wide signs take two."""
    even, taken, shown = " ".join(title[: cells * 4].split()), 0, ""
    for sign in even:
        taken += 2 if unicodedata.east_asian_width(sign) in "WF" else 1
        if taken > cells:
            return f"{shown[:-1]}…"
        shown += sign
    return shown


class _Flow:
    """Places boxes in four columns, one below the other, and joins them."""

    def __init__(self, link: Callable[..., str]) -> None:
        self._link = link
        self._boxes: dict[tuple[int, str], FlowBox] = {}
        self._rows = [0, 0, 0, 0]
        self._lines: list[FlowLine] = []

    def add(self, head: ContractHead, greatest: Decimal) -> None:
        """Take in one contract."""
        title = head.title or head.number or head.contract
        money = "" if head.amount is None else f"{head.amount.normalize():,f} {head.currency}".strip()
        buyer = self._box(0, head.buyer, "", self._link("/claims", kind="buyer", contract=head.contract))
        contract = self._box(1, title, money, self._link(f"/contracts/{head.contract}"), key=head.contract)
        share = float(head.amount / greatest) if head.amount and greatest else 0.0
        width = round(LINE_LEAST + (LINE_MOST - LINE_LEAST) * min(max(share, 0.0), 1.0) ** 0.5, 1)
        self._join(buyer, contract, width, money)
        suppliers = [
            self._box(2, name, "", self._link("/claims", kind="supplier", contract=head.contract))
            for name in head.suppliers[:4]
        ]
        for supplier in suppliers:
            self._join(contract, supplier, width, money)
        for maker, products in list(head.makers.items())[:6]:
            box = self._box(3, maker, ", ".join(products)[:60], self._link("/claims", contract=head.contract))
            for supplier in suppliers or [contract]:
                self._join(supplier, box, LINE_LEAST, ", ".join(products))

    def view(self, *, more: int) -> FlowView:
        """Return the whole."""
        height = ROW_HEIGHT * max(self._rows, default=0) + 8
        width = COLUMN_WIDTH * 3 + BOX_WIDTH + 4
        return FlowView(
            boxes=tuple(self._boxes.values()), lines=tuple(self._lines), width=width, height=height, more=more
        )

    def _box(self, column: int, title: str, note: str, href: str, *, key: str = "") -> FlowBox:
        at = column, key or title
        if at not in self._boxes:
            self._boxes[at] = FlowBox(
                title=title,
                short=fitting(title),
                note=note,
                href=href,
                column=column,
                x=2 + COLUMN_WIDTH * column,
                y=4 + ROW_HEIGHT * self._rows[column],
            )
            self._rows[column] += 1
        return self._boxes[at]

    def _join(self, one: FlowBox, other: FlowBox, width: float, title: str) -> None:
        x0, y0 = one.x + BOX_WIDTH, one.y + ROW_HEIGHT / 2 - 3
        x1, y1 = other.x, other.y + ROW_HEIGHT / 2 - 3
        middle = (x0 + x1) / 2
        path = f"M{x0:.1f} {y0:.1f}C{middle:.1f} {y0:.1f} {middle:.1f} {y1:.1f} {x1:.1f} {y1:.1f}"
        self._lines.append(FlowLine(path=path, width=width, title=f"{one.title} → {other.title} {title}".strip()))
