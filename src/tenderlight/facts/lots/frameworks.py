"""Whether several won the whole together: each of them may get orders under a framework agreement, panel or offer."""

from __future__ import annotations

import re

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.prose.awarded_firms import MANY
from tenderlight.facts.words.vocabulary import Meaning, mark_pattern
from tenderlight.model.statement import Stage

_FRAMEWORK = mark_pattern("framework")
_SENTENCE = 120
"""Characters before names in which a sentence says that a framework agreement is meant."""
_PARAGRAPH = 700
"""Characters behind a name, in its paragraph, in which it says that several may get orders."""
_ARRANGEMENT = (
    r"framework(?: agreements?| contracts?)?|standing offers?|supply arrangements?|panel(?: of| for|$|"
    r" contract| arrangement|"
    r" agreement)|(?:supplier|provider|vendor|contractor) panel|dynamic purchasing|multiple[- ]awards?|"
    r"long[- ]term agreements?|master (?:services? |purchase )?agreements?|on-call|as-needed|"
    r"term (?:supply )?contracts?|panel (?:members|suppliers|providers)"
)
_CALLED = re.compile(rf"\b(?:{_ARRANGEMENT})\b")
_KIND = re.compile(
    r"(?:^|[.;|]\s|(?<=\s\s))(?:(?:type of |nature of )?(?:the )?(?:contract|agreement|award|procurement|rfx|"
    r"arrangement|tender)(?: type| method| vehicle| structure)?|type)\s?:\s[^\n:;]{0,40}?"
    rf"\b(?:{_ARRANGEMENT}|panel|idiq|indefinite delivery)\b",
    re.MULTILINE,
)
"""A line that says what kind of contract was awarded: "Type of contract: Panel"."""
_SUBJECT = re.compile(
    r"\b(?:framework(?: agreements?| contracts?)?(?=\s?(?::|-|–|—|for\b|of\b|award|$))|standing offers?\b|"
    r"supply arrangements?\b|"
    r"panel(?=\s?(?:$|of\b|for\b|contract|arrangement|agreement|suppliers|members))|"
    r"dynamic purchasing|multiple[- ]award)"
)
"""What a line near the top says that the procurement is about: "Bid 12/2021: Panel of electrical contractors"."""
_OF_ANOTHER = re.compile(r"\b(?:under|pursuant|call(?:ed)?[- ]?off|mini[- ]competition|order|solar|control|display)\b")
_LONGEST = 12_000
_HEAD = 300
_TOP, _TOP_LINES = 900, 10


def is_framework(notice: Notice) -> bool:
    """Say whether several may have won the whole: those of a framework agreement, as heading or sentence says."""
    if any(one.label.startswith(("入围", "入库")) for one in notice.of(Meaning.SUPPLIER)):
        return True
    if notice.title is not None:
        return _FRAMEWORK.search(notice.title.flat) is not None
    told = [entry.value for entry in notice.of(Meaning.SUPPLIER) if not entry.label]
    return any(
        _FRAMEWORK.search(one.sheet.flat, max(0, one.start - _SENTENCE), one.start)
        or MANY.search(one.sheet.flat[one.end :].partition("\n")[0][:_PARAGRAPH])
        for one in told
    )


def is_panel(notice: Notice) -> bool:
    """Say whether a document that names several suppliers calls what they got an arrangement with many.

    In English its title and its kind say so as well; in other languages only its heading.
    """
    heading = [notice.title.sheet.flat[notice.title.start :].partition("\n")[0]] if notice.title is not None else []
    heading += [line for sheet in notice.sheets[:1] for line in sheet.flat[:_HEAD].split("\n")[:2]]
    if notice.language != "en":
        return notice.language != "zh" and any(_FRAMEWORK.search(line) for line in heading)
    titles = [entry.value.flat for entry in notice.of(Meaning.TITLE)]
    heading += [part for entry in notice.of(Meaning.SUPPLIER, Meaning.MEMBER) for part in (entry.label, entry.hint)]
    kinds = (_KIND.search(sheet.flat[:_LONGEST]) for sheet in notice.sheets[:2])
    return any(_CALLED.search(title) for title in (*titles, *heading)) or any(kinds) or _is_subject(notice)


def _is_subject(notice: Notice) -> bool:
    """Say whether a line at the top of an award, above its suppliers, calls what is bought by such a word."""
    if notice.stage is not Stage.AWARD:
        return False
    lines = [line for sheet in notice.sheets[:1] for line in sheet.flat[:_TOP].split("\n")[:_TOP_LINES]]
    told = [line for line in lines if _SUBJECT.search(line)]
    return bool(told) and not any(_OF_ANOTHER.search(line) for line in told)
