"""Lots that a sentence of their own gives up, beside others that were won: "No award for Lot 3."."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.stages.void_lots import NOT_YET
from tenderlight.facts.words.lot_keys import HEADS_WESTERN, key_of, kind_of, western_names
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern

_PAGES = 3
_LONGEST_PAGE = 20_000
_MOST = 300
_SENTENCE = re.compile(r"[^\n.;]{4,300}")
_VOID = mark_pattern("void")
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.LEAD, Meaning.CONTRACT_SUPPLIER})


def with_void_sentences(notice: Notice) -> Notice:
    """Return a notice with the lots that a sentence without a company gives up, if other lots have winners."""
    if notice.language == "zh":
        return notice
    won = {one.lot for one in notice.of(*_WINNERS) if one.lot is not None}
    kinds = {kind_of(match["noun"]) for lot in won if (match := HEADS_WESTERN.match(lot.casefold()))}
    if not kinds:
        return notice
    known = {key_of(one.lot) for one in notice.entries if one.lot is not None}
    told = [entry for sheet in notice.sheets[:_PAGES] for entry in _void_in(sheet, kinds)]
    new = {key_of(one.lot): one for one in reversed(told) if key_of(one.lot) not in known}
    entries = [replace(one, order=len(notice.entries) + at) for at, one in enumerate(new.values())]
    return replace(notice, entries=(*notice.entries, *entries)) if entries else notice


def _void_in(sheet: Sheet, kinds: set[str]) -> Iterator[Entry]:
    """Yield the lots that sentences of a page give up, each with the words that do."""
    for sentence in islice(_SENTENCE.finditer(sheet.flat[:_LONGEST_PAGE]), _MOST):
        void = _VOID.search(sheet.flat, *sentence.span())
        head = HEADS_WESTERN.search(sheet.flat, *sentence.span()) if void is not None else None
        if void is None or head is None or kind_of(head["noun"]) not in kinds:
            continue
        if has_company(sheet.page.text[slice(*sentence.span())]) or NOT_YET.search(sentence[0]):
            continue
        value = Piece(sheet=sheet, start=void.start(), end=void.end())
        for lot in western_names(sheet.page.text, head):
            yield Entry(meaning=Meaning.STATUS, label="lot", value=value, order=0, lot=lot)
