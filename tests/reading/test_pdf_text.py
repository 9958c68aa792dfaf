"""Characters, words and lines as the engine emits them."""

from __future__ import annotations

import pytest

from tenderlight.reading.pdf.page_frame import frame_of
from tenderlight.reading.pdf.pdf_page import open_page
from tenderlight.reading.pdf.pdf_text import TextLines, read_characters, read_lines, read_words
from tenderlight.reading.pdf.pdfium import OpenPdf
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import read_pdf
from tests.shared_data import shared_file

Sides = list[list[float]]


def engine(content: bytes, page_number: int = 1) -> tuple[TextLines, Sides, Sides]:
    """Return text and lines, boxes of words, boxes of characters."""
    with OpenPdf(content) as pdf, open_page(pdf, page_number) as (page, text_page):
        frame = frame_of(page)
        assert frame is not None
        lines = read_words(text_page, frame)
        alone = read_lines(text_page, frame)
        assert lines.word_boxes is not None
        assert (alone.text, alone.word_boxes) == (lines.text, None)
        assert (lines.boxes[:, :2] <= alone.boxes[:, :2]).all()
        assert (lines.boxes[:, 2:] >= alone.boxes[:, 2:]).all()
        return lines, lines.word_boxes.tolist(), read_characters(text_page, lines, 0, len(lines.text), frame).tolist()


def words_of(lines: TextLines) -> list[str]:
    return [lines.text[start:end] for start, end in zip(lines.word_starts, lines.word_ends, strict=True)]


def test_words_and_lines_are_found() -> None:
    lines, words, _ = engine(made_pdf(MadePage(content=show(50, 250, "Two  words") + show(50, 200, "One"))))
    assert words_of(lines) == ["Two", "words", "One"]
    assert (lines.first_words.tolist(), lines.last_words.tolist()) == ([0, 2], [1, 2])
    assert len(words) == 3
    assert [words[0][0], words[1][2]] == [lines.boxes[0][0], lines.boxes[0][2]]


@pytest.mark.parametrize(
    ("name", "page_number"),
    [
        ("documents/zh-tender/anqing-招标文件.pdf", 1),
        ("reading/born/a_boq_song.pdf", 1),
        ("reading/born/a_contract_kai.pdf", 1),
        ("documents/pdf-text/federal-register-2020-17221.pdf", 2),
    ],
)
def test_boxes_of_words_are_those_of_their_characters_even_where_counts_differ(name: str, page_number: int) -> None:
    lines, words, letters = engine(shared_file(f"data/{name}").read_bytes(), page_number)
    for start, end, box in zip(lines.word_starts, lines.word_ends, words, strict=True):
        first, last = letters[start], letters[end - 1]
        if any(first) and any(last):
            assert (box[0], box[2]) == pytest.approx((min(first[0], last[0]), max(first[2], last[2])))


def test_characters_beyond_the_basic_plane_count_once() -> None:
    content = show(50, 250, "aba", font="F3") + show(50, 200, "end")
    lines, words, _ = engine(made_pdf(MadePage(content=content), to_unicode={"a": "甲", "b": "𠮷"}))
    assert words_of(lines) == ["甲𠮷甲", "end"]
    assert words[0][2] - words[0][0] == pytest.approx(3 * 12 * 0.556, rel=0.05)


def test_characters_that_are_none_become_the_sign_for_it() -> None:
    lines, _, _ = engine(made_pdf(MadePage(content=show(50, 250, "abc", font="F3")), to_unicode={"b": "\x07"}))
    assert lines.text == "a\ufffdc"


def test_odd_white_space_becomes_a_space() -> None:
    table = {"b": "\u2028", "c": "\u3000"}
    lines, _, _ = engine(made_pdf(MadePage(content=show(50, 250, "abdcd", font="F3")), to_unicode=table))
    assert lines.text == "a d\u3000d"


def test_hyphen_at_the_end_of_a_line_is_written_and_the_line_ends() -> None:
    page = read_pdf(shared_file("data/documents/pdf-text/federal-register-2020-17221.pdf").read_bytes()).pages[0]
    assert "\ufffe" not in page.text
    assert "accident after takeoff from Soekarno-\n" in page.text


def test_page_without_text() -> None:
    lines, words, letters = engine(made_pdf(MadePage()))
    assert (lines.text, words, letters, lines.boxes.tolist()) == ("", [], [], [])
