"""Models that tag words or names in their order: conditional random fields.

Trained with CRFsuite (Naoaki Okazaki, 2007) by the tools beside the source, and shipped as tables. They propose; rules
settle what becomes of it.
"""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from tenderlight.facts.readers.signs import Signs

OUTSIDE = "O"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tagged:
    """Words on end with one tag; half-open indexes of words."""

    part: str
    first: int
    last: int
    certainty: float
    """Of the word of them that is least certain, 0 to 1."""


class Model:
    """A trained model. Not for several threads at once."""

    def __init__(self, written: bytes) -> None:
        """Open a model as the library writes it to a file."""
        from pycrfsuite import ItemSequence, Tagger  # documents that rules read do without

        self._written = written
        """Kept: the library reads on in it."""
        self._sequence = ItemSequence
        self._tagger = Tagger()
        self._tagger.open_inmemory(written)

    def tag(self, signs: Sequence[Signs]) -> list[Tagged]:
        """Return the stretches of words that have a tag, in the order of the page.

        Args:
            signs: What is seen of each word.
        """
        if not signs:
            return []
        self._tagger.set(self._sequence(signs))
        found: list[Tagged] = []
        for index, told in enumerate(self._tagger.tag()):
            if told == OUTSIDE:
                continue
            begins, part = told[0] == "B", told[2:]
            certainty = self._tagger.marginal(told, index)
            last = found[-1] if found else None
            if not begins and last is not None and last.part == part and last.last == index:
                found[-1] = Tagged(
                    part=part, first=last.first, last=index + 1, certainty=min(last.certainty, certainty)
                )
            else:
                found.append(Tagged(part=part, first=index, last=index + 1, certainty=certainty))
        return found

    def chances(self, signs: Sequence[Signs]) -> list[dict[str, float]]:
        """Return of each word or name how likely each tag is, 0 to 1.

        Args:
            signs: What is seen of each.
        """
        if not signs:
            return []
        self._tagger.set(self._sequence(signs))
        tags = self._tagger.labels()
        return [{tag: self._tagger.marginal(tag, index) for tag in tags} for index in range(len(signs))]


@lru_cache(maxsize=8)
def shared_model(name: str) -> Model:
    """Return a model that ships with the project by the name of its file, loaded once in a process."""
    return Model(lzma.decompress((resources.files("tenderlight._generated") / name).read_bytes()))
