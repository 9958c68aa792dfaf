"""Dates of the procedure, each with what happened on it. A day left blank stays blank."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Container, Iterator
from functools import lru_cache, partial

from tenderlight.facts.dates import on_display
from tenderlight.facts.dates.beside_numbers import days_beside_numbers
from tenderlight.facts.dates.by_roots import days_by_roots, last_day
from tenderlight.facts.dates.given_up import days_given_up
from tenderlight.facts.dates.of_decisions import names_decision
from tenderlight.facts.dates.of_notices import closes_notice
from tenderlight.facts.dates.of_papers import days_of_papers
from tenderlight.facts.dates.only_days import ENDS_PERIOD
from tenderlight.facts.dates.other_papers import is_meant, is_of_other_paper, kind_of_record
from tenderlight.facts.dates.short_years import short_year
from tenderlight.facts.dates.signed import days_of_both, signing_days
from tenderlight.facts.dates.taking_effect import Labelled, kind_of_this_paper, without_effect
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.remarks import NO_DATE_LABEL
from tenderlight.facts.words.running import EDITION, NOT_YET
from tenderlight.facts.words.vocabulary import BIDS, DATES, NUMBERS, PARTIES, Meaning
from tenderlight.languages.dates import FoundDate, find_dates
from tenderlight.model.statement import Stage, Statement, StatementKind
from tenderlight.model.values import DateKind, DateValue, PartialDate

_Found = tuple[DateKind, Piece, PartialDate]
_KINDS = {
    Meaning.PUBLICATION_DATE: DateKind.PUBLICATION,
    Meaning.AWARD_DATE: DateKind.AWARD,
    Meaning.CONTRACT_DATE: DateKind.CONTRACT,
    Meaning.CORRECTION_DATE: DateKind.CORRECTION,
    Meaning.ACCEPTANCE_DATE: DateKind.ACCEPTANCE,
    Meaning.OPENING_DATE: DateKind.OPENING,
    Meaning.DEADLINE: DateKind.DEADLINE,
    Meaning.START_DATE: DateKind.START,
    Meaning.END_DATE: DateKind.END,
}
_BY_STAGE = {Stage.AWARD: DateKind.AWARD, Stage.CONTRACT: DateKind.CONTRACT, Stage.CORRECTION: DateKind.CORRECTION}
_UNNAMED = frozenset({*_BY_STAGE, Stage.CANCELLATION})
_UNNAMED_ELSEWHERE = frozenset({Stage.TENDER, Stage.PLAN, Stage.SINGLE_SOURCE, Stage.CANDIDATE})
"""Stages whose papers have one date that is called nothing else than that, in other languages than Chinese."""
_MAIN = frozenset({DateKind.CONTRACT, DateKind.AWARD, DateKind.CORRECTION, DateKind.PUBLICATION})
_ACTS = frozenset({DateKind.CONTRACT, DateKind.AWARD})
_CLOSING = re.compile(
    r"(?:\s{0,9}日)?(?:\s(?:r\.?|г\.|года|року)(?=\s|$))?(?:\s?[(](?:星期|周)[一二三四五六日天][)])?\s?(?:发布|公布|公告|公示|刊登|刊发)?[\s。.)]*(?:于[^\s,。:]{1,16}[局署处厅院校]|(?<=\s)[^\s,。:\d]{3,20}[局署处厅院校所会])?[\s。.]*"
)
_SIGNED_BEFORE = re.compile(r"(?:签字|签订|签署|盖章|签约)(?:盖章|生效)?(?:之日|日期?)?\s*[(:]\s*$")
_THIS_CONTRACT = re.compile(r"(?:本|此)(?:合同|协议)(?:书)?(?:于|由双方于)?\s*$")
_SIGNED_LINE = re.compile(r"\s*(?:签订|签署|订立|签约|立约)\s*[。.]?\s*(?:\n|$)")
_ACT = r"[,]?(?:[^,。;\n]|(?<=[)公局]),){0,90}?"
_AT_HEAD = re.compile(r"(?:^|[\n。;])\s*(?:[一二三四五六七八九十\d]{1,2}[、.]\s*)?$|(?:已|业|经|现|乃|并|均)?[于在]$")
"""Where the day stands on which a sentence says that something was done: at its head, or behind 于."""
_SIGNS = re.compile(_ACT + r"(?:签订|签署|订立|缔结|签约)")
_SUPPLEMENT = re.compile(r"补充|变更|续签|修订")
"""Headings of a paper that changes a contract: its sentences tell when that contract was signed."""
_SIGNED_ON = re.compile(r"(?:签订|签署|订立|签约|缔结)[于在]\s*$")
_DECIDES = re.compile(_ACT + r"(?:批予|批给|批出|判给|判予|授予|决标|定标|成交|中标)(?!候选)")
_DECIDING = re.compile(r"作出|议决|决议|通过|批[予给出]|判[给予]|授予|[决定]标|成交|中标|确定")
_ACCEPTS = re.compile(_ACT + r"(?:验收|清点|签收)")
_OTHER_PAPER = re.compile(r"鉴于|原(?:合同|协议|公告|中标|成交)|[主前]合同|上述合同|上一年度|此前|曾")
_NOT_DONE = re.compile(
    r"推荐|发布|公告|公示|截止|递交|提交|报名|获取|开标|开始|起|前|至|之前|有效|预计|计划|拟|质保|完工|届满"
)
_SIGNED_AFTER = re.compile(r"(?:由[^,。;\n]{0,16})?(?:在[^,。;\n]{0,16})?(?:签订|签署|订立)")
_DECIDED = re.compile(
    r"[,]?(?:(?:作出)?[之的]?批示|批出|批予|判给|定标|决标|授予合同|确定(?:中标|成交|为)|中标[,。]|"
    r"成交[,。])|[^,。;:\n\d]{0,8}(?:大会|会议)(?:议决|决议|通过|表决通过)[,。由]|(?:议价|开标|评选|评审)(?:后)?决标|(?:办理|经|完成)?[议比]价(?:程序)?(?:后|完成)?,?(?:由|以)|"
    r"(?:以|经|由|按|依|通过|召开|开会|组织)[^,。;:\n\d]{2,18}?(?<!未)(?<!拟)(?:确定|选定|评定|定标|决标|判给)(?!候选|办法|方法)(?:为|了)?(?:中标|成交|中选)?"
)
_IN_SENTENCE = re.compile(r"[,，。;；]|[^\s\d]{14}")
"""What stands before a date that is one of a sentence, and not the value of its label."""
_PLACE = re.compile(r"[^\W\d_][^,;:\d\n]{1,40},\s(?:el\s|le\s|em\s|den\s)?")
"""The place before a day: "Lugar y fecha: Valle Hondo, 11 de julio de 2022"."""
_UNTIL = re.compile(r"[\s\d:时分日]*(?:起)?\s*(?:至|到|[-—–~])\s*(?=[^\s])")
_LABEL = 14
"""Characters before a value where its label stands as printed."""
_MOST_BEFORE = 5
"""Words before a closing date: place and form of it (Done at Port Ligia, on …); more are those of a sentence."""
_COVER = 3000
_INVITATION_PAGES = 8
_RANGE_BEFORE = re.compile(r"(?:至|到|—|-|~|前|自|起)\s*$")
_OF_PAPER = re.compile(r"(?<!\w)(?:от|від|dated|de fecha|vom|z dnia)\s*$")
"""Words before the date of another paper ("к Контракту № 7 от 5.4.2022")."""
_SENTENCE_ENDS = re.compile(r"[^\W\d_]{3}\.\s{1,3}$")
"""What ends the name of who signs before the day: "Председатель комиссии: Э. В. Манжиев. 15 февраля 2022 года"."""
_OF_BID = re.compile(
    r"(?<!\w)(?:quotation|offer|proposal|invoice|devis|offre|cotización|proposta|angebot)\b[^\n]{0,30}?"
    r"\s(?:dated|du|de fecha|vom)\s*$"
)
"""Words before the day of an offer, though it stands at the end of the paper."""
_TIME_NEXT = re.compile(r"\s*\d{1,2}(?:[时点]|:\d{2})")
"""A day with an hour is that of a deadline or an opening."""
_ABBREVIATED = re.compile(r"(?:^|\s{2}|,\s)dt\.?\s?:\s*$")
"""The short word for a day behind who signs: "Sd/- Chief Engineer      Dt: 22-09-2021"."""
_CLOSING_LINES = 6
_NO_SHORT_YEARS = frozenset({"zh", "fa", "ar"})
_GAP_BEFORE = 2
_BROKEN_OFF = 40
_OF_OTHER_WORKS = frozenset({Meaning.TITLE, Meaning.CONTRACT_AMOUNT, Meaning.PERSON})
_WHO_WON = frozenset({Meaning.SUPPLIER, Meaning.PARTY, Meaning.CONTRACT_SUPPLIER})
_AT_WHAT_PRICE = frozenset({Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT})


def find_dates_of_notice(notice: Notice) -> list[Statement]:
    """Return the dates with their kinds, in order of their place."""
    merged: dict[tuple[PartialDate, DateKind], list[tuple[Piece, tuple[str, ...]]]] = {}
    labelled = without_effect(notice, list(_labelled(notice)))
    named = {kind for kind, _piece, _date, against in labelled if not against} if notice.language != "zh" else set()
    for kind, piece, date, against in labelled:
        if not against or kind not in named:
            merged.setdefault((date, kind), []).append((piece, against))
    for kinds, unlabelled, against in _UNLABELLED:
        if not any(kind in kinds for _date, kind in merged):
            for kind, piece, date in unlabelled(notice):
                merged.setdefault((date, kind), []).append((piece, against))
    _keep_last_signature(merged)
    return [
        notice.statement(
            StatementKind.DATE,
            DateValue(date=date, date_kind=kind),
            [piece for piece, _against in found][:4],
            found[0][1],
        )
        for (date, kind), found in merged.items()
    ]


def _labelled(notice: Notice) -> Iterator[Labelled]:
    days = Counter((one.meaning, one.value.flat) for one in notice.entries if one.row is not None)
    several = {meaning for meaning, count in Counter(meaning for meaning, _day in days).items() if count > 1}
    for entry in notice.entries:
        if entry.meaning not in DATES or entry.old or entry.section in BIDS:
            continue
        kind = _KINDS.get(entry.meaning)
        against: tuple[str, ...] = ()
        if kind is None:
            is_unnamed = notice.stage in _UNNAMED or (notice.language != "zh" and notice.stage in _UNNAMED_ELSEWHERE)
            if not is_unnamed and not _is_own(notice, entry):
                continue
            kind = _BY_STAGE.get(notice.stage or Stage.TENDER, DateKind.PUBLICATION)
            against = (NO_DATE_LABEL,)
        kind = kind_of_record(notice, kind, entry.label)
        if is_of_other_paper(notice, entry, kind):
            continue
        if _is_of_other_works(notice, entry, several):
            continue
        found = _first(notice, entry)
        if found is None or is_meant(
            kind, entry.value, found.end, of_call=bool(against) and notice.stage is Stage.TENDER
        ):
            continue
        if not (kind is DateKind.PUBLICATION and _is_display(notice, entry)):
            told = kind_of_this_paper(notice, kind, entry.label)
            yield told, entry.value.part(found.start, found.end), found.date, against
        for one in days_of_both(entry.value, notice.country == "TW") if kind is DateKind.CONTRACT else ():
            yield kind, entry.value.part(one.start, one.end), one.date, against


def _is_of_other_works(notice: Notice, entry: Entry, several: Container[Meaning]) -> bool:
    """Say whether a day stands in a list of works done before, and not in a row that says who won or signed.

    Args:
        notice: The document.
        entry: The day.
        several: Kinds of values that differ from row to row.
    """
    if entry.row is None:
        return False
    row = {other.meaning for other in notice.row_of(entry)}
    if not row & _OF_OTHER_WORKS or (notice.stage is Stage.CONTRACT and Meaning.CONTRACT_NUMBER in row):
        return False
    is_result = Meaning.PERSON not in row and row & _WHO_WON and row & _AT_WHAT_PRICE
    return not is_result or entry.meaning in several


def _is_display(notice: Notice, entry: Entry) -> bool:
    """Say whether a date of publication is the period for which a result is on display (公示时间：1日至5日)."""
    if notice.stage not in on_display.STAGES or notice.language != "zh":
        return False
    if "公示开始" in entry.label or "公示起始" in entry.label:
        return True
    dates = _dates_in(notice, entry.value.text)
    label = entry.value.sheet.flat[max(0, entry.value.start - _LABEL) : entry.value.start]
    return bool(dates) and "公示" in label and _UNTIL.match(entry.value.flat, dates[0].end) is not None


def _is_own(notice: Notice, entry: Entry) -> bool:
    """Say whether "日期" in a call for tenders is the day it came out: a day alone, under no heading."""
    dates = _dates_in(notice, entry.value.text)
    alone = len(dates) == 1 and dates[0].end - dates[0].start == len(entry.value.text)
    return notice.stage is Stage.TENDER and entry.label == "日期" and entry.section is None and alone


def _dates_in(notice: Notice, text: str) -> tuple[FoundDate, ...]:
    """Return the dates in a text, by the habits of the document's language and country."""
    return _found(text, notice.day_first, notice.country == "TW")


