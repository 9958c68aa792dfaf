"""Firms in what a Chinese list says of one lot: the only one, those that a group joins, the one said to have won."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.names.in_values import SELLS, FoundName, find_names
from tenderlight.facts.names.western import companies
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import mark_pattern

_JOINTLY = mark_pattern("consortium")
_BRACKET_BEHIND = re.compile(r"\s{0,2}\([^()\n]{2,40}\)")
_WON_HAN = re.compile(r"(?<![未非拟])(?:中标|成交|中选|得标|入选)(?!候选|候補|公告|公示|结果|通知|金额|价)")
_ROLE_HAN = re.compile(r"牵头|主办|代表|主体|成员|联合体|共同|参[与加]")
_WORD_HAN = re.compile(r"[^\s:,;、()]+(?:\([^()\s]{1,8}\)[^\s:,;、()]*)?")
_LEAD_HAN = re.compile(
    r"(?:[^由]{0,40}(?<![自缘来])由|为|是|系|确定|供应商|中标人|成交人|判给|批给|授予|承办商|(?<![给授赋])予)+"
)
_COMPANY = re.compile(r"公司$")
_PRICE_BETWEEN = re.compile(r"\d,\d{3}(?!\d)|\d{4}(?:\.\d\d)|\d\s?万?元")
_TAIL_HAN = re.compile(
    r"(?:公司|集团|厂|所|院|部|行(?!为(?!中标|成交|中选|得标|决标))|社)(?=以|中标|成交|为|组成|联合体|凭|脱颖|胜出|获|最终|综合|报价|因|被|承建|承担|将|也|均|都|则|仍|已|名列|位列|未|落选|经|于|作为|共|报|负责|签|得分|排名)"
)


def marked_firm(clauses: Sequence[Piece]) -> Piece | None:
    """Return the one company of Chinese clauses that say of themselves that it won."""
    won = [found for clause in clauses if _WON_HAN.search(clause.flat) and len(found := companies_han(clause)) == 1]
    return won[0][0].piece if len({one[0].name for one in won}) == 1 else None


def only_firm(clauses: Sequence[Piece], *, is_list: bool) -> Piece | None:
    """Return the one company of Chinese clauses, or those that one clause joins to a group.

    Args:
        clauses: What is said of a lot.
        is_list: The paper tells who may get orders: all firms of a lot stand side by side.
    """
    found = [one for clause in clauses for one in companies_han(clause)]
    if len({one.name for one in found}) == 1:
        return found[0].piece
    if is_list and found:
        return Piece(sheet=found[0].piece.sheet, start=found[0].piece.start, end=found[-1].piece.end)
    groups = [clause for clause in clauses if _JOINTLY.search(clause.flat) and len(companies_han(clause)) > 1]
    if len(groups) != 1:
        return _by_their_roles(found) or _before_goods(found)
    members = companies_han(groups[0])
    behind = _BRACKET_BEHIND.match(groups[0].sheet.flat, members[-1].piece.end)
    end = behind.end() if behind else members[-1].piece.end
    return Piece(sheet=groups[0].sheet, start=members[0].piece.start, end=end)


def _by_their_roles(found: Sequence[FoundName]) -> Piece | None:
    """Return the firms on lines of their own of which a bracket behind each says what it is in their group."""
    behind = [_BRACKET_BEHIND.match(one.piece.sheet.flat, one.piece.end) for one in found]
    if len(found) < 2 or not all(one is not None and _ROLE_HAN.search(one[0]) for one in behind):
        return None
    last = behind[-1]
    return Piece(sheet=found[0].piece.sheet, start=found[0].piece.start, end=last.end() if last else 0)


def _before_goods(found: Sequence[FoundName]) -> Piece | None:
    """Return the one company of a row whose goods, behind its price, are called as firms are: 自动提取工作站."""
    firms = [one for one in found if _COMPANY.search(one.piece.flat)]
    if len(firms) != 1 or len(found) < 2 or firms[0] is not found[0]:
        return None
    first, flat = firms[0].piece, firms[0].piece.sheet.flat
    return first if _PRICE_BETWEEN.search(flat, first.end, found[1].piece.start) else None


def companies_han(line: Piece) -> list[FoundName]:
    """Return the companies of a Chinese clause: its parts between blanks, colons and commas that are names of some.

    Where it has none, those in Latin letters with a legal form, as papers of Hong Kong and Macao have them.
    """
    found = []
    for match in _WORD_HAN.finditer(line.flat):
        part = line.part(*match.span())
        lead, tail = _LEAD_HAN.match(part.flat), _TAIL_HAN.search(part.flat)
        part = part.part(lead.end() if lead else 0, tail.end() if tail else len(part.flat))
        found += [name for name in find_names(part) if SELLS.search(name.piece.flat)]
    return found or [FoundName(piece=line.part(*span)) for span in companies(line.text)]
