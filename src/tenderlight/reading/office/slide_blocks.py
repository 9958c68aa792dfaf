"""One slide (or its notes) as paragraphs and tables."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tenderlight.reading.blocks import Block, SourceCell, arrange
from tenderlight.reading.xml_tree import alternative, attribute, child, count, local_name

if TYPE_CHECKING:
    from lxml import etree

_TITLES = frozenset({"title", "ctrTitle"})
_NOT_OF_THE_SLIDE = frozenset({"sldNum", "dt", "sldImg", "hdr"})
_OFF = frozenset({"0", "false"})
_HIGHEST_DEPTH = 100


class SlidePart:
    """The blocks of one slide.

    Attributes:
        blocks: Paragraphs and tables: the title, then the rest in the order of the file.
        title: Text of its title; None if it has none.
        left_out: Charts, and objects of other programs.
    """

    def __init__(self, root: etree._Element, diagrams: Mapping[str, etree._Element]) -> None:
        self.left_out = 0
        self._diagrams = diagrams
        self._titles: list[Block] = []
        self._others: list[Block] = []
        self._collect(child(child(root, "cSld"), "spTree"), 0)
        self.blocks = [*self._titles, *self._others]
        texts = [block for block in self._titles if isinstance(block, str)]
        self.title = " ".join(" ".join(texts).split())[:1000] or None

    def _collect(self, shapes: etree._Element | None, depth: int) -> None:
        if shapes is None or depth > _HIGHEST_DEPTH:
            return
        for shape in shapes:
            name = local_name(shape)
            if name == "AlternateContent":
                self._collect(alternative(shape), depth + 1)
            elif name == "grpSp":
                self._collect(shape, depth + 1)
            elif name == "graphicFrame":
                self._frame(shape)
            elif name in {"sp", "cxnSp"}:
                self._shape(shape, name)

    def _shape(self, shape: etree._Element, name: str) -> None:
        properties = child(shape, "nvSpPr" if name == "sp" else "nvCxnSpPr")
        placeholder = child(child(properties, "nvPr"), "ph")
        kind = attribute(placeholder, "type") or ""
        if kind in _NOT_OF_THE_SLIDE:
            return
        target = self._titles if kind in _TITLES else self._others
        target.extend(paragraphs_of(child(shape, "txBody")))

    def _frame(self, frame: etree._Element) -> None:
        data = child(child(frame, "graphic"), "graphicData")
        for element in data if data is not None else ():
            name = local_name(element)
            if name == "tbl":
                self._others += arrange(_rows(element))
            elif name == "relIds":
                key = next((str(value) for key, value in element.attrib.items() if str(key).endswith("}dm")), "")
                self._diagram(self._diagrams.get(key))
            elif name in {"AlternateContent", "chart", "oleObj"}:
                self.left_out += 1

    def _diagram(self, model: etree._Element | None) -> None:
        points = child(model, "ptLst")
        for point in points if points is not None else ():
            self._others += paragraphs_of(child(point, "t"))


def paragraphs_of(body: etree._Element | None) -> Iterator[str]:
    """Yield the paragraphs with text of the body of a shape."""
    for element in body if body is not None else ():
        if local_name(element) == "p":
            text = "".join(_runs(element)).strip("\n")
            if text.strip():
                yield text


def _runs(paragraph: etree._Element) -> Iterator[str]:
    for element in paragraph:
        name = local_name(element)
        if name in {"r", "fld"}:
            text = child(element, "t")
            yield (text.text or "") if text is not None else ""
        elif name == "br":
            yield "\n"


def _rows(table: etree._Element) -> list[list[SourceCell]]:
    rows = [[*_cells(row)] for row in table if local_name(row) == "tr"]
    properties = child(table, "tblPr")
    if rows and properties is not None and _is_on(properties, "firstRow"):
        for cell in rows[0]:
            cell.is_header = True
    return rows


def _cells(row: etree._Element) -> Iterator[SourceCell]:
    """Cells of a row, without those that others reach over."""
    for cell in row:
        if local_name(cell) != "tc" or _is_on(cell, "hMerge") or _is_on(cell, "vMerge"):
            continue
        blocks: list[Block] = [*paragraphs_of(child(cell, "txBody"))]
        yield SourceCell(row_span=count(cell, "rowSpan", 1), column_span=count(cell, "gridSpan", 1), blocks=blocks)


def _is_on(cell: etree._Element, name: str) -> bool:
    return (attribute(cell, name) or "0").lower() not in _OFF
