"""Goods that a Chinese sentence lists behind words that lead to a list."""

from __future__ import annotations

import pytest

from tests.facts.summary import by_rules, read, summarise

HEAD = "成交结果公告\n采购人：禾川县林业局\n成交供应商：岭安视讯有限公司\n成交金额：385600元\n"

LISTS = [
    (
        "供货范围包括测温仪32台（单价9800元）、管理软件1套（72000元）。",
        ("测温仪 | - | - | 32台 | 9800", "管理软件 | - | - | 1套 | 72000"),
    ),
    (
        "验收内容　　望远镜（型号WY-3）24具；对讲机2部",
        ("望远镜 | - | WY-3 | 24具 | -", "对讲机 | - | - | 2部 | -"),
    ),
]


@pytest.mark.parametrize(("sentence", "items"), LISTS, ids=range(len(LISTS)))
def test_a_list_behind_words_that_lead_to_it_is_read(sentence: str, items: tuple[str, ...]) -> None:
    assert summarise(read(HEAD + sentence))["items"] == items


NONE = [
    "现有设备包括测温仪32台、对讲机2部。",
    "供货范围包括测温仪32台及其他配套，具体以合同为准。",
    "采购内容包括哨所2座、监控系统1套。",
    "供货范围包括若干测温仪。",
]


@pytest.mark.parametrize("sentence", NONE, ids=range(len(NONE)))
def test_what_is_there_already_built_or_not_counted_is_no_list(sentence: str) -> None:
    assert summarise(by_rules(read(HEAD + sentence)))["items"] == ()
