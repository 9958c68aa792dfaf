"""A price that is announced and not given leaves no value, and is told."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_document
from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, Severity
from tenderlight.model.statement import StatementKind

NOTICE = """成交结果公告
项目编号：AB-2022-31
采购人：南溪县公安局
成交供应商：青洲仪器有限公司
成交金额：{price}
公告日期：2022年5月1日
"""


def problems(price: str, text: str = NOTICE) -> tuple[Problem, ...]:
    statements, found = read_document([Page(number=3, text=text.format(price=price))])
    assert not found or not [one for one in statements if one.kind is StatementKind.AMOUNT]
    return found


@pytest.mark.parametrize("price", ["面议", "/", "详见附件", "____元", "另行协商，按实际数量结算"])
def test_words_in_place_of_a_price_are_told(price: str) -> None:
    (found,) = problems(price)
    assert (found.code, found.severity, found.page_number) == ("price-without-figure", Severity.NOTE, 3)
    assert found.message.endswith(f"(成交金额: {price})")


@pytest.mark.parametrize("price", ["12-15万元", "10000元至12000元"])
def test_figures_that_give_no_single_amount_are_told(price: str) -> None:
    assert [found.code for found in problems(price)] == ["price-not-understood"]


@pytest.mark.parametrize("price", ["1,234.56万元", "下浮率8%", "3.5元/路/天", "伍万元整"])
def test_a_price_that_is_read_is_no_problem(price: str) -> None:
    assert problems(price) == ()


def test_nothing_is_told_of_lots_that_ended_without_a_supplier_or_where_nothing_was_bought() -> None:
    assert problems("/", NOTICE.replace("成交结果公告", "公开招标公告")) == ()
    assert problems("/", "终止公告\n项目编号：AB-2022-31\n采购人：南溪县公安局\n成交金额：{price}\n") == ()
    assert problems("88000元", NOTICE + "合同金额：/\n") == ()


@pytest.mark.parametrize(("budget", "codes"), [("详见附件", ["price-without-figure"]), ("/", []), ("120万元", [])])
def test_a_budget_that_is_announced_and_not_given_is_told(budget: str, codes: list[str]) -> None:
    text = "公开招标公告\n项目编号：AB-2022-31\n采购人：南溪县公安局\n预算金额：{price}\n"
    _statements, found = read_document([Page(number=1, text=text.format(price=budget))])
    assert [one.code for one in found] == codes


def test_the_same_words_are_told_once_and_not_without_end() -> None:
    assert len(problems("/", NOTICE + "成交金额：/\n" * 20)) == 1
    many = "".join(f"成交金额：面议{letter}\n" for letter in "甲乙丙丁戊己庚")
    assert len(problems("/", NOTICE + many)) == 5
