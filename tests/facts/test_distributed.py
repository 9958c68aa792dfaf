"""Sentences that give several lots their winners and prices in one go."""

from __future__ import annotations

import pytest

from tests.facts.summary import read, summarise


@pytest.mark.parametrize(
    ("text", "suppliers", "amounts"),
    [
        (
            (
                "经评审，莲花市档案局装备采购项目（LH-021）一、二、"
                "三标段中标人分别为：莲花永安器械有限公司、江门百盾装备有限公司、"
                "佛山铁甲科技有限公司，中标金额分别为128万元、96.5万元、210.3万元。莲花市档案局 2023年4月20日"
            ),
            (
                "佛山铁甲科技有限公司, lot winner, 第三标段",
                "江门百盾装备有限公司, lot winner, 第二标段",
                "莲花永安器械有限公司, lot winner, 第一标段",
            ),
            ("award 1280000 CNY 第一标段", "award 2103000 CNY 第三标段", "award 965000 CNY 第二标段"),
        ),
        (
            "结果公告\n包1、2成交供应商依次为甲谷科技有限公司、乙谷科技有限公司。\n采购人：青石市档案馆",
            ("乙谷科技有限公司, lot winner, 包2", "甲谷科技有限公司, lot winner, 包1"),
            (),
        ),
    ],
)
def test_the_nth_name_and_price_belong_to_the_nth_lot(
    text: str, suppliers: tuple[str, ...], amounts: tuple[str, ...]
) -> None:
    found = summarise(read(text))
    assert found["suppliers"] == tuple(sorted(suppliers))
    assert found["amounts"] == tuple(sorted(amounts))


def test_numbers_that_differ_are_given_to_no_lot() -> None:
    text = "结果公告\n一、二、三标段中标人分别为：甲谷科技有限公司、乙谷科技有限公司，中标金额分别为12万元、13万元。"
    found = summarise(read(text))
    assert "标段" not in repr((found["suppliers"], found["amounts"]))
