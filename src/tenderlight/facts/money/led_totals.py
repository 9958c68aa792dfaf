"""Sums whose label says only with or without tax, behind a label on their line that says what they are.

"d) Importe de adjudicación: Importe neto: 221.350,00 euros. Importe total: 267.833,50 euros.", as notices in Spanish
gazettes have it, also of the budget: what stands first on the line counts for both sums, and the first of them is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning, meaning_of

_LED = re.compile(r"\s{0,6}(?:(?:\d{1,2}|[a-z])[.)]\s{1,3}){0,2}(?P<label>[^:.\n]{4,60}?)\s?[:.]\s{0,3}")
_GENERAL = frozenset({Meaning.TOTAL, Meaning.AMOUNT})
_KINDS = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.BUDGET, Meaning.CEILING, Meaning.ESTIMATE})


def with_led_totals(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with general sums as what the first label of their line calls them, one for each such line."""
    kept: list[Entry] = []
    lines: set[tuple[int, int]] = set()
    for entry in entries:
        led = _led_by(entry) if entry.meaning in _GENERAL and entry.row is None else None
        line = (entry.value.sheet.page.number, _line_of(entry))
        if led is not None and entry.value.sheet.flat.startswith(entry.label, led[1]):
            kept.append(replace(entry, meaning=led[0]))
            lines.add(line)
        elif led is None or line not in lines:
            kept.append(entry)
    return kept


def _line_of(entry: Entry) -> int:
    return entry.value.sheet.flat.rfind("\n", 0, entry.value.start) + 1


def _led_by(entry: Entry) -> tuple[Meaning, int] | None:
    """Return what the label at the head of an entry's line means, and where its value begins; None if it is its own."""
    led = _LED.match(entry.value.sheet.flat, _line_of(entry), entry.value.start)
    if led is None or led["label"] == entry.label:
        return None
    meaning = meaning_of(led["label"])
    return (meaning, led.end()) if meaning in _KINDS else None
