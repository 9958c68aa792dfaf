"""The model: a conditional random field that tags words as name, make, model, number, unit or price of goods.

Trained by `tools/train_goods_reader.py` on the development part of the labelled notices and on short texts, with
CRFsuite (Naoaki Okazaki, 2007), and shipped as a table. It proposes; what becomes of it is settled by `grouping.py` and
`goods.py`.
"""

from __future__ import annotations

import lzma
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources

from tenderlight.facts.goods.learned.features import Signs

MODEL = "goods_reader.crfsuite.xz"
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
        from pycrfsuite import ItemSequence, Tagger  # documents whose goods rules read do without

        self._written = written
        """Kept: the library reads on in it."""
        self._sequence = ItemSequence
        self._tagger = Tagger()
        self._tagger.open_inmemory(written)

    def tag(self, signs: Sequence[Signs]) -> list[Tagged]:
        """Return the stretches of words that name goods or say something of them, in the order of the page.

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


@lru_cache(maxsize=1)
def shared_model() -> Model:
    """Return the model, loaded once in a process."""
    return Model(lzma.decompress((resources.files("tenderlight._generated") / MODEL).read_bytes()))
