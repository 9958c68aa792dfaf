"""Words of the vocabulary in a text, and which of them hold where they overlap.

Chinese does not set words apart, so 运维族谱 holds 维族 by chance. Of words that cross, those are kept that together
cover most characters with fewest words; a word inside a longer one is never a word of its own. Where spaces set words
apart nothing is left to chance: phrases that cross are both there.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import islice, takewhile
from typing import NamedTuple

CUE = "cue."
LONGEST_NEST = 80
"""Characters of a word that may hold words of its own."""
FIRST_WITHOUT_SPACES = "\u2e80"
"""From this character on, scripts do not set words apart."""


class Hit(NamedTuple):
    """Words of the vocabulary in the text searched: `text[start:end]`. A page may have hundreds: it is made quickly."""

    start: int
    end: int
    senses: frozenset[str]
    weak: bool
    whole: bool = False
    """Its characters mean this and nothing else: words inside it do not count (少数民族语言 is no people)."""


def add_hit(spans: dict[tuple[int, int], Hit], hit: Hit) -> None:
    """Keep a hit; the same span keeps the senses of all terms that have it."""
    key = (hit.start, hit.end)
    known = spans.get(key)
    if known is None:
        spans[key] = hit
    elif known.weak == hit.weak:
        spans[key] = known._replace(senses=known.senses | hit.senses, whole=known.whole or hit.whole)
    elif known.weak:
        spans[key] = hit


def words(hits: Iterable[Hit], text: str) -> list[Hit]:
    """Return the hits that are words: of those that cross, the choice that covers most with fewest words.

    Words inside a longer word stay if they mean something that it does not, unless that is `whole`. Where spaces set
    words apart, phrases that cross are both there: "it must" and "must not".
    """
    ordered = sorted(hits, key=_by_place)
    kept: list[Hit] = []
    cluster: list[Hit] = []
    reach = 0
    for hit in ordered:
        if hit.start >= reach:
            if len(cluster) > 1:
                kept.extend(_choose(cluster, reach, text))
            else:
                kept.extend(cluster)
            cluster = [hit]
            reach = hit.end
        else:
            cluster.append(hit)
            reach = max(reach, hit.end)
    kept.extend(_choose(cluster, reach, text) if len(cluster) > 1 else cluster)
    return kept


def _by_place(hit: Hit) -> tuple[int, int]:
    return hit.start, -hit.end


def _choose(cluster: Sequence[Hit], reach: int, text: str) -> Sequence[Hit]:
    """Choose the words among hits that overlap in a chain up to `reach`."""
    longest = cluster[0]
    covers_all = longest.end == reach and not longest.weak
    if not covers_all and text[longest.start] < FIRST_WITHOUT_SPACES:
        return _all_phrases(cluster, text)
    chosen: list[Hit] = []
    starts = [] if covers_all else [hit.start for hit in cluster]
    for hit in [longest] if covers_all else _best_cover(cluster):
        chosen.append(hit)
        if hit.whole or hit.end - hit.start > LONGEST_NEST:
            continue
        first, last = (1, None) if covers_all else (bisect_left(starts, hit.start), bisect_left(starts, hit.end))
        inner = _inner(hit, cluster[first:last])
        chosen.extend(words(inner, text) if len(inner) > 1 else inner)
    return chosen


def _all_phrases(cluster: Sequence[Hit], text: str) -> Sequence[Hit]:
    """Return the phrases of a chain that stand in no other, and the words in each that add a meaning; in order."""
    chosen: dict[tuple[int, int], Hit] = {}
    reach = -1
    for number, hit in enumerate(cluster):
        if hit.end <= reach:
            continue
        reach = hit.end
        add_hit(chosen, hit)
        if hit.whole or hit.end - hit.start > LONGEST_NEST:
            continue
        inner = _inner(hit, _within(cluster, number))
        for one in words(inner, text) if len(inner) > 1 else inner:
            add_hit(chosen, one)
    return sorted(chosen.values(), key=_by_place)


def _within(cluster: Sequence[Hit], number: int) -> Iterable[Hit]:
    """Return the hits behind one of a chain that begin inside it."""
    end = cluster[number].end
    return takewhile(lambda one: one.start < end, islice(cluster, number + 1, None))


def _inner(outer: Hit, hits: Iterable[Hit]) -> list[Hit]:
    """Return the words inside a longer one that add a meaning; a cue inside a word that is none says nothing."""
    inner = []
    for hit in hits:
        if hit.end > outer.end or hit is outer or (hit.weak and not outer.weak):
            continue
        added = _added(hit.senses, outer.senses)
        if added:
            inner.append(hit if len(added) == len(hit.senses) else hit._replace(senses=added))
    return inner


@lru_cache(maxsize=65_536)
def _added(senses: frozenset[str], outer: frozenset[str]) -> frozenset[str]:
    """Return the senses that a word adds to those of the word it stands in."""
    added = senses - outer
    if not any(sense.startswith(CUE) for sense in outer):
        added = frozenset(sense for sense in added if not sense.startswith(CUE))
    return added


def _best_cover(hits: Sequence[Hit]) -> list[Hit]:
    """Choose hits that do not overlap: most characters covered, then sure words, then fewest, then the leftmost."""
    ordered = sorted(hits, key=lambda hit: (hit.end, -hit.start))
    ends = [hit.end for hit in ordered]
    best: list[tuple[int, int, int]] = [(0, 0, 0)]
    before: list[int] = []
    for number, hit in enumerate(ordered):
        before.append(bisect_right(ends, hit.start, 0, number))
        covered, weak, count = best[before[-1]]
        best.append(max(best[-1], (covered + hit.end - hit.start, weak - int(hit.weak), count - 1)))
    chosen: list[Hit] = []
    number = len(ordered)
    while number:
        if best[number] == best[number - 1]:
            number -= 1
            continue
        chosen.append(ordered[number - 1])
        number = before[number - 1]
    return chosen[::-1]
