"""A case's claims that name goods of makers, made in code."""

from __future__ import annotations

from decimal import Decimal
from itertools import count

from tenderlight.model.claim import Claim
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import (
    CapabilityValue,
    ComponentValue,
    DateKind,
    DateValue,
    Grade,
    LineItemValue,
    Naming,
    PartialDate,
    PartyValue,
    SupplierValue,
    TextValue,
    Value,
)

NUMBERS = count()


def claim(
    kind: StatementKind,
    value: Value,
    *,
    contract: str = "1",
    place: int = 0,
    page: int = 1,
    polarity: Polarity | None = None,
    stage: Stage = Stage.CONTRACT,
) -> Claim:
    """Return a claim with one quote of two signs."""
    quote = Quote(document="a" * 64, path="a.pdf", start=place, end=place + 2, text="海康", page_number=page)
    return Claim(
        claim=f"c{next(NUMBERS)}",
        contract=contract * 32,
        kind=kind,
        value=value,
        polarity=polarity,
        stage=stage,
        rule="test",
        rule_version=1,
        confidence=None,
        against=("Said against it.",) if kind is StatementKind.COMPONENT else (),
        quotes=(quote,),
    )


CAMERA = ComponentValue(
    name="摄像机",
    maker="海康威视",
    model="DS-2CD3T46",
    units=Decimal(20),
    made_by="hikvision",
    product="hikvision-cameras",
    naming=Naming.ITEM,
    grade=Grade.CONTRACT,
)
DISK = ComponentValue(
    name="硬盘",
    maker="希捷",
    part_of="服务器",
    quantity_per_unit=Decimal(8),
    units=Decimal(3),
    made_by="seagate",
    naming=Naming.LISTED,
)
REFERENCE = ComponentValue(name="摄像机", maker="海康威视", made_by="hikvision", naming=Naming.REFERENCE)
ITEM = LineItemValue(name="摄像机", unit_price=Decimal(100), total=Decimal(2000), currency="CNY")
CLAIMS = [
    claim(StatementKind.TITLE, TextValue(text="某县视频项目")),
    claim(StatementKind.BUYER, PartyValue(name="某县公安局")),
    claim(StatementKind.SUPPLIER, SupplierValue(name="某市集成有限公司")),
    claim(StatementKind.DATE, DateValue(date=PartialDate(year=2021, month=3, day=4), date_kind=DateKind.CONTRACT)),
    claim(StatementKind.CAPABILITY, CapabilityValue(capability="face.live_watchlist"), polarity=Polarity.OFFERED),
    claim(StatementKind.CAPABILITY, CapabilityValue(capability="bio.dna"), polarity=Polarity.NEGATED, page=2),
    claim(StatementKind.LINE_ITEM, ITEM, place=50),
    claim(StatementKind.COMPONENT, CAMERA, place=50),
    claim(StatementKind.COMPONENT, DISK, place=90),
    claim(StatementKind.COMPONENT, REFERENCE, contract="2", stage=Stage.TENDER),
    claim(
        StatementKind.LINE_ITEM,
        LineItemValue(name="服务器", brand="朔川", model="SC-1", quantity=Decimal(6)),
        contract="2",
    ),
]
