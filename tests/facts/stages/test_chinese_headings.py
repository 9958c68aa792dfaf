import pytest

from tests.facts.summary import read, summarise

_REST = "采购人：江北县公安局\n2022年9月19日\n"


@pytest.mark.parametrize(
    ("heading", "stage"),
    [
        ("关于变更2022-JB-0093号项目中标供应商的公告", "correction"),
        ("关于更换门禁设备采购成交供应商的通知", "correction"),
        ("关于“江北县公安局门禁设备采购”的澄清（二）", "correction"),
        ("关于同意江北县公安局门禁项目通过验收的批复", "acceptance"),
        ("关于江北县公安局门禁项目竣工验收的通知", "acceptance"),
        ("门禁设备采购中标供应商的公告", "award"),
    ],
)
def test_headings_in_the_form_of_sentences_tell_the_stage(heading: str, stage: str) -> None:
    assert summarise(read(f"{heading}\n{_REST}"))["stage"] == stage


def test_candidates_that_will_be_confirmed_have_not_won() -> None:
    text = (
        "评标结果公示\n推荐中标候选人 江州星河科技有限公司\n投标总价 120,000元\n"
        "公示期间如无异议，即确定推荐候选人为中标人。\n招标人：江北县公安局\n"
    )
    assert summarise(read(text))["stage"] == "candidate"


def test_a_notice_without_a_heading_that_stops_a_purchase_cancels_it() -> None:
    text = (
        "通知\n由于资金未到位，原定6月30日开标的江北县公安局门禁项目暂停采购，恢复时间另行公告。\n"
        "江北县公安局\n2023年6月26日\n"
    )
    assert summarise(read(text))["stage"] == "cancellation"
