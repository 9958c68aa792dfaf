"""Where an office sits, printed behind its name: "Directorate of Citizenship Records, Kampala".

The seat is no part of the name. It is told by being a country, a province or a town that is known; behind the name of
an office, a name of one to three words that is neither a subject ("Ministry of Health, Wellness and Ageing") nor a
part of the office ("University of North Fenland, Campus Security").
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.origins import COUNTRY, STATE
from tenderlight.facts.pages.provinces import PROVINCE, TOWN
from tenderlight.languages.normalise import flatten

_SEGMENT = re.compile(
    r",\s{1,2}(?P<name>(?:[^\W\d_]|[ '’.-]){2,40}?)(?=[,;:\n)|(]|\.(?:\s|$)|\s[-–—(|]|\s{2,}|$|-\d|\s\d)"
)
"""One part of a seat: letters between a comma and the next mark."""
_WORD = r"[^\W\d_a-zà-ÿ][\w'’.-]*"
_PROPER = re.compile(rf"{_WORD}(?:(?:\s(?:de|del|el|la|upon|on))?\s{_WORD}){{0,2}}")
_OFFICE = re.compile(
    r"\b(?:ministry|department|directorate|office|board|authority|council|commission|agency|police|bureau|"
    r"service|services|"
    r"corporation|municipality|assembly|administration|secretariat|institute|university|college|hospital|school|"
    r"prisons?|"
    r"centre|center|unit|cell|wing|laboratory|headquarters|command|division|treasury|registry|trust|fund|bank|court|"
    r"port|ports|airport|project|programme|facility|society|library|museum|force|forces|army|navy|guard|brigade|"
    r"district|"
    r"barangay|inspectorate|depot|academy|customs|zoo|parks?|works|utility|taskforce|task force|mission|embassy|"
    r"constabulary|governorate|parliament|senate)\b"
)
_SUBJECT = re.compile(
    r"\b(?:health|education|training|environment|science|sciences|technology|technologies|innovation|trade|industry|"
    r"industries|commerce|works|energy|power|water|sanitation|transport|transportation|roads?|highways|housing|lands?|"
    r"agriculture|livestock|irrigation|fisheries|forestry|forests?|mining|mines|minerals|petroleum|gas|tourism|culture|"
    r"arts|heritage|sports?|youth|gender|women|children|family|labour|labor|employment|justice|law|legal|finance|"
    r"planning|economy|interior|home|defence|defense|security|safety|ict|information|communications?|media|wildlife|"
    r"climate|prisons?|police|customs|excise|immigration|citizenship|affairs|development|research|statistics|revenue|"
    r"social|welfare|community|communities|local|rural|urban|regional|infrastructure|aviation|maritime|marine|shipping|"
    r"nutrition|wellness|digital|electoral|religious|foreign|international|cooperation|cooperatives|supplies|stores|"
    r"procurement|purchasing|purchases?|logistics|operations|section|branch|group|floor|building|block|house|complex|"
    r"campus|room|tower|plaza|wing|cell|team|faculty|attn|attention|director\w*|manager|secretary|officer|commissioner|"
    r"chief|head|engineer\w*|the|road|street|avenue|lane|drive|limited|ltd|llc|inc|plc|company|jr|sr|esq|phase|"
    r"zone|ward|"
    r"circle|range|sector|region|area|county|north|south|east|west|northern|southern|eastern|western|central)\b"
)
"""Words of what offices see to, of their parts, of persons and of streets: what holds one is no town."""
_STREET = re.compile(
    r"\b(?:road|street|avenue|lane|drive|square|terrace|crescent|place|box|floor|plot|house|building)\b|\d"
)
_BORNE_BY_MANY = re.compile(
    r"(?:(?:the|of|for|and|office|ministry|department|directorate|police|metropolitan|municipal|state|national|"
    r"regional|"
    r"provincial|district|city|county|town|village|executive|engineer|commissioner|superintendent|collector|council|"
    r"general|hospital|prison|university|college|school|public|central|government|works|division|sheriff'?s?)(?:\s|$))+"
)
"""A name of such words alone is told from others by its seat, which belongs to it."""
_TOWN_ITSELF = re.compile(r"(?:the )?(?:city|town|village|borough|township) of .{2,40}")
"""A town with its state, as contracts name it: that is how it is called in full."""
_SHORTENED = re.compile(r"[A-Z]{2,7}")


def is_known_place(name: str) -> bool:
    """Say whether a name is that of a country, a province or a town that is known.

    Args:
        name: As written.
    """
    flat = flatten(name).strip(" .")
    flat = flat.removeprefix("republic of ").removeprefix("the ")
    return any(known.fullmatch(flat) is not None for known in (COUNTRY, STATE, PROVINCE, TOWN))


def is_english_office(name: str) -> bool:
    """Say whether a name has a word by which English calls offices."""
    return _OFFICE.search(flatten(name)) is not None


def seat_parts(text: str, end: int, *, of_office: bool) -> list[tuple[int, int]]:
    """Return the parts of the seat printed behind a name, the nearest first; none where it is not sure to be one.

    Args:
        text: The page, or a field of it.
        end: Where the name ends without the seat.
        of_office: The name is that of an office: an unknown name of a town is believed.
    """
    parts: list[tuple[int, int]] = []
    position = end
    while len(parts) < 4 and (part := _SEGMENT.match(text, position)):
        parts.append(part.span("name"))
        position = part.end()
    known = [index for index, span in enumerate(parts) if is_known_place(text[slice(*span)])]
    sure = parts[: known[-1] + 1] if known else parts[:1]
    unknown = [text[slice(*span)] for index, span in enumerate(sure) if index not in known]
    if len(unknown) > 1 or not all((of_office or known) and _is_like_town(one) for one in unknown):
        return parts[:1] if known[:1] == [0] else []
    return sure


def without_seat(text: str, start: int, end: int) -> int:
    """Return where a name ends without the seat behind it; `end` where there is none.

    Args:
        text: The page, or a field of it.
        start: Where the name begins.
        end: Where it ends with all that is printed behind it.
    """
    comma = text.find(",", start + 3, end)
    while comma > 0 and not _STREET.search(flatten(text[start:comma])):
        head = flatten(text[start:comma]).strip()
        if _BORNE_BY_MANY.fullmatch(head) or _TOWN_ITSELF.fullmatch(head):
            comma = text.find(",", comma + 1, end)
            continue
        parts = seat_parts(text[:end], comma, of_office=is_english_office(text[start:comma]))
        if parts and not text[parts[-1][1] : end].strip(" .,"):
            return comma
        comma = text.find(",", comma + 1, end)
    return end


def _is_like_town(name: str) -> bool:
    """Say whether an unknown name may be that of a town: one to three words in capitals, none said of offices."""
    return (
        _PROPER.fullmatch(name) is not None
        and _SUBJECT.search(flatten(name)) is None
        and _OFFICE.search(flatten(name)) is None
        and _SHORTENED.fullmatch(name) is None
    )
