"""Every party, brand and maker of a case, at the day of its contract."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.model.claim import Claim
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import (
    BidderValue,
    BidOutcome,
    ComponentValue,
    DateKind,
    DateValue,
    Identifier,
    LineItemValue,
    Naming,
    PartialDate,
    PartyValue,
    SupplierValue,
    TextValue,
)
from tenderlight.screening.of_case import contract_days, questions_of_case, split_brands
from tests.made_claims import made_claim


def on(kind: DateKind, *parts: int) -> Claim:
    year, month, day = (*parts, None, None)[:3]
    assert year is not None
    return made_claim(DateValue(date=PartialDate(year=year, month=month, day=day), date_kind=kind))


def test_every_name_in_every_role_is_asked_once_a_contract() -> None:
    number = Identifier(scheme="CN-USCC", number="1")
    claims = [
        made_claim(PartyValue(name="B Bureau")),
        made_claim(PartyValue(name="A Agency"), kind=StatementKind.AGENCY),
        made_claim(SupplierValue(name="S Ltd")),
        made_claim(SupplierValue(name="S Ltd", identifiers=(number,))),
        made_claim(BidderValue(name="L Ltd", outcome=BidOutcome.LOST)),
        made_claim(
            LineItemValue(name="camera", brand="海康威视/大华或同等", maker="Acorn Co., Ltd.", quantity=Decimal(2))
        ),
        made_claim(ComponentValue(name="GPU", maker="NVIDIA")),
        made_claim(TextValue(text="Title")),
        made_claim(SupplierValue(name="S Ltd"), contract="k2"),
    ]
    found = [(each.where, each.role, each.query.name) for each in questions_of_case(claims)]
    assert found == [
        ("k1", "buyer", "B Bureau"),
        ("k1", "agency", "A Agency"),
        ("k1", "supplier", "S Ltd"),
        ("k1", "bidder (lost)", "L Ltd"),
        ("k1", "brand", "海康威视"),
        ("k1", "brand", "大华"),
        ("k1", "maker", "Acorn Co., Ltd."),
        ("k1", "maker", "NVIDIA"),
        ("k2", "supplier", "S Ltd"),
    ]
    supplier = next(each for each in questions_of_case(claims) if each.role == "supplier")
    assert supplier.query.identifiers == (number,)
    assert len(supplier.claims) == 2


@pytest.mark.parametrize(
    ("dates", "days", "which"),
    [
        ([(DateKind.AWARD, 2020, 1, 1), (DateKind.CONTRACT, 2020, 2, 2)], ["2020-02-02"], "of the contract"),
        ([(DateKind.PUBLICATION, 2020, 1, 3), (DateKind.AWARD, 2020, 1, 1)], ["2020-01-01"], "of the award"),
        ([(DateKind.PUBLICATION, 2020, 1)], ["2020-01"], "of publication"),
        ([(DateKind.CONTRACT, 2020, 2, 2), (DateKind.CONTRACT, 2019)], ["2019", "2020-02-02"], "of the contract"),
        ([(DateKind.DEADLINE, 2020, 2, 2)], [], "not known"),
        ([], [], "not known"),
    ],
)
def test_the_day_of_a_contract(dates: list[tuple[DateKind, int]], days: list[str], which: str) -> None:
    found, said = contract_days([on(*each) for each in dates])
    assert ([day.iso() for day in found], said) == (days, which)


@pytest.mark.parametrize(
    ("written", "brands"),
    [
        ("海康威视", ["海康威视"]),
        ("海康、大华、宇视或同等档次", ["海康", "大华", "宇视"]),
        ("Axis or equivalent", ["Axis"]),
        ("Hikvision, Dahua", ["Hikvision", "Dahua"]),
        ("Acorn Optics Co., Ltd.", ["Acorn Optics Co., Ltd."]),
        ("TP-LINK", ["TP-LINK"]),
        ("Axis, Bosch or Hanwha", ["Axis", "Bosch", "Hanwha"]),
        ("Axis, Bosch and Hanwha or similar", ["Axis", "Bosch", "Hanwha"]),
        ("Axis o Bosch u otro", ["Axis", "Bosch"]),
        ("Bosch, Axis y Hanwha", ["Bosch", "Axis", "Hanwha"]),
        ("Axis or approved equal", ["Axis"]),
        ("海康、大华和宇视等", ["海康", "大华", "宇视"]),
        ("Marks and Spencer", ["Marks and Spencer"]),
        ("国产", []),
        ("/", []),
        ("", []),
    ],
)
def test_brands_of_a_cell(written: str, brands: list[str]) -> None:
    assert split_brands(written) == brands


def test_the_maker_of_a_part_is_asked_by_its_registered_name() -> None:
    known = ComponentValue(name="摄像机", maker="海康", made_by="hikvision", naming=Naming.REFERENCE)
    printed = ComponentValue(
        name="摄像机", made_by="hikvision", company="杭州海康威视科技有限公司", naming=Naming.LISTED
    )
    asked = {(each.role, each.query.name) for each in questions_of_case([made_claim(known), made_claim(printed)])}
    assert asked == {
        ("maker", "海康"),
        ("maker, by the catalogue (reference)", "杭州海康威视数字技术股份有限公司"),
        ("maker, by the catalogue (listed)", "杭州海康威视科技有限公司"),
    }
