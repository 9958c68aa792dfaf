"""The quick way through a part of a Word document: over its texts and the signs between them, without a tree.

Nearly all of a document is paragraphs of plain runs and tables of such paragraphs. For these it is enough to know what
stands where between the texts; a tree of all elements takes three times as long to make, and longer to go through.
Where something else is met (tracked changes, hidden text, text boxes, pictures, tables in tables), the paragraph or
table that holds it is handed back as XML, to be read with care.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import NamedTuple

from tenderlight.reading.blocks import MOST_COLUMNS, Block, Grid, SourceCell, arrange
from tenderlight.reading.flow import FlowRow
from tenderlight.reading.office.word_signs import CARE, CELL, CHANGE, PARAGRAPH, PARAGRAPH_END, ROW, SETTING, Signs
from tenderlight.reading.xml_tree import number_of

_TABLE, _TABLE_END = b"<w:tbl>", b"</w:tbl>"
_END = b"</w:p>"
_PARAGRAPH_START = re.compile(rb"<w:p(?:\s(?:[^<>]*[^<>/])?)?>")
_UNUSUAL = re.compile(f"[{CELL}{ROW}{SETTING}{CARE}]")
_NEXT_PARAGRAPH = PARAGRAPH_END + PARAGRAPH
_PLAIN_CELL = CELL + PARAGRAPH
_BLANK_CELL = re.compile(rf"{_PLAIN_CELL}\s+(?:[{CELL}{ROW}]|\Z)")
_SAID = re.compile(rf"{SETTING}(\w+)=([^{SETTING}]*){SETTING}")
_OFF = frozenset({"0", "false", "off", "none"})

ReadWithCare = Callable[[bytes, Sequence[bytes]], list[list[Block]] | None]
"""Reads paragraphs and tables that stand in an element with this start, and hands out the blocks of each."""


def is_on(value: str | None) -> bool:
    """Say whether a setting of this value is there (None = it is not) and not switched off."""
    return value is not None and (value or "1").lower() not in _OFF


def _start_of_root(xml: bytes) -> bytes:
    """Return the start tag of the outermost element; b"" if it is written unusually."""
    start = xml[: xml.find(b">") + 1]
    is_plain = start.startswith(b"<w:") and not start.endswith(b"/>")
    return start if is_plain and start.count(b'"') % 2 == start.count(b"'") == 0 else b""


def name_of_root(start: bytes) -> str:
    """Return the name of an element, without its prefix, of its start tag."""
    return start[len(b"<w:") : -1].split(maxsplit=1)[0].decode()


class QuickPart(NamedTuple):
    """A part as it was read on the quick way."""

    root: str
    """Name of its outermost element."""
    blocks: list[Block]
    """Paragraphs and tables in reading order."""
    changes: int
    """Tracked changes in what was not handed back."""


def quick_part(xml: bytes, read_with_care: ReadWithCare) -> QuickPart | None:
    """Read a part on the quick way.

    None if the whole part is to be read with care.

    Args:
        xml: The part, well-formed, without comments, instructions and sections of character data.
        read_with_care: Reads what the quick way does not read.
    """
    start = _start_of_root(xml)
    if not start:
        return None
    walk = _Walk()
    outside, *tables = xml[len(start) :].split(_TABLE)
    held: list[bytes] = []
    depth = 0
    for piece in tables:
        if not depth and not walk.paragraphs(outside):
            return None
        depth += 1 - piece.count(_TABLE_END)
        if depth < 0:
            return None
        if depth:
            held.append(piece)
            continue
        inside, _, outside = piece.rpartition(_TABLE_END)
        walk.table(_TABLE.join([*held, inside]) if held else inside)
        held.clear()
    if depth or not walk.paragraphs(outside):
        return None
    blocks = walk.blocks(start, read_with_care)
    return None if blocks is None else QuickPart(name_of_root(start), blocks, walk.changes)


class _Walk:
    """The blocks of one part while it is gone through."""

    def __init__(self) -> None:
        self._signs = Signs()
        self._blocks: list[Block] = []
        self.changes = 0
        """Tracked changes in what is not handed back."""
        self._for_care: list[bytes] = []
        """The XML of paragraphs and tables that are handed back."""
        self._places: list[int] = []
        """How many blocks come before each of them."""

    def paragraphs(self, xml: bytes) -> bool:
        """Take what stands between two tables; return False if it is more than paragraphs and what wraps them."""
        signs = self._signs.of(xml)
        if _is_plain(signs):
            texts = self._without_changes(signs)[1:-1].split(_NEXT_PARAGRAPH)
            self._blocks += [text for each in texts if (text := each.strip("\n")).strip()]
            return True
        *found, last = signs.split(PARAGRAPH_END)
        pieces: list[bytes] = []
        """The XML of what was found, once it is asked for."""
        first = still_open = 0
        for number, met in enumerate(found):
            if not still_open and not met.startswith(PARAGRAPH):
                return False
            if not still_open and met.count(PARAGRAPH) == 1 and not _UNUSUAL.search(met):
                self._blocks += _paragraphs(self._without_changes(met))
                continue
            first = first if still_open else number
            still_open += met.count(PARAGRAPH) - 1
            if not still_open:
                pieces = pieces or xml.split(_END)
                held = _END.join([*pieces[first : number + 1], b""])
                self._hand_back(held[_start_of_paragraph(held) :])
        return not still_open and not last

    def table(self, xml: bytes) -> None:
        """Take a table, of which the XML between its tags is given."""
        met = self._signs.of(xml).replace(PARAGRAPH_END, "")
        if CARE in met:
            self._hand_back(_TABLE + xml + _TABLE_END)
            return
        met = self._without_changes(met)
        self._blocks += arrange(_merged(met.split(ROW)[1:])) if f"{SETTING}vMerge" in met else _level(met)

    def blocks(self, root: bytes, read_with_care: ReadWithCare) -> list[Block] | None:
        """Return all blocks, those of what is handed back in their places; None if it cannot be read by itself."""
        read = read_with_care(root, self._for_care) if self._for_care else []
        if read is None:
            return None
        blocks: list[Block] = []
        for start, past, careful in zip([0, *self._places], [*self._places, None], [*read, []], strict=True):
            blocks += self._blocks[start:past]
            blocks += careful
        return blocks

    def _without_changes(self, met: str) -> str:
        if CHANGE in met:
            self.changes += met.count(CHANGE)
            return met.replace(CHANGE, "")
        return met

    def _hand_back(self, xml: bytes) -> None:
        self._for_care.append(xml)
        self._places.append(len(self._blocks))


def _start_of_paragraph(xml: bytes) -> int:
    start = _PARAGRAPH_START.search(xml)
    return start.start() if start else 0


def _is_plain(signs: str) -> bool:
    """Say whether what was met is paragraphs of texts one after the other, and nothing else."""
    count = signs.count(PARAGRAPH)
    return (
        signs.count(_NEXT_PARAGRAPH) == count - 1
        and signs.count(PARAGRAPH_END) == count
        and signs.startswith(PARAGRAPH)
        and signs.endswith(PARAGRAPH_END)
        and not _UNUSUAL.search(signs)
    )


def _paragraphs(met: str) -> list[str]:
    """Return the paragraphs that hold anything, of texts that each begin with a sign."""
    if met.rfind(PARAGRAPH) == 0:
        only = met[1:].strip("\n")
        return [only] if only.strip() else []
    return [text for piece in met.split(PARAGRAPH)[1:] if (text := piece.strip("\n")).strip()]


def _level(table: str) -> list[Block]:
    """Return a table in which no cell reaches into the row below, as `arrange` does.

    Args:
        table: What was met in it.
    """
    rows = table.split(ROW)[1:]
    level = ROW.join(row for row in rows if SETTING not in row) if SETTING in table else table
    texts_of = _plain_texts if _has_plain_cells(level) else _texts
    placed: list[FlowRow] = []
    header_rows = 0
    for number, met in enumerate(rows):
        if SETTING not in met:
            texts = texts_of(met)
            columns: Sequence[int] = range(len(texts))
            spans = None
        else:
            texts, columns, spans, is_header = _spanning(met)
            header_rows += is_header and header_rows == number
        if texts:
            placed.append(FlowRow(number, texts, columns, spans))
    if not any(row.columns[-1] for row in placed):
        return [text for met in rows for cell in _SAID.sub("", met).split(CELL) for text in _paragraphs(cell)]
    if not any(any(row.texts) for row in placed):
        return []
    return [Grid(rows=tuple(placed), header_rows=header_rows if header_rows < len(rows) else 0)]


def _has_plain_cells(rows: str) -> bool:
    """Say whether each cell of rows is one paragraph of one line, with a text in it or nothing at all."""
    cells = rows.count(_PLAIN_CELL)
    is_plain = cells == rows.count(CELL) == rows.count(PARAGRAPH) and "\n" not in rows
    return is_plain and not _BLANK_CELL.search(rows)


def _plain_texts(met: str) -> list[str]:
    """Return the texts of the cells of a row that are plain."""
    return met.split(_PLAIN_CELL)[1:]


def _texts(met: str) -> list[str]:
    """Return the texts of the cells of a row."""
    return ["\n".join(_paragraphs(cell)) for cell in met.split(CELL)[1:]]


def _spanning(met: str) -> tuple[list[str], list[int], list[tuple[int, int]], bool]:
    """Return texts, columns and spans of the cells of a row of which something is said, and whether it is a head."""
    texts: list[str] = []
    columns: list[int] = []
    spans: list[tuple[int, int]] = []
    before, *cells = met.split(CELL)
    of_row = _said(before)
    column = number_of(of_row.get("gridBefore", ""), 0)
    if column:
        column = min(column, MOST_COLUMNS)
        texts, columns, spans = [""], [0], [(1, column)]
    for cell in cells:
        span = max(1, min(number_of(_said(cell).get("gridSpan", ""), 1), MOST_COLUMNS - column))
        texts.append("\n".join(_paragraphs(_SAID.sub("", cell))))
        columns.append(column)
        spans.append((1, span))
        column += span
    return texts, columns, spans, bool(texts) and is_on(of_row.get("tblHeader"))


def _merged(rows: Sequence[str]) -> list[list[SourceCell]]:
    """Return the cells of a table, those that go on from the cell above joined with it.

    Args:
        rows: What was met in each row.
    """
    above: dict[int, SourceCell] = {}
    """Cells that may go on in the row below, by the columns they begin in."""
    merged: list[list[SourceCell]] = []
    for row in rows:
        before, *cells = row.split(CELL)
        of_row = _said(before)
        column = number_of(of_row.get("gridBefore", ""), 0)
        made = [SourceCell(column_span=column)] if column else []
        for met in cells:
            of_cell = _said(met)
            column += _add(of_cell, _paragraphs(_SAID.sub("", met)), column, made, above)
        if is_on(of_row.get("tblHeader")):
            for cell in made:
                cell.is_header = True
        merged.append(made)
    return merged


def _said(met: str) -> dict[str, str]:
    """Return the values of the settings among what was met, the first of each name."""
    return dict(reversed(_SAID.findall(met)))


def _add(
    said: Mapping[str, str],
    blocks: Sequence[Block],
    column: int,
    made: list[SourceCell],
    above: dict[int, SourceCell],
) -> int:
    """Add a cell to its row, or to the cell above that it continues; return how many columns it takes."""
    span = number_of(said.get("gridSpan", ""), 1)
    merge = said.get("vMerge")
    if merge is not None and merge != "restart" and column in above:
        above[column].row_span += 1
        return span
    cell = SourceCell(column_span=span, blocks=list(blocks))
    made.append(cell)
    above.pop(column, None)
    if merge is not None:
        above[column] = cell
    return span
