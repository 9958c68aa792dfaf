"""Trains the reader of parties (`tenderlight.facts.readers.parties`) on short texts and labelled notices.

`make party-reader` writes three models in src/tenderlight/_generated: party_names.crfsuite.xz finds names,
party_roles.crfsuite.xz tells the part of each, party_lots.crfsuite.xz which lots a winner won. They are made of
evaluation/parties, whose texts name every party, and of the development part of evaluation/notices, which names buyer,
agency, those who won and some of the others: of these only the lines with such names teach what a name is. The held-out
parts are not opened. With `--without PREFIX …` the texts whose ids begin so are left out, and with `--to FOLDER` the
models are written there: so they can be asked of hands that they have not met.
"""

from __future__ import annotations

import argparse
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from reader_training import GENERATED, NOTICES, ROOT, trained, write

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.model import OUTSIDE
from tenderlight.facts.readers.parties.links import LINKED, signs_of_links
from tenderlight.facts.readers.parties.links import MODEL as LOTS
from tenderlight.facts.readers.parties.lot_places import LotPlace, lot_places
from tenderlight.facts.readers.parties.lot_series import series_of_marks
from tenderlight.facts.readers.parties.named import MODEL as NAMES
from tenderlight.facts.readers.parties.named import seen_words
from tenderlight.facts.readers.parties.roles import MODEL as ROLES
from tenderlight.facts.readers.parties.roles import WON
from tenderlight.facts.readers.parties.signs import signs_of_names
from tenderlight.facts.readers.signs import Signs
from tenderlight.facts.readers.words import BREAK, Word
from tenderlight.facts.reading import told_by_rules
from tenderlight.facts.words.lot_keys import key_of
from tenderlight.model.document import Page

TEXTS = tuple(sorted((ROOT / "evaluation" / "parties").glob("*.jsonl")))
SETTINGS_OF_NAMES = {
    "c1": 0.3,
    "c2": 0.1,
    "max_iterations": 100,
    "feature.possible_transitions": True,
    "feature.minfreq": 2,
}
SETTINGS_OF_ROLES = {
    "c1": 0.1,
    "c2": 0.5,
    "max_iterations": 100,
    "feature.possible_transitions": True,
    "feature.minfreq": 2,
}
SETTINGS_OF_LINKS = {"c1": 0.05, "c2": 0.3, "max_iterations": 100}
"""Weights of the sums of absolute and squared weights, rounds; signs seen once are left out."""
WINNING = {"member": "member", "lead": "lead", "framework": "framework", "subcontractor": "subcontractor"}
FEWEST_LOTS = 2
UNKNOWN = "unknown"
"""A party of which a label says only that it is no supplier: its part teaches nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A text as the models learn it."""

    id: str
    is_whole: bool
    """Every party of the text is labelled."""
    words: list[Word]
    signs: list[Signs]
    tags: list[str]
    names: list[Signs]
    roles: list[str]
    lots: list[tuple[Signs, str]]
    """Each winner with each place of a lot: what is seen of both, and whether it won that lot."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """Where in a text a party is named, and its part."""

    start: int
    end: int
    role: str


def main() -> None:
    """Train, and write the models."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--without", nargs="*", default=[], metavar="PREFIX")
    parser.add_argument("--to", type=Path, default=None, metavar="FOLDER")
    arguments = parser.parse_args()
    left_out = tuple(arguments.without) or ("\n",)
    examples = [one for one in all_examples() if not one.id.startswith(left_out)]
    models = {
        NAMES: trained((part for one in examples for part in of_names(one)), SETTINGS_OF_NAMES),
        ROLES: trained(((one.names, one.roles) for one in examples), SETTINGS_OF_ROLES),
        LOTS: trained((([signs], [tag]) for one in examples for signs, tag in one.lots), SETTINGS_OF_LINKS),
    }
    if arguments.to is None:
        write(models, (*NOTICES, *TEXTS), GENERATED / "party_reader.json")
    else:
        for name, model in models.items():
            (arguments.to / name).write_bytes(model)
    print(f"{len(examples)} texts, {', '.join(f'{name}: {len(model)} bytes' for name, model in models.items())}")


def all_examples() -> Iterator[Example]:
    """Yield the texts; open contracting data needs no reader."""
    for path in TEXTS:
        for row in _rows(path):
            yield example_of(row["id"], row["text"], row["parties"], is_whole=True)
    for path in NOTICES:
        for row in _rows(path):
            if not row["text"].lstrip().startswith("{"):
                yield example_of(row["id"], row["text"], list(parties_of(row)), is_whole=False)


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    for line in path.read_text("utf-8").splitlines():
        yield json.loads(line)


