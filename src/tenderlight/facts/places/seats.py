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
_COUNTIES = (
    "baringo|bomet|bungoma|busia|elgeyo[- ]marakwet|embu|garissa|homa bay|isiolo|kajiado|kakamega|"
    "kericho|kiambu|kilifi|"
    "kirinyaga|kisii|kisumu|kitui|kwale|laikipia|lamu|machakos|makueni|mandera|marsabit|meru|migori|mombasa|murang['’]?a|"
    "nairobi(?: city)?|nakuru|nandi|narok|nyamira|nyandarua|nyeri|samburu|siaya|taita[- ]taveta|tana river|"
    "tharaka[- ]nithi|trans[- ]nzoia|turkana|uasin gishu|vihiga|wajir|west pokot"
)
"""The counties of Kenya (Constitution of Kenya 2010, first schedule)."""
_COUNTY_GOVERNMENT = re.compile(
    rf"county (?:government|assembly|public service board|executive) of (?P<of>{_COUNTIES})(?![\w-])|"
    rf"(?<![\w-])(?P<before>{_COUNTIES})(?: city)? county (?:government|assembly|public service board)(?!\w)"
)
_REGIONS = (
    r"(?P<name>north[- ]east|north[- ]west|yorkshire and (?:the )?humber(?:side)?|east midlands|west midlands|"
    r"east of england|south[- ]east|south[- ]west|greater london)(?: \(?england\)?)?"
)
_ASKED = re.compile(
    rf"(?:^|(?<=[\n\t|;]))[ ]{{0,8}}region[ ]?:[ ]{{1,3}}{_REGIONS}(?=[ \t]*(?:$|[\n|;,]))|"
    r"(?:^|(?<=\n))[ ]{0,40}(?:\d{1,2}\.?[ ])?procuring entity district[ ]?:?[ ]{1,3}(?P<district>[a-z][a-z' -]{2,24})"
    r"(?=[ \t]*(?:$|[\n|;,]))|"
    r"(?:^|(?<=\n))[ ]{0,40}province of (?P<province>[a-z][a-z]{2,16}(?: (?:del|de|la|oriental|occidental|"
    r"sur|norte|oro|"
    r"ecija|vizcaya|city|[a-z]{3,12})){0,2})[ \t]*(?=$|\n)"
)
"""What an English paper says of the first level on a line of its own: "Region: West Midlands", "Province of Quezon"."""
_ASKED_IN = {"name": "GB", "district": "BD", "province": "PH"}
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


def first_level(names: Sequence[Piece], sheet: Sheet, country: str | None) -> Piece | None:
    """Return the county, region or province that a paper has in the buyer's name or on a line of its own, or None.

    Args:
        names: The buyers.
        sheet: The first page.
        country: ISO 3166-1 alpha-2; None = it is not known.
    """
    for name in names:
        county = _COUNTY_GOVERNMENT.search(name.flat)
        if county is not None:
            return name.part(*county.span("of" if county["of"] else "before"))
    found = _ASKED.search(sheet.flat[:_SAMPLE])
    if found is None or _ASKED_IN[found.lastgroup or ""] != country:
        return None
    return Piece(sheet=sheet, start=found.start(found.lastgroup or 0), end=found.end(found.lastgroup or 0))


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
