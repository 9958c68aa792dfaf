"""What a sentence tells of persons, bidders, courts or the press, and asks of nobody to deliver.

A tender asks who bids what he has done, knows, holds or sold before; it cites courts, lists of law and newspapers; it
has old devices destroyed and people taught. The thing is named, and is not bought: the grammar around it says so,
whatever it is.
"""

from __future__ import annotations

import re

from tenderlight.capabilities.clauses import Span, starts_item
from tenderlight.capabilities.senses import SenseMap
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.capabilities.words import Hit
from tenderlight.model.statement import Polarity

LONGEST_BEFORE = 240
"""Characters before the words in which a record is told of."""
LONGEST_BEHIND = 60
CLOSE = 28
"""Characters between who has a paper, and the paper; between "experience" and what stands right before it."""
NEXT = 5
"""Characters between a thing and a Chinese certificate in it, or a contract for it."""
LONGEST_HEADING = 60
MOST_LINES = 12
"""Lines below a heading that it still heads."""
_RECORDS = frozenset(
    {"record", "record_done", "record_ago", "record_paper", "record_paper_of", "record_copies", "record_declared"}
)
_DONE = frozenset({"record_done", "record_ago"})
_WHO = frozenset({"record_person", "record_who"})
_PERSON = frozenset({"record_person"})
_ASKED_ANEW = frozenset({"modal", "bought_here", "record_anew"})
_COURT, _VERDICT = frozenset({"court_word"}), frozenset({"court_verb"})
_AFTER = frozenset({"record_after", "record_after_paper", "record_after_noun"})
_DAY = re.compile(
    r"\b(?:by (?:the|end|\d|january|february|march|april|may|june|july|august|september|october|november|december)"
    r"|before|prior to|no later than|not later than|within \d+ (?:calendar |working )?(?:day|week|month)s?|upon"
    r"|antes del?|a más tardar|avant|au plus tard|d'ici|не позднее|не пізніше|at handover|on completion)\b"
)
"""A day before which a thing "shall have been delivered": it is bought."""
_LAST_YEARS = re.compile(
    r"\b(?:in|over|within|during) the (?:last|past|previous)\b|últim[oa]s \w+ (?:años|ejercicios)|derni[eè]res années"
    r"|derniers (?:ans|exercices)|за последн|за останн|سنوات (?:ال)?(?:ماضية|أخيرة)|سال (?:گذشته|اخیر)"
)
_HANDLES = re.compile(
    r"\b(?:keep|keeps|store|stores|print|prints|issue|issues|generate|generates|archive|archives|scan|scans|search"
    r"|searches|monitor|monitors|index|indexes|manage|manages|read|reads|check|checks|verif\w+|almacen\w+|archiv\w+"
    r"|emit\w+|imprim\w+|gener\w+|conserv\w+|édit\w+|délivr\w+|génér\w+|храни\w+|хране\w+|выда\w+|печат\w+"
    r"|формир\w+|зберіг\w+|друк\w+|видава\w+|يصدر|تخزين|يطبع|صدور|ذخیره|چاپ)\b"
)
"""What a system does with a paper, which then is no bidder's."""
_NO_RECORD = re.compile(r"\b(?:user|customer|passenger|visitor|viewing|citizen|traveller|player|guest|patient)s?'? $")
"""Whose experience is no record of a bidder."""
_JOINS = re.compile("[及和与、并兼;:。]|以及|配套|提供")
"""Between a thing and a paper named behind it: both are asked for."""
_AND = frozenset("和与及")
_LISTS = frozenset("、和与及,")
"""What makes "work experience" an entry of a list ("faces, journeys, work experience"), and nobody's."""
_ONE_WORD = re.compile(r"[^\W\d]*(?: [^\W\d]+)? ?")
_ITSELF = re.compile(r"supplied|delivered|offered|goods|product|equipment to be|поставляем|suministrad|fournis")
_LISTED = re.compile(
    r"(?<![a-z0-9])\d[a-e]\d{3}(?:\.[a-z]|(?![a-z0-9]).{0,60}\b(?:licen[cs]e|dual use|list of goods)\b)"
    r"|(?:\b(?:annexe?|anexo|category|anhang|regulation|règlement|reglamento|приложени\w|додат\w+)|附件|附录|清单)"
    r"[^\n]{0,60}(?<![a-z0-9])\d[a-e]\d{3}(?![a-z0-9])"
)
"""An entry in the lists of goods of both civil and military use (Annex I of Regulation (EU) 2021/821)."""
_BEGINS = re.compile(
    r"[\W\d_]*(?:(?:the|a|la|el|le|los|las|les|secure|safe|servicio de|servicios de|service de|services of|lot|removal"
    r"|collection|transport|dépose|enlèvement|collecte|retirada|recogida|услуги по|послуги з|сбор|вывоз|демонтаж"
    r"|prestation de|and|y|et|и|та|de)\W+){0,6}"
)
"""What may stand before the destruction of things where it is all that is bought."""
_OF_THE_THING = re.compile(
    "(?:软件|软体|系统|设备|装置|工具|产品|技术|技能|操作|应用|使用|实战|专业|人员|数位|数字|数据|电子|手机|取证|鉴识|鉴定|的"
    '|[a-z0-9 .+」”"』-]|(?<=[a-z0-9])[及和与](?=[a-z0-9]))*'
)
"""Between a thing, or its make, and a course about it."""
_AND_ALSO = re.compile(r"[,;]|\b(?:and|y|et|e|и|та|і|و)\b")
"""Behind a course, what may add the thing itself."""
_NUMBER = re.compile(
    r"\s*(?:[(（]?(?:\d{1,3}|[一二三四五六七八九十]{1,3}|[a-z])(?:\.\d{1,3}){0,3}[.、)）]?)(?=\W|[\u2e80-\uffff])"
)
"""How a line is numbered."""
_BEHIND_HEADING = re.compile(r"\s?:|\s?\d{1,2}\.\d")
"""A colon behind a heading, or the number of the item below that runs on in its line."""
_STOPS = ("。", ";", ".", ",", "!", "?")


