"""Goods beside prices that are none of theirs, in invitations, behind verbs, and in lists joined by words."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.evaluate.notices import ExpectedItem

CHINESE = "岚桥市公安局设备采购成交公告\n采购人：岚桥市公安局\n成交供应商：川北信安电子有限公司\n"
ENGLISH = "CONTRACT AWARD NOTICE\nBuyer: Penvale Council\nSupplier: Harrow Optics Ltd\nContract value: £99,000\n"
PORTUGUESE = "TERMO DE HOMOLOGAÇÃO\nÓrgão: Prefeitura de Serra Azul\nVencedor: Vigia Ltda.\nValor: R$ 99.540,00\n"
RUSSIAN = "Контракт № 15-К/2023. Заказчик: МКУ «Свет». Поставщик: ООО «Щит». "
RECEIVED = "ACTA DE RECEPCIÓN\nEntidad: Alcaldía de Los Pinos\nProveedor: Litoral S.A.\nFecha de recepción: 3/4/2023\n"
POLISH = "UMOWA\nZamawiający: Gmina Jasna\nWykonawca: Dom Sp. z o.o.\n"
GOODS = {
    "estimate beside the price": (
        ENGLISH + "Item | Description | Qty | Estimated unit price | Awarded unit price | Total\n"
        "1 | Pump, Ruvo KR-9 | 2 | 880.00 | 820.00 | 1,640.00\n2 | Fan, Ruvo FX-1 | 4 | 90.00 | 70.00 | 280.00",
        ["Pump | Ruvo | KR-9 | 2 | 820", "Fan | Ruvo | FX-1 | 4 | 70"],
    ),
    "estimate before the price": (
        PORTUGUESE + "Item | Descrição | Marca | Qtde | Valor estimado unit. | Valor unit. | Valor total\n"
        "1 | Câmera dome | Orbis | 5 | 119,00 | 110,00 | 550,00\n2 | Leitor | Vanto | 24 | 90,00 | 80,00 | 1.920,00",
        ["Câmera dome | Orbis |  | 5 | 110", "Leitor | Vanto |  | 24 | 80"],
    ),
    "limit behind the price": (
        CHINESE + "1. 道闸，海澜 NV-8，2台，单价900元（最高限价1,000元）\n"
        "2. 岗哨机，海澜 NV-9，3台，单价800元（预算单价950元）",
        ["道闸 | 海澜 | NV-8 | 2 | 900", "岗哨机 | 海澜 | NV-9 | 3 | 800"],
    ),
    "sign of model before the count": (
        CHINESE + "一标段：服务器 曙峰 SF-R740X 6台 98000.00元/台；交换机 曙峰 SF-93 2台 1500.00元/台",
        ["服务器 | 曙峰 | SF-R740X | 6 | 98000", "交换机 | 曙峰 | SF-93 | 2 | 1500"],
    ),
    "names before labels": (
        CHINESE + "产品1：显示屏，品牌：北望，型号：DF-1，数量：5台，单价：500元；"
        "产品2：网关，品牌：北望，型号：VK-4，数量：3台，单价：900元。",
        ["显示屏 | 北望 | DF-1 | 5 | 500", "网关 | 北望 | VK-4 | 3 | 900"],
    ),
    "names above labels set in": (
        CHINESE
        + "读卡终端\n  型号：海澜 KT-1　数量：36台　单价：290.00元\n道闸\n  型号：海澜 BH-5　数量：2台　单价：930.00元",
        ["读卡终端 | 海澜 | KT-1 | 36 | 290", "道闸 | 海澜 | BH-5 | 2 | 930"],
    ),
    "list of prices that are called something else": (
        CHINESE + "成交金额：5,400元\n"
        "① 阅览桌 / 木童 / MT-12 / 3 张 / 报价 800.00\n② 阅览椅 / 木童 / MT-3 / 15 把 / 报价 200.00",
        ["阅览桌 | 木童 | MT-12 | 3 | 800", "阅览椅 | 木童 | MT-3 | 15 | 200"],
    ),
    "list in a paper of one line": (
        RUSSIAN + "Предмет: принтер лазерный Вектор МТ-70 — 5 шт по 880 руб., кресло офисное Альта КР-1 — 3 шт. "
        "по 560 руб. Цена контракта 6 080,00 руб. Дата заключения 03.02.2023.",
        ["принтер лазерный | Вектор | МТ-70 | 5 | 880", "кресло офисное | Альта | КР-1 | 3 | 560"],
    ),
    "Polish sentence": (
        POLISH
        + "§ 1. Przedmiotem umowy jest dostawa 12 szt. kamer nasobnych Orbis S2 w cenie 150,00 zł/szt. oraz 2 szt. "
        "stacji dokujących Orbis D6 w cenie 900,00 zł/szt.",
        ["kamer nasobnych | Orbis | S2 | 12 | 150", "stacji dokujących | Orbis | D6 | 2 | 900"],
    ),
    "joined by a word": (
        CHINESE + "采购内容：执法仪14套、采集器14台和扩展柜3台",
        ["执法仪 |  |  | 14 | ", "采集器 |  |  | 14 | ", "扩展柜 |  |  | 3 | "],
    ),
    "one thing beside its label": (
        "財物驗收紀錄\n採購機關　岚桥縣立體育場\n採購標的　辨識閘門 6座\n廠商　信安電子股份有限公司",
        ["辨識閘門 |  |  | 6 | "],
    ),
    "leaders before a small number": (
        ENGLISH + "Description of goods ........ Passport readers\nMake and model .............. Ruvo DS-90\n"
        "Quantity .................... 26\nUnit price .................. £350.00",
        ["Passport readers | Ruvo | DS-90 | 26 | 350"],
    ),
    "bulleted counts": (
        RECEIVED + "• seis (6) cámaras domo marca Vigo, modelo VG-2, a $ 36.00 cada una;\n"
        "• cien (100) metros de cable UTP, a $ 1.50 el metro.",
        ["cámaras domo | Vigo | VG-2 | 6 | 36", "cable UTP |  |  | 100 | 1.5"],
    ),
}


def _shown(item: ExpectedItem) -> str:
    price = f"{item.unit_price.normalize():f}" if item.unit_price is not None else ""
    return f"{item.name} | {item.brand or ''} | {item.model or ''} | {item.qty} | {price}"


@pytest.mark.parametrize("case", GOODS)
def test_goods_are_told_apart(case: str) -> None:
    text, expected = GOODS[case]
    assert [_shown(item) for item in predict(f"{text}\n").items] == expected


INVITED = "岚桥市检察院竞争性磋商公告\n采购人：岚桥市检察院\n预算金额：780,000元\n"


def test_an_invitation_lists_goods_without_prices() -> None:
    found = predict(f"{INVITED}采购清单：庭审主机 3台；拾音器 24只。\n响应文件递交截止：2024年4月2日14时\n").items
    assert [_shown(item) for item in found] == ["庭审主机 |  |  | 3 | ", "拾音器 |  |  | 24 | "]
    rows = (
        "采购清单：\n序号 | 货物名称 | 数量 | 单位 | 单价（元） | 小计（元）\n1 | 主机 | 3 | 台 | 900.00 | 2,700.00\n"
    )
    found = predict(f"{INVITED}{rows}响应文件递交截止：2024年4月2日14时\n").items
    assert [_shown(item) for item in found] == ["主机 |  |  | 3 | "]


def test_what_is_sold_is_not_bought() -> None:
    assert (
        predict(
            "竞价公告\n项目：报废车辆处置\n出让方：岚桥市机关事务管理中心\n标的：公务用车11辆\n起拍价：86,000元\n"
        ).items
        == ()
    )


@pytest.mark.parametrize("heading", ["主要标的信息", "采购清单", "Goods to be supplied"])
def test_headings_above_labels_name_no_goods(heading: str) -> None:
    found = predict(f"{CHINESE}{heading}\n  品牌：海澜　型号：KT-1　数量：36台　单价：290.00元\n").items
    assert heading not in [item.name for item in found]


@pytest.mark.parametrize("sign", ["采购标的 ", "产品1：", "1. a\n  数量：", ", 每台含", "oraz 1 "])
def test_long_texts_are_read_in_time(sign: str) -> None:
    begun = time.process_time()
    predict(f"{CHINESE}{sign * 5_000}3台 单价5元")
    assert time.process_time() - begun < 8
