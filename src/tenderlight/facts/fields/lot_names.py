"""What labels, cells and clauses call the lot of a value: "包号" beside "1" is 包1, 包1（监控系统） is 包1."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.tables.grids import Pair
from tenderlight.facts.words.lot_keys import LOT, LOT_WESTERN, half_width
from tenderlight.facts.words.vocabulary import mark_pattern
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han

_DESIGNATOR_FIRST = re.compile(r"^([A-Za-z]|\d{1,3}|[一二三四五六七八九十]{1,3})\s+\S.*$", re.DOTALL)
_NUMBER_AND_TITLE = re.compile(
    r"(?P<lot>(?:(?i:lots?|lote|lotto|los|лот|część|partida|part|item|ítem)\s(?:№|n[.°º]|no\.?|nr\.?)?\s?)?"
    r"(?:\d{1,2}|[A-Z](?=\s?[-–—.:)]\s)))(?:\s?[-–—.:)]\s{1,2}|\s)(?=[^\W\d_]{2})"
)
"""The number of a lot with its title behind it in one cell: "1 LPR cameras", "Lot 2 - Drones"."""
_LONG_NUMBER = re.compile(r"\d{9,}")
"""The number under which a portal keeps a procedure: none of its lots is called so."""
_LOT_WITH_TITLE = re.compile(r"(?P<lot>\S{0,6}[a-zA-Z\d一二三四五六七八九十]\S{0,3})\s*[(（][^()（）\d]{2,}[)）]")
"""包1（监控系统）: the number of a lot with its title in brackets."""
_DESIGNATOR_ONLY = re.compile(r"(?:[a-z]|\d{1,3}|[一二三四五六七八九十]{1,3})")


_BACK = 40
_LEAD = 16
"""Characters at the beginning of a line in which its lot is named, behind its number."""
_IS_NUMBER = re.compile(r"[a-z]?\d{1,4}(?:[.-]\d{1,3})?[a-z]?|[a-zivx]{1,4}")
_NUMBERS_OF_LOTS = frozenset(
    {"标段编号", "标包编号", "包编号", "分包编号", "标项编号", "采购包编号", "子包编号", "标段包编号"}
)
_IS_CODE = re.compile(r"[a-z\d][a-z\d/_-]{0,39}")
_VOID_SENTENCE = re.compile(
    rf"(?:(?P<lot>{LOT.pattern})|[本该](?:包|标段|标包|分包|标项|采购包|合同包|分标))"
    rf"(?![内中])[^,。;:\n]{{0,6}}?(?:,?(?:因|由于|经)[^。;:\n]{{1,40}}?)?[,作予按]{{0,2}}(?P<void>废标|流标|终止采购|"
    rf"采购失败|招标失败|(?:采购)?终止|取消采购|无人中标|无成交供应商|无中标人|不予授予|重新(?:组织)?(?:招标|采购))"
    rf"(?!条款|情形|处理的?情|标准|公告|原因|合同)"
)
_VOID_WORDS = ("废标", "流标", "终止", "失败", "取消采购", "无人中标", "无成交", "无中标", "不予授予", "重新")
_VOID = mark_pattern("void")
_FEWEST = 2
_BEHIND_NAME = re.compile(
    rf"[^(]{{4,60}}(?:公司|[厂院所店部社行]|中心)\s?(?P<bracket>[(](?P<lot>{LOT.pattern})[)])\s*[,;。、]?\s*"
)
"""The lot of a winner in brackets behind its name: 甲公司（包1）."""
_AROUND = " \t\n,;、。:：()"
_OF_ONE_LOT = 8
"""Entries back among which a lot has its own price."""
_CLAUSE_END = re.compile(r"[。;\n]|(?<=标),|(?<=[中成]交),")


def by_lot(value: Piece) -> list[tuple[str, Piece]]:
    """Take a value apart that names several lots: 第1包126.5万元，第2包98万元; 甲公司（第1包）、乙公司（第2包）.

    Returns:
        Each lot with its part; nothing unless there are two lots or more and each has a part of its own.
    """
    found = list(LOT.finditer(value.flat))
    if len(found) == 1 and (alone := _BEHIND_NAME.fullmatch(value.flat)) is not None:
        lot = " ".join(half_width(value.text[slice(*alone.span("lot"))]).split())
        return [(lot, value.part(0, alone.start("bracket")).stripped(_AROUND))]
    if len({match[0] for match in found}) < _FEWEST or len(found) != len({match[0] for match in found}):
        return []
    written = half_width(value.text)
    behind = all(value.flat[match.start() - 1 : match.start()] == "(" for match in found)
    parts = []
    for at, match in enumerate(found):
        if behind:
            before = found[at - 1].end() if at else 0
            part = value.part(before, match.start() - 1)
        else:
            after = found[at + 1].start() if at + 1 < len(found) else len(value.flat)
            part = value.part(match.end(), after)
        parts.append((" ".join(written[slice(*match.span())].split()), part.stripped(_AROUND)))
    whole = not behind and value.flat[: found[0].start()].strip(_AROUND)
    return parts if not whole and all(part.end > part.start for _lot, part in parts) else []


def is_second_price(entries: Sequence[Entry], hit: Hit, lot: str | None) -> bool:
    """Say whether a label calls a total what follows a lot's own price: then it is that of all lots.

    Args:
        entries: What stands before it, in order.
        hit: The label.
        lot: The lot the walk is under.
    """
    if "总" not in hit.label or lot is None:
        return False
    return any(one.meaning is hit.meaning and one.lot == lot and one.row is None for one in entries[-_OF_ONE_LOT:])


def lot_of_sentence(sheet: Sheet, at: int, end: int) -> str | None:
    """Return the lot that a clause names before a name or a price: 第一标段中标人为…, A包（监控设备）由….

    Args:
        sheet: The page.
        at: Where the name or price begins, with the words that lead to it.
        end: Where it begins without them.
    """
    start = max(0, at - _BACK)
    clause = sheet.flat[start:end]
    cut = max((match.end() for match in _CLAUSE_END.finditer(clause)), default=0)
    found = list(LOT.finditer(clause, cut))
    return sheet.page.text[start + found[-1].start() : start + found[-1].end()] if found else None


_COUNTED_GROUPS = frozenset({"组别", "组次", "批次"})
"""Heads of columns over what groups are called: no part of their names."""


def lot_name(label: str, value: str) -> str | None:
    """Return the name of a lot: "包号" beside "1" is 包1; a value that names itself stays as it is."""
    value = value.strip(" .:")
    if _VOID.match(flatten(value)):
        return None
    if not has_han(label) and label:
        titled = _NUMBER_AND_TITLE.match(value)
        value = titled["lot"] if titled is not None else value
        return value if 0 < len(value) <= 20 and not _LONG_NUMBER.fullmatch(value) else None
    named = LOT.match(flatten(value))
    if named is not None and not value[named.end() : named.end() + 1].isalnum():
        return value[: named.end()]
    value = _DESIGNATOR_FIRST.sub(r"\1", value)
    if _DESIGNATOR_ONLY.fullmatch(value.lower()):
        noun = label.removesuffix("序号").removesuffix("号")
        return value if noun in _COUNTED_GROUPS else f"{noun or '包'}{value}"
    named = _LOT_WITH_TITLE.fullmatch(value)
    value = named["lot"] if named else value
    return value if 0 < len(value) <= 20 else None


def number_first(lots: list[Pair]) -> list[Pair]:
    """Return the cells that name the lot of a row, the number before the title that another column holds."""
    return sorted(lots, key=lambda pair: not _IS_NUMBER.fullmatch(pair.value.flat.strip()))


def is_code_of_lot(label: str, flat: str) -> bool:
    """Say whether a label gives the number under which the lot's own labels follow, one lot after the other."""
    return label in _NUMBERS_OF_LOTS and _IS_CODE.fullmatch(flat) is not None


def void_in_sentences(line: Piece, lot: str | None) -> Iterator[tuple[str, Piece]]:
    """Yield the lots that the sentences of a line say ended without a supplier ("本包因…废标"), with the words for it.

    Args:
        line: A line of a Chinese document.
        lot: The lot it is under, where the sentence or the line names none.
    """
    flat = line.flat
    for match in _VOID_SENTENCE.finditer(flat) if any(word in flat for word in _VOID_WORDS) else ():
        named = match if match["lot"] else LOT.search(flat, 0, _LEAD)
        span = named.span("lot" if named is match else 0) if named else (0, 0)
        told = " ".join(half_width(line.text)[slice(*span)].split()) or lot
        if told is not None:
            yield told, line.part(*match.span("void"))


def begins_with_lot(line: Piece) -> bool:
    """Say whether a line of a list begins with the number of a lot: "- lot 1 (equipment): …"."""
    start = len(line.flat) - len(line.flat.lstrip(" \t-–—•*·"))
    return LOT_WESTERN.match(line.flat, start) is not None
