"""Sums that are no price, and who has only been proposed, in Chinese papers."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("price", "amount"),
    [
        ("决标金额：每月85,000元，租期36个月，总金额新台币3,060,000元", 3_060_000),
        ("成交金额：每年48.5万元，服务期三年，合计145.5万元", 1_455_000),
        ("中标价格：￥96,000／年，服务期2年，合计￥192,000", 192_000),
        ("中标金额：2,600元/台，数量450台，总价1,170,000元", 1_170_000),
        ("成交金额：85,000元，服务期36个月", 85_000),
    ],
)
def test_the_whole_stands_behind_the_term(price: str, amount: int) -> None:
    text = f"成交结果公告\n采购人：澜县公安局\n成交供应商：甲川科技有限公司\n{price}\n公告日期：2022年6月20日"
    assert predict(text).amount == amount


@pytest.mark.parametrize("budget", ["预算：125万元（包1 33万元；包2 92万元）", "最高限价：包1 33万元；包2 92万元"])
def test_a_budget_by_lot_is_the_price_of_none(budget: str) -> None:
    text = (
        "成交结果公告\n采购人：澜县司法局\n包1 成交供应商：甲川科技有限公司 成交金额：31.5万元\n"
        f"包2 成交供应商：乙溪科技有限公司 成交金额：88.2万元\n{budget}\n发布日期：2023-07-21"
    )
    assert [(one.lot, int(one.amount or 0)) for one in predict(text).lots] == [("包1", 315_000), ("包2", 882_000)]


@pytest.mark.parametrize(
    "words",
    [
        "拟推荐乙溪科技有限公司为第一中选候选人，公示至12月8日，期满无异议后签订合同。",
        "评审小组推荐乙溪科技有限公司为本项目第一候选供应商，现予公示。",
        "推荐排序：1. 乙溪科技有限公司。请采购人收到本报告之日起五个工作日内确定成交供应商。",
    ],
)
@pytest.mark.parametrize("heading", ["比选结果公示", "采购项目评审结果报告单"])
def test_who_is_proposed_has_not_won(heading: str, words: str) -> None:
    text = (
        f"{heading}\n我司食堂消费机比选评分如下：\n甲川科技有限公司——86.2分（￥64,000）\n"
        f"乙溪科技有限公司——91.8分（￥61,500）\n{words}\n"
    )
    notice = predict(text)
    assert (notice.stage, notice.suppliers, notice.amount) == ("candidate", (), None)


def test_a_proposal_that_was_taken_is_an_award() -> None:
    text = (
        "比选结果公示\n评审小组推荐乙溪科技有限公司为第一中选候选人，经研究确定乙溪科技有限公司为中选供应商。\n"
        "中选金额：61,500元\n澜县水务有限公司 2024年12月3日"
    )
    assert predict(text).stage == "award"


@pytest.mark.parametrize(
    "text",
    [
        "项目概况\n信号灯更新项目的潜在投标人应在采购网获取招标文件，并于2025年05月20日09:00前递交投标文件。\n预算金额：342万元\n",
        "磋商邀请（密）：兹邀请贵司参加澜县看守所屏蔽设备采购磋商。最高限价91万元。邀请人：澜县看守所。",
    ],
)
def test_who_is_invited_to_bid_reads_a_tender(text: str) -> None:
    assert predict(text).stage == "tender"


@pytest.mark.parametrize("office", ["林业和草原局", "草原工作站", "平原林场", "高原研究所"])
def test_the_word_for_former_inside_another_word_is_of_the_name(office: str) -> None:
    text = f"成交公告\n采购人：澜县{office}\n成交供应商：甲川科技有限公司\n成交金额：88,000元"
    assert predict(text).buyer == f"澜县{office}"
