"""What lots are called: "包号" beside "1" is 包1, 包1（监控系统） is 包1."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.entries import Entry
from tenderlight.facts.grids import Pair
from tenderlight.facts.hits import Hit
from tenderlight.facts.labels import LOT
from tenderlight.facts.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han

_DESIGNATOR_FIRST = re.compile(r"^([A-Za-z]|\d{1,3}|[一二三四五六七八九十]{1,3})\s+\S.*$", re.DOTALL)
_LOT_WITH_TITLE = re.compile(r"(?P<lot>\S{0,6}[a-zA-Z\d一二三四五六七八九十]\S{0,3})\s*[(（][^()（）\d]{2,}[)）]")
"""包1（监控系统）: the number of a lot with its title in brackets."""
_DESIGNATOR_ONLY = re.compile(r"(?:[a-z]|\d{1,3}|[一二三四五六七八九十]{1,3})")


_BACK = 40
_IS_NUMBER = re.compile(r"[a-z]?\d{1,4}(?:[.-]\d{1,3})?[a-z]?|[a-zivx]{1,4}")
_NUMBERS_OF_LOTS = frozenset(
    {"标段编号", "标包编号", "包编号", "分包编号", "标项编号", "采购包编号", "子包编号", "标段包编号"}
)
_IS_CODE = re.compile(r"[a-z\d][a-z\d/_-]{0,39}")
OF_THE_WHOLE = re.compile(
    r"总|合计|共计|"
    r"(?!.*(?:\blots?\b|\blotes?\b|\blotto\b|\blos(?:es)?\b|лот|część))(?:(?:grand |overall )?total\b|итого|всего|"
    r"всього|разом|усього|gesamt|"
    r"(?:valor|preço|importe|monto|montant|valeur|precio|prezzo|importo|valore) (?:total[e]?|global|complessivo)\b|"
    r"razem|łączn)"
)
"""Labels of a sum over all lots."""
_FEWEST = 2
_AROUND = " \t\n,;、。:：()"
_OF_ONE_LOT = 8
"""Entries back among which a lot has its own price."""
_CLAUSE_END = re.compile(r"[。;\n]|(?<=标),|(?<=[中成]交),")
_WIDE = 0xFEE0
"""How far full-width signs stand behind the half-width ones."""


def as_written(line: Piece) -> str:
    """Return a line as lots are named by it: as written, full-width letters and signs as half-width ones."""
    return "".join(chr(ord(sign) - _WIDE) if "！" <= sign <= "～" else sign for sign in line.text)


def by_lot(value: Piece) -> list[tuple[str, Piece]]:
    """Take a value apart that names several lots: 第1包126.5万元，第2包98万元; 甲公司（第1包）、乙公司（第2包）.

    Returns:
        Each lot with its part; nothing unless there are two lots or more and each has a part of its own.
    """
    found = list(LOT.finditer(value.flat))
    if len({match[0] for match in found}) < _FEWEST or len(found) != len({match[0] for match in found}):
        return []
    written = as_written(value)
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


def lot_name(label: str, value: str) -> str | None:
    """Return the name of a lot: "包号" beside "1" is 包1; a value that names itself stays as it is."""
    if not has_han(label) and label:
        return value if 0 < len(value) <= 20 else None
    named = LOT.match(flatten(value))
    if named is not None and not value[named.end() : named.end() + 1].isalnum():
        return value[: named.end()]
    value = _DESIGNATOR_FIRST.sub(r"\1", value)
    if _DESIGNATOR_ONLY.fullmatch(value.lower()):
        noun = label.removesuffix("序号").removesuffix("号")
        return f"{noun or '包'}{value}"
    named = _LOT_WITH_TITLE.fullmatch(value)
    value = named["lot"] if named else value
    return value if 0 < len(value) <= 20 else None


def number_first(lots: list[Pair]) -> list[Pair]:
    """Return the cells that name the lot of a row, the number before the title that another column holds."""
    return sorted(lots, key=lambda pair: not _IS_NUMBER.fullmatch(pair.value.flat.strip()))


def is_code_of_lot(label: str, flat: str) -> bool:
    """Say whether a label gives the number under which the lot's own labels follow, one lot after the other."""
    return label in _NUMBERS_OF_LOTS and _IS_CODE.fullmatch(flat) is not None
