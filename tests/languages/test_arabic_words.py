"""Words in Arabic writing are compared in one form, and every letter of it says where it stands."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages.arabic_words import fold_arabic, fold_arabic_text
from tenderlight.languages.normalise import fold

LETTERS = st.text(alphabet="ابتهويملاألإآةىيكکی\u200c \u064e\u0640،123وجهها", max_size=40)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الوجوه", "وجوه"),
        ("بالوجوه", "وجوه"),
        ("للوجوه", "وجوه"),
        ("والوجوه", "ووجوه"),
        ("للوحات", "اللوحات"),
        ("للاجئين", "اللاجئين"),
        ("الالتقاط", "التقاط"),
        ("لالتقاط", "التقاط"),
        ("إنذار", "انذار"),
        ("مَشْي", "مشی"),
        ("وجوههم", "وجوه"),
        ("چهره‌های", "چهره"),
        ("چهره ها", "چهره"),
        ("چهرهٔ", "چهره"),
        ("شبکه‌ای", "شبکه"),
        ("شبکه ای", "شبکه"),
        ("دوربین‌هایشان", "دوربین"),
        ("می شود", "می‌شود"),
    ],
)
def test_two_ways_to_write_a_word_are_one(one: str, other: str) -> None:
    assert fold_arabic_text(one) == fold_arabic_text(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("متهم", "مت"),
        ("الله", "له"),
        ("التي", "تي"),
        ("تنها", "تن"),
        ("منها", "من"),
        ("القائمة", "القائم"),
        ("آمن", "أمن"),
    ],
)
def test_other_words_stay_others(one: str, other: str) -> None:
    assert fold_arabic_text(one) != fold_arabic_text(other)


def test_a_quote_begins_with_the_article_and_ends_with_the_plural() -> None:
    text = "تطابق الوجوه، چهره‌های افراد"
    folded = fold_arabic(fold(text), text)
    for word, written in (("وجوه", "الوجوه"), ("چهره", "چهره‌های")):
        start = folded.text.index(word)
        first, end = folded.original_span(start, start + len(word))
        assert text[first:end] == written


def test_a_text_without_such_letters_is_left_as_it_is() -> None:
    folded = fold("Video 人脸")
    assert fold_arabic(folded, "Video 人脸") is folded


@given(LETTERS)
def test_every_letter_stands_for_a_place_in_order(text: str) -> None:
    folded = fold_arabic(fold(text), text)
    assert len(folded.text) == len(folded.offsets) == len(folded.ends)
    assert list(folded.offsets) == sorted(folded.offsets)
    assert all(0 <= start < end <= len(text) for start, end in zip(folded.offsets, folded.ends, strict=True))
