"""Dates of the Iranian calendar (Jalali, solar Hijri) → dates of ours.

A year between 1300 and 1499 is only taken for a Jalali one where digits or letters beside it are Persian: elsewhere
1402/05/12 is a number of something. The leap years are those of the 33-year cycle, which agrees with the calendar in
use from 1178 to 1633 (K. M. Borkowski, The Persian calendar for 3000 years, 1996).
"""

from __future__ import annotations

import datetime
import re
from collections.abc import Iterator

from tenderlight.model.values import PartialDate

_MONTHS = (
    *("فروردین", "اردیبهشت", "خرداد", "تیر", "مرداد", "شهریور"),
    *("مهر", "آبان", "آذر", "دی", "بهمن", "اسفند"),
)
_ARABIC_FORMS = str.maketrans("يك", "یک")
_NUMBERS = re.compile(
    r"(?<![\d/.-])(?P<year>1[34]\d\d)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<day>\d\d?)(?![\d/-]|\.\d)"
)
_DAY_FIRST = re.compile(
    r"(?<![\d/.-])(?P<day>\d\d?)(?P<mark>[/.-])(?P<month>\d\d?)(?P=mark)(?P<year>1[34]\d\d)(?![\d/-]|\.\d)"
)
_NAMED = re.compile(
    rf"(?<!\d)(?P<day>\d\d?)\s+(?P<name>{'|'.join(_MONTHS)})(?:\s+ماه)?\s+(?:سال\s+)?(?P<year>1[34]\d\d)(?!\d)"
)
_PERSIAN = re.compile("[\u06f0-\u06f9\u0660-\u0669پچژگکی]")
_WESTERN_DIGITS = {
    ord(digit): str(value)
    for start in (0x06F0, 0x0660)
    for value, digit in enumerate(map(chr, range(start, start + 10)))
}
_EPOCH = datetime.date(1921, 3, 21)
"""The first day of 1300."""
_FIRST_YEAR = 1300
_LAST_LIKELY = 1425
"""Later years in a text are those of the lunar Hijri calendar: 1443 is 2021 or 2022 there, and 2064 in this one."""
_LEAPS = frozenset({1, 5, 9, 13, 17, 22, 26, 30})


def find_jalali_dates(flat: str) -> Iterator[tuple[int, int, PartialDate]]:
    """Yield start, end and day of each date of the Iranian calendar in a text; impossible ones are left out."""
    if not _PERSIAN.search(flat):
        return
    text = flat.translate(_WESTERN_DIGITS).translate(_ARABIC_FORMS)
    for pattern in (_NUMBERS, _DAY_FIRST, _NAMED):
        for match in pattern.finditer(text):
            named = match.groupdict().get("name")
            month = _MONTHS.index(named) + 1 if named else int(match["month"])
            date = of_jalali(int(match["year"]), month, int(match["day"]))
            if date is not None and int(match["year"]) <= _LAST_LIKELY:
                yield match.start(), match.end(), date


def of_jalali(year: int, month: int, day: int) -> PartialDate | None:
    """Return the day of our calendar, or None if there is no such day in the Iranian one.

    Args:
        year: 1300 to 1499.
        month: From 1 (Farvardin).
        day: From 1.
    """
    if not (_FIRST_YEAR <= year < _FIRST_YEAR + 200 and 1 <= month <= 12 and 1 <= day <= _length(year, month)):
        return None
    days = sum(366 if is_leap(before) else 365 for before in range(_FIRST_YEAR, year))
    days += sum(_length(year, before) for before in range(1, month)) + day - 1
    found = _EPOCH + datetime.timedelta(days=days)
    return PartialDate(year=found.year, month=found.month, day=found.day)


def is_leap(year: int) -> bool:
    """Say whether a Jalali year has 366 days."""
    return year % 33 in _LEAPS


def _length(year: int, month: int) -> int:
    if month <= 6:
        return 31
    return 30 if month < 12 or is_leap(year) else 29
