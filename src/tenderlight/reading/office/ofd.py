"""Reads OFD, the fixed pages of Chinese public bodies, straight from their XML: words with boxes, ruled tables.

Format: GB/T 33190-2016. An OFD is a ZIP of XML; lengths are millimetres, y downwards from the top left.
"""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.document import Page, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import formats
from tenderlight.reading.archives.unpacking import Unpacking
from tenderlight.reading.mail.mail_parts import SMALL_PICTURE_BYTES
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.xml_tree import child, local_name

_PICTURES = (".png", ".jpg", ".jpeg", ".bmp", ".tif", ".tiff", ".jb2")


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
        from tenderlight.reading.office.ofd_document import Document
        from tenderlight.reading.tables.table_links import TableLinks

        step = f"read:{self.name}/{self.version}"
        package = OfficePackage(original.content, limits, step)
        documents = [Document(package, name) for name in _documents(package)]
        pages = [(document, name) for document in documents for name in document.pages]
        if not pages:
            yield from package.problems
            is_locked = any("encryptions.xml" in name for name in package.names)
            yield problem("office-encrypted" if is_locked else "office-without-text", step=step)
            return
        yield PageCount(count=len(pages))
        has_pictures = False
        links = TableLinks()
        left = limits.document_characters
        for number, (document, name) in enumerate(pages[: limits.pages], 1):
            for item in document.read(name, number, min(left, limits.page_characters), step):
                if not isinstance(item, Page):
                    yield item
                    continue
                yield links.linked(item)
                left -= len(item.text)
                has_pictures = has_pictures or item.state is ReadState.NOT_READ
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
    roots = [child(body, "DocRoot") for body in bodies]
    return [root.text.strip().lstrip("/") for root in roots if root is not None and root.text and root.text.strip()]


def _pictures(package: OfficePackage, unpacking: Unpacking) -> Iterator[Item]:
    for name in package.names:
        if name.endswith(_PICTURES) and not unpacking.is_over:
            content = package.part(name)
            if content is not None and len(content) >= SMALL_PICTURE_BYTES:
                yield from unpacking.file(name, [content])
