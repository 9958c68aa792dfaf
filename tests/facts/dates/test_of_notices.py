"""The day that closes a Chinese notice of award: that of the notice, where the notice says so."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict

_FORM = "河滨县公安局终端采购成交结果公告\n一、项目编号：HB-2023-4\n三、成交信息\n"
_FORM += "供应商名称：河滨正元电子有限公司\n成交金额：14.3万元\n"


@pytest.mark.parametrize(
    ("tail", "kind"),
    [
        (
            (
                "七、公告期限：自本公告发布之日起1个工作日\n采购人信息 名称：河滨县公安局\n"
                "采购代理机构信息 名称：江北招标有限公司\n2023年8月3日"
            ),
            "publication",
        ),
        ("采购人：河滨县公安局\n代理机构：江北招标有限公司\n2023年8月3日发布", "publication"),
        ("采购人：河滨县公安局　代理机构：江北招标有限公司　2023年8月3日公告", "publication"),
        ("采购人：河滨县公安局\n结果公示日期：2023年8月3日", "publication"),
        ("采购人：河滨县公安局\n2023年8月3日", "award"),
    ],
)
def test_a_notice_says_that_its_closing_day_is_its_own(tail: str, kind: str) -> None:
    found = predict(_FORM + tail)
    assert (found.date, found.date_kind) == ("2023-08-03", kind)
