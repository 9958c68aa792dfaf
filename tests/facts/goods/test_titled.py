"""Goods that the title of a small purchase counts."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tests.facts.summary import goods_by_rules


@pytest.mark.parametrize(
    ("text", "item"),
    [
        ("询价邀请\n采购人：芷棠县公安局\n采购项目：视音频记录仪120台", ("视音频记录仪", 120, "台")),
        ("采购意向 单位：潭溪县委宣传部 项目：应急广播终端 数量：86套 预算：30.1万元", ("应急广播终端", 86, "套")),
    ],
)
def test_one_thing_is_counted(text: str, item: tuple[str, int, str]) -> None:
    assert [(one.name, int(one.qty or 0), one.unit) for one in predict(text).items] == [item]


@pytest.mark.parametrize(
    "title",
    ["审讯终端2台、软件1套", "视频监控改造项目", "执法记录仪120台（第二次）及存储"],
)
def test_what_is_no_one_thing_is_left(title: str) -> None:
    assert goods_by_rules(f"询价邀请\n采购人：芷棠县公安局\n采购项目：{title}") == ()
    assert goods_by_rules("中标公告\n采购人：芷棠县公安局\n采购项目：终端2台\n中标人：甲港电子有限公司") == ()
