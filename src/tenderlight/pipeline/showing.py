"""The picture of one page of a file with what was read in it, drawn in the cage."""

from __future__ import annotations

from pathlib import Path

from tenderlight.cage import Lane, Outcome
from tenderlight.cases.encoding import Undecodable
from tenderlight.errors import NoPicture
from tenderlight.model.box import Box
from tenderlight.model.document import Page
from tenderlight.pipeline.drawing import PNG_SIGNATURE
from tenderlight.pipeline.local import WORKSHOP
from tenderlight.pipeline.messages import PagePicture, ShowTask, Sides, read_frame, write_task
from tenderlight.pipeline.outcomes import DRAW_LIMITS
from tenderlight.reading.pdf.page_pictures import can_be_drawn


def show_page(path: Path, page: Page, *, media_type: str) -> bytes:
    """Return the picture of a page, word boxes drawn thin and cell boxes bold.

    Args:
        path: The file the page was read from.
        page: What was read.
        media_type: What the file is.

    Returns:
        A PNG.

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
    lane = Lane(WORKSHOP)
    try:
        with path.open("rb") as original:
            for event in lane.run(write_task(task), original.fileno(), DRAW_LIMITS):
                png = None if isinstance(event, Outcome) else _picture(event, page.number)
                if png is not None:
                    return png
    finally:
        lane.close()
    raise NoPicture(f"Page {page.number} of {path} cannot be drawn.", path=str(path))


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
