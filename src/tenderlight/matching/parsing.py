"""A name cut into its parts: place, distinctive rest, legal form, branch. Chinese and Western names alike."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import lru_cache

import msgspec

from tenderlight.languages.scripts import Script, main_script
from tenderlight.matching.forms import take_form_off_chinese, take_form_off_words
from tenderlight.matching.places import Place, place_at_start, place_named
from tenderlight.matching.spelling import EAST, spelled
from tenderlight.matching.tables import name_tables

LONGEST = 300
"""Characters of a name that are looked at; what is longer is no name, and is cut."""
_UNIT = (
    r"(?:分公司|子公司|支公司|分行|支行|办事处|代表处|营业部|营业厅|经营部|项目部|分院|分校|分局|分所|分中心|分部|分厂|"
    r"派出所|事业部|工作室|专卖店|经销商|代理商|经销部|服务站|直属支队|支队|大队)"
)
_BRANCH = re.compile(rf"^(.{{2,}}?(?:公司|银行|集团|大学|学院|医院|局|厅|部|所|院|厂))(.{{0,16}}?{_UNIT})$")
_LAST_BRACKET = re.compile(r"\(([^()]{2,40})\)$")
_BRACKETS = re.compile(r"\(([^()]{1,20})\)")
_SHARES = re.compile(r"\(股份\)(?=有限公司|公司)")
_KANA = re.compile("[\u3041-\u30ff]")
_NOTES = re.compile(r"\((?:本部|上市|原名|以下简称.{0,14}|盖章|公章|签章|单位公章)\)$")


class Writing(StrEnum):
    """How a name is written, as far as it matters for cutting it up."""

    HAN = "han"
    """With Chinese characters or kana."""
    LATIN = "latin"
    OTHER = "other"


HAN, LATIN, OTHER = Writing.HAN, Writing.LATIN, Writing.OTHER


class ParsedName(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A name in parts, all in one spelling.

    A struct, for there are as many as names on all lists: made fast, and never walked by the collector of cycles.
    """

    spelling: str
    kind: Writing
    words: tuple[str, ...]
    """Western and other scripts: words without legal form and article. Chinese: the distinctive rest, one word."""
    rest: str
    """The words without blanks between: brand and trade, no place, no form."""
    form: str
    """Code of the legal form; "" = none."""
    place: Place | None = None
    bracket: bool = False
    """Whether the place stood in brackets."""
    branch: str = ""
    """Words that make it a part of somebody else: 新疆分公司, branch."""
    brand_ends: int = 0
    """Where the trade begins in the rest of a Chinese name."""

    @property
    def brand(self) -> str:
        """The rest of a Chinese name before its trade: 岚川 of 岚川智能科技."""
        return self.rest[: self.brand_ends]

    @property
    def trade(self) -> str:
        """The trade of a Chinese name: 智能科技 of 岚川智能科技."""
        return self.rest[self.brand_ends :]

    @property
    def has_kana(self) -> bool:
        """Whether it is in Japanese, as far as one can see."""
        return _KANA.search(self.spelling) is not None


@lru_cache(maxsize=262_144)
def parse_name(text: str) -> ParsedName:
    """Cut a name into its parts. Never fails: an empty name has no words."""
    spelling = spelled(text[:LONGEST])
    return _parse_chinese(spelling) if EAST.search(spelling) else _parse_words(spelling)


def _parse_words(spelling: str) -> ParsedName:
    spelling = _without_repetition(spelling)
    words = tuple(spelling.replace("(", " ").replace(")", " ").split())
    words, form = take_form_off_words(words)
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > 1 and form and words[-1] in {"and", "co"} and form not in {"llc"}:
        words = words[:-1]
    branch = next(filter(name_tables().general["branch"].__contains__, words), "")
    is_latin = spelling.isascii() or (
        main_script(spelling) in {Script.LATIN, Script.OTHER} and not _is_foreign(spelling)
    )
    kind = LATIN if is_latin else OTHER
    return ParsedName(spelling=spelling, kind=kind, words=words, rest="".join(words), form=form, branch=branch)


