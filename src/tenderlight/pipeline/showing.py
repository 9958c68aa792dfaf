"""The picture of one page of a file with what was read in it, drawn in the cage."""

from __future__ import annotations

import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tenderlight.cage import Lane, Outcome
from tenderlight.cases.encoding import Undecodable
from tenderlight.errors import NoPicture
from tenderlight.model.box import Box
from tenderlight.model.document import Page
from tenderlight.model.layout import Layout
from tenderlight.pipeline.drawing import PNG_SIGNATURE
from tenderlight.pipeline.drawing_workshop import DRAWING
from tenderlight.pipeline.laying_out.aligning import PDF
from tenderlight.pipeline.messages import PagePicture, ShowTask, Sides, read_frame, write_task
from tenderlight.pipeline.outcomes import DRAW_LIMITS
from tenderlight.pipeline.pages_under_way import held
from tenderlight.reading.layout.laid_out import boxes_laid_out
from tenderlight.reading.pdf.page_pictures import can_be_drawn


@dataclass(frozen=True, slots=True, kw_only=True)
class ShownPage:
    """The picture of a page with what was read on it."""

    png: bytes
    words: int
    """Boxes of words drawn."""
    cells: int


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOut:
    """Where a page of a file without pages stands, and the PDF that it was laid out as."""

    layout: Layout
    pdf: bytes


def show_laid_out(path: Path, page_number: int, pages: Sequence[Page], layouts: Sequence[LaidOut]) -> ShownPage:
    """Return the picture of a page that a file without pages was laid out on, boxes drawn as in `show_page`.

    Args:
        path: The file, for words about it.
        page_number: Of the laid-out PDF, from 1.
        pages: What was read.
        layouts: Where it stands; at least one.

    Raises:
        NoPicture: If the file was laid out on fewer pages, or the page cannot be drawn.
    """
    if page_number > len(layouts[0].layout.page_sizes):
        pages_of_paper = len(layouts[0].layout.page_sizes)
        raise NoPicture(
            f"{path} is laid out on {pages_of_paper} pages: there is no page {page_number}.", path=str(path)
        )
    texts = {page.number: page for page in pages}
    words: list[Sides] = []
    cells: list[Sides] = []
    for one in layouts:
        lines = (line for line in one.layout.lines if line.layout_page == page_number)
        words += [_sides(word.box) for line in lines for word in line.words]
        page = texts[one.layout.page_number]
        found = (
            box
            for table in page.tables
            for cell in table.cells
            for box in boxes_laid_out(page, one.layout, cell.start, cell.end)
        )
        cells += [_sides(box.box) for box in found if box.layout_page == page_number]
    task = ShowTask(media_type=PDF, page_number=page_number, words=tuple(words), cells=tuple(cells))
    descriptor = held(layouts[0].pdf)
    try:
        return _drawn(path, task, descriptor)
    finally:
        os.close(descriptor)


def show_page(path: Path, page: Page, *, media_type: str) -> ShownPage:
    """Return the picture of a page, word boxes drawn thin and cell boxes bold.

    Args:
        path: The file the page was read from.
        page: What was read.
        media_type: What the file is.

    Raises:
        NoPicture: If files of this kind have no pictures of pages, or this one cannot be drawn.
    """
    if not can_be_drawn(media_type):
        raise NoPicture(f"{path} is {media_type}: its pages have no picture.", path=str(path))
    task = ShowTask(
        media_type=media_type,
        page_number=page.number,
        words=tuple(_sides(word.box) for word in page.words),
        cells=tuple(_sides(cell.box) for table in page.tables for cell in table.cells if cell.box is not None),
    )
    with path.open("rb") as original:
        return _drawn(path, task, original.fileno())


def _drawn(path: Path, task: ShowTask, original: int) -> ShownPage:
    lane = Lane(DRAWING)
    try:
        for event in lane.run(write_task(task), original, DRAW_LIMITS):
            png = None if isinstance(event, Outcome) else _picture(event, task.page_number)
            if png is not None:
                return ShownPage(png=png, words=len(task.words), cells=len(task.cells))
    finally:
        lane.close()
    raise NoPicture(f"Page {task.page_number} of {path} cannot be drawn.", path=str(path))


def _sides(box: Box) -> Sides:
    return box.left, box.top, box.right, box.bottom


def _picture(event: bytes, page_number: int) -> bytes | None:
    try:
        frame = read_frame(event)
    except Undecodable:
        return None
    is_asked_for = isinstance(frame, PagePicture) and frame.page_number == page_number
    return (
        frame.png if isinstance(frame, PagePicture) and is_asked_for and frame.png.startswith(PNG_SIGNATURE) else None
    )
