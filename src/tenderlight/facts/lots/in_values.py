"""Lots named inside the value of one label, in languages written with spaces: each part of the value is of its own lot.

"Contractors: Lot 1, A Ltd (EUR 41,200); Lot 2: B Ltd", "Value: EUR 41,200 (Lot 1), EUR 63,750 (Lot 2)", "Awarded to:
A Ltd (Lot 1: EUR 41,200; Lot 3: EUR 9,000)", and a label that names the lot in brackets: "Price (Lot 1)". A value of
which any part is not understood stays whole.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.lots.of_others import has_fallen_out
from tenderlight.facts.lots.prices import price_of
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.prose.sentences import is_other_money
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, key_of, western_names
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern
from tenderlight.languages.money import find_amounts

_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER})
_SUMS = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.TOTAL, Meaning.AMOUNT})
_VOID = mark_pattern("void")
_AROUND = " \t\n,;:.()[]/|–—-"
_JOINT = re.compile(r"(?:and|y|e|et|und|и|та|for|para|pour|für|по|за)?\s?$")
_FEWEST = 2
_LONGEST = 900
_IN_BRACKETS = re.compile(rf"[(\[]\s?(?:for\s)?{HEADS_WESTERN.pattern}")
_CLOSES = re.compile(r"[)\]]")
_HINT = re.compile(r"[\s(\[]{0,4}(?P<lot>[^()\[\]]{3,20}?)[\s)\]]{0,4}")
_BEFORE = re.compile(r"(?:^|[(\[]\s?|[;,.]\s|\s[–—-]\s|\s(?:for|para|pour|für|по|за|and|y|et|e|und)\s)$")


def with_values_by_lot(notice: Notice) -> Notice:
    """Return a notice in which the values of labels that name several lots are taken apart."""
    if notice.language == "zh" or notice.stage not in SETTLED:
        return notice
    told = {at: list(_parts(notice, one)) for at, one in enumerate(notice.entries) if _may_tell(one)}
    sure = {at for at, parts in told.items() if parts and _is_sure(notice.entries[at], parts)}
    others = [at for at in told if at not in sure and told[at]]
    lots = [key_of(told[at][0].lot) for at in others]
    sure |= set(others) if len(set(lots)) == len(lots) >= _FEWEST else set()
    changed: list[Entry] = []
    for at, entry in enumerate(notice.entries):
        changed += told[at] if at in sure else [replace(entry, lot=_lot_of_label(entry)) if at in told else entry]
    own = [notice.entries[at].value for at in sure]
    changed = [one for one in changed if one.label or one.meaning not in _SUMS or not _meets_any(one.value, own)]
    return replace(notice, entries=tuple(replace(one, order=at) for at, one in enumerate(changed)))


def _meets_any(value: Piece, others: Sequence[Piece]) -> bool:
    """Say whether a sentence was read where a label's value has been taken apart."""
    return any(one.sheet.page is value.sheet.page and one.start < value.end and value.start < one.end for one in others)


def _may_tell(entry: Entry) -> bool:
    is_free = entry.lot is None and entry.row is None and entry.label and not entry.strict
    return bool(is_free) and entry.meaning in _WINNERS | _SUMS and len(entry.value.flat) <= _LONGEST


def _is_sure(entry: Entry, parts: Sequence[Entry]) -> bool:
    """Say whether a value names several lots, or its one lot in brackets: a dash may set apart the seat of a firm."""
    return len({key_of(one.lot) for one in parts}) >= _FEWEST or (
        _IN_BRACKETS.search(entry.value.flat) is not None or _tells_loss(entry.value.flat)
    )


def _is_void(flat: str, start: int, stop: int) -> bool:
    """Say whether the words right behind a lot say that nobody won it: "Lote 03, sem vencedor"."""
    void = _VOID.search(flat, start, stop)
    return void is not None and not flat[start : void.start()].strip(" ,:(–—-")


def _tells_loss(flat: str) -> bool:
    """Say whether words behind a lot of a value say that it was not won: those before it are no winner of it."""
    return any(has_fallen_out(flat, head.end()) for head in HEADS_WESTERN.finditer(flat))