@lru_cache(maxsize=16)
def _found(text: str, day_first: bool | None, republic: bool) -> tuple[FoundDate, ...]:
    """Several ways to a date look through the same page, one behind the other."""
    return find_dates(text, day_first=day_first, republic=republic)


def _first(notice: Notice, entry: Entry) -> FoundDate | None:
    """Return the first date that begins in the value; it may end on the lines below, where typesetting broke it."""
    value = entry.value
    text = value.sheet.page.text[value.start : value.end + _BROKEN_OFF]
    found = [one for one in _dates_in(notice, text) if one.start < value.end - value.start]
    if not found and not entry.strict and notice.day_first and notice.language not in _NO_SHORT_YEARS:
        found = short_year(notice.sheets, value, notice.language)
    if not found or (entry.strict and found[0].start > _GAP_BEFORE):
        return None
    at = found[0].start
    if entry.meaning is Meaning.CORRECTION_DATE and NOT_YET.search(text, 0, at):
        return None
    is_led = notice.language != "zh" and (_PLACE.fullmatch(text, 0, at) or names_decision(value.flat, at))
    return found[0] if is_led or not _IN_SENTENCE.search(text, 0, found[0].start) else None


def _closing(notice: Notice) -> Iterator[tuple[DateKind, Piece, PartialDate]]:
    """Yield the date that closes the document, alone on its line or after the names of those who sign."""
    if notice.stage is None:
        return
    for sheet in reversed(notice.sheets):
        tail = _tail_start(sheet)
        for found in reversed(_dates_in(notice, sheet.flat[tail:])):
            start, end = tail + found.start, tail + found.end
            line_start = sheet.flat.rfind("\n", 0, start) + 1
            line_end = sheet.flat.find("\n", end)
            after = sheet.flat[end : line_end if line_end >= 0 else len(sheet.flat)]
            before = sheet.flat[line_start:start]
            piece = Piece(sheet=sheet, start=start, end=end)
            if (
                not _CLOSING.fullmatch(after)
                or _RANGE_BEFORE.search(before)
                or EDITION.search(before)
                or ENDS_PERIOD.search(before)
                or _OF_BID.search(before)
                or (
                    len(re.split(r"[.;]\s", before)[-1].split()) > _MOST_BEFORE or NOT_YET.search(before)
                    if notice.language != "zh"
                    else _OTHER_PAPER.search(before)
                )
                or (found.date.day is None and notice.language == "zh" and before.strip())
                or (notice.stage is Stage.ACCEPTANCE and _OF_PAPER.search(before))
                or _is_labelled(notice, piece, before)
            ):
                continue
            kind = _BY_STAGE.get(notice.stage or Stage.TENDER, DateKind.PUBLICATION)
            if closes_notice(notice, sheet, line_start, start, end):
                kind = DateKind.PUBLICATION
            yield kind, piece, found.date
            return
        if sheet.flat.strip():
            return


