"""European Union notices of 2014-2023 in TED XML: standard forms F01-F25, T01-T02 (R2.0.9) and older ones (R2.0.8).

Only the original form is read: translations of it, and the code labels in all languages that each file repeats
(TRANSLATION_SECTION, CODED_DATA_SECTION), are not words of the notice.
Forms: https://simap.ted.europa.eu/standard-forms-for-public-procurement
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.model.statement import Stage, StatementKind
from tenderlight.model.values import DateKind, ProjectNumberValue, StageValue
from tenderlight.sources.cut_notices import sure_of
from tenderlight.sources.notice import Notice, Written
from tenderlight.sources.plain_values import read_language
from tenderlight.sources.ted_awards import state_awards
from tenderlight.sources.ted_contents import state_contents
from tenderlight.sources.ted_older_forms import state_older_form
from tenderlight.sources.xml_text import (
    attribute,
    child,
    children,
    local_name,
    name_of,
    open_xml,
    pointer_to,
    root_name,
    written,
)

if TYPE_CHECKING:
    from lxml.etree import _Element as Element

STEP = "read:ted/2"

_FORMS = {
    "F01": Stage.PLAN,
    "F02": Stage.TENDER,
    "F03": Stage.AWARD,
    "F04": Stage.PLAN,
    "F05": Stage.TENDER,
    "F06": Stage.AWARD,
    "F07": Stage.TENDER,
    "F08": Stage.PLAN,
    "F12": Stage.TENDER,
    "F13": Stage.AWARD,
    "F14": Stage.CORRECTION,
    "F15": Stage.SINGLE_SOURCE,
    "F20": Stage.CONTRACT,
    "F24": Stage.TENDER,
    "F25": Stage.AWARD,
    "T01": Stage.PLAN,
    "T02": Stage.AWARD,
    "1": Stage.PLAN,
    "2": Stage.TENDER,
    "3": Stage.AWARD,
    "4": Stage.PLAN,
    "5": Stage.TENDER,
    "6": Stage.AWARD,
    "7": Stage.TENDER,
    "8": Stage.PLAN,
    "9": Stage.TENDER,
    "10": Stage.TENDER,
    "11": Stage.TENDER,
    "12": Stage.TENDER,
    "13": Stage.AWARD,
    "14": Stage.CORRECTION,
    "15": Stage.SINGLE_SOURCE,
    "16": Stage.PLAN,
    "17": Stage.TENDER,
    "18": Stage.AWARD,
    "19": Stage.TENDER,
}
_NOTICE_TYPES = {
    "AWARD_CONTRACT": Stage.AWARD,
    "CONCESSION_AWARD_CONTRACT": Stage.AWARD,
    "CONTRACT": Stage.TENDER,
    "PER_CALL_COMPETITION": Stage.TENDER,
    "PRI_CALL_COMPETITION": Stage.TENDER,
    "QSU_CALL_COMPETITION": Stage.TENDER,
    "QSU_ONLY": Stage.TENDER,
    "PER_ONLY": Stage.PLAN,
    "PER_REDUCING_TIME_LIMITS": Stage.PLAN,
    "PRI": Stage.PLAN,
    "PRI_ONLY": Stage.PLAN,
    "PRI_REDUCING_TIME_LIMITS": Stage.PLAN,
}
"""A form that serves several ends (F01, F04, F21-F23) says which in NOTICE/@TYPE.

