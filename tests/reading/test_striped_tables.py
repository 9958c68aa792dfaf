"""Tables whose every second row is shaded, cell by cell, and heads of groups over columns without any rule."""

from __future__ import annotations

import pytest

from tenderlight.model.document import Page
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import check_page, read_pdf

EDGES = (40, 90, 240, 310, 390, 470)
TOP, ROW = 360.0, 18
GOODS = [[str(at), name, str(3 * at), f"{at}5.00", f"{45 * at * at}.00"] for at, name in enumerate(
    ("Camera with dome", "Server", "Switch", "Cable", "Rack", "Tray", "Lamp", "Pole"), 1
)]  # fmt: skip


def shade(row: int, columns: range = range(5), height: int = 1) -> str:
    """Fill cells one by one, as browsers do."""
    y = TOP - ROW * (row + height)
    return "".join(f"0.93 g {EDGES[at]} {y} {EDGES[at + 1] - EDGES[at]} {ROW * height} re f 0 g\n" for at in columns)


def put(row: float, column: float, text: str) -> str:
    """Write a text into a cell; half a row or column lower or further is in the middle of two."""
    left = EDGES[int(column)] + (EDGES[int(column) + 1] - EDGES[int(column)]) * (column % 1)
    return show(left + 4, TOP - ROW * row - 13, text, size=10)


def head() -> str:
    """Write a head of two rows: two groups over two columns, the others in the middle of both rows."""
    words = put(0.5, 0, "No.") + put(0.5, 1, "Article")
    words += put(0, 2.4, "Number and price") + put(1, 2, "Pieces") + put(1, 3, "Price") + put(0.5, 4, "Total")
    return words


def body(first: int = 2) -> str:
    return "".join(put(first + at, column, text) for at, row in enumerate(GOODS) for column, text in enumerate(row))


def read(content: str) -> Page:
    (page,) = read_pdf(made_pdf(MadePage(content=content, media_box=(0, 0, 520, 400)))).pages
    check_page(page)
    return page


def rows(page: Page) -> list[list[str]]:
    (table,) = page.tables
    texts = [(cell.row, page.text[cell.start : cell.end]) for cell in table.cells]
    return [[text for row, text in texts if row == number] for number in range(table.row_count)]


@pytest.mark.parametrize("shaded", [(1, 3, 5, 7), (2, 4, 6, 8), (1, 2, 4, 6, 8), (0, 1, 3, 5)])
def test_rows_between_stripes_belong_to_the_table(shaded: tuple[int, ...]) -> None:
    names = ["No.", "Article", "Pieces", "Price", "Total"]
    content = "".join(map(shade, shaded)) + "".join(put(0, at, name) for at, name in enumerate(names)) + body(1)
    assert rows(read(content)) == [names, *GOODS]


def test_two_shaded_rows_with_nothing_shaded_elsewhere_stay_a_table() -> None:
    content = shade(0) + shade(1) + "".join(put(0, at, name) for at, name in enumerate(("A", "B", "C", "D", "E")))
    page = read(content + "".join(put(1, at, text) for at, text in enumerate(GOODS[0])))
    assert rows(page) == [["A", "B", "C", "D", "E"], GOODS[0]]


@pytest.mark.parametrize("stripes", [(), (1, 2, 4, 6, 8), (3, 5, 7, 9)])
def test_heads_of_groups_stand_over_their_columns(stripes: tuple[int, ...]) -> None:
    page = read("".join(map(shade, stripes)) + head() + body())
    (table,) = page.tables
    assert table.header_rows == 2
    cells = {page.text[cell.start : cell.end]: cell for cell in table.cells}
    spans = {text: (cell.row, cell.column, cell.row_span, cell.column_span) for text, cell in cells.items()}
    assert spans["No."] == (0, 0, 2, 1)
    assert spans["Article"] == (0, 1, 2, 1)
    assert spans["Number and price"] == (0, 2, 1, 2)
    assert spans["Pieces"] == (1, 2, 1, 1)
    assert spans["Price"] == (1, 3, 1, 1)
    assert spans["Total"] == (0, 4, 2, 1)
    assert rows(page)[2:] == GOODS
