"""Reads PDFs for tests, and says what must hold for every page."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.box import Box
from tenderlight.model.document import Page
from tenderlight.model.problem import Problem
from tenderlight.model.reader import OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading.pdf.pdf_reader import PdfReader


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadPdf:
    """Everything a reader yielded."""

    count: int | None
    pages: tuple[Page, ...]
    problems: tuple[Problem, ...]

    @property
    def codes(self) -> list[tuple[str, int | None]]:
        """Codes of the problems with their pages."""
        return [(each.code, each.page_number) for each in self.problems]


def read_pdf(content: bytes, limits: ReadingLimits | None = None) -> ReadPdf:
    """Read a PDF to its end."""
    items = list(PdfReader().read(OpenOriginal(content=content), limits or ReadingLimits()))
    counts = [item.count for item in items if isinstance(item, PageCount)]
    if counts:
        assert isinstance(items[0], PageCount)
    return ReadPdf(
        count=counts[0] if counts else None,
        pages=tuple(item for item in items if isinstance(item, Page)),
        problems=tuple(item for item in items if isinstance(item, Problem)),
    )


def without_space(text: str) -> str:
    """Return a text without its white space."""
    return "".join(text.split())


def overlap(one: Box, other: Box) -> float:
    """Return the shared area of two boxes over the area of both together."""
    across = min(one.right, other.right) - max(one.left, other.left)
    down = min(one.bottom, other.bottom) - max(one.top, other.top)
    if across <= 0 or down <= 0:
        return 0.0
    shared = across * down
    return shared / (one.width * one.height + other.width * other.height - shared)


def check_page(page: Page) -> None:
    """Assert what holds for every page: offsets fit the text, in order, and nothing but white space lies between."""
    covered = [False] * len(page.text)
    before = 0
    for word in page.words:
        text = page.text[word.start : word.end]
        assert text
        assert not any(letter.isspace() for letter in text)
        assert word.start >= before
        before = word.end
        covered[word.start : word.end] = [True] * (word.end - word.start)
    assert all(known or letter.isspace() for known, letter in zip(covered, page.text, strict=True))
    before = 0
    for line in page.lines:
        text = page.text[line.start : line.end]
        assert text == text.strip() != ""
        assert not set("\n\t") & set(text)
        assert line.start >= before
        before = line.end
    for table in page.tables:
        before = 0
        for cell in table.cells:
            assert before <= cell.start <= cell.end
            assert "\t" not in page.text[cell.start : cell.end]
            assert cell.row + cell.row_span <= table.row_count
            assert cell.column + cell.column_span <= table.column_count
            before = cell.end
    page.text.encode("utf-8")
