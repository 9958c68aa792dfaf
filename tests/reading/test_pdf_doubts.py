"""Doubts of a page stand behind it, with the place they concern."""

from __future__ import annotations

from tenderlight.model.document import Page
from tenderlight.model.problem import Problem
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.reading.pdf.pdf_reader import PdfReader
from tests.reading.made_pdfs import show, stream, updated
from tests.reading.pdf_reading import read_pdf
from tests.reading.test_pdf_revisions import PDF, contents_of


def test_a_change_is_told_behind_its_page_with_its_place() -> None:
    content = show(50, 250, "Contract value EUR 9 999") + show(50, 200, "Buyer: A")
    changed = updated(PDF, {contents_of(PDF, 1): stream(content)})
    items = list(PdfReader().read(OpenOriginal(content=changed), ReadingLimits()))
    kinds = [(type(item).__name__, getattr(item, "code", "")) for item in items[1:]]
    assert kinds == [("Page", ""), ("Problem", "pdf-revisions"), ("Page", "")]
    (page, doubt) = items[1:3]
    assert isinstance(page, Page)
    assert isinstance(doubt, Problem)
    assert "Before: “Contract value EUR 1 234”; now: “Contract value EUR 9 999”." in doubt.message
    line = next(line for line in page.lines if page.text[line.start : line.end] == "Contract value EUR 9 999")
    assert doubt.box == line.box


def test_a_line_taken_out_is_told_without_a_place() -> None:
    (doubt,) = read_pdf(updated(PDF, {contents_of(PDF, 1): stream(show(50, 200, "Buyer: A"))})).problems
    assert doubt.box is None
    assert doubt.message.endswith("Before: “Contract value EUR 1 234”; gone now.")
