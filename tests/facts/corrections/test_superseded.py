"""What a correction takes back stays, as a claim of its own with its own words."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.model.statement import Statement
from tenderlight.model.values import AmountKind, AmountValue, DateKind, DateValue, SupplierValue
from tests.facts.summary import read


def superseded(statements: tuple[Statement, ...]) -> list[tuple[object, str]]:
    found: list[tuple[object, str]] = []
    for one in statements:
        if isinstance(one.value, AmountValue) and one.value.amount_kind is AmountKind.SUPERSEDED:
            found.append((one.value.amount, one.anchors[0].text))
        if isinstance(one.value, DateValue) and one.value.date_kind is DateKind.SUPERSEDED:
            found.append((one.value.date.iso(), one.anchors[0].text))
    return found


@pytest.mark.parametrize(
    ("text", "old"),
    [
        (
            "更正公告\n项目编号：HJ-2023-07\n原公告内容：预算金额120万元\n更正后内容：预算金额102万元\n采购人：海岬县教育局",
            [(Decimal(1200000), "120万元")],
        ),
        (
            "更正决标公告\n机关名称：东岳市政府\n标案案号：E111-034\n更正事项：决标金额原公告3,350,000元，更正为3,530,000元",
            [(Decimal(3350000), "3,350,000元")],
        ),
        (
            (
                "更正公告\n项目编号：QS-086\n更正内容：\n序号\t更正项\t更正前内容\t更正后内容\n1\t中标金额\t985000元\t958000元\n"
                "2\t开标时间\t2021年10月8日\t2021年10月11日\n采购人：青石市档案馆"
            ),
            [(Decimal(985000), "985000元"), ("2021-10-08", "2021年10月8日")],
        ),
    ],
)
def test_old_amounts_and_days_keep_their_quotes(text: str, old: list[tuple[object, str]]) -> None:
    statements = read(text)
    assert superseded(statements) == old
    for one in statements:
        for anchor in one.anchors:
            assert text[anchor.start : anchor.end] == anchor.text


def test_an_old_supplier_is_quoted_by_the_claim_of_the_new_one() -> None:
    text = "结果更正公告\n项目编号：A-7\n原中标供应商：甲谷科技有限公司\n现中标供应商：乙谷科技有限公司\n"
    claims = [one for one in read(text) if isinstance(one.value, SupplierValue)]
    assert [one.value.name for one in claims if isinstance(one.value, SupplierValue)] == ["乙谷科技有限公司"]
    assert [anchor.text for anchor in claims[0].anchors] == ["乙谷科技有限公司", "甲谷科技有限公司"]


def test_a_notice_that_takes_nothing_back_has_nothing_superseded() -> None:
    assert superseded(read("中标公告\n原预算金额：30万元\n中标金额：28万元\n中标人：甲谷科技有限公司")) == []
