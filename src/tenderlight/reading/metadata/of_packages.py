"""Metadata of Office and OpenDocument files: `docProps/core.xml`, `docProps/app.xml`, `meta.xml`.

Format: ECMA-376 part 2, 11, and part 1, 22.2; OASIS OpenDocument 1.3, part 3, 4.3.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tenderlight.model.metadata import PropertyKind
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.metadata.collecting import Properties
from tenderlight.reading.office.office_package import OfficePackage
from tenderlight.reading.xml_tree import attribute, child, local_name

if TYPE_CHECKING:
    from lxml import etree

_STEP = "metadata"
_LIMITS = ReadingLimits(unpacked_bytes=2 * 1024 * 1024, expansion_ratio=1_000, expansion_grace_bytes=2 * 1024 * 1024)
_MOST_ELEMENTS = 500
_CORE = {
    "creator": PropertyKind.AUTHOR,
    "lastModifiedBy": PropertyKind.LAST_MODIFIED_BY,
    "title": PropertyKind.TITLE,
    "created": PropertyKind.CREATED,
    "modified": PropertyKind.MODIFIED,
    "revision": PropertyKind.REVISION,
}
_APP = {
    "Company": PropertyKind.COMPANY,
    "Application": PropertyKind.PROGRAM,
    "AppVersion": PropertyKind.PROGRAM_VERSION,
    "Template": PropertyKind.TEMPLATE,
    "TotalTime": PropertyKind.EDITING_TIME,
}
_META = {
    "initial-creator": PropertyKind.AUTHOR,
    "creator": PropertyKind.LAST_MODIFIED_BY,
    "title": PropertyKind.TITLE,
    "creation-date": PropertyKind.CREATED,
    "date": PropertyKind.MODIFIED,
    "generator": PropertyKind.PROGRAM,
    "editing-cycles": PropertyKind.REVISION,
    "editing-duration": PropertyKind.EDITING_TIME,
}
_PARTS = (("docProps/core.xml", _CORE), ("docProps/app.xml", _APP), ("meta.xml", _META))


def collect(content: bytes, properties: Properties) -> None:
    """Take the properties of an Office or OpenDocument file; what is damaged is passed over."""
    package = OfficePackage(content, _LIMITS, _STEP)
    for name, kinds in _PARTS:
        root = package.tree(name)
        if root is None:
            continue
        outermost = child(root, "meta") if name == "meta.xml" else root
        for element in () if outermost is None else islice(outermost, _MOST_ELEMENTS):
            kind = kinds.get(local_name(element))
            if kind is not None:
                properties.add(kind, f"{name}/{local_name(element)}", element.text)
        if name == "meta.xml":
            _take_others(outermost, properties)


def _take_others(meta: etree._Element | None, properties: Properties) -> None:
    """Take what OpenDocument has under names of the user's, and in attributes."""
    for element in () if meta is None else islice(meta, _MOST_ELEMENTS):
        if local_name(element) == "template":
            properties.add(PropertyKind.TEMPLATE, "meta.xml/template", attribute(element, "title"))
        elif local_name(element) == "user-defined" and attribute(element, "name") == "Company":
            properties.add(PropertyKind.COMPANY, "meta.xml/user-defined/Company", element.text)
