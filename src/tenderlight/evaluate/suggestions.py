"""What suggestions add to the rules, at a given number of them for a thousand pages.

Suggested is what the second reader proposes, and what rules or weaker forms of them find and are too unsure to claim.

How many places are suggested depends on the score that is asked for; the score at which it is so many of a thousand
pages is found on pages that are given for it, best of them innocent ones as they are met in practice.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tenderlight.capabilities.proposals import propose_in_text
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.setting import Setting
from tenderlight.capabilities.weighing import weigh
from tenderlight.errors import UsageError
from tenderlight.evaluate.capabilities import Passage, Prediction, is_found
from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.model.statement import BUYING_POLARITIES, Stage
from tenderlight.pipeline.steps import read_original


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggested:
    """What is gained at one number of suggestions."""

    per_thousand: float
    score_over: float
    """Places with a higher score are suggested."""
    pages: int
    """Pages that the score was found on."""
    buying: int
    """Purchases that a careful reader finds."""
    by_rules: int
    """Of these, found by the rules."""
    added: int
    """Of the others, suggested under the right capability."""

    @property
    def recall(self) -> float | None:
        """Share of the purchases found or suggested; None if there are none."""
        return (self.by_rules + self.added) / self.buying if self.buying else None


def scores_of(texts: Iterable[str]) -> tuple[int, list[float]]:
    """Return how many pages there are, and the scores of places in them, the highest first."""
    pages = 0
    scores: list[float] = []
    for text in texts:
        pages += 1
        scores += [score for _, score in _proposed(text)]
    return pages, sorted(scores, reverse=True)


def score_over(scores: Sequence[float], pages: int, per_thousand: float) -> float:
    """Return the score that so many places of a thousand pages are over; 1 if that is less than one place.

    Args:
        scores: The scores of all places, the highest first.
        pages: Pages that they are of.
        per_thousand: How many are to be suggested for a thousand pages.
    """
    count = int(per_thousand * pages // 1000)
    if not count:
        return 1.0
    return scores[count] if count < len(scores) else 0.0


def texts_of_pages(folder: Path) -> Iterator[str]:
    """Yield the text of each page and record of the documents in a folder; what cannot be read is passed over.

    Raises:
        UsageError: If the folder holds nothing to read.
    """
    count = 0
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        original = OpenOriginal(content=file.read_bytes(), untrusted_name=file.name)
        for item in read_original(original, ReadingLimits()):
            if isinstance(item, Page | Record):
                count += 1
                yield item.text if isinstance(item, Page) else "\n".join(field.text for field in item.fields)
    if not count:
        raise UsageError(f"{folder} holds no page to read.")


def best_scores(text: str) -> dict[str, float]:
    """Return the highest score of each capability that is proposed in a text."""
    found: dict[str, float] = {}
    for capability, score in _proposed(text):
        found[capability] = max(score, found.get(capability, 0.0))
    return found


def _proposed(text: str) -> Iterator[tuple[str, float]]:
    """Yield the capability and the score of each suggestion for a text, read as that of a tender."""
    for one in propose_in_text(text):
        yield one.capability, one.score
    weighed = weigh(search_text_at(text, "text"), Setting(stage=Stage.TENDER))
    for doubted in weighed.doubted() if weighed is not None else ():
        yield doubted.found.candidate.capability.code, doubted.confidence


@dataclass(frozen=True, slots=True)
class _Wanted:
    capability: str
    is_found: bool
    score: float


class Readers:
    """A labelled set as the rules and the second reader read it: asked of several numbers, read once."""

    def __init__(self, passages: Sequence[Passage], made: Sequence[Prediction]) -> None:
        """Read the passages; `made` says what the rules find in each, in the same order."""
        self.proposed = [best_scores(passage.text) for passage in passages]
        self._wanted = [
            _Wanted(
                item.capability, any(is_found(item, found) for found in one.predicted), scores.get(item.capability, 0)
            )
            for passage, one, scores in zip(passages, made, self.proposed, strict=True)
            for item in passage.expected
            if BUYING_POLARITIES & item.polarities
        ]

    def at(self, per_thousand: float, pages: int, scores: Sequence[float]) -> Suggested:
        """Return what is gained at so many suggestions for a thousand pages; arguments as for `score_over`."""
        least = score_over(scores, pages, per_thousand)
        return Suggested(
            per_thousand=per_thousand,
            score_over=least,
            pages=pages,
            buying=len(self._wanted),
            by_rules=sum(one.is_found for one in self._wanted),
            added=sum(not one.is_found and one.score > least for one in self._wanted),
        )
