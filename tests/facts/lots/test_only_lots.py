"""A procedure that was not divided has one winner, whatever number its portal gives the whole."""

from __future__ import annotations

from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict
from tests.facts.summary import read, summarise

FORMS = (
    "采购结果公告\n合同包1(卡口):\n供应商名称\t地址\t中标（成交）金额\n{firm}\t江城市\t1,386,000.00元\n采购人：松榆县公安局",
    "中标公告\n标项一：\n中标供应商：{firm}\n中标金额：1386000.00元\n采购人：松榆县公安局",
    "三、成交信息\n包号 | 成交供应商 | 成交金额（元）\n01包 | {firm} | 1,386,000.00\n四、采购人：松榆县公安局",
    "中标结果公告\n采购单位：松榆县公安局\n分标号：A分标\n中标供应商名称：{firm}\n中标金额：¥1386000.00元",
    "成交公告\n包1：成交供应商：{firm}；成交金额：1386000元\n采购人：松榆县公安局",
    "成交公告\n包号 内容 供应商名称 地 址 成交价 单位\n松采-1 塔 {firm} 江城 1,386,000.00 元\n采购人：松榆县公安局",
)
FIRM = "江城松榆电子工程有限公司"


@pytest.mark.parametrize("form", FORMS)
def test_the_first_lot_alone_is_the_whole(form: str) -> None:
    read = predict(form.format(firm=FIRM))
    assert [(one.name, one.role) for one in read.suppliers] == [(FIRM, "sole")]
    assert (read.amount, read.amount_kind, read.lots) == (Decimal(1386000), "award", ())


@pytest.mark.parametrize(
    ("lot", "others"), [("第2包", ""), ("第1包", "第2包的结果另行公告。\n"), ("包1", "本项目共分3个包。\n")]
)
def test_a_lot_beside_others_stays_one(lot: str, others: str) -> None:
    text = f"采购结果公告\n{others}{lot}：中标供应商：{FIRM}；中标金额：980,000.00元\n采购人：松榆县公安局"
    assert [(one.role, one.lot) for one in predict(text).suppliers] == [("lot winner", lot)]


def test_lots_without_a_purchase_are_void() -> None:
    text = "{head}二、项目终止的原因\n标项1：报价均超过采购预算\n标项2：符合条件的供应商不足三家\n采购人：岭北区司法局"
    for head in ("", "终止公告\n"):
        read = predict(text.format(head=head))
        assert (read.stage, sorted((one.lot, one.status) for one in read.lots)) == (
            "cancellation",
            [("标项1", "void"), ("标项2", "void")],
        )


def test_the_one_lot_of_an_eforms_notice_is_no_lot() -> None:
    text = (
        "Contract or concession award notice – standard regime\n1. Buyer\n1.1 Buyer\nOfficial name: Board of Ports\n"
        "5. Lot\n5.1 Lot: LOT-0001\nTitle: Licences\n6. Results\n6.1 Result lot identifier: LOT-0001\nWinner:\n"
        "Official name: Tor Forensics OÜ\nDate of the conclusion of the contract: 19/02/2024\n"
    )
    assert summarise(read(text))["suppliers"] == ("Tor Forensics OÜ, sole",)
