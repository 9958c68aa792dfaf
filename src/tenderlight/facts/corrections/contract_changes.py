"""Prices that a contract changes: "原合同总价由2,960,000元调整为3,092,000元", "变更后合同总价为…".

A supplement names the old price and the new one. The new one holds; the old one stays, marked as taken back.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import find_amounts

_PAGES = 5
_LONGEST = 20_000
_PRICE = r"(?:总?金额|总?价款?|总额|总造价|造价|总值|价金(?:总额)?)"
_BECOMES = r"(?:调整|变更|修改|更改|修正|增加|减少|核减|调增|调减|追加|增|减|改)[为至到]"
_RENEWED = re.compile(
    rf"(?:原?(?:合同|合约|契约|协议)|含税)[^\s,。;:\d]{{0,8}}?{_PRICE}(?:由(?P<old>(?:[^,。;由]|"
    rf"(?<=\d),(?=\d)){{2,40}}?))?,?"
    rf"{_BECOMES}|(?:变更|调整|修改|补充|增加|追加)后,?的?(?:合同|协议|契约|合约)?(?:含税|暂定)?{_PRICE}(?:为|是|共计)?"
)
_NOISE = r"[\s:(]*(?:人民币|小写|约|¥)*[\s:(]*"
_TWINS = frozenset({Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS})
_FORMER = re.compile(
    rf"(?:原(?:合同|合约|契约|协议)|签[订署][^。;\n]{{0,40}}?(?:合同|合约|契约|协议)(?:书)?[》”\"])"
    rf"[^。;\n]{{0,60}}?(?<!不含税){_PRICE}(?:为|是|:|\s)*$"
)


def apply_changes(entries: Sequence[Entry], sheets: Sequence[Sheet]) -> list[Entry]:
    """Return the entries of a contract with the price that a sentence changes, the old one marked as old."""
    changed = [entry for sheet in sheets[:_PAGES] for entry in _changed(sheet)]
    renewed = [entry for entry in changed if not entry.old]
    figures = {amount.amount for entry in renewed for amount in find_amounts(entry.value.text, decimal_mark=".")}
    if len(figures) != 1:
        return list(entries)
    first = min(renewed, key=lambda entry: entry.value.start)
    kept = [
        replace(entry, old=True) if _is_former(entry, first, figures) or _is_part(entry, figures) else entry
        for entry in entries
    ]
    return [replace(entry, order=order) for order, entry in enumerate([*kept, *changed])]


def _is_former(entry: Entry, renewed: Entry, figures: set[Decimal]) -> bool:
    """Say whether an entry states the price of the contract as it was: another figure, before the new one."""
    if entry.meaning is not Meaning.CONTRACT_AMOUNT or entry.row is not None:
        return False
    amounts = {amount.amount for amount in find_amounts(entry.value.text, decimal_mark=".")}
    same_page = entry.value.sheet.page.number == renewed.value.sheet.page.number
    return same_page and entry.value.start < renewed.value.start and not amounts & figures


def _is_part(entry: Entry, figures: set[Decimal]) -> bool:
    """Say whether an amount in words or digits is what is added or taken off, and not the new price."""
    amounts = {amount.amount for amount in find_amounts(entry.value.text, decimal_mark=".")}
    return entry.meaning in _TWINS and entry.row is None and bool(amounts) and not amounts & figures


def _changed(sheet: Sheet) -> Iterator[Entry]:
    text, flat = sheet.page.text[:_LONGEST], sheet.flat[:_LONGEST]
    amounts = [one for one in find_amounts(text, decimal_mark=".") if not one.bare and not one.per_unit]
    for match in _RENEWED.finditer(flat) if amounts else ():
        new = next((one for one in amounts if one.start >= match.end()), None)
        if new is None or not re.fullmatch(_NOISE, flat[match.end() : new.start]):
            continue
        old = _old(amounts, flat, match)
        if old is not None:
            yield _entry(sheet, old, old=True)
        taken_back = text[old.start : old.end] if old is not None else None
        yield replace(_entry(sheet, new, old=False), replaces=taken_back)


def _old(amounts: Sequence[FoundAmount], flat: str, renewed: re.Match[str]) -> FoundAmount | None:
    """Return what the new price takes the place of: named in the sentence, or as that of the contract before it."""
    if renewed["old"] is not None:
        start, end = renewed.span("old")
        return next((one for one in amounts if start <= one.start < end), None)
    before = [one for one in amounts if one.end <= renewed.start() and _FORMER.search(flat[: one.start])]
    return before[-1] if before else None


def _entry(sheet: Sheet, amount: FoundAmount, *, old: bool) -> Entry:
    value = Piece(sheet=sheet, start=amount.start, end=amount.end)
    return Entry(meaning=Meaning.CONTRACT_AMOUNT, label="变更后合同总价", value=value, order=0, old=old)
