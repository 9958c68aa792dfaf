"""Numbers a few words behind what they number, corrections in French, labels with a dash, and names that begin so."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("CONTRATO DE PRESTAÇÃO DE SERVIÇOS Nº 45/2023\nCONTRATANTE: Município de Vale Fundo\n", "45/2023"),
        ("Договір про постачання товару № 5-В від 22.08.2023\nПокупець: КП «Двір»\n", "5-В"),
        (
            "Протокол № 3\nзапроса котировок в электронной форме № 0124200000620004321\nЗаказчик: МКУ «Центр»\n",
            "0124200000620004321",
        ),
        (
            "Licitación pública nacional número LA-912003989-E14-2019\nConvocante: Secretaría de Obras\n",
            "LA-912003989-E14-2019",
        ),
        ("CONTRATO\nContrato No. 118 de 2022\nContratante: Alcaldía de Monteluz\nValor: $ 45.000.000\n", "118 de 2022"),
        (
            "ANUNCIO DE FORMALIZACIÓN\nExpte. 1184/2022\nEl Ayuntamiento de Soto formaliza el contrato.\n",
            "1184/2022",
        ),
    ],
)
def test_a_number_behind_a_few_words_is_found_whole(text: str, number: str) -> None:
    assert predict(text).project_number == number


def test_a_french_correction_puts_the_new_amount_in_place() -> None:
    notice = predict(
        "AVIS RECTIFICATIF\nCommune de Belle-Rive. Marché n° 2023-09. Au lieu de : « montant : 54 000 € HT », "
        "lire : « montant : 45 000 € HT ». Titulaire : Bastide Vidéo SARL.\n"
    )
    assert (notice.stage, notice.amount) == ("correction", Decimal(45_000))
    assert "54000" not in str([lot.amount for lot in notice.lots])


def test_a_dash_stands_for_a_colon() -> None:
    notice = predict(
        "Договор поставки\nЗаказчик – МКУ «Центр»\nПоставщик – ООО «Линза»\nОбщая стоимость товара – 5,6 млн рублей\n"
    )
    assert (notice.buyer, [one.name for one in notice.suppliers]) == ("МКУ «Центр»", ["ООО «Линза»"])
    assert (notice.amount, notice.currency) == (Decimal(5_600_000), "RUB")


def test_a_label_of_money_may_go_on_before_its_colon() -> None:
    notice = predict("Framework award\nMaximum value of the framework over four years: £60,000,000 (excl. VAT).\n")
    assert notice.flags == ("ceiling:60000000",)


def test_a_name_that_begins_with_the_word_for_a_company_is_whole() -> None:
    notice = predict("AVISO DE CONVOCATORIA PÚBLICA\nContratante: Empresa de Transporte Metropolitano E.P.\n")
    assert notice.buyer == "Empresa de Transporte Metropolitano E.P."


def test_the_parties_of_a_contract_in_spanish() -> None:
    notice = predict(
        "CONTRATO DE PRESTACIÓN DE SERVICIOS\nEntre los suscritos, SECRETARÍA DE MOVILIDAD DE LAGUNA, en adelante EL "
        "CONTRATANTE, y FOTOMULTAS S.A.S., en adelante EL CONTRATISTA, se celebra el contrato No. SM-2022-0147.\n"
    )
    assert notice.buyer == "SECRETARÍA DE MOVILIDAD DE LAGUNA"
    assert [one.name for one in notice.suppliers] == ["FOTOMULTAS S.A.S."]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        (
            (
                "CONTRACT AWARD NOTICE\nProject ID: P177001\nBorrower Bid/Contract Reference No: MW-NIB-318001-GO-RFB\n"
                "Procuring entity: Identity Board\n"
            ),
            "MW-NIB-318001-GO-RFB",
        ),
        (
            (
                "AVIS D'ADJUDICATION (simap.ch)\nEntité adjudicatrice : Police de Valdor\nNuméro de projet simap : "
                "241001\n"
            ),
            "241001",
        ),
    ],
)
def test_banks_and_portals_number_procedures_in_their_own_ways(text: str, number: str) -> None:
    assert predict(text).project_number == number
