"""Days that sentences and first lines of papers tell, in languages written with spaces."""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.labels.foretold import is_of_earlier_paper
from tenderlight.facts.words.running import BUYER_WORDS, DATED, EDITION, NOT_YET, SUPPLIER_WORDS
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.dates import find_dates

_HEAD_LINES = 8
_DATE_AHEAD = 90
_WORDS_TO_BRACKET = re.compile(r"[^\d.,;:\n]{0,30}\(")
"""A day in words before the same day in brackets."""
_PAPER_LINES = 3
_OF_PAPER = re.compile(
    r"(?i:\s{0,9}(?:электронного аукциона|открытого конкурса|запроса котировок|"
    r"выписка из протокола|витяг з протоколу|итоговый протокол|"
    r"распоряжение|приказ|додаткова угода|дополнительное соглашение|протокол|решение|постановление|"
    r"рішення|"
    r"наказ|извещение|изменени[ея] извещения(?=[^\n]{0,160}№\s?ии)|"
    r"уведомление)\b[^\n]{0,110}?\s(?:от|від)\s)(?=[\d«])"
)
"""The first line of a paper that says of what day it is."""
_SIGNATURE = re.compile(
    r"(?im)^[\s_.…*-]{0,12}(?:(?P<signed>signed|executed|firmado|firmada|firma|signé|signature|assinado|assinada|assinatura|"
    r"подписано|подпись|підписано|підпис|unterzeichnet|unterschrift)\b[^\n]{0,60}?|"
    r"(?:for and on behalf|on behalf|for|pour|por|pelo|pela|за|від|für)\s[^\n]{0,20}?)"
    rf"(?<!\w)(?:{BUYER_WORDS}|{SUPPLIER_WORDS})(?!\w)[^\n]{{2,80}}$"
)
"""A line at which one of the parties signs, and the day of it."""
_FEWEST_SIGNATURES = 2
_SIGNED_AT = re.compile(
    r"(?m)(?:^|(?<=\s\s)|\t|\)\s{0,3})[A-ZÄÖÜŁŚŻĆ][\w.-]{1,30}(?:\s[\w.-]{1,20}){0,3},\s(?:den|am|dnia)\s"
    r"(?P<day>\d{1,2}\.\s?(?:\d{1,2}\.\s?|[^\W\d_]{3,10}\s)\d{4})"
)
"""Where and when one of the parties signs: "Elbwinkel, den 14.06.2023"."""
_ROLE_BEHIND = re.compile(
    r"(?<=(?:19|20)\d\d)(?:\sr\.|\sг\.)?\s{0,3}\((?i:(?:for |pour |por |für )?"
    r"(?:the |der |die |das |le |la |l['’]|el |o |a )?"
    rf"(?:(?P<buyer>{BUYER_WORDS})|(?P<supplier>{SUPPLIER_WORDS})))\)"
)
"""Which of the parties signed on a day, in brackets behind it: "Erfurt, 20.06.2023 (Auftraggeber)"."""
_DAY_BEFORE = 50
_CONTRACT = re.compile(r"(?i:\b(?:vertrag|vereinbarung|umow[ay]|auftragnehmer|wykonawc))")
_DATE_ENDS = re.compile(r"[\s.,]*(?:г\.|года|р\.|року|r\.)?[\s.)]*")
_PLACE_BEFORE = re.compile(r"\s*(?:[^\n]{0,90}\s[-–—]\s+)?(?:(?:г|м|с|пгт)\.\s?)?[^\d\n]{0,40}[\s,]*")
_PLACE_APART = re.compile(r"(?:\s{3}|\t)\s{0,60}(?:(?:г|м|с|пгт)\.\s?)?[^\W\d_][^\n\d:;,]{1,30},\s?$")
"""A place far behind the name of the paper, and its day next: "Договор № 18/05-Т      г. Курган, 18 мая 2021 г."."""
_FORMER_WITHIN = 80
_CLAUSE = re.compile(r"[.;]\s")
_FORMER = re.compile(
    r"(?i:\b(?:previous|earlier|original|initial|former|existing|expired|expiring|last|anterior|previo|inicial|"
    r"original|primer|"
    r"précédent|initial|ancien|предыдущ|прежн|первоначальн|попередн|попередній)\w*)"
)
"""The day of another contract than this one."""
_OF_ANOTHER = re.compile(
    r"(?i:\b(?:correc|rectific|modific|errat|retific|corrig|се\s)\w*\b|\bse\s(?:llevará|realizará|efectuará|"
    r"celebrará)\b|\b(?:will|shall)\s(?:be|"
    r"take)\b|\baura\slieu\b|\bserá\b|\bсостоится\b|\bвідбудеться\b)"
)
"""The day of a paper that is put right, or of what is still to come."""


