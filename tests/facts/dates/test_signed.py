"""Days of signature at the foot of contracts, and days that are those of something else than the notice."""

import pytest

from tests.facts.summary import read, summarise

_CONTRACT = "设备采购合同\n甲方：江北县公安局\n乙方：江州星河科技有限公司\n一、合同金额：120,000元。\n"
_AWARD = "设备采购项目中标公告\n项目编号：JB-2021-7\n采购人：江北县公安局\n中标供应商：江州星河科技有限公司\n"


def dates(text: str) -> tuple[str, ...]:
    found = summarise(read(text))["dates"]
    assert isinstance(found, tuple)
    return found


@pytest.mark.parametrize(
    ("foot", "day"),
    [
        ("甲方（盖章）：    乙方（盖章）：\n2021年7月2日    2021年7月5日", "2021-07-05"),
        (
            "甲方（盖章）：    乙方（盖章）：   丙方（盖章）：\n2021年7月2日    2021年7月2日   2021年7月9日",
            "2021-07-02",
        ),
        (
            "甲方：江北县公安局（盖章）\n2021年 3 月 15 日\n乙方：江州星河科技有限公司（盖章）\n2021年 3 月 9 日",
            "2021-03-15",
        ),
        ("甲方（章）：\n签字：\n2021年3月9日\n乙方（章）：\n签字：\n2021年3月15日", "2021-03-15"),
        ("需方：江北县公安局\n日期：2021年3月9日\n供方：江州星河科技有限公司\n日期：2021年3月12日", "2021-03-12"),
        ("甲方（公章）        乙方（公章）\n二〇二一年三月九日", "2021-03-09"),
        ("甲方（公章）  乙方（公章）\n签订日期：2021年3月9日  签订日期：2021年3月11日", "2021-03-11"),
        ("甲方（盖章） 乙方（盖章） 见证方（盖章）\n2021年3月9日 2021年3月10日 2021年3月20日", "2021-03-10"),
        ("委托方：\n2021年3月9日\n受托方：\n2021年3月10日", "2021-03-10"),
        ("甲方：江北县公安局（盖章）  2021年3月9日\n乙方：江州星河科技有限公司（盖章）  2021年3月4日", "2021-03-09"),
        ("甲方：江北县公安局 2021年3月9日\n乙方：江州星河科技有限公司 2021年3月11日", "2021-03-11"),
        ("甲方（盖章）\n2021年3月9日\n乙方（盖章）\n2021年3月8日\n鉴证方（盖章）\n2021年3月30日", "2021-03-09"),
    ],
)
def test_the_later_signature_of_the_two_parties_concludes_a_contract(foot: str, day: str) -> None:
    assert dates(f"{_CONTRACT}{foot}\n") == (f"contract {day}",)


@pytest.mark.parametrize(
    "line",
    [
        "公示时间：2021年8月1日至2021年8月5日",
        "公示时间：2021-08-01至2021-08-03",
        "公示日期：2021年8月1日—8月5日",
        "中标候选人公示日期：2021年8月1日至8月3日",
        "公示时间：2021年8月1日起至2021年8月5日止",
        "公示时间：2021/08/01-2021/08/04",
        "公示开始时间：2021年8月1日    公示结束时间：2021年8月3日",
    ],
)
def test_a_period_of_display_gives_its_first_day_where_no_other_is_told(line: str) -> None:
    assert dates(f"{_AWARD}{line}\n") == ("publication 2021-08-01",)
    assert dates(f"{_AWARD}{line}\n2021年7月31日\n") == ("award 2021-07-31",)


@pytest.mark.parametrize(
    ("line", "found"),
    [
        ("定标委员会于2021年10月31日以票决法确定中标人。", ("award 2021-10-31",)),
        ("采购人于2021年10月31日按评审报告确定成交供应商。", ("award 2021-10-31",)),
        ("评标委员会于2021年10月26日推荐定标候选人3名。", ()),
        ("中标通知书发放时间：2021年10月31日", ("award 2021-10-31",)),
        ("成交通知书签发日期：2021年10月31日", ("award 2021-10-31",)),
        ("定标情况：评标委员会已经全部推荐，2021年10月26日报送", ()),
    ],
)
def test_the_day_of_an_award_is_that_of_the_decision(line: str, found: tuple[str, ...]) -> None:
    assert dates(f"{_AWARD}{line}\n") == found


@pytest.mark.parametrize(
    "sentence",
    [
        "The contract, signed in Port Ligia on 6 April 2023, runs for three years.",
        "The contract was concluded on 6 April 2023.",
        "The agreement was executed by both parties on 6 April 2023.",
        "The framework agreements were concluded on 6 April 2023.",
        "The contract was finalised in Harbourtown on 6 April 2023.",
    ],
)
def test_the_day_a_contract_was_signed_on_comes_before_that_of_the_paper(sentence: str) -> None:
    head = "CONTRACT AWARD NOTICE\nBuyer: Fenwick District Council\nSupplier: Heron Optics Ltd"
    text = f"{head}\n{sentence}\nIssued 11 April 2023\n"
    assert "contract 2023-04-06" in dates(text)


def test_a_heading_that_undoes_an_award_cancels_it_though_the_project_is_named_in_it() -> None:
    text = "关于取消《江北县公安局人脸识别门禁采购》中标结果的公告\n采购人：江北县公安局\n2023年5月31日\n"
    assert summarise(read(text))["stage"] == "cancellation"
