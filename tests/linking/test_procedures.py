"""Documents are joined by number and buyer, never by likeness. A wrong join names a wrong supplier."""

from __future__ import annotations

import pytest

from tenderlight.linking.numbers import procedure_number
from tenderlight.linking.procedures import (
    ContractKey,
    alone,
    of_document,
    of_record,
    tells_among_all,
    tells_among_one_buyers,
)
from tests.facts.summary import read

ONE, OTHER = "ab" * 32, "cd" * 32
REGISTERS = [
    "SDGP371100000202602000055",
    "11000026210200165469-XM001",
    "N5119022026000012",
    "0373100038719000012",
    "330521253680050000027-ZJXCXZF-2025-JC57",
    "0747-2361SCCZA123",
    "NYZC2023-138-006",
    "(3501)FXZB(GK)2021018",
    "YCA010241-202501-01",
]
"""Numbers with codes of region, office or agency."""
SERIALS = [
    *("2023-001", "2023年第3号", "HBZC-2022-0315", "LD-2022-31", "AVC/21/77", "15-К/2022", "计2022-77", "ZB20230001"),
    *(
        "ZB-20230315-0001",
        "CG20230315093012",
        "RFP-2022-19",
        "兰财采字公开招-2026-12",
        "2023031501",
    ),
]
"""Numbers that many give out, each buyer seldom twice."""
NOTHING = [
    "HT-001",
    "A-001",
    "XM-0001",
    "NO.0012",
    "20230315",
    "2023-03-15",
    "ZB20230315",
    "2023年3月15日",
    "2023-12",
    "CG2023",
]
"""Numbers that begin anew each year, and dates."""


def key(number: str | None, buyer: str | None, document: str) -> ContractKey:
    return of_document(document, number=number, buyer=buyer)


def are_joined(number: str, buyers: tuple[str | None, str | None]) -> bool:
    return key(number, buyers[0], ONE).contract == key(number, buyers[1], OTHER).contract


@pytest.mark.parametrize("number", [*REGISTERS, *SERIALS])
def test_the_same_number_of_the_same_buyer_is_one_contract(number: str) -> None:
    assert are_joined(number, ("南溪县公安局", "南溪縣 公安局（本级）"))


@pytest.mark.parametrize("number", [*REGISTERS, *SERIALS, *NOTHING, "001"])
def test_the_same_number_of_two_buyers_is_two_contracts(number: str) -> None:
    assert not are_joined(number, ("南溪县公安局", "北溪县公安局"))
    assert not are_joined(number, ("Ministry of Interior of Kenya", "Ministry of Interior of Uganda"))


@pytest.mark.parametrize("number", [*SERIALS, *NOTHING, "001"])
def test_a_number_that_many_give_out_joins_nothing_where_no_buyer_is_named(number: str) -> None:
    assert not are_joined(number, (None, None))
    assert not are_joined(number, ("公安局", "公安局")), "a kind of office is no name"
    assert not are_joined(number, ("南溪县公安局", None))


@pytest.mark.parametrize("number", REGISTERS)
def test_the_number_of_a_wide_register_joins_by_itself(number: str) -> None:
    assert are_joined(number, (None, None))
    assert are_joined(number, ("县公安局", None))


@pytest.mark.parametrize("number", NOTHING)
def test_a_date_or_a_serial_number_without_a_year_joins_nothing(number: str) -> None:
    assert not are_joined(number, ("南溪县公安局", "南溪县公安局"))


def test_one_document_is_one_contract_in_every_run() -> None:
    for number, buyer in ((None, None), ("001", None), ("HT-001", "甲县公安局"), ("2023-001", "甲县公安局")):
        assert key(number, buyer, ONE) == key(number, buyer, ONE)
    assert key(None, "甲县公安局", ONE) == alone(ONE)
    assert all(found.because.endswith(".") for found in (key("001", None, ONE), key("2023-001", "甲县公安局", ONE)))


def test_a_register_tells_more_than_a_serial_number() -> None:
    assert all(map(tells_among_all, REGISTERS))
    assert all(map(tells_among_one_buyers, [*REGISTERS, *SERIALS]))
    assert not any(map(tells_among_all, [*SERIALS, *NOTHING]))
    assert not any(map(tells_among_one_buyers, NOTHING))


@pytest.mark.parametrize("printed", ["2023-001", "2023年第3号", "001", "ZFCG-2023-0001"])
def test_notices_of_two_counties_with_one_number_are_two_contracts(printed: str) -> None:
    keys = []
    for county, document in (("南溪县", ONE), ("北溪县", OTHER)):
        facts = read(f"中标公告\n项目编号：{printed}\n采购人：{county}公安局\n中标供应商：{county}甲信息技术有限公司\n")
        keys.append(of_document(document, number=procedure_number(facts), buyer=f"{county}公安局"))
    assert keys[0].contract != keys[1].contract


@pytest.mark.parametrize(
    "record",
    [
        "ocid:ocds-213czf-1",
        "ted:2023/S 001-000001",
        "ted:000123-2024",
        "eforms:6a1f2b3c-0000-4000-8000-123456789abc-01",
    ],
)
def test_identifiers_that_hold_everywhere_join_files(record: str) -> None:
    assert of_record(record, document=ONE) == of_record(record, document=OTHER)


@pytest.mark.parametrize(
    "record", ["ocid:1", "ocid:2023-001", "release:1", "release:/releases/0", "ted:/*", "eforms:/*", "eforms:1"]
)
def test_identifiers_that_hold_in_their_file_join_only_there(record: str) -> None:
    assert of_record(record, document=ONE) == of_record(record, document=ONE)
    assert of_record(record, document=ONE).contract != of_record(record, document=OTHER).contract
