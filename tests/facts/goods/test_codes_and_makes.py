"""Codes of models that look like something else, makes beside them, brackets of names, labels below names."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.evaluate.notices import ExpectedItem
from tenderlight.facts.goods.made_first import made_first
from tenderlight.facts.names.western import has_company

HEADS = {
    "zh": "岚桥市公安局设备采购合同\n合同编号：LQ-2024-18\n甲方：岚桥市公安局\n乙方：川北信安电子有限公司\n",
    "tw": "決標公告\n機關名稱：岚桥縣警察局\n標案案號：LQ113-18\n得標廠商：信安電子股份有限公司\n決標金額：900,000元\n",
    "en": "CONTRACT AWARD NOTICE\nBuyer: Penvale Council\nSupplier: Harrow Optics Ltd\nContract value: £99,000\n",
    "es": "ACTA DE ADJUDICACIÓN\nEntidad: Municipalidad de Los Pinos\nAdjudicatario: Litoral S.A.\nMonto: $ 990.000\n",
    "pt": "TERMO DE HOMOLOGAÇÃO\nÓrgão: Prefeitura de Serra Azul\nVencedor: Vigia Ltda.\nValor: R$ 99.540,00\n",
    "fr": "AVIS D'ATTRIBUTION\nAcheteur : Commune de Roquebrune\nTitulaire : Argos SAS\nMontant du marché : 99 540 €\n",
    "ru": "КОНТРАКТ № 15/23\nЗаказчик: ГКУ «Светлый город»\nПоставщик: ООО «Щит»\nЦена контракта: 975 400 руб.\n",
    "de": "AUFTRAGSVERGABE\nAuftraggeber: Stadt Moorheim\nAuftragnehmer: Bergtechnik GmbH\n",
    "it": "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Valbruna\nAggiudicatario: Alpina S.r.l.\n",
    "pl": "OGŁOSZENIE O UDZIELENIU ZAMÓWIENIA\nZamawiający: Gmina Jasna\nWykonawca: Dom Sp. z o.o.\n",
}
GOODS = {
    "code that begins with figures": (
        "zh",
        "1、读卡终端 型号 728-CV 36台 单价650元\n2、门禁主机 型号 DL28 4台 单价3330元",
        ["读卡终端 |  | 728-CV | 36 | 台 | 650", "门禁主机 |  | DL28 | 4 | 台 | 3330"],
    ),
    "code of figures alone": ("zh", "交换机，型号：6850，12台，单价9,400元", ["交换机 |  | 6850 | 12 | 台 | 9400"]),
    "bracket that says which kind": (
        "zh",
        "1. 安检门（双区）瑞达 RD-8 2台 单价880元\n2. 无人机（含挂载），瑞达，UX-3，5架，12,000元/架",
        ["安检门（双区） | 瑞达 | RD-8 | 2 | 台 | 880", "无人机（含挂载） | 瑞达 | UX-3 | 5 | 架 | 12000"],
    ),
    "name with a word that leads": (
        "zh",
        "1. 存储设备（品牌：海澜，型号：HR-66）2台，单价24,400元",
        ["存储设备 | 海澜 | HR-66 | 2 | 台 | 24400"],
    ),
    "make behind the word for models": (
        "zh",
        "核心路由器，型号：海澜 NK-90，3台，单价7,000元",
        ["核心路由器 | 海澜 | NK-90 | 3 | 台 | 7000"],
    ),
    "name that begins with a size": (
        "zh",
        (
            "货物 | 品牌 | 型号 | 数量 | 单位 | 中标价\n | | | | | 单价 | 总价\n"
            "1 | 4K枪机 | 海澜 | TH-5 | 36 | 台 | 330.00 | 11,880.00\n"
            "2 | 8路主机 | 海澜 | NV-8 | 2 | 台 | 900.00 | 1,800.00"
        ),
        ["4K枪机 | 海澜 | TH-5 | 36 | 台 | 330", "8路主机 | 海澜 | NV-8 | 2 | 台 | 900"],
    ),
    "unit in the head of the price": (
        "zh",
        (
            "货物名称 | 品牌 | 型号 | 数量 | 中标单价（元/台）\n"
            "测温仪 | 海澜 | TH-5 | 36 | 330.00\n道闸 | 海澜 | NV-8 | 2 | 900.00"
        ),
        ["测温仪 | 海澜 | TH-5 | 36 | 台 | 330", "道闸 | 海澜 | NV-8 | 2 | 台 | 900"],
    ),
    "specification that is no model": (
        "zh",
        "品名\t规格\t单位\t数量\t单价\t金额\n线缆敷设\t含辅材\t米\t2400\t3.50\t8,400.00\n球机\tRY-P4\t台\t18\t420.00\t7,560.00",
        ["线缆敷设 |  |  | 2400 | 米 | 3.5", "球机 |  | RY-P4 | 18 | 台 | 420"],
    ),
    "labels of a portal without colons": (
        "tw",
        (
            "決標品項\n第1品項　品項名稱　鏡頭更換　單價 6,800元/支　預估需求數量 100\n"
            "第2品項　品項名稱　磁碟更換　單價 3,200元/顆　預估需求數量 60"
        ),
        ["鏡頭更換 |  |  | 100 | 支 | 6800", "磁碟更換 |  |  | 60 | 颗 | 3200"],
    ),
    "dashes between cells": (
        "zh",
        "对讲机—海澜—P47—120只—580元/只\n课桌—海澜—XM-7—5张—950元/张",
        ["对讲机 | 海澜 | P47 | 120 | 只 | 580", "课桌 | 海澜 | XM-7 | 5 | 张 | 950"],
    ),
    "code like a company": (
        "fr",
        "Lot 1 : 36 caméras dôme Ruvo AS-M13 à 470 € l'unité\nLot 2 : 8 écrans plats Ruvo SL-963 à 520 € l'unité",
        ["caméras dôme | Ruvo | AS-M13 | 36 |  | 470", "écrans plats | Ruvo | SL-963 | 8 |  | 520"],
    ),
    "code with the letters of a currency": (
        "en",
        "- 24 x video encoder (Ruvo RK-9RX8624BS-B3) at £40.00 each\n- 36 x dome camera (Ruvo TND387L) at £20.00 each",
        ["video encoder | Ruvo | RK-9RX8624BS-B3 | 24 |  | 40", "dome camera | Ruvo | TND387L | 36 |  | 20"],
    ),
    "code with the letters of a tax and of a sign": (
        "en",
        (
            "(a) Office chair, Norvo EX-E74: 8 units @ 620.00 = 4,960.00\n"
            "(b) Water pump, Norvo X9394: 20 units @ 21.00 = 420.00"
        ),
        ["Office chair | Norvo | EX-E74 | 8 | units | 620", "Water pump | Norvo | X9394 | 20 | units | 21"],
    ),
    "make and code before the name": (
        "en",
        "3 x Norvo HX-200 dome camera @ £170.00\n12 x Selto M8624 office chair @ £480.00",
        ["dome camera | Norvo | HX-200 | 3 |  | 170", "office chair | Selto | M8624 | 12 |  | 480"],
    ),
    "make behind the word model": (
        "en",
        (
            "The Supplier shall supply 12 dome cameras (model Ruvo 607-NB) at £170.00 each, "
            "3 recorders (model Ruvo RC-4) at £99.00 each."
        ),
        ["dome cameras | Ruvo | 607-NB | 12 |  | 170", "recorders | Ruvo | RC-4 | 3 |  | 99"],
    ),
    "labels below a numbered name": (
        "pt",
        (
            "ITEM 1 – Monitor de vídeo\nQuantidade: 36 un.\nMarca: Altiva\nModelo: LP-3\nValor unitário: R$ 39,00\n"
            "ITEM 2 – Rádio portátil\nQuantidade: 2 un.\nMarca: Altiva\nModelo: RX-9\nValor unitário: R$ 10,50"
        ),
        ["Monitor de vídeo | Altiva | LP-3 | 36 | un | 39", "Rádio portátil | Altiva | RX-9 | 2 | un | 10.5"],
    ),
    "make and model in specifications": (
        "es",
        (
            "Código | Producto | Cantidad | Especificaciones | Precio unit. | Valor total\n"
            "43210001 | Radio portátil | 5 | Marca Ruvo, modelo BW-3 Lite, 64 GB | 600 | 3.000\n"
            "43210002 | Arnés de pecho | 5 | Genérico | 20 | 100"
        ),
        ["Radio portátil | Ruvo | BW-3 Lite | 5 |  | 600", "Arnés de pecho |  |  | 5 |  | 20"],
    ),
    "trade mark": (
        "ru",
        (
            "1.1. Видеорегистратор, товарный знак «Норвик», модель F1486, количество 36 компл., цена 470,00 руб.\n"
            "1.2. Кресло, товарный знак «Альтаир», модель 774-К, количество 8 шт., цена 610,00 руб."
        ),
        ["Видеорегистратор | Норвик | F1486 | 36 | компл. | 470", "Кресло | Альтаир | 774-К | 8 | шт. | 610"],
    ),
    "who supplies": (
        "ru",
        "1. Поставщик передаёт Покупателю турникеты ПТ-20 в количестве 25 шт. по цене 36 400 руб. за шт.",
        ["турникеты |  | ПТ-20 | 25 | шт. | 36400"],
    ),
    "German units": (
        "de",
        (
            "4 St. Metalldetektor, Fabrikat Altima, Typ XK77, je 200,00 EUR\n"
            "2 St. Laserdrucker, Fabrikat Altima, Typ MX-5, je 90,00 EUR"
        ),
        ["Metalldetektor | Altima | XK77 | 4 | St. | 200", "Laserdrucker | Altima | MX-5 | 2 | St. | 90"],
    ),
    "Italian lots": (
        "it",
        (
            "Lotto 1: n. 24 telecamere marca Ruvo mod. F1149 al prezzo unitario di € 10,00\n"
            "Lotto 2: n. 6 monitor marca Ruvo mod. M-20 al prezzo unitario di € 90,00"
        ),
        ["telecamere | Ruvo | F1149 | 24 |  | 10", "monitor | Ruvo | M-20 | 6 |  | 90"],
    ),
    "Polish prices": (
        "pl",
        (
            "- 12 szt. kamer nasobnych Orbis D9059 w cenie 40,00 zł/szt.\n"
            "- 2 szt. stacji dokujących Orbis G40 w cenie 90,00 zł/szt."
        ),
        ["kamer nasobnych | Orbis | D9059 | 12 | szt. | 40", "stacji dokujących | Orbis | G40 | 2 | szt. | 90"],
    ),
    "licences": (
        "pt",
        "compreendendo 14 catracas modelo CF-200, 14 leitores faciais modelo BL-1 e 1 licença de software.",
        [
            "catracas |  | CF-200 | 14 |  | ",
            "leitores faciais |  | BL-1 | 14 |  | ",
            "licença de software |  |  | 1 |  | ",
        ],
    ),
}


def _shown(item: ExpectedItem) -> str:
    price = f"{item.unit_price.normalize():f}" if item.unit_price is not None else ""
    unit = {"un": "un", "шт": "шт.", "компл": "компл.", "szt": "szt.", "St": "St."}.get(
        item.unit or "", item.unit or ""
    )
    return f"{item.name} | {item.brand or ''} | {item.model or ''} | {item.qty} | {unit} | {price}"


@pytest.mark.parametrize("case", GOODS)
def test_goods_are_told_apart(case: str) -> None:
    head, body, expected = GOODS[case]
    assert [_shown(item) for item in predict(f"{HEADS[head]}{body}\n").items] == expected


@pytest.mark.parametrize(
    "name",
    [
        "Camera DS-200 outdoor housing",
        "Norvo HX-200 with mount",
        "Norvo 16GB memory card",
        "Norvo HX-200",
        "Server rack 42U cabinet",
    ],
)
def test_no_make_before_names(name: str) -> None:
    assert made_first(name) is None


def test_letters_of_a_code_are_no_company() -> None:
    assert not has_company("Altima SL-963")
    assert has_company("Altima SL")


def test_no_numbered_heading_without_a_count_names_goods() -> None:
    text = f"{HEADS['en']}3. Inspection by the county engineer\nUnit price: £320.00\n4. Payment\nNet 30 days\n"
    assert predict(text).items == ()


@pytest.mark.parametrize("sign", ["品牌", "（双", "a ", "1x", "—"])
def test_long_lines_are_read_in_time(sign: str) -> None:
    begun = time.process_time()
    predict(f"{HEADS['zh']}{sign * 20_000}3台 单价5元")
    assert time.process_time() - begun < 4
