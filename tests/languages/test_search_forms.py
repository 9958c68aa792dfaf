"""Other forms of words in a text."""

from __future__ import annotations

import pytest

from tenderlight.languages.search_forms import forms_in, without_article


@pytest.mark.parametrize(
    ("folded", "words"),
    [
        ("共3,500,000.00元", ["3500000"]),
        ("3.500.000,00", ["3500000"]),
        ("1.234,50", ["1234"]),
        ("12'345'678", ["12345678"]),
        ("1.234", []),
        ("12345,678", []),
        ("1,2345", []),
        ("12,34,567,890", []),
        ("1,234 and 5,678", ["1234", "5678"]),
        ("recog- nition", ["recognition"]),
        ("pre- a", []),
        ("x1- nition", []),
        ("والمراقبه للمدينه الى", ["مراقبه", "مدينه"]),
    ],
)
def test_other_forms_of_words(folded: str, words: list[str]) -> None:
    found = list(forms_in(folded))
    assert [form.word for form in found] == words
    assert all(0 <= form.start < form.end <= len(folded) for form in found)


def test_articles_go() -> None:
    assert [without_article(word) for word in ("المراقبه", "بالمدينه", "الى", "camera")] == [
        "مراقبه", "مدينه", "الى", "camera",
    ]  # fmt: skip


@pytest.mark.parametrize("sign", ["1", "1,", "1,111", "1,111.", "a", "a-", "a- ", "- ", " ", "ال", "ل", "人", "'"])
def test_long_texts_take_no_longer_by_the_sign(sign: str) -> None:
    assert len(list(forms_in(sign * 1_000))) <= 1_000
