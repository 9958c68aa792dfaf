"""One document whose claims are held against the pictures of the pages that they quote."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from tenderlight.cage import Outcome
from tenderlight.cases.encoding import Undecodable
from tenderlight.evidence.pictures import ComparedLine
from tenderlight.pipeline.claiming import Claiming
from tenderlight.pipeline.messages import CompareTask, DrawnPage, PageToCompare, SeenLines, read_frame, write_task
from tenderlight.pipeline.pages_under_way import Lines, PagesUnderWay, PixelsUnderWay
from tenderlight.reading.recognition.seen_lines import SaidLine, SeenLine

MEDIA_TYPE = "application/pdf"
"""What alone has words as text and as a picture, and can be drawn."""

NOT_ANSWERED = "It was not answered."


class ComparedPages(PixelsUnderWay):
    """The lines of a few pages in the recogniser's cage: a child for each page would cost more than its lines."""

    def __init__(self, document: str, pages: Sequence[DrawnPage], lines: Lines) -> None:
        super().__init__(document, pages)
        self.pages = {page.page_number: lines[page.page_number] for page in pages}
        self.seen: dict[int, tuple[SeenLine, ...]] = {}
        """What was answered, by page: as much as there are lines."""
        self._task = CompareTask(pages=tuple(_to_compare(page, lines[page.page_number]) for page in pages))

    def task(self) -> bytes:
        """Return what the lane is to do."""
        return write_task(self._task)

    def take(self, frame: bytes) -> None:
        """Take the answer for one page; one that does not fit the question is not believed."""
        try:
            found = read_frame(frame)
        except Undecodable:
            return
        if isinstance(found, SeenLines) and len(found.lines) == len(self.pages.get(found.page_number, ())):
            self.seen[found.page_number] = found.lines

    def try_again(self) -> None:
        """Forget what came."""
        self.seen.clear()


def _to_compare(page: DrawnPage, lines: tuple[SaidLine, ...]) -> PageToCompare:
    return PageToCompare(
        page_number=page.page_number,
        width_points=page.width_points,
        height_points=page.height_points,
        width=page.width,
        height=page.height,
        lines=lines,
    )


class Comparing(PagesUnderWay):
    """The claims of one document, and the pages whose pictures are compared with their words."""

    def __init__(self, claiming: Claiming) -> None:
        self.claiming = claiming
        pages = groupby(claiming.to_compare, key=lambda line: line.page_number)
        self._lines = {number: tuple(lines) for number, lines in pages}
        self._left = set(self._lines)
        super().__init__(claiming.document, MEDIA_TYPE, sorted(self._lines))

    @property
    def is_done(self) -> bool:
        """Whether all pages were looked at."""
        return not self._left

    def drawn(self, pages: Sequence[DrawnPage]) -> list[ComparedPages]:
        """Return the work on pages that were drawn: all of them at once."""
        numbers = [page.page_number for page in pages]
        return [ComparedPages(self.document, pages, self.lines_on(numbers))] if pages else []

    def lines_on(self, pages: Sequence[int]) -> Lines:
        """Return the lines of pages that are held against their pictures."""
        return {
            number: tuple(SaidLine(text=line.text, box=line.box) for line in self._lines[number]) for number in pages
        }

    def not_drawn(self, page_number: int, why: str) -> None:
        """Take that a page could not be drawn, or not be compared."""
        self._left.discard(page_number)
        self.claiming.not_compared(page_number, why)

    def left_over(self, page_number: int) -> None:
        """Take that nobody looks at a page: the time is spent."""
        self.not_drawn(page_number, self.budget.words)

    def looked_at(self, page: PixelsUnderWay, outcome: Outcome) -> None:
        """Take what the pictures of pages show. If it broke off, the first page not answered costs itself only."""
        assert isinstance(page, ComparedPages)
        for number, seen in page.seen.items():
            self._left.discard(number)
            pairs = zip(self._lines[number], seen, strict=True)
            self.claiming.take_compared(ComparedLine(line=line, seen=one) for line, one in pairs)
        missing = tuple(number for number in page.pages if number not in page.seen)
        blamed = missing if outcome.is_finished else missing[:1]
        self.draw_later(missing[len(blamed) :])
        for number in blamed:
            self.not_drawn(number, NOT_ANSWERED if outcome.is_finished else outcome.message)

    def give_up(self, why: str) -> None:
        """Be done: nobody can look at the pages that are left."""
        self._left.clear()
        self.claiming.nobody_compares(why)

    def abandon(self) -> None:
        """Drop what came: the document is claimed again."""
