"""Terms of texts and of queries: what meets, and where."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages.search_terms import Phrase, phrase_of, places_of, terms_of, text_of_terms


def found(query: str, text: str) -> list[str]:
    phrase = phrase_of(query)
    assert phrase is not None
    return [text[start:end] for start, end in places_of(phrase, terms_of(text))]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("识别", "人脸识别系统", ["识别"]),
        ("識別", "人脸识别系统", ["识别"]),
        ("人脸识别", "人臉識別", ["人臉識別"]),
        ("人脸识别", "人脸\n识 别", ["人脸\n识 别"]),
        ("人脸识别", "人脸、识别", []),
        ("区", "小区和园区", ["区", "区"]),
        ("区", "小区", ["区"]),
        ("脸", "人脸识别", ["脸"]),
        ("400万", "不少于400万像素", ["400万"]),
        ("AI人", "AI人脸", ["AI人"]),
        ("人脸AI", "人脸AI盒子", ["人脸AI"]),
        ("camera", "Camera, cameras", ["Camera"]),
        ("camera*", "Camera, cameras", ["Camera", "cameras"]),
        ("adjudicacion", "la adjudicación", ["adjudicación"]),
        ("adjudicación", "LA ADJUDICACION", ["ADJUDICACION"]),
        ("smart city", "Smart-City hub", ["Smart-City"]),
        ("распознаван*", "Распознавания лиц", ["Распознавания"]),
        ("ＧＰＵ", "8 GPU", ["GPU"]),
        ("SC-FS8800", "朔川 SC-FS8800（6台）", ["SC-FS8800"]),
        ("a a", "a a a a", ["a a", "a a"]),
        ("ตำรวจ", "สำนักงานตำรวจแห่งชาติ", ["ตำรวจ"]),
    ],
)
def test_what_a_query_finds(query: str, text: str, expected: list[str]) -> None:
    assert found(query, text) == expected


@pytest.mark.parametrize("query", ["", "  ", "、。", "***", "__"])
def test_a_query_without_letters_looks_for_nothing(query: str) -> None:
    assert phrase_of(query) is None


def test_a_phrase_has_a_term() -> None:
    with pytest.raises(ValueError, match="term"):
        Phrase(terms=())


TEXT = st.text(alphabet="人脸识别维吾尔區区a1B é-。\n\t", max_size=30)


@given(before=TEXT, wanted=st.text(alphabet="人脸识别维吾尔區", min_size=1, max_size=6), after=TEXT)
def test_chinese_is_found_wherever_it_stands(before: str, wanted: str, after: str) -> None:
    text = before + wanted + after
    phrase = phrase_of(wanted)
    assert phrase is not None
    places = places_of(phrase, terms_of(text))
    fold = str.maketrans("區", "区")
    flat = ["".join(text[start:end].split()).translate(fold) for start, end in places]
    assert flat
    assert set(flat) == {wanted.translate(fold)}


@given(TEXT)
def test_the_index_holds_the_terms_that_are_shown(text: str) -> None:
    assert text_of_terms(text).split() == list(terms_of(text).texts)
