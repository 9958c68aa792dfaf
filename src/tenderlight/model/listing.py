"""Entries of lists (sanctions, export controls, forced labour …), as the list's issuer states them.

The words for parties are those of FollowTheMoney. Of a person only the name, the programme and the dates of the entry
are kept: no birth date, no passport, no address.
"""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from enum import StrEnum

from tenderlight.model.values import Identifier, PartialDate


class NameKind(StrEnum):
    """What a name in an entry is, as far as the list says."""

    NAME = "name"
    ALIAS = "alias"
    WEAK_ALIAS = "weak-alias"
    """Marked by the list as one that many may bear."""
    PREVIOUS = "previous"
    TRANSLITERATION = "transliteration"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedName:
    """One name of an entry, as written."""

    text: str
    kind: NameKind = NameKind.NAME
    language: str | None = None
    """ISO 639-1, or with a script ("zh-Hant"); None where the list does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedEntity:
    """One entry of one list.

    The four dates are kept apart because they differ: an entry may be announced, take effect, and be printed in the
    official journal on three days. None = the list does not say.

    Raises:
        ValueError: If it has no name.
    """

    entry: str
    """Id within the list: the issuer's where there is one, else made of name and country."""
    list_code: str
    """"us-entity-list", "us-sdn", "un-sc" …; lists of others by the name of their dataset."""
    schema: str
    """FollowTheMoney: Company, Organization, PublicBody, Person, Vessel, Airplane, LegalEntity (not said which) …"""
    names: tuple[ListedName, ...]
    """As they stand in the entry, the main name first."""
    identifiers: tuple[Identifier, ...] = ()
    countries: tuple[str, ...] = ()
    """ISO 3166-1 alpha-2, upper case."""
    addresses: tuple[str, ...] = ()
    announced: PartialDate | None = None
    effective: PartialDate | None = None
    published: PartialDate | None = None
    """In the official journal."""
    removed: PartialDate | None = None
    """Day from which the entry no longer holds, as the list itself says."""
    known_listed: PartialDate | None = None
    """A day on which the entry was on the list, though it may be older: the date of a list that is issued whole each
    time, or the day on which a collector of lists first saw it. Never the day of listing."""
    programmes: tuple[str, ...] = ()
    citations: tuple[str, ...] = ()
    """Where the entry was printed, as the list writes it ("84 FR 54004, 10/9/19")."""
    parents: tuple[str, ...] = ()
    """Names of those it belongs to, only where the list itself says so."""
    source: str = ""
    """Where in the file: "row 12", "line 3", a JSON Pointer or an XPath."""

    def __post_init__(self) -> None:
        if not self.names:
            raise ValueError(f"an entry needs a name: {self.entry}")

    @property
    def name(self) -> str:
        """The main name, as written."""
        return self.names[0].text


@dataclass(frozen=True, slots=True, kw_only=True)
class ListSnapshot:
    """One list as it stood in one file."""

    sha256: str
    """Of the file's bytes; of several files that are one list, of the line-by-line statement of their hashes."""
    list_code: str
    issuer: str
    as_of: datetime.date | None
    """Day of the list, as the file itself says; None where it does not."""
    licence: str
    url_said: str
    """What the file says of its origin: an address or the name of the file it was made from."""
    entities: int
    reader: str
    """Which reader read it, with its version: "us-csl-csv/1"."""
