"""What cells and tables mean that their own heads do not tell: by their values, and by the line over the table."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning, meaning_of
from tenderlight.languages.money import find_amounts

_LINES_ABOVE = 4
_LONGEST_HEADING = 60
_PRICES = frozenset({Meaning.TOTAL, Meaning.OTHER_AMOUNT, Meaning.BID_AMOUNT})


def with_typed_cells(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries with what tables say without a word of their own.

    A column of awards whose head has a unit of money ("Award (Kshs.)") holds prices, no states; a table under a line
    that is nothing but a label of winners ("Proveedores adjudicados") names winners and what they get.
    """
    typed = [replace(one, meaning=Meaning.AWARD_AMOUNT) if _is_price(one) else one for one in entries]
    rows = {one.row for one in typed if one.meaning is Meaning.PARTY and one.row is not None and _is_of_winners(one)}
    if not rows:
        return typed
    prices = {row: sum(one.row == row and one.meaning in _PRICES for one in typed) for row in rows}
    result = []
    for one in typed:
        if one.row in rows and one.meaning is Meaning.PARTY:
            result.append(replace(one, meaning=Meaning.SUPPLIER))
        elif one.row in rows and one.meaning in _PRICES and prices[one.row] == 1:
            result.append(replace(one, meaning=Meaning.AWARD_AMOUNT))
        else:
            result.append(one)
    return result


def _is_price(entry: Entry) -> bool:
    """Say whether the state of a bid is a sum of money."""
    if entry.meaning is not Meaning.STATUS or entry.unit is None or entry.row is None:
        return False
    return len(find_amounts(entry.value.text, unit=entry.unit, decimal_mark=".")) == 1


def _is_of_winners(entry: Entry) -> bool:
    """Say whether one of the lines over an entry's own is a label of winners and nothing else."""
    flat = entry.value.sheet.flat[: entry.value.start]
    lines = [line.strip(" :") for line in flat.split("\n")[:-1] if line.strip()][-_LINES_ABOVE:]
    return any(len(line) <= _LONGEST_HEADING and _names_winners(line) for line in lines)


def _names_winners(line: str) -> bool:
    return not re.search(r"[|\t]|\s{2}", line) and meaning_of(line) is Meaning.SUPPLIER
