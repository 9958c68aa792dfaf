"""Who won a lot, in Arabic and Persian: behind a word for whoever it is, or by the word for a company.

Patterns are matched on flat text, in which the letters of both languages are written alike. Notices of the Maghreb put
a dash between what is bought, who gets it, the sum and the time.
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.layout import Piece

_FORM = r"(?:ش\s?\.\s?(?:[^\W\d_]\s?\.\s?){0,4}[^\W\d_]\.?|ذ\.م\.م|سارل|مؤسسة|مقاولة|شرکة|مکتب|مجمع|مجموعة)"
_CALLED = re.compile(
    r"(?:(?:اسم\s)?(?:ال)?(?:مؤسسة|شرکة|متعامل|حائز|مستفید|مقاول|مقاولة|مورد|متعهد|متعاقد|فائز|فائزة|مکتب)"
    r"(?:\s(?:ال)?(?:فائزة?|مستفیدة?|متعاقدة?|متعاقد|حائزة?|اقتصادی))?|نائل\sالصفقة|صاحب\sالعرض|الراسی\sعلیه|المحال\sعلیه)"
    r"\s?:\s{0,3}(?P<name>[^\n:،؛;|()–—]{3,80}?)(?=\s[–—-]\s|\s?[\n،؛;|(–—]|\s(?:بمبلغ|بقیمة|بسعر)|\.?\s{0,3}$)"
)
"""A word for whoever has won, a colon and the name."""
_WITH_WORD = re.compile(
    r"(?:شرکة|مؤسسة|مجموعة|مصنع|مکتب|تحالف|ائتلاف|شرکت|موسسه|مؤسسه|کنسرسیوم)\s"
    r"(?:(?!بمبلغ|بقیمة|بسعر|بإجمالي|باجمالي|وذلک|بمدة|لمدة|به مبلغ|با مبلغ|برنده)[^\s:،؛,;()|\d–—-]{1,24}\s?){1,9}"
)
"""A name that begins with a word for a company."""
_WITH_FORM = re.compile(
    rf"(?:^|\s[–—-]\s|[:|،]\s{{0,2}})(?P<name>{_FORM}\s[^\n:،؛;|()\d–—]{{3,70}}?)(?=\s[–—-]\s|\s?[\n،؛;|(]|\.?\s{{0,3}}$)"
)
"""A part of the line that begins with a legal form: ش.ذ.م.م …."""

_TURNED_DOWN = re.compile(
    r"(?<!\w)و?(?:ال|تم\s)?(?:مرفوض|رفض|مقص[یيى]|[إا]قصاء|غ[یي]ر\s(?:مقبول|مطابق|مؤهل|مجد)|ملغ|[إا]لغاء|مستبعد|استبعاد|"
    r"عدم\s(?:ال)?(?:جدو|مطابق|قبول)|مردود|رد\sشد|رد\sگرد|ابطال)"
)
"""Words of a lot whose bid was turned down, or that was given up."""
_OF_OTHERS = re.compile(r"(?<!\w)(?:و|ل|ب)?(?:بق[یي]ة|باق[یي]|سائر|سا[یي]ر|د[یي]گر|(?:ال)?[أا]خر[یيى])(?!\w)")


def is_turned_down(body: Piece) -> bool:
    """Say whether the text of a lot in Arabic or Persian speaks of the bid turned down or of a lot given up."""
    return _TURNED_DOWN.search(body.flat) is not None and _OF_OTHERS.search(body.flat) is None


def arabic_firm(body: Piece) -> Piece | None:
    """Return the one firm that the text of a lot names as its winner, or None."""
    for pattern, group in ((_CALLED, "name"), (_WITH_WORD, 0), (_WITH_FORM, "name")):
        found = list(pattern.finditer(body.flat))
        if found:
            return body.part(*found[0].span(group)).stripped() if len(found) == 1 else None
    return None
