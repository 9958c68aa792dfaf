"""Chinese notices of the other stages, made up for the tests."""

from __future__ import annotations

from tests.facts.summary import Case

OTHERS = (
    Case(
        about="candidates are not winners, the first of them neither",
        text="""平湖区公安分局指挥中心装修工程中标候选人公示
（招标编号：PHJS-2023-041）
第一中标候选人：平湖宏业装饰工程有限公司 投标报价：3,210,000.00元
第二中标候选人：平湖广厦建设有限公司 投标报价：3,250,000.00元
公示期：2023年5月6日至2023年5月9日
招标人：平湖区公安分局
招标代理机构：越州项目咨询有限公司
""",
        stage="candidate",
        title="平湖区公安分局指挥中心装修工程中标候选人公示",
        buyer=("平湖区公安分局",),
        agency=("越州项目咨询有限公司",),
        dates=("publication 2023-05-06",),
        numbers=("PHJS-2023-041",),
        region="CN - 平湖区",
    ),
    Case(
        about="a tender notice: budget and ceiling are no price, the deadline is no date of award",
        text="""长宁州公安局移动警务平台采购项目竞争性磋商公告
项目概况
长宁州公安局移动警务平台采购项目的潜在供应商应在本单位网站获取采购文件，并于2022年3月18日9点30分前提交响应文件。
一、项目基本情况
项目编号：CNZ-CS-2022-11
项目名称：移动警务平台采购项目
预算金额：180万元
最高限价（如有）：175.5万元
本项目（是/否）接受联合体投标：否
二、申请人的资格要求：落实政府采购政策，监狱企业视同小微企业
三、获取采购文件
时间：2022年3月7日至2022年3月11日
售价：500元
四、响应文件提交
截止时间：2022年3月18日9点30分
七、联系方式
1.采购人信息 名称：长宁州公安局 地址：长宁州平安大道1号
2.采购代理机构信息 名称：长宁政采招标有限公司 地址：长宁州建设路
""",
        stage="tender",
        title="移动警务平台采购项目",
        buyer=("长宁州公安局",),
        agency=("长宁政采招标有限公司",),
        amounts=("budget 1800000 CNY", "ceiling 1755000 CNY"),
        dates=("deadline 2022-03-18",),
        numbers=("CNZ-CS-2022-11",),
        region="CN - 长宁州",
    ),
    Case(
        about="a tender file speaks of winners and carries a contract model with blanks",
        text="""招 标 文 件
项目编号：QY-GK-2024-06
项目名称：青云县雪亮工程二期
采购人：青云县公安局
采购代理机构：青衡招标代理有限公司
第一章 招标公告
预算金额：9,800,000.00元
第四章 合同条款（范本）
甲方：青云县某单位
乙方：样本科技有限公司
合同金额（大写）：壹佰万元整
签订日期：2024年1月1日
第六章 投标文件格式
投标人名称：示例电子有限公司
投标总价：￥____元
中标人：______
""",
        stage="tender",
        title="青云县雪亮工程二期",
        buyer=("青云县公安局",),
        agency=("青衡招标代理有限公司",),
        amounts=("budget 9800000 CNY",),
        numbers=("QY-GK-2024-06",),
        region="CN - 青云县",
    ),
    Case(
        about="a correction of the deadline keeps the new one",
        text="""更正公告
一、项目基本情况
原公告的采购项目编号：GLJS-2021-77
原公告的采购项目名称：公路监控设备维护
首次公告日期：2021年4月1日
二、更正信息
更正事项：采购公告
更正项\t更正前内容\t更正后内容
投标截止时间\t2021年4月22日9时\t2021年4月28日9时
更正日期：2021年4月15日
三、联系方式
1.采购人信息 名称：古陵市公路管理局
""",
        stage="correction",
        title="公路监控设备维护",
        buyer=("古陵市公路管理局",),
        dates=(
            "correction 2021-04-15",
            "deadline 2021-04-28",
            "superseded 2021-04-22",
        ),
        numbers=("GLJS-2021-77",),
        region="CN - 古陵市",
    ),
    Case(
        about="a correction of the result in running text",
        text="""关于指纹采集仪采购项目的更正公告
项目编号：FY-2020-0912。现将原中标金额62万元更正为60.2万元，中标供应商：阜原精密仪器有限公司。
采购人：阜原县公安局
更正时间：2020年10月11日
""",
        stage="correction",
        title="关于指纹采集仪采购项目的更正公告",
        buyer=("阜原县公安局",),
        suppliers=("阜原精密仪器有限公司, sole",),
        amounts=(
            "award 602000 CNY",
            "superseded 620000 CNY",
        ),
        dates=("correction 2020-10-11",),
        numbers=("FY-2020-0912",),
        region="CN - 阜原县",
        against=("replaces 620000",),
    ),
    Case(
        about="two corrections in one sentence after the other",
        text="更正公告 项目编号：LD-2022-77 原公告中标金额：120万元，现更正为：112万元。原中标日期2022年1月4日，"
        "现更正为2022年1月6日。采购人：绿泽市公安局 更正日期：2022年1月10日",
        stage="correction",
        buyer=("绿泽市公安局",),
        amounts=(
            "award 1120000 CNY",
            "superseded 1200000 CNY",
        ),
        dates=(
            "award 2022-01-06",
            "correction 2022-01-10",
            "superseded 2022-01-04",
        ),
        numbers=("LD-2022-77",),
        region="CN - 绿泽市",
        against=("replaces 1200000",),
    ),
    Case(
        about="the procedure ended: no supplier, no price, whatever else is named",
        text="""南屏镇综治中心设备采购废标公告
项目编号：NP-2023-014
废标原因：有效供应商不足三家
参与供应商：南屏电子有限公司、北屏科技有限公司
采购人：南屏镇人民政府
代理机构：屏山采购咨询有限公司
2023年2月9日
""",
        stage="cancellation",
        title="南屏镇综治中心设备采购废标公告",
        buyer=("南屏镇人民政府",),
        agency=("屏山采购咨询有限公司",),
        dates=("publication 2023-02-09",),
        numbers=("NP-2023-014",),
        region="CN",
    ),
    Case(
        about="single source: the supplier is intended, the budget no price",
        text="""声纹库系统升级采购项目单一来源公示
一、项目信息
采购人：江陵省公安厅
项目名称：声纹库系统升级采购项目
项目编号：JLDY-2022-18
预算金额：人民币260万元
采用原因：原系统由该公司开发
二、拟定供应商信息
名称：讯衡语音技术股份有限公司
地址：江陵省省会市创新大道
三、公示期限：2022年6月1日至2022年6月9日
""",
        stage="single_source",
        title="声纹库系统升级采购项目",
        buyer=("江陵省公安厅",),
        suppliers=("讯衡语音技术股份有限公司, intended",),
        amounts=("budget 2600000 CNY",),
        dates=("publication 2022-06-01",),
        numbers=("JLDY-2022-18",),
        region="CN",
    ),
    Case(
        about="purchasing intention: a plan with a budget",
        text="""沙洲市公安局2024年4月至6月政府采购意向
采购单位：沙洲市公安局
采购项目名称：视频专网安全加固
采购需求概况：安全设备一批
预算金额（万元）：320
预计采购时间：2024年5月
发布日期：2024年3月28日
""",
        stage="plan",
        title="视频专网安全加固",
        buyer=("沙洲市公安局",),
        amounts=("budget 3200000 CNY",),
        dates=("publication 2024-03-28",),
        region="CN - 沙洲市",
    ),
    Case(
        about="contract notice",
        text="""一、合同编号：HT-2021-0098
二、合同名称：执法记录仪采购合同
三、项目编号：GZC2021-G-045
四、项目名称：执法记录仪采购
五、合同主体
采购人（甲方）：固泽县公安局
地址：固泽县人民路1号
供应商（乙方）：锐警装备有限公司
六、合同主要信息
主要标的名称：执法记录仪
规格型号：RJ-X5
主要标的数量：150台
主要标的单价：1,980.00元
合同金额：29.7000万元
履约期限：合同签订后30日内
七、合同签订日期：2021-08-19
八、合同公告日期：2021-08-23
""",
        stage="contract",
        title="执法记录仪采购",
        buyer=("固泽县公安局",),
        suppliers=("锐警装备有限公司, sole",),
        amounts=("contract 297000 CNY",),
        dates=("contract 2021-08-19", "publication 2021-08-23"),
        numbers=("GZC2021-G-045", "HT-2021-0098"),
        region="CN - 固泽县",
        items=("执法记录仪 | - | RJ-X5 | 150台 | 1980",),
    ),
    Case(
        about="contract: digits and capital words differ, two signatures, a deposit, persons",
        text="""电子围栏设备采购合同
合同编号：XS-GA-2019-12
甲方（需方）：西山市公安局
法定代表人：赵立新
乙方（供方）：翔宇安防科技有限公司
丙方（见证方）：西山市公共资源交易中心
一、合同总价：人民币（大写）贰拾叁万伍仟元整，小写：¥253,000.00元
二、履约保证金：人民币（大写）壹万元整
甲方签订日期：2019年3月4日
乙方签订日期：2019年3月6日
""",
        stage="contract",
        title="电子围栏设备采购合同",
        buyer=("西山市公安局",),
        suppliers=("翔宇安防科技有限公司, sole",),
        amounts=("contract 235000 CNY",),
        dates=("contract 2019-03-06",),
        numbers=("XS-GA-2019-12",),
        region="CN - 西山市",
        against=("in digits the document prints 253000",),
    ),
    Case(
        about="payments in a table are not the price of the contract",
        text="""采购合同
甲方：河泽县档案馆
乙方：数藏科技有限公司
期次\t付款条件\t比例\t金额（元）
1\t合同生效\t30%\t30,000.00
2\t验收合格\t70%\t70,000.00
签订日期：2021年6月1日
""",
        stage="contract",
        title=None,
        buyer=("河泽县档案馆",),
        suppliers=("数藏科技有限公司, sole",),
        dates=("contract 2021-06-01",),
        region="CN - 河泽县",
    ),
    Case(
        about="contract with a price list in a table",
        text="""采购合同
甲方：定边区税务局
乙方：银河计算机有限公司
设备清单
序号\t货物名称\t品牌\t规格型号\t单位\t数量\t单价（元）\t小计（元）
1\t台式计算机\t银河\tYH-T300\t台\t20\t4,500.00\t90,000.00
2\t激光打印机\t银河\tYH-P11\t台\t4\t1,200.00\t5,000.00
合同总金额：95,000.00元
签订时间：二〇二〇年六月十五日
""",
        stage="contract",
        title=None,
        buyer=("定边区税务局",),
        suppliers=("银河计算机有限公司, sole",),
        amounts=("contract 95000 CNY",),
        dates=("contract 2020-06-15",),
        region="CN - 定边区",
        items=(
            "台式计算机 | 银河 | YH-T300 | 20台 | 4500",
            "激光打印机 | 银河 | YH-P11 | 4台 | 1200",
        ),
        against=("unit price times quantity is 4800",),
    ),
    Case(
        about="acceptance: supplier and price of the contract",
        text="""政府采购项目履约验收报告
项目名称：车辆号牌识别系统
项目编号：MS-2022-31
采购单位：茂山县交警大队
中标供应商：茂山路安电子有限公司
合同金额：58.8万元
验收日期：2023年1月10日
验收结论：合格
""",
        stage="acceptance",
        title="车辆号牌识别系统",
        buyer=("茂山县交警大队",),
        suppliers=("茂山路安电子有限公司, sole",),
        amounts=("contract 588000 CNY",),
        dates=("acceptance 2023-01-10",),
        numbers=("MS-2022-31",),
        region="CN - 茂山县",
    ),
    Case(
        about="a page of a portal: headings of other notices stand above its own",
        text="""首页 | 采购公告 | 中标公告 | 合同公告
当前位置：首页 > 政采公告 > 中标公告
北坡中学塑胶跑道招标公告
河东医院耗材采购废标公告
柳湾市公安局人口信息系统维护项目成交公告
一、项目编号：LW2022-C-18
二、项目名称：柳湾市公安局人口信息系统维护项目
三、成交信息
供应商名称：柳湾数安信息有限公司
成交金额：38.00万元
1.采购人信息 名称：柳湾市公安局
""",
        stage="award",
        title="柳湾市公安局人口信息系统维护项目",
        buyer=("柳湾市公安局",),
        suppliers=("柳湾数安信息有限公司, sole",),
        amounts=("award 380000 CNY",),
        numbers=("LW2022-C-18",),
        region="CN - 柳湾市",
    ),
    Case(
        about="a name broken at the end of a line",
        text="""中标结果公示
标段编号：SZ2020-SG-0021
中标人：中岳高新技术
产业发展有限公司
中标价：12,345,678.90元
建设单位：双洲市政府投资工程建设中心
中标日期：2020年12月1日
""",
        stage="award",
        buyer=("双洲市政府投资工程建设中心",),
        suppliers=("中岳高新技术产业发展有限公司, sole",),
        amounts=("award 12345678.9 CNY",),
        dates=("award 2020-12-01",),
        numbers=("SZ2020-SG-0021",),
        region="CN - 双洲市",
    ),
    Case(
        about="nothing of the kind",
        text="关于春节放假安排的通知\n各科室：请做好值班工作。\n办公室\n2022年1月20日",
        region=None,
    ),
    Case(about="empty", text=""),
)
