"""One letter seen as another time after time is a contradiction; what recognition mixes up is none."""

from __future__ import annotations

import pytest

from tenderlight.model.box import Box
from tenderlight.model.document import Line, Page, PageMethod, Word
from tenderlight.reading.recognition.contradictions import contradiction


def page(*lines: str, confidence: float | None = None, right: float = 300) -> Page:
    text, made, words = "", [], []
    for row, line in enumerate(lines):
        box = Box(left=50, top=20 + 30 * row, right=right, bottom=32 + 30 * row)
        made.append(Line(start=len(text), end=len(text) + len(line), box=box))
        words.append(Word(start=len(text), end=len(text) + len(line), box=box, confidence=confidence))
        text += line + "\n"
    method = PageMethod.TEXT_LAYER if confidence is None else PageMethod.RECOGNISED
    return Page(number=1, text=text, width=400, height=600, lines=tuple(made), words=tuple(words), method=method)


def test_a_digit_that_is_always_seen_as_another() -> None:
    layer = page("Contract award notice", "Contract value EUR 1 992", "Date 19 May")
    seen = page("Contract award notice", "Contractvalue EUR 1552", "Date 15 May", confidence=0.98)
    found = contradiction(layer, seen)
    assert found is not None
    assert found.pairs == (("9", "5"),)
    assert found.said == ("Contract value EUR 1 992", "Date 19 May")
    assert found.seen == ("Contractvalue EUR 1552", "Date 15 May")
    assert (found.box.top, found.box.bottom) == (50, 92)


def test_a_single_digit_counts_where_it_stands_nowhere_else_and_recognition_is_sure() -> None:
    assert contradiction(page("EUR 4"), page("EUR 7", confidence=0.99)) is not None
    assert contradiction(page("EUR 4"), page("EUR 7", confidence=0.93)) is None
    assert contradiction(page("EUR 4", "4 4 4"), page("EUR 7", "444", confidence=0.99)) is None


@pytest.mark.parametrize(
    ("said", "seen"),
    [
        ("EUR 1 000", "EUR l OOO"),
        ("Section 5 and 55", "Section S and SS"),
        ("澜水县公安局", "瀾水县公安局"),
        ("Award notice", "AWARD NOTICE"),
        ("Award notice", "Award"),
        ("Award notice", ""),
    ],
)
def test_what_recognition_mixes_up_is_none(said: str, seen: str) -> None:
    lines = [line for line in (seen,) if line]
    assert contradiction(page(said), page(*lines, confidence=0.98)) is None


def test_words_elsewhere_on_the_page_do_not_count() -> None:
    assert contradiction(page("EUR 992 99"), page("", "", "EUR 552 55", confidence=0.98)) is None
    assert contradiction(page("EUR 992 99", right=40 + 20), page("EUR 552 55", confidence=0.98)) is None
