"""Corrections of awards that quote firm and price without a label."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

CASES = [
    (
        (
            "RECTIFICATIF\nCommune de Montclair\nAvis d'attribution du marché 2023-14. Au lieu de « Balais du Rhône "
            "SAS, 214 000 euros HT », lire « Balais du Rhône SAS, 241 000 euros HT »."
        ),
        "Balais du Rhône SAS, sole",
        "241000",
    ),
    (
        (
            'CORRIGENDUM to Award 55\nRoads Agency of Lower Mbasa\nFor "Tortoise Plant Hire, USD 1,265,000" read '
            '"Tortoise Plant Hire & Civils (Pty) Ltd, USD 1,256,000".\n12 May 2024'
        ),
        "Tortoise Plant Hire & Civils (Pty) Ltd, sole",
        "1256000",
    ),
]


@pytest.mark.parametrize(("text", "supplier", "amount"), CASES, ids=range(len(CASES)))
def test_the_new_words_tell_who_won_and_for_how_much(text: str, supplier: str, amount: str) -> None:
    told = summarise(read(text))
    assert told["suppliers"] == (supplier,)
    assert amount in str(told["amounts"])


def test_a_date_put_right_names_nobody() -> None:
    text = 'CORRIGENDUM to Award 55\nRoads Agency of Lower Mbasa\nFor "12 May 2024" read "21 May 2024".'
    assert summarise(read(text)).get("suppliers", ()) == ()


def test_a_name_put_right_in_chinese_is_who_won() -> None:
    text = (
        "更正啟事\n「廚餘收集箱供應」中標公告，承辦商名稱誤植為「綠潔環境有限公司」，正確應為「綠潔環境科技有限公司」。"
    )
    assert summarise(read(text))["suppliers"] == ("綠潔環境科技有限公司, sole",)
