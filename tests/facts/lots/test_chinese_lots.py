"""Lots of Chinese documents with the text under each: winner, price, or that nobody won."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict
from tests.facts.summary import read, summarise

Lots = list[tuple[str, str | None, int | None, str]]

CASES: dict[str, tuple[str, Lots]] = {
    "the number of each lot beside a label of its own": (
        (
            "中标结果公告\n采购人：水县中医院\n标段编号：01\n标段名称：超声设备\n"
            "供应商名称：云冈医疗器械有限公司\n中标金额：1,985,000.00元\n"
            "标段编号：02\n标段名称：麻醉设备\n供应商名称：北岳康健科技有限公司\n中标金额：768,000.00元\n"
            "标段编号：03\n"
            "标段名称：检验设备\n流标原因：有效投标人不足三家\n2021年11月3日"
        ),
        [
            ("01", "云冈医疗器械有限公司", 1985000, "awarded"),
            ("02", "北岳康健科技有限公司", 768000, "awarded"),
            ("03", None, None, "void"),
        ],
    ),
    "one line for all, the first lot behind the number": (
        (
            "成交公告 编号：YT-2023-7 第一包：东冈科技有限公司 20万元；"
            "第二包：西冈科技有限公司 30.5万元 采购人：洛县医院"
        ),
        [("第一包", "东冈科技有限公司", 200000, "awarded"), ("第二包", "西冈科技有限公司", 305000, "awarded")],
    ),
    "one line for all, the lots parted by blanks": (
        "中标公告 共分2包 包1：东冈科技有限公司 20万元 包2：西冈科技有限公司 30.5万元 采购人：洛县医院",
        [("包1", "东冈科技有限公司", 200000, "awarded"), ("包2", "西冈科技有限公司", 305000, "awarded")],
    ),
    "one line for all, the buyer first": (
        "中标结果公告 采购人：洛县医院 A包：东冈科技有限公司 20万元；B包：西冈科技有限公司 30.5万元",
        [("A包", "东冈科技有限公司", 200000, "awarded"), ("B包", "西冈科技有限公司", 305000, "awarded")],
    ),
    "bidders under each lot, the winner marked": (
        (
            "中标公告\n采购人：南市公安局\n合同包一（人像卡口）\n排名 供应商 报价（元） 得分 结果\n"
            "1 雁塔图像技术有限公司 4,860,000.00 93.15 中标\n"
            "2 渭水电子有限公司 4,920,000.00 88.40 未中标\n合同包二（存储）\n"
            "排名 供应商 报价（元） 得分 结果\n1 渭水电子有限公司 1,310,000.00 90.77 中标\n"
            "2 灞桥数据有限公司 1,298,000.00 85.31 未中标\n发布日期：2018年10月25日"
        ),
        [
            ("合同包一", "雁塔图像技术有限公司", 4860000, "awarded"),
            ("合同包二", "渭水电子有限公司", 1310000, "awarded"),
        ],
    ),
    "a lot that says of itself that it failed, under a consortium's": (
        (
            "结果公告\n采购人：禾县公安局\nA包：图传设备\n中标人：蓉信通信设备有限公司\n中标价：86.4万元\n"
            "B包：调度台\n"
            "中标人：（联合体牵头人）两江智能科技有限公司、（联合体成员）嘉陵信息工程有限公司\n"
            "中标价：143.75万元\n"
            "C包：本包因实质性响应的供应商只有两家，按废标处理\n2019年6月21日"
        ),
        [
            ("A包", "蓉信通信设备有限公司", 864000, "awarded"),
            ("B包", "两江智能科技有限公司", 1437500, "awarded"),
            ("C包", None, None, "void"),
        ],
    ),
    "a sentence, the price behind a comma": (
        (
            "中标结果\n经评审，确定一标段由沅水安防工程有限公司中标，中标价为5687432.10元；"
            "二标段由桃源消防技术有限公司中标，"
            "中标价为1200345.67元；三标段因投标人不足三家，重新招标。\n招标人：武市公安局\n2020年5月9日"
        ),
        [
            ("一标段", "沅水安防工程有限公司", 5687432, "awarded"),
            ("二标段", "桃源消防技术有限公司", 1200345, "awarded"),
            ("三标段", None, None, "void"),
        ],
    ),
    "items in traditional characters, one not awarded": (
        (
            "決標公告\n機關名稱：高屏縣警察局\n第1品項\n　得標廠商：大武資訊股份有限公司\n"
            "　決標金額：4,580,000元\n第2品項\n"
            "　得標廠商：旗津電子工程有限公司\n　決標金額：3,920,000元\n第3品項\n　是否決標：否（廢標）\n"
            "決標日期：110/03/22"
        ),
        [
            ("第1品項", "大武資訊股份有限公司", 4580000, "awarded"),
            ("第2品項", "旗津電子工程有限公司", 3920000, "awarded"),
            ("第3品項", None, None, "void"),
        ],
    ),
    "parts of a tender, labels under each": (
        (
            "決標公告\n機關名稱：嘉雲縣環境保護局\n決標資料\n分項一：測站\n"
            "　得標廠商：阿里水情科技股份有限公司\n　決標金額：新臺幣6,240,000元\n"
            "分項二：維護\n　得標廠商：諸羅工程顧問有限公司\n　決標金額：新臺幣3,168,000元\n"
            "五、預算：分項一660萬元；分項二330萬元"
        ),
        [
            ("分項一", "阿里水情科技股份有限公司", 6240000, "awarded"),
            ("分項二", "諸羅工程顧問有限公司", 3168000, "awarded"),
        ],
    ),
    "the total of all lots behind the last": (
        (
            "中标公告\n采购人：江县融媒体中心\n第一包 锦里广播设备有限公司 中标金额 1,250,000.00元\n"
            "第二包 涪城电子有限公司 中标金额 830,000.00元\n中标总金额：2,180,000.00元\n2023年5月22日"
        ),
        [("第一包", "锦里广播设备有限公司", 1250000, "awarded"), ("第二包", "涪城电子有限公司", 830000, "awarded")],
    ),
    "lots without a label in lines": (
        (
            "成交公告\n采购单位：潇市应急管理局\n第一包：浏阳河装备有限公司，"
            "成交价：人民币叁拾伍万陆仟元整（￥356,000.00）\n"
            "第二包：岳麓用品有限公司，成交价：人民币壹拾贰万捌仟伍佰元整（￥128,500.00）\n2020年8月5日"
        ),
        [("第一包", "浏阳河装备有限公司", 356000, "awarded"), ("第二包", "岳麓用品有限公司", 128500, "awarded")],
    ),
    "a row that leaves its winner open and says so in another cell": (
        (
            "中标结果公告\n采购人：禾县公安局\n标段\t标段名称\t中标供应商名称\t地址\t中标金额（万元）\n"
            "标段一\t前端\t云溪华盾科技有限公司\t科创路8号\t286.52\n标段二\t监理\t无\t/\t有效投标人不足三"
            "家，本标段流标\n"
        ),
        [("标段一", "云溪华盾科技有限公司", 2865200, "awarded"), ("标段二", None, None, "void")],
    ),
    "lots in one sentence behind 其中, prices behind 以": (
        (
            "成交公告\n本项目共三个包。其中01包由凤栖智联科技有限公司以463,800.00元成交；02包由恒通电子商"
            "行以人民币129,500元成交；"
            "03包因响应供应商不足三家而废标。\n采购人：松林县教育局\n2023年9月4日"
        ),
        [
            ("01包", "凤栖智联科技有限公司", 463800, "awarded"),
            ("02包", "恒通电子商行", 129500, "awarded"),
            ("03包", None, None, "void"),
        ],
    ),
    "the first candidate where nobody else is left": (
        (
            "采购结果公示\n采购单位：北麓大学\n合同包1（闸机）：中标供应商 北麓安捷科技有限公司，中标价 78.6万元；\n"
            "合同包2（终端）：第一中标候选人 瀚海图像技术有限公司，投标报价 132万元；第二中标候选人 远山电子有限公司，"
            "投标报价 128万元；确定第一中标候选人为中标人；\n合同包3（网络）：所有投标均被否决，本包采购失败。\n"
        ),
        [
            ("合同包1", "北麓安捷科技有限公司", 786000, "awarded"),
            ("合同包2", "瀚海图像技术有限公司", 1320000, "awarded"),
            ("合同包3", None, None, "void"),
        ],
    ),
    "framed labels on the line of each lot": (
        (
            "決標公告\n[機關名稱]北屯縣警察局\n[品項1]背心 [得標廠商]磐盾實業有限公司 [決標金額]2,450,000元\n"
            "[品項2]手電筒 [得標廠商]光鑫企業社 [決標金額]318,000元\n[品項3]警棍 [決標結果]流標\n[決標日期]112/04/18"
        ),
        [
            ("品項1", "磐盾實業有限公司", 2450000, "awarded"),
            ("品項2", "光鑫企業社", 318000, "awarded"),
            ("品項3", None, None, "void"),
        ],
    ),
    "columns apart by blanks, the last lot without a winner": (
        (
            "中标公告\n包号 供应商名称 中标金额(元) 评审总得分\n1 溧水安讯电子有限公司 458,000.00 92.10\n"
            "2 高淳智联网络有限公司 1,236,500.00 90.05\n3 废标\n采购人：溧阳市档案馆"
        ),
        [
            ("包1", "溧水安讯电子有限公司", 458000, "awarded"),
            ("包2", "高淳智联网络有限公司", 1236500, "awarded"),
            ("包3", None, None, "void"),
        ],
    ),
    "one sentence of a newspaper, a group and the sum of all behind the last": (
        (
            "“天眼”二期三个标段全部落定\n记者从皋川市公安局获悉，根据2024年4月16日发出的中标通知书，"
            "一标段前端由云识科技股份有限公司以5236万元中标，二标段中心由中皖数字集团有限公司与镜湖算力有"
            "限公司组成的联合体"
            "以4180万元中标，三标段监理由大别山监理有限公司以126.5万元中标，三个标段合计9542.5万元。参与"
            "一标段竞争的还有"
            "栖霞视讯有限公司等五家企业。"
        ),
        [
            ("一标段", "云识科技股份有限公司", 52360000, "awarded"),
            ("二标段", "中皖数字集团有限公司", 41800000, "awarded"),
            ("三标段", "大别山监理有限公司", 1265000, "awarded"),
        ],
    ),
    "lots by the ten stems, in brackets": (
        (
            "獲批合約公告\n懲教處批出的合約如下：\n（甲項）北區\n　承辦商：宏岸保安工程有限公司\n　合約總"
            "值：港幣23,680,000元\n"
            "（乙項）離島\n　承辦商：安瀾電子有限公司\n　合約總值：港幣9,145,500元\n批出日期：2022年8月26日"
        ),
        [
            ("甲項", "宏岸保安工程有限公司", 23680000, "awarded"),
            ("乙項", "安瀾電子有限公司", 9145500, "awarded"),
        ],
    ),
    "groups by letter, one given to nobody": (
        (
            "濱海治安廳\n通告\n公開招標的判給結果：\n組別A——攝錄機400部：判給濠光科技有限公司，金額為澳門元2,360,000.00"
            "（每部澳門元5,900.00）；\n組別B——平台：判給鏡湖貿易行，金額為澳門元1,875,400.00；\n組別C——眼"
            "罩：因無合適投標書，不作判給。"
        ),
        [
            ("組別A", "濠光科技有限公司", 2360000, "awarded"),
            ("組別B", "鏡湖貿易行", 1875400, "awarded"),
            ("組別C", None, None, "void"),
        ],
    ),
    "numbers in heavy brackets, labels on their line": (
        (
            "成交公告\n各包成交情况：\n【包1】彩超 成交人：康源医疗器械有限公司 成交价：1,180,000元\n"
            "【包2】心电图机 成交人：贵黔医疗科技有限公司 成交价：245,600元\n【包3】病床 "
            "因只有两家供应商响应，本包终止。\n"
            "采购人：锦屏市中医院"
        ),
        [
            ("包1", "康源医疗器械有限公司", 1180000, "awarded"),
            ("包2", "贵黔医疗科技有限公司", 245600, "awarded"),
            ("包3", None, None, "void"),
        ],
    ),
    "the number of a lot behind a colon, a bid under it": (
        (
            "安检设备定点采购中标公告（分标段）\n采购人：淮浦市公安局\n分包号：01   分包名称：X光机\n"
            "供应商名称：云龙湖装备有限公司\n投标总报价：2,916,000.00元\n分包号：02   分包名称：探测器\n"
            "供应商名称：天目湖电子有限公司\n投标总报价：763,400.00元\n采购代理：苏正招标有限公司"
        ),
        [("分包01", "云龙湖装备有限公司", 2916000, "awarded"), ("分包02", "天目湖电子有限公司", 763400, "awarded")],
    ),
    "lots called 标的": (
        (
            "中标结果公告\n标的一：热像仪 中标人：苏南热像科技有限公司 中标金额：59.8万元\n"
            "标的二：无人机 中标人：吴越航空技术有限公司 中标金额：112万元\n采购人 苏南海事局"
        ),
        [("标的一", "苏南热像科技有限公司", 598000, "awarded"), ("标的二", "吴越航空技术有限公司", 1120000, "awarded")],
    ),
}


@pytest.mark.parametrize("case", CASES)
def test_each_lot_has_its_own_winner_and_price(case: str) -> None:
    text, lots = CASES[case]
    found = [(one.lot, one.supplier, int(one.amount) if one.amount else None, one.status) for one in predict(text).lots]
    assert sorted(found) == sorted(lots)


def test_a_bidder_said_to_have_lost_a_lot_is_no_supplier() -> None:
    notice = predict(
        "采购结果公示\n采购单位：齐县监狱\n标包号 标包名称 中标单位 中标总价（元）\n"
        "A 摄像机 鸢都电子科技有限公司 538160\n"
        "B 存储 趵突泉信息有限公司 640800\n供应商未中标原因：台儿庄数码有限公司，A包，价格分低；"
        "蒙山智造有限公司，B包，未提供样品\n"
    )
    assert {one.name for one in notice.suppliers} == {"鸢都电子科技有限公司", "趵突泉信息有限公司"}


def test_the_sum_of_a_printed_total_is_compared_with_the_lots() -> None:
    notice = predict(CASES["the total of all lots behind the last"][0])
    assert notice.amount == 2180000
    assert "sum_mismatch:2080000" in notice.flags


@pytest.mark.parametrize(
    ("text", "suppliers", "amounts"),
    [
        (
            (
                "经评审，莲花市档案局装备采购项目（LH-021）一、二、"
                "三标段中标人分别为：莲花永安器械有限公司、江门百盾装备有限公司、"
                "佛山铁甲科技有限公司，中标金额分别为128万元、96.5万元、210.3万元。莲花市档案局 2023年4月20日"
            ),
            (
                "佛山铁甲科技有限公司, lot winner, 第三标段",
                "江门百盾装备有限公司, lot winner, 第二标段",
                "莲花永安器械有限公司, lot winner, 第一标段",
            ),
            ("award 1280000 CNY 第一标段", "award 2103000 CNY 第三标段", "award 965000 CNY 第二标段"),
        ),
        (
            "结果公告\n包1、2成交供应商依次为甲谷科技有限公司、乙谷科技有限公司。\n采购人：青石市档案馆",
            ("乙谷科技有限公司, lot winner, 包2", "甲谷科技有限公司, lot winner, 包1"),
            (),
        ),
    ],
)
def test_the_nth_name_and_price_belong_to_the_nth_lot(
    text: str, suppliers: tuple[str, ...], amounts: tuple[str, ...]
) -> None:
    found = summarise(read(text))
    assert found["suppliers"] == tuple(sorted(suppliers))
    assert found["amounts"] == tuple(sorted(amounts))


def test_numbers_that_differ_are_given_to_no_lot() -> None:
    text = "结果公告\n一、二、三标段中标人分别为：甲谷科技有限公司、乙谷科技有限公司，中标金额分别为12万元、13万元。"
    found = summarise(read(text))
    assert "标段" not in repr((found["suppliers"], found["amounts"]))
