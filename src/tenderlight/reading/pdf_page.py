"""One page of a PDF: opened, judged, read, closed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import repeat
from typing import TYPE_CHECKING

import numpy as np

from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, ReadingLimits
from tenderlight.reading.legibility import is_garbled
from tenderlight.reading.page_frame import PageFrame, frame_of
from tenderlight.reading.page_layout import LaidOutText, lay_out
from tenderlight.reading.page_objects import PageObjects, read_objects
from tenderlight.reading.pdf_text import TextLines, quarter_turns_of_lines, read_characters, read_lines, read_words
from tenderlight.reading.pdfium import OpenPdf, function
from tenderlight.reading.tables import find_grids
from tenderlight.reading.words_on_page import PageWords, put_into_cells, turned

if TYPE_CHECKING:
    from numpy.typing import NDArray

_FREE_TEXT, _STAMP, _WIDGET = 3, 13, 20
"""Annotations that show text of their own (fpdf_annot.h)."""
_MOST_ANNOTATIONS = 5_000
_FLATTEN_FOR_DISPLAY = 0

_PICTURE_SHARE = 0.02
"""A page without text whose pictures cover more than this may say something in them."""
_WHOLE_PAGE = 0.6
_OUTLINED_SHAPES = 40
_LITTLE_TEXT = 200
"""Characters; a whole-page picture with less text on it is taken for a scan with a stamp or a page number."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Verdict:
    """What became of a page, and the codes that say why."""

    state: ReadState
    codes: tuple[str, ...] = ()
    hidden: int = 0
    """Characters left out because the page does not show them."""


def read_page(pdf: OpenPdf, page_number: int, *, step: str, limits: ReadingLimits) -> list[Item] | None:
    """Read one page.

    Returns:
        The page and its problems, or None if the page cannot be opened. See `pdf.PdfReader` for the problems.
    """
    with open_page(pdf, page_number) as (page, text_page):
        frame = frame_of(page) if page else None
        if not text_page or frame is None:
            return None
        lines = read_lines(text_page, frame, most_characters=limits.page_characters)
        objects = read_objects(page, frame)
        words = _words(text_page, lines, frame)
        words, verdict = _judge(words, objects, frame, text_page, lines)
        grids = []
        if len(words.starts):
            turn = words.main_turn
            grids = find_grids(turned(objects.rules, turn), turned(objects.surface_sides, turn))
            words = put_into_cells(words, grids, _letters(text_page, lines, frame))
        laid_out = lay_out(words, grids)
    codes = verdict.codes + (("limit-characters",) if lines.is_cut else ())
    items: list[Item] = [_page(page_number, frame, laid_out, verdict)]
    items += [problem(code, step=step, page_number=page_number) for code in codes]
    if verdict.hidden:
        detail = f"{verdict.hidden} characters."
        items.append(problem("hidden-text", step=step, page_number=page_number, detail=detail))
    return items


def _page(page_number: int, frame: PageFrame, laid_out: LaidOutText, verdict: _Verdict) -> Page:
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


@contextmanager
def open_page(pdf: OpenPdf, page_number: int) -> Iterator[tuple[int, int]]:
    """Open a page and its text, form fields and notes included; zeros for what cannot be opened."""
    page = function("FPDF_LoadPage")(pdf.handle, page_number - 1) or 0
    text_page = 0
    try:
        if page and _has_text_notes(page):
            pdf.start_forms()
            function("FPDFPage_Flatten")(page, _FLATTEN_FOR_DISPLAY)
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
    count = len(lines.word_starts)
    in_line = np.diff(np.append(lines.first_words, count))
    return PageWords(
        text=lines.text,
        starts=lines.word_starts,
        ends=lines.word_ends,
        boxes=read_words(text_page, lines, frame),
        lines=np.repeat(np.arange(len(in_line)), in_line),
        turns=np.repeat(quarter_turns_of_lines(text_page, lines, frame), in_line),
        cells=np.full(count, -1, np.int64),
    )


def _letters(text_page: int, lines: TextLines, frame: PageFrame) -> Callable[[int, int], NDArray[np.float64]]:
    def read(start: int, end: int) -> NDArray[np.float64]:
        return read_characters(text_page, lines, start, end, frame)

    return read


def _judge(
    words: PageWords, objects: PageObjects, frame: PageFrame, text_page: int, lines: TextLines
) -> tuple[PageWords, _Verdict]:
    """Decide how much of the page its text layer tells, and leave out what the page does not show."""
    is_picture = _picture_share(objects, frame) >= _WHOLE_PAGE or objects.shape_count >= _OUTLINED_SHAPES
    shown = _is_on_page(words, frame)
    invisible = _is_invisible(words, objects, text_page, lines) & shown
    sizes = words.ends - words.starts
    if not is_picture:
        shown &= ~invisible
    hidden = int(sizes[~shown].sum())
    words, sizes, invisible = words.some(shown), sizes[shown], invisible[shown]
    if not len(words.starts):
        says_something = _picture_share(objects, frame) >= _PICTURE_SHARE or objects.shape_count >= _OUTLINED_SHAPES
        state, codes = (ReadState.NOT_READ, ("page-needs-recognition",)) if says_something else (ReadState.READ, ())
        return words, _Verdict(state=state, codes=codes, hidden=hidden)
    if is_garbled(words.text):
        nothing = words.some(np.zeros(len(words.starts), np.bool_))
        return nothing, _Verdict(state=ReadState.NOT_READ, codes=("page-text-garbled",), hidden=hidden)
    if is_picture and invisible.any() and sizes[invisible].sum() >= 0.5 * sizes.sum():
        return words, _Verdict(state=ReadState.PARTLY, codes=("page-text-invisible",), hidden=hidden)
    if _picture_share(objects, frame) >= _WHOLE_PAGE and sizes.sum() < _LITTLE_TEXT:
        return words, _Verdict(state=ReadState.PARTLY, codes=("page-needs-recognition",), hidden=hidden)
    return words, _Verdict(state=ReadState.READ, hidden=hidden)


def _picture_share(objects: PageObjects, frame: PageFrame) -> float:
    """Return the share of the page that pictures cover; strips of one scan add up."""
    if not len(objects.images):
        return 0.0
    left, top, right, bottom = objects.images.T
    across = np.clip(right, 0, frame.width) - np.clip(left, 0, frame.width)
    down = np.clip(bottom, 0, frame.height) - np.clip(top, 0, frame.height)
    return min(1.0, float((across * down).sum()) / (frame.width * frame.height))


def _is_on_page(words: PageWords, frame: PageFrame) -> NDArray[np.bool_]:
    """Say of each word whether its middle lies on the displayed page."""
    x = (words.boxes[:, 0] + words.boxes[:, 2]) / 2
    y = (words.boxes[:, 1] + words.boxes[:, 3]) / 2
    on_page: NDArray[np.bool_] = (x >= 0) & (x <= frame.width) & (y >= 0) & (y <= frame.height)
    return on_page


def _is_invisible(words: PageWords, objects: PageObjects, text_page: int, lines: TextLines) -> NDArray[np.bool_]:
    """Say of each word whether it is drawn in the mode that paints nothing."""
    if not objects.invisible_texts:
        return np.zeros(len(words.starts), np.bool_)
    firsts = lines.character(words.starts).tolist()
    owners = map(function("FPDFText_GetTextObject"), repeat(text_page), firsts)
    return np.fromiter((owner in objects.invisible_texts for owner in owners), np.bool_, len(firsts))
