"""Sentences of Chinese papers without labels: who buys, from whom, at what price and when."""

from __future__ import annotations

import pytest

from tenderlight.model.values import SupplierRole, SupplierValue
from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "stage", "buyer", "suppliers", "amounts"),
    [
        (
            (
                "本报讯 记者从岭南市公安局获悉，该局三期项目日前完成招标，"
                "中国联合网络通信有限公司岭南市分公司以4318万元中标，较4500万元预算节约182万元。"
            ),
            "award",
            "岭南市公安局",
            ("中国联合网络通信有限公司岭南市分公司, sole",),
            ("award 43180000 CNY",),
        ),
        (
            (
                "2021年7月16日，"
                "甘州县教育局（甲方）与兰州金城视讯有限公司（乙方）签订《前端维护合同》，合同金额每年87.6万元，"
                "服务期三年，合同总额262.8万元。"
            ),
            "contract",
            "甘州县教育局",
            ("兰州金城视讯有限公司, sole",),
            ("contract 2628000 CNY",),
        ),
        (
            (
                "青嶺縣政府警察局辦理「辨識系統擴充案」，決標予科達資通股份有限公司，"
                "決標金額新臺幣1,250萬元整，決標日期為民國112年5月9日。"
            ),
            "award",
            "青嶺縣政府警察局",
            ("科達資通股份有限公司, sole",),
            ("award 12500000 TWD",),
        ),
        (
            (
                "香港懲教署宣布，已於2022年10月3日將「後台系統」合約（招標編號 CSD/0123/2022）"
                "批予安信保安科技有限公司，合約總值為4,250萬港元。"
            ),
            "award",
            "香港懲教署",
            ("安信保安科技有限公司, sole",),
            ("award 42500000 HKD",),
        ),
        (
            (
                "岭下镇人民政府采购岗亭及监控设备，三家供应商报价分别为：甲岭电子商行98,000元、"
                "岭下恒通科技有限公司92,500元，"
                "最终由岭下恒通科技有限公司以最低价92,500元成交。"
            ),
            "award",
            "岭下镇人民政府",
            ("岭下恒通科技有限公司, sole",),
            ("award 92500 CNY",),
        ),
        (
            "验收单：甲方白桦林区教育局，乙方冰城科技有限公司，合同号BH-21-07，合同总额￥215,000元。验收结论：合格。",
            "acceptance",
            "白桦林区教育局",
            ("冰城科技有限公司, sole",),
            ("contract 215000 CNY",),
        ),
        (
            (
                "我局拟采用单一来源方式向武汉光谷影像技术有限公司采购升级服务，预算金额19.8万元。\n"
                "鄂中县人民法院\n2022年5月5日"
            ),
            "single_source",
            "鄂中县人民法院",
            ("武汉光谷影像技术有限公司, intended",),
            ("budget 198000 CNY",),
        ),
        (
            (
                "经公开征集，以下三家企业入围梧岭市监理服务框架协议：梧岭正信监理有限公司、桂中工程咨询有限公司、"
                "八桂监理集团有限公司。梧岭市政法委员会 2023年1月10日"
            ),
            "award",
            "梧岭市政法委员会",
            ("梧岭正信监理有限公司, framework", "桂中工程咨询有限公司, framework", "八桂监理集团有限公司, framework"),
            (),
        ),
        (
            (
                "5月12日，信息化工程二期项目合同正式签约。该项目由白云市政法委员会作为采购人，"
                "中国电信股份有限公司白云分公司中标承建，"
                "合同总价2,698万元。"
            ),
            "contract",
            "白云市政法委员会",
            ("中国电信股份有限公司白云分公司, sole",),
            ("contract 26980000 CNY",),
        ),
        (
            (
                "关于采购仪器的批复\n县档案局：\n"
                "同意以竞争性谈判方式确定的供应商杭州知安科技有限公司供货，数量15台，单价8,600元，"
                "总价12.9万元。\n元江县教育局\n2019年6月11日"
            ),
            "award",
            "元江县教育局",
            ("杭州知安科技有限公司, sole",),
            ("award 129000 CNY",),
        ),
        (
            (
                "物业服务项目成交公告：采购人为灵泉市档案馆，成交供应商为灵泉保安服务有限公司，"
                "成交价为598,000元/年，服务期3年，"
                "三年合计1,794,000元。成交日期2023年2月8日。"
            ),
            "award",
            "灵泉市档案馆",
            ("灵泉保安服务有限公司, sole",),
            ("award 1794000 CNY",),
        ),
        (
            (
                "验收小组意见：昌北智能科技有限公司按合同（CB-2021-33）向昌北县教育局交付了投影机（海明 "
                "HM-4T）85台、幕布12台，"
                "数量型号与合同一致，同意验收。"
            ),
            "acceptance",
            "昌北县教育局",
            ("昌北智能科技有限公司, sole",),
            (),
        ),
        (
            (
                "关于试剂采购项目成交结果的更正公告\n原公告成交供应商“长春生科技术有限公司”因提供虚假材料被取消成交资格，"
                "现更正为第二成交候选人“吉林华基生物有限公司”，成交金额由82.3万元更正为83.9万元。\n采购人：通化市教育局"
            ),
            "correction",
            "通化市教育局",
            ("吉林华基生物有限公司, sole",),
            ("award 839000 CNY", "superseded 823000 CNY"),
        ),
    ],
)
def test_a_sentence_tells_who_buys_from_whom(
    text: str, stage: str, buyer: str, suppliers: tuple[str, ...], amounts: tuple[str, ...]
) -> None:
    found = summarise(read(text))
    assert found["stage"] == stage
    assert found["buyer"] == (buyer,)
    assert found["suppliers"] == tuple(sorted(suppliers))
    assert found["amounts"] == tuple(sorted(amounts))


