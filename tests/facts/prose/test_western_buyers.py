"""Who buys, and at what stage, where only sentences of languages written with spaces say so."""

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("sentence", "buyer"),
    [
        (
            "The Customs Division of Port Amar requests quotations for the following goods.",
            "Customs Division of Port Amar",
        ),
        ("Fenwick District Council writes to inform you that your tender was read.", "Fenwick District Council"),
        (
            "Heron Optics has been selected by the Coast Guard of the Republic of Santa Lira for the supply of pods.",
            "Coast Guard of the Republic of Santa Lira",
        ),
        ("The e-tender invited by the Fenwick County Council for cameras is open.", "Fenwick County Council"),
        (
            "Bidders are notified that the Western Vale Transport Authority has resolved to cancel Lot B.",
            "Western Vale Transport Authority",
        ),
        (
            "Le marché a été attribué par la Commune de Saint-Aubin à la société Vidéo Ouest SARL.",
            "Commune de Saint-Aubin",
        ),
        (
            "El contrato fue adjudicado por la Municipalidad de San Blas a la empresa Visión Andina S.A.S.",
            "Municipalidad de San Blas",
        ),
        (
            "Hoy comparecen, por una parte, la Empresa Pública Municipal de Agua, representada por su gerente.",
            "Empresa Pública Municipal de Agua",
        ),
        (
            "O Prefeito do Município de Vale Alto, no uso de suas atribuições, HOMOLOGA o resultado do certame.",
            "Município de Vale Alto",
        ),
        (
            "EL SUBDIRECTOR GENERAL DE COMPRAS DEL INSTITUTO DE PUERTOS resuelve convocar la licitación.",
            "INSTITUTO DE PUERTOS",
        ),
        (
            "A Comissão de Licitação da Companhia Municipal de Gás torna público o resultado.",
            "Companhia Municipal de Gás",
        ),
        ("Итоги заседания закупочной комиссии АО «Водосети Дубны» от 3 мая.", "АО «Водосети Дубны»"),
        (
            "En la sala de juntas de la Secretaría de Obras Públicas se reunieron los presentes.",
            "Secretaría de Obras Públicas",
        ),
        (
            (
                "Conformément au décret n° 15, la Direction des ports de la wilaya de Sahel informe les "
                "soumissionnaires."
            ),
            "Direction des ports de la wilaya de Sahel",
        ),
        ("O Secretário de Estado da Defesa resolve homologar o certame.", None),
        ("Evaluated bidders not awarded:\n1. Tessel Cards GmbH", None),
        ("This contract was awarded in the usual way.", None),
        ("The work was selected by lot for the third time.", None),
        ("The following contracts were awarded last month.", None),
    ],
)
def test_who_buys_is_told_by_a_sentence_or_not_at_all(sentence: str, buyer: str | None) -> None:
    found = summarise(read(f"{sentence}\n"))["buyer"]
    assert found == ((buyer,) if buyer else ())


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("MAT.: ADJUDICA LICITACIÓN PÚBLICA ID 2417-55-LP23.\nSan Blas, 4 de septiembre de 2023\n", "award"),
        ("El director dispone: declarar fracasada la Licitación Privada 12/2023.\n", "cancellation"),
        ("La procédure est close. Article 1er : le marché est déclaré sans suite.\n", "cancellation"),
        ("The tender for cameras is hereby cancelled by the competent authority.\n", "cancellation"),
        ("The Council decided to cancel the procurement of cameras.\n", "cancellation"),
        ("The following contracts were awarded by the Central Board in July 2023.\n", "award"),
        ("Se adjudicaron los siguientes contratos en julio.\n", "award"),
        (
            "Lower Vale Shire Council accepts the tender of Heron Optics Pty Ltd for the sum of $1,327,455.\n",
            "award",
        ),
        ("DESPACHO DO PRESIDENTE – REVOGAÇÃO PARCIAL\nConcurso Público n.º 11/2022\n", "cancellation"),
        ("Framework Agreement for Trackers - Award of Places\nAuthority: Alder Police\n", "award"),
        ("Tenders may be cancelled where funds are lacking.\n", None),
        ("The bidder must not be declared bankrupt.\n", None),
    ],
)
def test_the_stage_is_told_by_a_sentence_where_no_heading_tells_it(text: str, stage: str | None) -> None:
    assert summarise(read(text))["stage"] == stage


@pytest.mark.parametrize(
    "text",
    [
        "CONTRATO\nEl precio es de 12.000 euros. El contrato anterior se firmó el 3 de mayo de 2019.\n",
        "CONTRACT\nThe price is $12,000. The previous contract was signed on 3 May 2019.\n",
        "CONTRACT\nThe price is $12,000. It replaces what the parties had agreed with others on 3 May 2019.\n",
    ],
)
def test_the_day_of_another_contract_is_not_that_of_this_one(text: str) -> None:
    assert summarise(read(text))["dates"] == ()


def test_who_is_recommended_has_not_won() -> None:
    text = "INFORME\nLa Dirección de Compras recomienda adjudicar la licitación 12/2022 a la firma Electro S.R.L.\n"
    assert summarise(read(text))["suppliers"] == ()


def test_who_a_commission_decided_to_give_the_contract_has_won() -> None:
    text = "La commission a décidé d'attribuer le lot 2 à la société Optique Sud SARL.\n"
    summary = summarise(read(text))
    assert (summary["stage"], summary["suppliers"]) == ("award", ("Optique Sud SARL, sole",))


def test_the_number_of_a_sellers_quotation_is_none_of_the_procedure() -> None:
    text = "PURCHASE ORDER\nPO Number: 8100236671\nVendor: Heron Optics Ltd\nQuote ref: HPO-Q-5512 dated 12/02/2024\n"
    assert summarise(read(text))["numbers"] == ("8100236671",)
