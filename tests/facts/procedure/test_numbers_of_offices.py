"""Numbers behind the short name of an office or the name of a paper, and what numbers no procedure."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.procedure.numbers_in_sentences import number_by_form, running_numbers


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Contract award notice\nBuyer: Glenmoy Council\nReference: GMC T/24/09\nSupplier: Ardan Ltd\n", "GMC T/24/09"),
        (
            "Awarded tender\nDepartment: Harbour Police\nTender number: 21/2/7/33 QC(24)\nSupplier: Umoya CC\n",
            "21/2/7/33 QC(24)",
        ),
        (
            "TENDER RESULTS\nTBK 44/2023  Supply of Radios - Levu Harbour Board\nAwarded to: Coral Tech Pte Limited\n",
            "TBK 44/2023",
        ),
        (
            "AWARDS FOR MAY\nContract | Supplier | Amount\nMMD 17/2024 | Klipdrift Fleet (Pty) Ltd | R598 440.00\n",
            "MMD 17/2024",
        ),
        (
            (
                "CORRIGENDUM-2\nKadirpur Police\nRef: Tender Notice No. KPL/Stores/2024-25/31 dated 5 May 2024\n"
                "Closing date is extended to 3 June 2024.\n"
            ),
            "KPL/Stores/2024-25/31",
        ),
        (
            (
                "LETTER OF REGRET\nPorts Board of Mwambao\nRef: PBM/6/2.01\nTENDER NO. PBM/T/19/2022-23 - CAMERAS\n"
                "The successful bidder was Pwani Systems Limited.\n"
            ),
            "PBM/T/19/2022-23",
        ),
        (
            "Adjudicación\nAdquisición 2811-45-LP22\nEntidad: Municipalidad de Peñablanca\nProveedor: Redes SpA\n",
            "2811-45-LP22",
        ),
        (
            "Compra directa | Trato directo 3391-12-SE22 | Municipalidad de Peñablanca | Proveedor: Redes SpA\n",
            "3391-12-SE22",
        ),
        (
            "OTORGAMIENTO DE BUENA PRO\nAS N° 014-2022-MDP/CS: ADQUISICIÓN DE RADIOS\nGanador: RADIOS S.A.C.\n",
            "014-2022-MDP/CS",
        ),
        (
            "RESULTADO\nProceso de Compra N° 004-2022-CC-ILO 2/PRODUCTOS\nGanador: MOLINOS DEL SUR S.A.C.\n",
            "004-2022-CC-ILO 2/PRODUCTOS",
        ),
        (
            "MARCHE DE FOURNITURES N° D_0219/22-KL\nTitulaire : Sahel Bureau SARL\nMontant : 4 500 000 FCFA\n",
            "D_0219/22-KL",
        ),
        ("Adjudicação: Proc. AD20240077 - Luvas\nFornecedor: Medilar, Lda.\n", "AD20240077"),
        (
            (
                "ZAWIADOMIENIE O UNIEWAŻNIENIU POSTĘPOWANIA\ndotyczy: dostawy kamer, znak: KM.ZP.26.4.2023\n"
                "Zamawiający unieważnia postępowanie.\n"
            ),
            "KM.ZP.26.4.2023",
        ),
        (
            (
                "ПРОТОКОЛ № 7-23/К\nрассмотрения заявок\nЗаказчик: ГБУ «Больница»\n"
                "На запрос котировок № 0341200027623000112 поступило 2 заявки.\nПобедителем признано ООО «Медтех».\n"
            ),
            "0341200027623000112",
        ),
        (
            (
                "岚县教育局课桌椅采购中标公告（LX24-310211-00071）\n包组编号 001\n中标单位：晋阳设备有限公司\n"
                "中标价：64,000元\n"
            ),
            "LX24-310211-00071",
        ),
    ],
)
def test_a_number_is_found_with_the_office_before_it_and_behind_its_paper(text: str, number: str) -> None:
    assert predict(text).project_number == number


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("Contract award notice\nBuyer: An Cúnamh\nDirective: 2014/24/EU\nWinner: Bríd Ltd\n", None),
        ("Avis d'attribution\nAcheteur : Ville de Sault\nBase : directive 2014/25/UE\nTitulaire : Optique SA\n", None),
        (
            "ANUNCIO\nLEY 9/2017 de contratos del sector público\nAyuntamiento de Soto\nAdjudicatario: Redes S.L.\n",
            None,
        ),
        ("岚县教育局中标公告\n包组编号 001 课桌椅\n中标单位：晋阳教学设备有限公司\n中标价：64,000元\n", None),
        (
            "LETTER OF AWARD\nRef: BD/SCM/2023/118\nThe Board has accepted your tender.\nContractor: Pwani Limited\n",
            "BD/SCM/2023/118",
        ),
        ("Протокол № 7-23/К\nЗаказчик: ГБУ «Больница»\nПобедителем признано ООО «Медтех».\n", "7-23/К"),
    ],
)
def test_laws_and_lots_are_no_numbers_and_a_lone_reference_stays(text: str, number: str | None) -> None:
    assert predict(text).project_number == number


def test_long_pages_of_signs_are_looked_through_quickly() -> None:
    started = time.monotonic()
    for text in ("A " * 25_000, "AB 1" * 12_500, "1-" * 25_000, "tender notice no " * 3_000):
        list(running_numbers(text, text.lower()))
        number_by_form(text)
    assert time.monotonic() - started < 5
