"""Dates as written → dates that claim no more than what is written."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from tenderlight.languages.jalali import find_jalali_dates
from tenderlight.languages.normalise import flatten
from tenderlight.languages.numerals import read_numeral
from tenderlight.languages.worded_dates import find_worded_dates
from tenderlight.model.values import PartialDate

_NUMERAL = "〇○◯零一二三四五六七八九十廿卅壹贰叁参肆伍陆柒捌玖拾"
_ZEROS = "0o"
"""A zero of another script among Chinese numerals: 二0二二年, 二O二二年."""
_UP_TO_THREE = rf"[{_NUMERAL}](?: ?[{_NUMERAL}]){{0,2}}"
_DAY = rf"(?P<day>\d\s*\d(?!\d)|\d|{_UP_TO_THREE})"
_MONTH = rf"(?P<month>\d\s*\d(?!\d)|\d|{_UP_TO_THREE}|元)"
_CHINESE = re.compile(
    rf"(?<!\d)(?:(?P<era>(?:中 ?华 ?)?民 ?国\s*)"
    rf"(?P<elapsed>\d\s*\d(?:\s*\d)?|[{_NUMERAL}百](?: ?[{_NUMERAL}百]){{0,5}})|"
    rf"(?P<year>\d(?:\s*\d){{3}}|[{_NUMERAL}](?: ?[{_NUMERAL}{_ZEROS}]){{3}}))\s*年\s*"
    rf"(?:{_MONTH}\s*月\s*(?:{_DAY}\s*[日号])?|(?P<blank>[\s_]*月[\s_]*日))?"
)
_REPUBLIC = re.compile(
    r"(?<![\d./-])(?P<year>\d\d\d?)(?:\s?(?P<mark>[-/.])\s?(?P<month>\d\d?)\s?(?P=mark)\s?(?P<day>\d\d?)(?!\d)|"
    r"\s*年\s*(?P<month_named>\d\d?)\s*月(?:\s*(?P<day_named>\d\d?)\s*日)?)"
)
"""Dates of the Taiwanese calendar that do not say so (111/12/05): the document must be known to use it."""
_REPUBLIC_NUMERALS = re.compile(
    rf"(?<![{_NUMERAL}{_ZEROS}\d国])(?P<year>[一九][{_NUMERAL}{_ZEROS}百]{{1,4}})\s*年\s*{_MONTH}\s*月(?:\s*{_DAY}\s*[日号])?"
)
"""The same in Chinese numerals: 一一一年八月三十日, 一百零九年六月."""
_REPUBLIC_YEARS = range(60, 200)
_REPUBLIC_TOGETHER = re.compile(r"(?<![\w./-])(?P<year>1\d\d)(?P<month>\d\d)(?P<day>\d\d)(?![\w./-])")
_YEAR = re.compile(r"(?:19|20)(?=\d\d)")
"""Where a year may stand: to look for it once is quicker than to try each of four patterns everywhere."""
_MARKS = frozenset("-/.")
_DAY_AND_MONTH = (4, 5, 6)
"""Signs before a year that stands last: 1.2.2022 to 01.02.2022."""
_YEAR_FIRST = re.compile(
    r"(?<![\d./-])(?P<year>(?:19|20)\d\d)\s?(?P<mark>[-/.])\s?(?P<month>\d\d?)(?:\s?(?P=mark)\s?(?P<day>\d\d?))(?![\d])"
)
_MONTH_ONLY = re.compile(r"(?<![\d./-])(?P<year>(?:19|20)\d\d)-(?P<month>\d\d)(?![\d./-])")
_RUN_TOGETHER = re.compile(r"(?<![\w./-])(?P<year>(?:19|20)\d\d)(?P<month>\d\d)(?P<day>\d\d)(?![\w./])")
_YEAR_LAST = re.compile(
    r"(?<![\d./-])(?P<first>\d\d?)(?P<mark>[-/.])(?P<second>\d\d?)(?P=mark)(?P<year>(?:19|20)\d\d)(?!\d)"
)
MONTHS = {
    name: month
    for month, names in enumerate(
        (
            "january jan января январь enero janvier janeiro січня januar jänner gennaio stycznia ینایر جانفی",
            "february feb февраля febrero février fevrier fevereiro лютого februar febbraio lutego فبرایر فیفری شباط",
            "march mar марта marzo mars março marco березня märz marca مارس آذار",
            "april apr апреля abril avril квітня aprile kwietnia أبریل ابریل إبریل أفریل نیسان",
            "may мая mayo mai maio травня maggio maja مایو مای أیار ایار",
            "june jun июня junio juin junho червня juni giugno czerwca یونیو یونیه جوان حزیران",
            "july jul июля julio juillet julho липня juli luglio lipca یولیو یولیه یولیوز جویلیة تموز",
            "august aug августа agosto août aout серпня sierpnia أغسطس اغسطس أوت غشت آب",
            "september sep сентября septiembre setiembre septembre setembro вересня settembre września أیلول ایلول",
            "october oct октября octubre octobre outubro жовтня oktober ottobre października أکتوبر اکتوبر",
            "november nov ноября noviembre novembre novembro листопада listopada نوفمبر نونبر",
            "december dec декабря diciembre décembre decembre dezembro грудня dezember dicembre grudnia دیسمبر دجنبر",
        ),
        start=1,
    )
    for name in names.split()
} | {"سبتمبر": 9, "شتنبر": 9, "sept": 9}
MONTHS |= {"کانون الثانی": 1, "تشرین الأول": 10, "تشرین الاول": 10, "تشرین الثانی": 11}
MONTHS |= {"کانون الأول": 12, "کانون الاول": 12}
_NAME = "|".join(sorted(MONTHS, key=len, reverse=True))
_MONTH_NAMED = re.compile(rf"(?<!\w)(?P<name>{_NAME})(?!\w)")
_MONTH_BEGINS = re.compile("|".join(sorted(rf"{name[:3]}(?<!\w{{{len(name[:3]) + 1}}})" for name in MONTHS)))
"""Where this is not found, no month is named, and three patterns need not be tried."""
_DAY_NAME_YEAR = re.compile(
    rf"(?<!\d)(?:[«“]\s?|\")?(?P<day>\d\d?)(?:st|nd|rd|th|er|[ºª°]|o(?=\s)|-?го)?(?:\s?[»”]|\")?\.?\s+"
    rf"(?:day of\s+|(?:d[ií]as?\s+)?d(?:el?|o)\s+m[eê]s\s+de\s+|d[ií]as?\s+(?:de\s+)?|"
    rf"de\s+|of\s+|del mese di\s+)?(?P<name>{_NAME})\.?,?"
    r"\s+(?:de\s+|del\s+(?:año\s+)?|y año\s+|do ano de\s+)?(?P<year>(?:19|20)\d\d)(?!\d)"
)
_DAY_NAME_YEAR_JOINED = re.compile(
    rf"(?<![\d/.-])(?P<day>\d\d?)\s?(?P<mark>[-/.–])\s?(?P<name>{_NAME})\.?\s?(?P=mark)\s?(?P<year>(?:19|20)?\d\d)(?![\d/-])"
)
_YEAR_NAME_DAY = re.compile(
    rf"(?<![\d/.-])(?P<year>(?:19|20)\d\d)[\s,/-]{{1,2}}(?P<name>{_NAME})[\s./-]{{1,2}}(?P<day>\d\d?)(?![\d/-])"
)
_NAME_DAY_YEAR = re.compile(
    rf"(?<!\w)(?P<name>{_NAME})\.?\s+(?P<day>\d\d?)(?:st|nd|rd|th)?,?\s+(?P<year>(?:19|20)\d\d)(?!\d)"
)
_NAME_YEAR = re.compile(rf"(?<![\w.]\s)(?<!\w)(?P<name>{_NAME})\.?\s+(?:de\s+|del\s+)?(?P<year>(?:19|20)\d\d)(?!\d)")
_WITH_NAMES = (_DAY_NAME_YEAR, _NAME_DAY_YEAR, _DAY_NAME_YEAR_JOINED, _YEAR_NAME_DAY, _NAME_YEAR)


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundDate:
    """A date in a text; offsets are code points of that text, half-open."""

    start: int
    end: int
    date: PartialDate


def find_dates(text: str, *, day_first: bool | None = None, republic: bool = False) -> tuple[FoundDate, ...]:
    """Find the dates in a text, in order, without overlap.

    Args:
        text: Any text; full-width digits, Chinese numerals, ○ for zero, the Taiwanese calendar (民國) and month
            names in English, Russian, Spanish and French are read.
        day_first: How `03/02/2022` is to be read; None = do not read it where both readings are possible.
        republic: Years of two or three digits are those of Taiwan (111/12/05 is 5 December 2022).

    Returns:
        Dates with the day, or without it where the day is left blank ("2022年12月 日"). A bare year is not a date.
        Impossible dates are left out.
    """
    flat = flatten(text)
    taken: list[FoundDate] = []
    for match, date in (*_candidates(flat, day_first), *(_of_republic(flat) if republic else ())):
        if date is not None and not any(match.start() < other.end and other.start < match.end() for other in taken):
            end = match.start() + len(match[0].rstrip())
            taken.append(FoundDate(start=match.start(), end=end, date=date))
    for start, stop, date in (*find_jalali_dates(text), *find_worded_dates(flat, MONTHS, _MONTH_NAMED)):
        if not any(start < other.end and other.start < stop for other in taken):
            taken.append(FoundDate(start=start, end=stop, date=date))
    return tuple(sorted(taken, key=lambda found: found.start))


def read_date(text: str, *, day_first: bool | None = None) -> PartialDate | None:
    """Return the date a text consists of, or None if it is not exactly one possible date.

    A bare year ("2022年") counts.
    """
    stripped = text.strip().rstrip(" .")
    year = re.fullmatch(r"((?:19|20)\d\d)\s*年?", flatten(stripped))
    if year is not None:
        return PartialDate(year=int(year[1]))
    found = find_dates(stripped, day_first=day_first)
    if len(found) != 1:
        return None
    rest = flatten(stripped[: found[0].start] + stripped[found[0].end :])
    return found[0].date if re.fullmatch(r"[\s_日г.]*", rest) else None


def _candidates(flat: str, day_first: bool | None) -> Iterator[tuple[re.Match[str], PartialDate | None]]:
    for match in _CHINESE.finditer(flat) if "年" in flat else ():
        if match["month"] is not None or match["blank"] is not None:
            yield match, _chinese(match)
    for pattern in _WITH_NAMES if _MONTH_BEGINS.search(flat) else ():
        for match in pattern.finditer(flat):
            day = match.groupdict().get("day")
            year = int(match["year"]) + 2000 * (len(match["year"]) == 2)
            yield match, _date(year, MONTHS[match["name"]], int(day) if day else None)
    years = [match.start() for match in _YEAR.finditer(flat)]
    behind = sorted({at - back for at in years if flat[at - 1 : at] in _MARKS for back in _DAY_AND_MONTH if at >= back})
    for match in _at_places(_YEAR_LAST, flat, behind):
        yield match, _year_last(match, day_first)
    for pattern in (_YEAR_FIRST, _RUN_TOGETHER, _MONTH_ONLY):
        for match in _at_places(pattern, flat, years):
            day = match.groupdict().get("day")
            yield match, _date(int(match["year"]), int(match["month"]), int(day) if day else None)


def _at_places(pattern: re.Pattern[str], flat: str, places: Iterable[int]) -> Iterator[re.Match[str]]:
    """Yield what a pattern finds that can begin at these places only, in order and without overlap."""
    done = 0
    for place in places:
        match = pattern.match(flat, place) if place >= done else None
        if match is not None:
            done = match.end()
            yield match


def _of_republic(flat: str) -> Iterator[tuple[re.Match[str], PartialDate | None]]:
    for match in _REPUBLIC.finditer(flat):
        month, day = match["month"] or match["month_named"], match["day"] or match["day_named"]
        yield match, _date(int(match["year"]) + 1911, int(month), int(day) if day else None)
    for match in _REPUBLIC_NUMERALS.finditer(flat):
        year, month_read = _number(match["year"]), 1 if match["month"] == "元" else _number(match["month"])
        if year is not None and year in _REPUBLIC_YEARS and month_read is not None:
            yield match, _date(year + 1911, month_read, _number(match["day"]) if match["day"] else None)
    for match in _REPUBLIC_TOGETHER.finditer(flat):
        yield match, _date(int(match["year"]) + 1911, int(match["month"]), int(match["day"]))


def _chinese(match: re.Match[str]) -> PartialDate | None:
    year = _number(match["year"] or match["elapsed"])
    if match["blank"] is not None:
        return None if year is None else _date(year + 1911 * bool(match["era"]), None, None)
    month = 1 if match["month"] == "元" else _number(match["month"])
    day = _number(match["day"]) if match["day"] else None
    if year is None or month is None or (match["day"] and day is None):
        return None
    if match["era"]:
        year += 1911
    return _date(year, month, day)


def _year_last(match: re.Match[str], day_first: bool | None) -> PartialDate | None:
    first, second, year = int(match["first"]), int(match["second"]), int(match["year"])
    if match["mark"] == ".":
        day_first = True
    if day_first is None and first != second and first <= 12 and second <= 12:
        return None
    if day_first is None or (day_first and second > 12 >= first) or (not day_first and first > 12 >= second):
        day_first = second <= 12
    return _date(year, second, first) if day_first else _date(year, first, second)


def _number(written: str) -> int | None:
    compact = "".join(written.split())
    if not compact.isdecimal():
        compact = compact.replace("0", "零").replace("o", "零")
    return int(compact) if compact.isdecimal() else read_numeral(compact)


def _date(year: int, month: int | None, day: int | None) -> PartialDate | None:
    if not 1900 <= year <= 2100:
        return None
    try:
        return PartialDate(year=year, month=month, day=day)
    except ValueError:
        return None
