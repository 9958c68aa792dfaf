"""Goods that a sentence counts in words or behind a label, and the price of the only thing from what multiplies."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


def goods(text: str) -> list[tuple[object, ...]]:
    return [(one.name, one.model, one.qty, one.unit_price) for one in predict(text).items]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        (
            (
                "CONTRACT\nThe Supplier, Harrow Field Supplies Ltd, shall furnish sixty (60) knapsack sprayers and has "
                "accepted the sum of USD 1,920.00. The unit price is USD 32.00."
            ),
            [("knapsack sprayers", None, 60, 32)],
        ),
        (
            (
                "CONTRATO\nLa proveedora entregará: a) cuatro (4) arcos detectores marca Torvex modelo TX-40, a razón "
                "de $ 6.890.000 cada uno; b) diez (10) paletas marca Torvex modelo TX-2, a razón de $ 412.500 cada una."
            ),
            [("arcos detectores", "TX-40", 4, 6890000), ("paletas", "TX-2", 10, 412500)],
        ),
        (
            (
                "Öffentliche Ausschreibung\nAuftraggeber: Stadt Klarbach\n"
                "Leistung: Lieferung von 800 Tonnen 120 l und 150 Tonnen 240 l."
            ),
            [("Tonnen 120 l", None, 800, None), ("Tonnen 240 l", None, 150, None)],
        ),
        (
            "AWARD NOTICE\nSupplier: Harrow Field Supplies Ltd\nAwarded within ten (10) days of the bid.",
            [],
        ),
    ],
)
def test_goods_counted_in_words(text: str, found: list[tuple[object, ...]]) -> None:
    assert goods(text) == found


@pytest.mark.parametrize(
    "line",
    [
        "超声波流量计42套 单价29,800.00元 小计1,251,600.00元",
        "超声波流量计 42套 @29,800.00元 计1,251,600.00元",
        "超声波流量计：29,800.00元/套×42套=1,251,600.00元",
        "A. 超声波流量计　42套　每套29,800.00元　1,251,600.00元",
        "① 超声波流量计 / 42 套 / 报价 29,800.00",
    ],
)
def test_the_sign_before_a_number_is_no_end_of_its_name(line: str) -> None:
    second = line.replace("超声波流量计", "档案密集架").replace("A.", "B.").replace("①", "②")
    text = f"中标公告\n中标供应商：临河正元设备有限公司\n中标金额：2,503,200.00元\n清单：\n{line}\n{second}\n"
    assert [(one[0], one[2], one[3]) for one in goods(text)] == [
        ("超声波流量计", 42, 29800),
        ("档案密集架", 42, 29800),
    ]
