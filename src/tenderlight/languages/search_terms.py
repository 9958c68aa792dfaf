"""Text as the terms that a search looks for: words, and every two neighbours of scripts that set no blanks.

A run of Chinese (or Japanese, Thai, Lao, Khmer) characters is every pair of neighbours in it and its last character by
itself: 人脸识别 is 人脸, 脸识, 识别, 别. So words of two characters and more are found wherever they stand in a run, as
the terms of a phrase, one behind the other. A place is left empty behind every run, so that two pairs two places apart
are of one run, and every second pair is enough: 人脸识别 is 人脸 and, two places on, 识别. Everything else is words.

Text is folded first (`normalise.fold`), Latin letters lose their accents: traditional finds simplified, capitals small
letters, "adjudicacion" "adjudicación". So do Arabic ones their hamza.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from itertools import pairwise
from operator import add
from typing import TYPE_CHECKING, NamedTuple

from tenderlight.languages.normalise import BETWEEN_TEXTS, Folded, fold, fold_texts, without_accents
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.languages.search_forms import forms_in, without_article

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_JOINED = rf"{HAN_CLASS}\u3041-\u30ff\u0e00-\u0eff\u1780-\u17ff"
_LETTER = rf"[^\W_{_JOINED}]"
_RUN = re.compile(rf"([{_JOINED}]+)|{_LETTER}+")
_CHARACTER = re.compile(f"[{_JOINED}]")
_MARKED = "\u0623\u0625\u0622\u0671\u0624\u0626\u0629"
_MARKED_ARABIC = re.compile(f"[{_MARKED}]")
_PLAIN_ARABIC = str.maketrans(_MARKED, "\u0627\u0627\u0627\u0627\u0648\u06cc\u0647")
"""Alef, waw and yeh without the hamza, the end of words without its dots."""
_PLANE = 0x10000
_POINTS = "utf-16-le"
GAP = "|"
"""Stands in a place that is left empty; no term."""
_OTHER, _OF_WORD, _OF_RUN = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Terms that are to stand in a certain order, so far apart.

    Raises:
        ValueError: If it has none.
    """

    terms: tuple[tuple[int, str], ...]
    """In order, each with how many places it stands behind the first."""
    pattern: re.Pattern[str]
    """Finds the same in a folded text whose Latin letters are bare."""
    words: tuple[str, ...] = ()
    """Words for which it may stand in another form: see `tenderlight.languages.search_forms`."""
    run: str = ""
    """The characters, folded, if they stand without blanks between them and nothing else is looked for."""
    is_open: bool = False
    """Whether the last term may go on: a word of which the beginning is given, or one Chinese character."""

    def __post_init__(self) -> None:
        if not self.terms:
            raise ValueError("a phrase needs a term")

    @property
    def character(self) -> str | None:
        """The one Chinese character that is looked for; None if it is more, or something else."""
        _, only = self.terms[0]
        return only if len(self.terms) == 1 and self.is_open and _CHARACTER.fullmatch(only) else None


class Terms(NamedTuple):
    """The terms of a text."""

    terms: str
    """In order, with blanks between them, and `GAP` for a place without one."""
    alone: str
    """What is found alone, in no phrase: its different Chinese characters and other forms of words, likewise."""
    bare: str
    """The text, folded and without accents."""


def terms_of(texts: Sequence[str]) -> list[Terms]:
    """Return the terms of texts; those of many together take a fraction of the time."""
    if not texts:
        return []
    folded = fold_texts(texts)
    return _terms_by_arrays(folded) or [_terms_by_runs(_bare(one)) for one in folded.split(BETWEEN_TEXTS)]


def _terms_by_runs(folded: str) -> Terms:
    kept: list[str] = []
    for found in _RUN.finditer(folded):
        run = found[0]
        if found[1] is None:
            kept.append(run)
        else:
            kept += map(add, run, run[1:])
            kept += run[-1], GAP
    return Terms(" ".join(kept), _alone(set(_CHARACTER.findall(folded)), folded), folded)


def _alone(characters: set[str], bare: str) -> str:
    return " ".join(characters.union(form.word for form in forms_in(bare)))


def _terms_by_arrays(folded: str) -> list[Terms] | None:
    """Do the same in a few passes over all characters of texts; None if one is beyond the tables."""
    import numpy as np

    try:
        content = folded.encode(_POINTS)
    except UnicodeEncodeError:
        return None
    if len(content) != 2 * len(folded):
        return None
    kinds_of, bare = _tables()
    points = bare[np.frombuffer(content, np.dtype("<u2"))]
    kinds = kinds_of[points]
    is_run, is_word, is_border = kinds == _OF_RUN, kinds == _OF_WORD, points == ord(BETWEEN_TEXTS)
    goes_on = np.zeros(len(points), np.bool_)
    np.logical_and(is_run[:-1], is_run[1:], out=goes_on[:-1])
    ends = is_run.copy()  # a blank behind every pair, and behind the last letter of every word
    ends[:-1] |= is_word[:-1] & ~is_word[1:]
    run_ends = is_run & ~goes_on
    is_kept = is_run | is_word | is_border
    sizes = is_kept.view(np.int8) + goes_on.view(np.int8) + ends.view(np.int8) + 2 * run_ends.view(np.int8)
    starts = np.cumsum(sizes, dtype=np.intp)
    written = np.full(int(starts[-1]) if len(starts) else 0, ord(" "), np.uint16)
    starts -= sizes
    written[starts[is_kept]] = points[is_kept]
    written[starts[goes_on] + 1] = points[1:][goes_on[:-1]]
    written[starts[run_ends] + 2] = ord(GAP)
    terms = written.tobytes().decode(_POINTS).split(BETWEEN_TEXTS)
    texts = points.tobytes().decode(_POINTS).split(BETWEEN_TEXTS)
    characters = _different(points, is_run, is_border)
    alone = [
        " ".join((one, *(form.word for form in forms_in(text)))) for one, text in zip(characters, texts, strict=True)
    ]
    return [Terms(*each) for each in zip(terms, alone, texts, strict=True)]


