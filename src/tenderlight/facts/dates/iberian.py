"""Days of Spanish and Portuguese papers: the line that says where and when a paper was made, before any other day.

A day in a sentence may be that of a session, a law or an earlier paper; where a paper ends or begins with its place and
day, that day is its own. Deeds begin with their day in words ("Aos 8 (oito) dias do mês de outubro do ano de 2020").
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.dates import find_dates

_LONGEST = 12_000
_DEED = re.compile(
    r"(?m)^\s{0,8}(?:\d[\d.]{0,4}\s)?(?:aos|no dia|"
    r"em)\s(?P<day>\d{1,2}(?:\s\([a-zà-ÿ ]{2,20}\))?\s(?:dias?\s)?(?:d[eo]\s(?:mês\sde\s)?)"
    r"[a-zç]{4,9}\s(?:do ano\s)?de\s\d{4})"
)
"""How a deed begins in Portuguese."""
_CONTRACT = re.compile(r"\b(?:contrato|termo aditivo|ata de registro de preços|convênio)\b")
_RECEIVED = re.compile(
    r"(?:\ben la fecha|\bel d[ií]a|\ba los|\bcon fecha|\bno dia|\baos|\bem|\bnesta data|\bel),?\s"
    r"(?P<day>\d{1,2}(?:\s\([a-zà-ÿ ]{2,20}\))?\s(?:d[ií]as?\s)?(?:del? (?:mes de )?|do mês de )?[a-zç]{4,10}\s"
    r"(?:del? )?(?:año |ano de )?\d{4}|\d{1,2}[/.-]\d{1,2}[/.-]\d{4})"
    r"(?=[^.\n]{1,140}?\b(?:recib(?:e|en|ió|ieron|ido|ida)|recepcion(?:a|an|ó)|receb(?:e|em|eu|eram|ido|ida)|"
    r"atest(?:a|am|ou)|hace entrega|procedió a (?:la )?recepci)\w*)"
)
"""The day on which a sentence says that goods were received."""
_HEAD, _NEAR = 900, 4
_PUBLISHED = re.compile(r"\bpublicad[oa] en la plataforma[^\n]{0,60}?\sel (?P<day>\d{1,2}[-/]\d{1,2}[-/]\d{4})")


def with_own_days(
    running: Sequence[Entry], sheets: Sequence[Sheet], lines: Sequence[Piece], language: str
) -> list[Entry]:
    """Return what sentences say with the day of the paper in the place of days of other things.

    Args:
        running: What sentences say.
        sheets: The document.
        lines: Where the lines stand that say where and when it was made.
        language: ISO 639-1; in other languages nothing changes.
    """
    found = [*running]
    if language not in {"es", "pt"}:
        return found
    days = [piece.part(one.start, one.end) for piece in lines for one in find_dates(piece.text, day_first=True)[-1:]]
    if days:
        own = {(day.sheet.page.number, day.start) for day in days}
        found = [one for one in found if one.meaning is not Meaning.DATE or _is_own(one, own)]
        if not any(one.meaning is Meaning.DATE for one in found):
            found.append(_entry(Meaning.DATE, days[-1]))
    for sheet in sheets[:2]:
        published = _PUBLISHED.search(sheet.flat[:_LONGEST])
        if published is not None:
            found.append(_entry(Meaning.PUBLICATION_DATE, _piece(sheet, published)))
        received = _RECEIVED.search(sheet.flat[:_LONGEST])
        if received is not None:
            found.append(_entry(Meaning.ACCEPTANCE_DATE, _piece(sheet, received)))
    for sheet in sheets[:1]:
        deed = _DEED.search(sheet.flat[:_LONGEST]) if _CONTRACT.search(sheet.flat[:_HEAD]) else None
        if deed is not None and find_dates(deed["day"], day_first=True):
            found.append(_entry(Meaning.CONTRACT_DATE, _piece(sheet, deed)))
    return found


def _is_own(entry: Entry, own: set[tuple[int, int]]) -> bool:
    near = range(entry.value.start - _NEAR, entry.value.start + _NEAR)
    return any(number == entry.value.sheet.page.number and start in near for number, start in own)


def _piece(sheet: Sheet, match: re.Match[str]) -> Piece:
    return Piece(sheet=sheet, start=match.start("day"), end=match.end("day"))


def _entry(meaning: Meaning, value: Piece) -> Entry:
    return Entry(meaning=meaning, label="", value=value, order=0)
