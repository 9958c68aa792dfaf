"""The day on which a procedure was given up, as a sentence in English tells it: "was cancelled … on 6 June"."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.dates import FoundDate
from tenderlight.model.statement import Stage
from tenderlight.model.values import DateKind, PartialDate

_SAMPLE = 12_000
_WITHIN = 110
_GIVEN_UP = re.compile(
    r"(?<!\w)(?:cancell?ed|cancellation|withdrawn|annulled|abandoned|discontinued|terminated|aborted)"
    r"(?: in (?:its entirety|full|whole|part))?(?: by (?:the )?[^,;:.\n\d]{3,60})?,? ?"
    r"(?:on|dated?|effective|with effect from|date) ?:? ?(?:the )?"
)
"""What stands right before the day; "was cancelled by the council on" as well as "cancelled on"."""
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
            if one.date.day is not None and _BEFORE_DAY.search(sheet.flat, max(0, one.start - _WITHIN), one.start):
                yield DateKind.PUBLICATION, Piece(sheet=sheet, start=one.start, end=one.end), one.date
                return


def tells_day_given_up(notice: Notice) -> bool:
    """Say whether a sentence tells the day on which the procedure was given up."""
    return notice.language == "en" and any(_TOLD.search(sheet.flat[:_SAMPLE]) for sheet in notice.sheets[:2])
