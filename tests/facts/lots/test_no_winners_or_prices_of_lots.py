"""What stands where winners and prices of lots do, and is neither: bids, makers, rejected leaders, securities."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.lots.listed_bids import bids_listed, first_of
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page

HEAD = "CONTRACT AWARD NOTICE\nBuyer: Dungarvan Community College\n"
TAIL = "\nDate of award: 5 May 2022\n"


@pytest.mark.parametrize(
    ("told", "winner"),
    [
        (
            (
                "Awarded to: Gamma Systems Ltd\nContract value: EUR 47,000\nBid 1: Alpha Cameras Ltd, EUR 41,200\n"
                "Bid 2: Beta Vision Ltd, EUR 45,000\nBid 3: Gamma Systems Ltd, EUR 47,000"
            ),
            ("Gamma Systems Ltd", 47000),
        ),
        (
            (
                "Tender 1: Alpha Cameras Ltd, KES 4,100,000\nTender 2: Beta Vision Ltd, KES 4,500,000\n"
                "The contract is awarded to Beta Vision Ltd at KES 4,500,000."
            ),
            ("Beta Vision Ltd", 4500000),
        ),
        (
            (
                "Supplier: Gamma Systems Ltd\nOrder 1: Hikvision Digital Technology Co., Ltd cameras, EUR 5,000\n"
                "Order 2: Dahua Technology Co., Ltd recorders, EUR 7,000"
            ),
            ("Gamma Systems Ltd", None),
        ),
        (
            (
                "Contractor: Gamma Systems Ltd\nPhase 1: Alpha Studio Ltd (design consultant), EUR 5,000\n"
                "Phase 2: Beta Build Ltd, EUR 7,000"
            ),
            ("Gamma Systems Ltd", None),
        ),
        (
            (
                "Supplier: Gamma Systems Ltd\nSection 1: Alpha Technology Co., Ltd cameras, EUR 5,000\n"
                "Section 2: Beta Technology Co., Ltd recorders, EUR 7,000"
            ),
            ("Gamma Systems Ltd", None),
        ),
        (
            (
                "The work was awarded to Gamma Systems Ltd for EUR 47,000.\nSection A – doors: Alpha Ltd, EUR 4,200\n"
                "Section B – pipes: Gamma Systems Ltd, EUR 47,000"
            ),
            ("Gamma Systems Ltd", 47000),
        ),
    ],
)
def test_bids_makers_and_parts_of_the_work_are_no_lots(told: str, winner: tuple[str, int | None]) -> None:
    found = predict(HEAD + told + TAIL)
    assert [(one.name, one.role) for one in found.suppliers] == [(winner[0], "sole")]
    assert (found.lots, found.amount) == ((), None if winner[1] is None else Decimal(winner[1]))


@pytest.mark.parametrize("label", ["", "Contractors: Alpha Cameras Ltd and Beta Vision Ltd\n"])
def test_contracts_whose_winners_the_label_names_are_lots(label: str) -> None:
    told = "Contract 1 (doors): Alpha Cameras Ltd, EUR 41,200\nContract 2 (pipes): Beta Vision Ltd, EUR 45,000"
    found = predict(HEAD + label + told + TAIL)
    assert [(one.supplier, one.amount) for one in found.lots] == [
        ("Alpha Cameras Ltd", Decimal(41200)),
        ("Beta Vision Ltd", Decimal(45000)),
    ]


@pytest.mark.parametrize(
    "told",
    [
        (
            "Contract award notice\nLot 1: Alpha Ltd EUR 39,000 (1st place, disqualified); Beta Ltd EUR 41,200\n"
            "Lot 2: Gamma Ltd EUR 12,000 (1st place); Delta Ltd EUR 13,000\n"
        ),
        (
            "Contract award notice\nLot 1: Alpha Ltd EUR 39,000 (previous winner); Beta Ltd EUR 41,200\n"
            "Lot 2: Gamma Ltd EUR 12,000 (winner); Delta Ltd EUR 13,000\n"
        ),
        (
            "Протокол подведения итогов\nЗаказчик: Школа\nЛот 1\nООО «Альфа» 900 000 руб., 1 место, заявка отклонена\n"
            "ООО «Бета» 1 000 000 руб., 2 место, заключить договор\nЛот 2\nООО «Gamma» 100 000 руб., 1 место\n"
            "ООО «Дельта» 120 000 руб., 2 место\n"
        ),
        (
            "Протокол\nЗамовник: Школа № 5\nЛот 1: ТОВ «Альфа» (120 000 грн, 1 місце, відмовився від підписання), "
            "ПП «Бета» (126 500 грн, 2 місце)\n"
            "Лот 2: ТОВ «Gamma» (20 000 грн, 1 місце), ПП «Дельта» (26 500 грн, 2 місце)\n"
        ),
        (
            "Acta de adjudicación\nLote 1: Alfa S.A. 20.000 €, 1º puesto, excluida; Beta S.L. 21.000 €, 2º puesto\n"
            "Lote 2: Gamma S.L. 30.000 €, 1º puesto; Delta S.A. 31.000 €, 2º puesto\n"
        ),
    ],
)
def test_a_leader_that_was_set_aside_has_won_no_lot(told: str) -> None:
    found = predict(told)
    assert len(found.suppliers) == len(found.lots) == 1
    assert "Gamma" in found.suppliers[0].name


@pytest.mark.parametrize(
    ("text", "first"),
    [
        (" Alpha GmbH 9.000,00 EUR, Rang 1. Vom Verfahren ausgeschlossen.\nBeta AG 9.500,00 EUR, Rang 2", None),
        (" Beta AG 9.500,00 EUR, Rang 2\nAlpha GmbH 9.000,00 EUR, Rang 1\nAngebot zurückgezogen", None),
        (" Alfa S.r.l. € 9.000,00, 1º posto, rinunciataria; Beta S.p.A. € 9.500,00", None),
        (" Alpha Ltd EUR 9,000, not the winner; Beta Ltd EUR 9,500", None),
        (" ООО «Альфа» 900 000 руб., победитель, остальные заявки отклонены; ООО «Бета» 950 000 руб.", "ООО «Альфа»"),
        (" Alpha Ltd EUR 9,000, winner; Beta Ltd EUR 9,500, rejected", "Alpha Ltd"),
    ],
)
def test_a_bid_set_aside_stands_first_no_longer(text: str, first: str | None) -> None:
    piece = Piece(sheet=Sheet(page=Page(number=1, text=text), flat=flatten(text)), start=0, end=len(text))
    found = first_of(bids_listed(piece))
    assert (found.name.text if found else None) == first


@pytest.mark.parametrize(
    "told",
    [
        "Contractors: Alpha Cameras Ltd (Lot 1, bid bond EUR 3,000), Gamma Systems Ltd (Lot 2, bid bond EUR 4,000)",
        "Contractors: Lot 1, Alpha Cameras Ltd, budget EUR 3,000; Lot 2, Gamma Systems Ltd, budget EUR 4,000",
        (
            "Alpha Cameras Ltd has been awarded Lot 1 with a guarantee of EUR 3,000 and Gamma Systems Ltd was awarded "
            "Lot 2 with a guarantee of EUR 4,000."
        ),
        (
            "Alpha Cameras Ltd was successful for Lot 1 and Gamma Systems Ltd for Lot 2. The performance bonds are "
            "$64,000 for Lot 1, $38,850 for Lot 2."
        ),
        (
            "Awarded to:\n- Alpha Cameras Ltd – Lot 1 – bid security EUR 1,200\n"
            "- Gamma Systems Ltd – Lot 2 – bid security EUR 3,750"
        ),
        (
            "Value: bid security EUR 1,200 (Lot 1), bid security EUR 3,750 (Lot 2)\n"
            "Contractors: Alpha Cameras Ltd (Lot 1), Gamma Systems Ltd (Lot 2)"
        ),
    ],
)
def test_a_security_or_budget_is_no_price_of_a_lot(told: str) -> None:
    found = predict(HEAD + told + TAIL)
    assert {(one.supplier, one.amount) for one in found.lots} == {
        ("Alpha Cameras Ltd", None),
        ("Gamma Systems Ltd", None),
    }
    assert found.amount is None


@pytest.mark.parametrize(
    ("beside", "price"),
    [
        ("presupuesto base 20.000 €", None),
        ("fianza 1.000 €", None),
        ("20.000 €", 20000),
        ("presupuesto base 25.000 €, importe de adjudicación 20.000 €", 20000),
    ],
)
def test_the_price_is_told_from_what_stands_beside_it(beside: str, price: int | None) -> None:
    found = predict(
        "ANUNCIO DE ADJUDICACIÓN\nÓrgano de contratación: Ayuntamiento de Xàtiva\nAdjudicatario:\n"
        f"- Alfa Cámaras, S.L. (Lote 1): {beside}\n- Gama, S.L. (Lote 2): {beside}\n"
    )
    assert [one.amount for one in found.lots] == [None if price is None else Decimal(price)] * 2


@pytest.mark.parametrize("told", ["not a ", "previous ", "zabezpieczenie ", "sicherheit ", "1 место "])
def test_a_long_line_costs_little(told: str) -> None:
    started = time.perf_counter()
    text = f" Alpha Ltd EUR 9,000, winner {told * (3_500 // len(told))}; Beta Ltd EUR 9,500"
    piece = Piece(sheet=Sheet(page=Page(number=1, text=text), flat=flatten(text)), start=0, end=len(text))
    first_of(bids_listed(piece))
    assert time.perf_counter() - started < 1


@pytest.mark.parametrize(
    "line",
    [
        "八、其他补充事宜：未中标供应商：A包 威海蓝盾电子有限公司（报价 98.1万元，综合得分低）",
        "未成交供应商名称：A包 威海蓝盾电子有限公司，报价98.1万元",
    ],
)
def test_the_price_of_whoever_lost_a_lot_is_not_that_of_the_lot(line: str) -> None:
    told = predict(
        "中标公告\n项目编号：SD-22\n三、中标（成交）信息\n"
        "标包：A    供应商名称：青岛海岳通信设备有限公司    中标（成交）金额：95.472万元\n"
        "标包：B    供应商名称：济南泉信警用装备有限公司    中标（成交）金额：42.8万元\n"
        f"{line}\n九、联系方式\n1.采购人：山东省临沧岛市公安局\n"
    )
    assert told.amount == 1_382_720
    assert {(lot.lot, lot.amount) for lot in told.lots} == {("标包A", Decimal(954_720)), ("标包B", Decimal(428_000))}
