"""Prices that a word for a total leads to, without a label."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

HEAD_HAN = "購貨合同\n買方：望大學城物業管理處\n供應商：昇科實驗儀器有限公司\nA. 搖床 2台　每台MOP 41,000　MOP 82,000\n"
CASES = [
    (f"{HEAD_HAN}B. 純水機 1台　MOP 96,500\n　　　　　　合計 MOP 178,500\n送貨地點：收貨區", "contract 178500 MOP"),
    (
        (
            "ACTA DE ADJUDICACIÓN\nComprador: Intendencia de Río\nSe adjudica a Ceibal Accesos SRL (U$S 2.334) y a "
            "Portelux S.A. (U$S 1.185). Total general U$S 3.519 más impuestos."
        ),
        "award 3519 USD",
    ),
]


@pytest.mark.parametrize(("text", "amount"), CASES, ids=range(len(CASES)))
def test_a_word_for_a_total_leads_to_the_price(text: str, amount: str) -> None:
    assert amount in summarise(read(text))["amounts"]  # type: ignore[operator]


def test_a_name_with_such_a_word_leads_to_none() -> None:
    text = (
        "CUADRO COMPARATIVO Y ADJUDICACIÓN\nComprador: Hospital Regional San Telmo\nÍtem 1: Control\n"
        "  Oferente A: Huella Sur SpA  $14.280.000  (Adjudicado)\n  Oferente B: Acceso Total Ltda.  $15.100.000"
    )
    assert "15100000" not in str(summarise(read(text))["amounts"])


def test_the_price_stands_before_the_name_of_whom_it_is_paid_to() -> None:
    text = "招標結果\n望湖法團議決，以港幣1,380,000元聘用卓越測量師行有限公司為顧問。其餘為宏業有限公司（$1,150,000）。"
    assert summarise(read(text))["amounts"] == ("award 1380000 HKD",)


def test_the_total_that_other_totals_add_up_to_is_the_price() -> None:
    text = f"{HEAD_HAN}甲項合計 MOP 82,000；乙項合計 MOP 96,500；總額 MOP 178,500\n"
    assert "contract 178500 MOP" in summarise(read(text))["amounts"]  # type: ignore[operator]


def test_words_before_a_sum_may_be_the_same_number() -> None:
    text = (
        "NOTIFICATION OF AWARD\nEmployer: Zambezi Crossing Agency\nTo: Ufukwe Networks Ltd\nYour tender at "
        "Kenya Shillings Forty-One Million, Two Hundred and Six Thousand (KES 41,206,000.00) has been accepted.\n"
    )
    assert "award 41206000 KES" in summarise(read(text))["amounts"]  # type: ignore[operator]
