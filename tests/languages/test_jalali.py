"""Dates of the Iranian calendar."""

from __future__ import annotations

import pytest

from tenderlight.languages.dates import find_dates
from tenderlight.languages.jalali import find_jalali_dates, is_leap, of_jalali


@pytest.mark.parametrize(
    ("jalali", "ours"),
    [
        ((1300, 1, 1), "1921-03-21"),
        ((1357, 11, 22), "1979-02-11"),
        ((1399, 12, 30), "2021-03-20"),
        ((1400, 1, 1), "2021-03-21"),
        ((1402, 5, 12), "2023-08-03"),
        ((1403, 12, 30), "2025-03-20"),
        ((1404, 1, 1), "2025-03-21"),
    ],
)
def test_days_of_both_calendars(jalali: tuple[int, int, int], ours: str) -> None:
    found = of_jalali(*jalali)
    assert found is not None
    assert found.iso() == ours


def test_leap_years_of_our_time() -> None:
    assert [year for year in range(1370, 1410) if is_leap(year)] == [
        *(1370, 1375, 1379, 1383, 1387, 1391, 1395, 1399, 1403, 1408),
    ]


@pytest.mark.parametrize("impossible", [(1402, 13, 1), (1402, 12, 30), (1402, 7, 31), (1402, 1, 0), (1250, 1, 1)])
def test_days_that_are_none(impossible: tuple[int, int, int]) -> None:
    assert of_jalali(*impossible) is None


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("تاریخ: ۱۴۰۲/۰۵/۱۲", ["2023-08-03"]),
        ("تاریخ قرارداد ۱۴۰۱/۹/۵ تهران", ["2022-11-26"]),
        ("تاریخ 1402/05/12 مناقصه گزار", ["2023-08-03"]),
        ("۱۲ مرداد ۱۴۰۲", ["2023-08-03"]),
        ("۱۲ مرداد ماه سال ۱۴۰۲", ["2023-08-03"]),
        ("۱۲/۰۵/۱۴۰۲", ["2023-08-03"]),
        ("شماره ۱۴۰۲/۱۵/۴۰", []),
        ("No. 1402/05/12", []),
    ],
)
def test_dates_in_texts(text: str, expected: list[str]) -> None:
    assert [date.iso() for _start, _end, date in find_jalali_dates(text)] == expected
    assert [found.date.iso() for found in find_dates(text)] == expected


def test_the_place_is_that_of_the_words() -> None:
    text = "تاریخ: ۱۴۰۲/۰۵/۱۲."
    ((start, end, _date),) = find_jalali_dates(text)
    assert text[start:end] == "۱۴۰۲/۰۵/۱۲"
