"""Suggestions of the second reader as rows of a table, and as lines of JSON."""

from __future__ import annotations

from decimal import Decimal

import msgspec

from tenderlight.model.suggestion import Suggestion
from tenderlight.publish.cells import Cell

SUGGESTION_COLUMNS = {
    "capability": "Code of the taxonomy.",
    "score": "How likely a careful reader finds it there, 0-1: calibrated, and never a claim.",
    "model": (
        "What suggests it, with the beginning of the SHA-256 of what it was trained on; `/with-meaning` where the "
        "extra `meaning` is installed."
    ),
    "document": "SHA-256 of the original.",
    "path": "Where the original was received.",
    "page_number": "Of the first words; empty in a source without pages.",
    "pointer": "Place in a source without pages, or in a page without boxes.",
    "start": "First character of the words in the text of the page or value, from 0.",
    "end": "The character behind the last.",
    "text": "The stretch, verbatim.",
}
"""Columns of exported suggestions, in order, with their meaning."""

_encoder = msgspec.json.Encoder()


def suggestion_cells(suggestion: Suggestion) -> dict[str, Cell]:
    """Return a suggestion as a row: a value for each of `SUGGESTION_COLUMNS`."""
    first = suggestion.quotes[0]
    return {
        "capability": suggestion.capability,
        "score": Decimal(str(suggestion.score)),
        "model": suggestion.model,
        "document": first.document,
        "path": first.path,
        "page_number": first.page_number,
        "pointer": first.pointer,
        "start": first.start,
        "end": first.end,
        "text": "\n".join(quote.text for quote in suggestion.quotes),
    }


def encode_suggestion(suggestion: Suggestion) -> bytes:
    """Return a suggestion as a line of JSON, without its end; its quotes are those of claims."""
    return _encoder.encode(suggestion)
