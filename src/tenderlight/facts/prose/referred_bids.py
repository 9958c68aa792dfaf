"""Who won, where the text only points to one of the bids that it lists: by number, letter, order, or as the lowest.

"Bidder 2", "Участник № 2", "vencedora a segunda", "the latter", "au plus bas soumissionnaire conforme", 第二家: minutes
name all bidders with their prices and then say which of them it is. The bids are the names before prices; a sentence
with a word of deciding and no name of its own points to one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal

from tenderlight.facts.names.grammar import can_be_western
from tenderlight.facts.names.offices import is_office
from tenderlight.facts.names.western import CAPITALISED, EASTERN_COMPANY, companies
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.prose.reference_words import (
    AFTER_LOWEST,
    APPROVES,
    DECIDES,
    HAN_FIRM,
    LEADS_TO_BID,
    LOWEST,
    NUMBER,
    OF_RANK,
    ORDINAL,
    ORDINALS,
    RECOMMENDS,
    REFUSED,
    SIGNED_BID,
    SIGNED_REFERENCE,
)
from tenderlight.languages.found_amount import FoundAmount
from tenderlight.languages.money import find_amounts
from tenderlight.languages.scripts import has_han

_LONGEST = 12_000
_FEWEST, _MOST = 2, 20
_LEAST = 100
_STOP = re.compile(r"\n(?!\s{0,8}[a-zà-ÿа-яёіїєґ(])|[。;；]|(?<=\w\w)[.](?=\s+[^\W\d_a-zà-ÿа-яёіїєґ])|[.]\s*$")
_CELLS = re.compile(r"\s{2,}|\t|[|│｜]")
_FIGURE = re.compile(r"\d{1,3}(?:[.,\s]\d{3})+(?:[.,]\d\d)?|\d{5,}(?:[.,]\d\d)?")
_NUMBERED = re.compile(r"(?:[A-H]|\d{1,2})[.)]\s{1,3}")
_BEHIND = 90
"""Characters behind a price, or behind words that point to a bid, in which something may be said against it."""
_ABOUT = 160
"""Characters between the word of deciding and what points to the bid."""
_NEAR = 12
_APART = 12
"""Signs between the name of a bidder and its price that are not told: a colon, a dash, "for the sum of"."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ReferredBid:
    """A bidder and its price, as a document lists them."""

    name: Piece
    sign: str | None
    """The number or letter printed before the name."""
    price: Piece | None
    amount: Decimal | None
    rank: int | None
    """The place that an ordinal behind the price gives it."""
    is_refused: bool


def referred_bid(sheets: Sequence[Sheet], decimal_mark: str | None) -> ReferredBid | None:
    """Return the one bid that the sentences of deciding point to, or None.

    Args:
        sheets: A document whose sentences, labels and tables name nobody who won.
        decimal_mark: How it writes numbers; None = it is not known.
    """
    if sum(len(sheet.flat) for sheet in sheets) > _LONGEST or not any(DECIDES.search(sheet.flat) for sheet in sheets):
        return None
    listed = [bid for sheet in sheets for bid in _bids(sheet, decimal_mark)]
    rows = [bid for sheet in sheets for bid in _rows(sheet)] if len(listed) < _FEWEST else []
    bids = _settled(rows or listed, sheets)
    if not _FEWEST <= len(bids) <= _MOST:
        return None
    found = [bid for sheet in sheets for bid in _pointed_to(sheet, bids)]
    names = {bid.name.flat for bid in found}
    return found[0] if len(names) == 1 and not found[0].is_refused else None


def _bids(sheet: Sheet, decimal_mark: str | None) -> Iterator[ReferredBid]:
    """Yield the names before prices, and the names without one between them, in order."""
    position = 0
    amounts = _prices(sheet.page.text, decimal_mark)
    for at, amount in enumerate(amounts):
        if amount.start < position or amount.amount < _LEAST:
            continue
        start = max(position, sheet.flat.rfind("\n", 0, amount.start) + 1)
        begins = _broken_off(sheet, start, amount.start)
        named = list(_names(sheet, begins if begins is not None else start, amount.start))
        position = amount.end
        if not named:
            continue
        stop = amounts[at + 1].start if at + 1 < len(amounts) else len(sheet.flat)
        behind = sheet.flat[amount.end : min(stop, amount.end + _BEHIND)]
        behind = re.split(r"[\n;。]|\.\s", behind, maxsplit=1)[0]
        for name in named:
            is_last = name is named[-1]
            about = behind if is_last else sheet.flat[name.end : name.end + _BEHIND].partition("\n")[0]
            yield ReferredBid(
                name=name,
                sign=_sign_before(sheet, name.start),
                price=Piece(sheet=sheet, start=amount.start, end=amount.end) if is_last else None,
                amount=amount.amount if is_last else None,
                rank=_rank(behind) if is_last else None,
                is_refused=REFUSED.search(about) is not None,
            )


