"""Sentences that give several lots their winners and prices in one go: "一、二标段中标人分别为甲公司、乙公司".

The n-th name and the n-th price belong to the n-th lot. Where their numbers differ, none of them is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.entries import Entry
from tenderlight.facts.layout import Piece, Sheet
from tenderlight.facts.names import find_names
from tenderlight.facts.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_PAGES = 5
_LONGEST = 20_000
_NUMBER = r"(?:[一二三四五六七八九十]{1,3}|\d{1,2}|[a-z])"
_NOUN = r"(?:标段|标包|分包|采购包|合同包|标项|包件|包)"
_LOTS = re.compile(
    rf"(?:(?P<plain>第?{_NUMBER}(?:[、,和及与]第?{_NUMBER}){{1,19}})(?P<noun>{_NOUN})|"
    rf"(?P<lead>{_NOUN})(?P<after>{_NUMBER}(?:[、,和及与]{_NUMBER}){{1,19}}))"
)
_ONE = re.compile(_NUMBER)
_WINNERS = re.compile(
    r"(?:中标|成交|中选|入围|得标)(?:供应商|人|单位|方|商)?(?:名称)?(?:分别|依次)(?:为|"
    r"是)\s*:?\s*(?P<names>[^。;\n]{8,600})"
)
_PRICES = re.compile(
    r"(?:中标|成交|中选|得标|合同)(?:总?金额|总?价格?|总?报价)?(?:分别|依次)(?:为|"
    r"是)\s*:?\s*(?P<prices>[^。;\n]{4,400})"
)
_REACH = 160
"""Characters between the lots and the words that give them their winners."""


def distributed_entries(sheets: Sequence[Sheet], first: int) -> list[Entry]:
    """Return winners and prices by lot as one sentence gives them to several lots, numbered from `first`."""
    found = [
        one for sheet in sheets[:_PAGES] if "分别" in sheet.flat or "依次" in sheet.flat for one in _in_sheet(sheet)
    ]
    return [
        Entry(
            meaning=meaning, label=label, value=piece, order=first + at, lot=lot, strict=meaning is not Meaning.SUPPLIER
        )
        for at, (meaning, label, piece, lot) in enumerate(found)
    ]


def _in_sheet(sheet: Sheet) -> Iterator[tuple[Meaning, str, Piece, str]]:
    flat = sheet.flat[:_LONGEST]
    for winners in _WINNERS.finditer(flat):
        lots = _lots_before(sheet, winners.start())
        names = [one.piece for one in find_names(_names_only(sheet, winners))]
        if len(lots) < 2 or len(names) != len(lots):
            continue
        yield from ((Meaning.SUPPLIER, "中标供应商", name, lot) for name, lot in zip(names, lots, strict=True))
        prices = _PRICES.search(flat, winners.end("names") - 200, min(len(flat), winners.end() + _REACH))
        amounts = _amounts(sheet, prices) if prices and prices.start() > winners.start("names") else []
        if len(amounts) == len(lots):
            yield from (
                (Meaning.AWARD_AMOUNT, "中标金额", piece, lot) for piece, lot in zip(amounts, lots, strict=True)
            )


def _names_only(sheet: Sheet, winners: re.Match[str]) -> Piece:
    """Return the list of names without what follows it in the same sentence (the prices)."""
    stop = re.search(r",(?=[^,]{0,12}(?:分别|依次))", winners["names"])
    end = winners.start("names") + stop.start() if stop else winners.end("names")
    return Piece(sheet=sheet, start=winners.start("names"), end=end).stripped(" ,。;")


def _amounts(sheet: Sheet, prices: re.Match[str]) -> list[Piece]:
    start, end = prices.span("prices")
    found = [one for one in find_amounts(sheet.page.text[start:end], decimal_mark=".") if not one.per_unit]
    if any(one.bare for one in found):
        return []
    return [Piece(sheet=sheet, start=start + one.start, end=start + one.end) for one in found]


def _lots_before(sheet: Sheet, end: int) -> list[str]:
    """Return the names of the lots that are counted up last before a place, each with its noun."""
    start = max(0, end - _REACH)
    matches = list(_LOTS.finditer(sheet.flat, start, end))
    if not matches:
        return []
    match = matches[-1]
    if match["lead"]:
        return [f"{match['lead']}{one[0].upper()}" for one in _ONE.finditer(match["after"])]
    return [f"第{one[0].upper()}{match['noun']}" for one in _ONE.finditer(match["plain"])]