Concessions for social services (F23) have no other call than the prior information ("PRI"): with a deadline it is one.
"""


class TedReader:
    """Reads TED XML. Pointers are XPath with the prefix `ted:` for the namespace of the root (see `xml_text`)."""

    name = "ted"
    version = 2
    media_types = frozenset({"application/xml", "text/xml"})

    def recognises(self, content: bytes) -> bool:
        """Say whether the root element is TED_EXPORT."""
        return root_name(content)[1] == "TED_EXPORT"

    def read(self, original: OpenOriginal, limits: ReadingLimits) -> Iterator[Item]:
        """Yield the notice and what could not be read in it.

        Problems: xml-cut-short, xml-damaged, xml-dtd, xml-entity, xml-too-deep, no-record-read, record-without-id,
        amount-unreadable, date-unreadable, value-is-range, value-withheld, lot-not-awarded.
        """
        file = open_xml(original.content, limits)
        if isinstance(file, str):
            yield problem(file, step=STEP)
            return
        yield from file.problems(STEP)
        root = file.root
        form = _original_form(root)
        if form is None:
            yield problem("no-record-read", step=STEP)
            return
        yield PageCount(count=1)
        notice = Notice(source="ted", step=STEP, stage=None)
        key = _read_form(notice, root, form)
        language = read_language(form.get("LG") or "")
        yield sure_of(notice.record(key=key, pointer=pointer_to(form), language=language), file, form)
        yield from notice.problems()


def _original_form(root: Element) -> Element | None:
    section = child(root, "FORM_SECTION")
    forms = [form for form in section if form.get("LG") is not None] if section is not None else []
    originals = [form for form in forms if form.get("CATEGORY") == "ORIGINAL"]
    return next(iter(originals or forms), None)


def _read_form(notice: Notice, root: Element, form: Element) -> str:
    stage, words = _stage(form)
    notice.stage = stage
    if stage is not None and words is not None:
        notice.state(StatementKind.STAGE, StageValue(stage=stage.value), [words], rule="stage")
    coded = child(root, "CODED_DATA_SECTION")
    number = written(child(coded, "NOTICE_DATA", "NO_DOC_OJS"))
    if number is not None:
        value = ProjectNumberValue(number=number.words, label="NO_DOC_OJS")
        notice.state(StatementKind.PROJECT_NUMBER, value, [number], rule="notice_number")
    notice.date(DateKind.PUBLICATION, written(child(coded, "REF_OJS", "DATE_PUB")), rule="publication_date")
    if child(form, "CONTRACTING_BODY") is not None:
        state_contents(notice, form)
        state_awards(notice, form)
    else:
        state_older_form(notice, form)
    if number is not None:
        return f"ted:{number.words}"
    identity = (root.get("DOC_ID") or "").strip()
    if not identity:
        notice.trouble("record-without-id", pointer="/*")
    return f"ted:{identity or '/*'}"


def _stage(form: Element) -> tuple[Stage | None, Written | None]:
    """Return the stage and the words that say it.

    What has happened counts before what the form announces: no award at all is a cancellation, and an award on a form
    for plans is an award.
    """
    ends = [end for name in ("NO_AWARDED_CONTRACT", "NO_AWARDED_PRIZE") for end in _results(form, name)]
    done = [result for name in ("AWARDED_CONTRACT", "AWARDED_PRIZE") for result in _results(form, name)]
    if ends and not done:
        return Stage.CANCELLATION, name_of(next(iter(ends[0]), ends[0]))
    stage, words = _announced_stage(form)
    if done and stage in (Stage.PLAN, Stage.TENDER):
        return Stage.AWARD, name_of(done[0])
    return stage, words


def _announced_stage(form: Element) -> tuple[Stage | None, Written | None]:
    kind = attribute(child(form, "NOTICE"), "TYPE")
    if kind is not None and kind.words in _NOTICE_TYPES:
        deadline = child(form, "PROCEDURE", "DATE_RECEIPT_TENDERS")
        stage = _NOTICE_TYPES[kind.words]
        return (Stage.TENDER if kind.words == "PRI" and deadline is not None else stage), kind
    number = attribute(form, "FORM")
    return (_FORMS.get(number.words), number) if number is not None else (None, None)


def _results(form: Element, name: str) -> list[Element]:
    return [
        result
        for award in [*children(form, "AWARD_CONTRACT"), *children(form, "RESULTS")]
        for result in award
        if local_name(result) == name
    ]
