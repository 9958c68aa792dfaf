"""Chinese notices of several lots, told in sentences, in one field, in tables without a column for the lot."""

from __future__ import annotations

from tests.facts.summary import Case

_TWO = ("award 1265000 CNY {0}", "award 980000 CNY {1}")
_WINNERS = ("海州启明信息有限公司, lot winner, {0}", "青洲仪器有限公司, lot winner, {1}")


def _case(about: str, text: str, first: str, second: str, **more: object) -> Case:
    return Case(
        about=about,
        text=text,
        stage="award",
        buyer=("新河市公安局",),
        suppliers=tuple(one.format(first, second) for one in _WINNERS),
        amounts=tuple(one.format(first, second) for one in _TWO),
        dates=("award 2022-06-09",),
        region="CN - 新河市",
        **more,  # type: ignore[arg-type]
    )


LOTS = (
    _case(
        "lots in one sentence, the last one void",
        """关于雪亮工程中标结果的公示
雪亮工程（编号XH2022-77）经评审，第一标段中标人为海州启明信息有限公司，中标价126.5万元；
第二标段中标人为青洲仪器有限公司，中标价为98万元；第三标段流标。
招标人：新河市公安局
2022年6月9日
""",
        *("第一标段", "第二标段"),
        title="关于雪亮工程中标结果的公示",
        numbers=("XH2022-77",),
        void=("第三标段",),
    ),
    _case(
        "lots with their titles in brackets, winners by whom",
        """中标结果公示
视频设备采购（XHZB-2022-15）于6月8日评标，A包（监控设备）由海州启明信息有限公司以126.5万元中标，
B包（网络设备）由青洲仪器有限公司以98万元中标，C包因有效投标人不足三家废标。
新河市公安局
2022年6月9日
""",
        *("A包", "B包"),
        numbers=("XHZB-2022-15",),
        void=("C包",),
    ),
    _case(
        "the lots in brackets behind names and before prices, in one field each",
        """成交结果公告
采购人：新河市公安局
项目编号：XHZB-2022-15
成交供应商：海州启明信息有限公司（第1包）、青洲仪器有限公司（第2包）
成交金额：第1包126.5万元，第2包98万元
2022年6月9日
""",
        *("第1包", "第2包"),
        numbers=("XHZB-2022-15",),
    ),
    _case(
        "a table that numbers the lots instead of naming them",
        """公开招标中标结果公告
标段编号 标段名称 中标单位 中标价（元）
XH001 监控设备 海州启明信息有限公司 1,265,000.00
XH002 网络设备 青洲仪器有限公司 980,000.00
招标人：新河市公安局
2022年6月9日
""",
        *("XH001", "XH002"),
        title="监控设备",
        numbers=("XH001", "XH002"),
    ),
    _case(
        "what became of a lot stands below it",
        """中标公告
招标人：新河市公安局
标段一：智慧路灯
中标人：海州启明信息有限公司
中标价：126.5万元
标段二：交通信号
中标人：青洲仪器有限公司
中标价：98万元
标段三：
废标
2022年6月9日
""",
        *("标段一", "标段二"),
        void=("标段三",),
    ),
)
BIDS = (
    Case(
        about="the bids in a sentence, the winner in the next",
        text="""关于巡查车载设备询价结果的公示
共三家单位报价：青屿车联网有限公司报价38.7万元；泉北科贸有限公司报价40.2万元；三和电子商行报价41万元。
按照报价最低的原则，确定由青屿车联网有限公司承担，现予公示。
山泽省平澜市城市管理局
2020年10月23日
""",
        stage="award",
        title="关于巡查车载设备询价结果的公示",
        buyer=("山泽省平澜市城市管理局",),
        suppliers=("青屿车联网有限公司, sole",),
        amounts=("award 387000 CNY",),
        dates=("award 2020-10-23",),
        region="CN - 山泽省平澜市",
    ),
    Case(
        about="one bid a line, the chosen one marked, its goods below",
        text="""成交结果公告（竞价）
竞价单号：JJ20230914001277
采购单位：门源湾县森林警察大队
需求：红外相机 × 90台，最高限价 162,000元
报价情况：
野瞳科技有限公司　149,400元　（中选）
川林器材有限公司　151,200元
秦岭光电有限公司　155,000元
中选品牌型号：野瞳YT-C3；成交单价1,660元/台
成交时间：2023-09-17 16:00:12
""",
        stage="award",
        buyer=("门源湾县森林警察大队",),
        suppliers=("野瞳科技有限公司, sole",),
        amounts=("award 149400 CNY", "ceiling 162000 CNY"),
        dates=("award 2023-09-17",),
        numbers=("JJ20230914001277",),
        region="CN - 门源湾县",
        items=("红外相机 | 野瞳 | YT-C3 | 90台 | 1660",),
    ),
    Case(
        about="candidates, and a sentence that takes one of them",
        text="""办案中心改造工程中标公示
第一中标候选人：海州启明建设有限公司 投标报价：1,265,000.00元
第二中标候选人：青洲仪器有限公司 投标报价：1,280,000.00元
公示期无异议，确定海州启明建设有限公司为中标人。
招标人：新河市公安局
2022年6月9日
""",
        stage="award",
        title="办案中心改造工程中标公示",
        buyer=("新河市公安局",),
        suppliers=("海州启明建设有限公司, sole",),
        amounts=("award 1265000 CNY",),
        dates=("award 2022-06-09",),
        region="CN - 新河市",
    ),
    Case(
        about="lots with their prices on a line each, the printed total below",
        text="""成交公告
采购人：新河市公安局
包组1（服务器）：海州启明信息有限公司，￥1,265,000.00
包组2（交换机）：青洲仪器有限公司，￥980,000.00
包组3（桌椅）：因供应商不足3家，采购失败
总成交金额：￥2,245,000.00
2022年6月9日
""",
        stage="award",
        buyer=("新河市公安局",),
        suppliers=("海州启明信息有限公司, lot winner, 包组1", "青洲仪器有限公司, lot winner, 包组2"),
        amounts=("award 1265000 CNY 包组1", "award 2245000 CNY", "award 980000 CNY 包组2"),
        dates=("award 2022-06-09",),
        region="CN - 新河市",
        void=("包组3",),
    ),
    Case(
        about="a list of those admitted to a framework below a sentence",
        text="""定点采购入围结果
采购人：新河市财政局
以下3家供应商入围：
1、海州启明信息有限公司
2、青洲仪器有限公司
3、绿泽电子商行
2022年6月9日
""",
        stage="award",
        buyer=("新河市财政局",),
        suppliers=(
            *("海州启明信息有限公司, framework", "青洲仪器有限公司, framework"),
            "绿泽电子商行, framework",
        ),
        dates=("award 2022-06-09",),
        region="CN - 新河市",
    ),
    Case(
        about="a rent by the year and in all",
        text="""租赁合同
甲方：新河市公安局（以下简称甲方）
乙方：海州启明信息有限公司（以下简称乙方）
租赁期三年，每年租金人民币壹拾万元整，三年租金总计人民币叁拾万元整。
签约时间：2022年6月9日
""",
        stage="contract",
        buyer=("新河市公安局",),
        suppliers=("海州启明信息有限公司, sole",),
        amounts=("contract 300000 CNY",),
        dates=("contract 2022-06-09",),
        region="CN - 新河市",
    ),
    Case(
        about="who is to get a contract without bids, told by who made the system",
        text="""单一来源采购公示
我局拟采购数据库升级服务，因原系统由海州启明信息有限公司开发，拟向其单一来源采购，预算68万元。
新河市公安局
2022年6月9日
""",
        stage="single_source",
        buyer=("新河市公安局",),
        suppliers=("海州启明信息有限公司, intended",),
        amounts=("budget 680000 CNY",),
        dates=("publication 2022-06-09",),
        region="CN - 新河市",
    ),
)
