"""Chinese papers that state their facts in sentences, signatures and letterheads, made up for the tests."""

from __future__ import annotations

from tests.facts.summary import Case

PROSE = (
    Case(
        about="a short announcement without a heading, the winner and the price in one sentence",
        text="云泽市公安局日前公布，移动警务平台二期由海西云帆科技有限公司以人民币1,260万元得标，较预算1300万元节省40万元。",
        stage="award",
        buyer=("云泽市公安局",),
        suppliers=("海西云帆科技有限公司, sole",),
        amounts=("award 12600000 CNY",),
        region="CN - 云泽市",
    ),
    Case(
        about="a contract told of in a brief, signed on a day without its year",
        text="经公开招标，以3.2亿元的中标价确定由东川湖山智能科技有限公司承建“平安东川”工程，合同已于5月6日签订。"
        "——摘自江南省东川市公安局2021年6月工作简报",
        stage="award",
        buyer=("江南省东川市公安局",),
        suppliers=("东川湖山智能科技有限公司, sole",),
        amounts=("award 320000000 CNY",),
        region="CN - 江南省东川市",
    ),
    Case(
        about="the design and the works have prices of their own, the sum is the price",
        text="""中标结果公告
项目编号：2023HH0099
中标人：（主）安江建工集团有限公司
　　　　（成）安江锐视智能技术有限公司
中标价：设计费：1,200,000元；建安工程费：45,300,000.50元；合计46,500,000.50元
招标人：安江新城建设投资有限公司
2023年5月30日
""",
        stage="award",
        buyer=("安江新城建设投资有限公司",),
        suppliers=("安江建工集团有限公司, lead", "安江锐视智能技术有限公司, member"),
        amounts=("award 46500000.5 CNY",),
        dates=("award 2023-05-30",),
        numbers=("2023HH0099",),
        region="CN",
    ),
    Case(
        about="a price by the month, and the whole",
        text="""成交结果公告
清江市公安局物业服务（编号QJ2021-C-05）完成评审，成交供应商为清江市洁雅物业服务有限公司，
成交价每月8.65万元，服务期24个月，总价207.6万元。
采购人：清江市公安局
2021年9月2日
""",
        stage="award",
        buyer=("清江市公安局",),
        suppliers=("清江市洁雅物业服务有限公司, sole",),
        amounts=("award 2076000 CNY",),
        dates=("award 2021-09-02",),
        numbers=("QJ2021-C-05",),
        region="CN - 清江市",
    ),
    Case(
        about="nobody but the signature names buyer and agency",
        text="""关于延长“青溪县公安局视频侦查实验室”投标截止时间的通知
各潜在投标人：原定2021年4月12日9:00投标截止，现延期至2021年4月19日9:00，其余不变。
贵州省青溪县公安局
贵州黔江招标代理有限公司
2021年4月8日
""",
        stage="correction",
        title="关于延长“青溪县公安局视频侦查实验室”投标截止时间的通知",
        buyer=("贵州省青溪县公安局",),
        agency=("贵州黔江招标代理有限公司",),
        dates=("correction 2021-04-08",),
        region="CN 贵州省 青溪县",
    ),
    Case(
        about="the signature has the short name, the heading the full one",
        text="""甘肃省陇泉市公安局2023年6月至12月政府采购意向
序号	采购项目名称	采购需求概况	预算金额（万元）	预计采购时间
1	实验室耗材	试剂盒	188	2023年7月
陇泉市公安局
2023年5月26日
""",
        stage="plan",
        title="实验室耗材",
        buyer=("甘肃省陇泉市公安局",),
        amounts=("budget 1880000 CNY",),
        dates=("publication 2023-05-26",),
        region="CN 甘肃省 陇泉市",
    ),
    Case(
        about="Macao: the winner and the price in the sentence of a decision, the office on its letterhead",
        text="""澳門海事安全局
公開招標結果通告
根據司長於二零二二年九月二十三日作出之批示，判給新濠江船業有限公司，
判給總金額澳門元叁佰陸拾玖萬叁仟元（MOP3,693,000.00）。
落選投標人：大祥行工程有限公司
二零二二年十月六日於本局
""",
        stage="award",
        buyer=("澳門海事安全局",),
        suppliers=("新濠江船業有限公司, sole",),
        amounts=("award 3693000 MOP",),
        dates=("award 2022-09-23",),
        region="MO",
    ),
    Case(
        about="Hong Kong: a contract that was signed, the lowest bid is not the price",
        text="香港海濱事務署現公布，合約編號 HMA-C-2019-22「監察鏡頭」已於2019年12月19日簽訂，"
        "承辦商為駿灣系統（香港）有限公司，"
        "合約金額為 HK$9.46M。投標共收七份，最低標價為 HK$8.90M。",
        stage="contract",
        buyer=("香港海濱事務署",),
        suppliers=("駿灣系統（香港）有限公司, sole",),
        amounts=("contract 9460000 HKD",),
        dates=("contract 2019-12-19",),
        numbers=("HMA-C-2019-22",),
        region="HK",
    ),
    Case(
        about="several prices in sentences and no sum: none is the price",
        text="""中标公告
经评审，海西甲子科技有限公司以120万元中标，海西乙丑科技有限公司以88万元中标。
采购人：云泽市公安局
2022年6月9日
""",
        stage="award",
        buyer=("云泽市公安局",),
        suppliers=("海西乙丑科技有限公司, lot winner", "海西甲子科技有限公司, lot winner"),
        dates=("award 2022-06-09",),
        region="CN - 云泽市",
    ),
    Case(
        about="a budget, a fee and a deposit in sentences are never the price",
        text="""中标公告
本项目预算为人民币300万元，最高限价290万元，
代理服务费3.2万元由中标人支付，履约保证金为中标价的5%计14万元。
采购人：云泽市公安局
中标人：海西甲子科技有限公司
2022年6月9日
""",
        stage="award",
        buyer=("云泽市公安局",),
        suppliers=("海西甲子科技有限公司, sole",),
        amounts=("budget 3000000 CNY", "ceiling 2900000 CNY"),
        dates=("award 2022-06-09",),
        region="CN - 云泽市",
    ),
    Case(
        about="a supplement changes the price of the contract",
        text="""设备采购合同补充协议
合同编号：SX-2020-0415-补1
甲方：恒泽县公安局
乙方：太清安防科技有限公司
双方于2020年4月15日签订《采购合同》，合同金额人民币2,960,000.00元。现因工程量增加，达成协议如下：
原合同总价由2,960,000.00元调整为3,092,000.00元（大写：叁佰零玖万贰仟元整）。
2020年11月2日
""",
        stage="contract",
        title="设备采购合同补充协议",
        buyer=("恒泽县公安局",),
        suppliers=("太清安防科技有限公司, sole",),
        amounts=(
            "contract 3092000 CNY",
            "superseded 2960000 CNY",
        ),
        dates=("contract 2020-11-02",),
        numbers=("SX-2020-0415-补1",),
        region="CN - 恒泽县",
        against=("replaces 2960000",),
    ),
    Case(
        about="a rate of tax and with it the price are changed, the price without tax is not",
        text="""合同补充说明
因税率由16%调整为13%，原合同（2018年12月3日签订，总价 3,480,000.00 元）不含税价 3,000,000.00 元不变，
含税总价调整为 3,390,000.00 元。
买方：金泽县公安局
卖方：成江软件股份有限公司
2019年4月15日
""",
        stage="contract",
        buyer=("金泽县公安局",),
        suppliers=("成江软件股份有限公司, sole",),
        amounts=(
            "contract 3390000 CNY",
            "superseded 3480000 CNY",
        ),
        dates=("contract 2019-04-15",),
        region="CN - 金泽县",
        against=("replaces 3480000",),
    ),
)
