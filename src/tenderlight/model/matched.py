"""What is asked of the lists, and what was found: a match has a grade and reasons, never a bare score."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tenderlight.model.listing import ListedEntity
from tenderlight.model.values import Identifier


class Grade(StrEnum):
    """How a name and an entry belong together, the surest first."""

    SAME_IDENTIFIER = "same identifier"
    SAME_REGISTERED_NAME = "same registered name"
    LISTED_ALIAS = "listed alias"
    DERIVED_FORM = "derived form"
    """By a rule or a sourced table: other script, pinyin, short form with place, legal form left out …"""
    RESEMBLES = "resembles"
    """For a person to look at. No claim is made of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Query:
    """A party as a document names it."""

    name: str
    identifiers: tuple[Identifier, ...] = ()
    country: str | None = None
    """ISO 3166-1 alpha-2."""
    place: str | None = None
    """Province, city or address, as written."""
    schema: str | None = None
    """FollowTheMoney; None = not known whether a person, a company or a thing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """One thing that was compared."""

    name: str
    """"registered name", "identifier CN-USCC", "place", "legal form", "one character differs" …"""
    ours: str
    """What was compared on the query's side, as compared."""
    theirs: str
    """What was compared on the entry's side, as compared."""
    weight: float
    """Above 0 speaks for the match, below 0 against it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Match:
    """An entry that a query may mean."""

    entity: ListedEntity
    grade: Grade
    score: float
    """0-1, comparable within one grade only."""
    features: tuple[Feature, ...]
    explanation: str
    """In plain words, what speaks against it included."""
