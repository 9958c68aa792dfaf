"""From the picture of a page to the page."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import Problem, problem
from tenderlight.reading.page_layout import lay_out
from tenderlight.reading.recognition.finding import find_lines
from tenderlight.reading.recognition.level_frame import LevelFrame
from tenderlight.reading.recognition.line_reader import LineText, read_lines
from tenderlight.reading.recognition.lines_to_words import words_of
from tenderlight.reading.recognition.models import RECOGNISER
from tenderlight.reading.recognition.slanted_boxes import slants

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.models import Models

VERSION = 1
"""Raised whenever the same picture may come out differently."""
STEP = f"recognise:{RECOGNISER}/{VERSION}"
MOST_PIXELS = 40_000_000
"""Of one page: twice what a page of A3 has at 300 dpi."""
_LEAST_SURE = 0.5
"""A line read with less than this on average is left out: it is a stain, a signature or a script unknown to us."""
_UNSURE = 0.8
_RED = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class PagePixels:
    """The picture of a page as displayed."""

    page_number: int
    """From 1."""
    width_points: float
    """Of the page, in points (1/72 inch)."""
    height_points: float
    width: int
    """Of the picture, in pixels."""
    height: int
    samples: bytes
    """Rows of RGB from top to bottom, 8 bit each, no padding."""

    def __post_init__(self) -> None:
        if self.width < 1 or self.height < 1 or self.width_points <= 0 or self.height_points <= 0:
            raise ValueError("a page has no size")
        if self.width * self.height > MOST_PIXELS:
            raise ValueError(f"a picture has more than {MOST_PIXELS} pixels")
        if len(self.samples) != 3 * self.width * self.height:
            raise ValueError("the samples do not fit the size of the picture")

    @property
    def array(self) -> NDArray[np.uint8]:
        """The samples as (height, width, 3), without copying them."""
        return np.frombuffer(self.samples, np.uint8).reshape(self.height, self.width, 3)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedPage:
    """What text recognition made of a page."""

    page: Page
    problems: tuple[Problem, ...]


def recognise(pixels: PagePixels, models: Models) -> RecognisedPage:
    """Read the words in the picture of a page.

    Args:
        pixels: The page as displayed, dark text on light ground; about 200 dpi is best.
        models: See `load_models`.

    Returns:
        The page: text in reading order, boxes in points of the page as displayed, a confidence for every word. An
        empty page is read, and has no text. Problems: `recognition-unsure`, `recognition-lines-left-out`.
    """
    plane = np.ascontiguousarray(pixels.array[:, :, _RED])
    boxes = find_lines(plane, models.finder)
    lines = read_lines(plane, boxes, models)
    frame = LevelFrame.of(pixels.width_points, pixels.height_points, degrees=_slant(boxes))
    scale = np.array([pixels.width_points / pixels.width, pixels.height_points / pixels.height], np.float64)
    kept = [index for index, line in enumerate(lines) if line.text.strip() and line.confidence >= _LEAST_SURE]
    left_out = sum(1 for line in lines if line.text.strip() and line.confidence < _LEAST_SURE)
    chosen = [lines[index] for index in kept]
    laid_out = lay_out(words_of(chosen, frame.levelled(boxes[kept] * scale)), [])
    state, problems = _verdict(chosen, left_out, pixels.page_number)
    page = Page(
        number=pixels.page_number,
        text=laid_out.text,
        width=round(pixels.width_points, 2),
        height=round(pixels.height_points, 2),
        lines=tuple(frame.displayed_line(line) for line in laid_out.lines),
        words=tuple(frame.displayed_word(word) for word in laid_out.words),
        tables=tuple(frame.displayed_table(table) for table in laid_out.tables),
        method=PageMethod.RECOGNISED,
        state=state,
    )
    return RecognisedPage(page=page, problems=problems)


def _slant(boxes: NDArray[np.float32]) -> float:
    """Return how far most lines are from level, in degrees clockwise; long lines count most."""
    if not len(boxes):
        return 0.0
    lengths = np.linalg.norm(boxes[:, 1] - boxes[:, 0], axis=1)
    longest = lengths >= np.quantile(lengths, 0.5)
    return float(np.median(slants(boxes[longest])))


def _verdict(lines: list[LineText], left_out: int, page_number: int) -> tuple[ReadState, tuple[Problem, ...]]:
    problems = []
    if left_out:
        detail = f"Lines left out: {left_out}."
        problems.append(problem("recognition-lines-left-out", step=STEP, page_number=page_number, detail=detail))
    letters = sum(len(line.text) for line in lines)
    unsure = sum(len(line.text) for line in lines if line.confidence < _UNSURE)
    if 2 * unsure > letters:
        problems.append(problem("recognition-unsure", step=STEP, page_number=page_number))
    return ReadState.PARTLY if problems else ReadState.READ, tuple(problems)
