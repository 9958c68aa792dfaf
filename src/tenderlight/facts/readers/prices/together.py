"""Prices that rules have read and those that the model reads, together.

The model says what the contract or a lot costs where rules name whoever won and no price of it. What it tells says of
itself that a model told it. Prices that rules tell without lots are tied to the lots whose winners stand beside them.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal

from tenderlight.facts import remarks
from tenderlight.facts.left_over import is_public_award
from tenderlight.facts.money.in_entries import measure
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.pages.document import CONCLUDED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.price.said_otherwise import said_otherwise
from tenderlight.facts.prose.no_public_award import tells_no_award
from tenderlight.facts.readers.prices.figures import Figure, figures_of
from tenderlight.facts.readers.prices.lots import tied_prices
from tenderlight.facts.readers.prices.priced import LOT, WHOLE, Priced, priced_figures
from tenderlight.facts.readers.prices.refused import is_no_price, is_taken
from tenderlight.facts.words.lot_keys import OF_THE_WHOLE
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import AmountKind, AmountValue, PartyValue, SupplierRole, SupplierValue

LEAST_WHOLE, LEAST_WHOLE_ALONE = 0.7, 0.9
"""How likely it must be that a sum is the price of the contract; the same where nobody is named who won, or several."""
LEAST_LOT = 0.4
"""How likely it must be that a sum is the price of a lot, or of one of several who won."""
MOST_RIVAL = 0.2
"""How likely another sum may be the price of the contract where one is told."""
_PAGES = 5
_FEWEST_LOTS = 2
_PRICES = frozenset({AmountKind.AWARD, AmountKind.CONTRACT, AmountKind.CALL_OFF})
_RATES = frozenset({AmountKind.PERCENT, AmountKind.UNIT_PRICE})
"""Kinds of prices that are of no whole: where rules tell such alone, there is none."""
_SOLD_BY = frozenset(SupplierRole) - {SupplierRole.SUBCONTRACTOR, SupplierRole.INTENDED, SupplierRole.FRAMEWORK}


def with_read_prices(notice: Notice, statements: Sequence[Statement]) -> list[Statement]:
    """Return what is stated of a document, with the prices that the model reads where rules tell none.

    Args:
        notice: The document.
        statements: What is stated of it; its suppliers among them.
    """
    if notice.stage not in CONCLUDED:
        return list(statements)
    suppliers = [one for one in statements if isinstance(one.value, SupplierValue) and one.value.role in _SOLD_BY]
    told = [
        (index, one.value)
        for index, one in enumerate(statements)
        if isinstance(one.value, AmountValue) and one.value.amount_kind in _PRICES
    ]
    is_rate = any(isinstance(one.value, AmountValue) and one.value.amount_kind in _RATES for one in statements)
    if any(value.lot is not None for _index, value in told) or (is_rate and not told):
        return list(statements)
    if len(told) > 1:
        tied = tied_prices([(statements[index].anchors[0], value.amount) for index, value in told], suppliers)
        if _wholes(notice) - {sum(told[at][1].amount or 0 for at in tied.values())}:
            return list(statements)
        of_lots = {told[at][0]: replace(told[at][1], lot=lot) for lot, at in tied.items()}
        return [replace(one, value=of_lots[index]) if index in of_lots else one for index, one in enumerate(statements)]
    found, of_lot = _read(notice, statements, suppliers, told[0][1] if told else None)
    if not found or not _may_have_price(notice, statements):
        return list(statements)
    if of_lot is None:
        return [*statements, *found]
    price = replace(told[0][1], lot=of_lot)
    return [
        *(replace(one, value=price) if index == told[0][0] else one for index, one in enumerate(statements)),
        *found,
    ]


def _may_have_price(notice: Notice, statements: Sequence[Statement]) -> bool:
    """Say whether nothing says that a document is no award of a public buyer."""
    if not any(one.kind is StatementKind.BUYER and _is_of_office(one) for one in statements):
        return is_public_award(notice)
    return not tells_no_award(sheet.flat for sheet in notice.sheets)


def _is_of_office(statement: Statement) -> bool:
    return isinstance(statement.value, PartyValue) and is_office(statement.value.name)


def _read(
    notice: Notice, statements: Sequence[Statement], suppliers: Sequence[Statement], told: AmountValue | None
) -> tuple[list[Statement], str | None]:
    """Return the price of the contract if rules tell none, and those of its lots; and the lot of the price they tell.

    What rules take for the price of the contract is that of a lot if it stands beside the winner of one as the prices
    of all others do.
    """
    lots = {one.value.lot for one in suppliers if isinstance(one.value, SupplierValue)} - {None}
    if told is not None and len(lots) < _FEWEST_LOTS:
        return [], None
    names = [flatten(one.value.name) for one in suppliers if isinstance(one.value, SupplierValue)]
    figures = [*_may_be_prices(notice, priced_figures(notice, statements, _PAGES), names)]
    is_one = len({one.value.name for one in suppliers if isinstance(one.value, SupplierValue)}) == 1
    open_ones = [one for one in figures if not is_taken(notice, one.figure)]
    whole = _whole(open_ones, LEAST_WHOLE if is_one else LEAST_WHOLE_ALONE) if told is None else None
    total = told.amount if told is not None else whole.figure.amount if whole is not None else None
    likely = [
        one for one in figures if one.of(LOT, WHOLE) >= LEAST_LOT and not is_taken(notice, one.figure, in_row=True)
    ]
    printed = _wholes(notice)
    of_lots = _by_lot(likely, suppliers, total, printed)
    if not of_lots and told is not None:
        of_lots = _by_lot(likely, suppliers, None, printed)
        own = [lot for lot, one in of_lots.items() if one.figure.amount == total]
        if len(own) != 1:
            return [], None
        found = _statements(notice, [(lot, one) for lot, one in of_lots.items() if lot != own[0]])
        return (found, own[0]) if len(found) == len(of_lots) - 1 else ([], None)
    found = _statements(notice, list(of_lots.items()))
    return [
        *(_statements(notice, [(None, whole)]) if whole is not None else ()),
        *(found if len(found) == len(of_lots) else ()),
    ], None


def _wholes(notice: Notice) -> set[Decimal]:
    """Return the sums that labels before them, on their lines, call those over all lots."""
    return {one.amount for sheet in notice.sheets[:_PAGES] for one in figures_of(notice, sheet) if _is_of_whole(one)}


def _is_of_whole(figure: Figure) -> bool:
    piece = figure.piece
    start = piece.sheet.flat.rfind("\n", 0, piece.start) + 1
    return OF_THE_WHOLE.match(piece.sheet.flat[start : piece.start].strip()) is not None


def _by_lot(
    figures: Sequence[Priced], suppliers: Sequence[Statement], total: Decimal | None, printed: AbstractSet[Decimal]
) -> dict[str, Priced]:
    """Return the price of each lot, among sums that are likely such; none if a printed whole is another sum.

    Args:
        figures: Sums that are likely prices of lots or of the whole.
        suppliers: Who won which lot.
        total: The price of the whole; None = not known.
        printed: Sums that labels call those of the whole.
    """
    parts = [one for one in figures if one.figure.amount != total and not _is_of_whole(one.figure)]
    sums = [(one.figure.piece.anchor(), one.figure.amount) for one in parts]
    tied = tied_prices(sums, suppliers)
    if not tied and total is not None:
        tied = tied_prices(sums, suppliers, nearest=True)
    found = {lot: parts[at] for lot, at in tied.items()}
    wholes = {total} if total is not None else printed
    return {} if wholes - {sum(one.figure.amount for one in found.values())} else found


def _may_be_prices(notice: Notice, figures: Sequence[Priced], winners: Sequence[str]) -> Iterator[Priced]:
    """Yield the sums of which no words say that they are something else."""
    before: Piece | None = None
    for one in figures:
        piece = one.figure.piece
        begins = before.end if before is not None and before.sheet is piece.sheet else 0
        if not one.figure.is_each and not is_no_price(notice, one.figure, winners, begins):
            yield one
        before = piece


def _whole(figures: Sequence[Priced], least: float) -> Priced | None:
    """Return the one sum that is likely the price of the contract."""
    likely = [one for one in figures if one.of(WHOLE) >= MOST_RIVAL]
    best = max(likely, key=lambda one: one.of(WHOLE), default=None)
    if best is None or best.of(WHOLE) < least or any(one.figure.amount != best.figure.amount for one in likely):
        return None
    return best


def _statements(notice: Notice, prices: Sequence[tuple[str | None, Priced]]) -> list[Statement]:
    meaning = Meaning.AWARD_AMOUNT if notice.stage is Stage.AWARD else Meaning.CONTRACT_AMOUNT
    found = []
    for lot, one in prices:
        value, order = one.figure.piece, len(notice.entries)
        entry = Entry(meaning=meaning, label="", value=value, order=order, lot=lot, unit=one.figure.unit)
        price = measure(notice, entry)
        if price is not None and price.value.amount == one.figure.amount:
            against = [*price.against, remarks.READ_PRICE]
            found.append(notice.statement(StatementKind.AMOUNT, price.value, price.pieces, against))
    return [one for one in found if not said_otherwise(notice, one)]
