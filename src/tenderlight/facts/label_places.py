"""Where labels stand that are understood by their words: before a colon or a dash, or before a figure.

What the vocabulary lists as printed is found first; this looks at what it left: the words from the last stop to a
colon, the words before a dash, the words at the head of a line before its first figure.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.hits import Hit
from tenderlight.facts.vocabulary import AMOUNTS, DATES, NUMBERS
from tenderlight.facts.western_labels import LOT_WESTERN

Reader = Callable[[str], Hit | None]
_COLON = re.compile(r"\s?:(?!//)(?!(?<=\d:)\d)\s*")
_CUT = re.compile(r"[.;]\s+(?=[^\W\d_])|[|•*\t(»]\s*(?=[^\W\d_])|[,)]\s+(?=[^\W\d_])|\s[–—-]\s")
_BULLET = re.compile(r"\s*(?:[•*·▪◦►✓–—-]\s*)*(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zа-я]|[ivx]{1,4})[.)]{1,2}\s*)?")
_DASH = re.compile(r"\s+[–—-]{1,2}\s+|\s*=\s*|\s?[–—]\s")
_FIGURE = re.compile(
    r"\s+(?=\d|[£€$₽₴₹¥]|(?:usd|eur|gbp|rub|uah|kzt|inr|kes|ngn|pkr|brl|mxn|xof|fcfa|r\$|rs\.?|s/\.?|us\$)\s?\d)"
)
_HINT = re.compile(r"\s*(?:\([^()]*\)|,[^,]{1,12})?[\s.]*")
_LONGEST = 90
_SHORTEST = 4
_TYPED = AMOUNTS | DATES | NUMBERS


def understood(flat: str, hits: Sequence[Hit], read: Reader) -> list[Hit]:
    """Return the labels of a line: those found as printed, and those understood by their words.

    Args:
        flat: One line of flat text without Chinese signs.
        hits: What was found as printed.
        read: Reads a text that may be a label as a whole.
    """
    found = list(hits)
    for hit in (*_before_colons(flat, hits, read), *_at_head(flat, hits, read)):
        met = [one for one in found if one.start < hit.value_start and hit.start < one.value_start]
        if hit.strict and met:
            continue
        found = [one for one in found if one not in met]
        found.append(hit)
    return sorted(found, key=lambda one: one.start)


def _before_colons(flat: str, hits: Sequence[Hit], read: Reader) -> Iterator[Hit]:
    """Yield the labels that end at a colon and are not listed as a whole."""
    floor = 0
    for colon in _COLON.finditer(flat):
        begins = [floor, *(cut.end() for cut in _CUT.finditer(flat, floor, colon.start()))]
        whole = {hit.start for hit in hits if hit.value_start == colon.end() and _is_whole(flat, hit, colon.start())}
        for begin in begins:
            start = _BULLET.match(flat, begin, colon.start()).end()  # type: ignore[union-attr]
            if start in whole:
                break
            if not _SHORTEST <= colon.start() - start <= _LONGEST:
                continue
            hit = read(flat[start : colon.start()])
            if hit is not None and hit.meaning is not None:
                lot = LOT_WESTERN.search(flat, start, colon.start())
                yield replace(hit, start=start, value_start=colon.end(), lot=lot.span() if lot else None)
                break
        floor = colon.end()


def _is_whole(flat: str, hit: Hit, colon: int) -> bool:
    """Say whether a label found as printed goes up to the colon, but for a hint behind it."""
    rest = flat[hit.start + len(hit.label) : colon]
    return hit.meaning is not None and not hit.strict and _HINT.fullmatch(rest) is not None


def _at_head(flat: str, hits: Sequence[Hit], read: Reader) -> Iterator[Hit]:
    """Yield the label at the head of a line that a dash or a figure ends."""
    start = _BULLET.match(flat).end()  # type: ignore[union-attr]
    if any(hit.start <= start < hit.value_start for hit in hits):
        return
    for ends, strict in ((_DASH, False), (_FIGURE, True)):
        stop = ends.search(flat, start)
        if stop is None or not _SHORTEST <= stop.start() - start <= _LONGEST:
            continue
        hit = read(flat[start : stop.start()])
        if hit is not None and hit.meaning is not None and (hit.meaning in _TYPED or not strict):
            yield replace(hit, start=start, value_start=stop.end(), strict=strict)
            return
