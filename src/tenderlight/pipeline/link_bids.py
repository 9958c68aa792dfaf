"""Bids of a case held against each other: what those for one contract share, and how often others do."""

from __future__ import annotations

import functools
import zlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import msgspec

from tenderlight.cases import Case
from tenderlight.cases.link_keeping import TRAITS, Keeping, Made
from tenderlight.cases.reading_texts import metadata_of
from tenderlight.errors import CaseDamaged
from tenderlight.linking.bid_properties import Bids, Form, PropertiesOfCase
from tenderlight.linking.bid_traits import Found, Sign, TraitsOfCase, places_of
from tenderlight.linking.clause_rows import Stretch
from tenderlight.linking.resemblance import letters_of
from tenderlight.linking.same_facts import Notice
from tenderlight.linking.shared_clauses import Place
from tenderlight.model.metadata import Property, PropertyKind
from tenderlight.model.statement import Stage
from tenderlight.pipeline.link_corpus import Lost, pages_of

TENDERS = frozenset({Stage.TENDER, Stage.SINGLE_SOURCE})
"""Stages of a document that says what is to be bid for."""
COMPRESSION = 1


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """The documents of a case that are compared, and what is known of whose they are."""

    documents: Sequence[Made]
    """All documents with pages that were read."""
    bidders: Mapping[str, str]
    """Those of them that are bids, and whose."""
    buyers: Mapping[str, str]
    """The buyer of others, as far as it is known."""
    notices: Sequence[Sequence[Notice[str]]]
    """All notices of each contract."""


class SignsOfCase:
    """What bids for one contract share.

    Args:
        case: The case.
        keeping: What is kept of its documents.
    """

    def __init__(self, case: Case, keeping: Keeping) -> None:
        self._case = case
        self._keeping = keeping
        self._documents: dict[str, Made] = {}
        self.kept: dict[str, tuple[Made, bytes]] = {}
        """What is to be kept, by document."""

    def found(self, compared: Compared) -> tuple[Sign, ...]:
        """Return what bids share. Without its tender file in the case, nothing is told of a contract.

        Raises:
            Lost: If a stored reading cannot be read any more.
        """
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
        traits = TraitsOfCase(frozenset(document for one in tenders for document in one.bidders), self._places)
        properties = PropertiesOfCase()
        for document, said in self._told(compared):
            contract = contracts.get(document, document)
            traits.take(document, contract, said.traits)
            hand = compared.bidders.get(document) or compared.buyers.get(document, document)
            properties.take(document, contract, hand, said.properties)
            if document in forms:
                forms[document].take(said.properties)
                forms[document].later.append(functools.partial(self._letters, document))
        return tuple(traits.signs(tenders, properties))

    def _told(self, compared: Compared) -> Iterator[tuple[str, _Traits]]:
        """Yield documents with what they may share."""
        documents = compared.documents
        self._documents = {one.document: one for one in documents}
        for one, kept in zip(documents, self._keeping.all_of(TRAITS, documents), strict=True):
            found = None if kept is None else _from_bytes(kept)
            if found is None:
                found = self._looked_at(one.document, is_bid=one.document in compared.bidders)
                self.kept[one.document] = one, _to_bytes(found)
            yield one.document, found

    def _looked_at(self, document: str, *, is_bid: bool) -> _Traits:
        pages = ((page.page_number, page.text) for page in pages_of(self._case, document))
        places = places_of(document, pages)
        stretches = tuple(place[1:] for place in places.values()) if is_bid else ()
        return _Traits(tuple(places), stretches, metadata_in(self._case, document))

    def _places(self, document: str) -> dict[Found, Place]:
        """Return where the traits of a bid stand."""
        one = self._documents[document]
        body = self.kept[document][1] if document in self.kept else self._keeping.some_of(TRAITS, [one])[document]
        found = _from_bytes(body)
        assert found is not None
        return {key: Place(document, *at) for key, at in zip(found.traits, found.stretches, strict=True)}

    def _letters(self, document: str) -> list[str]:
        return [letters_of(page.text) for page in pages_of(self._case, document)]


@dataclass(frozen=True, slots=True)
class _Traits:
    """What a document may share with another one."""

    traits: tuple[Found, ...]
    """Of its words."""
    stretches: tuple[Stretch, ...]
    """Where each of them is first, if it is a bid."""
    properties: tuple[Property, ...]
    """Of its file."""


class _Shape(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    traits: tuple[Found, ...]
    stretches: tuple[Stretch, ...]
    properties: tuple[tuple[PropertyKind, str, str], ...]


_decoder = msgspec.msgpack.Decoder(_Shape)


def _to_bytes(found: _Traits) -> bytes:
    properties = tuple((one.kind, one.place, one.value) for one in found.properties)
    return zlib.compress(msgspec.msgpack.encode(_Shape(found.traits, found.stretches, properties)), COMPRESSION)


def _from_bytes(untrusted_body: bytes) -> _Traits | None:
    try:
        shape = _decoder.decode(zlib.decompress(untrusted_body))
        properties = tuple(Property(kind=kind, place=place, value=value) for kind, place, value in shape.properties)
    except (ValueError, zlib.error):  # of msgspec, too
        return None
    return _Traits(shape.traits, shape.stretches, properties)


def metadata_in(case: Case, document: str) -> tuple[Property, ...]:
    """Return what the file of a document says of itself, as it was read.

    Raises:
        Lost: If the stored reading cannot be read any more.
    """
    try:
        file = case.open_reading(document)
        if file is None:
            return ()
        with file:
            return metadata_of(file, document)
    except CaseDamaged:
        raise Lost(document) from None
