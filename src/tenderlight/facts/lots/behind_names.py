"""Lots that stand behind their winners: "X Pty Ltd has been successful for Lots 1 and 3 and Y Ltd for Lot 2".

Lists of lots begin with the lot; sentences may begin with who won. A sentence is read so if it speaks of winning, names
at least two companies, no lot stands before the first of them, and one or more stand behind each before the next.
Prices are taken where each stands right before its lot: "$640,000 for Lot 1, $388,500 for Lot 2".
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import islice

from tenderlight.facts.names.groups import apart
from tenderlight.facts.names.western import companies, keeps_full_stop
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, key_of, western_names
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Stage

_PAGES = 3
_LONGEST_PAGE = 20_000
_LONGEST = 900
_FEWEST = 2
_MOST = 200
_SENTENCE = re.compile(
    r"[^\n]+?(?:(?:(?<=[^\W\d_]{4})|(?<=\s\d)|(?<=\s\d\d)|(?<=\d\d\d)|(?<=\)))\.(?=\s+[A-ZÀ-ÞА-ЯЁІЇЄҐ«])|\n|$)|[^\n]+$"
)
_WON = re.compile(
    r"\b(?:success|award|select|appoint|won\b|wins\b|winner|winning|adjudic|ganador|vencedor|attribu|retenu|remport|gagn|"
    r"zuschlag|aggiudic|победител|признан|выигра|переможц|визнан|contract|(?:suppliers?|providers?|vendors?)\s?:)"
)
_LOST = mark_pattern("lost")
_AND = re.compile(r"[\s,;]{0,2}(?:(?:and|y|e|et|и|та|und|ed)\s)?")
_NEAR = 90
"""Characters between a name and the first of its lots."""
_FOR_LOT = re.compile(
    r"\s?[(]$|\s?(?:\([^()\d]{2,24}\)\s?)?(?:for|in respect of|para|por|pour|für|по|за|per|de|del|du)\s(?:the\s|"
    r"el\s|le\s|o\s|il\s)?$"
)


def lots_behind_names(notice: Notice) -> list[Entry]:
    """Return who won which lot, and the prices of lots, as the first such sentence tells; still without numbers."""
    for sheet in notice.sheets[:_PAGES] if notice.language != "zh" else ():
        for sentence in islice(_SENTENCE.finditer(sheet.page.text[:_LONGEST_PAGE]), _MOST):
            if sentence.end() - sentence.start() > _LONGEST or not HEADS_WESTERN.search(sheet.flat, *sentence.span()):
                continue
            told = list(_told(Piece(sheet=sheet, start=sentence.start(), end=sentence.end())))
            if told:
                lots = [entry.lot for entry in told]
                prices = list(_prices(notice, sheet, lots)) or list(_prices_behind(notice, told, sentence.end()))
                return [*told, *prices]
    return []


def _prices_behind(notice: Notice, told: Sequence[Entry], end: int) -> Iterator[Entry]:
    """Yield the one amount that stands between a lot and the next name, if each of the lots has one."""
    is_contract = notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE}
    meaning = Meaning.CONTRACT_AMOUNT if is_contract else Meaning.AWARD_AMOUNT
    found: list[Entry] = []
    for one, stop in zip(told, [*(other.value.start for other in told[1:]), end], strict=True):
        behind = Piece(sheet=one.value.sheet, start=one.value.end, end=max(stop, one.value.end))
        amounts = [each for each in find_amounts(behind.text, decimal_mark=notice.decimal_mark) if not each.bare]
        if len(amounts) != 1:
            return
        found.append(replace(one, meaning=meaning, value=behind.part(amounts[0].start, amounts[0].end)))
    yield from found


def _told(sentence: Piece) -> Iterator[Entry]:
    flat, text = sentence.flat, sentence.text
    if not _WON.search(flat) or _LOST.search(flat):
        return
    firms = sorted((_behind_lot(flat, start), end) for span in companies(text) for start, end in apart(text, *span))
    heads = list(HEADS_WESTERN.finditer(flat))
    if len(firms) < _FEWEST or not heads or heads[0].start() < firms[0][0]:
        return
    stops = [*(start for start, _end in firms[1:]), len(flat)]
    entries: list[Entry] = []
    for (start, end), stop in zip(firms, stops, strict=True):
        behind = [head for head in heads if end <= head.start() < stop]
        if not behind or behind[0].start() - end > _NEAR:
            return
        value = sentence.part(start, end + keeps_full_stop(text, end))
        lots = [lot for head in behind for lot in western_names(text, head)]
        entries += [Entry(meaning=Meaning.SUPPLIER, label="lot", value=value, order=0, lot=lot) for lot in lots]
    if len({key_of(entry.lot) for entry in entries}) == len(entries):
        yield from entries


def _behind_lot(flat: str, start: int) -> int:
    """Return where a name begins that is read with the lot before it: "Lots 1 and 3 and X Ltd"."""
    head = HEADS_WESTERN.match(flat, start)
    joint = _AND.match(flat, head.end()) if head is not None else None
    return joint.end() if joint is not None else start


def _prices(notice: Notice, sheet: Sheet, lots: Sequence[str | None]) -> Iterator[Entry]:
    """Yield the amounts that stand right before a lot each, if every lot has one."""
    known = {key_of(lot): lot for lot in lots}
    flat = sheet.flat[:_LONGEST_PAGE]
    is_contract = notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE}
    meaning = Meaning.CONTRACT_AMOUNT if is_contract else Meaning.AWARD_AMOUNT
    found: dict[str, Entry] = {}
    amounts = [
        one for one in find_amounts(sheet.page.text[: len(flat)], decimal_mark=notice.decimal_mark) if not one.bare
    ]
    for head in HEADS_WESTERN.finditer(flat):
        key = key_of(next(iter(western_names(sheet.page.text, head)), None))
        near = [one for one in amounts if one.end <= head.start() and _FOR_LOT.fullmatch(flat, one.end, head.start())]
        if near and key in known and key not in found:
            value = Piece(sheet=sheet, start=near[-1].start, end=near[-1].end)
            found[key] = Entry(meaning=meaning, label="lot", value=value, order=0, lot=known[key])
    if len(found) == len(known):
        yield from found.values()