def _signed_in_prose(notice: Notice) -> Iterator[tuple[DateKind, Piece, PartialDate]]:
    """Yield the day a contract says it is signed on: "自双方签字盖章之日（2021年8月26日）起", "本合同于…签订"."""
    if notice.stage is not Stage.CONTRACT:
        return
    changes = notice.title is not None and _SUPPLEMENT.search(notice.title.flat) is not None
    for sheet in notice.sheets:
        for found in _dates_in(notice, sheet.flat):
            before, after = sheet.flat[max(0, found.start - 16) : found.start], sheet.flat[found.end : found.end + 24]
            alone = not before.rpartition("\n")[2].strip() and _SIGNED_LINE.match(after)
            on = not changes and (_SIGNED_ON.search(before) or _is_day_of(sheet.flat, found, _SIGNS))
            if (
                alone
                or on
                or _SIGNED_BEFORE.search(before)
                or (_THIS_CONTRACT.search(before) and _SIGNED_AFTER.match(after))
            ):
                yield DateKind.CONTRACT, Piece(sheet=sheet, start=found.start, end=found.end), found.date


def _signed_at_foot(notice: Notice) -> Iterator[_Found]:
    """Yield the days on which the parties of a contract signed, below their names."""
    if notice.stage is Stage.CONTRACT and notice.language == "zh":
        for piece, found in signing_days(notice.sheets[-1], notice.country == "TW"):
            yield DateKind.CONTRACT, piece, found.date


