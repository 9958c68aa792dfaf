"""Where an office sits, printed behind its name in English: "Strand Council, Quay House, Strand, ST1 2AB".

Address, town, province, country and the branch that only buys are no part of the name. They are told part by part
between the commas: a country, a province or a town that is known; a street or a number; a name in capitals that is
neither a subject ("Ministry of Health, Wellness and Ageing") nor a part of the office ("University of North Fenland,
Campus Library"). A town stays where the words before it are borne by many ("Metropolitan Police, Suryapur").
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import islice
from typing import TypeAlias

from tenderlight.facts.names.seat_words import ADDRESS, BORNE_BY_MANY, BRANCH, NO_TOWN, OFFICE
from tenderlight.facts.pages.origins import CODES, COUNTRY
from tenderlight.facts.pages.provinces import PROVINCE, SHORT_STATE, STATE_BEHIND_TOWN, TOWN
from tenderlight.languages.normalise import flatten

_COMMA = re.compile(r",\s+")
_COMMA_OR_LINE = re.compile(r",\s+|[ \t]*\n[ \t]*")
_WORD = r"[^\W\d_a-zà-ÿ][\w'’.-]*"
_PROPER = re.compile(rf"{_WORD}(?:[ -](?:(?:of|upon|on|the|in|by|under|le|la|de|del|el)[ -])*{_WORD}){{0,3}}")
_SHORTENED = re.compile(r"[A-Z]{2,4}")
_TOWN_ITSELF = re.compile(r"(?:the )?(?:city|town|village|borough|township) of .{2,40}")
"""A town with its state, as contracts name it: that is how it is called in full."""
_CODED = re.compile(
    r"(?P<name>[^\W\d_][^\d]*?)(?:\s|\s?[-–]\s?)"
    r"(?:\d{4,6}(?:-\d{4})?|[A-Z]\d[A-Z] ?\d[A-Z]\d|[A-Z]{1,2}\d{1,2}[A-Z]? \d[A-Z]{2})(?: USA)?"
)
"""A town or a state with its postcode."""
_NUMBERED = re.compile(r"(?P<name>[^\W\d_][^\d]*?)[\s–-]+\d.*")
_TOWN_AND_STATE = re.compile(rf"(?P<town>{_PROPER.pattern})\s(?P<state>{SHORT_STATE.pattern})")
_BEHIND = re.compile(r"(?:\s\([A-Z]{2,8}\))?,\s+(?P<rest>[^\n;|\t()]{2,90})")
_BESIDE = re.compile(r"\s?\((?P<name>[^()\n]{3,40})\)|\s[-–—]\s(?P<behind>[^\n,.;:()|]{3,40})(?=[\n,.;|]|$)")
"""A province in brackets or behind a dash."""
_SENTENCE = re.compile(
    r"\.(?=\s|$)(?<!\bSt\.)(?<!\bCo\.)(?<!\b[A-Z]\.)|:|\s{2,}|\s[-–—]\s(?!\d)|,?\s(?:[a-z]{3,}|to|is)\s(?!upon|the)"
)
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
_ISO = re.compile(CODES.upper())
_MOST_COMMAS = 12
"""What has more is a list, and no name."""
_MOST_PARTS = 6
_LONGEST_PART = 90

Span: TypeAlias = tuple[int, int]


_CAPITAL_OF_US = re.compile(r"(?i:\s*washington,?\s?d\.?\s?c\b)")
"""The town, which is in no state: the same word before it is one."""


class _Kind(Enum):
    """What a part between commas is."""

    COUNTRY = auto()
    STATE = auto()
    SHORT_STATE = auto()
    TOWN = auto()
    """One that is known."""
    NAME = auto()
    """What may be a town."""
    TOWN_AND_STATE = auto()
    ADDRESS = auto()
    BRANCH = auto()
    OTHER = auto()


_KNOWN = frozenset({_Kind.COUNTRY, _Kind.STATE, _Kind.TOWN})
_AREAS = frozenset({_Kind.COUNTRY, _Kind.STATE, _Kind.SHORT_STATE, _Kind.TOWN_AND_STATE})
_NO_PLACES = frozenset({_Kind.ADDRESS, _Kind.BRANCH, _Kind.OTHER})


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """A part between commas: offsets in the text that was read."""

    start: int
    end: int
    kind: _Kind
    state: Span | None = None
    town: Span | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Seat:
    """Where an office is: offsets in the text that was read."""

    state: Span | None
    """As printed, in full or shortened."""
    town: Span | None


def end_without_seat(text: str, start: int, end: int, *, of_office: bool = False) -> int:
    """Return where a name ends before its address, town, state or purchasing branch; `end` where there is none.

    Args:
        text: The page, or a field of it.
        start: Where the name begins.
        end: Where it ends with all that is printed behind it.
        of_office: The name is known to be that of an office; else its words must tell it, or its seat be known.
    """
    if not 0 < text.count(",", start, end) <= _MOST_COMMAS:
        return end
    parts = list(_parts(text, start, end, _COMMA))
    kinds = [part.kind for part in parts]
    for index in range(1, len(parts)):
        last = parts[index - 1].end
        if index > 1 and kinds[index - 1] is _Kind.ADDRESS:
            break
        is_office = of_office or OFFICE.search(flatten(text[start:last])) is not None
        if _is_seat(kinds[index:], is_office=is_office) and not _keeps(
            text[start : parts[0].end], kinds[1 : index + 1]
        ):
            return last
    return end


def seat_behind(text: str, end: int) -> Seat | None:
    """Return the state and the town printed behind the name of an office that ends at `end`, or None."""
    behind = _BEHIND.match(text, end)
    if behind is None:
        beside = _BESIDE.match(text, end)
        span = beside.span("name" if beside["name"] else "behind") if beside is not None else (end, end)
        return Seat(state=span, town=None) if _is_province(_folded(text[slice(*span)])) else None
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

    The town is the last part before the state that can be one.
    """
    state: Span | None = None
    town: Span | None = None
    for part in islice(_parts(text, start, end, between), _MOST_PARTS):
        if part.kind is _Kind.OTHER:
            break
        if part.state is not None and _CAPITAL_OF_US.match(text, part.start):
            return Seat(state=None, town=part.state)
        town = part.town if part.town is not None and state is None else town
        state = state or part.state
    return Seat(state=state, town=town) if state or town else None


