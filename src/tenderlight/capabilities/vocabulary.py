"""The compiled vocabulary: senses with their words, and capabilities as patterns of senses.

People edit `vocabulary/capabilities/*.toml`; `make vocabulary` turns them into one table that ships inside the package.
This module reads that table, once a process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum, StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

import msgspec

from tenderlight.capabilities.word_list import WordList, word_list_from
from tenderlight.model.statement import Polarity

ENGINE_VERSION = 23
"""Raised whenever the same text under the same vocabulary may give other statements."""

LANGUAGES_WITH_RULES = frozenset({"zh", "en", "es"})
"""Languages in which the rules find most of what is bought in passages that they were not made on (see
`evaluation/passages`). In others they find half or less: what they find holds, what they do not find means nothing."""

WORDS = {
    "capability_terms_latin_to_l.json": "m",
    "capability_terms_latin_from_m.json": "\u0400",
    "capability_terms_cyrillic.json": "\u0600",
    "capability_terms_arabic.json": "\u2e80",
    "capability_terms_han.json": "\U0010ffff",
}
"""The files of the words, by script and in the order of its characters: each holds those that begin before the sign it
names, and not before that of the file above."""
TABLES = ("capabilities.json", *WORDS)
"""The files of the table that ships: what is asked for, and the words."""
SECOND_READER = "second_reader.json"
"""The table of the second reader, which is asked about what the others find."""
READER_OF_PURCHASES = "second_reader_purchases.json"
"""That of what tells purchases, of whatever capability, from innocent words and refusals."""
READER_OF_MEANING = "second_reader_meaning.json"
"""That of what the meaning of a stretch of text speaks for, where the extra `meaning` is installed."""
READER_OF_SENSES = "second_reader_senses.json"
"""That of what the senses of the vocabulary speak for, in no order."""
POLARITY_READER = "polarity_reader.json"
"""That of what the wording of a clause, and what rules make of it, say of its polarity."""
LIKELIHOOD = "likelihood.json"
"""The trees that say how likely a finding is right."""


class Scope(StrEnum):
    """How far from the words that meet a pattern another sense may stand."""

    NEAR = "near"
    """Within the pattern's own distance of them."""
    ITEM = "item"
    """In the same item of an enumeration."""
    CLAUSE = "clause"
    LIST = "list"
    """In the same enumeration: items joined by 、 or commas, with the words that lead it in."""
    SENTENCE = "sentence"
    LINE = "line"
    """In the same paragraph, or the same table row."""
    SECTION = "section"
    """In the same paragraph, or in a line shortly before it, or in the heading above."""
    DOCUMENT = "document"


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A sense (or one of several) that a pattern asks for, or refuses."""

    senses: frozenset[str]
    count: int = 1
    scope: Scope = Scope.SENTENCE
    spare: frozenset[str] = frozenset()
    """Of a refusal: one of these in the same scope lifts it."""


class Form(Enum):
    """How much of a pattern is asked for."""

    WHOLE = "all of it"
    FARTHER = "all of it, farther apart and in any order"
    FEWER = "all but one sense"
    ANY_TWO = "what the capability acts on, and one more of its senses"
    SOME = "some of its senses, in one clause"


@dataclass(frozen=True, slots=True, kw_only=True)
class Pattern:
    """Senses that together mean a capability."""

    name: str
    core: tuple[Need, ...]
    """Must stand together in `scope`, each at most `near` from the others, in any order unless `in_order`."""
    scope: Scope
    near: int
    in_order: bool
    context: tuple[Need, ...]
    """Must stand somewhere around."""
    without: tuple[Need, ...]
    """Must not stand there, unless one of `unless` does."""
    unless: tuple[Need, ...]
    only: frozenset[Polarity]
    """Polarities that the pattern is good enough for; empty = all."""
    confidence: float
    against: tuple[str, ...]
    """What speaks against every claim made by this pattern."""
    form: Form = Form.WHOLE


@dataclass(frozen=True, slots=True, kw_only=True)
class Capability:
    """A capability of the taxonomy, with the patterns that find it."""

    code: str
    version: int
    label_en: str
    label_zh: str
    severity: str
    patterns: tuple[Pattern, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Cue:
    """What a sense says about the polarity of the words near it."""

    polarity: Polarity
    side: str
    """Where the cue stands: "before" the words it governs, "after" them, or "either"."""
    reach: int
    """Most characters between the cue and the words (four letters of other scripts count as one)."""
    after_needs: str
    """Behind the words it counts only if this sense follows it at once (不得 + 启用); empty = always."""
    whole_cell: bool
    """Counts only where it fills a table cell or a bracket."""
    leads: bool
    """Also governs what follows a colon, the lines of a list, or a table column headed by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Neighbour:
    """How a capability stands to others that are found on the same words."""

    own: frozenset[str]
    """Senses of what it acts on or with."""
    gives_way_to: frozenset[str]
    """Codes of capabilities that hold where both are found on the same words."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """All terms, cues and capabilities."""

    terms: WordList
    cues: Mapping[str, Cue]
    places: Mapping[str, Mapping[str, str]]
    """Kinds of chapter by sense: what standing there does."""
    capabilities: tuple[Capability, ...]
    neighbours: Mapping[str, Neighbour]
    """By code of the capability; those that meet no others are not there."""

    @property
    def codes(self) -> frozenset[str]:
        """Codes of the capabilities that rules exist for."""
        return frozenset(capability.code for capability in self.capabilities)


@lru_cache(maxsize=1)
def load_vocabulary() -> Vocabulary:
    """Return the vocabulary that ships with the package; read once a process."""
    return vocabulary_from(*_tables())


@lru_cache(maxsize=1)
def vocabulary_version() -> str:
    """Return a name for vocabulary, engine and second reader together: another name means that claims may differ."""
    readers = map(_table, (SECOND_READER, READER_OF_PURCHASES, READER_OF_SENSES, POLARITY_READER, LIKELIHOOD))
    content = b"".join((*_tables(), *readers))
    return f"{hashlib.sha256(content).hexdigest()[:16]}/{ENGINE_VERSION}"


def _tables() -> tuple[bytes, ...]:
    return tuple(map(_table, TABLES))


def _table(name: str) -> bytes:
    return (resources.files("tenderlight._generated") / name).read_bytes()


def vocabulary_from(*contents: bytes) -> Vocabulary:
    """Read a compiled table, in one file or several.

    Raises:
        msgspec.DecodeError: It is not one.
    """
    table: dict[str, Any] = {}
    for content in contents:
        for name, rows in msgspec.json.decode(content).items():
            table.setdefault(name, rows)
            if table[name] is not rows:  # the words are in several
                table[name].update(rows)
    return Vocabulary(
        terms=word_list_from(table),
        cues={name: _cue(row) for name, row in table["cues"].items()},
        places=table["places"],
        capabilities=tuple(_capability(row) for row in table["capabilities"]),
        neighbours={code: _neighbour(row) for code, row in table["neighbours"].items()},
    )


def _cue(row: Mapping[str, Any]) -> Cue:
    return Cue(
        polarity=Polarity(row["polarity"]),
        side=row["side"],
        reach=row["reach"],
        after_needs=row["after_needs"],
        whole_cell=row["whole_cell"],
        leads=row["leads"],
    )


def _neighbour(row: Mapping[str, Any]) -> Neighbour:
    return Neighbour(own=frozenset(row["own"]), gives_way_to=frozenset(row["gives_way_to"]))


def _need(row: Mapping[str, Any]) -> Need:
    return Need(
        senses=frozenset(row["senses"]), count=row["count"], scope=Scope(row["scope"]), spare=frozenset(row["spare"])
    )


def _capability(row: Mapping[str, Any]) -> Capability:
    return Capability(
        code=row["code"],
        version=row["version"],
        label_en=row["label_en"],
        label_zh=row["label_zh"],
        severity=row["severity"],
        patterns=tuple(_pattern(pattern) for pattern in row["patterns"]),
    )


def _pattern(row: Mapping[str, Any]) -> Pattern:
    return Pattern(
        name=row["name"],
        core=tuple(_need(need) for need in row["core"]),
        scope=Scope(row["scope"]),
        near=row["near"],
        in_order=row["in_order"],
        context=tuple(_need(need) for need in row["context"]),
        without=tuple(_need(need) for need in row["without"]),
        unless=tuple(_need(need) for need in row["unless"]),
        only=frozenset(Polarity(name) for name in row["only"]),
        confidence=row["confidence"],
        against=tuple(row["against"]),
    )