def _rows(sheet: Sheet) -> Iterator[ReferredBid]:
    """Yield the firms of lines with several cells that name one each; their figures may have no unit."""
    for line in re.finditer(r"[^\n]+", sheet.flat):
        named = list(_names(sheet, line.start(), line.end())) if len(_CELLS.findall(line[0])) > 1 else []
        if len(named) != 1:
            continue
        price = next((found for found in _FIGURE.finditer(sheet.flat, named[0].end, line.end())), None)
        start, end = price.span() if price is not None else (0, 0)
        yield ReferredBid(
            name=named[0],
            sign=_sign_before(sheet, named[0].start),
            price=Piece(sheet=sheet, start=start, end=end) if price is not None else None,
            amount=None,
            rank=None,
            is_refused=REFUSED.search(line[0]) is not None,
        )


def _prices(text: str, decimal_mark: str | None) -> Sequence[FoundAmount]:
    """Return the sums of money on a page; where it is not known how it writes numbers, as most of them can be read."""
    ways = (decimal_mark,) if decimal_mark is not None else (None, ".", ",")
    found = ([one for one in find_amounts(text, decimal_mark=mark) if not (one.bare or one.per_unit)] for mark in ways)
    return max(found, key=len)


def _broken_off(sheet: Sheet, start: int, end: int) -> int | None:
    """Return where the line above begins if the name of a price stands there: the line of the price has no letters."""
    if (
        start == 0
        or sheet.flat[start - 1] != "\n"
        or any(sign.isalpha() for sign in sheet.flat[start:end].replace("usd", "").replace("eur", ""))
    ):
        return None
    return sheet.flat.rfind("\n", 0, start - 1) + 1


def _names(sheet: Sheet, start: int, end: int) -> Iterator[Piece]:
    """Yield the firms between two places, the last of them without a legal form if it stands before a price."""
    text = sheet.page.text[start:end]
    if has_han(text):
        spans = [match.span("name") for match in HAN_FIRM.finditer(sheet.flat[start:end])]
    else:
        spans = sorted({*companies(text), *(match.span() for match in EASTERN_COMPANY.finditer(text))})
        spans = [one for one in spans if not any(_holds(other, one) for other in spans if other != one)]
        if not spans:
            spans = [span for span in _capitalised(text) if _leads_to_price(text[span[1] :])][-1:]
    for left, right in spans:
        lead = _NUMBERED.match(text, left, right)
        yield Piece(sheet=sheet, start=start + (lead.end() if lead else left), end=start + right)


def _holds(outer: tuple[int, int], inner: tuple[int, int]) -> bool:
    return outer[0] <= inner[0] and inner[1] <= outer[1]


def _capitalised(text: str) -> Iterator[tuple[int, int]]:
    for match in re.finditer(CAPITALISED, text):
        name = match[0]
        if len(name.split()) > 1 and can_be_western(name) and not is_office(name):
            yield match.span()


def _leads_to_price(between: str) -> bool:
    return len(between) <= _APART or LEADS_TO_BID.fullmatch(between.casefold()) is not None


def _sign_before(sheet: Sheet, at: int) -> str | None:
    """Return the number or letter that stands before a name: "Bidder 2: ", "B. ", "Участник № 2 — "."""
    line = sheet.flat[sheet.flat.rfind("\n", 0, at) + 1 : at]
    match = SIGNED_BID.search(line)
    return _sign(match) if match is not None else None


def _rank(behind: str) -> int | None:
    """Return the place that the one ordinal behind a price says."""
    places = {ORDINALS.get(_sign(match)) for match in ORDINAL.finditer(behind)}
    return places.pop() if len(places) == 1 else None


def _sign(match: re.Match[str]) -> str:
    """Return the sign of whichever group has it; Chinese numerals and letters stay what they are."""
    return next(sign for sign in match.groupdict().values() if sign is not None)


def _settled(bids: Sequence[ReferredBid], sheets: Sequence[Sheet]) -> list[ReferredBid]:
    """Return the bids, each firm once, with what sentences say of those that were not admitted."""
    first: dict[str, ReferredBid] = {}
    for bid in bids:
        known = first.get(bid.name.flat)
        if known is None and has_han(bid.name.flat) and any(bid.name.flat.endswith(name) for name in first):
            continue  # 按最低价确定甲公司, where 甲公司 is listed
        if known is None:
            first[bid.name.flat] = bid
        elif known.amount is None or bid.is_refused:
            first[bid.name.flat] = replace(
                known,
                price=known.price or bid.price,
                amount=known.amount or bid.amount,
                is_refused=known.is_refused or bid.is_refused,
            )
    known_bids = list(first.values())
    for sheet in sheets:
        for start, end in _sentences(sheet):
            if REFUSED.search(sheet.flat, start, end) and not _names_any(sheet, start, end, known_bids):
                refused = {
                    bid.name.flat
                    for place, bid in _references(sheet, start, end, known_bids)
                    if REFUSED.search(_clause(sheet, place, end))
                }
                known_bids = [replace(one, is_refused=True) if one.name.flat in refused else one for one in known_bids]
    return known_bids


