"""Beside an amount stands what it was in another currency, at the best date its own document gives."""

from __future__ import annotations

import datetime
import json
from decimal import Decimal

import pytest

from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, DateKind, DateValue, PartialDate, PartyValue, Value
from tenderlight.publish.converted_cells import CONVERTED_COLUMNS, Conversion
from tenderlight.publish.rates import RateTable

DAY = datetime.date(2022, 6, 16)
TABLE = RateTable("a table", frozenset({"EUR", "CNY"}), (DAY,), ({"EUR": Decimal(1), "CNY": Decimal("7.0")},))


def claim(kind: StatementKind, value: Value, document: str = "a") -> Claim:
    return Claim(
        claim="00" * 16,
        contract="11" * 16,
        kind=kind,
        value=value,
        polarity=None,
        stage=Stage.AWARD,
        rule="facts.test",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(Quote(document=document * 64, path=document, start=0, end=1, text="x", page_number=1),),
    )


PRICE = claim(
    StatementKind.AMOUNT, AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal("1268000"), currency="CNY")
)


def on(kind: DateKind, day: int | None, document: str = "a") -> Claim:
    date = PartialDate(year=2022, month=6, day=day)
    return claim(StatementKind.DATE, DateValue(date=date, date_kind=kind), document)


def converted(*dates: Claim) -> dict[str, object]:
    conversion = Conversion(table=TABLE, target="EUR")
    conversion.learn(dates)
    return dict(conversion.cells(PRICE))


def test_the_figure_stands_beside_the_printed_one() -> None:
    cells = converted(on(DateKind.PUBLICATION, 16))
    assert list(cells) == list(CONVERTED_COLUMNS)
    assert (cells["amount"], cells["currency"]) == (Decimal(1268000), "CNY")
    assert (cells["converted_amount"], cells["converted_currency"]) == (Decimal("181142.86"), "EUR")
    assert (cells["rate_date"], cells["rate_source"]) == ("2022-06-16", "a table")
    assert cells["conversion_note"] == "at the date of publication, 2022-06-16"


def test_the_date_of_the_contract_comes_before_the_others() -> None:
    note = converted(on(DateKind.PUBLICATION, 16), on(DateKind.CONTRACT, 18), on(DateKind.OPENING, 1))[
        "conversion_note"
    ]
    assert str(note).startswith("at the date of contract, 2022-06-18; no rate that day")


@pytest.mark.parametrize(
    ("dates", "why"),
    [
        ((), "the document gives no date with its day"),
        ((on(DateKind.AWARD, None),), "the document gives no date with its day"),
        ((on(DateKind.AWARD, 16, "b"),), "the document gives no date with its day"),
        ((on(DateKind.DEADLINE, 16),), "the document gives no date with its day"),
        ((on(DateKind.AWARD, 16), on(DateKind.AWARD, 17)), "the document gives several dates of award"),
    ],
)
def test_without_one_full_date_there_is_no_figure(dates: tuple[Claim, ...], why: str) -> None:
    cells = converted(*dates)
    assert cells["conversion_note"] == f"not converted: {why}"
    assert [cells[name] for name in ("converted_amount", "converted_currency", "rate", "rate_date")] == [None] * 4


def test_a_line_of_json_has_one_more_key() -> None:
    conversion = Conversion(table=TABLE, target="EUR")
    conversion.learn([on(DateKind.AWARD, 16)])
    line = json.loads(conversion.line(PRICE))
    assert list(line)[-1] == "converted"
    assert line["converted"]["converted_amount"] == 181142.86
    buyer = claim(StatementKind.BUYER, PartyValue(name="澜水县公安局"))
    assert json.loads(conversion.line(buyer))["converted"] is None
