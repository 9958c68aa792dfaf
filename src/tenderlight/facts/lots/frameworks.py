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
_ORDER = re.compile(
    r"\b(?:call[- ]?off (?:order|contract|award|notice|agreement|form)|"
    r"(?:order|award|contract|outcome|drawdown|purchase)s?"
    r"(?: \w+){0,3} (?:under|from|against|pursuant to) (?:an? |the )?(?:[\w-]+ ){0,5}framework|"
    r"(?:drawdown|call[- ]?off|called off|mini[- ]competition)(?: \w+){0,3} (?:from|under|of) |mini[- ]competition|"
    r"further competition|marchés? subséquents?|bons? de commande n|"
    r"contratos? (?:específicos?|derivados?|basados?)|(?:orden|pedido) de compra|"
    r"einzel(?:abruf|auftrag)|abruf(?:e|auftrag|bestellung)?(?= aus|\b.{0,20}rahmen)|(?:appalto|contratto) specifico|"
    r"ordine (?:di fornitura|specifico)|zamówieni\w+ wykonawcz\w+)|二次竞[价争]|直接选定|二阶段成交|订购单"
)
"""A heading of one order under a framework agreement: who gets it is not one of many."""
_OF_MANY = re.compile(
    r"\bmulti-?\s?attributaires?\b|\b(?:plusieurs|several|varios|vários|mehrere\w?|diversi|più)"
    r"\s(?:attributaires|adjudicataires|titulaires|framework (?:suppliers|contractors|providers)|adjudicatarios|"
    r"adjudicatários|rahmenvertragspartner\w?|aggiudicatari|operatori economici)\b|\bmehrparteien\w*|"
    r"\bmulti-?(?:supplier|vendor|provider|contractor) (?:framework|agreement|contract|panel)|"
    r"\brahmenvertragspartner\w{0,3}\b"
)
"""Words for an arrangement with many that stand anywhere in a paper."""
_COMMON_SUPPLY = re.compile(r"是否属共同供应契[约約]采购[^\n:]{0,6}:\s?是(?!否)")
"""The field in which notices of Taiwan say that many offices may order under it (政府採購法 § 93)."""
_ACCREDITED = re.compile(
    r"\bcred?enciament[oi]\b|\bcredenciad[oa]s\b|\baccreditati\b|\bpre-?qualified (?:list|suppliers|firms)|"
    r"\bregistered (?:suppliers|list)|\blist of (?:pre-?qualified|registered|approved)|\bproveedores homologados|"
    r"\blistado de homologad[oa]s"
)
"""A heading of a list of all who may be asked to work, where it names several of one kind."""
_DENIED = re.compile(
    r"(?<!\w)(?:not|non|pas|kein\w*|nicht|não|nie|не|without|sans|sem|sin|ohne|senza|bez|без|no(?!\.?\s?\d))"
    r"\s(?:[^\s.;:,]+\s){0,3}$|(?<!\w)(?:one|un[oa]?|um|einer|einem)\s(?:of|de|dei|degli|dos|des|der)\s(?:the\s|l[eo]s\s)?$"
)
"""Right before words for an arrangement with many: there is none."""
_DROPPED = re.compile(
    r"(?<!\w)(?:dropped|discarded|abandoned|considered|cancel+ed|revoked|withdrawn|rejected|ruled out|terminated|"
    r"expired|"
    r"(?:is|was|will|does|do|did) not|écarté\w*|abandonné\w*|annulé\w*|renoncé|(?:ne|n['’]) ?(?:sera|a|est) pas|"
    r"descartad\w+|revocad\w+|anulad\w+|cancelad\w+|revogad\w+|sem efeito|sin efecto|"
    r"verworfen|aufgehoben|verzichtet|nicht (?:\w+ )?(?:vergeben|geschlossen|gewählt)|annullat\w+|"
    r"revocat\w+|scartat\w+|"
    r"отмен[её]н\w*|отклон\w+|скасован\w*|відхилен\w*|uchylon\w+|unieważnion\w+)(?!\w)"
)
"""In a line with them: it was thought of, or is no more."""
_LONGEST = 12_000
_HEAD = 300
_TOP, _TOP_LINES = 900, 10


