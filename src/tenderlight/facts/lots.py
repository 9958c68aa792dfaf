"""What lots are called: "包号" beside "1" is 包1, 包1（监控系统） is 包1."""

from __future__ import annotations

import re

from tenderlight.facts.labels import LOT
from tenderlight.facts.layout import Piece
from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import has_han

_DESIGNATOR_FIRST = re.compile(r"^([A-Za-z]|\d{1,3}|[一二三四五六七八九十]{1,3})\s+\S.*$", re.DOTALL)
_LOT_WITH_TITLE = re.compile(r"(?P<lot>\S{0,6}[a-zA-Z\d一二三四五六七八九十]\S{0,3})\s*[(（][^()（）\d]{2,}[)）]")
"""包1（监控系统）: the number of a lot with its title in brackets."""
_DESIGNATOR_ONLY = re.compile(r"(?:[a-z]|\d{1,3}|[一二三四五六七八九十]{1,3})")


_WIDE = 0xFEE0
"""How far full-width signs stand behind the half-width ones."""


def as_written(line: Piece) -> str:
    """Return a line as lots are named by it: as written, full-width letters and signs as half-width ones."""
    return "".join(chr(ord(sign) - _WIDE) if "！" <= sign <= "～" else sign for sign in line.text)


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
