"""A second reader: says how likely a stretch of text buys a capability. It never claims.

It is a linear model over the character n-grams of short stretches of folded text, trained
(`tools/train_second_reader.py`, scikit-learn) on the development part of the labelled passages and shipped as a table.
It proposes what the grammar of senses may have missed: a suggestion is for a person to look at, and becomes a claim by
no hand but a person's. With the extra `meaning`, what a stretch means is asked, too (`meaning_reader.py`).
And it is asked about what the grammar found: what it doubts counts for less, or is not claimed, and what a weaker form
of a rule found is claimed only where it, too, is sure.
"""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from importlib import resources
from itertools import chain
from typing import TYPE_CHECKING, Any

import msgspec

from tenderlight.capabilities.meaning_reader import load_meaning_model
from tenderlight.capabilities.odds import probability_of
from tenderlight.capabilities.searchtext import SearchText, search_text_at, search_text_of_pages
from tenderlight.capabilities.sense_reader import SenseModel, load_sense_model
from tenderlight.capabilities.vocabulary import READER_OF_PURCHASES, SECOND_READER
from tenderlight.languages import sentence_vectors
from tenderlight.languages.automaton import Automaton, build_automaton
from tenderlight.model.document import Reading
from tenderlight.model.statement import Anchor

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from tenderlight.capabilities.senses import SenseMap

