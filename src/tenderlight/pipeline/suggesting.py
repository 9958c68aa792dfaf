"""Suggestions over a whole case: what the second reader proposes, and what a rule found that is doubted.

The likeliest come first.

Stored pages are read again; no original is opened, and nothing is stored.
"""

from __future__ import annotations

import heapq
import math
from collections.abc import Iterator
from dataclasses import replace

from tenderlight.capabilities import find_capabilities, vocabulary_version
from tenderlight.capabilities.proposals import Proposal, propose
from tenderlight.cases import Case
from tenderlight.evidence.anchoring import quote_of
from tenderlight.model.claim import Claim
from tenderlight.model.document import Reading
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Stage
from tenderlight.model.suggestion import Suggestion
from tenderlight.model.values import CapabilityValue

_Place = tuple[int | None, str | None, int, int]
_Ranked = tuple[float, str, int, Proposal]


def suggest(case: Case, *, per_thousand: float) -> Iterator[Suggestion]:
    """Yield the likeliest suggestions of a case, the likeliest first; the same in every run.

    A stretch in which a rule found the capability, with whatever polarity, is not suggested.

    Args:
        case: Open.
        per_thousand: How many for each thousand pages (records of structured sources count as pages); at least one
            for a case that has any page.

    Raises:
        CaseDamaged: If a stored reading is missing, or not what was written.
    """
    documents = list(case.documents())
    pages = sum(line.pages_read + line.records for line in documents)
    most = math.ceil(pages * per_thousand / 1000)
    ranked: list[_Ranked] = []
    paths = {line.document: line.path for line in documents}
    for document in sorted(paths):
        for entry in _proposals(case, document):
            if len(ranked) < most:
                heapq.heappush(ranked, entry)
            elif ranked and entry > ranked[0]:
                heapq.heapreplace(ranked, entry)
    yield from _quoted(case, sorted(ranked, reverse=True), paths)


def _proposals(case: Case, document: str) -> Iterator[_Ranked]:
    """Yield what is proposed of a document and not claimed, in an order of rank that no two share."""
    reading = case.load_reading(document)
    if reading is None:
        return
    claimed: dict[str, list[_Place]] = {}
    for claim in case.claims(kind="capability", document=document):
        claimed.setdefault(_capability(claim), []).extend(map(_place_of_quote, claim.quotes))
    for number, proposal in enumerate((*_doubted(reading), *propose(reading))):
        places = [(one.page_number, one.pointer, one.start, one.end) for one in proposal.anchors]
        told = claimed.setdefault(proposal.capability, [])
        if not any(_meet(one, other) for one in places for other in told):
            told += places
            yield proposal.score, document, -number, proposal


def _doubted(reading: Reading) -> Iterator[Proposal]:
    """Yield what a rule, or a weaker form of one, found on the pages of a document and was not sure enough to claim.

    They are read as those of a tender, in which what is named is asked for: a person will look.
    """
    for one in find_capabilities(reading.pages, stage=Stage.TENDER, doubted=True) if reading.pages else ():
        assert isinstance(one.value, CapabilityValue)
        assert one.confidence is not None
        yield Proposal(
            capability=one.value.capability,
            score=one.confidence,
            anchors=one.anchors,
            source=f"rules/{vocabulary_version()}",
        )


def _capability(claim: Claim) -> str:
    return claim.value.capability if isinstance(claim.value, CapabilityValue) else ""


def _place_of_quote(quote: Quote) -> _Place:
    return quote.page_number, None if quote.page_number is not None else quote.pointer, quote.start, quote.end


def _meet(one: _Place, other: _Place) -> bool:
    return one[:2] == other[:2] and one[2] < other[3] and other[2] < one[3]


def _quoted(case: Case, ranked: list[_Ranked], paths: dict[str, str]) -> Iterator[Suggestion]:
    """Make suggestions of what is ranked; each reading is loaded once."""
    made: dict[tuple[str, int], Suggestion] = {}
    for document in sorted({entry[1] for entry in ranked}):
        reading = case.load_reading(document)
        assert reading is not None
        for score, _, number, proposal in (entry for entry in ranked if entry[1] == document):
            quotes = tuple(quote_of(reading, anchor) for anchor in proposal.anchors)
            made[document, number] = Suggestion(
                capability=proposal.capability,
                score=round(score, 4),
                model=proposal.source,
                quotes=tuple(replace(quote, path=paths[document]) for quote in quotes),
            )
    for entry in ranked:
        yield made[entry[1], entry[2]]
