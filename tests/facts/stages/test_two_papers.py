"""Headings that name two papers, the subject before the paper, or a step before the last."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        (
            (
                "NOTIFICATION OF INTENTION TO AWARD / PUBLICATION OF AWARD (Section 138)\nProcuring Entity: Herd "
                "Service\n"
                "Awarded bidder: Nyota Limited\nContract price: KES 9,000\n"
            ),
            "award",
        ),
        ("NOTIFICATION OF INTENTION TO AWARD\nProcuring Entity: Herd Service\nBidder: Nyota Limited\n", "candidate"),
        (
            (
                "Marché public de services – Belgique – Avis d'attribution\nPouvoir adjudicateur : Zone de secours "
                "Ourthe\n"
                "Adjudicataire : Radio SRL\nMontant : 9 000,00 €\n"
            ),
            "award",
        ),
        (
            (
                "Contratto quadro telecamere - Esito di gara\nStazione appaltante: Comune di Rivalta\n"
                "Aggiudicatario: Ottica S.r.l.\nImporto: € 9.000,00\n"
            ),
            "award",
        ),
        (
            (
                "Acuerdo marco de radios | Anuncio de adjudicación\nÓrgano: Puerto de Alba\nAdjudicatario: Redes S.L.\n"
                "Importe de adjudicación: 9.000,00 euros\n"
            ),
            "award",
        ),
        (
            (
                "Resolución de la Mancomunidad del Sil por la que se hace pública la formalización del contrato\n"
                "Contratista: Redes, S.L.\nImporte de adjudicación: 9.000,00 euros\nFecha de adjudicación: 3 de mayo "
                "de 2021\n"
            ),
            "contract",
        ),
        ("SUPPLEMENTAL/BID BULLETIN NO. 2\nMunicipality of Santa Luna\nBid No. SL-2022-07\n", "correction"),
        ("Bid Bulletin No. 3\nProvincial Government of Aurora\nBid No. PGA-2022-07\n", "correction"),
        (
            (
                "ПРОТОКОЛ рассмотрения и оценки первых частей заявок\n№ 12 от 05.04.2024\nЗаказчик: МКУ «Свет»\n"
                "217734 | ООО «Луч» | соответствует\nПобедитель на данном этапе не определяется.\n"
            ),
            "candidate",
        ),
        (
            (
                "Протокол розгляду тендерних пропозицій № 4\nЗамовник: КП «Світло»\nУчасник: ТОВ «Промінь»\n"
                "Переможець на цьому етапі не визначається.\n"
            ),
            "candidate",
        ),
    ],
)
def test_the_paper_is_told_by_its_last_words(text: str, stage: str) -> None:
    assert predict(text).stage == stage


def test_bulletins_are_of_the_day_on_which_they_are_issued() -> None:
    notice = predict(
        "SUPPLEMENTAL/BID BULLETIN NO. 1\nMunicipality of Santa Luna\nBid No. SL-2022-07\n"
        "Deadline of submission is moved from 03 October 2022 to 10 October 2022.\n"
        "For guidance of all concerned. Issued this 26th day of September 2022.\n"
    )
    assert (notice.date, notice.date_kind) == ("2022-09-26", "correction")
