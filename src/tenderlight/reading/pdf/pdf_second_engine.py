"""A second engine for pages of a PDF that ends too early, where the first one loses text with the fonts that are gone.

pdfium measures a character in its font; where the font was in the part that is missing, a piece of one character has no
size and is left out. The font's tables of widths and of Unicode values are often still there, and playa-pdf (MIT) reads
by them alone: of a file cut in half it gives every character of the pages that are left (figure in
`benchmarks/reading_truth.py`). It takes ten times as long, so it is asked for nothing else.
"""

from __future__ import annotations

import logging
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import islice
from typing import TYPE_CHECKING, Any

import numpy as np

from tenderlight.reading.layout.words_on_page import PageWords

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.pdf.page_frame import PageFrame

_MOST_GLYPHS = 200_000
_WORD_GAP = 0.35
"""Blank between two characters, in heights, from which they are two words."""
_LINE_GAP = 3.0
_BREAKS_DOWN = (
    ArithmeticError, AssertionError, AttributeError, LookupError, RecursionError, TypeError, ValueError, OSError,
    struct.error, zlib.error,
)  # fmt: skip
"""What an engine in Python raises over a file it cannot follow; its words so far are kept."""

Sides = tuple[float, float, float, float]


@dataclass(slots=True)
class _Run:
    """Words as they are put together, a line a list of words."""

    letters: list[str] = field(default_factory=list)
    letter_boxes: list[Sides] = field(default_factory=list)
    """One entry a code point of the text."""
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    boxes: list[Sides] = field(default_factory=list)
    lines: list[int] = field(default_factory=list)
    length: int = 0
    last: Sides | None = None
    is_open: bool = False

    def add(self, text: str, box: Sides) -> None:
        """Add a character: to the word before it, to a new one, or to a new line."""
        gap, is_beside = _gap(self.last, box)
        if not text.strip():
            self.is_open = False
            return
        if not (self.is_open and is_beside and gap < _WORD_GAP):
            self._begin(is_beside and gap < _LINE_GAP)
            self.boxes.append(box)
        left, top, right, bottom = self.boxes[-1]
        self.boxes[-1] = (min(left, box[0]), max(top, box[1]), max(right, box[2]), min(bottom, box[3]))
        self._write(text, box)
        self.ends[-1] = self.length
        self.last, self.is_open = box, True

    def _begin(self, is_same_line: bool) -> None:
        if self.lines:
            self._write(" " if is_same_line else "\n", (0.0, 0.0, 0.0, 0.0))
        self.lines.append((self.lines[-1] + (not is_same_line)) if self.lines else 0)
        self.starts.append(self.length)
        self.ends.append(self.length)

    def _write(self, text: str, box: Sides) -> None:
        self.letters.append(text)
        self.letter_boxes += [box] * len(text)
        self.length += len(text)


@dataclass(frozen=True, slots=True, kw_only=True)
class SecondReading:
    """The words of a page, and the place of each letter."""

    words: PageWords
    letter_boxes: NDArray[np.float64]
    """As displayed; one row a code point of `words.text`."""

    def letters(self, start: int, end: int) -> NDArray[np.float64]:
        """Return the boxes of the code points from `start` to `end`."""
        return self.letter_boxes[start:end]


def read_by_second_engine(content: bytes, page_number: int, frame: PageFrame) -> SecondReading | None:
    """Read the words of one page.

    Args:
        content: A PDF that opens.
        page_number: From 1.
        frame: Of the same page.

    Returns:
        Words in the order of the file, all taken to stand upright; None if the engine finds none.
    """
    run = _Run()
    for text, (left, bottom, right, top) in _glyphs(content, page_number):
        run.add(text, (left, top, right, bottom))
    if not run.starts:
        return None
    count = len(run.starts)
    words = PageWords(
        text="".join(run.letters),
        starts=np.array(run.starts, np.int64),
        ends=np.array(run.ends, np.int64),
        boxes=frame.displayed(np.array(run.boxes, np.float32)),
        lines=np.array(run.lines, np.int64),
        turns=np.full(count, frame.quarter_turns, np.int64),
        cells=np.full(count, -1, np.int64),
    )
    return SecondReading(words=words, letter_boxes=frame.displayed(np.array(run.letter_boxes, np.float32)))


def _glyphs(content: bytes, page_number: int) -> Iterator[tuple[str, Sides]]:
    """Yield characters and their stored boxes: left, bottom, right, top."""
    import playa
    from playa.exceptions import PDFException

    logging.getLogger("playa").setLevel(logging.CRITICAL)  # it tells of each fault of the file; we know it is damaged
    try:
        document = playa.parse(content, space="default")  # pages do not keep it alive
        objects: Iterator[Any] = (glyph for text in document.pages[page_number - 1].texts for glyph in text)
        for glyph in islice(objects, _MOST_GLYPHS):
            if glyph.text:
                yield glyph.text, glyph.bbox
    except (PDFException, *_BREAKS_DOWN):
        return


def _gap(last: Sides | None, box: Sides) -> tuple[float, bool]:
    """Return the blank between two characters in heights, and whether they stand in one row, left to right."""
    if last is None:
        return 0.0, False
    height = max(box[1] - box[3], last[1] - last[3], 1e-3)
    middles = abs((box[1] + box[3]) - (last[1] + last[3])) / 2
    gap = (box[0] - last[2]) / height
    return gap, middles < height / 2 and gap > -0.5
