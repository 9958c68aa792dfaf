"""Who else bid and did not win, at what price, in languages written with spaces.

They stand in rows of tables of bids, and behind labels: "Other bidders: X Ltd (Lot 1, EUR 7,000), Y plc (rejected)".
Each has the one amount that stands behind its name before the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.lots.verdicts import LOST, clauses_of
from tenderlight.facts.money.in_entries import measure
from tenderlight.facts.names.grammar import can_be_western
from tenderlight.facts.names.in_values import find_names
from tenderlight.facts.names.western import companies, keeps_full_stop
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, key_of, western_names
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts
from tenderlight.model.statement import Statement, StatementKind
from tenderlight.model.values import BidderValue, BidOutcome, PartyValue, SupplierValue

_MOST = 200
_PAGES = 5
_LONGEST_PAGE = 30_000
_LONGEST = 2_000
_PRICES = (Meaning.BID_AMOUNT, Meaning.AMOUNT, Meaning.TOTAL)
_CAPITAL = r"[^\W\d_a-zà-ÿа-яёіїєґ]"
_APART = re.compile(
    rf";|\n|(?<=\)),|(?<=\))\.?\s(?:and|y|e|et|и|та|und)\s|\.\s(?={_CAPITAL})|"
    rf",\s(?!(?:Ltd|Limited|Inc|LLC|L\.L|S\.|SA\b|SL|SRL|Lda|Ltda|Co\b|Corp|GmbH|PLC))(?={_CAPITAL}[^,;()\n]{{2,60}}\()"
)
"""What stands between two bidders of a list, outside brackets or behind one."""
_NAME_ENDS = re.compile(r"\s?[(:]|\s[–—-]\s|,|\s(?=\S{0,4}\d)")
_ENUMERATOR = re.compile(r"\s{0,4}(?:[-•*·–—]\s{1,2}|\(?\d{1,2}[.)]\s{1,2}|(?i:m/s\.?|messrs\.?)\s){0,2}\s{0,2}")
_PLANNED = re.compile(r"план|начальн|нмц|очікув|estim|presup|referenc|budget|orçad|prévi|ceiling|maxim")
"""Columns of money that is no bid."""
_REJECTED = re.compile(
    r"reject|disqualif|non-?\s?(?:responsive|compliant|conform)|disregard|desestim|rechaz|desech|descalific|inadmis|"
    r"desclassific|inabilit|recusad|écart|rejet|éliminé|irréguli|отклон|не допущен|не соответств|відхил|ausgeschloss|"
    r"esclus|odrzuc|wykluczon|استبع|رفض|مرفوض"
)


def find_western_bidders(notice: Notice, found: Sequence[Statement]) -> list[Statement]:
    """Return those who bid and did not win, each once a lot, with the price of the bid where one is printed.

    Args:
        notice: The document.
        found: The statements made of it so far: whoever is a supplier, buyer or agency is no loser.
    """
    others = {_bare(one.value.name) for one in found if isinstance(one.value, SupplierValue | PartyValue)}
    bidders: dict[tuple[str, str], Statement] = {}
    for statement in _told(notice) if any(isinstance(one.value, SupplierValue) for one in found) else ():
        value = statement.value
        if isinstance(value, BidderValue) and not _is_any(value.name, others) and len(bidders) < _MOST:
            key = (_bare(value.name), key_of(value.lot))
            known = bidders.get(key)
            again = known is None and value.lot is None and any(name.startswith(key[0]) for name, _lot in bidders)
            if not again and (known is None or len(known.anchors) < len(statement.anchors)):
                bidders[key] = statement
    return list(bidders.values())


def _told(notice: Notice) -> Iterator[Statement]:
    for entry in notice.of(Meaning.LOSER):
        yield from _in_row(notice, entry) if entry.row is not None else _in_list(notice, entry)
    for sheet in notice.sheets[:_PAGES]:
        for clause in clauses_of(Piece(sheet=sheet, start=0, end=min(len(sheet.flat), _LONGEST_PAGE))):
            if LOST.search(clause.flat) and len(list(companies(clause.text))) == 1:
                yield from (_bidder(notice, clause, one, rest, None) for one, rest in _named(clause))


def _bare(name: str) -> str:
    return "".join(name.casefold().split()).rstrip(".")


def _is_any(name: str, suppliers: set[str]) -> bool:
    """Say whether a name is that of a supplier, or a part of it behind a dash or comma."""
    return any(_bare(name) in supplier or supplier in _bare(name) for supplier in suppliers)


def _in_row(notice: Notice, entry: Entry) -> Iterator[Statement]:
    """Yield the bidders of a row of a table with the price of its bid."""
    row = notice.row_of(entry)
    names = find_names(entry.value)
    priced = [one for meaning in _PRICES for one in row if one.meaning is meaning and not _PLANNED.search(one.label)]
    price = next((price for one in priced if (price := measure(notice, one)) is not None), None)
    told = " ".join(one.value.flat for one in row)
    for name in names:
        value = BidderValue(
            name=name.name,
            outcome=BidOutcome.REJECTED if _REJECTED.search(told) else BidOutcome.LOST,
            amount=price.value.amount if price and len(names) == 1 else None,
            currency=price.value.currency if price and len(names) == 1 else None,
            lot=entry.lot,
        )
        pieces = price.pieces[:1] if price and len(names) == 1 else ()
        yield notice.statement(StatementKind.BIDDER, value, [name.piece, *pieces])


def _in_list(notice: Notice, entry: Entry) -> Iterator[Statement]:
    """Yield the bidders that a value lists, each with what stands behind its name."""
    value = entry.value
    if not entry.label:  # named on a line of its own: its price stands behind it
        end = value.sheet.flat.find("\n", value.end)
        value = Piece(sheet=value.sheet, start=value.start, end=end if end >= 0 else len(value.sheet.flat))
    value = value.part(0, min(_LONGEST, value.end - value.start))
    lot = entry.lot if not HEADS_WESTERN.search(value.flat) else None
    for part in _parts(value):
        yield from (_bidder(notice, part, name, rest, lot, entry.label) for name, rest in _named(part))


def _bidder(notice: Notice, part: Piece, name: Piece, rest: Piece, lot: str | None, label: str = "") -> Statement:
    """Return the bidder of a part of a text with the one amount behind its name and the one lot the part names."""
    taken = [head.end() for head in HEADS_WESTERN.finditer(rest.flat)]
    found = [one for one in find_amounts(rest.text, decimal_mark=notice.decimal_mark) if not one.bare]
    found = [one for one in found if not any(one.start < end <= one.end for end in taken)]
    amount = found[0] if len({one.amount for one in found}) == 1 else None
    lots = [lot for head in HEADS_WESTERN.finditer(part.flat) for lot in western_names(part.text, head)]
    value = BidderValue(
        name=" ".join(name.text.split()),
        outcome=BidOutcome.REJECTED if _REJECTED.search(f"{label} {part.flat}") else BidOutcome.LOST,
        amount=amount.amount if amount else None,
        currency=amount.currency if amount else None,
        lot=lots[0] if len(lots) == 1 else lot,
    )
    return notice.statement(
        StatementKind.BIDDER, value, [name, *([rest.part(amount.start, amount.end)] if amount else ())]
    )


def _parts(value: Piece) -> Iterator[Piece]:
    position = 0
    for start, end in [*(match.span() for match in _APART.finditer(value.text)), (len(value.text),) * 2]:
        if _is_outside(value.flat, start):
            yield value.part(position, start).stripped(" \t\n.,;")
            position = end


def _is_outside(flat: str, at: int) -> bool:
    return flat.count("(", 0, at) <= flat.count(")", 0, at)


def _named(part: Piece) -> Iterator[tuple[Piece, Piece]]:
    """Yield the bidders of a part, each with the text behind it: by legal forms, else what the part begins with."""
    lead = _ENUMERATOR.match(part.text)
    part = part.part(lead.end() if lead else 0, part.end - part.start)
    spans = sorted(companies(part.text))
    for at, (start, last) in enumerate(spans):
        stop = spans[at + 1][0] if at + 1 < len(spans) else len(part.text)
        end = last + keeps_full_stop(part.sheet.page.text, part.start + last, is_alone=True)
        names = [name.piece for name in find_names(part.part(start, end))]
        if len(names) == 1:
            names = [Piece(sheet=part.sheet, start=names[0].start, end=part.start + end)]
        yield from ((name, part.part(end, max(end, stop))) for name in names)
    ends = _NAME_ENDS.search(part.text) if not spans else None
    if ends is not None and ends.start() > 0:
        name = part.part(0, ends.start()).stripped()
        if len(name.text.split()) > 1 and name.text[:1].isupper() and can_be_western(name.text):
            yield name, part.part(ends.start(), part.end - part.start)
