"""Pages of a document being drawn, and being looked at where they are drawn.

Lanes of this machine draw in one job and look in others, since one lane draws for several that look: the pixels go
through memory only. On a cluster one worker does both, in two lanes: what comes back are the sizes of the pictures, and
what was seen on them. Their 12 MB a page go nowhere.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from tenderlight.cage import FileByContent, Job, Outcome
from tenderlight.cases.encoding import Undecodable
from tenderlight.pipeline import recogniser_workshop
from tenderlight.pipeline.cluster_messages import Look
from tenderlight.pipeline.comparing import ComparedPages
from tenderlight.pipeline.messages import DrawnPage, PagePixels, RasterTask, read_frame, write_task
from tenderlight.pipeline.outcomes import raster_limits
from tenderlight.pipeline.pages_under_way import PagesUnderWay, PixelsUnderWay
from tenderlight.pipeline.recognised_page import PageUnderWay


@dataclass(frozen=True, slots=True, kw_only=True)
class LookJob(Job):
    """Work of several pieces: pages are drawn, then looked at. Each piece ends for itself (`PieceDone`)."""

    look: Look


class Drawing:
    """A few pages of a document being drawn. Use `take` for each frame, then `finish` with the outcome."""

    def __init__(self, document: PagesUnderWay) -> None:
        self.document = self.key = document.document
        self.pages = document.next_pages()
        self.drawn: dict[int, DrawnPage] = {}
        self._owner = document
        document.is_drawing = True

    def job(self, original: int, size_bytes: int, *, lies_at: FileByContent | None = None) -> Job:
        """Return the work for a lane that reads."""
        task = RasterTask(media_type=self._owner.media_type, page_numbers=self.pages)
        limits = raster_limits(size_bytes)
        return Job(key=self.key, task=write_task(task), original=original, limits=limits, lies_at=lies_at)

    def take(self, frame: bytes) -> None:
        """Take one page; pages that were not asked for, and whatever is none, are left out."""
        pixels = pixels_in(frame, self.pages)
        if pixels is not None:
            self.drawn.setdefault(pixels.page_number, pixels)

    def finish(self, outcome: Outcome, *, may_try_again: bool) -> list[DrawnPage]:
        """Return the pages that were drawn. The first that was not costs itself only: those after it are drawn later.

        Args:
            outcome: How drawing ended.
            may_try_again: Whether no page is to blame, because the lane itself was lost.
        """
        owner = self._owner
        owner.is_drawing = False
        missing = tuple(number for number in self.pages if number not in self.drawn)
        blamed = missing if outcome.is_finished else () if may_try_again else missing[:1]
        owner.draw_later(missing[len(blamed) :])
        why = "It could not be drawn." if outcome.is_finished else f"It could not be drawn: {outcome.message}"
        for number in blamed:
            owner.not_drawn(number, why)
        return [self.drawn[number] for number in self.pages if number in self.drawn]


class Looking(Drawing):
    """A few pages of a document being drawn, then looked at, by one worker. Use as a `Drawing`, piece by piece."""

    def __init__(self, document: PagesUnderWay) -> None:
        self.document = document.document
        self.pages = document.next_pages(document.pages_at_once)
        self.key = f"{self.document}/{self.pages[0]}"
        self.drawn = {}
        self._owner = document
        self.looks: deque[PixelsUnderWay] | None = None
        """What is looked at, one after the other, the rest of it; None = the pages are being drawn."""

    def job(self, original: int, size_bytes: int, *, lies_at: FileByContent | None = None) -> LookJob:
        """Return the work for a worker that reads."""
        job = super().job(original, size_bytes, lies_at=lies_at)
        look = Look(
            workshop=recogniser_workshop.workshop().as_bytes(),
            page_numbers=self.pages,
            lines=self._owner.lines_on(self.pages),
        )
        return LookJob(
            key=job.key, task=job.task, original=job.original, limits=job.limits, lies_at=job.lies_at, look=look
        )

    def take(self, frame: bytes) -> None:
        """Take the size of a page that was drawn, or what was seen on one."""
        if self.looks:
            self.looks[0].take(frame)
        elif self.looks is None and (page := _drawn_in(frame, self.pages)) is not None:
            self.drawn.setdefault(page.page_number, page)

    def look_at(self, pages: Sequence[DrawnPage]) -> None:
        """Take which pages were drawn, and are looked at now."""
        self.looks = deque(self._owner.drawn(pages))

    def looked_at(self, outcome: Outcome, *, may_try_again: bool) -> None:
        """Take how looking at the next of them ended.

        Args:
            outcome: How it ended.
            may_try_again: Whether no page is to blame: those that were looked at are drawn once more.
        """
        assert self.looks
        pages = self.looks.popleft()
        if may_try_again:
            self._owner.draw_later(pages.page_numbers)
        else:
            self._owner.looked_at(pages, outcome)

    def end(self) -> None:
        """Take that nothing more comes: what was drawn and not looked at is drawn once more."""
        for pages in reversed(self.looks or ()):
            self._owner.draw_later(pages.page_numbers)
        self.looks = None


def looks_at(look: Look, drawn: Sequence[PagePixels]) -> list[PixelsUnderWay]:
    """Return the work on pages that a worker drew, as their document would (`PagesUnderWay.drawn`)."""
    if look.lines is None:
        return [PageUnderWay("", page) for page in drawn]
    return [ComparedPages("", drawn, look.lines)] if drawn else []


def pixels_in(frame: bytes, asked_for: Collection[int]) -> PagePixels | None:
    """Return the drawn page in a frame; None if it is none, or a page that was not asked for."""
    try:
        found = read_frame(frame)
    except Undecodable:
        return None
    return found if isinstance(found, PagePixels) and found.page_number in asked_for else None


def _drawn_in(frame: bytes, asked_for: Collection[int]) -> DrawnPage | None:
    try:
        found = read_frame(frame)
    except Undecodable:
        return None
    return found if isinstance(found, DrawnPage) and found.page_number in asked_for else None
