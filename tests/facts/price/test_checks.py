import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.model.values import AmountKind, AmountValue
from tests.facts.summary import read

CONTRACT = """采购合同
甲方：临湖市司法局
乙方：合肥声纹智能科技有限公司
货物名称\t规格型号\t单位\t数量\t单价（元）\t合计（元）
声纹采集终端\tSH-V10\t台\t25\t18,000.00\t450,000.00
服务器\tSH-S2\t台\t2\t96,500.00\t193,000.00
合同总价：人民币{price}元（含税）
"""
AWARD = """成交公告
采购人：临湖市司法局
采购预算：{budget}万元
成交供应商：合肥声纹智能科技有限公司
成交金额：50万元
"""


def prices(text: str) -> list[tuple[AmountValue, tuple[str, ...]]]:
    found = [(one.value, one.against) for one in read(text) if isinstance(one.value, AmountValue)]
    return [
        (value, against) for value, against in found if value.amount_kind in {AmountKind.AWARD, AmountKind.CONTRACT}
    ]


def test_a_price_that_is_not_the_sum_of_its_lines_is_flagged_and_kept() -> None:
    [(value, against)] = prices(CONTRACT.format(price="653,000"))
    assert str(value.amount) == "653000"
    assert against == ("the lines add up to 643000",)


def test_a_price_that_is_the_sum_of_its_lines_is_not_flagged() -> None:
    [(value, against)] = prices(CONTRACT.format(price="643,000"))
    assert against == ()
    assert value.tax_included is True


@pytest.mark.parametrize(
    ("label", "has_tax"),
    [
        ("Montant du marché TTC", True),
        ("Montant du marché hors taxes", False),
        ("Importe de adjudicación sin IVA", False),
        ("Importe de adjudicación con IVA", True),
        ("Цена контракта с НДС", True),
        ("Contract price", None),
    ],
)
def test_labels_say_whether_tax_is_in_a_price(label: str, has_tax: bool | None) -> None:
    [(value, _)] = prices(f"CONTRACT\nBuyer: Town of Valbrun\nSupplier: Optivia SAS\n{label}: 170,490.00 EUR\n")
    assert value.tax_included is has_tax


def test_a_price_above_the_budget_is_flagged() -> None:
    assert prices(AWARD.format(budget="48"))[0][1] == ("it is more than the budget of 480000",)
    assert prices(AWARD.format(budget="52"))[0][1] == ()


@pytest.mark.parametrize(
    ("price", "is_flagged"),
    [("108,600.00", True), ("100,600.00", True), ("124,000.00", False), ("140,000.00", False), ("106,800.00", False)],
)
def test_a_sum_that_lacks_a_line_is_no_slip(price: str, is_flagged: bool) -> None:
    """Two lines of 106,800 are read; 17,200 is printed for what no line says, and a third more is no slip."""
    notice = predict(
        "SUPPLY CONTRACT\nPurchaser: Marlow Council\nSupplier: Orin Visual Ltd\n"
        "Item | Qty | Unit price | Amount\nImager | 24 | 4,150.00 | 99,600.00\nCradle | 12 | 600.00 | 7,200.00\n"
        f"Training as agreed, USD 17,200.00\nTotal contract price: USD {price}\n"
    )
    assert any(flag.startswith("sum_mismatch") for flag in notice.flags or ()) is is_flagged
