from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.model.values import ComponentValue
from tests.facts.summary import read

NOTICE = """人像比对服务器采购项目中标公告
采购人：塞上市公安局
中标单位：银川贺兰云计算有限公司
中标金额：1,960,000元
序号\t名称\t品牌\t型号\t数量\t单价（元）\t备注
1\t人像比对服务器\t凌霄\tLX-AI8800\t14台\t125,000\t{remark}
2\t交换机\t湖光\tHG-S5720\t7台\t30,000\t/
"""


def parts(remark: str) -> list[tuple[str, str | None, str | None, int, int, str | None]]:
    values = [one.value for one in read(NOTICE.format(remark=remark)) if isinstance(one.value, ComponentValue)]
    return [
        (one.name, one.maker, one.model, int(one.quantity_per_unit or 0), int(one.units or 0), one.part_of)
        for one in values
    ]


def test_counted_parts_are_read_with_maker_and_model() -> None:
    assert parts("每台配置：8块 算芯 SX-A40 加速卡，2颗 昆岳 5218 处理器") == [
        ("加速卡", "算芯", "SX-A40", 8, 14, "人像比对服务器"),
        ("处理器", "昆岳", "5218", 2, 14, "人像比对服务器"),
    ]


def test_the_count_may_stand_last() -> None:
    assert parts("单台含昆岳5218处理器×2") == [("处理器", "昆岳", "5218", 2, 14, "人像比对服务器")]


def test_what_is_not_counted_or_not_in_each_is_no_part() -> None:
    assert parts("支持SX-A40加速卡") == []
    assert parts("提供16个接口") == []
    assert parts("/") == []


HEAD = "成交公告\n成交供应商：贺兰智算有限公司\n成交金额：720,000元\n"
LINES = (
    "成交标的：比对服务器（{held}），品牌：凌霄，型号：LX-8，数量：2台，单价：360,000元",
    "主要标的：\n1.比对服务器 品牌：凌霄 型号：LX-8 数量：2台 单价：360,000元（{held}）",
    "货物名称：比对服务器（{held}） 品牌：凌霄 规格型号：LX-8 数量：2台 单价：360,000.00元",
    "序号\t名称\t品牌\t型号\t数量\t单价（元）\n1\t比对服务器（{held}）\t凌霄\tLX-8\t2台\t360,000",
)


@pytest.mark.parametrize("line", LINES)
@pytest.mark.parametrize(
    ("held", "part"),
    [
        ("含4块NVIDIA Tesla T4", ("NVIDIA", "Tesla T4", 4)),
        ("每台配2张算芯A10加速卡", ("算芯", "A10", 2)),
        ("内置24块湖光 HG18000NM 硬盘", ("湖光", "HG18000NM", 24)),
    ],
)
def test_a_bracket_on_the_line_counts_parts_and_is_no_part_of_the_name(
    line: str, held: str, part: tuple[str, str, int]
) -> None:
    read = predict(
        f"成交公告\n成交供应商：贺兰智算有限公司\n成交金额：720,000元\n{line.format(held=held)}\n采购人：邕泽县公安局"
    )
    assert [one.name for one in read.items] == ["比对服务器"]
    counts = [(int(one.qty_per_unit or 0), int(one.units or 0)) for one in read.components]
    assert [(one.maker, one.model) for one in read.components] == [part[:2]]
    assert counts == [(part[2], 2)]


@pytest.mark.parametrize("held", ["含3年质保、含安装", "含裤", "配套使用"])
def test_a_bracket_without_parts_stays(held: str) -> None:
    line = LINES[2].format(held=held)
    read = predict(f"{HEAD}{line}\n采购人：邕泽县公安局")
    assert (len(read.items), read.components) == (1, ())


@pytest.mark.parametrize(
    "text",
    [
        "标的：比对服务器 品牌：凌霄 型号：LX-8 数量：2台 单价：360,000元 配置：每台含算芯SX-A40加速卡4块",
        "货物名称：比对服务器\n规格型号：LX-8（4块算芯 SX-A40）\n数量：2台\n单价：360,000.00元",
        "到货情况：比对服务器（型号LX-8，每台内置4块算芯SX-A40）2台，单价360,000元",
        "序号 名称 型号 数量 配置\n1 比对服务器 LX-8 2台 4块算芯SX-A40",
        "名称 型号 数量 单价(元)\n比对服务器（每台含4块算芯 SX-A40） LX-8 2台 360,000",
        "主要标的：\n1.比对服务器2台（每台配置4块算芯SX-A40、2颗昆岳5218），单价360,000元",
    ],
)
def test_parts_stand_beside_goods_in_many_places(text: str) -> None:
    read = predict(f"{HEAD}{text}\n采购人：邕泽县公安局")
    assert [one.name for one in read.items] == ["比对服务器"]
    first = read.components[0]
    assert (first.maker, first.model, first.qty_per_unit, first.units) == ("算芯", "SX-A40", Decimal(4), Decimal(2))


HELD = (
    "每台含4块算芯 A4",
    "4×算芯 A4",
    "算芯 A4 4块",
    "配4张算芯 A4加速卡",
    "内置算芯 A4显卡4块",
    "其中每台包含算芯 A4 GPU卡4块",
)


@pytest.mark.parametrize("held", HELD)
@pytest.mark.parametrize(
    "text",
    [
        "序号 | 名称 | 品牌 | 型号 | 数量 | 单价（元） | 备注\n1 | 比对服务器 | 凌霄 | LX-8 | 2台 | 360,000 | {held}",
        "名称：比对服务器（{held}） 品牌：凌霄 型号：LX-8 数量：2台 单价：360,000元",
    ],
)
def test_the_count_of_a_part_stands_first_or_last(text: str, held: str) -> None:
    read = predict(f"{HEAD}{text.format(held=held)}\n采购人：邕泽县公安局")
    assert [(one.name, one.model) for one in read.items] == [("比对服务器", "LX-8")]
    told = [(one.maker, one.model, int(one.qty_per_unit or 0), int(one.units or 0)) for one in read.components]
    assert told == [("算芯", "A4", 4, 2)]


def test_the_code_at_the_end_of_a_name_is_the_model() -> None:
    read = predict(f"{HEAD}供货清单：识别终端YZ-F1 12台@4800元、控制器YZ-C2 6台@1900元\n采购人：邕泽县公安局")
    assert [(one.name, one.model) for one in read.items] == [("识别终端", "YZ-F1"), ("控制器", "YZ-C2")]


@pytest.mark.parametrize("letters", ["4块", "(", "含", "4×", "算芯 A4", "A4 ", "含4块("])
def test_long_runs_take_no_long_time(letters: str) -> None:
    began = time.perf_counter()
    parts(letters * 5_000)
    assert time.perf_counter() - began < 20
