"""Pages of the ledger as rows of a table, and as lines of JSON."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from tenderlight.cases import PageLine
from tenderlight.publish.cells import Cell

PAGE_COLUMNS = {
    "document": "SHA-256 of the original.",
    "path": "Where the original was received.",
    "page_number": "From 1; a sheet or a slide is a page.",
    "state": "read, partly or not_read: what was not read is unknown, never empty.",
    "method": "How its text was obtained: text_layer, recognised, flow or none.",
    "read_by": "Reader or text recognition, with version; empty if nobody takes the format.",
    "confidence": "Of text recognition, 0-1, the mean over the characters of the page; empty for born-digital pages.",
    "reasons": "Codes of the problems of the page, those that cost something first.",
}
"""Columns of the exported ledger, in order, with their meaning; the keys of its lines of JSON too."""

_encoder = msgspec.json.Encoder()


def page_row(page: PageLine) -> dict[str, Cell]:
    """Return a page as a row: a value for each of `PAGE_COLUMNS`."""
    return {
        "document": page.document,
        "path": page.path,
        "page_number": page.page_number,
        "state": page.state.value,
        "method": page.method.value,
        "read_by": page.read_by,
        "confidence": None if page.confidence is None else Decimal(str(page.confidence)),
        "reasons": " ".join(page.reasons) or None,
    }


def encode_page_line(page: PageLine) -> bytes:
    """Return a page as a line of JSON, without its end; `reasons` is a list there."""
    return _encoder.encode(page)
