"""Terms of texts and of queries: what meets, and where."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages import search_terms
from tenderlight.languages.normalise import BETWEEN_TEXTS, fold
from tenderlight.languages.search_terms import Phrase, phrase_of, places_of, terms_of


def found(query: str, text: str) -> list[str]:
    phrase = phrase_of(query)
    assert phrase is not None
    return [text[start:end] for start, end in places_of(phrase, fold(text))]


@pytest.mark.parametrize(
    ("query", "text", "expected"),
    [
        ("识别", "人脸识别系统", ["识别"]),
        ("識別", "人脸识别系统", ["识别"]),
        ("人脸识别", "人臉識別", ["人臉識別"]),
        ("人脸识别", "人脸\n识 别", ["人脸\n识 别"]),
        ("人脸识别", "人脸、识别", []),
        ("人脸、识别", "人脸识别，人脸。识别", ["人脸。识别"]),
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
        ("3500000", "共3,500,000.00元 3.500.000,00 3500000", ["3,500,000", "3.500.000", "3500000"]),
        ("3,500,000", "3500000元、3.500.000,00、3,500,000", ["3500000", "3.500.000", "3,500,000"]),
        ("3，500，000", "3500000", ["3500000"]),
        ("500", "3,500,000", ["500"]),
        ("1234", "1.234 12,345 1,234,567", []),
        ("recognition", "facial recog-\nnition", ["recog-\nnition"]),
        ("أدارة", "ادارة الإدارة", ["ادارة", "الإدارة"]),
        ("المراقبة", "كاميرات مراقبة وللمراقبة", ["مراقبة"]),
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
        Phrase(terms=(), pattern=re.compile("a"))


TEXT = st.text(alphabet="人脸识别维吾尔區区a1B é-。\n\t,.", max_size=30)


@given(before=TEXT, wanted=st.text(alphabet="人脸识别维吾尔區", min_size=1, max_size=6), after=TEXT)
def test_chinese_is_found_wherever_it_stands(before: str, wanted: str, after: str) -> None:
    text = before + wanted + after
    phrase = phrase_of(wanted)
    assert phrase is not None
    places = places_of(phrase, fold(text))
    plain = str.maketrans("區", "区")
    flat = ["".join(text[start:end].split()).translate(plain) for start, end in places]
    assert flat
    assert set(flat) == {wanted.translate(plain)}


ANY = st.text(alphabet=st.one_of(st.characters(), st.sampled_from("人脸识别a1 B_、é\u00ad\u0301\n\x00")), max_size=60)


@given(st.lists(ANY, max_size=5))
def test_texts_together_have_the_terms_of_each(texts: list[str]) -> None:
    alone = [search_terms._terms_by_runs(search_terms._bare(fold(text).text)) for text in texts]
    assert [(found.terms.split(), set(found.alone.split())) for found in terms_of(texts)] == [
        (found.terms.split(), set(found.alone.split())) for found in alone
    ]


def test_terms_by_arrays_are_those_by_runs() -> None:
    folded = BETWEEN_TEXTS.join(["人脸 ai识别", "", "区", "é x", "__", "a人b", "人"])
    made = search_terms._terms_by_arrays(folded)
    assert made is not None
    assert [found.terms.split() for found in made] == [
        ["人脸", "脸", "|", "ai", "识别", "别", "|"],
        [], ["区", "|"], ["e", "x"], [], ["a", "人", "|", "b"], ["人", "|"],
    ]  # fmt: skip
    assert [set(found.alone.split()) for found in made][:3] == [set("人脸识别"), set(), {"区"}]
    assert search_terms._terms_by_arrays("人𠀀") is None


@given(text=TEXT, query=st.text(alphabet="人脸识a1B *-,", min_size=1, max_size=6))
def test_the_index_and_the_page_say_the_same(text: str, query: str) -> None:
    phrase = phrase_of(query)
    if phrase is None:
        return
    told = terms_of([text])[0]
    terms, alone = told.terms.split(), told.alone.split()
    *before, (end, last) = phrase.terms
    held = any(
        all(terms[at + place] == term for place, term in before)
        and (terms[at + end].startswith(last) if phrase.is_open else terms[at + end] == last)
        for at in range(len(terms) - end)
    )
    held = held or any(word in alone or word in terms for word in phrase.words)
    assert bool(places_of(phrase, fold(text))) == held
    if phrase.character is not None:
        assert (phrase.character in alone) == held


@pytest.mark.parametrize("sign", ["a", "人", " ", "_", "a ", "人a", "é", "*", "-"])
def test_long_texts_take_no_longer_by_the_sign(sign: str) -> None:
    phrase = phrase_of("人a人 b*")
    assert phrase is not None
    assert places_of(phrase, fold(sign * 20_000)) == []
