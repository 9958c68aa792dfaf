"""Where claims stand by their reviews, kept beside the claims so that counts need not look at every review."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from tenderlight.cases.database import PUT_META, Database
from tenderlight.cases.encoding import decode_claim, decode_edit, encode_edit
from tenderlight.cases.registers import REVIEWS, Details
from tenderlight.cases.urgency import NAMING, Surroundings, gravest, order_version, urgency
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.review import Review, ReviewVerdict, Standing, standing

_BODY = "SELECT body FROM claims WHERE id = ?"
_STAND = "UPDATE claims SET status = ?, is_waiting = ?, edit = ?, urgency = ? WHERE id = ?"
_BESIDE = """
SELECT DISTINCT capability FROM claims WHERE contract = ? AND document = ? AND kind = 'capability' AND polarity IN
('required', 'offered', 'standard', 'optional')
"""
_RECOGNISED = "SELECT confidence FROM pages WHERE document = ? AND page_number = ? AND method = 'recognised'"
_ORDERED = "order_version"
"""Key of `meta` under which stands what the order of the queue was made with."""
_REVIEWED = """
SELECT DISTINCT claim FROM reviews WHERE claim IN (SELECT id FROM claims WHERE document = ?) ORDER BY claim
"""


def says(claim: Claim) -> str:
    """Return a SHA-256 of what a claim says: its id, stage and quoted words, and what speaks against it.

    The id stands for kind, value, polarity, rule and places. Where it changes, what people said of the claim was said
    of something else, or in ignorance of what speaks against it now.
    """
    said = [claim.claim, claim.stage, [quote.text for quote in claim.quotes], list(claim.against)]
    return hashlib.sha256(json.dumps(said, ensure_ascii=True).encode("ascii")).hexdigest()


def review_of(details: Details) -> Review:
    """Return the review that a row says.

    Raises:
        ValueError: If its verdict or its edit is none.
    """
    edit = details["edit"]
    return Review(
        number=_number(details["number"]),
        claim=str(details["claim"]),
        document=str(details["object"]),
        verdict=ReviewVerdict(str(details["verdict"])),
        person=str(details["person"]),
        because=str(details["because"]),
        at=str(details["at"]),
        seen=None if details["seen"] is None else _number(details["seen"]),
        saw=str(details["saw"]),
        edit=None if edit is None else decode_edit(str(edit)),
        undoes=None if details["undoes"] is None else _number(details["undoes"]),
    )


def _number(value: str | int | None) -> int:
    assert isinstance(value, int)
    return value


def reviews_of(database: Database, claim: str) -> tuple[Review, ...]:
    """Return the reviews of a claim, undone ones too, the oldest first."""
    return tuple(map(review_of, REVIEWS.rows(database, "claim = ?", claim)))


def standing_of(database: Database, claim: str) -> Standing:
    """Return where a claim stands; of one that is no longer made, no review counts."""
    row = database.row(_BODY, (claim,))
    if row is None:
        return standing(reviews_of(database, claim), says="")
    return standing_of_claim(database, decode_claim(row[0].encode("utf-8")))


def standing_of_claim(database: Database, claim: Claim) -> Standing:
    """Return where a claim of the case stands."""
    return standing(reviews_of(database, claim.claim), says=says(claim))


def restand(database: Database, claims: Iterable[str]) -> None:
    """Work out anew where claims stand. Those that are no longer made are passed over."""
    for claim in claims:
        row = database.row(_BODY, (claim,))
        if row is not None:
            restand_claim(database, decode_claim(row[0].encode("utf-8")))


def restand_claim(database: Database, claim: Claim) -> None:
    """Work out anew where a claim of the case stands."""
    found = standing_of_claim(database, claim)
    points = urgency(claim, surroundings(database, claim, found)).points
    database.change(_STAND, (*stands(claim, found), points, claim.claim))


def restand_document(database: Database, document: str) -> None:
    """Work out anew where the reviewed claims of a document stand."""
    restand(database, [claim for (claim,) in database.query(_REVIEWED, (document,))])


def stands(claim: Claim, found: Standing) -> tuple[str, int, str | None]:
    """Return what the row of a claim has to say of its standing: status, whether it waits, edit."""
    is_waiting = found.is_disputed or found.status is ClaimStatus.UNREVIEWED
    edit = None if found.edit is None else encode_edit(claim.kind, found.edit)
    return found.status.value, int(is_waiting), edit


def surroundings(database: Database, claim: Claim, found: Standing) -> Surroundings:
    """Return what is known around a claim, and of where it stands."""
    bought = database.query(_BESIDE, (claim.contract, claim.document)) if claim.kind in NAMING else iter(())
    return Surroundings(
        beside=gravest(capability for (capability,) in bought),
        recognised=worst_recognised(database, claim),
        is_disputed=found.is_disputed,
        is_outdated=bool(found.outdated),
    )


def worst_recognised(database: Database, claim: Claim) -> float | None:
    """Return how sure text recognition was of the worst page that a claim quotes; None = no page was recognised."""
    pages = {(quote.document, quote.page_number) for quote in claim.quotes if quote.page_number is not None}
    rows = (database.row(_RECOGNISED, page) for page in pages)
    return min((row[0] for row in rows if row is not None and row[0] is not None), default=None)


def reorder(database: Database) -> bool:
    """Put the queue in the order of this version, if another made it; say whether that was so."""
    row = database.row("SELECT value FROM meta WHERE key = ?", (_ORDERED,))
    if row is not None and row[0] == order_version():
        return False
    for (claim,) in list(database.query("SELECT id FROM claims ORDER BY document, position")):
        restand(database, [claim])
    database.change(PUT_META, (_ORDERED, order_version()))
    return True
