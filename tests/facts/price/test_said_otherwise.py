"""A sum whose own sentence says what it is, and that it is no price, is given as none."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import AmountKind, AmountValue


def prices(text: str) -> list[int]:
    values = [one.value for one in read_facts([Page(number=1, text=text)])]
    kinds = (AmountKind.AWARD, AmountKind.CONTRACT)
    return [
        int(one.amount) for one in values if isinstance(one, AmountValue) and one.amount_kind in kinds and one.amount
    ]


_CONTRACT = "Contract award notice\nBuyer: Ashvale Council\nSupplier: Kestrel Optics Ltd\n"
_AWARD_HAN = "中标结果公告\n采购人：澜县公安局\n中标供应商：甲川科技有限公司\n"
_MARCHE = "MARCHÉ PUBLIC\nEntre la Ville de Valmont et la société Optivue SAS, il est convenu :\n"
_DOGOVOR = "ДОГОВОР № 7\nЗаказчик: МКУ «Горсвет»\nИсполнитель: ООО «Линза»\n"
_CONTRATO = "CONTRATO\nEntidad: Alcaldía de Monteluz\nContratista: Ópticas del Valle S.A.S.\n"


@pytest.mark.parametrize(
    "text",
    [
        _CONTRACT + "Contract value: £1,200.00 each.",
        _CONTRACT + "Contract value: up to £90,000.",
        _CONTRACT + "Contract price £45,000 (award withdrawn on 3 May 2022).",
        _AWARD_HAN + "中标金额：3200元/台",
        _AWARD_HAN + "成交金额：上限金额60万元",
        _AWARD_HAN + "中标价格：控制在80万元以内",
        _AWARD_HAN + "中标金额75万元，中标无效。",
        _AWARD_HAN + "（中标金额75万元）因自愿放弃中标资格，另行公告。",
        _AWARD_HAN + "成交金额：75万元，现取消其成交资格。",
        _MARCHE + "Prix : caméra, 642,00 € l'unité.",
        _MARCHE + "Montant maximum du marché : 90 000 € HT.",
        _CONTRATO + "Valor del contrato: $ 45.000 c/u",
        _CONTRATO + "Valor estimado: $ 350.000.000",
        _DOGOVOR + "Стоимость услуг 84 000 руб. в месяц за один пост.",
    ],
)
def test_what_its_sentence_calls_something_else_is_no_price(text: str) -> None:
    assert prices(text) == []


@pytest.mark.parametrize(
    ("text", "price"),
    [
        (_CONTRACT + "Original contract value: £690,000. Value after modification: £842,500.", 842_500),
        (_CONTRACT + "Contract value: £61,200 (estimated value £70,000).", 61_200),
        (_CONTRACT + "Ceiling 70,000 GBP. Contract value: £61,200.", 61_200),
        (_AWARD_HAN + "最高限价：80万元\n中标金额：75万元（大写：柒拾伍万元整）", 750_000),
        (_CONTRATO + "Presupuesto: $ 400.000.000. Valor del contrato: $ 350.000.000.", 350_000_000),
        (_MARCHE + "Montant maximum : 90 000 € HT. Montant du marché : 81 200 € HT.", 81_200),
    ],
)
def test_a_price_beside_such_sums_is_given(text: str, price: int) -> None:
    assert prices(text) == [price]
