"""Prices that row, order or the words before a lot tie to it."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

_HEAD = "中标结果公告\n项目编号：HC-2023-0457\n采购人：临河市公安局\n"


def lots(text: str) -> list[tuple[object, ...]]:
    return [(one.lot, one.supplier, one.amount, one.status) for one in predict(text).lots]


def test_the_only_sum_of_a_row_is_the_price_of_its_lot() -> None:
    rows = "组别\t物品\t中标供应商\t单价\t数量\t小计\n1\t跑步机\t临河正元设备有限公司\t32,800\t6部\t196,800\n"
    rows += "2\t划船机\t江北恒桥科技有限公司\t11,500\t4部\t46,000\n"
    assert [one[2] for one in lots(_HEAD + rows)] == [196800, 46000]


def test_a_unit_in_the_field_behind_a_price_is_its_unit() -> None:
    text = _HEAD + "中标人名称：临河正元设备有限公司\n中标价格：19.85　价格单位：万元　币种：人民币\n"
    assert predict(text).amount == 198500


def test_lots_of_a_cancellation_that_say_so_ended_without_a_winner() -> None:
    text = "废标公告\n采购人：临河市公安局\n第1包　预算 240,000.00　废标　原因：不足三家\n"
    text += "第2包　预算 110,000.00　废标　原因：不足三家\n"
    assert [one[3] for one in lots(text)] == ["void", "void"]


@pytest.mark.parametrize(
    "decision",
    [
        (
            "1. Award lot 1 to Harrow Field Supplies Ltd in the sum of £98,000.00.\n2. Declare lot 2 void.\n"
            "3. Award lot 3 to Norbrook Electronics plc in the sum of £91,500.00."
        ),
        (
            "Contract No. 24-A : Lot 1 - Boats\n  Supplier : Harrow Field Supplies Ltd\n  Value : £98,000.00\n"
            "Contract No. 24-B : Lot 2 - Vests : No award\n"
            "Contract No. 24-C : Lot 3 - Radios\n  Supplier : Norbrook Electronics plc\n  Value : £91,500.00"
        ),
    ],
)
def test_decisions_give_lots_away_one_by_one(decision: str) -> None:
    text = f"CONTRACT AWARD NOTICE\nBuyer: Eastmoor Borough Council\n{decision}\nDate of award: 18 May 2023"
    assert sorted(lots(text), key=str) == [
        ("Lot 1" if "Lot 1" in decision else "lot 1", "Harrow Field Supplies Ltd", 98000, "awarded"),
        ("Lot 2" if "Lot 2" in decision else "lot 2", None, None, "void"),
        ("Lot 3" if "Lot 3" in decision else "lot 3", "Norbrook Electronics plc", 91500, "awarded"),
    ]


def test_a_list_that_counts_the_lots_and_prices_them_by_the_piece_has_the_price_of_all() -> None:
    text = (
        _HEAD + "第1包：临河正元设备有限公司，每套500元，总价50,000元。\n第2包：江北恒桥科技有限公司，总价46,000元。\n"
    )
    assert [one[2] for one in lots(text)] == [50000, 46000]
