"""Every contract that names a maker's goods, and what that does not prove."""

from __future__ import annotations

import json
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from tenderlight.model.values import Naming
from tenderlight.publish.exposure import NOT_CAME, NOT_CHOSEN, exposure_of, key_of, name_of
from tenderlight.publish.exposure_cells import EXPOSURE_COLUMNS, encode_exposure, exposure_cells, price_words
from tenderlight.publish.exposure_pages import page_of_maker
from tenderlight.publish.tables import EXPOSURE_WRITERS
from tests.publish.made_exposure import CLAIMS


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
        "The supplier named is 某市集成有限公司: from whom it has the goods is not said here.",
        "Said against it.",
    )
    assert reference.does_not_prove[0] == NOT_CHOSEN


def test_a_quantity_shows_its_figures_and_a_part_has_no_price() -> None:
    (row,) = exposure_of(CLAIMS)["seagate"]
    assert (row.quantity, row.steps, row.unit_price) == (Decimal(24), "8 in each × 3 × 服务器 = 24", None)


def test_prices_are_said_with_their_currency() -> None:
    (row,) = exposure_of(CLAIMS)["seagate"]
    priced = replace(row, unit_price=Decimal(486_000), line_total=Decimal(2_916_000), currency="CNY")
    assert price_words(priced) == "486,000 CNY each; 2,916,000 CNY in all"
    assert price_words(replace(row, unit_price=Decimal("9.5"))) == "9.5 (currency not stated) each"
    assert price_words(row) == ""


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
