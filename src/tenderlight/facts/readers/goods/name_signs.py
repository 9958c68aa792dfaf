"""What the reader of names of goods sees of each word of a name: its look, and what stands beside it in the name."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache

from tenderlight._generated.makes import MAKES
from tenderlight.facts.readers.signs import Signs
from tenderlight.facts.readers.words import WORD
from tenderlight.languages.alternatives import any_of
from tenderlight.languages.normalise import simplified
from tenderlight.languages.scripts import Script, script_of

Span = tuple[int, int]
"""Half-open offsets."""
_MAKE = re.compile(rf"(?<![^\W\d_])(?:{any_of([make.lower() for make in MAKES])})")
_LETTERS = frozenset({Script.HAN, Script.CYRILLIC, Script.LATIN, Script.ARABIC})
_FAR, _NEAR = 3, 2
"""Of neighbours so many words off only the look is seen; of near ones the word itself."""
_LONGEST_WORD, _SHORTEST_STEM, _MOST_FIGURES, _MOST_PLACES = 14, 4, 5, 6
_SHORT = 3


def signs_of_name(name: str, language: str) -> tuple[list[Span], list[Signs]]:
    """Return where the words of a name of goods stand, Chinese signs each for itself, and what is seen of each.

    Args:
        name: Words that name goods, as printed, with make and model or without.
        language: Of the document, two letters.
    """
    flat = simplified(name)
    spans = [match.span() for match in WORD.finditer(flat)]
    words = [flat[start:end] for start, end in spans]
    seen = _Seen(flat, spans, words)
    return spans, [[f"lang={language}", *seen.of_word(at)] for at in range(len(words))]


class _Seen:
    """What is seen of the words of one name."""

    def __init__(self, flat: str, spans: Sequence[Span], words: Sequence[str]) -> None:
        self._words = words
        self._lower = [word.lower() for word in words]
        self._looks = [_look(word) for word in words]
        self._scripts = [script_of(word[0]) if word[0].isalpha() else None for word in words]
        self._glued = [at > 0 and spans[at - 1][1] == span[0] for at, span in enumerate(spans)]
        self._run_of = list(_numbered_runs(self._glued, self._scripts))
        self._runs = _kinds_of_runs(flat, spans, self._run_of)
        self._first_code = next((at for at, kind in enumerate(self._runs) if kind.startswith("code")), len(words))
        self._code_ahead = _next_codes(self._runs, self._run_of)
        self._made = _made(flat.lower(), spans)
        weights = {
            one: sum(len(word) for word, of in zip(words, self._scripts, strict=True) if of is one) for one in _LETTERS
        }
        self._main = max(sorted(_LETTERS), key=lambda one: weights[one])
        lower = [at for at, word in enumerate(words) if word[0].islower()]
        self._first_lower = lower[0] if lower else len(words)
        self._last_lower = max((at for at in lower if len(words[at]) > 1), default=-1)

    def of_word(self, at: int) -> Iterator[str]:
        """Yield what is seen of one word."""
        word, look, last = self._lower[at], self._looks[at], len(self._words) - 1
        script = self._scripts[at]
        yield f"look={look}"
        yield f"w={word[:_LONGEST_WORD]}"
        yield f"main={self._main} {script}"
        yield f"foreign={script in _LETTERS and script is not self._main}"
        yield f"made={self._made[at]}"
        yield f"run={self._runs[at]}"
        yield f"glued={self._glued[at]}"
        yield f"at={min(at, _MOST_PLACES)}"
        yield f"left={min(last - at, _MOST_PLACES)}"
        yield f"first={at == 0} {look}"
        yield f"last={at == last} {look}"
        yield f"lower={self._first_lower < at} {self._last_lower > at} {look}"
        yield f"code ahead={min(self._code_ahead[at] - at, _MOST_PLACES) if self._code_ahead[at] else 0}"
        yield f"code before={self._first_code < at}"
        if script in {Script.LATIN, Script.CYRILLIC} and len(word) >= _SHORTEST_STEM:
            yield f"<{word[:3]}"
            yield f"{word[-3:]}>"
            yield f"{word[-2:]}>"
        yield from self._beside(at)

    def _beside(self, at: int) -> Iterator[str]:
        for offset in range(-_FAR, _FAR + 1):
            other = at + offset
            if not offset:
                continue
            if not 0 <= other < len(self._words):
                yield f"{offset}:none"
                continue
            yield f"{offset}:{self._looks[other]}"
            yield f"{offset}:run={self._runs[other]}"
            yield f"{offset}:made={self._made[other]}"
            if abs(offset) <= _NEAR:
                yield f"{offset}:w={self._lower[other][:_LONGEST_WORD]}"
        look = self._looks[at]
        behind = at + 1 < len(self._words)
        if behind:
            yield f"{look} {self._looks[at + 1]} {self._glued[at + 1]}"
            yield f"{self._lower[at][:8]}+{self._lower[at + 1][:8]}"
        if at:
            yield f"{self._looks[at - 1]} {look} {self._glued[at]}<"
        if at and behind:
            yield f"{self._looks[at - 1]} {look} {self._looks[at + 1]}"


def _numbered_runs(glued: Sequence[bool], scripts: Sequence[Script | None]) -> Iterator[int]:
    """Yield of each word the number of the run it is in: words written together, Chinese signs each for itself."""
    number = 0
    for at, is_glued in enumerate(glued):
        number += at > 0 and (not is_glued or Script.HAN in scripts[at - 1 : at + 1])
        yield number


def _kinds_of_runs(flat: str, spans: Sequence[Span], run_of: Sequence[int]) -> list[str]:
    """Return of each word what its run is: a code, figures or words."""
    first, last = dict[int, int](), dict[int, int]()
    for (start, end), run in zip(spans, run_of, strict=True):
        first.setdefault(run, start)
        last[run] = end
    kinds = {run: _kind_of_run(flat[start : last[run]]) for run, start in first.items()}
    return [kinds[run] for run in run_of]


def _next_codes(kinds: Sequence[str], run_of: Sequence[int]) -> list[int]:
    """Return of each word where the next run behind its own begins that is a code; 0 = there is none."""
    found = [0] * len(kinds)
    ahead = 0
    for at in range(len(kinds) - 2, -1, -1):
        if run_of[at] == run_of[at + 1]:
            found[at] = found[at + 1]
            continue
        ahead = at + 1 if kinds[at + 1].startswith("code") else ahead
        found[at] = ahead
    return found


def _made(lower: str, spans: Sequence[Span]) -> list[str]:
    """Return of each word whether a make that is known begins with it (B), goes on with it (I), or neither ("")."""
    found = [""] * len(spans)
    for match in _MAKE.finditer(lower):
        within = [at for at, (start, end) in enumerate(spans) if start >= match.start() and end <= match.end()]
        if within and spans[within[-1]][1] == match.end():
            for at in within:
                found[at] = "B" if at == within[0] else "I"
    return found


def _kind_of_run(run: str) -> str:
    has_figure, has_letter = any(map(str.isdigit, run)), any(map(str.isalpha, run))
    kind = "code" if has_figure and has_letter else "figures" if has_figure else "words"
    return f"{kind}{'-' * ('-' in run[1:-1])}{'^' * run.isupper()}"


@lru_cache(maxsize=4_096)
def _look(word: str) -> str:
    """Return how a word is written: its capitals and, of short ones, its length."""
    if word[0].isdigit():
        return f"figures {min(len(word), _MOST_FIGURES)}"
    if script_of(word[0]) is Script.HAN:
        return "han"
    if not word[0].isalpha():
        return word
    length = len(word) if len(word) <= _SHORT else "+"
    if word.isupper():
        return f"AB{length}"
    inner = "" if word[1:].islower() else "B"
    return f"{'A' if word[0].isupper() else 'a'}b{inner}{length}"
