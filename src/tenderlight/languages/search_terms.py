"""Text as the terms that a search looks for: words, and every two neighbours of scripts that set no blanks.

A run of Chinese (or Japanese, Thai, Lao, Khmer) characters is every pair of neighbours in it and its last character by
itself: 人脸识别 is 人脸, 脸识, 识别, 别. So words of two characters and more are found wherever they stand in a run, as
the terms of a phrase, one behind the other. Everything else is words. Text is folded first (`normalise.fold`), Latin
letters lose their accents: traditional finds simplified, capitals small letters, "adjudicacion" "adjudicación".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from operator import add
from typing import TYPE_CHECKING

from tenderlight.languages.normalise import Folded, fold, without_accents
from tenderlight.languages.scripts import HAN_CLASS

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_JOINED = rf"{HAN_CLASS}\u3041-\u30ff\u0e00-\u0eff\u1780-\u17ff"
_LETTER = rf"[^\W_{_JOINED}]"
_RUN = re.compile(rf"([{_JOINED}]+)|{_LETTER}+")
_CHARACTER = re.compile(f"[{_JOINED}]")
_PLANE = 0x10000
_OTHER, _OF_WORD, _OF_RUN = 0, 1, 2


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Terms that are to stand one behind the other.

    Raises:
        ValueError: If it has none.
    """

    terms: tuple[str, ...]
    pattern: re.Pattern[str]
    """Finds the same in a folded text whose Latin letters are bare."""
    is_open: bool = False
    """Whether the last term may go on: a word of which the beginning is given, or one Chinese character."""

    def __post_init__(self) -> None:
        if not self.terms:
            raise ValueError("a phrase needs a term")

    @property
    def character(self) -> str | None:
        """The one Chinese character that is looked for; None if it is more, or something else."""
        only = self.terms[0]
        return only if len(self.terms) == 1 and self.is_open and _CHARACTER.fullmatch(only) else None


def text_of_terms(text: str) -> tuple[str, str]:
    """Return the terms of a text with blanks between them, and in the same way its different Chinese characters."""
    folded = without_accents(fold(text).text)
    return _terms_by_arrays(folded) or _terms_by_runs(folded)


def _terms_by_runs(folded: str) -> tuple[str, str]:
    kept: list[str] = []
    for found in _RUN.finditer(folded):
        run = found[0]
        if found[1] is None:
            kept.append(run)
        else:
            kept += map(add, run, run[1:])
            kept.append(run[-1])
    return " ".join(kept), " ".join(sorted(set(_CHARACTER.findall(folded))))


def _terms_by_arrays(folded: str) -> tuple[str, str] | None:
    """Do the same in a few passes over all characters; None if one is beyond the tables, or there is none."""
    import numpy as np

    points = np.frombuffer(folded.encode("utf-32-le", "surrogatepass"), np.uint32)
    if not points.size or points.max() >= _PLANE:
        return None
    kinds = _kinds()[points]
    after = np.append(kinds[1:], _OTHER)
    is_pair = (kinds == _OF_RUN) & (after == _OF_RUN)
    ends = (kinds != _OF_WORD) | (after != _OF_WORD)
    sizes = (kinds != _OTHER) + is_pair.astype(np.intp) + ends
    starts = np.cumsum(sizes) - sizes
    written = np.full(int(sizes.sum()), ord(" "), np.uint32)
    is_kept = kinds != _OTHER
    written[starts[is_kept]] = points[is_kept]
    written[starts[is_pair] + 1] = points[1:][is_pair[:-1]]
    characters = np.unique(points[kinds == _OF_RUN]).tobytes().decode("utf-32-le")
    return written.tobytes().decode("utf-32-le", "surrogatepass"), " ".join(characters)


@cache
def _kinds() -> NDArray[np.uint8]:
    """Return for each code point of the basic plane whether it is of a run, of a word, or neither."""
    import numpy as np

    plane = "".join(map(chr, range(_PLANE)))
    kinds = np.array([_OF_WORD if character.isalnum() else _OTHER for character in plane], np.uint8)
    kinds[[found.start() for found in _CHARACTER.finditer(plane)]] = _OF_RUN
    return kinds


def phrase_of(text: str) -> Phrase | None:
    """Return what is looked for with a text; None if it holds no letter and no digit.

    An asterisk at its end stands for the rest of a word: распознаван* finds распознавания and распознавание.
    """
    runs = list(_RUN.finditer(without_accents(fold(text).text)))
    if not runs:
        return None
    terms: list[str] = []
    for found in runs:
        run = found[0]
        if found[1] is None:
            terms.append(run)
            continue
        terms += map(add, run, run[1:])
        if found is not runs[-1] or len(run) == 1:
            terms.append(run[-1])
    last = runs[-1]
    is_begun = last[1] is None and text.rstrip().endswith("*")
    is_open = is_begun or (last[1] is not None and len(last[0]) == 1)
    return Phrase(terms=tuple(terms), pattern=_pattern(runs, is_begun=is_begun), is_open=is_open)


def places_of(phrase: Phrase, folded: Folded) -> list[tuple[int, int]]:
    """Return the half-open spans of the original text that a phrase stands for, in order, none over another."""
    found = phrase.pattern.finditer(without_accents(folded.text))
    return [folded.original_span(*match.span()) for match in found]


def _pattern(runs: Sequence[re.Match[str]], *, is_begun: bool) -> re.Pattern[str]:
    parts: list[str] = []
    before = None
    for found in runs:
        is_word = found[1] is None
        if before is not None:
            parts.append(r"[\W_]+" if is_word and before else r"[\W_]*")
        word = re.escape(found[0])
        if is_word:
            is_whole = not (is_begun and found is runs[-1])
            word = f"(?<!{_LETTER}){word}" + (f"(?!{_LETTER})" if is_whole else f"{_LETTER}*+")
        parts.append(word)
        before = is_word
    return re.compile("".join(parts))
