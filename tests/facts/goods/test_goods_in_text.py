"""Goods in lines, sentences and tables without rules: name, make, model, number, unit and price of one."""

from __future__ import annotations

import time

import pytest

from tenderlight.evaluate.facts import predict

WESTERN = {
    "a sentence of acceptance, prices each": (
        (
            "ACCEPTANCE CERTIFICATE\nPurchaser: Prison Service of Elmar\nSupplier: Gatehouse Ltd\n"
            "Delivered on 3 May 2022: 6 walk-through gates (model WG-33) at USD 4,100 each and 1"
            " scanner (model SC-60) at "
            "USD 38,000 each.\nContract price: USD 62,600"
        ),
        ("walk-through gates | - | WG-33 | 6 | 4100", "scanner | - | SC-60 | 1 | 38000"),
    ),
    "lines of items with make and model in words": (
        (
            "TERMO DE CONTRATO Nº 9/2021\nCONTRATANTE: Município de Vila Nova\nCONTRATADA: Serra Redes Ltda\n"
            "Item 1: 15 câmeras bullet, marca Olhar, modelo OB-200, valor unitário R$ 780,00, total R$ 11.700,00\n"
            "Item 2: 300 metros de cabo UTP, valor unitário R$ 3,20\nAssinatura: 10/09/2021"
        ),
        ("câmeras bullet | Olhar | OB-200 | 15 | 780", "cabo UTP | - | - | 300 metros | 3.2"),
    ),
    "Ukrainian, the number behind": (
        (
            "ДОГОВІР № 45 від 11.05.2021\nЗамовник: Управління освіти Зарічанської міської ради\n"
            "Постачальник: ТОВ «Лан»\n"
            "Предмет: ноутбуки – 40 шт. за ціною 18 200,00 грн; екрани – 6 шт. за ціною 3 150,00 грн.\n"
            "Загальна сума договору: 746 900,00 грн"
        ),
        ("ноутбуки | - | - | 40 шт | 18200", "екрани | - | - | 6 шт | 3150"),
    ),
    "Spanish, a list under a label": (
        (
            "ACTA DE ENTREGA RECEPCIÓN DEFINITIVA\nContratista: ANDISUR CÍA. LTDA.\n"
            "3. Bienes recibidos: 25 botones de pánico marca ALARMA modelo BP-4G; 25 sirenas; 1 plataforma.\n"
        ),
        ("botones de pánico | ALARMA | BP-4G | 25 | -", "sirenas | - | - | 25 | -", "plataforma | - | - | 1 | -"),
    ),
    "columns one blank apart, figures with blanks": (
        (
            "BON DE COMMANDE n° 2023/0456\nAcheteur : Ville de Port-Clair\nFournisseur : Optivue SARL\n"
            "Désignation Référence Qté P.U. HT Total HT\nCaméra dôme OV-D4 12 645,00 7 740,00\n"
            "Enregistreur 16 voies OV-E16 2 1 180,00 2 360,00\nTotal HT : 10 100,00 €"
        ),
        ("Caméra dôme | - | OV-D4 | 12 | 645", "Enregistreur 16 voies | - | OV-E16 | 2 | 1180"),
    ),
    "a currency behind the unit is the price of one, a currency alone the sum": (
        (
            "PURCHASE ORDER\nBuyer: Town of Marrow\nSupplier: Ovington Doors Ltd\n"
            "No Item Qty Unit EUR EUR\n1 Door closer, silent 12 35.50 426.00\n2 Hinge, brass 40 4.25 170.00\n"
            "Total EUR 596.00\n"
        ),
        ("Door closer, silent | - | - | 12 | 35.5", "Hinge, brass | - | - | 40 | 4.25"),
    ),
    "columns one blank apart, the code of the model behind the name": (
        (
            "CONTRATO DE SUMINISTRO\nComprador: Policía Municipal de Loma\nProveedor: Radiocom, S.A. de C.V.\n"
            "Partida Descripción Cantidad Unidad Precio unitario Importe\n"
            "1 Radio portátil RB-50 60 pieza 4,800.00 288,000.00\n2 Cargador CM-6 10 pieza 3,200.00 32,000.00\n"
        ),
        ("Radio portátil | - | RB-50 | 60 pieza | 4800", "Cargador | - | CM-6 | 10 pieza | 3200"),
    ),
    "bars, a column of make and model": (
        (
            "PURCHASE ORDER 2023-0417\nBuyer: Town of Larkfield\nVendor: Northway Supply, Inc.\n"
            "Item No. | Description | Mfr / Model | Qty | Unit | Unit Price | Extended\n"
            "1 | Speed sign | Veloc VS-20 | 8 | EA | $2,150.00 | $17,200.00\n"
        ),
        ("Speed sign | Veloc | VS-20 | 8 EA | 2150",),
    ),
    "Arabic columns": (
        (
            "أمر شراء رقم 455\nالجهة المشترية: بلدية الوادي\nالمورد: شركة النور للأنظمة\n"
            "م | الصنف | الموديل | الكمية | سعر الوحدة | الإجمالي\n1 | كاميرا خارجية | NC-200 | 24 | 350 | 8,400\n"
        ),
        ("كاميرا خارجية | - | NC-200 | 24 | 350",),
    ),
    "lots that count their goods": (
        (
            "RESOLUCIÓN – ADJUDICACIÓN\nLa Intendencia de Cuchilla adjudica:\n"
            "Ítem 1 – 30 cámaras IP: Vigía Oriental S.A., US$ 24.600\nÍtem 2 – 4 grabadores:"
            " Cimarrón Ltda., US$ 7.280\n"
        ),
        ("cámaras IP | - | - | 30 | -", "grabadores | - | - | 4 | -"),
    ),
}
CHINESE = {
    "labels one blank apart, the seller between": (
        (
            "询价成交公告\n采购人：岭市公安局\n金属门 品牌：盾安 型号DA-600"
            " 成交单位：天池安检设备有限公司 单价9,800元 数量25台 "
            "金额245,000元\n手持探测器 品牌：盾安 型号DA-H2 成交单位：天池安检设备有限公司"
            " 单价420元 数量150支 金额63,000元\n"
        ),
        ("金属门 | 盾安 | DA-600 | 25台 | 9800", "手持探测器 | 盾安 | DA-H2 | 150支 | 420"),
    ),
    "make and model bare behind the name": (
        (
            "中标公告\n中标供应商：鹿城光电科技有限公司\n主要中标标的：\n1）激光夜视云台  北望"
            " BW-L5000  38套  168,000.00元/套\n"
            "2）供电系统  恒昊 HH-3KW  38套  57,500.00元/套\n采购人：川县公安局\n"
        ),
        ("激光夜视云台 | 北望 | BW-L5000 | 38套 | 168000", "供电系统 | 恒昊 | HH-3KW | 38套 | 57500"),
    ),
    "the number before the name, in clauses": (
        (
            "成交通知书\n河畔科技有限公司：\n贵单位在河县公安局执法设备采购（编号HX-2023-06）中成交。\n"
            "本次采购4台抓拍机，单价18,500元；采集站2台，单价26,000元/台。\n成交总价：126,000元\n"
        ),
        ("抓拍机 | - | - | 4台 | 18500", "采集站 | - | - | 2台 | 26000"),
    ),
    "found in order when accepted": (
        (
            "履约验收公告\n采购人（甲方）：盘县公安局\n供应商（乙方）：南宁青仪通商贸有限公司\n"
            "验收意见：设备外观完好；检测仪（型号MF-6C）3台、前处理仪（型号QL-2）3台安装调试完毕，运行正常。\n验收日期：2023年12月14日"
        ),
        ("检测仪 | - | MF-6C | 3台 | -", "前处理仪 | - | QL-2 | 3台 | -"),
    ),
    "the lot before, a make in quotation marks": (
        "中标公示\n采购人：青县公安局\n采购包3投标明细：席位系统 品牌“合策” 型号 HC-KVM V5 32席位 单价26,875.00\n",
        ("席位系统 | 合策 | HC-KVM V5 | 32席位 | 26875",),
    ),
    "one product in labels on several lines": (
        (
            "成交结果公告\n采购人：清县公安局\n产品：四旋翼无人机\n最高限价：8.6万元/架\n"
            "成交供应商：东湖翼航科技有限公司\n"
            "品牌型号：翼哨 YS-600P\n成交单价：79,500元/架，数量：3架，成交总价：238,500元\n"
        ),
        ("四旋翼无人机 | 翼哨 | YS-600P | 3架 | 79500",),
    ),
    "quantity one: its sum is its price": (
        "成交公告\n采购单位：云县人民医院\n成交单位：洞庭医疗器械有限公司\n1、超声诊断仪 迈声 MS-80 1台 685000元\n",
        ("超声诊断仪 | 迈声 | MS-80 | 1台 | 685000",),
    ),
    "a contract's list with sums": (
        (
            "采购合同\n需方：永昌区城市管理局\n供方：镍都环卫设备有限公司\n洗扫车 型号JC-5180 2辆"
            " 单价：586,000元 合计：1,172,000元\n"
        ),
        ("洗扫车 | - | JC-5180 | 2辆 | 586000",),
    ),
}


