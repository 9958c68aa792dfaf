"""Bids of a case held against each other: what those for one contract share, and how often others do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tenderlight.cases import Case
from tenderlight.cases.reading_texts import PageText
from tenderlight.errors import CaseDamaged
from tenderlight.linking.bid_traits import Bids, Sign, TraitsOfCase
from tenderlight.linking.same_facts import Notice
from tenderlight.model.statement import Stage

TENDERS = frozenset({Stage.TENDER, Stage.SINGLE_SOURCE})
"""Stages of a document that says what is to be bid for."""


def signs_between_bids(
    case: Case, documents: Sequence[str], bidders: Mapping[str, str], notices: Sequence[Sequence[Notice]]
) -> tuple[Sign, ...]:
    """Return what bids for one contract share. Without its tender file in the case, nothing is told of a contract.

    Args:
        case: The case.
        documents: All documents with pages that were read.
        bidders: Those of them that are bids, and whose.
        notices: All notices of each contract.
    """
    contracts: dict[str, str] = {}
    tenders: list[Bids] = []
    for number, of_contract in enumerate(notices):
        pages = [one for one in of_contract if not one.is_record]
        contracts |= {one.document: str(number) for one in pages}
        bids = {one.document: bidders[one.document] for one in pages if one.document in bidders}
        has_tender = any(one.stage in TENDERS and one.document not in bids for one in pages)
        if has_tender and len(set(bids.values())) > 1:
            tenders.append(Bids(bidders=bids))
    if not tenders:
        return ()
    traits = TraitsOfCase(frozenset(document for one in tenders for document in one.bidders))
    for document in documents:
        try:
            for text in case.load_texts(document):
                if isinstance(text, PageText):
                    traits.take(document, contracts.get(document, document), text.page_number, text.text)
        except CaseDamaged:
            continue
    return tuple(traits.signs(tenders))
