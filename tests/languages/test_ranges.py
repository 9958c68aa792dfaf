"""Neither end of a range is an amount, and a dash alone makes no range."""

from __future__ import annotations

import pytest

from tenderlight.languages.money import find_amounts


@pytest.mark.parametrize(
    "text",
    [
        *(
            "12-15万元",
            "12万元-15万元",
            "12至15万元",
            "约12～15万元",
            "人民币10000元—20000元",
            "预算100000元至120000元",
        ),
        *("壹拾万至贰拾万元", "¥100-200/套", "£400,000 to £450,000", "EUR 1,000-2,000", "between £2m and £3m"),
        *("от 5 до 7 млн руб.", "entre 5 y 7 millones de pesos"),
    ],
)
def test_a_range_is_no_amount(text: str) -> None:
    assert find_amounts(text) == ()


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("包1-150000元", ["150000"]),
        ("包1-15万元", ["150000"]),
        ("项目编号A-15万元", ["150000"]),
        ("合同包2 --- 15万元", ["150000"]),
        ("2022-12-05 15万元", ["150000"]),
        ("2021至2022年度 15万元", ["150000"]),
        ("3-5年 12万元", ["120000"]),
        ("1-150000元", ["150000"]),
        ("单价：12元-合计120元", ["12", "120"]),
        ("1,234.56万元", ["12345600"]),
        ("10000元\n-\n20000元", ["10000", "20000"]),
        ("Value amended from £95,000 to £99,000", ["95000", "99000"]),
        ("from 12 March 2021, £61,200", ["61200"]),
    ],
)
def test_other_numbers_before_a_dash_are_left_alone(text: str, amounts: list[str]) -> None:
    assert [str(one.amount) for one in find_amounts(text) if not one.bare] == amounts
