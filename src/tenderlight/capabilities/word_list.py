"""The words of the vocabulary as they ship: by their letters without accents, each with what it means.

Nearly all of ninety thousand words are written in one way and mean one thing. Of those the table holds a number, and a
`Term` is made when a text has the word: a page has some hundred of them.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec

from tenderlight.capabilities.word_classes import with_words

BORDERED, WEAK, WHOLE = 1, 2, 4
"""What a term of the table is, added up."""
_PLAIN = [BORDERED, 0, 0]
"""Flags and neighbours of a meaning that says none."""


class Term(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One way to write a sense, folded. `literal` is found by the automaton, `rest` is checked behind it.

    A `*` in `rest` stands for letters up to the end of the word, `*<…|…>` for one of these words.
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


class Meaning(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """What terms have in common that mean the same under the same conditions; as in `Term`.

    A struct, for there are thousands to make.
    """

    senses: frozenset[str]
    bordered: bool
    weak: bool
    whole: bool
    not_before: tuple[str, ...]
    not_after: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class WordList:
    """All terms of a vocabulary."""

    words: Mapping[str, int | Sequence[tuple[str, int]]]
    """By literal without accents: the number of its meaning, if it is written so and nothing else is; otherwise its
    terms, each with the literal and what stands behind it as written in the table, and the number of its meaning."""
    meanings: Sequence[Meaning]
    classes: Mapping[str, str]
    """By name of a class of words, the words (`…|…`)."""

    def __iter__(self) -> Iterator[Term]:
        """Yield all terms, those of one literal together."""
        for literal in self.words:
            yield from self.terms(literal)

    def terms(self, literal: str) -> tuple[Term, ...]:
        """Return the terms of a literal.

        Raises:
            KeyError: If it is none.
        """
        said = self.words[literal]
        if isinstance(said, int):
            return (self._term(literal, said),)
        return tuple(self._term(written, number) for written, number in said)

    def _term(self, written: str, number: int) -> Term:
        literal, star, behind = written.partition("*")
        meaning = self.meanings[number]
        return Term(
            literal=literal,
            rest=with_words(star + behind, self.classes) if "<" in behind else star + behind,
            senses=meaning.senses,
            bordered=meaning.bordered,
            weak=meaning.weak,
            whole=meaning.whole,
            not_before=meaning.not_before,
            not_after=meaning.not_after,
        )


def word_list_from(table: Mapping[str, Any]) -> WordList:
    """Read the words of a compiled table."""
    names = table["senses"]
    senses = [frozenset([names[number] for number in numbers]) for numbers in table["sense_sets"]]
    borders = [tuple(words) for words in table["border_sets"]]
    meanings = []
    for sense_set, *said in table["meanings"]:
        flags, before, after = said + _PLAIN[len(said) :]
        meanings.append(
            Meaning(
                senses=senses[sense_set],
                bordered=bool(flags & BORDERED),
                weak=bool(flags & WEAK),
                whole=bool(flags & WHOLE),
                not_before=borders[before],
                not_after=borders[after],
            )
        )
    return WordList(words=table["words"], meanings=tuple(meanings), classes=table["classes"])