def _decided_in_prose(notice: Notice) -> Iterator[tuple[DateKind, Piece, PartialDate]]:
    """Yield the day on which a sentence says that it was decided who wins ("于2022年11月25日批出")."""
    if notice.stage is not Stage.AWARD:
        return
    for sheet in notice.sheets[:3]:
        for found in _dates_in(notice, sheet.flat) if _DECIDING.search(sheet.flat) else ():
            if _DECIDED.match(sheet.flat[found.end : found.end + 32]) or _is_day_of(sheet.flat, found, _DECIDES):
                yield DateKind.AWARD, Piece(sheet=sheet, start=found.start, end=found.end), found.date


def _accepted_in_prose(notice: Notice) -> Iterator[_Found]:
    """Yield the day on which a sentence says that what was delivered was looked at and taken."""
    if notice.stage is not Stage.ACCEPTANCE or notice.language != "zh":
        return
    for sheet in notice.sheets[:3]:
        for found in _dates_in(notice, sheet.flat):
            if _is_day_of(sheet.flat, found, _ACCEPTS):
                yield DateKind.ACCEPTANCE, Piece(sheet=sheet, start=found.start, end=found.end), found.date


def _is_day_of(flat: str, found: FoundDate, act: re.Pattern[str]) -> bool:
    """Say whether a Chinese sentence says that an act was done on a day, which stands at its head or behind 于."""
    if not _AT_HEAD.search(flat[max(0, found.start - 12) : found.start]):
        return False
    if _OTHER_PAPER.search(flat[max(0, found.start - 40) : found.start].rpartition("。")[2]):
        return False
    match = act.match(flat, found.end, found.end + 120)
    return match is not None and not _NOT_DONE.search(match[0])


