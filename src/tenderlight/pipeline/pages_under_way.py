"""Documents of which pages are looked at as pictures.

They are drawn a few at a time by a lane that reads, then looked at one by one by a lane that knows pixels only. What
becomes of the pages is for those to say who ask: see `recognised_page` and `comparing`. Where both lanes are elsewhere,
the pixels stay there: see `looking`.
"""

from __future__ import annotations

import os
from abc import ABC, abstractmethod
from collections import deque
from collections.abc import Iterable, Sequence

from tenderlight.cage import Job, Outcome
from tenderlight.pipeline.messages import DrawnPage, PagePixels
from tenderlight.pipeline.outcomes import RECOGNISE_LIMITS
from tenderlight.pipeline.recognition_budget import RecognitionBudget
from tenderlight.reading.recognition.seen_lines import SaidLine

PAGES_A_DRAWING = 4
Lines = dict[int, tuple[SaidLine, ...]]
"""Lines of text by page number."""


class PixelsUnderWay(ABC):
    """Drawn pages in the recogniser's cage. Use `job`, `take` for each frame, then hand them to their document."""

    def __init__(self, document: str, pages: Sequence[DrawnPage]) -> None:
        """Take over at least one page; its pixels, if they are here, are held by a descriptor until `close`."""
        self.document = document
        self.page_numbers = tuple(page.page_number for page in pages)
        self.page_number = self.page_numbers[0]
        """Of the first."""
        samples = [page.samples for page in pages if isinstance(page, PagePixels)]
        self._samples = held(*samples) if samples else None

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
        if self._samples is not None:
            os.close(self._samples)
            self._samples = None


class PagesUnderWay(ABC):
    """A document with pages to be looked at."""

    is_recognised = False
    """Whether its pages are read, and counted as such."""
    pages_at_once = PAGES_A_DRAWING
    """How many of them are one job where whoever draws them looks at them, too."""

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

    def next_pages(self, most: int = PAGES_A_DRAWING) -> tuple[int, ...]:
        """Return the next pages to be drawn."""
        count = min(most, len(self._to_draw))
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
    def drawn(self, pages: Sequence[DrawnPage]) -> Sequence[PixelsUnderWay]:
        """Return the work on pages that were drawn."""

    @abstractmethod
    def lines_on(self, pages: Sequence[int]) -> Lines | None:
        """Return the lines of pages that are held against their pictures; None = the pages are read instead."""

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
