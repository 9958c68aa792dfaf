"""Lists of lots that say line by line, or clause by clause, who won each, for how much, or that nobody did.

"Lot 1 – cameras: awarded to X Ltd for £5,000. Lot 2 – cables: no valid tenders." What labels and tables say of a lot
stays; the list fills in what they do not say.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tenderlight.facts.document import SETTLED, Notice
from tenderlight.facts.entries import Entry
from tenderlight.facts.lot_heads import LotBlock, lot_lists, other_mentions
from tenderlight.facts.lot_verdicts import NAMED, PRICED, VOID, Verdict, aligned, judge
from tenderlight.facts.names import names_in_lot
from tenderlight.facts.vocabulary import Meaning
from tenderlight.facts.western_names import has_company
from tenderlight.model.statement import Stage

_PAGES = 5
_WHO = NAMED | {Meaning.PARTY, Meaning.ADDRESSEE}


def with_lot_lists(notice: Notice) -> Notice:
    """Return a notice with what its lists of lots say as entries; what labels and tables say of a lot stays."""
    if notice.language == "zh" or notice.stage not in SETTLED:
        return notice
    told: list[Entry] = []
    handled: list[Verdict] = []
    for sheet in notice.sheets[:_PAGES]:
        lists = [list(aligned(notice, [judge(notice, one) for one in blocks])) for blocks in lot_lists(sheet)]
        best = max(lists, key=_telling, default=[])
        if _telling(best):
            handled += [one for one in best if one.names is not None or one.void is not None]
            handled += _given_up(other_mentions(sheet, [one.block for one in best]))
    if not handled:
        return notice
    named = {_key(one.lot) for one in notice.of(*_WHO) if one.lot is not None and one.label and one.row is None}
    named -= set(_unproved(notice, handled))
    priced = {_key(one.lot) for one in notice.of(*PRICED) if one.lot is not None}
    for verdict in handled:
        told += _entries(notice, verdict, named, priced)
    kept = [one for one in notice.entries if not _is_replaced(one, handled, named)]
    entries = [*kept, *(replace(one, order=len(notice.entries) + at) for at, one in enumerate(told))]
    return replace(notice, entries=tuple(entries))


def _telling(verdicts: Sequence[Verdict]) -> int:
    """Return how many lots of a list have a winner."""
    return sum(one.names is not None for one in verdicts)


def _given_up(blocks: Iterable[LotBlock]) -> Iterator[Verdict]:
    """Yield the lots that a clause beside the list gives up; a clause that names a company gives up none."""
    for block in blocks:
        void = VOID.search(block.body.flat)
        if void is not None and not names_in_lot(Entry(meaning=Meaning.LOT, label="", value=block.body, order=0)):
            yield Verdict(block=block, void=block.body.part(*void.span()))


def _key(lot: str | None) -> str:
    return "".join(sign for sign in (lot or "").casefold() if sign.isalnum() and sign not in "º°")


def _unproved(notice: Notice, handled: Sequence[Verdict]) -> Iterator[str]:
    """Yield the lots whose labels give no company where the list gives one: "Winner: Official name: X Ltd"."""
    labelled: dict[str, list[Entry]] = {}
    for entry in notice.of(*_WHO):
        if entry.lot is not None and entry.label and entry.row is None:
            labelled.setdefault(_key(entry.lot), []).append(entry)
    for verdict in handled:
        for key in map(_key, verdict.block.lots):
            others = labelled.get(key, [])
            sure = verdict.names is not None and has_company(verdict.names.text)
            if sure and others and not any(has_company(one.value.text) for one in others):
                yield key


def _entries(notice: Notice, verdict: Verdict, named: set[str], priced: set[str]) -> Iterator[Entry]:
    is_contract = notice.stage in {Stage.CONTRACT, Stage.ACCEPTANCE}
    price = Meaning.CONTRACT_AMOUNT if is_contract else Meaning.AWARD_AMOUNT
    for lot in verdict.block.lots:
        if _key(lot) in named:
            continue
        if verdict.names is not None:
            yield Entry(meaning=Meaning.SUPPLIER, label="lot", value=verdict.names, order=0, lot=lot)
        elif verdict.void is not None:
            yield Entry(meaning=Meaning.STATUS, label="lot", value=verdict.void, order=0, lot=lot)
        if verdict.amount is not None and len(verdict.block.lots) == 1 and _key(lot) not in priced:
            yield Entry(meaning=price, label="lot", value=verdict.amount, order=0, lot=lot)


def _is_replaced(entry: Entry, handled: Sequence[Verdict], named: set[str]) -> bool:
    """Say whether an entry is what was read of a lot's line before the list was understood."""
    if entry.row is not None or _key(entry.lot) in named or entry.meaning not in {Meaning.LOT, *NAMED}:
        return False
    return any(
        one.block.body.sheet.page is entry.value.sheet.page
        and one.block.head.start <= entry.value.start < max(one.block.body.end, one.block.head.end)
        for one in handled
    )
