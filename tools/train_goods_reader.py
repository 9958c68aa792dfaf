"""Trains the reader of goods (`tenderlight.facts.readers.goods`) on labelled notices and short texts.

`make goods-reader` writes goods_reader.crfsuite.xz in src/tenderlight/_generated: from the development part of
evaluation/notices and from evaluation/goods, whose texts are there for nothing else. The held-out parts are not opened.
With `--without PREFIX …` the notices whose ids begin so are left out, and with `--to FILE` the model is written there:
so it can be asked of hands that it has not met.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from reader_training import GENERATED, NOTICES, ROOT, train_and_write

from tenderlight.facts.readers.goods.goods import MODEL
from tenderlight.facts.readers.goods.lines import lines_of
from tenderlight.facts.readers.model import OUTSIDE
from tenderlight.facts.readers.signs import Signs, signs_of
from tenderlight.facts.readers.words import Word
from tenderlight.facts.reading import before_goods
from tenderlight.languages.number_words import read_number_words
from tenderlight.languages.numerals import read_numeral
from tenderlight.model.document import Page

SETS = (*NOTICES, *sorted((ROOT / "evaluation" / "goods").glob("*.jsonl")))
SETTINGS = {"c1": 0.1, "c2": 0.05, "max_iterations": 90, "feature.possible_transitions": True, "feature.minfreq": 2}
"""Weights of the sums of absolute and squared weights, rounds; signs seen once are left out."""
UNLABELLED = frozenset({"plan", "tender", "single_source", "candidate", "cancellation"})
"""Stages of which a label without goods does not say that there are none."""
ORDER = ("name", "model", "brand", "qty", "price", "unit")
"""Which tag a word gets that two of them could have."""
ABOVE, BEHIND, FARTHEST = 60, 160, 400
"""How far from its name, in signs, what belongs to a thing is looked for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text as the model learns it."""

    id: str
    words: list[Word]
    signs: list[Signs]
    tags: list[str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where in a text a part of one of the goods stands."""

    start: int
    end: int
    part: str


def main() -> None:
    """Train, and write the model."""
    texts = ((one.id, one.signs, one.tags) for one in all_examples(SETS))
    train_and_write(__doc__ or "", MODEL, texts, SETTINGS, (SETS, GENERATED / "goods_reader.json"))


def all_examples(paths: Sequence[Path]) -> Iterator[Example]:
    """Yield the texts of some sets whose goods are judged; open contracting data needs no reader."""
    for path in paths:
        for line in path.read_text("utf-8").splitlines():
            row = json.loads(line)
            if is_left_open(row) or row["text"].lstrip().startswith("{") or "items" in row.get("not_judged", ()):
                continue
            yield example_of(
                row["id"], row["text"], row["items"] if "items" in row else row["expected"].get("items", [])
            )


def is_left_open(row: dict[str, Any]) -> bool:
    """Say whether no goods were asked for: the first hands labelled none of what was yet to be bought."""
    expected = row.get("expected", {})
    return expected.get("stage") in UNLABELLED and not expected.get("items")


def example_of(name: str, text: str, items: Sequence[dict[str, Any]]) -> Example:
    """Return a text as the model sees it, with the tags of its goods."""
    notice, _offices, statements = before_goods([Page(number=1, text=text)])
    sheet = notice.sheets[0]
    words, signs = signs_of(notice, statements, sheet, lines_of(notice, sheet))
    return Example(id=name, words=words, signs=signs, tags=tags_of(words, list(spans_of(text, items))))


def tags_of(words: Sequence[Word], spans: Sequence[Span]) -> list[str]:
    """Return the tag of each word: B- and I- with the part of the goods it belongs to, O for none."""
    tags = [OUTSIDE] * len(words)
    for span in sorted(spans, key=lambda one: ORDER.index(one.part)):
        within = [at for at, word in enumerate(words) if word.start < min(word.end, span.end) and word.end > span.start]
        if not within or (span.part != "name" and any(tags[at] != OUTSIDE for at in within)):
            continue
        for at in within:
            tags[at] = ("B-" if at == within[0] else "I-") + span.part
    return tags


