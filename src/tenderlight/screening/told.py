"""What a record of a screening says, read back: its lists, its names, its hits."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import TypeVar

import msgspec

from tenderlight.errors import UsageError

_Shape = TypeVar("_Shape")
UNANSWERED = frozenset({"screen-name-empty", "screen-name-long"})
"""Problems of a name that is not held against lists at all."""


class ToldList(msgspec.Struct, frozen=True):
    """A list that a record used."""

    list: str
    title: str
    sha256: str
    issuer: str
    as_of: str | None = None


class ToldHead(msgspec.Struct, frozen=True):
    """The first line: lists and versions."""

    record: str
    versions: dict[str, int]
    lists: list[ToldList]


class ToldFeature(msgspec.Struct, frozen=True):
    """One comparison of a hit."""

    name: str
    ours: str
    theirs: str
    weight: float
    note: str


class ToldText(msgspec.Struct, frozen=True):
    """A name of an entry."""

    text: str
    kind: str


class ToldEntry(msgspec.Struct, frozen=True):
    """The entry of a hit."""

    id: str
    compared: str
    names: list[ToldText]
    programmes: list[str]
    citations: list[str]
    place_in_file: str
    countries: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    schema: str = ""
    """FollowTheMoney: Company, Person, Vessel …; empty = not told."""


class ToldSighting(msgspec.Struct, frozen=True):
    """A version of a list that was held, and whether it has the entry."""

    sha256: str
    as_of: str | None
    has_it: bool
    can_be_compared: bool
    """Whether it writes names as the version before it does, so that a missing entry means something."""


class ToldHit(msgspec.Struct, frozen=True):
    """A hit as a record tells it."""

    status: str
    because: str
    days: dict[str, str | None]
    grade: str
    may_carry_a_claim: bool
    score: float
    explanation: str
    features: tuple[ToldFeature, ...]
    list: str
    as_of: str | None
    sha256: str
    entry: ToldEntry
    snapshots: tuple[ToldSighting, ...] = ()

    @property
    def entry_name(self) -> str:
        """The main name of the entry."""
        return self.entry.names[0].text


class ToldStake(msgspec.Struct, frozen=True):
    """A stake in a sum."""

    owner: str
    owner_is: str
    percent: str | None
    since: str
    says: str
    list: str
    sha256: str
    place_in_file: str


class ToldStep(msgspec.Struct, frozen=True):
    """The counted stakes in one party."""

    owned: str
    total: str
    stakes: list[ToldStake]


class ToldOwned(msgspec.Struct, frozen=True):
    """A computed share of listed parties as a record tells it."""

    rule: str
    title: str
    grade: str
    force: str
    day: str
    total: str
    asks: str
    explanation: str
    steps: list[ToldStep]


class ToldIdentifier(msgspec.Struct, frozen=True):
    """A registered number of a name that was asked."""

    scheme: str
    number: str


class ToldQuestion(msgspec.Struct, frozen=True):
    """What was asked."""

    name: str
    identifiers: list[ToldIdentifier]
    role: str
    where: str
    days: list[str]
    day_is: str
    claims: tuple[str, ...] = ()
    """Ids of the claims that give the name."""


class ToldProblem(msgspec.Struct, frozen=True):
    """Why something could not be answered."""

    code: str
    message: str


class ToldScreening(msgspec.Struct, frozen=True):
    """A name and what the lists said to it."""

    question: ToldQuestion
    hits: list[ToldHit]
    problems: list[ToldProblem]
    owned: list[ToldOwned] = []

    @property
    def is_answered(self) -> bool:
        """Whether the name was held against the lists."""
        return is_answered((each.code for each in self.problems), has_numbers=bool(self.question.identifiers))


def is_answered(codes: Iterable[str], *, has_numbers: bool) -> bool:
    """Say whether a name was held against the lists: by its letters, or, being too short for that, by its numbers.

    Args:
        codes: Of the problems with the name.
        has_numbers: Whether it has numbers of registers.
    """
    found = set(codes)
    return not found & UNANSWERED and ("screen-name-short" not in found or has_numbers)


def read_told(lines: Iterable[bytes]) -> tuple[ToldHead, Iterator[ToldScreening]]:
    """Return the head of a record and its screenings.

    Args:
        lines: The lines of the record, without their ends.

    Raises:
        UsageError: If it is no record of a screening; of a later line, when that is reached.
    """
    each = iter(lines)
    return _decode(next(each, b""), ToldHead), (_decode(line, ToldScreening) for line in each)


def _decode(line: bytes, shape: type[_Shape]) -> _Shape:
    try:
        return msgspec.json.decode(line, type=shape)
    except msgspec.DecodeError as trouble:
        raise UsageError(f"This is no record of a screening ({trouble}).") from trouble
