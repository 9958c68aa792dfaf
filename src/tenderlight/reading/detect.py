"""What a file is, told from its bytes. Names are no more than a tie-breaker: most that are wrong come from people.

Media types are those of IANA where there is one. Signatures follow the formats' own specifications.
"""

from __future__ import annotations

import re
import zlib
from pathlib import PurePosixPath

from tenderlight.reading import formats
from tenderlight.reading.detect_containers import ole_type, zip_type
from tenderlight.reading.detect_text import text_type
from tenderlight.reading.formats import format_name

__all__ = ["format_name", "media_type"]

_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "application/pdf"),
    (b"7z\xbc\xaf\x27\x1c", formats.SEVEN_ZIP),
    (b"Rar!\x1a\x07", formats.RAR),
    (b"\xfd7zXZ\x00", formats.XZ),
    (b"\x1f\x9d", formats.COMPRESS),
    (b"\x28\xb5\x2f\xfd", formats.ZSTD),
    (b"\x04\x22\x4d\x18", formats.LZ4),
    (b"LZIP\x01", formats.LZIP),
    (b"MSCF\x00\x00\x00\x00", formats.CAB),
    (b"070701", formats.CPIO),
    (b"070702", formats.CPIO),
    (b"070707", formats.CPIO),
    (b"\xc7\x71", formats.CPIO),
    (b"xar!\x00", "application/x-xar"),
    (b"\xed\xab\xee\xdb", "application/x-rpm"),
    (b"!<arch>\n", "application/x-ar"),
    (b"\x60\xea", "application/x-arj"),
    (b"{\\rtf", formats.RTF),
    (b"%!PS", "application/postscript"),
    (b"WARC/", formats.WARC),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"MM\x00+", "image/tiff"),
    (b"\x00\x00\x00\x0cjP  ", "image/jp2"),
    (b"8BPS\x00", "image/vnd.adobe.photoshop"),
    (b"AT&TFORM", "image/vnd.djvu"),
    (b"\xd7\xcd\xc6\x9a", "image/wmf"),
    (b"AC10", "image/vnd.dwg"),
    (b"ITSF\x03", "application/vnd.ms-htmlhelp"),
    (b"SQLite format 3\x00", "application/x-sqlite3"),
    (b"\xe4\x52\x5c\x7b\x8c\xd8\xa7\x4d", "application/x-onenote"),
    (b"HN\x00\x00", "application/x-caj"),
    (b"CAJ\x00", "application/x-caj"),
    (b"KDH \x00", "application/x-caj"),
    (b"\x7fELF", "application/x-executable"),
    (b"ID3\x03", "audio/mpeg"),
    (b"ID3\x04", "audio/mpeg"),
    (b"\x1a\x45\xdf\xa3", "video/mp4"),
    (b"\x09\x08\x10\x00\x00\x06\x05\x00", formats.XLS),
    (b"\x09\x08\x08\x00\x00\x05\x05\x00", formats.XLS),
)
_DEEP_SIGNATURES: tuple[tuple[int, bytes, str], ...] = (
    (32_769, b"CD001", "application/x-iso9660-image"),
    (128, b"DICM", "application/dicom"),
    (40, b" EMF", "image/wmf"),
)
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ZIP_STARTS = (b"PK\x03\x04", b"PK\x05\x06", b"PK\x07\x08PK", b"PK00PK\x03\x04")
_LHA = re.compile(rb"..-(?:lh[0-9a-z]|lz[s2-8]|pm[0-2])-", re.DOTALL)
_PDF_LATER = re.compile(rb"%PDF-\d\.\d")
_PDF_OBJECT = re.compile(rb"\d \d+ obj\b")
_PDF_REMAINS = re.compile(rb"\d \d+ obj\b|\bstartxref\b|\btrailer\s*<<|%PDF|/Type\s*/(?:Page|Catalog)")
_BZIP2 = re.compile(rb"BZh[1-9](?:1AY&SY|\x17\x72\x45\x38\x50\x90)")


