"""Who buys, who won, for how much and on what day, where nothing but elimination tells; and where it must not."""

from __future__ import annotations

import pytest

from tenderlight.facts import remarks
from tenderlight.model.statement import StatementKind
from tests.facts.summary import read, summarise

LETTER = """PURCHASE ORDER TW/88
From: Stores Branch, Tolworth Police
To: Larkfield Optics Ltd, 4 Mill Yard
Date: 3 May 2022
Please send 4 night scopes at £950.00 each, £3,800.00 in all."""

FIRMS = [
    (LETTER, "Larkfield Optics Ltd"),
    (
        (
            "BON DE COMMANDE n° 7\nÉmetteur : Mairie de Brizeux\nDestinataire : Optiroute SARL\nObjet : 3 "
            "radars, 9 "
            "000 € HT"
        ),
        "Optiroute SARL",
    ),
    (
        "Die Stadt Merlau hat den Auftrag über 40 Kameras am 3. Mai 2022 an die Firma Sehfeld GmbH vergeben.",
        "Sehfeld GmbH",
    ),
    (
        (
            "Contrat entre la Ville de Saint-Aurèle (ci-après « la Ville ») et Optique Nordet inc. (ci-après "
            "« le Vendeur »)\n"
            "1. Le Vendeur livre 6 caméras pour la somme de 12 400 $."
        ),
        "Optique Nordet inc.",
    ),
    (
        "成交通知书\n致：岭安视讯有限公司\n贵公司的报价已被接受，成交价为人民币56000元。\n采购人：禾川县林业局",
        "岭安视讯有限公司",
    ),
]


@pytest.mark.parametrize(("text", "name"), FIRMS, ids=range(len(FIRMS)))
def test_the_one_company_left_is_the_supplier_and_that_is_said_against_it(text: str, name: str) -> None:
    assert summarise(read(text))["suppliers"] == (f"{name}, sole",)


def test_a_company_found_by_elimination_says_so() -> None:
    text = "Award of contract: body-worn video\nBuyer: Tolworth Police\nLarkfield Optics Ltd\nPrice: £40,000"
    found = [one for one in read(text) if one.kind is StatementKind.SUPPLIER]
    assert found[0].against == (remarks.ONLY_FIRM,)


def test_a_company_that_a_letter_tells_has_nothing_against_it() -> None:
    found = [one for one in read(LETTER) if one.kind is StatementKind.SUPPLIER]
    assert found[0].against == ()


NOBODY = [
    "Award of contract: body-worn video\nBuyer: Tolworth Police\nUnsuccessful bidder: Larkfield Optics Ltd",
    "Award of contract: body-worn video\nBuyer: Tolworth Police\nManufactured by Larkfield Optics Ltd",
    (
        "Award of contract: body-worn video\nBuyer: Tolworth Police\nThe previous contract was held by Larkfield "
        "Optics Ltd."
    ),
    "Award of contract\nBuyer: Tolworth Police\nPerformance bond issued by Harbour Bank plc",
    "Avis d'attribution\nAcheteur : Mairie de Brizeux\nGroupement solidaire : Optiroute SARL / Cabinet Vasseur",
    "Invitation to tender\nBuyer: Tolworth Police\nTo: Larkfield Optics Ltd\nBids close on 3 May 2022.",
    "中标公告\n采购人：禾川县林业局\n代理机构：正行招标代理有限公司\n公告发布媒体：岭安网络有限公司网站",
]


@pytest.mark.parametrize("text", NOBODY, ids=range(len(NOBODY)))
def test_a_company_that_is_somebody_else_is_no_supplier(text: str) -> None:
    assert summarise(read(text))["suppliers"] == ()


def test_two_companies_of_which_nothing_is_said_are_no_suppliers() -> None:
    text = "Award of contract\nBuyer: Tolworth Police\nLarkfield Optics Ltd\nGrebe Systems Ltd\n3 May 2022"
    assert summarise(read(text))["suppliers"] == ()


