"""Scores facts on a labelled set of notices.

Format and rules are those of `notices.jsonl`: one JSON object a line with `id`, `lang`, `doc_kind`, `text` and
`expected`. A field is right, wrong (something else was read) or missing (nothing was read). A wrong value is worse than
an empty one, so wrong values come first and are listed one by one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

import msgspec

from tenderlight.evaluate.labelled_sets import read_set, write_predictions
from tenderlight.evaluate.notices import ExpectedNotice, field_values
from tenderlight.evaluate.projection import predicted_notice
from tenderlight.evaluate.traps import Caught, Traps, caught
from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.sources.recognise import reader_for

LIST_FIELDS = frozenset({"suppliers", "lots", "items", "components", "flags", "region"})
"""Fields with several values; each counts by itself."""


_TRAPPED = frozenset({"amount", "lots", "suppliers", "buyer", "agency"})


class Case(msgspec.Struct, frozen=True):
    """One line of the set."""

    id: str
    text: str
    expected: ExpectedNotice
    lang: str = ""
    doc_kind: str | None = None
    traps: Traps = Traps()
    not_judged: tuple[str, ...] = ()
    """Fields on which careful readers may differ."""


class Prediction(msgspec.Struct, frozen=True):
    """One line of the predictions."""

    id: str
    predicted: ExpectedNotice


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldScore:
    """Counts for one field."""

    wrong: int = 0
    """Something was read that is not there, or not so."""
    missing: int = 0
    """Nothing was read where something is."""
    right: int = 0

    def __add__(self, other: FieldScore) -> FieldScore:
        return FieldScore(
            wrong=self.wrong + other.wrong, missing=self.missing + other.missing, right=self.right + other.right
        )

    @property
    def accuracy(self) -> float | None:
        """Share of what is there or was read that is right; None if there is neither."""
        total = self.wrong + self.missing + self.right
        return self.right / total if total else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A field of one case that is not right."""

    case: str
    field: str
    expected: str
    predicted: str

    @property
    def is_wrong(self) -> bool:
        """Say whether something wrong was read, as against nothing."""
        return self.predicted != ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactsScore:
    """How well facts are found on one set."""

    cases: int
    cases_right: int
    """Cases with every field right."""
    fields: dict[str, FieldScore]
    by_language: dict[str, FieldScore]
    by_document_kind: dict[str, FieldScore]
    differences: tuple[Difference, ...]
    """Wrong values first."""
    caught: tuple[Caught, ...] = ()
    """Budgets, fees, losers' prices given as the price; losers and people given as parties."""

    @property
    def overall(self) -> FieldScore:
        """All fields together."""
        return _sum(self.fields.values())

    def table(self) -> list[tuple[str, int, int, int, float | None]]:
        """Return rows for people: field, wrong, missing, right, accuracy; all fields together last."""
        rows = [(name, one.wrong, one.missing, one.right, one.accuracy) for name, one in self.fields.items()]
        total = self.overall
        return [*rows, ("all", total.wrong, total.missing, total.right, total.accuracy)]

    def as_json(self) -> dict[str, object]:
        """Return the score for machines, in stable names."""
        return {
            "cases": self.cases,
            "cases_right": self.cases_right,
            "fields": {name: _plain(one) for name, one in self.fields.items()},
            "all": _plain(self.overall),
            "caught": [{"id": one.case, "kind": one.kind, "value": one.value} for one in self.caught],
            "by_language": {name: _plain(one) for name, one in self.by_language.items()},
            "by_document_kind": {name: _plain(one) for name, one in self.by_document_kind.items()},
            "differences": [
                {"id": one.case, "field": one.field, "expected": one.expected, "predicted": one.predicted}
                for one in self.differences
            ],
        }


def evaluate_facts(set_path: Path, predictions: Path | None) -> FactsScore:
    """Score the fact rules on the labelled notices of `set_path`.

    Args:
        set_path: `notices.jsonl`, or the folder that holds it.
        predictions: Where to write what was read, one line a case; None = nowhere.

    Raises:
        UsageError: If the set cannot be read, or a line is not a case.
    """
    cases = read_cases(set_path)
    made = [Prediction(id=case.id, predicted=predict(case.text)) for case in cases]
    if predictions is not None:
        write_predictions(predictions, made)
    return score(cases, made)


