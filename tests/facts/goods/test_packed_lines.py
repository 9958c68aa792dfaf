"""Goods in Chinese lines that say other things too, and beside the labels of what is asked for."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.goods.packed_lines import lists_goods, stretches
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tests.facts.summary import by_rules, read, summarise

WON = "成交公告 项目编号：YL-2022-7 成交供应商：云岭科技有限公司 成交金额：96,000元\n"


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            WON
            + "执法记录仪 锐眼 RY-D3 40台 单价1,400元；采集站 锐眼 RY-C8 2台 单价20,000元 "
            + "采购人：青石县公安局 成交日期：2022年3月4日",
            ("执法记录仪 | 锐眼 | RY-D3 | 40台 | 1400", "采集站 | 锐眼 | RY-C8 | 2台 | 20000"),
        ),
        (
            WON + "防爆毯 安盾 AD-FBT 6套 单价1.6万元 采购人：青石县公安局",
            ("防爆毯 | 安盾 | AD-FBT | 6套 | 16000",),
        ),
        (
            WON + "显示屏 品牌：澜川 型号：LC-P2 数量：12㎡ 单价：8,000元 采购人：青石县公安局",
            ("显示屏 | 澜川 | LC-P2 | 12㎡ | 8000",),
        ),
        (
            WON + "云台 品牌：远山 型号：YS-640 数量：4 单价（元）：24000 公告日期：2021年3月9日",
            ("云台 | 远山 | YS-640 | 4 | 24000",),
        ),
        (
            (
                "中标结果公告 采购单位：松江岭监狱\n标段一：方圆科技有限公司 中标价200000元 "
                "标段二：长青电气有限公司 中标价90000元\n"
                "标段一 门禁控制器 MJ-8 20台 单价10000元 标段二 应急灯 YJ-2 300只 单价300元 中标日期：2023年5月6日"
            ),
            ("门禁控制器 | - | MJ-8 | 20台 | 10000", "应急灯 | - | YJ-2 | 300只 | 300"),
        ),
        (
            (
                "询价公告 项目名称：办案区材料 询价内容：吸音软包 200平方米；审讯桌 4张 "
                "采购人：河西区公安分局 发布日期：2024年5月13日"
            ),
            ("吸音软包 | - | - | 200平方米 | -", "审讯桌 | - | - | 4张 | -"),
        ),
        (
            "采购意向公开 采购单位：江北县公安局 预算金额：50万元\n采购内容：勘查灯6套，足迹灯4台",
            ("勘查灯 | - | - | 6套 | -", "足迹灯 | - | - | 4台 | -"),
        ),
        ("采购意向公开 采购单位：江北县公安局 预算金额：50万元\n采购内容：情报平台升级服务1项", ()),
    ],
)
def test_goods_beside_other_labels_are_read(text: str, items: tuple[str, ...]) -> None:
    assert summarise(by_rules(read(text)))["items"] == items


def test_a_list_of_goods_stands_beside_labels_of_needs() -> None:
    assert lists_goods("采购需求")
    assert lists_goods("货物清单")
    assert not lists_goods("采购方式")


def test_long_lines_are_passed_over_at_once() -> None:
    text = "包1 " * 12_500
    line = Piece(sheet=Sheet(page=Page(number=1, text=text), flat=flatten(text)), start=0, end=len(text))
    start = time.monotonic()
    assert list(stretches(line)) == []
    assert time.monotonic() - start < 1
