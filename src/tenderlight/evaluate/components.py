"""Scores the products that are found on a labelled set of lines.

One JSON object a line: `id`, `lang`, `stage`, `text` and `expected`, a list of `{maker, naming, product, count}`;
`product` and `count` where they are judged, `maker` empty where a part has none. `tolerated` names makers that are
neither asked for nor wrong. A maker that nobody names is the gravest mistake, then one said to be chosen that is not.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import msgspec

from tenderlight.components.finding import find_components
from tenderlight.evaluate.labelled_sets import read_set, write_predictions
from tenderlight.model.document import Page, PageMethod
from tenderlight.model.statement import Stage
from tenderlight.model.values import CHOSEN_FROM, ComponentValue, Naming


class ExpectedPart(msgspec.Struct, frozen=True):
    """A product that a careful reader finds."""

    maker: str
    naming: Naming
    product: str | None = None
    count: Decimal | None = None


class Case(msgspec.Struct, frozen=True):
    """One line of the set."""

    id: str
    text: str
    expected: tuple[ExpectedPart, ...]
    lang: str = ""
    stage: Stage | None = None
    tolerated: tuple[str, ...] = ()


class Prediction(msgspec.Struct, frozen=True):
    """One line of the predictions."""

    id: str
    predicted: tuple[ExpectedPart, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentTally:
    """Counts over some lines."""

    lines: int = 0
    wrong: int = 0
    """Makers found that no word names, and products of another line than is named."""
    overstated: int = 0
    """Found as chosen where the words say less."""
    expected: int = 0
    found: int = 0
    """Makers found that are named."""
    naming_right: int = 0
    counts: int = 0
    """Counts that are printed and judged, of those found."""
    counts_right: int = 0

    def __add__(self, other: ComponentTally) -> ComponentTally:
        names = ComponentTally.__slots__
        return ComponentTally(**{name: getattr(self, name) + getattr(other, name) for name in names})


@dataclass(frozen=True, slots=True, kw_only=True)
class ComponentScore:
    """How well products are found on one set."""

    overall: ComponentTally
    by_language: dict[str, ComponentTally]
    differences: tuple[str, ...]
    """One sentence each, the gravest first."""


def evaluate_components(set_path: Path, predictions: Path | None = None) -> ComponentScore:
    """Score the products found in a labelled set.

    Args:
        set_path: `lines.jsonl`, or a folder that holds it or other `*.jsonl`.
        predictions: Where to write what was found, one line a case; None = nowhere.

    Raises:
        UsageError: If the set cannot be read.
    """
    cases = read_set(set_path, Case, file_name="lines.jsonl", called="a labelled line")
    found = [(case, predicted(case)) for case in cases]
    if predictions is not None:
        write_predictions(predictions, (Prediction(id=case.id, predicted=parts) for case, parts in found))
    scored = [(case, *_score(case, parts)) for case, parts in found]
    by_language: dict[str, ComponentTally] = {}
    for case, tally, _ in scored:
        by_language[case.lang] = by_language.get(case.lang, ComponentTally()) + tally
    told = sorted(told for _, _, differences in scored for told in differences)
    return ComponentScore(
        overall=sum((tally for _, tally, _ in scored), ComponentTally()),
        by_language=dict(sorted(by_language.items())),
        differences=tuple(sentence for _, sentence in told),
    )


def predicted(case: Case) -> tuple[ExpectedPart, ...]:
    """Return what is found in one line."""
    page = Page(number=1, text=case.text, method=PageMethod.FLOW)
    values = [one.value for one in find_components([page], (), stage=case.stage).statements]
    return tuple(
        ExpectedPart(
            maker=value.made_by or "",
            naming=value.naming or Naming.NAMED,
            product=value.product,
            count=value.quantity_per_unit,
        )
        for value in values
        if isinstance(value, ComponentValue)
    )


_Told = list[tuple[int, str]]


def _score(case: Case, parts: Iterable[ExpectedPart]) -> tuple[ComponentTally, _Told]:
    left = list(case.expected)
    told: _Told = []
    counts: Counter[str] = Counter(expected=len(left))
    for part in parts:
        mate = _mate(part, left)
        if mate is not None:
            left.remove(mate)
            counts.update(_of_pair(case, part, mate, told))
        elif part.maker not in case.tolerated and not _is_repeated(part, case.expected):
            counts["wrong"] += 1
            told.append((0, f"{case.id} wrong: {part.maker} {part.product or ''} ({part.naming}) in {case.text!r}"))
        elif part.naming.rank >= CHOSEN_FROM and part.maker in case.tolerated:
            counts["overstated"] += 1
            told.append((1, f"{case.id} overstated: {part.maker} as {part.naming} in {case.text!r}"))
    told += [(2, f"{case.id} missed: {one.maker} {one.product or ''} in {case.text!r}") for one in left]
    return ComponentTally(lines=1, **counts), told


def _mate(part: ExpectedPart, left: Iterable[ExpectedPart]) -> ExpectedPart | None:
    mates = [one for one in left if one.maker == part.maker and one.product in (None, part.product)]
    return max(mates, key=lambda one: one.product is not None, default=None)


def _is_repeated(part: ExpectedPart, expected: Iterable[ExpectedPart]) -> bool:
    """Say whether a maker is named once more in a line that names it: no mistake, and nothing found."""
    return any(one.maker == part.maker and part.product in (None, one.product) for one in expected)


def _of_pair(case: Case, part: ExpectedPart, mate: ExpectedPart, told: _Told) -> Counter[str]:
    counts: Counter[str] = Counter(found=1, naming_right=int(part.naming is mate.naming))
    if part.naming is not mate.naming:
        is_overstated = part.naming.rank >= CHOSEN_FROM > mate.naming.rank
        counts["overstated"] += is_overstated
        what = "overstated" if is_overstated else "named otherwise"
        told.append(
            (
                1 if is_overstated else 3,
                f"{case.id} {what}: {part.maker} {part.naming}, not {mate.naming}: {case.text!r}",
            )
        )
    if mate.count is not None:
        counts.update(counts=1, counts_right=int(part.count == mate.count))
        if part.count != mate.count:
            told.append((3, f"{case.id} count {part.count}, not {mate.count}: {case.text!r}"))
    return counts
