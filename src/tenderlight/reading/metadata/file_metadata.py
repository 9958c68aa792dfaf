"""The metadata of a file, whatever its format."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import cast

from tenderlight.model.metadata import FileMetadata
from tenderlight.reading import formats
from tenderlight.reading.metadata.collecting import Properties

_WHERE: dict[str, str] = {
    "application/pdf": "of_pdf",
    formats.DOCX: "of_packages",
    formats.XLSX: "of_packages",
    formats.XLSB: "of_packages",
    formats.PPTX: "of_packages",
    formats.ODT: "of_packages",
    formats.ODS: "of_packages",
    formats.RTF: "of_rich_text",
    formats.DOC: "of_compound_files",
    formats.XLS: "of_compound_files",
    formats.PPT: "of_compound_files",
}


def metadata_of(content: bytes, media_type: str) -> FileMetadata | None:
    """Return what a file says of itself; None if it says nothing, is damaged or locked, or its format says nothing.

    Args:
        content: All its bytes.
        media_type: As detected from the bytes.
    """
    where = _WHERE.get(media_type)
    if where is None:
        return None
    collect = cast("Callable[[bytes, Properties], None]", import_module(f"{__package__}.{where}").collect)
    properties = Properties()
    collect(content, properties)
    return properties.metadata()


def warm_up() -> None:
    """Import what finds properties, so that a forked child opens no file for it."""
    for where in dict.fromkeys(_WHERE.values()):
        import_module(f"{__package__}.{where}")
