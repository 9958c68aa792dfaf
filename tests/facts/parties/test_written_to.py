"""Letters to those who won, which name them as the addressee alone."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

LETTERS = [
    (
        (
            "Malinaw\nNOTICE OF AWARD\nThe Proprietor\nKAWAYAN COMPUTER SUPPLIES\nCatarman\n"
            "Dear Sir/Madam: We notify you that your Bid for cameras at Php 24,500.00 is hereby accepted."
        ),
        "KAWAYAN COMPUTER SUPPLIES, sole",
    ),
    (
        (
            "NOTICE OF AWARD\nWater Board of Larne\nTo: The Manager, Foyle Pumps Ltd\nDear Sir, your tender "
            "has been accepted by the Board."
        ),
        "Foyle Pumps Ltd, sole",
    ),
    (
        (
            "彰東縣政府 函\n受文者：彰東縣半山社會福利基金會\n主旨：貴會投標本府採購案，業經本府決標予貴會，"
            "決標金額新臺幣432萬元整。"
        ),
        "彰東縣半山社會福利基金會, sole",
    ),
    (
        (
            "关于训练器材供货单位的函\n山西铁岭体育用品有限公司：\n经会议决定，由你公司供应下列器材，合计金额23000元。"
            "\n山西省朔原监狱\n2020年11月6日"
        ),
        "山西铁岭体育用品有限公司, sole",
    ),
]


@pytest.mark.parametrize(("text", "supplier"), LETTERS, ids=range(len(LETTERS)))
def test_whom_the_letter_is_written_to_has_won(text: str, supplier: str) -> None:
    assert summarise(read(text))["suppliers"] == (supplier,)


LOST = [
    (
        "TENDER RESULT\nWater Board of Larne\nTo: The Manager, Foyle Pumps Ltd\nDear Sir, we regret that your tender "
        "was not accepted."
    ),
    "采购结果通知函\n山西铁岭体育用品有限公司：\n贵公司参加的训练器材采购，很遗憾未能中标。",
]


@pytest.mark.parametrize("text", LOST, ids=range(len(LOST)))
def test_whom_a_letter_of_regret_is_written_to_has_not_won(text: str) -> None:
    assert summarise(read(text)).get("suppliers", ()) == ()
