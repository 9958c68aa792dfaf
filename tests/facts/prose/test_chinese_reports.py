"""A winner's own news, letters to agencies, what committees propose and buyers agree to, values behind blanks."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

_HEAD = "成交结果公告\n项目编号：KX-2022-9\n"


@pytest.mark.parametrize(
    ("text", "field", "found"),
    [
        (
            "【喜报】近日，安徽秋浦河信息有限公司成功中标宣湖市公安局“一体化平台”建设项目，中标金额2,688万元。\n",
            ("buyer", "suppliers", "amounts"),
            (("宣湖市公安局",), ("安徽秋浦河信息有限公司, sole",), ("award 26880000 CNY",)),
        ),
        (
            "日前，云桥科技股份有限公司顺利签约河口县教育局考场巡查系统项目。\n",
            ("buyer", "suppliers"),
            (("河口县教育局",), ("云桥科技股份有限公司, sole",)),
        ),
        (
            "近日，该区公安分局采购项目开标，最终武陵智能装备有限公司以456.8万元的报价夺标，比预算节约3万元。\n",
            ("suppliers", "amounts"),
            (("武陵智能装备有限公司, sole",), ("award 4568000 CNY",)),
        ),
        (
            _HEAD + "评审委员会一致推荐太行光电科技有限公司为第一成交候选人，采购人书面确认其为成交供应商。\n",
            ("suppliers",),
            (("太行光电科技有限公司, sole",),),
        ),
        (
            _HEAD + "评审委员会一致推荐太行光电科技有限公司为第一成交候选人，公示三天。\n",
            ("suppliers",),
            ((),),
        ),
        (
            _HEAD + "由辽原招标有限公司（代理机构）组织公开招标，成交供应商：甲乙电子有限公司。\n",
            ("agency",),
            (("辽原招标有限公司",),),
        ),
        (
            _HEAD + "该局就“高点摄像机”项目委托山阴招标代理有限公司于2021年6月22日公开招标。\n",
            ("agency",),
            (("山阴招标代理有限公司",),),
        ),
        (
            (
                "结果确认书\n"
                "河间招标有限公司：\n"
                "你公司代理的门禁改造项目评审报告收悉，确定太岳安全技术有限公司为中标人，中标金额为玖拾万元整。\n"
                "冀南监狱\n"
                "2022年7月8日\n"
            ),
            ("agency", "buyer", "suppliers"),
            (("河间招标有限公司",), ("冀南监狱",), ("太岳安全技术有限公司, sole",)),
        ),
        (
            "成交通知书\n致 渝北网络安全有限公司\n您单位参加的采购，经评审被确定为成交供应商，成交价：64万元。\n",
            ("suppliers",),
            (("渝北网络安全有限公司, sole",),),
        ),
        (
            _HEAD + "采购单位 柯川地区公安局\n代理机构 昌川招标有限责任公司\n成交供应商 天池安防有限公司\n",
            ("buyer", "agency", "suppliers"),
            (("柯川地区公安局",), ("昌川招标有限责任公司",), ("天池安防有限公司, sole",)),
        ),
        (
            (
                "中标公告\n"
                "经评标委员会评审并报学校采购与招标领导小组审定，中标单位：栖山科技有限公司\n"
                "河口理工大学采购与招标管理中心\n"
                "2022年6月13日\n"
            ),
            ("buyer", "agency"),
            (("河口理工大学",), ()),
        ),
        (
            (
                "批出合約公告\n"
                "部門：懲教署\n"
                "承辦商名稱及地址：精川保安工程有限公司，九龍觀塘鴻圖道\n"
                "合約金額：港幣38,640,000元\n"
            ),
            ("suppliers",),
            (("精川保安工程有限公司, sole",),),
        ),
    ],
)
def test_who_is_who(text: str, field: tuple[str, ...], found: tuple[tuple[str, ...], ...]) -> None:
    summary = summarise(read(text))
    assert tuple(summary[name] for name in field) == found


@pytest.mark.parametrize(
    ("text", "amounts"),
    [
        ("中标公告\n中标供应商：甲川电子有限公司\n中标金额：人民币\n1,0 56,000.00 元\n", ("award 1056000 CNY",)),
        (
            "中选公告\n确定良川科技有限公司为中选单位，中选价人民币58万元/年，服务期两年，合同总价116万元。\n",
            ("award 1160000 CNY",),
        ),
        (
            (
                "甲方名称：浦河分局\n"
                "乙方名称：淀湖云计算有限公司\n"
                "标的金额：36万元/年，合计三年108万元\n"
                "签约日期：2020.12.28\n"
            ),
            ("contract 1080000 CNY",),
        ),
        (
            (
                "甲方：金湖市公安局\n"
                "乙方：天目测评有限公司\n"
                "乙方为甲方测评，测评费壹拾捌万元整（180000.00元）。\n"
                "签订日期：2022年10月9日\n"
            ),
            ("contract 180000 CNY",),
        ),
        (
            "甲方：金湖市公安局\n乙方：天目测评有限公司\n测评费壹拾捌万元整，差旅费2万元。\n签订日期：2022年10月9日\n",
            (),
        ),
        (
            (
                "补充协议\n"
                "甲方：泰川市公安局\n"
                "乙方：凤城电子有限公司\n"
                "原合同金额为3,260,000元。新增费用286,400元（大写：贰拾捌万陆仟肆佰元整），合同总金额由3,260,000元调整为3,546,400元。\n"
                "2022年3月15日\n"
            ),
            ("contract 3546400 CNY", "superseded 3260000 CNY"),
        ),
    ],
)
def test_the_price_is_that_of_the_whole(text: str, amounts: tuple[str, ...]) -> None:
    assert summarise(read(text))["amounts"] == amounts


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            (
                "零星采购成交公示\n"
                "序号|项目名称|成交单位|成交金额（元）|成交日期\n"
                "1|无纸化系统|吴川信息有限公司|98500.00|2023-02-14\n"
            ),
            ("award 2023-02-14",),
        ),
        (
            "採購結果\n機關名稱：花川縣警察局\n無法決標公告日期：112/03/21\n無法決標的理由：無廠商投標\n",
            ("publication 2023-03-21",),
        ),
    ],
)
def test_days_in_the_row_of_who_won(text: str, dates: tuple[str, ...]) -> None:
    assert summarise(read(text))["dates"] == dates
