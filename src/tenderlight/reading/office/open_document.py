"""Reads OpenDocument texts (ODT) straight from their XML.

Read are headers, the body with tables, text boxes and notes, and footers; tracked deletions and comments are not.
Format: OASIS OpenDocument 1.3, part 3.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.blocks import Block, BlockWriter, SourceCell, arrange, shortfalls
from tenderlight.reading.flow import FlowWriter
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.office_pictures import pictures_in
from tenderlight.reading.xml_tree import count, local_name

if TYPE_CHECKING:
    from lxml import etree

_NOT_TEXT = frozenset(
    {
        "annotation", "annotation-end", "tracked-changes", "forms", "sequence-decls", "bookmark", "hidden-text",
        "hidden-paragraph", "object", "object-ole", "desc", "title", "ruby-text", "note-citation", "binary-data",
    }
)  # fmt: skip
_SPACES = re.compile("[ \t\n\r]+")
_MOST_SPACES = 1000
_MOST_REPEATED = 1000
_HIGHEST_DEPTH = 250
_HEADERS = ("header", "header-first", "header-left")
_FOOTERS = ("footer", "footer-first", "footer-left")


class OpenDocumentReader:
    """Reads ODT as one page of paragraphs and tables.

    Places: "paragraph 12", "table 2 row 3 cell 1", "header 1 paragraph 1".
    Problems: limit-characters, limit-expansion, no-text, office-damaged, office-encrypted, office-part-damaged,
    office-part-twice, office-without-text, pictures-not-read, tracked-changes, xml-dtd.
    """

    name = "odt"
    version = 5
    media_types = frozenset({formats.ODT})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the page, then what is to be known about it."""
        step = f"read:{self.name}/{self.version}"
        package = OfficePackage(original.content, limits, step)
        if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
            yield problem("office-encrypted", step=step)
            return
        root = package.tree("content.xml")
        body = next(root.iter("{*}text"), None) if root is not None else None
        if root is None or body is None:
            yield from package.problems
            yield problem("office-without-text", step=step)
            return
        yield PageCount(count=1)
        flow = FlowWriter(limits)
        writer = BlockWriter(flow)
        styles = package.tree("styles.xml")
        for part, element in [*_margins(styles, _HEADERS), ("", body), *_margins(styles, _FOOTERS)]:
            yield from writer.write(_blocks(element), part=part)
        yield from flow.last_pages()
        yield from package.problems
        yield from package.damage_beside_text()
        if any(count(spaces, "c", 1) > _MOST_SPACES for spaces in root.iter("{*}s")):
            yield problem("limit-expansion", step=step, detail="A run of spaces was shortened.")
        changes = sum(1 for _ in root.iter("{*}changed-region"))
        if changes:
            yield problem("tracked-changes", step=step, detail=f"Changes: {changes}.")
        yield from pictures_in(package, step)
        yield from shortfalls(flow, step)


def _margins(styles: etree._Element | None, kinds: tuple[str, ...]) -> list[tuple[str, etree._Element]]:
    """Headers or footers of all page styles, with the name that their places start with."""
    if styles is None:
        return []
    found = [element for element in styles.iter() if local_name(element) in kinds and len(element)]
    return [(f"{kinds[0]} {number} ", element) for number, element in enumerate(found, 1)]


def _blocks(root: etree._Element) -> list[Block]:
    blocks: list[Block] = []
    _collect(root, blocks, 0)
    return blocks


def _collect(parent: etree._Element, blocks: list[Block], depth: int) -> None:
    if depth > _HIGHEST_DEPTH:
        return
    for element in parent:
        name = local_name(element)
        if name in {"p", "h"}:
            _paragraph(element, blocks, depth)
        elif name == "table":
            blocks += arrange(_rows(element, depth + 1))
        elif name not in _NOT_TEXT:
            _collect(element, blocks, depth + 1)


def _paragraph(element: etree._Element, blocks: list[Block], depth: int) -> None:
    parts: list[str] = []
    aside: list[etree._Element] = []
    _text(element, parts, aside, depth)
    text = "".join(parts).strip("\n ")
    if text.strip():
        blocks.append(text)
    for inner in aside:
        _collect(inner, blocks, depth + 1)


def _text(element: etree._Element, parts: list[str], aside: list[etree._Element], depth: int) -> None:
    """Collect the text of a paragraph; boxes and notes in it are put aside."""
    _add(parts, element.text)
    for inner in element if depth <= _HIGHEST_DEPTH else ():
        name = local_name(inner)
        if name == "s":
            parts.append(" " * min(count(inner, "c", 1), _MOST_SPACES))
        elif name == "tab":
            parts.append("\t")
        elif name == "line-break":
            parts.append("\n")
        elif name in {"text-box", "note-body"}:
            aside.append(inner)
        elif name not in _NOT_TEXT:
            _text(inner, parts, aside, depth + 1)
        _add(parts, inner.tail)


def _add(parts: list[str], text: str | None) -> None:
    """Add text with its white space folded to single spaces, as the format says."""
    if not text:
        return
    folded = _SPACES.sub(" ", text)
    if folded.startswith(" ") and (not parts or parts[-1].endswith((" ", "\n"))):
        folded = folded[1:]
    if folded:
        parts.append(folded)


def _rows(table: etree._Element, depth: int) -> list[list[SourceCell]]:
    rows: list[list[SourceCell]] = []
    for element in table:
        name = local_name(element)
        if name == "table-row":
            rows.append(_cells(element, depth))
        elif name in {"table-header-rows", "table-rows", "table-row-group"}:
            found = _rows(element, depth)
            for cell in (cell for row in found for cell in row if name == "table-header-rows"):
                cell.is_header = True
            rows += found
    return rows


def _cells(row: etree._Element, depth: int) -> list[SourceCell]:
    cells: list[SourceCell] = []
    for element in row:
        if local_name(element) != "table-cell":
            continue
        for _ in range(min(count(element, "number-columns-repeated", 1), _MOST_REPEATED)):
            cell = SourceCell(
                row_span=count(element, "number-rows-spanned", 1),
                column_span=count(element, "number-columns-spanned", 1),
            )
            _collect(element, cell.blocks, depth + 1)
            cells.append(cell)
    return cells
