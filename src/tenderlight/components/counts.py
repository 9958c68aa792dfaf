"""How many of a part are printed beside it: "8块NVIDIA T4", "NVIDIA T4 16GB ×8", "2 x Xeon", "Tesla T4, 2 шт".

"At least eight" is no count, and neither is the figure of a size, a speed or a number of channels.
"""

from __future__ import annotations

import re
from decimal import Decimal

_COUNTER = r"[块颗片个张枚根条只台路套组]"
_NOT_MORE = r"(?<![\d.≥>≤<])"
_BEFORE = re.compile(
    rf"{_NOT_MORE}(?P<count>\d{{1,4}})\s?(?:{_COUNTER}|pcs|units?|cards?|шт\.?|штук[и]?|und\.?|unidades|[x×*])\s?(?:的|of)?\s?$"
)
_AT_LEAST = re.compile(
    r"(?:≥|>=|>|不少于|不低于|不小于|至少|大于等于|最少|at least|minimum|no fewer than|not less than|не менее|al menos|"
    r"mínimo|au moins|no mínimo)\s{0,2}$"
)
_UNITS = r"(?:gb?|tb?|ghz|mhz|mp|rpm|核|寸|英寸|万像素|转|w)"
_WORDS = (
    r"(?:显存|显卡|加速卡|推理卡|gpu卡?|cpu|处理器|硬盘|芯片|卡|摄像机|录像机|服务器|交换机|球机|枪机|cameras?|"
    r"recorders?|graphics|cards?|gpus?|cpus?|processors?|drives?|disks?)"
)
_MEASURES = rf"(?:[\s,(（:/-]{{0,2}}(?:\d{{1,5}}(?:\.\d{{1,2}})?\s?{_UNITS}|{_WORDS})){{0,4}}"
_STATED = r"(?:数量|в количестве|qty\.?|quantity|количество|кол-во|cantidad|quantité|quantidade)"
_AFTER = re.compile(
    rf"{_MEASURES}[\s)）]{{0,2}}[,，:：(（]?\s?(?:共计?|合计|计)?\s?(?:{_STATED}\s?[:：]?\s?(?P<stated>\d{{1,4}})|[x×*]\s?(?P<times>\d{{1,4}})|"
    rf"(?P<counted>\d{{1,4}})\s?(?:{_COUNTER}|pcs|units?|шт|und|unidades|unités))(?!\d|\.\d|[a-z]{{2}})"
)
_CELLS = re.compile(rf"^\s{{0,3}}(?P<count>\d{{1,4}})\s?(?:{_COUNTER}|pcs|units?|шт\.?)?\s{{0,3}}$")


def count_beside(before: str, after: str) -> Decimal | None:
    """Return how many of a part the words say that stand around it, or None.

    Args:
        before: What stands before it in its clause, in small letters.
        after: What stands behind it.
    """
    match = _BEFORE.search(before[-16:])
    if match is not None:
        start = len(before) - len(before[-16:]) + match.start()
        if _AT_LEAST.search(before[max(0, start - 20) : start]):
            return None
        return _positive(match["count"])
    match = _AFTER.match(after[:90])
    if match is None:
        return None
    found = match["stated"] or match["times"] or match["counted"]
    if _AT_LEAST.search(after[: match.start("counted")] if match["counted"] else ""):
        return None
    return _positive(found)


def count_in_cell(text: str) -> Decimal | None:
    """Return the number that is all that stands in a cell, with its counter: "8块"."""
    match = _CELLS.match(text)
    return None if match is None else _positive(match["count"])


def _positive(digits: str) -> Decimal | None:
    number = Decimal(digits)
    return number if number > 0 else None
