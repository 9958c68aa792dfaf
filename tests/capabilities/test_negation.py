"""What a refusal refuses: a capability, or something that only stands near it."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text


def polarities(text: str, doc_kind: str = "tender_spec") -> set[str]:
    """Return what is said of all capabilities of a passage."""
    return {str(one.polarity) for one in find_in_text(text, doc_kind=doc_kind)}


@pytest.mark.parametrize(
    "text",
    [
        "人脸布控报警可由操作员手动关闭。",
        "人脸布控任务支持新增、暂停、停止、删除、撤销。",
        "Live face matching alerts can be disabled per camera by an administrator.",
        "Operators shall be able to add, edit and delete faces on the watchlist and receive alerts.",
    ],
)
def test_what_users_may_switch_off_is_there(text: str) -> None:
    assert polarities(text) == {"required"}


@pytest.mark.parametrize(
    "text",
    [
        "民族识别功能应予关闭，不得启用。",
        "系统出厂前须删除族裔识别模块。",
        "Any ethnicity analytics in the firmware must be removed before delivery.",
    ],
)
def test_what_must_be_switched_off_is_refused(text: str) -> None:
    assert polarities(text) <= {"negated", "forbidden"}
    assert polarities(text)


def test_a_refusal_ends_with_the_description_of_a_person() -> None:
    assert polarities("对没有佩戴证件的人员进行人脸抓拍，并与黑名单比对报警。") == {"required"}
    assert polarities("禁止对未成年的人员进行人脸布控。") == {"forbidden"}
    assert polarities("乙方不得在本系统中开展针对少数民族的人脸识别。", "contract_clause") == {"forbidden"}


def test_what_is_left_out_follows_the_word_that_leaves_it_out() -> None:
    assert polarities("Live facial recognition licence, excluding cameras.", "contract_annex") == {"offered"}
    assert polarities("人脸布控软件不含服务器。", "contract_annex") == {"offered"}
    assert polarities("人脸布控软件不含在内。", "contract_annex") == {"negated"}
    assert polarities("本项目不含人脸布控。") == {"negated"}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("识别人脸民族属性时不会影响抓拍性能。", {"required"}),
        ("布控库人脸删除后不再报警。", {"required"}),
        ("对禁止入境人员进行人脸布控。", {"required"}),
        ("The system shall recognise wanted persons by face even when they do not look at the camera.", {"required"}),
        ("Bidders should note that race classification is not wanted and will score zero if offered.", {"negated"}),
        ("人脸识别用于考勤的方案已被否决，改用指纹。", {"negated"}),
        ("人脸识别闸机由甲方另行采购，不在本标段。", {"negated"}),
    ],
)
def test_what_else_a_refusing_word_may_be_said_of(text: str, said: set[str]) -> None:
    assert polarities(text) == said


def test_a_question_that_leaves_out_is_answered_the_other_way() -> None:
    asked = "Q: Can we offer a system without live face matching? A: {}"
    assert polarities(asked.format("Yes, this is acceptable."), "clarification") == {"negated"}
    assert polarities(asked.format("No."), "clarification") == {"required"}


def test_an_indirect_question_is_answered_by_what_follows() -> None:
    text = "关于“是否须区分汉族与少数民族”，采购人明确不采集此类信息。"
    assert polarities(text, "clarification") == {"negated"}


def test_what_is_bought_elsewhere_or_was_never_delivered_is_not_bought_here() -> None:
    assert polarities("人脸布控模块未按合同交付，扣减相应款项。", "acceptance_report") == {"negated"}
    assert polarities("We take exception to 7.4 (race classification) and will not provide it.", "bid_response") == {
        "negated"
    }


def test_what_must_not_be_switched_off_is_demanded() -> None:
    assert polarities("验收前不得停用人脸布控报警功能。") == {"required"}


def test_what_ends_the_contract_if_it_is_found_is_forbidden() -> None:
    assert polarities("一经发现所供摄像机具有民族识别功能，甲方可解除合同并索赔。", "contract_clause") == {"forbidden"}
    assert polarities("人脸布控软件逾期交付的，乙方支付违约金。", "contract_clause") == {"offered"}
