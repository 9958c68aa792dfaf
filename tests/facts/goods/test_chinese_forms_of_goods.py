"""Goods in Chinese forms: makes in brackets, codes in capitals, lists in cells, forms of Taiwan."""

from __future__ import annotations

import pytest

from tests.facts.summary import goods_by_rules, shown

AWARD = "安河县图书馆设备采购成交公告\n采购人：安河县图书馆\n成交供应商：河西云盾电子有限公司\n"
GOODS = {
    "make and code in brackets, a kind in the column": (
        (
            "包号 | 货物名称 | 规格型号 | 数量 | 单价\n1 | 核心交换机（华三 S10508X-G） | 主控冗余 | 2台 | 386000\n"
            "2 | 电源（科华 MR33120） | 120kVA | 2台 | 248000\n3 | 精密空调（佳力图 PEX3060） | 60kW | 4台 | 134500"
        ),
        (
            "核心交换机 | 华三 | S10508X-G | 2 台 | 386000",
            "电源 | 科华 | MR33120 | 2 台 | 248000",
            "精密空调 | 佳力图 | PEX3060 | 4 台 | 134500",
        ),
    ),
    "a kind before the code": (
        "课桌椅（单人升降式 MZL-K08）1500套，275元/套",
        ("课桌椅 |  | MZL-K08 | 1500 套 | 275",),
    ),
    "a price before the code": (
        (
            "一标：密集架　成交供应商 河西云盾电子有限公司　成交价 369,600.00元（ZX-MJJ-2400，"
            "528立方米，700.00元/立方米）\n"
            "二标：净化机　成交供应商 河西绿恒环境有限公司　成交价 127,800.00元（LH-HS150，9台，14,200.00元/台）"
        ),
        ("密集架 |  | ZX-MJJ-2400 | 528 立方米 | 700", "净化机 |  | LH-HS150 | 9 台 | 14200"),
    ),
    "codes in capitals": (
        (
            "成交金额：86,420.00元\n清单：\n1、平衡杠　HX-PHG　2副　3,850.00\n2、电动床　XY-DDC　4张　12,600.00\n"
            "3、站立架　6台　2,170.00\n4、训练平板　华为　AGS5-W09　5台　3,060.00"
        ),
        (
            "平衡杠 |  | HX-PHG | 2 副 | 3850",
            "电动床 |  | XY-DDC | 4 张 | 12600",
            "站立架 |  |  | 6 台 | 2170",
            "训练平板 | 华为 | AGS5-W09 | 5 台 | 3060",
        ),
    ),
    "make glued to a code in capitals": (
        "　移动测速仪，北京川速CSR-IN，13台，46,000.00元/台",
        ("移动测速仪 | 北京川速 | CSR-IN | 13 台 | 46000",),
    ),
    "an edition behind the code": (
        (
            "1. 占道识别算法 GL-AI-ZD V2.0，授权200路，每路1,850元，计370,000元；\n2. "
            "分析平台软件 GL-VAS V5.1，1套，计620,000元；"
        ),
        ("占道识别算法 |  | GL-AI-ZD V2.0 | 200 路 | 1850", "分析平台软件 |  | GL-VAS V5.1 | 1 套 | 620000"),
    ),
    "one lot of works": (
        "主要标的：云盾YD-2C摄像机420台，单价1,290元；辅材及安装调试一项700,000元。",
        ("摄像机 | 云盾 | YD-2C | 420 台 | 1290", "辅材及安装调试 |  |  | 1 项 | 700000"),
    ),
    "one cell for all goods": (
        (
            "包号 中标供应商 投标报价（元） 中标标的\n"
            "1包 河西云盾电子有限公司 3,280,000.00 分析仪 赛默飞 3500xL 1台 2,360,000.00元；扩增仪 "
            "赛默飞 ProFlex2 4台 单价230,000.00元\n"
            "2包 河西杰仪仪器有限公司 568,000.00 提取工作站 杰毅 EZ-96 2台 单价284,000.00元"
        ),
        (
            "分析仪 | 赛默飞 | 3500xL | 1 台 | 2360000",
            "扩增仪 | 赛默飞 | ProFlex2 | 4 台 | 230000",
            "提取工作站 | 杰毅 | EZ-96 | 2 台 | 284000",
        ),
    ),
    "a column of descriptions": (
        (
            "項目 | 說明 | 牌子及型號 | 數量 | 單價（港元）\n1 | 網絡攝影機 | Axis Q1656-LE | 54 台 | 21,900.00\n"
            "2 | 4G 路由器 | Teltonika RUTX11 | 54 台 | 4,200.00"
        ),
        ("網絡攝影機 | Axis | Q1656-LE | 54 台 | 21900", "4G 路由器 | Teltonika | RUTX11 | 54 台 | 4200"),
    ),
    "a make edited for the buyer": (
        (
            "主要标的名称：警务终端 规格型号（或服务要求）：华为 Mate 40E "
            "Pro（双系统定制版）\n主要标的数量：150\n主要标的单价：5680元"
        ),
        ("警务终端 | 华为 | Mate 40E Pro | 150  | 5680",),
    ),
}
TAIWAN = (
    "決標公告\n機關名稱 臺中市政府警察局\n標案名稱 113年度密錄器汰換採購案\n[投標廠商]\n投標廠商1\n"
    "  廠商名稱 鴻鈞科技股份有限公司\n  是否得標 是\n  決標金額 6,090,000元\n[決標品項]\n決標品項數 1\n第1品項\n"
    "  品項名稱 {name}\n  得標廠商 鴻鈞科技股份有限公司\n  預估需求數量 {number}\n  決標金額 6,090,000元\n"
    "[決標資料]\n決標日期 113/05/14\n總決標金額 6,090,000元\n"
)


