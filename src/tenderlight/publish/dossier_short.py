"""The short form of a dossier, for print: every finding and every picture once, and what is the same in many once.

Each finding keeps its sentence, its quotes, what speaks against it and its place; it refers to the pictures by number,
and to what it does not show and who confirmed it by mark. On a picture each box has the numbers of its findings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tenderlight.publish.dossier_views import PartsView, QuoteView
from tenderlight.publish.pictures import Rectangle


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortQuote:
    """A quote, with where it is to be found."""

    text: str
    language: str
    where: str
    document: int
    """Number of the document in the list."""
    start: int
    end: int
    pictures: tuple[int, ...]
    """Numbers of the pictures that show it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortFinding:
    """A finding in few lines."""

    number: int
    claim: str
    says: str
    quotes: tuple[ShortQuote, ...]
    against: tuple[str, ...]
    shows_not: int
    """Number of what it does not show, among those of the dossier."""
    confirmed: tuple[int, ...]
    """Numbers of the confirmations, among those of the dossier."""
    rule: str
    rule_version: int
    confidence: str
    parties: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class NumberedBox:
    """A box on a whole picture, in points, with the numbers of its findings."""

    at: Rectangle
    numbers: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortPicture:
    """A picture of a page, whole, with the boxes of all findings on it."""

    number: int
    href: str
    width: float
    height: float
    page_number: int
    path: str
    is_laid_out: bool
    boxes: tuple[NumberedBox, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ShortView:
    """A dossier in short form. Numbers begin at 1, marks of lists are the places in them."""

    capabilities: tuple[ShortFinding, ...]
    facts: tuple[ShortFinding, ...]
    products: tuple[ShortFinding, ...]
    shows_not: tuple[str, ...]
    confirmations: tuple[tuple[str, str, str], ...]
    """Person (empty where names are left out), day, reason."""
    documents: tuple[tuple[str, str, str], ...]
    """Path, SHA-256, and who read it, of the quoted ones."""
    pictures: tuple[ShortPicture, ...]


class _Numbers:
    """Numbers things in the order in which they are first met, from 1."""

    def __init__(self) -> None:
        self.found: dict[tuple[str, ...], int] = {}

    def of(self, *thing: str) -> int:
        return self.found.setdefault(thing, len(self.found) + 1)


def short_of(parts: PartsView) -> ShortView:
    """Return a dossier in short form, with all that its long form says of each finding."""
    limits, confirmed, documents, pictures = _Numbers(), _Numbers(), _Numbers(), _Numbers()
    made: list[ShortFinding] = []
    boxes: dict[int, dict[Rectangle, list[int]]] = {}
    whole: dict[int, ShortPicture] = {}
    for number, finding in enumerate((*parts.capabilities, *parts.facts, *parts.products), 1):
        for quote in finding.quotes:
            for picture in quote.pictures:
                place = pictures.of(picture.href)
                whole.setdefault(
                    place,
                    ShortPicture(
                        number=place,
                        href=picture.href,
                        width=picture.width,
                        height=picture.page_height,
                        page_number=picture.page_number,
                        path=quote.path,
                        is_laid_out=quote.is_laid_out,
                        boxes=(),
                    ),
                )
                for box in picture.boxes:
                    at = Rectangle(x=box.x, y=round(box.y + picture.top, 2), width=box.width, height=box.height)
                    numbers = boxes.setdefault(place, {}).setdefault(at, [])
                    if number not in numbers:
                        numbers.append(number)
        made.append(
            ShortFinding(
                number=number,
                claim=finding.claim,
                says=finding.sentence.says,
                quotes=tuple(_quote(one, documents, pictures) for one in finding.quotes),
                against=finding.against,
                shows_not=limits.of(finding.sentence.shows_not),
                confirmed=tuple(confirmed.of(one.person, one.date, one.because) for one in finding.confirmations),
                rule=finding.rule,
                rule_version=finding.rule_version,
                confidence=finding.confidence,
                parties=finding.parties,
            )
        )
    first, second = len(parts.capabilities), len(parts.capabilities) + len(parts.facts)
    return ShortView(
        capabilities=tuple(made[:first]),
        facts=tuple(made[first:second]),
        products=tuple(made[second:]),
        shows_not=tuple(one for (one,) in limits.found),
        confirmations=tuple((person, date, because) for person, date, because in confirmed.found),
        documents=tuple((path, sha256, reader) for path, sha256, reader in documents.found),
        pictures=tuple(_with_boxes(whole[place], boxes.get(place, {}).items()) for place in sorted(whole)),
    )


def _quote(quote: QuoteView, documents: _Numbers, pictures: _Numbers) -> ShortQuote:
    return ShortQuote(
        text=quote.text,
        language=quote.language,
        where=quote.where.removeprefix(quote.path).lstrip("，, "),
        document=documents.of(quote.path, quote.document, quote.reader),
        start=quote.start,
        end=quote.end,
        pictures=tuple(dict.fromkeys(pictures.of(picture.href) for picture in quote.pictures)),
    )


def _with_boxes(picture: ShortPicture, boxes: Iterable[tuple[Rectangle, Sequence[int]]]) -> ShortPicture:
    """Return a picture with its boxes, from top to bottom."""
    ordered = sorted(boxes, key=lambda one: (one[0].y, one[0].x))
    return ShortPicture(
        number=picture.number,
        href=picture.href,
        width=picture.width,
        height=picture.height,
        page_number=picture.page_number,
        path=picture.path,
        is_laid_out=picture.is_laid_out,
        boxes=tuple(NumberedBox(at=at, numbers=ranges_of(numbers)) for at, numbers in ordered),
    )


def ranges_of(numbers: Sequence[int]) -> str:
    """Return numbers in few signs: "3, 7-9"."""
    parts: list[list[int]] = []
    for number in sorted(numbers):
        if parts and number == parts[-1][-1] + 1:
            parts[-1].append(number)
        else:
            parts.append([number])
    return ", ".join(f"{one[0]}-{one[-1]}" if len(one) > 2 else ", ".join(map(str, one)) for one in parts)


def findings_of(view: ShortView) -> tuple[ShortFinding, ...]:
    """Return every finding of a short form, by number."""
    return (*view.capabilities, *view.facts, *view.products)
