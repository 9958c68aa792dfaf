"""Amounts, dates and codes as data files write them: one way, or a few; anything else is not guessed."""

from __future__ import annotations

import re
from decimal import Decimal

from tenderlight.model.values import PartialDate

_DECIMAL = re.compile(r"[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,2})?")
_GROUPED = re.compile(
    r"(?:[0-9]{1,3}(?:,[0-9]{3})+\.[0-9]+|[0-9]{1,3}(?:,[0-9]{3}){2,}"  # 1,234.56 and 1,234,567
    r"|[0-9]{1,3}(?:\.[0-9]{3})+,[0-9]+|[0-9]{1,3}(?:\.[0-9]{3}){2,}"  # 1.234,56 and 1.234.567
    r"|[0-9]{1,3}(?:[ \u00a0\u202f][0-9]{3})+(?:[.,][0-9]{1,2})?)"  # 1 234 567,89
)
_ISO_DATE = re.compile(r"([0-9]{4})(?:-([0-9]{2})(?:-([0-9]{2}))?)?(?:[T ][0-9:.,]*)?(?:Z|[+-][0-9]{2}:?[0-9]{2})?")
_COMPACT_DATE = re.compile(r"([0-9]{4})([0-9]{2})([0-9]{2})")
_DAY_FIRST = re.compile(
    r"(?P<day>[0-9]{1,2})(?P<mark>[./-])(?P<month>[0-9]{1,2})(?P=mark)(?P<year>[0-9]{4})"
    r"(?:[T ,]+[0-9]{1,2}(?:[:hH.][0-9]{2})?[0-9:.]*(?: ?[AaPp]\.?[Mm]\.?)?)?"
)
_CURRENCY = re.compile(r"[A-Za-z]{3}")
_LONGEST = 40
"""Characters of the longest number that is looked at."""
_LARGEST = Decimal(10) ** 18

_LANGUAGE_CODES = (
    "aa ab ae af ak am an ar as av ay az ba be bg bh bi bm bn bo br bs ca ce ch co cr cs cu cv cy da de dv dz ee el en "
    "eo es et eu fa ff fi fj fo fr fy ga gd gl gn gu gv ha he hi ho hr ht hu hy hz ia id ie ig ii ik io is it iu ja jv "
    "ka kg ki kj kk kl km kn ko kr ks ku kv kw ky la lb lg li ln lo lt lu lv mg mh mi mk ml mn mr ms mt my na nb nd ne "
    "ng nl nn no nr nv ny oc oj om or os pa pi pl ps pt qu rm rn ro ru rw sa sc sd se sg si sk sl sm sn so sq sr ss st "
    "su sv sw ta te tg th ti tk tl tn to tr ts tt tw ty ug uk ur uz ve vi vo wa wo xh yi yo za zh zu"
)
_LANGUAGES = frozenset(_LANGUAGE_CODES.split())
_THREE_LETTER_PAIRS = (
    "ara:ar bul:bg ces:cs chi:zh cze:cs dan:da deu:de dut:nl ell:el eng:en est:et eus:eu fin:fi fra:fr fre:fr "
    "ger:de gle:ga glg:gl gre:el hrv:hr hun:hu ice:is isl:is ita:it lav:lv lit:lt ltz:lb mkd:mk mlt:mt nld:nl "
    "nno:nn nob:nb nor:no pol:pl por:pt ron:ro rum:ro rus:ru slk:sk slo:sk slv:sl spa:es sqi:sq srp:sr swe:sv "
    "tur:tr ukr:uk zho:zh cat:ca"
)
_THREE_LETTERS = {pair[:3]: pair[4:] for pair in _THREE_LETTER_PAIRS.split()}


def read_decimal(written: str) -> Decimal | None:
    """Return a number as data files write it, or None where it can be read in two ways or in none.

    "1234.5", "1.5e6", "1,234.56", "1.234,56" and "1 234 567,89" are read; "1,234" (a thousand, or one and a bit?),
    "NaN" and "12 EUR" are not. Larger than 10^18 is taken for a mistake.
    """
    text = written.strip()
    if len(text) > _LONGEST:
        return None
    if _GROUPED.fullmatch(text):
        text = re.sub(r"[ \u00a0\u202f]", "", text)
        text = _without_groups(text)
    if not _DECIMAL.fullmatch(text):
        return None
    number = Decimal(text)
    return number if abs(number) <= _LARGEST else None


def _without_groups(text: str) -> str:
    marks = [mark for mark in ",." if mark in text]
    if len(marks) == 2:
        groups, point = sorted(marks, key=text.rindex)
        return text.replace(groups, "").replace(point, ".")
    if marks and text.count(marks[0]) > 1:
        return text.replace(marks[0], "")
    return text.replace(",", ".")


def read_date(written: str, *, day_first: bool = False) -> PartialDate | None:
    """Return the calendar date as written (no change of time zone), or None if it is not ISO 8601 or cannot be.

    Years before 1950 and after 2150 are place holders of software ("0001-01-01", "9999-12-31"), not dates.

    Args:
        written: The date, perhaps with a time.
        day_first: The source writes 31/12/2020.
    """
    text = written.strip()
    found = (
        _ISO_DATE.fullmatch(text)
        or _COMPACT_DATE.fullmatch(text)
        or (_DAY_FIRST.fullmatch(text) if day_first else None)
    )
    if found is None:
        return None
    parts = found.group("year", "month", "day") if found.re is _DAY_FIRST else found.groups()
    year, month, day = (int(part) if part else None for part in parts)
    if year is None or not 1950 <= year <= 2150:
        return None
    try:
        return PartialDate(year=year, month=month, day=day)
    except ValueError:
        return None


def read_currency(written: str) -> str | None:
    """Return an ISO 4217 code in capitals, or None if it has not the shape of one."""
    text = written.strip()
    return text.upper() if _CURRENCY.fullmatch(text) else None


def read_language(written: str) -> str | None:
    """Return the ISO 639-1 code of "en", "EN", "en-GB" or "ENG", or None if there is none such."""
    text = re.split(r"[-_]", written.strip().casefold())[0]
    if text in _LANGUAGES:
        return text
    return _THREE_LETTERS.get(text)