SUMS = [
    ("Contract award\nBuyer: Tolworth Police\nSupplier: Larkfield Optics Ltd\nObligated: $412,000.00", "412000"),
    (
        (
            "Wybór oferty\nZamawiający: Gmina Brzozowo\nWybrano ofertę nr 2: Wizja Sp. z o.o., cena brutto 18 "
            "080,00 zł.\n"
            "Pozostałe oferty: nr 1 - Secur S.A., 24 230,00 zł."
        ),
        "18080",
    ),
    (
        (
            "Contrat entre la Ville de Saint-Aurèle (ci-après « la Ville ») et Optique Nordet inc. (ci-après "
            "« le Vendeur »)\n"
            "1. La Ville verse la somme de 12 400 $. 2. La caution est de 1 240 $."
        ),
        "12400",
    ),
    (
        "服务协议\n甲方：禾川县林业局\n乙方：岭安视讯有限公司\n年服务费为人民币60,000元，两年合计120,000元。\n2022年5月3日签订",
        "120000",
    ),
]


@pytest.mark.parametrize(("text", "amount"), SUMS, ids=range(len(SUMS)))
def test_the_one_sum_left_is_the_price(text: str, amount: str) -> None:
    amounts = summarise(read(text))["amounts"]
    assert isinstance(amounts, tuple)
    assert [one.split()[1] for one in amounts] == [amount]


NO_SUMS = [
    "Contract award\nBuyer: Tolworth Police\nSupplier: Larkfield Optics Ltd\nA bond of £41,000 secures the works.",
    (
        "Contract award\nBuyer: Tolworth Police\nSupplier: Larkfield Optics Ltd\nThe order has a £41,000 "
        "not-to-exceed limit."
    ),
    ("Contract award\nBuyer: Tolworth Police\nSupplier: Larkfield Optics Ltd\nThe price of the rejected bid: £41,000."),
    (
        "Contract award\nBuyer: Tolworth Police\nSupplier: Larkfield Optics Ltd\nObligated £41,000, later "
        "obligated "
        "£99,000."
    ),
    "Contract award\nBuyer: Tolworth Police\nSupplier: Larkfield Optics Ltd\nVAT amount £41,000.",
    "合同公告\n甲方：禾川县林业局\n乙方：岭安视讯有限公司\n合同价款分期支付：2022年5月3日前支付162,000元。",
    "中选公告\n采购人：禾川县林业局\n中选人：岭安视讯有限公司\n备选机构：远目网络有限公司，报价192,000元",
]


@pytest.mark.parametrize("text", NO_SUMS, ids=range(len(NO_SUMS)))
def test_a_sum_that_is_something_else_is_no_price(text: str) -> None:
    amounts = summarise(read(text))["amounts"]
    assert isinstance(amounts, tuple)
    assert not [one for one in amounts if one.startswith(("award", "contract"))]


DAYS = [
    (
        (
            "Public notice of award. The Board of the Ferring Port Authority resolved at its sitting of 23 "
            "May 2022 to award "
            "the tender to Larkfield Optics Ltd at £41,000."
        ),
        ("award 2022-05-23",),
    ),
    (
        (
            "Décision n° 12 du 16 septembre 2022\nLe Président du Syndicat mixte du Loing décide de retenir "
            "l'offre de la "
            "société Optiroute SARL."
        ),
        ("award 2022-09-16",),
    ),
    (
        (
            "Award of contract\nBuyer: Tolworth Police\nSupplier: Larkfield Optics Ltd\nYour quotation of 4 April "
            "2022 refers."
        ),
        (),
    ),
    ("Award of contract\nBuyer: Tolworth Police\nSupplier: Larkfield Optics Ltd\nDelivery until 4 April 2022.", ()),
    (
        (
            "L'Écho de la côte - édition du 4 mai 2022\nLa société Optiroute SARL a remporté le marché des "
            "radars de la ville "
            "de Brizeux."
        ),
        (),
    ),
]


