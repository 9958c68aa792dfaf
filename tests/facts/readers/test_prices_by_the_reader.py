"""Prices that no rule reads: which sums are looked at, what the model tells, and what becomes of that."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

import pytest

from tenderlight.facts import remarks
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.prices import together
from tenderlight.facts.readers.prices.figures import figures_of
from tenderlight.facts.readers.prices.lots import tied_prices
from tenderlight.facts.readers.prices.priced import BID, LOT, WHOLE, Priced
from tenderlight.facts.readers.prices.signs import added_up
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.statement import Anchor, Statement, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, SupplierRole, SupplierValue
from tests.facts.readers.made_parts import piece_of, supplier_of, understood

SURE = 0.95
SUMS = (
    "NOTICE OF AWARD\nBuyer: Dray Fire Service\nLot 1 went to Kilnmoor Optics Ltd, Lot 2 to Brackmoor Systems Ltd.\n"
    "The papers speak of GBP 30,000 and of GBP 12,000; both are GBP 42,000.\n"
)
FIRST, SECOND, BOTH = Decimal(30_000), Decimal(12_000), Decimal(42_000)


def looked_at(text: str) -> list[tuple[Decimal, str | None, bool]]:
    notice, _offices = understood(text)
    return [(one.amount, one.currency, one.is_bare) for one in figures_of(notice, notice.sheets[0])]


def given_prices(monkeypatch: pytest.MonkeyPatch, kinds: dict[Decimal, dict[str, float]]) -> None:
    """Let the model tell these of the sums of the first page."""

    def told(notice: Notice, _statements: Sequence[Statement], _pages: int) -> list[Priced]:
        figures = figures_of(notice, notice.sheets[0])
        return [Priced(figure=one, chances=kinds[one.amount]) for one in figures if one.amount in kinds]

    monkeypatch.setattr(together, "priced_figures", told)


def prices_in(statements: Sequence[Statement]) -> list[tuple[Decimal | None, str | None]]:
    values = [one.value for one in statements if isinstance(one.value, AmountValue)]
    return [(one.amount, one.lot) for one in values]


def settled(
    monkeypatch: pytest.MonkeyPatch,
    kinds: dict[Decimal, dict[str, float]],
    winners: Sequence[tuple[str, str | None]] = (("Kilnmoor Optics Ltd", None),),
    text: str = SUMS,
) -> list[tuple[Decimal | None, str | None]]:
    """What prices are told of a text where rules name these winners and no price."""
    given_prices(monkeypatch, kinds)
    notice, _offices = understood(text)
    suppliers = [
        supplier_of(notice, piece_of(notice, name), lot=lot, role=SupplierRole.LOT_WINNER if lot else SupplierRole.SOLE)
        for name, lot in winners
    ]
    return prices_in(together.with_read_prices(notice, suppliers))


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ("GBP 30,000.00", [(Decimal(30_000), "GBP", False)]),
        ("Bid price: 30,000", [(Decimal(30_000), None, True)]),
        ("In 2023 three firms bid; it took 400 days.", []),
        ("Price (EUR)\n30 000,00", [(Decimal(30_000), "EUR", False)]),
        ("中标金额（万元）：45.6", []),
        ("中标金额（万元）：745.6", [(Decimal(7_456_000), "CNY", True)]),
    ],
)
def test_sums_and_numbers_that_may_be_sums_are_looked_at(
    line: str, expected: list[tuple[Decimal, str | None, bool]]
) -> None:
    assert [one[0] for one in looked_at(line)] == [one[0] for one in expected]
    assert [one[1] for one in looked_at(line)] == [one[1] for one in expected]


def test_on_a_page_too_long_no_sums_are_looked_at() -> None:
    assert looked_at("GBP 30,000\n" + "word " * 5_000) == []


@pytest.mark.parametrize(
    ("amounts", "expected"),
    [
        ((10, 20, 30), {30: "sum", 10: "part", 20: "part"}),
        ((10, 30, 20), {30: "two", 10: "part", 20: "part"}),
        ((1, 10, 20, 5, 35), {35: "sum", 10: "part", 20: "part", 5: "part"}),
        ((10, 20, 31), {}),
        ((), {}),
    ],
)
def test_sums_that_are_others_added_up(amounts: tuple[int, ...], expected: dict[int, str]) -> None:
    assert added_up([Decimal(one) for one in amounts]) == {Decimal(one): word for one, word in expected.items()}


def test_the_sum_that_is_likely_the_price_is_told_with_what_speaks_against_it(monkeypatch: pytest.MonkeyPatch) -> None:
    given_prices(monkeypatch, {BOTH: {WHOLE: SURE}})
    notice, _offices = understood(SUMS)
    winner = supplier_of(notice, piece_of(notice, "Kilnmoor Optics Ltd"))
    found = together.with_read_prices(notice, [winner])[-1]
    assert isinstance(found.value, AmountValue)
    assert (found.value.amount, found.value.currency, found.value.amount_kind) == (BOTH, "GBP", AmountKind.AWARD)
    assert found.against == (remarks.READ_PRICE,)
    assert [at.text for at in found.anchors] == ["GBP 42,000"]


@pytest.mark.parametrize(
    ("kinds", "winners", "is_told"),
    [
        ({BOTH: {WHOLE: together.LEAST_WHOLE}}, [("Kilnmoor Optics Ltd", None)], True),
        ({BOTH: {WHOLE: together.LEAST_WHOLE - 0.01}}, [("Kilnmoor Optics Ltd", None)], False),
        ({BOTH: {WHOLE: SURE}, FIRST: {WHOLE: together.MOST_RIVAL}}, [("Kilnmoor Optics Ltd", None)], False),
        ({BOTH: {WHOLE: SURE}, FIRST: {BID: SURE}}, [("Kilnmoor Optics Ltd", None)], True),
        ({BOTH: {WHOLE: together.LEAST_WHOLE_ALONE}}, [], True),
        ({BOTH: {WHOLE: together.LEAST_WHOLE_ALONE - 0.01}}, [], False),
        (
            {BOTH: {WHOLE: together.LEAST_WHOLE_ALONE - 0.01}},
            [("Kilnmoor Optics Ltd", None), ("Brackmoor Systems Ltd", None)],
            False,
        ),
        ({BOTH: {BID: SURE}}, [("Kilnmoor Optics Ltd", None)], False),
    ],
    ids=["likely", "hardly", "rival", "bid beside", "nobody won", "nobody, hardly", "several, hardly", "a bid"],
)
def test_a_price_is_told_if_it_is_likely_and_no_other_is(
    kinds: dict[Decimal, dict[str, float]],
    winners: Sequence[tuple[str, str | None]],
    is_told: bool,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert settled(monkeypatch, kinds, winners) == ([(BOTH, None)] if is_told else [])


@pytest.mark.parametrize(
    "text",
    [
        SUMS.replace("NOTICE OF AWARD", "INVITATION TO TENDER"),
        SUMS.replace("both are", "the budget is"),
        SUMS.replace("both are GBP 42,000.", "a bid of GBP 42,000 was rejected."),
        SUMS.replace("both are", "not to exceed"),
        SUMS.replace("; both are GBP 42,000.", ".\nEstimated value: GBP 42,000"),
        SUMS + "The tender was ranked second.\n",
        SUMS.replace("GBP 42,000", "GBP 42,000 per unit"),
        SUMS.replace("GBP 42,000", "42,000"),
        SUMS.replace("; both are GBP 42,000.", ".\nShare of the county: GBP 42,000"),
        SUMS.replace("both are", "the grant was"),
        SUMS.replace("both are", "last year it cost"),
        SUMS.replace("both are", "bidder 2 asked for"),
        SUMS.replace("both are GBP 42,000", "this is GBP 42,000 cheaper"),
        SUMS.replace("both are GBP 42,000.", "paid so far: GBP 42,000."),
    ],
    ids=[
        *("tender", "budget", "rejected", "limit", "estimate", "no award", "each", "no currency", "other label"),
        *("grant", "last year", "second bidder", "cheaper", "so far"),
    ],
)
def test_what_words_call_something_else_is_no_price(text: str, monkeypatch: pytest.MonkeyPatch) -> None:
    assert (BOTH, None) not in settled(monkeypatch, {BOTH: {WHOLE: SURE}}, text=text)


BY_LOT = [("Kilnmoor Optics Ltd", "1"), ("Brackmoor Systems Ltd", "2")]
ROWS = (
    "NOTICE OF AWARD\nBuyer: Dray Fire Service\nKilnmoor Optics Ltd has the lamps: GBP 30,000\n"
    "Brackmoor Systems Ltd has the pumps: GBP 12,000\n"
)


@pytest.mark.parametrize(
    ("kinds", "text", "expected"),
    [
        ({FIRST: {LOT: SURE}, SECOND: {LOT: SURE}}, ROWS, [(FIRST, "1"), (SECOND, "2")]),
        ({FIRST: {LOT: SURE}, SECOND: {LOT: 0.3}}, ROWS, []),
        (
            {FIRST: {LOT: SURE}, SECOND: {LOT: SURE}, BOTH: {WHOLE: SURE}},
            f"{ROWS}All: GBP 42,000\n",
            [(BOTH, None), (FIRST, "1"), (SECOND, "2")],
        ),
        (
            {FIRST: {LOT: SURE}, SECOND: {LOT: SURE}, Decimal(50_000): {WHOLE: SURE}},
            f"{ROWS}All: GBP 50,000\n",
            [(Decimal(50_000), None)],
        ),
        ({FIRST: {LOT: SURE}, SECOND: {LOT: SURE}}, SUMS, []),
        ({FIRST: {LOT: SURE}, SECOND: {LOT: SURE}}, ROWS.replace("GBP 12,000", "12,000"), []),
    ],
    ids=["behind each", "one is hardly one", "with their sum", "another sum", "both behind the last", "no currency"],
)
def test_prices_of_lots_stand_beside_who_won_them(
    kinds: dict[Decimal, dict[str, float]],
    text: str,
    expected: list[tuple[Decimal, str | None]],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert settled(monkeypatch, kinds, BY_LOT, text) == expected


def amount_of(notice: Notice, words: str, amount: Decimal, lot: str | None = None) -> Statement:
    value = AmountValue(amount_kind=AmountKind.AWARD, amount=amount, currency="GBP", lot=lot)
    return notice.statement(StatementKind.AMOUNT, value, [piece_of(notice, words)])


def test_prices_that_rules_tell_without_lots_are_of_the_lots_beside_them(monkeypatch: pytest.MonkeyPatch) -> None:
    given_prices(monkeypatch, {})
    notice, _offices = understood(ROWS)
    suppliers = [supplier_of(notice, piece_of(notice, name), lot=lot) for name, lot in BY_LOT]
    prices = [amount_of(notice, "GBP 30,000", FIRST), amount_of(notice, "GBP 12,000", SECOND)]
    assert prices_in(together.with_read_prices(notice, [*suppliers, *prices])) == [(FIRST, "1"), (SECOND, "2")]


def test_where_rules_tell_the_price_the_model_tells_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    given_prices(monkeypatch, {BOTH: {WHOLE: SURE}})
    notice, _offices = understood(SUMS)
    stated = [supplier_of(notice, piece_of(notice, "Kilnmoor Optics Ltd")), amount_of(notice, "GBP 30,000", FIRST)]
    assert together.with_read_prices(notice, stated) == stated


@pytest.mark.parametrize(
    ("text", "told", "expected"),
    [
        (ROWS, FIRST, [(FIRST, "1"), (SECOND, "2")]),
        (f"{ROWS}All: GBP 42,000\n", BOTH, [(BOTH, None), (FIRST, "1"), (SECOND, "2")]),
        (f"{ROWS}All: GBP 50,000\n", Decimal(50_000), [(Decimal(50_000), None)]),
    ],
    ids=["that of the first lot", "the sum of the lots", "neither"],
)
def test_what_rules_take_for_the_whole_is_of_a_lot_if_it_stands_beside_its_winner(
    text: str, told: Decimal, expected: list[tuple[Decimal, str | None]], monkeypatch: pytest.MonkeyPatch
) -> None:
    given_prices(monkeypatch, {FIRST: {LOT: SURE}, SECOND: {LOT: SURE}})
    notice, _offices = understood(text)
    suppliers = [supplier_of(notice, piece_of(notice, name), lot=lot) for name, lot in BY_LOT]
    price = amount_of(notice, f"GBP {told:,}", told)
    found = prices_in(together.with_read_prices(notice, [*suppliers, price]))
    assert sorted(found, key=str) == sorted(expected, key=str)


def test_of_several_sums_behind_each_winner_the_first_counts_if_these_make_up_the_whole(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = ROWS.replace("GBP 30,000", "GBP 30,000; Dover Ltd: GBP 31,000")
    given_prices(monkeypatch, {one: {LOT: SURE} for one in (FIRST, Decimal(31_000), SECOND)} | {BOTH: {WHOLE: SURE}})
    notice, _offices = understood(f"{text}All: GBP 42,000\n")
    suppliers = [supplier_of(notice, piece_of(notice, name), lot=lot) for name, lot in BY_LOT]
    assert prices_in(together.with_read_prices(notice, suppliers)) == [(BOTH, None), (FIRST, "1"), (SECOND, "2")]


def anchor(start: int) -> Anchor:
    return Anchor(page_number=1, start=start, end=start + 2, text="xx")


@pytest.mark.parametrize(
    ("sums", "names", "expected"),
    [
        ([(10, 5), (30, 7)], [(0, "1"), (20, "2")], {"1": 0, "2": 1}),
        ([(0, 5), (20, 7)], [(10, "1"), (30, "2")], {"1": 0, "2": 1}),
        ([(10, 5), (14, 5), (30, 7)], [(0, "1"), (20, "2")], {"1": 0, "2": 2}),
        ([(10, 5), (14, 6), (30, 7)], [(0, "1"), (20, "2")], {}),
        ([(10, 5)], [(0, "1"), (20, "2")], {}),
        ([(10, 5)], [(0, "1")], {}),
        ([(10, 5), (30, 7)], [(0, "1"), (0, "2")], {}),
        ([(10, 5), (30, 7), (50, 9)], [(0, "1"), (20, "2"), (40, "2")], {}),
    ],
    ids=["behind", "before", "twice", "two", "one without", "one lot", "one name", "one lot twice"],
)
def test_each_lot_has_the_one_sum_beside_its_winner(
    sums: list[tuple[int, int]], names: list[tuple[int, str]], expected: dict[str, int]
) -> None:
    suppliers = [
        Statement(
            kind=StatementKind.SUPPLIER,
            value=SupplierValue(name="xx", role=SupplierRole.LOT_WINNER, lot=lot),
            anchors=(anchor(start),),
            rule="facts.supplier",
            rule_version=1,
            stage=None,
        )
        for start, lot in names
    ]
    assert tied_prices([(anchor(at), Decimal(amount)) for at, amount in sums], suppliers) == expected


TOLD_FREELY = [
    (
        (
            "NOTICE OF AWARD\nPurchaser: Tarn District Council\nWinning firm: Kilnmoor Optics Ltd\n"
            "Its all-in figure for the cameras: GBP 118,400.00\nGuarantee lodged: GBP 5,000.00\n"
        ),
        118_400,
    ),
    (
        (
            "NOTICE OF AWARD\nEntity: Harbour Board of Lomeki\nAward to: Baraka Optics Ltd\n"
            "Quoted: KES 2,520,000.00. Next was Ziwa Ltd, KES 2,610,000.00. Security: KES 100,000.00\n"
        ),
        2_520_000,
    ),
    (
        (
            "ПРОТОКОЛ\nЗамовник: Управління освіти Калинівської міської ради\nПереможець: ТОВ «Лінза»\n"
            "Підсумок торгів: 890 000,00 грн. ТОВ «Камера» просила 910 000,00 грн, ТОВ «Щит» 915 000,00 грн.\n"
        ),
        890_000,
    ),
    (
        (
            "ZUSCHLAG\nAuftraggeber: Stadt Rhönau\nAuftragnehmer: Linse GmbH\n"
            "Angebot: 73.000,00 €. Die Blank GmbH bot 79.000,00 €, die Optik AG 81.000,00 €.\n"
        ),
        73_000,
    ),
    (
        (
            "中标公告\n采购人：青岗县公安局\n中标人：甲科技有限公司\n"
            "经三轮磋商，最终报价418000元；乙公司最终报价435000元；丙公司441000元。\n"
        ),
        418_000,
    ),
]


@pytest.mark.parametrize(("text", "amount"), TOLD_FREELY)
def test_prices_under_other_words_are_read_by_the_model_alone(text: str, amount: int) -> None:
    prices = [one for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, AmountValue)]
    assert prices_in(prices) == [(Decimal(amount), None)]
    assert all(remarks.READ_PRICE in one.against for one in prices)
