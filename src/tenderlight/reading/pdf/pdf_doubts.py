"""What speaks against the text layer of a PDF page: a font or a mark that says other words, an earlier state."""

from __future__ import annotations

from collections.abc import Iterator
from types import TracebackType
from typing import Self

from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, problem
from tenderlight.reading.pdf.pdf_disguises import Disguises
from tenderlight.reading.pdf.pdf_raw_text import box_around
from tenderlight.reading.pdf.pdf_revisions import ChangedPage, changed_pages
from tenderlight.reading.pdf.pdfium import OpenPdf

_SHOWN = 110


class PdfDoubts:
    """Tells of each page of one file what speaks against its words. Use it in a `with` statement."""

    def __init__(self, pdf: OpenPdf, step: str) -> None:
        """Look through the file.

        Args:
            pdf: The open document.
            step: Step and version, for problems.
        """
        self._pdf = pdf
        self._step = step
        self._disguises = Disguises(pdf.content)
        self._changed = changed_pages(pdf.content)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._disguises.close()

    def about(self, page: Page) -> Iterator[Problem]:
        """Yield `text-remapped`, `text-replaced` and `pdf-revisions`, with the place on the page where it is known."""
        yield from self._disguises.problems(self._pdf, page, self._step)
        changed = self._changed.get(page.number)
        if changed is not None:
            box = box_around(page, changed.now)
            number = page.number
            yield problem("pdf-revisions", step=self._step, page_number=number, detail=_told(changed), box=box)


def _told(changed: ChangedPage) -> str:
    before = f"Before: “{_short(changed.before)}”"
    return f"{before}; now: “{_short(changed.now)}”." if changed.now else f"{before}; gone now."


def _short(lines: tuple[str, ...]) -> str:
    text = " / ".join(lines)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]} ..."
