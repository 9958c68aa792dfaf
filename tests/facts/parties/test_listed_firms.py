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
}


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
