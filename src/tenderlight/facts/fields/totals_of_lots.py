"""Totals that a form prints below each of its lots: "Lote 1 … Importe total 61.400 EUR … Lote 2 … Importe total …".

The label of such a sum says that it is that of the whole; printed once under every lot it is that of the lot.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.lot_keys import OF_THE_WHOLE
from tenderlight.facts.words.vocabulary import AMOUNTS

_FEWEST = 2


def totals_in_their_lots(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with totals given to the lots they stand under, where each of several lots has one.

    A total more under the last lot is that of all, and stays so.
    """
    above: str | None = None
    under: dict[tuple[str, str], dict[str, list[int]]] = {}
    for at, entry in enumerate(entries):
        above = entry.lot or above
        if above is not None and _is_total(entry):
            under.setdefault((entry.label, entry.hint), {}).setdefault(above, []).append(at)
    of_lot = {
        places[0]: lot
        for lots in under.values()
        if len(lots) >= _FEWEST and all(len(places) == 1 for places in [*lots.values()][:-1])
        for lot, places in lots.items()
    }
    return [replace(entry, lot=of_lot[at]) if at in of_lot else entry for at, entry in enumerate(entries)]


def _is_total(entry: Entry) -> bool:
    """Say whether an entry is a sum that its label alone makes one of the whole."""
    is_alone = entry.row is None and entry.lot is None and entry.meaning in AMOUNTS
    return is_alone and OF_THE_WHOLE.match(entry.label) is not None
