"""Bids of a case held against each other: what those for one contract share, and how often others do."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from tenderlight.cases import Case
from tenderlight.cases.reading_texts import PageText, metadata_of
from tenderlight.errors import CaseDamaged
from tenderlight.linking.bid_properties import Bids, Form, PropertiesOfCase
from tenderlight.linking.bid_traits import Sign, TraitsOfCase
from tenderlight.linking.resemblance import letters_of
from tenderlight.linking.same_facts import Notice
from tenderlight.model.metadata import Property
from tenderlight.model.statement import Stage

TENDERS = frozenset({Stage.TENDER, Stage.SINGLE_SOURCE})
"""Stages of a document that says what is to be bid for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The documents of a case that are compared, and what is known of whose they are."""

    documents: Sequence[str]
    """All documents with pages that were read."""
    bidders: Mapping[str, str]
    """Those of them that are bids, and whose."""
    buyers: Mapping[str, str]
    """The buyer of others, as far as it is known."""
    notices: Sequence[Sequence[Notice]]
    """All notices of each contract."""


def signs_between_bids(case: Case, compared: Compared) -> tuple[Sign, ...]:
    """Return what bids for one contract share. Without its tender file in the case, nothing is told of a contract."""
    contracts: dict[str, str] = {}
    tenders: list[Bids] = []
    forms: dict[str, Form] = {}
    for number, of_contract in enumerate(compared.notices):
        pages = [one for one in of_contract if not one.is_record]
        contracts |= {one.document: str(number) for one in pages}
        bids = {one.document: compared.bidders[one.document] for one in pages if one.document in compared.bidders}
        asking = {one.document for one in pages if one.stage in TENDERS and one.document not in bids}
        if asking and len(set(bids.values())) > 1:
            form = Form()
            forms |= dict.fromkeys(asking, form)
            tenders.append(Bids(bidders=bids, form=form))
    if not tenders:
        return ()
    traits = TraitsOfCase(frozenset(document for one in tenders for document in one.bidders))
    properties = PropertiesOfCase()
    for document in compared.documents:
        known = forms.get(document)
        try:
            _take(case, document, contracts.get(document, document), traits, known)
            said = metadata_in(case, document)
        except CaseDamaged:
            continue
        hand = compared.bidders.get(document) or compared.buyers.get(document, document)
        properties.take(document, contracts.get(document, document), hand, said)
        if known is not None:
            known.take(said)
    return tuple(traits.signs(tenders, properties))


def _take(case: Case, document: str, contract: str, traits: TraitsOfCase, form: Form | None) -> None:
    for text in case.load_texts(document):
        if isinstance(text, PageText):
            traits.take(document, contract, text.page_number, text.text)
            if form is not None:
                form.letters.append(letters_of(text.text))


def metadata_in(case: Case, document: str) -> tuple[Property, ...]:
    """Return what the file of a document says of itself, as it was read.

    Raises:
        CaseDamaged: If the stored reading cannot be read.
    """
    file = case.open_reading(document)
    if file is None:
        return ()
    with file:
        return metadata_of(file, document)
