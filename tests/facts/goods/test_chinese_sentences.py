"""Goods in sentences: all of a stretch is a list of goods, or none of it is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.facts.goods.chinese_sentences import Thing, things_in
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page


def piece(text: str) -> Piece:
    return Piece(sheet=Sheet(page=Page(number=1, text=text), flat=flatten(text)), start=0, end=len(text))


def told(thing: Thing) -> tuple[object, ...]:
    return thing.name, thing.brand, thing.model, thing.quantity, thing.unit, thing.unit_price


@pytest.mark.parametrize(
    ("text", "things"),
    [
        (
            "报警柱 BG-A1 42套 18600元/套；工控机 BG-IPC5 42台 9450元/台；其余详见附件。",
            [("报警柱", None, "BG-A1", 42, "套", 18600), ("工控机", None, "BG-IPC5", 42, "台", 9450)],
        ),
        (
            "增加电子警察抓拍单元6套，单价22,000.00元，合计132,000.00元。",
            [("电子警察抓拍单元", None, None, 6, "套", 22000)],
        ),
        (
            "电子秤，品牌：衡准，型号HZ-90，数量6台，单价1.28万元；打印机，品牌型号：墨青MQ-20，数量2台，单价1,850元，小计3,700元",
            [("电子秤", "衡准", "HZ-90", 6, "台", 12800), ("打印机", "墨青", "MQ-20", 2, "台", 1850)],
        ),
        (
            "1.扫描仪（影速 YS-3）4台，单价3,500元；2.装订机1台，980元",
            [("扫描仪", "影速", "YS-3", 4, "台", 3500), ("装订机", None, None, 1, "台", 980)],
        ),
        ("交换机，品牌：网通，单价1,200元", []),
        (
            "屏蔽主机（静域 JY-900，32台，46,000.00元/台）；天馈系统（1套，878,000.00元）",
            [("屏蔽主机", "静域", "JY-900", 32, "台", 46000), ("天馈系统", None, None, 1, "套", 878000)],
        ),
        (
            "六軸無人機3架（型號 DC-X6，每架新臺幣98萬元）、備用電池組12組（每組3.5萬元）",
            [("六軸無人機", None, "DC-X6", 3, "架", 980000), ("備用電池組", None, None, 12, "组", 35000)],
        ),
        (
            "400万像素摄像机40台、24口交换机3台",
            [("400万像素摄像机", None, None, 40, "台", None), ("24口交换机", None, None, 3, "台", None)],
        ),
        ("红外相机 × 90台", [("红外相机", None, None, 90, "台", None)]),
        ("执法记录仪（品牌：警翼 型号：X9）20台，单价1,200元", [("执法记录仪", "警翼", "X9", 20, "台", 1200)]),
        (
            "笔记本电脑10台，打印机2台，共计12台",
            [("笔记本电脑", None, None, 10, "台", None), ("打印机", None, None, 2, "台", None)],
        ),
    ],
)
def test_goods_are_read_in_sentences(text: str, things: list[tuple[object, ...]]) -> None:
    expected = [tuple(Decimal(one) if isinstance(one, int) else one for one in thing) for thing in things]
    assert [told(thing) for thing in things_in(piece(text))] == expected


@pytest.mark.parametrize(
    "text",
    [
        "新建高清视频监控点位412个，改造派出所分控室9间",
        "详见附件",
        "摄像机20台，按甲方要求安装调试并负责培训",
        "每年巡检4次",
        "共3家供应商递交文件",
        "2022年6月9日",
    ],
)
def test_what_is_built_done_or_told_is_no_goods(text: str) -> None:
    assert things_in(piece(text)) == []
