"""The total below a table whose rows state one price each."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict

TABLE = (
    "中标结果\n项目编号：JX-8　　采购人：柳河市公安局\n序号　标的名称　中标供应商　数量　中标单价(元)　中标总价(元)\n"
    "1　反制枪　南岭低空科技有限公司　6把　48,000　288,000\n2　防爆毯　柳安警用器材有限公司　10套　3,600　36,000\n"
    "合计：{total}元\n公告日期：2022年11月25日"
)


@pytest.mark.parametrize(("total", "amount"), [("324,000", Decimal(324000)), ("999,000", None)])
def test_a_total_counts_if_the_rows_add_up_to_it(total: str, amount: Decimal | None) -> None:
    assert predict(TABLE.format(total=total)).amount == amount
