"""Papers that list all bids and then only point to the one that was taken: by number, order, or as the lowest."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

TAKEN = [
    (
        (
            "ПРОТОКОЛ № 4 подведения итогов запроса котировок\nЗаказчик: МКУ «Служба заказчика г. Ольхово»\n"
            "Участник № 1 — ООО «Тропа», цена 410 000 руб.\nУчастник № 2 — ООО «Сигнал-Юг», цена 398 500 руб.\n"
            "Участник № 3 — ИП Белов, цена 402 000 руб.\nКомиссия решила признать победителем участника № 2."
        ),
        ("ООО «Сигнал-Юг», sole",),
    ),
    (
        (
            "MINUTES OF THE TENDER BOARD\nWestmoor District Council, 4 May 2023\nBids were received from:\n"
            "A. Harlow Cable Ltd - £84,300\nB. Penwith Systems Ltd - £79,950\nC. Tamar Electrical Ltd - £91,020\n"
            "RESOLVED that the contract for CCTV at the depot be awarded to Bidder B."
        ),
        ("Penwith Systems Ltd, sole",),
    ),
    (
        (
            "评审结果报告\n采购人：青岭县第二中学\n项目名称：校园广播\n供应商1：合肥远声电子有限公司，报价86000元\n"
            "供应商2：安徽鸣远科技有限公司，报价79500元\n供应商3：芜湖广声音响有限公司，报价88200元\n经评审，确定供应商2为成交供应商。"
        ),
        ("安徽鸣远科技有限公司, sole",),
    ),
    (
        (
            "中学图书馆门禁采购结果\n青岭县实验中学组织询价，三家报价如下：\n合肥甲盾科技有限公司 45600元\n"
            "安徽乙门智能有限公司 43900元\n芜湖丙安电子有限公司 46800元\n经研究，由报价最低的第二家供货。"
        ),
        ("安徽乙门智能有限公司, sole",),
    ),
    (
        (
            "EXTRAIT DU PROCÈS-VERBAL\nMunicipalité de Saint-Elzéar\nATTENDU que trois soumissions ont été reçues :\n"
            "Électro Beauce inc. : 112 400 $\nSécurité Chaudière ltée : 108 950 $\nGroupe Vigi-Nord inc. : 121 300 $\n"
            "Il est résolu d'accorder le contrat de caméras au plus bas soumissionnaire conforme."
        ),
        ("Sécurité Chaudière ltée, sole",),
    ),
    (
        (
            "Minutes 12 June 2024 - Harbour Trust of Calder\nTwo quotations were received: Marlin Radio Ltd at $41,200 "
            "and Seabright Comms Ltd at $39,800. It was resolved to accept the latter."
        ),
        ("Seabright Comms Ltd, sole",),
    ),
    (
        (
            "ACTA DE ADJUDICACIÓN\nMunicipalidad de Villa Ceiba\nOferta 1: Redes del Valle S.A. por $ 1.250.000\n"
            "Oferta 2: Cámaras del Sur S.R.L. por $ 1.180.000\nOferta 3: Técnica Norte S.A. por $ 1.310.000\n"
            "La comisión resuelve adjudicar a la oferta 2."
        ),
        ("Cámaras del Sur S.R.L., sole",),
    ),
    (
        (
            "VERGABEVERMERK\nStadt Oberlinden, Beschaffung Funkgeräte\nBieter 1: Funk Meier GmbH, 48.300,00 EUR\n"
            "Bieter 2: Nordfunk AG, 45.900,00 EUR\nBieter 3: Telesys KG, 51.000,00 EUR\nZuschlag wird Bieter 2 erteilt."
        ),
        ("Nordfunk AG, sole",),
    ),
    (
        (
            "TENDER COMMITTEE DECISION\nMinistry of Works of Talu\nTenderer No. 1: Oceanic Traders Ltd, USD 210,000\n"
            "Tenderer No. 2: Reef Construction Ltd, USD 198,400\nThe Committee approved the award of the contract to "
            "Tenderer No. 1, Tenderer No. 2 being non-responsive."
        ),
        ("Oceanic Traders Ltd, sole",),
    ),
    (
        (
            "TENDER COMMITTEE DECISION\nMinistry of Works of Talu\nOffers: Oceanic Traders Ltd, USD 210,000; "
            "Reef Construction Ltd, USD 198,400 (not responsive); Atoll Supplies Ltd, USD 220,500.\n"
            "The contract is awarded to the lowest responsive bidder."
        ),
        ("Oceanic Traders Ltd, sole",),
    ),
    (
        (
            "ПРОТОКОЛ подведения итогов электронного аукциона\nЗаказчик: МКУ «Служба заказчика г. Ольхово»\n"
            "Номер заявки | Участник | Предложение о цене, руб.\n115072 | ООО «Тропа» | 410 000,00\n"
            "115014 | ООО «Сигнал-Юг» | 418 500,00\nПобедителем признан участник с номером заявки 115072."
        ),
        ("ООО «Тропа», sole",),
    ),
    (
        (
            "Minutes, Procurement Committee, Harbour Trust of Calder, 30.06.2020\nThree quotes. Cowal Comms £17,260; "
            "Nautivision Ltd £16,995; Pierhead Electrical Ltd £19,400.\nAGREED to accept Cowal Comms' quote."
        ),
        ("Cowal Comms, sole",),
    ),
    (
        (
            "Tenders Board, Council of Great Sandray\nOffers: Lucayan Sight Ltd £418,000.00; Cat Cay Technologies "
            "Ltd £399,500.00; Beacon Systems Ltd £466,120.00\nThey recommended the second lowest. The Board APPROVED "
            "this recommendation."
        ),
        ("Lucayan Sight Ltd, sole",),
    ),
    (
        (
            "比选结果公示\n采购人：锦江公园\nA. 四川蜀锦机械有限公司　431,000元\nB. 重庆渝禾农机有限公司　455,200元\n"
            "比选小组推荐 A 为中选人。同意推荐意见。"
        ),
        ("四川蜀锦机械有限公司, sole",),
    ),
]


@pytest.mark.parametrize(("text", "suppliers"), TAKEN, ids=range(len(TAKEN)))
def test_the_bid_that_is_pointed_to_has_won(text: str, suppliers: tuple[str, ...]) -> None:
    assert summarise(read(text))["suppliers"] == suppliers


def test_the_price_of_that_bid_is_the_price() -> None:
    assert summarise(read(TAKEN[7][0]))["amounts"] == ("award 45900 EUR",)


NOT_TAKEN = [
    # two bids are pointed to
    TAKEN[7][0].replace("Bieter 2 erteilt", "Bieter 2 erteilt. Bieter 1 wird ebenfalls der Zuschlag erteilt"),
    # the bid was refused
    TAKEN[8][0].replace("the award of the contract to Tenderer No. 1", "the award. Tenderer No. 1 was rejected"),
    # an ordinal with another noun
    (
        "MINUTES\nWestmoor District Council\nBids: Harlow Cable Ltd - £84,300; Penwith Systems Ltd - £79,950.\n"
        "RESOLVED to award the second stage at the next meeting."
    ),
    # nothing is decided
    (
        "MINUTES OF BID OPENING\nWestmoor District Council\nBidder 1: Harlow Cable Ltd, £84,300\n"
        "Bidder 2: Penwith Systems Ltd, £79,950\nBidder 2 asked for a copy."
    ),
    # recommended, and nobody approved it
    (
        "MINUTES\nWestmoor District Council\nBids: Harlow Cable Ltd - £84,300; Penwith Systems Ltd - £79,950.\n"
        "The officer recommended the lowest bid. The matter was deferred."
    ),
]


@pytest.mark.parametrize("text", NOT_TAKEN, ids=range(len(NOT_TAKEN)))
def test_nobody_is_told_where_no_one_bid_is_pointed_to(text: str) -> None:
    assert summarise(read(text)).get("suppliers", ()) == ()
