"""Claims of one contract, made for tests of exports, and a small case that holds some."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from decimal import Decimal
from itertools import count
from pathlib import Path
from typing import Any

from tenderlight.cases import Case, ReadingEnd
from tenderlight.linking.parties import parties_of
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.document import Page, ReadState
from tenderlight.model.edit import Edit
from tenderlight.model.quote import Quote
from tenderlight.model.reader import PageCount
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import (
    AmountKind,
    AmountValue,
    BidderValue,
    BidOutcome,
    DateKind,
    DateValue,
    Identifier,
    LineItemValue,
    PartialDate,
    PartyValue,
    ProjectNumberValue,
    StageValue,
    SupplierRole,
    SupplierValue,
    TextValue,
    Value,
)
from tenderlight.publish.ocds_release import Told, release_of

CONTRACT = "11" * 16
WINNER, LOSER, BUYER = "杭州岚川科技有限公司", "Oak Lenses Ltd", "澜水县公安局"
_COUNT = count()
_KINDS = {
    PartyValue: StatementKind.BUYER,
    SupplierValue: StatementKind.SUPPLIER,
    BidderValue: StatementKind.BIDDER,
    AmountValue: StatementKind.AMOUNT,
    DateValue: StatementKind.DATE,
    TextValue: StatementKind.TITLE,
    StageValue: StatementKind.STAGE,
    ProjectNumberValue: StatementKind.PROJECT_NUMBER,
    LineItemValue: StatementKind.LINE_ITEM,
}


def said(
    value: Value,
    stage: Stage | None = Stage.AWARD,
    *,
    document: str = "a",
    status: ClaimStatus = ClaimStatus.UNREVIEWED,
    kind: StatementKind | None = None,
) -> Claim:
    """Return a claim; no two have one id."""
    quote = Quote(document=document * 64, path=f"{document}.pdf", page_number=1, start=0, end=1, text="x")
    return Claim(
        claim=f"{next(_COUNT):032x}",
        contract=CONTRACT,
        kind=kind or _KINDS[type(value)],
        value=value,
        polarity=None,
        stage=stage,
        rule="facts.test",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(quote,),
        status=status,
    )


def money(kind: AmountKind, amount: str | None, currency: str | None = "CNY", **more: Any) -> AmountValue:
    return AmountValue(amount_kind=kind, amount=None if amount is None else Decimal(amount), currency=currency, **more)


def day(kind: DateKind, year: int, month: int | None = None, of_month: int | None = None) -> DateValue:
    return DateValue(date=PartialDate(year=year, month=month, day=of_month), date_kind=kind)


def supplier(name: str = WINNER, role: SupplierRole = SupplierRole.SOLE, lot: str | None = None) -> SupplierValue:
    return SupplierValue(name=name, role=role, lot=lot)


def bidder(name: str = LOSER, amount: str | None = "5") -> BidderValue:
    price = None if amount is None else Decimal(amount)
    return BidderValue(name=name, outcome=BidOutcome.LOST, amount=price, currency="CNY")


def edited(claim: Claim, value: Value) -> Claim:
    return replace(claim, status=ClaimStatus.CONFIRMED, edit=Edit(value=value))


def released(claims: Sequence[Claim], **more: Any) -> Any:
    """Return the release of a contract with these claims, with its numbers as they are written."""
    told = Told(
        of_claim=parties_of(claims).by_claim(),
        reasons={CONTRACT: "made"},
        media_types={},
        noted={"a" * 64: "2026-11-01T10:00:00.000Z"},
        replies=lambda _: (),
        told=lambda _: [],
        ocid_prefix="tenderlight",
        **more,
    )
    release, _ = release_of(CONTRACT, claims, told)
    return json.loads(release, parse_float=Decimal)


EVERYTHING: tuple[Value, ...] = (
    PartyValue(name=BUYER, identifiers=(Identifier(scheme="CN-USCC", number="11330000MB1234567X"),)),
    supplier(),
    bidder(),
    money(AmountKind.AWARD, "1234567.89"),
    day(DateKind.AWARD, 2023, 9, 7),
    TextValue(text="=cmd|' /C calc'!A0"),
)
"""Values of the small case."""


def make_case(folder: Path, values: Sequence[Value] = EVERYTHING, stage: Stage = Stage.AWARD) -> Path:
    """Make a case of one contract with one document, on which these values rest; ids are c0, c1 …"""
    text = "招标结果：0123456789"
    source = folder.parent / f"{folder.name}.txt"
    source.write_text(text, "utf-8")
    with Case.open(folder, create=True) as case:
        case.receive_file(source, received_as="a.txt")
        (document,) = case.unread({"lines": 1})
        with case.reading_writer(document) as writer:
            writer.add(PageCount(count=1))
            writer.add(Page(number=1, text=text))
            end = ReadingEnd(media_type="text/plain", reader="lines", reader_version=1, state=ReadState.READ, walls="")
            stored = writer.finish(end)
        case.record_reading(stored)
        key = ContractKey(key="project:X-1", because="made")
        quote = Quote(document=document, path="a.txt", page_number=1, start=5, end=9, text="0123", reader="lines/1")
        claims = [
            replace(said(value, stage), claim=f"c{number}", contract=key.contract, quotes=(quote,))
            for number, value in enumerate(values)
        ]
        case.record_claims(document, [(key, claims)], version="test/1")
        case.finish_run()
    return folder
