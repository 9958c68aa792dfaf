"""Firms listed one a line: all of them appointed, or bidders of whom one line says that it won."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict

APPOINTED = {
    "English, numbered": (
        (
            "FRAMEWORK AGREEMENT AWARD\nThe Office of Corran has concluded a framework agreement with these "
            "suppliers:\n1. Seaward Security Ltd\n2. Manx Optics Ltd\n3. Gannet Networks LLP\nCeiling: £2,400,000\n"
        ),
        ["Seaward Security Ltd", "Manx Optics Ltd", "Gannet Networks LLP"],
    ),
    "English, bullets and initials": (
        (
            "AWARD OF FRAMEWORK AGREEMENT\nBuyer: Tidewater Housing Association\n"
            "The following contractors have been appointed to the framework:\n• Birchgrove Electrical Ltd\n"
            "• R. Hallam & Sons Limited\nAward date: 14 June 2021"
        ),
        ["Birchgrove Electrical Ltd", "R. Hallam & Sons Limited"],
    ),
    "Spanish": (
        (
            "RESOLUCIÓN DE ADJUDICACIÓN\nAyuntamiento de Loma\nEmpresas seleccionadas para el acuerdo marco:\n"
            "- Redes Sur, S.L.\n- Cables Norte, S.A.\n"
        ),
        ["Redes Sur, S.L.", "Cables Norte, S.A."],
    ),
    "French": (
        "AVIS D'ATTRIBUTION\nAcheteur : Ville de Port\nTitulaires du marché :\n- Optivue SARL\n- Voltalis SAS\n",
        ["Optivue SARL", "Voltalis SAS"],
    ),
    "French, seats behind the names, one without its legal form": (
        (
            "AVIS D'ATTRIBUTION D'UN ACCORD-CADRE\nAcheteur : Département de la Sarre\nAttributaires :\n"
            "- Gardia Est SAS, 57000 Metz\n- Protecta SARL, 67000 Strasbourg\n- Sentinelle Services, 54000 Nancy\n"
            "Montant maximum : 1 200 000 € HT\n"
        ),
        ["Gardia Est SAS", "Protecta SARL", "Sentinelle Services"],
    ),
    "Spanish, a sentence leads to the list": (
        (
            "RESOLUCIÓN DE ADJUDICACIÓN ACUERDO MARCO\nEntidad contratante: Servicio de Compras de Loja\n"
            "Se adjudica el convenio marco a los siguientes proveedores:\n1. Securandina Cía. Ltda., RUC 0190001001\n"
            "2. Vigilance del Ecuador S.A. (Quito)\n3. Importaciones Cóndor S.A.\nFecha: 30 de junio de 2022\n"
        ),
        ["Securandina Cía. Ltda.", "Vigilance del Ecuador S.A.", "Importaciones Cóndor S.A."],
    ),
    "Italian, on one line": (
        (
            "ACCORDO QUADRO - AVVISO DI APPALTO AGGIUDICATO\nOperatori economici aggiudicatari: Vigilanza Tiberina "
            "S.r.l.; Istituto Falco S.p.A.; Guardie Umbre Soc. Coop.\nValore massimo: € 3.000.000,00\n"
        ),
        ["Vigilanza Tiberina S.r.l.", "Istituto Falco S.p.A.", "Guardie Umbre Soc. Coop."],
    ),
}


@pytest.mark.parametrize("case", [one for one in APPOINTED if "seats" in one or "leads" in one or "one line" in one])
def test_the_heading_says_that_several_may_get_orders(case: str) -> None:
    assert {one.role for one in predict(APPOINTED[case][0]).suppliers} == {"framework"}


def test_firms_that_were_invited_are_no_suppliers() -> None:
    text = (
        "AVIS D'ATTRIBUTION\nAcheteur : Ville de Port\nPrestataires consultés :\n- Optivue SARL\n- Voltalis SAS\n"
        "Titulaire : Nordvue SA\n"
    )
    assert [one.name for one in predict(text).suppliers] == ["Nordvue SA"]


@pytest.mark.parametrize("case", APPOINTED)
def test_firms_below_a_line_that_leads_to_them_are_suppliers(case: str) -> None:
    text, names = APPOINTED[case]
    assert [one.name for one in predict(text).suppliers] == names


BIDS = {
    "in brackets": (
        (
            "NOTICE OF AWARD\nAgency: County of Redwil, Ohio\nBids, IFB 22-118:\nPalisade Fence Co. - $118,450\n"
            "Ridgeback Security LLC - $104,900 (awarded)\nTri-County Builders Inc. - $131,000\n"
        ),
        ("Ridgeback Security LLC", 104900),
    ),
    "behind a star": (
        (
            "AWARD NOTICE\nAgency: Pine, Oregon\nCascade Fiber LLC    $412,900   *Low bidder, recommended award\n"
            "Willow Cable Inc.    $433,150.00\n"
        ),
        ("Cascade Fiber LLC", 412900),
    ),
    "numbered, in Spanish": (
        (
            "ACTA DE ADJUDICACIÓN\nEntidad: Municipio de Loma, Perú\n1. Tecnored S.A.C.: S/ 91,300 (adjudicado)\n"
            "2. Cablex E.I.R.L.: S/ 95,000.00\n"
        ),
        ("Tecnored S.A.C.", 91300),
    ),
    "with a dash, in Portuguese": (
        (
            "RESULTADO DE JULGAMENTO\nÓrgão: Prefeitura de Vila\n- Alfa Redes Ltda – R$ 71.500,00 – vencedora\n"
            "- Beta Cabos Ltda – R$ 73.000,00\n"
        ),
        ("Alfa Redes Ltda", 71500),
    ),
}


@pytest.mark.parametrize("case", BIDS)
def test_the_line_that_says_that_it_won_is_the_suppliers(case: str) -> None:
    text, (name, amount) = BIDS[case]
    notice = predict(text)
    assert [one.name for one in notice.suppliers] == [name]
    assert notice.amount == Decimal(amount)


@pytest.mark.parametrize(
    "text",
    [
        "NOTICE OF AWARD\nThe following bids were received:\n1. Alder Ltd - £5,000\n2. Birch Ltd - £6,000\n",
        "NOTICE OF AWARD\nUnsuccessful tenderers:\n1. Alder Ltd\n2. Birch Ltd\n",
        "NOTICE OF AWARD\nFirms invited:\n- Alder Ltd\n- Birch Ltd\n",
    ],
)
def test_lists_of_those_who_bid_or_lost_name_no_supplier(text: str) -> None:
    assert predict(text).suppliers == ()
