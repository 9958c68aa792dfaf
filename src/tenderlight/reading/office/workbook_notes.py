"""What stands on a sheet of an XLSX workbook beside its cells: text boxes, and notes and comments on cells.

Format: ECMA-376 part 1, 20.5 (drawings) and 18.7 (comments); [MS-XLSX]
(https://learn.microsoft.com/openspecs/office_standards/ms-xlsx), 2.6.201 (threaded comments).
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.office.slide_blocks import paragraphs_of
from tenderlight.reading.office.workbook_area import column_letters
from tenderlight.reading.xml_tree import alternative, attribute, child, local_name

if TYPE_CHECKING:
    from lxml import etree

_ANCHORS = frozenset({"absoluteAnchor", "oneCellAnchor", "twoCellAnchor"})
_HIGHEST_DEPTH = 20
_KINDS = frozenset({"drawing", "comments", "threadedcomment"})


class BesideCells(NamedTuple):
    """What stands beside the cells of a sheet."""

    texts: list[tuple[str, str]]
    """Each with its place on the sheet: "B7 text box", "B7 text box paragraph 2", "B4 note"."""
    left_out: int
    """Charts and diagrams."""


def beside_cells(package: OfficePackage, sheet: str) -> BesideCells:
    """Read what stands beside the cells of a sheet. Parts that cannot be read grow `package.problems`.

    Comments that are answered are kept twice in a file, once as notes for old programs; they come once.

    Args:
        package: The workbook.
        sheet: Name of the part of the sheet.
    """
    folder, _, file = sheet.rpartition("/")
    found = BesideCells([], 0)
    if not package.has(f"{folder}/_rels/{file}.rels"):
        return found
    trees: dict[str, list[etree._Element]] = {kind: [] for kind in _KINDS}
    for relation in package.relations(sheet, _KINDS):
        tree = package.tree(relation.target)
        if tree is not None:
            trees[relation.kind].append(tree)
    left_out = 0
    for drawing in trees["drawing"]:
        for anchor in drawing:
            if local_name(anchor) in _ANCHORS:
                cell = _anchor(anchor)
                shapes = list(_shapes(anchor, 0))
                left_out += sum(local_name(shape) == "graphicFrame" for shape in shapes)
                for shape in shapes:
                    texts = list(paragraphs_of(child(shape, "txBody")))
                    found.texts.extend(
                        (text, f"{cell} text box" + (f" paragraph {number}" if len(texts) > 1 else ""))
                        for number, text in enumerate(texts, 1)
                    )
    threads = [_note(note) for tree in trees["threadedcomment"] for note in tree]
    told = {cell for _, cell in threads}
    notes = [_note(note) for tree in trees["comments"] for note in _comments(tree)]
    notes = [note for note in notes if note[1] not in told] + threads
    found.texts.extend((text, f"{cell} note") for text, cell in notes if text.strip())
    return found._replace(left_out=left_out)


def _anchor(anchor: etree._Element) -> str:
    """Return the cell in which something begins; "A1" for what is placed by points."""
    start = child(anchor, "from")
    column, row = (
        int(text) if text.isascii() and text.isdigit() and len(text) < 8 else 0
        for text in ((_text(child(start, name)) if start is not None else "") for name in ("col", "row"))
    )
    return f"{column_letters(column)}{row + 1}"


def _text(element: etree._Element | None) -> str:
    return "" if element is None else (element.text or "").strip()


def _shapes(element: etree._Element, depth: int) -> Iterator[etree._Element]:
    """Yield the shapes, connectors and frames in an anchor, of doubled ones one form."""
    if depth > _HIGHEST_DEPTH:
        return
    for inner in element:
        name = local_name(inner)
        if name == "AlternateContent" and len(inner):
            yield from _shapes(alternative(inner), depth + 1)
        elif name == "grpSp":
            yield from _shapes(inner, depth + 1)
        elif name in {"sp", "cxnSp", "graphicFrame"}:
            yield inner


def _comments(tree: etree._Element) -> Iterator[etree._Element]:
    listed = child(tree, "commentList")
    return iter(()) if listed is None else iter(listed)


def _note(note: etree._Element) -> tuple[str, str]:
    """Return the text of a note and its cell. Sounds that are written beside Chinese and Japanese are left out."""
    body = child(note, "text")
    if body is None:
        return "", ""
    runs = [body.text or "", *(_text_of_run(run) for run in body)]
    return "".join(runs).strip("\n"), attribute(note, "ref") or ""


def _text_of_run(run: etree._Element) -> str:
    name = local_name(run)
    text = run if name == "t" else child(run, "t") if name == "r" else None
    return "" if text is None else text.text or ""