def _is_seat(kinds: Sequence[_Kind], *, is_office: bool) -> bool:
    """Say whether parts are the seat of what is named before them."""
    if is_office:
        return _Kind.OTHER not in kinds
    return any(kind in _KNOWN for kind in kinds) and all(kind in _KNOWN or kind is _Kind.NAME for kind in kinds)


def _keeps(head: str, kinds: Sequence[_Kind]) -> bool:
    """Say whether a name keeps the place that comes next.

    Args:
        head: The name up to its first comma.
        kinds: What stands behind that, up to the place.
    """
    if kinds[-1] in _NO_PLACES or any(kind not in _NO_PLACES for kind in kinds[:-1]):
        return False
    flat = flatten(head).strip()
    if kinds[-1] in _AREAS:
        return _TOWN_ITSELF.fullmatch(flat) is not None
    return BORNE_BY_MANY.fullmatch(flat) is not None or (kinds[-1] is _Kind.NAME and len(head.split()) < 2)


def _parts(text: str, start: int, end: int, between: re.Pattern[str]) -> Iterator[_Part]:
    """Yield the parts that commas set apart."""
    left = start
    for comma in between.finditer(text, start, end):
        yield _part(text, left, comma.start(), is_first=left == start)
        left = comma.end()
    yield _part(text, left, end, is_first=left == start)


def _part(text: str, start: int, end: int, *, is_first: bool) -> _Part:
    """Return what stands between two commas."""
    written = text[start:end].rstrip(". ")
    if len(written) > _LONGEST_PART:
        return _Part(start=start, end=end, kind=_Kind.OTHER)
    coded = _CODED.fullmatch(written)
    numbered = coded or _NUMBERED.fullmatch(written)
    name = numbered["name"].rstrip() if numbered is not None else written
    named, kind = (start, start + len(name)), _place(name, is_first=is_first)
    if numbered is not None and (kind is _Kind.OTHER or (coded is None and kind not in _KNOWN)):
        kind = _Kind.ADDRESS if ADDRESS.fullmatch(written) else _Kind.OTHER
    if kind is _Kind.TOWN_AND_STATE:
        both = _TOWN_AND_STATE.fullmatch(text[slice(*named)])
        spans = [(start + both.start(one), start + both.end(one)) for one in ("town", "state")] if both else [None] * 2
        return _Part(start=start, end=end, kind=kind, town=spans[0], state=spans[1])
    is_state = kind in {_Kind.STATE, _Kind.SHORT_STATE}
    is_town = kind in {_Kind.TOWN, _Kind.NAME}
    return _Part(start=start, end=end, kind=kind, state=named if is_state else None, town=named if is_town else None)


def _place(name: str, *, is_first: bool) -> _Kind:
    """Return what a name without a postcode stands for."""
    flat = _folded(name)
    if COUNTRY.fullmatch(flat):
        return _Kind.COUNTRY
    if _is_province(flat) or (not is_first and STATE_BEHIND_TOWN.fullmatch(name)):
        return _Kind.STATE
    if SHORT_STATE.fullmatch(name):
        return _Kind.SHORT_STATE
    if TOWN.fullmatch(flat):
        return _Kind.TOWN
    if ADDRESS.fullmatch(name) or _ISO.fullmatch(name):
        return _Kind.ADDRESS
    if BRANCH.fullmatch(name):
        return _Kind.BRANCH
    if NO_TOWN.search(flatten(name)) or not _PROPER.fullmatch(name) or _SHORTENED.fullmatch(name):
        return _Kind.OTHER
    return _Kind.TOWN_AND_STATE if _TOWN_AND_STATE.fullmatch(name) else _Kind.NAME


def _is_province(flat: str) -> bool:
    return PROVINCE.fullmatch(flat) is not None


def _folded(name: str) -> str:
    return flatten(name).strip(" .").removeprefix("republic of ").removeprefix("the ")
