"""What is asked of the matcher, and what it answers: grades and reasons, never a bare score."""

from __future__ import annotations

from enum import StrEnum

import msgspec

from tenderlight.model.listing import ListedEntity
from tenderlight.model.values import Identifier

MATCHING_VERSION = 5
"""Raised whenever the same question may get another answer."""


class Grade(StrEnum):
    """How a query and an entry belong together, the strongest first. The first four may carry a claim."""

    SAME_IDENTIFIER = "same-identifier"
    """Both give the same number of the same register, and its check digit is right where it has one."""
    SAME_REGISTERED_NAME = "same-registered-name"
    """The name of the entry, whole, once both are spelled alike (width, case, script of Chinese, brackets)."""
    LISTED_ALIAS = "listed-alias"
    """A further name that the list gives the entry, or one that the sourced table of companies gives it."""
    DERIVED_FORM = "derived-form"
    """The name of the entry changed in a way that a rule undoes: form left out, place moved, letters transliterated."""
    RESEMBLES = "resembles"
    """For a person to look at: alike, and something speaks against it or nothing speaks for it enough."""

    @property
    def rank(self) -> int:
        """0 for the strongest."""
        return _RANKS[self._value_]


_RANKS = {grade.value: place for place, grade in enumerate(Grade)}
"""By value: a member of an enumeration is hashed by a function in Python, some ten times for each query."""
CLAIM_GRADES = (Grade.SAME_IDENTIFIER, Grade.SAME_REGISTERED_NAME, Grade.LISTED_ALIAS, Grade.DERIVED_FORM)


class Query(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """A party as a document names it."""

    name: str
    identifiers: tuple[Identifier, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2, if the document says it."""
    place: str | None = None
    """Town or region of the party, if the document says it."""
    schema: str | None = None
    """FollowTheMoney: Company, Organization, PublicBody, Person …; None = not known."""


class Feature(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One comparison between the query and an entry. Some fifteen are made for each query, hence no dataclass."""

    name: str
    """identifier, name, place, legal form, brand, trade, branch, reading, transliteration, table, country, schema …"""
    ours: str
    """What was compared of the query."""
    theirs: str
    """What was compared of the entry."""
    weight: float
    """From -1 (speaks against) over 0 (says nothing) to 1 (speaks for)."""
    note: str = ""

    @property
    def speaks_against(self) -> bool:
        """Whether it tells the two apart."""
        return self.weight < 0


class Match(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """An entry that may be meant, and why."""

    entity: ListedEntity
    grade: Grade
    score: float
    """From 0 to 1: order within a grade, no probability."""
    listed_name: str
    """The name of the entry that was compared, as written."""
    features: tuple[Feature, ...]
    explanation: str
    place: int = 0
    """Number of the entry among those the matcher was made of, from 0."""
    version: int = MATCHING_VERSION
