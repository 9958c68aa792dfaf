"""Tables of goods by lot: what each lot cost, in which unit, and who won it."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

_HEAD = "中标公告\n采购人：河滨市公安局\n招标编号：HB-2020-77\n"
_COLUMNS = "包号 | 货物名称 | 数量 | 单位 | 单价（元） | 总价（元） | 中标单位\n"
_ROWS = (
    "第一包 | 球型摄像机 | 10 | 台 | 4000 | 40000 | 河滨正元电子有限公司\n"
    "第一包 | 门禁一体机 | 5 | 台 | 6000 | 30000 | 河滨正元电子有限公司\n"
    "第二包 | 安检机 | 2 | 台 | 65000 | 130000 | 江北恒桥科技有限公司\n"
)


def prices(text: str) -> list[tuple[object, ...]]:
    return [(one.lot, one.amount) for one in predict(text).lots]


def test_a_lot_of_several_goods_costs_their_sum_if_the_total_proves_it() -> None:
    text = f"{_HEAD}{_COLUMNS}{_ROWS}合计中标金额：200000元\n"
    found = predict(text)
    assert prices(text) == [("第一包", 70000), ("第二包", 130000)]
    assert found.amount == 200000
    assert not found.flags


@pytest.mark.parametrize("total", ["", "合计中标金额：230000元\n"])
def test_without_that_proof_no_lot_of_several_goods_has_a_price(total: str) -> None:
    found = predict(_HEAD + _COLUMNS + _ROWS + total)
    assert [one.amount for one in found.lots] == [None, None]
    assert not any(flag.startswith("sum_mismatch") for flag in found.flags)


@pytest.mark.parametrize(
    "lead", ["中标结果如下（单位：万元）：\n", "金额单位：人民币万元\n", "一、中标结果\n单位：万元\n"]
)
def test_the_unit_above_a_table_is_that_of_its_sums(lead: str) -> None:
    rows = "标段 | 标的 | 中标人 | 中标价\n一标段 | 背心 | 河滨正元电子有限公司 | 13.80\n"
    rows += "二标段 | 盾牌 | 江北恒桥科技有限公司 | 4.20\n三标段 | 头盔 | 废标 | /\n"
    assert prices(_HEAD + lead + rows)[:2] == [("一标段", 138000), ("二标段", 42000)]
    assert predict(_HEAD + lead + rows).amount == 180000


def test_who_asks_is_no_unit_of_money() -> None:
    text = "中标公告\n采购单位：元江县公安局\n标段 | 中标人 | 中标价\n一标段 | 元江正元电子有限公司 | 13.80\n"
    assert predict(text).amount is None


def test_remarks_on_rows_name_their_lots() -> None:
    rows = "供应商名称 | 供应商地址 | 中标金额 | 备注信息\n"
    rows += "河滨正元电子有限公司 | 河滨市南路1号 | 29.8 万元 | 第01包 总得分：92.1 分\n"
    rows += "江北恒桥科技有限公司 | 江北市北路2号 | 5.7 万元 | 第02包 总得分：89.3 分\n"
    text = f"中标结果公告\n项目编号：HB-7\n三、中标信息\n{rows}采购人：河滨市公安局\n"
    assert prices(text) == [("第01包", 298000), ("第02包", 57000)]
    assert [one.lot for one in predict(text).suppliers] == ["第01包", "第02包"]


def test_goods_behind_a_winner_are_no_part_of_its_name() -> None:
    text = _HEAD + "第一包 中标单位：河滨佑民医疗设备有限公司 呼吸机6台 58,000元/台 中标价：348,000元\n"
    text += "第二包 中标单位：江北恒桥科技有限公司 监护仪2台 9,000元/台 中标价：18,000元\n"
    assert [one.name for one in predict(text).suppliers] == ["河滨佑民医疗设备有限公司", "江北恒桥科技有限公司"]


def test_items_that_end_like_shops_are_no_winners() -> None:
    text = "決標公告\n機關名稱：法務部濱海監獄\n廠商名稱：睿眼智能股份有限公司\n是否得標：是\n決標金額：880,000元\n"
    text += "第1品項 品項名稱：影像行為分析伺服器 數量：4台\n第2品項 品項名稱：攝影機 數量：12支\n"
    assert [one.name for one in predict(text).suppliers] == ["睿眼智能股份有限公司"]