def _without_repetition(spelling: str) -> str:
    """Take off a last bracket that only says a word of the name again, or its initials: HiSilicon … Ltd (HiSilicon)."""
    bracket = _LAST_BRACKET.search(spelling)
    if bracket is None:
        return spelling
    before, said = spelling[: bracket.start()].split(), bracket[1].split()
    again = all(word in before for word in said) or "".join(said) in {
        "".join(word[0] for word in before[:length]) for length in range(2, len(before) + 1)
    }
    return " ".join(before) if before and again else spelling


def _is_foreign(spelling: str) -> bool:
    """Say whether a name is written in letters that are neither Latin nor figures (Greek, Thai, Hebrew …)."""
    return not spelling.isascii() and any(ord(one) > 0x36F for one in spelling)


def _parse_chinese(spelling: str) -> ParsedName:
    name = _SHARES.sub("股份", _NOTES.sub("", spelling))
    branch = ""
    part = _BRANCH.match(name)
    if part:
        name, branch = part[1], part[2]
    name, form = take_form_off_chinese(name)
    place, rest = place_at_start(name)
    if place and (not rest or (rest[0] in "()" and len(_BRACKETS.sub("", rest)) < 2)):
        place, rest = None, name
    bracketed, rest = _place_in_brackets(rest, form) if "(" in rest and place is None else (None, rest)
    if bracketed:
        place = bracketed
    rest = rest.replace(" ", "")
    return ParsedName(
        spelling=spelling,
        kind=HAN,
        words=(rest,) if rest else (),
        rest=rest,
        form=form,
        place=place,
        bracket=bracketed is not None,
        branch=branch,
        brand_ends=_brand_ends(rest),
    )


def _place_in_brackets(rest: str, form: str) -> tuple[Place | None, str]:
    """Take a place in brackets out of the name of a company.

    Only of a company: a place in brackets behind the name of a university is a campus.
    """
    if not form:
        return None, rest
    for bracket in _BRACKETS.finditer(rest):
        place = place_named(bracket[1])
        if place and bracket.start() > 0:
            return place, rest[: bracket.start()] + rest[bracket.end() :]
    return None, rest


@lru_cache(maxsize=1)
def _trades() -> tuple[frozenset[str], int]:
    trades = frozenset(name_tables().trades)
    return trades, max(map(len, trades))


def _brand_ends(rest: str) -> int:
    """Return where the trade begins in a Chinese name's rest: 岚川智能科技 → 2.

    The trade is every known trade word at the end, one after the other; the brand may be empty.
    """
    trades, longest = _trades()
    end = len(rest)
    while end:
        start = next((start for start in range(max(0, end - longest), end) if rest[start:end] in trades), None)
        if start is None:
            break
        end = start
    return end


@lru_cache(maxsize=1)
def general_words() -> frozenset[str]:
    """Return English words that tell no party from another, such as university, technology and group."""
    tables = name_tables()
    words = {word for table in tables.words.values() for words in table.values() for word in words.split()}
    return frozenset(words - tables.general["places"]) | tables.general["small"] | tables.general["general"]


@lru_cache(maxsize=1)
def _general_chinese() -> tuple[frozenset[str], int]:
    tables = name_tables()
    proper = tables.general["places"]
    words = {word for word, meant in tables.words["zh"].items() if not set(meant.split()) <= proper}
    general = frozenset({*words, *tables.trades})
    return general, max(map(len, general))


@lru_cache(maxsize=16_384)
def is_general_chinese(rest: str) -> bool:
    """Say whether the rest of a Chinese name is made of general words alone: 人民医院, 国家图书馆, 科技."""
    general, longest = _general_chinese()
    reached = {0}
    for end in range(1, len(rest) + 1):
        if any(start in reached and rest[start:end] in general for start in range(max(0, end - longest), end)):
            reached.add(end)
    return len(rest) in reached


def content_words(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return the words of a Western name that are not articles and prepositions; all, if there are no others."""
    small = name_tables().general["small"]
    return tuple([word for word in words if word not in small]) or words
