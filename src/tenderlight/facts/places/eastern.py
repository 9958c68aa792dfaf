"""Region and town of a buyer in notices in Cyrillic letters: beside its name, in its address, where it signed."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.names.eastern_places import REGION, TOWN, TOWN_OF, find_region, region_name
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning

CYRILLIC = frozenset({"ru", "uk"})
"""Languages in Cyrillic letters, which name regions and towns in ways of their own."""
Told = tuple[str, Piece, str | None]
"""Which part of a region ("admin1", "place"), the words that tell it, and how it is called if printed otherwise."""
_SELLERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD, Meaning.INTENDED, Meaning.LOSER})
_OF_PORTAL = re.compile(r"https?://|www\.|\.(?:ru|ua|kz|by|uz|kg|example)\b")
_MOST_ADDRESSES = 4
_OBLIQUE = re.compile(r"(?:[аяыиуюії]|ого|его|их|ых|ов|ев|ої|ів|ом|ем|ою|ей|ой)$", re.IGNORECASE)
"""Endings of names of towns in another case, inside the name of an office."""
_APART = re.compile(r"(?:[,(]\s{0,2}|^\s*)$")
_SIGNED = re.compile(
    rf"(?m)(?:^|\t|,\s|(?:^|\s)(?:место|місце)(?:\s[а-яіїє]+)?\s?:\s{{1,3}})(?:(?-i:{REGION.pattern}),\s)?{TOWN.pattern}"
    rf"(?:,?\s(?P<admin1>{REGION.pattern}))?"
    r"(?=\s{2,}|\t|\s*$|,?\s(?:від\s|от\s)?[«\"“„]?\d{1,2}[»\"”“]?[\s.])",
    re.IGNORECASE,
)
"""The line that says where a paper was signed, and in most of them also when."""
_LINES_OF_SIGNING = 40
_LONGEST_BEHIND = 90


def eastern_places(notice: Notice, buyers: list[Piece]) -> Iterator[Told]:
    """Yield region and town as a notice in Cyrillic letters tells them, the surest first.

    Args:
        notice: The document.
        buyers: Where the buyer is named: the whole value of its label, and its name.
    """
    if notice.language not in CYRILLIC:
        return
    for piece in buyers:
        yield from _in_name(_with_rest(piece))
    for piece in _addresses(notice):
        yield from _in_address(piece)
    for sheet in notice.sheets[:2]:
        yield from _signed(sheet)


def _with_rest(piece: Piece) -> Piece:
    """Return a name with what stands behind it on its line up to the end of the sentence."""
    flat = piece.sheet.flat
    rest = flat[piece.end : piece.end + _LONGEST_BEHIND].partition("\n")[0]
    if not rest.startswith((",", " (", " обл", " г.", " м.")):
        return piece
    stop = re.search(r"\)|(?<=[^\W\d_]{4})\.\s|;|\t|:", rest)
    return Piece(sheet=piece.sheet, start=piece.start, end=piece.end + (stop.start() if stop else len(rest)))


def _in_name(piece: Piece) -> Iterator[Told]:
    region = find_region(piece.text)
    if region is not None:
        yield "admin1", piece.part(*region.span()), region_name(region[0])
    for town in (*TOWN.finditer(piece.text), *TOWN_OF.finditer(piece.text)):
        if _APART.search(piece.text, 0, town.start()) or not _OBLIQUE.search(town["place"]):
            yield "place", piece.part(*town.span("place")), None


def _addresses(notice: Notice) -> Iterator[Piece]:
    """Yield the addresses of the buyer: those before the first seller."""
    sold = min((one.order for one in notice.entries if one.meaning in _SELLERS), default=None)
    found = [
        one
        for one in notice.of(Meaning.ADDRESS, Meaning.PLACE)
        if (sold is None or one.order < sold) and not _OF_PORTAL.search(one.value.flat)
    ]
    yield from (one.value for one in sorted(found, key=lambda one: one.order)[:_MOST_ADDRESSES])


def _in_address(piece: Piece) -> Iterator[Told]:
    region = find_region(piece.text)
    if region is not None:
        yield "admin1", piece.part(*region.span()), region_name(region[0])
    town = TOWN.search(piece.text)
    if town is not None:
        yield "place", piece.part(*town.span("place")), None


def _signed(sheet: Sheet) -> Iterator[Told]:
    text = sheet.page.text
    head = len("\n".join(text.split("\n", _LINES_OF_SIGNING)[:_LINES_OF_SIGNING]))
    found = _SIGNED.search(text, 0, head)
    if found is None:
        return
    yield "place", Piece(sheet=sheet, start=found.start("place"), end=found.end("place")), None
    if found["admin1"] is not None:
        piece = Piece(sheet=sheet, start=found.start("admin1"), end=found.end("admin1"))
        yield "admin1", piece, region_name(found["admin1"])
