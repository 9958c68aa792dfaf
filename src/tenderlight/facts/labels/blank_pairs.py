"""Labels that nothing but blanks sets apart from their values: forms saved as text, lines of such pairs.

"廠商名稱 甲公司", "中标公告发布时间 2022-06-27", "投標廠商1 廠商名稱 甲公司 是否得標 是 決標金額 7,350,000元".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from tenderlight.facts.labels.hits import Hit, Reader
from tenderlight.facts.words.vocabulary import AMOUNTS, DATES, NUMBERS, Meaning, meaning_of
from tenderlight.languages.scripts import HAN_CLASS

_BARE = re.compile(
    r"[\s\u200b]*(?:(?P<label>(?:投标)?(?:厂商|供应商|人)名称|是否(?:得标|中标|成交|决标))[\s\u200b]+"
    r"(?P<value>[^\s:]{1,40}(?:公司|[厂行社店院所]|中心)|[是否])[\s\u200b]*)"
)
"""A pair of a form saved as text: 廠商名稱 甲公司, 是否得標 是."""
_BARE_FIGURE = re.compile(
    rf"[ \t]*(?P<label>[{HAN_CLASS}()]{{4,20}})[ \t]+"
    r"(?P<value>(?P<day>\d{4}(?:-\d{1,2}-|/\d{1,2}/|年\d{1,2}月)\d{1,2}日?(?:[ \t]\d{1,2}:\d{2}(?::\d{2})?)?)|"
    r"[¥]?\d[\d,]*(?:\.\d+)?(?:[万亿]?元)?)[ \t]*"
)
"""The same of a day or a sum, alone on its line: 中标公告发布时间 2022-06-27, 中标造价（万元） 462.318."""
_WORD = re.compile(r"[^ \u200b]+")
_SHORTEST, _LONGEST = 4, 16
"""Letters of a label of such a line: a shorter one may be any word."""
_LONGEST_LINE = 400
_HEAD = re.compile(r"(?:(?:投标|得标|未得标)厂商|第)\d{1,2}(?:品项)?")
"""What a line of pairs is about: 投標廠商1, 第1品項."""
_NAME = re.compile(r"\S{1,40}(?:公司|[厂行社店院所]|中心)(?:\([^()]{1,30}\))?")
_YES = re.compile(r"[是否]")
_OF_FIRMS = frozenset({Meaning.PARTY, Meaning.SUPPLIER, Meaning.LOSER, Meaning.LEAD, Meaning.MEMBER})
_TAKEN = AMOUNTS | DATES | NUMBERS | {Meaning.TITLE, Meaning.ADDRESS, Meaning.PERSON, Meaning.CONTACT}
_GOODS = frozenset({"品项名称", "预估需求数量", "需求数量"})
"""Labels of what an award is of, in the forms of Taiwan."""
_SEVERAL = re.compile(rf"(?!1\D)\d[\d,]{{0,9}}(?:\.\d{{1,2}})?\s?[{HAN_CLASS}]{{1,3}}")
"""More than one, with the unit: 700 台."""
_FIGURES = re.compile(r"\d|[〇○零一二三四五六七八九十壹贰叁肆伍陆柒捌玖]")
_NOT_FIRMS = ("单位", "机构")


def pairs_in(flat: str, read: Reader) -> Iterator[Hit]:
    """Yield the labels of a line that nothing but blanks sets apart from their values.

    Args:
        flat: One line of flat text in Chinese.
        read: Reads a text that may be a label as a whole.
    """
    match = _BARE.fullmatch(flat)
    if match is not None:
        meaning = meaning_of(match["label"])
        yield Hit(start=match.start("label"), value_start=match.start("value"), label=match["label"], meaning=meaning)
        return
    figure = _BARE_FIGURE.fullmatch(flat)
    known = read(figure["label"]) if figure is not None else None
    if figure is not None and known is not None and known.meaning in (DATES if figure["day"] else AMOUNTS):
        yield replace(known, start=figure.start("label"), value_start=figure.start("value"), strict=True)
        return
    yield from _of_line(flat, read)


def _of_line(flat: str, read: Reader) -> Iterator[Hit]:
    """Yield the pairs of a line that begins with a label and is made of nothing but pairs."""
    if ":" in flat or "\t" in flat or "|" in flat or len(flat) > _LONGEST_LINE:
        return
    words = list(_WORD.finditer(flat))
    first = 1 if words and _HEAD.fullmatch(words[0][0]) else 0
    labels = [_label(word[0], read) for word in words]
    if len(words) < first + 2 or labels[first] is None or labels[-1] is not None:
        return
    if any(one and other for one, other in zip(labels[first:], labels[first + 1 :], strict=False)):
        return
    begins = [at for at, label in enumerate(labels) if label is not None and at >= first]
    for at, end in zip(begins, [*begins[1:], len(words)], strict=True):
        value = flat[words[at + 1].start() : words[end - 1].end()]
        label = labels[at]
        if label is not None and _holds(label, value):
            is_firm = label.meaning in _OF_FIRMS or label.meaning is Meaning.STATUS
            strict = not is_firm and label.meaning is not Meaning.TITLE
            yield replace(label, start=words[at].start(), value_start=words[at + 1].start(), strict=strict)


def _label(word: str, read: Reader) -> Hit | None:
    if not _SHORTEST <= len(word) <= _LONGEST:
        return None
    hit = read(word)
    return hit if hit is not None and hit.meaning is not None else None


def _holds(label: Hit, value: str) -> bool:
    """Say whether a value proves by its form that it is that of the label before it."""
    if label.meaning in _OF_FIRMS:
        return _NAME.fullmatch(value) is not None and not label.label.startswith(_NOT_FIRMS)
    if label.label in _GOODS:
        return label.meaning is Meaning.ITEM_NAME or _SEVERAL.fullmatch(value) is not None
    if label.meaning is Meaning.STATUS:
        return _YES.fullmatch(value) is not None
    if label.meaning in AMOUNTS | DATES | NUMBERS:
        return _FIGURES.search(value) is not None
    return label.meaning in _TAKEN
