"""Chinese joint bids whose brackets part the names: 甲公司（牵头）乙公司（成员）, （主）甲公司（成）乙公司.

The bracket may also name the members: 甲公司（成员：乙公司、丙公司).
"""

from __future__ import annotations

import re

from tenderlight.languages.scripts import HAN_CLASS

_ROLE = (
    r"(?:联合体)?(?:牵头(?:人|方|单位)?|主办(?:人|方|单位)?|主体(?:单位)?|成员(?:单位|方|[一二三四五\d])?|协办(?:人|方|单位)?|"
    r"参与(?:人|方)?|参加方|[主成])"
)
_BEHIND = re.compile(rf"(?<=[司院所局心厂校社部])\s?[(]{_ROLE}[)](?=[{HAN_CLASS}])")
"""A bracket with the part of the name before it, and the next name right behind it."""
_BEFORE = re.compile(rf"(?<=[司院所局心厂校社部])(?=\s?[(]{_ROLE}[)]\s?[{HAN_CLASS}])")
_FIRST = re.compile(rf"\s*[(]{_ROLE}[)]\s?[{HAN_CLASS}]")
_MEMBERS = re.compile(
    r"[(](?:[^():]{0,6}牵头[^():,;、]{0,4}[,;、]\s?)?(?:其他|其它)?(?:联合体)?(?:其他|其它)?成员(?:单位|方|公司)?(?:名称)?\s?[:为是]\s?(?P<names>[^()]{4,200})[)]\s*$"
)


def parted_by_roles(flat: str) -> list[int]:
    """Return the places at which the brackets of a flat value part one name from the next."""
    if "(" not in flat:
        return []
    if _FIRST.match(flat):
        return [match.start() for match in _BEFORE.finditer(flat)]
    return [match.end() for match in _BEHIND.finditer(flat)]


def members_in_bracket(flat: str) -> tuple[int, int, int] | None:
    """Return where the bracket begins that closes a value and names the members, and the span of their names."""
    match = _MEMBERS.search(flat) if "成员" in flat else None
    return (match.start(), *match.span("names")) if match is not None else None
