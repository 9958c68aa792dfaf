from __future__ import annotations

import pytest

from tenderlight.matching.parsing import parse_name
from tenderlight.matching.similarity import likeness, similarity


@pytest.mark.parametrize(
    ("one", "other", "least"),
    [
        ("Hikvison", "Hikvision", 0.85),
        ("Deutsche Bank", "Deutsche Bank AG", 1.0),
        ("海康威视", "杭州海康威视数字技术股份有限公司", 0.9),
        ("Норси-Транс", "Norsi-Trans", 0.95),
        ("Suzhou Lanchuan Zhineng Keji", "苏州岚川智能科技有限公司", 0.95),
    ],
)
def test_names_that_are_alike(one: str, other: str, least: float) -> None:
    assert similarity(parse_name(one), parse_name(other)) >= least


@pytest.mark.parametrize(
    ("one", "other", "most"),
    [
        ("苏州云目智能科技有限公司", "苏州岚川智能科技有限公司", 0.7),
        ("Acme Widgets", "Foobar Holdings", 0.4),
        ("", "Acme", 0.0),
    ],
)
def test_names_that_are_not(one: str, other: str, most: float) -> None:
    assert similarity(parse_name(one), parse_name(other)) <= most


def test_persons_may_have_their_names_in_another_order() -> None:
    one, other = parse_name("PUTIN, Vladimir"), parse_name("Vladimir Putin")
    assert similarity(one, other, person=True) == 1.0


def test_the_score_of_short_names_falls_faster() -> None:
    short = likeness(parse_name("嘉和科技"), parse_name("泰和科技"))
    long = likeness(parse_name("青原嘉和精密仪器科技"), parse_name("青原泰和精密仪器科技"))
    assert short < long < 1
