"""Tables of bidders that say in a cell of their own who won; lots with titles; headings of awards with void lots."""

from __future__ import annotations

import pytest

from tenderlight.model.values import AmountKind, AmountValue, StageValue, SupplierValue
from tests.facts.summary import read

HEAD = "中标公告\n招标编号：QZ-2021-0118\n采购人：青洲县公安局\n中标结果：\n"


def suppliers(text: str) -> list[tuple[str, str | None]]:
    return [(one.value.name, one.value.lot) for one in read(text) if isinstance(one.value, SupplierValue)]


def prices(text: str) -> list[str]:
    values = [one.value for one in read(text) if isinstance(one.value, AmountValue)]
    return [f"{value.amount}" for value in values if value.amount_kind is AmountKind.AWARD]


@pytest.mark.parametrize("word", ["中标", "为中标人", "（成交）", "中选单位"])
def test_the_bidder_whose_row_says_so_has_won_at_its_bid(word: str) -> None:
    text = (
        f"{HEAD}序号\t投标人\t报价（元）\t得分\t备注\n1\t青洲网安科技有限公司\t1,495,000\t95.2\t{word}\n"
        "2\t西衡信息有限公司\t1,480,000\t90.1\t\n3\t东衡电子有限公司\t1,498,800\t83.7\t\n"
    )
    assert suppliers(text) == [("青洲网安科技有限公司", None)]
    assert prices(text) == ["1495000"]


def test_a_remark_that_only_speaks_of_winning_decides_nothing() -> None:
    text = (
        f"{HEAD}序号\t投标人\t报价（元）\t得分\t备注\n1\t青洲网安科技有限公司\t1,495,000\t95.2\t未中标\n"
        "2\t西衡信息有限公司\t1,480,000\t90.1\t中标后须补交材料\n"
    )
    assert suppliers(text) == []
    assert prices(text) == []


def test_the_title_of_a_lot_in_brackets_is_no_part_of_its_number() -> None:
    text = (
        f"{HEAD}合同包\t中标供应商\t中标金额\n合同包1（庭审系统）\t青洲网安科技有限公司\t20万元\n"
        "合同包2（监控系统）\t西衡信息有限公司\t30万元\n"
    )
    assert suppliers(text) == [("青洲网安科技有限公司", "合同包1"), ("西衡信息有限公司", "合同包2")]


@pytest.mark.parametrize(
    "heading", ["中标（成交）及废标公告", "中标结果及部分标段流标公告", "成交与部分包废标结果公告"]
)
def test_a_heading_of_awarded_and_void_lots_is_of_an_award(heading: str) -> None:
    text = (
        f"{heading}\n项目编号：QZ-2021-0118\n标段1　中标供应商：青洲网安科技有限公司　中标金额：6,000元\n标段2　废标\n"
    )
    stages = [(one.value.stage, one.value.lot) for one in read(text) if isinstance(one.value, StageValue)]
    assert stages == [("award", None), ("cancellation", "标段2")]
    assert suppliers(text) == [("青洲网安科技有限公司", "标段1")]


def test_a_heading_of_void_lots_alone_is_none() -> None:
    assert [one.value for one in read("废标公告\n项目编号：QZ-2021-0118\n") if isinstance(one.value, StageValue)] == [
        StageValue(stage="cancellation")
    ]
