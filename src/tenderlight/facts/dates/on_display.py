"""The first day of the period for which a Chinese notice is on display: the day it came out, where no other is told.

公示期：2023年4月18日至4月20日; 公告期限 on one line and the period on the next; 公示起止日期, 公示开始时间.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.dates import FoundDate
from tenderlight.model.statement import Stage
from tenderlight.model.values import DateKind, PartialDate

STAGES = frozenset({Stage.AWARD, Stage.CANDIDATE, Stage.SINGLE_SOURCE})
"""Stages whose notices are put on display for a period."""
_LED = re.compile(
    r"(?:公示|公告)(?P<begins>开始|起始)?(?:期限?|期间|时间段?|起止(?:日期|时间)|起始?(?:日期|时间)|日期|时间|时限)"
    r"[^\S\n]{0,3}(?:[:为是|]|\t|\n)?[\s\u200b|]{0,6}[自从]?\s?$"
)
_BEFORE = 30
_UNTIL = re.compile(
    r"\s?(?:起|\d{1,2}[:时点]\d{0,2}(?::\d{2})?分?)?\s{0,2}(?:起?[至到]|[-—–~－～─]{1,2})\s{0,2}(?=[^\s])"
)


def first_days(
    notice: Notice, dates_in: Callable[[str], tuple[FoundDate, ...]]
) -> Iterator[tuple[DateKind, Piece, PartialDate]]:
    """Yield the day on which the first period of display begins, and where it stands; nothing if there is none.

    Args:
        notice: The document.
        dates_in: Finds the dates of a text by the habits of the document's language and country.
    """
    if notice.language != "zh" or notice.stage not in STAGES:
        return
    for sheet in notice.sheets:
        for found in dates_in(sheet.flat):
            led = _LED.search(sheet.flat[max(0, found.start - _BEFORE) : found.start])
            if led is None or found.date.day is None:
                continue
            if led["begins"] or _UNTIL.match(sheet.flat, found.end):
                yield DateKind.PUBLICATION, Piece(sheet=sheet, start=found.start, end=found.end), found.date
                return
