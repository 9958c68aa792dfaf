"""Claims, contracts and pages without private persons: names, telephone and identity numbers, mail blacked out.

No claim is about a private person, but the words around a quote, and a quote of several lines, may name one. Offsets
and lengths stay what they are, so that a reader of the export finds the place; the words blacked out are no longer
those of the original.
"""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tenderlight.cases import Case, PageLine
from tenderlight.evidence.anchoring import page_of
from tenderlight.facts.privacy.spans import PersonalSpan, find_personal, redacted
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, Reading
from tenderlight.model.quote import Quote

if TYPE_CHECKING:
    from tenderlight.publish.contract_cells import ContractRow

_PAGES_KEPT = 64


class Redaction:
    """Blacks out private persons in the quotes of a case's claims, and in the words around them.

    Persons are looked for on the whole page that a quote stands on: the label that tells one may stand further away
    than the words kept beside the quote.
    """

    def __init__(self, case: Case) -> None:
        self._load = lru_cache(maxsize=4)(case.load_reading)
        self._of_page = lru_cache(maxsize=_PAGES_KEPT)(self._redacted_page)

    def __call__(self, claim: Claim) -> Claim:
        """Return a claim with its quotes redacted; its value, its rule and its place stay."""
        return replace(claim, quotes=tuple(map(self._quote, claim.quotes)))

    def _quote(self, quote: Quote) -> Quote:
        quote = replace(quote, path=redacted_text(quote.path))
        page = None if quote.page_number is None else self._of_page(quote.document, quote.page_number)
        if page is None or len(page) < quote.end:
            return redacted_quote(quote)
        return replace(
            quote,
            text=page[quote.start : quote.end],
            before=page[max(0, quote.start - len(quote.before)) : quote.start],
            after=page[quote.end : quote.end + len(quote.after)],
        )

    def _redacted_page(self, document: str, number: int) -> str | None:
        reading: Reading | None = self._load(document)
        page = None if reading is None else page_of(reading, number)
        return None if page is None else redacted(page.text, find_personal([page]))


def redacted_contract(made: ContractRow) -> ContractRow:
    """Return a contract with the persons blacked out that its values and the names of its files show."""
    values = {column: list(map(redacted_text, found)) for column, found in made.values.items()}
    return replace(made, because=redacted_text(made.because), values=values)


def redacted_page(line: PageLine) -> PageLine:
    """Return a page of the ledger with the persons blacked out that the name of its file shows."""
    return replace(line, path=redacted_text(line.path))


@lru_cache(maxsize=4_096)
def redacted_text(text: str) -> str:
    """Return a text with the persons blacked out that it shows by itself; its length stays."""
    spans = find_personal([Page(number=1, text=text)])
    return redacted(text, spans) if spans else text


def redacted_quote(quote: Quote) -> Quote:
    """Return a quote with the persons blacked out that it and the words kept beside it show by themselves."""
    whole = quote.before + quote.text + quote.after
    spans: tuple[PersonalSpan, ...] = find_personal([Page(number=1, text=whole)])
    if not spans:
        return quote
    blacked = redacted(whole, spans)
    start, end = len(quote.before), len(quote.before) + len(quote.text)
    return replace(quote, text=blacked[start:end], before=blacked[:start], after=blacked[end:])
