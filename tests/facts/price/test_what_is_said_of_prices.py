"""What is said against a price that no words tell: how it was told, each way in words of its own."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts import remarks
from tenderlight.model.values import AmountValue
from tests.facts.summary import read

CASES = {
    "the only sum": (
        "Contract award\nBuyer: Tolworth Police\nSupplier: Larkfield Optics Ltd\nObligated: $412,000.00",
        remarks.ONLY_SUM,
    ),
    "a word for a total": (
        (
            "ACTA DE ADJUDICACIÓN\nComprador: Intendencia de Río\nSe adjudica a Ceibal Accesos SRL (U$S 2.334) y a "
            "Portelux S.A. (U$S 1.185). Total general U$S 3.519 más impuestos."
        ),
        remarks.SAID_TOTAL,
    ),
    "lines that add up": (
        (
            "Contract award\nBuyer: Kirkmoor Council\n"
            "Successful bidders: Strathlynn Vehicles Ltd and Kerrowmore Bodies Ltd\n\n"
            "Strathlynn Vehicles Ltd  vans  £386,900.00\nKerrowmore Bodies Ltd  trailers  £90,000.00\n"
            "Both together £476,900.00\n"
        ),
        remarks.ADDED_UP,
    ),
    "beside who won": (
        (
            "招標結果\n機構：香港九龍東醫院聯網\n獲選投標者：醫電方舟有限公司\n"
            "招標編號　　　　項目　　　　獲選投標者　　　　　合約金額（港幣）　合約批出日期\n"
            "KEC/24/0887　　 診症車　　　醫電方舟有限公司　　2,136,000　　　　　2025年1月24日\n"
        ),
        remarks.BESIDE_WINNER,
    ),
}
WAYS = {remarks.ONLY_SUM, remarks.SAID_TOTAL, remarks.ADDED_UP, remarks.BESIDE_WINNER}


@pytest.mark.parametrize("case", CASES)
def test_a_price_that_no_words_tell_says_how_it_was_told(case: str) -> None:
    text, remark = CASES[case]
    against = {said for one in read(text) if isinstance(one.value, AmountValue) for said in one.against}
    assert against & WAYS == {remark}


def test_a_price_with_all_options_that_is_the_price_is_no_ceiling() -> None:
    text = "Contract award notice\nBuyer: Harbor Office\nSupplier: Kestrel Optics LLC\nContract value: $61,200.00\n"
    assert predict(f"{text}Base and all options value: $61,200.00\n").flags == ()
    assert predict(f"{text}Base and all options value: $90,000.00\n").flags == ("ceiling:90000",)
