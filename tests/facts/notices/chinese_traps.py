"""Chinese documents with traps beside what is to be read, made up for the tests."""

from __future__ import annotations

from tests.facts.summary import Case

TRAPS = (
    Case(
        about="all bids in a table set apart by blanks, the winner below",
        text="""采购结果公告
一、采购项目名称：校园人脸门禁系统
二、采购项目编号：SZCG20220987
三、采购结果：
投标供应商名称 投标报价(元) 资格性检查 综合得分 排名
深圳前海慧眼科技有限公司 1,480,000.00 通过 94.20 1
深圳云盾智能有限公司 1,466,000.00 通过 90.05 2
广州锐目信息有限公司 1,499,000.00 未通过 / /
中标供应商：深圳前海慧眼科技有限公司
中标金额：1,480,000.00元
四、采购人：深圳市盐湾区教育局
五、公告日期：2022年8月30日
""",
        stage="award",
        title="校园人脸门禁系统",
        buyer=("深圳市盐湾区教育局",),
        suppliers=("深圳前海慧眼科技有限公司, sole",),
        amounts=("award 1480000 CNY",),
        dates=("publication 2022-08-30",),
        numbers=("SZCG20220987",),
        region="CN - 深圳市盐湾区",
    ),
    Case(
        about="lots one a line with the hint of the form, one without a winner",
        text="""关于智慧城管平台二期项目的中标公告
采购编号 ：LYZFCG-2021-15
采购人 ：绿原市城市管理综合行政执法局
采购代理机构 ：绿原市政府采购中心
标包：A  供应商名称：山东齐云软件有限公司  中标（成交）金额：（可填写下浮率、折扣率或费率）：512.6万元
标包：B  供应商名称：青岛海星物联科技有限公司  中标（成交）金额：（可填写下浮率、折扣率或费率）：87.35 万元
标包：C  流标
发布时间：2021年11月09日 10:15:00
""",
        stage="award",
        void=("标包C",),
        title="关于智慧城管平台二期项目的中标公告",
        buyer=("绿原市城市管理综合行政执法局",),
        agency=("绿原市政府采购中心",),
        suppliers=("山东齐云软件有限公司, lot winner, 标包A", "青岛海星物联科技有限公司, lot winner, 标包B"),
        amounts=("award 5126000 CNY 标包A", "award 873500 CNY 标包B"),
        dates=("publication 2021-11-09",),
        numbers=("LYZFCG-2021-15",),
        region="CN - 绿原市",
    ),
    Case(
        about="capital numerals and digits without a unit, losers with prices",
        text="""成交结果公告
项目编号：GZ-HL-2020-033
采购人：花溪河区人民检察院
成交供应商：贵州众安司法科技有限公司
成交金额：大写：壹佰壹拾叁万陆仟元整 小写：1136000.00
未成交供应商及报价：贵阳云法信息有限公司（1,150,000元）；贵州鼎力科技有限公司（1,098,000元，技术参数不满足）
2020年12月28日
""",
        stage="award",
        buyer=("花溪河区人民检察院",),
        suppliers=("贵州众安司法科技有限公司, sole",),
        amounts=("award 1136000 CNY",),
        dates=("award 2020-12-28",),
        numbers=("GZ-HL-2020-033",),
        region="CN - 花溪河区",
    ),
    Case(
        about="contract with part payments, a list with parts, days of signature",
        text="""政府采购合同
（合同编号：ZJ-HT-2023-0156）
采购人（甲方）：诸暨江市公安局
供应商（乙方）：浙江视联信息技术有限公司
一、合同标的：视频图像解析服务（3年）
二、合同价格：人民币（大写）叁佰零陆万元整（￥3060000.00元），每年102万元。
三、履约保证金：人民币30600元。
四、付款：首付款30%计918000元，余款按年支付。
五、违约责任：逾期一天按合同总价的0.5‰支付违约金。
六、附件一：设备清单
序号	名称	品牌/型号	数量	单位	单价(元)	小计(元)	备注
1	解析服务器	视联/SL-G8（内置 8 张加速卡）	6	台	210000	1260000	★
2	算法授权	视联/V5	1200	路	1500	1800000
合计：3060000元
甲方（公章）：                乙方（公章）：
日期：2023年 3 月 15 日       日期：2023 年 3月 17日
""",
        stage="contract",
        buyer=("诸暨江市公安局",),
        suppliers=("浙江视联信息技术有限公司, sole",),
        amounts=("contract 3060000 CNY",),
        dates=("contract 2023-03-17",),
        numbers=("ZJ-HT-2023-0156",),
        region="CN - 诸暨江市",
        items=("解析服务器 | 视联 | SL-G8 | 6台 | 210000", "算法授权 | 视联 | V5 | 1200路 | 1500"),
    ),
    Case(
        about="two values put right one after the other, the address among them",
        text="""成交结果更正公告
原公告项目编号：NMG-2021-TP-09
原公告项目名称：边境智能感知设备
更正内容：原成交金额：1,980,000.00元，更正为：1,890,000.00元；原成交供应商地址：呼市，更正为：包头市。
采购人：北疆旗公安局
成交供应商：内蒙古草原星科技有限公司
更正日期：2021年7月2日
""",
        stage="correction",
        title="边境智能感知设备",
        buyer=("北疆旗公安局",),
        suppliers=("内蒙古草原星科技有限公司, sole",),
        amounts=(
            "award 1890000 CNY",
            "superseded 1980000 CNY",
        ),
        dates=("correction 2021-07-02",),
        numbers=("NMG-2021-TP-09",),
        region="CN - 北疆旗",
    ),
    Case(
        about="cancelled because bids were above the budget, bids named",
        text="""终止公告
一、项目基本情况
采购项目编号：HBJM-2023-118
采购项目名称：荆江市公安局大数据平台
二、项目终止的原因
最终报价均超过采购预算（380万元），采购人无法支付。
三、其他补充事宜
有效报价供应商：湖北楚数科技有限公司 报价3,950,000元，武汉江城数据有限公司 报价4,020,000元。
四、联系方式
采购人：荆江市公安局
采购代理机构：湖北正兴招标有限公司
2023年12月1日
""",
        stage="cancellation",
        title="荆江市公安局大数据平台",
        buyer=("荆江市公安局",),
        agency=("湖北正兴招标有限公司",),
        amounts=("budget 3800000 CNY",),
        dates=("publication 2023-12-01",),
        numbers=("HBJM-2023-118",),
        region="CN - 荆江市",
    ),
    Case(
        about="a plan whose table has lost its rules",
        text="""项目采购意向公开
单位名称：梧江县公安局
序号 采购项目名称 采购需求概况 落实政府采购政策功能情况 预算金额（万元） 预计采购时间 备注
1 警务通终端 警务通终端300部 面向中小企业 90 2024年6月
2024年4月30日
""",
        stage="plan",
        title="警务通终端",
        buyer=("梧江县公安局",),
        amounts=("budget 900000 CNY",),
        dates=("publication 2024-04-30",),
        region="CN - 梧江县",
    ),
    Case(
        about="budget and ceiling by lot in one value",
        text="""公开招标公告
项目概况
高原市边境管理支队视频图像信息系统采购项目的潜在投标人应在西南省政府采购网获取招标文件，并于2022年10月12日10点00分（北京时间）前递交投标文件。
一、项目基本情况
项目编号：XNZC2022-G1-0456
项目名称：高原市边境管理支队视频图像信息系统采购
预算金额：第一包：860.00万元；第二包：120.5万元
最高限价（如有）：第一包：850.00万元；第二包：120万元
采购需求：详见招标文件
合同履行期限：合同签订后90日历天
本项目不接受联合体投标。
二、申请人的资格要求：略
三、获取招标文件
时间：2022年9月20日至2022年9月26日
售价：500元/包
四、提交投标文件截止时间、开标时间和地点
2022年10月12日10点00分（北京时间）
五、公告期限 5个工作日
七、对本次招标提出询问，请按以下方式联系。
1.采购人信息
名称：高原市边境管理支队
2.采购代理机构信息
名称：西南国咨招标有限公司
""",
        stage="tender",
        title="高原市边境管理支队视频图像信息系统采购",
        buyer=("高原市边境管理支队",),
        agency=("西南国咨招标有限公司",),
        amounts=(
            "budget 1205000 CNY 第二包",
            "budget 8600000 CNY 第一包",
            "ceiling 1200000 CNY 第二包",
            "ceiling 8500000 CNY 第一包",
        ),
        numbers=("XNZC2022-G1-0456",),
        region="CN - 高原市",
    ),
    Case(
        about="tender file: contract model passed over, list of needs read",
        text="""招标文件
（货物类）
项目编号：HEB-2020-HW-118
项目名称：智能手环定位设备采购
采购人：冰城监狱管理局
代理机构：黑龙江省政采招标有限公司
2020年9月
第一部分 投标邀请
受冰城监狱管理局委托，黑龙江省政采招标有限公司对智能手环定位设备采购进行公开招标。
预算金额：230万元
投标截止时间：2020年10月9日9时
投标保证金：2万元
第三部分 合同格式
甲方：    乙方：
合同总价：人民币      元（大写：      ）
签订日期：   年  月  日
第四部分 技术要求
序号	货物名称	数量	单位	技术要求
1	★定位手环	500	只	支持心率、定位
2	管理平台	1	套	支持电子围栏
""",
        stage="tender",
        title="智能手环定位设备采购",
        buyer=("冰城监狱管理局",),
        agency=("黑龙江省政采招标有限公司",),
        amounts=("budget 2300000 CNY",),
        dates=("deadline 2020-10-09", "publication 2020-09"),
        numbers=("HEB-2020-HW-118",),
        region="CN",
        items=("定位手环 | - | - | 500只 | -", "管理平台 | - | - | 1套 | -"),
    ),
    Case(
        about="consortium in brackets, second and third named after it",
        text="""（2021）政采公告第88号
关于岐水区“雪亮工程”三期项目（第二次）中标公示
招标人：岐水区委政法委
中标单位：联合体（牵头人：中国电信股份有限公司岐水分公司；成员：陕西凌云数据有限公司）
中标金额：壹仟贰佰捌拾万元整（12800000.00元）
服务期：5年
第二名：中国移动通信集团陕西有限公司岐水分公司，报价1286万元
第三名：陕西广电网络传媒（集团）股份有限公司，报价1299.5万元
招标代理机构：陕西正衡招标有限公司
公示时间：2021年4月12日
""",
        stage="award",
        title="关于岐水区“雪亮工程”三期项目（第二次）中标公示",
        buyer=("岐水区委政法委",),
        agency=("陕西正衡招标有限公司",),
        suppliers=("中国电信股份有限公司岐水分公司, lead", "陕西凌云数据有限公司, member"),
        amounts=("award 12800000 CNY",),
        dates=("publication 2021-04-12",),
        region="CN - 岐水区",
    ),
    Case(
        about="unit in brackets with a colon, all bids below",
        text="""询价成交公告
采购项目：法院庭审语音识别系统
采购单位：宁川市中级人民法院
询价日期：2019-10-11
成交供应商名称：宁夏语云科技有限公司
成交金额（单位：元）：￥458000
报价情况：
宁夏语云科技有限公司    458000
银川智声信息有限公司    462000
宁夏联拓科技有限公司    470000
公告日期：2019-10-14
""",
        stage="award",
        title="法院庭审语音识别系统",
        buyer=("宁川市中级人民法院",),
        suppliers=("宁夏语云科技有限公司, sole",),
        amounts=("award 458000 CNY",),
        dates=("opening 2019-10-11", "publication 2019-10-14"),
        region="CN - 宁川市",
    ),
    Case(
        about="a yearly fee before the sum for three years",
        text="""中标公告
（一）项目编号：TJ-2023-DL-301
（二）项目名称：监所视频云联网
（三）中标供应商：天津海河智联股份有限公司
（四）中标金额：年服务费人民币86万元，三年共计人民币258万元
（五）采购人：天津市河湾区司法局
（六）定标日期：2023年2月8日
（七）公告日期：2023年2月9日
""",
        stage="award",
        title="监所视频云联网",
        buyer=("天津市河湾区司法局",),
        suppliers=("天津海河智联股份有限公司, sole",),
        amounts=("award 2580000 CNY",),
        dates=("award 2023-02-08", "publication 2023-02-09"),
        numbers=("TJ-2023-DL-301",),
        region="CN 天津市 河湾区",
    ),
    Case(
        about="consortium divided by a slash, parts of the price in brackets",
        text="""中标结果公示
工程名称：滨江新城智慧交通弱电工程
建设单位：滨江新城建设发展有限公司
招标方式：公开招标
中标单位：中建三局智能技术有限公司/武汉市政工程设计研究院有限责任公司（联合体）
中标价：4,865.32万元（其中设计费：58.60万元；建安费：4806.72万元）
工期：365日历天
项目负责人：陈某
投标保证金：50万元
2022年01月11日
""",
        stage="award",
        title="滨江新城智慧交通弱电工程",
        buyer=("滨江新城建设发展有限公司",),
        suppliers=("中建三局智能技术有限公司, member", "武汉市政工程设计研究院有限责任公司, member"),
        amounts=("award 48653200 CNY",),
        dates=("award 2022-01-11",),
        region="CN",
    ),
    Case(
        about="framework list with numbered names",
        text="""定点采购供应商入围结果公示
征集人：贺江市公安局
入围供应商：
1. 贺江市永安电子经营部
2. 广西佳维科技有限公司
3. 贺江市蓝盾安防器材有限公司
折扣率：90%
有效期：2年
公示日期：2022年3月3日
""",
        stage="award",
        title="定点采购供应商入围结果公示",
        buyer=("贺江市公安局",),
        suppliers=(
            "广西佳维科技有限公司, framework",
            "贺江市永安电子经营部, framework",
            "贺江市蓝盾安防器材有限公司, framework",
        ),
        amounts=("percent 折扣率 90",),
        dates=("publication 2022-03-03",),
        region="CN - 贺江市",
    ),
    Case(
        about="unit price before the whole",
        text="""采购结果公示
项目名称：执法仪配套采集站
采购人：丹阳湖区交通运输综合行政执法大队
成交人：南京维度执法装备有限公司
单价：6,800元/台
数量：15台
成交总价：102,000元
2023/5/17
""",
        stage="award",
        title="执法仪配套采集站",
        buyer=("丹阳湖区交通运输综合行政执法大队",),
        suppliers=("南京维度执法装备有限公司, sole",),
        amounts=("award 102000 CNY",),
        dates=("award 2023-05-17",),
        region="CN - 丹阳湖区",
    ),
)