def _lot_of_label(entry: Entry) -> str | None:
    """Return the lot that a label names in brackets: "Successful bidder (Lot 1)"."""
    named = _HINT.fullmatch(entry.hint)
    head = HEADS_WESTERN.fullmatch(entry.hint, *named.span("lot")) if named is not None else None
    lots = list(western_names(entry.hint, head)) if head is not None else []
    return lots[0].capitalize() if len(lots) == 1 else None


def _parts(notice: Notice, entry: Entry) -> Iterator[Entry]:
    """Yield what the parts of a value say, each with its lot; nothing if one of them is not understood."""
    value = entry.value
    heads = [one for one in HEADS_WESTERN.finditer(value.flat) if _BEFORE.search(value.flat[: one.start()])]
    if not heads:
        return
    is_first = not value.flat[: heads[0].start()].strip(_AROUND)
    found: list[Entry] = []
    told = _behind_heads(value, heads) if is_first else _before_heads(value, heads)
    for lots, named, behind in told:
        part = list(_read(notice, entry, named, behind))
        if not part:
            return
        found += [replace(one, lot=lot) for one in part for lot in lots if len(lots) == 1 or one.meaning not in _SUMS]
    if (not is_first or len(heads) >= _FEWEST) and len({(one.meaning, key_of(one.lot)) for one in found}) == len(found):
        yield from found


_Told = tuple[list[str], Piece, Piece | None]


def _behind_heads(value: Piece, heads: Sequence[re.Match[str]]) -> Iterator[_Told]:
    """Yield the lots of each head and what stands behind it."""
    for head, stop in zip(heads, [*(one.start() for one in heads[1:]), len(value.flat)], strict=True):
        yield list(western_names(value.text, head)), value.part(head.end(), stop).stripped(_AROUND[:-7] + " –—-"), None


def _before_heads(value: Piece, heads: Sequence[re.Match[str]]) -> Iterator[_Told]:
    """Yield the lots of each head, what stands before it or before those it is joined to, and what behind it."""
    position, named = 0, value
    for at, head in enumerate(heads):
        stop = heads[at + 1].start() if at + 1 < len(heads) else len(value.flat)
        closes = _CLOSES.search(value.flat, head.end(), stop)
        before = value.part(position, head.start())
        before = before.part(0, len(before.flat) - len(_lead(before.flat))).stripped(_AROUND)
        goes_on = at > 0 and value.flat.count("(", 0, heads[at - 1].end()) > value.flat.count(")", 0, head.start())
        named = before if before.flat and not goes_on else named
        position = closes.end() if closes is not None else head.end()
        if has_fallen_out(value.flat, head.end()) or _is_void(value.flat, head.end(), stop):
            continue
        yield list(western_names(value.text, head)), named, value.part(head.end(), closes.start() if closes else stop)


def _lead(flat: str) -> str:
    """Return the words and signs that lead from a name to its lot."""
    stripped = flat.rstrip(_AROUND)
    joint = _JOINT.search(stripped)
    word = joint.start() if joint is not None and stripped[: joint.start()][-1:] in {"", " "} else len(stripped)
    return flat[word:]


def _read(notice: Notice, entry: Entry, named: Piece, behind: Piece | None) -> Iterator[Entry]:
    """Yield the winner or the sum of a part, and the price beside a winner; or that nobody won."""
    amounts = [one for one in find_amounts(named.text, decimal_mark=notice.decimal_mark) if not one.bare]
    if entry.meaning in _SUMS:
        before = amounts[0].start if len(amounts) == 1 else 0
        if len(amounts) == 1 and not is_other_money(named.flat[:before], named.text[:before]):
            yield replace(entry, value=named.part(before, amounts[0].end))
        return
    void = _VOID.search(named.flat)
    if void is not None and not has_company(named.text):
        yield Entry(meaning=Meaning.STATUS, label="lot", value=named.part(*void.span()), order=0)
        return
    name = named.part(0, amounts[0].start).stripped(_AROUND) if amounts else named
    if not name.flat or len(find_names(name)) == 0:
        return
    end = name.end + (
        name.sheet.flat[name.end : name.end + 1] in {".", ")"} and name.flat.count("(") != name.flat.count(")")
    )
    yield replace(entry, value=Piece(sheet=name.sheet, start=name.start, end=end))
    beside = behind if behind is not None and not amounts else named
    price = price_of(notice, [beside], name)
    if price is not None and price.unit is None:
        yield Entry(meaning=notice.price_meaning, label="lot", value=price.piece, order=0)