_HEAD = "CONTRACT\nSupplier: Oak Ltd\nItem Description Qty Unit price Total\n"


def items_of(text: str) -> tuple[str, ...]:
    """Return the goods as "name | make | model | number unit | price of one"."""
    found = []
    for one in predict(text).items:
        price = f"{one.unit_price.normalize():f}" if one.unit_price is not None else "-"
        number = f"{one.qty:f}" if one.qty is not None else "-"
        gap = "" if not one.unit or ord(one.unit[0]) > 0x2E80 else " "
        found.append(f"{one.name} | {one.brand or '-'} | {one.model or '-'} | {number}{gap}{one.unit or ''} | {price}")
    return tuple(found)


@pytest.mark.parametrize("case", WESTERN)
def test_goods_in_languages_written_with_spaces(case: str) -> None:
    text, goods = WESTERN[case]
    assert items_of(text) == goods


@pytest.mark.parametrize("case", CHINESE)
def test_goods_in_chinese_lines(case: str) -> None:
    text, goods = CHINESE[case]
    assert items_of(text) == goods


@pytest.mark.parametrize(
    "text",
    [
        ("CONTRACT\nBuyer: Town of Elm\nSupplier: Oak Ltd\nDelivery of the goods within 30 days at the buyer's place."),
        (
            "CONTRACT\nBuyer: Town of Elm\nSupplier: Oak Ltd\n1. Payment of 30 % within 14 days; 2"
            " copies of the invoice."
        ),
        "中标公告\n采购人：岭县公安局\n中标供应商：天池有限公司\n评审情况：3家供应商报价，2家通过，得分93.2分",
        "中标公告\n采购人：岭县公安局\n中标供应商：天池有限公司\n代理服务费：1项，收费12,000元",
        "中标公告\n采购人：岭县公安局\n中标供应商：天池有限公司\n合同期限：1年，质保3个月，履约保证金5,000元",
    ],
)
def test_what_is_counted_and_is_no_goods(text: str) -> None:
    assert items_of(text) == ()


@pytest.mark.parametrize(
    "unit", ["1 ", "台", "3台、", "x 1 ", "12 a b ", "1 000 ", "单价1元", "model ", "qty 1 ", "品牌"]
)
def test_a_page_of_nothing_but_counts_costs_little(unit: str) -> None:
    def page(characters: int) -> float:
        head = _HEAD if unit.isascii() else "采购合同\n"
        started = time.process_time()
        predict(head + unit * (characters // len(unit)))
        return time.process_time() - started

    page(100)
    assert page(12_000) < 60 * max(page(1_200), 0.02)
