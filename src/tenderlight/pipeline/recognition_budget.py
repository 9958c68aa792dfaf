"""How long the pictures of one document may be looked at: without an end, one document could hold up all others.

An honest page takes one to ten seconds of a processor, the pages of a long scan two on average. What is spent counts
with the drawing of the pages. Pages drawn by the time that it is spent are still looked at.
"""

from __future__ import annotations

from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.recognition.page_pixels import STEP


class RecognitionBudget:
    """Seconds of a processor for the pages of one document."""

    def __init__(self, pages: int, *, minutes: float | None = None) -> None:
        """Grant time in proportion to the pages, up to a cap.

        Args:
            pages: How many are to be looked at.
            minutes: What is granted instead, whatever the pages; None = see `ReadingLimits`.
        """
        limits = ReadingLimits()
        in_proportion = limits.recognition_start_seconds + limits.recognition_page_seconds * pages
        self.seconds = min(limits.recognition_seconds, in_proportion) if minutes is None else 60.0 * minutes
        self._spent_seconds = 0.0

    def spend(self, seconds: float) -> None:
        """Take what a page, or a few, took."""
        self._spent_seconds += seconds

    @property
    def is_spent(self) -> bool:
        """Whether nothing is left."""
        return self._spent_seconds >= self.seconds

    @property
    def words(self) -> str:
        """What was granted, for people."""
        return f"Text recognition had {self.seconds / 60:,.0f} minutes of a processor for the document."


def left_over(page_number: int, budget: RecognitionBudget) -> Problem:
    """Return the problem of a page that nobody looked at because the time of its document was spent."""
    return problem("limit-recognition", step=STEP, page_number=page_number, detail=f"({budget.words})")
