from __future__ import annotations

import json
from pathlib import Path

import pytest

from tenderlight.matching import CLAIM_GRADES, MATCHING_VERSION, Grade, Matcher, Query
from tenderlight.model.listing import NameKind
from tenderlight.model.values import Identifier
from tests.matching.made_lists import CREDIT_CODE, best, entry

LABELLED = Path(__file__).resolve().parents[2] / "evaluation" / "names"
PARTS = [(LABELLED / f"{part}.jsonl").read_text("utf-8") for part in ("development", "held_out")]
PAIRS = [json.loads(line) for part in PARTS for line in part.splitlines()]


@pytest.mark.parametrize("pair", [pair for pair in PAIRS if not pair["same"]], ids=lambda pair: str(pair["id"]))
def test_different_firms_are_never_joined_at_a_grade_of_claims(pair: dict[str, str]) -> None:
    match = best(pair["name"], entry(pair["listed"], schema="LegalEntity"))
    assert match is None or match.grade is Grade.RESEMBLES


def test_most_names_of_one_firm_are_found_and_nearly_all_are_offered() -> None:
    same = [pair for pair in PAIRS if pair["same"]]
    found = [best(pair["name"], entry(pair["listed"], schema="LegalEntity")) for pair in same]
    assert sum(match is not None and match.grade in CLAIM_GRADES for match in found) >= 0.82 * len(same)
    assert sum(match is not None for match in found) >= 0.97 * len(same)


def test_a_number_comes_before_every_name() -> None:
    number = (Identifier(scheme="CN-USCC", number=CREDIT_CODE),)
    listed = (
        entry("苏州岚川智能科技有限公司", entry="a"),
        entry("Renamed Holdings Ltd.", entry="b", identifiers=number),
    )
    found = Matcher(listed).find(Query(name="苏州岚川智能科技有限公司", identifiers=number))
    assert [(match.entity.entry, match.grade.value) for match in found] == [
        ("b", "same-identifier"),
        ("a", "same-registered-name"),
    ]
    assert CREDIT_CODE in found[0].explanation


def test_a_wrong_check_digit_matches_nobody() -> None:
    wrong = (Identifier(scheme="CN-USCC", number=CREDIT_CODE[:-1] + "0"),)
    assert Matcher((entry("Other Ltd.", identifiers=wrong),)).find(Query(name="岚川", identifiers=wrong)) == ()


def test_an_entry_comes_once_with_its_best_name() -> None:
    listed = entry("Lanchuan Optical Ltd.", "Lanchuan Optics Ltd.", "Lanchuan Eyes Ltd.")
    found = Matcher((listed,)).find(Query(name="Lanchuan Optics Ltd."))
    assert [(match.listed_name, match.grade.value) for match in found] == [("Lanchuan Optics Ltd.", "listed-alias")]


def test_a_form_derived_from_two_listed_names_is_neither() -> None:
    listed = (entry("浙江岚川技术有限公司", entry="a"), entry("浙江岚川技术股份有限公司", entry="b"))
    found = Matcher(listed).find(Query(name="浙江岚川技术"))
    assert {match.grade for match in found} == {Grade.RESEMBLES}
    assert "several listed names" in found[0].explanation


def test_many_names_at_once_are_answered_as_one_by_one() -> None:
    listed = [entry(f"Acorn {number} Optical Ltd.", entry=str(number)) for number in range(300)]
    matcher = Matcher((*listed, entry("苏州岚川智能科技有限公司"), entry("Müller Optik GmbH")))
    asked = [
        *(Query(name=f"Acorn {number} Optical") for number in range(150)),
        Query(name="苏州岚川智能科技"),
        Query(name="Mueller Optik"),
        Query(name="LANCHUAN"),
        Query(name=""),
    ]
    assert list(matcher.find_all(asked)) == [matcher.find(query) for query in asked]


def test_a_chinese_name_that_an_english_one_tells_stands_beside_english_ones_that_look_alike() -> None:
    english = [
        entry(f"State Key Laboratory of {word}", entry=word) for word in ("Ocean", "Ore", "Oil", "Optics", "Ozone")
    ]
    chinese = entry("海洋工程国家重点实验室", entry="meant")
    found = Matcher((*english, chinese)).find(Query(name="State Key Laboratory of Ocean Engineering"), least=0.0)
    assert "meant" in {match.entity.entry for match in found}
    assert {match.grade for match in found} == {Grade.RESEMBLES}


def test_every_match_says_why_and_by_which_version() -> None:
    match = best("上海岚川智能科技有限公司", entry("苏州岚川智能科技有限公司"))
    assert match is not None
    assert match.version == MATCHING_VERSION
    assert any(feature.name == "place" and feature.speaks_against for feature in match.features)
    assert match.explanation.endswith(".")


def test_the_same_question_gets_the_same_answer() -> None:
    listed = [entry(f"Lanchuan {word} Co., Ltd.", entry=word) for word in ("Optics", "Steel", "Port", "Water", "Data")]
    queries = [Query(name=name) for name in ("Lanchuan Opticks", "岚川", "ланчуан", "LOC", "Data Lanchuan")]
    answers = [repr(Matcher(listed).find(query)) for query in queries]
    assert [repr(Matcher(listed).find(query)) for query in queries] == answers
    matcher = Matcher(listed)
    assert [repr(matcher.find(query)) for query in reversed(queries)] == answers[::-1]


def test_umlauts_meet_their_written_out_form_both_ways() -> None:
    for one, other in (("Müller Optik GmbH", "Mueller Optik GmbH"), ("Mueller Optik GmbH", "Müller Optik GmbH")):
        match = best(one, entry(other))
        assert match is not None
        assert match.grade in CLAIM_GRADES


def test_nothing_breaks_on_odd_names_and_empty_lists() -> None:
    matcher = Matcher((entry("Lanchuan Optics Ltd."), entry("公司"), entry("。", kinds=(NameKind.ALIAS,))))
    for odd in ("", "H", "公司", "()", "\x00", "。", "a " * 500, "有限公司", "123"):
        matcher.find(Query(name=odd))
    assert Matcher(()).find(Query(name="Lanchuan")) == ()


def test_more_entries_of_a_grade_of_claims_than_asked_for_are_all_told() -> None:
    listed = [entry("Suzhou Lanchuan Technology Co., Ltd.", entry=str(at)) for at in range(9)]
    assert len(Matcher(listed).find(Query(name="Suzhou Lanchuan Technology Co., Ltd."), most=3)) == 9


def test_a_chinese_name_that_an_english_one_tells_is_offered_among_many_english_ones() -> None:
    english = [entry(f"Zhejiang Library {letter}") for letter in "ABCDEFG"]
    found = Matcher([*english, entry("浙江省人民图书馆")]).find(Query(name="Zhejiang Library"), least=0.0)
    assert [match.listed_name for match in found][4:] == ["浙江省人民图书馆"]
    assert found[4].grade is Grade.RESEMBLES


def test_the_sound_of_two_characters_alone_takes_no_place() -> None:
    english = [entry(f"Iran Library {letter}") for letter in "ABCDEFG"]
    found = Matcher([*english, entry("极燃")]).find(Query(name="Iran Library"), least=0.0)
    assert "极燃" not in [match.listed_name for match in found]
