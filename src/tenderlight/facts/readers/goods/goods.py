"""Goods that no rule for layouts reads: proposed by the model, put together and checked by rules.

Only what is counted is taken; a price of one is taken where it stands for itself, and says in which currency only where
that is printed. Every such line of goods says of itself how it was read.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts import remarks
from tenderlight.facts.goods.named import with_makes
from tenderlight.facts.goods.pieces import counts_pieces
from tenderlight.facts.goods.refused import is_refused
from tenderlight.facts.goods.sums import with_only_price
from tenderlight.facts.goods.worked_upon import is_not_bought
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.goods.counts import counted_before
from tenderlight.facts.readers.goods.grouping import Group, groups_of
from tenderlight.facts.readers.goods.lines import lines_of
from tenderlight.facts.readers.goods.names import EDGES, is_time, name_of
from tenderlight.facts.readers.goods.numbers import (
    LineNumbers,
    currency_of,
    is_limit,
    is_said_to_be_of_one,
    number_of,
    numbers_of_lines,
    price_of_one,
)
from tenderlight.facts.readers.model import Tagged, shared_model
from tenderlight.facts.readers.signs import signs_of
from tenderlight.facts.readers.words import Word
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import AmountValue, LineItemValue

MODEL = "goods_reader.crfsuite.xz"
LEAST_CERTAIN, LEAST_CERTAIN_CHINESE = 0.5, 0.6
"""Of the name and the number of a thing that the model proposes; Chinese papers on works count what nobody buys."""
LEAST_CERTAIN_ALONE = 0.6
"""Of the name of a thing whose number the model has not seen, and that stands right behind it."""
_PAGES, _LONGEST_PAGE = 5, 20_000
_CONTESTED = frozenset({Stage.CANCELLATION, Stage.CANDIDATE})
_PUT_RIGHT = re.compile(
    r"(?:更正为|变更为|调整为|修改为|改为|现为|现更正|应为|"
    r"(?<!\w)(?:now|(?:should |shall |to |is to |now )?reads?|amended to|"
    r"changed to|replaced by|debe decir|léase|leia-se|passa a|lire|remplacé\w* par|читать|изложить|следует читать|"
    r"викласти|читати|lauten|geändert in|leggasi|powinno być))[^.。;；\n]{0,60}$"
)
"""What a correction says before the goods as they are now."""
_CHANGED = re.compile(
    r"原|更正|变更|改|现为|应为|(?<!\w)(?:instead|reads?|amended|changed|replaced|was|donde dice|onde se l|passa a|"
    r"au lieu|lire|вместо|замен|измен|читать|замість|змін|заміни|statt|geändert|lauten|anziché|leggasi|zamiast|powinno)"
)
"""What a line of a correction says on which there may be goods as they were."""
_REACH = 90
_SHORT_REACH = 6
_NUMBER_LEFT = re.compile(r"\d[./-]$")
_REST_OF_CODE = re.compile(r"(?<=[a-z\d])[-/][a-z\d]{1,8}(?![a-z\d.,/-])")


@dataclass(frozen=True, slots=True, kw_only=True)
class _Thing:
    """One of the goods, before its price is held against the sums of the document."""

    name: Piece
    quantity: Decimal
    price: Decimal | None
    is_sure: bool
    """There is no price, or words say that it is the price of one."""
    pieces: dict[str, Piece]


def goods_by_reader(notice: Notice, statements: Sequence[Statement]) -> list[Statement]:
    """Return the goods that the model proposes and rules let pass. None where nothing was bought, or nobody has won.

    Args:
        notice: The document.
        statements: What else the rules state of it.
    """
    if notice.stage in _CONTESTED:
        return []
    things = [
        thing
        for sheet in notice.sheets[:_PAGES]
        if len(sheet.flat) <= _LONGEST_PAGE and (notice.language != "zh" or counts_pieces(sheet.flat))
        for thing in _on_page(notice, statements, sheet)
    ]
    if notice.stage is Stage.CORRECTION:
        things = list({thing.name.flat: thing for thing in things}.values())  # the last number of a thing holds
    explained = _is_explained(things, statements)
    found = with_makes([_statement(notice, one, priced=explained or one.is_sure) for one in things], notice.language)
    return with_only_price(notice, found) if notice.stage in SETTLED else found


def _on_page(notice: Notice, statements: Sequence[Statement], sheet: Sheet) -> Iterator[_Thing]:
    lines = lines_of(notice, sheet)
    if not any(line.words for line in lines):
        return
    words, signs = signs_of(notice, statements, sheet, lines)
    numbers = numbers_of_lines(words)
    for group in groups_of(words, shared_model(MODEL).tag(signs)):
        thing = _thing(notice, sheet, words, group, numbers)
        if thing is not None:
            yield thing


def _thing(
    notice: Notice, sheet: Sheet, words: Sequence[Word], group: Group, numbers: Sequence[LineNumbers]
) -> _Thing | None:
    """Return one of the goods; None if its name or number is not certain, or it is not bought."""
    name, counted = name_of(_piece(sheet, words, group.name)), group.parts.get("qty")
    if name is None:
        return None
    least = LEAST_CERTAIN_CHINESE if notice.language == "zh" else LEAST_CERTAIN
    if counted is None:
        before = counted_before(name)
        name, quantity = (before.name, before.quantity) if before is not None else (name, None)
        least = LEAST_CERTAIN_ALONE
    else:
        quantity = number_of(words, counted)
    certainty = min(group.name.certainty, counted.certainty if counted is not None else 1.0)
    if not quantity or certainty < least or is_refused(sheet, name.start, name.end) or is_not_bought(name):
        return None
    if notice.stage is Stage.CORRECTION and _may_be_old(name):
        return None
    told = {part: _piece(sheet, words, tagged).stripped(EDGES) for part, tagged in group.parts.items()}
    pieces = {
        part: _whole_code(piece) if part == "model" else piece
        for part, piece in told.items()
        if piece.start < piece.end and not (part == "model" and _is_tail_of_number(piece))
    }
    tagged = group.parts.get("price") if notice.stage in SETTLED and "price" in pieces else None
    price = None
    if tagged is not None and not is_limit(pieces["price"]):
        price = price_of_one(words, tagged, quantity, numbers[tagged.first])
    if price is None and "unit" in pieces and is_time(pieces["unit"].text):
        return None
    is_sure = price is None or tagged is None or is_said_to_be_of_one(words, tagged)
    return _Thing(name=name, quantity=quantity, price=price, is_sure=is_sure, pieces=pieces)


def _whole_code(model: Piece) -> Piece:
    """Return the code of a model to its last sign, where the model marks a part of it alone: F110-G6."""
    rest = _REST_OF_CODE.match(model.sheet.flat, model.end)
    return Piece(sheet=model.sheet, start=model.start, end=rest.end()) if rest is not None else model


def _is_tail_of_number(model: Piece) -> bool:
    """Say whether what is taken for a model is the end of a longer number: of a firm, a case or a package."""
    return _NUMBER_LEFT.search(model.sheet.flat, max(0, model.start - _SHORT_REACH), model.start) is not None


def _may_be_old(name: Piece) -> bool:
    """Say whether goods of a correction stand on a line of changes, and not behind what says how they are now."""
    flat = name.sheet.flat
    end = flat.find("\n", name.end)
    line = flat[flat.rfind("\n", 0, name.start) + 1 : end if end >= 0 else len(flat)]
    if _CHANGED.search(line) is None:
        return False
    return _PUT_RIGHT.search(flat, max(0, name.start - _REACH), name.start) is None


def _piece(sheet: Sheet, words: Sequence[Word], tagged: Tagged) -> Piece:
    return Piece(sheet=sheet, start=words[tagged.first].start, end=words[tagged.last - 1].end)


def _is_explained(things: Sequence[_Thing], statements: Sequence[Statement]) -> bool:
    """Say whether the prices of all goods add up to a sum that the document states, or it states none."""
    sums = {one.value.amount for one in statements if isinstance(one.value, AmountValue)}
    if not sums:
        return True
    if any(one.price is None for one in things):
        return False
    return sum((one.price * one.quantity for one in things if one.price is not None), Decimal(0)) in sums


def _statement(notice: Notice, thing: _Thing, *, priced: bool) -> Statement:
    price = thing.price if priced else None
    pieces = {part: piece for part, piece in thing.pieces.items() if part != "price" or price is not None}
    value = LineItemValue(
        name=thing.name.text,
        brand=pieces["brand"].text if "brand" in pieces else None,
        model=pieces["model"].text if "model" in pieces else None,
        quantity=thing.quantity,
        unit=pieces["unit"].text if "unit" in pieces else None,
        unit_price=price,
        currency=currency_of(pieces["price"], price, notice.decimal_mark) if price is not None else None,
    )
    return notice.statement(StatementKind.LINE_ITEM, value, [thing.name, *pieces.values()], [remarks.LEARNED])
