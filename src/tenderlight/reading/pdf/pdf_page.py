"""One page of a PDF: opened, judged, read, closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, ReadingLimits
from tenderlight.reading.layout.page_layout import LaidOutText, lay_out
from tenderlight.reading.layout.words_on_page import PageWords, turned
from tenderlight.reading.pdf.missing_fonts import has_lost_text
from tenderlight.reading.pdf.page_frame import PageFrame, frame_of
from tenderlight.reading.pdf.page_objects import read_objects
from tenderlight.reading.pdf.page_rules import read_rules
from tenderlight.reading.pdf.page_verdict import Verdict, judge
from tenderlight.reading.pdf.pdf_second_engine import read_by_second_engine
from tenderlight.reading.pdf.pdf_text import TextLines, quarter_turns_of_lines, read_characters, read_words
from tenderlight.reading.pdf.pdfium import OpenPdf, function
from tenderlight.reading.pdf.shown_page import ShownPage
from tenderlight.reading.pdf.stacked_signs import unstacked
from tenderlight.reading.tables.grids import find_grids
from tenderlight.reading.tables.unruled import with_tables

if TYPE_CHECKING:
    from numpy.typing import NDArray

    from tenderlight.reading.tables.grids import Grid

_FREE_TEXT, _STAMP, _WIDGET = 3, 13, 20
"""Annotations that show text of their own (fpdf_annot.h)."""
_MOST_ANNOTATIONS = 5_000


def read_page(
    pdf: OpenPdf, page_number: int, *, layers_off: frozenset[str], step: str, limits: ReadingLimits
) -> list[Item] | None:
    """Read one page.

    Args:
        pdf: The open document.
        page_number: From 1.
        layers_off: Names of layers that are switched off.
        step: Step and version, for problems.
        limits: What the page may ask for.

    Returns:
        The page and its problems, or None if the page cannot be opened. See `pdf.PdfReader` for the problems.
    """
    with open_page(pdf, page_number) as (page, text_page):
        frame = frame_of(page) if page else None
        if not text_page or frame is None:
            return None
        lines = read_words(text_page, frame, most_characters=limits.page_characters)
        drawn = read_objects(page)
        rules = read_rules(drawn, frame)
        shown_page = ShownPage(drawn, frame, text_page, lines, layers_off=layers_off)
        words, verdict = judge(_words(text_page, lines, frame), shown_page, shape_count=rules.shape_count)
        letters = _letters(text_page, lines, frame)
        is_incomplete = has_lost_text(drawn.texts, is_cut_off=pdf.is_cut_off)
        second = read_by_second_engine(pdf.content, page_number, frame) if is_incomplete else None
        if second is not None and _characters(second.words) > _characters(words):
            words, letters, is_incomplete = second.words, second.letters, False
            verdict = Verdict(state=ReadState.READ, code="page-read-by-font-tables")
        grids: list[Grid] = []
        if len(words.starts):
            direction = words.main_direction
            drawn_lines, sides = turned(rules.rules, direction), turned(rules.surface_sides, direction)
            ruled = find_grids(drawn_lines, sides)
            words = unstacked(words, letters)
            words, grids = with_tables(words, ruled, np.concatenate([drawn_lines, sides]), letters)
        laid_out = lay_out(words, grids)
    if (lines.is_cut or is_incomplete) and verdict.state is ReadState.READ:
        verdict = replace(verdict, state=ReadState.PARTLY)
    items: list[Item] = [_page(page_number, frame, laid_out, verdict)]
    if verdict.code:
        items.append(problem(verdict.code, step=step, page_number=page_number))
    if lines.is_cut:
        items.append(problem("limit-characters", step=step, page_number=page_number))
    if is_incomplete:
        items.append(problem("page-font-missing", step=step, page_number=page_number))
    if verdict.hidden:
        detail = f"{verdict.hidden} characters."
        items.append(problem("hidden-text", step=step, page_number=page_number, detail=detail))
    return items


def _page(page_number: int, frame: PageFrame, laid_out: LaidOutText, verdict: Verdict) -> Page:
    return Page(
        number=page_number,
        text=laid_out.text,
        width=round(frame.width, 2),
        height=round(frame.height, 2),
        lines=laid_out.lines,
        words=laid_out.words,
        tables=laid_out.tables,
        method=PageMethod.NONE if verdict.state is ReadState.NOT_READ else PageMethod.TEXT_LAYER,
        state=verdict.state,
    )


def _characters(words: PageWords) -> int:
    return int((words.ends - words.starts).sum())


@contextmanager
def open_page(pdf: OpenPdf, page_number: int) -> Iterator[tuple[int, int]]:
    """Open a page and its text, form fields and notes included; zeros for what cannot be opened."""
    page = function("FPDF_LoadPage")(pdf.handle, page_number - 1) or 0
    text_page = 0
    try:
        if page and _has_text_notes(page):
            pdf.flatten(page)
            function("FPDF_ClosePage")(page)
            page = 0
            page = function("FPDF_LoadPage")(pdf.handle, page_number - 1) or 0
        text_page = (function("FPDFText_LoadPage")(page) or 0) if page else 0
        yield page, text_page
    finally:
        if text_page:
            function("FPDFText_ClosePage")(text_page)
        if page:
            function("FPDF_ClosePage")(page)


def _has_text_notes(page: int) -> bool:
    """Say whether form fields, notes or stamps stand on the page."""
    for index in range(min(function("FPDFPage_GetAnnotCount")(page), _MOST_ANNOTATIONS)):
        note = function("FPDFPage_GetAnnot")(page, index)
        if not note:
            continue
        kind = function("FPDFAnnot_GetSubtype")(note)
        function("FPDFPage_CloseAnnot")(note)
        if kind in (_FREE_TEXT, _STAMP, _WIDGET):
            return True
    return False


def _words(text_page: int, lines: TextLines, frame: PageFrame) -> PageWords:
    assert lines.word_boxes is not None
    count = len(lines.word_starts)
    in_line = np.diff(np.append(lines.first_words, count))
    return PageWords(
        text=lines.text,
        starts=lines.word_starts,
        ends=lines.word_ends,
        boxes=lines.word_boxes,
        lines=np.repeat(np.arange(len(in_line)), in_line),
        turns=np.repeat(quarter_turns_of_lines(text_page, lines, frame), in_line),
        cells=np.full(count, -1, np.int64),
    )


def _letters(text_page: int, lines: TextLines, frame: PageFrame) -> Callable[[int, int], NDArray[np.float64]]:
    def read(start: int, end: int) -> NDArray[np.float64]:
        return read_characters(text_page, lines, start, end, frame)

    return read
