"""Rules asked once more why they fired, when somebody looks at a claim."""

from __future__ import annotations

import asyncio
from collections import OrderedDict
from collections.abc import Callable

from tenderlight.capabilities.explaining import Explanation, explain
from tenderlight.capabilities.matching import shared_matcher
from tenderlight.cases.stored_pages import StoredPage
from tenderlight.model.claim import Claim
from tenderlight.model.values import CapabilityValue

MOST_REMEMBERED = 1_000
LONGEST_PAGE = 20_000
"""Characters of the pages of a claim that are looked at once more; of longer ones, why the rule fired is not said."""


class Rereading:
    """Says why the rules of capabilities fired, and remembers it: what they found does not change at a desk.

    Args:
        load: How a page is had.
    """

    def __init__(self, load: Callable[[str, int], StoredPage | None]) -> None:
        self._load = load
        self._known: OrderedDict[str, Explanation | None] = OrderedDict()
        self._loading: asyncio.Task[None] | None = None

    def warm_up(self) -> None:
        """Load the words of the rules, without waiting for it: it takes a second or two."""
        if self._loading is None:
            self._loading = asyncio.create_task(asyncio.to_thread(_load_words))

    async def explain(self, claim: Claim) -> Explanation | None:
        """Return why the rule fired; None if it is of no capability, or the rules of today do not find it there."""
        if not isinstance(claim.value, CapabilityValue) or claim.rule != claim.value.capability:
            return None
        if claim.claim not in self._known:
            self.warm_up()
            assert self._loading is not None
            await asyncio.shield(self._loading)
            self._known[claim.claim] = self._explained(claim)
            if len(self._known) > MOST_REMEMBERED:
                self._known.popitem(last=False)
        return self._known.get(claim.claim)

    async def settle(self) -> None:
        """Wait until nothing is being loaded."""
        if self._loading is not None:
            await asyncio.wait([self._loading])

    def _explained(self, claim: Claim) -> Explanation | None:
        numbers = sorted({quote.page_number for quote in claim.quotes if quote.page_number is not None})
        found = [self._load(claim.document, number) for number in numbers]
        pages = [one.page for one in found if one is not None]
        if len(pages) < len(numbers) or sum(len(page.text) for page in pages) > LONGEST_PAGE:
            return None
        return explain(claim, pages)


def _load_words() -> None:
    shared_matcher()