def _handed_in(notice: Notice) -> Iterator[_Found]:
    """Yield the day a clarification was handed in, the only one that some platforms print (递交时间)."""
    if notice.stage is not Stage.CORRECTION:
        return
    for entry in notice.of(Meaning.OTHER_DATE):
        found = _first(notice, entry) if entry.label == "递交时间" else None
        if found is not None:
            yield DateKind.CORRECTION, entry.value.part(found.start, found.end), found.date


def _on_cover(notice: Notice) -> Iterator[tuple[DateKind, Piece, PartialDate]]:
    """Yield the date of a tender file: alone on a line of its cover, or with its day under the invitation."""
    if notice.stage is not Stage.TENDER:
        return
    alone: list[tuple[Piece, PartialDate]] = []
    for sheet in notice.sheets[:_INVITATION_PAGES]:
        for found in _dates_in(notice, sheet.flat[:_COVER]):
            line = sheet.flat[sheet.flat.rfind("\n", 0, found.start) + 1 : found.start]
            after = sheet.flat[found.end :].partition("\n")[0]
            is_value = sheet.flat[: found.start].rstrip().endswith(":") or _TIME_NEXT.match(sheet.flat, found.end)
            if not line.strip() and _CLOSING.fullmatch(after) and not is_value:
                alone.append((Piece(sheet=sheet, start=found.start, end=found.end), found.date))
    cover = next(((piece, date) for piece, date in alone if piece.sheet is notice.sheets[0]), None)
    if cover is None:
        return
    fuller = [one for one in alone if one[1].day is not None and one[1].iso().startswith(cover[1].iso())]
    piece, date = fuller[0] if fuller else cover
    yield DateKind.PUBLICATION, piece, date


