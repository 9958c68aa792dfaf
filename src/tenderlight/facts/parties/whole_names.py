"""How much of what is printed around the name of a buyer belongs to it, outside Chinese.

The part of an office that a form prints behind a dash is of the name ("Ville de Lac – Service de police"), unless it
only buys for the whole ("… – Direction des achats"). So is its short name in brackets behind a label, but in
English, and in Portuguese behind a dash.
Whom a buyer acts through is not ("Município de X, por intermédio da Secretaria Y"), nor the country before the name.
"""

from __future__ import annotations

import re

from tenderlight.facts.names.seat_words import OFFICE
from tenderlight.facts.names.seats import end_without_seat
from tenderlight.facts.names.short_names import is_short_of
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.iberian_divisions import DIVISION
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.pages.origins import COUNTRY
from tenderlight.facts.parties.name_edges import is_no_name, within_edges
from tenderlight.facts.words.office_parts import BUYING_BRANCH, PART, WORK_OR_GOODS
from tenderlight.facts.words.vocabulary import mark_pattern
from tenderlight.languages.normalise import flatten

_ROOM = 120
_THROUGH = re.compile(rf",?\s(?:{mark_pattern('acting_through').pattern})(?:\s(?!\d)|$)")
_BUYS = mark_pattern("purchasing")
_SIGNS = ("-", "–", "—", "(", ",")
_ENDS = r"(?=\s*(?:$|\n|[;|(\t,]|\.\s|\.$|\s{2}))"
_BEHIND_DASH = re.compile(rf"\s[-–—]\s(?P<part>(?:{PART})(?!\w)[^\n|;:()<>\t,.]{{0,80}}?){_ENDS}", re.IGNORECASE)
_ENGLISH_PART = re.compile(
    rf"\s[-–—]\s(?P<part>[A-Z][\w'’&-]*(?:\s(?:(?:of|and|for|the)\s){{0,2}}[A-Z][\w'’&-]*){{0,7}}){_ENDS}"
)
_OFFICE_LEADS = re.compile(rf"{OFFICE.pattern}(?=$|,|\s(?:of|for|and|the)\b|\s(?:[ivx]{{1,5}}|\d{{1,3}})$)")
_ORGAN = re.compile(
    rf"\W*(?:(?:l[ao]s?|el|da|do|das|dos|de|del|sua|su|seu|its|the|le|les|il|della?|l['’]|свое\w+)\s?){{0,3}}"
    rf"(?:(?:{PART})(?!\w)|[^,;\n]{{0,60}}?(?:{OFFICE.pattern}|ministeri|ministér|ministèr|unidad|unidade|comis|comité|"
    r"fundo|fondo|управлени|отдел|департамент|министерств|міністерств|відділ))",
    re.IGNORECASE,
)
"""An office, with its article: whom a buyer acts through."""
_WHOLE_STATE = re.compile(rf"bundesrepublik(?: deutschland)?|\S+|république\s\S+|{COUNTRY.pattern}", re.IGNORECASE)
_REGION = re.compile(r"region(?:al office)? (?:[ivx]{1,5}|\d{1,2})(?:-[a-z])?", re.IGNORECASE)
_EASTERN_BRANCH = re.compile(
    r",\s(?P<part>[А-ЯІЇЄҐ]?[\w-]+\s(?:филиал|отделение|філія|відділення)|\d{1,3}(?:-й)?\s(?:прикордонний )?загін|"
    r"(?:військова частина|войсковая часть)\s(?:№\s?)?[\w-]{2,8}|(?:филиал|філія)\s[«\"][^»\"\n]{2,50}[»\"])"
    rf"{_ENDS}"
)
_SHORT_IN_BRACKETS = re.compile(r"\s\((?P<short>[A-Z]{3,9})\)(?=\s*(?:$|\n|[,;|]|\.(?:\s|$)))")
_CODE_OF_ZONE = re.compile(r"\s\(\d{4}\)")
_POLISH_SEAT = re.compile(r"\sz siedzibą we? [A-ZŁŚŻŹĆ][\w-]+(?:\s[A-ZŁŚŻŹĆ][\w-]+)?(?=\s*(?:$|\n|[,;|(.]))")
_STATE_ACTS = re.compile(
    r",\s(?:dieses? )?vertreten durch (?:das|die|den)\s[^\n,;:()|]{4,80}?"
    r"(?=\s+[-–—]\s|\s*(?:$|\n|[,;|(]|\.(?:\s|$)))"
)
_STATE = re.compile(r"(?:freistaat|land|bundesrepublik|freie (?:und )?hansestadt|kanton)\s[^,]{3,40}", re.IGNORECASE)
_DEPARTMENT_FIRST = re.compile(
    r"\s[-–—]\s(?P<office>(?:alcald[ií]a|gobernaci[oó]n|municipio|e\.?s\.?e|hospital|empresa|instituto|concejo|personer)"
    r"[^\n|;:()<>\t]{3,80}?)(?=\s*(?:$|\n|[;|(\t]|\s{2}))",
    re.IGNORECASE,
)
_DIVISION = re.compile(DIVISION)
_COUNTRY_FIRST = re.compile(rf"(?P<country>{COUNTRY.pattern}),\s")
_LINE_HEAD = re.compile(
    r"(?:^|\n)[ \t]*(?P<over>(?i:minist[eè]re|wilaya|gouvernorat|préfecture|prefecture)\s[^\n–—-]"
    r"(?:[^\n–—]|-(?=\S)){2,60})\s[-–—]\s$"
)
_LONGEST_OVER = 80
_SHORTEST = 4
_TOWN_BEHIND_SHORT = re.compile(r"(?<=[A-Z]{2}\)),\s[A-ZÀ-Þ][\w'’-]+(?:\s[A-ZÀ-Þ][\w'’-]+){0,2}$")
"""A town behind the short name of an office: "… (IDES), Arlon"."""
_DIVISION_LAST = re.compile(
    r",\s(?:fachbereich|abteilung|amt|referat|dezernat|\w{3,24}amt|service|direction)\b[^,;\n]{0,60}$", re.IGNORECASE
)
_ADDRESS_NEXT = re.compile(
    r",\s[^,;:\n\d]{3,40}\s\d{1,4}[a-z]?(?=[,;\s]|$)|,\s\d{1,4}(?:,|\s(?:rue|place|avenue|quai))"
)
"""An address behind a division: it is that of the whole office, which alone is named."""
_ARTICLE = re.compile(r"(?:(?:^|\n)[^\n:]{2,60}:[ \t]*|\(1\)[ \t]*)(?P<article>(?i:the)\s)$")
"""The article that begins a value or the first party to a contract: elsewhere it is of the sentence."""
_NO_OFFICES = re.compile(
    rf"(?:the )?(?:(?:federal |national )?government of (?:the )?)?(?:republic of )?(?:{COUNTRY.pattern})|"
    rf"(?:(?:the|la|le) )?(?:{mark_pattern('kind_of_buyer').pattern})|{mark_pattern('motto').pattern}|"
    r"república d\S{1,2} [^,]+|république (?:du|de|des|d')[^,]+"
)
"""Headings of states and words for a kind of office, folded: no names of who buys."""
_LEGAL_TYPE = mark_pattern("legal_type")


