"""The same goods in many layouts: what sets the cells apart, and which words tell them, must not matter."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.evaluate.notices import ExpectedItem
from tests.facts.summary import goods_by_rules

HEADS = {
    "zh": "定岚市公安局采购结果公告\n采购人：定岚市公安局\n成交供应商：河西云盾电子有限公司\n成交金额：175,400元\n",
    "en": "CONTRACT AWARD NOTICE\nBuyer: Wexmoor Council\nSupplier: Halden Optics Ltd\nContract value: £23,540\n",
    "ru": "КОНТРАКТ № 14/22\nЗаказчик: ГКУ «Безопасный город»\nПоставщик: ООО «Щит»\nЦена контракта: 875 400 руб.\n",
    "uk": "ДОГОВІР № 14/22\nЗамовник: КП «Безпечне місто»\nПостачальник: ТОВ «Ладога»\nЦіна договору: 875 400 грн\n",
    "es": (
        "ACTA DE ADJUDICACIÓN\nEntidad: Municipalidad de Los Robles\nAdjudicatario: Litoral S.A.\nMonto: $ 235.400\n"
    ),
    "fr": (
        "AVIS D'ATTRIBUTION\nAcheteur : Commune de Roquelune\nTitulaire : Argos SAS\nMontant du marché : 23 540 €\n"
    ),
    "pt": "TERMO DE HOMOLOGAÇÃO\nÓrgão: Prefeitura de Serra Clara\nVencedor: Vigia Ltda.\nValor: R$ 23.540\n",
}
PLAIN = {
    "zh": ("抓拍摄像机 | - | - | 46 | 2900", "硬盘录像机 | - | - | 6 | 7000"),
    "en": ("Dome camera | - | - | 46 | 290", "Video recorder | - | - | 6 | 1700"),
    "ru": ("Камера купольная | - | - | 46 | 12900", "Видеорегистратор | - | - | 6 | 47000"),
    "uk": ("Камера купольна | - | - | 46 | 12900", "Відеореєстратор | - | - | 6 | 47000"),
    "es": ("Cámara domo | - | - | 46 | 2900", "Grabador de video | - | - | 6 | 17000"),
    "fr": ("Caméra dôme | - | - | 46 | 290", "Enregistreur vidéo | - | - | 6 | 1700"),
    "pt": ("Câmera dome | - | - | 46 | 290", "Gravador de vídeo | - | - | 6 | 1700"),
}
MAKES = {
    "zh": ("云眸 | YM-F70", "天策 | TC-N64"),
    "ru": ("Орвекс | ОД-40", "Тарсен | ТН-64"),
    "uk": ("Орвекс | ОД-40", "Тарсен | ТН-64"),
}
LAYOUTS = {
    "zh": {
        "commas": "（1）抓拍摄像机，46台，单价¥2,900，金额¥133,400\n（2）硬盘录像机，6台，单价¥7,000，金额¥42,000",
        "strokes": "抓拍摄像机 / ×46台 / 2,900元/台 / 计133,400元\n硬盘录像机 / ×6台 / 7,000元/台 / 计42,000元",
        "one line": "供货明细：抓拍摄像机；共46台；单价：2,900元\n硬盘录像机；共6台；单价：7,000元。",
        "* bars": (
            "抓拍摄像机 | 品牌：云眸 | 型号YM-F70 | 数量46台 | 单价为2,900元\n"
            "硬盘录像机 | 天策牌 | 型号TC-N64 | 数量6台 | 单价为7,000元"
        ),
        "* tabs": "1. 抓拍摄像机\t云眸 YM-F70\t×46台\t每台2,900元\n2. 硬盘录像机\t天策 TC-N64\t×6台\t每台7,000元",
        "an unknown head over the names": (
            "序号 | 采购品目 | 采购数 | 综合单价 | 合价\n1 | 抓拍摄像机 | 46 | 2,900.00 | 133,400.00\n"
            "2 | 硬盘录像机 | 6 | 7,000.00 | 42,000.00"
        ),
        "* make and model in a column": (
            "采购品目  厂牌型号  数量  计量单位  单价\n"
            "抓拍摄像机  云眸 YM-F70  46  台  2,900\n硬盘录像机  天策 TC-N64  6  台  7,000"
        ),
    },
    "en": {
        "commas": (
            "(1) Dome camera, x 46, unit cost: £290, for a total of £13,340\n(2) Video recorder, x 6, unit cost: £1,700"
        ),
        "tabs": (
            "1. Dome camera\tqty 46\t£290 each\ttotal £13,340\n2. Video recorder\tqty 6\t£1,700 each\ttotal £10,200"
        ),
        "dashes": "Lot contents: Dome camera - x 46 - £290 per unit; Video recorder - x 6 - £1,700 per unit.",
        "* make and code": (
            "Dome camera / Orvex OD-40 / qty 46 / £290 ea\nVideo recorder / Tarsen TN-64 / qty 6 / £1,700 ea"
        ),
        "* by whom": (
            "Dome camera | by Orvex | model OD-40 | 46 units | unit price £290\n"
            "Video recorder | by Tarsen | model TN-64 | 6 units | unit price £1,700"
        ),
        "bare figures": "Dome camera; 46 units; 290.00; 13,340.00\nVideo recorder; 6 units; 1,700.00; 10,200.00",
    },
    "ru": {
        "per piece": (
            "1. Камера купольная, кол-во: 46, 12 900 руб. за шт.\n2. Видеорегистратор, кол-во: 6, 47 000 руб. за шт."
        ),
        "in the number of": (
            "Товар: Камера купольная / в количестве 46 шт. / цена за ед.: 12 900 руб.; "
            "Видеорегистратор / в количестве 6 шт. / цена за ед.: 47 000 руб."
        ),
        "* quoted makes": (
            "Камера купольная   «Орвекс»   модель ОД-40   46 шт.   по 12 900 ₽\n"
            "Видеорегистратор   «Тарсен»   модель ТН-64   6 шт.   по 47 000 ₽"
        ),
        "* make beside article": (
            "Наименование; Марка; Артикул; Объём; Цена за ед.\n"
            "Камера купольная; Орвекс; ОД-40; 46; 12 900\nВидеорегистратор; Тарсен; ТН-64; 6; 47 000"
        ),
        "a price that the sum explains": (
            "Товар; Кол-во; Цена, руб.\nКамера купольная; 46 шт.; 12 900,00\nВидеорегистратор; 6 шт.; 47 000,00"
        ),
        "a sum that the sum explains": (
            "Товар; Кол-во; Стоимость, руб.\nКамера купольная; 46 шт.; 593 400,00\nВидеорегистратор; 6 шт.; 282 000,00"
        ),
    },
    "uk": {
        "in the number of": (
            "1) Камера купольна / у кількості 46 шт. / ціна 12 900 грн\n"
            "2) Відеореєстратор / у кількості 6 шт. / ціна 47 000 грн"
        ),
        "* makes": (
            "Камера купольна — ТМ «Орвекс» — мод. ОД-40 — 46 шт. — по 12 900 грн\n"
            "Відеореєстратор — ТМ «Тарсен» — мод. ТН-64 — 6 шт. — по 47 000 грн"
        ),
    },
    "es": {
        "each": (
            "1) Cámara domo - cant. 46 - a $2.900 cada uno - total $133.400\n"
            "2) Grabador de video - cant. 6 - a $17.000 cada uno"
        ),
        "by unit": (
            "Bienes adjudicados: Cámara domo / 46 unidades / P.U. $ 2.900; Grabador de video / 6 "
            "unidades / P.U. $ 17.000."
        ),
        "an unknown head": (
            "Ítem; Artículo; Cant; P. unitario; Subtotal\n1; Cámara domo; 46 unidades; 2.900; 133.400\n"
            "2; Grabador de video; 6 unidades; 17.000; 102.000"
        ),
    },
    "fr": {
        "the piece": "Caméra dôme ; Qté : 46 ; 290 € HT pièce\nEnregistreur vidéo ; Qté : 6 ; 1 700 € HT pièce",
        "tabs": (
            "1) Caméra dôme\t46 unités\tau prix unitaire de 290 €\n"
            "2) Enregistreur vidéo\t6 unités\tau prix unitaire de 1 700 €"
        ),
    },
    "pt": {
        "each": "Câmera dome / quantidade 46 / R$290 cada\nGravador de vídeo / quantidade 6 / R$1.700 cada",
        "totals": (
            "(1) Câmera dome\tx 46\tR$290 unit.\ttotalizando R$13.340\n"
            "(2) Gravador de vídeo\tx 6\tR$1.700 unit.\ttotalizando R$10.200"
        ),
    },
}
CASES = [(language, name) for language, layouts in LAYOUTS.items() for name in layouts]


@pytest.mark.parametrize(("language", "name"), CASES)
def test_goods_are_read_in_every_layout(language: str, name: str) -> None:
    found = predict(f"{HEADS[language]}{LAYOUTS[language][name]}\n").items
    expected: tuple[str, ...] = PLAIN[language]
    if name.startswith("*"):
        makes = MAKES.get(language, ("Orvex | OD-40", "Tarsen | TN-64"))
        expected = tuple(row.replace("- | -", make) for row, make in zip(expected, makes, strict=True))
    assert tuple(map(_told, found)) == expected


def _told(item: ExpectedItem) -> str:
    price = f"{item.unit_price.normalize():f}" if item.unit_price else "-"
    return f"{item.name} | {item.brand or '-'} | {item.model or '-'} | {item.qty} | {price}"


@pytest.mark.parametrize(
    "line",
    [
        "Dome camera, qty 46, £290 each, total £13,341",
        "Dome camera, qty 46, £290",
        "Dome camera | made as Orvex or alike | qty 46 | £290 each",
        "The bidder shall deliver 46 units at £290 each within 30 days",
    ],
)
def test_sums_that_do_not_agree_or_words_left_over_are_no_goods(line: str) -> None:
    assert goods_by_rules(f"{HEADS['en']}{line}\n") == ()


def test_columns_of_price_are_left_open_where_the_sum_explains_neither() -> None:
    found = predict(f"{HEADS['ru']}Товар; Кол-во; Цена, руб.\nКамера; 46 шт.; 12 000,00\nКабель; 6 шт.; 40 000,00\n")
    assert [one.unit_price for one in found.items] == [None, None]


@pytest.mark.parametrize("sign", ["1", "a", " ", ",", ";", "|", "/", "-", "\t", "台", "元", ".", "x"])
def test_lines_of_one_sign_are_read_in_time(sign: str) -> None:
    begin = time.process_time()
    predict(f"{HEADS['en']}1. Dome camera, qty 46, {sign * 1000}\n")
    predict(f"{HEADS['zh']}抓拍摄像机，46台，{sign * 1000}\n")
    assert time.process_time() - begin < 2
