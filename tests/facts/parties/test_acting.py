"""Agencies that no label names."""

import pytest

from tests.facts.summary import read, summarise

_HEAD = (
    "江北县公安局门禁设备采购成交结果公告\n采购人：江北县公安局\n"
    "成交供应商：江州星河科技有限公司\n成交金额：120,000元\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "代理机构江州正信招标有限公司收取服务费2,400元。",
        "本项目委托江州正信招标有限公司进行竞争性磋商。",
        "本项目由江州正信招标有限公司组织评审。",
        "江州正信招标有限公司（采购代理机构）",
        "代理　　江州正信招标有限公司",
        "联系：江州正信招标有限公司，办公室。",
        "对结果有异议的，向江州正信招标有限公司提出。",
    ],
)
def test_sentences_remarks_and_its_name_tell_the_agency(line: str) -> None:
    assert summarise(read(f"{_HEAD}{line}\n"))["agency"] == ("江州正信招标有限公司",)


@pytest.mark.parametrize(
    "line",
    [
        "监督单位：江州正信招标有限公司",
        "代理服务费由江州星河科技有限公司支付。",
        "甲招标有限公司与乙招标有限公司均可咨询。",
    ],
)
def test_others_and_several_are_no_agency(line: str) -> None:
    assert summarise(read(f"{_HEAD}{line}\n"))["agency"] == ()


def test_a_letter_to_the_agency_tells_it() -> None:
    text = (
        "关于门禁设备采购结果的函\n江州正信招标有限公司：\n贵公司报来的评审报告收悉。同意江州星河科技有限公司成交，"
        "成交价120,000元。\n江北县公安局\n2022年3月4日\n"
    )
    found = summarise(read(text))
    assert found["agency"] == ("江州正信招标有限公司",)
    assert found["buyer"] == ("江北县公安局",)
