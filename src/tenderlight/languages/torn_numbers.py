"""Numbers torn by blanks: text recognition and web pages print 1,056,000.00 as "1,0 56,000.00" or "1, 056,000.00".

Read as it stands, such a number gives another one (1, or 56,000), which is worse than none.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

_TORN = re.compile(
    r"(?<![\d.,])(?<!\d )\d{1,3}(?: ?, ?\d ?\d ?\d){1,5}(?: ?\. ?\d ?\d)?(?![.,]?\d)(?! [,.]\d)",
)
_BEGINS_WHOLE = re.compile(r"\d{1,3},\d{3} ?, ?\d")
_GROUP_TORN = re.compile(r"\d \d")
_MONEY_BEFORE = re.compile(r"(?:人民币|[¥￥]|rmb|cny|港币|新台币|hk\$|nt\$)[\s:(]{0,3}$")
_BEFORE = 8


def torn_numbers(flat: str) -> list[tuple[int, int]]:
    """Return where numbers stand whose groups of three digits are torn by blanks: start and end, half-open.

    Two numbers in a list ("3, 250") are none: a blank behind a comma tears a number only behind a word for money or
    where its first groups are whole.

    Args:
        flat: Flat text.
    """
    found = []
    for match in _TORN.finditer(flat) if "," in flat else ():
        written = match[0]
        if " " not in written:
            continue
        is_sure = (
            _GROUP_TORN.search(written) is not None
            or _BEGINS_WHOLE.match(written) is not None
            or _MONEY_BEFORE.search(flat, max(0, match.start() - _BEFORE), match.start()) is not None
        )
        if is_sure:
            found.append(match.span())
    return found


def mended(flat: str, torn: Sequence[tuple[int, int]]) -> str:
    """Return a text as long as `flat` in which the blanks of torn numbers stand before them."""
    for start, end in torn:
        written = flat[start:end].replace(" ", "")
        flat = f"{flat[:start]}{written.rjust(end - start)}{flat[end:]}"
    return flat
