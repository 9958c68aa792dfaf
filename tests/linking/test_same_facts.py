"""Which notices are one by their facts: copies in two sources, and innocents that share a contract or a price."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tenderlight.linking.same_facts import Notice, agreement, same_by_facts
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
    TextValue,
    Value,
)

BUYER = PartyValue(name="Ayuntamiento de Valdemar")
SUPPLIER = SupplierValue(name="Cámaras del Norte, S.L.")
PRICE = AmountValue(amount_kind=AmountKind.AWARD, amount=Decimal("120000.00"), currency="EUR")
TITLE = TextValue(text="Suministro de cámaras para el casco antiguo de la villa")
SIGNED = DateValue(date=PartialDate(year=2023, month=4, day=11), date_kind=DateKind.CONTRACT)
PUBLISHED = DateValue(date=PartialDate(year=2023, month=4, day=12), date_kind=DateKind.PUBLICATION)
KINDS: dict[type[Value], StatementKind] = {
    PartyValue: StatementKind.BUYER,
    SupplierValue: StatementKind.SUPPLIER,
    AmountValue: StatementKind.AMOUNT,
    DateValue: StatementKind.DATE,
    TextValue: StatementKind.TITLE,
}


def made(document: str, *values: Value, stage: Stage | None = Stage.AWARD, is_record: bool = True) -> Notice[Claim]:
    notice = Notice[Claim](document=document, contract="c", stage=stage, is_record=is_record)
    for value in values:
        notice.take(claim_of(document, value))
    notice.settle()
    return notice


def claim_of(document: str, value: Value) -> Claim:
    return Claim(
        claim=str(value),
        contract="c",
        kind=KINDS[type(value)],
        value=value,
        polarity=None,
        stage=None,
        rule="made",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(Quote(document=document, path="", start=0, end=1, text="x", pointer="/x"),),
    )


def test_a_record_and_a_page_that_say_the_same_are_one() -> None:
    record = made("a", BUYER, SUPPLIER, PRICE, TITLE)
    shouted = PartyValue(name="AYUNTAMIENTO DE VALDEMAR")
    page = made("b", shouted, SUPPLIER, replace(PRICE, amount=Decimal(120000)), PUBLISHED, is_record=False)
    (one,) = same_by_facts([record, page])
    assert (one.first.document, one.second.document) == ("a", "b")
    assert [first.kind for first, _ in one.agreeing] == [StatementKind.AMOUNT, StatementKind.SUPPLIER]
    assert all((first.document, second.document) == ("a", "b") for first, second in one.agreeing)


@pytest.mark.parametrize(
    "other",
    [
        made("b", BUYER, SUPPLIER, PRICE, TITLE, stage=Stage.CONTRACT),
        made("b", BUYER, SUPPLIER, PRICE, TITLE, stage=None),
        made("b", BUYER, SUPPLIER, replace(PRICE, amount=Decimal(121000)), TITLE),
        made("b", BUYER, SupplierValue(name="Visión Ribera, S.A."), PRICE, TITLE),
        made("b", PartyValue(name="Diputación de Monteluz"), SUPPLIER, PRICE, TITLE),
        made("b", BUYER, SUPPLIER, replace(PRICE, amount_kind=AmountKind.BUDGET)),
        made("b", BUYER, PRICE, PUBLISHED),
        made("a", BUYER, SUPPLIER, PRICE, TITLE, SIGNED),
    ],
    ids=["stage", "no stage", "price", "supplier", "buyer", "another kind of amount", "one thing alone", "one file"],
)
def test_notices_that_differ_or_say_too_little_are_two(other: Notice[Claim]) -> None:
    assert list(same_by_facts([made("a", BUYER, SUPPLIER, PRICE, TITLE, SIGNED), other])) == []


def test_two_pages_are_compared_by_their_words_and_not_by_facts() -> None:
    pages = [made(name, BUYER, SUPPLIER, PRICE, is_record=False) for name in ("a", "b")]
    assert agreement(*pages)
    assert list(same_by_facts(pages)) == []


def test_each_copy_is_one_with_the_first() -> None:
    copies = [made(name, BUYER, SUPPLIER, PRICE) for name in ("a", "b", "d")]
    found = [(one.first.document, one.second.document) for one in same_by_facts(copies)]
    assert found == [("a", "b"), ("a", "d")]
