"""Finds the words of the vocabulary in a text: one pass, then word borders, then what holds of words that overlap."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache, reduce
from itertools import accumulate
from operator import or_

from tenderlight.capabilities.misreadings import Misread, Misreadings
from tenderlight.capabilities.pattern_index import PatternIndex, exclusions_of
from tenderlight.capabilities.vocabulary import Capability, Pattern, Vocabulary, load_vocabulary
from tenderlight.capabilities.weaker_forms import weaker_forms, weakest_forms
from tenderlight.capabilities.word_borders import behind_suffix, is_behind_clitic, joins
from tenderlight.capabilities.word_list import Term, WordList
from tenderlight.capabilities.words import CUE, Hit, add_hit, words
from tenderlight.languages.automaton import PIECE, Automaton, InPieces, build_automaton
from tenderlight.languages.normalise import without_accents

FOUND = "found.large_number"
"""A sense that no word has: rules find it."""
LONGEST_BEFORE = 16
"""Characters before a term that may make it part of another word."""
SHORTEST_BARE = 6
"""Letters of a term that counts where its accents are lost."""
LONGEST_WORD = 24
"""Letters that a `*` may stand for."""
LONGEST_CHAIN = 4
"""Names of peoples that may follow each other before 自治州 and the like."""


class _Terms(dict[int, tuple[Term, ...]]):
    """The terms of each literal by its number, made when they are first asked for."""

    def __init__(self, words: WordList, literals: Sequence[str]) -> None:
        super().__init__()
        self._words = words
        self._literals = literals

    def __missing__(self, number: int) -> tuple[Term, ...]:
        terms = self[number] = self._words.terms(self._literals[number])
        return terms


class Matcher:
    """A vocabulary ready to be looked for."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self.vocabulary = vocabulary
        self._literals = list(vocabulary.terms.words)
        self._terms = _Terms(vocabulary.terms, self._literals)
        self._plain: dict[int, tuple[frozenset[str], bool, bool] | None] = {}
        """Of literals met so far that are words wherever they stand, what they mean; None = it has to be looked at."""
        self._automaton: Automaton = build_automaton(self._literals)
        self._longest = max(map(len, self._literals), default=1)
        self._patterns = PatternIndex(vocabulary.capabilities)
        asked = vocabulary.capabilities, vocabulary.neighbours
        self._weaker = PatternIndex((*weaker_forms(*asked), *weakest_forms(*asked)), alike=self._patterns)
        self._found = self._patterns.bits(frozenset({FOUND}))
        bits = [self._patterns.bits(meaning.senses) for meaning in vocabulary.terms.meanings]
        self._bits = [
            bits[said] if isinstance(said, int) else reduce(or_, [bits[number] for _, number in said])
            for said in vocabulary.terms.words.values()
        ]

    def hits(self, text: str) -> list[Hit]:
        """Return the words of the vocabulary in a folded text, in order; none crosses another."""
        return words(self._spans(text, self._occurrences(without_accents(text))).values(), text)

    def hits_that_may_matter(self, text: str, recognised: Sequence[tuple[int, int]] = ()) -> list[Hit]:
        """Return the same with words that were misread, or nothing where no pattern can be met by the words there are.

        Args:
            text: The text searched.
            recognised: Parts of it that were recognised from pictures, in order: more slips are allowed for there.
        """
        bare = without_accents(text)
        occurrences = self._occurrences(bare)
        misread = self._misreadings.find(bare, recognised)
        numbers = {number for _, _, number in occurrences}
        numbers.update(one.number for one in misread)
        present = self._present(numbers)
        is_met = self._patterns.is_any_met(present)
        if not is_met and not self._weaker.is_any_possible(present):
            return []
        spans = self._spans(text, occurrences)
        found = words(spans.values(), text)
        if not is_met:
            return found
        return words([*spans.values(), *self._misread(text, misread, found)], text) if misread else found

    def _occurrences(self, bare: str) -> Iterable[tuple[int, int, int]]:
        """Return where literals stand in a text without accents."""
        if len(bare) <= PIECE:
            return self._automaton.find(bare)
        return InPieces(self._automaton, bare, longest=self._longest)

    @cached_property
    def _misreadings(self) -> Misreadings:
        words = self.vocabulary.terms
        is_weak = [meaning.weak for meaning in words.meanings]
        wanted, stems = [], []
        for number, (said, bits) in enumerate(zip(words.words.values(), self._bits, strict=True)):
            if bits and not is_weak[said if isinstance(said, int) else said[0][1]]:
                wanted.append(number)
                if not isinstance(said, int) and any(written.find("*") == len(written) - 1 for written, _ in said):
                    stems.append(number)
        return Misreadings(self._literals, wanted, stems, self._automaton)

    def _misread(self, text: str, misread: Iterable[Misread], found: Sequence[Hit]) -> Iterator[Hit]:
        """Yield what misread words are; a sign that belongs to a word as it stands is not misread."""
        starts = [hit.start for hit in found if not hit.weak]
        ends = list(accumulate((hit.end for hit in found if not hit.weak), max))
        for one in misread:
            before = bisect_left(starts, one.wrong[1])
            if one.is_slip and before and ends[before - 1] > one.wrong[0]:
                continue
            for term in self._terms[one.number]:
                senses = frozenset(sense for sense in term.senses if not sense.startswith(CUE))
                reached = _reach(term, text, one.start, one.end) if senses and not term.weak else None
                if reached is not None:
                    yield Hit(one.start, reached, senses if one.is_slip else term.senses, one.is_slip, term.whole)

    def _spans(self, text: str, occurrences: Iterable[tuple[int, int, int]]) -> dict[tuple[int, int], Hit]:
        spans: dict[tuple[int, int], Hit] = {}
        terms, plain = self._terms, self._plain
        for start, end, number in occurrences:
            if number not in plain:
                plain[number] = _if_plain(terms[number])
            single = plain[number]
            if single is not None:
                add_hit(spans, Hit(start, end, *single))
                continue
            for term in _as_written(terms[number], text[start:end]):
                reached = _reach(term, text, start, end)
                if reached is not None:
                    add_hit(spans, Hit(start, reached, term.senses, term.weak, term.whole))
        return spans

    def possible(self, hits: Iterable[Hit]) -> list[tuple[Capability, Pattern]]:
        """Return the patterns that these words can meet, by capability."""
        return self._patterns.possible(hit.senses for hit in hits)

    def possible_in_weaker_form(self, hits: Iterable[Hit]) -> list[tuple[Capability, Pattern]]:
        """Return the weaker forms of patterns that these words can meet, by capability."""
        return self._weaker.possible(hit.senses for hit in hits)

    @cached_property
    def exclusions(self) -> dict[str, frozenset[str]]:
        """By code of a capability, the senses that only ever exclude it."""
        return exclusions_of(self.vocabulary.capabilities)

    def _present(self, literals: Iterable[int]) -> int:
        """Return the bits of the senses that these literals, and large numbers, may have."""
        present = self._found
        for number in literals:
            present |= self._bits[number]
        return present


