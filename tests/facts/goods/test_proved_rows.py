"""Tables of goods that prove themselves, whatever sets their columns apart and whatever their heads are called."""

from __future__ import annotations

import pytest

from tenderlight.facts import remarks
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue
from tests.facts.summary import read, summarise

WON = "NOTICE OF AWARD\nBuyer: Harbour Council\nSupplier: Kestrel Data Ltd\n"
GEWONNEN = "中标公告\n采购人：南县公安局\n中标供应商：南京云观科技有限公司\n"
CASES = {
    "wide blanks, a column for the number of the row": (
        (
            f"{WON}Ref   Equipment           Make     Model    Qty   Rate      Extended\n"
            "1.1   Wall display        Optira   OV-55    12    4,250.00  51,000.00\n"
            "1.2   Desk for operators  Deskon   W900     6     3,125.00  18,750.00\n"
        ),
        ("Wall display | Optira | OV-55 | 12 | 4250", "Desk for operators | Deskon | W900 | 6 | 3125"),
    ),
    "semicolons": (
        (
            "CONTRATO DE SUMINISTRO\nComprador: Alcaldía de Loma\nContratista: Redes Sur S.A.S.\n"
            "ÍTEM; DESCRIPCIÓN; CANTIDAD; VALOR UNITARIO; VALOR TOTAL\n"
            "1; Cámara exterior; 85; 9.800.000; 833.000.000\n2; Servidor; 4; 96.305.000; 385.220.000\n"
        ),
        ("Cámara exterior | - | - | 85 | 9800000", "Servidor | - | - | 4 | 96305000"),
    ),
    "dashes, no heads, the firm in the row": (
        (
            "TERMO DE HOMOLOGAÇÃO\nContratante: Prefeitura de Loma\n"
            "ITEM 01 – Leitor de placas – 6 un – VISTA DO BRASIL S/A – R$ 640.000,00 (unit.) – R$ 3.840.000,00\n"
            "ITEM 02 – Pórtico – 25 un – SEGPORT LTDA – R$ 11.900,00 (unit.) – R$ 297.500,00\n"
        ),
        ("Leitor de placas | - | - | 6 un | 640000", "Pórtico | - | - | 25 un | 11900"),
    ),
    "strokes, heads for number and price, no sum": (
        (
            "MARCHÉ PUBLIC\nAcheteur : Ville de Port\nTitulaire : Optivue SARL\nDate de signature : 04/04/2022\n"
            "Désignation / Quantité / Prix unitaire HT\nBorne d'appel / 20 / 3 400,00\nLogiciel / 1 / 10 000,00\n"
        ),
        ("Borne d'appel | - | - | 20 | 3400", "Logiciel | - | - | 1 | 10000"),
    ),
    "Chinese, the column of numbers called by no listed name": (
        (
            f"{GEWONNEN}设备名称    生产厂家    型号规格    采购量    含税单价（元）    合价（元）\n"
            "网络摄像机    杭州晴空    QK-40    320台    1,450.00    464,000.00\n"
            "硬盘录像机    杭州晴空    QK-16    40台    3,960.00    158,400.00\n"
        ),
        ("网络摄像机 | - | QK-40 | 320台 | 1450", "硬盘录像机 | - | QK-16 | 40台 | 3960"),
    ),
    "Chinese, one cell a line": (
        (
            "货物买卖合同\n买受人：青县看守所\n出卖人：皖盾装备有限公司\n签订时间：2020年11月3日\n"
            "商品名称\n牌号商标\n规格型号\n计量单位\n数量\n单价（元）\n总金额（元）\n"
            "智能终端\n皖盾\nHD-10\n台\n48\n3600\n172800\n巡更标签\n皖盾\nHD-2\n只\n120\n185\n22200\n"
        ),
        ("智能终端 | 皖盾 | HD-10 | 48台 | 3600", "巡更标签 | 皖盾 | HD-2 | 120只 | 185"),
    ),
    "Russian, two heads that mean a sum": (
        (
            "АКТ ПРИЕМКИ ТОВАРА\nЗаказчик: ГБУ «Пункт»\nПоставщик: ООО «Линк»\nДата приемки: 30.09.2021\n"
            "Наименование; Кол-во; Ед.; Цена, руб.; Стоимость, руб.\n"
            "Регистратор; 60; шт; 18 200,00; 1 092 000,00\nСтанция; 5; шт; 64 500,00; 322 500,00\n"
        ),
        ("Регистратор | - | - | 60 шт | 18200", "Станция | - | - | 5 шт | 64500"),
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_rows_whose_figures_agree_are_goods(case: str) -> None:
    text, items = CASES[case]
    assert [plain(one) for one in items_of(text)] == [plain(one) for one in items]


def items_of(text: str) -> list[str]:
    found = summarise(read(text))["items"]
    assert isinstance(found, tuple)
    return list(found)


def plain(item: str) -> str:
    return "".join(item.split()).replace("None", "-").casefold()


NOTHING = {
    "figures that do not agree": f"{WON}Alpha    12    4,250.00    51,100.00\nBeta    6    3,125.00    18,760.00\n",
    "a column of words that nothing tells": (
        f"{WON}Alpha unit    Nordlicht    12    4,250.00    51,000.00\n"
        "Beta unit    Suedwind    6    3,125.00    18,750.00\n"
    ),
    "points that happen to be products": f"{WON}Kestrel Data Ltd    2    40    80\nPlover Ltd    3    30    90\n",
}


@pytest.mark.parametrize("case", NOTHING)
def test_what_proves_nothing_is_left_alone(case: str) -> None:
    assert [one for one in read(NOTHING[case]) if is_of_rules(one)] == []


def is_of_rules(statement: Statement) -> bool:
    """Say whether rules read goods; the reader of goods may know an order of columns that nothing proves."""
    return isinstance(statement.value, LineItemValue) and remarks.LEARNED not in statement.against