@pytest.mark.parametrize("form", GOODS)
def test_goods_of_chinese_forms(form: str) -> None:
    text, goods = GOODS[form]
    assert tuple(map(shown, goods_by_rules(f"{AWARD}{text}\n"))) == goods


def test_items_of_an_award_of_taiwan() -> None:
    text = TAIWAN.format(name="員警隨身密錄器（PATROL PC-128）", number="700 台")
    assert tuple(map(shown, goods_by_rules(text))) == ("員警隨身密錄器 | PATROL | PC-128 | 700 台 | ",)


def test_one_service_is_no_goods_by_number() -> None:
    assert goods_by_rules(TAIWAN.format(name="資訊系統維護案", number="1 式")) == ()


def test_goods_accepted_as_ordered() -> None:
    text = (
        "政府采购项目验收结果公告\n项目名称：补点工程\n采购单位：临泽县公安局\n供应商：河西云盾电子有限公司\n"
        "验收时间：2023-12-05\n验收数量：\n　枪式摄像机 DH-IPC-T1　235台　与合同一致\n　光纤收发器　140对　与合同一致\n"
        "验收结论：合格。\n"
    )
    goods = ("枪式摄像机 |  | DH-IPC-T1 | 235 台 | ", "光纤收发器 |  |  | 140 对 | ")
    assert tuple(map(shown, goods_by_rules(text))) == goods


@pytest.mark.parametrize(
    ("asked", "goods"),
    [
        (
            "包别1：调度平台软件1套、录音服务器4台、席位终端24套\n包别2：大屏拼接单元（55寸）18块",
            ("调度平台软件 1", "录音服务器 4", "席位终端 24", "大屏拼接单元（55寸） 18"),
        ),
        ("标段一：消防水带120条、呼吸器30套\n标段二：热像仪6台", ("消防水带 120", "呼吸器 30", "热像仪 6")),
        (
            (
                "标项一 标项名称：振动光缆及声光告警 数量：12 预算金额（元）：1440000 简要规格描述：每套含2公里\n"
                "标项二 标项名称：热成像云台摄像机 数量：25 预算金额（元）：1850000 简要规格描述：不小于3公里"
            ),
            ("振动光缆及声光告警 12", "热成像云台摄像机 25"),
        ),
        ("标项一 标项名称：智慧校园 数量：1 预算金额（元）：1440000 简要规格描述：详见文件", ()),
        ("包别1：预算280万元，工期60日历天", ()),
    ],
)
def test_goods_that_lots_of_an_invitation_list(asked: str, goods: tuple[str, ...]) -> None:
    text = (
        f"政府采购 公开招标公告\n项目名称：接处警设备采购\n采购需求：\n{asked}\n合同履行期限：90日历天\n"
        "截止及开标时间：2022年10月20日9点00分\n采购人：淮北市公安局\n"
    )
    assert tuple(f"{one.name} {one.qty}" for one in goods_by_rules(text)) == goods


def test_what_is_maintained_is_not_bought() -> None:
    text = (
        "勞務採購契約\n甲方：新竹市警察局\n乙方：啟揚影像科技股份有限公司\n第一條　維護標的："
        "監視器攝影機 2,860 支、主機 412 台\n"
        "第三條　契約價金：新臺幣 8,765,000 元整。\n中華民國 113 年 1 月 5 日\n"
    )
    assert goods_by_rules(text) == ()


def test_lines_with_prices_of_one_go_on_from_none() -> None:
    text = (
        "採購契約書\n甲方（機關）：嘉義縣消防局\n乙方（廠商）：順鼎車體工業股份有限公司\n一、標的名稱及數量\n"
        "　化學消防車（HINO 700系列底盤）2輛，單價新臺幣13,450,000元\n"
        "　高頂救護車（Volkswagen Crafter）3輛，單價新臺幣3,180,000元\n訂約日期：中華民國一一三年二月二十二日\n"
    )
    goods = ("化學消防車 | HINO |  | 2 辆 | 13450000", "高頂救護車 | Volkswagen | Crafter | 3 辆 | 3180000")
    assert tuple(map(shown, goods_by_rules(text))) == goods
