"""Documents of which pages are looked at as pictures.

They are drawn a few at a time by a lane that reads, then looked at one by one by a lane that knows pixels only. What
becomes of the pages is for those to say who ask: see `recognised_page` and `comparing`.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Sequence

from tenderlight.cage import Job, Outcome
from tenderlight.pipeline.messages import PagePixels
from tenderlight.pipeline.outcomes import RECOGNISE_LIMITS
from tenderlight.pipeline.recognition_budget import RecognitionBudget

PAGES_A_DRAWING = 4


class PixelsUnderWay(ABC):
    """Drawn pages in the recogniser's cage. Use `job`, `take` for each frame, then hand them to their document."""

    def __init__(self, document: str, pages: Sequence[PagePixels]) -> None:
        """Take over the pixels of at least one page; they are held by a descriptor until `close`."""
        self.document = document
        self.page_number = pages[0].page_number
        """Of the first."""
        self._samples = held(*(page.samples for page in pages))

    @property
    def key(self) -> str:
        """Name of the job."""
        return f"{self.document}/{self.page_number}"

    def job(self) -> Job:
        """Return the work for a lane of the recogniser."""
        return Job(key=self.key, task=self.task(), original=self._samples, limits=RECOGNISE_LIMITS)

    @abstractmethod
    def task(self) -> bytes:
        """Return what the lane is to do."""

    @abstractmethod
    def take(self, frame: bytes) -> None:
        """Take one frame; what was not asked for is not believed."""

    @abstractmethod
    def try_again(self) -> None:
        """Forget what came: the page is to be looked at once more."""

    def close(self) -> None:
        """Let the pixels go."""
        os.close(self._samples)


class PagesUnderWay(ABC):
    """A document with pages to be looked at."""

    is_recognised = False
    """Whether its pages are read, and counted as such."""

    def __init__(
        self, document: str, media_type: str, page_numbers: Iterable[int], *, minutes: float | None = None
    ) -> None:
        self.document = document
        self.media_type = media_type
        self.is_drawing = False
        self._to_draw = deque(page_numbers)
        self.budget = RecognitionBudget(len(self._to_draw), minutes=minutes)

    @property
    @abstractmethod
    def is_done(self) -> bool:
        """Whether all pages were looked at."""

    @property
    def can_be_drawn(self) -> bool:
        """Whether pages are left to be drawn, and nobody is at it."""
        return bool(self._to_draw) and not self.is_drawing

    def next_pages(self) -> tuple[int, ...]:
        """Return the next pages to be drawn."""
        count = min(PAGES_A_DRAWING, len(self._to_draw))
        return tuple(self._to_draw.popleft() for _ in range(count))

    def draw_later(self, pages: tuple[int, ...]) -> None:
        """Put pages back: they were not drawn, through no fault of their own."""
        self._to_draw.extendleft(reversed(pages))

    def spend(self, cpu_seconds: float) -> None:
        """Take what drawing or looking at pages cost; once all that is granted is spent, pages are left over."""
        self.budget.spend(cpu_seconds)
        while self.budget.is_spent and self._to_draw:
            self.left_over(self._to_draw.popleft())

    @abstractmethod
    def left_over(self, page_number: int) -> None:
        """Take that nobody looks at a page: the time is spent."""

    @abstractmethod
    def drawn(self, pages: Sequence[PagePixels]) -> Sequence[PixelsUnderWay]:
        """Return the work on pages that were drawn."""

    @abstractmethod
    def not_drawn(self, page_number: int, why: str) -> None:
        """Take that a page could not be drawn."""

    @abstractmethod
    def looked_at(self, page: PixelsUnderWay, outcome: Outcome) -> None:
        """Take what came of pages that `drawn` returned."""

    @abstractmethod
    def give_up(self, why: str) -> None:
        """Be done: nobody can look at the pages that are left."""

    @abstractmethod
    def abandon(self) -> None:
        """Drop what came: the run ends."""


def held(*parts: bytes) -> int:
    """Return a descriptor, for reading only, of memory that holds the parts and has no name on any disk."""
    writing = os.memfd_create("page")
    try:
        for part in parts:
            rest = memoryview(part)
            while rest:
                rest = rest[os.write(writing, rest) :]
        return os.open(f"/proc/self/fd/{writing}", os.O_RDONLY | os.O_CLOEXEC)
    finally:
        os.close(writing)
