from __future__ import annotations

from tenderlight.matching.keys import as_acronym, cross_keys, initials, own_keys
from tenderlight.matching.parsing import parse_name


def shared(one: str, other: str) -> set[str]:
    return set(cross_keys(parse_name(one))) & set(cross_keys(parse_name(other)))


def test_a_chinese_name_meets_its_pinyin_and_its_english_words() -> None:
    assert {"y:chunlan"} <= shared("春兰股份", "Jiangsu Chunlan Refrigerating Equipment Stock Co., Ltd.")
    assert {"w:university"} <= shared("四川大学", "Sichuan University")
    assert {"w:hospital", "w:general"} <= shared("河北総合病院の", "Kawakita General Hospital")


def test_other_scripts_meet_english_by_sound_and_meaning() -> None:
    assert {"w:state", "w:university"} <= shared("Московский государственный университет", "Moscow State University")
    assert "w:university" in shared("جامعة بغداد", "University of Baghdad")
    assert "w:kangwon" in shared("강원대학교", "Kangwon National University")


def test_acronyms_are_initials_of_words() -> None:
    name = parse_name("University of Science and Technology of China")
    assert "a:ustc" in initials(name)
    assert as_acronym(parse_name("USTC")) == ["a:ustc"]
    assert as_acronym(parse_name("Two Words")) == []


def test_pieces_of_a_name_survive_one_slip() -> None:
    one, other = own_keys(parse_name("Hangzhou Hikvision")), own_keys(parse_name("Hangzhou Hikvison"))
    assert len(set(one) & set(other)) > len(one) / 2
