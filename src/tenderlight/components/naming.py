"""As what a product is named: banned, compatible, a brand of reference, a floor, there already, or chosen.

A word that says so counts where it stands in the same clause, before the product or behind it, with nothing between but
other products of a list. The weakest naming that is said counts: "not below" in a contract is no purchase.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from tenderlight.components.catalogue import NamingWords, catalogue
from tenderlight.components.wording import LETTERS_AND_ARABIC, alternation
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.statement import Stage
from tenderlight.model.values import Grade, Naming

ORDER = (Naming.BANNED, Naming.PASSING, Naming.EXISTING, Naming.COMPATIBLE, Naming.FLOOR, Naming.REFERENCE)
"""Looked for in this order; the first that is said counts."""
_REACH_HAN, _REACH_OTHER = 26, 60
_REACH_PASSING = 8
_GLUE = 2
_BLANK = "\x00"
_LISTED = re.compile(
    r"\s{0,3}(?:[、,/]|和|及|与|或|\bor\b|\band\b|\bили\b|\bи\b|\by\b|\bo\b|\bet\b|\bou\b)\s{0,3}(?=\x00)"
)
_LISTED_ON = re.compile(
    r"(?<=\x00)\s{0,3}(?:[、,/]|和|及|与|或|\bor\b|\band\b|\bили\b|\bи\b|\by\b|\bo\b|\bet\b|\bou\b)(?=\s{0,3}(?:等|或|or|o|ou|или))"
)
_BREAK = re.compile(r"[,，。;；]|:(?!\s{0,2}$)|\n")
_INSTEAD = re.compile(r"\bwith\b|\bby\b|\bна\b|\bpor\b|\bpar\b|[为成]")
"""What stands behind takes the place of what is there."""
_COUNT_FOLLOWS = re.compile(r"\s{0,2}\d{1,4}\s{0,2}(?:[块颗片个张枚根条只台套]|x\b|×|шт|units?\b|pcs\b)")
_ALTERNATIVE = re.compile(r"^[\s)）]{0,3}(?:[、/]|或者?|\bor\b|\bили\b|\bou\b|\bo\b|\babo\b)[\s(（]{0,3}$")
_LIST_REACH = 120
_CAPITAL = "[A-ZÀ-ÖØ-ÞА-ЯЁІЇЄ]"
_OTHER_NAME = rf"{_CAPITAL}[\w&.'-]{{0,20}}(?: {_CAPITAL}[\w&.'-]{{1,20}})?"
_OR = r"(?:or|o|ou|oder|lub|или|або)"
_OR_OTHERS = re.compile(
    rf"(?:, ?{_OTHER_NAME}){{0,6}},? {_OR} {_OTHER_NAME}|"
    rf"(?:, ?{_OTHER_NAME}){{1,6}},? {_OR} (?:approved )?(?:equal|equivalent|similar|equivalente|équivalent|эквивалент)"
)
_OTHERS_OR = re.compile(rf"(?<![\w&.'-]){_OTHER_NAME},? {_OR} $")
_ZONE_AFTER = re.compile(r" ?[、/／] ?\w\w")
_ZONE_BEFORE = re.compile(r"\w\w ?[、/／] ?$")
GRADES = {
    Stage.CANDIDATE: Grade.BID,
    Stage.AWARD: Grade.AWARD,
    Stage.CONTRACT: Grade.CONTRACT,
    Stage.ACCEPTANCE: Grade.ACCEPTANCE,
    Stage.PLAN: Grade.SPEC,
    Stage.TENDER: Grade.SPEC,
    Stage.SINGLE_SOURCE: Grade.SPEC,
    Stage.CORRECTION: Grade.SPEC,
}
_PLAIN = {
    Grade.SPEC: Naming.SPECIFIED,
    Grade.BID: Naming.LISTED,
    Grade.AWARD: Naming.LISTED,
    Grade.CONTRACT: Naming.LISTED,
    Grade.ACCEPTANCE: Naming.ACCEPTED,
}


class NamingScan:
    """The words that say as what something is named, ready to be looked for."""

    def __init__(self, words: dict[str, NamingWords]) -> None:
        self._before = {name: _pattern(words[name].before) for name in ORDER}
        self._after = {name: _pattern(words[name].after) for name in ORDER if words[name].after}
        self._glued = {name: _pattern(words[name].glued) for name in ORDER if words[name].glued}
        self._bid = _pattern(words["bid"].before)

    def naming_of(self, clause: str, start: int, end: int, others: Sequence[tuple[int, int]]) -> Naming | None:
        """Return as what `clause[start:end]` is named, or None if no word says it.

        Args:
            clause: In small letters, with what stands above its column before it.
            start: Of the product.
            end: Of the product.
            others: Places of other products in the clause.
        """
        blanked = _blanked(clause, [*others, (start, end)])
        before, after = blanked[:start], blanked[end:]
        for name in ORDER:
            if self._is_before(name, before) or self._is_after(name, after):
                return name
        return None

    def is_bid(self, beginning: str) -> bool:
        """Say whether a text begins as papers of a bidder do."""
        return self._bid.search(beginning) is not None

    def _is_before(self, name: Naming, before: str) -> bool:
        reach = _REACH_PASSING if name is Naming.PASSING else _REACH_OTHER
        window = before[-reach - 30 :]
        for match in self._before[name].finditer(window):
            between = window[match.end() :]
            if name is Naming.FLOOR and _COUNT_FOLLOWS.match(between):
                continue
            if _is_near(between, name):
                return True
        return False

    def _is_after(self, name: Naming, after: str) -> bool:
        glued = self._glued.get(name)
        if glued is not None:
            match = glued.search(after[:20])
            if match is not None and match.start() <= _GLUE and after[: match.start()].strip() in {"", "-"}:
                return True
        pattern = self._after.get(name)
        if pattern is None:
            return False
        return any(_is_near(after[: match.start()], name) for match in pattern.finditer(after[:100]))


@lru_cache(maxsize=1)
def naming_scan() -> NamingScan:
    """Return the scan of the vocabulary that ships with the program."""
    return NamingScan(catalogue().naming)


def is_alternative(between: str) -> bool:
    """Say whether what stands between two products says that one of them is meant."""
    return _ALTERNATIVE.match(between) is not None


def has_alternatives(text: str, start: int, end: int, *, in_brand_zone: bool) -> bool:
    """Say whether the name `text[start:end]` is one of several in a list, whoever the others are: A, B or C.

    Args:
        text: As printed; a name of the list begins with a capital letter.
        start: Where the name begins.
        end: Where it ends.
        in_brand_zone: Whether nothing but brands stands there: 甲、乙、丙.
    """
    after, before = text[end : end + _LIST_REACH], text[max(0, start - _LIST_REACH) : start]
    if _OR_OTHERS.match(after) is not None or _OTHERS_OR.search(before) is not None:
        return True
    return in_brand_zone and (_ZONE_AFTER.match(after) is not None or _ZONE_BEFORE.search(before) is not None)


def grade_of(stage: Stage | None, *, is_bid: bool) -> Grade | None:
    """Return where in a procedure a document stands for its parts; None if it does not say."""
    if stage is None:
        return Grade.BID if is_bid else None
    return GRADES.get(stage)


def plain_naming(grade: Grade | None, *, is_part: bool, is_whole_item: bool) -> Naming:
    """Return as what a product is named where no word says it.

    Args:
        grade: Where in the procedure.
        is_part: Whether the words show that goods are meant: a model, a word for goods beside it, a column of brands.
        is_whole_item: Whether it is a line of goods, with brand and model.
    """
    if grade is None or not is_part:
        return Naming.NAMED
    if is_whole_item and grade in {Grade.AWARD, Grade.CONTRACT}:
        return Naming.ITEM
    return _PLAIN[grade]


def _is_near(between: str, name: Naming) -> bool:
    cleaned = _LISTED_ON.sub("", _LISTED.sub("", between)).replace(_BLANK, "")
    if _BREAK.search(cleaned) or (name is Naming.EXISTING and _INSTEAD.search(cleaned)):
        return False
    length = sum(2 if sign > "\u2e80" else 1 for sign in cleaned)
    if name is Naming.PASSING:
        return length <= _REACH_PASSING * 2
    return length <= (_REACH_HAN * 2 if re.search(rf"[{HAN_CLASS}]", cleaned) else _REACH_OTHER)


def _blanked(clause: str, spans: Sequence[tuple[int, int]]) -> str:
    signs = list(clause)
    for start, end in spans:
        signs[start:end] = _BLANK * (end - start)
    return "".join(signs)


def _pattern(words: Sequence[str]) -> re.Pattern[str]:
    return re.compile(alternation(words, letters=LETTERS_AND_ARABIC, blank=r"\s") or r"(?!)")
