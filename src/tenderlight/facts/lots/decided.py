"""Lots whose bids a paper lists, and on which it decides further down: "победителем по лоту 1 признать АО …".

Minutes name each lot twice or more: with all that bid for it, and where it is given away or given up. Only the decision
counts, in languages written with spaces; a lot of such a paper on which nothing is decided has no winner.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlight.facts.lots.blocks import LotBlock, mentions, with_clause
from tenderlight.facts.lots.listed_bids import ListedBid, bids_listed, referred_to
from tenderlight.facts.lots.prices import price_of
from tenderlight.facts.lots.verdicts import LOST, OTHERS, Verdict, judge
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.lot_keys import key_of

_LEAD = 60
_LONGEST = 3_000
"""Characters behind the head of a lot in which the bids for it may be listed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What a page decides on its lots."""

    verdicts: tuple[Verdict, ...] = ()
    """One for each lot or lots together; none where the page lists no bids, or decides on none of them below."""
    bids: tuple[Piece, ...] = ()
    """The lines of the bids: what they say is of no award."""


def decided_lots(notice: Notice, sheet: Sheet) -> Decided:
    """Return what a page decides on its lots, if it lists the bids for one of them before."""
    return max((_decided(notice, one) for one in mentions(sheet)), key=lambda one: len(one.verdicts), default=Decided())


def _decided(notice: Notice, blocks: Sequence[LotBlock]) -> Decided:
    """Return the last verdict on each lot of a list, where bids of a lot stand above the verdict on it."""
    offers = [bids_listed(under) for under in _texts(blocks)]
    if not any(offers):
        return Decided()
    bids: dict[str, Sequence[ListedBid]] = {}
    last: dict[str, Verdict] = {}
    answered = False
    for block, offered in zip(blocks, offers, strict=True):
        keys = [key_of(lot) for lot in block.lots]
        verdict = _verdict(notice, block, bids.get(keys[0], ()) if len(keys) == 1 else ())
        is_told = bool(verdict.names) or verdict.void is not None
        listed = () if is_told else offered
        if listed:
            bids.update(dict.fromkeys(keys, listed))
            last = {key: one for key, one in last.items() if key not in keys}
        elif is_told:
            answered = answered or any(key in bids for key in keys)
            last.update(dict.fromkeys(keys, verdict))
    if not answered:
        return Decided()
    verdicts = {id(one): one for one in last.values()}
    return Decided(
        verdicts=tuple(verdicts.values()), bids=tuple(one.part for listed in bids.values() for one in listed)
    )


def _texts(blocks: Sequence[LotBlock]) -> Iterator[Piece]:
    """Yield what stands between each head and the next one: a list of bids has lines of its own."""
    stops = [*(block.head.start for block in blocks[1:]), len(blocks[-1].head.sheet.flat)]
    for block, stop in zip(blocks, stops, strict=True):
        yield Piece(sheet=block.head.sheet, start=block.head.end, end=min(stop, block.head.end + _LONGEST))


def _verdict(notice: Notice, block: LotBlock, bids: Sequence[ListedBid]) -> Verdict:
    """Read one mention of a lot: what is said behind it, else in its clause, else the bid to which it points."""
    if _is_of_others(block):
        return Verdict(block=block)
    verdict = judge(notice, block)
    if not (verdict.names or verdict.void or bids_listed(block.body)):
        verdict = replace(judge(notice, with_clause(block)), block=block)
    if verdict.names or verdict.void is not None:
        return verdict
    bid = referred_to(block.body, bids)
    price = price_of(notice, [bid.part], bid.name) if bid is not None else None
    return replace(verdict, names=(bid.name,), prices=(price,) if price else ()) if bid is not None else verdict


def _is_of_others(block: LotBlock) -> bool:
    """Say whether the words before a lot lead to those who did not win it: "второе место по лоту 1 – …"."""
    flat = block.head.sheet.flat
    line = flat.rfind("\n", 0, block.head.start) + 1
    before = flat[max(line, block.head.start - _LEAD) : block.head.start].rpartition(". ")[2]
    return OTHERS.search(before) is not None or LOST.search(before) is not None
