"""A second reader: proposes, with a calibrated score, what the grammar of senses may have missed. It never claims.

It knows nothing of meaning: it is a linear model over the character n-grams of short stretches of folded text, trained
(`tools/train_second_reader.py`, scikit-learn) on the development part of the labelled passages and shipped as a table.
A suggestion is for a person to look at. No suggestion becomes a claim but by a person's hand.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

from tenderlight.capabilities.searchtext import SearchText, search_text_at, search_text_of_pages
from tenderlight.model.document import Reading
from tenderlight.model.statement import Anchor

TABLE = "second_reader.json"
LONGEST_GRAM = 4
SHORTEST_STRETCH, LONGEST_STRETCH = 40, 240
"""Characters of the stretches that are judged as one; passages of tenders that say one thing are about as long."""
LEAST_SCORE = 0.02
"""What is less likely than this is not worth a line."""
_END = re.compile(r"[\n。;!?]|\.(?=\s)")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Words that may say a capability."""

    capability: str
    score: float
    """How likely a careful reader finds it there, 0-1, as measured on passages the model was not trained on."""
    anchors: tuple[Anchor, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A trained table: what each n-gram speaks for."""

    name: str
    """"second-reader/" and the first digits of the SHA-256 of the passages it was trained on."""
    weights: Mapping[str, tuple[float, tuple[tuple[int, float], ...]]]
    """By n-gram: how rare it is (inverse document frequency), and what it adds to each capability, by number."""
    capabilities: tuple[str, ...]
    biases: tuple[float, ...]
    slope: float
    """A decision d stands for the probability 1 / (1 + exp(-(slope * d + intercept)))."""
    intercept: float

    def scores(self, text: str) -> dict[str, float]:
        """Return how likely each capability is in a folded text, 0-1; those under `LEAST_SCORE` are left out."""
        weights = self.weights
        decisions = [0.0] * len(self.capabilities)
        length = 0.0
        for gram, count in grams(text).items():
            known = weights.get(gram)
            if known is None:
                continue
            rarity, adds = known
            value = (1.0 + math.log(count)) * rarity
            length += value * value
            for number, weight in adds:
                decisions[number] += value * weight
        if not length:
            return {}
        norm = math.sqrt(length)
        found = {}
        for code, decision, bias in zip(self.capabilities, decisions, self.biases, strict=True):
            score = self.probability(decision / norm + bias)
            if score >= LEAST_SCORE:
                found[code] = score
        return found

    def probability(self, decision: float) -> float:
        """Return the probability that a decision value stands for."""
        return 1.0 / (1.0 + math.exp(-max(-50.0, min(50.0, self.slope * decision + self.intercept))))


def grams(text: str) -> Counter[str]:
    """Return the n-grams of a folded text, one to four characters long, with their counts; a row of blanks is one."""
    flat = _BLANKS.sub(" ", text).strip()
    counted = Counter(flat)
    for length in range(2, LONGEST_GRAM + 1):
        counted.update(flat[at : at + length] for at in range(len(flat) - length + 1))
    return counted


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Return the model that ships with the package; read once a process."""
    return model_from((resources.files("tenderlight._generated") / TABLE).read_bytes())


def model_from(content: bytes) -> Model:
    """Read a table.

    Raises:
        ValueError: If it is not one.
    """
    table: dict[str, Any] = json.loads(content)
    weights = {
        gram: (rarity, tuple(zip(adds[::2], adds[1::2], strict=True))) for gram, rarity, adds in table["weights"]
    }
    return Model(
        name=f"second-reader/{table['made_of'][:12]}",
        weights=weights,
        capabilities=tuple(table["capabilities"]),
        biases=tuple(table["biases"]),
        slope=table["slope"],
        intercept=table["intercept"],
    )


def propose(reading: Reading) -> Iterator[Proposal]:
    """Yield what the pages or records of a document may say, in the order of the text, unsorted by score."""
    model = load_model()
    if reading.pages:
        yield from _in(search_text_of_pages(reading.pages), model)
    for record in reading.records:
        for field in record.fields:
            yield from _in(search_text_at(field.text, field.pointer), model)


def propose_in_text(text: str) -> tuple[Proposal, ...]:
    """Return what one passage may say; anchors have the pointer "text"."""
    return tuple(_in(search_text_at(text, "text"), load_model()))


def _in(text: SearchText, model: Model) -> Iterator[Proposal]:
    for start, end in stretches(text.text):
        for code, score in model.scores(text.text[start:end]).items():
            anchors = text.anchors(start, end)
            if anchors:
                yield Proposal(capability=code, score=score, anchors=anchors)


def stretches(text: str) -> Sequence[tuple[int, int]]:
    """Cut a folded text at the ends of sentences and lines into stretches that are judged as one."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in [*(match.end() for match in _END.finditer(text)), len(text)]:
        while end - start > LONGEST_STRETCH:
            found.append((start, start + LONGEST_STRETCH))
            start += LONGEST_STRETCH
        if end - start >= SHORTEST_STRETCH or (end == len(text) and end > start):
            found.append((start, end))
            start = end
    return [span for span in found if text[span[0] : span[1]].strip()]
