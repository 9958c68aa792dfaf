"""What kind of text a file is: HTML, XML, JSON, mail, a table, or plain text."""

from __future__ import annotations

import csv
import json
import re

from tenderlight.reading import charset, formats
from tenderlight.reading.web.html_blocks import names

_SAMPLE_BYTES = 64 * 1024
_MOST_JSON_BYTES = 1024 * 1024
_STRANGE_SHARE = 20
"""One character in so many may be a control character, or none at all, before bytes are no text."""
_CONTROLS = re.compile("[\x00-\x06\x0e-\x1a\x1c-\x1f\x7f]")
_BEFORE_MARKUP = re.compile(r"(?:\s|<!--.*?-->|<\?xml-[^>]*\?>)*", re.DOTALL)
_ELEMENT = re.compile(r"<([A-Za-z_][\w.-]*:)?([A-Za-z_][\w.-]*)((?:\s[^<>]*)?)/?>")
_HTML_ELEMENTS = names(
    "a abbr address article aside b base big blockquote body br button center code dd div dl dt em embed fieldset font "
    "footer form frameset h1 h2 h3 h4 h5 h6 head header hr html i iframe img input ins label li link main map meta nav "
    "noscript object ol option p pre s script section select small span strike strong style sub sup table tbody td "
    "textarea th thead title tr tt u ul video xmp"
)
_DOCTYPE = re.compile(r"<!doctype\s+([\w:.-]+)", re.IGNORECASE)
_CLOSING_TAG = re.compile(r"</(?:p|div|span|table|td|tr|li|ul|a|b|h[1-6]|body|html)\s*>", re.IGNORECASE)
_HEADER = re.compile(r"([!-9;-~]{1,80})[ \t]?:.*(?:\n[ \t].*)*")
_MAIL_HEADERS = names(
    "bcc cc content-transfer-encoding content-type date delivered-to dkim-signature from in-reply-to message-id "
    "mime-version received reply-to return-path sender subject to x-mailer x-originating-ip x-received"
)
_JSON_START = re.compile(r"\s*(?:\{\s*(?:\"|\})|\[\s*(?:[\[{\"\]\d-]|true|false|null))")
_JSON_SURE = re.compile(r"\s*(?:\{\s*\"|\[\s*\{\s*\")")


def text_type(content: bytes, suffix: str) -> str | None:
    """Say what kind of text the bytes are; None if they are none.

    Args:
        content: All bytes of the file.
        suffix: Ending of its name with the dot, lower case; decides only between kinds that look alike.
    """
    sample = _sample(content)
    if sample is None:
        return None
    return (
        _markup_type(sample, suffix)
        or _mail_type(sample)
        or _json_type(content, sample, suffix)
        or _table_type(sample, suffix)
        or "text/plain"
    )


def _sample(content: bytes) -> str | None:
    """The first 64 KB as text; None if these are no text."""
    head = content[:_SAMPLE_BYTES]
    decoded = charset.decode(head)
    if not decoded.is_certain and len(content) > len(head):
        # the cut may have gone through a character
        for cut in (1, 2, 3):
            shorter = charset.decode(head[:-cut])
            if shorter.is_certain:
                decoded = shorter
                break
    text = decoded.text
    strange = len(_CONTROLS.findall(text)) + (0 if decoded.is_certain else text.count("\ufffd"))
    return text if _STRANGE_SHARE * strange <= len(text) else None


def _markup_type(sample: str, suffix: str) -> str | None:
    start = _BEFORE_MARKUP.match(sample)
    text = sample[start.end() :] if start else sample
    if not text.startswith("<"):
        is_named_so = suffix in {".htm", ".html", ".xhtml", ".shtml", ".mht"}
        return "text/html" if is_named_so and (_ELEMENT.search(text) or _CLOSING_TAG.search(text)) else None
    doctype = _DOCTYPE.match(text)
    if doctype and doctype[1].lower() == "html":
        return "text/html"
    is_xml = text.startswith("<?xml")
    root = _ELEMENT.search(text)
    if root is None:
        return "application/xml" if is_xml or doctype or suffix == ".xml" else None
    prefix, name, attributes = root[1], root[2].lower(), root[3]
    if name == "svg":
        return "image/svg+xml"
    if name == "html" or "http://www.w3.org/1999/xhtml" in attributes:
        return "text/html"
    if is_xml or doctype or prefix or "xmlns" in attributes or suffix in {".xml", ".xsd", ".rdf"}:
        return "application/xml"
    if name in _HTML_ELEMENTS:
        return "text/html"
    return "application/xml" if f"</{root[2]}>" in sample else None


def _mail_type(sample: str) -> str | None:
    text = sample.lstrip("\ufeff\r\n").replace("\r\n", "\n")
    is_mailbox = text.startswith("From ")
    if is_mailbox:
        text = text.partition("\n")[2]
    known = set()
    at = 0
    while header := _HEADER.match(text, at):
        known.add(header[1].lower())
        at = header.end() + 1
        if at >= len(text) or len(known) > 200:
            break
    mail_headers = known & _MAIL_HEADERS
    if len(mail_headers) < 2 and not (known and "mime-version" in known):
        return None
    if is_mailbox:
        return formats.MAILBOX
    is_page = "snapshot-content-location" in known or re.search(
        r"^content-type:\s*multipart/related", text[:at], re.IGNORECASE | re.MULTILINE
    )
    is_sent = known & {"received", "message-id", "to", "delivered-to"}
    return formats.SAVED_PAGE if is_page and not is_sent else formats.MAIL


def _json_type(content: bytes, sample: str, suffix: str) -> str | None:
    text = sample.lstrip("\ufeff")
    if not _JSON_START.match(text):
        return "application/json" if suffix == ".json" and text.lstrip()[:1] in {"{", "["} else None
    lines = [line for line in text.splitlines() if line.strip()][:2]
    first_is_whole = _is_json(lines[0])
    if first_is_whole and len(lines) > 1 and lines[1].lstrip()[:1] in {"{", "["}:
        return "application/x-ndjson"
    if first_is_whole and suffix in {".jsonl", ".ndjson"}:
        return "application/x-ndjson"
    if _JSON_SURE.match(text) or first_is_whole:
        return _large_lines(content, text) or "application/json"
    if len(content) > _MOST_JSON_BYTES:
        return None
    return "application/json" if suffix == ".json" or _is_json(charset.decode(content).text) else None


def _large_lines(content: bytes, sample: str) -> str | None:
    """JSON Lines whose first line is longer than the sample."""
    if "\n" in sample.strip() or len(content) <= _SAMPLE_BYTES:
        return None
    first, newline, rest = content[: 64 * 1024 * 1024].lstrip().partition(b"\n")
    if not newline or rest.lstrip()[:1] != b"{":
        return None
    return "application/x-ndjson" if first.rstrip().endswith(b"}") else None


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except (ValueError, RecursionError):
        return False
    return True


def _table_type(sample: str, suffix: str) -> str | None:
    if suffix == ".csv":
        return "text/csv"
    if suffix in {".tsv", ".tab"}:
        return "text/tab-separated-values"
    if suffix in {".md", ".markdown", ".rst", ".log"}:
        return None
    lines = [line for line in sample.splitlines()[:-1][:50] if line.strip()]
    if len(lines) < 3:
        return None
    if len({line.count("\t") for line in lines}) == 1 and "\t" in lines[0]:
        return "text/tab-separated-values"
    for delimiter in ",;|":
        widths = {len(row) for row in csv.reader(lines, delimiter=delimiter)}
        if len(widths) == 1 and widths.pop() >= 3:
            return "text/csv"
    return None
