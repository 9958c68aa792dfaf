"""A name in brackets behind another sum tells whose that sum is: of a winner's field it is nobody who won."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "winners"),
    [
        (
            (
                "Рішення про переможців. Управління поліції охорони\nНайменування — переможець — ціна — інші ціни\n"
                "лот 1, пульт — ТОВ «Щит-Софт» — 689 000,00 грн — 702 400,00 грн (ТОВ «Лунь»)\n"
                "лот 2, прилад — ТОВ «Лунь» — 518 000,00 грн — 511 000,00 грн (ТОВ «Захист», не надано зразок)\n"
            ),
            {"ТОВ «Щит-Софт»", "ТОВ «Лунь»"},
        ),
        (
            (
                "NOTICE OF AWARD\nBuyer: Dray Fire Service\n"
                "Winner: Kilnmoor Optics Ltd, GBP 118,400 – GBP 121,000 (Tarn Vision Ltd)\n"
            ),
            {"Kilnmoor Optics Ltd"},
        ),
        (
            (
                "AVIS D'ATTRIBUTION\nAcheteur : Ville de Marlon\n"
                "Titulaire : Optivue SAS, 92 500 € – 97 000 € (Cam SARL)\n"
            ),
            {"Optivue SAS"},
        ),
    ],
    ids=["uk", "en", "fr"],
)
def test_whose_another_sum_is_did_not_win(text: str, winners: set[str]) -> None:
    assert {one.name for one in predict(text).suppliers} == winners


def test_a_name_in_brackets_behind_another_name_stays() -> None:
    text = "NOTICE OF AWARD\nBuyer: Dray Fire Service\nWinners: Kilnmoor Optics Ltd (lead); Tarn Vision Ltd (member)\n"
    assert {one.name for one in predict(text).suppliers} == {"Kilnmoor Optics Ltd", "Tarn Vision Ltd"}
