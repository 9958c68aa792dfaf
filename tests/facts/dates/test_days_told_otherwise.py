"""Days beside who signs, of display and of resolutions; last days of periods and deadlines are none of the paper."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "date"),
    [
        (
            (
                "RATE CONTRACT\nRate Contract No. DGP/ST/2023/11 dated 14.02.2023\nbetween the Director and\n"
                "M/s Tyre House for supply of tyres for the period 14.02.2023 to 13.02.2025.\n"
            ),
            "2023-02-14",
        ),
        (
            (
                "CANCELLATION NOTICE\nHARBOUR CITY\nThe tender floated vide NIT No. 4/HCC/2022, Dt: 03-02-2022 "
                "is cancelled.\nSd/- Chief Engineer        Dt: 21-04-2022\n"
            ),
            "2022-04-21",
        ),
        (
            (
                "BAC RESOLUTION DECLARING THE LOWEST BID AND RECOMMENDING AWARD\nProcuring Entity: Coast Rangers\n"
                "the BAC RESOLVES to declare Luzon Trading Corp. as the bidder with the lowest bid.\n"
                "RESOLVED this 9th day of May 2023 at Baguio City.\n"
            ),
            "2023-05-09",
        ),
        (
            (
                "BEST EVALUATED BIDDER NOTICE\nEntity: Mbale River District\nBest evaluated bidder: Nile Motors Ltd\n"
                "Displayed on 4/10/2022, to be removed on 17/10/2022\n"
            ),
            "2022-10-04",
        ),
        (
            (
                "PLAN ANUAL DE CONTRATACIONES 2024\nEntidad: Instituto Costero\nDescripción: detectores\n"
                "Aprobado por Resolución Directoral N° 021-2024-IC de fecha 7 de febrero de 2024.\n"
            ),
            "2024-02-07",
        ),
        (
            (
                "采购合同\n合同编号：LX-2023-042\n甲方：岚县应急局　乙方：晋阳纺织品有限公司\n合同价款86,800元。\n"
                "二〇二三年九月　　日\n"
            ),
            "2023-09",
        ),
        (
            (
                "Anúncio de procedimento\nEntidade adjudicante: Polícia Marítima\n"
                "PRAZO PARA APRESENTAÇÃO DAS PROPOSTAS: Até às 17:00 do dia 09/05/2024\n"
                "DATA DE ENVIO DO ANÚNCIO PARA PUBLICAÇÃO NO DIÁRIO DA REPÚBLICA: 2024/04/10\n"
            ),
            "2024-04-10",
        ),
    ],
)
def test_the_day_of_a_paper_is_told(text: str, date: str) -> None:
    assert predict(text).date == date


@pytest.mark.parametrize(
    "text",
    [
        ("LETTER OF AWARD\nContractor: Tyre House Limited\nTyres from 21.11.2022 to 20.11.2024.\n"),
        "ADJUDICACIÓN\nAdjudicatario: Redes S.A.\nPlazo del servicio: 01/03/2023 al 28/02/2025.\n",
        "ATTRIBUTION\nTitulaire : Optique SA\nPrestations : 01/03/2023 au 28/02/2025.\n",
        "Результат закупки\nПобедитель: ООО «Шина»\nОхрана объекта: 01.03.2023 по 28.02.2025.\n",
    ],
)
def test_the_last_day_of_a_period_is_not_the_day_of_a_paper(text: str) -> None:
    assert predict(text).date is None
