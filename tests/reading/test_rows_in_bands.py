"""Ruled tables whose rules part bands of rows, and heads of groups over columns: from a PDF to its cells."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

import pytest

from tenderlight.model.document import Cell
from tests.reading.made_pdfs import MadePage, made_pdf, rule, show
from tests.reading.pdf_reading import check_page, read_pdf

EDGES = (20, 130, 210, 290, 370)
TOP, LEADING = 280.0, 14
Band = Sequence[Sequence[str] | str]
"""Of each column the lines of its cell; a text alone stands in the middle of the band's height."""

HEAD: Band = (["Item"], ["Quantity"], ["Unit price"], ["Total"])
CAMERAS: Band = (
    ["Camera", "Server", "Switch"],
    ["4", "2", "10"],
    ["120.00", "900.00", "35.50"],
    ["480.00", "1,800.00", "355.00"],
)
RACKS: Band = (["Rack", "Cable", "Tray"], ["1", "300", "12"], ["610.00", "0.80", "7.25"], ["610.00", "240.00", "87.00"])


class ReadTable:
    """The one table of a page, with the text of its cells."""

    def __init__(self, content: str) -> None:
        (page,) = read_pdf(made_pdf(MadePage(content=content))).pages
        check_page(page)
        (self.table,) = page.tables
        self._text = page.text

    def text(self, cell: Cell) -> str:
        return self._text[cell.start : cell.end]

    def row(self, number: int) -> list[str]:
        return [self.text(cell) for cell in self.table.cells if cell.row == number]


def banded(*bands: Band) -> ReadTable:
    """Read a table with a rule over and under each band, and between all columns."""
    y = TOP
    content = rule(EDGES[0], y, EDGES[-1], y)
    for band in bands:
        height = LEADING * max(len(cell) for cell in band if not isinstance(cell, str))
        for x, cell in zip(EDGES, band, strict=False):
            lines, top = ([cell], y - (height - LEADING) / 2) if isinstance(cell, str) else (cell, y)
            content += "".join(show(x + 4, top - 11 - LEADING * at, each, size=9) for at, each in enumerate(lines))
        y -= height + 2
        content += rule(EDGES[0], y, EDGES[-1], y)
    return ReadTable(content + "".join(rule(x, TOP, x, y) for x in EDGES))


def test_a_band_is_parted_into_its_rows() -> None:
    read = banded(HEAD, CAMERAS, RACKS)
    assert (read.table.row_count, read.table.header_rows) == (7, 1)
    assert read.row(2) == ["Server", "2", "900.00", "1,800.00"]
    assert read.row(4) == ["Rack", "1", "610.00", "610.00"]
    first = [cell.box for cell in read.table.cells if cell.column == 0 and cell.box is not None]
    assert len(first) == 7
    assert all(upper.bottom == lower.top for upper, lower in pairwise(first))


def test_two_rows_between_rules_are_parted_if_all_is_figures() -> None:
    read = banded(HEAD, tuple(cell[:2] for cell in CAMERAS))
    assert read.row(1) == ["Camera", "4", "120.00", "480.00"]
    assert read.row(2) == ["Server", "2", "900.00", "1,800.00"]


def test_what_is_missing_in_a_row_stays_missing() -> None:
    read = banded(HEAD, (*CAMERAS[:3], ["480.00", "", "355.00"]))
    assert read.row(2) == ["Server", "2", "900.00", ""]


def test_the_name_of_a_band_stays_with_all_its_rows() -> None:
    rooms: Band = (
        "Halls",
        ["4", "2", "6", "9"],
        ["10.00", "7.50", "3.00", "1.25"],
        ["40.00", "15.00", "18.00", "11.25"],
    )
    read = banded(HEAD, rooms)
    assert read.row(1) == ["Halls", "4", "10.00", "40.00"]
    assert read.row(4) == ["9", "1.25", "11.25"]
    (name,) = [cell for cell in read.table.cells if cell.row_span == 4]
    assert read.text(name) == "Halls"


@pytest.mark.parametrize(
    "row",
    [
        (["Camera, with", "bracket and", "cable"], ["4"], ["120.00"], ["480.00"]),
        (["Camera, with", "bracket"], ["4", "pieces"], ["120.00", "euro"], ["480.00", "euro"]),
        (["Works on", "the roof"], ["from 2021", "to 2022"], ["as agreed", "later"], ["12 weeks", "in all"]),
        (["1. dust", "2. water", "3. frost"], ["proof"], ["each"], ["2021"]),
        (["Camera", "Server", "Switch"], ["4", "2", "10"], ["all in one", "price, tax", "included"], ["2,635.00"]),
    ],
    ids=["wrapped", "units", "prose", "list", "one-price"],
)
def test_a_row_whose_words_wrap_stays_one(row: Band) -> None:
    read = banded(HEAD, row, (["Rack"], ["1"], ["610.00"], ["610.00"]))
    assert read.table.row_count == 3
    assert read.row(1)[0] == "\n".join(row[0])


def test_rules_that_begin_below_the_heads_of_groups() -> None:
    low = TOP - 80
    content = "".join(rule(20, y, 380, y) for y in (TOP, TOP - 40, TOP - 60, low))
    content += "".join(rule(x, TOP, x, low) for x in (20, 140, 260, 380))
    content += "".join(rule(x, TOP - 20, x, low) for x in (80, 200, 320))
    heads = ("Sold in the year", "Hired for months", "Returned unused")
    content += "".join(show(24 + 120 * at, TOP - 14, text, size=9) for at, text in enumerate(heads))
    for at, text in enumerate(["Number", "Value"] * 3):
        content += show(24 + 60 * at, TOP - 34, text, size=9) + show(24 + 60 * at, TOP - 54, f"{at + 1}0", size=9)
        content += show(24 + 60 * at, TOP - 74, f"{at + 3}5.00", size=9)
    read = ReadTable(content)
    assert read.row(0) == list(heads)
    assert [cell.column_span for cell in read.table.cells if cell.row == 0] == [2, 2, 2]
    assert read.row(1) == ["Number", "Value"] * 3
    assert read.table.header_rows == 2