@pytest.mark.parametrize(("text", "days"), DAYS, ids=range(len(DAYS)))
def test_the_one_day_that_can_be_its_own_is_that_of_the_document(text: str, days: tuple[str, ...]) -> None:
    assert summarise(read(text))["dates"] == days


OFFICES = [
    (
        "AWARD SUMMARY\nEntity: Ferring Valley Transport Authority (FVTA)\nAwarded to: Larkfield Optics Ltd",
        "Ferring Valley Transport Authority",
    ),
    (
        "BON DE COMMANDE n° 7\nÉmetteur : Centre hospitalier du Val-Brun\nFournisseur : Optiroute SARL",
        "Centre hospitalier du Val-Brun",
    ),
    (
        "Marché attribué par la Communauté de communes du Pays d'Orme à la société Optiroute SARL.",
        "Communauté de communes du Pays d'Orme",
    ),
    ("成交结果\n需求部门　　云岭边境管理支队\n成交供应商：岭安视讯有限公司", "云岭边境管理支队"),
]


@pytest.mark.parametrize(("text", "name"), OFFICES, ids=range(len(OFFICES)))
def test_the_one_office_that_a_document_names_buys(text: str, name: str) -> None:
    assert summarise(read(text))["buyer"] == (name,)


NO_OFFICES = [
    (
        "Award notice\nAwarded to: Larkfield Optics Ltd\nAppeals may be lodged with the Ferring Review Board "
        "within "
        "ten days."
    ),
    (
        "Award notice\nAwarded to: Larkfield Optics Ltd\nRadios will be used by Tolworth Police and by "
        "Ferring Port "
        "Authority."
    ),
    "Award notice\nAwarded to: Larkfield Optics Ltd\nSubject: Radios for Police Officers",
    "成交结果\n成交供应商：岭安视讯有限公司\n投诉受理：禾川县财政局",
]


@pytest.mark.parametrize("text", NO_OFFICES, ids=range(len(NO_OFFICES)))
def test_an_office_that_is_something_else_buys_nothing(text: str) -> None:
    assert summarise(read(text))["buyer"] == ()


STAGES = [
    ("Le marché des radars a été octroyé par la Ville de Brizeux à la société Optiroute SARL.", "award"),
    ("Tolworth Police has selected Larkfield Optics Ltd. The contract will be signed on 3 May 2022.", "award"),
    (
        (
            "Oferentes:\n  Visor S.A.C.  S/ 18,400.00  (Adjudicado)\n  Kallpa S.A.  S/ 19,000.00\nFecha de buena "
            "pro: 19/10/2022"
        ),
        "award",
    ),
    ("Quarterly return of Tolworth Police. Frameworks awarded in the quarter: none.", None),
    ("Tenders are invited for radars. The contract will be awarded to the lowest bidder.", "tender"),
]


@pytest.mark.parametrize(("text", "stage"), STAGES, ids=range(len(STAGES)))
def test_words_of_an_award_tell_the_stage_where_no_heading_does(text: str, stage: str | None) -> None:
    assert summarise(read(text))["stage"] in {stage, None if stage == "tender" else stage}


def test_a_government_over_its_office_does_not_buy() -> None:
    text = (
        "GOBIERNO DEL ESTADO DE ALTAMAR\nSECRETARÍA DE PUERTOS\nACTA DE FALLO\n"
        "Se adjudica la partida única a Cobre Norte, S. de R.L., por $4,000.00 M.N."
    )
    assert summarise(read(text))["buyer"] == ("SECRETARÍA DE PUERTOS",)


def test_a_short_form_that_a_sentence_uses_is_no_buyer() -> None:
    text = "本报讯 记者昨日从市轨道集团获悉，安检系统采购日前揭晓，屹川安检股份有限公司以1.086亿元的报价中标。"
    assert summarise(read(text))["buyer"] == ()
    office = "判给公告\n市政基建局\n透過批示，將「保養」判給「恆聯通科技有限公司」，總金額為澳門元2,000.00。"
    assert summarise(read(office))["buyer"] == ("市政基建局",)
