"""Workbooks: sheets as pages, cells as people see them."""

from __future__ import annotations

import datetime
import json

import pytest

from tenderlight.model.document import PageMethod, ReadState
from tenderlight.model.reader import PageCount, ReadingLimits
from tenderlight.reading.office.sheets import SheetReader, shown
from tenderlight.reading.office.workbook import Value
from tenderlight.reading.office.workbook_area import column_letters
from tests.reading.made_files import codes, line_texts, only_page, pages, read_all, table_texts, xlsx
from tests.shared_data import shared_file

CELLS = "sheets-not-laid-out"


def _sheet(*rows: str) -> str:
    return f"<sheetData>{''.join(rows)}</sheetData>"


def _text(reference: str, text: str) -> str:
    return f'<c r="{reference}" t="inlineStr"><is><t>{text}</t></is></c>'


@pytest.mark.parametrize("suffix", ["xlsx", "xls", "ods"])
def test_a_bill_of_quantities_is_read_whole(suffix: str) -> None:
    truth = json.loads(shared_file("data/reading/office/truth.json").read_text("utf-8"))["boq1"]["rows"]
    items = read_all(SheetReader(), shared_file(f"data/reading/office/boq1.{suffix}").read_bytes())
    bill, hidden = pages(items)
    rows = {row[0]: row for row in table_texts(bill) if row}
    for expected in truth:
        found = rows[expected[0]]
        assert found[:4] == expected[:4]
        assert [float(text) for text in found[4:6]] == expected[4:6]
        if suffix != "xlsx":
            assert float(found[6]) == pytest.approx(expected[6])
    assert (bill.title, hidden.title) == ("分部分项清单", "隐藏表")
    assert table_texts(hidden) == [["标底价", "8888888.88"]]
    assert items[0] == PageCount(count=2)
    assert "hidden-sheet" in codes(items)
    assert ("formula-without-value" in codes(items)) is (suffix == "xlsx")


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (5.0, "5"),
        (0.1 + 0.2, "0.3"),
        (161051.412, "161051.412"),
        (-5.25, "-5.25"),
        (1e15, "1000000000000000"),
        (123456789012345678.0, "123456789012346000"),
        (1e-7, "0.0000001"),
        (1e300, "1e+300"),
        (True, "TRUE"),
        (7, "7"),
        ("a\r\nb\n", "a\nb"),
        (datetime.date(2024, 5, 1), "2024-05-01"),
        (datetime.datetime(2024, 5, 1), "2024-05-01"),  # noqa: DTZ001 - spreadsheets know no time zones
        (datetime.datetime(2024, 5, 1, 12, 30), "2024-05-01 12:30:00"),  # noqa: DTZ001
        (datetime.time(9, 5), "09:05:00"),
        (datetime.timedelta(hours=30, seconds=1), "30:00:01"),
        (datetime.timedelta(seconds=-90), "-00:01:30"),
    ],
)
def test_values_are_shown_as_people_see_them(value: Value, text: str) -> None:
    assert shown(value) == text


@pytest.mark.parametrize(
    ("index", "letters"), [(0, "A"), (25, "Z"), (26, "AA"), (701, "ZZ"), (702, "AAA"), (16383, "XFD")]
)
def test_columns_have_letters(index: int, letters: str) -> None:
    assert column_letters(index) == letters


def test_places_count_from_the_sheets_corner() -> None:
    content = xlsx(
        _sheet(f'<row r="3">{_text("C3", "a")}{_text("E3", "b")}</row>', f'<row r="5">{_text("D5", "c")}</row>')
    )
    page = only_page(read_all(SheetReader(), content))
    assert [(line.place, text) for line, text in zip(page.lines, line_texts(page), strict=True)] == [
        ("Sheet1!C3", "a"),
        ("Sheet1!E3", "b"),
        ("Sheet1!D5", "c"),
    ]
    assert page.text == "a\t\tb\n\tc\n"


def test_merged_cells_carry_their_spans() -> None:
    merged = '<mergeCells><mergeCell ref="A1:C1"/><mergeCell ref="A2:A3"/></mergeCells>'
    rows = (f'<row r="1">{_text("A1", "title")}</row>', f'<row r="2">{_text("A2", "a")}{_text("C2", "b")}</row>',
            f'<row r="3">{_text("B3", "c")}</row>')  # fmt: skip
    page = only_page(read_all(SheetReader(), xlsx(_sheet(*rows) + merged)))
    spans = {(cell.row, cell.column): (cell.row_span, cell.column_span) for cell in page.tables[0].cells}
    assert (spans[0, 0], spans[1, 0], spans[1, 2]) == ((1, 3), (2, 1), (1, 1))