def parties_of(row: dict[str, Any]) -> Iterator[dict[str, str]]:
    """Yield the parties of a labelled notice, with their parts."""
    expected, traps, unjudged = row["expected"], row.get("traps") or {}, row.get("not_judged", ())
    for part in ("buyer", "agency"):
        if expected.get(part) and part not in unjudged:
            yield {"name": expected[part], "role": part}
    for one in expected.get("suppliers", []):
        yield {"name": one["name"], "role": WINNING.get(one.get("role") or "", "winner")}
    lost = "candidate" if expected.get("stage") == "candidate" else "loser"
    for key, role in (("losers", lost), ("not_suppliers", UNKNOWN)):
        for one in traps.get(key, []):
            yield {"name": one if isinstance(one, str) else one.get("name", ""), "role": role}


def example_of(name: str, text: str, parties: Sequence[dict[str, Any]], *, is_whole: bool) -> Example:
    """Return a text as the models see it, with the tags of its words and the parts of its parties."""
    notice, _offices, statements = told_by_rules([Page(number=1, text=text)])
    sheet = notice.sheets[0]
    words, signs = seen_words(notice, statements, sheet)
    spans = sorted(spans_of(text, parties), key=lambda one: one.start)
    names = [Piece(sheet=sheet, start=one.start, end=one.end) for one in spans]
    told = signs_of_names(notice, statements, names)
    known = [(seen, one.role) for seen, one in zip(told, spans, strict=True) if one.role != UNKNOWN]
    return Example(
        id=name,
        is_whole=is_whole,
        words=words,
        signs=signs,
        tags=tags_of(words, spans),
        names=[seen for seen, _role in known],
        roles=[role for _seen, role in known],
        lots=list(links_on(sheet, names, spans, lots_won(parties))) if is_whole else [],
    )


def lots_won(parties: Sequence[dict[str, Any]]) -> dict[str, set[str]]:
    """Return by the name of each winner the keys of the lots that it won: labels leave out the word for a lot."""
    lots: dict[str, set[str]] = {}
    for one in parties:
        if one["role"] in WON and one.get("lot"):
            lots.setdefault(one["name"], set()).update((key_of(one["lot"]), f"item {key_of(one['lot'])}"))
    return lots


def links_on(
    sheet: Sheet, names: Sequence[Piece], spans: Sequence[Span], won: dict[str, set[str]]
) -> Iterator[tuple[Signs, str]]:
    """Yield what the places of lots of a page teach; where it names none, what its series of marks do."""
    places = lot_places(sheet)
    if len({key for place in places for key in place.keys}) >= FEWEST_LOTS:
        yield from links_of(names, spans, places, won)
    elif len({names[index].text for index, span in enumerate(spans) if span.role in WON}) >= FEWEST_LOTS:
        for series in series_of_marks(sheet):
            yield from links_of(names, spans, series, won)


def links_of(
    names: Sequence[Piece], spans: Sequence[Span], places: Sequence[LotPlace], won: dict[str, set[str]]
) -> Iterator[tuple[Signs, str]]:
    """Yield each place of a winner with each place of a lot: what is seen of both, and whether it won that lot."""
    for index, span in enumerate(spans if places else ()):
        if span.role in WON:
            own = won.get(names[index].text, set())
            for place, signs in zip(places, signs_of_links(names, places, index), strict=True):
                yield signs, LINKED if own & place.keys else "no"


def of_names(example: Example) -> Iterator[tuple[list[Signs], list[str]]]:
    """Yield the words and tags that teach what a name is: all of a text, or its lines with names."""
    if example.is_whole:
        yield example.signs, example.tags
        return
    first = 0
    for index, word in enumerate(example.words):
        if word.flat == BREAK:
            tags = example.tags[first : index + 1]
            if any(tag != OUTSIDE for tag in tags):
                yield example.signs[first : index + 1], tags
            first = index + 1


def tags_of(words: Sequence[Word], spans: Sequence[Span]) -> list[str]:
    """Return the tag of each word: whether a name begins with it, goes on in it, or neither."""
    tags = [OUTSIDE] * len(words)
    for span in spans:
        within = [at for at, word in enumerate(words) if word.start < min(word.end, span.end) and word.end > span.start]
        for at in within:
            tags[at] = "B-name" if at == within[0] else "I-name"
    return tags


def spans_of(text: str, parties: Sequence[dict[str, Any]]) -> list[Span]:
    """Return each place of each name, the longest names first.

    A party with several parts (lost one lot, won another) has them in turn if it is named as often, else the first.
    """
    roles: dict[str, list[str]] = {}
    for one in parties:
        if one["name"]:
            roles.setdefault(one["name"], []).append(one["role"])
    found: list[Span] = []
    for name in sorted(roles, key=len, reverse=True):
        places = [
            match.span()
            for match in re.finditer(re.escape(name), text)
            if not any(match.start() < one.end and one.start < match.end() for one in found)
        ]
        parts = roles[name] if len(places) == len(roles[name]) else roles[name][:1] * len(places)
        found += [Span(start=at[0], end=at[1], role=part) for at, part in zip(places, parts, strict=True)]
    return found


if __name__ == "__main__":
    main()
