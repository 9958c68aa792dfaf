"""Members of a committee that opened, judged or took over something: no members of a joint bid.

Where "Members:" stands over the signatures of a commission, the same word as for the firms of a consortium leads to
persons.
"""

from __future__ import annotations

import re

from tenderlight.facts.names.persons import looks_like_person
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.scripts import has_han

_BEFORE = 400
_COMMITTEE = re.compile(
    r"committee|commission|board of|panel|jury|inspect|comit[ée]|comisi[óo]n|comissão|tribunal|jurado|júri|"
    r"commissione|giunta|seggio|komisj|kommission|ausschuss|комисси|комісі|لجنة|کمیسیون|小组|委员会"
)
_GROUP = re.compile(
    r"consorti|consorc|consórc|joint|j\.?v\.?\b|group|grupo|grupp|ute\b|agrupa|rti\b|ati\b|arge\b|bieterg|konsorc|"
    r"консорц|объедин|участник|об.єднан|ائتلاف|اتحاد|联合体|联营"
)
_APART = re.compile(r"[,;/\n]|\s(?:and|y|e|et|und|i|и|та)\s")
_BRACKET = re.compile(r"\s?\([^()]{0,40}\)|\b(?:dr|mr|mrs|ms|eng|ing|prof|adv|lic|sr|sra|dña|don)\b\.?", re.IGNORECASE)


def is_of_committee(entry: Entry) -> bool:
    """Say whether "Members" leads to persons of a committee: none is a firm, and no word for a group is beside them."""
    if entry.meaning is not Meaning.MEMBER or not entry.label or has_han(entry.value.flat):
        return False
    text = entry.value.text
    if _GROUP.search(entry.label) or _GROUP.search(entry.value.flat) or has_company(text):
        return False
    named = [part.strip(" .") for part in _APART.split(_BRACKET.sub("", text)) if part.strip(" .")]
    before = entry.value.sheet.flat[max(0, entry.value.start - _BEFORE) : entry.value.start]
    return bool(named) and (_COMMITTEE.search(before) is not None or all(map(looks_like_person, named)))
