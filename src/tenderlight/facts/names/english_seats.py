"""Where an office sits, printed behind its name in English: "Strand Council, Quay House, Strand, ST1 2AB".

The address, the town, the state and the branch that only buys are no part of the name. A town stays where the words
before it are borne by many offices ("Office of the Superintendent of Police, Narpura").
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.facts.pages.origins import COUNTRY, STATE

_COMMA = re.compile(r",\s+")
_COMMA_OR_LINE = re.compile(r",\s+|[ \t]*\n[ \t]*")
_ADDRESS = re.compile(
    r".*\d.*|"
    r".*\b(?:house|hall|building|buildings|headquarters|hq|tower|towers|park|place|offices|campus|centre|"
    r"plaza|chambers|"
    r"complex|street|st|road|rd|avenue|ave|lane|drive|way|quay|row|square|terrace|crescent|close|court|gate|wharf|"
    r"brae|hill|parade|highway|boulevard|blvd|mews|walk|embankment|esplanade|compound)\.?|"
    r"(?:[\w'’-]+ )?(?:harbour|port|town|city|county|district|parish|municipal|main|head|central|registered) office|"
    r"p\.?\s?o\.? box.*|co\.?(?: [\w'’-]+)?|county [\w'’-]+|neuadd .*|áras .*",
    re.IGNORECASE,
)
"""Parts of an address: a house, a street, a number, a postcode, an Irish county."""
_BUYS = (
    r"procurement|purchasing|acquisitions?|contracting|contracts?|supply|supplies|stores?|commercial|sourcing|tenders?"
)
_BRANCH = re.compile(
    rf"(?=.*\b(?:{_BUYS})\b)(?:(?:{_BUYS}|facilities|field|finance|financial|corporate|shared|central|estates?|ict|it|"
    r"services?|support|management|logistics|materials?|property|division|department|dept|branch|office|unit|team|"
    r"section|directorate|group|hub|bureau|of|and|&|the)\.?(?:\s+|$))+|"
    r"(?:campus|estates?|finance|accounts?|facilities|legal)(?: (?:security|department|division|office|team|"
    r"services))?",
    re.IGNORECASE,
)
"""The part of an office that buys for the whole of it, without a name of its own."""
_NO_TOWN = re.compile(
    r"\b(?:department|division|board|office|authority|agency|unit|branch|region|government|republic|state|county|"
    r"council|ministry|police|services?|section|directorate|bureau|commission|trust|limited|ltd|inc|llc|zone|circle|"
    r"district|group|command|security|transport|transportation|energy|housing|health|education|culture|trade|"
    r"industry|agriculture|fisheries|forestry|forests?|environment|tourism|sports?|labou?r|finance|planning|works|"
    r"roads?|water|sanitation|science|technology|innovation|justice|defen[cs]e|communications?|lands?|mines|mining|"
    r"parks?|recreation|wildlife|customs|immigration|prisons?|corrections?|project|procurement|purchasing|"
    r"corporation|company|university|college|school|hospital|corridor|headquarters|sector|province|territory|"
    r"municipality|federal|national|regional|lead|leader|member|procurer|buyer|purchaser|client|customer)\b",
    re.IGNORECASE,
)
_TOWN = re.compile(
    r"[A-ZÀ-Þ][\w'’.-]*(?:[ -](?:(?:of|upon|on|the|in|by|under|le|la)[ -])*[A-ZÀ-Þ][\w'’.-]*){0,3}(?: [A-Z]{2,3})?"
)
_BORNE_BY_MANY = re.compile(
    r"(?:the )?(?:(?:deputy |district |divisional |regional |city |state )?(?:office of (?:the|municipal)|"
    r"superintendent|"
    r"executive engineer|commissioner of police|director of school|headmaster|principal|collector|sheriff)|"
    r"board of (?:county )?commissioners|board of trustees|metropolitan police|public works department|barangay|"
    r"town hall|police|prisons?|central stores)\b",
    re.IGNORECASE,
)
_SHORT_STATE = re.compile(
    r"A[KLRZ]|C[AOT]|D[CE]|FL|GA|HI|I[ADLN]|K[SY]|LA|M[ADEINOST]|N[CDEHJMVY]|O[HKR]|PA|RI|S[CD]|T[NX]|UT|V[AT]|W[AIVY]|"
    r"NSW|VIC|QLD|TAS|ACT|ON|QC|BC|AB|MB|SK|NS|NB|NL|PEI?|NT|YT|NU"
)
_STATE_BEHIND = re.compile(
    rf"{_SHORT_STATE.pattern}|Washington|Georgia|Newfoundland and Labrador|Victoria|Yukon|Nunavut"
)
"""What is a state behind a town, and may be something else alone."""
_WITH_CODE = re.compile(
    rf"(?P<state>{_SHORT_STATE.pattern}|[A-Z][a-z]+(?: [A-Z][a-z]+)?)"
    r"\s+(?:\d{4,5}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d)(?: USA)?"
)
_TOWN_IN_ONE = re.compile(rf"(?P<town>{_TOWN.pattern})\s(?P<state>{_SHORT_STATE.pattern})")
_BEHIND = re.compile(r"(?:\s\([A-Z]{2,8}\))?,\s+(?P<rest>[^\n;|\t()]{2,90})")
_SENTENCE = re.compile(r"\.(?=\s|$)(?<!\bSt\.)(?<!\bCo\.)|\s{2,}|\s[-–—]\s|,?\s(?:[a-z]{3,}|to|is)\s(?!upon|the)")
_BLOCK = re.compile(r"[ \t]*\n(?P<lines>(?:[ \t]*(?![^\n]*(?::|  ))[^\s][^\n]{1,90}\n?){1,5})")
"""Lines without labels below a name."""
_CLOSES = re.compile(
    r"(?m)(?:^[ \t]*|,[ \t])(?:[A-Z]{1,2}\d{1,2}[A-Z]?[ \t]\d[A-Z]{2}|United Kingdom|Ireland|Malta|Cyprus|"
    r"Canada|Australia|"
    r"New Zealand|United States(?: of America)?|USA|UK|(?:[A-Z]{2}|"
    r"[A-Z][a-z]+(?:[ \t][A-Z][a-z]+)?)[ \t](?:\d{5}(?:-\d{4})?|\d{4}|"
    r"[A-Z]\d[A-Z][ \t]?\d[A-Z]\d))\.?[ \t]*$"
)
"""What ends an address: a postcode, a country, a state with its code."""
_ISO = re.compile(r"IE|GB|UK|CY|NZ|ZA|KE|UG|TZ|ZM|ZW|GH|NG|BD|LK|PH|PK|SG|JM")
"""Codes of countries at the end of an address that no state of North America has."""
_MOST_PARTS = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where an office is: offsets in the text that was read."""

    state: tuple[int, int] | None
    """As printed, in full or shortened."""
    town: tuple[int, int] | None


