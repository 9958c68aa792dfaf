from __future__ import annotations

import pytest

from tenderlight.matching.romanise import latin_letters, pinyin, sounds, syllables


def test_chinese_is_read_by_characters_and_by_words() -> None:
    assert pinyin("海康威视") == ["hai", "kang", "wei", "shi"]
    assert pinyin("重庆") == ["chong", "qing"]
    assert pinyin("重工") == ["zhong", "gong"]
    assert pinyin("吕梁") == ["lu", "liang"]
    assert pinyin("A3") == ["", ""]


@pytest.mark.parametrize(
    ("cyrillic", "latin"),
    [("вижнлабс", "vizhnlabs"), ("видеоанализа", "videoanaliza"), ("рособоронэкспорт", "rosoboronexport")],
)
def test_two_ways_of_writing_a_cyrillic_name_sound_alike(cyrillic: str, latin: str) -> None:
    assert sounds(latin_letters(cyrillic)) == sounds(latin)


def test_different_names_do_not_sound_alike() -> None:
    assert sounds(latin_letters("протей")) != sounds(latin_letters("протон"))


def test_pinyin_words_are_cut_into_syllables() -> None:
    assert syllables("chunlan") == (("chun", "lan"), True)
    assert syllables("andawell") == (("an", "da", "we"), False) or syllables("andawell")[1] is False
    assert syllables("strengthen") == ((), False)
