"""Two readings of one page compared."""

from __future__ import annotations

import time

import pytest

from tenderlight.reading.recognition.agreement import agreement

TEXT = "采购人：澜水县公安局\n中标金额：42,868,000.00元\nThe Solution shall compare faces."


@pytest.mark.parametrize(
    "other",
    [TEXT, TEXT.replace("\n", " "), TEXT.upper(), TEXT.replace("：", ":").replace("4", "４")],
    ids=["same", "other line ends", "other case", "other width"],
)
def test_what_readers_seldom_agree_on_does_not_count(other: str) -> None:
    assert agreement(TEXT, other).share > 0.97


def test_the_order_of_lines_hardly_counts() -> None:
    turned = "\n".join(reversed(TEXT.splitlines()))
    assert agreement(TEXT, turned).share > 0.9


def test_other_words_do_not_agree() -> None:
    assert agreement(TEXT, "ZOq5年 Bq人 lBI1 0O0O ~~ iii ||| 8B8B").share < 0.1


def test_each_reading_has_its_own_share() -> None:
    part = agreement("中标金额", "采购人甲县公安局中标金额")
    assert part.of_first == 1
    assert part.of_second < 0.5
    assert agreement("", "采购人").of_first == 1
    assert agreement("", "采购人").share == 0
    assert agreement("", "").share == 1


def test_a_text_without_end_takes_no_time() -> None:
    started = time.perf_counter()
    agreement("\ufdfa" * 4_000_000, "a" * 4_000_000)
    assert time.perf_counter() - started < 20
