"""The days on which the parties of a Chinese contract sign it: beside their names at its foot, one beside each.

A witness, a guarantor and an agency sign too; the day of their seal concludes nothing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.dates import FoundDate, find_dates

_FOOT_LINES = 24
_PARTY = re.compile(
    r"(?:^|(?<=\s))(?:甲|乙|丙|丁|需|供|买|卖|委托|受托|承租|出租|发包|承包|采购|供货|鉴证|见证|监管|担保|代理)\s*(?:方|人|机构|单位)(?=\s*[(:]|\s|$)"
)
_CONCLUDES = re.compile(r"[甲乙需供买卖]|委托|受托|承租|出租|发包|承包|采购|供货")
_SEALED = re.compile(r"(?:[)]\s{0,12}|[公司局厅院校所处队厂部店社中心]\s{1,12})$")
"""Between the name of a party and its day stand blanks alone."""
_BOTH = re.compile(
    r"[\s,、;/()]*(?:(?:甲方|乙方|买方|卖方|雇主|业主|承建商|承办商|机关|厂商|采购人|供应商|发包人|承包人|双方|及|和|与|签[署字订]|盖章)[\s:,、;/()]*){1,12}"
)
"""Words for the parties beside the days on which each of them signed."""
_NO_DATE = re.compile(r"(?:签[订约署字]|订立)?\s*(?:日期|时间)?\s*[:]?\s*")


def signing_days(sheet: Sheet, republic: bool) -> Iterator[tuple[Piece, FoundDate]]:
    """Yield the days below or beside the parties' names at the foot of a page, without those of who else signs.

    Args:
        sheet: The last page of a contract.
        republic: Years may be those of the Republic of China.
    """
    parties: list[tuple[int, str]] = []
    for line in [*re.finditer(r"[^\n]+", sheet.flat)][-_FOOT_LINES:]:
        named = [(found.start(), found[0]) for found in _PARTY.finditer(line[0])]
        dates = find_dates(line[0], republic=republic)
        if dates and parties and not named and not _rest(line[0], dates):
            yield from (
                (Piece(sheet=sheet, start=line.start() + one.start, end=line.start() + one.end), one)
                for at, one in enumerate(dates)
                if _concludes(parties, at, len(dates))
            )
            continue
        if named:
            parties = named
            yield from _beside(sheet, line, dates)


def days_of_both(value: Piece, republic: bool) -> tuple[FoundDate, ...]:
    """Return the days of a value that gives one for each party: 2023年5月22日（甲方）、5月25日（乙方）; else none."""
    dates = find_dates(value.flat, republic=republic)
    rest = value.flat
    for one in reversed(dates):
        rest = rest[: one.start] + rest[one.end :]
    return dates if len(dates) > 1 and _BOTH.fullmatch(rest) else ()


def _beside(sheet: Sheet, line: re.Match[str], dates: tuple[FoundDate, ...]) -> Iterator[tuple[Piece, FoundDate]]:
    """Yield the day that closes a line with the name of one of the two who contract, behind blanks or its seal."""
    if len(dates) != 1 or line[0][dates[0].end :].strip(" \t。.()"):
        return
    before = line[0][: dates[0].start]
    party = _PARTY.findall(before)
    if len(party) == 1 and _CONCLUDES.match(party[0]) and _SEALED.search(before) and dates[0].date.day is not None:
        yield Piece(sheet=sheet, start=line.start() + dates[0].start, end=line.start() + dates[0].end), dates[0]


def _rest(line: str, dates: tuple[FoundDate, ...]) -> str:
    """Return what a line says beside its dates and the word for them."""
    position, rest = 0, ""
    for one in dates:
        rest += _NO_DATE.sub("", line[position : one.start])
        position = one.end
    return (rest + line[position:]).strip(" \t。.()")


def _concludes(parties: list[tuple[int, str]], at: int, count: int) -> bool:
    """Say whether the date in a place of its line is that of one of the two who contract."""
    signer = parties[at][1] if count == len(parties) else parties[0][1]
    return bool(_CONCLUDES.match(signer)) and not signer.startswith(("丙", "丁"))
