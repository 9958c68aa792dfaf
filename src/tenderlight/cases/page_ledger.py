"""The ledger of pages, asked: which page of which document was read, by whom, how surely, and why not."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.cases.database import Database
from tenderlight.model.document import PageMethod, ReadState


@dataclass(frozen=True, slots=True, kw_only=True)
class PageLine:
    """One page (sheet, slide) of one document."""

    document: str
    """SHA-256 of the original."""
    path: str
    """The first of its paths."""
    page_number: int
    """From 1."""
    state: ReadState
    method: PageMethod
    read_by: str | None
    """Reader or recogniser, with version; None if nobody takes the format."""
    confidence: float | None
    """Of text recognition, 0-1, the mean over the characters of the page; None = born digital, or no words."""
    reasons: tuple[str, ...]
    """Codes of the problems of the page, those that cost something first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageCounts:
    """Pages of a case by what became of them."""

    read: int = 0
    recognised: int = 0
    """Of those read, how many by text recognition."""
    partly: int = 0
    not_read: int = 0

    @property
    def unread(self) -> int:
        """Pages of which something, or all, is unknown."""
        return self.partly + self.not_read

    @property
    def words(self) -> str:
        """The counts in one line, for people."""
        return (
            f"pages: {self.read} read, of them {self.recognised} recognised, {self.partly} partly, "
            f"{self.not_read} not read"
        )


def page_counts(database: Database) -> PageCounts:
    """Count the pages of a case."""
    counts: dict[tuple[str, bool], int] = {}
    for state, is_recognised, count in database.query(
        "SELECT state, is_recognised, sum(pages) FROM page_counts GROUP BY 1, 2"
    ):
        counts[state, bool(is_recognised)] = count

    def total(state: ReadState) -> int:
        return counts.get((state.value, False), 0) + counts.get((state.value, True), 0)

    return PageCounts(
        read=total(ReadState.READ),
        recognised=counts.get((ReadState.READ.value, True), 0),
        partly=total(ReadState.PARTLY),
        not_read=total(ReadState.NOT_READ),
    )


def page_lines(database: Database, document: str, path: str) -> Iterator[PageLine]:
    """Yield the pages of a document, by number."""
    for number, state, method, read_by, confidence, reasons in database.query(
        "SELECT page_number, state, method, read_by, confidence, reasons FROM pages WHERE document = ? "
        "ORDER BY page_number",
        (document,),
    ):
        yield PageLine(
            document=document,
            path=path,
            page_number=number,
            state=ReadState(state),
            method=PageMethod(method),
            read_by=read_by,
            confidence=confidence,
            reasons=tuple((reasons or "").split()),
        )