def read_cases(set_path: Path) -> list[Case]:
    """Read a set.

    Raises:
        UsageError: If it cannot be read, or a line is not a case.
    """
    return read_set(set_path, Case, file_name="notices.jsonl", called="a case")


def predict(text: str) -> ExpectedNotice:
    """Return what the rules read in a text, in the shape of `expected`; JSON is read as open contracting data."""
    if text.lstrip().startswith("{"):
        content = text.encode("utf-8")
        reader = reader_for("application/json", content)
        items = reader.read(OpenOriginal(content=content), ReadingLimits()) if reader is not None else ()
        return predicted_notice([one for item in items if isinstance(item, Record) for one in item.statements])
    return predicted_notice(read_facts([Page(number=1, text=text)]))


def score(cases: Sequence[Case], predictions: Sequence[Prediction]) -> FactsScore:
    """Score predictions against a set. A case without a prediction counts as nothing read."""
    by_id = {prediction.id: prediction.predicted for prediction in predictions}
    fields: dict[str, FieldScore] = {}
    by_language: dict[str, FieldScore] = {}
    by_kind: dict[str, FieldScore] = {}
    differences: list[Difference] = []
    fallen: list[Caught] = []
    right_cases = 0
    for case in cases:
        predicted = by_id.get(case.id, ExpectedNotice())
        judged, differing = _judge(case, predicted)
        fallen.extend(caught(case.id, case.traps, case.expected, _judged_part(case, predicted)))
        for name, one in judged.items():
            fields[name] = fields.get(name, FieldScore()) + one
        total = _sum(judged.values())
        by_language[case.lang] = by_language.get(case.lang, FieldScore()) + total
        kind = case.doc_kind or ""
        by_kind[kind] = by_kind.get(kind, FieldScore()) + total
        differences.extend(differing)
        right_cases += not differing
    return FactsScore(
        cases=len(cases),
        cases_right=right_cases,
        fields=fields,
        by_language=dict(sorted(by_language.items())),
        by_document_kind=dict(sorted(by_kind.items())),
        differences=tuple(sorted(differences, key=lambda one: not one.is_wrong)),
        caught=tuple(fallen),
    )


def _judge(case: Case, predicted: ExpectedNotice) -> tuple[dict[str, FieldScore], list[Difference]]:
    judged = {}
    differences = []
    found = field_values(predicted, case.expected)
    for name, expected in field_values(case.expected).items():
        if name in case.not_judged:
            continue
        one = _compare(expected, found[name], is_list=name in LIST_FIELDS)
        judged[name] = one
        if one.wrong or one.missing:
            differences.append(
                Difference(
                    case=case.id,
                    field=name,
                    expected="; ".join(sorted((expected - found[name]).elements())),
                    predicted="; ".join(sorted((found[name] - expected).elements())),
                )
            )
    return judged, differences


def _judged_part(case: Case, predicted: ExpectedNotice) -> ExpectedNotice:
    """Return a prediction without the fields of prices and parties that the case leaves unjudged."""
    empty = ExpectedNotice()
    unjudged = {name: getattr(empty, name) for name in case.not_judged if name in _TRAPPED}
    return msgspec.structs.replace(predicted, **unjudged)


def _compare(expected: Counter[str], found: Counter[str], *, is_list: bool) -> FieldScore:
    right = (expected & found).total()
    wrong = (found - expected).total()
    missing = (expected - found).total()
    if not is_list and wrong:
        missing = 0
    return FieldScore(wrong=wrong, missing=missing, right=right)


def _sum(scores: Iterable[FieldScore]) -> FieldScore:
    total = FieldScore()
    for one in scores:
        total = total + one
    return total


def _plain(one: FieldScore) -> dict[str, int | float | None]:
    return {"wrong": one.wrong, "missing": one.missing, "right": one.right, "accuracy": one.accuracy}
