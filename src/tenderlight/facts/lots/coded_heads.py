"""Lots that a list calls by codes, not by a word for lots: A01, A02; T23/101, T23/104; COM20081700014-1, -2; 目录一.

What tells such codes from other numbers is their form: two or more lines begin with one, they are alike but for their
end, and none of them is a day, a sum or the number of a bidder.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from tenderlight.languages.scripts import HAN_CLASS

_MOST = 400
_FEWEST = 2
_SHORTEST_STEM = 4
_LINE = re.compile(
    r"(?m)^[ \t\u2500-\u257f]{0,8}(?:[-•*·–—]\s{0,2})?"
    r"(?:(?:标段|分包|采购包|标项|包)?\s?(?:\(包\)|（包）)?\s?(?:编号|号)\s?:?\s?|"
    r"(?:(?:contract |work )?(?:lot|package|schedule)|contract|номер лота|№ лота|лот №)\s?(?:no\.?)?\s?:?\s?)?"
    r"(?:(?P<code>[\[(]?[a-zа-я0-9][\w\[\]()./-]{1,38}?)(?=[\s:(,|]|$)|"
    rf"(?P<han>[{HAN_CLASS}]{{2}}[一二三四五六七八九十\d]{{1,2}})(?=[\s:(]))"
)
_END = re.compile(r"(?:\d{1,3}|(?<=[-/.])[a-z])$")
_DAY = re.compile(r"(?:19|20)\d\d[-./]\d{1,2}(?:[-./]\d{1,2})?|\d{1,2}[-./]\d{1,2}[-./](?:19|20)?\d\d|\d{1,2}:\d\d\S*")
_FIGURE = re.compile(r"[\d.,]+")
_NOTHING = re.compile(
    rf"第|附[件表]|专家|评委|供应商|投标|参选|候选|步骤|电话|传真|方案|备注|条款|[{HAN_CLASS}]人|单位|年[一二三四]|月|"
    r"阶段|排名|序号|议题|标的|品目"
)
_BIDDER = re.compile(
    r"(?:bid|bidder|offer|l|h|tel|fax|rev|page|form|annex|art|clause|section|v|iso|gb|q)[\s.:-]{0,2}\d"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CodedHead:
    """A code at the beginning of a line; offsets into the page."""

    stem: str
    start: int
    end: int


def coded_heads(flat: str) -> Iterator[list[CodedHead]]:
    """Yield the series of codes that lines of a page begin with, each alike but for the ends of its codes."""
    series: dict[str, list[CodedHead]] = {}
    for line in islice(_LINE.finditer(flat), _MOST):
        group = "code" if line["code"] is not None else "han"
        code = line[group]
        stem = _stem(code) if group == "code" else code[:2] if not _NOTHING.search(code) else None
        if stem is not None:
            head = CodedHead(stem=stem, start=line.start(group), end=line.end(group))
            series.setdefault(stem, []).append(head)
    for heads in series.values():
        if len({flat[one.start : one.end] for one in heads}) >= _FEWEST:
            yield heads


def _stem(code: str) -> str | None:
    """Return what a code has in common with the others of its series, or None if it is none."""
    if not any(map(str.isdigit, code)) or _DAY.fullmatch(code) or _FIGURE.fullmatch(code) or _BIDDER.match(code):
        return None
    end = _END.search(code)
    stem = code[: end.start()] if end is not None else ""
    has_sign = any(sign.isalpha() or sign in "-/." for sign in stem)
    return stem if has_sign and (len(stem) >= _SHORTEST_STEM or stem[:1].isalpha()) else None
