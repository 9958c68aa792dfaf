"""Suppliers and prices that the same paper says came to nothing.

Awards and contracts that a court or the buyer undid, letters that tell a firm that it did not win, lots that were not
awarded to whom they name, contracts that a firm had before.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tenderlight.facts.names.western import companies, has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.undone_words import (
    AWARDED_ANEW,
    GIVEN_BEHIND,
    HAD_IT_BEFORE,
    NOT_TO,
    REFUSES_READER,
    SALUTATION,
    SENTENCE_END,
    TURNS,
    UNDOES,
    UNDOES_DECISION,
    UNDONE_BEHIND,
    VERB_BEFORE,
    WAS_GIVEN,
    WELCOMES_READER,
)
from tenderlight.model.statement import Stage, Statement
from tenderlight.model.values import AmountKind, AmountValue, SupplierValue

_STAGES = frozenset({Stage.AWARD, Stage.CONTRACT, None})
_PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.SUM_OF_LOTS})
_FARTHEST = 320
_BETWEEN = 160
_HEAD = 2_500
_LATER = 1_500
_SHORTEST = 6
_LABEL = 60


def without_undone(notice: Notice, statements: Sequence[Statement]) -> list[Statement]:
    """Return the statements without suppliers and prices of what came to nothing.

    Where no supplier is left of those that were told, no price is told either.
    """
    if notice.stage not in _STAGES:
        return list(statements)
    sheets = {sheet.page.number: sheet for sheet in notice.sheets}
    return taken_back(statements, [one for one in statements if _may_go(one) and _came_to_nothing(sheets, one)])


def taken_back(statements: Sequence[Statement], gone: Sequence[Statement]) -> list[Statement]:
    """Return what is stated without what does not hold; with the last supplier the prices go as well.

    Args:
        statements: What is stated of a document.
        gone: Those of them that do not hold.
    """
    kept = [one for one in statements if one not in gone]
    was_somebody, is_somebody = (any(isinstance(one.value, SupplierValue) for one in told) for told in (gone, kept))
    return [one for one in kept if is_somebody or not was_somebody or not _is_price(one)]


def _is_price(statement: Statement) -> bool:
    return isinstance(statement.value, AmountValue) and statement.value.amount_kind in _PRICES


def _may_go(statement: Statement) -> bool:
    return isinstance(statement.value, SupplierValue) or _is_price(statement)


def _came_to_nothing(sheets: dict[int, Sheet], statement: Statement) -> bool:
    """Say whether the words that a supplier or a price rests on are of something that was undone or refused."""
    anchor = statement.anchors[0]
    sheet = sheets.get(anchor.page_number or 0)
    if sheet is None:
        return False
    place = Piece(sheet=sheet, start=anchor.start, end=anchor.end)
    if _is_price(statement):
        return _is_undone(place, firms=1) or _not_to(place, firms=1)
    return (
        _is_undone(place, firms=0)
        or _not_to(place, firms=0)
        or _is_decision_undone(place)
        or _is_refused_reader(place)
        or _had_it_before(place)
        or any(_is_undone(again, firms=0) for again in _again(place))
    )


def _had_it_before(name: Piece) -> bool:
    """Say whether all that a page says of a firm is that it had the contract before: "Former contractor: A Ltd"."""
    flat = name.sheet.flat
    is_former = HAD_IT_BEFORE.search(flat, max(0, name.start - _LABEL), name.start) is not None
    return is_former and flat.count(name.flat) == 1


def _again(name: Piece) -> Iterator[Piece]:
    """Yield where a name stands again further down, the nearest first; names of a few signs are not looked for."""
    flat, at = name.sheet.flat, name.end
    while len(name.flat) >= _SHORTEST and (at := flat.find(name.flat, at, name.end + _LATER)) >= 0:
        yield Piece(sheet=name.sheet, start=at, end=at + len(name.flat))
        at += len(name.flat)


def _is_undone(place: Piece, firms: int) -> bool:
    """Say whether a sentence undoes what it names: "annuls the award to A Ltd", "the contract with A Ltd is void".

    Args:
        place: A name or a price.
        firms: How many firms may stand between it and the words before it that undo: one before a price.
    """
    flat, text = place.sheet.flat, place.sheet.page.text
    sentence = place.surrounded(SENTENCE_END, _FARTHEST)
    first, before, behind = sentence.start, flat[sentence.start : place.start], flat[place.end : sentence.end]
    for match in UNDOES.finditer(before):
        between = before[match.end() :]
        named = sum(1 for _firm in companies(text[first + match.end() : place.start]))
        if len(between) <= _BETWEEN and named <= firms and not AWARDED_ANEW.search(between):
            return True
    if VERB_BEFORE.search(before) and GIVEN_BEHIND.match(behind):
        return True
    undone = UNDONE_BEHIND.search(behind, 0, _BETWEEN)
    if undone is None or TURNS.search(behind[: undone.end()]):
        return False
    if not WAS_GIVEN.search(before) and not WAS_GIVEN.search(behind[: undone.end()]):
        return False
    return not has_company(text[place.end : place.end + undone.start()])


def _not_to(place: Piece, firms: int) -> bool:
    """Say whether a sentence says that a lot was not awarded to the one it names, or to the one before a price."""
    first = place.surrounded(SENTENCE_END, _FARTHEST).start
    before = place.sheet.flat[first : place.start]
    if not firms:
        return NOT_TO.search(before[-_BETWEEN:]) is not None
    named = [(first + start, first + end) for start, end in companies(place.sheet.page.text[first : place.start])]
    return len(named) == 1 and _not_to(Piece(sheet=place.sheet, start=named[0][0], end=named[0][1]), firms=0)


def _is_decision_undone(name: Piece) -> bool:
    """Say whether a later sentence undoes the award that the sentence of a name reports, and no new one follows."""
    flat = name.sheet.flat
    if not WAS_GIVEN.search(flat, name.surrounded(SENTENCE_END, _FARTHEST).start, name.start):
        return False
    undone = UNDOES_DECISION.search(flat, name.end, name.end + _LATER)
    return undone is not None and not AWARDED_ANEW.search(flat, undone.end(), undone.end() + _LATER)


def _is_refused_reader(name: Piece) -> bool:
    """Say whether a name is that of the reader of a letter which says that the reader's bid did not win."""
    flat = name.sheet.flat
    refused = REFUSES_READER.search(flat, 0, _HEAD)
    if refused is None or WELCOMES_READER.search(flat, 0, _HEAD):
        return False
    salutation = SALUTATION.search(flat, 0, _HEAD)
    if salutation is not None:
        return name.end <= salutation.end()
    return "\n" in flat[name.end : refused.start()]
