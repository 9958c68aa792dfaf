"""Scores capabilities on a labelled set of passages.

Format and rules are those of `passages.jsonl`: one JSON object a line with `id`, `lang`, `doc_kind`, `text` and
`expected`, a list of `{capability, polarity, quote}`; optional `polarity_also` and `capability_also` on an expected
item, `tolerated` on the passage. An expected item is found when capability and polarity agree and the quotes share
the decisive words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

import msgspec

from tenderlight.capabilities import find_in_text, load_vocabulary
from tenderlight.evaluate.labelled_sets import read_set, write_predictions
from tenderlight.languages.scripts import is_han
from tenderlight.model.statement import BUYING_POLARITIES, Polarity, Statement
from tenderlight.model.values import CapabilityValue

SHARED_HAN = 4
"""Chinese characters that two quotes must share, one after the other, if neither holds the other."""
SHARED_LETTERS = 12
MISSED = "missed"
"""Stands in the table of polarities for items of which neither capability nor words were found."""


class Expected(msgspec.Struct, frozen=True):
    """What a careful reader finds."""

    capability: str
    polarity: Polarity
    quote: str
    polarity_also: tuple[Polarity, ...] = ()
    capability_also: tuple[str, ...] = ()

    @property
    def polarities(self) -> frozenset[Polarity]:
        """Every polarity that is right."""
        return frozenset({self.polarity, *self.polarity_also})

    @property
    def capabilities(self) -> frozenset[str]:
        """Every capability that is right."""
        return frozenset({self.capability, *self.capability_also})


class Tolerated(msgspec.Struct, frozen=True):
    """A finding that is neither asked for nor wrong."""

    capability: str
    polarity: Polarity | None = None


class Passage(msgspec.Struct, frozen=True):
    """One line of the set."""

    id: str
    lang: str
    text: str
    expected: tuple[Expected, ...]
    doc_kind: str | None = None
    tolerated: tuple[Tolerated, ...] = ()


class Predicted(msgspec.Struct, frozen=True):
    """What was found."""

    capability: str
    polarity: Polarity
    quote: str


class Prediction(msgspec.Struct, frozen=True):
    """One line of the predictions."""

    id: str
    predicted: tuple[Predicted, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """Counts over some passages, or over the items of one capability or language."""

    passages: int = 0
    expected: int = 0
    found: int = 0
    """Expected items found: capability, polarity and words."""
    buying: int = 0
    """Expected items with a buying polarity."""
    buying_found: int = 0
    seen: int = 0
    """Expected items whose capability and words were found, whatever the polarity."""
    wrong_accusations: int = 0
    """Buying polarities reported where the passage says of no purchase of that capability."""
    false_alarms: int = 0
    """Findings neither expected nor tolerated, wrong accusations included."""
    words_missed: int = 0
    """Findings with the right capability and polarity whose quote misses the decisive words."""

    def __add__(self, other: Tally) -> Tally:
        return Tally(**{name: getattr(self, name) + getattr(other, name) for name in self.__slots__})

    @property
    def recall(self) -> float | None:
        """Share of the buying items found; None if there are none."""
        return self.buying_found / self.buying if self.buying else None

    @property
    def polarity_accuracy(self) -> float | None:
        """Share of the items seen whose polarity is right; None if none was seen."""
        return self.found / self.seen if self.seen else None

    @property
    def accusation_rate(self) -> float | None:
        """Wrong accusations for each passage; None if there are no passages."""
        return self.wrong_accusations / self.passages if self.passages else None


@dataclass(frozen=True, slots=True, kw_only=True)
class CapabilityScore:
    """How well capabilities are found on one set."""

    overall: Tally
    covered: Tally
    """Only expected items of capabilities that rules exist for."""
    by_language: dict[str, Tally]
    by_capability: dict[str, Tally]
    by_document_kind: dict[str, Tally]
    not_covered: tuple[str, ...]
    """Capabilities that the set asks for and no rule exists for yet."""
    confusions: dict[str, dict[str, int]] = field(default_factory=dict)
    """By the polarity that a careful reader gives, how many items were found with which; `MISSED` where none was."""


def evaluate_capabilities(set_path: Path, predictions: Path | None) -> CapabilityScore:
    """Score the rules on the labelled passages of `set_path`.

    Args:
        set_path: `passages.jsonl`, or the folder that holds it.
        predictions: Where to write what was found, one line a passage; None = nowhere.

    Raises:
        UsageError: If the set cannot be read, or a line is not a passage.
    """
    passages = read_passages(set_path)
    made = predict_all(passages)
    if predictions is not None:
        write_predictions(predictions, made)
    return score(passages, made)


def read_passages(set_path: Path) -> list[Passage]:
    """Read a set.

    Raises:
        UsageError: If it cannot be read, or a line is not a passage.
    """
    return read_set(set_path, Passage, file_name="passages.jsonl", called="a passage")


def predict(passage: Passage) -> tuple[Predicted, ...]:
    """Return what the rules find in a passage, in the shape of `expected`."""
    return tuple(map(predicted, find_in_text(passage.text, doc_kind=passage.doc_kind, language=passage.lang)))


def predict_all(passages: Iterable[Passage]) -> list[Prediction]:
    """Return what the rules find in each passage, in order."""
    return [Prediction(id=passage.id, predicted=predict(passage)) for passage in passages]


def predicted(statement: Statement) -> Predicted:
    """Return a claim in the shape of `expected`."""
    assert isinstance(statement.value, CapabilityValue)
    assert statement.polarity is not None
    return Predicted(
        capability=statement.value.capability, polarity=statement.polarity, quote=statement.anchors[0].text
    )


def share_words(first: str, second: str) -> bool:
    """Say whether two quotes share the decisive words: one holds the other, or they overlap far enough."""
    if not first or not second:
        return False
    if first in second or second in first:
        return True
    shorter, longer = sorted((first, second), key=len)
    for start in range(len(shorter)):
        end = start
        han = letters = 0
        while end < len(shorter):
            han += is_han(shorter[end])
            letters += shorter[end].isalpha() and not is_han(shorter[end])
            end += 1
            if han >= SHARED_HAN or letters >= SHARED_LETTERS:
                break
        if (han >= SHARED_HAN or letters >= SHARED_LETTERS) and shorter[start:end] in longer:
            return True
    return False


def score(passages: Sequence[Passage], predictions: Sequence[Prediction]) -> CapabilityScore:
    """Score predictions against a set. A passage without a prediction counts as nothing found."""
    by_id = {prediction.id: prediction.predicted for prediction in predictions}
    codes = load_vocabulary().codes
    judged = [(passage, by_id.get(passage.id, ())) for passage in passages]
    return CapabilityScore(
        overall=_sum(_tally(passage, found) for passage, found in judged),
        covered=_sum(_tally(passage, found, codes.__contains__) for passage, found in judged),
        by_language=_grouped(judged, lambda passage: passage.lang),
        by_document_kind=_grouped(judged, lambda passage: passage.doc_kind or ""),
        by_capability={
            code: _sum(_tally(passage, found, code.__eq__) for passage, found in judged)
            for code in sorted({item.capability for passage in passages for item in passage.expected} | codes)
        },
        not_covered=tuple(sorted({item.capability for passage in passages for item in passage.expected} - codes)),
        confusions=_confusions(judged),
    )


def _confusions(judged: Iterable[tuple[Passage, tuple[Predicted, ...]]]) -> dict[str, dict[str, int]]:
    """Return how many items of each polarity were found with which, in the order of the polarities."""
    counted: Counter[tuple[str, str]] = Counter()
    for passage, found in judged:
        for item in passage.expected:
            seen = [one.polarity for one in found if _is_seen(item, one)]
            right = item.polarities.intersection(seen)
            counted[item.polarity, item.polarity if right else seen[0] if seen else MISSED] += 1
    expected = [one for one in Polarity if any(polarity == one for polarity, _ in counted)]
    return {
        polarity: {one: counted[polarity, one] for one in (*Polarity, MISSED) if counted[polarity, one]}
        for polarity in expected
    }


def _sum(tallies: Iterable[Tally]) -> Tally:
    total = Tally()
    for tally in tallies:
        total = total + tally
    return total


def _grouped(
    judged: Sequence[tuple[Passage, tuple[Predicted, ...]]], key: Callable[[Passage], str]
) -> dict[str, Tally]:
    groups: dict[str, Tally] = {}
    for passage, found in judged:
        groups[key(passage)] = groups.get(key(passage), Tally()) + _tally(passage, found)
    return dict(sorted(groups.items()))


def _tally(passage: Passage, found: Sequence[Predicted], counts: Callable[[str], bool] = lambda _: True) -> Tally:
    """Count one passage, or only what concerns capabilities that count."""
    expected = [item for item in passage.expected if counts(item.capability)]
    seen = [item for item in expected if any(_is_seen(item, one) for one in found)]
    right = [item for item in expected if any(is_found(item, one) for one in found)]
    alarms = [one for one in _false_alarms(passage, found) if counts(one.capability)]
    buying = [item for item in expected if item.polarity in BUYING_POLARITIES]
    return Tally(
        passages=1,
        expected=len(expected),
        found=len(right),
        buying=len(buying),
        buying_found=sum(1 for item in buying if item in right),
        seen=len(seen),
        wrong_accusations=sum(1 for one in alarms if _accuses(passage, one)),
        false_alarms=len(alarms),
        words_missed=sum(1 for one in alarms if _has_right_sense(passage, one)),
    )


def _is_seen(item: Expected, one: Predicted) -> bool:
    return one.capability in item.capabilities and share_words(item.quote, one.quote)


def is_found(item: Expected, one: Predicted) -> bool:
    """Say whether what was found is what a careful reader finds: capability, polarity and place."""
    return one.polarity in item.polarities and _is_seen(item, one)


def _false_alarms(passage: Passage, found: Sequence[Predicted]) -> Iterator[Predicted]:
    for one in found:
        tolerated = any(
            one.capability == item.capability and item.polarity in {None, one.polarity} for item in passage.tolerated
        )
        if not tolerated and not any(is_found(item, one) for item in passage.expected):
            yield one


def _accuses(passage: Passage, one: Predicted) -> bool:
    """Say whether a false alarm speaks of a purchase where the passage has none of that capability."""
    if one.polarity not in BUYING_POLARITIES:
        return False
    return not any(
        one.capability in item.capabilities and item.polarities & BUYING_POLARITIES for item in passage.expected
    )


def is_wrong_accusation(passage: Passage, one: Predicted) -> bool:
    """Say whether a finding accuses a passage of a purchase that it tells nothing of."""
    return any(_accuses(passage, alarm) for alarm in _false_alarms(passage, [one]))


def is_right_capability(passage: Passage, one: Predicted) -> bool:
    """Say whether a careful reader finds the capability in those words, with whatever polarity."""
    return any(_is_seen(item, one) for item in passage.expected)


def polarities_of(passage: Passage, one: Predicted) -> tuple[Polarity, ...]:
    """Return the polarities that a careful reader gives the capability in those words; none if he does not find it."""
    return tuple(
        polarity
        for item in passage.expected
        if _is_seen(item, one)
        for polarity in (item.polarity, *item.polarity_also)
    )


def _has_right_sense(passage: Passage, one: Predicted) -> bool:
    return any(one.capability in item.capabilities and one.polarity in item.polarities for item in passage.expected)
