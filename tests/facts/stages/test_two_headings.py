"""Headings above the name of a contract or a procedure, changes told behind a heading, and calls in many forms."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

STAGES = [
    (
        (
            "GOVERNMENT OF WESTMARK\nMarine Department\nCERTIFICATE OF ACCEPTANCE\nContract No.: MD/22/7\n"
            "Contractor: Salt Ltd\nTotal contract price: $1,476.00\nThe goods passed the test on 8 September 2023.\n"
        ),
        "acceptance",
    ),
    ("海澳政府\n治安廳\n第017/DSF/2023號公開招標\n「供應電單車」判給結果\n判給「濠江車行有限公司」\n", "award"),
    ("MERX Amendment 002 to Award Notice\nSolicitation Number: 24-93\nAwarded supplier: Green Ltd\n", "correction"),
    ("Corrigendum 3 to contract award notice\nSupplier: Green Ltd\nContract value: EUR 4,000\n", "correction"),
    ("Извещение о проведении электронного аукциона № 0391 (изменение № 1)\nЗаказчик: ФГКУ «Застава»\n", "correction"),
    ("Оголошення про проведення відкритих торгів № 12 (зміни)\nЗамовник: КП «Світло»\n", "correction"),
    (
        (
            "Комитет по госзакупкам: решение о присуждении № 21/2023\nЗакупающий орган: Школа спорта\n"
            "Рабочая группа решила присудить договоры.\n"
        ),
        "award",
    ),
    (
        (
            "ROYAUME DU MAROC\nAVIS D'APPEL D'OFFRES OUVERT SUR OFFRES DE PRIX N° 4/2022/B\nLe 18 mai 2022 à 11 h, "
            "il sera procédé, dans la salle des réunions, à l'ouverture des plis.\n"
        ),
        "tender",
    ),
    (
        (
            "BANDO DI GARA A PROCEDURA APERTA\nStazione appaltante: Unione dei Comuni\n"
            "Termine ricezione offerte: 16/10/2023 ore 12:00\n"
        ),
        "tender",
    ),
    (
        (
            "Объявление об осуществлении закупок способом электронного аукциона\nЗаказчик: Станция скорой помощи\n"
            "Срок начала приёма заявок 04.10.2022 09:00; окончание 11.10.2022 09:00\n"
        ),
        "tender",
    ),
    (
        (
            "AVISO DE INTENÇÃO DE CONTRATAÇÃO DIRETA POR INEXIGIBILIDADE\nO Tribunal quer contratar a Juris S.A., "
            "no valor estimado de R$ 1.092.000,00.\n"
        ),
        "single_source",
    ),
    (
        (
            "ЗВІТ про результати проведення процедури закупівлі\nЗамовник: Міська рада\n"
            "Інформація про процедуру: торги відмінено. Договір не укладено.\n"
        ),
        "cancellation",
    ),
]


@pytest.mark.parametrize(("text", "stage"), STAGES)
def test_the_own_heading_tells(text: str, stage: str) -> None:
    assert predict(text).stage == stage


@pytest.mark.parametrize(
    "text",
    [
        "Contract award notice (amendment of the fleet)\nSupplier: Green Ltd\nContract value: EUR 4,000\n",
        "Notice of award\nCertificate of acceptance to follow\nSupplier: Green Ltd\nContract value: EUR 4,000\n",
        "Протокол подведения итогов\nПобедитель: ООО «Луч», 40 000 руб. Извещение (изменение № 1) размещено ранее.\n",
    ],
)
def test_an_award_stays_one(text: str) -> None:
    assert predict(text).stage == "award"
