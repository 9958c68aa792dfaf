"""Values of labels: where they end, and what kind of line or row they stand in."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.layout import Piece, with_quote
from tenderlight.facts.tables.grids import Pair
from tenderlight.facts.words.vocabulary import Meaning, Section, mark_pattern
from tenderlight.languages.scripts import has_han

_VOID = mark_pattern("void")
_PASSED_OVER_HEADINGS = tuple(
    (section, mark_pattern(f"{section.value}_heading"))
    for section in (Section.CANDIDATES, Section.LOSERS, Section.BIDDERS, Section.IGNORED)
)
_ENUMERATED = re.compile(
    r"\s*(?:[(]?\d{1,2}[)]?\s*[.、:)]|[(][一二三四五六七八九十]{1,2}[)]|[①-⑳]|[(](?:主|成|联|牵头|"
    r"主办)[^()]{0,5}[)])\s*(?=\D)"
)
_WITH_PART = re.compile(
    r"\s*[^\s,;:、()]{4,40}(?:公司|[院所厂社局部]|集团|中心|大学)\s?[(][^()]{0,8}(?:牵头|成员|主办|协办|参与|联合体)[^()]{0,5}[)]\s*[,;、]?\s*"
)
"""A line that is one of those who bid together, with its part in brackets."""
_TRAILING = ' \t\n\u200b\u00ad;,。、|:"“”「」『』'
_LONGEST_VALUE = 400
_OPENS = tuple("([【〔《 ")
_BRACKET = re.compile(r"[()\[\]【】〔〕{}]")
_CLOSES = re.compile(r"[)\]】〕}]")


def is_list_row(pairs: Sequence[Pair]) -> bool:
    """Say whether a row is one of a list of goods: it has a name and a number of them."""
    meanings = {pair.hit.meaning for pair in pairs}
    return Meaning.ITEM_QUANTITY in meanings and bool(meanings & {Meaning.ITEM_NAME, Meaning.NAME})


def passed_over(heading: str) -> Section | None:
    """Return the section that a numbered heading begins, if it is one to be passed over."""
    return next((section for section, words in _PASSED_OVER_HEADINGS if words.search(heading)), None)


def is_one_of_many(line: Piece) -> bool:
    """Say whether a line below a label may be followed by others like it: it is numbered, or names a company."""
    if has_han(line.flat):
        return bool(_ENUMERATED.match(line.flat) or _WITH_PART.fullmatch(line.flat))
    return bool(_ENUMERATED.match(line.flat)) or has_company(line.text)


def is_told_in_one_line(line: Piece) -> bool:
    """Say whether the line of a lot says itself who won it, or that nobody did: what follows is of no lot."""
    return not has_han(line.flat) and bool(has_company(line.text) or _VOID.search(line.flat))


def plain(text: str) -> str:
    """Return a text with one blank for each run of white space."""
    return " ".join(text.split())


def trim(value: Piece) -> Piece | None:
    """Cut a value to what belongs to it; None if nothing is left."""
    trimmed = value.stripped(_TRAILING)
    flat = trimmed.flat[:_LONGEST_VALUE]
    end = _unmatched_bracket(flat)
    if end < trimmed.end - trimmed.start:
        trimmed = trimmed.part(0, end).stripped(_TRAILING)
    if trimmed.flat.endswith(_OPENS):
        trimmed = trimmed.part(0, len(trimmed.flat.rstrip("".join(_OPENS))))
    trimmed = with_quote(trimmed, value.end)
    return trimmed if trimmed.end > trimmed.start else None


def _unmatched_bracket(flat: str) -> int:
    """Return where the first closing bracket stands that was not opened in the text, or the text's length."""
    depth = 0
    if not _CLOSES.search(flat):
        return len(flat)
    for match in _BRACKET.finditer(flat):
        depth += 1 if match[0] in "([【〔{" else -1
        if depth < 0:
            return match.start()
    return len(flat)
