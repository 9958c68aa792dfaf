"""Binary workbooks: read like any other, and looked through before the engine believes them."""

from __future__ import annotations

import zlib

import pytest

from tenderlight.model.document import ReadState
from tenderlight.reading import formats
from tenderlight.reading.detect import media_type
from tenderlight.reading.office.sheets import SheetReader
from tenderlight.reading.office.workbook_binary import records, survey_sheet
from tests.reading import made_xlsb as made
from tests.reading.made_files import codes, only_page, pages, read_all, table_texts
from tests.reading.made_xlsb import cell, row, sheet, xlsb

CELLS = "sheets-not-laid-out"


def test_a_bill_is_read_with_its_places_spans_and_head() -> None:
    bill = sheet(
        row(0, cell(0, "清单")),
        row(1, made.shared(0, 1), made.shared(1, 0)),
        row(2, cell(0, "摄像机"), cell(1, 1050.5), made.record(made.BLANK, bytes(8))),
        before=made.frozen(2),
        after=made.merged(0, 0, 0, 1),
    )
    content = xlsb(bill, names=["分部分项"], strings=["单价", "名称"])
    assert media_type(content) == formats.XLSB
    page = only_page(read_all(SheetReader(), content))
    (table,) = page.tables
    assert page.title == "分部分项"
    assert table_texts(page) == [["清单"], ["名称", "单价"], ["摄像机", "1050.5"]]
    assert (table.cells[0].row_span, table.cells[0].column_span, table.header_rows) == (1, 2, 2)
    assert page.lines[-1].place == "分部分项!B3"


def test_what_is_hidden_is_read_and_noted() -> None:
    secret = sheet(row(0, cell(0, "a"), flags=made.HIDDEN_ROW), before=made.hidden_columns(3, 5))
    items = read_all(SheetReader(), xlsb(secret, sheet(row(0, cell(0, "b"))), states=[0, 2]))
    assert [page.text for page in pages(items)] == ["a\n", "b\n"]
    assert codes(items) == ["hidden-rows", "hidden-sheet", CELLS]


@pytest.mark.parametrize("far", [row(0x100000, cell(0, "b")), row(1, cell(2**32 - 1, "b"))])
def test_a_sheet_that_spans_too_much_is_not_read_and_the_next_is(far: bytes) -> None:
    wide = sheet(row(0, *(cell(column, "a") for column in range(20))), far)
    first, second = pages(items := read_all(SheetReader(), xlsb(wide, sheet(row(0, cell(0, "c"))))))
    assert (first.state, first.text, second.text) == (ReadState.NOT_READ, "", "c\n")
    assert codes(items) == ["limit-cells", CELLS]


def test_rows_may_come_in_any_order() -> None:
    page = only_page(read_all(SheetReader(), xlsb(sheet(row(8, cell(0, "late")), row(2, cell(0, "early"))))))
    assert page.text == "early\nlate\n"


def test_cells_that_the_engine_passes_over_are_counted() -> None:
    items = read_all(SheetReader(), xlsb(sheet(row(0, cell(0, "a"), made.rich(1, "lost")))))
    assert only_page(items).text == "a\n"
    assert codes(items) == ["cells-not-read", CELLS]


def test_a_broken_sheet_costs_itself_only() -> None:
    broken = sheet(made.record(made.ROW, b"\0"))
    first, second = pages(items := read_all(SheetReader(), xlsb(broken, sheet(row(0, cell(0, "b"))))))
    assert (first.state, second.text) == (ReadState.NOT_READ, "b\n")
    assert codes(items) == ["office-damaged", CELLS]


def test_two_sheets_of_one_name_are_not_taken_for_each_other() -> None:
    once, again = sheet(row(0, cell(0, "a"))), sheet(row(0, cell(0, "b")))
    items = read_all(SheetReader(), xlsb(once, again, names=["x", "x"]))
    assert "office-damaged" in codes(items)
    assert all(page.text == "" for page in pages(items))


def test_strings_without_end_are_not_unpacked() -> None:
    content = xlsb(sheet(row(0, made.shared(0, 0))), strings=["a" * 30_000_000])
    assert len(content) < 200_000
    assert codes(read_all(SheetReader(), content)) == ["limit-expansion", "office-without-text"]


def test_records_end_where_one_is_not_whole() -> None:
    whole = made.record(made.ROW, b"abc") + made.record(0x1234, b"x" * 200)
    assert [(number, len(body)) for number, body in records(whole)] == [(0, 3), (0x1234, 200)]
    for end in range(len(whole)):
        assert [number for number, _ in records(whole[:end])] == [0] * (end >= 5)


def test_a_survey_ends_on_any_bytes() -> None:
    for seed in range(200):
        noise = b"".join(zlib.crc32(bytes([seed, place])).to_bytes(4, "little") for place in range(50))
        assert survey_sheet(noise).area >= 0
