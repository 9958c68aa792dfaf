"""Headings that undo an award, first lines that are headings, reasons that end one lot only, fees by lot."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize("heading", ["关于取消成交结果的公告", "撤销中标结果公告", "取消成交资格的通知"])
def test_an_award_that_is_undone_has_no_supplier_and_no_price(heading: str) -> None:
    notice = predict(
        f"{heading}\n项目编号：QZ-2022-TP-05\n成交供应商为青洲智能有限公司，成交金额88.8万元，现予取消。\n采购人：青洲县公安局\n"
    )
    assert (notice.stage, notice.suppliers, notice.amount) == ("cancellation", (), None)


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            "CERTIFICATE OF ACCEPTANCE\nContract No: HMP-2020-0611\nSupplier: Tideway Ltd\nContract price: GBP 5,000\n",
            "acceptance",
        ),
        (
            "ERRATA\nExtrato do Contrato nº 21/2020. Contratante: Município do Sul. Valor do contrato: R$ 9.700,00\n",
            "correction",
        ),
    ],
)
def test_the_first_line_is_the_heading(text: str, stage: str) -> None:
    assert predict(text).stage == stage


AWARD = """一、项目编号：QZ-2023-0047
三、采购结果
采购包1:
供应商名称	中标（成交）金额
青洲装饰工程有限公司	612,300.00元
采购包3:
本采购包终止，终止原因：有效供应商不足三家
六、代理服务收费标准及金额：
代理服务费金额：采购包1：0.91万元
九、采购人：青洲县公安局
"""


def test_a_reason_that_ends_one_lot_does_not_end_the_award() -> None:
    notice = predict(AWARD)
    assert notice.stage == "award"
    assert [(lot.lot, lot.status) for lot in notice.lots] == [("采购包1", "awarded"), ("采购包3", "void")]


def test_a_fee_by_lot_is_no_price() -> None:
    assert predict(AWARD).amount == Decimal(612_300)
    assert predict(AWARD.replace("612,300.00元", "详见附件")).amount is None


def test_a_label_of_money_may_name_years_before_its_colon() -> None:
    notice = predict("Avis d'attribution\nMontant maximum sur 4 ans : 800 000 EUR HT\n")
    assert notice.flags == ("ceiling:800000",)