_BY_WHEN = re.compile(
    r"(?i:(?<!\w)(?:até|hasta|antes d|prazo|plazo|limite|límite|jusqu|au plus tard|deadline|no later|not later|срок|"
    r"строк))"
)
"""Words before a day by which something is to be done, in its clause."""
_TO_COME = re.compile(r"(?i:\b(?:earliest|estimated|expected|anticipated|(?:will|shall|is\sto|to)\sbe)\b)")
"""What says of the day of a signature or an award that it has not come yet."""


def running_dates(text: str) -> Iterator[tuple[Meaning, int, int]]:
    """Yield the days that sentences tell, with what happened on them."""
    for match in DATED.finditer(text):
        meaning = next(Meaning(name) for name, part in match.groupdict().items() if part is not None)
        before = _CLAUSE.split(text[max(0, match.start() - _FORMER_WITHIN) : match.end()])[-1]
        if meaning is Meaning.CONTRACT_DATE and _FORMER.search(before):
            continue
        if meaning is Meaning.PUBLICATION_DATE and is_of_earlier_paper(before.casefold()):
            continue
        if meaning in {Meaning.CONTRACT_DATE, Meaning.AWARD_DATE} and _TO_COME.search(before):
            continue
        if meaning is Meaning.DATE and (_OF_ANOTHER.search(before) or _BY_WHEN.search(before.rpartition("\n")[2])):
            continue
        ahead = text[match.end() : match.end() + _DATE_AHEAD]
        for found in find_dates(ahead, day_first=True)[:1]:
            if found.start <= 1 or _WORDS_TO_BRACKET.fullmatch(ahead[: found.start]):
                yield meaning, match.end(), match.end() + max(found.end, len(ahead[:40].split("\n")[0]))


def signature_days(text: str) -> Iterator[tuple[Meaning, int, int]]:
    """Yield the days beside which the parties of a contract sign, one a line: a line of each, or what says "signed"."""
    found: list[tuple[int, int]] = []
    said = False
    for line in _SIGNATURE.finditer(text):
        dates = find_dates(line[0], day_first=True)
        if len(dates) == 1 and dates[0].date.day and _DATE_ENDS.fullmatch(line[0], dates[0].end):
            found.append((line.start() + dates[0].start, line.start() + dates[0].end))
            said = said or line["signed"] is not None
    if len(found) < _FEWEST_SIGNATURES and _CONTRACT.search(text):
        signed = [line.span("day") for line in _SIGNED_AT.finditer(text)]
        found = signed if len(signed) >= _FEWEST_SIGNATURES else found
    found = found if len(found) >= _FEWEST_SIGNATURES else [*_signed_in_turn(text)] or found
    if len(found) >= _FEWEST_SIGNATURES or said:
        yield from ((Meaning.CONTRACT_DATE, start, end) for start, end in found)


def _signed_in_turn(text: str) -> Iterator[tuple[int, int]]:
    """Yield the days behind each of which one of the two parties stands in brackets; nothing if one does not."""
    roles = [*_ROLE_BEHIND.finditer(text)]
    if not any(one["buyer"] for one in roles) or not any(one["supplier"] for one in roles):
        return
    for role in roles:
        start = max(0, role.start() - _DAY_BEFORE)
        for day in find_dates(text[start : role.start()], day_first=True)[-1:]:
            if start + day.end == role.start() and day.date.day is not None:
                yield start + day.start, start + day.end


def heading_date(text: str) -> Iterator[tuple[Meaning, int, int]]:
    """Yield the date that ends one of the first lines, behind the place where a contract is signed."""
    for line in [*re.finditer(r"[^\n]+", text)][:_PAPER_LINES]:
        paper = _OF_PAPER.match(line[0])
        found = find_dates(line[0][paper.end() :], day_first=True) if paper else ()
        if paper and found and found[0].start <= 1:
            start = line.start() + paper.end()
            yield Meaning.DATE, start + found[0].start, start + found[0].end
            return
    for match in [*re.finditer(r"[^\n]+", text)][:_HEAD_LINES]:
        dates = find_dates(match[0], day_first=True) if not EDITION.search(match[0]) else ()
        if len(dates) != 1 or not dates[0].date.day or not _DATE_ENDS.fullmatch(match[0], dates[0].end):
            continue
        before = match[0][: dates[0].start]
        if (
            NOT_YET.search(before)
            or before.rstrip().endswith("نشر بتاريخ")
            or any(one is Meaning.PUBLICATION_DATE for one, _at, _end in running_dates(match[0]))
        ):
            continue
        is_apart = (before.endswith("   ") and not before.rstrip().endswith(":")) or _PLACE_APART.search(before)
        is_behind_place = ":" not in before and _PLACE_BEFORE.fullmatch(before) is not None
        if (is_apart or is_behind_place) and re.search(r"[^\W\d_]", match[0][: dates[0].end]):
            yield Meaning.DATE, match.start() + dates[0].start, match.start() + dates[0].end
            return
