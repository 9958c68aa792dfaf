"""The name that stands at a place of a sentence: companies with their forms, a joint bid, or words in capitals."""

from __future__ import annotations

import re

from tenderlight.facts.names.joint_bids import bid_around
from tenderlight.facts.names.joint_words import CALLED_BY_MEMBERS
from tenderlight.facts.names.western import CAPITALISED, EASTERN_COMPANY, companies
from tenderlight.facts.prose.sentence_words import FIRM_BEFORE

_NAME = re.compile(rf"[«“\"„]?(?P<name>{CAPITALISED})[»”\"]?")
_GROUP_LEAD = re.compile(
    r"(?i:(?:консорциум|консорціум|a?\s*joint venture|consortium|groupement)(?:\s+[«“\"][^»”\"\n]{2,60}[»”\"])?"
    r"(?:\s+(?:в составе|у складі|of|between|comprising|composé de))?\s*:?\s*)"
)
_MORE = re.compile(r"\s*(?:\([^()\n]{2,40}\))?\s*(?:,\s*(?:and\s+|и\s+|та\s+)?|/|;|\s(?:and|et|y|e|и|та)\s)\s*")
_COMPOSED = re.compile(
    r",?\s{0,2}\(?(?i:(?:conformad|integrad|compuest|formad|constitu[ií]d|compost)[oa] (?:por|pel[oa]s?)|comprising|"
    r"compos[ée]d? (?:of|d[eu])|consisting of|в составе|у складі)\s{1,2}(?:(?i:las|as|les) [a-zé]{5,9}\s)?"
)
"""Behind the name of a group: who is in it."""
_BY_MEMBERS = re.compile(rf"(?:{CALLED_BY_MEMBERS.pattern})\s")
_DASH = re.compile(r"\s[–—-]\s")
"""What joins the members by whose names a group is called: "UTE A, S.A. - B, S.L."."""
_BRACKET = re.compile(r"\s*\((?:lead|лидер|лідер|member|mandataire|cotraitant|líder)[^()\n]{0,30}\)", re.IGNORECASE)
QUOTED = re.compile(r"[«“„\"][^«»“”„\"\n]{2,200}[»”“\"]")
"""A title, or the name of who is told of: its words say nothing of the money."""
_CALLED = re.compile(
    r"(?i:(?<!\w)(?:компани|фирм|предприяти|организаци|компані|фірм|підприємств|організаці)[а-яії]{1,3}\s{1,3})\Z"
)
"""A word for a company, behind which a name in quotation marks is one even without its legal form."""


def name_at(text: str, at: int) -> tuple[int, int] | None:
    """Return the name that begins at a place: companies with their forms joined by "and", or a run of capitals."""
    if text[max(0, at - 1) : at].isalpha() and text[at : at + 1].isalpha():
        return None  # within a word
    bid = bid_around(text, at)
    if bid is not None:
        return bid.start, bid.end
    lead = _GROUP_LEAD.match(text, at)
    start = lead.end() if lead else at
    end = _company_from(text, start)
    quoted = QUOTED.match(text, start) if end is None and _CALLED.search(text, max(0, start - 20), start) else None
    if quoted is not None:
        return quoted.start() + 1, quoted.end() - 1
    if end is None:
        name = _NAME.match(text, start)
        is_led = FIRM_BEFORE.search(text, max(0, start - 20), start) is not None
        if name is None or (len(name["name"].split()) < 2 and not name["name"].isupper() and not is_led):
            return None
        start, end = name.span("name")
        if _COMPOSED.match(text, end) is None:
            return start, end
    is_group = _BY_MEMBERS.match(text, start)
    while True:
        bracket = _BRACKET.match(text, end)
        end = bracket.end() if bracket else end
        more = _COMPOSED.match(text, end) or _MORE.match(text, end) or (is_group and _DASH.match(text, end))
        further = _company_from(text, more.end()) if more else None
        if further is None:
            return start, end
        end = further


def _company_from(text: str, at: int) -> int | None:
    """Return where the company with a legal form ends that begins at a place, or None."""
    eastern = EASTERN_COMPANY.match(text, at)
    if eastern is not None:
        return eastern.end()
    return next((span[1] + at for span in companies(text[at : at + 160]) if span[0] <= 1), None)
