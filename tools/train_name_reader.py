"""Trains the reader of names of goods (`tenderlight.facts.readers.goods.divided`) on labelled notices and short texts.

`make goods-reader` writes goods_names.crfsuite.xz in src/tenderlight/_generated: from the goods of the development
part of evaluation/notices and of evaluation/goods whose make and model stand beside their name, and from all others
that have none. The held-out parts are not opened.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader_training import GENERATED, NOTICES, ROOT, train_and_write

from tenderlight.facts.readers.goods.divided import BOUNDS, MODEL
from tenderlight.facts.readers.goods.name_signs import signs_of_name
from tenderlight.facts.readers.model import OUTSIDE
from tenderlight.facts.readers.signs import Signs

SETS = (*NOTICES, *sorted((ROOT / "evaluation" / "goods").glob("*.jsonl")))
SETTINGS = {"c1": 0.05, "c2": 0.05, "max_iterations": 80, "feature.possible_transitions": True, "feature.minfreq": 2}
"""Weights of the sums of absolute and squared weights, rounds; signs seen once are left out."""
PARTS = ("brand", "model")
FARTHEST, MOST_BETWEEN = 90, 12
"""How far from its name a make or model is looked for, and how many signs may stand between the three, all together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Name:
    """A name of goods with make and model, as printed, and where in it they stand."""

    id: str
    language: str
    text: str
    spans: Mapping[str, tuple[int, int]]


def main() -> None:
    """Train, and write the model."""
    texts = ((one.id, *example_of(one)) for one in all_names(SETS))
    train_and_write(__doc__ or "", MODEL, texts, SETTINGS, (SETS, GENERATED / "name_reader.json"))


def all_names(paths: Sequence[Path]) -> Iterator[Name]:
    """Yield the names of goods of some sets whose goods are judged."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if "items" not in row.get("not_judged", ()):
                for item in row["items"] if "items" in row else row["expected"].get("items", []):
                    yield from names_of(row, item)


def names_of(row: Mapping[str, Any], item: Mapping[str, Any]) -> Iterator[Name]:
    """Yield the tightest stretch of a text that holds the name of a thing, its make and its model; none if apart."""
    places = [
        found for start in _all(row["text"], item["name"]) if (found := _around(row["text"], item, start)) is not None
    ]
    if not places:
        return
    spans = min(places, key=_between)
    first, last = min(start for start, _ in spans.values()), max(end for _, end in spans.values())
    if _between(spans) <= MOST_BETWEEN and BOUNDS.search(row["text"], first, last) is None:
        yield Name(
            id=row["id"],
            language=row["lang"][:2],
            text=row["text"][first:last],
            spans={part: (start - first, end - first) for part, (start, end) in spans.items()},
        )


def _all(text: str, part: str) -> Iterator[int]:
    at = text.find(part) if part else -1
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _around(text: str, item: Mapping[str, Any], start: int) -> dict[str, tuple[int, int]] | None:
    """Return where the make and the model nearest to a name stand; None if one of them is not near."""
    spans = {"name": (start, start + len(item["name"]))}
    for part in PARTS:
        told = str(item.get(part) or "")
        if not told:
            continue
        near = [(at, at + len(told)) for at in _all(text, told) if abs(at - start) < FARTHEST]
        apart = [one for one in near if not any(one[0] < end and begin < one[1] for begin, end in spans.values())]
        if not apart:
            return None
        name = spans["name"]
        spans[part] = min(apart, key=lambda one, name=name: max(one[0] - name[1], name[0] - one[1]))
    return spans


def _between(spans: Mapping[str, tuple[int, int]]) -> int:
    """Return how many signs of the stretch that holds all spans are in none of them."""
    whole = max(end for _, end in spans.values()) - min(start for start, _ in spans.values())
    return whole - sum(end - start for start, end in spans.values())


def example_of(name: Name) -> tuple[list[Signs], list[str]]:
    """Return what the model sees of a name, and the tag of each of its words."""
    words, signs = signs_of_name(name.text, name.language)
    tags = [OUTSIDE] * len(words)
    for part, (start, end) in name.spans.items():
        within = [at for at, (begin, close) in enumerate(words) if begin < end and close > start]
        for at in within:
            tags[at] = ("B-" if at == within[0] else "I-") + part
    return signs, tags


if __name__ == "__main__":
    main()
