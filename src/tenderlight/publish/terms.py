"""What a capability is, what is not meant by it, and why it matters, in the language of the reader.

In English the vocabulary says it. `locale/capabilities-<language>.toml` has it in other languages, each with a mark of
the English that it was made from, so that a test tells when that has changed.
"""

from __future__ import annotations

import hashlib
import tomllib
from dataclasses import dataclass
from functools import cache
from importlib import resources

from tenderlight.capabilities import CapabilityEntry
from tenderlight.publish.catalogue import HTML_CODES

MARK_DIGITS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A capability in words."""

    label: str
    definition: str
    not_when: tuple[str, ...]
    why_it_matters: str
    language: str
    """Of the words, as `lang` says it."""


def term_in(language: str, entry: CapabilityEntry) -> Term:
    """Return a capability in a language; in English where that language has no words for it."""
    row = rows(language).get(entry.code)
    if row is None:
        label = entry.label_zh if language == "zh" else entry.label
        return Term(
            label=label,
            definition=entry.definition,
            not_when=entry.not_when,
            why_it_matters=entry.why_it_matters,
            language="en",
        )
    definition, why = row["definition"], row["why_it_matters"]
    assert isinstance(definition, str)
    assert isinstance(why, str)
    return Term(
        label=entry.label_zh,
        definition=definition,
        not_when=tuple(row["not_when"]),
        why_it_matters=why,
        language=HTML_CODES[language],
    )


def mark_of(entry: CapabilityEntry) -> str:
    """Return the mark of the English words of a capability: the first digits of their SHA-256."""
    words = "\n".join([entry.definition, *entry.not_when, entry.why_it_matters])
    return hashlib.sha256(words.encode()).hexdigest()[:MARK_DIGITS]


@cache
def rows(language: str) -> dict[str, dict[str, str | list[str]]]:
    """Return the words of a language by the code of the capability; empty if it has none."""
    file = resources.files("tenderlight.publish") / "locale" / f"capabilities-{language}.toml"
    return tomllib.loads(file.read_text("utf-8")) if file.is_file() else {}
