"""Hits of a search as rows of a table, and as lines of JSON."""

from __future__ import annotations

import msgspec

from tenderlight.model.hit import Hit
from tenderlight.publish.cells import Cell

HIT_COLUMNS = {
    "document": "SHA-256 of the original.",
    "path": "Where the original was received.",
    "page_number": "Page that holds the words, from 1; empty in a source without pages.",
    "pointer": "Place of the first words in a source without pages.",
    "start": "First character of the first words in the text of the page or value, from 0.",
    "end": "The character behind the last.",
    "text": "The first words that were found, verbatim: as read, or as corrected.",
    "before": "What stands before them.",
    "after": "What stands behind them.",
    "read_as": "Where a person corrected the words that were found, how they were read; empty: they stand as read.",
    "corrected_to": "Where the words were found as read, how a person corrected them; empty: nobody did.",
    "count": "How many times words that were looked for stand there.",
}
"""Columns of exported hits, in order, with their meaning."""

_encoder = msgspec.json.Encoder()


def hit_cells(hit: Hit) -> dict[str, Cell]:
    """Return a hit as a row: a value for each of `HIT_COLUMNS`."""
    return {
        "document": hit.document,
        "path": hit.path,
        "page_number": hit.page_number,
        "pointer": hit.pointer,
        "start": hit.start,
        "end": hit.end,
        "text": hit.text,
        "before": hit.before,
        "after": hit.after,
        "read_as": hit.read_as,
        "corrected_to": hit.corrected_to,
        "count": hit.count,
    }


def encode_hit(hit: Hit) -> bytes:
    """Return a hit as a line of JSON, without its end."""
    return _encoder.encode(hit)
