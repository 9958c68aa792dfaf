"""Parts of a price that are paid at one time stand beside it and take the place of nothing."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "price"),
    [
        ("合同\n甲方：澜县公安局\n乙方：甲川科技有限公司\n合同金额：壹拾万元整，首付30000元\n", 100_000),
        (
            (
                "ДОГОВОР № 7\nЗаказчик: МКУ «Горсвет»\nИсполнитель: ООО «Линза»\n"
                "Из цены 84 000 руб. оплачено ранее 20 000 руб.\n"
            ),
            84_000,
        ),
    ],
)
def test_what_is_paid_first_or_was_paid_before_is_no_price_of_its_own(text: str, price: int) -> None:
    notice = predict(text)
    assert (notice.amount, notice.flags) == (Decimal(price), ())
