"""What a correction takes back and what it puts in place: the new value holds, the old one is remembered beside it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.entries import Entry
from tenderlight.facts.labels import find_labels, read_label
from tenderlight.facts.vocabulary import AMOUNTS, DATES, NUMBERS, PARTIES, Meaning
from tenderlight.languages.money import find_amounts

_TAKEN_UP = AMOUNTS | DATES | NUMBERS | PARTIES


def apply_corrections(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries of a correction with the old values marked as old and the new ones put under their labels."""
    marked = _mark_old(entries)
    result: list[Entry] = []
    old: list[Entry] = []
    for entry in marked:
        if entry.meaning is Meaning.OLD:
            old = [*_inside(entry), *_by_change_item(entry, marked)]
            result.extend(old)
        elif entry.meaning is Meaning.NEW:
            result.extend(_renewed(entry, old, marked))
            old = []
        else:
            if entry.old:
                old.append(entry)
            renewed = bool(old) and entry.before is Meaning.NEW and not entry.old
            result.append(_with_old(entry, old) if renewed else entry)
    return [replace(entry, order=order) for order, entry in enumerate(result)]


def _mark_old(entries: Sequence[Entry]) -> list[Entry]:
    """Mark what stands between the word for "old" and the word for "new" in running text."""
    marked = []
    is_old = False
    for entry in entries:
        if entry.row is None:
            if entry.meaning is Meaning.OLD or entry.before is Meaning.OLD:
                is_old = True
            if entry.meaning is Meaning.NEW or entry.before is Meaning.NEW:
                is_old = False
        marked.append(replace(entry, old=True) if is_old and entry.meaning is not Meaning.OLD else entry)
    return marked


def _inside(entry: Entry) -> list[Entry]:
    """Read the pairs inside the text that is taken back ("包2中标金额75.5万元")."""
    return [replace(found, old=True) for found in _pairs_in(entry)]


def _pairs_in(entry: Entry) -> Iterator[Entry]:
    flat = entry.value.flat
    hits = find_labels(flat)
    for index, hit in enumerate(hits):
        end = hits[index + 1].start if index + 1 < len(hits) else len(flat)
        value = entry.value.part(hit.value_start, end).stripped(" \t\n;,。、")
        if hit.meaning in _TAKEN_UP and value.end > value.start:
            lot = flat[slice(*hit.lot)] if hit.lot else entry.lot
            yield replace(
                entry,
                meaning=hit.meaning,
                label=hit.label,
                value=value,
                unit=hit.unit or entry.unit,
                lot=lot,
                strict=hit.strict,
            )


def _by_change_item(entry: Entry, entries: Sequence[Entry]) -> list[Entry]:
    """In a table, the column 更正项 says what the old and the new value are of."""
    if entry.row is None:
        return []
    for other in entries:
        if other.row == entry.row and other.meaning in {Meaning.CHANGE, Meaning.OTHER, Meaning.ITEM_NAME, Meaning.NAME}:
            label = read_label(other.value.flat)
            if label is not None and label.meaning in _TAKEN_UP:
                lot = other.value.text[slice(*label.lot)] if label.lot else entry.lot
                return [replace(entry, meaning=label.meaning, label=label.label, unit=label.unit, lot=lot, old=True)]
    return []


def _renewed(entry: Entry, old: Sequence[Entry], entries: Sequence[Entry]) -> list[Entry]:
    """Return the new values: with their own labels, else under the labels of what they replace."""
    labelled = [found for found in _pairs_in(entry) if not found.strict or find_amounts(found.value.text)]
    if labelled:
        return [_with_old(found, old) for found in labelled]
    old = list(old) or _by_change_item(entry, entries)
    if len(old) != 1:
        return []
    before = old[0]
    taken_back = before.value.text if before.row is None or before.value != entry.value else None
    renewed = replace(
        entry, meaning=before.meaning, label=before.label, unit=before.unit, lot=before.lot, old=False, strict=False
    )
    return [replace(renewed, replaces=taken_back, section=None)]


def _with_old(entry: Entry, old: Sequence[Entry]) -> Entry:
    same = [one for one in old if one.meaning is entry.meaning and one.lot == entry.lot]
    return replace(entry, replaces=same[0].value.text if same else None, section=None, old=False)
