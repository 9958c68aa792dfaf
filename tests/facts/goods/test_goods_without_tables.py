"""Goods that no table prices: counted in sentences, lists, lots and blocks of nine languages."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict
from tests.facts.summary import goods_by_rules, shown

SINGLE = "单一来源采购公示\n采购人：岚桥市司法局\n项目名称：平台扩容\n"
ENGLISH = "CONTRACT AWARD NOTICE\nBuyer: Penvale Council\nSupplier: Harrow Optics Ltd\n"
SPANISH = "ACTA DE ADJUDICACIÓN\nEntidad: Alcaldía de Los Pinos\nAdjudicatario: Litoral S.A.\n"
RUSSIAN = "Контракт № 15-К/2023\nЗаказчик: МКУ «Свет»\nПоставщик: ООО «Щит»\n"
UKRAINIAN = "ЗВІТ про результати проведення процедури закупівлі\nЗамовник: КП «Світло»\nПереможець: ТОВ «Щит»\n"
FRENCH = "AVIS D'ATTRIBUTION\nAcheteur : Commune de Valbrune\nTitulaire : Optique Nord SARL\n"
GERMAN = "Vergabebekanntmachung\nAuftraggeber: Stadt Falkenau\nAuftragnehmer: Optik Nord GmbH\n"
ITALIAN = "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Montefiore\nAggiudicatario: Ottica Nord S.r.l.\n"
POLISH = "Ogłoszenie o wyniku postępowania\nZamawiający: Gmina Jasna\nWykonawca: Dom Sp. z o.o.\n"
GOODS = {
    "en sentence": (
        ENGLISH + "Lot 1: Cameras. Winning bidder: Harrow Optics Ltd. Contract price: "
        "$1,296,000.00. 72 units of road camera ABR-5 at $18,000.00\n"
        "Lot 2: Tablets. Winning bidder: Tokmok LLC. Contract price: "
        "$133,000.00. 190 units of rugged tablet TT-80 at $700.00",
        ["road camera |  | ABR-5 | 72 units | 18000", "rugged tablet |  | TT-80 | 190 units | 700"],
    ),
    "en lot unit": (
        ENGLISH + "Lot 1 unit: Plate camera IV-220, 75 units at R 189 450,00\n"
        "Lot 2 unit: Body camera DS-50, 525 units at R 11 385,00",
        ["Plate camera |  | IV-220 | 75 units | 189450", "Body camera |  | DS-50 | 525 units | 11385"],
    ),
    "en description": (
        (
            "Awarded. Tender number: RFQ/22/441. Department: Penvale Schools Agency. "
            "Description: 45 x metal detectors HMD-2. Successful bidder: Harrow "
            "Optics Ltd. Bid price: R121 275.00."
        ),
        ["metal detectors |  | HMD-2 | 45  | "],
    ),
    "en block": (
        ENGLISH + "Lot 2 - Handheld analyser: contract value USD 246,000.00. Supplier: "
        "Harrow Optics Ltd. 12 units at USD 20,500.00.\n"
        "Lot 3 - Search lamp: contract value USD 81,500.00. Supplier: Harrow "
        "Optics Ltd. 10 units at USD 8,150.00.",
        ["Handheld analyser |  |  | 12 units | 20500", "Search lamp |  |  | 10 units | 8150"],
    ),
    "en durations": (
        ENGLISH + "Item 0001  Search platform, named user, 12 months   15 EA  $4,900.00   "
        "$73,500.00\n"
        "Item 0002  Data feed                        1 EA  $18,250.00  $18,250.00",
        ["Search platform, named user, 12 months |  |  | 15 EA | 4900", "Data feed |  |  | 1 EA | 18250"],
    ),
    "de zu je": (
        GERMAN + "VI.3) Zusätzliche Angaben: Gegenstand sind 650 Körperkameras zu je "
        "690,00 EUR und 50 Ladestationen zu je 780,00 EUR.",
        ["Körperkameras |  |  | 650  | 690", "Ladestationen |  |  | 50  | 780"],
    ),
    "de sentences": (
        (
            "Vergabebekanntmachung. Auftraggeber: Gemeinde Krummau. Los 1 Kameras: "
            "Optik Nord GmbH, 24.310,00 EUR. Los 1: 22 Kuppelkameras, Fabrikat "
            "Hanwha, Typ QNV-60R, Einzelpreis 1.105,00 EUR. Los 2: 14 "
            "Türsprechstellen, Fabrikat Orvex, Typ IP Verso 2.0, Einzelpreis 705,00 EUR."
        ),
        ["Kuppelkameras | Hanwha | QNV-60R | 22  | 1105", "Türsprechstellen | Orvex | IP Verso 2.0 | 14  | 705"],
    ),
    "pl po": (
        POLISH + "VI.3) Informacje dodatkowe: część 1 obejmuje 60 rejestratorów TW-REC16 "
        "po 9 980,00 PLN oraz 800 kamer TW-CAM po 2 400,00 PLN",
        ["rejestratorów |  | TW-REC16 | 60  | 9980", "kamer |  | TW-CAM | 800  | 2400"],
    ),
    "pl opis": (
        POLISH + "4.5.1.) Krótki opis przedmiotu zamówienia: kamera nasobna – 48 szt., stacja dokująca – 6 szt.",
        ["kamera nasobna |  |  | 48 szt | ", "stacja dokująca |  |  | 6 szt | "],
    ),
    "es bien": (
        SPANISH + "Bien: cámara termográfica con detección facial, 15 piezas, marca Orvex, "
        "modelo DH-TB54, precio unitario $96,300.00 M.N. antes de IVA. Monto "
        "total adjudicado: $1,444,500.00 M.N. antes de IVA.",
        ["cámara termográfica con detección facial | Orvex | DH-TB54 | 15 piezas | 96300"],
    ),
    "es entregar": (
        SPANISH + 'PRIMERA. OBJETO. "EL PROVEEDOR" se obliga a entregar e instalar 6 '
        "(seis) arcos carreteros con lectura de placas.",
        ["arcos carreteros con lectura de placas |  |  | 6  | "],
    ),
    "es brackets": (
        SPANISH + " - Ítems 1 y 2 (40 domos PTZ): a la firma SEGURIDAD S.A., por la suma "
        "de $ 5.240.000.\n"
        " - Ítem 3 (10 lectoras de patentes): a la firma ÓPTICA S.R.L., por la "
        "suma de $ 3.125.500.",
        ["domos PTZ |  |  | 40  | ", "lectoras de patentes |  |  | 10  | "],
    ),
    "es items": (
        SPANISH + "Ítem N° 1 Guantes de examen talla M, caja x 100: BOTICAS SUR E.I.R.L., "
        "4,000 cajas, S/ 46,400.00\n"
        "Ítem N° 2 Mascarillas N95: INSUMOS NORTE S.A.C., 12,000 unidades, S/ 39,600.00",
        ["Guantes de examen talla M, caja x 100 |  |  | 4000 cajas | ", "Mascarillas N95 |  |  | 12000 unidades | "],
    ),
    "es dotted items": (
        SPANISH + "Lote 1: Cámaras\n"
        "  Ítem 1.1 Cámara móvil Huawei M67-10-Z4 | Unidad | 60 | Gs. 17.900.000 "
        "| Gs. 1.074.000.000\n"
        "  Ítem 1.2 Cámara fija Huawei C21-10-I | Unidad | 120 | Gs. 2.750.000 | "
        "Gs. 330.000.000",
        [
            "Cámara móvil | Huawei | M67-10-Z4 | 60 Unidad | 17900000",
            "Cámara fija | Huawei | C21-10-I | 120 Unidad | 2750000",
        ],
    ),
    "pt block": (
        (
            "Pregão Eletrônico nº 5/2021. Homologado em 12/04/2021. Órgão: 16º "
            "Batalhão de Comunicações. Item 1 - Transceptor portátil Hytera PD706. "
            "Quantidade: 60. Melhor lance: R$ 4.318,0000. Adjudicado para: RÁDIO "
            "CENTRAL LTDA, pelo melhor lance de R$ 4.318,0000 e a quantidade de 60 "
            "UNIDADE. Valor total: R$ 259.080,00."
        ),
        ["Transceptor portátil | Hytera | PD706 | 60 UNIDADE | 4318"],
    ),
    "ru list": (
        (
            "Извещение о проведении открытого конкурса\nЗаказчик: МКУ «Свет»\n"
            "Требуется: сервер архива — 8 шт.; место оператора — 24 шт.; лицензия на "
            "камеру — 1 200 шт."
        ),
        ["сервер архива |  |  | 8 шт | ", "место оператора |  |  | 24 шт | ", "лицензия на камеру |  |  | 1200 шт | "],
    ),
    "ru lots": (
        (
            "Извещение о закупке\nЗаказчик: АО «Линии»\n"
            "Лот № 1. Видеокамеры уличные. Начальная цена договора: 5 400 000,00 "
            "руб. Количество: 90 шт\n"
            "Лот № 2. Шкафы уличные. Начальная цена договора: 1 320 000,00 руб. "
            "Количество: 30 шт"
        ),
        ["Видеокамеры уличные |  |  | 90 шт | ", "Шкафы уличные |  |  | 30 шт | "],
    ),
    "ru foreign": (
        RUSSIAN + "№ | Наименование | Кол-во | Ед. | Цена, руб. | Сумма, руб.\n"
        "1 | Комплекс EcoFilter 4080 | 2 | компл. | 640 000 | 1 280 000\n"
        "2 | Тепловизор ручной TH-35 Pro | 6 | шт. | 1 000 | 6 000",
        ["Комплекс |  | EcoFilter 4080 | 2 компл | 640000", "Тепловизор ручной |  | TH-35 Pro | 6 шт | 1000"],
    ),
    "uk subject": (
        UKRAINIAN + "3. Предмет: Планшетні комп'ютери захищені, 180 шт.\n4. Очікувана вартість: 5 760 000,00 UAH",
        ["Планшетні комп'ютери захищені |  |  | 180 шт | "],
    ),
    "uk dash": (
        (
            "ДОГОВІР № 56\nПокупець: Відділ культури\nПродавець: ФОП Гончар Л. А.\n"
            "1. Предмет: костюми сценічні — 24 комплекти.\n2. Сума договору: 49 680,00 грн"
        ),
        ["костюми сценічні |  |  | 24 комплекти | "],
    ),
    "uk lots in cells": (
        (
            "ОГОЛОШЕННЯ про проведення відкритих торгів\nЗамовник: КП «Світло»\n"
            "Лот 1 | Пункт фіксації порушень | 5 комплект | 7 500 000,00 UAH\n"
            "Лот 2 | Мобільний пункт | 2 комплект | 1 900 000,00 UAH"
        ),
        ["Пункт фіксації порушень |  |  | 5 комплект | ", "Мобільний пункт |  |  | 2 комплект | "],
    ),
    "uk number apart": (
        UKRAINIAN + "3. Предмет закупівлі: Системи протидії літальним апаратам\n"
        "4. Кількість, одиниця виміру: 4 комплект",
        ["Системи протидії літальним апаратам |  |  | 4 комплект | "],
    ),
    "fr bullets": (
        (
            "AVIS D'APPEL D'OFFRES\nMinistère de la Pêche\nLivraison de :\n"
            "- analyseur de réseaux : 04\n- valise d'écoute : 02\n"
            "- groupe électrogène 20 kVA : 03"
        ),
        [
            "analyseur de réseaux |  |  | 4  | ",
            "valise d'écoute |  |  | 2  | ",
            "groupe électrogène 20 kVA |  |  | 3  | ",
        ],
    ),
    "fr lots": (
        (
            "AVIS DE CONSULTATION\nCommune de Valbrune\n"
            "Lot 1 : caméras fixes 4 Mpx (quantité : 60), caméras mobiles (quantité : 8)\n"
            "Lot 2 : onduleurs 3 kVA (quantité : 5), coffrets extérieurs (quantité : 20)"
        ),
        [
            "caméras fixes 4 Mpx |  |  | 60  | ",
            "caméras mobiles |  |  | 8  | ",
            "onduleurs 3 kVA |  |  | 5  | ",
            "coffrets extérieurs |  |  | 20  | ",
        ],
    ),
    "fr times": (
        FRENCH + "Fournitures :\nScanner de colis HI-SCAN 640 (Smiths Detection) x 3\n"
        "Détecteur de traces IONSCAN 60 (Smiths Detection) x 5",
        [
            "Scanner de colis | Smiths Detection | HI-SCAN 640 | 3  | ",
            "Détecteur de traces | Smiths Detection | IONSCAN 60 | 5  | ",
        ],
    ),
    "it lots": (
        ITALIAN + "Lotto 1: barriera infrarossi Optex SL-20Q, n. 40\nLotto 2: sensore Xovis PC2SE, n. 28",
        ["barriera infrarossi | Optex | SL-20Q | 40  | ", "sensore | Xovis | PC2SE | 28  | "],
    ),
    "it cadauna": (
        ITALIAN + "il dettaglio è il seguente:\n"
        "- n. 18 body cam modello BWC-Pro 64 a € 620,00 cadauna\n"
        "- n. 1 licenza software a € 2.700,00",
        ["body cam |  | BWC-Pro 64 | 18  | 620", "licenza software |  |  | 1  | 2700"],
    ),
    "ar numbers": (
        "إعلان مناقصة عامة\nبلدية الواحة\n1- كاميرات مراقبة خارجية، العدد 40\n2- جهاز تسجيل 32 قناة، العدد 2",
        ["كاميرات مراقبة خارجية |  |  | 40  | ", "جهاز تسجيل 32 قناة |  |  | 2  | "],
    ),
    "none ranks": (
        (
            "Протокол подведения итогов\nЗаказчик: МКУ «Свет»\n"
            "1 место — ООО «Щит», 12 337 000,00 руб.\n"
            "2 место — ООО «Страж», 12 410 000,00 руб."
        ),
        [],
    ),
    "none places": (
        (
            "Tender awarded. Agency: Penvale Council. Subject: Provision of visitor "
            "sensors for 24 libraries. Awarded to: Harrow Optics Ltd. Awarded value: "
            "GBP 319,200.00."
        ),
        [],
    ),
    "none schools": (
        ENGLISH + "Description: cleaning of 12 schools for 24 months.",
        [],
    ),
    "none terms": (
        FRENCH + "Conditions : 30 jours, 2 lots, 3 agents.",
        [],
    ),
    "none ru terms": (
        RUSSIAN + "Условия: срок — 30 дней; этапов — 2 шт.",
        [],
    ),
}


@pytest.mark.parametrize("case", GOODS)
def test_goods_are_told(case: str) -> None:
    text, expected = GOODS[case]
    assert sorted(map(shown, predict(f"{text}\n").items)) == sorted(expected)


def test_no_rule_takes_places_for_goods() -> None:
    assert goods_by_rules(f"{SINGLE}采购内容：新增监控点12个、岗亭3座\n") == ()


@pytest.mark.parametrize(
    "sign", ["Lot 1 (", "12 units of ", "a: 1 b, ", "Item 1 - a", "1 | ", "采购内容：", "新增1", "項次1 a"]
)
def test_long_texts_are_read_in_time(sign: str) -> None:
    begun = time.process_time()
    predict(f"CONTRACT AWARD\n采购公告\n{sign * 5_000}3台 at 5 EUR")
    assert time.process_time() - begun < 8
