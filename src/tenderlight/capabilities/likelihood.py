"""How likely a finding is right: a table of decision trees over what stands around it and what the second reader says.

Sums of weights cannot say that a doubt counts in a long line and not in a title; trees can. They are trained
(`tools/train_likelihood.py`, scikit-learn, gradient boosting) on findings in labelled passages that neither the rules'
words nor the second reader asked about them had met, and shipped as a table.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib import resources
from typing import Any

import msgspec

from tenderlight.capabilities.findings import Found
from tenderlight.capabilities.opinions import Opinion
from tenderlight.capabilities.support import Near, Support
from tenderlight.capabilities.vocabulary import LIKELIHOOD, Form
from tenderlight.model.statement import Polarity

LITTLE_LEARNED = re.compile("[\u0600-\u06ff\u0456\u0457\u0454\u0491]")
"""Letters of Arabic and Persian, and those that Ukrainian has and Russian has not: the second reader knows little."""
_NEAR = {Near.NOWHERE: 0.0, Near.LINE: 1.0, Near.SENTENCE: 2.0}
_SOFT = frozenset({Polarity.OPTIONAL, Polarity.STANDARD})
_CLOSE = frozenset({"item", "clause"})
_UNASKED = (0.0,) * 7


@dataclass(frozen=True, slots=True, kw_only=True)
class Trees:
    """A sum of decision trees."""

    made_of: str
    """SHA-256 of the passages that they were trained on."""
    start: float
    """The logarithm of the odds before any tree is asked."""
    trees: tuple[tuple[tuple[int, float, int, int], ...], ...]
    """The knots of each tree, the root first: a figure's number, a bound, and the knots for figures up to the bound and
    over it. A leaf has the number -1, and in place of the bound what it adds."""

    def probability(self, figures: Sequence[float]) -> float:
        """Return how likely it is, 0-1, given the figures of `figures_of`."""
        odds = self.start
        for knots in self.trees:
            number, bound, low, high = knots[0]
            while number >= 0:
                number, bound, low, high = knots[low if figures[number] <= bound else high]
            odds += bound
        return 1.0 / (1.0 + math.exp(-odds))


@dataclass(frozen=True, slots=True)
class Surrounds:
    """What stands around a finding, and what kind of document it stands in."""

    support: Support
    signs: float
    """What `support` comes to (`scoring.signs_of`)."""
    delivers: bool
    """Whether the document tells what is or was delivered."""


def figures_of(found: Found, surrounds: Surrounds, opinion: Opinion, words: str) -> list[float]:
    """Return what the trees are asked of a finding, in the order that they number it.

    Args:
        found: The finding.
        surrounds: What stands around it.
        opinion: What the second reader makes of it.
        words: The words that meet the rule.
    """
    support, polarity, level = surrounds.support, found.verdict.polarity, found.verdict.level
    return [
        surrounds.signs,
        float(support.ways),
        support.length,
        float(support.has_rival),
        float(support.has_equal_rival),
        float(support.has_stronger_rival),
        _NEAR[support.refusal],
        _NEAR[support.background],
        float(support.is_near_things),
        float(support.is_near_exclusion),
        float(support.is_quoted),
        float(support.is_latin),
        float(support.is_near_trade),
        math.log1p(support.line_length),
        float(surrounds.delivers),
        math.log1p(len(words)),
        float(LITTLE_LEARNED.search(words) is not None),
        float(polarity in _SOFT),
        float(polarity is Polarity.OFFERED),
        float(level == "document"),
        float(level in _CLOSE),
        float(found.verdict.cue is not None),
        float(len(found.against)),
        *_of_the_form(found),
        *_of(opinion),
        *_of(opinion.clause),
    ]


_OF_SURROUNDS = (*(1, 1, 1), *(-1, -1, -1), *(-1, -1), *(-1, -1, -1), 0, -1, 0, 1, 0)
_OF_AN_OPINION = (1, 1, 0, 1, *(1, 1, 1))
DIRECTIONS = (*_OF_SURROUNDS, *(0,) * 6, -1, 1, *(0 for _ in Form), *_OF_AN_OPINION, *_OF_AN_OPINION)
"""By figure: 1 where more of it may never make a finding less likely, -1 where it may never make it likelier, else 0.
What speaks against a purchase must not make it surer, whatever chance there was in what the trees are grown on."""


def _of_the_form(found: Found) -> Iterator[float]:
    pattern = found.candidate.pattern
    yield pattern.confidence
    yield from (float(pattern.form is form) for form in Form)


def _of(opinion: Opinion | None) -> Sequence[float]:
    if opinion is None:
        return _UNASKED
    senses = opinion.senses
    letters = opinion.bought, opinion.lead, opinion.likeliest, opinion.purchase
    return *letters, senses.bought, senses.lead, senses.purchase


@lru_cache(maxsize=1)
def load_trees() -> Trees:
    """Return the trees that ship with the package; read once a process."""
    return trees_from((resources.files("tenderlight._generated") / LIKELIHOOD).read_bytes())


def trees_from(content: bytes) -> Trees:
    """Read a table.

    Raises:
        ValueError: If it is not one.
    """
    table: dict[str, Any] = msgspec.json.decode(content)
    trees = tuple(tuple((int(n), float(b), int(low), int(high)) for n, b, low, high in tree) for tree in table["trees"])
    return Trees(made_of=table["made_of"], start=table["start"], trees=trees)