def whole_office(piece: Piece, language: str | None, *, is_labelled: bool) -> Piece:
    """Return the name of a buyer with what belongs to it, and without what does not.

    Args:
        piece: The name as it was found.
        language: The document's.
        is_labelled: A label says that it is the buyer.
    """
    if language == "zh" or not piece.text:
        return piece
    piece = _without_others(within_edges(piece), language)
    if language == "en":
        piece = piece.part(0, end_without_seat(piece.text, 0, len(piece.text), of_office=True))
    text = piece.sheet.page.text
    article = _ARTICLE.search(text, max(0, piece.start - _LONGEST_OVER), piece.start) if language == "en" else None
    piece = _span(piece, article.start("article") if article is not None else piece.start, piece.end)
    rest = text[piece.end : piece.end + _ROOM]
    if is_labelled and language == "es" and _DIVISION.fullmatch(piece.text):
        office = _DEPARTMENT_FIRST.match(rest)
        return _span(piece, piece.end + office.start("office"), piece.end + office.end("office")) if office else piece
    if rest.lstrip(" ")[:1] in _SIGNS or (language == "pl" and rest.startswith(" z siedzibą")):
        piece = _span(piece, piece.start, piece.end + _length_behind(piece, rest, language, is_labelled=is_labelled))
    over = _LINE_HEAD.search(text, max(0, piece.start - _LONGEST_OVER), piece.start) if language == "fr" else None
    return _span(piece, over.start("over"), piece.end) if over is not None else piece


