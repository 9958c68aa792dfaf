"""Which fonts speak for themselves, and which only their picture can speak for."""

from __future__ import annotations

import io

import pikepdf
import pytest

from tenderlight.reading.pdf.pdf_fonts import is_unproved, letters_said
from tests.reading.made_fonts import pdf_in_own_font
from tests.reading.pdf_reading import read_pdf

LINES = ["Contract value: EUR 1 552", "Acme 2026"]


def table(*lines: str) -> bytes:
    return "\n".join(lines).encode()


OPEN: list[pikepdf.Pdf] = []
"""Objects live as long as their file."""


def font_of(content: bytes) -> pikepdf.Object:
    OPEN[:] = [pikepdf.open(io.BytesIO(content))]
    return OPEN[0].pages[0].obj.Resources.Font.F


def test_tables_are_read_in_all_their_forms() -> None:
    pairs = table("2 beginbfchar", "<0012> <0035>", "<13><0041>", "endbfchar")
    ranges = table(
        "2 beginbfrange", "<20> <23> <0061>", "<30> <31> [<0078> <0079>]", "<40> <ffff> <4e00>", "endbfrange"
    )
    assert letters_said(pairs) == {0x12: "5", 0x13: "A"}
    assert letters_said(ranges) == {0x20: "a", 0x21: "b", 0x22: "c", 0x23: "d", 0x30: "x", 0x31: "y"}
    assert letters_said(table("1 beginbfrange", "<00000000> <ffffffff> <0030>", "endbfrange"))[0] == "0"
    assert letters_said(b"beginbfchar <zz> <35> endbfchar") == {}


def test_a_font_whose_letters_go_in_step_proves_itself() -> None:
    assert not is_unproved(font_of(pdf_in_own_font(LINES)))


@pytest.mark.parametrize("says", [{"5": "9"}, {"5": "6"}, {"A": "B", "C": "D"}, {"1": "2", "2": "1"}])
def test_a_font_that_says_something_else_does_not(says: dict[str, str]) -> None:
    assert is_unproved(font_of(pdf_in_own_font(LINES, says=says)))


def test_codes_out_of_step_prove_nothing_unless_glyphs_have_names() -> None:
    font = font_of(pdf_in_own_font(["5"], says={"5": "5"}))
    font.ToUnicode = OPEN[0].make_stream(table("2 beginbfchar", "<01> <0035>", "<02> <0031>", "endbfchar"))
    assert is_unproved(font)
    font.Encoding = pikepdf.Dictionary(Differences=[1, pikepdf.Name.five, pikepdf.Name.one])
    assert not is_unproved(font)
    font.Encoding = pikepdf.Dictionary(Differences=[1, pikepdf.Name.six, pikepdf.Name.one])
    assert is_unproved(font)


def test_the_reader_calls_for_the_picture_of_such_a_page() -> None:
    assert read_pdf(pdf_in_own_font(LINES)).codes == []
    assert read_pdf(pdf_in_own_font(LINES, says={"5": "9"})).codes == [("page-fonts-unproved", 1)]


def test_one_page_speaks_for_all_with_the_same_font() -> None:
    with pikepdf.open(io.BytesIO(pdf_in_own_font(LINES, says={"5": "9"}))) as pdf:
        page = pdf.pages[0].obj
        for _ in range(5):
            pdf.pages.append(pikepdf.Page(pdf.make_indirect(pikepdf.Dictionary(dict(page.items())))))
        saved = io.BytesIO()
        pdf.save(saved)
    found = read_pdf(saved.getvalue())
    assert (len(found.pages), found.codes) == (6, [("page-fonts-unproved", 1)])
