"""Reads OFD, the fixed pages of Chinese public bodies, straight from their XML: words with boxes, ruled tables.

Format: GB/T 33190-2016. An OFD is a ZIP of XML; lengths are millimetres, y downwards from the top left.
"""

from __future__ import annotations

import posixpath
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.mail_parts import SMALL_PICTURE_BYTES
from tenderlight.reading.ofd_objects import POINTS_A_MILLIMETRE, PageObjects, numbers
from tenderlight.reading.office_package import OfficePackage
from tenderlight.reading.page_layout import lay_out
from tenderlight.reading.tables import find_grids
from tenderlight.reading.unpacking import Unpacking
from tenderlight.reading.words_on_page import put_into_cells, turned
from tenderlight.reading.xml_tree import attribute, child, local_name

if TYPE_CHECKING:
    from lxml import etree

_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".jb2")
_LARGEST_SIDE = 100_000.0
_A4 = (0.0, 0.0, 210.0, 297.0)


class OfdReader:
    """Reads OFD page by page: the texts of pages, of their templates and of notes on them, with boxes.

    Text that is set to be invisible, or lies off the page, is left out and counted. If a page has no text, the larger
    pictures of the file are handed on as files of their own.
    Problems: hidden-text, limit-characters, limit-expansion, limit-members, limit-pages, limit-unpacked-bytes, no-text,
    office-damaged, office-encrypted, office-part-twice, office-without-text, page-needs-recognition, page-unreadable,
    xml-dtd.
    """

    name = "ofd"
    version = 1
    media_types = frozenset({formats.OFD})

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the pages, then what is to be known about the file."""
        step = f"read:{self.name}/{self.version}"
        package = OfficePackage(original.content, limits, step)
        documents = [_Document(package, name) for name in _documents(package)]
        pages = [(document, name) for document in documents for name in document.pages]
        if not pages:
            yield from package.problems
            is_locked = any("encryptions.xml" in name for name in package.names)
            yield problem("office-encrypted" if is_locked else "office-without-text", step=step)
            return
        yield PageCount(count=len(pages))
        has_pictures = False
        left = limits.document_characters
        for number, (document, name) in enumerate(pages[: limits.pages], 1):
            for item in document.read(name, number, min(left, limits.page_characters), step):
                yield item
                left -= len(item.text) if isinstance(item, Page) else 0
                has_pictures = has_pictures or (isinstance(item, Page) and item.state is ReadState.NOT_READ)
            if left <= 0:
                yield problem("limit-characters", step=step)
                break
        if len(pages) > limits.pages:
            yield problem("limit-pages", step=step, detail=f"Pages: {len(pages)}.")
        if has_pictures:
            yield from _pictures(package, Unpacking(len(original.content), limits, step))
        yield from package.problems


def _documents(package: OfficePackage) -> list[str]:
    """Names of the parts that describe the documents in the file; usually one."""
    root = package.tree("OFD.xml")
    bodies = [element for element in root if local_name(element) == "DocBody"] if root is not None else []
    named = [_text(child(body, "DocRoot")).lstrip("/") for body in bodies]
    return [name for name in named if name]


def _pictures(package: OfficePackage, unpacking: Unpacking) -> Iterator[Item]:
    for name in package.names:
        if name.endswith(_PICTURES) and not unpacking.is_over:
            content = package.part(name)
            if content is not None and len(content) >= SMALL_PICTURE_BYTES:
                yield from unpacking.file(name, [content])


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sheet:
    """The paper of a page in millimetres."""

    left: float
    top: float
    width: float
    height: float


class _Document:
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
        """Yield one page and its problems."""
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
