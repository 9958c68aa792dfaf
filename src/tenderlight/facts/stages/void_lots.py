"""Lots of an award that ended without a supplier, and what says so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.names.blanks import is_blank
from tenderlight.facts.names.in_values import names_in_lot
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning, Section, mark_pattern
from tenderlight.languages.scripts import has_han

_VOID = mark_pattern("void")
_TELLS_VOID = frozenset({Meaning.SUPPLIER, Meaning.PARTY, Meaning.AWARD_AMOUNT, Meaning.OTHER})
_HOLDS_STATE = frozenset({Meaning.LOT, Meaning.STATUS})
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.PARTY, Meaning.LEAD})
_LONGEST_STATE = 80
NOT_YET = re.compile(r"\bif\b|\bmay be\b|\bcould be\b|\bwould be\b|\bunless\b|\breserves?\b|previous|earlier")
"""Words of what may become of a lot, or of what has been before."""
_NOBODY = re.compile(
    r"(?:(?:无|[—–-]{1,2})\s?[(][^()]{2,20}[)]|"
    r"(?:none|nil|nobody|n/a|ninguno|aucun|nenhum|keiner|nessuno)(?:\s?[(][^()]{2,60}[)]|\s?[,;:–—-]\s[^\n]{2,60}))\s*$"
)
"""Nobody, and why: 無（分項流標）, "None (to be re-tendered)"."""


def void_lots(entries: Sequence[Entry]) -> dict[str, Entry]:
    """Return the lots that ended without a supplier, and what says so."""
    found: dict[str, Entry] = {}
    lost = _lost_rows(entries)
    for entry in entries:
        if entry.lot is None or entry.old or entry.row in lost:
            continue
        flat = entry.value.flat.lstrip(" (/、,")
        is_void = _VOID.match(flat) or (_NOBODY.match(flat) and _VOID.search(flat))
        begins = entry.meaning is Meaning.CANCEL_REASON or (entry.meaning in _TELLS_VOID and is_void)
        begins = begins or (entry.meaning is Meaning.LOT and entry.section is Section.CANCELLED)
        seen = flat[:20] if has_han(flat) else _rest_of_line(entry)
        if (
            begins or (entry.meaning in _HOLDS_STATE and _VOID.search(seen) and not NOT_YET.search(seen))
        ) and not names_in_lot(entry):
            found.setdefault(entry.lot, entry)
    for lot, void in _void_rows(entries):
        found.setdefault(lot, void)
    return found


def _lost_rows(entries: Sequence[Entry]) -> set[int]:
    """Return the rows of bidders who lost a lot that another row gives to somebody: what they say is of the bidder."""
    rows = [one for one in entries if one.row is not None and one.lot is not None and not one.old]
    won = {one.lot for one in rows if one.meaning is Meaning.SUPPLIER and _VOID.search(one.value.flat) is None}
    lost = {one.row for one in rows if one.meaning is Meaning.LOSER and one.lot in won and not is_blank(one.value.text)}
    return {row for row in lost if row is not None} - {one.row for one in rows if one.meaning is Meaning.SUPPLIER}


def _void_rows(entries: Sequence[Entry]) -> Iterator[tuple[str, Entry]]:
    """Yield the lots of rows that leave their winner open and say in another cell that nobody won."""
    rows: dict[int, list[Entry]] = {}
    for entry in entries:
        if entry.row is not None and entry.lot is not None and not entry.old:
            rows.setdefault(entry.row, []).append(entry)
    for row in rows.values():
        winners = [one for one in row if one.meaning in _WINNERS]
        if not winners or not all(is_blank(one.value.text) or _VOID.search(one.value.flat) for one in winners):
            continue
        void = next(
            (one for one in row if len(one.value.flat) <= _LONGEST_STATE and _VOID.search(one.value.flat)), None
        )
        if void is not None and void.lot is not None:
            yield void.lot, void


def _rest_of_line(entry: Entry) -> str:
    """Return the line from a value on: what says that nobody won a lot may look like a label."""
    if entry.meaning is not Meaning.LOT or entry.row is not None:
        return entry.value.flat
    return entry.value.sheet.flat[entry.value.start :].partition("\n")[0]