def spans_of(text: str, items: Sequence[dict[str, Any]]) -> Iterator[Span]:
    """Yield where the parts of goods stand: each name where most of what belongs to it is nearest."""
    taken: list[Span] = []
    last = 0
    for item in items:
        places = [
            [Span(start=start, end=start + len(item["name"]), part="name"), *_around(text, item, start)]
            for start in _all(text, item["name"])
            if not any(start < one.end and one.start < start + len(item["name"]) for one in taken)
        ]
        if not places:
            continue
        best = max(places, key=lambda spans: _fit(spans, last))
        taken.append(best[0])
        last = best[0].end
        yield from best


def _all(text: str, part: str) -> Iterator[int]:
    at = text.find(part)
    while at >= 0:
        yield at
        at = text.find(part, at + 1)


def _fit(spans: Sequence[Span], last: int) -> float:
    """Return how well a place fits: how many parts stand near it, how near, and whether it is behind the one before."""
    name = spans[0]
    return sum(3 - min(2.0, abs(one.start - name.end) / 150) for one in spans[1:]) + (name.start >= last) / 2


def _around(text: str, item: dict[str, Any], start: int) -> Iterator[Span]:
    """Yield the parts of one of the goods that stand nearest to a name at `start`."""
    end = start + len(item["name"])
    line_end = text.find("\n", end)
    low = max(0, text.rfind("\n", 0, start) + 1 - ABOVE)
    high = min(len(text), max(end + 10, line_end if line_end >= 0 else len(text)) + BEHIND, end + FARTHEST)
    at = end
    for key, part in (
        ("qty", "qty"),
        ("unit", "unit"),
        ("unit_price", "price"),
        ("brand", "brand"),
        ("model", "model"),
    ):
        told = item.get(key)
        if told is None or told == "":
            continue
        is_number = key in {"qty", "unit_price"}
        pattern = number_pattern(told) if is_number else re.compile(re.escape(str(told).rstrip(".")), re.IGNORECASE)
        found = [one.span() for one in pattern.finditer(text, low, high)]
        found = found or (list(_in_words(text, Decimal(str(told)), low, high)) if is_number else [])
        apart = [one for one in found if not (one[0] < end and start < one[1])] if is_number or key == "unit" else found
        if apart:
            nearest = min(apart, key=lambda one: abs(one[0] - (at if key == "unit" else end)) + 25 * (one[0] < start))
            at = nearest[1] if key == "qty" else at
            yield Span(start=nearest[0], end=nearest[1], part=part)


def number_pattern(told: object) -> re.Pattern[str]:
    """Return a pattern of the ways in which a number is written in figures."""
    whole, _, rest = f"{Decimal(str(told)).normalize():f}".partition(".")
    mark = "[.,   '’]?"
    figures = "".join(
        figure + (mark if left and (left % 3 == 0 or (left > 3 and left % 2)) else "")
        for figure, left in zip(whole, reversed(range(len(whole))), strict=True)
    )
    behind = rf"[.,]{rest}0*" if rest else r"(?:[.,]0{1,2})?"
    return re.compile(rf"(?<![\d.,]){figures}{behind}(?!\d|[.,]\d)")


def _in_words(text: str, number: Decimal, low: int, high: int) -> Iterator[tuple[int, int]]:
    """Yield where a whole number is written in words or Chinese numerals."""
    for match in re.finditer(r"[零〇一二三四五六七八九十百千两兩壹贰叁肆伍陆柒捌玖拾佰]{1,6}", text[low:high]):
        if read_numeral(match[0]) == number:
            yield low + match.start(), low + match.end()
    for match in re.finditer(r"[^\W\d_]{2,}(?:[ -][^\W\d_]{2,}){0,2}", text[low:high]):
        read = read_number_words(match[0])
        if read is not None and read[0] == number:
            yield low + match.start(), low + match.start() + read[1]


if __name__ == "__main__":
    main()
