from __future__ import annotations

from tenderlight.matching import CLAIM_GRADES, Feature, Grade


def test_grades_are_ordered_and_the_last_carries_no_claim() -> None:
    assert [grade.rank for grade in Grade] == [0, 1, 2, 3, 4]
    assert set(Grade) - set(CLAIM_GRADES) == {Grade.RESEMBLES}


def test_a_feature_speaks_for_or_against() -> None:
    assert Feature(name="place", ours="上海", theirs="苏州", weight=-0.8).speaks_against
    assert not Feature(name="place", ours="苏州", theirs="苏州", weight=0.3).speaks_against
