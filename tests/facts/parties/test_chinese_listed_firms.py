"""Chinese firms listed one a line."""

from __future__ import annotations

from decimal import Decimal

from tenderlight.evaluate.facts import predict


def test_all_firms_below_a_line_that_says_so_have_won() -> None:
    found = predict(
        "框架协议入围结果公告\n征集人：柳河市公安局\n入围供应商及入围价格：\n1、柳安运维有限公司，每路每年298元；\n"
        "2、川北通服有限公司，每路每年305元。\n未入围：锦网有限公司\n公告日期：2024年1月9日"
    )
    assert [(one.name, one.role) for one in found.suppliers] == [
        ("柳安运维有限公司", "framework"),
        ("川北通服有限公司", "framework"),
    ]


def test_one_marked_bidder_has_won_at_its_price() -> None:
    found = predict(
        "采购结果公示\n需求部门：柳河支队\n参加单位：\n川谷仪器有限公司　　296,000元　　第二\n"
        "沐光科技有限公司　　288,500元　　第一（成交）\n公示期：2021年9月6日至9月8日"
    )
    assert [one.name for one in found.suppliers] == ["沐光科技有限公司"]
    assert found.amount == Decimal(288500)


def test_a_letter_may_be_written_to_a_group() -> None:
    found = predict(
        "中标通知书\n北岸信息技术有限公司（联合体牵头人）、朔方建设工程有限公司（联合体成员）：\n"
        "　　你方递交的投标文件已被我方接受，被确定为中标人。\n　　中标价"
        "：8,600,000.00元\n　　招标人：柳河县公安局\n2022年6月29日"
    )
    assert [(one.name, one.role) for one in found.suppliers] == [
        ("北岸信息技术有限公司", "lead"),
        ("朔方建设工程有限公司", "member"),
    ]


def test_candidates_below_a_line_have_not_won() -> None:
    found = predict(
        "中标候选人公示\n招标人：柳河市公安局\n中标候选人名单：\n1、柳安运维有限公司\n2、川北通服有限公司\n"
    )
    assert not found.suppliers