def media_type(content: bytes, untrusted_name: str = "") -> str:
    """Say what a file is.

    Args:
        content: All bytes of the file.
        untrusted_name: Its name as received; decides only between text formats that look alike.

    Returns:
        A media type of `formats.FORMAT_NAMES`, `formats.EMPTY` for a file without bytes, or `formats.UNKNOWN`.
    """
    if not content:
        return formats.EMPTY
    suffix = PurePosixPath(untrusted_name.replace("\\", "/")).suffix.lower()
    return (
        _by_signature(content)
        or _by_structure(content)
        or _pdf_without_start(content, suffix)
        or text_type(content, suffix)
        or _dbase(content)
        or formats.UNKNOWN
    )


def _by_signature(content: bytes) -> str | None:
    for start, found in _SIGNATURES:
        if content.startswith(start):
            return found
    for at, mark, found in _DEEP_SIGNATURES:
        if content.startswith(mark, at):
            return found
    return None


def _by_structure(content: bytes) -> str | None:
    if content.startswith(_OLE):
        return ole_type(content)
    if content.startswith(_ZIP_STARTS):
        return zip_type(content)
    if content.startswith(b"\x1f\x8b"):
        return formats.WARC if _starts_unpacked(content).startswith(b"WARC/") else formats.GZIP
    if _BZIP2.match(content):
        return formats.BZIP2
    if _LHA.match(content):
        return formats.LHA
    if is_tar(content):
        return formats.TAR
    return _picture_or_media(content)


def _picture_or_media(content: bytes) -> str | None:
    if content.startswith(b"RIFF"):
        return {b"WEBP": "image/webp", b"WAVE": "audio/mpeg", b"AVI ": "video/mp4"}.get(content[8:12])
    if content[4:8] == b"ftyp":
        return "image/heif" if content[8:12] in {b"heic", b"heix", b"mif1", b"avif", b"msf1"} else "video/mp4"
    if content.startswith(b"BM") and content[6:10] == b"\0\0\0\0" and content[14:18] in _BMP_HEADERS:
        return "image/bmp"
    if content.startswith(b"MZ") and b"PE\0\0" in content[:4096]:
        return "application/x-executable"
    return None


_BMP_HEADERS = frozenset(size.to_bytes(4, "little") for size in (12, 40, 52, 56, 64, 108, 124))


def is_tar(content: bytes) -> bool:
    """Say whether the first 512 bytes are a TAR header: its sum of bytes tells, even where there is no "ustar" mark.

    A sum left blank is read as 0, as archive programs do.
    """
    block = content[:512]
    if len(block) < 512:
        return False
    written = re.match(rb"\s*([0-7]{0,7})[\0 ]", block[148:156])
    if written is None:
        return False
    unsigned = sum(block) - sum(block[148:156]) + 8 * 32
    signed = unsigned - 256 * sum(byte > 127 for byte in block[:148] + block[156:])
    return int(written[1] or b"0", 8) in {unsigned, signed}


def _starts_unpacked(content: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(content[:4096], 64)
    except zlib.error:
        return b""


def _pdf_without_start(content: bytes, suffix: str) -> str | None:
    """Tell a PDF that does not start as one.

    Its header comes within the first 1,024 bytes (ISO 32000-1, annex H.3), or is lost, but its name and its objects are
    those of a PDF.
    """
    if _PDF_LATER.search(content[:1024]) and _PDF_OBJECT.search(content):
        return "application/pdf"
    return "application/pdf" if suffix == ".pdf" and _PDF_REMAINS.search(content) else None


def _dbase(content: bytes) -> str | None:
    """The dBase header: version, a date that can be, a header length that ends in a carriage return."""
    if len(content) < 66 or content[0] not in {0x03, 0x30, 0x83, 0x8B, 0xF5}:
        return None
    header_bytes = int.from_bytes(content[8:10], "little")
    is_date = 1 <= content[2] <= 12 and 1 <= content[3] <= 31
    return "application/x-dbf" if is_date and content[header_bytes - 1 : header_bytes] in {b"\r", b"\0"} else None
