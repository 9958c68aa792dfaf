"""The text of a document that is to be laid out is kept, but for one that has more than is laid out."""

from __future__ import annotations

from tenderlight.cases.encoding import encode_item, note_of
from tenderlight.model.document import Page, PageMethod
from tenderlight.pipeline.laying_out import flow_texts
from tenderlight.pipeline.laying_out.flow_texts import FlowTexts

HTML = "text/html"


def taken(*texts: str, media_type: str = HTML, method: PageMethod = PageMethod.FLOW) -> FlowTexts:
    found = FlowTexts()
    for number, text in enumerate(texts, 1):
        page = Page(number=number, text=text, method=method)
        found.take(media_type, note_of(page), encode_item(page))
    return found


def test_pages_with_text_are_kept_and_counted() -> None:
    found = taken("采购人", " \n", "甲县公安局")
    assert [(one.page_number, one.text) for one in found.texts()] == [(1, "采购人"), (3, "甲县公安局")]
    assert (found.characters, found.are_too_long) == (10, False)


def test_nothing_is_kept_of_what_has_pages_of_its_own_or_is_not_laid_out() -> None:
    assert taken("a", media_type="text/csv").texts() == ()
    assert taken("a", method=PageMethod.TEXT_LAYER).texts() == ()


def test_of_more_than_is_laid_out_nothing_is_kept() -> None:
    half = "字" * (flow_texts.MOST_CHARACTERS // 2)
    assert not taken(half, half).are_too_long
    found = taken(half, half, "x", "y")
    assert (found.are_too_long, found.texts()) == (True, ())
