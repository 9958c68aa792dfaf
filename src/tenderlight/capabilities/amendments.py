"""Corrections: what is replaced, and by what."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.senses import SenseMap

LONGEST_SIDE = 200
"""Characters on either side of words in which the words of a correction are looked for."""
LONGEST_QUOTED = 80
_QUOTES = (("“", "”"), ("「", "」"), ("«", "»"), ("‘", "’"), ("《", "》"), ('"', '"'))


@dataclass(frozen=True, slots=True)
class AmendedPart:
    """Which part of a correction words stand in."""

    holds: bool
    """True for the new wording, False for the one that is void."""
    word: Span
    """What says so: 更正为, "read instead"."""


def amendment(senses: SenseMap, core: Span, own: frozenset[str], *, is_correction: bool) -> AmendedPart | None:
    """Return which part of a correction the words stand in, or None if they stand in none.

    Args:
        senses: The senses of the text.
        core: The words that are judged.
        own: Senses of the words that are judged. A new wording that has them again leaves the thing as it was.
        is_correction: Whether the document is a correction. In others a new wording without the old one ("is to read")
            counts only for words in quotation marks.
    """
    layout = senses.layout
    first, last = layout.line(core[0])[0], layout.line(core[1] - 1)[1]
    sentence = max(first, core[0] - LONGEST_SIDE), min(last, core[1] + LONGEST_SIDE)
    was = senses.within(("amended_from",), sentence)
    corrects = is_correction or _is_quoted(layout.text, core)
    now = senses.within(("amended_to", "amended_weak") if corrects else ("amended_to",), sentence)
    now = [hit for hit in now if "amended_to" in hit.senses or any(start.end <= hit.start for start in was)]
    before = [hit for hit in now if hit.end <= core[0]]
    if before and not any(hit.start > before[-1].end and hit.end <= core[0] for hit in was):
        return AmendedPart(True, (before[-1].start, before[-1].end))
    after = [hit for hit in now if hit.start >= core[1]]
    if not after:
        return None
    opened = any(hit.end <= core[0] for hit in was)
    if not opened:
        if senses.within(("parameter",), (core[1], after[0].start)):
            return None  # its number, price or date changes
        if not corrects or "amended_to" not in after[0].senses or senses.within(own, (after[0].end, sentence[1])):
            return None
    return AmendedPart(False, (after[0].start, after[0].end))


def _is_quoted(text: str, core: Span) -> bool:
    """Say whether the words stand in quotation marks, as what a correction replaces does."""
    before, after = text[max(0, core[0] - LONGEST_QUOTED) : core[0]], text[core[1] : core[1] + LONGEST_QUOTED]
    return any(before.rfind(first) > before.rfind(last) and last in after for first, last in _QUOTES)
