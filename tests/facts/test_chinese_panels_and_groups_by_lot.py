"""Lots won by a group whose members stand on lines of their own, panels of firms, and lots that nobody won."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


def test_members_of_a_group_stand_on_lines_of_their_own_and_goods_have_no_price_of_a_lot() -> None:
    text = (
        "中标（成交）结果\n采购人：北湾出入境边防检查站\n分包1 自助查验通道\n　　甲川智能股份有限公司（牵头单位）\n"
        "　　乙溪闸机有限公司（联合体单位）\n"
        "　　￥9,876,000.00\n分包2 证件鉴别仪\n　　丙江科技有限公司\n　　￥1,254,000.00\n"
        "主要货物\n　　分包1：自助通道 HCH-e9，24条，￥396,500.00；模块 ZJ-FP4，24个，￥15,000.00\n"
        "　　分包2：鉴别仪 STJ-H6，57台，￥22,000.00\n公告日期: 2024-12-03"
    )
    notice = predict(text)
    assert [(one.name, one.role) for one in notice.suppliers] == [
        ("甲川智能股份有限公司", "lead"),
        ("乙溪闸机有限公司", "member"),
        ("丙江科技有限公司", "lot winner"),
    ]
    assert [(one.lot, int(one.amount or 0)) for one in notice.lots] == [("分包1", 9_876_000), ("分包2", 1_254_000)]


@pytest.mark.parametrize(
    "text",
    [
        (
            "入围结果公示\n采购人：南湖区机关事务服务中心\nA类（一类企业）：甲川修理有限公司、乙溪汽修厂\n"
            "B类（二类企业）：丙江修理厂、乙溪汽修厂\n"
        ),
        (
            "关于公布司法鉴定服务机构入围名单的公告\n确定以下三家机构入围：\n"
            "1. 甲川修理有限公司\n2. 乙溪汽修厂\n3. 丙江修理厂\n南湖区法院\n"
        ),
        "定点采购结果\n经评审，确定甲川修理有限公司、乙溪汽修厂、丙江修理厂三家单位为2020年度车辆定点维修服务机构。\n南湖区财政局\n",
    ],
)
def test_all_firms_of_a_panel_are_suppliers(text: str) -> None:
    assert {(one.name, one.role) for one in predict(text).suppliers} == {
        ("甲川修理有限公司", "framework"),
        ("乙溪汽修厂", "framework"),
        ("丙江修理厂", "framework"),
    }


@pytest.mark.parametrize("nobody", ["无中选企业", "未采购（报价均超预算）", "废标"])
def test_a_lot_that_nobody_won(nobody: str) -> None:
    text = (
        "带量采购中选结果\n采购人：玉林市中心血站\n目录一　一次性血袋　广西北流医用塑胶有限公司　中选单价32.50元/套\n"
        f"目录二　检测试剂　南宁邕州生物技术有限公司　中选单价58.00元/人份\n目录三　护理包　{nobody}\n2022年1月20日"
    )
    assert [(one.lot, one.status) for one in predict(text).lots] == [
        ("目录一", "awarded"),
        ("目录二", "awarded"),
        ("目录三", "void"),
    ]
