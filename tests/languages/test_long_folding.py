"""Folding by arrays gives what folding run by run gives, character for character."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages import normalise
from tenderlight.languages.normalise import BY_ARRAYS, flatten, fold

WRITTEN = st.text(
    st.sampled_from("ab人脸，、(（\n\t \u00ad\u200b\u3000\u2028\u000b\u0085\u2009é\u0301İΣＡ臉⽤٣ё\ufeff\u0640")
)
"""Blanks of all kinds between letters of all kinds."""


def by_runs(text: str) -> tuple[str, list[int], list[int]]:
    folded = normalise._fold_by_runs(text)
    return folded.text, list(folded.offsets), list(folded.ends)


def by_arrays(text: str) -> tuple[str, list[int], list[int]]:
    folded = normalise._long_folding().fold(text)
    assert folded is not None
    return folded.text, list(folded.offsets), list(folded.ends)


@given(WRITTEN)
def test_both_ways_of_folding_agree(text: str) -> None:
    assert by_arrays(text) == by_runs(text)


@given(st.text())
def test_both_ways_agree_on_any_text_that_fits_the_tables(text: str) -> None:
    folded = normalise._long_folding().fold(text)
    if folded is not None:
        assert (folded.text, list(folded.offsets), list(folded.ends)) == by_runs(text)
        assert normalise._long_folding().flatten(text) == text.translate(normalise._TABLE)


@pytest.mark.parametrize("strange", ["\ud800", "\ud83d\udc00", "😀", "𠀀"])
def test_what_does_not_fit_the_tables_is_folded_the_long_way(strange: str) -> None:
    assert normalise._long_folding().fold(strange) is None
    text = f"人 脸 {strange}\n" * BY_ARRAYS
    assert len(text) > BY_ARRAYS
    assert fold(text).text == by_runs(text)[0]
    assert len(flatten(text)) == len(text)


def test_a_long_text_leads_back_to_the_words_as_written() -> None:
    text = "採購 人臉\n 識別 系統。\n" * BY_ARRAYS
    folded = fold(text)
    at = folded.text.rindex("人脸识别")
    start, end = folded.original_span(at, at + 4)
    assert text[start:end] == "人臉\n 識別"
