"""Draws single pages for people who wait for them, in a lane of the cage that is kept open."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from tenderlight.cage import Lane, LanesLost, Outcome, WorkshopNotOpened
from tenderlight.cases import Case
from tenderlight.cases.encoding import Undecodable
from tenderlight.errors import ArchiveDamaged
from tenderlight.pipeline.drawing import PNG_SIGNATURE
from tenderlight.pipeline.drawing_workshop import DRAWING
from tenderlight.pipeline.messages import DrawTask, PagePicture, ShowTask, read_frame, write_task
from tenderlight.pipeline.outcomes import DRAW_LIMITS
from tenderlight.reading.pdf.page_pictures import can_be_drawn

PDF = "application/pdf"


class PageDrawer:
    """One lane that draws pages. Use it from one thread at a time.

    A page is drawn in a child of its own that has no network and can write no file. A lane that was lost is opened anew
    with the next page.
    """

    def __init__(self) -> None:
        self._lane: Lane | None = None

    def open(self) -> None:
        """Open the lane, so that the first page need not wait for it."""
        with self._opened() as lane:
            lane.wait_until_open()

    def draw(self, case: Case, source: str, media_type: str, page_number: int, *, dots_per_inch: int) -> bytes | None:
        """Return the picture of a page.

        Args:
            case: Where the file is.
            source: SHA-256 of an original, or of a PDF that one was laid out as.
            media_type: What it is.
            page_number: From 1.
            dots_per_inch: Resolution of a page of a PDF; pictures come as they are.

        Returns:
            A PNG; None if files of that kind have no pictures, or this page cannot be drawn.
        """
        if not can_be_drawn(media_type):
            return None
        task = (
            DrawTask(page_numbers=(page_number,), dots_per_inch=dots_per_inch)
            if media_type == PDF
            else ShowTask(media_type=media_type, page_number=page_number, words=(), cells=())
        )
        kept = case.layouts if case.layouts.has(source) else case.originals
        try:
            with kept.open(source) as original, self._opened() as lane:
                events = list(lane.run(write_task(task), original.fileno(), DRAW_LIMITS))
        except ArchiveDamaged:
            return None
        pictures = (_picture(event, page_number) for event in events if not isinstance(event, Outcome))
        return next((png for png in pictures if png is not None), None)

    def close(self) -> None:
        """Let the lane go."""
        if self._lane is not None:
            self._lane.close()
            self._lane = None

    @contextmanager
    def _opened(self) -> Iterator[Lane]:
        if self._lane is None or self._lane.has_ended:
            self.close()
            self._lane = Lane(DRAWING)
        try:
            yield self._lane
        except (LanesLost, WorkshopNotOpened):
            self.close()
            raise


def _picture(event: bytes, page_number: int) -> bytes | None:
    try:
        frame = read_frame(event)
    except Undecodable:
        return None
    if not isinstance(frame, PagePicture) or frame.page_number != page_number:
        return None
    return frame.png if frame.png.startswith(PNG_SIGNATURE) else None