@pytest.mark.parametrize(
    "text",
    [
        "本项目拟由中标人与河谷科技有限公司签订分包协议，具体以招标文件为准。",
        "投标人不得与甲谷科技有限公司、乙谷科技有限公司组成联合体。",
        "会议建议下一年度向松原软件有限公司采购运维服务，预算约30万元，待批复后执行。",
        "根据规定，供应商应当以书面形式向采购代理机构提出质疑。",
    ],
)
def test_what_is_not_settled_names_no_supplier(text: str) -> None:
    assert not [
        one
        for one in read(text)
        if isinstance(one.value, SupplierValue) and one.value.role is not SupplierRole.INTENDED
    ]


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        (
            "2021年7月16日，岭县教育局（甲方）与金城科技有限公司（乙方）签订采购合同，金额30万元。",
            ("contract 2021-07-16",),
        ),
        (
            "采购合同主要内容\n采购方：白水县档案馆\n供货方：安信电子有限公司\n签订于2022年10月18日",
            ("contract 2022-10-18",),
        ),
        (
            "验收报告\n我局于2021年5月20日组织对无人机采购项目进行验收。\n云谷市档案局\n2021年5月21日",
            ("acceptance 2021-05-20", "publication 2021-05-21"),
        ),
        (
            (
                "采购合同补充协议\n甲方：岭县教育局\n乙方：金城科技有限公司\n"
                "双方于2020年3月2日签订采购合同。现增加设备两台。\n2020年8月3日"
            ),
            ("contract 2020-08-03",),
        ),
    ],
)
def test_the_day_of_an_act_is_read_from_its_sentence(text: str, dates: tuple[str, ...]) -> None:
    assert summarise(read(text))["dates"] == dates


def test_a_day_with_an_hour_is_no_publication() -> None:
    text = (
        "采购公告\n采购人：青石市档案馆\n四、响应文件提交\n截止时间：\n2026年03月27日\n09时00分（北京时间）\n地点：三楼"
    )
    assert summarise(read(text))["dates"] == ("deadline 2026-03-27",)


def test_goods_are_named_without_who_delivers_them() -> None:
    text = "验收意见：昌北科技有限公司按合同向昌北县教育局交付了投影机（海明 HM-4T）85台、幕布12台，同意验收。"
    assert summarise(read(text))["items"] == ("投影机 | 海明 | HM-4T | 85台 | -", "幕布 | - | - | 12台 | -")
