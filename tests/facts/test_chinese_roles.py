"""Which party is which, which day and price hold, in layouts of offices, gazettes and ledgers."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

_AWARD = "中标公告\n项目编号：QX-2022-3\n"


@pytest.mark.parametrize(
    ("text", "fields", "found"),
    [
        (
            (
                "開標/決標紀錄\n"
                "採購案號：KM-10907\n"
                "主辦單位：金岱縣警察局\n"
                "決標對象：遠川交通股份有限公司\n"
                "決標總價：新臺幣叁佰捌拾捌萬元整\n"
            ),
            ("stage", "buyer", "suppliers"),
            ("award", ("金岱縣警察局",), ("遠川交通股份有限公司, sole",)),
        ),
        (
            _AWARD + "采购人：浦河县交通局\n"
            "主办单位：甲川电子有限公司\n"
            "成员单位：乙川软件有限公司\n"
            "二者组成联合体，中标金额：88万元\n",
            ("buyer", "suppliers"),
            (("浦河县交通局",), ("乙川软件有限公司, member", "甲川电子有限公司, lead")),
        ),
        (
            (
                "中标情况的公示\n"
                "发包人：海川边防委员会办公室\n"
                "承包人：丙川电务工程有限公司（牵头单位）与海川智联科技有限公司（成员单位）组成的联合体\n"
            ),
            ("stage", "suppliers"),
            ("award", ("丙川电务工程有限公司, lead", "海川智联科技有限公司, member")),
        ),
        (
            (
                "判給結果\n"
                "按照副局長二零二三年三月十日批示，第05/2022/DAF號公開招標判給予蓮川電子工程有限公司，總金額為MOP3,120,000.00。\n"
                "二零二三年三月十七日於行政公職局\n"
            ),
            ("buyer", "suppliers", "amounts", "dates"),
            (("行政公職局",), ("蓮川電子工程有限公司, sole",), ("award 3120000 MOP",), ("award 2023-03-10",)),
        ),
        (
            (
                "合約批出通知書\n"
                "檔號：(12) in POL/SUP/2019/44\n"
                "致：聯川數碼鑑證有限公司\n"
                "標書（標書編號 PSP-44/2019）已獲接納，合約總額為港元 6,780,000。\n"
                "香港警務處\n"
                "2019年11月22日\n"
            ),
            ("suppliers", "numbers"),
            (("聯川數碼鑑證有限公司, sole",), ("PSP-44/2019",)),
        ),
        (
            (
                "【中标公告】龙川市司法局终端采购\n"
                "供应商①：温川电子有限公司 报价：￥1,080,000 得分：86.2 （排名2）\n"
                "供应商②：杭川设备有限公司 报价：￥1,136,000 得分：91.7 （排名1）（中标）\n"
                "采购预算：￥1,200,000\n"
            ),
            ("stage", "suppliers", "amounts"),
            ("award", ("杭川设备有限公司, sole",), ("award 1136000 CNY", "budget 1200000 CNY")),
        ),
        (
            "竞价结果公告\n发布单位：山川关区人民武装部\n成交供应商：曲川电子有限公司\n成交价：231,800元\n",
            ("buyer", "suppliers"),
            (("山川关区人民武装部",), ("曲川电子有限公司, sole",)),
        ),
        (
            "竞价结果公告\n发布单位：山川市公共资源交易中心\n成交供应商：曲川电子有限公司\n成交价：231,800元\n",
            ("buyer",),
            ((),),
        ),
        (
            "采购结果公示\n采购组织：沅川水电开发有限公司\n中选供应商：舞川安防工程有限公司\n含税金额：132,000.00元\n",
            ("buyer",),
            (("沅川水电开发有限公司",),),
        ),
        (
            "废标公告\n采购人：河川旗公安局\n原公告发布时间：2020-08-11\n公告日期：2020年9月3日\n",
            ("dates",),
            (("publication 2020-09-03",),),
        ),
        (
            (
                "甲方：岭川森林公安分局\n"
                "乙方：松川数字科技有限公司\n"
                "本合同总价为人民币96万元。\n"
                "签订日期：二O二O年七月十五日\n"
            ),
            ("dates",),
            (("contract 2020-07-15",),),
        ),
        (
            (
                "签约公告\n"
                "2021年5月，雨川区公安分局与移川通信有限公司就点位租赁签订服务合同，每年租赁费用426万元，五年总费用2130万元。\n"
            ),
            ("buyer", "amounts"),
            (("雨川区公安分局",), ("contract 21300000 CNY",)),
        ),
        (
            _AWARD + "分包号：01\n"
            "中标供应商：甲川电子有限公司\n"
            "中标价：￥695,000.00\n"
            "分包号：02\n"
            "中标供应商：乙川软件有限公司\n"
            "中标价：￥328,800.00\n"
            "中标总价：￥1,023,800.00\n",
            ("amounts",),
            (("award 1023800 CNY", "award 328800 CNY 分包02", "award 695000 CNY 分包01"),),
        ),
    ],
)
def test_layouts_of_offices(text: str, fields: tuple[str, ...], found: tuple[object, ...]) -> None:
    summary = summarise(read(text))
    assert tuple(summary[name] for name in fields) == found


@pytest.mark.parametrize(
    "change",
    [
        "原公告内容 第三条 中标供应商名称：岐川信息有限公司\n更正后内容 第三条 中标供应商名称：岐川信息技术有限公司",
        "更正前内容 中标供应商：岐川信息有限公司\n更正后内容 中标供应商：岐川信息技术有限公司",
        "1、原结果表述 中标人：岐川信息有限公司\n2、现更正为 中标人：岐川信息技术有限公司",
    ],
)
def test_a_line_that_begins_with_what_was_is_taken_back(change: str) -> None:
    text = f"结果更正公告\n更正事项：采购结果\n更正内容：\n{change}\n更正日期：2021年11月17日\n采购人：周川县公安局\n"
    assert summarise(read(text))["suppliers"] == ("岐川信息技术有限公司, sole",)
