"""The day on which a procedure was given up, as a sentence in English tells it: "was cancelled … on 6 June"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.dates import FoundDate
from tenderlight.model.statement import Stage
from tenderlight.model.values import DateKind, PartialDate

_SAMPLE = 12_000
_WITHIN = 110
_GIVEN_UP = re.compile(
    r"(?<!\w)(?:cancell?ed|cancellation|withdrawn|annulled|abandoned|discontinued|aborted)"
    r"(?: in (?:its entirety|full|whole|part))?(?: by (?:the )?[^,;:.\n\d]{3,60})?,? ?"
    r"(?:on|dated?|effective|with effect from|date) ?:? ?(?:the )?"
)
"""What stands right before the day; "was cancelled by the council on" as well as "cancelled on"."""
_OF_THIS = re.compile(
    r"\b(?:tenders?|solicitation|procurement|procedure|process|competition|rf[pqit]|itt|it[bq]|ifb|n\.?i\.?t|"
    r"notice|advertisement|request|invitation|call|auction|opportunity|lots?|bid(?= (?:no\b|number|ref|\d))|exercise)\b"
)
_OF_ANOTHER = re.compile(
    r"\b(?:contracts?(?! (?:notice|award|opportunity|no\b|number|ref))|agreements?|orders?|"
    r"bids?(?! (?:no\b|number|ref|\d))|offers?|licen[cs]es?|"
    r"permits?|registrations?|appointments?|awards?|mandates?|leases?|subcontracts?|protests?|appeals?)\b"
)
_EARLIER = re.compile(
    r"\b(?:previous(?:ly)?|earlier|first(?! (?:published|issued|advertised))|former(?:ly)?|prior|preceding|"
    r"predecessor|replaces?|replacing|"
    r"(?:last|old|another|other) (?:tender|procurement|procedure|solicitation|process))\b"
)
_SENTENCE = 400
_STOP = re.compile(r"(?<!\bno)(?<!ltd)(?<!inc)(?<!\bco)(?<!corp)[.;!?]\s|\n\s*\n|:\s")
_BEFORE_DAY = re.compile(rf"{_GIVEN_UP.pattern}$")
_TOLD = re.compile(rf"{_GIVEN_UP.pattern}(?:\d|(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{{0,6}}\.? \d)")


def days_given_up(
    notice: Notice, dates_in: Callable[[str], tuple[FoundDate, ...]]
) -> Iterator[tuple[DateKind, Piece, PartialDate]]:
    """Yield the day on which a paper in English says that its procedure was given up.

    Args:
        notice: A document; nothing is yielded of one that is no cancellation.
        dates_in: Finds the dates of a text by the habits of the document's country.
    """
    if notice.stage is not Stage.CANCELLATION or notice.language != "en":
        return
    for sheet in notice.sheets[:2]:
        for one in dates_in(sheet.flat[:_SAMPLE]):
            told = _BEFORE_DAY.search(sheet.flat, max(0, one.start - _WITHIN), one.start)
            if one.date.day is not None and told is not None and _is_of_this(sheet, told.start()):
                yield DateKind.PUBLICATION, Piece(sheet=sheet, start=one.start, end=one.end), one.date
                return


def tells_day_given_up(notice: Notice) -> bool:
    """Say whether a sentence tells the day on which the procedure was given up."""
    return notice.language == "en" and any(
        _is_of_this(sheet, told.start()) for sheet in notice.sheets[:2] for told in _TOLD.finditer(sheet.flat[:_SAMPLE])
    )


def _is_of_this(sheet: Sheet, place: int) -> bool:
    """Say whether what was given up, in the sentence before a place, is this procedure, not a contract or bid."""
    before = sheet.flat[max(0, place - _SENTENCE) : place]
    stops = [one.end() for one in _STOP.finditer(before)]
    lines = [at for at, sign in enumerate(before) if sign == "\n" and _begins_line(sheet, place - len(before) + at + 1)]
    said = before[max([0, *stops, *lines]) :]
    other, own = _OF_ANOTHER.search(said), _OF_THIS.search(said)
    return _EARLIER.search(said) is None and (other is None or (own is not None and own.start() < other.start()))


def _begins_line(sheet: Sheet, start: int) -> bool:
    """Say whether the line at a place is a new one, not the rest of the sentence above it."""
    return not sheet.page.text[start : start + 1].islower()
