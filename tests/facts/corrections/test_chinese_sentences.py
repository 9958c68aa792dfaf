"""What sentences of Chinese corrections put right beside no field of their own."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.corrections.chinese_sentences import sums_put_right
from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.prose.corrected_lots import by_lot_clauses
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page

SUMS = (
    "采购合同更正公告\n更正内容：合同金额原为￥{old}，现更正为￥{new}\n甲方：浦县公安局\n乙方：汉平智能科技有限公司",
    "合同公示更正 合同总价原公示为人民币{old}元 现更正为人民币{new}元\n甲方：浦县公安局 乙方：汉平智能科技有限公司",
    "合同变更公告\n采购人：浦县公安局\n供应商：汉平智能科技有限公司\n变更前合同金额：{old}元\n变更后合同金额：{new}元",
    "更正公告\n采购人：浦县公安局\n中标人：汉平智能科技有限公司\n早前公布的中标金额人民币{old}元有误，应为人民币{new}元",
    "更正决标公告\n機關名稱：浦縣警察局\n得標廠商：漢平科技股份有限公司\n總決標金額：{new}元（原公告誤植為{old}元）",
    "更正決標公告\n機關名稱：浦縣警察局\n得標廠商：漢平科技股份有限公司\n原公告決標金額：{old}元\n更正後決標金額：{new}元",
    "更正決標公告\n機關名稱：浦縣警察局\n更正欄位：決標金額\n原內容：{old}元\n更正後內容：{new}元\n得標廠商：漢平科技股份有限公司",
    "更正通知\n承辦商：漢平系統有限公司\n先前刊登之合約價值港幣{old}元有誤，應為港幣{new}元，謹此更正。\n港峰懲教署",
)


@pytest.mark.parametrize("form", SUMS)
def test_the_new_sum_holds_and_the_old_one_is_told(form: str) -> None:
    read = predict(form.format(old="2,468,000.00", new="2,486,000.00"))
    assert (read.stage, read.amount) == ("correction", Decimal(2486000))
    assert "superseded_amount:2468000" in read.flags


@pytest.mark.parametrize(
    ("item", "before", "after"),
    [
        ("更正项：成交供应商名称", "更正前", "更正后"),
        ("更正内容：中标单位名称", "原内容", "现内容"),
        ("更正项：供应商名称", "更正前", "更正后"),
    ],
)
def test_a_line_says_what_is_put_right(item: str, before: str, after: str) -> None:
    read = predict(
        f"成交结果更正公告\n{item}\n{before}：江东泓达智联有限公司\n{after}：江东鸿达智联有限公司\n"
        "其他不变。成交金额不变，为186,000.00元\n采购人：阜溪县公安局"
    )
    assert [one.name for one in read.suppliers] == ["江东鸿达智联有限公司"]
    assert read.amount == 186000


@pytest.mark.parametrize(
    "stays", ["包1结果不变（甲港电子有限公司，1,012,000元）", "包1不变，仍为甲港电子有限公司，101.2万元"]
)
def test_lots_that_stay_hold_as_well(stays: str) -> None:
    read = predict(
        "结果更正公告\n更正事项：采购结果\n更正内容：包2原中标供应商乙江警装有限公司因放弃中标，现变更为第二中标候选人"
        f"丙洲安防有限公司，中标金额由318,000.00元变更为326,500.00元；{stays}。\n采购人：赣泽县公安局"
    )
    assert [(one.lot, one.supplier, one.amount) for one in sorted(read.lots, key=lambda lot: lot.lot)] == [
        ("包1", "甲港电子有限公司", Decimal(1012000)),
        ("包2", "丙洲安防有限公司", Decimal(326500)),
    ]
    assert (read.amount, read.amount_kind) == (Decimal(1338500), "sum_of_lots")


@pytest.mark.parametrize("letters", ["1,", "1", "更正为", "原", "(原1", "包1", "不变", "公司,", "中标金额1元应为1元"])
def test_long_runs_take_no_long_time(letters: str) -> None:
    text = letters * 25_000
    sheet = Sheet(page=Page(number=1, text=text), flat=flatten(text))
    began = time.perf_counter()
    assert len(by_lot_clauses(list(sums_put_right(sheet)), [sheet])) >= 0
    assert time.perf_counter() - began < 10


def test_a_winner_and_a_price_change_together() -> None:
    read = predict(
        "变更公告\n原公告中标供应商：古城科技有限公司（中标金额：886,000元）\n"
        "现变更为：莲池信息技术有限公司（中标金额：892,000元）\n采购人：保溪县公安局"
    )
    assert [one.name for one in read.suppliers] == ["莲池信息技术有限公司"]
    assert (read.amount, read.flags) == (Decimal(892000), ("superseded_amount:886000",))
