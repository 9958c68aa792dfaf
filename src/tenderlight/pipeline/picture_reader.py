"""Pages of files that are read from their pictures for whoever stores nothing: drawn in order, recognised side by side.

What comes of a page does not depend on how many lanes there are, or on which page is done first.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from queue import SimpleQueue
from types import TracebackType
from typing import Self

from tenderlight.cage import Lane, LaneState, Outcome, WorkshopNotOpened, usable_cores
from tenderlight.model.reader import Item
from tenderlight.pipeline import recogniser_workshop
from tenderlight.pipeline.looking import pixels_in
from tenderlight.pipeline.messages import PagePixels, RasterTask, write_task
from tenderlight.pipeline.outcomes import raster_limits
from tenderlight.pipeline.recognised_page import PageUnderWay, not_recognised
from tenderlight.pipeline.recognition import DRAWN_A_LANE, last_words
from tenderlight.pipeline.recognition_budget import RecognitionBudget, left_over

Recognised = tuple[Item, ...]
Timed = tuple[Recognised, float]
"""What came of a page, and the seconds of a processor that it took."""


class Recognisers:
    """Lanes that recognise drawn pages, as many as a run has; each is opened with its first page.

    Pages may be handed over from several threads. Use as a context manager.

    Args:
        lanes: How many; None = one a processor.
    """

    def __init__(self, lanes: int | None = None) -> None:
        self.lanes = lanes or usable_cores()
        self._spare: SimpleQueue[Lane | None] = SimpleQueue()
        for _ in range(self.lanes):
            self._spare.put(None)
        self._stack = ExitStack()
        self._threads: ThreadPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """End the lanes; pages that wait are not recognised any more."""
        if self._threads is not None:
            self._threads.shutdown(cancel_futures=True)
        self._stack.close()

    def recognise(self, pixels: PagePixels) -> Future[Timed]:
        """Have a page recognised, and return what comes of it; `WorkshopNotOpened` if the recogniser did not start."""
        if self._threads is None:
            self._threads = ThreadPoolExecutor(self.lanes, thread_name_prefix="recognise")
        return self._threads.submit(self._recognised, pixels)

    def _recognised(self, pixels: PagePixels) -> Timed:
        lane = self._spare.get()
        try:
            if lane is None or lane.state is LaneState.LOST:
                lane = Lane(recogniser_workshop.workshop())
                self._stack.callback(lane.close)
            return _in_lane(lane, pixels)
        finally:
            self._spare.put(lane)


def _in_lane(lane: Lane, pixels: PagePixels) -> Timed:
    page = PageUnderWay("", pixels)
    try:
        job = page.job()
        for event in lane.run(job.task, job.original, job.limits):
            if isinstance(event, Outcome):
                return page.finish(event), event.cpu_seconds
            page.take(event)
    finally:
        page.close()
    return (not_recognised(pixels.page_number, "It was not answered."),), 0.0


class PictureReader:
    """Reads pages of one open file from their pictures: while one is waited for, those after it are on their way."""

    def __init__(
        self, lane: Lane, original: int, recognisers: Recognisers, *, media_type: str, size_bytes: int
    ) -> None:
        """Start.

        Args:
            lane: The one that read the file; it draws.
            original: Descriptor of the file, for reading only.
            recognisers: They recognise what was drawn.
            media_type: What the file is.
            size_bytes: Its length.
        """
        self._lane = lane
        self._original = original
        self._recognisers = recognisers
        self._media_type = media_type
        self._limits = raster_limits(size_bytes)
        self._under_way: dict[int, Future[Timed] | Recognised] = {}
        self._to_draw: list[int] = []
        self._budget = RecognitionBudget(0)
        self.why_not = ""
        """Why the recogniser could not be started; "" = it could, or was not needed."""

    def ask_for(self, page_numbers: Sequence[int], budget: RecognitionBudget) -> None:
        """Say which pages will be read, in that order, and what all of them may take; the rest is left over."""
        self._to_draw = list(reversed(page_numbers))
        self._budget = budget

    def read(self, page_number: int) -> Recognised:
        """Return what came of recognising a page, as `PageUnderWay.finish` does; nothing if there is `why_not`."""
        if self.why_not:
            return ()
        while self._may_draw and page_number not in self._under_way:
            self._draw(self._to_draw.pop())
        while self._may_draw and len(self._under_way) <= DRAWN_A_LANE * self._recognisers.lanes:
            self._draw(self._to_draw.pop())
        if page_number not in self._under_way:
            return (left_over(page_number, self._budget),)
        found = self._under_way.pop(page_number)
        if not isinstance(found, Future):
            return found
        try:
            items, seconds = found.result()
        except WorkshopNotOpened as trouble:
            self.why_not = last_words(trouble)
            return ()
        self._budget.spend(seconds)
        return items

    @property
    def _may_draw(self) -> bool:
        return bool(self._to_draw) and not self._budget.is_spent

    def _draw(self, page_number: int) -> None:
        task = write_task(RasterTask(media_type=self._media_type, page_numbers=(page_number,)))
        drawn: list[PagePixels] = []
        why = "It could not be drawn."
        for event in self._lane.run(task, self._original, self._limits):
            if isinstance(event, Outcome):
                self._budget.spend(event.cpu_seconds)
                why = why if event.is_finished else f"It could not be drawn: {event.message}"
            elif (pixels := pixels_in(event, (page_number,))) is not None:
                drawn.append(pixels)
        self._under_way[page_number] = (
            self._recognisers.recognise(drawn[0]) if drawn else (not_recognised(page_number, why),)
        )