def _different(points: NDArray[np.uint16], is_run: NDArray[np.bool_], is_border: NDArray[np.bool_]) -> list[str]:
    """Return, for each of some texts, its different characters of runs with blanks between them."""
    import numpy as np

    count = int(is_border.sum()) + 1
    of_text = np.cumsum(is_border, dtype=np.uint32)
    marked = (of_text[is_run] << 16) | points[is_run]
    marked.sort()
    is_first = np.ones(len(marked), np.bool_)
    is_first[1:] = marked[1:] != marked[:-1]
    different = marked[is_first]
    written = np.full(2 * len(different), ord(" "), np.uint16)
    written[::2] = different & (_PLANE - 1)
    together = written.tobytes().decode(_POINTS)
    starts = (2 * np.searchsorted(different, np.arange(count + 1, dtype=np.uint32) << 16)).tolist()
    return [together[start:end] for start, end in pairwise(starts)]


def _bare(folded: str) -> str:
    """Return a folded text without accents, and with the letters of Arabic that are written with and without marks."""
    bare = without_accents(folded)
    return bare.translate(_PLAIN_ARABIC) if _MARKED_ARABIC.search(bare) else bare


@cache
def _tables() -> tuple[NDArray[np.uint8], NDArray[np.uint16]]:
    """Return whether each code point of the basic plane is of a run, of a word, or neither; and it without accent."""
    import numpy as np

    points = range(_PLANE)
    plane = "".join(map(chr, points))
    kinds = np.array([_OF_WORD if character.isalnum() else _OTHER for character in plane], np.uint8)
    kinds[[found.start() for found in _CHARACTER.finditer(plane)]] = _OF_RUN
    return kinds, np.array([ord(_bare(character)) for character in plane], np.uint16)


def runs_of(text: str) -> list[str]:
    """Return the runs of characters that stand without blanks between them in a text, folded."""
    return [found[0] for found in _RUN.finditer(_bare(fold(text).text)) if found[1] is not None]


def phrase_of(text: str) -> Phrase | None:
    """Return what is looked for with a text; None if it holds no letter and no digit.

    An asterisk at its end stands for the rest of a word: распознаван* finds распознавания and распознавание.
    """
    bare = _bare(fold(text).text)
    runs = list(_RUN.finditer(bare))
    if not runs:
        return None
    terms: list[tuple[int, str]] = []
    place = 0
    for found in runs:
        run = found[0]
        if found[1] is None:
            terms.append((place, run))
            place += 1
            continue
        last_pair = len(run) - 2
        terms += [(place + at, run[at : at + 2]) for at in range(last_pair + 1) if at % 2 == 0 or at == last_pair]
        if found is not runs[-1] or len(run) == 1:
            terms.append((place + len(run) - 1, run[-1]))
        place += len(run) + 1
    last = runs[-1]
    is_begun = last[1] is None and text.rstrip().endswith("*")
    is_open = is_begun or (last[1] is not None and len(last[0]) == 1)
    words = () if is_open else _words(bare, runs)
    pattern = _pattern(runs, is_begun=is_begun)
    run = runs[0][0] if len(runs) == 1 and runs[0][1] is not None else ""
    return Phrase(terms=tuple(terms), pattern=pattern, is_open=is_open, words=words, run=run)


def _words(bare: str, runs: Sequence[re.Match[str]]) -> tuple[str, ...]:
    """Return the words for which a query may stand in another form in a text; none if it is a phrase."""
    if len(runs) == 1 and runs[0][1] is None:
        return tuple(dict.fromkeys((runs[0][0], without_article(runs[0][0]))))
    whole = runs[0].start(), runs[-1].end()
    return tuple(form.word for form in forms_in(bare) if (form.start, form.end) == whole)


def places_of(phrase: Phrase, folded: Folded) -> list[tuple[int, int]]:
    """Return the half-open spans of the original text that a phrase stands for, in order, none over another."""
    bare = _bare(folded.text)
    spans = [match.span() for match in phrase.pattern.finditer(bare)]
    if phrase.words:
        for word in phrase.words:
            spans += [match.span() for match in re.finditer(_whole(word), bare)]
        spans += [(form.start, form.end) for form in forms_in(bare) if form.word in phrase.words]
    kept: list[tuple[int, int]] = []
    for start, end in sorted(set(spans), key=lambda span: (span[0], -span[1])):
        if not kept or start >= kept[-1][1]:
            kept.append((start, end))
    return [folded.original_span(*span) for span in kept]


def _whole(word: str) -> str:
    """Return an expression for a word that stands by itself."""
    return f"(?<!{_LETTER}){re.escape(word)}(?!{_LETTER})"


def _pattern(runs: Sequence[re.Match[str]], *, is_begun: bool) -> re.Pattern[str]:
    parts: list[str] = []
    before = None
    for found in runs:
        is_word = found[1] is None
        if before is not None:
            parts.append(r"[\W_]+" if is_word is before else r"[\W_]*")
        word = re.escape(found[0])
        if is_word:
            is_whole = not (is_begun and found is runs[-1])
            word = f"(?<!{_LETTER}){word}" + (f"(?!{_LETTER})" if is_whole else f"{_LETTER}*+")
        parts.append(word)
        before = is_word
    return re.compile("".join(parts))
