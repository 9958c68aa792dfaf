"""Traits of documents given as texts, for what takes them without."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tenderlight.linking.bid_properties import Bids
from tenderlight.linking.bid_traits import Sign, TraitsOfCase, places_of


class TakenTraits:
    """Takes documents of one page."""

    def __init__(self, bids: frozenset[str]) -> None:
        self._pages: dict[str, tuple[int, str]] = {}
        self._traits = TraitsOfCase(bids, lambda document: places_of(document, [self._pages[document]]))

    def take(self, document: str, contract: str, page_number: int, text: str) -> None:
        assert document not in self._pages
        self._pages[document] = page_number, text
        self._traits.take(document, contract, places_of(document, [(page_number, text)]))

    def signs(self, tenders: Iterable[Bids]) -> Iterator[Sign]:
        return self._traits.signs(tenders)
