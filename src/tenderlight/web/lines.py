"""Claims as lines of a list."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.claim import Claim
from tenderlight.model.statement import BUYING_POLARITIES
from tenderlight.web.asked import Asked
from tenderlight.web.saying import against_of, sentence_of, where_of


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimLine:
    """One claim in a list."""

    claim: str
    contract: str
    href: str
    kind: str
    sentence: str
    polarity: str | None
    is_buying: bool
    stage: str | None
    status: str
    confidence: float | None
    before: str
    quote: str
    after: str
    where: str
    against: tuple[str, ...]
    urgency: tuple[str, ...] = ()
    """Why it stands where it does in the queue."""


def claim_line(asked: Asked, claim: Claim) -> ClaimLine:
    """Return a claim as a line."""
    quote = claim.quotes[0]
    return ClaimLine(
        claim=claim.claim,
        contract=claim.contract,
        href=asked.link(f"/claims/{claim.claim}"),
        kind=claim.kind.value,
        sentence=sentence_of(asked.language, claim),
        polarity=None if claim.polarity is None else claim.polarity.value,
        is_buying=claim.polarity in BUYING_POLARITIES,
        stage=None if claim.stage is None else claim.stage.value,
        status=claim.status.value,
        confidence=claim.confidence,
        before=quote.before,
        quote=quote.text,
        after=quote.after,
        where=where_of(asked.language, quote.path, quote.page_number, quote.pointer),
        against=against_of(asked.language, claim),
    )
