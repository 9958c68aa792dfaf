"""Totals below lists of lots, and the one supplier of several lots."""

from tenderlight.facts.lots.wholes import proved_parts
from tenderlight.facts.pages.layout import Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.model.document import Page
from tests.facts.summary import read, summarise

_AWARD = """采购结果公告
采购人：江北县公安局
01包 指纹采集仪 —— 江州星河科技有限公司 —— 160,000元
02包 比对服务器 —— 白川云图软件有限公司 —— 396,000元
中标总金额：556,000元
公告时间：2022-10-26
"""
_CONTRACT = """江北县公安局监控设备合同公告
采购人（甲方）：江北县公安局
供应商（乙方）：江州星河科技有限公司
采购包1 金额：¥988,800.00
采购包2 金额：¥455,000.00
合同总金额：¥1,443,800.00
合同签订日期：2023年12月1日
"""
_LETTER = """成交通知书
江州星河科技有限公司：
你公司在江北县公安局防护装备采购（项目编号 JB-2017-16）竞争性谈判中被确定为第二包、第四包成交供应商：
第二包 防刺服 260件 @485元 计126100元
第四包 防割手套 600副 @62元 计37200元
两包合计：壹拾陆万叁仟叁佰元整
2017年6月9日
"""


def test_a_total_below_a_list_is_not_that_of_its_last_lot() -> None:
    assert summarise(read(_AWARD))["amounts"] == (
        "award 160000 CNY 01包",
        "award 396000 CNY 02包",
        "award 556000 CNY",
    )


def test_the_only_supplier_of_a_contract_has_all_its_lots() -> None:
    found = summarise(read(_CONTRACT))
    assert found["suppliers"] == (
        "江州星河科技有限公司, lot winner, 采购包1",
        "江州星河科技有限公司, lot winner, 采购包2",
    )
    assert found["amounts"] == (
        "contract 1443800 CNY",
        "contract 455000 CNY 采购包2",
        "contract 988800 CNY 采购包1",
    )


def test_a_letter_with_two_lots_gives_each_its_sum_and_not_the_price_of_one() -> None:
    found = summarise(read(_LETTER))
    assert found["suppliers"] == (
        "江州星河科技有限公司, lot winner, 第二包",
        "江州星河科技有限公司, lot winner, 第四包",
    )
    assert found["amounts"] == ("award 126100 CNY 第二包", "award 163300 CNY", "award 37200 CNY 第四包")


def test_a_total_that_two_ways_make_proves_nothing() -> None:
    text = "第一包 甲 100元 另200元\n第二包 乙 100元 另200元\n合计：300元\n"
    assert proved_parts(Sheet(page=Page(number=1, text=text), flat=flatten(text))) == ([], None)


def test_many_lots_with_many_sums_take_no_long_time() -> None:
    text = "".join(f"第{at}包 " + " ".join(f"{at * 7919 + one}元" for one in range(30)) + "\n" for at in range(1, 90))
    text += "合计：999999999元\n"
    assert proved_parts(Sheet(page=Page(number=1, text=text), flat=flatten(text))) == ([], None)
