"""Figures of the overview: counted right, placed inside their pictures, money never mixed."""

from __future__ import annotations

from decimal import Decimal

from tenderlight.cases.heads import ContractHead
from tenderlight.web.drawings import (
    BOX_CELLS,
    LINE_MOST,
    MAP_HEIGHT,
    MAP_WIDTH,
    MOST_FLOWS,
    bars,
    buyers_map,
    by_capability,
    by_place,
    by_year,
    fitting,
    flow,
    middles,
)


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
    assert {dot.name for dot in view.dots} == {"浙江省", "GB"}
    assert view.unplaced == 2
    assert all(0 < dot.x < MAP_WIDTH and 0 < dot.y < MAP_HEIGHT for dot in view.dots)
    east, west = sorted(view.dots, key=lambda dot: -dot.x)
    assert (east.name, west.name) == ("浙江省", "GB")
    assert east.is_left or east.x < MAP_WIDTH - 80
    assert buyers_map([], link).dots == ()


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