def _as_written(terms: Sequence[Term], written: str) -> Sequence[Term]:
    """Return the terms that a word may be: those spelt so, or, if there are none, those that lack but their accents.

    Typists and text recognition lose accents. None may have been kept, and the word must be long enough to be no other
    word for that ("publié" is no "publie").
    """
    if len(terms) == 1 and terms[0].literal == written:
        return terms
    exact = [term for term in terms if term.literal == written]
    return exact or (terms if len(written) >= SHORTEST_BARE and written.isascii() else ())


def _if_plain(terms: Sequence[Term]) -> tuple[frozenset[str], bool, bool] | None:
    """Return the senses, and whether they are weak and whole, of a literal that nothing around it can make another."""
    term = terms[0]
    if len(terms) > 1 or term.bordered or term.not_before or term.not_after:
        return None
    return term.senses, term.weak, term.whole


def _reach(term: Term, text: str, start: int, end: int) -> int | None:
    """Return where the term ends if its literal stands at `start`, or None if it is not the term."""
    if term.bordered:
        before = text[start - 1] if start else " "
        if before < "\u2e80" and before.isalnum() and not is_behind_clitic(text, start, end):
            return None
        reached = _rest(term.rest, text, end)
        if reached is None:
            return None
        if reached < len(text) and joins(text[reached]) and joins(text[reached - 1]):
            reached = behind_suffix(text, start, reached)
            if reached is None:
                return None
        end = reached
    if term.not_before and _is_part_of_name(term.not_before, text, end):
        return None
    if term.not_after and text.endswith(term.not_after, max(0, start - LONGEST_BEFORE), start):
        return None
    return end


def _is_part_of_name(endings: tuple[str, ...], text: str, end: int) -> bool:
    """Say whether an ending follows, at once or behind further names of peoples (土家族苗族自治州)."""
    for _ in range(LONGEST_CHAIN):
        if text.startswith(endings, end):
            return True
        following = text.find("族", end, end + 5)
        if following < 0:
            return False
        end = following + 1
    return False


def _rest(rest: str, text: str, position: int) -> int | None:
    """Follow what stands behind a literal; `*` is letters up to the end of the word, `*<…|…>` one of these words."""
    if not rest:
        return position
    for number, part in enumerate(rest.split("*")):
        if part.startswith("<"):
            listed, _, behind = part.partition(">")
            choices = _choices(listed)
            if not text.startswith(choices, position):
                return None
            position += next(len(word) for word in choices if text.startswith(word, position))
        else:
            behind = part
        if number and behind is part:
            limit = min(len(text), position + LONGEST_WORD)
            while position < limit and joins(text[position]):
                position += 1
        if not text.startswith(behind, position):
            return None
        position += len(behind)
    return position


@lru_cache(maxsize=4096)
def _choices(listed: str) -> tuple[str, ...]:
    """Return the words of a class as a term lists them ("<…|…"), the longest first."""
    return tuple(listed.removeprefix("<").split("|"))


@lru_cache(maxsize=1)
def shared_matcher() -> Matcher:
    """Return the matcher of the vocabulary that ships with the package; built once a process."""
    return Matcher(load_vocabulary())
