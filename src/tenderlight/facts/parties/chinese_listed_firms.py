"""Chinese firms listed one a line: all of them winners below a line that says so, or bidders of whom one is marked.

"入围供应商：" over "1、甲公司，每路每年298元；" lists who won; "甲公司　28.85万元　第一（成交）" marks one of several
bidders, and its price is that of the award. A letter may be written to a group: "甲公司（牵头人）、乙公司（成员）：".
Nothing is taken up where a label, a sentence or a table has named who won.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from tenderlight.facts.lots.chinese_firms import companies_han
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.parties.suppliers import LETTER
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts
from tenderlight.languages.scripts import has_han
from tenderlight.model.statement import Stage

_PAGES = 3
_LONGEST_PAGE = 20_000
_LETTER_HEAD = 400
_FEWEST = 2
_LINE = re.compile(r"[^\n]{4,160}")
_LEADS = re.compile(
    r"(?<![未拟非])(?:入围|中标|成交|中选|入选)[^\n。;,:]{0,6}(?:供应商|单位|人|机构|企业|厂商|服务商|公司)[^\n。;:]{0,24}:\s*$|"
    r"(?:确定|选定|公布)[^\n。;:,]{0,8}(?:下列|以下|如下)[^\n。;:]{0,60}:\s*$"
)
_NOT_LEADS = re.compile(r"未|候选|落选|参加|参与|投标人名单|邀请|如下情况|联系|地址")
_BULLET = re.compile(
    r"\s{0,8}(?:[(]?\d{1,2}[)、.:]\s{0,2}|[a-z一二三四五六七八九十]{1,2}[、.:]\s{0,2}|[-•·①-⑳]\s{0,2})?"
)
_REMARK = re.compile(r"[(（][^()（）]{1,20}[)）](?=:)")
_LOST = re.compile(r"未|落选|废标|无效|淘汰|否决")
_MARKED = re.compile(r"(?<![未拟非])(?:成交|中标|中选|入选)(?!候选|金额|价|公告)")
_GROUP = re.compile(
    r"(?:^|\n)[ \t\u3000]{0,6}(?P<value>[^\n:。;]{3,40}(?:公司|院|所|"
    r"集团)[^\n:。;、]{0,20}(?:[、和及与][^\n:。;、]{3,40}(?:公司|院|所|集团)"
    r"[^\n:。;、]{0,20}){1,5}):[ \t]*\n"
)
"""The first line of a letter that is written to several companies."""
_NAMED = frozenset(
    {Meaning.SUPPLIER, Meaning.CONTRACT_SUPPLIER, Meaning.LEAD, Meaning.MEMBER, Meaning.PARTY, Meaning.LOT}
)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listed:
    name: Piece
    rest: Piece
    is_marked: bool
    """A number or sign stands before the name."""


def with_chinese_listed_firms(notice: Notice) -> Notice:
    """Return a Chinese award with the suppliers that only a list of firms, or the address of a letter, names."""
    if notice.language != "zh" or notice.stage is not Stage.AWARD:
        return notice
    if notice.of(*_NAMED):
        more = list(_going_on(notice))
        more = [replace(one, order=len(notice.entries) + at) for at, one in enumerate(more)]
        return replace(notice, entries=(*notice.entries, *more)) if more else notice
    told = list(_addressed(notice))
    for sheet in notice.sheets[:_PAGES] if not told else ():
        told += next((found for run in _runs(sheet) if (found := list(run))), [])
    if not told:
        return notice
    entries = (*notice.entries, *(replace(one, order=len(notice.entries) + at) for at, one in enumerate(told)))
    return replace(notice, entries=entries)


def _going_on(notice: Notice) -> Iterator[Entry]:
    """Yield the firms on the lines below the one that a label leads to: "入围供应商：" and a list of them."""
    labelled = [
        one for one in notice.of(*_NAMED) if one.meaning is Meaning.SUPPLIER and one.row is None and one.lot is None
    ]
    if len(labelled) != 1 or len(notice.of(*_NAMED)) != 1 or not labelled[0].label:
        return
    flat, value = labelled[0].value.sheet.flat, labelled[0].value
    start = flat.rfind("\n", 0, value.start) + 1
    before = flat[: max(0, start - 1)].rpartition("\n")[2]
    if _LEADS.search(_REMARK.sub("", before)) is None or _NOT_LEADS.search(before):
        return
    for line in _LINE.finditer(flat, flat.find("\n", value.end) if "\n" in flat[value.end :] else len(flat)):
        listed = _listed(Piece(sheet=value.sheet, start=line.start(), end=line.end()))
        if listed is None or _LOST.search(listed.rest.flat):
            return
        yield Entry(meaning=Meaning.SUPPLIER, label=labelled[0].label, value=listed.name, order=0)


def _addressed(notice: Notice) -> Iterator[Entry]:
    if notice.title is None or not LETTER.search("".join(notice.title.flat.split())):
        return
    for sheet in notice.sheets[:1]:
        match = _GROUP.search(sheet.flat[:_LETTER_HEAD])
        value = Piece(sheet=sheet, start=match.start("value"), end=match.end("value")) if match else None
        if value is not None and len(companies_han(value)) >= _FEWEST:
            yield Entry(meaning=Meaning.SUPPLIER, label="", value=value.stripped(), order=0)


def _runs(sheet: Sheet) -> Iterator[Iterator[Entry]]:
    """Yield what each run of lines that begin with a company tells."""
    headed, before = False, ""
    run: list[_Listed] = []
    for line in (*_LINE.finditer(sheet.flat[:_LONGEST_PAGE]), None):
        listed = _listed(Piece(sheet=sheet, start=line.start(), end=line.end())) if line is not None else None
        if listed is not None:
            if not run:
                headed = _LEADS.search(before) is not None and _NOT_LEADS.search(before) is None
            run.append(listed)
            continue
        if len(run) >= _FEWEST:
            yield _all(run) if headed else _marked(run)
        run, before = [], line[0] if line is not None else ""


def _listed(line: Piece) -> _Listed | None:
    """Return the company that a line begins with, or None."""
    bullet = _BULLET.match(line.flat)
    rest = line.part(bullet.end() if bullet else 0, len(line.flat))
    if not has_han(rest.flat):
        return None
    named = companies_han(rest)
    if len(named) != 1 or named[0].piece.start - rest.start > 1:
        return None
    return _Listed(
        name=named[0].piece,
        rest=rest.part(named[0].piece.end - rest.start, len(rest.flat)),
        is_marked=bool(bullet and bullet[0].strip()),
    )


def _all(run: Sequence[_Listed]) -> Iterator[Entry]:
    """Yield the firms of a list; below one with numbers, a name without one is that of who signs."""
    for one in run:
        if run[0].is_marked and not one.is_marked:
            return
        if not _LOST.search(one.rest.flat):
            yield Entry(meaning=Meaning.SUPPLIER, label="", value=one.name, order=0)


def _marked(run: Sequence[_Listed]) -> Iterator[Entry]:
    """Yield the one bidder of a list whose line says that it won, with its price."""
    won = [one for one in run if _MARKED.search(one.rest.flat) and not _LOST.search(one.rest.flat)]
    if len(won) != 1:
        return
    found = [one for one in find_amounts(won[0].rest.text, decimal_mark=".") if not one.bare and not one.per_unit]
    for one in run:
        yield Entry(meaning=Meaning.SUPPLIER if one is won[0] else Meaning.LOSER, label="", value=one.name, order=0)
    if len({one.amount for one in found}) == 1:
        price = won[0].rest.part(found[0].start, found[0].end)
        yield Entry(meaning=Meaning.AWARD_AMOUNT, label="", value=price, order=0)
