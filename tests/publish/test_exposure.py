"""Every contract that names a maker's goods, and what that does not prove."""

from __future__ import annotations

import json
from decimal import Decimal
from itertools import count
from pathlib import Path

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
from tenderlight.publish.exposure import NOT_CAME, NOT_CHOSEN, exposure_of, key_of, name_of
from tenderlight.publish.exposure_cells import EXPOSURE_COLUMNS, encode_exposure, exposure_cells
from tenderlight.publish.exposure_pages import page_of_maker
from tenderlight.publish.tables import EXPOSURE_WRITERS

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


def test_a_row_has_contract_people_day_price_and_capabilities() -> None:
    row = exposure_of(CLAIMS)["hikvision"][0]
    cells = exposure_cells(row)
    assert list(cells) == list(EXPOSURE_COLUMNS)
    assert (cells["year"], cells["title"], cells["buyers"]) == (2021, "某县视频项目", "某县公安局")
    assert (cells["naming"], cells["rank"], cells["quantity"]) == ("item", 6, Decimal(20))
    assert (cells["unit_price"], cells["line_total"], cells["currency"]) == (Decimal(100), Decimal(2000), "CNY")
    assert cells["capabilities_beside"] == "face.live_watchlist offered (contract)"
    assert cells["capabilities_of_contract"] == "bio.dna negated (contract)"
    assert "product line: Hikvision cameras" in str(cells["chain"])


def test_what_is_not_said_is_told() -> None:
    chosen, reference = exposure_of(CLAIMS)["hikvision"]
    assert chosen.does_not_prove == (
        NOT_CAME,
        "The supplier named is 某市集成有限公司, not the maker.",
        "Said against it.",
    )
    assert reference.does_not_prove[0] == NOT_CHOSEN


def test_a_quantity_shows_its_figures_and_a_part_has_no_price() -> None:
    (row,) = exposure_of(CLAIMS)["seagate"]
    assert (row.quantity, row.steps, row.unit_price) == (Decimal(24), "8 in each × 3 × 服务器 = 24", None)


def test_a_brand_that_the_catalogue_does_not_know_is_found_as_printed() -> None:
    (row,) = exposure_of(CLAIMS)[key_of("朔川")]
    assert (row.value.model, row.naming, row.quantity) == ("SC-1", Naming.ITEM, Decimal(6))
    assert (key_of("海康威视"), key_of("HIKVISION"), name_of("hikvision")) == ("hikvision", "hikvision", "Hikvision")


def test_the_strongest_of_a_contract_comes_first_and_years_are_in_order() -> None:
    rows = exposure_of(reversed(CLAIMS))["hikvision"]
    assert [row.year for row in rows] == [2021, None]


def test_lines_of_json_and_rows_hold_every_place(tmp_path: Path) -> None:
    rows = exposure_of(CLAIMS)["hikvision"]
    head, *lines = [json.loads(line) for line in encode_exposure("hikvision", rows, [])]
    assert (head["contracts"], head["places"], head["is_in_catalogue"], head["statements"]) == (2, 2, True, [])
    assert [line["claim"]["kind"] for line in lines] == ["component", "component"]
    assert lines[0]["chain"][0]["step"] == "printed"
    EXPOSURE_WRITERS["csv"](rows, tmp_path / "rows.csv")
    assert (tmp_path / "rows.csv").read_text("utf-8-sig").count("海康威视") >= 2


def test_a_page_of_any_name_is_called_by_its_digest() -> None:
    assert page_of_maker("../../x").startswith("makers/")
    assert ".." not in page_of_maker("../../x")
