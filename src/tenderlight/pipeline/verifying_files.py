"""Whether files of links still say the same of themselves: in what was read of them, and in the originals."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from tenderlight.cases import Case
from tenderlight.errors import CaseDamaged
from tenderlight.linking.bid_properties import are_same
from tenderlight.model.claim import Claim
from tenderlight.model.link_value import LinkValue
from tenderlight.model.metadata import Property
from tenderlight.model.statement import StatementKind
from tenderlight.pipeline.link_bids import metadata_in
from tenderlight.pipeline.reading_again import ReadAgain

_Properties = Callable[[str], Sequence[Property]]


def unlike(case: Case, again: ReadAgain | None) -> Iterator[tuple[Claim, str]]:
    """Yield each link of files that do not say the same of themselves, and where they do not.

    Args:
        case: The case.
        again: Reads originals again, where that is wanted.
    """
    for claim in case.claims(kind=StatementKind.LINK):
        value = claim.value
        if not isinstance(value, LinkValue) or not value.alike:
            continue
        if not _say_the_same(claim, value, lambda document: _as_read(case, document)):
            yield claim, "what was read of"
        elif again is not None and not _say_the_same(claim, value, lambda document: _now(case, again, document)):
            yield claim, "the originals, read again:"


def _say_the_same(claim: Claim, value: LinkValue, properties: _Properties) -> bool:
    first, second = properties(claim.document), properties(value.other)
    return all(are_same(first, second, pair) for pair in value.alike)


def _as_read(case: Case, document: str) -> Sequence[Property]:
    try:
        return metadata_in(case, document)
    except CaseDamaged:
        return ()


def _now(case: Case, again: ReadAgain, document: str) -> Sequence[Property]:
    return again.read(case.originals.path(document), only=()).result().metadata
