import time

import pytest

from tenderlight.components.naming import grade_of, has_alternatives, plain_naming
from tenderlight.model.statement import Stage
from tenderlight.model.values import Grade, Naming
from tests.components.made import named


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("参考品牌：海康威视、大华或同等档次", [("hikvision", "reference"), ("dahua", "reference")]),
        ("NVIDIA T4 or equivalent", [("nvidia", "reference")]),
        ("NVIDIA T4 или эквивалент", [("nvidia", "reference")]),
        ("Caméras de marque Hikvision ou équivalent", [("hikvision", "reference")]),
        ("显卡不低于NVIDIA Tesla T4", [("nvidia", "floor")]),
        ("не ниже Intel Xeon 4210", [("intel", "floor")]),
        ("Intel Xeon 4210 or better", [("intel", "floor")]),
        ("至少8块NVIDIA Tesla T4", [("nvidia", "listed")]),
        ("兼容海康威视摄像机", [("hikvision", "compatible")]),
        ("compatible with Hikvision cameras", [("hikvision", "compatible")]),
        ("利旧原有海康威视录像机", [("hikvision", "existing")]),
        ("兼容原有海康威视平台", [("hikvision", "existing")]),
        ("不得采用海康威视产品", [("hikvision", "banned")]),
        ("Products of Hikvision are excluded", [("hikvision", "banned")]),
        ("海康威视授权代理商", [("hikvision", "passing")]),
        ("鲲鹏/飞腾/海光CPU", [("huawei", "reference"), ("phytium", "reference"), ("hygon", "reference")]),
        ("Cameras shall be of the brands Axis, Bosch or Hanwha.", [("axis", "reference")]),
        ("Acceptable manufacturers: Bosch, Hanwha or Axis.", [("axis", "reference")]),
        ("Acceptable manufacturers: Axis, Bosch, Hanwha Vision or approved equal", [("axis", "reference")]),
        ("Marca: Axis, Bosch o Hanwha", [("axis", "reference")]),
        ("摄像机品牌：安讯士、博世、韩华", [("axis", "reference")]),
        ("Brand: Axis", [("axis", "listed")]),
        ("Axis cameras, or so we hope", [("axis", "listed")]),
        ("拆除海康威视摄像机，新装大华摄像机", [("hikvision", "existing"), ("dahua", "listed")]),
        ("replace all Dahua cameras", [("dahua", "existing")]),
        ("replace old cameras with Dahua cameras", [("dahua", "listed")]),
        ("海康威视摄像机", [("hikvision", "listed")]),
    ],
)
def test_words_say_as_what_a_product_is_named(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


def test_a_word_counts_for_its_own_clause_only() -> None:
    assert named("CPU不低于Intel Xeon 4210，GPU为NVIDIA T4显卡") == [("intel", "floor"), ("nvidia", "listed")]
    assert named("不得外传。海康威视摄像机") == [("hikvision", "listed")]


def test_the_stage_says_how_much_a_plain_name_says() -> None:
    text = "海康威视摄像机"
    assert named(text, Stage.TENDER) == [("hikvision", "specified")]
    assert named(text, Stage.CANDIDATE) == [("hikvision", "listed")]
    assert named(text, Stage.ACCEPTANCE) == [("hikvision", "accepted")]
    assert named(text, None) == [("hikvision", "named")]
    assert named("海康威视") == [("hikvision", "named")]


def test_papers_of_a_bidder_are_a_bid_where_no_stage_is_known() -> None:
    assert grade_of(None, is_bid=True) is Grade.BID
    assert grade_of(Stage.TENDER, is_bid=True) is Grade.SPEC
    assert grade_of(None, is_bid=False) is None
    assert plain_naming(Grade.AWARD, is_part=True, is_whole_item=True) is Naming.ITEM


def test_only_three_namings_say_that_a_product_was_chosen() -> None:
    assert [one for one in Naming if one.rank >= 5] == [Naming.LISTED, Naming.ITEM, Naming.ACCEPTED]
    assert {one.rank for one in Naming} == set(range(1, 8))


@pytest.mark.parametrize("sign", ["A", "A ", "A,", ", A", "Ab", "or ", " or A", "、", "a、", "'", "-", "A.", "é"])
def test_lists_of_names_are_looked_for_in_linear_time(sign: str) -> None:
    text = sign * 1_000
    started = time.process_time()
    for start in range(0, 1_000, 50):
        has_alternatives(text, start, start + 2, in_brand_zone=True)
    assert time.process_time() - started < 0.5
