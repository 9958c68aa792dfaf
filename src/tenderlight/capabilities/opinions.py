"""What the second reader makes of words that were found: asked of the lines around them, and of their clause.

Letters (`second_reader.py`) and senses (`sense_reader.py`) err in different places. What each says goes into how likely
a finding is right (`likelihood.py`).
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from tenderlight.capabilities.second_reader import LEAST_KNOWN, SOME, Model, load_model, load_model_of_purchases
from tenderlight.capabilities.sense_reader import SenseModel, load_sense_model

if TYPE_CHECKING:
    from tenderlight.capabilities.senses import SenseMap

LEAST_BY_SENSES = -5.0
"""The least that senses must say of what a weaker form of a rule finds, before anything else is looked at."""
SHORTEST_ASKED, MOST_AROUND = 60, 200
"""Characters asked about: at least so many, whole lines, and at most so many on either side of the words found."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SenseOpinion:
    """What the senses in the lines around words say: decision values, 0 where there are none."""

    bought: float = 0.0
    lead: float = 0.0
    """By how much they speak more for the capability than for any other."""
    purchase: float = 0.0
    """How far they speak for a purchase of some capability, whichever."""


UNHEARD = SenseOpinion()
"""Of senses that were not asked about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Opinion:
    """What the second reader makes of words that were found: decision values, 0 where it does not know."""

    bought: float
    """How far the lines around the words speak for a purchase of the capability."""
    lead: float
    """By how much they speak more for it than for any other capability; below 0 where another is likelier."""
    purchase: float
    """How far they speak for a purchase of some capability, whichever: innocent words and refusals do not."""
    senses: SenseOpinion = UNHEARD
    """What the senses in the lines say, whatever their words."""
    clause: Opinion | None = None
    """What it makes of the clause of the words alone: where a line says several things, lines speak for the loudest.
    None = not asked."""

    @property
    def likeliest(self) -> float:
        """How far they speak for the capability that they speak for most."""
        return self.bought - min(0.0, self.lead)


@dataclass(frozen=True, slots=True, kw_only=True)
class ReaderTables:
    """The three tables that the second reader goes by."""

    letters: Model
    purchases: Model
    senses: SenseModel


@lru_cache(maxsize=1)
def load_readers() -> ReaderTables:
    """Return the tables that ship with the package; read once a process."""
    return ReaderTables(letters=load_model(), purchases=load_model_of_purchases(), senses=load_sense_model())


class SecondOpinion:
    """What the second reader makes of the words that were found in one folded text."""

    def __init__(self, text: str, senses: SenseMap | None = None, readers: ReaderTables | None = None) -> None:
        """Keep what is asked about; without `senses` nothing is made of them, without `readers` it is those shipped."""
        self._text = text
        self._senses = senses
        self._readers = readers
        self._decided: dict[tuple[int, int], tuple[dict[str, float], float]] = {}
        self._said: dict[tuple[int, int], Mapping[str, float]] = {}
        self._likely: dict[tuple[int, int], set[str]] = {}

    def of(self, capability: str, start: int, end: int, beside: frozenset[str] = frozenset()) -> Opinion | None:
        """Return what it makes of a capability found at `text[start:end]`, by the lines around.

        None if it cannot tell: of the capability, or of the script, it has learned nothing.
        """
        return self._of(capability, around(self._text, start, end), beside)

    def of_both(
        self, capability: str, quoted: tuple[int, int], core: tuple[int, int], beside: frozenset[str] = frozenset()
    ) -> Opinion | None:
        """Return the same of the lines around what is quoted, with what it makes of the clause of the words alone.

        Args:
            capability: What is found.
            quoted: The words to quote.
            core: The words that meet the rule.
            beside: Capabilities that are found in the same line: that it speaks for them says nothing against this one.
        """
        opinion = self.of(capability, *quoted, beside)
        if opinion is None or self._senses is None:
            return opinion
        clause, (start, end) = self._senses.layout.clause, core
        first, last = max(clause(start)[0], start - MOST_AROUND), min(clause(end - 1)[1], end + MOST_AROUND)
        return replace(opinion, clause=self._of(capability, (first, last), beside))

    def likely_by_senses(self, start: int, end: int) -> Collection[str]:
        """Return the capabilities that the senses in the lines around do not rule out, in no order.

        It is cheaper than what the reader makes of their letters, and mostly there are none.
        """
        span = around(self._text, start, end)
        if span not in self._likely:
            said = self._senses_of(span)
            self._likely[span] = {code for code, bought in said.items() if bought >= LEAST_BY_SENSES and code != SOME}
        return self._likely[span]

    def _of(self, capability: str, span: tuple[int, int], beside: frozenset[str] = frozenset()) -> Opinion | None:
        decisions, purchase = self._decisions(span)
        bought = decisions.get(capability)
        if bought is None:
            return None
        senses = self._of_senses(capability, span, beside)
        return Opinion(bought=bought, lead=_lead(decisions, capability, beside), purchase=purchase, senses=senses)

    def _of_senses(self, capability: str, span: tuple[int, int], beside: frozenset[str] = frozenset()) -> SenseOpinion:
        said = self._senses_of(span)
        if capability not in said:
            return UNHEARD
        return SenseOpinion(bought=said[capability], lead=_lead(said, capability, beside), purchase=said[SOME])

    @property
    def _tables(self) -> ReaderTables:
        return self._readers or load_readers()

    def _senses_of(self, span: tuple[int, int]) -> Mapping[str, float]:
        if span not in self._said:
            hits = self._senses.between(span) if self._senses is not None else ()
            said = self._tables.senses.decisions(hit.senses for hit in hits)
            self._said[span] = said
        return self._said[span]

    def _decisions(self, span: tuple[int, int]) -> tuple[dict[str, float], float]:
        if span not in self._decided:
            words = self._text[span[0] : span[1]]
            decisions, known = self._tables.letters.decisions(words)
            if known < LEAST_KNOWN:
                decisions = {}
            purchases, _ = self._tables.purchases.decisions(words) if decisions else ({}, 0.0)
            self._decided[span] = decisions, purchases.get(SOME, 0.0)
        return self._decided[span]


def _lead(decisions: Mapping[str, float], capability: str, beside: frozenset[str]) -> float:
    """Return by how much one capability is likelier than any other but those found beside it."""
    bought, left_out = decisions[capability], beside | {capability, SOME}
    return bought - max((value for code, value in decisions.items() if code not in left_out), default=bought)


def around(text: str, start: int, end: int) -> tuple[int, int]:
    """Return the lines that hold `text[start:end]`, and lines beside them while they are short; long ones are cut."""
    lowest, highest = max(0, start - MOST_AROUND), min(len(text), end + MOST_AROUND)
    first, last = _line(text, start, end, lowest, highest)
    while last - first < SHORTEST_ASKED and (first > lowest or last < highest):
        first, last = _line(text, max(lowest, first - 1), min(highest, last + 1), lowest, highest)
    return first, last


def _line(text: str, start: int, end: int, lowest: int, highest: int) -> tuple[int, int]:
    before, behind = text.rfind("\n", lowest, start), text.find("\n", end, highest)
    return before + 1 if before >= 0 else lowest, behind if behind >= 0 else highest
