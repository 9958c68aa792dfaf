"""Legends that say what befalls an offer, options not taken up, and several kinds that must be several words."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text


def polarities(text: str, capability: str, kind: str = "tender_spec") -> set[str]:
    return {str(one.polarity) for one in find_in_text(text, doc_kind=kind) if one.rule == capability}


@pytest.mark.parametrize(
    "legend",
    [
        "标注“▲”的条款为重要参数，负偏离按第三章扣分。",
        "带“▲”的为重要指标，不满足每项扣3分。",
        "注：▲条款不满足的，按无效投标处理。",
        "Items marked ▲ are important; an offer that does not meet one is rejected.",
    ],
)
def test_a_mark_that_costs_points_where_it_is_not_met_marks_a_demand(legend: str) -> None:
    text = f"{legend}\n四、技术参数\n1.▲可按民族、性别、年龄段查询抓拍到的人脸。\n"
    assert polarities(text, "eth.face_ethnicity") == {"required"}


def test_a_mark_of_what_is_not_bought_still_refuses() -> None:
    text = "标注“△”的条款本次不采购。\n四、技术参数\n1.△可按民族、性别、年龄段查询抓拍到的人脸。\n"
    assert "required" not in polarities(text, "eth.face_ethnicity")


@pytest.mark.parametrize("remark", ["选配，本期不采购", "选配，单列报价", "可选项，本次未购"])
def test_an_option_not_taken_up_is_an_option(remark: str) -> None:
    text = f"序号\t名称\t数量\t备注\n1\t声纹比对接口模块\t1\t{remark}\n"
    assert polarities(text, "bio.voiceprint") == {"optional"}


def test_what_is_not_bought_and_no_option_is_refused() -> None:
    text = "序号\t名称\t数量\t备注\n1\t声纹比对接口模块\t1\t本期不采购\n"
    assert polarities(text, "bio.voiceprint", "contract_annex") <= {"negated"}


def test_a_question_that_asks_to_weaken_a_demand_and_is_refused_leaves_it() -> None:
    text = "问题1：要求服务器判定人员是否为少数民族，可否降为一般条款？\n答：不可以。仍为★条款。\n"
    assert polarities(text, "eth.face_ethnicity", "clarification") == {"required"}


def test_one_source_said_twice_is_not_several_sources() -> None:
    text = "（3）单台服务器接入100路人脸抓拍摄像机，抓拍的人脸与公安布控库比对。"
    assert polarities(text, "pred.data_fusion") == set()
    several = "公安大数据平台：汇聚旅馆住宿、民航购票、话单、社保、车辆卡口数据，按人关联。"
    assert polarities(several, "pred.data_fusion") == {"required"}
