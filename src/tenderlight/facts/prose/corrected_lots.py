"""Winners and prices of lots that clauses of a Chinese correction tell: those put right, and those that stay.

"采购包2原中标供应商甲公司放弃中标，现更正为乙公司；采购包1结果不变（丙公司，89万元）": what stays holds as well.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlight.facts.corrections.chinese_sentences import CHANGED
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.chinese_frames import NAME
from tenderlight.facts.words.lot_keys import LOT, half_width, key_of
from tenderlight.facts.words.vocabulary import AMOUNTS, Meaning
from tenderlight.languages.money import find_amounts

_LONGEST = 20_000
_LONGEST_CLAUSE = 400
_FEWEST_LOTS = 2
_CLAUSE = re.compile(r"[^。;\n]+")
_STAYS = re.compile(r"[^,。;:(]{0,16}?(?:保持|维持)?(?:不变|不作变更|不做变更|维持原结果)")
_NAME = re.compile(NAME)
_TAKES_PLACE = re.compile(rf"(?:现|由|依法|依次|重新)?(?:{CHANGED}|递补|顺延|确定|改由|由)")


@dataclass(frozen=True, slots=True, kw_only=True)
class _LotClause:
    lot: str
    clause: Piece
    winner: Piece
    stays: bool


def by_lot_clauses(entries: Sequence[Entry], sheets: Sequence[Sheet]) -> list[Entry]:
    """Return the entries with the winners and sums that clauses about lots tell, if they tell of two lots or more."""
    clauses = [one for sheet in sheets for one in _clauses(sheet)]
    if len({key_of(one.lot) for one in clauses}) < _FEWEST_LOTS or all(one.stays for one in clauses):
        return list(entries)
    result = list(entries)
    for at, entry in enumerate(result):
        lot = next((one.lot for one in clauses if _within(entry.value, one.clause)), None)
        if lot is not None and entry.lot is None and entry.meaning in AMOUNTS:
            result[at] = replace(entry, lot=lot)
    for one in clauses:
        told = Entry(meaning=Meaning.SUPPLIER, label="中标供应商", value=one.winner, order=0, lot=one.lot)
        result.append(told)
        money = _money(one.clause) if one.stays else None
        if money is not None:
            result.append(replace(told, meaning=Meaning.AWARD_AMOUNT, label="中标金额", value=money))
    return result


def _money(clause: Piece) -> Piece | None:
    """Return the one sum of a clause."""
    found = [one for one in find_amounts(clause.text, decimal_mark=".") if not one.bare and not one.per_unit]
    return clause.part(found[0].start, found[0].end) if len({one.amount for one in found}) == 1 else None


def _clauses(sheet: Sheet) -> Iterator[_LotClause]:
    flat = sheet.flat[:_LONGEST]
    for match in _CLAUSE.finditer(flat):
        lots = list(LOT.finditer(match[0][:_LONGEST_CLAUSE]))
        if len({key_of(one[0]) for one in lots}) != 1:
            continue
        clause = Piece(sheet=sheet, start=match.start() + lots[0].start(), end=match.start() + len(match[0]))
        stays = _STAYS.match(clause.flat)
        place = stays or _TAKES_PLACE.search(clause.flat)
        winner = _winner(clause.part(place.end(), len(clause.flat))) if place is not None else None
        if winner is not None:
            lot = half_width(clause.text)[: lots[0].end() - lots[0].start()]
            yield _LotClause(lot=lot, clause=clause, winner=winner, stays=stays is not None)


def _winner(rest: Piece) -> Piece | None:
    """Return the first company named in the rest of a clause."""
    named = _NAME.search(rest.flat[:_LONGEST_CLAUSE])
    names = find_names(rest.part(*named.span())) if named is not None else []
    return names[0].piece if len(names) == 1 else None


def _within(value: Piece, clause: Piece) -> bool:
    return value.sheet.page is clause.sheet.page and clause.start <= value.start < clause.end
