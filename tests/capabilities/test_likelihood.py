"""The trees that say how likely a finding is right: how they are asked, and what they were trained on."""

from __future__ import annotations

import hashlib
import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.capabilities.findings import Found
from tenderlight.capabilities.kinds import setting_of_kind
from tenderlight.capabilities.likelihood import DIRECTIONS, load_trees, trees_from
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.vocabulary import Form
from tenderlight.capabilities.weighing import Weighed, weigh

PASSAGES = Path(__file__).resolve().parents[2] / "evaluation" / "passages"
BUYS = "平台可对手机进行解锁并提取已删除的聊天记录、通话记录和照片，生成取证报告。"
REFUSES = "不得对人脸进行民族识别。"


def weighed(text: str, kind: str = "tender_spec") -> list[Weighed]:
    found = weigh(search_text_at(text, "text"), setting_of_kind(kind))
    assert found is not None
    return [*found.whole, *found.weaker]


def test_the_trees_were_trained_on_the_development_part_that_ships() -> None:
    parts = sorted(PASSAGES.glob("development*.jsonl"))
    assert load_trees().made_of == hashlib.sha256(b"".join(path.read_bytes() for path in parts)).hexdigest()


def test_a_probability_is_the_sum_of_the_leaves_that_the_figures_lead_to() -> None:
    trees = trees_from(
        b'{"made_of":"0","start":0.5,"trees":[[[0,1.5,1,2],[-1,1,0,0],[1,0,3,4],[-1,-1,0,0],[-1,2,0,0]],[[-1,0.25,0,0]]]}'
    )

    def odds(*figures: float) -> float:
        likely = trees.probability(figures)
        return math.log(likely / (1 - likely))

    assert odds(1.5, 9.0) == pytest.approx(0.5 + 1.0 + 0.25)
    assert odds(1.6, 0.0) == pytest.approx(0.5 - 1.0 + 0.25)
    assert odds(1.6, 0.1) == pytest.approx(0.5 + 2.0 + 0.25)


@pytest.mark.parametrize("content", [b"", b"[]", b'{"trees": 1}', b'{"made_of":"0","start":0,"trees":[[[0]]]}'])
def test_a_table_that_is_none_is_refused(content: bytes) -> None:
    with pytest.raises((ValueError, KeyError, TypeError)):
        trees_from(content)


def test_every_purchase_has_as_many_figures_as_the_trees_ask_for() -> None:
    asked = {number for tree in load_trees().trees for number, *_ in tree if number >= 0}
    figures = [one.figures for one in weighed(BUYS)]
    assert figures
    assert {len(each) for each in figures} == {len(figures[0])}
    assert max(asked) < len(figures[0])


def test_a_refusal_is_asked_about_by_no_tree_and_doubted_by_nobody() -> None:
    found = [one for one in weighed(REFUSES) if one.found.candidate.capability.code == "eth.face_ethnicity"]
    assert found
    assert all(not one.figures and not one.is_doubted for one in found)


def test_a_whole_rule_in_plain_words_is_likelier_than_its_weaker_forms() -> None:
    def likeliest(form: Form) -> float:
        found: list[Found] = [one.found for one in weighed(BUYS)]
        assert any(one.candidate.pattern.form is form for one in found)
        return max(one.confidence for one in weighed(BUYS) if one.found.candidate.pattern.form is form)

    assert likeliest(Form.WHOLE) > 0.9
    assert likeliest(Form.WHOLE) >= likeliest(Form.FARTHER)


def test_one_word_that_means_two_things_does_not_meet_a_form_of_two_senses() -> None:
    text = "边境检查站对入境旅客手机进行快速检查，比对涉恐文件特征库。"
    spans = [(one.found.candidate.start, one.found.candidate.end) for one in weighed(text)]
    assert spans
    assert (text.index("边境"), text.index("边境") + 2) not in spans


FIGURES = st.lists(st.floats(-12, 12), min_size=len(DIRECTIONS), max_size=len(DIRECTIONS))


@given(FIGURES, st.integers(0, len(DIRECTIONS) - 1), st.floats(0, 10))
def test_what_speaks_for_a_finding_never_makes_it_less_likely_and_what_speaks_against_it_never_likelier(
    figures: list[float], number: int, more: float
) -> None:
    raised = [*figures[:number], figures[number] + more, *figures[number + 1 :]]
    change = load_trees().probability(raised) - load_trees().probability(figures)
    assert change * DIRECTIONS[number] >= -1e-12


def test_a_direction_is_told_for_each_figure() -> None:
    assert {len(one.figures) for one in weighed(BUYS)} == {len(DIRECTIONS)}
