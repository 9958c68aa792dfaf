"""Labels that nothing but blanks sets apart from their values."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.labels.blank_pairs import pairs_in
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten


def _told(line: str) -> list[tuple[Meaning | None, str]]:
    flat = flatten(line)
    hits = [*pairs_in(flat, read_label)]
    ends = [*(hit.start for hit in hits), len(flat)][1:]
    return [(hit.meaning, flat[hit.value_start : end].strip()) for hit, end in zip(hits, ends, strict=True)]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("　是否得標　是", [(Meaning.STATUS, "是")]),
        ("機關地址　臺中市柳溪區中正路88號", [(Meaning.ADDRESS, "台中市柳溪区中正路88号")]),
        ("標案名稱　112年度車牌辨識系統擴充案", [(Meaning.TITLE, "112年度车牌辨识系统扩充案")]),
        (
            "投標廠商1　廠商名稱 昇海通訊股份有限公司　是否得標 是　決標金額 7,350,000元",
            [
                (Meaning.PARTY, "升海通讯股份有限公司"),
                (Meaning.STATUS, "是"),
                (Meaning.AWARD_AMOUNT, "7,350,000元"),
            ],
        ),
        (
            "采购人地址 海东市中山路8号 联系电话 0971-0001111",
            [(Meaning.ADDRESS, "海东市中山路8号"), (Meaning.CONTACT, "0971-0001111")],
        ),
    ],
)
def test_a_line_of_pairs_is_read(line: str, told: list[tuple[Meaning | None, str]]) -> None:
    assert _told(line) == told


@pytest.mark.parametrize(
    "line",
    [
        "供應商名稱 注册地 中標金額 備註",
        "投标厂商家数 3",
        "廠商名稱 是否得標",
        "项目名称：车牌识别 中标金额 5000元",
        "中标供应商 应当在三日内 前来领取",
        "單位名稱　花蓮縣警察局白岩分局",
    ],
)
def test_heads_of_columns_and_sentences_are_no_pairs(line: str) -> None:
    assert not _told(line)


def test_long_lines_cost_little_time() -> None:
    start = time.process_time()
    for line in ("廠商名稱 " * 12_500, "機" * 50_000, " " * 50_000, "是否得標" + " " * 50_000):
        assert not _told(line)
    assert time.process_time() - start < 2
