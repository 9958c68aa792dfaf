"""Goods that a text counts and neither prices nor models."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

LISTS = {
    "letters, in a tender": (
        (
            "INVITATION TO BID\nPark Service of Lumbra\nBids are invited for:\n(a) 12 field "
            "binoculars\n(b) 3 patrol boats\n"
        ),
        [("field binoculars", 12), ("patrol boats", 3)],
    ),
    "no sign before them, below a colon": (
        (
            "ACTA DE RECEPCIÓN\nContratista: Faro Sur Ltda.\nSe reciben los siguientes bienes:\n15 cámaras domo\n"
            "3 consolas de monitoreo\nFecha: 3 de mayo de 2022"
        ),
        [("cámaras domo", 15), ("consolas de monitoreo", 3)],
    ),
    "in brackets": (
        (
            "Звіт про результати закупівлі\nЗамовник: КНП «Лікарня»\nПредмет: контроль доступу "
            "(турнікет — 4 шт., зчитувач — "
            "12 шт.)\nПереможець: ТОВ «Вхід»\nЦіна: 86 320,00 грн"
        ),
        [("турнікет", 4), ("зчитувач", 12)],
    ),
    "in a sentence": (
        (
            "TERMO DE HOMOLOGAÇÃO\nO Município de Serra adjudicou o fornecimento de 300 câmeras corporais à empresa "
            "VISTA S.A., no valor global de R$ 47.000,00."
        ),
        [("câmeras corporais", 300)],
    ),
}


@pytest.mark.parametrize(("text", "goods"), LISTS.values(), ids=LISTS)
def test_counted_goods_are_read(text: str, goods: list[tuple[str, int]]) -> None:
    assert [(one.name, int(one.qty or 0)) for one in predict(text).items] == goods


NONE = {
    "time": "NOTICE OF AWARD\nThe Council has awarded to Orla Ltd the supply of 12 months of support for £9,000.",
    "places": "NOTICE OF AWARD\nThe Council has awarded to Orla Ltd the delivery of 3 sites under contract for £9,000.",
    "earlier": "NOTICE OF AWARD\nThe Council has awarded a contract to Orla Ltd for £9,000. "
    "Previous supply of 40 radios.",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_time_places_and_earlier_supplies_are_no_goods(text: str) -> None:
    assert not predict(text).items
