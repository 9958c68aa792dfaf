"""Estimates, budgets and ceilings that sentences of Arabic papers state: "بكلفة تخمينية قدرها (480,000,000) دينار".

Patterns are matched on flat text, in which the letters of Arabic and Persian are written alike.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts, read_unit

_LONGEST = 20_000
_SUM = r"(?:کلفة|تکلفة|قیمة|مبلغ|ثمن|سعر|تکالیف|کلف)"
_LIMITS = (
    (Meaning.ESTIMATE, rf"[بول]{{0,2}}(?:ال)?{_SUM}\s(?:إجمالیة\s|کلیة\s)?(?:ال)?(?:تخمینیة?|تقدیریة?|مقدرة?)"),
    (
        Meaning.BUDGET,
        (
            r"[بول]{0,2}(?:ال)?(?:میزانیة|موازنة|اعتماد|تخصیص|مخصصات)"
            r"(?:\s(?:ال)?(?:مالیة?|معتمدة?|مرصودة?|مخصصة?|تقدیریة?)){0,2}"
        ),
    ),
    (Meaning.CEILING, rf"[بول]{{0,2}}(?:(?:ال)?سقف\s(?:ال)?مالی|(?:ال)?حد\s(?:ال)?أقصی(?:\sل{_SUM})?|{_SUM}\sقصوی)"),
)
_LEADS = (
    r"(?:\s(?:ل(?:ل?عقد|لمشروع|لمناقصة|لعطاء)|للأعمال))?"
    r"(?:\s?:\s?|\s)"
    r"(?:و?(?:قدرها?|قدره|تبلغ|یبلغ|البالغة?|بالغة?|مقدارها?|مقداره|بمقدار|بمبلغ|هی|هو|تقدر\sب|تصل\sإلی)\s?:?\s?)?"
)
_NUMBER = r"[(]?(?P<sum>\d{1,3}(?:[,.]\d{3})+(?:[.,]\d{1,3})?|\d{4,12})[)]?"
_UNIT = r"[^\n\d:.]{0,80}?(?P<unit>(?:دینار|ریال|درهم|جنیه|لیرة|دولار|دج|أوقیة|فرنک)(?:\s[^\W\d_]{3,12})?)"
"""The currency, behind the sum or behind the sum in words."""
_STATED = tuple((meaning, re.compile(rf"(?<!\w){words}{_LEADS}{_NUMBER}(?:{_UNIT})?")) for meaning, words in _LIMITS)


def arabic_limits(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[Entry]:
    """Yield what a page calls a limit in a sentence, where no label states one of that kind; still without numbers.

    Args:
        sheet: A page.
        entries: What its labels say.
    """
    flat = sheet.flat[:_LONGEST]
    for meaning, pattern in _STATED:
        if any(one.meaning is meaning and find_amounts(one.value.text, unit=one.unit) for one in entries):
            continue
        found = list(pattern.finditer(flat))
        if len({match["sum"] for match in found}) == 1:
            value = Piece(sheet=sheet, start=found[0].start("sum"), end=found[0].end("sum"))
            unit = read_unit(found[0]["unit"]) if found[0]["unit"] else None
            yield Entry(meaning=meaning, label="", value=value, order=0, unit=unit)
