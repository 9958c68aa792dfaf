"""One line read closely: every character with its place, and what else might stand there.

Text recognition names the likeliest character of each place. Whoever doubts a text needs more: whether the character
that the text has there was likely at all.
"""

from __future__ import annotations

import functools
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.languages.normalise import flatten
from tenderlight.reading.recognition.line_reader import unread_share

if TYPE_CHECKING:
    from tenderlight.reading.recognition.models import Models
    from tenderlight.reading.recognition.slanted_boxes import Plane

POSSIBLE = 0.01
"""Likelihood from which on a character may stand at a place."""
_STEP = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseLetter:
    """A character that was read."""

    letter: str
    confidence: float
    start: int
    """First step of the line at which it is the likeliest."""
    end: int
    """One past the last."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CloseLine:
    """What a line says, and what it may say."""

    letters: tuple[CloseLetter, ...]
    possible: tuple[frozenset[str], ...]
    """For each step, the characters that may stand there, folded as `plain_letter` folds them."""
    unread: float = 0.0
    """Share of the ink that no character accounts for."""

    @property
    def text(self) -> str:
        """The characters that were read."""
        return "".join(one.letter for one in self.letters)


def plain_letter(letter: str) -> str:
    """Return a character as it is compared: without width, case, accents, and the difference of traditional Chinese.

    It may come out as several (a ligature) or as nothing (a mark).
    """
    parts = unicodedata.normalize("NFKD", flatten(letter))
    return "".join(part for part in parts if not unicodedata.combining(part)).casefold()


@functools.lru_cache(maxsize=2)
def plain_alphabet(alphabet: tuple[str, ...]) -> tuple[str, ...]:
    """Return the characters that a model knows, each as it is compared."""
    return tuple(map(plain_letter, alphabet))


@functools.lru_cache(maxsize=2)
def known_letters(alphabet: tuple[str, ...]) -> frozenset[str]:
    """Return every character, as it is compared, that a model can read."""
    return frozenset(letter for plain in plain_alphabet(alphabet) for letter in plain)


def read_closely(picture: Plane, models: Models) -> CloseLine:
    """Read one line.

    Args:
        picture: Dark on light, as high as `read_lines` wants it.
        models: See `load_models`.
    """
    height, width = picture.shape
    tensor = np.zeros((1, 3, height, -(-width // _STEP) * _STEP), np.float32)
    tensor[0, :, :, :width] = picture.astype(np.float32) / 127.5 - 1.0
    likely = models.reader.shares(tensor)[0]
    best = likely.argmax(axis=1)
    sure = likely[np.arange(len(best)), best]
    starts = np.flatnonzero(np.diff(best, prepend=-1)).tolist()
    ends = [*starts[1:], len(best)]
    letters = tuple(
        CloseLetter(letter=models.alphabet[best[start]], confidence=float(sure[start:end].max()), start=start, end=end)
        for start, end in zip(starts, ends, strict=True)
        if best[start] != 0
    )
    middles = np.clip([(one.start + one.end) / 2 * _STEP / width for one in letters], 0.0, 1.0)
    unread = unread_share(picture, middles)
    return CloseLine(
        letters=letters, unread=unread, possible=_possible(likely >= POSSIBLE, plain_alphabet(models.alphabet))
    )


def _possible(
    flags: np.ndarray[tuple[int, int], np.dtype[np.bool_]], plain: Sequence[str]
) -> tuple[frozenset[str], ...]:
    found: list[set[str]] = [set() for _ in range(len(flags))]
    for step, number in np.argwhere(flags).tolist():
        found[step].update(plain[number])
    return tuple(map(frozenset, found))
