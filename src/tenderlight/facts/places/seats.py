"""Province and town of an English paper: behind the name of the buyer, in its name, in the government over it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.names.seats import is_english_office, seat_parts
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.pages.origins import COUNTRY, STATE
from tenderlight.facts.pages.provinces import PROVINCE, PROVINCES_OF
from tenderlight.languages.normalise import flatten

_BRACKETS = re.compile(r"\s?\((?P<name>[^()\n]{3,40})\)|\s[-–—]\s(?P<behind>[^\n,.;:()|]{3,40})(?=[\n,.;|]|$)")
_GOVERNMENT = re.compile(
    rf"(?:govt\.?|government|state|province|provincial government) of (?:the )?(?P<name>{STATE.pattern}|"
    rf"{PROVINCE.pattern})"
)
_OF_OFFICE = re.compile(
    r"(?i:^(?=.*\b(?:corporation|council|authority|trust|department|office|municipality|directorate|commission|jabatan|"
    r"ministry|board)\b)(?:.*\bof (?P<town>[^\s,]{3,30})$)?)"
)
"""The name of an office where that of a town should be, and the town it ends with."""
_HEAD = 600
_SAMPLE = 12_000


def seat_behind(name: Piece) -> tuple[Piece | None, Piece | None]:
    """Return the province and the town printed behind the name of a buyer.

    Args:
        name: Where the name stands.
    """
    text = name.sheet.page.text
    parts = seat_parts(text, name.end, of_office=is_english_office(name.text))
    if not parts and (bracket := _BRACKETS.match(text, name.end)) is not None:
        span = bracket.span("name") if bracket["name"] else bracket.span("behind")
        parts = [span] if is_province(text[slice(*span)]) else []
    pieces = [Piece(sheet=name.sheet, start=start, end=end).stripped() for start, end in parts]
    named = [piece for piece in pieces if is_province(piece.text)]
    towns = [piece for piece in pieces if piece not in named and not COUNTRY.fullmatch(_folded(piece.text))]
    return (named[-1] if named else None), (towns[0] if towns else None)


def is_province(name: str) -> bool:
    """Say whether a name is that of a state or province that is known."""
    flat = _folded(name)
    return STATE.fullmatch(flat) is not None or PROVINCE.fullmatch(flat) is not None


def governed(sheet: Sheet) -> Piece | None:
    """Return the province whose government a paper is headed by: "Government of Kerala"."""
    found = _GOVERNMENT.search(sheet.flat[:_HEAD])
    return Piece(sheet=sheet, start=found.start("name"), end=found.end("name")) if found else None


def province_in(names: Sequence[Piece], country: str | None) -> Piece | None:
    """Return the province that stands in the name of a buyer, if its country is that of the paper.

    Args:
        names: The buyers.
        country: ISO 3166-1 alpha-2; None = it is not known.
    """
    pattern = PROVINCES_OF.get(country or "")
    for name in names if pattern else ():
        found = pattern.search(name.flat) if pattern else None
        if found is not None:
            return name.part(*found.span())
    return None


def as_called(place: str | None, sheet: Sheet) -> str | None:
    """Return the name of a town alone, and in small letters where it was read in capitals and the paper has both."""
    office = _OF_OFFICE.search(place) if place is not None else None
    if office is not None:
        place = office["town"]
    if place is None or not place.isupper():
        return place
    called = re.search(rf"(?<![\w-]){re.escape(place.title())}(?=,\s[A-Z]|\s?\(|\s-)", sheet.page.text[:_SAMPLE])
    return called[0] if called else place


def _folded(name: str) -> str:
    return flatten(name).strip(" .").removeprefix("republic of ").removeprefix("the ")
