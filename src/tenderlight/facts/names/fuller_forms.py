"""The fullest form of a name that a page prints: «Лада» ООО is told in full where its legal form is written out.

A record of bids names "Общество с ограниченной ответственностью «Лада»" in its table and "ООО «Лада»" in its decision:
both are one firm, and the first is its full name.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.languages.normalise import flatten

_LONG = {
    "ооо": "общество с ограниченной ответственностью",
    "ао": "акционерное общество",
    "пао": "публичное акционерное общество",
    "нао": "непубличное акционерное общество",
    "зао": "закрытое акционерное общество",
    "оао": "открытое акционерное общество",
    "тоо": "товарищество с ограниченной ответственностью",
    "тов": "товариство з обмеженою відповідальністю",
    "прат": "приватне акціонерне товариство",
    "пат": "публічне акціонерне товариство",
    "пп": "приватне підприємство",
}
"""Legal forms of Russia, Kazakhstan and Ukraine, short and in full."""
_SHORT_NAME = re.compile(rf"(?P<form>{'|'.join(_LONG)})\s?[«\"“„](?P<core>[^«»\"“”„]{{2,80}})[»\"”“]")
_LONGEST_PAGE = 30_000


def fuller_form(sheets: Sequence[Sheet], name: str) -> Piece | None:
    """Return where the same name stands with its legal form written out, or None.

    Args:
        sheets: The document.
        name: A name as printed, with its legal form shortened.
    """
    short = _SHORT_NAME.fullmatch(flatten(name))
    if short is None:
        return None
    words = r"\s+".join(map(re.escape, _LONG[short["form"]].split()))
    core = r"\s+".join(map(re.escape, short["core"].split()))
    pattern = re.compile(rf"(?<!\w){words}\s*[«\"“„]{core}[»\"”“]")
    found = ((sheet, match) for sheet in sheets if (match := pattern.search(sheet.flat[:_LONGEST_PAGE])) is not None)
    sheet, match = next(found, (None, None))
    return Piece(sheet=sheet, start=match.start(), end=match.end()) if sheet is not None and match is not None else None
