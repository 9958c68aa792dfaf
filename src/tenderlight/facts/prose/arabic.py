"""What sentences in Arabic and Persian say of who won, and for how much.

"… المنح المؤقت … لفائدة شركة … بمبلغ …": behind a word for the award, the words that lead to a name and a word for a
company tell who won; a letter says "on your company", and the company is the one it is written to. Patterns are matched
on flat text, in which the letters of both languages are written alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

Told = tuple[Meaning, int, int]
_LONGEST = 20_000
_REACH = 260
"""Characters between the word for the award and the name."""
_AHEAD = 130
_FIRM = r"(?:ال)?(?:شرکة|مؤسسة|مقاولة|مکتب|مجموعة|مجمع|تعاونیة|سارل|ائتلاف|تحالف)\s"
_NAME = rf"(?P<name>{_FIRM}(?:[^،,.\n():«»\"]|(?<=\s[^\W\d_])\.|(?<=\.[^\W\d_])\.){{2,90}}?)"
_NAME_ENDS = (
    r"(?=\s*[،,\n():]|\.(?:\s|$)|$|\s+(?:بمبلغ|بقیمة|بسعر|بعرض|مقابل|لمدة|وذلک|وعلی|الکائن|مدة|لتنفیذ|لتورید|بإجمالی|المحترم\w*|ل?کونه[ام]?|باعتباره[ام]?|"
    r"للتفضل|عن\s|فی\s(?:المناقصة|العطاء)|قصد|من\sأجل))"
)
_AWARD = re.compile(
    r"(?:المنح|بمنح|منح\s|ترسیة|الترسیة|ترسی|رست|أرسی|إرساء|رسو|إحالة|احالة|أحیل|احیل|إسناد|اسناد|أسند|الفائز|فازت)"
)
_TO = re.compile(rf"(?:لفائدة|لصالح|بعهدة|بذمة|إلی|الی|علی|ل|هی|هو)\s*(?:السادة\s*/?\s*)?\(?{_NAME}{_NAME_ENDS}")
_NOT_WON = re.compile(r"(?:استبعاد|رفض|اعتذار|عدم\s+(?:ترسیة|منح)|إلغاء|الغاء)")
_YOURS = re.compile(
    r"(?:علی|ل|إلی)\s?(?:شرکتکم|مؤسستکم|مکتبکم|عرضکم)|علیکم\s+(?:العطاء|المناقصة|بمبلغ)|(?:قبول|اعتماد)\s+عرضکم"
)
_ADDRESSED = re.compile(rf"(?:^|\n)\s*(?:إلی|الی|السادة|السید\s+مدیر)\s*[/:]?\s*(?:السادة\s*/?\s*)?{_NAME}{_NAME_ENDS}")
_SUM = re.compile(r"(?:بمبلغ|بقیمة|بسعر|مبلغ|قیمته|قدره|مقداره|بإجمالی)\b")
_PERSIAN_WINNER = re.compile(
    r"(?P<name>شرکت\s[^،,.\n():]{2,70}?)\s+(?:با\s+(?:پیشنهاد\s+)?(?:مبلغ|قیمت)(?:\s+پیشنهادی)?[^\n:]{3,60}?\s+)?"
    r"(?:(?:به\s+)?عنوان\s+برنده|برنده\s+(?:(?:این\s+)?مناقصه|اعلام|شناخته|شد|گردید)|حائز\s+رتبه\s+(?:اول|نخست))|"
    r"به\s+(?P<given>شرکت\s[^،,.\n():]{2,70}?)\s+(?:واگذار|ابلاغ)"
)
_PERSIAN_SUM = re.compile(r"(?:با|به)\s+(?:مبلغ|قیمت|پیشنهاد)\b")


def arabic_awards(sheet: Sheet, language: str) -> Iterator[Told]:
    """Yield who won and the one price said of it, with their places; nothing where two sums could be meant.

    Args:
        sheet: A page.
        language: ISO 639-1: ar or fa.
    """
    flat = sheet.flat[:_LONGEST]
    winners = list(_persian(flat) if language == "fa" else _arabic(flat))
    names = {flat[start:end] for start, end in winners}
    for start, end in winners:
        yield Meaning.SUPPLIER, start, end
    prices = {}
    for start, end in winners or _letters(flat):
        line_end = flat.find("\n", end)
        price = _price(flat, end, line_end if line_end >= 0 else len(flat), language)
        price = price or _price_before(flat, start)
        if price is not None:
            prices[price] = price
    if not winners:
        addressee = _ADDRESSED.search(flat) if any(True for _one in _letters(flat)) else None
        if addressee is not None:
            yield (Meaning.SUPPLIER, *addressee.span("name"))
            names = {addressee["name"]}
    if len(names) == 1 and len(prices) == 1:
        yield (Meaning.AWARD_AMOUNT, *next(iter(prices)))


def _arabic(flat: str) -> Iterator[tuple[int, int]]:
    seen: set[int] = set()
    for award in _AWARD.finditer(flat):
        stop = min(len(flat), award.end() + _REACH)
        found = _TO.search(flat, award.end(), stop)
        if found is None or found.start("name") in seen or _NOT_WON.search(flat, award.start() - 12, found.start()):
            continue
        seen.add(found.start("name"))
        yield found.span("name")


def _persian(flat: str) -> Iterator[tuple[int, int]]:
    for match in _PERSIAN_WINNER.finditer(flat):
        yield match.span("name" if match["name"] else "given")


def _letters(flat: str) -> Iterator[tuple[int, int]]:
    """Yield the words by which a letter says that its reader has won."""
    for match in _YOURS.finditer(flat):
        yield match.span()


def _price(flat: str, start: int, stop: int, language: str) -> tuple[int, int] | None:
    """Return the amount that follows behind a word for a sum, or None."""
    pattern = _PERSIAN_SUM if language == "fa" else _SUM
    leads = pattern.search(flat, start, min(stop, start + _AHEAD))
    if leads is None:
        return None
    found = list(find_amounts(flat[leads.end() : min(stop, leads.end() + _AHEAD)], decimal_mark="."))
    found = [one for one in found if not one.bare and not one.per_unit]
    return (leads.end() + found[0].start, leads.end() + found[0].end) if found else None


def _price_before(flat: str, start: int) -> tuple[int, int] | None:
    """Return the amount right before the name ("بمبلغ 5000 دينار على شركة …"), or None."""
    line = flat.rfind("\n", 0, start) + 1
    leads = [match.end() for match in _SUM.finditer(flat, max(line, start - _AHEAD), start)]
    found = [one for one in find_amounts(flat[leads[-1] : start], decimal_mark=".") if not one.bare] if leads else []
    return (leads[-1] + found[0].start, leads[-1] + found[0].end) if found else None
