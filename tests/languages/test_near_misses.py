from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.languages.near_misses import NearMisses, is_long_enough

WORDS = ["人脸识别", "维吾尔族人", "recognition", "surveillance"]


def found(text: str) -> list[tuple[str, str]]:
    return [(text[miss.start : miss.end], WORDS[miss.number]) for miss in NearMisses(WORDS).find(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("支持人睑识别功能", [("人睑识别", "人脸识别")]),
        ("支持入脸识别功能", [("入脸识别", "人脸识别")]),
        ("支持人脸识剔功能", [("人脸识剔", "人脸识别")]),
        ("支持人脸·识别功能", [("人脸·识别", "人脸识别")]),
        ("支持人脸别功能", [("人脸别", "人脸识别")]),
        ("维尔族人", [("维尔族人", "维吾尔族人")]),
        ("recogniti0n", [("recogniti0n", "recognition")]),
        ("sur veillance", [("sur veillance", "surveillance")]),
        ("surveilance", [("surveilance", "surveillance")]),
        ("人脸识别 recognition", []),
        ("人验识剔", []),
    ],
)
def test_words_with_one_wrong_character_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_the_wrong_character_is_named() -> None:
    (miss,) = NearMisses(WORDS).find("支持人睑识别")
    assert (miss.start, miss.wrong, WORDS[miss.number][miss.wrong]) == (2, 1, "脸")
    (miss,) = NearMisses(WORDS).find("sur veillance")
    assert (miss.end - miss.start, miss.wrong) == (13, 3)


def test_words_too_short_are_refused() -> None:
    assert [is_long_enough(word) for word in ("人脸识别", "识别", "camera", "recognition")] == [
        True,
        False,
        False,
        True,
    ]
    with pytest.raises(ValueError, match="too short"):
        NearMisses(["脸"])
    assert NearMisses([]).find("人脸识别") == []


@given(st.sampled_from(WORDS), st.data())
def test_any_one_error_is_found(word: str, data: st.DataObject) -> None:
    kind = data.draw(st.sampled_from(["other", "missing", "more"]))
    at = data.draw(st.integers(kind == "more", len(word) - 1))
    sign = data.draw(st.sampled_from("甲乙xy").filter(lambda one: one not in word))
    before, after = word[:at], word[at + (kind != "more") :]
    read = before + ("" if kind == "missing" else sign) + after
    text = f"、{read}、"
    assert WORDS.index(word) in {miss.number for miss in NearMisses(WORDS).find(text)}
