"""The engine that reads lines in Cyrillic letters: Tesseract's network for that script.

The engine ships inside the package `tesserocr` (MIT; Tesseract is Apache-2.0, Leptonica BSD), built without threads.
Its network is not in any package of Python's: Debian has it as `tesseract-ocr-script-cyrl` (Apache-2.0). It is handed
bare brightness of one line at a time; no decoder of pictures has a part in it.
"""

from __future__ import annotations

import importlib.util
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from importlib import import_module
from itertools import accumulate, pairwise
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenderlight.reading.layout.lines import advance_widths

if TYPE_CHECKING:
    from tenderlight.reading.recognition.slanted_boxes import Plane

NAME = "tesseract-cyrillic"
_FOLDERS = (
    "/usr/share/tesseract-ocr/5/tessdata",
    "/usr/share/tesseract-ocr/4.00/tessdata",
    "/usr/share/tessdata",
    "/usr/local/share/tessdata",
    "/opt/homebrew/share/tessdata",
)
_NETWORKS = ("Cyrillic", "script/Cyrillic")
"""Debian keeps it beside those of languages; others, as its makers do, in a folder of its own."""
_DOTS_PER_INCH = 200
"""Of a line 48 pixels high in 11 point; the engine asks, and would guess."""
_UNSURE = 0.9
"""Mean confidence under which a line is read again, softened: dots and dropouts of a fax go."""
_SOFTENED = 1.2
_LEAST_CONTRAST = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class Glyph:
    """One character, and where it stands."""

    letter: str
    confidence: float
    """0 to 1; most are above 0.99."""
    middle: float
    """In pixels of the line's picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenWord:
    """What the engine took for a word."""

    glyphs: tuple[Glyph, ...]
    left: float
    """In pixels of the line's picture."""
    right: float
    confidence: float
    """Of the word as a whole, 0 to 1: 0.9 and more where its letters make words of a language in this script."""

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(glyph.letter for glyph in self.glyphs)


def joined(one: SeenWord, other: SeenWord) -> SeenWord:
    """Return two words as one."""
    return SeenWord(
        glyphs=one.glyphs + other.glyphs,
        left=one.left,
        right=other.right,
        confidence=min(one.confidence, other.confidence),
    )


def moved(word: SeenWord, left: float, right: float) -> SeenWord:
    """Return a word between two edges, its characters parted by their usual widths."""
    widths = advance_widths(word.text)
    edges = [left + (right - left) * part / sum(widths) for part in (0, *accumulate(widths))]
    glyphs = (
        replace(glyph, middle=(start + end) / 2)
        for glyph, (start, end) in zip(word.glyphs, pairwise(edges), strict=True)
    )
    return replace(word, glyphs=tuple(glyphs), left=left, right=right)


def is_installed() -> bool:
    """Say whether the package and the network are there. Imports neither."""
    return importlib.util.find_spec("tesserocr") is not None and _network() is not None


def _network() -> tuple[str, str] | None:
    """Return the folder and the name of the network, or None."""
    for folder in _FOLDERS:
        for name in _NETWORKS:
            if (Path(folder) / f"{name}.traineddata").is_file():
                return folder, name
    return None


class CyrillicEngine:
    """The network, loaded into a process that has, and keeps, one thread."""

    def __init__(self) -> None:
        """Load it.

        Raises:
            ModuleNotFoundError: The package `tesserocr` is not installed.
            FileNotFoundError: The network is not.
        """
        found = _network()
        if found is None:
            raise FileNotFoundError("no network for Cyrillic letters (Debian: tesseract-ocr-script-cyrl)")
        folder, name = found
        self._package: Any = import_module("tesserocr")
        self._engine = self._package.PyTessBaseAPI(
            path=folder, lang=name, psm=self._package.PSM.SINGLE_LINE, oem=self._package.OEM.LSTM_ONLY
        )

    def read(self, picture: Plane) -> list[SeenWord]:
        """Return the words in the picture of one line, from left to right.

        Args:
            picture: Dark on light, 48 pixels high.
        """
        if int(picture.max()) - int(picture.min()) < _LEAST_CONTRAST:
            return []  # the engine sees letters on bare paper
        words = self._words(picture)
        if sureness(words) >= _UNSURE:
            return words
        import cv2
        import numpy as np

        again = self._words(np.asarray(cv2.GaussianBlur(picture, (0, 0), _SOFTENED), np.uint8))
        return again if sureness(again) > sureness(words) else words

    def _words(self, picture: Plane) -> list[SeenWord]:
        import numpy as np

        height, width = picture.shape
        self._engine.SetImageBytes(np.ascontiguousarray(picture).tobytes(), width, height, 1, width)
        self._engine.SetSourceResolution(_DOTS_PER_INCH)
        if not self._engine.Recognize():
            return []
        places = self._engine.GetIterator()
        level = self._package.RIL.SYMBOL
        found: list[list[Any]] = []
        for place in self._package.iterate_level(places, level) if places is not None else ():
            if place.IsAtBeginningOf(self._package.RIL.WORD) or not found:
                found.append([place.Confidence(self._package.RIL.WORD) / 100])
            found[-1] += _glyphs(place, level)
        self._engine.Clear()
        return [_word(confidence, glyphs) for confidence, *glyphs in found if glyphs]


def _glyphs(place: Any, level: Any) -> Iterator[tuple[Glyph, float, float]]:
    """Yield the characters of one place (nearly always one), each with its left and right edge."""
    box = place.BoundingBox(level)
    try:
        letters = place.GetUTF8Text(level)
    except RuntimeError:  # there is nothing at this place
        return
    letters = "".join(letters.split())
    if box is None or not letters:
        return
    left, _, right, _ = box
    step = (right - left) / len(letters)
    confidence = min(1.0, max(0.0, place.Confidence(level) / 100))
    for number, letter in enumerate(letters):
        start = left + number * step
        yield Glyph(letter=letter, confidence=confidence, middle=start + step / 2), start, start + step


def _word(confidence: float, glyphs: list[tuple[Glyph, float, float]]) -> SeenWord:
    return SeenWord(
        glyphs=tuple(glyph for glyph, _, _ in glyphs),
        left=min(left for _, left, _ in glyphs),
        right=max(right for _, _, right in glyphs),
        confidence=min(1.0, max(0.0, confidence)),
    )


def sureness(words: Sequence[SeenWord]) -> float:
    """Return the mean over the characters of how sure their words are."""
    count = sum(len(word.glyphs) for word in words)
    return sum(word.confidence * len(word.glyphs) for word in words) / count if count else 0.0
