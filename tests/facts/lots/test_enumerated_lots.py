"""Chinese lots behind numbers in signs, groups by the ten stems, and tables whose columns single blanks set apart."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise

LISTS = [
    (
        "報價結果\n甲組　座椅（18輛）：聯新車身工程有限公司　HK$468,000\n乙組　空調：捷涼汽車冷氣公司　HK$132,600",
        ("捷涼汽車冷氣公司, lot winner, 乙組", "聯新車身工程有限公司, lot winner, 甲組"),
    ),
    (
        (
            "採購結果公示\n(一) 第一合同包（床 40張）　福建祖康設備有限公司　79,600元\n"
            "(二) 第二合同包（墊 60張）　廈門樂輔器具有限公司　47,400元"
        ),
        ("廈門樂輔器具有限公司, lot winner, 第二合同包", "福建祖康設備有限公司, lot winner, 第一合同包"),
    ),
    (
        (
            "中标公告\n中标结果：\n序号 中标供应商名称 中标供应商联系地址 金额(万元)"
            "\n1 江门五洲物业有限公司 江门市迎宾路 412.68"
        ),
        ("江门五洲物业有限公司, sole",),
    ),
]


@pytest.mark.parametrize(("text", "suppliers"), LISTS, ids=range(len(LISTS)))
def test_each_lot_has_its_winner(text: str, suppliers: tuple[str, ...]) -> None:
    assert summarise(read(text))["suppliers"] == suppliers