def test_hidden_rows_columns_and_sheets_are_read_and_noted() -> None:
    row = f'<row r="1" hidden="1">{_text("A1", "secret")}</row>'
    items = read_all(SheetReader(), xlsx(_sheet(row), _sheet(row), states=("visible", "veryHidden")))
    assert [page.text for page in pages(items)] == ["secret\n", "secret\n"]
    assert codes(items) == ["hidden-rows", "hidden-sheet", "hidden-rows", CELLS]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ('<c r="A1"><f>1+1</f></c>', ["formula-without-value", "no-text"]),
        ('<c r="A1"><f t="shared" si="0"/></c>', ["formula-without-value", "no-text"]),
        ('<c r="A1"><f>1+1</f><v></v></c>', ["formula-without-value", "no-text"]),
        ('<c r="A1"><f>1+1</f><v/></c><c r="B1"><v>2</v></c>', ["formula-without-value", CELLS]),
        ('<c r="A1"><f>1+1</f><v>2</v></c>', [CELLS]),
        ('<c r="A1" t="str"><f>x</f><v></v></c>', ["no-text"]),
    ],
)
def test_formulas_without_a_stored_value_are_noticed(cell: str, expected: list[str]) -> None:
    assert codes(read_all(SheetReader(), xlsx(_sheet(f'<row r="1">{cell}</row>')))) == expected


def test_a_sheet_that_spans_too_much_is_not_read_and_the_next_is() -> None:
    wide = _sheet(f'<row r="1">{_text("A1", "a")}</row>', f'<row r="1048576">{_text("XFD1048576", "b")}</row>')
    small = _sheet(f'<row r="1">{_text("A1", "c")}</row>')
    items = read_all(SheetReader(), xlsx(wide, small))
    first, second = pages(items)
    assert (first.state, first.method, first.text) == (ReadState.NOT_READ, PageMethod.NONE, "")
    assert second.text == "c\n"
    assert codes(items) == ["limit-cells", CELLS]


def test_a_lonely_far_cell_is_read() -> None:
    content = xlsx(_sheet(f'<row r="1048576">{_text("XFD1048576", "far")}</row>'))
    page = only_page(read_all(SheetReader(), content))
    assert (page.text, page.lines[0].place) == ("far\n", "Sheet1!XFD1048576")


@pytest.mark.parametrize(
    ("strings", "expected"),
    [
        ('<sst uniqueCount="4000000000"><si><t>a</t></si></sst>', ["office-damaged", "office-without-text"]),
        ("<!DOCTYPE s [<!ENTITY a 'x'>]><sst/>", ["xml-dtd", "office-without-text"]),
    ],
)
def test_shared_strings_that_lie_are_refused(strings: str, expected: list[str]) -> None:
    content = xlsx(_sheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), strings=strings)
    assert codes(read_all(SheetReader(), content)) == expected


def test_sheets_beyond_the_limit_are_counted_and_reported() -> None:
    one = _sheet(f'<row r="1">{_text("A1", "a")}</row>')
    items = read_all(SheetReader(), xlsx(one, one, one), limits=ReadingLimits(pages=2))
    assert items[0] == PageCount(count=3)
    assert len(pages(items)) == 2
    assert codes(items) == ["limit-pages", CELLS]


def test_characters_are_counted_over_all_sheets() -> None:
    one = _sheet(*(f'<row r="{row}">{_text(f"A{row}", "abcdefghi")}</row>' for row in range(1, 5)))
    items = read_all(SheetReader(), xlsx(one, one), limits=ReadingLimits(page_characters=25, document_characters=60))
    assert [page.text.count("\n") for page in pages(items)] == [2, 2, 2]
    assert [page.number for page in pages(items)] == [1, 2, 3]
    assert codes(items) == ["limit-characters", CELLS]


def test_a_damaged_workbook_is_not_read() -> None:
    assert codes(read_all(SheetReader(), xlsx(_sheet())[:-100])) == ["office-damaged", "office-without-text"]


def test_the_ledger_says_that_cells_have_no_boxes() -> None:
    found = read_all(SheetReader(), xlsx(_sheet(f'<row r="1">{_text("A1", "甲")}</row>')))
    assert codes(found) == ["sheets-not-laid-out"]
    assert line_texts(only_page(found)) == ["甲"]


def test_of_a_workbook_without_text_nothing_is_said_of_cells() -> None:
    assert codes(read_all(SheetReader(), xlsx(_sheet()))) == ["no-text"]
