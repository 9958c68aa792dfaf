"""What running text says in languages written with spaces: who awards what to whom, for how much, and when.

Notices say it in sentences ("X Council has awarded the contract to Y Ltd for £2m"), contracts in their opening
("X, hereinafter the Purchaser, and Y, hereinafter the Supplier"). What labels say counts before it: a sentence is only
taken up where no label says the same. Words of the sentence decide; none of them is a name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.entries import Entry
from tenderlight.facts.layout import Piece, Sheet
from tenderlight.facts.project_numbers import read_number
from tenderlight.facts.running_money import lot_of_line, money_entries
from tenderlight.facts.running_words import (
    ALONE,
    AWARDED_TO,
    BUYER_ACTS,
    CONTRACTS,
    DATED,
    FURTHER_ON,
    INTENDED,
    NUMBERED,
    OFFICE_LINES,
    PROCEDURES,
    ROLES,
    WINNERS,
)
from tenderlight.facts.vocabulary import Meaning
from tenderlight.facts.western_names import CAPITALISED, EASTERN_COMPANY, companies
from tenderlight.languages.dates import find_dates

_PAGES = 5
_LONGEST = 60_000
"""Characters of a page that are looked at: sentences that decide stand at the head of a notice or a contract."""
_SUPPLIERS = frozenset({Meaning.SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.CONTRACT_SUPPLIER})
_WINNERS = frozenset({Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER})
_BUYERS = frozenset({Meaning.BUYER, Meaning.CONTRACT_BUYER})
_NAME = re.compile(rf"\s*(?:«|\")?(?P<name>{CAPITALISED})")
_BEFORE_ROLE = 260
_HARD = re.compile(r"(?:\n|;|\.\s|:\s|стороны,?\s(?:и|та)\s|\(\d\)\s)")
_PARTIES_FOLLOW = re.compile(
    r"\b(?:entre|between|zwischen|tra|pomiędzy|між|между|(?:por|de) una parte,?|(?:por|de)(?: la)? otra(?: parte)?,?|"
    r"d['’]une part,?|d['’]autre part,?|de um lado,?|de outro(?: lado)?,?|z jednej strony,?|z drugiej strony,?)\s*:?\s"
)
_SOFT = re.compile(r",?\s(?:and|и|та|y|e|et|und|ed?|oraz|а также|а також|with|entre|between)\s")
_CLAUSE_NAME_ENDS = re.compile(
    r"(?i:,\s(?!\s*(?:s\.|c\.v|inc|ltd|llc|l\.|gmbh|co\.|plc)))|\s\((?![A-Z]{2,6}\))|\s[-–—]\s|(?i:\s(?:в лице|далі|"
    r"в особі|a company|"
    r"represent|con nit|inscrit|identificad|domiciliad|con domicilio|sise|dont le siège))"
)
_LEADING = re.compile(
    r"^(?:\W*\d{1,2}[.)]\s*|\W*\(\d\)\s*|the\s|el\s|la\s|los\s|las\s|o\s|a\s|os\s|as\s|le\s|les\s|l['’]|il\s|lo\s|"
    r"gli\s|der\s|die\s|"
    r"das\s|entre\s|between\s|(?:suscritos|infrascritos|abajo firmantes|abaixo assinados|soussignés|undersigned),?\s|"
    r"de una parte,?\s|por una parte,?\s|de um lado,?\s|d'une part,?\s|y\s|и\s|та\s|and\s|"
    r"et\s|e\s|"
    r"\W+(?=[^\W\d_]))+",
    re.IGNORECASE,
)
_SEGMENT = re.compile(r"\s[-–—|]\s|\t|,\s(?=[A-Z]{2}$)")
_HEAD_LINES = 8
_HEAD_CHARACTERS = 1_500
_DATE_ENDS = re.compile(r"[\s.,]*(?:г\.|года|р\.|року|r\.)?[\s.]*")
_PLACE_BEFORE = re.compile(r"\s*(?:(?:г|м|с|пгт)\.\s?)?[^\d\n]{0,40}[\s,]*")
_TIER = re.compile(r"^Sub-tier\s*:?\s+(?P<name>[A-Z][^\n]{3,80})$", re.MULTILINE)
"""The agency in a notice of SAM.gov, between its department and its office."""
_LOT_NEXT = re.compile(r"\s*(?:lote?|lotto|лот|partida|los|cz[ęe]ść)\b", re.IGNORECASE)
_TAIL_LINES = 4
_MOST_WORDS = 14


def running_entries(sheets: Sequence[Sheet], entries: Sequence[Entry], language: str) -> list[Entry]:
    """Return what sentences say that no label says; still without numbers.

    Args:
        sheets: The document.
        entries: What its labels say.
        language: ISO 639-1; Chinese has rules of its own.
    """
    if language == "zh":
        return []
    said = {entry.meaning for entry in entries if not entry.old}
    has_number = any(entry.meaning is Meaning.PROJECT_NUMBER and read_number(entry) for entry in entries)
    found: list[Entry] = []
    for sheet in sheets[:_PAGES]:
        if not said & _BUYERS:
            found += _acting_buyers(sheet)
        if not said & _WINNERS:
            found += [*_winners(sheet), *_intended(sheet)]
        if not said & (_SUPPLIERS | _BUYERS):
            found += _roles(sheet)
        found += _dates(sheet)
        if not has_number:
            found += _numbers(sheet)
        found += money_entries(sheet, entries)
    if sheets:
        found += _heading_date(sheets[0])
    if sheets and not said & _BUYERS and not {entry.meaning for entry in found} & _BUYERS:
        found += _offices(sheets[0])
    return found


def _entry(meaning: Meaning, sheet: Sheet, start: int, end: int, *, strict: bool = False) -> Entry:
    value = Piece(sheet=sheet, start=start, end=end).stripped()
    return Entry(meaning=meaning, label="", value=value, order=0, lot=lot_of_line(sheet, start), strict=strict)


def _text(sheet: Sheet) -> str:
    return sheet.page.text[:_LONGEST]


def _acting_buyers(sheet: Sheet) -> Iterator[Entry]:
    """Yield who awards, announces, intends: the subject of the sentence."""
    text = _text(sheet)
    for match in BUYER_ACTS.finditer(text):
        span = _trimmed(text, *match.span("name"))
        if span is not None:
            yield _entry(Meaning.BUYER, sheet, *span)
            return


def _trimmed(text: str, start: int, end: int) -> tuple[int, int] | None:
    """Return a name without articles before it and what a comma or bracket begins behind it; None if none is left."""
    leading = _LEADING.match(text[start:end])
    start += leading.end() if leading else 0
    stop = _CLAUSE_NAME_ENDS.search(text, start, end)
    end = stop.start() if stop else end
    end = start + len(text[start:end].rstrip(" ,;:–—-\n"))
    words = text[start:end].split()
    if not 2 <= len(words) <= _MOST_WORDS or not (text[start].isupper() or text[start] in '«“"'):
        return None
    return start, end


def _winners(sheet: Sheet) -> Iterator[Entry]:
    text = _text(sheet)
    for match in AWARDED_TO.finditer(text):
        yield from _named_at(sheet, text, match.end(), Meaning.SUPPLIER)
    for match in WINNERS.finditer(text):
        company = EASTERN_COMPANY.match(text, match.end())
        if company is not None:
            yield _entry(Meaning.SUPPLIER, sheet, *company.span())


def _intended(sheet: Sheet) -> Iterator[Entry]:
    text = _text(sheet)
    for match in INTENDED.finditer(text):
        yield from _named_at(sheet, text, match.end(), Meaning.INTENDED)


def _named_at(sheet: Sheet, text: str, at: int, meaning: Meaning) -> Iterator[Entry]:
    """Yield the name that begins at a place: a company with its legal form, a group, or any in capitals."""
    if _LOT_NEXT.match(text, at):
        return
    line_end = text.find("\n", at)
    stop = min(len(text) if line_end < 0 else line_end, at + _BEFORE_ROLE)
    eastern = EASTERN_COMPANY.match(text, at + len(text[at:stop]) - len(text[at:stop].lstrip()))
    if eastern is not None:
        yield _entry(meaning, sheet, *eastern.span())
        return
    name = _NAME.match(text, at, stop)
    if name is None:
        return
    start, end = name.span("name")
    formed = [span for span in companies(text[start:stop]) if span[0] == 0]
    if formed:
        end = start + formed[0][1]
        second = re.match(r"\s*(?:\([^()\n]{2,30}\))?\s*(?:/|,|;|and|et|y|e|&)\s*", text[end:stop])
        more = [span for span in companies(text[start:stop]) if second and span[0] == end - start + second.end()]
        bracket = re.match(r"\s*\([^()\n]{2,30}\)", text[(start + more[0][1] if more else end) : stop])
        end = (start + more[0][1] if more else end) + (bracket.end() if bracket else 0)
    yield _entry(meaning, sheet, start, end)


def _roles(sheet: Sheet) -> Iterator[Entry]:
    """Yield the parties of a contract, each named before the word for its part (hereinafter "the Supplier")."""
    text = _text(sheet)
    floor = 0
    for match in ROLES.finditer(text):
        window = max(floor, match.start() - _BEFORE_ROLE)
        clause = text[window : match.start()]
        hard = [0, *(found.end() for found in _HARD.finditer(clause))]
        soft = [found.end() for found in _SOFT.finditer(clause)]
        meaning = Meaning.CONTRACT_BUYER if match["buyer"] else Meaning.CONTRACT_SUPPLIER
        between = [found.end() for found in _PARTIES_FOLLOW.finditer(clause)]
        for begin in (*reversed(between), *reversed(hard), *reversed(soft)):
            span = _trimmed(text, window + begin, match.start())
            if span is not None and _is_party(text[slice(*span)]):
                yield _entry(meaning, sheet, *span)
                break
        floor = match.end()


def _is_party(name: str) -> bool:
    capitals = sum(word[0].isupper() or word[0] in '«“"(' for word in name.split())
    return capitals * 3 >= len(name.split())


def _dates(sheet: Sheet) -> Iterator[Entry]:
    text = _text(sheet)
    for match in DATED.finditer(text):
        meaning = next(Meaning(name) for name, part in match.groupdict().items() if part)
        ahead = text[match.end() : match.end() + 40]
        if any(found.start <= 1 for found in find_dates(ahead, day_first=True)):
            yield _entry(meaning, sheet, match.end(), match.end() + len(ahead.split("\n")[0]))


def _heading_date(sheet: Sheet) -> Iterator[Entry]:
    """Yield the date that ends one of the first lines, behind the place where a contract is signed."""
    text = _text(sheet)
    for match in [*re.finditer(r"[^\n]+", text)][:_HEAD_LINES]:
        dates = find_dates(match[0], day_first=True)
        if (
            len(dates) == 1
            and _DATE_ENDS.fullmatch(match[0], dates[0].end)
            and ":" not in match[0]
            and dates[0].date.day
            and _PLACE_BEFORE.fullmatch(match[0][: dates[0].start])
            and re.search(r"[^\W\d_]", match[0][: dates[0].end])
        ):
            yield _entry(Meaning.DATE, sheet, match.start() + dates[0].start, match.start() + dates[0].end)
            return


def _numbers(sheet: Sheet) -> Iterator[Entry]:
    text = _text(sheet)
    for pattern in (PROCEDURES, NUMBERED, ALONE, CONTRACTS):
        for match in pattern.finditer(text):
            yield _entry(Meaning.PROJECT_NUMBER, sheet, *match.span("number"))
            return
    for match in FURTHER_ON.finditer(text[:_HEAD_CHARACTERS]):
        yield _entry(Meaning.PROJECT_NUMBER, sheet, *match.span("number"))
        return


def _offices(sheet: Sheet) -> Iterator[Entry]:
    """Yield the name of an office that stands alone on a line (or a part of one) at the head or the foot of a page."""
    text = _text(sheet)
    tier = _TIER.search(text)
    if tier is not None:
        yield _entry(Meaning.BUYER, sheet, *tier.span("name"))
        return
    lines = [match.span() for match in re.finditer(r"[^\n]+", text)]
    for start, end in [*lines[:_HEAD_LINES], *lines[-_TAIL_LINES:]]:
        position = start
        for stop in [*(match.span() for match in _SEGMENT.finditer(text, start, end)), (end, end)]:
            segment = (position, stop[0])
            position = stop[1]
            for sentence in re.finditer(r"[^.]+(?:\.(?!\s)[^.]*)*", text[slice(*segment)]):
                span = _trimmed(text, segment[0] + sentence.start(), segment[0] + sentence.end())
                if span is not None and OFFICE_LINES.fullmatch(text[slice(*span)].strip()):
                    yield _entry(Meaning.BUYER, sheet, *span)
                    return
