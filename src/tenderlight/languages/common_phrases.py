"""Stretches of characters that stand on many pages of a case, learned from some of its pages.

On which pages a phrase stands is worked out from the places of its pairs of characters: quick where one of the pairs is
rare, slow where all are on half of the pages, as in 有限公司. Such stretches are few; so they are terms of their own.

What is within a common stretch is as common. So of a page only the longest are told, those within no other: where
咨询有限公司 stands, 有限公司 is not told by itself. Whoever looks for 有限公司 looks for every stretch that holds it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from tenderlight.languages.normalise import BETWEEN_TEXTS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

SHORTEST, LONGEST = 3, 24
"""Characters of a phrase; two are a term anyway."""
SHARE = 0.1
"""Of the texts looked at: a phrase that stands in as many is common."""
FEWEST_TEXTS = 10
"""A phrase in fewer texts is not common, however few are looked at."""
MOST_PHRASES = 2_000
CHARACTERS_LOOKED_AT = 1_000
"""Of each text, from its beginning, to learn from it."""
LONGEST_TEXT = 1_000_000
"""Characters of the longest text whose phrases are told."""
_POINTS = "utf-16-le"
_PLANE = 0x10000


class CommonPhrases:
    """Finds the phrases in texts.

    Args:
        phrases: As `learned` returns them: with each is what is within it, from `SHORTEST` characters on.
    """

    def __init__(self, phrases: Sequence[str]) -> None:
        self.phrases = tuple(phrases)
        self._known = frozenset(phrases)
        self._steps = _Steps(self.phrases) if phrases else None

    def __contains__(self, phrase: str) -> bool:
        return phrase in self._known

    def holding(self, phrase: str) -> list[str]:
        """Return the phrases that hold one, itself among them."""
        return [one for one in self.phrases if phrase in one]

    def within(self, bare: Sequence[str]) -> list[list[str] | None]:
        """Return, of each of some folded texts, the phrases within no other, as often as they stand there.

        None if a text is too long to tell.
        """
        if self._steps is None or not bare:
            return [[] for _ in bare]
        told = self._steps.within([text if len(text) <= LONGEST_TEXT else "" for text in bare])
        return [found if len(text) <= LONGEST_TEXT else None for found, text in zip(told, bare, strict=True)]


class _Steps:
    """A tree of phrases, gone down from every character of texts at once."""

    def __init__(self, phrases: Sequence[str]) -> None:
        import numpy as np

        characters = sorted(set("".join(phrases)))
        self._kinds = np.zeros(_PLANE, np.intp)
        for kind, character in enumerate(characters, 1):
            if ord(character) < _PLANE:
                self._kinds[ord(character)] = kind
        self._width = len(characters) + 1
        states: dict[str, int] = {"": 0}
        for phrase in phrases:
            for end in range(1, len(phrase) + 1):
                states.setdefault(phrase[:end], len(states))
        kind_of = {character: kind for kind, character in enumerate(characters, 1)}
        following = np.zeros((len(states), self._width), np.intp)
        for stretch, state in states.items():
            if stretch:
                following[states[stretch[:-1]], kind_of[stretch[-1]]] = state
        self._following = following.ravel() * self._width  # a state is where its row begins
        self._stretches = list(states)

    def within(self, texts: Sequence[str]) -> list[list[str]]:
        """Return the phrases of each text that are within no other."""
        import numpy as np

        content = BETWEEN_TEXTS.join([*texts, ""]).encode(_POINTS, "surrogatepass")
        points = np.frombuffer(content, np.dtype("<u2"))
        starts, states, ends = self._longest(self._kinds.take(points))
        borders = np.flatnonzero(points == ord(BETWEEN_TEXTS))
        furthest = np.maximum.accumulate(ends)
        is_told = np.ones(len(ends), np.bool_)
        is_told[1:] = ends[1:] > furthest[:-1]
        upto = np.searchsorted(starts[is_told], borders).tolist()
        found = [self._stretches[state] for state in (states[is_told] // self._width).tolist()]
        return [found[first:last] for first, last in zip([0, *upto[:-1]], upto, strict=True)]

    def _longest(self, kinds: NDArray[np.intp]) -> tuple[NDArray[np.intp], NDArray[np.intp], NDArray[np.intp]]:
        """Return where phrases begin, in order, of each beginning the state of the longest, and where that ends."""
        import numpy as np

        following = self._following
        kinds = np.append(kinds, np.zeros(LONGEST, np.intp))
        places = np.flatnonzero(kinds)
        states = following.take(kinds.take(places))
        places, states = places[states > 0], states[states > 0]
        longest = np.zeros(len(kinds), np.intp)
        lengths = np.zeros(len(kinds), np.int8)
        for length in range(2, LONGEST + 1):
            states = following.take(states + kinds.take(places + (length - 1)))
            goes_on = states > 0
            places, states = places[goes_on], states[goes_on]
            if not len(places):
                break
            if length >= SHORTEST:
                longest[places] = states
                lengths[places] = length
        starts = np.flatnonzero(lengths)
        return starts, longest[starts], starts + lengths[starts]


def learned(texts: Iterable[Sequence[str]]) -> list[str]:
    """Return the phrases that are common among texts, those in most texts first, and with each what is within it.

    Args:
        texts: Of each, its runs of characters that stand without blanks between them, folded.
    """
    looked_at = [_beginning(runs) for runs in texts]
    least = max(FEWEST_TEXTS, SHARE * len(looked_at))
    common: dict[str, int] = {}
    shorter: frozenset[str] | None = None
    for length in range(SHORTEST, LONGEST + 1):
        counts: Counter[str] = Counter()
        for runs in looked_at:
            counts.update({phrase for run in runs for phrase in _stretches(run, length, shorter)})
        found = {phrase: count for phrase, count in counts.items() if count >= least}
        if not found:
            break
        common.update(found)
        shorter = frozenset(found)
    return sorted(common, key=lambda phrase: (-common[phrase], len(phrase), phrase))[:MOST_PHRASES]


def _beginning(runs: Iterable[str]) -> list[str]:
    kept: list[str] = []
    left = CHARACTERS_LOOKED_AT
    for run in runs:
        kept.append(run[:left])
        left -= len(run)
        if left <= 0:
            break
    return kept


def _stretches(run: str, length: int, shorter: frozenset[str] | None) -> Iterable[str]:
    """Return the stretches of a run; of those longer than the shortest only what begins and ends with common ones."""
    stretches = (run[at : at + length] for at in range(len(run) - length + 1))
    if shorter is None:
        return stretches
    return (one for one in stretches if one[1:] in shorter and one[:-1] in shorter)