def told_of_record(senses: SenseMap, core: Span) -> Verdict | None:
    """Return that words are told of a bidder's past, a person's knowledge, a court or the press; None if not."""
    sentence = senses.layout.sentence(core[0])[0], senses.layout.sentence(core[1] - 1)[1]
    start = max(sentence[0], core[0] - LONGEST_BEFORE)
    told = (
        _told_before(senses, core, (start, sentence[1]))
        or _proved(senses, core, (start, sentence[1]))
        or _told_behind(senses, core)
        or _told_by_others(senses, core, start)
        or _disposed_of(senses, core, start)
        or _taught(senses, core, start)
        or _under_qualification(senses, core)
    )
    return Verdict(Polarity.DISCUSSED, "sentence", told) if told is not None else None


def _told_before(senses: SenseMap, core: Span, around: Span) -> Span | None:
    """Return the last words before the core that tell of a record, with nothing asked for in between."""
    for hit in reversed(senses.within(_RECORDS, (around[0], max(core[0], core[1] - 1)))):
        if hit.start > core[0]:
            continue
        if hit.end < core[0] and senses.within(_ASKED_ANEW, (hit.end, core[0])):
            return None
        if _is_record(senses, hit, around):
            return hit.start, hit.end
    return None


def _is_record(senses: SenseMap, hit: Hit, around: Span) -> bool:
    text = senses.layout.text
    before = text[around[0] : hit.start]
    if "record" in hit.senses:
        return _NO_RECORD.search(before) is None
    if not hit.senses.isdisjoint(_DONE):
        is_told = "record_ago" in hit.senses or bool(senses.within(_WHO, (around[0], hit.start)))
        return is_told and _DAY.search(text, *around) is None
    if _HANDLES.search(before):
        return False
    if "record_paper" in hit.senses or "record_copies" in hit.senses:
        return True
    if "record_declared" in hit.senses:
        declares = senses.within(("record_declares",), around)
        return bool(declares) and (not before.strip() or bool(senses.within(_WHO, (around[0], hit.start))))
    return any(hit.start - who.end <= CLOSE for who in senses.within(_PERSON, (around[0], hit.start)))


def _proved(senses: SenseMap, core: Span, around: Span) -> Span | None:
    """Return the words by which a bidder proves what it did in the last years."""
    years = _LAST_YEARS.search(senses.layout.text, *around)
    if years is None or not senses.within(_WHO, (around[0], core[0])):
        return None
    proves = senses.within(("record_proves",), (around[0], core[0]))
    return (proves[0].start, proves[0].end) if proves else None


def _told_behind(senses: SenseMap, core: Span) -> Span | None:
    """Return the words behind the core that make it what somebody has experience of or a certificate in."""
    text = senses.layout.text
    clause_end = min(senses.layout.clause(core[1] - 1)[1], core[1] + LONGEST_BEHIND)
    for hit in senses.within(_AFTER, (core[1], clause_end)):
        between = text[core[1] : hit.start]
        joined = between[-1:] in _LISTS or text[hit.end : hit.end + 1] in _AND
        if "record_after" in hit.senses and not joined:
            return hit.start, hit.end
        if "record_after_paper" in hit.senses and len(between) <= NEXT and _JOINS.search(between) is None:
            return hit.start, hit.end
        if "record_after_noun" in hit.senses and len(between) <= CLOSE and _NO_RECORD.search(between) is None:
            start = senses.layout.sentence(core[0])[0]
            if senses.within(_WHO, (start, core[0])) and _ONE_WORD.fullmatch(between):
                return hit.start, hit.end
    return None


