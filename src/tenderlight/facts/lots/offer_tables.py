"""Tables of all offers beside a list that says who won each lot: only the firms of the list have won.

"Część 1: A S.A. – 1 148 820,00 zł" above a table whose rows give every offer for part 1 under the same words that a
table of winners has. Where a row of the table names the firm of the list and another row of the lot somebody else, the
table is one of offers.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.lots.frameworks import is_framework, is_panel
from tenderlight.facts.lots.prices import PRICED
from tenderlight.facts.lots.verdicts import NAMED, Verdict
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.facts.words.vocabulary import Meaning

_SUMS = PRICED | {Meaning.TOTAL, Meaning.AMOUNT}


def without_offers(notice: Notice, verdicts: Sequence[Verdict]) -> Notice:
    """Return a notice whose table of offers names bidders in the rows of those who did not win.

    Args:
        notice: The document.
        verdicts: What its list says of each lot.
    """
    won = {
        key_of(one.block.lots[0]): _bare(one.names[0].text)
        for one in verdicts
        if len(one.names) == 1 and len(one.block.lots) == 1 and not one.beside
    }
    named: dict[str, list[Entry]] = {}
    for one in notice.of(*NAMED) if won else ():
        if one.row is not None and one.lot is not None:
            named.setdefault(key_of(one.lot), []).append(one)
    if any(_is_at(one, verdict) for rows in named.values() for one in rows for verdict in verdicts):
        return notice
    several = {lot: rows for lot, rows in named.items() if len({_bare(one.value.text) for one in rows}) > 1}
    if not several or not all(_is_of_offers(rows, won.get(lot)) for lot, rows in several.items()):
        return notice
    if is_framework(notice) or is_panel(notice):
        return notice
    lost = {one.row for lot, rows in named.items() if lot in won for one in rows if _bare(one.value.text) != won[lot]}
    return replace(notice, entries=tuple(_as_bid(one) if one.row in lost else one for one in notice.entries))


def _is_at(row: Entry, verdict: Verdict) -> bool:
    """Say whether a list has read what a row names: it is no list beside the table."""
    own = row.value
    return any(
        own.sheet.page is one.sheet.page and own.start < one.end and one.start < own.end for one in verdict.names
    )


def _is_of_offers(rows: Sequence[Entry], winner: str | None) -> bool:
    return winner is not None and any(_bare(one.value.text) == winner for one in rows)


def _as_bid(entry: Entry) -> Entry:
    if entry.meaning in NAMED:
        return replace(entry, meaning=Meaning.LOSER)
    return replace(entry, meaning=Meaning.BID_AMOUNT) if entry.meaning in _SUMS else entry


def _bare(name: str) -> str:
    """Return a name as it is compared: without capitals, blanks and the full stop behind a legal form."""
    return "".join(name.casefold().split()).rstrip(".")