LONGEST_GRAM = 4
WITH_MEANING = "/with-meaning"
"""What the name of the model ends with where meaning was asked, too."""
SOME = "some"
"""What the model of purchases calls a capability, whichever it is."""
SHORTEST_STRETCH, LONGEST_STRETCH = 40, 240
"""Characters of the stretches that are judged as one; passages of tenders that say one thing are about as long."""
LEAST_SCORE = 0.02
"""What is less likely than this is not worth a line."""
LEAST_BY_LETTERS = 0.005
"""What letters find less likely than this is nothing that meaning is asked about: it takes longer."""
LEAST_KNOWN = 0.05
"""Share of a text's n-grams that must be of the table, lest an unknown script be taken for innocent words: there it is
none, in a language that was learned from few passages a seventh (one text in a hundred has less than this)."""
SHORTEST_ASKED, MOST_AROUND = 60, 200
"""Characters asked about: at least so many, whole lines, and at most so many on either side of the words found."""
_END = re.compile(r"[\n。;!?]|\.(?=\s)")
_BLANKS = re.compile(r"\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """Words that may say a capability."""

    capability: str
    score: float
    """How likely a careful reader finds it bought there, 0-1, as measured on passages the model was not trained on."""
    anchors: tuple[Anchor, ...]
    source: str
    """Name of the model."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Model:
    """A trained table: what each n-gram speaks for."""

    name: str
    """"second-reader/" and the first digits of the SHA-256 of the passages it was trained on."""
    grams: Automaton
    """Finds the n-grams of the table."""
    rarities: NDArray[np.float64]
    """By number of the n-gram, how rare it is (inverse document frequency)."""
    weights: NDArray[np.float64]
    """What each n-gram (row) adds to each capability (column)."""
    capabilities: tuple[str, ...]
    biases: NDArray[np.float64]
    slope: float
    """A decision d stands for the probability 1 / (1 + exp(-(slope * d + intercept)))."""
    intercept: float

    def decisions(self, text: str) -> tuple[dict[str, float], float]:
        """Return a decision value for each capability, and the share of the text's n-grams that are known.

        Nothing is decided of a text without a known n-gram.
        """
        import numpy as np

        flat = _flat(text)
        found = [number for _, _, number in self.grams.find(flat)]
        if not found:
            return {}, 0.0
        numbers, counts = np.unique(np.array(found, dtype=np.int64), return_counts=True)
        values = (1.0 + np.log(counts)) * self.rarities[numbers]
        sums = np.einsum("n,nc->c", values, self.weights[numbers])
        decided = sums / math.sqrt(float(np.square(values).sum())) + self.biases
        every = sum(max(0, len(flat) - length) for length in range(LONGEST_GRAM))
        return dict(zip(self.capabilities, decided.tolist(), strict=True)), len(found) / every

    def probability(self, decision: float) -> float:
        """Return the probability that a decision value stands for."""
        return probability_of(self.slope * decision + self.intercept)


def grams(text: str) -> Counter[str]:
    """Return the n-grams of a folded text, one to four characters long, with their counts; a row of blanks is one."""
    flat = _flat(text)
    counted = Counter(flat)
    for length in range(2, LONGEST_GRAM + 1):
        counted.update([flat[at : at + length] for at in range(len(flat) - length + 1)])
    return counted


def _flat(text: str) -> str:
    return _BLANKS.sub(" ", text).strip()


@lru_cache(maxsize=1)
def load_model() -> Model:
    """Return the model that ships with the package; read once a process."""
    return model_from((resources.files("tenderlight._generated") / SECOND_READER).read_bytes())


@lru_cache(maxsize=1)
def load_model_of_purchases() -> Model:
    """Return the model that tells purchases of any capability (`SOME`) from all else; read once a process."""
    return model_from((resources.files("tenderlight._generated") / READER_OF_PURCHASES).read_bytes())


def model_from(content: bytes) -> Model:
    """Read a table.

    Raises:
        ValueError: If it is not one.
    """
    import numpy as np

    table: dict[str, Any] = msgspec.json.decode(content)
    rows = table["weights"]
    weights = np.zeros((len(rows), len(table["capabilities"])))
    adds = np.fromiter(chain.from_iterable(adds for _, _, adds in rows), dtype=np.float64)
    counts = np.fromiter((len(adds) // 2 for _, _, adds in rows), dtype=np.int64, count=len(rows))
    weights[np.repeat(np.arange(len(rows)), counts), adds[::2].astype(np.int64)] = adds[1::2]
    return Model(
        name=f"second-reader/{table['made_of'][:12]}",
        grams=build_automaton([gram for gram, _, _ in rows]),
        rarities=np.array([rarity for _, rarity, _ in rows]),
        weights=weights,
        capabilities=tuple(table["capabilities"]),
        biases=np.array(table["biases"]),
        slope=table["slope"],
        intercept=table["intercept"],
    )


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
        self._said: dict[tuple[int, int], dict[str, float]] = {}

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

    def of_senses(self, capability: str, start: int, end: int) -> SenseOpinion:
        """Return what the senses in the lines around say: cheaper than what the reader makes of their letters."""
        return self._of_senses(capability, around(self._text, start, end))

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

    def _senses_of(self, span: tuple[int, int]) -> dict[str, float]:
        if span not in self._said:
            hits = self._senses.between(span) if self._senses is not None else ()
            names = {sense for hit in hits for sense in hit.senses}
            said = self._tables.senses.decisions(names) if names else {}
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


def propose(reading: Reading) -> Iterator[Proposal]:
    """Yield what the pages or records of a document may say, in the order of the text, unsorted by score."""
    if reading.pages:
        yield from _in(search_text_of_pages(reading.pages))
    for record in reading.records:
        for field in record.fields:
            yield from _in(search_text_at(field.text, field.pointer))


def propose_in_text(text: str) -> tuple[Proposal, ...]:
    """Return what one passage may say; anchors have the pointer "text"."""
    return tuple(_in(search_text_at(text, "text")))


def _in(text: SearchText) -> Iterator[Proposal]:
    scores, source = scores_of_letters, load_model().name
    if sentence_vectors.is_installed():
        scores, source = scores_of_letters_and_meaning, f"{source}{WITH_MEANING}"
    for start, end in stretches(text.text):
        for code, score in scores(text.text[start:end]).items():
            anchors = text.anchors(start, end)
            if anchors:
                yield Proposal(capability=code, score=score, anchors=anchors, source=source)


def scores_of_letters(text: str) -> dict[str, float]:
    """Return how likely each capability is in a folded text by its letters, 0-1, from `LEAST_SCORE`."""
    model = load_model()
    decisions, _ = model.decisions(text)
    return _worth_a_line({code: model.probability(decision) for code, decision in decisions.items()})


def scores_of_letters_and_meaning(text: str) -> dict[str, float]:
    """Return the same by letters and by meaning, which needs the extra `meaning`."""
    letters, meaning = load_model(), load_meaning_model()
    decisions, _ = letters.decisions(text)
    asked = {code: by for code, by in decisions.items() if letters.probability(by) >= LEAST_BY_LETTERS}
    meant = meaning.decisions(text) if asked else {}
    return _worth_a_line({code: meaning.likely(by, meant[code]) for code, by in asked.items()})


def _worth_a_line(scores: Mapping[str, float]) -> dict[str, float]:
    return {code: score for code, score in scores.items() if score >= LEAST_SCORE}


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