def _is_labelled(notice: Notice, piece: Piece, before: str) -> bool:
    """Say whether a date that closes a line belongs to a label (有效期：…): it stands in no party's value."""
    if re.search(r"[:]\s*$", before) and not _ABBREVIATED.search(before):
        return True
    return any(
        entry.value.sheet.page is piece.sheet.page
        and entry.value.start <= piece.start < entry.value.end
        and entry.meaning not in PARTIES
        and not (entry.meaning is Meaning.PERSON and _SENTENCE_ENDS.search(before))
        and (entry.meaning not in NUMBERS or entry.value.start == piece.start)
        for entry in notice.entries
    )


def _tail_start(sheet: Sheet) -> int:
    start = len(sheet.flat)
    for _line in range(_CLOSING_LINES):
        start = sheet.flat.rfind("\n", 0, max(0, start))
        if start < 0:
            return 0
    return start


def _keep_last_signature(merged: dict[tuple[PartialDate, DateKind], list[tuple[Piece, tuple[str, ...]]]]) -> None:
    """Of several days of signature the last one concludes the contract."""
    signed = [date for date, kind in merged if kind is DateKind.CONTRACT and date.day is not None]
    if not signed:
        return
    last = max(signed, key=lambda date: date.iso())
    for date in list(signed):
        if date != last:
            del merged[date, DateKind.CONTRACT]


_UNLABELLED: tuple[tuple[frozenset[DateKind], Callable[[Notice], Iterator[_Found]], tuple[str, ...]], ...] = (
    (_MAIN, lambda notice: days_given_up(notice, partial(_dates_in, notice)), ()),
    (frozenset({DateKind.CONTRACT}), lambda notice: days_beside_numbers(notice, partial(_dates_in, notice)), ()),
    (frozenset({DateKind.CONTRACT}), _signed_in_prose, ()),
    (frozenset({DateKind.CONTRACT}), _signed_at_foot, ()),
    (frozenset({DateKind.AWARD}), _decided_in_prose, ()),
    (frozenset({DateKind.ACCEPTANCE}), _accepted_in_prose, ()),
    (_ACTS, lambda notice: days_by_roots(notice, partial(_dates_in, notice), alone=False), ()),
    (_MAIN, _handed_in, (NO_DATE_LABEL,)),
    (_MAIN, _closing, (NO_DATE_LABEL,)),
    (_MAIN, lambda notice: on_display.first_days(notice, partial(_dates_in, notice)), (NO_DATE_LABEL,)),
    (_MAIN, _on_cover, (NO_DATE_LABEL,)),
    (_MAIN, lambda notice: days_of_papers(notice, partial(_dates_in, notice)), (NO_DATE_LABEL,)),
    (_MAIN | {DateKind.ACCEPTANCE}, lambda notice: last_day(notice, partial(_dates_in, notice)), (NO_DATE_LABEL,)),
)
"""Places of dates without a label, each tried where no date of these kinds has been found; what speaks against them."""
