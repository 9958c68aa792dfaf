"""Several suppliers of one framework agreement, panel or standing offer."""

from __future__ import annotations

from time import perf_counter

import pytest

from tenderlight.facts.lots.frameworks import _ACCREDITED, _KIND, _OF_MANY, _ORDER
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import SupplierValue


def roles(text: str) -> set[tuple[str, str | None]]:
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    return {(one.role.value, one.lot) for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Standing Offer Award\nDepartment: Park Wardens\nStanding offer holders: Trail Ltd., Optics Inc.\n",
        "FRAMEWORK AWARD\nClient: Mid Health Board\nMembers: Glen Security Limited; Oran Alarms Limited\n",
        "Contract details\nPublic body: Road Board\nType of contract: Panel\nSuppliers: Murray Pty Ltd; Gum Pty Ltd\n",
        (
            "Contract award notice\nBuyer: Moor Council\nTitle: Standing offer for guards\n"
            "Suppliers: A1 Guards Ltd; Fen Ltd\n"
        ),
    ],
)
def test_each_of_several_is_in_the_framework(text: str) -> None:
    assert roles(text) == {("framework", None)}


def test_a_group_stays_one() -> None:
    text = (
        "Contract award notice\nBuyer: Moor Council\nContractor: joint venture of Fen Ltd (lead) and Tor Ltd (member)\n"
    )
    assert roles(text) == {("lead", None), ("member", None)}


@pytest.mark.parametrize(
    "text",
    [
        (
            "CONTRACT AWARD NOTICE\nAuthority: Vale Housing\nTitle: Framework for repairs\nThe "
            "framework has been concluded "
            "with the following operators:\n1. Ash Building Ltd, Perth\n2. Elm Roofing Ltd, Airdrie\n"
        ),
        (
            "Award of tenders\nCouncil: Shire of Hay\nBid 12/2021: Panel of electricians, 36 months\n"
            "Appointed providers: Ntuli Electrical CC; Vuka Power (Pty) Ltd\nDate of appointment: 2 August 2021\n"
        ),
        (
            "Contract Award Notice\nOrganisation: Harbour Board\nSuppliers appointed to the panel:\n"
            "Marine Engineering Ltd; Slipway Services Limited.\nDate awarded: 11 Nov 2022\n"
        ),
        (
            "Standing Offer Award Notice\nClient: Town of Port Elm\nStanding offers have been issued to: 1) Lanark "
            "Excavating Ltd. 2) Perth Rental Centre Inc.\nIssued: 2021-10-28\n"
        ),
    ],
)
def test_lists_below_the_word_for_the_arrangement_name_all_of_it(text: str) -> None:
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    assert {one.role.value for one in found} == {"framework"}
    assert len(found) == 2


@pytest.mark.parametrize("word", ["Lot 1", "Category A"])
def test_the_firms_of_each_lot_are_told_apart(word: str) -> None:
    other = word.replace("1", "2").replace("A", "B")
    text = (
        "Framework award\nEntity: Transport for Vale\nAppointed:\n"
        f"{word} (planning): Ash Vale Ltd, Mott Ridge Ltd, Steer Ltd\n{other} (costs): Gleeds LLP; Ash Vale Ltd\n"
        "Award date: 3 April 2023\n"
    )
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    assert [(one.name, one.lot) for one in found] == [
        ("Ash Vale Ltd", word),
        ("Mott Ridge Ltd", word),
        ("Steer Ltd", word),
        ("Gleeds LLP", other),
        ("Ash Vale Ltd", other),
    ]
    assert {one.role.value for one in found} == {"framework"}


@pytest.mark.parametrize("sign", [" ", "\n", "| ", "type ", "contract : "])
def test_long_repetitions_are_searched_quickly(sign: str) -> None:
    begins = perf_counter()
    _KIND.search(sign * (50_000 // len(sign)))
    assert perf_counter() - begins < 1


@pytest.mark.parametrize(
    "text",
    [
        (
            "AVIS D'ATTRIBUTION\nAcheteur : Ville de Velle\nObjet : impression\n"
            "Accord-cadre multi-attributaires, 4 ans\n"
            "Attributaires : Imprimerie Bonnet SA ; Presses Roche SARL\n"
        ),
        (
            "RÉSULTAT DU MARCHÉ\nPouvoir adjudicateur : Ville de Velle\nNature : accord-cadre attribué à plusieurs "
            "titulaires\nTitulaires : Imprimerie Bonnet SA ; Presses Roche SARL\n"
        ),
        (
            "Zuschlagsbekanntmachung\nAuftraggeber: Stadt Werne\nRahmenvereinbarung Tablets\n"
            "Auftragnehmer: Kolb GmbH; Hirsch AG\n"
        ),
        (
            "Zuschlagsbekanntmachung\nAuftraggeber: Stadt Werne\nMehrparteienvertrag\n"
            "Auftragnehmer: Kolb GmbH; Hirsch AG\n"
        ),
        (
            "ANUNCIO DE ADJUDICACIÓN DE ACUERDOS MARCO\nÓrgano de contratación: Ayuntamiento de Vela\n"
            "Adjudicatarios: Papeles Rojo, S.L.; Tintas Azul, S.A.\n"
        ),
        (
            "ESITO DI GARA - ACCORDI QUADRO\nStazione appaltante: Comune di Vela\n"
            "Aggiudicatari: Carta Rossi S.r.l.; Inchiostri Blu S.p.A.\n"
        ),
        "共同供應契約決標公告\n機關名稱：臨湖市政府\n得標廠商：大安資訊股份有限公司、永和電腦有限公司\n",
    ],
)
def test_words_for_many_make_each_of_several_one_of_the_framework(text: str) -> None:
    assert {role for role, _lot in roles(text)} == {"framework"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "云服务框架协议采购入围结果公告\n采购人：临湖市财政局\n"
            "第一包 入围供应商：甲州科技有限公司、乙州信息有限公司\n"
            "第二包 入围供应商：丙州网络有限公司\n"
        ),
        (
            "會議場所共同供應契約決標公告\n機關名稱：臨湖市政府\n第1組 電腦：大安資訊股份有限公司、永和電腦有限公司\n"
            "第2組 平板：全安通訊股份有限公司\n"
        ),
    ],
)
def test_who_alone_won_a_lot_is_in_the_framework_beside_lots_of_several(text: str) -> None:
    assert {role for role, _lot in roles(text)} == {"framework"}


