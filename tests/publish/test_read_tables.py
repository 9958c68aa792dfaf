"""The tables of one file as CSV."""

from __future__ import annotations

import csv
import io
from dataclasses import replace

from tenderlight.model.document import Cell, Page, Table
from tenderlight.publish.read_tables import TABLE_COLUMNS, write_tables


def page(number: int, rows: list[list[str]], *, header_rows: int = 0, continues: bool = False) -> Page:
    text, cells = "", []
    for row, contents in enumerate(rows):
        for column, content in enumerate(contents):
            cells.append(Cell(row=row, column=column, start=len(text), end=len(text) + len(content)))
            text += content + ("\n" if column == len(contents) - 1 else "\t")
    table = Table(
        row_count=len(rows),
        column_count=len(rows[0]),
        cells=tuple(cells),
        header_rows=header_rows,
        continues=continues,
    )
    return Page(number=number, text=text, tables=(table,))


def written(*pages: Page) -> list[list[str]]:
    target = io.StringIO(newline="")
    write_tables(pages, target)
    assert target.getvalue().count("\r\n") == target.getvalue().count("\r")
    return list(csv.reader(io.StringIO(target.getvalue(), newline="")))


HEAD = ["Item", "Price"]


def test_each_row_says_its_table_page_and_number() -> None:
    one = page(1, [HEAD, ["Pump", "3"]], header_rows=1)
    two = page(2, [HEAD, ["Valve", "4"]], header_rows=1, continues=True)
    three = page(3, [["a", "b", "c"]])
    assert written(one, two, three) == [
        [*TABLE_COLUMNS, "cell_1", "cell_2", "cell_3"],
        ["1", "1", "1", "1", "Item", "Price", ""],
        ["1", "1", "2", "0", "Pump", "3", ""],
        ["1", "2", "3", "0", "Valve", "4", ""],
        ["2", "3", "1", "0", "a", "b", "c"],
    ]


def test_formulas_are_disarmed_and_line_breaks_kept() -> None:
    assert written(page(1, [["=1+1", "two\nlines"], ["+49", 'x,"y"']]))[1:] == [
        ["1", "1", "1", "0", "'=1+1", "two\nlines"],
        ["1", "1", "2", "0", "'+49", 'x,"y"'],
    ]


def test_merged_cell_leaves_its_other_places_empty() -> None:
    whole = page(1, [["Total", "x", "9"]])
    table = whole.tables[0]
    merged = replace(table, cells=(replace(table.cells[0], column_span=2), table.cells[2]))
    assert written(replace(whole, tables=(merged,)))[1] == ["1", "1", "1", "0", "Total", "", "9"]


def test_file_without_tables_has_only_the_first_columns() -> None:
    assert written(Page(number=1, text="prose\n")) == [list(TABLE_COLUMNS)]
