"""Days that a label tells and that are not of the paper itself: of a step before or after it, or still to come."""

from __future__ import annotations

import re

from tenderlight.facts.dates.given_up import tells_day_given_up
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.model.statement import Stage
from tenderlight.model.values import DateKind

_ACTS = frozenset({DateKind.CONTRACT, DateKind.AWARD})
_BEFORE = 110
_ONLY_MEANT = re.compile(r"\s?\((?:estimated|expected|anticipated|planned|provisional|indicative|est\.?|tbc)\)")

_AT_HOUR = re.compile(r",?\s(?:à|a las|às|alle(?: ore)?|ore)\s\d{1,2}\s?(?:h|hrs?\b|heures?|horas?|[:.]\d\d|,|$)")
_CALL = re.compile(r"извещени|объявлени|приглашени|оголошенн|запрошенн|\bcall\b|invitation|ausschreibung|ogłoszeni")
_GIVEN_UP = re.compile(
    r"отмен|отказ|аннулир|прекращ|уведомлени|відмін|скасув|повідомленн|cancel|withdraw|widerruf|aufheb|unieważ|إلغاء|الغاء"
)
"""In the label of a day: it is that of the paper that gives up a procedure."""


_RECORD = re.compile(r"протокол|заседани|засідан|\bminutes\b|\brecord\b|\bacta\b|\bata\b|procès-verbal|verbale|protok")
"""In the label of a day: it is that of a record, whatever step the record tells of."""
_CALL_POSTED = re.compile(
    r"(?<!\w)(?:извещение|объявление|приглашение|оголошення|запрошення)(?:\s(?:об?|про)\s(?!результат|итог)[^\n.;:]{0,60}?)?"
    r"\s(?:о закупке\s|было\s|було\s)?(?:размещено|опубликовано|оприлюднено|розміщено|опубліковано)[^\n.;:\d]{0,40}$"
)
"""The call for tenders was published, says a paper of a later step."""
_LATER = frozenset({Stage.AWARD, Stage.CANDIDATE, Stage.CONTRACT})


def kind_of_record(notice: Notice, kind: DateKind, label: str) -> DateKind:
    """Return what happened on the day of a record: one of a step before the award is dated as a notice is.

    Args:
        notice: The document.
        kind: What the label says by itself.
        label: Flat.
    """
    is_before = kind is DateKind.AWARD and notice.stage is Stage.CANDIDATE
    return DateKind.PUBLICATION if is_before and _RECORD.search(label) else kind


def is_of_other_paper(notice: Notice, entry: Entry, kind: DateKind) -> bool:
    """Say whether a day is of another paper than this one: an award in a call for tenders, an acceptance in a contract.

    A notice without a competition tells when it was decided to award; in other languages than Chinese that day counts.
    """
    if kind in _ACTS and notice.stage not in SETTLED:
        return kind is DateKind.CONTRACT or notice.stage is not Stage.SINGLE_SOURCE or notice.language == "zh"
    if kind is DateKind.ACCEPTANCE:
        return notice.stage is not Stage.ACCEPTANCE
    if notice.stage is Stage.CORRECTION:
        is_named = kind is DateKind.AWARD and entry.strict
        return is_named and any(one.label and not one.strict for one in notice.of(Meaning.CORRECTION_DATE))
    if kind is DateKind.PUBLICATION and notice.stage in _LATER:
        flat, start = entry.value.sheet.flat, entry.value.start
        return _CALL_POSTED.search(flat, max(0, start - _BEFORE), start) is not None
    is_of_call = kind is DateKind.PUBLICATION and notice.stage is Stage.CANCELLATION
    return is_of_call and (_is_within_line(entry) or (_may_be_of_call(entry) and _has_own_day(notice)))


def _may_be_of_call(entry: Entry) -> bool:
    """Say whether a day of publication is that of the call which a paper gives up, or a sentence tells of it."""
    return not entry.label or (_CALL.search(entry.label) is not None and _GIVEN_UP.search(entry.label) is None)


def _has_own_day(notice: Notice) -> bool:
    is_labelled = any(_GIVEN_UP.search(one.label) and not one.strict for one in notice.of(Meaning.DATE))
    return is_labelled or tells_day_given_up(notice)


def is_meant(kind: DateKind, value: Piece, end: int, *, of_call: bool = False) -> bool:
    """Say whether the day of an act, which ends at an offset of its value, is only meant: "1 May 2025 (estimated)".

    Args:
        kind: What happens on it.
        value: Where it stands.
        end: Where it ends in the value.
        of_call: It stands in a call for tenders without a label: with an hour behind it, bids are opened then.
    """
    at = value.start + end
    if of_call and _AT_HOUR.match(value.sheet.flat, at) is not None:
        return True
    return kind in _ACTS and _ONLY_MEANT.match(value.sheet.flat, at) is not None


def _is_within_line(entry: Entry) -> bool:
    """Say whether a label without a colon stands in a sentence: "the tender advertised on 4 May has been cancelled"."""
    flat = entry.value.sheet.flat
    line = flat.rfind("\n", 0, entry.value.start) + 1
    before = flat[line : entry.value.start].lstrip()
    is_apart = any(f"{blank}{entry.label}" in before for blank in ("  ", "\t", "| "))
    return entry.strict and not is_apart and not before.startswith(entry.label)
