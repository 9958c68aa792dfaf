"""A font or a replacement that says other words than are drawn is found; honest ones are left alone."""

from __future__ import annotations

import pytest

from tenderlight.model.problem import Problem
from tenderlight.reading.pdf.pdf_reader import PdfReader
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import read_pdf

HONEST = {letter: letter for letter in "EUR 59"}
VALUE = show(50, 250, "EUR 5 555", font="F3")


def marked(text: str, drawn: str) -> str:
    return f"/Span << /ActualText ({text}) >> BDC\n{show(50, 200, drawn)}EMC\n"


def doubts(content: str, *, to_unicode: dict[str, str] | None = None, pack: bool = False) -> list[Problem]:
    pdf = made_pdf(
        MadePage(content=show(50, 280, "First")), MadePage(content=content), to_unicode=to_unicode, pack=pack
    )
    return [problem for problem in read_pdf(pdf).problems if problem.code.startswith("text-")]


@pytest.mark.parametrize("pack", [False, True])
def test_a_font_that_says_other_digits_than_it_shows(pack: bool) -> None:
    (found,) = doubts(VALUE + show(50, 100, "Other line"), to_unicode={**HONEST, "5": "9"}, pack=pack)
    assert (found.code, found.page_number) == ("text-remapped", 2)
    assert "Said: “9 999”; drawn: “5 555”." in found.message
    assert found.box is not None
    assert found.box.top < 300 - 250 < found.box.bottom
    assert found.box.bottom < 300 - 100


def test_a_font_that_says_what_it_shows() -> None:
    assert doubts(VALUE, to_unicode=HONEST) == []


@pytest.mark.parametrize("pack", [False, True])
def test_a_replacement_that_says_another_value(pack: bool) -> None:
    (found,) = doubts(marked("Contract value EUR 7 500", "Contract value EUR 5"), pack=pack)
    assert (found.code, found.page_number) == ("text-replaced", 2)
    assert "Said: “7 500”; drawn: “5”." in found.message


@pytest.mark.parametrize(
    ("text", "drawn"),
    [("procurement", "procure-ment"), ("Annex", "annex"), ("EUR 5", "EUR  5"), ("", "*"), ("fi", "f i")],
)
def test_a_replacement_that_helps_reading(text: str, drawn: str) -> None:
    assert doubts(marked(text, drawn)) == []


def test_the_reader_says_which_problems_there_are() -> None:
    said = PdfReader.__doc__ or ""
    assert all(f"`{code}`" in said for code in ("pdf-revisions", "text-remapped", "text-replaced"))
