"""Labels that list what all goods have: each list has as many parts as there are names, or nothing is taken apart."""

from __future__ import annotations

import pytest

from tenderlight.model.values import LineItemValue
from tests.facts.summary import read

HEAD = "合同公告\n采购人（甲方）：岚滨市公安局\n供应商（乙方）：湖东星图软件有限公司\n合同金额：81.3万元\n"


def goods(text: str) -> list[tuple[object, ...]]:
    values = [one.value for one in read(text) if isinstance(one.value, LineItemValue)]
    return [(one.name, one.brand, one.model, one.quantity, one.unit_price) for one in values]


@pytest.mark.parametrize("sign", ["、", "；", "，"])
def test_lists_of_the_same_length_are_goods(sign: str) -> None:
    text = HEAD + (
        f"主要标的名称：取证一体机{sign}硬盘复制机\n规格型号：星图 XT-M8{sign}XT-H2\n"
        f"主要标的数量：4台{sign}6台\n主要标的单价：156000元{sign}31500元\n"
    )
    assert goods(text) == [
        ("取证一体机", "星图", "XT-M8", 4, 156000),
        ("硬盘复制机", None, "XT-H2", 6, 31500),
    ]


def test_a_list_without_numbers_for_each_stays_one() -> None:
    text = HEAD + "主要标的名称：键盘、鼠标、耳机套装\n规格型号：XT-K1\n主要标的数量：4套\n主要标的单价：300元\n"
    assert goods(text) == [("键盘、鼠标、耳机套装", None, "XT-K1", 4, 300)]


def test_blocks_of_labels_are_goods_each() -> None:
    text = HEAD + (
        "标的一\n  名称：行为分析终端\n  厂牌型号：启鸣 QM-K30\n  数量：46台\n  单价：￥6,380.00\n"
        "标的二\n  名称：无感考勤门\n  厂牌型号：启鸣 QM-G5\n  数量：9套\n  单价：￥12,600.00\n"
    )
    assert goods(text) == [("行为分析终端", "启鸣", "QM-K30", 46, 6380), ("无感考勤门", "启鸣", "QM-G5", 9, 12600)]


@pytest.mark.parametrize(
    "line",
    [
        "瞳澈牌TC-8C4型抓拍枪机80台，单价2950元",
        "· 瞳澈 TC-8C4 抓拍枪机 ×80台 @2950元",
        "1.抓拍枪机（瞳澈 TC-8C4）——80台——单价2950元——合格",
        "（1）抓拍枪机，瞳澈品牌，TC-8C4，共80台，单价人民币2950元",
    ],
)
def test_make_and_model_stand_anywhere_in_a_line(line: str) -> None:
    text = HEAD + f"{line}\n"
    assert goods(text) == [("抓拍枪机", "瞳澈", "TC-8C4", 80, 2950)]


@pytest.mark.parametrize("model", ["国产 A3", "四路H264", "内置4G模块", "55寸 A55", "双目"])
def test_what_is_no_make_stays_with_the_model(model: str) -> None:
    text = HEAD + f"名称 | 规格型号 | 数量 | 单价（元）\n显示屏 | {model} | 2台 | 900\n记录仪 | {model} | 3台 | 800\n"
    assert [one[1] for one in goods(text)] == [None, None]
