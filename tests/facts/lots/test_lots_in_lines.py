"""Lots in lines, clauses and tables of Chinese notices: each keeps its winner, its price and its goods."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "suppliers", "amounts"),
    [
        (
            (
                "标段划分及中标情况如下：\n标段一（土建）：中标人江河建设集团有限公司，中标价5,612.34万元；\n"
                "标段二（智能化）：中标人东数智能科技有限公司，中标价1,208.9万元。\n招标人：龙泉新区建设投资有限公司"
            ),
            ("东数智能科技有限公司, lot winner, 标段二", "江河建设集团有限公司, lot winner, 标段一"),
            ("award 12089000 CNY 标段二", "award 56123400 CNY 标段一"),
        ),
        (
            (
                "決標公告\n機關名稱：海東縣消防局\n項次一 生命探測儀：得標廠商 磐石器材有限公司，決標金額 1,860,000元\n"
                "項次二 空拍機：得標廠商 翔宇機電股份有限公司，決標金額 920,000元\n決標日期：111/08/19"
            ),
            ("磐石器材有限公司, lot winner, 項次一", "翔宇機電股份有限公司, lot winner, 項次二"),
            ("award 1860000 TWD 項次一", "award 920000 TWD 項次二"),
        ),
        (
            (
                "中标单位及金额：\n1标包：上饶信江通信有限公司  69.8万元\n2标包：鹰潭龙虎电子有限公司  "
                "45.2万元\n采购人：信州区教育局"
            ),
            ("上饶信江通信有限公司, lot winner, 1标包", "鹰潭龙虎电子有限公司, lot winner, 2标包"),
            ("award 452000 CNY 2标包", "award 698000 CNY 1标包"),
        ),
        (
            (
                "评标结果公告\n经评审，确定：A包由株洲炎帝科技有限公司中标（中标价128.6万元），"
                "B包由湘潭韶山电子有限公司中标（中标价77.2万元）。\n招标单位：株北县教育局 2020年12月25日"
            ),
            ("株洲炎帝科技有限公司, lot winner, A包", "湘潭韶山电子有限公司, lot winner, B包"),
            ("award 1286000 CNY A包", "award 772000 CNY B包"),
        ),
    ],
)
def test_a_lot_keeps_its_winner_and_price(text: str, suppliers: tuple[str, ...], amounts: tuple[str, ...]) -> None:
    found = summarise(read(text))
    assert found["stage"] == "award"
    assert found["suppliers"] == tuple(sorted(suppliers))
    assert found["amounts"] == tuple(sorted(amounts))


@pytest.mark.parametrize(
    ("text", "items"),
    [
        (
            (
                "中标公告\n货物类\n名称：投影机 品牌：明影 规格型号：JY-X9 数量：260台 单价：2,180元\n"
                "名称：幕布 品牌：明影 规格型号：JY-S20 数量：13台 单价：18,600元\n"
                "供应商名称：深州明影科技有限公司\n采购人：衡中市教育局"
            ),
            ("投影机 | 明影 | JY-X9 | 260台 | 2180", "幕布 | 明影 | JY-S20 | 13台 | 18600"),
        ),
        (
            (
                "采购合同\n甲方：卧虎山学校\n乙方：晋能教学设备有限公司\n"
                "1）网络投影机（型号：JN-500W）：单价780.00元，数量150台，合计117,000.00元\n"
                "2）汇聚交换机（型号：JN-SW48）：单价9,200.00元，数量3台，合计27,600.00元"
            ),
            ("网络投影机 | - | JN-500W | 150台 | 780", "汇聚交换机 | - | JN-SW48 | 3台 | 9200"),
        ),
        (
            (
                "成交公示\n采购人：通海县教育局\n成交人：玉溪红塔信息有限公司\n"
                "| 产品名称 | 品牌型号 | 数量（台） | 单价（万元） |\n| 投影终端 | 明影 LJ-900 | 6 | 3.2 |"
            ),
            ("投影终端 | 明影 | LJ-900 | 6台 | 32000",),
        ),
        (
            (
                "成交结果公告\n采购单位：黔中县公安局\n标项1（春秋服1200套）：成交供应商 "
                "播州制衣有限公司，成交价 57.6万元，单价480元/套\n"
                "标项2（作训鞋1200双）：成交供应商 播州制衣有限公司，成交价 "
                "22.2万元，单价185元/双\n标项3（体检）：流标\n"
            ),
            ("春秋服 | - | - | 1200套 | 480", "作训鞋 | - | - | 1200双 | 185"),
        ),
        (
            (
                "采购合同\n甲方：海滨区公安局\n乙方：海河源通讯设备有限公司\n 名称   型号   数量   "
                "单价(元)   金额(元)\n"
                " 车载终端   HY-MT2   3O   21,600   648,000\n 背负机   HY-BP1   l8   17,500   315,000\n"
            ),
            ("车载终端 | - | HY-MT2 | 30 | 21600", "背负机 | - | HY-BP1 | 18 | 17500"),
        ),
        (
            (
                "中标公告\n供应商名称：陇原智联科技有限公司\n采购人：朔泉县公安局\n主要标的信息\n"
                "名称\t品牌\t规格型号\t数量\t单价（元）\n立杆\t/\t定制\t1批\t553000.00\n安检门\t守安\tSA-6\t2台\t8000\n"
            ),
            ("立杆 | - | - | 1批 | 553000", "安检门 | 守安 | SA-6 | 2台 | 8000"),
        ),
    ],
)
def test_goods_are_read_in_the_form_of_the_list(text: str, items: tuple[str, ...]) -> None:
    assert summarise(read(text))["items"] == items
