"""Rows and lots of Spanish and Portuguese notices that are told otherwise than by a column of lots.

The number of a procedure may end with its lot ("08A/CP/002/2020 – Lote 1"), the cell of the winner may say that there
is none ("Fracasado"), the last row may be the total, and a list may name each winner above the lot that it won.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern

_LANGUAGES = frozenset({"es", "pt"})
_LOT_BEHIND = re.compile(r"\s*[–—,/-]\s*(?P<lot>(?i:lote|partida|[íi]tem|grupo|rengl[óo]n)\s\w{1,4})\s*$")
_VOID = mark_pattern("void")
_LONGEST_VOID = 40
_TOTAL = re.compile(
    r"(?:monto |importe |valor |preço |precio )?(?:gran )?tota(?:l|is|les)(?: (?:geral|general|global|adjudicado))?\W*"
)
_BID = re.compile(r"(?:melhor|menor|último|valor do) lance(?: vencedor)?|lance(?: final)?")
_SECOND = re.compile(r"(?m)^\s*segundo\s?[:.)-]")
_PRICES = frozenset({Meaning.AWARD_AMOUNT, Meaning.TOTAL, Meaning.CONTRACT_AMOUNT})


def with_iberian_rows(entries: Sequence[Entry], language: str) -> list[Entry]:
    """Return the entries with lots, states and totals where rows tell them in such ways.

    Args:
        entries: What labels and tables say.
        language: ISO 639-1; entries in other languages are returned as they are.
    """
    if language not in _LANGUAGES:
        return [*entries]
    found = _with_best_bids([one for one in entries if not _is_third_clause(one)])
    found = _without_totals(_with_states(_with_lots_of_numbers(found)))
    return _as_first_written(_with_lots_below(found))


def _is_third_clause(entry: Entry) -> bool:
    """Say whether "Tercero" counts the clauses of a resolution, and is no word for who sells."""
    return entry.label == "tercero" and _SECOND.search(entry.value.sheet.flat) is not None


def _with_best_bids(entries: Sequence[Entry]) -> list[Entry]:
    """Take the bid of an electronic auction for that of one piece where the total stands beside it."""
    bids = {id(one) for one in entries if one.meaning is Meaning.AWARD_AMOUNT and _BID.fullmatch(one.label)}
    wholes = [
        one for one in entries if one.meaning is Meaning.TOTAL and _TOTAL.fullmatch(one.label) and one.row is None
    ]
    if len(bids) != 1 or len(wholes) != 1:
        return [*entries]
    return [
        replace(one, meaning=Meaning.UNIT_PRICE)
        if id(one) in bids
        else replace(one, meaning=Meaning.AWARD_AMOUNT)
        if one is wholes[0]
        else one
        for one in entries
    ]


def _with_lots_of_numbers(entries: Sequence[Entry]) -> list[Entry]:
    """Give the rows whose number ends with a lot that lot."""
    ends = {
        one.row: (one, match)
        for one in entries
        if one.meaning is Meaning.PROJECT_NUMBER and one.row is not None and one.lot is None
        if (match := _LOT_BEHIND.search(one.value.text))
    }
    if len(ends) < 2 or len({match["lot"] for _one, match in ends.values()}) < len(ends):
        return [*entries]
    result = []
    for one in entries:
        told = ends.get(one.row) if one.row is not None else None
        if told is None:
            result.append(one)
        elif one is told[0]:
            result.append(replace(one, value=one.value.part(0, told[1].start()), lot=None))
            value = one.value.part(*told[1].span("lot"))
            result.append(replace(one, meaning=Meaning.LOT, label="lote", value=value, lot=told[1]["lot"]))
        else:
            result.append(replace(one, lot=told[1]["lot"]))
    return result


def _with_states(entries: Sequence[Entry]) -> list[Entry]:
    """Make a state of the cell of a winner that says that nobody won."""
    return [
        replace(one, meaning=Meaning.STATUS)
        if one.meaning is Meaning.SUPPLIER
        and one.row is not None
        and len(one.value.flat) <= _LONGEST_VOID
        and _VOID.match(one.value.flat)
        else one
        for one in entries
    ]


def _without_totals(entries: Sequence[Entry]) -> list[Entry]:
    """Make the whole of a row that stands as a lot called total."""
    rows = {
        one.row
        for one in entries
        if one.meaning is Meaning.LOT and one.row is not None and _TOTAL.fullmatch(one.value.flat)
    }
    if not rows:
        return [*entries]
    is_of_award = any(one.meaning is Meaning.SUPPLIER and one.row is not None for one in entries)
    result = []
    for one in entries:
        if one.row not in rows:
            result.append(one)
        elif one.meaning in _PRICES:
            meaning = Meaning.AWARD_AMOUNT if is_of_award else one.meaning
            result.append(replace(one, meaning=meaning, label=f"{one.label} total", lot=None, row=None))
    return result


def _with_lots_below(entries: Sequence[Entry]) -> list[Entry]:
    """Give winners in rows that stand each above one lot that lot."""
    heads = [at for at, one in enumerate(entries) if one.meaning is Meaning.SUPPLIER and one.row is not None]
    below: dict[int | None, str] = {}
    if len(heads) < 2:
        return [*entries]
    for at, following in zip(heads, [*heads[1:], len(entries)], strict=True):
        lots = [one.lot for one in entries[at:following] if one.meaning is Meaning.LOT and one.row is None and one.lot]
        if len(lots) == 1:
            below[entries[at].row] = lots[0]
    if len(below) < len(heads) or len(set(below.values())) < len(below):
        return [*entries]
    own = {Meaning.SUPPLIER, *_PRICES}
    return [replace(one, lot=below[one.row]) if one.row in below and one.meaning in own else one for one in entries]


def _as_first_written(entries: Sequence[Entry]) -> list[Entry]:
    """Write each lot as it is printed first: "Partida 1" and "partida 1" are one."""
    first: dict[str, str] = {}
    for one in entries:
        if one.lot is not None:
            first.setdefault(one.lot.casefold(), one.lot)
    return [replace(one, lot=first[one.lot.casefold()]) if one.lot is not None else one for one in entries]
