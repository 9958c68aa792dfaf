"""Which captures of a web page are documents: not its scripts, styles, fonts, films and small pictures."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from urllib.parse import urlsplit

from tenderlight.reading import formats
from tenderlight.reading.detect import media_type
from tenderlight.reading.mail.mail_parts import SMALL_PICTURE_BYTES

_NEVER = frozenset({formats.EMPTY, "application/x-executable", "audio/mpeg", "image/svg+xml", "video/mp4"})
_DECLARED_SCRIPTS = ("javascript", "ecmascript", "text/css", "font", "manifest+json", "importmap", "wasm")
_TEXTS = frozenset({"text/plain", "text/csv", "text/tab-separated-values"})
_RECORDS = frozenset({"application/json", "application/x-ndjson", "application/xml"})
_BEGINNING_BYTES = 64 * 1024
_FEED = re.compile(rb"\A[^<]{0,100}(?:<[?!][^>]{0,1000}>\s*){0,20}<(?:rss|rdf:RDF|feed)[\s>]")
_NUMBERED = re.compile(rb'"(?:tenderID|contractID)"\s*:\s*"UA-')
"""Numbers as Prozorro gives them to tenders and contracts."""
_TEXT_NAMES = frozenset({".csv", ".md", ".tsv", ".txt"})
_RECORD_NAMES = frozenset({".json", ".jsonl", ".ndjson", ".xml"})
_DOCUMENT_NAMES = frozenset(
    {
        ".7z", ".caj", ".doc", ".docx", ".et", ".ofd", ".ods", ".odt", ".pdf", ".ppt", ".pptx", ".rar", ".rtf", ".wps",
        ".xls", ".xlsx", ".zip",
    }
)  # fmt: skip


def is_document(content: bytes, address: str, declared: str) -> bool:
    """Whether a capture is worth reading by itself.

    Args:
        content: What was captured.
        address: Its URL.
        declared: What the server says it is, lower case, without parameters; empty if it says nothing.
    """
    name = file_name(address)
    suffix = PurePosixPath(name).suffix.lower()
    if any(word in declared for word in _DECLARED_SCRIPTS) or suffix in {".js", ".css", ".mjs", ".map"}:
        return False
    kind = media_type(content, name)
    if kind in _NEVER:
        return False
    if kind.startswith("image/"):
        return len(content) >= SMALL_PICTURE_BYTES
    if kind in _TEXTS:
        return declared in _TEXTS or suffix in _TEXT_NAMES
    if kind in _RECORDS and _FEED.search(content[:_BEGINNING_BYTES]):
        return False  # a list of documents, each of which is captured by itself, if anybody wanted it
    if kind in _RECORDS:
        return suffix in _RECORD_NAMES or b'"ocid"' in content[:_BEGINNING_BYTES] or bool(_NUMBERED.search(content))
    return kind != formats.UNKNOWN or suffix in _DOCUMENT_NAMES


def file_name(address: str) -> str:
    """The last part of a URL's path; empty if it has none."""
    try:
        return PurePosixPath(urlsplit(address).path).name
    except ValueError:
        return ""
