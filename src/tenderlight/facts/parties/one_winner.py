"""The only supplier of a Chinese document with several lots: all of them are its own, each at the price printed for it.

A contract, or a letter to the winner, names the supplier once and lists the lots with their prices; the total below
proves which of the figures these are.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from tenderlight.facts.lots.prices import PRICED
from tenderlight.facts.lots.wholes import Part, proved_parts
from tenderlight.facts.pages.document import CONCLUDED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.parties.buyers import names_of
from tenderlight.facts.parties.suppliers import find_suppliers
from tenderlight.facts.stages.void_lots import void_lots
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage
from tenderlight.model.values import SupplierRole, SupplierValue

_NAMING = (Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.PARTY, Meaning.ADDRESSEE)
_READ_AS_LOT = PRICED | {Meaning.AMOUNT, Meaning.LOT}


def with_one_winner(notice: Notice) -> Notice:
    """Return a notice whose only supplier has the lots that its total proves, each with its price."""
    if notice.language != "zh" or notice.stage not in CONCLUDED or void_lots(notice.entries):
        return notice
    parts, whole = next((found for sheet in notice.sheets if (found := proved_parts(sheet))[0]), ([], None))
    if whole is None:
        return notice
    told = [one.value for one in find_suppliers(notice) if isinstance(one.value, SupplierValue)]
    if len(told) != 1 or told[0].role is not SupplierRole.SOLE or told[0].lot is not None:
        return notice
    name = _where(notice, told[0].name)
    if name is None:
        return notice
    lots = {key_of(one.lot) for one in parts}
    kept = [one for one in notice.entries if not _is_of_lot(one, lots)]
    first = len(notice.entries)
    more = [replace(one, order=first + at) for at, one in enumerate(_entries(notice, name, parts, whole))]
    return replace(notice, entries=(*kept, *more))


def _where(notice: Notice, name: str) -> Piece | None:
    """Return where the supplier is named beside a label."""
    found = (one.piece for entry in notice.of(*_NAMING) for one in names_of(entry) if one.name == name)
    return next(found, None)


def _is_of_lot(entry: Entry, lots: set[str]) -> bool:
    return entry.row is None and entry.meaning in _READ_AS_LOT and entry.lot is not None and key_of(entry.lot) in lots


def _entries(notice: Notice, name: Piece, parts: list[Part], whole: Piece) -> Iterator[Entry]:
    price = Meaning.AWARD_AMOUNT if notice.stage is Stage.AWARD else Meaning.CONTRACT_AMOUNT
    for part in parts:
        yield Entry(meaning=Meaning.SUPPLIER, label="lot", value=name, order=0, lot=part.lot)
        yield Entry(meaning=price, label="lot", value=part.piece, order=0, lot=part.lot)
    if not any(one.lot is None and one.value.start <= whole.start < one.value.end for one in notice.of(*PRICED)):
        yield Entry(meaning=price, label="total", value=whole, order=0)
