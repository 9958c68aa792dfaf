"""Lines that name those who lost the lots they speak of, and lines that go on with them."""

from __future__ import annotations

import re

from tenderlight.facts.pages.layout import Piece

_LEAD_TO_LOT = 60
_OF_LOSERS = re.compile(
    r"(?:未中标|未成交|未入围|未中选|落选|落标)(?:的?(?:供应商|投标人|响应人|单位|厂商|人)(?:名称|情况|信息|报价)?|(?=\s?:))[^。;\n]{0,24}$|"
    r"(?<!\w)(?:unsuccessful|losing|rejected)\s(?:bidder|tenderer|supplier|offeror|bid|offer)s?[^.;\n]{0,40}$"
)
"""What a line says before lots whose bids it names are of those who lost."""
_LOSERS_AT_FIRST = re.compile(
    r"[ \t]*(?:[(]?(?:[一二三四五六七八九十]{1,2}|\d{1,2})[)、.][ \t]?)?(?:其[他它余])?"
    r"(?:未中标|未成交|未入围|未中选|落选|落标)[^:。;\n]{0,8}:"
)
_GOES_ON = re.compile(r"[ \t\u3000]{2,}(?=\S)")
"""The beginning of a line that is set in, as one that goes on with what the line above tells."""
_MOST_LINES_ON = 12


def begins_losers(line: str) -> bool:
    """Say whether a flat line begins with the word for those who lost: no row of a table of winners."""
    return _LOSERS_AT_FIRST.match(line) is not None


def is_of_losers(value: Piece) -> bool:
    """Say whether the line of a lot's value says before it that it names those who lost: 未中标供应商：A包 …."""
    flat = value.sheet.flat
    lead = flat[max(0, value.start - _LEAD_TO_LOT) : value.start].rpartition("\n")[2]
    return _OF_LOSERS.search(lead) is not None or _goes_on_with_losers(flat, value.start)


def _goes_on_with_losers(flat: str, at: int) -> bool:
    """Say whether a line that is set in goes on with those who lost, whom a line above it begins to name."""
    begin = flat.rfind("\n", 0, at) + 1
    for _line in range(_MOST_LINES_ON):
        if begin == 0 or _GOES_ON.match(flat, begin) is None:
            return False
        begin = flat.rfind("\n", 0, begin - 1) + 1
        if _LOSERS_AT_FIRST.match(flat, begin):
            return True
    return False
