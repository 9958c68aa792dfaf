"""Lots told by sections of a form that are printed once for each: "SEKCJA VII WYKONAWCA (dla części 2)".

Notices of results of the Polish bulletin of public procurement (Biuletyn Zamówień Publicznych) repeat the sections on
how the procedure ended, on bids, on who won and on the contract for each part, with the part in brackets behind the
heading; forms of the Union in print do likewise ("Section V: Award of contract (Lot No 2)").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.stages.void_lots import void_lots
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern

_PAGES = 5
_LONGEST = 60_000
_FEWEST = 2
_HEADING = re.compile(
    r"(?m)^[ \t]{0,6}(?:sekcja|section|abschnitt)\s{1,2}[ivx]{1,5}(?!\w)[^\n()]{0,120}"
    r"(?:\((?:(?:dla|for|für|do)\s{1,2})?(?P<lot>(?:cz[ęe]ś(?:ci|ć)|lot|los|zadani[ae])\s{0,2}(?:nr\.?|no\.?)?\s{0,2}\d{1,3})\))?"
)
_ENDED = re.compile(r"(?:zakończył[oa]|kończy)\s{1,2}się\s{1,2}(?P<how>[^\n]{0,160})")
_NOBODY = mark_pattern("void")
_TAKES = frozenset(
    {
        *(Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.AWARD_AMOUNT),
        *(Meaning.CONTRACT_AMOUNT, Meaning.BID_AMOUNT, Meaning.TOTAL, Meaning.AMOUNT, Meaning.ESTIMATE),
        *(Meaning.STATUS, Meaning.CANCEL_REASON, Meaning.LOSER),
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    lot: str
    """As printed."""
    text: Piece
    """What stands under the heading."""


def with_lots_of_sections(notice: Notice) -> Notice | None:
    """Return a notice whose entries have the lots of the sections they stand in, or None if no sections name two."""
    found = [one for sheet in notice.sheets[:_PAGES] for one in _parts(sheet)]
    if len({key_of(one.lot) for one in found}) < _FEWEST:
        return None
    called = _called(notice.sheets, found)
    entries = [_placed(entry, found, called) for entry in notice.entries]
    known = {key_of(lot) for lot in void_lots(entries)}
    for one in found:
        lot, ended = called[key_of(one.lot)], _nobody(one)
        if ended is not None and key_of(lot) not in known:
            known.add(key_of(lot))
            entries.append(Entry(meaning=Meaning.STATUS, label="", value=ended, order=len(entries), lot=lot))
    return replace(notice, entries=tuple(replace(one, order=at) for at, one in enumerate(entries)))


def _parts(sheet: Sheet) -> Iterator[_Part]:
    """Yield the sections that a lot has for itself; a section without one ends it."""
    flat = sheet.flat[:_LONGEST]
    heads = list(_HEADING.finditer(flat))
    for head, after in zip_longest(heads, heads[1:]):
        if head["lot"] is not None:
            lot = " ".join(sheet.page.text[slice(*head.span("lot"))].split())
            end = after.start() if after is not None else len(flat)
            yield _Part(lot=lot, text=Piece(sheet=sheet, start=head.end(), end=end))


def _called(sheets: Sequence[Sheet], parts: Sequence[_Part]) -> dict[str, str]:
    """Return how each lot is called: "Część 2" where the notice prints that anywhere, else as in the heading."""
    called: dict[str, str] = {}
    for one in parts:
        number = one.lot.split()[-1]
        plain = re.compile(rf"Część (?:nr )?{re.escape(number)}(?!\d)")
        match = next((found for sheet in sheets[:_PAGES] if (found := plain.search(sheet.page.text[:_LONGEST]))), None)
        called.setdefault(key_of(one.lot), match[0] if match is not None else one.lot)
    return called


def _placed(entry: Entry, parts: Sequence[_Part], called: dict[str, str]) -> Entry:
    if entry.meaning not in _TAKES or entry.row is not None:
        return entry
    page, start = entry.value.sheet.page, entry.value.start
    own = next((one for one in parts if one.text.sheet.page is page and one.text.start <= start < one.text.end), None)
    return replace(entry, lot=called[key_of(own.lot)]) if own is not None else entry


def _nobody(part: _Part) -> Piece | None:
    """Return the words that say that a section's lot ended without a winner; of a question only the answer counts."""
    ended = _ENDED.search(part.text.flat)
    if ended is None:
        return None
    line = part.text.part(ended.start(), ended.end())
    answer = line.part(line.flat.rfind(":") + 1, len(line.flat))
    void = _NOBODY.search(answer.flat)
    return answer.part(*void.span()) if void is not None else None
