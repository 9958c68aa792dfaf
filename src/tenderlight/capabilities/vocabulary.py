"""The compiled vocabulary: senses with their words, and capabilities as patterns of senses.

People edit `vocabulary/capabilities/*.toml`; `make vocabulary` turns them into one table that ships inside the package.
This module reads that table, once a process.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from importlib import resources
from typing import Any

import msgspec

from tenderlight.capabilities.word_classes import with_words
from tenderlight.model.statement import Polarity

ENGINE_VERSION = 11
"""Raised whenever the same text under the same vocabulary may give other statements."""

LANGUAGES_WITH_RULES = frozenset({"zh", "en", "es"})
"""Languages in which the rules find most of what is bought in passages that they were not made on (see
`evaluation/passages`). In others they find half or less: what they find holds, what they do not find means nothing."""

WORDS = {
    "capability_terms_latin.json": "\u0400",
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
BORDERED, WEAK, WHOLE = 1, 2, 4
"""What a term of the table is, added up."""
_PLAIN = [BORDERED, 0, 0]
"""Flags and neighbours of a row that says none."""


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


class Term(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One way to write a sense, folded. `literal` is found by the automaton, `rest` is checked behind it.

    A `*` in `rest` stands for letters up to the end of the word, `*<…|…>` for one of these words. A struct, for there
    are tens of thousands to make.
    """

    literal: str
    rest: str
    senses: frozenset[str]
    bordered: bool
    """True where words are set apart by blanks: the term must begin and end at a word border."""
    weak: bool
    """A likely slip of text recognition: counts only right beside another word of its pattern."""
    whole: bool
    """Words inside the term do not count."""
    not_before: tuple[str, ...]
    """Characters that, right behind the term, make it part of another word (民族 before 中学)."""
    not_after: tuple[str, ...]
    """Characters that, right before the term, make it part of another word."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Need:
    """A sense (or one of several) that a pattern asks for, or refuses."""

    senses: frozenset[str]
    count: int = 1
    scope: Scope = Scope.SENTENCE
    spare: frozenset[str] = frozenset()
    """Of a refusal: one of these in the same scope lifts it."""


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

    terms: tuple[Term, ...]
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
    content = b"".join((*_tables(), _table(SECOND_READER)))
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
            table[name] = [*table[name], *rows] if name in table else rows  # the words are in several
    names = table["senses"]
    senses = [frozenset(names[number] for number in numbers) for numbers in table["sense_sets"]]
    borders = [tuple(words) for words in table["border_sets"]]
    return Vocabulary(
        terms=tuple(_terms(table["terms"], senses, borders, table["classes"])),
        cues={name: _cue(row) for name, row in table["cues"].items()},
        places=table["places"],
        capabilities=tuple(_capability(row) for row in table["capabilities"]),
        neighbours={code: _neighbour(row) for code, row in table["neighbours"].items()},
    )


def _terms(
    rows: Sequence[Sequence[Any]],
    senses: Sequence[frozenset[str]],
    borders: Sequence[tuple[str, ...]],
    classes: Mapping[str, str],
) -> Iterator[Term]:
    """Yield the terms; each row begins with how many characters its literal shares with the one before."""
    literal = ""
    for shared, written, sense_set, *said in rows:
        ending, star, behind = written.partition("*")
        literal = literal[:shared] + ending
        flags, not_before, not_after = said + _PLAIN[len(said) :]
        yield Term(
            literal=literal,
            rest=with_words(star + behind, classes) if "<" in behind else star + behind,
            senses=senses[sense_set],
            bordered=bool(flags & BORDERED),
            weak=bool(flags & WEAK),
            whole=bool(flags & WHOLE),
            not_before=borders[not_before],
            not_after=borders[not_after],
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