def names_no_office(piece: Piece, language: str | None, *, is_labelled: bool) -> bool:
    """Say whether what was taken for a buyer is a state, a kind of office or goods, and no office with a name."""
    if language == "zh" or not piece.text:
        return False
    flat = flatten(piece.text).strip(" .")
    if is_no_name(piece.text):
        return True
    if language == "en" and is_labelled and piece.text[:2].islower() and OFFICE.search(flat) is None:
        return True
    return _LEGAL_TYPE.fullmatch(flat) is not None or (not is_labelled and _NO_OFFICES.fullmatch(flat) is not None)


def is_part_of_office(behind: str) -> bool:
    """Say whether words behind the name of an office may be of it: no branch that only buys, no country, no goods."""
    flat = flatten(behind)
    return not any(one.search(flat) for one in (_BUYS, COUNTRY, WORK_OR_GOODS))


def _span(piece: Piece, start: int, end: int) -> Piece:
    return Piece(sheet=piece.sheet, start=start, end=end)


def _without_others(piece: Piece, language: str | None) -> Piece:
    """Return a name without whom it acts through, and in English without the country before it."""
    through = _THROUGH.search(piece.flat, _SHORTEST)
    if through is not None and (through.end() == len(piece.flat) or _ORGAN.match(piece.text, through.end())):
        piece = piece.part(0, through.start())
    for behind in (BUYING_BRANCH, _TOWN_BEHIND_SHORT) if language != "en" else ():
        end = behind.search(piece.text, _SHORTEST)
        piece = piece.part(0, end.start()) if end is not None else piece
    division = _DIVISION_LAST.search(piece.text, _SHORTEST) if language in {"de", "fr"} else None
    is_state = division is not None and any(
        one.fullmatch(piece.text[: division.start()]) for one in (_STATE, _WHOLE_STATE)
    )
    if (
        division is not None
        and not is_state
        and _ADDRESS_NEXT.match(piece.sheet.page.text[piece.end : piece.end + _ROOM])
    ):
        return piece.part(0, division.start())
    first = _COUNTRY_FIRST.match(flatten(piece.text)) if language == "en" and "," in piece.text else None
    is_office = first is not None and OFFICE.search(flatten(piece.text[first.end() :])) is not None
    return piece.part(first.end(), len(piece.text)) if first is not None and is_office else piece


def _length_behind(piece: Piece, rest: str, language: str | None, *, is_labelled: bool) -> int:
    """Return how many characters behind a name belong to it."""
    name = piece.text
    short = _SHORT_IN_BRACKETS.match(rest)
    if short is not None and is_labelled and language != "en" and is_short_of(short["short"], name):
        return short.end()
    zone = _CODE_OF_ZONE.match(rest) if name.lower().startswith("zone de police") else None
    acts = _STATE_ACTS.match(rest) if language == "de" and _STATE.fullmatch(name) else None
    acts = None if acts is not None and has_company(acts[0]) else acts
    seat = _POLISH_SEAT.match(rest) if language == "pl" else None
    branch = _EASTERN_BRANCH.match(rest) if language in {"ru", "uk", "kk", "be"} else None
    of_name = zone or seat or acts or branch
    if of_name is not None:
        return of_name.end()
    if not is_labelled or has_company(name):
        return 0
    part = _part_behind(rest, language)
    return part.end("part") if part is not None and not _BUYS.search(flatten(part["part"])) else 0


def _part_behind(rest: str, language: str | None) -> re.Match[str] | None:
    """Return the part of an office behind a dash, or None where what stands there is no office."""
    part = (_ENGLISH_PART if language == "en" else _BEHIND_DASH).match(rest)
    if part is None or WORK_OR_GOODS.search(flatten(part["part"])):
        return None
    is_part = language != "en" or _REGION.fullmatch(part["part"]) or _OFFICE_LEADS.search(flatten(part["part"]))
    return part if is_part else None
