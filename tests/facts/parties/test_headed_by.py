"""Buyers that only the head of a paper names."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

NOTICES = [
    (
        "PROVINCE OF SOUTH KALANEN\nBIDS AND AWARDS COMMITTEE\n\nNOTICE OF AWARD\n\nAwarded to: A Ltd",
        "PROVINCE OF SOUTH KALANEN",
    ),
    (
        "Итоговый протокол\nАО «Белозёрскводоканал»\nПобедитель: ООО «Насос»",
        "АО «Белозёрскводоканал»",
    ),
    (
        "SCHEDULE TO BOARD PAPER 25/44 - AWARDS, MAY 2025\nCairnbeg Housing Association\nAwarded to: A Ltd",
        "Cairnbeg Housing Association",
    ),
    (
        "Acta N° 1.492 del Directorio — Ente Regulador de Rutas de Cuyana\nSe adjudica a Metrobal S.A.",
        "Ente Regulador de Rutas de Cuyana",
    ),
    ("粤港湾科学城投资控股有限公司\n【成交公示】\n成交商：深圳鹏城视科电子有限公司", "粤港湾科学城投资控股有限公司"),
    ("大连湾港航公安局水域雷达联动系统\n成交公告\n成交供应商：大连海雷电子有限公司", "大连湾港航公安局"),
]


@pytest.mark.parametrize(("text", "buyer"), NOTICES, ids=range(len(NOTICES)))
def test_the_organisation_that_heads_a_paper_buys(text: str, buyer: str) -> None:
    assert summarise(read(text))["buyer"] == (buyer,)


NOBODY = [
    "Daily Harbour Journal\nNOTICE OF AWARD\nAwarded to: A Ltd",
    "On May 3\nNOTICE OF AWARD\nAwarded to: A Ltd",
    "Requisition 10044561 approved by: Director of Finance.\nPURCHASE ORDER 4\nVendor: A Ltd",
]


@pytest.mark.parametrize("text", NOBODY, ids=range(len(NOBODY)))
def test_journals_days_and_papers_head_nothing(text: str) -> None:
    assert summarise(read(text))["buyer"] == ()
