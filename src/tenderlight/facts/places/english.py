"""State and town of the buyer in papers in English.

They are read behind its name, in the address below it, beside labels, in the heading and in the government over it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.names.seat_words import BORNE_BY_MANY
from tenderlight.facts.names.seats import Seat, seat_behind, seat_below, seat_in
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.pages.provinces import PROVINCE, STATE_OF
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.normalise import flatten

_HEAD_LINES = 2
_LONGEST = 8_000
_OFFICE_LINE = re.compile(
    r"(?m)(?:^[ \t]*|\.[ ]|[ ]{2})(?i:(?:contracting |issuing |purchasing |buying )?(?:office|division|"
    r"branch)(?: name)?)"
    r"[ ]?:[ ](?=[A-Z])[^\n:,;.]{3,60}(?=,)"
)
"""The office of the buyer that buys, up to the place it is in."""
_LINE = re.compile(r"(?m)^[^\n]*\S[^\n]*")
_IN_CAPITALS = re.compile(r"(?<![\w-])(?:NSW|QLD|Qld|VIC|TAS|ACT)(?![\w-])")
_HEADED_BY_STATE = frozenset({"US", "CA", "AU"})
"""Countries whose offices head their papers with the name of their state."""
_VICTORIA = re.compile(r"(?<![\w-])victoria(?:n government)?(?![\w-])")
_GOVERNMENT = re.compile(
    rf"(?:govt\.?|government|state|province|provincial government) of (?:the )?(?P<name>{PROVINCE.pattern})"
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
_OF_STATE = re.compile(
    r"(?i:[ ]?,[ ](?:an?|the)[ ])(?:(?P<before>[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)[ ](?=(?i:municipal|home[- ]rule|charter|"
    r"public|statutory|county|city|town|village|township|body|political|special|state|general|non-?profit)[ ]))|"
    r"(?i:[ ]?,[ ](?:an?|the)[ ][a-z -]{4,60}?of[ ]the[ ](?:state|commonwealth|province)[ ]of[ ])"
    r"(?P<behind>[A-Z][a-z]+(?:[ ][A-Z][a-z]+)?)(?![\w-])"
)
"""What contracts of North America say of a party: "the City of Willow Fork, an Ohio municipal corporation"."""
_SIGNED_AT = re.compile(
    r"(?m)(?:^|[.][ ])[ \t]*(?i:signed|issued|dated|given|done|executed|made)[ ](?:at|in)[ ]"
    r"(?P<town>[A-Z][\w'’-]+(?:[ ][A-Z][\w'’-]+){0,2})(?:,[ ][A-Z][\w ]{2,24})?,?[ ](?:on[ ])?"
    r"(?:(?i:this|the)[ ](?:the[ ])?)?(?:\d|[A-Z][a-z]{2,8}[ ]\d)"
)
"""A town that a paper is signed at: "Signed at Windhoek on this 9th day of May 2023"."""
_OF_NATION = re.compile(r"(?m)^[ \t]{0,20}(?:public contracts (?P<scotland>scotland)|sell2(?P<wales>wales))(?![\w-])")
"""Portals of the nations of the United Kingdom."""
_ASKED_IN = {"name": "GB", "district": "BD", "province": "PH"}
_HEAD = 600
_SAMPLE = 12_000
_FEWEST_LETTERS = 3


def english_places(notice: Notice, buyers: list[Piece]) -> Iterator[tuple[str, Piece]]:
    """Yield "admin1" or "place" and where it is printed, what is told best first.

    Args:
        notice: A document; one in another language than English yields nothing.
        buyers: Where the buyer's name stands.
    """
    if notice.language != "en":
        return
    yield from _beside_names(notice, buyers)
    yield from _in_names(buyers)
    for entry in notice.of(Meaning.BUYER)[1:4]:
        comma = entry.value.text.find(", ")
        if comma > 0 and "\n" not in entry.value.text:
            yield from _pieces(entry.value.sheet, seat_behind(entry.value.sheet.page.text, entry.value.start + comma))
    for sheet in notice.sheets[:1]:
        for office in _OFFICE_LINE.finditer(sheet.page.text[:_LONGEST]):
            yield from _pieces(sheet, seat_behind(sheet.page.text, office.end()))
    for own in (*(one.value for one in notice.of(Meaning.PLACE)), *_own_addresses(notice)):
        value = own.stripped(" \t\n.")
        if "\n" not in value.text and len(value.text) > _FEWEST_LETTERS:
            yield from _pieces(value.sheet, seat_in(value.sheet.page.text, value.start, value.end))
    yield from _headed(notice, buyers)
    for sheet in notice.sheets[:2]:
        for signed in _SIGNED_AT.finditer(sheet.page.text[:_SAMPLE]):
            yield "place", Piece(sheet=sheet, start=signed.start("town"), end=signed.end("town"))


def as_called(place: str | None, sheet: Sheet) -> str | None:
    """Return the name of a town alone, and in small letters where it was read in capitals and the paper has both."""
    office = _OF_OFFICE.search(place) if place is not None else None
    if office is not None:
        place = office["town"]
    if place is None or not place.isupper():
        return place
    called = re.search(rf"(?<![\w-]){re.escape(place.title())}(?=,\s[A-Z]|\s?\(|\s-)", sheet.page.text[:_SAMPLE])
    return called[0] if called else place


def _beside_names(notice: Notice, buyers: list[Piece]) -> Iterator[tuple[str, Piece]]:
    """Yield what stands behind the names of the buyers, then what a form says, then the addresses below the names."""
    behind = [seat_behind(name.sheet.page.text, name.end) for name in buyers]
    for name, seat in zip(buyers, behind, strict=True):
        yield from _pieces(name.sheet, seat)
    level = _first_level(buyers, notice.sheets[0], notice.country) if notice.sheets else None
    if level is not None:
        yield "admin1", level
    for name, seat in zip(buyers, behind, strict=True):
        yield from _pieces(name.sheet, seat_below(name.sheet.page.text, name.end) if seat is None else None)


def _in_names(buyers: Sequence[Piece]) -> Iterator[tuple[str, Piece]]:
    """Yield the state that a contract makes the buyer a body of, and the town that a name borne by many ends with."""
    for name in buyers:
        text = name.sheet.page.text
        behind = _OF_STATE.match(text, name.end)
        state = "before" if behind is not None and behind["before"] else "behind"
        if behind is not None and PROVINCE.fullmatch(flatten(behind[state])):
            yield "admin1", Piece(sheet=name.sheet, start=behind.start(state), end=behind.end(state))
        head, comma, _town = name.text.rpartition(", ")
        if comma and BORNE_BY_MANY.fullmatch(flatten(head)):
            yield from _pieces(name.sheet, seat_in(text, name.start + len(head) + len(comma), name.end))


def _pieces(sheet: Sheet, seat: Seat | None) -> Iterator[tuple[str, Piece]]:
    for called, span in (("admin1", seat.state), ("place", seat.town)) if seat is not None else ():
        if span is not None:
            yield called, Piece(sheet=sheet, start=span[0], end=span[1])


def _own_addresses(notice: Notice) -> list[Piece]:
    """Return the addresses that stand before anybody is named who sells."""
    sells = min((one.order for one in notice.of(Meaning.SUPPLIER, Meaning.INTENDED)), default=None)
    return [one.value for one in notice.of(Meaning.ADDRESS) if sells is None or one.order < sells]


def _headed(notice: Notice, buyers: list[Piece]) -> Iterator[tuple[str, Piece]]:
    """Yield the state in the buyer's name or in the first lines, and that of the government a paper is headed by."""
    for sheet in notice.sheets[:1]:
        states = STATE_OF[notice.country] if notice.country in _HEADED_BY_STATE else None
        lines = [*_LINE.finditer(sheet.flat[:_LONGEST])][:_HEAD_LINES]
        heads = [Piece(sheet=sheet, start=one.start(), end=one.end()) for one in lines]
        for piece in (*buyers, *heads) if states is not None else ():
            found = states.search(piece.flat) if states is not None else None
            if found is None and notice.country == "AU":
                found = _IN_CAPITALS.search(piece.text) or _VICTORIA.search(piece.flat)
            if found is not None:
                yield "admin1", piece.part(*found.span())
        nation = _OF_NATION.search(sheet.flat[:_HEAD])
        if nation is not None and notice.country == "GB":
            yield (
                "admin1",
                Piece(sheet=sheet, start=nation.start(nation.lastgroup or 0), end=nation.end(nation.lastgroup or 0)),
            )
        governed = _GOVERNMENT.search(sheet.flat[:_HEAD])
        if governed is not None:
            yield "admin1", Piece(sheet=sheet, start=governed.start("name"), end=governed.end("name"))


def _first_level(names: Sequence[Piece], sheet: Sheet, country: str | None) -> Piece | None:
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