def is_framework(notice: Notice) -> bool:
    """Say whether several may have won the whole: those of a framework agreement, as heading or sentence says."""
    if any(one.label.startswith(("入围", "入库")) for one in notice.of(Meaning.SUPPLIER)):
        return True
    if is_order(notice):
        return False
    if notice.country == "TW" and any(_COMMON_SUPPLY.search(sheet.flat[:_LONGEST]) for sheet in notice.sheets[:1]):
        return True
    if notice.title is not None:
        return _FRAMEWORK.search(notice.title.flat) is not None
    told = [entry.value for entry in notice.of(Meaning.SUPPLIER) if not entry.label]
    return any(
        _is_said(one.sheet.flat[max(0, one.start - _SENTENCE) : one.start])
        or MANY.search(one.sheet.flat[one.end :].partition("\n")[0][:_PARAGRAPH])
        for one in told
    )


def _is_said(before: str) -> bool:
    """Say whether the words before a name speak of a framework agreement, and of no order under one."""
    return _FRAMEWORK.search(before) is not None and _ORDER.search(before) is None


def is_panel(notice: Notice) -> bool:
    """Say whether a document that names several suppliers calls what they got an arrangement with many.

    In English its title and its kind say so as well; in other languages only its heading.
    """
    if is_order(notice):
        return False
    heading = _heading(notice)
    if notice.language != "zh" and any(_holds(_OF_MANY, sheet.flat[:_LONGEST]) for sheet in notice.sheets[:2]):
        return True
    if notice.language != "en":
        told = any(_holds(_FRAMEWORK, line) for line in heading) or any(map(_FRAMEWORK.match, _top(notice)))
        return notice.language != "zh" and told
    titles = [entry.value.flat for entry in notice.of(Meaning.TITLE)]
    heading += [part for entry in notice.of(Meaning.SUPPLIER, Meaning.MEMBER) for part in (entry.label, entry.hint)]
    kinds = (_KIND.search(sheet.flat[:_LONGEST]) for sheet in notice.sheets[:2])
    return any(_CALLED.search(title) for title in (*titles, *heading)) or any(kinds) or _is_subject(notice)


def is_accredited(notice: Notice) -> bool:
    """Say whether a document is headed as a list of those who may be asked to work."""
    return any(_holds(_ACCREDITED, line) for line in _heading(notice))


def is_order(notice: Notice) -> bool:
    """Say whether a document is headed, or called by its title, as one order under a framework agreement."""
    titles = (entry.value.flat for entry in notice.of(Meaning.TITLE))
    return any(_ORDER.search(line) for line in (*_heading(notice), *titles))


def _holds(words: re.Pattern[str], text: str) -> bool:
    """Say whether words stand in a text, in a line that does not deny them."""
    for match in words.finditer(text):
        begins = text.rfind("\n", 0, match.start()) + 1
        line = text[begins:].partition("\n")[0]
        if _DROPPED.search(line) is None and _DENIED.search(text, begins, match.start()) is None:
            return True
    return False


def _heading(notice: Notice) -> list[str]:
    """Return the line of the heading, and the first lines."""
    heading = [notice.title.sheet.flat[notice.title.start :].partition("\n")[0]] if notice.title is not None else []
    return heading + [line for sheet in notice.sheets[:1] for line in sheet.flat[:_HEAD].split("\n")[:2]]


def _is_subject(notice: Notice) -> bool:
    """Say whether a line at the top of an award, above its suppliers, calls what is bought by such a word."""
    if notice.stage is not Stage.AWARD:
        return False
    told = [line for line in _top(notice) if _SUBJECT.search(line)]
    return bool(told) and not any(_OF_ANOTHER.search(line) for line in told)


def _top(notice: Notice) -> list[str]:
    return [line for sheet in notice.sheets[:1] for line in sheet.flat[:_TOP].split("\n")[:_TOP_LINES]]
