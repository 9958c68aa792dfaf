"""Fields that hold several values, each behind a key of its own: "承辦商：(甲部) 甲公司；(乙部) 乙公司".

Where the field of the winners and that of the prices use the same keys, each key is a lot: its winner and its price are
taken apart. A field whose keys no other field repeats is left as it is, unless the keys are called parts or lots.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.facts.words.vocabulary import Meaning

_NAMED = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.PARTY})
_PRICED = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.TOTAL, Meaning.AMOUNT})
_TAKEN = _NAMED | _PRICED
_FEWEST = 2
_LONGEST = 900
_KEY = re.compile(
    r"(?:^|(?<=[;,、\n])|(?<=[;,、] )|"
    r"(?<=; ))\s{0,3}[(\[]\s?(?P<key>[^()\[\]\n:;,]{1,12})\s?[)\]]\s{0,2}:?\s{0,2}(?=[^\s(\[])"
)
"""A key in brackets at the beginning of a part of the field."""
_OF_LOT = re.compile(r"部|包|项|标段|组|\b(?:lot|item|part|group|section|lote|ítem|partida|лот)\b")
_SHORT = re.compile(r"[a-z]|\d{1,2}|[ivx]{1,4}|[甲乙丙丁一二三四五六七八九十]{1,2}")


def with_keyed_fields(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries, those of winners and prices apart whose values stand behind the same keys."""
    parts = {at: _parts(entry) for at, entry in enumerate(entries) if _takes(entry)}
    keys = {
        tuple(key_of(lot) for lot, _value in found)
        for at, found in parts.items()
        if found and entries[at].meaning in _NAMED
    }
    priced = {
        tuple(key_of(lot) for lot, _value in found)
        for at, found in parts.items()
        if found and entries[at].meaning in _PRICED
    }
    if not keys:
        return list(entries)
    result: list[Entry] = []
    for at, entry in enumerate(entries):
        found = parts.get(at) or []
        told = tuple(key_of(lot) for lot, _value in found)
        is_of_lots = bool(told) and told in keys and (told in priced or all(_OF_LOT.search(lot) for lot, _ in found))
        result += [replace(entry, value=value, lot=lot) for lot, value in found] if is_of_lots else [entry]
    return [replace(entry, order=order) for order, entry in enumerate(result)]


def _takes(entry: Entry) -> bool:
    if entry.meaning not in _TAKEN or entry.row is not None or entry.lot is not None or entry.strict:
        return False
    return bool(entry.label) and entry.value.end - entry.value.start <= _LONGEST and entry.value.flat[0] in "(["


def _parts(entry: Entry) -> list[tuple[str, Piece]]:
    """Return the keys of a field with what stands behind each, or none if it does not begin with a key."""
    heads = list(_KEY.finditer(entry.value.flat))
    keys = [entry.value.text[slice(*head.span("key"))].strip() for head in heads]
    if len(heads) < _FEWEST or heads[0].start() > 0 or len(set(map(key_of, keys))) != len(keys):
        return []
    if not all(_OF_LOT.search(head["key"]) or _SHORT.fullmatch(head["key"].strip()) for head in heads):
        return []
    ends = [*(head.start() for head in heads[1:]), len(entry.value.flat)]
    values = [entry.value.part(head.end(), end).stripped(" \t\n;,、") for head, end in zip(heads, ends, strict=True)]
    return list(zip(keys, values, strict=True)) if all(value.end > value.start for value in values) else []
