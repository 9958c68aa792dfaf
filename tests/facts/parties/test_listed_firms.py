"""Firms listed one a line: all of them appointed, or bidders of whom one line says that it won."""

from __future__ import annotations

from decimal import Decimal
from time import perf_counter

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
        "NOTICE OF AWARD\nSuppliers considered:\n- Alder Ltd\n- Birch Ltd\n",
        "NOTICE OF AWARD\nTender documents issued to the following contractors:\n- Alder Ltd\n- Birch Ltd\n",
        "NOTICE OF AWARD\nFirms whose bids were opened before the contract was awarded:\n- Alder Ltd\n- Birch Ltd\n",
        (
            "AVIS D'ATTRIBUTION\nAcheteur : Ville de Port\nFournisseurs ayant remis une offre :\n"
            "- Alpha Caméras SARL\n- Beta Vision SAS\n- Gamma Systèmes SA\n"
        ),
        "AVIS D'ATTRIBUTION\nAcheteur : Ville de Port\nFournisseurs sollicités :\n- Alpha SARL\n- Beta Vision SAS\n",
        "AVIS D'ATTRIBUTION\nCandidats retenus pour la phase de dialogue :\n- Alpha SARL\n- Beta Vision SAS\n",
        "RESULTADO DE ADJUDICAÇÃO\nFornecedores cotados:\n- Alfa Redes Ltda\n- Beta Cabos Ltda\n",
        "RESULTADO DE ADJUDICAÇÃO\nLicitadores registrados:\n- Alfa Redes Ltda\n- Beta Cabos Ltda\n",
        "RESOLUCIÓN DE ADJUDICACIÓN\nProveedores inscritos:\n- Redes Sur, S.L.\n- Cables Norte, S.A.\n",
        "AVVISO DI AGGIUDICAZIONE\nFornitori invitati:\n- Falco S.r.l.\n- Guardie Umbre S.p.A.\n",
        "ИТОГИ ЗАКУПКИ\nПоставщики, подавшие заявки:\n- ООО «Альфа»\n- ООО «Бета»\n",
        "OGŁOSZENIE O UDZIELENIU ZAMÓWIENIA\nWykonawcy, którzy złożyli oferty:\n- Alfa Sp. z o.o.\n- Beta S.A.\n",
    ],
)
def test_lists_of_those_who_bid_or_lost_name_no_supplier(text: str) -> None:
    assert predict(text).suppliers == ()


def test_only_the_one_whose_line_says_so_won() -> None:
    text = (
        "RESOLUCIÓN DE ADJUDICACIÓN\nEntidad: Ayuntamiento de Loma\nProveedores que presentaron oferta:\n"
        "- Alfa Redes, S.L., adjudicatario\n- Beta Cables, S.L., segunda clasificada\n- Gamma Luz, S.A., tercera\n"
    )
    assert [one.name for one in predict(text).suppliers] == ["Alfa Redes, S.L."]


@pytest.mark.parametrize(
    "line",
    [
        "Delta Ltd, second ranked",
        "Delta Ltd, Reserve supplier",
        "Delta Ltd – excluded",
        "Delta Ltd (declined)",
        "Delta Ltd, Second Ranked",
        "Delta Works, stand-by supplier",
        "Delta Ltd, under appeal",
    ],
)
def test_who_is_only_in_reserve_is_no_supplier(line: str) -> None:
    text = (
        "NOTICE OF AWARD\nBuyer: Moor Council\nThe framework was concluded with:\n"
        f"- Alder Ltd\n- Birch Ltd, Perth\n- {line}\n"
    )
    assert [one.name for one in predict(text).suppliers] == ["Alder Ltd", "Birch Ltd"]


@pytest.mark.parametrize("lead", ["Fournisseurs :", "Le marché est attribué aux prestataires suivants :"])
def test_a_bare_noun_or_a_word_of_awarding_leads_to_suppliers(lead: str) -> None:
    text = f"AVIS D'ATTRIBUTION\nAcheteur : Ville de Port\n{lead}\n- Optivue SARL, Metz\n- Voltalis SAS, Nancy\n"
    assert {one.name for one in predict(text).suppliers} == {"Optivue SARL", "Voltalis SAS"}


@pytest.mark.parametrize("sign", ["contract ", "supplier", "awarded ", "of ", "the "])
def test_long_lines_are_told_quickly(sign: str) -> None:
    begins = perf_counter()
    with_long = "NOTICE OF AWARD\nContracts awarded to:\n" + sign * (50_000 // len(sign))
    predict(with_long)
    assert perf_counter() - begins < 10
