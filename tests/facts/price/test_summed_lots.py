"""Totals told by no label: the printed figure that the prices of the lots add up to."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

LISTS = [
    (
        (
            "DECISION PORTANT ATTRIBUTION\nSéance du 18 août 2020\nAUTORITE CONTRACTANTE : Office des Gares\n"
            "APPEL D'OFFRES N° F 114 : scanners\nLa Commission décide d'attribuer comme suit :\n"
            " Lot 1, gare de Tiéplé : entreprise LAGUNE EQUIPEMENTS, montant corrigé 98 500 000 FCFA HT\n"
            " Lot 2, gare de Koffikro : entreprise SAVANE TECHNO, montant 101 000 000 FCFA HT\n"
            "Soit un cumul de 199 500 000 FCFA HT."
        ),
        ("LAGUNE EQUIPEMENTS, lot winner, Lot 1", "SAVANE TECHNO, lot winner, Lot 2"),
        "award 199500000 XOF",
    ),
    (
        (
            "採購結果公示\n採購單位：莆田湄灣區民政局\n(一) 第一合同包（床 40張）　福建祖康設備有限公司　79,600元\n"
            "(二) 第二合同包（墊 60張）　廈門樂輔器具有限公司　47,400元\n成交合計 127,000 元"
        ),
        ("廈門樂輔器具有限公司, lot winner, 第二合同包", "福建祖康設備有限公司, lot winner, 第一合同包"),
        "award 127000 CNY",
    ),
]


@pytest.mark.parametrize(("text", "suppliers", "amount"), LISTS, ids=range(len(LISTS)))
def test_the_figure_that_the_lots_add_up_to_is_the_price(text: str, suppliers: tuple[str, ...], amount: str) -> None:
    told = summarise(read(text))
    assert told["suppliers"] == suppliers
    assert amount in told["amounts"]  # type: ignore[operator]


def test_a_budget_that_the_lots_add_up_to_is_none() -> None:
    text = (
        "AWARD NOTICE\nBuyer: Port of Azura\nBudget: USD 220,000\nLot 1: Marine Craft Ltd, USD 100,000\n"
        "Lot 2: Voicecom LLC, USD 120,000"
    )
    assert "award 220000 USD" not in summarise(read(text))["amounts"]  # type: ignore[operator]
