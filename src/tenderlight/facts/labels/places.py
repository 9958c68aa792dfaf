"""Where labels stand that are understood by their words: before a colon or a dash, or before a figure.

What the vocabulary lists as printed is found first; this looks at what it left: the words from the last stop to a
colon, the words before a dash, the words at the head of a line before its first figure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.labels.hits import Hit, Reader
from tenderlight.facts.words.lot_keys import LOT_WESTERN
from tenderlight.facts.words.vocabulary import AMOUNTS, DATES, NUMBERS, Meaning

_COLON = re.compile(r"\s?:(?!//)(?!(?<=\d:)\d)\s*")
_CUT = re.compile(r"[.;]\s+(?=[^\W\d_])|[|•*\t(»«“\"„]\s*(?=[^\W\d_])|[,)]\s+(?=[^\W\d_])|\s[–—-]\s|\s{3,}")
_CLAUSE = re.compile(r"[.;,]\s+(?=[^\W\d_])|[|•*\t«“\"„]\s*(?=[^\W\d_])|\s[–—-]\s|\s{3,}")
_BULLET = re.compile(r"\s*(?:[•*·▪◦►✓–—-]\s*)*(?:\(?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[a-zа-я]|[ivx]{1,4})[.)]{1,2}\s*)?")
_LEGAL_FORM = re.compile(
    r"\s{0,3}(?:[a-z]\.){2}|(?<=\.)[a-z]\.\s|"
    r"\s{0,3}(?:inc|incorporated|ltd|limited|llc|llp|corp|co|plc|pty|pvt|lda|ltda|sa|srl|sarl|gmbh)[.,]?\s"
)
"""The end of a company's name, which is no number of a label: "X, S.L. Importe:"."""
_DASH = re.compile(r"\s+[–—-]{1,2}\s+|\s*=\s*|\s?[–—]\s")
_FIGURE = re.compile(
    r"\s+(?=\d|[£€$₽₴₹¥]|(?:usd|eur|gbp|rub|uah|kzt|inr|kes|ngn|pkr|brl|mxn|xof|fcfa|r\$|rs\.?|s/\.?|us\$)\s?\d)"
)
_HINT = re.compile(r"\s*(?:\([^()]*\)|,[^,]{1,12})?[\s.]*")
_PREPOSITION = re.compile(r"(?:по|at|for|por|за|with|pour|à|a|de|в|на|с|з|con|com|to|in|of|from|on)\s")
_WHOLE = re.compile(r"total|итог|всего|разом|усього|общ|загальн|gesamt|global")
_ENDS = re.compile(r"\d[^.;\d]*[.;]\s+(?=[^\W\d_]{2}|\d{1,2}\s[^\W\d_]{2})")
"""Where the value of a label without a colon ends: behind its figure, with the clause."""
_END = " "
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
        if (hit.strict or hit.label == _END) and met:
            continue
        if hit.label == _END and any(one.start <= hit.start < one.value_start for one in found):
            continue  # another label begins there, and ends the value before it
        found = [one for one in found if one not in met]
        found.append(hit)
    return sorted(found, key=lambda one: one.start)


def _before_colons(flat: str, hits: Sequence[Hit], read: Reader) -> Iterator[Hit]:
    """Yield the labels that end at a colon and are not listed as a whole."""
    floor = 0
    ending: dict[int, list[Hit]] = {}
    for hit in hits:
        ending.setdefault(hit.value_start, []).append(hit)
    for colon in _COLON.finditer(flat):
        begins = [floor, *(cut.end() for cut in _CUT.finditer(flat, floor, colon.start()))]
        whole = {hit.start for hit in ending.get(colon.end(), ()) if _is_whole(flat, hit, colon.start())}
        for begin in begins:
            start = _BULLET.match(flat, begin, colon.start()).end()  # type: ignore[union-attr]
            if start in whole:
                break
            if not _SHORTEST <= colon.start() - start <= _LONGEST or _LEGAL_FORM.match(flat, begin):
                continue
            read_here = read(flat[start : colon.start()])
            if read_here is not None and read_here.meaning is not None:
                lot = LOT_WESTERN.search(flat, start, colon.start())
                yield replace(read_here, start=start, value_start=colon.end(), lot=lot.span() if lot else None)
                break
        floor = colon.end()


def _is_whole(flat: str, hit: Hit, colon: int) -> bool:
    """Say whether a label found as printed goes up to the colon, but for a hint behind it."""
    rest = flat[hit.start + len(hit.label) : colon]
    return hit.meaning is not None and not hit.strict and _HINT.fullmatch(rest) is not None


def _at_head(flat: str, hits: Sequence[Hit], read: Reader) -> Iterator[Hit]:
    """Yield the labels at the head of a line or clause that a dash or a figure ends."""
    floor = 0
    for cut in (0, *(match.end() for match in _CLAUSE.finditer(flat))):
        start = _BULLET.match(flat, cut).end()  # type: ignore[union-attr]
        if start < floor or any(hit.start <= start < hit.value_start for hit in hits):
            continue
        found = _bare(flat, start, read, whole_line=cut == 0)
        if found is not None:
            floor = found.value_start
            yield found
            ends = _ENDS.search(flat, floor) if found.strict else None
            if ends is not None:
                yield Hit(start=ends.end(), value_start=ends.end(), label=_END)


def _bare(flat: str, start: int, read: Reader, *, whole_line: bool) -> Hit | None:
    """Return the label that begins here and has no colon behind it, or None."""
    for ends, strict in ((_DASH, False), (_FIGURE, True)) if whole_line else ((_FIGURE, True),):
        stop = ends.search(flat, start, start + _LONGEST + 4)
        if stop is None or not _SHORTEST <= stop.start() - start <= _LONGEST:
            continue
        hit = read(flat[start : stop.start()])
        if hit is None or hit.meaning is None or (strict and not _may_be_bare(hit, whole_line=whole_line)):
            continue
        return replace(hit, start=start, value_start=stop.end(), strict=strict)
    return None


def _may_be_bare(hit: Hit, *, whole_line: bool) -> bool:
    """Say whether a label may stand before its figure with nothing between: "at a price of" is a part of a sentence."""
    if hit.meaning not in _TYPED or _PREPOSITION.match(hit.label):
        return False
    return whole_line or hit.meaning is not Meaning.TOTAL or _WHOLE.search(hit.label) is not None
