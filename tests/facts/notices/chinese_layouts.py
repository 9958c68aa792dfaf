"""More Chinese notices, made up for the tests: running text, letters, tables that lost their rules."""

from __future__ import annotations

from tests.facts.summary import Case

LAYOUTS = (
    Case(
        about="blanks inside labels and names, a place in brackets inside the supplier's name",
        text="""成交结果公示

  采购项目名称：  东禾区视频云平台扩容
  项目编号：DHQ-ZC〔2022〕14号
  采 购 人：东禾区大数据管理局
  成交供应商：云帆数字科技（江宁）有限公司
  成交金额：贰佰叁拾肆万伍仟陆佰柒拾捌元玖角整（2345678.90元）
  公示时间：2022年7月1日至2022年7月3日
""",
        stage="award",
        title="东禾区视频云平台扩容",
        buyer=("东禾区大数据管理局",),
        suppliers=("云帆数字科技（江宁）有限公司, sole",),
        amounts=("award 2345678.9 CNY",),
        dates=("publication 2022-07-01",),
        numbers=("DHQ-ZC〔2022〕14号",),
        region="CN - 东禾区",
    ),
    Case(
        about="letter of award: the addressee has won",
        text="""中标通知书
致：恒泰安防工程有限公司
贵公司于2021年5月12日参加的白川县公安局天网工程三期（招标编号：BCZB2021-05-07）投标，经评标委员会评定，
确定贵公司为中标人，中标价为人民币5,632,000.00元（大写：伍佰陆拾叁万贰仟元整）。
招标人：白川县公安局（盖章）
招标代理机构：白川正达招标有限公司（盖章）
2021年5月20日
""",
        stage="award",
        buyer=("白川县公安局",),
        agency=("白川正达招标有限公司",),
        suppliers=("恒泰安防工程有限公司, sole",),
        amounts=("award 5632000 CNY",),
        dates=("award 2021-05-20",),
        numbers=("BCZB2021-05-07",),
        region="CN - 白川县",
    ),
    Case(
        about="lots in one line",
        text="标段一：中标人：甲岭路桥集团有限公司，中标价：3456.78万元；标段二：中标人：乙水建设有限公司，"
        "中标价：2100万元。招标人：临泽市交通投资集团有限公司 招标编号 LZJT-2020-019 2020-11-11",
        stage="award",
        buyer=("临泽市交通投资集团有限公司",),
        suppliers=("甲岭路桥集团有限公司, lot winner, 标段一", "乙水建设有限公司, lot winner, 标段二"),
        amounts=("award 34567800 CNY 标段一", "award 21000000 CNY 标段二"),
        dates=("award 2020-11-11",),
        numbers=("LZJT-2020-019",),
        region="CN - 临泽市",
    ),
    Case(
        about="one table for each lot",
        text="""合同包1(人脸识别终端):
供应商名称\t供应商地址\t中标（成交）金额
星网科技有限公司\t甲市乙路\t1,230,000.00元
合同包2(服务器):
供应商名称\t供应商地址\t中标（成交）金额
云海数据有限公司\t丙市丁路\t980,000.00元
采购单位：北岗县公安局
采购项目编号：[3501]BG[GK]2022007
""",
        stage="award",
        buyer=("北岗县公安局",),
        suppliers=("星网科技有限公司, lot winner, 合同包1", "云海数据有限公司, lot winner, 合同包2"),
        amounts=("award 1230000 CNY 合同包1", "award 980000 CNY 合同包2"),
        numbers=("[3501]BG[GK]2022007",),
        region="CN - 北岗县",
    ),
    Case(
        about="contract text with payments, a fine and a day left blank",
        text="""甲方（采购人）：塔岭县公安局
统一社会信用代码：11652901000000000X
乙方（供应商）：塔岭中电软件有限公司
第一条 合同金额
本合同总金额为人民币（大写）壹佰叁拾伍万陆仟元整（￥1,356,000.00元）。
第二条 付款
合同签订后支付30%，即人民币406,800.00元；验收后支付65%；质保金5%。
违约金：每日按合同总价的0.5%计算。
甲方（盖章）： 乙方（盖章）：
签订日期：2023年9月  日
""",
        stage="contract",
        buyer=("塔岭县公安局",),
        suppliers=("塔岭中电软件有限公司, sole",),
        amounts=("contract 1356000 CNY",),
        dates=("contract 2023-09",),
        region="CN - 塔岭县",
    ),
    Case(
        about="consortium spelled out behind its own labels",
        text="""采购结果公告
项目名称：综治视联网建设
中标供应商：联合体：国衡智能系统有限公司（联合体牵头人），成员：北衡通信服务有限公司
中标金额：1,888.8万元
采购人：雁门岭县委政法委
""",
        stage="award",
        title="综治视联网建设",
        buyer=("雁门岭县委政法委",),
        suppliers=("国衡智能系统有限公司, lead", "北衡通信服务有限公司, member"),
        amounts=("award 18888000 CNY",),
        region="CN - 雁门岭县",
    ),
    Case(
        about="the name on the next line, the loser in the one after",
        text="""竞争性谈判成交公告
采购编号：ABC-TP-2021-09
经谈判小组评审，本项目成交供应商为：
江北兴业科技有限公司，成交金额：99.80万元。
未成交供应商：江南电子有限公司（报价101万元）
采购人：江北县水利局
""",
        stage="award",
        buyer=("江北县水利局",),
        suppliers=("江北兴业科技有限公司, sole",),
        amounts=("award 998000 CNY",),
        numbers=("ABC-TP-2021-09",),
        region="CN - 江北县",
    ),
    Case(
        about="columns set apart by blanks",
        text="序号 标的名称 中标人 中标金额(万元)\n1 执法仪 川岭科技有限公司 35.6\n采购人：川岭县公安局",
        stage="award",
        buyer=("川岭县公安局",),
        suppliers=("川岭科技有限公司, sole",),
        amounts=("award 356000 CNY",),
        region="CN - 川岭县",
    ),
    Case(
        about="framework: the winners in one field",
        text="入围结果公告 项目编号：KJ-2022-06 入围供应商：甲川印务有限公司、乙川印务有限公司、丙川图文中心 "
        "框架协议期限两年 采购人：川谷市财政局 2022年5月6日",
        stage="award",
        buyer=("川谷市财政局",),
        suppliers=("甲川印务有限公司, framework", "乙川印务有限公司, framework", "丙川图文中心, framework"),
        dates=("award 2022-05-06",),
        numbers=("KJ-2022-06",),
        region="CN - 川谷市",
    ),
    Case(
        about="yearly price and total, a subcontractor",
        text="成交公告 项目编号：LZ-19-8 成交供应商：蓝帜通信有限公司 成交金额：每年48万元，三年合计144万元 "
        "分包供应商：小帜科技有限公司 采购人：蓝泽县公安局 成交日期：2019年8月8日",
        stage="award",
        buyer=("蓝泽县公安局",),
        suppliers=("蓝帜通信有限公司, sole", "小帜科技有限公司, subcontractor"),
        amounts=("award 1440000 CNY",),
        dates=("award 2019-08-08",),
        numbers=("LZ-19-8",),
        region="CN - 蓝泽县",
    ),
    Case(
        about="one lot void in the middle of a line, the other keeps its winner",
        text="中标公告 标段1 中标人：甲水建设有限公司 中标价：500万元 标段2 流标 招标人：水泽市水利局 "
        "招标编号：SZ-20-3 2020年6月30日",
        stage="award",
        buyer=("水泽市水利局",),
        suppliers=("甲水建设有限公司, lot winner, 标段1",),
        amounts=("award 5000000 CNY 标段1",),
        dates=("award 2020-06-30",),
        numbers=("SZ-20-3",),
        region="CN - 水泽市",
        void=("标段2",),
    ),
    Case(
        about="the bid is a price of one piece, the sum a guess",
        text="成交公告 项目编号：DJ-7-21 成交供应商：净源环保有限公司 成交单价：350元/吨 预估金额：70万元 "
        "采购人：净泽市城管局 日期：2021年7月7日",
        stage="award",
        buyer=("净泽市城管局",),
        suppliers=("净源环保有限公司, sole",),
        amounts=("estimate 700000 CNY", "unit_price 350 CNY"),
        dates=("award 2021-07-07",),
        numbers=("DJ-7-21",),
        region="CN - 净泽市",
    ),
    Case(
        about="fields filled with nothing",
        text="成交公告\n项目编号：无\n项目名称：/\n成交供应商：详见附件\n成交金额：面议\n"
        "采购人：____\n日期：  年  月  日\n",
        stage="award",
    ),
    Case(
        about="a correction of the winner: the old name is none of the suppliers",
        text="""更正公告
项目编号：GZ-2020-77
更正内容：
原公告：中标供应商：甲壹有限公司
现更正为：中标供应商：乙贰有限公司
其他内容不变。采购人：庚泽市公安局 2021年1月5日
""",
        stage="correction",
        buyer=("庚泽市公安局",),
        suppliers=("乙贰有限公司, sole",),
        dates=("correction 2021-01-05",),
        numbers=("GZ-2020-77",),
        region="CN - 庚泽市",
        against=("replaces 甲壹有限公司",),
    ),
    Case(
        about="the fee, the deposit, the score and the capital are no prices",
        text="""中标公告
项目编号：TL-ZB-2021-020
中标人：铜陵岭建设有限公司
注册资本：5000万元
投标保证金：10万元
综合得分：93.5
代理服务费：2.3万元
预算金额：500万元
招标人：铜岭区农业农村局
""",
        stage="award",
        buyer=("铜岭区农业农村局",),
        suppliers=("铜陵岭建设有限公司, sole",),
        amounts=("budget 5000000 CNY",),
        numbers=("TL-ZB-2021-020",),
        region="CN - 铜岭区",
    ),
    Case(
        about="full-width digits, a foreign supplier and a foreign currency",
        text="中标公告 采购人：兴川盟公安局 中标人：A3 Systems GmbH 中标金额：USD ３５０，０００．００ "
        "招标编号：0701-2041 日期：2020年9月",
        stage="award",
        buyer=("兴川盟公安局",),
        suppliers=("A3 Systems GmbH, sole",),
        amounts=("award 350000 USD",),
        dates=("award 2020-09",),
        numbers=("0701-2041",),
        region="CN - 兴川盟",
    ),
)
