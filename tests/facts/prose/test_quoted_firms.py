"""Companies between quotation marks, and firms that are no companies, in Chinese sentences."""

from __future__ import annotations

import time

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(("opens", "closes"), [("“", "”"), ("「", "」"), ("", "")], ids=range(3))
@pytest.mark.parametrize(
    "name",
    [
        "绵竹鸿业信息有限公司",
        "绵竹鸿业设计工作室",
        "绵竹鸿业弱电安装部",
        "绵竹鸿业农民专业合作社联合社",
        "绵竹鸿业建筑队",
    ],
)
def test_a_sentence_names_who_won(opens: str, closes: str, name: str) -> None:
    text = f"成交结果公告\n经评审，确定由{opens}{name}{closes}以179,000元成交。\n"
    assert summarise(read(text))["suppliers"] == (f"{name}, sole",)


def test_marks_without_end_are_read_in_a_moment() -> None:
    text = "成交结果公告\n" + "确定由“「甲" * 4_000
    start = time.process_time()
    read(text)
    assert time.process_time() - start < 5
