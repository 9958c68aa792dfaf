"""The day that closes a notice: that on which it came out, or that of what it tells.

A notice of the national form counts its period "from the day on which this notice is published" and closes with that
day. So does one that its agency signs, and a day behind which 发布 stands.
"""

from __future__ import annotations

import re

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Sheet
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage

_FROM_THIS_DAY = re.compile(r"自(?:本|该)?公[告示](?:发布|公布|刊登|发出)?之?日起")
_CONTACTS = re.compile(r"(?:采购人|采购代理机构|代理机构)信息")
"""Headings of the form of 2020 over those whom one may ask."""
_COMES_OUT = re.compile(r"\s?(?:发布|公布|公告|公示|刊登|刊发)[\s。.]*(?:\n|$)")


def closes_notice(notice: Notice, sheet: Sheet, line_start: int, start: int, end: int) -> bool:
    """Say whether a closing day is that on which the notice came out: behind words only if they say so after it.

    Args:
        notice: The document.
        sheet: The page of the day.
        line_start: Where its line begins.
        start: Where the day begins.
        end: Where it ends.
    """
    if _COMES_OUT.match(sheet.flat, end) is not None:
        return True
    is_alone = not sheet.flat[line_start:start].strip()
    return is_alone and (_signed_by_agency(notice, sheet, line_start) or _is_of_national_form(notice, sheet))


def _signed_by_agency(notice: Notice, sheet: Sheet, line_start: int) -> bool:
    """Say whether the line above a closing date is the name of the agency: then the date is that of the notice."""
    above = sheet.flat[: max(0, line_start - 1)].rstrip().rpartition("\n")[2].strip()
    return any(entry.value.flat == above for entry in notice.of(Meaning.AGENCY, Meaning.NAME))


def _is_of_national_form(notice: Notice, sheet: Sheet) -> bool:
    if notice.stage is not Stage.AWARD or notice.language != "zh":
        return False
    return all(pattern.search(sheet.flat) is not None for pattern in (_FROM_THIS_DAY, _CONTACTS))
