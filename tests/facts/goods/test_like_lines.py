"""Goods in series of like lines: what form and arithmetic prove, in layouts and languages of all kinds."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

READ = {
    "dashes and a price each, Dutch-like words that no list knows": (
        (
            "CONTRACT\nBuyer: Port of Westmark\nSupplier: Hallard Systems Ltd\nContract price: EUR 24,150\n"
            "Bewegingsmelder – Hallard HM-12 – 30 pcs – EUR 55.00 – EUR 1,650.00\n"
            "Toegangspoort – Hallard HT-90 – 3 pcs – EUR 7,500.00 – EUR 22,500.00\nSigned on 4 May 2023\n"
        ),
        ("Bewegingsmelder | Hallard | HM-12 | 30 pcs | 55", "Toegangspoort | Hallard | HT-90 | 3 pcs | 7500"),
    ),
    "the number before the name, the code of the model last, sums prove it": (
        (
            "BON DE COMMANDE n° 88 du 3 mars 2022\nAcheteur : Commune de Saint-Orme\nFournisseur : Novelec SARL\n"
            "6     Borne d'appel Zelia B4-T            410,00      2.460,00\n"
            "2     Poste de garde Zelia P9-K         1.120,50      2.241,00\nTotal HT 4.701,00 €\n"
        ),
        ("Borne d'appel | Zelia | B4-T | 6 | 410", "Poste de garde | Zelia | P9-K | 2 | 1120.5"),
    ),
    "one sum a line, and the total of the contract tells that it is of one": (
        (
            "合同公告\n采购人：临泽县图书馆\n供应商：宁远书架设备有限公司\n合同金额：26,600元\n"
            "001 标的    钢制书架|远章|YZ-S6|40|组|560.00\n002 标的    阅览桌|远章|YZ-D2|6|张|700.00\n"
            "签订日期：2022年3月8日\n"
        ),
        ("钢制书架 | 远章 | YZ-S6 | 40 组 | 560", "阅览桌 | 远章 | YZ-D2 | 6 张 | 700"),
    ),
    "each lot proves its own line": (
        (
            "成交结果公告\n采购人：平川县人民医院\n包1 成交供应商：兰北医疗器械有限公司 成交金额：84,000元\n"
            "包2 成交供应商：陇上科技有限公司 成交金额：36,000元\n"
            "包1：输液泵 LB-70，12台，￥7,000.00\n包2：监护仪 LS-5，3台，￥12,000.00\n成交日期：2023年6月2日\n"
        ),
        ("输液泵 | - | LB-70 | 12 台 | 7000", "监护仪 | - | LS-5 | 3 台 | 12000"),
    ),
    "labels in every line": (
        (
            "QUOTATION ACCEPTANCE\nTo: Merriam Lighting Pty Ltd\nFrom: Shire of Dunmore\n"
            "Item: Flood light        Model: ML-400    Qty: 18    Unit price: $310.00    Ext: $5,580.00\n"
            "Item: Pole bracket       Model: n/a       Qty: 18    Unit price: $42.50     Ext: $765.00\n"
            "Total ex GST: AUD 6,345.00\nAccepted on 2 June 2023\n"
        ),
        ("Flood light | - | ML-400 | 18 | 310", "Pole bracket | - | - | 18 | 42.5"),
    ),
    "wide blanks in Chinese, units by a label of their own": (
        (
            "成交公告\n采购单位　永昌县第二中学\n成交供应商　金川教育装备有限公司\n成交总价　¥ 15,800.00\n"
            "商品　实验台 　品牌 金桥　型号 JQ-T2　数量 10　单位 张　单价 ¥1,200.00\n"
            "商品　通风罩　品牌 清源　型号 QY-F1　数量 4　单位 个　单价 ¥950.00\n成交时间　2022-05-06\n"
        ),
        ("实验台 | 金桥 | JQ-T2 | 10 张 | 1200", "通风罩 | 清源 | QY-F1 | 4 个 | 950"),
    ),
    "Indian figures": (
        (
            "SUPPLY ORDER\nPurchaser: District Hospital, Kotra\nSupplier: M/s Arunodaya Instruments\n"
            "Sl.  Particulars                     Nos   Rate        Value\n"
            "1    Ultrasound scanner US-770       3     4,25,000    12,75,000\n"
            "2    Patient monitor PM-12           10    61,500      6,15,000\nOrder value: Rs. 18,90,000\n"
        ),
        ("Ultrasound scanner | - | US-770 | 3 | 425000", "Patient monitor | - | PM-12 | 10 | 61500"),
    ),
    "Ukrainian clauses behind a colon, a number of a clause before it": (
        (
            "ДОГОВІР № 31/22\nм. Луцин, 3 лютого 2022 року\nПокупець: КП «Лічильник»\nПродавець: ТОВ «Метр Плюс»\n"
            "1.1. Продавець передає, а Покупець приймає: лічильники води – 200 шт. по 640,00 грн; "
            "модеми – 10 шт. по 2 150,00 грн.\n2.1. Ціна договору – 149 500,00 грн.\n"
        ),
        ("лічильники води | - | - | 200 шт | 640", "модеми | - | - | 10 шт | 2150"),
    ),
    "Persian, in one sentence": (
        (
            "قرارداد خرید تجهیزات\nتاریخ: ۱۴۰۱/۱۰/۰۵\nخریدار: دانشگاه علوم پزشکی کویرآباد\nفروشنده: شرکت پرتو طب\n"
            "موضوع: خرید ۸ دستگاه پمپ تزریق مدل TP-40 از قرار هر دستگاه ۹۰٬۰۰۰٬۰۰۰ ریال و "
            "۲ دستگاه اتوکلاو مدل AK-9 از قرار هر دستگاه ۷۰۰٬۰۰۰٬۰۰۰ ریال.\n"
        ),
        ("پمپ تزریق | - | TP-40 | 8 دستگاه | 90000000", "اتوکلاو | - | AK-9 | 2 دستگاه | 700000000"),
    ),
    "the winner behind each line": (
        (
            "Bid Tabulation and Award - Bid 2024-07\nCity of Harlan\n"
            "Item 1  Parking meter, Coinwell CW-3, 40 ea @ $610.00 = $24,400.00  Awarded: Millbrook Meters Inc.\n"
            "Item 2  Pay station, Coinwell CP-1, 2 ea @ $9,150.00 = $18,300.00  Awarded: Tollgate LLC\n"
            "Council approved May 9, 2024.\n"
        ),
        ("Parking meter | Coinwell | CW-3 | 40 ea | 610", "Pay station | Coinwell | CP-1 | 2 ea | 9150"),
    ),
    "prices of one behind strokes, the unit told by the price alone": (
        (
            "询价结果公示\n采购单位：海阳县水务站\n中选单位：青浪仪表有限公司\n中选总价：￥69,000\n"
            "明细：超声水表 QL-U5 ×150，￥460/只\n公示：2023.03.02—2023.03.06\n"
        ),
        ("超声水表 | - | QL-U5 | 150 只 | 460",),
    ),
    "numbers before the names, and a line that nobody won": (
        (
            "RESULTADO DO PREGÃO ELETRÔNICO 4/2022\nÓrgão: Município de Serra Verde\nData da homologação: 10/05/2022\n"
            "item | empresa vencedora | marca | qtd | un | preço unit. | preço total\n"
            "1 - Sensor externo | Elétrica Mandaré Ltda | Perimex | 64 | pç | 187,50 | 12.000,00\n"
            "2 - Sirene dupla | Elétrica Mandaré Ltda | Sonox | 20 | pç | 71,00 | 1.420,00\n"
            "3 - Poste metálico | fracassado | | 12 | pç | |\n"
        ),
        ("Sensor externo | Perimex | - | 64 pç | 187.5", "Sirene dupla | Sonox | - | 20 pç | 71"),
    ),
}

NOT_READ = {
    "bidders and their prices": (
        "成交结果公告\n采购人：平川县人民医院\n成交供应商：兰北医疗器械有限公司\n成交金额：84,000元\n成交日期：2023年6月2日\n"
        "1  兰北医疗器械有限公司  84,000  92.5\n2  陇上科技有限公司  88,000  85.1\n"
    ),
    "terms of payment": (
        "CONTRACT\nBuyer: Port of Westmark\nSupplier: Hallard Systems Ltd\nContract price: EUR 24,150\n"
        "Advance payment – 30 % – EUR 7,245.00\nSecond payment – 60 % – EUR 14,490.00\n"
    ),
    "a sum that may be of one or of all": (
        "合同公告\n采购人：临泽县图书馆\n供应商：宁远书架设备有限公司\n合同金额：99,000元\n"
        "钢制书架  40组  560.00\n阅览桌  6张  700.00\n签订日期：2022年3月8日\n"
    ),
    "quantities asked for and accepted": (
        "验收公告\n采购人：临泽县图书馆\n供应商：宁远书架设备有限公司\n合同金额：124元\n"
        "钢制书架|远章 YZ-S6|组|118|118|合格\n阅览桌|远章 YZ-D2|张|6|6|合格\n验收日期：2022年3月8日\n"
    ),
}


@pytest.mark.parametrize("case", READ)
def test_goods_of_like_lines_are_read(case: str) -> None:
    text, expected = READ[case]
    found = [
        " | ".join((one.name, one.brand or "-", one.model or "-", _number(one.qty, one.unit), _plain(one.unit_price)))
        for one in predict(text).items
    ]
    assert sorted(found) == sorted(expected)


@pytest.mark.parametrize("case", NOT_READ)
def test_no_price_of_one_is_read_where_nothing_proves_it(case: str) -> None:
    assert [one for one in predict(NOT_READ[case]).items if one.unit_price is not None] == []


def _number(quantity: object, unit: str | None) -> str:
    return f"{_plain(quantity)} {(unit or '').rstrip('.')}".strip()


def _plain(value: object) -> str:
    return f"{float(str(value)):.10g}" if value is not None else "-"
