"""Chinese award notices, made up for the tests: layouts of several portals, no real party."""

from __future__ import annotations

from tests.facts.summary import Case

AWARDS = (
    Case(
        about="form of 2020, one pair a line, unit after the number",
        text="""云梧市看守所智能巡检终端采购项目中标（成交）结果公告
一、项目编号：YWZC-2023-G1-00087（政府采购计划编号：云梧采计[2023]0412号）
二、项目名称：云梧市看守所智能巡检终端采购项目
三、中标（成交）信息
供应商名称：南岭衡川电子科技有限公司
供应商地址：云梧市高新区科创路18号
中标（成交）金额：84.6000000（万元）
四、主要标的信息
货物类
名称：智能巡检终端
品牌（如有）：衡川
规格型号：HC-R7
数量：36台
单价：23,500.00元
五、评审专家（单一来源采购人员）名单：韦志强、梁小燕、黄大伟
六、代理服务收费标准及金额：按计价格〔2002〕1980号文计取，金额1.269万元
七、公告期限：自本公告发布之日起1个工作日。
八、其他补充事宜
未中标供应商及原因：广衡科技股份有限公司，报价86.20万元，综合得分较低
九、凡对本次公告内容提出询问，请按以下方式联系。
1.采购人信息
名称：云梧市公安局看守所
地址：云梧市西环路5号
联系方式：0799-5551234
2.采购代理机构信息
名称：桂衡工程咨询有限公司
地址：云梧市民主路9号
3.项目联系方式
项目联系人：韦女士
发布日期：2023年8月14日
""",
        stage="award",
        title="云梧市看守所智能巡检终端采购项目",
        buyer=("云梧市公安局看守所",),
        agency=("桂衡工程咨询有限公司",),
        suppliers=("南岭衡川电子科技有限公司, sole",),
        amounts=("award 846000 CNY",),
        dates=("publication 2023-08-14",),
        numbers=("YWZC-2023-G1-00087", "云梧采计[2023]0412号"),
        region="CN - 云梧市",
        items=("智能巡检终端 | 衡川 | HC-R7 | 36台 | 23500",),
    ),
    Case(
        about="lots in a table, unit in the head, one lot void, losers under their own heading",
        text="""岚山区教育局校园视频监控采购项目结果公告
项目编号：LSCG2022-119
三、中标（成交）信息
包号\t供应商名称\t供应商地址\t中标（成交）金额（万元）\t评审总得分
1\t海州启明信息技术有限公司\t海州市东路1号\t215.38\t91.20
2\t临渊安泰工程有限公司\t临渊市中街2号\t98.6\t88.75
3\t/\t/\t废标\t/
未中标供应商
供应商名称\t报价（万元）\t原因
海州众望科技有限公司\t220.00\t得分较低
采购人：岚山区教育局
采购代理机构：海州公正招标代理有限公司
公告日期：2022-09-30
""",
        stage="award",
        title="岚山区教育局校园视频监控采购项目结果公告",
        buyer=("岚山区教育局",),
        agency=("海州公正招标代理有限公司",),
        suppliers=("海州启明信息技术有限公司, lot winner, 包1", "临渊安泰工程有限公司, lot winner, 包2"),
        amounts=("award 2153800 CNY 包1", "award 986000 CNY 包2"),
        dates=("publication 2022-09-30",),
        numbers=("LSCG2022-119",),
        region="CN - 岚山区",
        void=("包3",),
    ),
    Case(
        about="key and value rows of a trading centre, unit in the key, slash for empty",
        text="""招标人:\t清河县交通运输局\t建设地点\t清河县城区
招标机构:\t冀中项目管理有限公司\t标段(包)编号:\tQHA020011-202403-01
标段(包)名称:\t清河县交通信号控制系统改造
中标人:\t石岭市智通交通设施有限公司
中标价(元):\t1873420.50\t履约期限(天):\t90
资质证书名称及编号:\t电子与智能化工程专业承包贰级/D213000000
项目经理\t李建国,注册二级建造师,冀213000000000
公告发布日期:\t2024-04-02
备注:\t/
""",
        stage="award",
        title="清河县交通信号控制系统改造",
        buyer=("清河县交通运输局",),
        agency=("冀中项目管理有限公司",),
        suppliers=("石岭市智通交通设施有限公司, sole",),
        amounts=("award 1873420.5 CNY",),
        dates=("publication 2024-04-02",),
        numbers=("QHA020011-202403-01",),
        region="CN - 清河县",
    ),
    Case(
        about="consortium with its lead in brackets",
        text="""成交公告
项目编号：BXZB[2021]-0456  项目名称：北溪新区智慧停车平台
成交供应商：东昇软件股份有限公司（牵头人）、北溪交通设计院有限公司（成员）联合体
成交价：人民币肆佰伍拾万元整（¥4,500,000.00）
采购单位：北溪市公安局交通警察支队
成交日期：2021.11.03
""",
        stage="award",
        title="北溪新区智慧停车平台",
        buyer=("北溪市公安局交通警察支队",),
        suppliers=("东昇软件股份有限公司, lead", "北溪交通设计院有限公司, member"),
        amounts=("award 4500000 CNY",),
        dates=("award 2021-11-03",),
        numbers=("BXZB[2021]-0456",),
        region="CN - 北溪市",
    ),
    Case(
        about="the hint of the form stays in the page; the bid is a discount",
        text="""三、中标（成交）信息
标包：A
供应商名称：鲁中印务有限责任公司
中标（成交）金额：（可填写下浮率、折扣率 或费率）：折扣率85%
标包：B
供应商名称：泉城文印服务部
中标（成交）金额：（可填写下浮率、折扣率或费率）：折扣率88.5%
采购人：泉城市统计局  项目编号：SDGP370100202202000391
""",
        stage="award",
        buyer=("泉城市统计局",),
        suppliers=("鲁中印务有限责任公司, lot winner, 标包A", "泉城文印服务部, lot winner, 标包B"),
        amounts=("percent 折扣率 85 标包A", "percent 折扣率 88.5 标包B"),
        numbers=("SDGP370100202202000391",),
        region="CN - 泉城市",
    ),
    Case(
        about="cells one a line, as copied from a page",
        text="""中标结果公告
一、项目编号：
CGZX-2024-0033
二、项目名称：
桥头镇派出所综合指挥室建设
三、中标（成交）信息
序号
供应商名称
供应商地址
中标（成交）金额（元）
评审总得分
1
滨海弘基系统集成有限公司
滨海市解放路77号
668000
94.1
四、主要标的信息
五、评审专家名单：
王宏伟
六、代理服务收费标准及金额：
9800元
九、联系方式
1.采购人信息
名 称：滨海市公安局桥头分局
地 址：滨海市桥头镇
2.采购代理机构信息
名 称：滨海市政府采购中心
2024年3月19日
""",
        stage="award",
        title="桥头镇派出所综合指挥室建设",
        buyer=("滨海市公安局桥头分局",),
        agency=("滨海市政府采购中心",),
        suppliers=("滨海弘基系统集成有限公司, sole",),
        amounts=("award 668000 CNY",),
        dates=("award 2024-03-19",),
        numbers=("CGZX-2024-0033",),
        region="CN - 滨海市",
    ),
    Case(
        about="everything in one line of running text",
        text="标案：ZFCG-2020-0788。经评审，确定天河数联网络有限公司为本项目成交供应商，"
        "成交金额为人民币叁拾贰万伍仟元整，采购人为凤台县司法局，成交日期为2020年7月9日。",
        stage="award",
        buyer=("凤台县司法局",),
        suppliers=("天河数联网络有限公司, sole",),
        amounts=("award 325000 CNY",),
        dates=("award 2020-07-09",),
        region="CN - 凤台县",
    ),
    Case(
        about="agency first, buyer only in its commission",
        text="""中原信达招标有限公司受洛溪市公安局委托，就警务通终端采购项目（项目编号：LXZB-2019-55）进行公开招标，现将中标结果公告如下：
中标供应商：洛溪智讯通信有限公司
中标金额：￥1，236，000.00元
中标日期：2019年5月20日
""",
        stage="award",
        buyer=("洛溪市公安局",),
        agency=("中原信达招标有限公司",),
        suppliers=("洛溪智讯通信有限公司, sole",),
        amounts=("award 1236000 CNY",),
        dates=("award 2019-05-20",),
        numbers=("LXZB-2019-55",),
        region="CN - 洛溪市",
    ),
    Case(
        about="framework: several winners in rows, prices of one piece",
        text="""西平省省级单位印刷服务定点采购入围结果公告
项目编号：XPZC-KJ-2022-008
入围供应商名称\t中标单价（元/页）
西平彩印厂\t0.12
平阳文达印务有限公司\t0.11
采购人：西平省机关事务管理局
发布时间：2022-11-01
""",
        stage="award",
        title="西平省省级单位印刷服务定点采购入围结果公告",
        buyer=("西平省机关事务管理局",),
        suppliers=("西平彩印厂, framework", "平阳文达印务有限公司, framework"),
        dates=("publication 2022-11-01",),
        numbers=("XPZC-KJ-2022-008",),
        region="CN",
    ),
    Case(
        about="a total that is not the sum of its lots",
        text="""中标公告
采购编号：NB2023-9-17
第一包 中标人：江左电气有限公司 中标价：300,000.00元
第二包 中标人：江右仪表有限公司 中标价：200,000.00元
总中标金额：510,000.00元
招标人：江州市水务局
中标时间：2023年9月26日
""",
        stage="award",
        buyer=("江州市水务局",),
        suppliers=("江左电气有限公司, lot winner, 第一包", "江右仪表有限公司, lot winner, 第二包"),
        amounts=("award 300000 CNY 第一包", "award 200000 CNY 第二包", "award 510000 CNY"),
        dates=("award 2023-09-26",),
        numbers=("NB2023-9-17",),
        region="CN - 江州市",
        against=("the lots add up to 500000",),
    ),
    Case(
        about="traditional characters, calendar of the Republic",
        text="""決標公告
標案案號：TC111-0456
標案名稱：路口監視器設備採購
機關名稱：東澳市政府警察局
得標廠商：宏碩科技股份有限公司
決標金額：2,350,000元 新台幣
決標日期：民國111年12月5日
""",
        stage="award",
        title="路口監視器設備採購",
        buyer=("東澳市政府警察局",),
        suppliers=("宏碩科技股份有限公司, sole",),
        amounts=("award 2350000 TWD",),
        dates=("award 2022-12-05",),
        numbers=("TC111-0456",),
        region="TW - 東澳市",
    ),
    Case(
        about="the names of a sole trader and a contact are persons; the price is in ten thousands, as the key says",
        text="""成交结果公告
项目编号：HZ-XJ-2021-33
成交供应商名称：李大勇
成交金额（万元）：12.8
采购单位：和州县文化馆
联系人：周晓明 电话：13900000000
公告时间：2021/6/8
""",
        stage="award",
        buyer=("和州县文化馆",),
        amounts=("award 128000 CNY",),
        dates=("publication 2021-06-08",),
        numbers=("HZ-XJ-2021-33",),
        region="CN - 和州县",
    ),
    Case(
        about="bidders in a table with their ranks: only the first has won",
        text="""XX项目中标公告
项目编号：DLZB-22-107
中标单位：大岭建设集团有限公司
投标人名称\t投标报价（元）\t得分\t排名
大岭建设集团有限公司\t5,600,000.00\t92.1\t1
小岭建筑工程有限公司\t5,720,000.00\t90.3\t2
中标金额：5,600,000.00元
招标人：大岭县住房和城乡建设局
""",
        stage="award",
        title=None,
        buyer=("大岭县住房和城乡建设局",),
        suppliers=("大岭建设集团有限公司, sole",),
        amounts=("award 5600000 CNY",),
        numbers=("DLZB-22-107",),
        region="CN - 大岭县",
    ),
    Case(
        about="a ranking of all bidders under a heading of its own: only the first part names the winner",
        text="""滨湖路管网工程中标（成交）结果公告
一、项目编号：HYJC-2021-1276
三、中标（成交）信息
供应商名称：湖岳工程有限责任公司
中标（成交）金额：123,404.82元（大写：人民币壹拾贰万叁仟肆佰零肆元捌角贰分）
六、候选供应商排名及报价
排名\t供应商名称\t最终报价（元）\t综合得分
1\t湖岳工程有限责任公司\t123,404.82\t95.20
2\t恒泽建设工程有限公司\t128,816.76\t91.79
3\t沐泽信息技术有限公司\t129,868.92\t88.38
采购人：青泽市第三人民医院
""",
        stage="award",
        title="滨湖路管网工程中标（成交）结果公告",
        buyer=("青泽市第三人民医院",),
        suppliers=("湖岳工程有限责任公司, sole",),
        amounts=("award 123404.82 CNY",),
        numbers=("HYJC-2021-1276",),
        region="CN - 青泽市",
    ),
    Case(
        about="the same ranking without a heading",
        text="""成交公告
项目编号：HYJC-2021-1277
供应商排名情况
排名\t供应商名称\t最终报价（元）\t综合得分
1\t湖岳工程有限责任公司\t123,404.82\t95.20
2\t恒泽建设工程有限公司\t128,816.76\t91.79
成交供应商：湖岳工程有限责任公司
成交金额：123,404.82元
采购人：青泽市第三人民医院
""",
        stage="award",
        buyer=("青泽市第三人民医院",),
        suppliers=("湖岳工程有限责任公司, sole",),
        amounts=("award 123404.82 CNY",),
        numbers=("HYJC-2021-1277",),
        region="CN - 青泽市",
    ),
    Case(
        about="a page header of the tender file above a contract",
        text="""校区道路维修工程招标文件
校区道路维修工程项目合同
合同编号：AZB-2024-750
甲方：云泽县教育和体育局
乙方：沐泽信息技术有限公司
合同金额：人民币 3,119,974.13 元
逾期交货的，每逾期一日按合同总价的千分之五支付违约金，最高不超过合同总价的10%。
""",
        stage="contract",
        title="校区道路维修工程项目合同",
        buyer=("云泽县教育和体育局",),
        suppliers=("沐泽信息技术有限公司, sole",),
        amounts=("contract 3119974.13 CNY",),
        numbers=("AZB-2024-750",),
        region="CN - 云泽县",
    ),
    Case(
        about="rent: the yearly price is the price printed",
        text="""中标公告  项目编号：ZL-2018-003
中标供应商：中联通信股份有限公司云谷分公司  中标金额：1,080,000.00元/年
采购人：云谷市应急管理局  日期：2018年12月 日
""",
        stage="award",
        buyer=("云谷市应急管理局",),
        suppliers=("中联通信股份有限公司云谷分公司, sole",),
        amounts=("unit_price 1080000 CNY",),
        dates=("award 2018-12",),
        numbers=("ZL-2018-003",),
        region="CN - 云谷市",
    ),
)
