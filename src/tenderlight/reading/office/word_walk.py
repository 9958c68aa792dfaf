"""The quick way through a part of a Word document: one pass over its paragraphs, cells and texts, in their order.

Nearly all of a document is paragraphs of plain runs and tables of such paragraphs. For these it is enough to meet the
elements that matter one after the other, and to split at signs what was met; to go down into each paragraph and run
takes five times as long. Where something else is met (tracked changes, hidden text, text boxes, pictures, tables in
tables), the paragraph or table that holds it is handed back to be read with care.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from tenderlight.reading.blocks import MOST_COLUMNS, Block, Grid, SourceCell, arrange
from tenderlight.reading.flow import FlowRow
from tenderlight.reading.xml_tree import LOCAL_NAMES, attribute, count

if TYPE_CHECKING:
    from lxml import etree

CHARACTERS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
"""Elements that stand for a character."""
_FOR_CARE = frozenset(
    {
        "del", "moveFrom", "ins", "moveTo", "altChunk", "AlternateContent", "txbxContent", "sym", "vanish", "object",
        "rt", "drawing", "pict", "tcPrChange", "trPrChange",
    }
)  # fmt: skip
"""Elements that are not read on the quick way."""
_PARAGRAPH, _CELL, _ROW, _SETTING = "\x00", "\x01", "\x02", "\x03"
"""Signs for where something begins, or a setting stands: no XML text can hold them."""
_SIGNS = {**CHARACTERS, "tr": _ROW, "tc": _CELL}
_SETTINGS = frozenset({"gridSpan", "vMerge", "gridBefore", "tblHeader"})
_MET = tuple(f"{{*}}{name}" for name in ("t", "p", "tbl", "tabs", "sdtPr", *_SIGNS, *_SETTINGS, *_FOR_CARE))
_OFF = frozenset({"0", "false", "off", "none"})


def is_on(switch: etree._Element | None) -> bool:
    """Say whether a setting is there and not switched off."""
    return switch is not None and (attribute(switch, "val") or "1").lower() not in _OFF


class WordWalk:
    """The quick way through one part.

    Args:
        root: The part.
        read_with_care: Reads a paragraph or table in full.
    """

    def __init__(self, root: etree._Element, read_with_care: Callable[[etree._Element], list[Block]]) -> None:
        self._root = root
        self._read_with_care = read_with_care
        self._blocks: list[Block] = []
        self._met: list[str] = []
        """Texts and signs, since the last block was made."""
        self._block: etree._Element | None = None
        """The outermost paragraph or table that is being read."""
        self._block_at = 0
        """Where it begins in `_met`."""
        self._in_table = False
        self._settings: list[etree._Element] = []
        """Settings of the table, in the order of their signs."""
        self._past: etree._Element | None = None
        """The paragraph or table after the table that is being read, or after what was handed back."""
        self._is_skipping = False
        self._tab_stops = 0

    def blocks(self) -> list[Block] | None:
        """Return paragraphs and tables in reading order; None if the whole part is to be read with care."""
        names, signs, meet = LOCAL_NAMES, _SIGNS, self._met.append
        for element in self._root.iter(*_MET):
            name = names[element.tag]
            if self._is_skipping and element is not self._past:
                if name in _FOR_CARE and not self._is_in_block(element):
                    return None
            elif name == "t":
                meet(element.text or "")
            elif name == "p":
                if not self._in_table or element is self._past:
                    self._begin(element)
                meet(_PARAGRAPH)
            elif name in signs and not self._tab_stops:
                meet(signs[name])
            elif not self._take(element, name):
                return None
        if not self._is_skipping:
            self._end_table()
        self._end_paragraphs()
        return self._blocks

    def _take(self, element: etree._Element, name: str) -> bool:
        """Take an element that is met more rarely; return False if it stands outside all paragraphs and tables."""
        if name == "tabs":
            self._tab_stops = sum(names == "tab" for names in map(_name, element))
        elif name in _SIGNS:
            self._tab_stops -= 1
        elif name == "sdtPr" and next(element.iter("{*}t", "{*}p"), None) is None:
            pass
        elif name in _SETTINGS:
            self._met.append(_SETTING)
            self._settings.append(element)
        elif name == "tbl" and (not self._in_table or element is self._past):
            self._begin(element)
            self._end_paragraphs()
            self._settings = []
            self._in_table, self._past = True, self._next_block(element)
        else:
            return self._hand_back(element)
        return True

    def _begin(self, block: etree._Element) -> None:
        """Begin a paragraph or table that stands in no other."""
        if not self._is_skipping:
            self._end_table()
        self._is_skipping = False
        self._past = None
        self._block, self._block_at = block, len(self._met)

    def _hand_back(self, element: etree._Element) -> bool:
        """Have the paragraph or table that holds an element read with care, and go on after it."""
        block = self._block
        if block is None or not self._is_in_block(element):
            return False
        del self._met[self._block_at :]
        self._end_paragraphs()
        self._blocks += self._read_with_care(block)
        self._in_table, self._tab_stops = False, 0
        self._past = self._next_block(block)
        self._is_skipping = True
        return True

    def _is_in_block(self, element: etree._Element) -> bool:
        return any(outer is self._block for outer in element.iterancestors())

    def _end_paragraphs(self) -> None:
        self._blocks += _paragraphs("".join(self._met))
        self._met.clear()
        self._block_at = 0

    def _end_table(self) -> None:
        if self._in_table:
            rows = "".join(self._met).split(_ROW)[1:]
            settings = iter(self._settings)
            if "vMerge" in map(_name, self._settings):
                self._blocks += arrange(_merged(rows, settings))
            else:
                self._blocks += _level(rows, settings)
            self._in_table = False
            self._met.clear()

    def _next_block(self, block: etree._Element) -> etree._Element | None:
        """Return the first paragraph or table behind a block."""
        inner: etree._Element | None = block
        while inner is not None and inner is not self._root:
            for sibling in inner.itersiblings():
                found = next(sibling.iter("{*}p", "{*}tbl"), None)
                if found is not None:
                    return found
            inner = inner.getparent()
        return None


def _name(element: etree._Element) -> str:
    return LOCAL_NAMES[element.tag]


def _paragraphs(met: str) -> list[str]:
    """Return the paragraphs that hold anything, of texts that each begin with a sign."""
    if met.rfind(_PARAGRAPH) == 0:
        only = met[1:].strip("\n")
        return [only] if only.strip() else []
    return [text for piece in met.split(_PARAGRAPH)[1:] if (text := piece.strip("\n")).strip()]


def _level(rows: Sequence[str], settings: Iterator[etree._Element]) -> list[Block]:
    """Return a table in which no cell reaches into the row below, as `arrange` does.

    Args:
        rows: What was met in each row.
        settings: In the order of their signs.
    """
    placed: list[FlowRow] = []
    header_rows = 0
    for number, met in enumerate(rows):
        if _SETTING not in met:
            texts = _texts(met)
            columns: Sequence[int] = range(len(texts))
            spans = None
        else:
            texts, columns, spans, is_header = _spanning(met, settings)
            header_rows += is_header and header_rows == number
        if texts:
            placed.append(FlowRow(number, texts, columns, spans))
    if not any(row.columns[-1] for row in placed):
        return [text for met in rows for cell in met.replace(_SETTING, "").split(_CELL) for text in _paragraphs(cell)]
    if not any(any(row.texts) for row in placed):
        return []
    return [Grid(rows=tuple(placed), header_rows=header_rows if header_rows < len(rows) else 0)]


def _texts(met: str) -> list[str]:
    """Return the texts of the cells of a row."""
    texts = met.split(_CELL + _PARAGRAPH)
    if len(texts) - 1 == met.count(_PARAGRAPH) == met.count(_CELL) and "\n" not in met:
        del texts[0]
        return [text if text.strip() else "" for text in texts]
    return ["\n".join(_paragraphs(cell)) for cell in met.split(_CELL)[1:]]


def _spanning(met: str, settings: Iterator[etree._Element]) -> tuple[list[str], list[int], list[tuple[int, int]], bool]:
    """Return texts, columns and spans of the cells of a row of which something is said, and whether it is a head."""
    texts: list[str] = []
    columns: list[int] = []
    spans: list[tuple[int, int]] = []
    before, *cells = met.split(_CELL)
    of_row = _said(before, settings)
    column = count(of_row.get("gridBefore"), "val", 0)
    if column:
        column = min(column, MOST_COLUMNS)
        texts, columns, spans = [""], [0], [(1, column)]
    for cell in cells:
        span = max(1, min(count(_said(cell, settings).get("gridSpan"), "val", 1), MOST_COLUMNS - column))
        texts.append("\n".join(_paragraphs(cell.replace(_SETTING, ""))))
        columns.append(column)
        spans.append((1, span))
        column += span
    return texts, columns, spans, bool(texts) and is_on(of_row.get("tblHeader"))


def _merged(rows: Sequence[str], settings: Iterator[etree._Element]) -> list[list[SourceCell]]:
    """Return the cells of a table, those that go on from the cell above joined with it.

    Args:
        rows: What was met in each row.
        settings: In the order of their signs.
    """
    above: dict[int, SourceCell] = {}
    """Cells that may go on in the row below, by the columns they begin in."""
    merged: list[list[SourceCell]] = []
    for row in rows:
        before, *cells = row.split(_CELL)
        of_row = _said(before, settings)
        column = count(of_row.get("gridBefore"), "val", 0)
        made = [SourceCell(column_span=column)] if column else []
        for met in cells:
            of_cell = _said(met, settings)
            column += _add(of_cell, _paragraphs(met.replace(_SETTING, "")), column, made, above)
        if is_on(of_row.get("tblHeader")):
            for cell in made:
                cell.is_header = True
        merged.append(made)
    return merged


def _said(met: str, settings: Iterator[etree._Element]) -> dict[str, etree._Element]:
    """Return the settings whose signs stand among what was met, the first of each name."""
    said: dict[str, etree._Element] = {}
    for _ in range(met.count(_SETTING)):
        setting = next(settings)
        said.setdefault(_name(setting), setting)
    return said


def _add(
    said: Mapping[str, etree._Element],
    blocks: Sequence[Block],
    column: int,
    made: list[SourceCell],
    above: dict[int, SourceCell],
) -> int:
    """Add a cell to its row, or to the cell above that it continues; return how many columns it takes."""
    span = count(said.get("gridSpan"), "val", 1)
    merge = said.get("vMerge")
    if merge is not None and attribute(merge, "val") != "restart" and column in above:
        above[column].row_span += 1
        return span
    cell = SourceCell(column_span=span, blocks=list(blocks))
    made.append(cell)
    above.pop(column, None)
    if merge is not None:
        above[column] = cell
    return span
