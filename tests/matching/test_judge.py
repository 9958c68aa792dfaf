from __future__ import annotations

import pytest

from tenderlight.model.listing import NameKind
from tests.matching.made_lists import best, entry, grade


def test_the_kind_of_the_listed_name_makes_the_grade() -> None:
    listed = entry(
        "Lanchuan Surveillance Ltd.",
        "Lanchuan Optics Ltd.",
        "Bluestream Optics Ltd.",
        "Lanchuan Group Eye",
        kinds=(NameKind.NAME, NameKind.ALIAS, NameKind.PREVIOUS, NameKind.WEAK_ALIAS),
    )
    assert grade("LANCHUAN SURVEILLANCE LIMITED", listed) == "same-registered-name"
    assert grade("Lanchuan Optics Ltd", listed) == "listed-alias"
    former = best("Bluestream Optics Ltd", listed)
    assert former is not None
    assert former.grade.value == "listed-alias"
    assert "former name" in former.explanation
    assert grade("Lanchuan Group Eye", listed) == "resembles"


def test_a_person_is_never_matched_by_name_alone() -> None:
    person = entry("DOE, John Example", schema="Person")
    match = best("Doe, John Example", person)
    assert match is not None
    assert match.grade.value == "resembles"
    assert "namesakes" in match.explanation


@pytest.mark.parametrize(("name", "listed"), [("Hugo Boss", "Hugo Boss AG"), ("Ivan Petrov", "Ivan Petrov LLC")])
def test_a_firm_named_like_a_person_needs_its_form(name: str, listed: str) -> None:
    assert grade(name, listed) == "resembles"
    assert grade(listed, listed) == "same-registered-name"


def test_another_country_takes_a_match_down() -> None:
    listed = entry("Sentor Systems Ltd.", countries=("IL",))
    assert grade("Sentor Systems Ltd.", listed) == "same-registered-name"
    assert grade("Sentor Systems Ltd.", listed, country="IL") == "same-registered-name"
    assert grade("Sentor Systems Ltd.", listed, country="GB") == "resembles"


@pytest.mark.parametrize("name", ["Ministry of Culture", "National Library", "Technology Co., Ltd.", "人民医院", "HMC"])
def test_general_and_short_names_need_a_country(name: str) -> None:
    listed = entry(name, countries=("XA",))
    assert grade(name, listed) == "resembles"
    assert grade(name, listed, country="XA") == "same-registered-name"


def test_a_place_beside_the_name_stands_in_for_one_in_it() -> None:
    assert grade("岚川智能科技有限公司", "苏州岚川智能科技有限公司") == "resembles"
    assert grade("岚川智能科技有限公司", "苏州岚川智能科技有限公司", place="江苏省苏州市") == "derived-form"
    assert grade("岚川智能科技有限公司", "苏州岚川智能科技有限公司", place="上海市") == "resembles"


def test_a_vessel_is_no_party() -> None:
    assert grade("Ocean Lanchuan Star", entry("Ocean Lanchuan Star", schema="Vessel")) == "resembles"


def test_the_table_names_its_source_and_holds_companies_of_one_group_apart() -> None:
    listed = entry("Hangzhou Hikvision Digital Technology Co., Ltd.", countries=("CN",))
    match = best("海康威视", listed)
    assert match is not None
    assert match.grade.value == "listed-alias"
    assert "84 FR 54004" in match.explanation
    sibling = best("杭州海康威视科技有限公司", listed)
    assert sibling is None or sibling.grade.value == "resembles"
    assert grade("海康", listed) == "resembles"
    assert grade("Hangzhou Hikvision Technology Co., Ltd.", listed) == "resembles"


def test_an_entry_of_another_country_is_not_the_company_of_the_table() -> None:
    assert grade("华为技术有限公司", entry("Huawei Technologies Co., Ltd.", countries=("CN",))) == "listed-alias"
    assert grade("华为技术有限公司", entry("Huawei Technologies Co., Ltd.", countries=("EG",))) != "listed-alias"