def _told_by_others(senses: SenseMap, core: Span, start: int) -> Span | None:
    """Return the words that make a sentence one of the press, of a court, or of a list in law."""
    press = senses.within(("told_press",), (start, core[0]))
    if press:
        return press[0].start, press[0].end
    text = senses.layout.text
    for court in senses.within(_COURT, (start, core[0])):
        for ruled in senses.within(_VERDICT, (court.end, core[0])):
            if ruled.start - court.end <= CLOSE and not senses.within(_ASKED_ANEW, (court.end, core[0])):
                return court.start, ruled.end
    listed = _LISTED.search(text, start, core[0])
    if listed is None or senses.within(_ASKED_ANEW, (start, core[0])) or _ITSELF.search(text, start, core[0]):
        return None
    return listed.span()


def _disposed_of(senses: SenseMap, core: Span, start: int) -> Span | None:
    """Return the words that have things destroyed or scrapped, where a sentence begins or ends with it."""
    old = senses.within(("old_things",), (start, senses.layout.sentence(core[1] - 1)[1]))
    for hit in senses.within(("disposal", "destruction") if old else ("disposal",), (start, core[0])):
        if _BEGINS.fullmatch(senses.layout.text, start, hit.start) is not None:
            return hit.start, hit.end
    clause = senses.layout.clause(core[1] - 1)
    for hit in senses.within(("disposal_after",), (core[1], clause[1])):
        if _JOINS.search(senses.layout.text, core[1], hit.start) is None:
            return hit.start, hit.end
    return None


def _taught(senses: SenseMap, core: Span, start: int) -> Span | None:
    """Return the words that make a course about a thing what is bought, and not the thing."""
    text = senses.layout.text
    for hit in senses.within(("training_bought",), (start, core[0])):
        if _BEGINS.fullmatch(text, start, hit.start) is not None and _AND_ALSO.search(text, hit.end, core[0]) is None:
            return hit.start, hit.end
    for hit in senses.within(("training_after",), (core[1], core[1] + LONGEST_BEHIND)):
        if _OF_THE_THING.fullmatch(text, core[1], hit.start) is not None:
            return hit.start, hit.end
    return None


def _under_qualification(senses: SenseMap, core: Span) -> Span | None:
    """Return the heading over what bidders must be and have done, if the words stand below it or behind its colon."""
    layout = senses.layout
    line = layout.line(core[0])
    led = _heading(senses, line)
    if led is not None and led[1] <= core[0]:
        return led if _BEHIND_HEADING.match(layout.text, led[1]) else None
    if len(layout.cells(line)) > 1 or senses.within(("bought_here",), line):
        return None
    passed = [line]
    for _ in range(MOST_LINES):
        before = layout.line_before(passed[-1][0])
        if before is None or len(layout.cells(before)) > 1:
            return None
        heading = _heading(senses, before)
        if heading is not None and not layout.text[heading[1] : before[1]].strip(" :\n"):
            shape = _shape(layout.text, before)
            return heading if all(_goes_on(layout.text, one, shape, line) for one in passed) else None
        passed.append(before)
    return None


def _heading(senses: SenseMap, line: Span) -> Span | None:
    """Return the words of a heading over qualifications that begin a line, behind its number."""
    text = senses.layout.text
    for hit in senses.within(("record_heading",), (line[0], min(line[1], line[0] + LONGEST_HEADING))):
        number = _NUMBER.match(text, line[0], hit.start)
        lead = text[number.end() if number else line[0] : hit.start].strip(" \n\t.、)")
        if not lead:
            return hit.start, hit.end
    return None


def _shape(text: str, line: Span) -> str:
    """Return how a line is numbered ("d.d", "n、"), or nothing if it is not."""
    number = _NUMBER.match(text, *line)
    if number is None:
        return ""
    return re.sub("[一二三四五六七八九十]+", "n", re.sub(r"\d+", "d", number[0].strip()))


def _goes_on(text: str, line: Span, heading: str, own: Span) -> bool:
    """Say whether a line below a heading belongs to it: it is no heading of its own."""
    shape = _shape(text, line)
    if heading and shape == heading:
        return False
    words = text[line[0] : line[1]].strip()
    if line == own or words.endswith(_STOPS) or len(words) > LONGEST_HEADING:
        return True
    return bool(shape or starts_item(text, line[0])) and shape == _shape(text, own)
