"""Lots called by codes: two lines or more that begin alike; days, sums and numbers of bidders are none."""

from __future__ import annotations

from decimal import Decimal
from time import perf_counter

import pytest

from tenderlight.evaluate.facts import predict
from tenderlight.facts.lots.coded_heads import coded_heads

_HEAD = "中标结果公告\n项目编号：HC-2023-0457\n采购人：临河市公安局\n中标结果：\n"
_FIRST, _SECOND = "临河正元设备有限公司", "江北恒桥科技股份有限公司"


def codes(text: str) -> list[list[str]]:
    return [[text[head.start : head.end] for head in series] for series in coded_heads(text)]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("a01 radios\na02 boats\n", [["a01", "a02"]]),
        ("t23/101 radios\nt23/104 boats", [["t23/101", "t23/104"]]),
        ("标段编号:m5300000001023456001,标段名称:甲\n标段编号:m5300000001023456002,标段名称:乙", 1),
        ("目录一 血袋\n目录二 试剂", [["目录一", "目录二"]]),
        ("2023-05-17 opening\n2023-05-18 award", []),
        ("120,000\n130,000", []),
        ("bid1 x ltd\nbid2 y ltd", []),
        ("附件一 清单\n附件二 图纸", []),
        ("a01 radios", []),
    ],
)
def test_codes_alike_but_for_their_ends_are_heads(text: str, found: object) -> None:
    told = codes(text)
    assert len(told) == found if isinstance(found, int) else told == found


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("A01", "A02"),
        ("T23/101", "T23/104"),
        ("HC-2023-0457-1", "HC-2023-0457-2"),
        ("E3306000001023456001", "E3306000001023456002"),
    ],
)
@pytest.mark.parametrize(
    "layout",
    [
        "{code}（{title}）\n中标人：{name}\n中标价：{price}元\n",
        "{code}：{title}，中标单位：{name}，中标金额：{price}元；\n",
        "  {code}　{title}　{name}　{price}元\n",
        "标段（包）编号：{code}，标段（包）名称：{title}\n中标人名称：{name}\n中标价格：{price}元\n",
    ],
)
def test_lots_called_by_codes_have_their_winners_and_prices(first: str, second: str, layout: str) -> None:
    rows = ((first, "机房设备", _FIRST, "1,476,000.00"), (second, "监控系统", _SECOND, "832,000.00"))
    text = _HEAD + "".join(layout.format(code=c, title=t, name=n, price=p) for c, t, n, p in rows)
    lots = predict(text + "\n公告日期：2023年5月18日").lots
    assert [(one.lot, one.supplier, one.amount) for one in lots] == [
        (first, _FIRST, Decimal(1476000)),
        (second, _SECOND, Decimal(832000)),
    ]


def test_bidders_with_codes_are_no_lots() -> None:
    text = _HEAD + f"B01 {_FIRST} 得分91.2 1,476,000元\nB02 {_SECOND} 得分88.5 1,398,000元\n"
    assert predict(text).lots == ()


@pytest.mark.parametrize("sign", ["a1", "a-", "标段编号", "[", "a01\n", "- "])
def test_long_pages_cost_no_time(sign: str) -> None:
    begins = perf_counter()
    list(coded_heads(sign * 50_000))
    assert perf_counter() - begins < 1.5
