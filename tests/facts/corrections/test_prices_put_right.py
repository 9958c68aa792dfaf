"""Prices that corrections and supplements of several countries put right, with the old ones beside them."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict

_FORM = """Corrigendum
I.1) Name and addresses: Glenmore Education Board, Bridge Street, Glenmore, IE
II.1.1) Title: Displays    Reference number: GEB-2021-17
VII.1.2) Text to be corrected in the original notice
Section number: V.2.4) Information on value of the contract/lot
Instead of: Total value of the contract: 318 400.00 EUR
Read: Total value of the contract: 381 400.00 EUR
VI.5) Date of dispatch of this notice: 29/06/2021
"""


@pytest.mark.parametrize(
    ("text", "new", "old"),
    [
        (_FORM, 381_400, 318_400),
        (
            (
                "CORRIGENDUM-II\nDirectorate of Records, Shimla\nTender No. DR/09\nS.No | Clause | Existing | Amended\n"
                "1 | Contract value | Rs. 3,42,17,000 | Rs. 3,24,17,000\nDated: 17/10/2023\n"
            ),
            32_417_000,
            34_217_000,
        ),
        (
            (
                "ПОВІДОМЛЕННЯ про внесення змін до договору\nЗамовник: КП «Світло»\nПостачальник: ТОВ «Промінь»\n"
                "Пункт 3.1: було «ціна договору 540 000,00 грн», стало «ціна договору 498 000,00 грн»\n"
            ),
            498_000,
            540_000,
        ),
        (
            (
                "Дополнительное соглашение № 1 к контракту № 12-К\nЗаказчик: МКУ «Свет»\nПоставщик: ООО «Луч»\n"
                "«Цена контракта составляет 6 930 000 (Шесть миллионов девятьсот тридцать тысяч) рублей 00 копеек».\n"
                "Ранее действовавшая цена контракта 6 300 000 рублей 00 копеек утрачивает силу.\n"
            ),
            6_930_000,
            6_300_000,
        ),
        (
            (
                "RETIFICAÇÃO\nÓrgão: Prefeitura Municipal de Vila Nova\nOnde se lê: Valor total: R$ 120.000,00\n"
                "Leia-se: Valor total: R$ 102.000,00\nContratada: Alarmes Ltda\nPublicado em 02/03/2022\n"
            ),
            102_000,
            120_000,
        ),
    ],
)
def test_the_new_price_holds_and_the_old_one_stays_beside_it(text: str, new: int, old: int) -> None:
    notice = predict(text)
    assert notice.amount == Decimal(new)
    assert f"superseded_amount:{old}" in notice.flags


def test_the_form_of_a_corrigendum_keeps_its_buyer() -> None:
    notice = predict(_FORM)
    assert (notice.stage, notice.buyer, notice.date) == ("correction", "Glenmore Education Board", "2021-06-29")


@pytest.mark.parametrize("now", ["现更正为：成交供应商", "更正后成交供应商"])
def test_the_sum_beside_a_firm_that_is_replaced_is_the_old_one(now: str) -> None:
    notice = predict(
        "成交结果更正公告\n采购人：澜县公安局\n原成交供应商：甲川科技有限公司，成交金额：41.2万元\n"
        f"{now}：乙谷科技有限公司，成交金额：40.2万元\n"
    )
    assert (notice.amount, notice.flags) == (Decimal(402_000), ("superseded_amount:412000",))
