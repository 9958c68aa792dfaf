"""Rows whose columns are one blank apart and whose cells hold blanks themselves."""

from __future__ import annotations

import time

import pytest

from tests.facts.summary import goods_by_rules, read, shown

HEAD = "安河县图书馆设备采购中标公告\n采购人：安河县图书馆\n中标供应商：河西云盾电子有限公司\n主要标的信息\n"
TABLES = {
    "make before number": (
        "序号 标项名称 标的名称 品牌 数量 单价 规格型号",
        (
            "3 一标项 借还服务机 远望 2 14000 Pacific 9920\n4 一标项 4G 路由器 中兴 2 4000 MF 286R Pro\n"
            "5 二标项 门禁 云盾 6 900 YD-6"
        ),
        (
            "借还服务机 | 远望 | Pacific 9920 | 2  | 14000",
            "4G 路由器 | 中兴 | MF 286R Pro | 2  | 4000",
            "门禁 | 云盾 | YD-6 | 6  | 900",
        ),
    ),
    "number with its unit in brackets": (
        "品目号 品目名称 采购标的 品牌 规格型号 数量（单位） 单价(元) 总价(元)",
        (
            "1-1 显微镜 生物显微镜 Carl Zeiss Axio Scope 5 1.00（台） 93,400.00 93,400.00\n"
            "1-2 安全设备 手持探测器 盾安 DA 100 12.00（个） 1,800.00 21,600.00"
        ),
        ("生物显微镜 | Carl Zeiss | Axio Scope 5 | 1 台 | 93400", "手持探测器 | 盾安 | DA 100 | 12 个 | 1800"),
    ),
    "no make": (
        "名称 品牌（如有） 规格型号 数量 单价",
        "自助借还机 远望谷 XCRF 830 Plus 3 46000\n图书盘点车 / / 2 18000",
        ("自助借还机 | 远望谷 | XCRF 830 Plus | 3  | 46000", "图书盘点车 |  |  | 2  | 18000"),
    ),
    "supplier and total": (
        "序号 供应商名称 货物名称 货物品牌 货物型号 货物数量 货物单价(元) 总价（元）",
        (
            "1 河西云盾电子有限公司 激光打印机 惠普 Color LaserJet Pro M454 10 3,200 32,000\n"
            "2 河西云盾电子有限公司 无人机 大疆 Mavic 3 Thermal 10 台 3,200元 32,000元"
        ),
        (
            "激光打印机 | 惠普 | Color LaserJet Pro M454 | 10  | 3200",
            "无人机 | 大疆 | Mavic 3 Thermal | 10 台 | 3200",
        ),
    ),
    "unit in a column": (
        "序号 货物名称 品牌 规格型号 单位 数量 单价（元）",
        "1 接入交换机 H3C S5130S-28P EI 台 4 3,400\n2 网络机柜 图腾 G2 6042 个 2 2,600",
        ("接入交换机 | H3C | S5130S-28P EI | 4 台 | 3400", "网络机柜 | 图腾 | G2 6042 | 2 个 | 2600"),
    ),
    "further lot without a head": (
        "品目号 品目名称 采购标的 品牌 规格型号 数量（单位） 单价(元) 总价(元)",
        (
            "1-1 扫描仪 高速扫描仪 柯达 i4650 22（台） 34,500.00 759,000.00\n"
            "采购包2：货物类（河西云盾电子有限公司）\n2-1 存储 网络存储 群晖 RS3621xs+ 8（台） 38,500.00 308,000.00"
        ),
        ("高速扫描仪 | 柯达 | i4650 | 22 台 | 34500", "网络存储 | 群晖 | RS3621xs+ | 8 台 | 38500"),
    ),
    "row without make and model": (
        "序号 标项名称 标的名称 品牌 规格型号 数量 单价（元）",
        "1 一标项 门禁 云盾 YD-6 6 900\n2 一标项 安装调试 1 4000",
        ("门禁 | 云盾 | YD-6 | 6  | 900", "安装调试 |  |  | 1  | 4000"),
    ),
}


@pytest.mark.parametrize("layout", TABLES)
def test_words_are_laid_out_by_kind(layout: str) -> None:
    head, rows, goods = TABLES[layout]
    found = goods_by_rules(f"{HEAD}{head}\n{rows}\n五、评审专家名单：刘兰、蒲建\n")
    assert tuple(map(shown, found)) == goods


@pytest.mark.parametrize(
    "row",
    [
        "1 一标项 显示屏 远望 云盾 2 14000 某某 厂家 自制",
        "合计 人民币壹万贰仟元整 12000",
        "2 二标项 废标 / / / /",
        "注 以上价格含税 3 年 质保 24 个月",
    ],
)
def test_what_fits_in_no_one_way_is_no_row(row: str) -> None:
    head = "序号 标项名称 标的名称 品牌 数量 单价 规格型号"
    first = "1 一标项 门禁 云盾 6 900 YD-6"
    found = goods_by_rules(f"{HEAD}{head}\n{first}\n{row}\n")
    assert tuple(map(shown, found)) == ("门禁 | 云盾 | YD-6 | 6  | 900",)


@pytest.mark.parametrize("row", ["2 存储 Yd 8 500", "2 存储 Yd 云盾 X 8 500"])
def test_of_two_ways_that_are_as_good_none_is_taken(row: str) -> None:
    text = f"{HEAD}序号 标的名称 品牌 规格型号 数量 单价（元）\n1 门禁 云盾 YD-6 6 900\n{row}\n"
    assert [shown(one) for one in goods_by_rules(text) if "Yd" in shown(one)] == []


def test_further_rows_need_the_heading_of_a_lot() -> None:
    head = "品目号 采购标的 品牌 规格型号 数量 单价(元) 总价(元)"
    text = f"{HEAD}{head}\n1-1 门禁 云盾 YD-6 6 900 5400\n其他供应商报价：\n2-1 存储 群晖 RS3621 8 500 4100\n"
    assert tuple(map(shown, goods_by_rules(text))) == ("门禁 | 云盾 | YD-6 | 6  | 900",)


def test_long_rows_are_read_fast() -> None:
    rows = "\n".join(f"{at} 甲 乙 丙 丁 A 1 B 2 C 3 4 5 6 7" for at in range(500))
    started = time.perf_counter()
    read(f"{HEAD}序号 标项名称 标的名称 品牌 数量 单价 规格型号\n1 一标项 门禁 云盾 6 900 YD-6\n{rows}")
    assert time.perf_counter() - started < 3
