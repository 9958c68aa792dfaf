from __future__ import annotations

import csv

import pytest

from tenderlight.matching import Grade, Matcher, Query
from tenderlight.matching.companies import company_table
from tenderlight.matching.parsing import parse_name
from tenderlight.matching.tables import name_tables
from tests.matching.made_lists import entry
from tests.shared_data import shared_file

COMPANIES = {company.code: company for company in name_tables().companies}


def named(name: str) -> list[tuple[str, str]]:
    return [(one.company.code, one.kind) for one in company_table().named(parse_name(name))]


@pytest.mark.parametrize(
    ("name", "code", "kind"),
    [
        ("杭州海康威视数字技术股份有限公司", "hikvision", "registered"),
        ("海康威视", "hikvision", "alias"),
        ("Hikvision", "hikvision", "alias"),
        ("厦门市美亚柏科信息股份有限公司", "meiya-pico", "former"),
        ("英偉達", "nvidia", "alias"),
        ("輝達", "nvidia", "alias"),
        ("Тевиан", "tevian", "alias"),
        ("杭州海康威视科技有限公司", "hikvision-technology", "registered"),
    ],
)
def test_a_name_stands_for_a_company(name: str, code: str, kind: str) -> None:
    assert named(name)[0] == (code, kind)


def test_a_brand_that_others_bear_is_marked_so() -> None:
    assert {kind for _, kind in named("海康")} == {"ambiguous"}
    assert {code for code, _ in named("Cytrox")} == {"cytrox-hungary", "cytrox-macedonia"}


@pytest.mark.parametrize(
    "name",
    ["大华街道", "依图施工", "柯达", "大华股份有限公司", "Clearview Windows Ltd.", "杭州海康微视数字技术股份有限公司"],
)
def test_the_traps_stand_for_nobody(name: str) -> None:
    assert named(name) == []


def test_every_company_says_where_its_names_stand() -> None:
    assert len(COMPANIES) > 150
    for company in COMPANIES.values():
        assert company.sources, company.code
        assert all(len(source) > 10 for source in company.sources), company.code


def test_no_certain_name_stands_for_two_companies() -> None:
    for company in COMPANIES.values():
        for name in (*company.registered, *company.former, *company.aliases):
            certain = {one.company.code for one in company_table().named(parse_name(name)) if one.is_certain}
            assert certain == (set() if name in company.unchecked else {company.code}), name


def test_a_name_that_was_not_checked_is_offered_and_carries_no_claim() -> None:
    unchecked = COMPANIES["bitmain"]
    assert set(unchecked.registered) <= set(unchecked.unchecked)
    (found,) = Matcher((entry("Beijing Bitmain Technology Co., Ltd."),)).find(Query(name="比特大陆"))
    assert (found.grade, "was not checked" in found.explanation) == (Grade.RESEMBLES, True)
    (same,) = Matcher((entry("Beijing Bitmain Technology Co., Ltd."),)).find(
        Query(name="Beijing Bitmain Technology Co Ltd")
    )
    assert same.grade is Grade.SAME_REGISTERED_NAME


def test_entries_of_lists_are_named_with_file_and_day() -> None:
    hikvision = COMPANIES["hikvision"]
    assert any("bis_entity_list.json" in one and "84 FR 54004, 10/9/19" in one for one in hikvision.listed)
    (found,) = Matcher((entry("Hangzhou Hikvision Digital Technology Co., Ltd."),)).find(Query(name="海康威视"))
    assert found.grade is Grade.LISTED_ALIAS
    assert "bis_entity_list.json" in found.explanation


def test_most_companies_have_a_checked_name() -> None:
    with_one = [one for one in COMPANIES.values() if {*one.registered, *one.former, *one.aliases} - {*one.unchecked}]
    assert len(with_one) >= 0.75 * len(COMPANIES)
    assert sum(bool(one.listed) for one in COMPANIES.values()) >= 55


def test_every_maker_and_company_of_the_domain_is_in_the_table() -> None:
    with shared_file("domain/components_makers.csv").open(encoding="utf-8", newline="") as file:
        makers = list(csv.DictReader(file))
    with shared_file("domain/components_companies.csv").open(encoding="utf-8", newline="") as file:
        companies = [name.strip() for row in csv.DictReader(file) for name in row["name_zh"].split(";")]
    written = {parse_name(name).spelling for one in COMPANIES.values() for name in (*one.registered, *one.former)}
    for maker in makers:
        aliases = [*maker["aliases"].split(";"), *maker["local_names"].split(";")]
        assert any(named(alias.strip()) for alias in aliases), maker["maker"]
    for name in companies:
        if name.endswith("公司"):
            assert parse_name(name).spelling in written, name


def test_the_listed_head_of_a_group_is_offered_for_its_companies_and_never_claimed() -> None:
    listed = (
        entry("Megvii Technology", schema="LegalEntity"),
        *(entry(f"Beijing {word} Co., Ltd.") for word in "ABCDEF"),
    )
    (found, *_) = Matcher(listed).find(Query(name="北京旷视科技有限公司"))
    assert (found.listed_name, found.grade) == ("Megvii Technology", Grade.RESEMBLES)
    assert found.explanation.startswith("By the sourced table it is another company, of the group of")
    assert all(match.grade is Grade.RESEMBLES for match in Matcher(listed).find(Query(name="北京旷视科技有限公司")))
