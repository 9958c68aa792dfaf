"""Fields of saved registers: labels that stand before their values with no colon between, line by line.

Three fields of days, sums or numbers that begin their lines so tell such a page. On it a line below the first of them
is a field, whatever heading its words might be elsewhere: "Извещение о закупке 32110011223" is a number, and
"Способ определения поставщика Электронный аукцион" says how it was bought.
"""

from __future__ import annotations

from collections.abc import Sequence

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import AMOUNTS, DATES, NUMBERS

_FEWEST = 3


def bare_fields(entries: Sequence[Entry]) -> list[Piece]:
    """Return the values of the fields without a colon that begin their lines; empty if too few for a register."""
    found = [
        entry.value
        for entry in entries
        if entry.strict and entry.label and entry.meaning in DATES | AMOUNTS | NUMBERS and _begins_line(entry)
    ]
    return found if len(found) >= _FEWEST else []


def _begins_line(entry: Entry) -> bool:
    flat = entry.value.sheet.flat
    line = flat.rfind("\n", 0, entry.value.start) + 1
    return flat.startswith(entry.label, line)
