"""Finds many literals in one pass.

daachorse does the work where it has a wheel; elsewhere a plain Aho-Corasick automaton in Python finds the same, slower.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import Protocol


class Automaton(Protocol):
    """Finds every occurrence of every literal, overlapping ones included."""

    def find(self, text: str) -> Sequence[tuple[int, int, int]]:
        """Return (start, end, number of the literal) for each occurrence; offsets in code points, order of ends."""
        ...


class CompiledAutomaton:
    """Backed by daachorse.

    Raises:
        ImportError: If daachorse is not installed.
    """

    def __init__(self, literals: Sequence[str], *, saved: bytes | None = None) -> None:
        from daachorse import CharwiseDoubleArrayAhoCorasick

        kind = CharwiseDoubleArrayAhoCorasick
        self._automaton = kind(list(literals)) if saved is None else kind.deserialize(saved)

    @classmethod
    def loaded(cls, content: bytes) -> CompiledAutomaton:
        """Return an automaton as it was saved, in a fraction of the time that building it takes.

        Only for content whose digest was checked: it is not looked at again.

        Raises:
            ImportError: If daachorse is not installed.
            ValueError: If it is no automaton of this version of daachorse.
        """
        return cls((), saved=content)

    def saved(self) -> bytes:
        """Return the automaton for `loaded`."""
        content: bytes = self._automaton.serialize()
        return content

    def find(self, text: str) -> Sequence[tuple[int, int, int]]:
        """Return every occurrence."""
        found: Sequence[tuple[int, int, int]] = self._automaton.find_overlapping(text)
        return found


class PlainAutomaton:
    """Aho-Corasick in Python: time grows with the text and the number of occurrences, nothing else."""

    def __init__(self, literals: Sequence[str]) -> None:
        self._lengths = [len(literal) for literal in literals]
        self._next: list[dict[str, int]] = [{}]
        self._found: list[tuple[int, ...]] = [()]
        for number, literal in enumerate(literals):
            state = 0
            for character in literal:
                following = self._next[state].get(character)
                if following is None:
                    following = len(self._next)
                    self._next.append({})
                    self._found.append(())
                    self._next[state][character] = following
                state = following
            self._found[state] = (*self._found[state], number)
        self._fall = [0] * len(self._next)
        self._link()

    def _link(self) -> None:
        waiting = deque(self._next[0].values())
        while waiting:
            state = waiting.popleft()
            for character, following in self._next[state].items():
                waiting.append(following)
                fall = self._fall[state]
                while fall and character not in self._next[fall]:
                    fall = self._fall[fall]
                self._fall[following] = self._next[fall].get(character, 0)
                self._found[following] += self._found[self._fall[following]]

    def find(self, text: str) -> Sequence[tuple[int, int, int]]:
        """Return every occurrence."""
        occurrences: list[tuple[int, int, int]] = []
        state = 0
        for place, character in enumerate(text, start=1):
            while state and character not in self._next[state]:
                state = self._fall[state]
            state = self._next[state].get(character, 0)
            occurrences.extend((place - self._lengths[number], place, number) for number in self._found[state])
        return occurrences


PIECE = 1 << 20
"""Characters of a text that are looked at as one."""


class InPieces:
    """The occurrences in a text however long, looked for piece by piece, anew each time they are gone through.

    A text of one letter over and over has as many occurrences as letters, each twenty times as large in memory.
    """

    def __init__(self, automaton: Automaton, text: str, *, longest: int) -> None:
        """Look at nothing yet.

        Args:
            automaton: Finds the literals.
            text: Where.
            longest: Characters of the longest literal.
        """
        self._automaton = automaton
        self._text = text
        self._longest = longest

    def __iter__(self) -> Iterator[tuple[int, int, int]]:
        """Yield what `Automaton.find` returns, in order within a piece."""
        for first in range(0, len(self._text), PIECE):
            piece = self._text[first : first + PIECE + self._longest - 1]
            for start, end, number in self._automaton.find(piece):
                if start < PIECE:
                    yield first + start, first + end, number


def build_automaton(literals: Sequence[str]) -> Automaton:
    """Return the fastest automaton that this machine has for distinct, non-empty literals.

    Raises:
        ValueError: If a literal is empty or stands twice.
    """
    if not all(literals) or len(set(literals)) != len(literals):
        raise ValueError("literals must be distinct and not empty")
    try:
        return CompiledAutomaton(literals)
    except ImportError:
        return PlainAutomaton(literals)
