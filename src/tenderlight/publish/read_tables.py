"""The tables of one file as one CSV table, safe to open in a spreadsheet program."""

from __future__ import annotations

import csv
from collections.abc import Sequence
from typing import TextIO

from tenderlight.model.document import Page
from tenderlight.publish.cells import safe
from tenderlight.reading.tables.table_links import link_tables
from tenderlight.reading.tables.whole_tables import PlacedCell, whole_tables

TABLE_COLUMNS = {
    "table": "Number of the table in the file, from 1; a table over several pages is one.",
    "page_number": "Page its row stands on, from 1.",
    "row": "Number of the row in the table, from 1, counted over pages; repeated heads are left out.",
    "is_head": "1 = the row belongs to the head of the table or to the titles above it, else 0.",
}
"""Columns before those of the cells, which are called `cell_1`, `cell_2` and so on, as many as the widest table has."""


def write_tables(pages: Sequence[Page], target: TextIO) -> int:
    """Write every table of a file, row by row, a line a row; return how many tables there are.

    A merged cell stands in its first place and leaves the others empty; so do rows shorter than the widest. Lines end
    in CR LF. A text that a spreadsheet program would take for a formula gets an apostrophe before it.

    Args:
        pages: All pages of the file, in order.
        target: Opened for text without translation of line ends.
    """
    tables = whole_tables(link_tables(pages))
    width = max((table.column_count for table in tables), default=0)
    writer = csv.writer(target, lineterminator="\r\n")
    writer.writerow([*TABLE_COLUMNS, *(f"cell_{column}" for column in range(1, width + 1))])
    for number, table in enumerate(tables, 1):
        for row in table.rows():
            first = row[0]
            place = (number, first.page.number, first.row + 1, int(first.is_header))
            writer.writerow([*place, *_texts(row, width)])
    return len(tables)


def _texts(row: Sequence[PlacedCell], width: int) -> list[str]:
    texts = [""] * width
    for placed in row:
        texts[placed.cell.column] = safe(placed.text)
    return texts
