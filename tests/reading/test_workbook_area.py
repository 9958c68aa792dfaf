"""How large a sheet may be is told before it is read, and never as less than it is."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.office import workbook_area
from tenderlight.reading.office.workbook import Workbook
from tenderlight.reading.office.workbook_area import MOST_CELLS, area_of, areas_of
from tests.reading.made_files import xlsx


def _letters(column: int) -> str:
    found = ""
    while column:
        column, last = divmod(column - 1, 26)
        found = chr(ord("A") + last) + found
    return found


def _cells(*names: str, quote: str = '"', filler: str = "") -> str:
    """A sheet with a row for each cell, which says nothing of where it is."""
    rows = "".join(f"<row r={quote}1{quote}>{filler}<c r={quote}{name}{quote}><v>1</v></c></row>" for name in names)
    return f"<sheetData>{rows}</sheetData>"


@pytest.mark.parametrize("last", ["ZZ9999", "BZ99999", "CV20000", "AAA1", "XFD99", "C9999", "ALL8000"])
def test_sheets_of_a_usual_size_are_taken(last: str) -> None:
    assert area_of(_cells("A1", last).encode()) <= MOST_CELLS


@pytest.mark.parametrize(
    ("last", "area"),
    [
        ("XFD9999", 16_384 * 9_999),
        ("CZ100000", 104 * 100_000),
        ("xfd9999", 16_384 * 9_999),
        ("B9999999", 2 * 9_999_999),
        ("AAAAAA2", 2 * 12_356_631),
        ("XFD0000009999", 16_384 * 9_999),
    ],
)
@pytest.mark.parametrize("quote", ['"', "'"])
def test_sheets_too_large_are_told_exactly_whatever_their_rows_say(last: str, area: int, quote: str) -> None:
    assert area_of(_cells("A1", last, quote=quote).encode()) == area


@pytest.mark.parametrize("before", [10, 3_900, 65_490, 65_500, 65_510, 65_520, 65_530, 65_540, 200_000])
@pytest.mark.parametrize("last", ["XFD1048576", "A" * 40 + "1", "xfd1048576"])
def test_a_reference_is_found_wherever_it_stands(before: int, last: str) -> None:
    for shift in range(0, 12, 5):
        content = _cells("A1", last, filler=" " * (before + shift)).encode()
        assert area_of(content) > MOST_CELLS
        assert areas_of([b"<sheetData/>", content])[1] > MOST_CELLS


def test_a_word_that_ends_in_digits_is_no_reference() -> None:
    sheet = _cells("A1", "ZZ9999", filler="<v>GRADE12345</v>" * 500 + "<x a='{ABCDEF12}' b='inlineStr'/>")
    assert area_of(sheet.encode()) == workbook_area._BOUNDS[0].cells


def test_cells_without_references_count_where_a_row_lies_far_below() -> None:
    sheet = '<sheetData><row r="1"><c r="A1"/></row><row r="1048576">' + "<c><v>1</v></c>" * 20 + "</row></sheetData>"
    assert area_of(sheet.encode()) >= 20 * 1_048_576


@given(
    corners=st.lists(
        st.tuples(st.integers(1, 20_000), st.integers(1, 1_048_576), st.booleans()), min_size=1, max_size=5
    ),
    spaces=st.integers(0, 5_000),
    texts=st.lists(st.sampled_from(["AB12345", '"', "'", '"A', "1234567", "清单", "xyz"]), max_size=5),
)
def test_no_sheet_is_told_smaller_than_it_is(
    corners: list[tuple[int, int, bool]], spaces: int, texts: list[str]
) -> None:
    names = [_letters(column).lower() if is_low else _letters(column) for column, _, is_low in corners]
    sheet = _cells(
        *(f"{name}{row}" for name, (_, row, _) in zip(names, corners, strict=True)),
        filler="<t>" + " ".join(texts) + " " * spaces + "</t>",
    )
    columns, rows = [column for column, _, _ in corners], [row for _, row, _ in corners]
    area = (max(columns) - min(columns) + 1) * (max(rows) - min(rows) + 1)
    told = area_of(sheet.encode())
    assert told == area if told > MOST_CELLS else told >= area
    assert areas_of([sheet.encode()] * 2) == [told] * 2


def test_a_cell_far_outside_its_row_ends_as_a_problem_of_its_sheet() -> None:
    workbook = Workbook(xlsx(_cells("A1", "XFD1048576")), ReadingLimits(), "test")
    assert workbook.survey(0).area > MOST_CELLS