def end_without_seat(name: str) -> int:
    """Return where the name of an office ends before its address, town, state or purchasing branch.

    Args:
        name: As printed, with whatever stands behind its commas.
    """
    parts = list(_parts(name, 0, len(name)))
    if len(parts) < 2:
        return len(name)
    head = name[: parts[0][1]]
    keeps_town = _BORNE_BY_MANY.match(head) is not None or len(head.split()) < 2
    for start, end in parts[1:]:
        part = name[start:end]
        is_seat = _is_area(part) or _ADDRESS.fullmatch(part) or _BRANCH.fullmatch(part)
        if not is_seat and (keeps_town or not _is_town(part)):
            return len(name)
    if len(parts) == 2 and _is_area(name[slice(*parts[1])]) and re.match(r"(?i)(?:city|town|village) of ", head):
        return len(name)
    return parts[0][1]


def seat_behind(text: str, end: int) -> Seat | None:
    """Return the state and the town printed behind the name of an office that ends at `end`, or None."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        return None
    stop = _SENTENCE.search(behind["rest"])
    last = behind.start("rest") + (stop.start() if stop else len(behind["rest"]))
    return seat_in(text, behind.start("rest"), last)


def seat_below(text: str, end: int) -> Seat | None:
    """Return the state and the town of the address in the lines below a name, if a postcode or a country shows it."""
    block = _BLOCK.match(text, end)
    if block is None:
        return None
    last = next((one for one in reversed([*_CLOSES.finditer(block["lines"])])), None)
    return seat_in(text, block.start("lines"), block.start("lines") + last.end(), _COMMA_OR_LINE) if last else None


def seat_in(text: str, start: int, end: int, between: re.Pattern[str] = _COMMA) -> Seat | None:
    """Return the state and the town in the parts of an address, or None if another part is in the way.

    The town is the last part before the state or the country that can be one.
    """
    state: tuple[int, int] | None = None
    town: tuple[int, int] | None = None
    for left, right in list(_parts(text, start, end, between))[:_MOST_PARTS]:
        part = text[left:right].rstrip(".")
        coded = _WITH_CODE.fullmatch(part)
        named = coded["state"] if coded is not None else part
        if STATE.fullmatch(named.casefold()) or (left > start and _STATE_BEHIND.fullmatch(named)):
            state = state or (left, left + len(named))
            continue
        both = _TOWN_IN_ONE.fullmatch(part)
        if both is not None:
            town, state = (left, left + both.end("town")), (left + both.start("state"), left + both.end("state"))
        elif (
            _ISO.fullmatch(part)
            or COUNTRY.fullmatch(part.casefold())
            or _ADDRESS.fullmatch(part)
            or _BRANCH.fullmatch(part)
        ):
            continue
        elif _is_town(part):
            town = town if state is not None else (left, left + len(part))
        else:
            break
    return Seat(state=state, town=town) if state or town else None


def _parts(text: str, start: int, end: int, between: re.Pattern[str] = _COMMA) -> Iterator[tuple[int, int]]:
    """Yield the parts that commas set apart."""
    for comma in between.finditer(text, start, end):
        yield start, comma.start()
        start = comma.end()
    yield start, end


def _is_area(part: str) -> bool:
    folded = part.rstrip(".").casefold()
    is_short = _SHORT_STATE.fullmatch(part) is not None or _TOWN_IN_ONE.fullmatch(part) is not None
    return is_short or bool(_WITH_CODE.fullmatch(part) or COUNTRY.fullmatch(folded) or STATE.fullmatch(folded))


def _is_town(part: str) -> bool:
    return _TOWN.fullmatch(part) is not None and _NO_TOWN.search(part) is None
