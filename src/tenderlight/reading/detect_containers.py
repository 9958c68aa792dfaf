"""What a ZIP or OLE file really is: told from the names of the parts in it."""

from __future__ import annotations

import io
import re
import zipfile

from tenderlight.reading import formats
from tenderlight.reading.archives.zip_faults import ZIP_FAULTS

_CONTENT_TYPES = (
    (b"wordprocessingml.document.main+xml", formats.DOCX),
    (b"wordprocessingml.template.main+xml", formats.DOCX),
    (b"ms-word.document.macroenabled", formats.DOCX),
    (b"ms-word.template.macroenabled", formats.DOCX),
    (b"spreadsheetml.sheet.main+xml", formats.XLSX),
    (b"spreadsheetml.template.main+xml", formats.XLSX),
    (b"ms-excel.sheet.macroenabled", formats.XLSX),
    (b"ms-excel.template.macroenabled", formats.XLSX),
    (b"ms-excel.sheet.binary.macroenabled", formats.XLSB),
    (b"presentationml.", formats.PPTX),
    (b"ms-powerpoint.", formats.PPTX),
    (b"ms-visio.drawing", "application/vnd.visio"),
    (b"package.xps-fixeddocumentsequence", "application/vnd.ms-xpsdocument"),
)
_PART_NAMES = (
    ("word/document", formats.DOCX),
    ("xl/workbook.bin", formats.XLSB),
    ("xl/workbook", formats.XLSX),
    ("ppt/presentation", formats.PPTX),
    ("visio/document", "application/vnd.visio"),
    ("fixeddocumentsequence.fdseq", "application/vnd.ms-xpsdocument"),
    ("fixeddocseq.fdseq", "application/vnd.ms-xpsdocument"),
    ("ofd.xml", formats.OFD),
)
_DECLARED = {
    b"application/vnd.oasis.opendocument.text": formats.ODT,
    b"application/vnd.oasis.opendocument.text-template": formats.ODT,
    b"application/vnd.oasis.opendocument.spreadsheet": formats.ODS,
    b"application/vnd.oasis.opendocument.spreadsheet-template": formats.ODS,
    b"application/vnd.oasis.opendocument.presentation": "application/vnd.oasis.opendocument.presentation",
    b"application/vnd.oasis.opendocument.graphics": "application/vnd.oasis.opendocument.graphics",
    b"application/epub+zip": "application/epub+zip",
    b"application/wacz": formats.WACZ,
}
_LOCAL_HEADER = re.compile(rb"PK\x03\x04.{22}(..)..", re.DOTALL)
_MOST_NAMES = 20_000
_STREAMS = (
    ("encryptedpackage", formats.LOCKED_OFFICE),
    ("worddocument", formats.DOC),
    ("workbook", formats.XLS),
    ("book", formats.XLS),
    ("powerpoint document", formats.PPT),
    ("__properties_version1.0", formats.OUTLOOK),
    ("visiodocument", "application/vnd.visio"),
    ("bodytext", "application/x-hwp"),
    ("hwpsummaryinformation", "application/x-hwp"),
)
_DAMAGED_STREAMS = (
    ("EncryptedPackage", formats.LOCKED_OFFICE),
    ("WordDocument", formats.DOC),
    ("Workbook", formats.XLS),
    ("PowerPoint Document", formats.PPT),
    ("__properties_version1.0", formats.OUTLOOK),
)


def zip_type(content: bytes) -> str:
    """Say what a file is that starts as a ZIP does; a damaged one is told from what is left of it."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            names = [name.lstrip("/\\").replace("\\", "/").lower() for name in archive.namelist()[:_MOST_NAMES]]
            declared = _small_part(archive, "mimetype").strip()
            content_types = _small_part(archive, "[Content_Types].xml").lower()
    except ZIP_FAULTS:
        names, declared, content_types = _names_in_damaged(content), _stored_mimetype(content), b""
    return _DECLARED.get(declared) or _office_type(names, content_types) or _web_archive(names) or formats.ZIP


def ole_type(content: bytes) -> str:
    """Say what a file is that starts as an OLE compound file does."""
    import olefile

    try:
        with olefile.OleFileIO(io.BytesIO(content)) as compound:  # type: ignore[no-untyped-call]
            names = {entry[0].lower() for entry in compound.listdir(streams=True, storages=True)}
    except (OSError, ValueError, IndexError, TypeError, AttributeError, RecursionError):
        names = set()
    for name, found in _STREAMS:
        if name in names:
            return found
    if any(name.strip().startswith("114") for name in names):
        return "application/vnd.ms-project"
    return _damaged_ole_type(content) if not names else "application/x-ole-storage"


def _damaged_ole_type(content: bytes) -> str:
    for name, found in _DAMAGED_STREAMS:
        if name.encode("utf-16-le") in content:
            return found
    return "application/x-ole-storage"


def _small_part(archive: zipfile.ZipFile, name: str) -> bytes:
    try:
        with archive.open(name) as part:
            return part.read(256 * 1024)
    except KeyError:
        return b""
    except ZIP_FAULTS:
        return b""


def _names_in_damaged(content: bytes) -> list[str]:
    names = []
    for header in _LOCAL_HEADER.finditer(content):
        length = int.from_bytes(header[1], "little")
        names.append(content[header.end() : header.end() + length].decode("utf-8", "replace").lower())
        if len(names) >= _MOST_NAMES:
            break
    return names


def _stored_mimetype(content: bytes) -> bytes:
    found = re.match(rb"PK\x03\x04.{26}mimetype([\w./+-]{1,80}?)PK", content, re.DOTALL)
    return found[1] if found else b""


def _office_type(names: list[str], content_types: bytes) -> str | None:
    if "[content_types].xml" in names:
        for mark, found in _CONTENT_TYPES:
            if mark in content_types:
                return found
    for start, found in _PART_NAMES:
        if any(name.startswith(start) for name in names):
            return found
    return None


def _web_archive(names: list[str]) -> str | None:
    has_captures = any(name.startswith("archive/") and name.endswith((".warc", ".warc.gz")) for name in names)
    return formats.WACZ if "datapackage.json" in names and has_captures else None
