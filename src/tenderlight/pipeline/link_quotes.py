"""The words of links: quotes of stored readings, with what speaks against them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import msgspec

from tenderlight.cases import Case
from tenderlight.cases.link_keeping import SHOWN, Keeping, Made
from tenderlight.cases.shapes import QuoteShape
from tenderlight.cases.shaping import quote_from_shape, quote_to_shape
from tenderlight.errors import CaseDamaged
from tenderlight.evidence.anchoring import quote_of
from tenderlight.evidence.doubts import Doubts
from tenderlight.evidence.pictures import has_picture
from tenderlight.linking.clause_rows import Stretch
from tenderlight.linking.resemblance import Numbers
from tenderlight.linking.shared_clauses import Place
from tenderlight.model.document import Reading
from tenderlight.model.metadata import Property
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Anchor
from tenderlight.pipeline.link_corpus import Corpus, Lost

CLAUSES_HELD = 40
"""The longest clauses of a text that is nearly another one: among them the words are looked for that both have."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shown:
    """Words that are quoted."""

    quote: Quote
    against: tuple[str, ...]
    """What was met while reading that speaks against them."""
    has_picture: bool
    """Whether they are of a text beside a picture of the page, which nobody compared."""


class ShownOfCase:
    """The words of a case that are quoted, as they are kept, or looked up in the stored readings.

    Args:
        case: The case.
        keeping: What is kept of its documents.
        documents: Those that may be quoted.
    """

    def __init__(self, case: Case, keeping: Keeping, documents: Iterable[Made]) -> None:
        self._case = case
        self._keeping = keeping
        self._documents = {one.document: one for one in documents}
        self._known: dict[str, dict[Stretch, Shown]] = {}
        self._new: set[str] = set()

    def at(self, places: Iterable[Place]) -> dict[Place, Shown]:
        """Return the words at places; each reading that is needed is loaded once.

        Raises:
            Lost: If a stored reading cannot be read any more.
        """
        by_document: dict[str, set[Stretch]] = {}
        for place in places:
            by_document.setdefault(place.document, set()).add(place[1:])
        asked = [self._documents[document] for document in sorted(by_document.keys() - self._known.keys())]
        kept = self._keeping.some_of(SHOWN, asked)
        self._known |= {one.document: _from_bytes(kept.get(one.document, b"")) for one in asked}
        for document, wanted in by_document.items():
            missing = wanted - self._known[document].keys()
            if missing:
                self._known[document] |= _from_bytes(_to_bytes(_shown_in(self._case, document, missing)))
                self._new.add(document)
        paths = {document: next(iter(self._case.paths(document)), "") for document in by_document}
        found: dict[Place, Shown] = {}
        for document, wanted in by_document.items():
            for stretch in wanted:
                shown = self._known[document][stretch]
                quote = replace(shown.quote, path=paths[document])
                found[Place(document, *stretch)] = replace(shown, quote=quote)
        return found

    def kept(self, places: Iterable[Place]) -> Iterator[tuple[Made, bytes]]:
        """Yield what is to be kept of documents of which it is not kept yet: what is quoted now, and nothing else."""
        by_document: dict[str, set[Stretch]] = {}
        for place in places:
            if place.document in self._new:
                by_document.setdefault(place.document, set()).add(place[1:])
        for document, stretches in sorted(by_document.items()):
            shown = {stretch: self._known[document][stretch] for stretch in sorted(stretches)}
            yield self._documents[document], _to_bytes(shown)


def _shown_in(case: Case, document: str, wanted: Iterable[Stretch]) -> dict[Stretch, Shown]:
    reading = loaded(case, document)
    doubts = Doubts(reading)
    texts = {page.number: page.text for page in reading.pages}
    shown: dict[Stretch, Shown] = {}
    for page_number, start, end in wanted:
        anchor = Anchor(page_number=page_number, start=start, end=end, text=texts[page_number][start:end])
        quote = quote_of(reading, anchor)
        against, pictured = doubts.about([quote]), has_picture(reading, page_number)
        shown[page_number, start, end] = Shown(quote=quote, against=against, has_picture=pictured)
    return shown


class _Shape(msgspec.Struct, frozen=True, array_like=True, forbid_unknown_fields=True):
    at: Stretch
    quote: QuoteShape
    against: list[str]
    has_picture: bool


_decoder = msgspec.msgpack.Decoder(list[_Shape])


def _to_bytes(shown: Mapping[Stretch, Shown]) -> bytes:
    return msgspec.msgpack.encode(
        [_Shape(at, quote_to_shape(one.quote), list(one.against), one.has_picture) for at, one in shown.items()]
    )


def _from_bytes(untrusted_body: bytes) -> dict[Stretch, Shown]:
    try:
        return {
            shape.at: Shown(
                quote=quote_from_shape(shape.quote), against=tuple(shape.against), has_picture=shape.has_picture
            )
            for shape in (_decoder.decode(untrusted_body) if untrusted_body else ())
        }
    except ValueError:  # of msgspec, too
        return {}


def loaded(case: Case, document: str) -> Reading:
    """Return what was read of a document.

    Raises:
        Lost: If it cannot be read any more.
    """
    try:
        reading = case.load_reading(document)
    except CaseDamaged:
        raise Lost(document) from None
    assert reading is not None
    return reading


def shown_in_files(case: Case, wanted: Iterable[tuple[str, Property]]) -> dict[tuple[str, str], Shown]:
    """Return what files say of themselves, by document and pointer; each reading is loaded once.

    Args:
        case: The case.
        wanted: Documents, each with a property of its file.
    """
    by_document: dict[str, list[Property]] = {}
    for document, one in wanted:
        by_document.setdefault(document, []).append(one)
    shown: dict[tuple[str, str], Shown] = {}
    for document, properties in by_document.items():
        reading = loaded(case, document)
        path = next(iter(case.paths(document)), "")
        for one in properties:
            quote = quote_of(reading, Anchor(start=0, end=len(one.value), text=one.value, pointer=one.pointer))
            shown[document, one.pointer] = Shown(quote=replace(quote, path=path), against=(), has_picture=False)
    return shown


def in_both(corpus: Corpus, pairs: Sequence[Numbers]) -> dict[Numbers, tuple[Place, Place]]:
    """Return where the longest clause stands that both documents have to the letter; nothing for pairs without one.

    Args:
        corpus: The texts.
        pairs: Numbers of documents.
    """
    held = {number: _longest(corpus, number) for number in sorted({one for pair in pairs for one in pair})}
    found = {}
    for first, second in pairs:
        common = held[first].keys() & held[second].keys()
        if common:
            clause = max(common)
            found[first, second] = held[first][clause], held[second][clause]
    return found


def _longest(corpus: Corpus, number: int) -> Mapping[tuple[int, int, int], Place]:
    """Return the longest clauses of a document by length and digest, and where each is first."""
    document, places = corpus.documents[number].document, dict[tuple[int, int, int], Place]()
    for one, two, page_number, start, end, letters, _ in corpus.texts[number].clauses.tolist():
        places.setdefault((letters, one, two), Place(document, page_number, start, end))
    return {clause: places[clause] for clause in sorted(places, reverse=True)[:CLAUSES_HELD]}
