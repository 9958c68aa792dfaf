"""Next steps, names of patterns and reasons of screenings, which the program says in English, in the reader's language.

`locale/told-zh.toml` has each of them in Chinese. Next steps and names are looked up whole. The reasons of a screening
are clauses in a row, in which words of documents and lists stand; where one clause is not known, all stays English.
"""

from __future__ import annotations

import re
import tomllib
from functools import cache
from importlib import resources
from typing import NamedTuple

from tenderlight.screening.told import ToldFeature

LONGEST = 2_000
"""Characters of reasons that are taken apart; the program makes none so long."""
_DAY = r"[0-9]{4}(?:-[0-9]{2}){0,2}"
_PLACEHOLDERS = {
    "day": _DAY,
    "until": _DAY,
    "code": r"[A-Za-z]{2,3}",
    "codes": r"[A-Za-z]{2,3}(?:, [A-Za-z]{2,3}){0,40}",
    "status": r"before listing|listed|after removal|date unknown",
    "after": r"before listing|listed|after removal|date unknown",
    "version": r"[0-9a-f-]{10,12}",
}
_ANYTHING = r".{1,300}?"
_SIGNS = {".": "。", ";": "；", ",": "，", "": ""}
_PART = re.compile(r"([a-z]+(?: boxes)?)( [0-9]{1,9})?(?: |\Z)")
_CUT = re.compile(r"(?P<sign>[.;,]) +|(?P<last>[.;,]?)\Z")
"""Where a clause may end. Signs of names are among them: "Co., Ltd."."""
MOST_CUTS = 60


class _Clause(NamedTuple):
    """A clause as it is found in English, and in another language."""

    found: re.Pattern[str]
    told: str


def next_step_in(language: str, step: str) -> str:
    """Return what to do about a problem, as a reader of a language reads it; as it is, where nobody translated it."""
    return rows_of(language, "next_steps").get(step, step)


def pointer_in(language: str, pointer: str) -> str:
    """Return a place without pages ("table 2 row 3 cell 1") in a language; JSON Pointers stay as they are."""
    known = rows_of(language, "places")
    parts = _PART.findall(pointer)
    if not known or not parts or " ".join("".join(part) for part in parts) != pointer:
        return pointer
    told = [known[kind].format(number=number.strip()) for kind, number in parts if kind in known]
    return "".join(told) if len(told) == len(parts) else pointer


def pattern_in(language: str, name: str) -> str:
    """Return the name of a pattern of a rule, as a reader of a language reads it."""
    return rows_of(language, "patterns").get(name, name)


def screening_in(language: str, reasons: str) -> str:
    """Return the reasons of a screening, or a word of its comparisons, as a reader of a language reads them.

    Args:
        language: One of `catalogue.LANGUAGES`.
        reasons: As the record has them: clauses in English.
    """
    known = rows_of(language, "screening")
    if reasons in known or not known or len(reasons) > LONGEST:
        return known.get(reasons, reasons)
    cuts = list(_CUT.finditer(reasons))
    if len(cuts) > MOST_CUTS:
        return reasons
    told = {len(reasons): ""}
    for at in [*reversed([cut.end() for cut in cuts[:-1]]), 0]:
        rest = (
            words + _SIGNS[cut["sign"] or cut["last"] or ""] + told[cut.end()]
            for cut in cuts
            if cut.start() > at and cut.end() in told
            if (words := _clause_in(language, reasons[at : cut.start()]))
        )
        if (found := next(rest, None)) is not None:
            told[at] = found
    return told.get(0, reasons)


def feature_in(language: str, feature: ToldFeature) -> str:
    """Return one comparison of a screening: what was compared, both values, and what is said of them."""
    name, ours, theirs, note = (
        screening_in(language, words) for words in (feature.name, feature.ours, feature.theirs, feature.note)
    )
    return f"{name}{'：' if language == 'zh' else ': '}{ours} / {theirs} {note}".strip()


def _clause_in(language: str, english: str) -> str:
    """Return one clause in another language; empty if it is none."""
    known = rows_of(language, "screening")
    for clause in _clauses(language):
        if found := clause.found.fullmatch(english):
            return clause.told.format_map({name: known.get(word, word) for name, word in found.groupdict().items()})
    return ""


@cache
def _clauses(language: str) -> tuple[_Clause, ...]:
    """Return the clauses of a language, those with the most fixed words first."""
    rows = sorted(rows_of(language, "screening").items(), key=lambda row: -len(re.sub(r"{\w+}", "", row[0])))
    return tuple(_Clause(re.compile(_pattern_of(english), re.DOTALL), told) for english, told in rows)


def _pattern_of(english: str) -> str:
    parts = re.split(r"{(\w+)}", english)
    pieces = (
        f"(?P<{part}>{_PLACEHOLDERS.get(part, _ANYTHING)})" if number % 2 else re.escape(part)
        for number, part in enumerate(parts)
    )
    return "".join(pieces)


@cache
def rows_of(language: str, name: str) -> dict[str, str]:
    """Return a table by its English; empty if the language has none."""
    file = resources.files("tenderlight.publish") / "locale" / f"told-{language}.toml"
    if not file.is_file():
        return {}
    found: dict[str, str] = tomllib.loads(file.read_text("utf-8"))[name]
    return found
