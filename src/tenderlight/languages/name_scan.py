"""Looks for very many names at once in folded text: lists of parties, makers, products, a hundred thousand and more.

One pass finds them all, whatever their number. A name is found where it stands whole: as words in scripts that set
blanks, anywhere in Chinese, over line breaks and hyphens, in either Chinese script, in capitals or not. Of names inside
a longer name only the longest counts. Which of them is meant is for others to judge: a name found is no party found.
"""

from __future__ import annotations

import hashlib
import struct
from array import array
from collections.abc import Iterable, Sequence
from itertools import accumulate
from typing import NamedTuple

from tenderlight.languages.automaton import Automaton, CompiledAutomaton, build_automaton
from tenderlight.languages.normalise import fold_text, without_hyphens
from tenderlight.languages.scripts import has_han

SHORTEST_HAN, SHORTEST_OTHER = 2, 3
"""Characters that a name must have at least; shorter ones stand in every text by chance."""
_MAGIC = b"tenderlight names 2\n"
_HEAD = struct.Struct("<QQQQ")
_DIGEST_BYTES = 32
_BETWEEN = "\n\n"
"""What folding keeps between the names of a list."""


class NameHit(NamedTuple):
    """A name in the text searched: `text[start:end]`."""

    start: int
    end: int
    ids: tuple[str, ...]
    """Whatever the caller knows it by; several where a list has the name more than once."""


class NameScan:
    """Names ready to be looked for.

    Args:
        names: Pairs of a name as written and an id of the caller's.

    Raises:
        ValueError: If an id holds a line feed or a tabulator.
    """

    def __init__(self, names: Iterable[tuple[str, str]]) -> None:
        pairs = list(names)
        by_key: dict[str, dict[str, None]] = {}
        self.too_short = 0
        """Names left out because they are shorter than `SHORTEST_HAN` or `SHORTEST_OTHER`."""
        for key, (_, known_by) in zip(_keys([name for name, _ in pairs]), pairs, strict=True):
            if "\n" in known_by or "\t" in known_by:
                raise ValueError(f"an id holds a line feed or a tabulator: {known_by!r}")
            if len(key) < (SHORTEST_HAN if has_han(key) else SHORTEST_OTHER):
                self.too_short += 1
                continue
            by_key.setdefault(key, {})[known_by] = None
        self._ids, self._ends = _packed(["\t".join(ids) for ids in by_key.values()])
        """In one piece: to look one up writes to no memory that processes share."""
        self._keys = "\n".join(by_key).encode()
        """The folded names in one piece: they are needed again only on a machine with another automaton."""
        self._automaton: Automaton | None = build_automaton(list(by_key)) if by_key else None

    def __len__(self) -> int:
        """Return how many different names there are, once folded."""
        return len(self._ends)

    def find(self, text: str) -> list[NameHit]:
        """Return the names in a folded text in which hyphens between letters are blanks, in order; none in another.

        Args:
            text: As `SearchText.text` is, or `without_hyphens(fold_text(…))`.
        """
        if self._automaton is None:
            return []
        occurrences = [one for one in self._automaton.find(text) if _stands_alone(text, one[0], one[1])]
        if len(occurrences) > 1:
            occurrences = _outermost(occurrences)
        return [NameHit(start, end, self._ids_of(number)) for start, end, number in occurrences]

    def _ids_of(self, number: int) -> tuple[str, ...]:
        start = self._ends[number - 1] if number else 0
        return tuple(self._ids[start : self._ends[number]].decode().split("\t"))

    def saved(self) -> bytes:
        """Return the names for `loaded`: a digest, then the automaton, the ids and the folded names."""
        compiled = self._automaton
        parts = (
            compiled.saved() if isinstance(compiled, CompiledAutomaton) else b"",
            self._ids,
            self._ends.tobytes(),
            self._keys,
        )
        body = _HEAD.pack(*map(len, parts)) + b"".join(parts)
        return _MAGIC + hashlib.sha256(body).digest() + body

    @classmethod
    def loaded(cls, content: bytes) -> NameScan:
        """Return names as they were saved, without building anything where the automaton is this machine's.

        Raises:
            ValueError: If it is not what `saved` gave, to the byte.
        """
        start = len(_MAGIC) + _DIGEST_BYTES
        body = memoryview(content)[start:]
        if not content.startswith(_MAGIC) or hashlib.sha256(body).digest() != content[len(_MAGIC) : start]:
            raise ValueError("these are no names as they were saved")
        scan = cls(())
        lengths = _HEAD.unpack_from(body)
        ends = [_HEAD.size + sum(lengths[: number + 1]) for number in range(4)]
        compiled, scan._ids, ends_of_ids, scan._keys = (
            bytes(body[end - length : end]) for end, length in zip(ends, lengths, strict=True)
        )
        scan._ends.frombytes(ends_of_ids)
        if scan._keys:
            scan._automaton = _automaton(compiled, scan._keys)
        return scan


def _packed(texts: Sequence[str]) -> tuple[bytes, array[int]]:
    """Return texts in one piece, and where each ends in it."""
    pieces = [text.encode() for text in texts]
    return b"".join(pieces), array("Q", accumulate(map(len, pieces)))


def _automaton(content: bytes, keys: bytes) -> Automaton:
    if content:
        try:
            return CompiledAutomaton.loaded(content)
        except (ImportError, ValueError):
            pass
    return build_automaton(keys.decode().split("\n"))


def _keys(names: Sequence[str]) -> list[str]:
    """Return the names as they are looked for, folded all at once: one by one takes twenty times as long."""
    flat = [" ".join(name.split()) for name in names]
    folded = without_hyphens(fold_text(_BETWEEN.join(f"|{name}|" for name in flat))).split(_BETWEEN)
    if len(folded) != len(flat):
        folded = [without_hyphens(fold_text(f"|{name}|")) for name in flat]
    return [name[1:-1].strip() for name in folded]


def _stands_alone(text: str, start: int, end: int) -> bool:
    """Say whether no letter or figure goes on where the words begin and end; Chinese sets no blanks."""
    if start and _joins(text[start]) and _joins(text[start - 1]):
        return False
    return not (end < len(text) and _joins(text[end - 1]) and _joins(text[end]))


def _joins(character: str) -> bool:
    return character < "\u2e80" and character.isalnum()


def _outermost(occurrences: list[tuple[int, int, int]]) -> list[tuple[int, int, int]]:
    """Return those that lie in no other, in order."""
    occurrences.sort(key=lambda one: (one[0], -one[1]))
    kept: list[tuple[int, int, int]] = []
    reach = 0
    for one in occurrences:
        if one[1] > reach:
            kept.append(one)
            reach = one[1]
    return kept
