"""The generated tables of names: forms, words, companies, readings. Each is loaded once, when it is first asked for."""

from __future__ import annotations

import json
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import msgspec

_FOLDER = Path(__file__).resolve().parent.parent / "_generated"


class FormRow(msgspec.Struct, frozen=True):
    """One legal form and how it is written."""

    form: str
    written: tuple[str, ...]
    may_be: tuple[str, ...] = ()


class CompanyRow(msgspec.Struct, frozen=True):
    """One company of the sourced table: see vocabulary/parties/README.md."""

    code: str
    country: str
    registered: tuple[str, ...]
    sources: tuple[str, ...]
    makes: bool
    former: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    ambiguous: tuple[str, ...] = ()
    group: str | None = None
    listed: tuple[str, ...] = ()
    """Entries of list files that bear one of the names, with the file."""
    unchecked: tuple[str, ...] = ()
    """Names that stand in no file that was at hand: no claim rests on them."""

    @property
    def name(self) -> str:
        """The registered name to show it by."""
        return self.registered[0]


class NameTables(msgspec.Struct, frozen=True):
    """Everything of `party_names.json`."""

    companies: tuple[CompanyRow, ...]
    forms: tuple[FormRow, ...]
    trades: tuple[str, ...]
    words: dict[str, dict[str, str]]
    """By script or language: a word, and its words in English."""
    general: dict[str, frozenset[str]]
    """Words that tell no party from another: "branch", "small", "general"; and "places", which do."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Readings:
    """How Chinese characters are read, without tones."""

    characters: dict[str, str]
    words: dict[str, tuple[str, ...]]
    """Words that are read otherwise than their characters one by one."""
    begins: frozenset[str]
    """First two characters of those words."""


@lru_cache(maxsize=1)
def name_tables() -> NameTables:
    """Return the tables made from vocabulary/parties."""
    return msgspec.json.decode((_FOLDER / "party_names.json").read_bytes(), type=NameTables)


@lru_cache(maxsize=1)
def readings() -> Readings:
    """Return the readings of Chinese characters (pypinyin, MIT)."""
    content = json.loads((_FOLDER / "pinyin.json").read_text("utf-8"))
    words = {word: tuple(read.split(" ")) for word, read in content["words"].items()}
    return Readings(
        characters={one: reading for reading, found in content["characters"].items() for one in found},
        words=words,
        begins=frozenset(word[:2] for word in words),
    )
