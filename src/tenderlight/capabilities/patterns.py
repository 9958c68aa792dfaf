"""Finds capabilities: senses that stand together as a pattern says."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from tenderlight.capabilities.clauses import Span
from tenderlight.capabilities.senses import SenseMap, distance
from tenderlight.capabilities.vocabulary import Capability, Need, Pattern
from tenderlight.capabilities.words import Hit
from tenderlight.languages.near_misses import is_long_enough

WEAK_REACH = 2.0
"""How far a likely slip of text recognition may stand from a sure word."""
MOST_ANCHORS = 60
"""Places looked at in one sentence for one pattern: nobody writes more, and a hostile page must not cost hours."""
LONGEST_TERM = 40
"""Characters of a word of the vocabulary that may begin before the reach of a pattern and end within it."""
MOST_TRIES = 12
"""Neighbours looked at for each need of each anchor."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """Words that meet a pattern; whether anything is bought by them is not yet said."""

    capability: Capability
    pattern: Pattern
    start: int
    end: int
    weak: bool


def candidates(
    senses: SenseMap,
    patterns: Iterable[tuple[Capability, Pattern]],
    is_worth: Callable[[str, Hit], bool] = lambda _code, _hit: True,
) -> Iterator[Candidate]:
    """Yield what meets one of the patterns, in their order, then by place.

    Args:
        senses: The senses of the text.
        patterns: Those looked for, by capability.
        is_worth: Whether to look around a word for a capability, given its code.
    """
    for capability, pattern in patterns:
        tried: dict[int, int] = {}
        for anchor in senses.of(pattern.core[0].senses):
            if not is_worth(capability.code, anchor):
                continue
            sentence = senses.sentence_start(anchor.start)
            tried[sentence] = tried.get(sentence, 0) + 1
            chosen = _core(senses, pattern, anchor) if tried[sentence] <= MOST_ANCHORS else None
            if chosen is None:
                continue
            span = min(hit.start for hit in chosen), max(hit.end for hit in chosen)
            if _holds(senses, pattern, span) and not _spans_amendment(senses, span):
                yield Candidate(capability, pattern, span[0], span[1], any(hit.weak for hit in chosen))


def _core(senses: SenseMap, pattern: Pattern, anchor: Hit) -> list[Hit] | None:
    """Return the hits that meet the core of a pattern around its first sense, or None."""
    chosen = [anchor]
    scope = senses.scope(pattern.scope, (anchor.start, anchor.end), pattern.near)
    text = senses.layout.text
    for need in pattern.core[1:]:
        nearest = _nearest(senses, pattern, need, chosen, scope)
        if nearest is None:
            return None
        chosen.append(nearest)
    if any(hit.weak for hit in chosen) and not _is_supported(senses, text, chosen):
        return None
    return chosen


def _nearest(senses: SenseMap, pattern: Pattern, need: Need, chosen: Sequence[Hit], scope: Span) -> Hit | None:
    text = senses.layout.text
    span = min(hit.start for hit in chosen), max(hit.end for hit in chosen)
    reach = pattern.near * 4
    low, high = max(scope[0], span[0] - reach - LONGEST_TERM), min(scope[1], span[1] + reach + LONGEST_TERM)
    if pattern.in_order:
        low = chosen[-1].start
    found = senses.within(need.senses, (low, high))
    found.sort(key=lambda hit: max(hit.start - span[1], span[0] - hit.end))
    best: tuple[float, Hit] | None = None
    for hit in found[:MOST_TRIES]:
        away = distance(text, span, (hit.start, hit.end))
        if away <= pattern.near and (best is None or away < best[0]):
            best = away, hit
    return best[1] if best else None


def _is_supported(senses: SenseMap, text: str, chosen: Sequence[Hit]) -> bool:
    """Say whether each slip is in a long word, stands right beside a sure word, or is alone in its item of a list."""
    for hit in chosen:
        if not hit.weak or is_long_enough(text[hit.start : hit.end]):
            continue
        sure = (other for other in chosen if not other.weak)
        if any(distance(text, (hit.start, hit.end), (other.start, other.end)) <= WEAK_REACH for other in sure):
            continue
        first, last = senses.layout.item(hit.start)
        if text[first:last].strip() != text[hit.start : hit.end]:
            return False
    return True


def _holds(senses: SenseMap, pattern: Pattern, span: Span) -> bool:
    """Say whether what must stand around does, and what must not does not."""
    near = pattern.near
    if not all(senses.meets(need, span, near) or senses.is_headed_by(need, span) for need in pattern.context):
        return False
    if not any(senses.meets(need, span, near) for need in pattern.without):
        return True
    return any(senses.meets(need, span, near) for need in pattern.unless)


def _spans_amendment(senses: SenseMap, span: Span) -> bool:
    """Say whether the words stand on both sides of a correction: replace "…" with "…"."""
    if senses.within(("amended_to",), span):
        return True
    weak = senses.within(("amended_weak",), span)
    return bool(weak) and bool(senses.within(("amended_from",), (max(0, span[0] - 200), weak[0].start)))
