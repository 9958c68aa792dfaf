"""Makes that are known by name need no sign that sets them apart; what goods go with is no make of theirs."""

from __future__ import annotations

import pytest

from tenderlight.facts.goods.known_makes import known_make, make_before
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import LineItemValue


def told(name: str) -> tuple[str, str | None, str | None] | None:
    found = known_make(name)
    return None if found is None else (name[: found.end], found.brand, found.model)


@pytest.mark.parametrize(
    ("name", "apart"),
    [
        ("警用无人机大疆M300RTK", ("警用无人机", "大疆", "M300RTK")),
        ("云台相机大疆禅思H20T", ("云台相机", "大疆", "禅思H20T")),
        ("存储服务器浪潮NF5280M5", ("存储服务器", "浪潮", "NF5280M5")),
        ("管理终端（联想）", ("管理终端", "联想", None)),
        ("網路攝影機 華為 M2140", ("網路攝影機", "華為", "M2140")),
        ("人脸识别终端海康威视", ("人脸识别终端", "海康威视", None)),
        ("комплекс БАС DJI Matrice 210 RTK", ("комплекс БАС", "DJI", "Matrice 210 RTK")),
        ("IP-камера Hikvision", ("IP-камера", "Hikvision", None)),
        ('Video wall display 55" Samsung VM55T', ('Video wall display 55"', "Samsung", "VM55T")),
        ("Laptop Dell Latitude 5440", ("Laptop", "Dell", "Latitude 5440")),
        ("Servidor de rack INSPUR NF5280M6", ("Servidor de rack", "INSPUR", "NF5280M6")),
        ("Ноутбук (Lenovo ThinkBook 15 G4)", ("Ноутбук", "Lenovo", "ThinkBook 15 G4")),
    ],
)
def test_a_known_make_and_the_model_behind_it_come_off_the_name(name: str, apart: tuple[str, str, str | None]) -> None:
    assert told(name) == apart


@pytest.mark.parametrize(
    "name",
    [
        "大疆无人机电池",
        "适用于惠普打印机硒鼓",
        "兼容海康威视平台网关",
        "Toner for HP LaserJet 4000",
        "Batería compatible con Motorola DP4400",
        "motores fuera de borda de 40 HP",
        "Картридж для Canon 728",
        "Fordham model boat 12",
        "海康威视",
    ],
)
def test_what_goods_go_with_is_no_make_of_theirs(name: str) -> None:
    assert told(name) is None


def test_a_make_comes_off_a_model() -> None:
    assert make_before("华为Mate40Pro双系统定制版") == ("华为", "Mate40Pro双系统定制版")
    assert make_before("DJI Air 2S") == ("DJI", "Air 2S")
    assert make_before("华为云平台服务") is None
    assert make_before("DS-2CD3T47") is None
    assert make_before("大华") is None


@pytest.mark.parametrize("before", ["第1包", "(2)", "（3）"])
def test_numbers_and_lots_before_a_name_are_none_of_it(before: str) -> None:
    goods = f"货物名称：{before}人脸布控摄像机 品牌：慧甲 型号：HJ-T7 数量：3台 单价：8620元"
    text = f"中标公告\n采购人：澜县公安局\n{goods}\n"
    items = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, LineItemValue)]
    assert [(one.name, one.brand, one.model) for one in items] == [("人脸布控摄像机", "慧甲", "HJ-T7")]
