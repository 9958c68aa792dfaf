"""One part of a Word document (body, header, notes) as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from tenderlight.reading.blocks import Block, SourceCell, arrange
from tenderlight.reading.office.office_package import parsed_xml
from tenderlight.reading.office.word_fields import form_field, is_switched_on
from tenderlight.reading.office.word_signs import CHARACTERS, plain_xml
from tenderlight.reading.office.word_walk import name_of_root, quick_part
from tenderlight.reading.pdf.sign_fonts import sign
from tenderlight.reading.xml_tree import LOCAL_NAMES, alternative, attribute, child, count, local_name

if TYPE_CHECKING:
    from lxml import etree

Parse = Callable[[bytes], "etree._Element | None"]  # noqa: SLF001
_DELETIONS = frozenset({"del", "moveFrom"})
_INSERTIONS = frozenset({"ins", "moveTo"})
_NOT_TEXT = frozenset(
    {
        "rPr", "pPr", "tblPr", "tblGrid", "trPr", "tcPr", "sectPr", "sdtPr", "sdtEndPr", "instrText", "delText",
        "delInstrText", "fldData", "commentReference", "footnoteReference", "endnoteReference", "rt", "object",
        "separator", "continuationSeparator", "control",
    }
)  # fmt: skip
_HIGHEST_DEPTH = 250


class WordPart:
    """The blocks of one XML part, and what was met on the way.

    Attributes:
        root: Name of its outermost element; "" if it is no XML that may be read.
        blocks: Paragraphs and tables in reading order.
        changes: Tracked insertions and deletions.
        hidden_characters: Code points of hidden text, left out.
        embedded_documents: Documents of other formats in the text, left out.

    Args:
        content: The part.
        parse: Returns a part as a tree; None if it is no XML that may be read.
        may_hurry: False reads all of it with care, element by element, with the same result.
    """

    def __init__(self, content: bytes, parse: Parse, *, may_hurry: bool = True) -> None:
        self.root = ""
        self._boxes: list[etree._Element] = []
        self._may_hide = False
        xml = plain_xml(content) if may_hurry else None
        self._begin()
        found = None if xml is None else quick_part(xml, self._pieces_with_care)
        if found is None:
            self.blocks = self._whole_with_care(parse(content))
        else:
            self.root, self.blocks = found.root, found.blocks
            self.changes += found.changes

    def _begin(self) -> None:
        self.changes = 0
        self.hidden_characters = 0
        self.embedded_documents = 0

    def _whole_with_care(self, root: etree._Element | None) -> list[Block]:
        self._begin()
        if root is None:
            return []
        self.root = local_name(root)
        self._may_hide = _may_hide(root)
        return self._with_care(root)

    def _pieces_with_care(self, start: bytes, pieces: Sequence[bytes]) -> list[list[Block]] | None:
        """Read paragraphs and tables; None if they say too little of themselves.

        Args:
            start: The start of the element that they stand in, with the namespaces that it knows.
            pieces: The XML of each.
        """
        root = parsed_xml(b"".join((start, *pieces, f"</w:{name_of_root(start)}>".encode())))
        if isinstance(root, str) or len(root) != len(pieces):
            return None
        self._may_hide = _may_hide(root)
        return [self._with_care(element) for element in root]

    def _with_care(self, element: etree._Element) -> list[Block]:
        """Read a paragraph, a table or a whole part, whatever is in it."""
        blocks: list[Block] = []
        if LOCAL_NAMES[element.tag] == "p":
            self._paragraph(element, blocks, 1)
        elif LOCAL_NAMES[element.tag] == "tbl":
            blocks = arrange(self._rows(element, 2))
        else:
            self._collect(element, blocks, 0)
        return blocks

    def _collect(self, parent: etree._Element, blocks: list[Block], depth: int) -> None:
        if depth > _HIGHEST_DEPTH:
            return
        for element in parent:
            name = LOCAL_NAMES[element.tag]
            if name == "p":
                self._paragraph(element, blocks, depth)
            elif name == "tbl":
                blocks += arrange(self._rows(element, depth + 1))
            elif name == "altChunk":
                self.embedded_documents += 1
            elif name in _DELETIONS:
                self.changes += 1
            elif name == "AlternateContent":
                self._collect(alternative(element), blocks, depth + 1)
            elif name not in _NOT_TEXT:
                self.changes += name in _INSERTIONS
                self._collect(element, blocks, depth + 1)

    def _paragraph(self, element: etree._Element, blocks: list[Block], depth: int) -> None:
        parts: list[str] = []
        outer, self._boxes = self._boxes, []
        self._text(element, parts, depth)
        text = "".join(parts).strip("\n")
        if text.strip():
            blocks.append(text)
        boxes, self._boxes = self._boxes, outer
        for box in boxes:
            self._collect(box, blocks, depth + 1)

    def _text(self, parent: etree._Element, parts: list[str], depth: int) -> None:
        if depth > _HIGHEST_DEPTH:
            return
        for element in parent:
            name = LOCAL_NAMES[element.tag]
            if name == "t":
                parts.append(element.text or "")
            elif name == "r":
                if self._may_hide and _is_hidden(element):
                    self._count_hidden(element)
                else:
                    self._text(element, parts, depth + 1)
            elif name in _NOT_TEXT:
                continue
            elif name in CHARACTERS:
                parts.append(CHARACTERS[name])
            elif name == "sym":
                parts.append(_sign(element))
            else:
                self._inside(element, name, parts, depth)

    def _inside(self, element: etree._Element, name: str, parts: list[str], depth: int) -> None:
        if name in _DELETIONS:
            self.changes += 1
        elif name == "txbxContent":
            self._boxes.append(element)
        elif name == "AlternateContent":
            self._text(alternative(element), parts, depth + 1)
        elif name == "ffData":
            parts.append(form_field(element))
        elif name == "p":
            parts.append("\n")
            self._text(element, parts, depth + 1)
        else:
            self.changes += name in _INSERTIONS
            self._text(element, parts, depth + 1)

    def _count_hidden(self, run: etree._Element) -> None:
        self.hidden_characters += sum(len(text.text or "") for text in run if local_name(text) == "t")

    def _rows(self, table: etree._Element, depth: int) -> list[list[SourceCell]]:
        rows: list[list[SourceCell]] = []
        above: dict[int, SourceCell] = {}
        for row in _found(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None:
                self.changes += 1
                continue
            column = count(child(properties, "gridBefore"), "val", 0)
            cells = [SourceCell(column_span=column)] if column else []
            for cell in _found(row, "tc"):
                column += self._cell(cell, column, cells, above, depth)
            if is_switched_on(child(properties, "tblHeader")):
                for made in cells:
                    made.is_header = True
            rows.append(cells)
        return rows

    def _cell(
        self, element: etree._Element, column: int, cells: list[SourceCell], above: dict[int, SourceCell], depth: int
    ) -> int:
        """Add a cell to its row, or to the cell above that it continues; return how many columns it takes."""
        span, merge = _reach(element)
        if merge is not None and attribute(merge, "val") != "restart" and column in above:
            above[column].row_span += 1
            self._collect(element, [], depth + 1)  # no page shows its words; changes in it are counted all the same
            return span
        cell = SourceCell(column_span=span)
        self._collect(element, cell.blocks, depth + 1)
        cells.append(cell)
        above.pop(column, None)
        if merge is not None:
            above[column] = cell
        return span


def _reach(cell: etree._Element) -> tuple[int, etree._Element | None]:
    """Return how many columns a cell takes, and what it says of the cells above and below it."""
    span = merge = None
    properties = child(cell, "tcPr")
    for setting in () if properties is None else properties:
        name = LOCAL_NAMES[setting.tag]
        if name == "gridSpan" and span is None:
            span = setting
        elif name == "vMerge" and merge is None:
            merge = setting
    return (1 if span is None else count(span, "val", 1)), merge


def _found(parent: etree._Element, wanted: str) -> list[etree._Element]:
    """Rows of a table or cells of a row, also those wrapped in content controls or tracked insertions."""
    found = []
    for element in parent:
        name = LOCAL_NAMES[element.tag]
        if name == wanted:
            found.append(element)
        elif name in {"sdt", "sdtContent", "ins", "customXml", "smartTag", "moveTo"}:
            found += _found(element, wanted)
    return found


def _is_hidden(run: etree._Element) -> bool:
    return is_switched_on(child(child(run, "rPr"), "vanish"))


def _may_hide(root: etree._Element) -> bool:
    return next(root.iter("{*}vanish"), None) is not None


def _sign(element: etree._Element) -> str:
    try:
        code = int(attribute(element, "char") or "", 16)
    except ValueError:
        return ""
    return sign(attribute(element, "font") or "", code)
