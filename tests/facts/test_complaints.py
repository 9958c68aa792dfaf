"""Papers of those who watch over a procedure: a complaint names companies, and none of them bought or sold anything."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    "text",
    [
        "关于甲海科技有限公司投诉事项的处理结果公告\n投诉人甲海科技有限公司对智慧监所项目中标结果提出投诉，驳回投诉。\n丹凤县财政局",
        (
            "政府采购投诉处理结果公告\n项目编号：SXDF-2021-8\n投诉人：甲海科技有限公司\n被投诉人：丹凤县公安局\n"
            "相关供应商：乙江电子有限公司\n处理结果：驳回投诉"
        ),
        "关于视频会议系统项目质疑的答复\n质疑供应商乙江电子有限公司：\n你公司提出的质疑不成立。\n丹凤县公安局",
        "政府采购行政处罚决定书\n当事人：丙河信息有限公司\n该公司提供虚假材料谋取中标，列入不良行为记录名单。",
    ],
)
def test_a_complaint_is_no_award(text: str) -> None:
    """Neither the stage of an award nor a supplier; and whoever complains is not the buyer."""
    notice = predict(text)
    assert notice.stage is None
    assert notice.suppliers == ()
    assert notice.buyer in {None, "丹凤县公安局"}


def test_a_result_that_mentions_how_to_complain_is_an_award() -> None:
    """Award notices say where complaints go."""
    notice = predict(
        "智慧监所项目中标结果公告\n采购人：丹凤县公安局\n中标供应商：乙江电子有限公司\n中标金额：98万元\n"
        "如有异议，请在七个工作日内提出质疑或投诉。"
    )
    assert notice.stage == "award"
    assert [one.name for one in notice.suppliers] == ["乙江电子有限公司"]
