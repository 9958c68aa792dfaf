"""The words of links: quotes of stored readings, with what speaks against them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from tenderlight.cases import Case
from tenderlight.cases.reading_texts import PageText
from tenderlight.evidence.anchoring import quote_of
from tenderlight.evidence.doubts import Doubts
from tenderlight.evidence.pictures import has_picture
from tenderlight.linking.clauses import clauses_of
from tenderlight.linking.shared_clauses import Place
from tenderlight.model.metadata import Property
from tenderlight.model.quote import Quote
from tenderlight.model.statement import Anchor

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


def shown_at(case: Case, places: Iterable[Place]) -> dict[Place, Shown]:
    """Return the words at places; each reading is loaded once."""
    by_document: dict[str, set[Place]] = {}
    for place in places:
        by_document.setdefault(place.document, set()).add(place)
    shown: dict[Place, Shown] = {}
    for document, wanted in by_document.items():
        reading = case.load_reading(document)
        assert reading is not None
        doubts, path = Doubts(reading), next(iter(case.paths(document)), "")
        texts = {page.number: page.text for page in reading.pages}
        for place in wanted:
            anchor = Anchor(
                page_number=place.page_number,
                start=place.start,
                end=place.end,
                text=texts[place.page_number][place.start : place.end],
            )
            quote = quote_of(reading, anchor)
            shown[place] = Shown(
                quote=replace(quote, path=path),
                against=doubts.about([quote]),
                has_picture=has_picture(reading, place.page_number),
            )
    return shown


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
        reading = case.load_reading(document)
        assert reading is not None
        path = next(iter(case.paths(document)), "")
        for one in properties:
            quote = quote_of(reading, Anchor(start=0, end=len(one.value), text=one.value, pointer=one.pointer))
            shown[document, one.pointer] = Shown(quote=replace(quote, path=path), against=(), has_picture=False)
    return shown


def in_both(case: Case, pairs: Sequence[tuple[str, str]]) -> dict[tuple[str, str], tuple[Place, Place]]:
    """Return where the longest clause stands that both documents have to the letter; nothing for pairs without one."""
    held = {document: _longest(case, document) for document in sorted({one for pair in pairs for one in pair})}
    found = {}
    for first, second in pairs:
        common = held[first].keys() & held[second].keys()
        if common:
            letters = max(common, key=lambda one: (len(one), one))
            found[first, second] = held[first][letters], held[second][letters]
    return found


def _longest(case: Case, document: str) -> Mapping[str, Place]:
    places: dict[str, Place] = {}
    for text in case.load_texts(document):
        if isinstance(text, PageText):
            for clause in clauses_of(text.text):
                places.setdefault(clause.letters, Place(document, text.page_number, clause.start, clause.end))
    kept = sorted(places, key=lambda letters: (-len(letters), letters))[:CLAUSES_HELD]
    return {letters: places[letters] for letters in kept}