@pytest.mark.parametrize(
    "text",
    [
        "CALL-OFF ORDER FORM\nFramework: Cleaning, ref RM1\nThe Buyer: Land Office\nThe Supplier: Shine Ltd\n",
        (
            "MINI-COMPETITION OUTCOME UNDER THE CLEANING FRAMEWORK\nAuthority: Land Office\n"
            "Lot 1: awarded to Shine Ltd\nLot 2: awarded to Bright Ltd\n"
        ),
        (
            "AVIS D'ATTRIBUTION - MARCHÉ SUBSÉQUENT N° 4 À L'ACCORD-CADRE\nAcheteur : Ville de Velle\n"
            "Lot 1 : Imprimerie Bonnet SA\nLot 2 : Presses Roche SARL\n"
        ),
        (
            "ADJUDICACIÓN DE CONTRATO BASADO EN ACUERDO MARCO\nÓrgano de contratación: Ayuntamiento de Vela\n"
            "Lote 1: Papeles Rojo, S.L.\nLote 2: Tintas Azul, S.A.\n"
        ),
        (
            "Zuschlag: Einzelabruf aus Rahmenvereinbarung\nAuftraggeber: Stadt Werne\n"
            "Los 1: Kolb GmbH\nLos 2: Hirsch AG\n"
        ),
    ],
)
def test_an_order_under_a_framework_has_winners_of_its_own(text: str) -> None:
    assert "framework" not in {role for role, _lot in roles(text)}


@pytest.mark.parametrize("run", ["mini-competition ", "under the framework ", "order ", "rahmen", "abruf ", "multi "])
def test_headings_of_orders_are_read_in_little_time(run: str) -> None:
    begin = perf_counter()
    _ORDER.search(run * 300)
    _OF_MANY.search(run * 3_000)
    _ACCREDITED.search(run * 300)
    assert perf_counter() - begin < 1


def test_accredited_firms_of_one_kind_are_of_a_list() -> None:
    text = (
        "RESULTADO DE CREDENCIAMENTO 01/2023\nÓrgão: Prefeitura de Serra Alta\n"
        "Empresas vencedoras: Clínica Boa Vista Ltda; Laboratório Central Ltda\n"
    )
    assert {role for role, _lot in roles(text)} == {"framework"}


@pytest.mark.parametrize(
    "text",
    [
        (
            "AWARD NOTICE\nBuyer: Moor Council\nAn agreement with several framework suppliers was ruled out.\n"
            "Winner lot 1: Fen IT Ltd\nWinner lot 2: Tor IT Ltd\n"
        ),
        (
            "AVIS D'ATTRIBUTION\nAcheteur : Ville de Velle\nMarché ordinaire, non multi-attributaires\n"
            "Attributaire lot 1 : Bonnet SARL\nAttributaire lot 2 : Roche SARL\n"
        ),
        (
            "AVISO DE RESULTADO\nCredenciamento 7/2024 anulado; compra por pregão\nContratante: Prefeitura de Vela\n"
            "Vencedor: Rubro LTDA\nVencedor: Anil LTDA\n"
        ),
        (
            "ADJUDICACIÓN\nCompra a uno de los proveedores homologados\nEntidad: Hospital de Vela\n"
            "Adjudicatario: Rojo S.A.\nAdjudicatario: Azul S.A.\n"
        ),
        (
            "AWARD NOTICE\nBuyer: Moor Council\nTitle: Printers, called off from the regional framework\nSuppliers:\n"
            "Fen IT Ltd - Printers\nTor IT Ltd - Toner\n"
        ),
    ],
)
def test_no_framework_where_it_is_said_that_there_is_none(text: str) -> None:
    assert "framework" not in {role for role, _lot in roles(text)}


@pytest.mark.parametrize(
    "line", ["Accord-cadre multi-attributaires sans minimum", "Accord-cadre multi-attributaires no 12"]
)
def test_other_denials_in_a_line_leave_a_framework(line: str) -> None:
    text = f"AVIS D'ATTRIBUTION\nAcheteur : Ville de Velle\n{line}\nAttributaires : Bonnet Presse SARL ; Roche SARL\n"
    assert {role for role, _lot in roles(text)} == {"framework"}
