"""Whether a case still holds: its bytes, its log, its database, and every quote of every claim."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.model.claim import Claim
from tenderlight.model.document import Reading
from tenderlight.model.quote import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Verification:
    """What a check of a case found."""

    documents: int
    claims: int
    quotes: int
    """How many quotes were looked up in what was read."""
    faults: tuple[str, ...]
    """What does not hold, a sentence each; empty if all does."""


def verify_case(folder: Path) -> Verification:
    """Check a case: hash originals and readings, check the log, look up every quote.

    Raises:
        NoSuchCase: If there is none.
        CaseTooNew: If a newer version made it.
    """
    faults = [trouble.message for trouble in check_case(folder)]
    if faults:  # quotes of a damaged case prove nothing
        return Verification(documents=0, claims=0, quotes=0, faults=tuple(faults))
    documents = claims = quotes = 0
    with Case.open(folder) as case:
        for line in case.documents():
            documents += 1
            reading = case.load_reading(line.document)
            places = None if reading is None else _Places(reading)
            for claim in case.claims(document=line.document):
                claims += 1
                quotes += len(claim.quotes)
                faults.extend(_misquotes(claim, places))
    return Verification(documents=documents, claims=claims, quotes=quotes, faults=tuple(faults))


class _Places:
    """Says what stands where in a document as read."""

    def __init__(self, reading: Reading) -> None:
        self._pages = {page.number: page.text for page in reading.pages}
        self._values: dict[str, set[str]] = {}
        for record in reading.records:
            for field in record.fields:
                self._values.setdefault(field.pointer, set()).add(field.text)
            for statement in record.statements:
                for anchor in statement.anchors:
                    if anchor.pointer is not None:
                        self._values.setdefault(anchor.pointer, set()).add(" " * anchor.start + anchor.text)

    def hold(self, quote: Quote) -> bool:
        """Say whether the words of a quote stand where it says."""
        if quote.page_number is not None:
            return self._pages.get(quote.page_number, "")[quote.start : quote.end] == quote.text
        values = self._values.get(quote.pointer or "", set())
        return any(value[quote.start : quote.end] == quote.text for value in values)


def _misquotes(claim: Claim, places: _Places | None) -> Iterator[str]:
    for quote in claim.quotes:
        if places is None or not places.hold(quote):
            where = quote.pointer if quote.page_number is None else f"page {quote.page_number}"
            yield f"Claim {claim.claim} quotes words that do not stand in {quote.path}, {where}."
