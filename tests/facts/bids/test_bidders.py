from tenderlight.model.values import AmountValue, BidderValue, ScoreValue, SupplierValue
from tests.facts.summary import read

CANDIDATES = """白石县智慧工地工程施工中标候选人公示
招标人：白石县住房和城乡建设局
第一中标候选人：湖南星城智能科技有限公司 投标报价：12,345,678.90元 工期：120日历天 项目经理：刘建华
第二中标候选人：长沙启明电子工程有限公司 投标报价：12,456,000.00元 工期：120日历天
被否决的投标人：岳阳天网安防有限公司，否决原因：未按要求加盖公章
"""
TABLE = """校园广播系统采购结果公告
采购人：绿泽市教育局
三、投标情况
投标供应商名称\t投标报价（万元）\t评审总得分
深海慧眼科技有限公司\t148.00\t94.20
云盾智能有限公司\t146.6\t90.05
四、中标供应商：深海慧眼科技有限公司
中标金额：148万元
"""
COLUMNS = """中标候选人公示
招标人：远安江建设有限公司
中标候选人名称\t甲川建设有限公司\t乙岭建设有限公司\t丙湖建设有限公司
投标报价(元/%)\t4861256.00\t\t4871061.00
"""
REASONS = """成交结果公告
采购人：花溪河区人民检察院
成交供应商：贵州众安司法科技有限公司
成交金额：1136000元
未成交供应商及报价：贵阳云法信息有限公司（1,150,000元）；贵州鼎力科技有限公司（1,098,000元，技术参数不满足）
"""
TAIWAN = """決標公告
機關名稱：臺中市政府警察局
標案案號：1110901
投標廠商1
廠商名稱：安視資訊股份有限公司
是否得標：是
決標金額：23,880,000元
投標廠商2
廠商名稱：大目科技有限公司
是否得標：否
總決標金額：23,880,000元
"""


def bidders(text: str) -> list[str]:
    values = [one.value for one in read(text) if isinstance(one.value, BidderValue)]
    return [f"{one.name}, {one.outcome}, {one.rank}, {one.amount}" for one in values]


def scores(text: str) -> list[tuple[str | None, str]]:
    return [(one.value.party, str(one.value.score)) for one in read(text) if isinstance(one.value, ScoreValue)]


def suppliers(text: str) -> list[str]:
    return [one.value.name for one in read(text) if isinstance(one.value, SupplierValue)]


def test_candidates_have_their_place_and_price_and_nobody_has_won() -> None:
    assert bidders(CANDIDATES) == [
        "湖南星城智能科技有限公司, candidate, 1, 12345678.9",
        "长沙启明电子工程有限公司, candidate, 2, 12456000",
        "岳阳天网安防有限公司, rejected, None, None",
    ]
    assert suppliers(CANDIDATES) == []


def test_whoever_bid_beside_the_winner_has_lost() -> None:
    assert bidders(TABLE) == ["云盾智能有限公司, lost, None, 1466000"]
    assert suppliers(TABLE) == ["深海慧眼科技有限公司"]


def test_points_are_no_money_and_belong_to_a_bid() -> None:
    assert scores(TABLE) == [("深海慧眼科技有限公司", "94.20"), ("云盾智能有限公司", "90.05")]
    amounts = [str(one.value.amount) for one in read(TABLE) if isinstance(one.value, AmountValue)]
    assert amounts == ["1480000"]


def test_prices_in_columns_stay_with_their_bidder_where_one_is_missing() -> None:
    assert bidders(COLUMNS) == [
        "甲川建设有限公司, candidate, None, 4861256",
        "乙岭建设有限公司, candidate, None, None",
        "丙湖建设有限公司, candidate, None, 4871061",
    ]


def test_a_reason_behind_a_name_tells_who_was_set_aside() -> None:
    assert bidders(REASONS) == [
        "贵阳云法信息有限公司, lost, None, 1150000",
        "贵州鼎力科技有限公司, rejected, None, 1098000",
    ]


def test_who_is_said_not_to_have_won_has_no_price_of_the_winner() -> None:
    assert suppliers(TAIWAN) == ["安視資訊股份有限公司"]
    assert bidders(TAIWAN) == ["大目科技有限公司, lost, None, None"]
