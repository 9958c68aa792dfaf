"""Lots of Chinese notices that stand one behind another on a line, in numbered tables and in sums with a total."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.words.lot_keys import heads_han
from tenderlight.model.values import LineItemValue
from tests.facts.summary import read, summarise

BUYER = " 采购人：青石县公安局 成交日期：2023年3月15日"
TABLE = (
    "一、项目编号：ZJ-18\n三、中标（成交）信息\n1.中标结果：\n序号 | 标项名称 | 中标（成交）金额 | 供应商名称\n"
    "1 | 无人机 | 报价:80000(元) | 翔宇航空科技有限公司\n2 | 反制枪 | 报价:60000(元) | 乾盾科技有限公司\n"
    "2.废标结果:\n序号 | 标项名称 | 废标理由\n3 | 电池 | 有效供应商不足三家\n1.采购人信息\n名 称：青石县公安局"
)


@pytest.mark.parametrize(
    ("text", "suppliers", "amounts"),
    [
        (
            "成交公告 项目编号：P-1 包一 远视科技有限公司 下浮率6.5% 包二 红城安防有限公司 下浮率7.2%" + BUYER,
            {"远视科技有限公司, lot winner, 包一", "红城安防有限公司, lot winner, 包二"},
            {"percent 下浮率 6.5", "percent 下浮率 7.2 包二"},
        ),
        (
            (
                "已批出合約 標書編號：HA-1 部門：房屋管理署 第1類 承判商：萬昌電子有限公司 HK$9,000,000 "
                "第2類 承判商：德輝保安有限公司 HK$4,000,000 批出日期：2021年12月3日"
            ),
            {"萬昌電子有限公司, lot winner, 第1類", "德輝保安有限公司, lot winner, 第2類"},
            {"award 9000000 HKD 第1類", "award 4000000 HKD 第2類"},
        ),
        (
            "成交公告 成交供应商：闽光器材有限公司（包1）、鹭岛电子有限公司（包2） "
            "成交金额：包1 100,000元、包2 60,000元，合计160,000元" + BUYER,
            {"闽光器材有限公司, lot winner, 包1", "鹭岛电子有限公司, lot winner, 包2"},
            {"award 100000 CNY 包1", "award 60000 CNY 包2", "award 160000 CNY"},
        ),
        (
            TABLE,
            {"翔宇航空科技有限公司, lot winner, 1", "乾盾科技有限公司, lot winner, 2"},
            {"award 80000 CNY 1", "award 60000 CNY 2"},
        ),
        (
            (
                "结果更正公告\n更正内容：\n原中标人：湘录电子有限公司，中标金额：65万元\n"
                "更正为中标人：岳麓声像有限公司，中标金额：66万元\n"
                "更正日期：2024年6月12日\n采购人：青石县公安局"
            ),
            {"岳麓声像有限公司, sole"},
            {"award 660000 CNY", "superseded 650000 CNY"},
        ),
    ],
)
def test_lots_and_sums_are_told_apart(text: str, suppliers: set[str], amounts: set[str]) -> None:
    found = summarise(read(text))
    assert set(found["suppliers"]) == suppliers  # type: ignore[call-overload]
    assert set(found["amounts"]) == amounts  # type: ignore[call-overload]


@pytest.mark.parametrize(
    ("text", "void"),
    [
        ("废标公告 采购人：青石县公安局 第一包、第二包均因有效投标人不足三家废标", {"第一包", "第二包"}),
        ("流标公告 采购人：青石县公安局 包1、包2、包3均流标", {"包1", "包2", "包3"}),
        (TABLE, {"3"}),
    ],
)
def test_lots_that_nobody_won_are_told(text: str, void: set[str]) -> None:
    assert set(summarise(read(text))["void"]) == void  # type: ignore[call-overload]


def test_heads_are_looked_for_without_going_back() -> None:
    for text in ("包1、" * 12_500 + "均", " 包1 公" * 10_000, "包1" + "科" * 50_000 + "因"):
        start = time.monotonic()
        assert len(list(heads_han(text))) <= len(text)
        assert time.monotonic() - start < 2


def test_a_name_that_says_what_the_lot_is_called_comes_before_the_number_of_its_row() -> None:
    found = read(
        "中标结果公告\n一、项目编号：ZJ-18\n1.中标结果：\n序号 | 标项名称 | 中标（成交）金额 | 供应商名称\n"
        "1 | 标项一：无人机 | 报价:80000(元) | 翔宇航空科技有限公司\n"
        "2 | 标项二：反制枪 | 报价:60000(元) | 乾盾科技有限公司\n"
        "2.废标结果:\n序号 | 标项名称 | 废标理由\n1 | 标项三：电池 | 有效供应商不足三家\n"
        "四、主要标的信息\n序号 | 标项名称 | 标的名称 | 品牌 | 数量 | 单价(元) | 规格型号\n"
        "1 | 标项一 | 巡检无人机 | 翔宇 | 4 | 20000 | XY-4\n2 | 标项二 | 反制枪 | 乾盾 | 3 | 20000 | QD-3\n"
        "采购人：青石县公安局"
    )
    told = summarise(found)
    assert told["suppliers"] == (
        "乾盾科技有限公司, lot winner, 标项二",
        "翔宇航空科技有限公司, lot winner, 标项一",
    )
    assert told["void"] == ("标项三",)
    goods = {one.value.name: one.value.lot for one in found if isinstance(one.value, LineItemValue)}
    assert goods == {"巡检无人机": "标项一", "反制枪": "标项二"}
