"""Units, reduced prices, firms and offices that Chinese papers print beside those of the award."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tests.facts.summary import read, summarise

_HEAD = "成交公告\n采购人：南溪县公安局\n"
_COLUMNS = "包号 | 中标人 | 中标金额\n"
_IN_YUAN = "1 | 甲安科技有限公司 | 1,250,000\n2 | 乙安科技有限公司 | 980,000\n"
_IN_TEN_THOUSANDS = "1 | 甲安科技有限公司 | 125\n2 | 乙安科技有限公司 | 98\n"


@pytest.mark.parametrize(
    "lead",
    [
        "预算金额：200（单位：万元）\n",
        "预算金额单位：万元\n",
        "最高限价如下（单位：万元）：\n",
        "投标保证金：2　单位：万元\n",
        "单位：万元\n",
        "",
    ],
)
def test_the_unit_of_a_budget_is_not_that_of_the_table_below(lead: str) -> None:
    notice = predict(_HEAD + lead + _COLUMNS + _IN_YUAN)
    assert [one.amount for one in notice.lots] == [1_250_000, 980_000]
    assert notice.amount == 2_230_000


@pytest.mark.parametrize(
    "lead",
    ["中标结果如下（单位：万元）：\n", "（金额单位：人民币万元）\n", "中标明细表 (单位: 万元)\n", "单位：万元\n"],
)
def test_the_unit_of_the_table_stands_above_it(lead: str) -> None:
    budget = "预算金额：260万元\n"
    notice = predict(_HEAD + budget + lead + _COLUMNS + _IN_TEN_THOUSANDS)
    assert [one.amount for one in notice.lots] == [1_250_000, 980_000]


_FIRST = "决标公告\n本案最低标甲安公司报价2,000,000元，经减价为1,950,000元，"


@pytest.mark.parametrize(
    ("behind", "amounts"),
    [
        ("超过底价，不予决标；改由次低标乙安科技股份有限公司以1,890,000元承揽。", ("award 1890000 CNY",)),
        ("仍高于底价，由次低标乙安科技股份有限公司以1,890,000元承揽。", ("award 1890000 CNY",)),
        ("逾底价，未决标。", ()),
        ("保留决标。", ()),
        ("低于底价，由主持人当场宣布决标。", ("award 1950000 CNY",)),
        ("未超过底价，决标。", ("award 1950000 CNY",)),
        ("进入底价，决标予该公司。", ("award 1950000 CNY",)),
    ],
)
def test_a_reduced_price_that_is_refused_is_not_the_price(behind: str, amounts: tuple[str, ...]) -> None:
    summary = summarise(read(_FIRST + behind))
    assert summary["amounts"] == amounts
    if "次低标" in behind:
        assert summary["suppliers"] == ("乙安科技股份有限公司, sole",)


@pytest.mark.parametrize(
    ("text", "suppliers"),
    [
        (
            "公布甲安科技有限公司、乙安科技有限公司入围投标定点供应商评审，最终丙安科技有限公司中标。",
            ("丙安科技有限公司, sole",),
        ),
        (
            "确定甲安科技有限公司、乙安科技有限公司入围框架协议供应商比选，最终丙安科技有限公司中标。",
            ("丙安科技有限公司, sole",),
        ),
        (
            "选定甲安科技有限公司、乙安科技有限公司为定点维修服务机构候选单位，最终丙安科技有限公司中标。",
            ("丙安科技有限公司, sole",),
        ),
        (
            "定点采购结果\n经公开征集，确定甲安科技有限公司、乙安科技有限公司为2024年度车辆定点维修供应商。",
            ("乙安科技有限公司, framework", "甲安科技有限公司, framework"),
        ),
        (
            "定点采购结果\n公布甲安科技有限公司、乙安科技有限公司入围本市运维框架协议供应商名单。",
            ("乙安科技有限公司, framework", "甲安科技有限公司, framework"),
        ),
    ],
)
def test_firms_that_are_let_in_to_bid_have_not_won(text: str, suppliers: tuple[str, ...]) -> None:
    assert summarise(read(text))["suppliers"] == suppliers


@pytest.mark.parametrize(
    ("text", "buyer", "suppliers"),
    [
        ("甲安科技有限公司负责人表示，公司以120万元中标某市监控项目。", (), ("甲安科技有限公司, sole",)),
        (
            "甲安科技集团有限公司有关负责人介绍，公司成功中标河口县平安城市建设项目。",
            (),
            ("甲安科技集团有限公司, sole",),
        ),
        ("乙安电子有限公司北河分公司负责人说，监控项目由丙安科技有限公司中标。", (), ("丙安科技有限公司, sole",)),
        ("甲安科技有限公司负责人表示，公司未中标某市监控项目。", (), ()),
        (
            "南溪县公安局有关负责人表示，该监控项目由丙安科技有限公司中标。",
            ("南溪县公安局",),
            ("丙安科技有限公司, sole",),
        ),
    ],
)
def test_the_head_of_a_firm_does_not_speak_for_who_buys(
    text: str, buyer: tuple[str, ...], suppliers: tuple[str, ...]
) -> None:
    summary = summarise(read(text))
    assert (summary["buyer"], summary["suppliers"]) == (buyer, suppliers)
