"""Slips of text recognition and abbreviations in names: what may be undone, and where it may not."""

from __future__ import annotations

import re
from functools import lru_cache

from tenderlight.languages.lookalikes import latin_pairs, were_confused
from tenderlight.matching.parsing import ParsedName, general_words

_ABBREVIATIONS = {
    "intl": "international",
    "int": "international",
    "natl": "national",
    "tech": "technology",
    "techs": "technologies",
    "inst": "institute",
    "univ": "university",
    "imp": "import",
    "exp": "export",
    "corp": "corporation",
    "co": "company",
    "ind": "industry",
    "inds": "industries",
    "mfg": "manufacturing",
    "dev": "development",
    "devt": "development",
    "eng": "engineering",
    "engr": "engineering",
    "elec": "electronics",
    "sci": "science",
    "info": "information",
    "comm": "communications",
    "comms": "communications",
    "mgmt": "management",
    "grp": "group",
    "hldgs": "holdings",
    "hldg": "holding",
    "dept": "department",
    "min": "ministry",
    "acad": "academy",
    "res": "research",
    "ctr": "center",
    "centre": "center",
    "lab": "laboratory",
    "govt": "government",
    "equip": "equipment",
    "pharm": "pharmaceutical",
    "pharma": "pharmaceutical",
    "chem": "chemical",
    "mech": "mechanical",
    "sys": "systems",
    "svcs": "services",
    "srv": "services",
    "defence": "defense",
    "no": "number",
    "st": "saint",
}
_FIGURES = str.maketrans("0158", "olsb")
_LETTER_AND_FIGURE = re.compile(r"(?=\w*[a-z]{2})(?=\w*[0158])[a-z0158]+\b")


def same_expanded(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether words are the same once common abbreviations are written out."""
    if "and" in one or "and" in other:
        return expanded(one) == expanded(other)
    if len(one) != len(other):
        return False
    meant = _ABBREVIATIONS.get
    return all(a == b or meant(a, a) == meant(b, b) for a, b in zip(one, other, strict=True))


def same_unslipped(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Say whether words are the same once slips are undone: the first that differs tells most, so one by one."""
    return len(one) == len(other) and all(
        a == b or _unslipped_word(a) == _unslipped_word(b) for a, b in zip(one, other, strict=True)
    )


def expanded(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with common abbreviations written out, "and" left out."""
    return tuple(_ABBREVIATIONS.get(word, word) for word in words if word != "and")


def unslipped(words: tuple[str, ...]) -> tuple[str, ...]:
    """Return words with figures read for letters undone (techno1ogy), and rn for m where a common word comes of it.

    A figure at the end of a word is one, unless a common word comes of it: h3c stays what it is, digita1 does not.
    """
    return tuple(_unslipped_word(word) for word in words)


@lru_cache(maxsize=65_536)
def _unslipped_word(word: str) -> str:
    if _LETTER_AND_FIGURE.fullmatch(word):
        letters = word.translate(_FIGURES)
        if letters in general_words() or not (word[-1].isdecimal() or word[0].isdecimal()):
            word = letters
    if word not in general_words():
        for written, meant in latin_pairs():
            if written in word and word.replace(written, meant) in general_words():
                return word.replace(written, meant)
    return word


def only_slips(ours: ParsedName, theirs: ParsedName) -> bool:
    """Say whether two Chinese names differ only by slips, all in the trade or the legal form of the listed one.

    A slip in the place or the brand may be another company's name, and is no slip here.
    """
    one, other = ours.spelling, theirs.spelling
    if len(one) != len(other) or theirs.bracket or ours.branch or theirs.branch:
        return False
    differing = [at for at, (a, b) in enumerate(zip(one, other, strict=True)) if a != b]
    distinctive = (len(theirs.place.written) if theirs.place else 0) + theirs.brand_ends
    return (
        0 < len(differing) <= 2
        and theirs.brand_ends > 0
        and differing[0] >= distinctive
        and all(were_confused(one[at], other[at]) for at in differing)
    )
