"""Quotes stand where they say, or are not made."""

from __future__ import annotations

import pytest

from tenderlight.evidence.anchoring import QuoteNotFoundError, as_fractions, quote_of
from tenderlight.model.box import Box
from tenderlight.model.document import Line, Page, PageMethod, Reading, Word
from tenderlight.model.statement import Anchor

TEXT = "甲方：澜水县公安局\n乙方：某公司\n"


def reading(*pages: Page) -> Reading:
    return Reading(document="cd" * 32, media_type="application/pdf", reader="pdf", reader_version=1, pages=pages)


def typeset_page(number: int = 1) -> Page:
    words = (
        Word(start=0, end=9, box=Box(left=100, top=50, right=190, bottom=60)),
        Word(start=10, end=16, box=Box(left=100, top=70, right=160, bottom=80)),
    )
    lines = tuple(Line(start=word.start, end=word.end, box=word.box) for word in words)
    return Page(number=number, text=TEXT, width=595.0, height=842.0, words=words, lines=lines)


def anchor(words: str, page_number: int = 1) -> Anchor:
    start = TEXT.index(words)
    return Anchor(page_number=page_number, start=start, end=start + len(words), text=words)


def test_a_quote_carries_words_box_and_surroundings() -> None:
    quote = quote_of(reading(typeset_page()), anchor("澜水县公安局"))
    assert (quote.text, quote.page_number, quote.before, quote.after[:3]) == ("澜水县公安局", 1, "甲方：", "\n乙方")
    assert len(quote.boxes) == 1
    box = quote.boxes[0]
    assert box.right == pytest.approx(190, abs=0.6)
    assert 125 <= box.left <= 135  # six of nine characters, a third of the line in
    assert (box.top, box.bottom) == (50, 60)


def test_a_quote_over_two_lines_has_two_boxes() -> None:
    assert len(quote_of(reading(typeset_page()), anchor("公安局\n乙方")).boxes) == 2


def test_words_that_do_not_stand_there_are_refused() -> None:
    wrong = Anchor(page_number=1, start=0, end=3, text="丙方：")
    with pytest.raises(QuoteNotFoundError):
        quote_of(reading(typeset_page()), wrong)


def test_a_page_that_was_not_read_is_refused() -> None:
    with pytest.raises(QuoteNotFoundError):
        quote_of(reading(typeset_page()), anchor("甲方", page_number=7))


def test_a_page_is_found_by_its_number_even_where_pages_are_missing() -> None:
    assert quote_of(reading(typeset_page(4), typeset_page(9)), anchor("甲方", page_number=9)).page_number == 9


def test_a_flow_page_gives_a_place_instead_of_boxes() -> None:
    lines = (Line(start=0, end=9, place="paragraph 1"), Line(start=10, end=16, place="paragraph 2"))
    page = Page(number=1, text=TEXT, lines=lines, method=PageMethod.FLOW)
    quote = quote_of(reading(page), anchor("某公司"))
    assert (quote.pointer, quote.boxes) == ("paragraph 2", ())


def test_a_pointer_is_kept_as_it_is() -> None:
    quote = quote_of(reading(), Anchor(pointer="/releases/0/tender/title", start=0, end=2, text="采购"))
    assert (quote.pointer, quote.page_number, quote.text) == ("/releases/0/tender/title", None, "采购")


def test_fractions_stay_on_the_page() -> None:
    box = Box(left=-3, top=0, right=300, bottom=900)
    assert as_fractions(box, width=600, height=800) == (0.0, 0.0, 0.5, 1.0)
