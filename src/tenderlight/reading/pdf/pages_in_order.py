"""What makes the pages of a PDF one document: tables that go on from page to page, and when it is no use to go on.

Pages are read one by one, and this sees them in order: beside the reader, or, where parts of the file are read side by
side, where they are put together. What comes out is the same.
"""

from __future__ import annotations

from collections.abc import Iterator

from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import ReadingLimits
from tenderlight.reading.tables.table_links import TableLinks

UNREADABLE = "page-unreadable"
_MOST_FAILURES_IN_A_ROW = 50


class PagesInOrder:
    """Takes the pages of one file and their problems, and returns them as they stand in the whole."""

    def __init__(self, count: int, limits: ReadingLimits, *, step: str) -> None:
        """Start before the first page.

        Args:
            count: Pages of the file.
            limits: How many of them are read.
            step: Step and version, for problems.
        """
        self.is_over = False
        """Whether nothing after the item taken last is to be read."""
        self._count = count
        self._limits = limits
        self._step = step
        self._links = TableLinks()
        self._failures = self._failed = 0

    def page(self, page: Page) -> Page:
        """Return a page, its first table marked if it goes on from the page before."""
        return self._links.linked(page)

    def trouble(self, trouble: Problem) -> Problem:
        """Return the problem of a page; that it cannot be read, and no more are tried after too many such."""
        if trouble.code != UNREADABLE or trouble.page_number is None:
            return trouble
        self._failures = self._failures + 1 if trouble.page_number == self._failed + 1 else 1
        self._failed = trouble.page_number
        if self._failures < _MOST_FAILURES_IN_A_ROW:
            return trouble
        self.is_over = True
        left = min(self._count, self._limits.pages) - trouble.page_number
        return unreadable(trouble.page_number, self._step, f"Nor were the {left} pages after it tried.")

    def end(self) -> Iterator[Problem]:
        """Yield what is to be said after the last page."""
        if self._count > self._limits.pages:
            detail = f"{self._count} pages, {self._limits.pages} read."
            yield problem("limit-pages", step=self._step, detail=detail)


def unreadable(page_number: int, step: str, detail: str = "") -> Problem:
    """Return the problem of a page that cannot be opened."""
    return problem(UNREADABLE, step=step, page_number=page_number, detail=detail)
