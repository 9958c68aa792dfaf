"""Awards under headings of another kind, and headings over what is only meant to be signed."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "stage", "suppliers"),
    [
        (
            "採購公告（定期彙送）\n機關名稱：林岱縣警察局\n標案案號：LD-7\n得標廠商名稱：衡遠資安股份有限公司\n決標金額：815,000元\n",
            "award",
            ("衡遠資安股份有限公司, sole",),
        ),
        (
            "询价公告\n采购人：石浦镇政府\n成交供应商：宁川电子有限公司\n成交金额：88,000元\n",
            "award",
            ("宁川电子有限公司, sole",),
        ),
        (
            "询价公告\n采购人：石浦镇政府\n报价截止时间：2022年5月6日9时\n成交供应商：宁川电子有限公司\n成交金额：88,000元\n",
            "tender",
            (),
        ),
        ("采购公告\n采购人：石浦镇政府\n成交供应商：/\n成交金额：/\n", "tender", ()),
        (
            "新聞公報\n政府批出燈柱合約\n發言人表示，工務處已把合約批予朗川照明有限公司，合約價值為港幣三千萬元。\n",
            "award",
            ("朗川照明有限公司, sole",),
        ),
        (
            "拟签订采购合同的公示\n我局拟与松原伊水软件有限公司签订系统升级采购合同。\n舒原市公安局\n2022年9月5日\n",
            "single_source",
            ("松原伊水软件有限公司, intended",),
        ),
    ],
)
def test_fields_and_words_of_headings_decide(text: str, stage: str, suppliers: tuple[str, ...]) -> None:
    summary = summarise(read(text))
    assert (summary["stage"], summary["suppliers"]) == (stage, suppliers)
