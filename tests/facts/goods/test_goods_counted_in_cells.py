"""Cells of goods: numbers of rows, units and blanks beside numbers, inches, headless rows; and Chinese counts."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tests.facts.summary import shown

CHINESE = "岚桥市公安局设备采购成交公告\n采购人：岚桥市公安局\n成交供应商：川北信安电子有限公司\n"
SINGLE = "单一来源采购公示\n采购人：岚桥市司法局\n项目名称：平台扩容\n"
TAIWAN = "決標公告\n機關名稱：岚橋縣消防局\n標案案號：LQ-11\n"
ENGLISH = "CONTRACT AWARD NOTICE\nBuyer: Penvale Council\nSupplier: Harrow Optics Ltd\n"
SPANISH = "ACTA DE ADJUDICACIÓN\nEntidad: Alcaldía de Los Pinos\nAdjudicatario: Litoral S.A.\n"
RUSSIAN = "Контракт № 15-К/2023\nЗаказчик: МКУ «Свет»\nПоставщик: ООО «Щит»\n"
FRENCH = "AVIS D'ATTRIBUTION\nAcheteur : Commune de Valbrune\nTitulaire : Optique Nord SARL\n"
GERMAN = "Vergabebekanntmachung\nAuftraggeber: Stadt Falkenau\nAuftragnehmer: Optik Nord GmbH\n"
ITALIAN = "AVVISO DI AGGIUDICAZIONE\nStazione appaltante: Comune di Montefiore\nAggiudicatario: Ottica Nord S.r.l.\n"
ARABIC = "إعلان ترسية\nالجهة: بلدية الواحة\nالفائز: شركة النور ذ.م.م\n"
GOODS = {
    "zh added": (
        SINGLE + "说明：对原平台升级，新增轨迹分析模块2套、语音识别模块1套。",
        ["轨迹分析模块 |  |  | 2 套 | ", "语音识别模块 |  |  | 1 套 | "],
    ),
    "zh content": (
        SINGLE + "采购内容：侦听天线 6副，主控板卡 2块\n最高限价：80万元",
        ["侦听天线 |  |  | 6 副 | ", "主控板卡 |  |  | 2 块 | "],
    ),
    "zh apart": (
        SINGLE + "三、采购内容：车牌识别算法授权，120路\n",
        ["车牌识别算法授权 |  |  | 120 路 | "],
    ),
    "zh semis": (
        SINGLE + "采购需求：热像仪3台；测距仪5台；参考品牌：北望",
        ["热像仪 |  |  | 3 台 | ", "测距仪 |  |  | 5 台 | "],
    ),
    "tw rows": (
        TAIWAN + "項次1 救災氣墊3台 得標廠商：大安器材股份有限公司 決標金額：900,000元\n"
        "項次2 生命探測器2台 無法決標\n決標日期：112/05/06",
        ["救災氣墊 |  |  | 3 台 | ", "生命探測器 |  |  | 2 台 | "],
    ),
    "hk plan": (
        (
            "採購計劃預告\n部門：海港警務科\n1. 望遠鏡 Marine Binoculars With Compass 30部 預算 HK$600,000\n"
            "2. 探照燈 Search Light 8台 預算 HK$90,000"
        ),
        ["望遠鏡 |  |  | 30 部 | ", "探照燈 |  |  | 8 台 | "],
    ),
    "zh lots": (
        CHINESE + "标包A：显微镜，品牌：北望，规格型号：DC-45，数量：2台，单价：38500.00元；"
        "离心机，品牌：北望，规格型号：DC-81，数量：1台，单价"
        "：2160.00元\n标包B：烘箱，品牌：海澜，规格型号：FL-9，数量：3台，单价：4245.00元",
        [
            "显微镜 | 北望 | DC-45 | 2 台 | 38500",
            "离心机 | 北望 | DC-81 | 1 台 | 2160",
            "烘箱 | 海澜 | FL-9 | 3 台 | 4245",
        ],
    ),
    "zh lots 2": (
        CHINESE + "二、主要标的\n分包1：取证塔 DC-867 2台 单价380,000.00元；魔方 DC-470 4台 单价190,000.00元\n"
        "分包2：取证箱 XCQ-3 12套 单价52,800.00元",
        ["取证塔 |  | DC-867 | 2 台 | 380000", "魔方 |  | DC-470 | 4 台 | 190000", "取证箱 |  | XCQ-3 | 12 套 | 52800"],
    ),
    "zh networks": (
        CHINESE + "（1）采集基站（4G/5G），品牌 海澜，型号 HF-5G，数量 12套，单价 9,000.00元",
        ["采集基站（4G/5G） | 海澜 | HF-5G | 12 套 | 9000"],
    ),
    "zh sup": (
        (
            "补充合同\n甲方：岚桥市司法局\n乙方：川北信安电子有限公司\n"
            "1. 增加定位腕带（型号KJ-E5）40只，单价2,000元，补充合同金额为80,000元（大写：捌万元整）。"
        ),
        ["定位腕带 |  | KJ-E5 | 40 只 | 2000"],
    ),
    "zh arrived": (
        (
            "验收报告\n采购单位：岚桥市司法局\n供应商：川北信安电子有限公司\n"
            "序号  名称      规格型号   应到数量  实到数量\n"
            "1     门禁机    KS-71M     30台      30台\n2     闸机      KS-B41     6组       6组"
        ),
        ["门禁机 |  | KS-71M | 30 台 | ", "闸机 |  | KS-B41 | 6 组 | "],
    ),
    "tw at": (
        (
            "採購契約\n機關：岚橋縣衛生所\n廠商：大安器材股份有限公司\n1. 試劑組 GeneFiler 20盒 @4,200 = 84,000\n"
            "2. 萃取儀 AutoPrep-Z 2台 @130,000 = 260,000\n契約總價 NT$344,000"
        ),
        ["試劑組 |  | GeneFiler | 20 盒 | 4200", "萃取儀 |  | AutoPrep-Z | 2 台 | 130000"],
    ),
    "hk two tongues": (
        (
            "合約\n甲方：海港大學\n乙方：Titan Access (HK) Ltd\n合約價：HK$2,340,000.00\n"
            "項目 Item | 型號 Model | 數量 Qty | 單價 Rate (HK$) | 金額 Amount (HK$)\n"
            "讀卡器 Reader | TB-F50 | 120 | 15,500 | 1,860,000\n"
            "軟件 Software | TB-Suite | 1 | 480,000 | 480,000"
        ),
        ["讀卡器 Reader |  | TB-F50 | 120  | 15500", "軟件 Software |  | TB-Suite | 1  | 480000"],
    ),
    "en row numbers": (
        ENGLISH + "Ref   Equipment              Make / Model       No. off   Rate (£)    "
        "Amount (£)\n"
        "B1    Dome camera            Orvex DC-21           12     350.00      4,200.00\n"
        "B2    Tower sensor           Orvex TS-90            6     512.00      3,072.00",
        ["Dome camera | Orvex | DC-21 | 12  | 350", "Tower sensor | Orvex | TS-90 | 6  | 512"],
    ),
    "ru blanks": (
        RUSSIAN + "Наименование | Ед.изм. | Кол-во | Цена | Сумма\n"
        "Краска | кг | 2 000 | 210,00 | 420 000,00\n"
        "Стойка | шт | 150 | 2 600,00 | 390 000,00",
        ["Краска |  |  | 2000 кг | 210", "Стойка |  |  | 150 шт | 2600"],
    ),
    "fr blanks": (
        FRENCH + "Lot | Article | Marque et modèle | Qté | Prix unitaire\n"
        "1 | Tablette 10 po | Samsung Galaxy Tab A8 | 1 450 | 330,00 $\n"
        "2 | Chariot | Luxor LT32 | 44 | 1 340,00 $",
        ["Tablette 10 po | Samsung | Galaxy Tab A8 | 1450  | 330", "Chariot | Luxor | LT32 | 44  | 1340"],
    ),
    "es uds": (
        SPANISH + "Descripción                     Marca / modelo     Uds.   Precio unitario\n"
        "Cámara con grabación            Orvex BW-3         10       1.050,00\n"
        "Estación de carga               Orvex DK-10         1       2.400,00\n"
        "En Villaluz, a 19 de octubre de 2022.",
        ["Cámara con grabación | Orvex | BW-3 | 10 uds | 1050", "Estación de carga | Orvex | DK-10 | 1 uds | 2400"],
    ),
    "it inches": (
        ITALIAN + "Articolo | Marca | Codice | Quantità | Prezzo unitario\n"
        'Monitor 27" | Lenovo | 21E8S0 | 30 | 742,00 €\n'
        "Lettore | Bit4id | EVO V3 | 30 | 18,50 €",
        ['Monitor 27" | Lenovo | 21E8S0 | 30  | 742', "Lettore | Bit4id | EVO V3 | 30  | 18.5"],
    ),
    "en unit beside": (
        ENGLISH + "N°   Item                  Unit   Qty   U.P. (USD)    T.P. (USD)\n"
        "1    Storage server        Pc     3    11,550    34,650\n"
        "2    Operator training     Person 4     1,500     6,000",
        ["Storage server |  |  | 3 Pc | 11550", "Operator training |  |  | 4 Person | 1500"],
    ),
    "en boxes": (
        ENGLISH + "19. ITEM NO. | 20. SCHEDULE OF SUPPLIES/SERVICES | 21. QUANTITY | 22. "
        "UNIT | 23. UNIT PRICE | 24. AMOUNT\n"
        "0001 | Detection portal, model RP-30 | 18 | EA | $24,600.00 | $442,800.00\n"
        "0002 | Antenna kit | 6 | KT | $61,200.00 | $367,200.00",
        ["Detection portal |  | RP-30 | 18 EA | 24600", "Antenna kit |  |  | 6 KT | 61200"],
    ),
    "fr headless": (
        FRENCH + "Valeur : 58.560,00 EUR\nPoste 1 | Caméra Body-3 | 80 pièces | 612,00 EUR\n"
        "Poste 2 | Licence, 12 mois | 1 forfait | 9.600,00 EUR",
        ["Caméra |  | Body-3 | 80 pièces | 612", "Licence, 12 mois |  |  | 1 forfait | 9600"],
    ),
    "de own column": (
        GERMAN + "Pos. | Bezeichnung | Typ | Menge | Einzelpreis netto\n"
        "1 | Handdetektor Mobilfunk | SF-Hand 5G | 35 Stk. | 2.450,00 €\n"
        "2 | Stationärer Sensor | SF-Wall | 80 Stk. | 1.280,00 €",
        ["Handdetektor Mobilfunk |  | SF-Hand 5G | 35 Stk | 2450", "Stationärer Sensor |  | SF-Wall | 80 Stk | 1280"],
    ),
    "ar ordinals": (
        ARABIC + "البند | الصنف | الطراز | الكمية | سعر الوحدة\n"
        "البند الأول | كاميرا ثابتة | FLIR A70 | 12 | 95,000\n"
        "البند الثاني | كاميرا متحركة | FLIR B30 | 9 | 54,000",
        ["كاميرا ثابتة | FLIR | A70 | 12  | 95000", "كاميرا متحركة | FLIR | B30 | 9  | 54000"],
    ),
    "ru details": (
        RUSSIAN + "№ | Наименование товара, характеристики | Ед. изм. | Кол-во | Цена, "
        "руб. | Сумма, руб.\n"
        "1 | Сервер архива. Процессор Эльбрус, 2 шт.; память 256 ГБ; диски 4 шт. "
        "| шт. | 3 | 1 000,00 | 3 000,00\n2 | Коммутатор | шт. | 1 | 700,00 | 700,00",
        ["Сервер архива |  |  | 3 шт | 1000", "Коммутатор |  |  | 1 шт | 700"],
    ),
}


@pytest.mark.parametrize("case", GOODS)
def test_goods_are_told(case: str) -> None:
    text, expected = GOODS[case]
    assert sorted(map(shown, predict(f"{text}\n").items)) == sorted(expected)
