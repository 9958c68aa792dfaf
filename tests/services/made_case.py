"""What tests of cases on a server share."""

from __future__ import annotations

from tenderlight.cases import Case
from tenderlight.cases.places import Place
from tenderlight.model.review import ReviewVerdict

CONFIRM = ReviewVerdict.CONFIRM


def claims(place: Place) -> list[str]:
    """Return the ids of all claims of a case, in order."""
    with Case.open(place) as case:
        return [claim.claim for claim in case.claims()]
