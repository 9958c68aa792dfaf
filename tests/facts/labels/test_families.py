"""Labels that no list holds are told by the words they are made of."""

from __future__ import annotations

import pytest

from tenderlight.facts.labels.families import told_by_family
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten


@pytest.mark.parametrize(
    ("written", "meaning"),
    [
        ("本次采购最终中标供应商全称", Meaning.SUPPLIER),
        ("確定之得標廠商", None),
        ("本案得標廠商名稱", Meaning.SUPPLIER),
        ("中选服务商及地址", Meaning.SUPPLIER),
        ("最终成交总金额合计", Meaning.AWARD_AMOUNT),
        ("本包中标总价", Meaning.AWARD_AMOUNT),
        ("决标总额", Meaning.AWARD_AMOUNT),
        ("本合同含税总价款合计", Meaning.CONTRACT_AMOUNT),
        ("变更后的合同总金额", Meaning.CONTRACT_AMOUNT),
        ("本年度财政预算控制数", Meaning.BUDGET),
        ("磋商最高限价总额", Meaning.CEILING),
        ("项目估算总投资", Meaning.ESTIMATE),
        ("中标综合单价", Meaning.UNIT_PRICE),
        ("本项目招标代理服务费总金额", Meaning.OTHER_AMOUNT),
        ("结算统一下浮比例", Meaning.PERCENT),
        ("主辦機關", Meaning.BUYER),
        ("本项目代理公司名称", Meaning.AGENCY),
        ("擬洽廠商名稱", Meaning.INTENDED),
        ("成交结果确定时间", Meaning.AWARD_DATE),
        ("双方签约日期", Meaning.CONTRACT_DATE),
        ("履约验收通过日期", Meaning.ACCEPTANCE_DATE),
        ("结果信息发布日期", Meaning.PUBLICATION_DATE),
        ("资格预审公告发布日期", Meaning.OTHER_DATE),
        ("响应文件送达截止时间", Meaning.DEADLINE),
        ("竞价单号", Meaning.PROJECT_NUMBER),
        ("補充協議編號", Meaning.CONTRACT_NUMBER),
        ("中标产品品牌及规格型号", Meaning.ITEM_MODEL),
        ("主驗人員", Meaning.PERSON),
    ],
)
def test_a_composed_label_has_the_meaning_of_its_family(written: str, meaning: Meaning | None) -> None:
    hit = read_label(flatten(written))
    assert (hit.meaning if hit else None) is meaning


@pytest.mark.parametrize("written", ["未中标供应商", "中标候选人", "不含税合同价", "原中标供应商"])
def test_losers_candidates_and_taxes_are_no_members(written: str) -> None:
    assert told_by_family(written, in_one=True) is None


def test_what_is_taken_back_is_old() -> None:
    hit = read_label("原最终成交总价")
    assert hit is not None
    assert (hit.meaning, hit.old) == (Meaning.AWARD_AMOUNT, True)


def test_a_label_told_by_its_end_alone_has_to_be_printed_in_one() -> None:
    assert told_by_family("甲公司报名费", in_one=True) is not None
    assert told_by_family("甲公司报名费", in_one=False) is None


def test_a_sentence_is_no_label() -> None:
    assert told_by_family("请各供应商在规定的时间内提交", in_one=True) is None
