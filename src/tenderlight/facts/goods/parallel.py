"""Labels that list for all goods what each of them has, in the same order: 名称：甲、乙；型号：A、B；数量：4、6."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import ITEMS, Meaning

_SIGNS = (
    re.compile(r"\s?[;；]\s?"),
    re.compile(r"\s?、\s?"),
    re.compile(r"\s?[/|]\s?"),
    re.compile(r"\s?(?:，|,(?!\d{3}))\s?"),
)
_FEWEST = 2
_MOST = 60


def in_parallel(group: Sequence[Entry]) -> list[list[Entry]]:
    """Return the entries of each of the goods that one run of labels lists; empty if it lists none.

    One sign sets the names apart; the numbers have as many parts, and so has every other label that has several.

    Args:
        group: Labels with their values, beginning with the name.
    """
    name = next((one for one in group if one.meaning in {Meaning.ITEM_NAME, Meaning.NAME}), None)
    told = [one for one in group if one.meaning in ITEMS or one is name]
    if name is None or name.row is not None:
        return []
    for sign in _SIGNS:
        parts = {one.order: _parts(one.value, sign) for one in told}
        many = len(parts[name.order])
        if not _FEWEST <= many <= _MOST:
            continue
        parts = {order: found if len(found) > 1 else _apart(found[0], many) for order, found in parts.items()}
        counted = [one for one in told if one.meaning is Meaning.ITEM_QUANTITY and len(parts[one.order]) == many]
        if not counted or any(len(found) not in {1, many} for found in parts.values()):
            continue
        kept = [one for one in told if len(parts[one.order]) == many]
        return [[replace(one, value=parts[one.order][at]) for one in kept] for at in range(many)]
    return []


def _parts(value: Piece, sign: re.Pattern[str]) -> list[Piece]:
    stops = [0, *(at for match in sign.finditer(value.text) for at in match.span()), len(value.text)]
    parts = [value.part(start, end).stripped() for start, end in zip(stops[::2], stops[1::2], strict=True)]
    return parts if all(part.end > part.start for part in parts) else [value]


def _apart(value: Piece, many: int) -> list[Piece]:
    """Return a value taken apart by another sign than the names, if that makes as many parts."""
    found = [parts for sign in _SIGNS if len(parts := _parts(value, sign)) == many]
    return found[0] if found else [value]
