"""Who had a contract before is no supplier of the next one."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

FORMER = [
    "AVIS D'ATTRIBUTION\nAcheteur : Ville de Lorme\nObjet : maintenance\nAncien titulaire : Alpha SARL\n",
    "CONTRACT AWARD NOTICE\nBuyer: Kenya Police\nFormer contractor: Acme Ltd\nThe new contract will follow.\n",
    "CONTRACT AWARD NOTICE\nBuyer: City of Arlen\nOutgoing supplier: Acme Ltd\n",
    "AVISO DE ADJUDICACIÓN\nEntidad: Municipalidad de Lira\nProveedor anterior: Alfa S.A.\n",
    "AVISO DE ADJUDICAÇÃO\nÓrgão: Prefeitura de Pedra Clara\nFornecedor anterior: Alfa Ltda\n",
    "ПРОТОКОЛ подведения итогов\nЗаказчик: ГБУ «Пункт»\nПредыдущий поставщик: ООО «Альфа»\n",
    "中标公告\n采购人：青县公安局\n上一届服务商：甲科技有限公司\n",
]


@pytest.mark.parametrize("text", FORMER)
def test_who_had_the_contract_before_won_nothing(text: str) -> None:
    assert predict(text).suppliers == ()


@pytest.mark.parametrize(
    ("text", "winner"),
    [
        ("NOTICE OF AWARD\nBuyer: Kenya Police\nPrevious supplier: Acme Ltd\nSupplier: Bolt Ltd\n", "Bolt Ltd"),
        ("中标公告\n采购人：青县公安局\n上届服务商：甲科技有限公司\n中标人：乙科技有限公司\n", "乙科技有限公司"),
        ("NOTICE OF AWARD\nBuyer: Kenya Police\nIncumbent: Acme Ltd\nSupplier: Acme Ltd\n", "Acme Ltd"),
        (
            (
                "AVIS D'ATTRIBUTION\nAcheteur : Ville de Lorme\nTitulaire sortant : Alpha SARL\n"
                "Alpha SARL est reconduite pour 3 ans.\n"
            ),
            "Alpha SARL",
        ),
        (
            "中标公告\n采购人：青县公安局\n上一届服务商：甲科技有限公司\n本次由甲科技有限公司继续服务。\n",
            "甲科技有限公司",
        ),
        ("NOTICE OF AWARD\nBuyer: Kenya Police\nFormer price: KES 9; Supplier: Bolt Ltd\n", "Bolt Ltd"),
    ],
)
def test_who_has_it_now_stays(text: str, winner: str) -> None:
    assert [one.name for one in predict(text).suppliers] == [winner]
