"""One document of an OFD: its pages, and what is drawn on each."""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import Item
from tenderlight.reading.layout.page_layout import lay_out
from tenderlight.reading.layout.words_on_page import put_into_cells, turned
from tenderlight.reading.office.ofd_objects import POINTS_A_MILLIMETRE, PageObjects, numbers
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.tables.grids import find_grids
from tenderlight.reading.xml_tree import attribute, child, local_name

if TYPE_CHECKING:
    from lxml import etree

_LARGEST_SIDE = 100_000.0
_A4 = (0.0, 0.0, 210.0, 297.0)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """The paper of a page in millimetres."""

    left: float
    top: float
    width: float
    height: float


class Document:
    """One document of the file.

    Attributes:
        pages: Names of the parts of its pages, in order.
    """

    def __init__(self, package: OfficePackage, name: str) -> None:
        self._package = package
        root = package.tree(name)
        common = child(root, "CommonData")
        self._area = child(common, "PageArea")
        self._templates: dict[str, str] = {}
        for element in common if common is not None else ():
            if local_name(element) == "TemplatePage":
                self._templates[attribute(element, "ID") or ""] = _located(name, attribute(element, "BaseLoc"))
        listed = child(root, "Pages")
        named = [element for element in listed if local_name(element) == "Page"] if listed is not None else []
        self.pages = [_located(name, attribute(page, "BaseLoc")) for page in named]
        identifiers = [attribute(page, "ID") or "" for page in named]
        notes = _notes(package, _located(name, _text(child(root, "Annotations"))))
        self._notes = {page: notes.get(key) for page, key in zip(self.pages, identifiers, strict=True)}

    def read(self, name: str, number: int, most_characters: int, step: str) -> Iterator[Item]:
        """Yield one page and its problems.

        Args:
            name: Name of its part.
            number: From 1.
            most_characters: Characters that it may have.
            step: Step and version, for problems.
        """
        root = self._package.tree(name)
        if root is None:
            yield Page(number=number, text="", method=PageMethod.NONE, state=ReadState.NOT_READ)
            yield problem("page-unreadable", step=step, page_number=number)
            return
        sheet = self._sheet(child(root, "Area"))
        found = PageObjects(most_characters)
        for content in self._contents(name, root):
            found.add(content, (-sheet.left, -sheet.top))
        page, hidden = _laid_out(found, sheet, number)
        yield page
        if found.is_cut:
            yield problem("limit-characters", step=step, page_number=number)
        if page.state is ReadState.NOT_READ:
            yield problem("page-needs-recognition", step=step, page_number=number)
        if hidden:
            yield problem("hidden-text", step=step, page_number=number, detail=f"{hidden} characters.")

    def _contents(self, name: str, root: etree._Element) -> Iterator[etree._Element]:
        """Yield what is drawn on a page: its templates, then itself, then the notes on it."""
        for element in root:
            if local_name(element) == "Template":
                template = self._package.tree(self._templates.get(attribute(element, "TemplateID") or "", ""))
                content = child(template, "Content")
                if content is not None:
                    yield content
        content = child(root, "Content")
        if content is not None:
            yield content
        notes = self._package.tree(self._notes.get(name) or "")
        if notes is not None:
            yield notes

    def _sheet(self, area: etree._Element | None) -> _Sheet:
        for boxes in (area, self._area):
            box = numbers(_text(child(boxes, "PhysicalBox")))
            if len(box) == 4 and 0 < box[2] <= _LARGEST_SIDE and 0 < box[3] <= _LARGEST_SIDE:
                return _Sheet(left=box[0], top=box[1], width=box[2], height=box[3])
        return _Sheet(left=_A4[0], top=_A4[1], width=_A4[2], height=_A4[3])


def _laid_out(found: PageObjects, sheet: _Sheet, number: int) -> tuple[Page, int]:
    """Put the words of a page in reading order; also say how many characters are not to be seen."""
    width, height = sheet.width * POINTS_A_MILLIMETRE, sheet.height * POINTS_A_MILLIMETRE
    words, letters = found.words()
    middles = (words.boxes[:, :2] + words.boxes[:, 2:]) / 2
    is_on_page = np.all((middles >= 0) & (middles <= (width, height)), axis=1)
    hidden = found.hidden_characters + int((words.ends - words.starts)[~is_on_page].sum())
    words = words.some(is_on_page)
    grids = []
    if len(words.starts):
        direction = words.main_direction
        grids = find_grids(turned(found.rules(), direction), turned(np.empty((0, 4)), direction))
        words = put_into_cells(words, grids, lambda start, end: letters[start:end])
    laid_out = lay_out(words, grids)
    is_picture = not laid_out.text.strip() and found.pictures > 0
    page = Page(
        number=number,
        text=laid_out.text,
        width=round(width, 2),
        height=round(height, 2),
        lines=laid_out.lines,
        words=laid_out.words,
        tables=laid_out.tables,
        method=PageMethod.NONE if is_picture else PageMethod.TEXT_LAYER,
        state=ReadState.NOT_READ if is_picture else ReadState.READ,
    )
    return page, hidden


def _notes(package: OfficePackage, name: str) -> dict[str, str]:
    """Names of the parts with the notes on pages, by identifier of the page."""
    root = package.tree(name) if name else None
    found = {}
    for element in root if root is not None else ():
        if local_name(element) == "Page":
            found[attribute(element, "PageID") or ""] = _located(name, _text(child(element, "FileLoc")))
    return found


def _located(name: str, place: str | None) -> str:
    """Name of a part that another part refers to; "" for none."""
    if not place or not place.strip():
        return ""
    return posixpath.normpath(posixpath.join("/", posixpath.dirname(name), place.strip())).lstrip("/")


def _text(element: etree._Element | None) -> str:
    return "" if element is None else (element.text or "").strip()
