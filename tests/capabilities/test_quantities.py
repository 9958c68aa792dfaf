from __future__ import annotations

import pytest

from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.rules.quantities import SENSE, large_numbers
from tenderlight.capabilities.searchtext import search_text_at


def large(text: str) -> list[str]:
    folded = search_text_at(text, "text").text
    hits = large_numbers(folded, shared_matcher().hits(folded))
    return [folded[hit.start : hit.end] for hit in hits if SENSE in hit.senses]


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("人脸库50万张", ["50万"]),
        ("人脸库10万张", []),
        ("人脸库3,000,000张", ["3,000,000"]),
        ("人脸库３００００００张", ["3000000"]),
        ("人脸库二千三百万笔", ["二千三百万"]),
        ("人脸库1.2亿条", []),
        ("face database of 250 thousand", ["250 thousand"]),
        ("face database of 30m templates", ["30m"]),
        ("face database of 5 k", []),
        ("人脸②库", []),
        ("本地存储人脸≥3000张，识别距离0.3-1.5m", []),
        ("可在700万段存档人像视频中检索", []),
        ("合同金额3000000元", []),
        ("人脸检索服务器\tXJ-7\t2台\t398,000.00", []),
        ("人脸检索服务器\tXJ-7\t台\t2\t398000", []),
        ("人脸库容量\t300000", ["300000"]),
        ("名单人员过脸即报软件 1套 235000元", []),
        ("人脸抓拍机，200万像素", []),
        ("face matching software, $3,912,400", []),
        ("人脸检索软件 ￥398000", []),
        ("face library of 300,000 images, EUR 48,200", ["300,000"]),
    ],
)
def test_numbers_beside_a_library_are_read(text: str, numbers: list[str]) -> None:
    assert large(text) == numbers
