"""Registered names where makers stand: the legal person of the catalogue that is printed, and no other.

A maker's sister, branch or namesake is none of it: only names that the catalogue has, letter for letter, count.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from tenderlight.components.catalogue import catalogue
from tenderlight.languages.normalise import flatten

_SIGNS = re.compile(r"[\s()（）.,，。、·'’\"“”«»-]+")
_ENDS = re.compile(r"[\s,，;；、。/]+$")


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedCompany:
    """A legal person printed as maker: `text[start:end]`."""

    start: int
    end: int
    maker: str
    """Code of the maker whose it is, or to whose group it belongs."""
    name: str
    """Its registered name in the catalogue."""


def named_company(flat: str) -> NamedCompany | None:
    """Return the company that all of a text names, or None.

    Args:
        flat: What stands in a cell or behind a label, in small letters.
    """
    stripped = _ENDS.sub("", flat)
    start = len(stripped) - len(stripped.lstrip())
    found = _by_name().get(_bare(stripped))
    if found is None:
        return None
    maker, name = found
    return NamedCompany(start=start, end=len(stripped), maker=maker, name=name)


@lru_cache(maxsize=1)
def _by_name() -> dict[str, tuple[str, str]]:
    known = catalogue()
    listed = [(name, maker.code) for maker in known.makers.values() for name in maker.names]
    listed += [
        (name, one.of)
        for one in known.companies
        if one.is_of_group
        for name in (*one.names, *([one.english] if "," in one.english else []))
    ]
    return {_bare(flatten(name)): (code, name) for name, code in listed}


def _bare(flat: str) -> str:
    return _SIGNS.sub("", flat)
