"""From the picture of a page to the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.box import Box
from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, problem
from tenderlight.reading.recognition.believing import judge
from tenderlight.reading.recognition.cyrillic_lines import lies_on_its_head, with_cyrillic
from tenderlight.reading.recognition.finding import find_lines
from tenderlight.reading.recognition.ink import ink_of
from tenderlight.reading.recognition.laid_out_page import laid_out_page
from tenderlight.reading.recognition.level_frame import LevelFrame
from tenderlight.reading.recognition.lines_to_words import box_of
from tenderlight.reading.recognition.missed_cells import read_missed_cells
from tenderlight.reading.recognition.number_marks import doubtful_numbers
from tenderlight.reading.recognition.orientation import slant_of_page, turn_of_page
from tenderlight.reading.recognition.page_pixels import STEP, PagePixels
from tenderlight.reading.recognition.print_slant import slant_of_print
from tenderlight.reading.recognition.readings import read_boxes
from tenderlight.reading.recognition.ruled_lines import find_rules
from tenderlight.reading.recognition.specks import without_specks

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.recognition.models import Models

_MOST_NUMBERS = 40
"""Doubtful numbers of a page that are reported each in its place; more concern the whole page."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RecognisedPage:
    """What text recognition made of a page."""

    page: Page
    problems: tuple[Problem, ...]


def recognise(pixels: PagePixels, models: Models) -> RecognisedPage:
    """Read the words in the picture of a page, whichever way it lies.

    Args:
        pixels: The page as displayed, dark print on light ground; about 200 dpi is best.
        models: See `load_models`.

    Returns:
        The page: text in reading order, boxes in points of the page as displayed, a confidence for every word. An
        empty page is read, and has no text. For the problems it may have see `believing`; and
        `recognition-numbers-unsure`, where a number may be another one.
    """
    points_a_pixel = (pixels.width_points / pixels.width + pixels.height_points / pixels.height) / 2
    ink = ink_of(pixels.array, points_a_pixel=points_a_pixel)
    plane = ink.plane
    boxes = find_lines(plane, models.finder)
    turn = turn_of_page(plane, boxes, models)
    if turn:
        plane = np.ascontiguousarray(np.rot90(plane, turn))
        boxes = find_lines(plane, models.finder)
    found = read_boxes(without_specks(plane, points_a_pixel), boxes, models)
    if lies_on_its_head(plane, found, models):
        turn = (turn + 2) % 4
        plane = np.ascontiguousarray(np.rot90(plane, 2))
        boxes = find_lines(plane, models.finder)
        found = read_boxes(without_specks(plane, points_a_pixel), boxes, models)
    drawn = np.ascontiguousarray(np.rot90(ink.rules, turn))
    slant = slant_of_page(boxes)
    if len(boxes):
        slant = slant_of_print(drawn, points_a_pixel=points_a_pixel, by_lines=slant)
    frame = LevelFrame(width=pixels.width_points, height=pixels.height_points, turn=turn, degrees=slant)
    lines = with_cyrillic(plane, found, models)
    verdict = judge(lines.found, slant=slant, dark_seals=ink.dark_seals)
    rules = find_rules(drawn, degrees=slant, points_a_pixel=points_a_pixel)
    scale = np.array(frame.upright_size) / plane.shape[::-1]

    def levelled(points: NDArray[np.float64]) -> NDArray[np.float64]:
        return frame.levelled(points * scale)

    kept = verdict.kept
    laid_out = laid_out_page(kept, rules, levelled)
    missed = read_missed_cells(plane, laid_out, lambda points: frame.upright(points) / scale, models)
    if missed:
        is_cyrillic = 2 * lines.cyrillic > len(lines.found)
        kept = (*kept, *with_cyrillic(plane, missed, models, is_known=is_cyrillic).found)
        laid_out = laid_out_page(kept, rules, levelled)
    page = Page(
        number=pixels.page_number,
        text=laid_out.text,
        width=round(pixels.width_points, 2),
        height=round(pixels.height_points, 2),
        lines=tuple(frame.displayed_line(line) for line in laid_out.lines),
        words=tuple(frame.displayed_word(word) for word in laid_out.words),
        tables=tuple(frame.displayed_table(table) for table in laid_out.tables),
        method=verdict.method,
        state=verdict.state,
    )
    codes = [*verdict.codes, *([("recognition-cyrillic", f"Lines: {lines.cyrillic}.")] if lines.cyrillic else [])]
    problems = [problem(code, step=STEP, page_number=pixels.page_number, detail=detail) for code, detail in codes]
    numbers = [(each, span) for each in kept for span in doubtful_numbers(each.line)]
    boxes_of_numbers = [frame.displayed_box(box_of(each, span, levelled)) for each, span in numbers]
    problems += _unsure_numbers(boxes_of_numbers, pixels.page_number)
    return RecognisedPage(page=page, problems=tuple(problems))


def _unsure_numbers(places: Sequence[Box], page_number: int) -> list[Problem]:
    """Report numbers that may be other ones, each in its place; many of them once, for the whole page."""
    kept: Sequence[Box | None] = places if len(places) <= _MOST_NUMBERS else (None,)
    detail = "" if kept is places else f"Numbers: {len(places)}."
    return [
        problem("recognition-numbers-unsure", step=STEP, page_number=page_number, box=place, detail=detail)
        for place in kept
    ]
