"""Days written with two digits of their year, where the page itself leaves one reading."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.dates import FoundDate
from tenderlight.model.values import PartialDate

_SHORT_YEAR = re.compile(r"(?P<day>\d\d)(?P<mark>[/.-])(?P<month>\d\d)(?P=mark)(?P<year>\d\d)")
_ANY_DAY = re.compile(rf"(?<![\d/.-]){_SHORT_YEAR.pattern}(?![\d/.-]?\d)")
_YEAR_LAST = frozenset({"fr", "de", "it", "pl"})
_YEAR = re.compile(r"(?<!\d)20\d\d(?!\d)")
_YEAR_IN_NUMBER = re.compile(r"(?<![\d./-])(\d\d)-\d{4,7}(?!\d)")
"""The year in the number of a notice (22-148221)."""


def short_year(sheets: Sequence[Sheet], value: Piece, language: str) -> list[FoundDate]:
    """Return the day that a value is, written with two digits of its year, if only that reading has a year of the page.

    06/10/22 is 6 October 2022 where 2022 stands elsewhere in the document and 2006 does not. French, German, Italian
    and Polish papers write the day first and the year last: there it is enough that another day ends with the same.
    """
    match = _SHORT_YEAR.fullmatch(value.flat.strip(" ."))
    if match is None:
        return []
    day, month, year = (int(part) for part in (match["day"], match["month"], match["year"]))
    printed = {int(one) for sheet in sheets[:2] for one in _YEAR.findall(sheet.flat)}
    printed |= {2000 + int(one) for sheet in sheets[:2] for one in _YEAR_IN_NUMBER.findall(sheet.flat)}
    is_told = 2000 + year in printed or (language in _YEAR_LAST and _is_shared(sheets, match[0]))
    if not is_told or (2000 + day in printed and day != year):
        return []
    try:
        date = PartialDate(year=2000 + year, month=month, day=day)
    except ValueError:
        return []
    start = len(value.flat) - len(value.flat.lstrip(" ."))
    return [FoundDate(start=start, end=start + len(match[0]), date=date)]


def _is_shared(sheets: Sequence[Sheet], written: str) -> bool:
    """Say whether another day written so ends with the same two digits, which are then those of the year."""
    days = {found[0] for sheet in sheets[:2] for found in _ANY_DAY.finditer(sheet.flat)} - {written}
    return any(day[-2:] == written[-2:] for day in days)
