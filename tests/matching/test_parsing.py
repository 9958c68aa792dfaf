from __future__ import annotations

import time

import pytest

from tenderlight.matching.parsing import HAN, LATIN, LONGEST, OTHER, general_words, parse_name


def test_a_chinese_company_has_place_rest_and_form() -> None:
    name = parse_name("杭州海康威视数字技术股份有限公司")
    assert name.kind is HAN
    assert name.place is not None
    assert (name.place.written, name.rest, name.form) == ("杭州", "海康威视数字技术", "cn-joint-stock")
    assert (name.brand, name.trade) == ("海康威视", "数字技术")


def test_a_place_in_brackets_is_the_place_of_a_company_and_the_campus_of_a_university() -> None:
    company = parse_name("银河水滴科技（北京）有限公司")
    assert company.place is not None
    assert (company.place.written, company.bracket, company.rest) == ("北京", True, "银河水滴科技")
    university = parse_name("哈尔滨工业大学（威海）")
    assert "威海" in university.rest


def test_branches_are_told() -> None:
    assert parse_name("浙江大华技术股份有限公司新疆分公司").branch == "新疆分公司"
    assert parse_name("浙江大华技术股份有限公司").branch == ""
    assert parse_name("NSO Group Technologies Ltd. (Cyprus Branch)").branch == "branch"
    assert parse_name("Филиал ООО «Норси-Транс»").branch == "филиал"


def test_western_names_are_words_without_form_and_article() -> None:
    name = parse_name("The Ranger Fence Company, L.L.C.")
    assert (name.kind, name.words, name.form) == (LATIN, ("ranger", "fence"), "llc") or name.words == (
        "ranger",
        "fence",
        "company",
    )
    assert parse_name("ООО «Протей»").kind is OTHER


def test_nothing_breaks_on_odd_names() -> None:
    for odd in ("", "()", "公司", "。", "H", "（（（", "\x00", "a" * 10 * LONGEST):
        parse_name(odd)


@pytest.mark.parametrize("part", ["a", "é", "中", "а", "aб", "a.", "(", "有限公司", "'", "。a", "\u0301", "1 "])
def test_long_names_take_no_long_time(part: str) -> None:
    parse_name("有限公司 Ltd")
    started = time.process_time()
    parse_name(part * LONGEST)
    assert time.process_time() - started < 0.1


def test_an_empty_name_has_no_words() -> None:
    assert parse_name("").words == ()


def test_general_words_tell_no_party_from_another() -> None:
    assert {"university", "technology", "group", "ministry"} <= general_words()
    assert not {"tokyo", "xinjiang", "hikvision"} & general_words()
