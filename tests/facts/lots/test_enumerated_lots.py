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


def test_groups_in_a_column_are_lots() -> None:
    text = (
        "判給結果\n組別　物品　　　判給公司　　　　　　　　小計\n1.　　跑步機　　健力體育用品有限公司　　196,800\n"
        "2.　　瑜伽墊　　濠江體育有限公司　　　　14,500\n總判給金額：MOP 211,300"
    )
    assert summarise(read(text))["suppliers"] == (
        "健力體育用品有限公司, lot winner, 1",
        "濠江體育有限公司, lot winner, 2",
    )