def _line_of(bid: ReferredBid) -> str:
    """Return the line on which a bidder is listed."""
    flat = bid.name.sheet.flat
    end = flat.find("\n", bid.name.end)
    return flat[flat.rfind("\n", 0, bid.name.start) + 1 : end if end >= 0 else len(flat)]


def _sentences(sheet: Sheet) -> Iterator[tuple[int, int]]:
    position = 0
    for match in _STOP.finditer(sheet.page.text):
        yield position, match.start()
        position = match.end()
    yield position, len(sheet.flat)


def _names_any(sheet: Sheet, start: int, end: int, bids: Sequence[ReferredBid]) -> bool:
    return any(bid.name.flat in sheet.flat[start:end] for bid in bids)


def _pointed_to(sheet: Sheet, bids: Sequence[ReferredBid]) -> Iterator[ReferredBid]:
    """Yield the bids that sentences of deciding name, or to which those without a name point."""
    for start, end in _sentences(sheet):
        decided = list(DECIDES.finditer(sheet.flat, start, end))
        if not decided or (RECOMMENDS.search(sheet.flat, start, end) and not APPROVES.search(sheet.flat)):
            continue
        named = list(_named_in(sheet, start, end, bids))
        references = [(place, bid) for place, bid, _price in named] or _references(sheet, start, end, bids)
        if len({bid.name.flat for _place, bid, _price in named}) > 1 or any(priced for _at, _bid, priced in named):
            continue
        near = []
        for place, bid in references:
            gap = min((gap for verb in decided if (gap := _gap(sheet.flat, verb, place)) is not None), default=_ABOUT)
            if gap < _ABOUT and not REFUSED.search(_clause(sheet, place, end)):
                near.append((gap, bid))
        if near:
            yield min(near, key=lambda one: one[0])[1]


def _named_in(
    sheet: Sheet, start: int, end: int, bids: Sequence[ReferredBid]
) -> Iterator[tuple[int, ReferredBid, bool]]:
    """Yield the bids that a sentence names, each with where its name ends and whether it is the line of that bid."""
    for bid in bids:
        place = sheet.flat.find(bid.name.flat, start, end)
        if place >= 0:
            is_own = sheet is bid.name.sheet and start <= bid.name.start < end
            yield place + len(bid.name.flat), bid, is_own


def _clause(sheet: Sheet, place: int, end: int) -> str:
    """Return what is said behind words that point to a bid, up to the next comma."""
    return re.split(r"[,;]", sheet.flat[place : min(end, place + _BEHIND)], maxsplit=1)[0]


def _gap(flat: str, verb: re.Match[str], place: int) -> int | None:
    """Return how far words that point to a bid are from the word of deciding; None = it was not decided so."""
    if REFUSED.search(flat, min(verb.start(), place), max(verb.end(), place)):
        return None
    return max(place - verb.end(), verb.start() - place, 0)


def _references(sheet: Sheet, start: int, end: int, bids: Sequence[ReferredBid]) -> Iterator[tuple[int, ReferredBid]]:
    """Yield the bids that words of a sentence point to, each with where those words end."""
    signs = {bid.sign: bid for bid in bids if bid.sign is not None}
    if len(signs) == len(bids):
        for match in SIGNED_REFERENCE.finditer(sheet.flat, start, end):
            bid = signs.get(_sign(match))
            if bid is not None:
                yield match.end(), bid
    for match in NUMBER.finditer(sheet.flat, start, end):
        held = [bid for bid in bids if match[0] in _line_of(bid)]
        if len(held) == 1:
            yield match.end(), held[0]
    yield from _by_order(sheet, start, end, bids)
    yield from _lowest(sheet, start, end, bids)


def _by_order(sheet: Sheet, start: int, end: int, bids: Sequence[ReferredBid]) -> Iterator[tuple[int, ReferredBid]]:
    """Yield the bids whose place in the text, or in a ranking, an ordinal says."""
    for match in ORDINAL.finditer(sheet.flat, start, end):
        place = ORDINALS.get(_sign(match), 0)
        if OF_RANK.search(sheet.flat, max(start, match.start() - _NEAR), match.end() + _NEAR):
            yield from ((match.end(), bid) for bid in bids if bid.rank == place)
            continue
        place = len(bids) if place < 0 and len(bids) == _FEWEST else place
        if 0 < place <= len(bids):
            yield match.end(), bids[place - 1]


def _lowest(sheet: Sheet, start: int, end: int, bids: Sequence[ReferredBid]) -> Iterator[tuple[int, ReferredBid]]:
    """Yield the bid at the lowest price, or the second lowest, where all that were not refused have one."""
    open_bids = [bid for bid in bids if not bid.is_refused and bid.amount is not None]
    if len(open_bids) == len([bid for bid in bids if not bid.is_refused]) and len(open_bids) > 1:
        ordered = sorted(open_bids, key=lambda one: one.amount or Decimal(0))
        for match in LOWEST.finditer(sheet.flat, start, end):
            before = AFTER_LOWEST.search(sheet.flat, max(start, match.start() - _NEAR), match.start())
            yield match.end(), ordered[1 if before is not None else 0]
