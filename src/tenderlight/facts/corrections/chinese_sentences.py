"""Sums that sentences of a Chinese correction put right beside no field of their own.

"早前公布之合约总值港币5,930,000元，应为港币5,390,000元", "3,280,000元（原公告：2,380,000元）": the label may stand
before the old sum or before the new one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import AMOUNTS
from tenderlight.languages.scripts import has_han

CHANGED = (
    r"(?:(?:更正|变更|修改|调整|更改|修正|改|延期|推迟|延长|增加|减少|提高|降低|顺延)(?:为|至|到|成)|"
    r"(?:正确(?:的)?)?应(?:当)?(?:改)?为)"
)
"""Words that put a new value in the place of an old one."""
_LONGEST = 20_000
_LONGEST_LABEL = 14
_CURRENCY = r"(?:人民币|港币|港元|澳门币|澳门元|新台币|台币|(?:hk|nt|us|mop)?\$|mop|hkd|twd|rmb|¥)"
_MONEY = (
    rf"{_CURRENCY}?\s?(?<!\d)(?<!\d,)\d[\d,]{{0,16}}(?:\.\d{{1,6}})?(?!\d|,\d)(?:\s?[万亿]?[元圆])?(?!\s?[%年月日])"
)
_IN_ERROR = r"(?:[,(]?\s?(?:系|属|为|乃)?(?:有误|错误|误植|误载|误写|笔误|刊误|不正确)[)]?)"
_RENEWED = re.compile(
    rf"(?P<old>{_MONEY}){_IN_ERROR}?[,;\s]{{0,3}}(?:现|兹|特|故|谨|实)?(?:予以)?{CHANGED}[:\s“\"]{{0,3}}(?P<new>{_MONEY})"
)
_BRACKETED = re.compile(
    rf"(?P<new>{_MONEY})\s?[(](?:原|误|更正前|早前|先前)[^()\d\n]{{0,12}}?(?P<old>{_MONEY})[^()\n]{{0,8}}[)]"
)
_UNCHANGED_SUM = re.compile(rf"(?P<lead>(?:保持|维持)?不变[,:]?(?:仍)?[为是])(?P<new>{_MONEY})")
_BEFORE_OLD = re.compile(
    r"(?:原(?:先|来)?(?:公告|公布|公示|刊载|刊登|登载|刊出|所载|[列定载订])?(?:误[植写载登])?[为是:]?|误[植写载登][为成]|[为是:])?\s{0,2}$"
)


def sums_put_right(sheet: Sheet) -> Iterator[Entry]:
    """Yield the sums that sentences of a page put right, the old ones marked as old."""
    flat = sheet.flat[:_LONGEST]
    for pattern in (_RENEWED, _BRACKETED, _UNCHANGED_SUM) if has_han(flat) else ():
        for match in pattern.finditer(flat):
            leads = "old" if pattern is _RENEWED else "new" if pattern is _BRACKETED else "lead"
            before = _BEFORE_OLD.search(flat, max(0, match.start(leads) - _LONGEST_LABEL), match.start(leads))
            label = label_before(flat, before.start() if before else match.start(leads))
            if label is None or label.meaning not in AMOUNTS:
                continue
            new = Piece(sheet=sheet, start=match.start("new"), end=match.end("new")).stripped()
            entry = Entry(meaning=label.meaning, label=label.label, value=new, order=0, unit=label.unit)
            if pattern is _UNCHANGED_SUM:
                yield entry
                continue
            old = Piece(sheet=sheet, start=match.start("old"), end=match.end("old")).stripped()
            yield replace(entry, value=old, old=True)
            yield replace(entry, replaces=old.text)


def label_before(flat: str, end: int) -> Hit | None:
    """Return the longest label that ends at `end`."""
    for start in range(max(0, end - _LONGEST_LABEL), end - 1):
        label = read_label(flat[start:end])
        if label is not None and label.meaning is not None and label.start == 0:
            return label
    return None
