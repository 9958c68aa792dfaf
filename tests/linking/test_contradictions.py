"""What the documents of one contract say differently is told, with every value and its document; nobody chooses."""

from __future__ import annotations

from decimal import Decimal

from tenderlight.linking.contradictions import contradictions
from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    DateKind,
    DateValue,
    PartialDate,
    PartyValue,
    SupplierValue,
    Value,
)

KINDS: dict[type, StatementKind] = {
    AmountValue: StatementKind.AMOUNT,
    DateValue: StatementKind.DATE,
    PartyValue: StatementKind.BUYER,
    SupplierValue: StatementKind.SUPPLIER,
}


def claim(path: str, value: Value, stage: Stage = Stage.AWARD) -> Claim:
    document = path.encode().hex().ljust(64, "0")[:64]
    return Claim(
        claim=f"{path} {value}",
        contract="11" * 16,
        kind=KINDS[type(value)],
        value=value,
        polarity=None,
        stage=stage,
        rule="facts.test",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(Quote(document=document, path=path, start=0, end=1, text="x", page_number=1),),
    )


def price(
    amount: str, *, kind: AmountKind = AmountKind.AWARD, lot: str | None = None, tax: bool | None = None
) -> Value:
    return AmountValue(amount_kind=kind, amount=Decimal(amount), currency="CNY", lot=lot, tax_included=tax)


def day(year: int, month: int, day: int | None, kind: DateKind = DateKind.AWARD) -> Value:
    return DateValue(date=PartialDate(year=year, month=month, day=day), date_kind=kind)


def told(*claims: Claim) -> list[str]:
    return [one.sentence for one in contradictions(claims)]


def test_two_prices_stand_side_by_side_with_their_documents() -> None:
    found = told(claim("a", price("1268000")), claim("b", price("1286000.50")), claim("c", price("1268000.00")))
    assert found == ["price: 1,268,000 CNY: a, c; 1,286,000.5 CNY: b"]


def test_a_budget_does_not_contradict_a_price_and_a_contract_may_contradict_an_award() -> None:
    assert told(claim("a", price("9")), claim("b", price("10", kind=AmountKind.BUDGET), Stage.TENDER)) == []
    contract = claim("b", price("10", kind=AmountKind.CONTRACT), Stage.CONTRACT)
    assert told(claim("a", price("9")), contract) == ["price: 9 CNY: a; 10 CNY: b"]


def test_a_document_with_several_values_contradicts_only_one_that_has_none_of_them() -> None:
    two = [claim("a", price("9")), claim("a", price("10"))]
    assert told(*two) == []
    assert told(*two, claim("b", price("10"))) == []
    assert told(*two, claim("b", price("11"))) == ["price: 10 CNY: a; 9 CNY: a; 11 CNY: b"]


def test_lots_are_compared_with_lots() -> None:
    assert told(claim("a", price("9", lot="1")), claim("b", price("10", lot="2"))) == []
    assert told(claim("a", price("9", lot="1")), claim("b", price("8", lot="1"))) == [
        "price of lot 1: 9 CNY: a; 8 CNY: b"
    ]


def test_with_and_without_tax_is_no_contradiction() -> None:
    assert told(claim("a", price("100", tax=False)), claim("b", price("113", tax=True))) == []
    assert len(told(claim("a", price("100", tax=True)), claim("b", price("113", tax=True)))) == 1


def test_fuller_names_and_dates_without_their_day_agree() -> None:
    assert told(claim("a", PartyValue(name="澜水县公安局")), claim("b", PartyValue(name="湖北省澜水縣公安局"))) == []
    assert told(claim("a", day(2022, 6, None)), claim("b", day(2022, 6, 16))) == []
    assert told(claim("a", day(2022, 6, 15)), claim("b", day(2022, 6, 16))) == [
        "award date: 2022-06-15: a; 2022-06-16: b"
    ]
    assert told(claim("a", day(2022, 6, 15)), claim("b", day(2022, 6, 16, DateKind.PUBLICATION))) == []


def test_other_parties_contradict_each_other() -> None:
    found = told(claim("a", SupplierValue(name="青洲科技有限公司")), claim("b", SupplierValue(name="西衡电子有限公司")))
    assert found == ["supplier: 青洲科技有限公司: a; 西衡电子有限公司: b"]
    assert len(told(claim("a", PartyValue(name="澜水县公安局")), claim("b", PartyValue(name="南屿县公安局")))) == 1


def test_a_correction_holds_and_the_old_value_stays_beside_it() -> None:
    found = told(claim("a", price("755000")), claim("b", price("575000"), Stage.CORRECTION))
    assert found == ["price, corrected: 755,000 CNY: a; 575,000 CNY: b (correction)"]
