"""Chains of sectors that never end are told before an engine follows them; all others are left to it."""

from __future__ import annotations

import struct
import time

import pytest

from tenderlight.reading.office.compound_chains import has_endless_chain
from tenderlight.reading.office.sheets import SheetReader
from tests.properties.made_archives import xls
from tests.reading.made_compound import compound
from tests.reading.made_files import codes, only_page, read_all

SECTOR = 512


def table_at(content: bytes) -> int:
    return int((struct.unpack_from("<I", content, 76)[0] + 1) * SECTOR)


def small_table_at(content: bytes) -> int:
    return int((struct.unpack_from("<I", content, 60)[0] + 1) * SECTOR)


def bent(content: bytes, at: int, *numbers: int) -> bytes:
    return content[:at] + struct.pack(f"<{len(numbers)}I", *numbers) + content[at + 4 * len(numbers) :]


def test_chains_that_end_are_left_alone() -> None:
    whole = compound({"Workbook": bytes(9000), "small": bytes(300), "folder": {"x": b"y"}})
    assert not has_endless_chain(whole)
    assert not has_endless_chain(whole[:1000])
    assert not has_endless_chain(b"PK" + whole[2:])
    assert not has_endless_chain(bent(whole, table_at(whole), 0xFFFFFFF0, 7_000_000))


@pytest.mark.parametrize("numbers", [(0,), (1, 0), (1, 2, 3, 1)])
def test_a_chain_that_comes_back_is_told(numbers: tuple[int, ...]) -> None:
    whole = compound({"Workbook": bytes(9000), "small": bytes(300)})
    assert has_endless_chain(bent(whole, table_at(whole), *numbers))
    assert has_endless_chain(bent(whole, small_table_at(whole), *numbers))


def test_a_list_of_tables_that_comes_back_is_told() -> None:
    whole = compound({"Workbook": bytes(9000)})
    listed = bent(whole, 68, 0)  # the list goes on in the first sector, whose last number is the next place: 0
    assert has_endless_chain(listed)
    assert not has_endless_chain(bent(listed, 2 * SECTOR - 4, 0xFFFFFFFE))


def test_a_workbook_that_would_be_followed_for_ever_is_damaged_at_once() -> None:
    whole = xls()
    assert only_page(read_all(SheetReader(), whole)).text == "price\t120.5\n"
    started = time.process_time()
    assert codes(read_all(SheetReader(), bent(whole, table_at(whole), 0))) == ["office-without-text"]
    assert time.process_time() - started < 1


def test_a_workbook_over_which_the_engine_panics_is_damaged() -> None:
    without_small_table = bent(xls(), 64, 0)  # of no sectors, though a stream needs it
    assert not has_endless_chain(without_small_table)
    assert codes(read_all(SheetReader(), without_small_table)) == ["office-without-text"]


def test_a_workbook_that_breaks_off_in_its_last_sector_is_read() -> None:
    assert only_page(read_all(SheetReader(), xls()[:-3])).text == "price\t120.5\n"
