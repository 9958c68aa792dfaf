"""The office to which a Chinese paper about its own purchase is written: "某局：你局《关于…的请示》收悉"."""

from __future__ import annotations

import re

from tenderlight.facts.names.in_values import FoundName, find_names
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.parties.signatures import AGENT

_SALUTES = re.compile(
    r"(?:^|(?<=\n))\s{0,8}(?:致\s?:?\s?)?(?P<office>[^\s:,。]{3,30}"
    r"(?:[局厅署院校会办处队]|政府|医院|大学|中心|监狱|看守所|办公室)):?[ \t]*(?=\n)"
)
_YOURS = re.compile(r"[你贵][局厅署院校委办处队会](?![^,。;\n]{0,12}(?:中标|成交))")
_WATCHES = re.compile(r"财政|采购办|采购管理|监督|审计|公共资源")
"""Offices that papers of other offices' purchases are written to."""
_HEAD_OF_LETTER = 400
"""Characters in which a letter says to whom it is written."""


def office_written_to(notice: Notice) -> list[FoundName]:
    """Return the name of the office a letter salutes and speaks to, unless it watches over purchases or runs them."""
    if notice.language != "zh" or not notice.sheets:
        return []
    sheet = notice.sheets[0]
    match = _SALUTES.search(sheet.flat[:_HEAD_OF_LETTER])
    if match is None or not _YOURS.search(sheet.flat, match.end()):
        return []
    names = find_names(Piece(sheet=sheet, start=match.start("office"), end=match.end("office")))
    return [name for name in names[:1] if not (AGENT.search(name.name) or _WATCHES.search(name.name))]
