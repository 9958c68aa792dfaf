"""Files that are not what they are called, and files that are two things at once."""

from __future__ import annotations

from pathlib import PurePosixPath

from tenderlight.model.problem import Problem, problem
from tenderlight.reading import formats
from tenderlight.reading.detect import media_type as media_type_of

_STEP = "read"
_MAY_BE: dict[str, frozenset[str]] = {
    ".docx": frozenset({formats.DOCX, formats.LOCKED_OFFICE}),
    ".eml": frozenset({"message/rfc822", "multipart/related", "application/mbox"}),
    ".gif": frozenset({"image/gif"}),
    ".htm": frozenset({"text/html", "application/xml", "multipart/related"}),
    ".html": frozenset({"text/html", "application/xml", "multipart/related"}),
    ".jpeg": frozenset({"image/jpeg"}),
    ".jpg": frozenset({"image/jpeg"}),
    ".json": frozenset({"application/json", "application/x-ndjson"}),
    ".odt": frozenset({formats.ODT}),
    ".ods": frozenset({formats.ODS}),
    ".pdf": frozenset({"application/pdf"}),
    ".png": frozenset({"image/png"}),
    ".pptx": frozenset({formats.PPTX, formats.LOCKED_OFFICE}),
    ".tif": frozenset({"image/tiff"}),
    ".tiff": frozenset({"image/tiff"}),
    ".xlsx": frozenset({formats.XLSX, formats.XLSB, formats.LOCKED_OFFICE}),
    ".xml": frozenset({"application/xml", "text/html", "image/svg+xml"}),
}
"""Endings that name one format. Those that stand for many (.doc, .xls, .txt, .dat) are believed in anything."""
_ZIP_END, _ZIP_END_BYTES, _LONGEST_COMMENT = b"PK\x05\x06", 22, 65_535
_PDF_HEADER_BYTES = 1024


def disguises(content: bytes, media_type: str, untrusted_name: str) -> list[Problem]:
    """Return what is odd about a file as a whole.

    Args:
        content: All its bytes.
        media_type: As found from the bytes.
        untrusted_name: Its name as received.

    Returns:
        `named-otherwise` if its ending names one format and it is of another known one; `two-formats` if it is
        also a ZIP archive, or a PDF that begins as something else.
    """
    found = []
    suffix = PurePosixPath(untrusted_name.replace("\\", "/")).suffix.lower()
    known = media_type not in {formats.EMPTY, formats.UNKNOWN}
    if known and media_type not in _MAY_BE.get(suffix, {media_type}):
        detail = f"Named as {suffix}; it is: {formats.format_name(media_type)}."
        found.append(problem("named-otherwise", step=_STEP, detail=detail))
    other = _second_format(content, media_type)
    if other:
        found.append(problem("two-formats", step=_STEP, detail=f"It is also: {formats.format_name(other)}."))
    return found


def _second_format(content: bytes, media_type: str) -> str | None:
    if not content.startswith(b"PK") and _ends_as_zip(content):
        return formats.ZIP
    if media_type != "application/pdf" or content.startswith(b"%PDF"):
        return None
    before, mark, _ = content[:_PDF_HEADER_BYTES].partition(b"%PDF")
    if not mark or not before.strip():
        return None
    other = media_type_of(before)
    return other if other not in {formats.UNKNOWN, formats.EMPTY, "text/plain", "application/pdf"} else None


def _ends_as_zip(content: bytes) -> bool:
    at = content.rfind(_ZIP_END, max(0, len(content) - _ZIP_END_BYTES - _LONGEST_COMMENT))
    if at < 0 or at + _ZIP_END_BYTES > len(content):
        return False
    files = int.from_bytes(content[at + 10 : at + 12], "little")
    directory_bytes = int.from_bytes(content[at + 12 : at + 16], "little")
    comment_bytes = int.from_bytes(content[at + 20 : at + 22], "little")
    starts = at - directory_bytes
    is_at_end = at + _ZIP_END_BYTES + comment_bytes == len(content)
    return is_at_end and files > 0 and starts >= 0 and content.startswith(b"PK\x01\x02", starts)
