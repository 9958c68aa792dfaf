"""Letters, briefs and supervision contracts: who is meant, and at what price, where no label says it."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "fields", "found"),
    [
        (
            "中标通知函\n乌岭科技有限公司：\n贵公司以27.36万元的报价成为本次采购的成交单位。\n清岭市教育局\n2022年8月25日\n",
            ("suppliers", "buyer"),
            (("乌岭科技有限公司, sole",), ("清岭市教育局",)),
        ),
        (
            (
                "货物采购合同\n买方：漳岭县公安局\n卖方：九岭电子有限公司\n"
                "买方接受了卖方以总金额人民币玖拾捌万柒仟元整（¥987,000.00）提供货物的投标。\n"
            ),
            ("amounts",),
            (("contract 987000 CNY",),),
        ),
        (
            "本网3月22日讯 绥岭口岸管委会昨日与完岭信息股份有限公司签署建设合同，合同总额4,120万元。\n",
            ("buyer", "suppliers"),
            (("绥岭口岸管委会",), ("完岭信息股份有限公司, sole",)),
        ),
        (
            "监理合同\n委托人：临岭县公安局\n监理人：祁岭工程监理有限公司\n监理酬金：人民币贰拾壹万陆仟元整\n",
            ("suppliers", "amounts"),
            (("祁岭工程监理有限公司, sole",), ("contract 216000 CNY",)),
        ),
        (
            "施工合同\n发包人：临岭县公安局\n承包人：甲岭建设有限公司\n监理人：祁岭工程监理有限公司\n合同价：88万元\n",
            ("suppliers",),
            (("甲岭建设有限公司, sole",),),
        ),
        (
            "公开询价结果\n经比较，最低报价南岭电讯有限公司为成交单位。\n吴岭区公安分局\n2021年5月20日\n",
            ("suppliers",),
            (("南岭电讯有限公司, sole",),),
        ),
        (
            (
                "抽签结果公示\n关于岗亭监控改造的抽签，于2023年5月10日上午在镇政府举行，"
                "中签单位为：五岭设计有限公司。\n雄岭镇人民政府\n2023年5月11日\n"
            ),
            ("buyer", "suppliers"),
            (("雄岭镇人民政府",), ("五岭设计有限公司, sole",)),
        ),
        (
            "结果公告\n采购人：丹岭区人民法院\n重新评审后成交供应商：隆岭科技有限公司\n成交金额：贰拾玖万伍仟元整\n",
            ("suppliers", "amounts"),
            (("隆岭科技有限公司, sole",), ("award 295000 CNY",)),
        ),
        (
            "授标公布\n标书编号：CED/T03/2021\n获授标者：科岭仪器有限公司\n获授标金额：港币 2,964,000\n",
            ("suppliers", "amounts"),
            (("科岭仪器有限公司, sole",), ("award 2964000 HKD",)),
        ),
        (
            (
                "中标结果告知书\n昆岭市公安局：\n我公司受贵局委托组织的公开招标已完成评审，"
                "中标单位系天岭数智科技有限公司，中标总价人民币捌佰零陆万元整。\n准岭招标有限公司\n2023年4月21日\n"
            ),
            ("stage", "buyer", "agency", "suppliers"),
            ("award", ("昆岭市公安局",), ("准岭招标有限公司",), ("天岭数智科技有限公司, sole",)),
        ),
        (
            "懲教署公布\n二零二二年第三季批出之合約\n承辦商：匯岭系統（香港）有限公司\n合約價值（港元）：11,430,000\n",
            ("buyer", "suppliers"),
            (("懲教署",), ("匯岭系統（香港）有限公司, sole",)),
        ),
        (
            "成交结果\n经我单位研究，决定将检索系统授予五岭数码有限公司，合同价款588,000元。\n广岭区档案馆\n2022年10月28日\n",
            ("buyer", "suppliers"),
            (("广岭区档案馆",), ("五岭数码有限公司, sole",)),
        ),
        (
            "采购意向（单项）\n采购单位：日岭地区网信办\n项目名称：监测服务\n发布：2024-01-19\n",
            ("dates",),
            (("publication 2024-01-19",),),
        ),
        (
            (
                "中标公告\n分包号：01 分包名称：控制系统\n中标供应商：甲岭设备有限公司\n中标价：￥695,000.00\n"
                "分包号：02 分包名称：管理系统\n中标供应商：乙岭科技有限公司\n中标价：￥328,800.00\n"
            ),
            ("suppliers",),
            (("乙岭科技有限公司, lot winner, 分包02", "甲岭设备有限公司, lot winner, 分包01"),),
        ),
    ],
)
def test_what_letters_and_briefs_say(text: str, fields: tuple[str, ...], found: tuple[object, ...]) -> None:
    summary = summarise(read(text))
    assert tuple(summary[name] for name in fields) == found
