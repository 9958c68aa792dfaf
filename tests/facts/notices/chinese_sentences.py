"""Chinese documents whose sentences, columns and figures take more than one look, made up for the tests."""

from __future__ import annotations

from tests.facts.summary import Case

SENTENCES = (
    Case(
        about="bidders with prices above the winner, a fee below",
        text="""中标公示
项目名称：智慧校园监控扩容
招标人：平川县第一中学
投标单位及报价：
青禾科技有限公司 86.5万元
蓝天安防工程有限公司 88.8万元
远山智能系统有限公司 90.2万元
中标单位：青禾科技有限公司
中标价：86.5万元
招标服务费用：13000元
2021年3月9日
""",
        stage="award",
        title="智慧校园监控扩容",
        buyer=("平川县第一中学",),
        suppliers=("青禾科技有限公司, sole",),
        amounts=("award 865000 CNY",),
        dates=("award 2021-03-09",),
        region="CN - 平川县",
    ),
    Case(
        about="a column says who was taken",
        text="""成交公告
采购人：滨河区公安分局
项目编号：BH-CG-2022-09
报价供应商  报价（元）  是否成交
华安科技有限公司  512,000  是
众泰电子有限公司  498,000  否（未提供授权）
代理费用：7,680元，由成交人支付
成交日期：2022年6月1日
""",
        stage="award",
        buyer=("滨河区公安分局",),
        suppliers=("华安科技有限公司, sole",),
        amounts=("award 512000 CNY",),
        dates=("award 2022-06-01",),
        numbers=("BH-CG-2022-09",),
        region="CN - 滨河区",
    ),
    Case(
        about="places and points in one sentence, the price in capital numerals",
        text="""采购结果公告
受云台市公安局委托，我公司对“无人机反制设备”（YTZB-2023-018）进行公开招标，现公布结果：
共有3家单位参加投标。第一名鹰眼科技股份有限公司，报价1,268,000元，得分93.2；第二名天翼安防有限公司，报价1,250,000元，得分88.4；第三名云盾有限公司，报价1,299,000元，得分80.1。
确定第一名鹰眼科技股份有限公司中标，中标金额壹佰贰拾陆万捌仟元。
云南鑫诚招标有限公司
2023年5月11日
""",
        stage="award",
        buyer=("云台市公安局",),
        agency=("云南鑫诚招标有限公司",),
        suppliers=("鹰眼科技股份有限公司, sole",),
        amounts=("award 1268000 CNY",),
        dates=("award 2023-05-11",),
        numbers=("YTZB-2023-018",),
        region="CN - 云台市",
    ),
    Case(
        about="a company that took part and won, signed by the office",
        text="""中标通知
浙江海纳数字科技有限公司于2020年9月15日参加我局组织的“城市大脑视频汇聚”项目（编号HZ-2020-77）投标，经评审中标，中标总价人民币9,860,000元（含税，税率6%），其中硬件5,200,000元，软件4,660,000元。投标保证金10万元将予退还。
越城县大数据局
2020年9月20日
""",
        stage="award",
        buyer=("越城县大数据局",),
        suppliers=("浙江海纳数字科技有限公司, sole",),
        amounts=("award 9860000 CNY",),
        dates=("award 2020-09-20",),
        numbers=("HZ-2020-77",),
        region="CN - 越城县",
    ),
    Case(
        about="a price by the year in the label",
        text="""中标公告
项目编号：ZFCG-2022-500
项目名称：会议系统
采购人：清源市委党校
供应商名称：声扬科技有限公司
中标价（元/年）：128,000
服务期：3年
公告时间：2022.11.08
""",
        stage="award",
        title="会议系统",
        buyer=("清源市委党校",),
        suppliers=("声扬科技有限公司, sole",),
        amounts=("unit_price 128000 CNY",),
        dates=("publication 2022-11-08",),
        numbers=("ZFCG-2022-500",),
        region="CN - 清源市",
    ),
    Case(
        about="a price by the head and month, an estimate beside it",
        text="""保安服务项目成交结果公示
采购单位：汉江区看守所
成交供应商：汉江卫士保安服务有限公司
成交单价：4,980元/人/月
拟配人数：20人，服务期1年，预计总价1,195,200元
公示日期：2023年4月3日
""",
        stage="award",
        title="保安服务项目成交结果公示",
        buyer=("汉江区看守所",),
        suppliers=("汉江卫士保安服务有限公司, sole",),
        amounts=("unit_price 4980 CNY",),
        dates=("publication 2023-04-03",),
        region="CN - 汉江区",
    ),
    Case(
        about="lots in sentences with a printed sum",
        text="""中标公告
一、项目编号：XJ-2018-221
二、项目名称：便民警务站设备
三、中标信息：
第1包：新疆天山网络有限公司，中标价：2,345,000元
第2包：乌鲁木齐昆仑安防有限公司，中标价：1,100,500元
第3包：流标（不足三家）
合计中标金额：3,445,500元
四、采购人：塔河县公安局
五、代理机构：新疆德胜招标有限公司
2018年7月12日
""",
        stage="award",
        void=("第3包",),
        title="便民警务站设备",
        buyer=("塔河县公安局",),
        agency=("新疆德胜招标有限公司",),
        suppliers=("乌鲁木齐昆仑安防有限公司, lot winner, 第2包", "新疆天山网络有限公司, lot winner, 第1包"),
        amounts=("award 1100500 CNY 第2包", "award 2345000 CNY 第1包", "award 3445500 CNY"),
        dates=("award 2018-07-12",),
        numbers=("XJ-2018-221",),
        region="CN - 塔河县",
    ),
    Case(
        about="old and new in one field",
        text="""变更公告
项目名称：看守所AB门改造
项目编号：CH-2021-033
招标人：昌河市第一看守所
一、变更内容
预算金额：由120万元调整为98万元
开标时间：2021年5月6日上午9:00变更为2021年5月12日上午9:00
二、其他内容不变
2021年4月28日
""",
        stage="correction",
        title="看守所AB门改造",
        buyer=("昌河市第一看守所",),
        amounts=(
            "budget 980000 CNY",
            "superseded 1200000 CNY",
        ),
        dates=(
            "correction 2021-04-28",
            "opening 2021-05-12",
            "superseded 2021-05-06",
        ),
        numbers=("CH-2021-033",),
        region="CN - 昌河市",
    ),
    Case(
        about="miswritten and right in one sentence",
        text="""关于人像识别系统采购项目中标结果的更正说明
我公司于2022年3月8日发布的人像识别系统采购项目（编号JX2022-14）中标公告，因工作失误，中标金额误写为“2,580,000元”，正确应为“2,850,000元”。中标人江州慧视有限公司。特此更正。
采购人：江州市公安局
江西华建招标有限公司
2022年3月10日
""",
        stage="correction",
        title="关于人像识别系统采购项目中标结果的更正说明",
        buyer=("江州市公安局",),
        agency=("江西华建招标有限公司",),
        suppliers=("江州慧视有限公司, sole",),
        amounts=(
            "award 2850000 CNY",
            "superseded 2580000 CNY",
        ),
        dates=("correction 2022-03-10",),
        numbers=("JX2022-14",),
        region="CN - 江州市",
    ),
    Case(
        about="digits set apart by blanks",
        text="""成交公告
项目名称：执法终端
采购人：甘棠县市场监督管理局
成交供应商：福州掌上科技有限公司
成交金额：¥ 1 2 8 , 0 0 0 . 0 0
货物：PDA执法终端
品牌：掌上通
型号：PDA-7
数量：80台
单价：1,600元
成交日期：2020/12/3
""",
        stage="award",
        title="执法终端",
        buyer=("甘棠县市场监督管理局",),
        suppliers=("福州掌上科技有限公司, sole",),
        amounts=("award 128000 CNY",),
        dates=("award 2020-12-03",),
        region="CN - 甘棠县",
        items=("PDA执法终端 | 掌上通 | PDA-7 | 80台 | 1600",),
    ),
    Case(
        about="a price without its unit, thousands set apart",
        text="""网上竞价成交公告
竞价编号：JJ20230907001
采购单位：芦溪县融媒体中心
商品：摄像机 Panon PX-300 2台
成交供应商：南昌影界科技有限公司
成交价：39,800
预算：42,000元
成交时间：2023-09-07 16:00:00
""",
        stage="award",
        buyer=("芦溪县融媒体中心",),
        suppliers=("南昌影界科技有限公司, sole",),
        amounts=("award 39800 CNY", "budget 42000 CNY"),
        dates=("award 2023-09-07",),
        numbers=("JJ20230907001",),
        region="CN - 芦溪县",
        items=("摄像机 | Panon | PX-300 | 2台 | -",),
    ),
    Case(
        about="a fee that is the price of a contract, paid by the quarter",
        text="""物业服务合同
合同编号：WY-2023-5
委托方：双桥区人民法院
受托方：承德安居物业有限公司
合同期限：自2023年1月1日起至2023年12月31日止
物业费：人民币捌拾陆万肆仟元整（￥864,000.00），按季支付，每季216,000元
签订日期：2022年12月28日
""",
        stage="contract",
        buyer=("双桥区人民法院",),
        suppliers=("承德安居物业有限公司, sole",),
        amounts=("contract 864000 CNY",),
        dates=("contract 2022-12-28",),
        numbers=("WY-2023-5",),
        region="CN - 双桥区",
    ),
    Case(
        about="Macao",
        text="""中標結果公佈
招標機關：澳門治安警察局
判給標的：供應錄像監察系統
獲判給者：濠江科技有限公司
判給金額：澳門元6,780,000.00
判給日期：2022年7月4日
""",
        stage="award",
        title="供應錄像監察系統",
        buyer=("澳門治安警察局",),
        suppliers=("濠江科技有限公司, sole",),
        amounts=("award 6780000 MOP",),
        dates=("award 2022-07-04",),
        region="MO",
    ),
    Case(
        about="Taiwan: not awarded",
        text="""無法決標公告
機關名稱：雲林縣警察局
標案案號：YL112-045
標案名稱：路口監視器維護
預算金額：3,600,000元
無法決標的理由：無廠商投標
公告日：112/08/15
""",
        stage="cancellation",
        title="路口監視器維護",
        buyer=("雲林縣警察局",),
        amounts=("budget 3600000 TWD",),
        dates=("publication 2023-08-15",),
        numbers=("YL112-045",),
        region="TW 雲林縣",
    ),
    Case(
        about="Taiwan: labels in brackets",
        text="""公開徵求公告
【機關名稱】臺東縣政府
【標案名稱】縣府大樓人臉辨識門禁
【標案案號】TT113018
【採購級距】未達公告金額
【預算金額】980,000元
【截止投標】113/05/06 17:00
【公告日】113/04/22
""",
        stage="tender",
        title="縣府大樓人臉辨識門禁",
        buyer=("臺東縣政府",),
        amounts=("budget 980000 TWD",),
        dates=("deadline 2024-05-06", "publication 2024-04-22"),
        numbers=("TT113018",),
        region="TW 臺東縣",
    ),
)
