"""Goods that no rule for layouts reads: proposed by the model, put together and checked by rules.

Only what is counted is taken; a price of one is taken where it stands for itself, and says in which currency only where
that is printed. Every such line of goods says of itself how it was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts import remarks
from tenderlight.facts.goods.learned.features import signs_of
from tenderlight.facts.goods.learned.grouping import Group, groups_of
from tenderlight.facts.goods.learned.names import EDGES, name_of
from tenderlight.facts.goods.learned.numbers import currency_of, is_said_to_be_of_one, number_of, price_of_one
from tenderlight.facts.goods.learned.tagger import Tagged, shared_model
from tenderlight.facts.goods.learned.tokens import Word, lines_of
from tenderlight.facts.goods.named import with_makes
from tenderlight.facts.goods.sums import with_only_price
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.model.statement import Anchor, Stage, Statement, StatementKind
from tenderlight.model.values import AmountValue, LineItemValue

LEAST_CERTAIN = 0.6
"""Of the name and the number of a thing that the model proposes."""
_PAGES, _LONGEST_PAGE = 5, 20_000
_CONTESTED = frozenset({Stage.CANCELLATION, Stage.CANDIDATE})
_UNPRICED = frozenset({Stage.TENDER, Stage.PLAN})


def with_read_goods(notice: Notice, statements: Sequence[Statement], found: Sequence[Statement]) -> list[Statement]:
    """Return the goods that rules have found, with those that they have missed.

    Where rules have found any, others are added only from a list of which the model has read the same goods as well.

    Args:
        notice: The document.
        statements: What else the rules state of it.
        found: The goods that rules have found.
    """
    read = goods_by_reader(notice, statements)
    taken = {_place(anchor) for one in found for anchor in one.anchors}
    known = [one.value for one in found if isinstance(one.value, LineItemValue)]
    missed = [one for one in read if not _lies_on(one, taken)]
    if found and len(missed) == len(read):
        return list(found)
    new = [one for one in missed if isinstance(one.value, LineItemValue) and not _is_among(one.value, known)]
    return sorted([*found, *new], key=lambda one: _place(one.anchors[0])) if new else list(found)


def _place(anchor: Anchor) -> tuple[int, int, int]:
    return anchor.page_number or 0, anchor.start, anchor.end


def _lies_on(statement: Statement, taken: Iterable[tuple[int, int, int]]) -> bool:
    """Say whether the name of goods shares signs with what is taken."""
    page, start, end = _place(statement.anchors[0])
    return any(page == number and start < last and first < end for number, first, last in taken)


def _is_among(item: LineItemValue, known: Iterable[LineItemValue]) -> bool:
    """Say whether goods are listed already, under a longer or shorter name with the same number."""
    return any(
        one.quantity == item.quantity and (one.name in item.name or item.name in one.name) for one in known
    )  # fmt: skip


def goods_by_reader(notice: Notice, statements: Sequence[Statement]) -> list[Statement]:
    """Return the goods that the model proposes and rules let pass. None where nothing was bought, or nobody has won."""
    if notice.stage in _CONTESTED:
        return []
    found: list[Statement] = []
    for sheet in notice.sheets[:_PAGES]:
        if len(sheet.flat) <= _LONGEST_PAGE:
            found += _on_page(notice, statements, sheet)
    found = with_makes(_last_said(found) if notice.stage is Stage.CORRECTION else found, notice.language)
    return with_only_price(notice, found) if notice.stage in SETTLED else found


def _last_said(found: Sequence[Statement]) -> list[Statement]:
    """Return the goods of a correction, each as it was named last: the number before is the one that is put right."""
    last = {one.value.name: one for one in found if isinstance(one.value, LineItemValue)}
    return list(last.values())


def _on_page(notice: Notice, statements: Sequence[Statement], sheet: Sheet) -> Iterator[Statement]:
    lines = lines_of(notice, sheet)
    if not any(line.words for line in lines):
        return
    words, signs = signs_of(notice, statements, sheet, lines)
    groups = groups_of(words, shared_model().tag(signs))
    read = [(one, group) for group in groups if (one := _statement(notice, sheet, words, group)) is not None]
    explained = _is_explained([one for one, _group in read], statements)
    for one, group in read:
        price = group.parts.get("price")
        is_sure = explained or price is None or is_said_to_be_of_one(words, price)
        yield one if is_sure else _unpriced(one)


def _statement(notice: Notice, sheet: Sheet, words: Sequence[Word], group: Group) -> Statement | None:
    """Return one of the goods; None if its name or its number is not certain, or is none."""
    name, counted = name_of(_piece(sheet, words, group.name)), group.parts.get("qty")
    quantity = number_of(words, counted) if counted is not None else None
    if name is None or counted is None or quantity is None:
        return None
    if min(group.name.certainty, counted.certainty) < LEAST_CERTAIN:
        return None
    told = {part: _piece(sheet, words, tagged).stripped(EDGES) for part, tagged in group.parts.items()}
    pieces = {part: piece for part, piece in told.items() if piece.start < piece.end}
    priced = None if notice.stage in _UNPRICED else group.parts.get("price")
    price = price_of_one(words, priced, quantity) if priced is not None else None
    if price is None:
        pieces.pop("price", None)
    value = LineItemValue(
        name=name.text,
        brand=pieces["brand"].text if "brand" in pieces else None,
        model=pieces["model"].text if "model" in pieces else None,
        quantity=quantity,
        unit=pieces["unit"].text if "unit" in pieces else None,
        unit_price=price,
        currency=currency_of(pieces["price"], price, notice.decimal_mark) if price is not None else None,
    )
    return notice.statement(StatementKind.LINE_ITEM, value, [name, *pieces.values()], [remarks.LEARNED])


def _piece(sheet: Sheet, words: Sequence[Word], tagged: Tagged) -> Piece:
    return Piece(sheet=sheet, start=words[tagged.first].start, end=words[tagged.last - 1].end)


def _is_explained(goods: Sequence[Statement], statements: Sequence[Statement]) -> bool:
    """Say whether the prices of goods add up to a sum that the document states, or it states none to hold against."""
    sums = {one.value.amount for one in statements if isinstance(one.value, AmountValue)}
    values = [one.value for one in goods if isinstance(one.value, LineItemValue)]
    if not sums or any(one.unit_price is None or one.quantity is None for one in values):
        return True
    return sum((one.unit_price * one.quantity for one in values if one.unit_price and one.quantity), Decimal(0)) in sums


def _unpriced(statement: Statement) -> Statement:
    value = statement.value
    if not isinstance(value, LineItemValue):
        return statement
    return replace(statement, value=replace(value, unit_price=None, currency=None))
