"""How exact and how quick the search of a case is, against a plain scan of all pages and a bare index of bigrams.

    python benchmarks/search.py [--shared DIR] [--pages 100000] [--rounds 2]

Pages are made of the different sentences of real Chinese notices and laws, mixed anew (seeded). Queries are stretches
of 1 to 10 characters cut from them at random, so that each is somewhere. Goals (figures for 100,000 pages):

- every page that holds a query is found, and no other: recall and precision 1.00 for every length;
- p95 of a query, first twenty pages and total, at most 2 ms, and at most 1/20 of the plain scan of all folded pages;
- terms on disk at most 0.8 times the text (the texts kept beside them, which show the words around a hit, are printed
  apart);
- terms made at 0.9 times the speed of tantivy fed with every two neighbours of the bare text, or more; both in turns.

With `--rounds 0` there is no bare index, so that a million pages can be measured in some twenty minutes.

All are processor seconds of this process, in one run; exit code 1 if a goal is missed.
"""

from __future__ import annotations

import argparse
import math
import random
import re
import shutil
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from itertools import pairwise
from pathlib import Path
from typing import Any

from selectolax.lexbor import LexborHTMLParser

from tenderlight.cases.corrections import Corrections
from tenderlight.cases.reading_texts import PageText
from tenderlight.cases.search_index import SearchIndex
from tenderlight.cases.search_taking import ENTRY, TERMS, TEXTS_AT_ONCE
from tenderlight.cases.searching import Search, question_of
from tenderlight.languages.normalise import fold_text
from tenderlight.languages.search_terms import terms_of

PAGE_CHARACTERS = 700
PAGES_OF_A_DOCUMENT = 20
QUERIES_OF_A_LENGTH = 20
LENGTHS = range(1, 11)
SEED = 20231107
_SENTENCE = re.compile(r"[^。；\n]{4,200}[。；\n]")
_HAN = re.compile(r"[\u4e00-\u9fff]{1,40}")


def sentences(folder: Path) -> list[str]:
    """Return the different sentences of saved Chinese notices and laws."""
    found: dict[str, None] = {}
    for path in sorted(folder.glob("zh-*/**/*")):
        if path.suffix in {".html", ".htm"}:
            body = LexborHTMLParser(path.read_bytes().decode("utf-8", "replace")).body
            text = "" if body is None else body.text(separator="\n")
        elif path.suffix in {".txt", ".jsonl", ".json", ".csv"}:
            text = path.read_bytes().decode("utf-8", "replace").replace("\\n", "\n")
        else:
            continue
        found.update(dict.fromkeys(_SENTENCE.findall(text)))
    return list(found)


def made_pages(among: Sequence[str], count: int, chance: random.Random) -> Iterator[str]:
    """Yield pages of sentences in an order of their own."""
    for _ in range(count):
        held: list[str] = []
        while sum(map(len, held)) < PAGE_CHARACTERS:
            held.append(chance.choice(among))
        yield "".join(held)


def queries(pages: Sequence[str], chance: random.Random) -> list[str]:
    """Return stretches of Chinese characters, as many of every length."""
    found: list[str] = []
    for length in LENGTHS:
        of_length: set[str] = set()
        while len(of_length) < QUERIES_OF_A_LENGTH:
            runs = [run for run in _HAN.findall(chance.choice(pages)) if len(run) >= length]
            if runs:
                run = chance.choice(runs)
                at = chance.randrange(len(run) - length + 1)
                of_length.add(run[at : at + length])
        found += sorted(of_length)
    return found


class Listed:
    """Stands for the database of a case of which nothing is asked but names."""

    def query(self, *_: object) -> Iterator[tuple[Any, ...]]:
        """Yield nothing."""
        return iter(())

    def row(self, *_: object) -> None:
        """Return nothing."""


def timed(work: Callable[[], object]) -> float:
    """Return the processor seconds that a call takes."""
    start = time.process_time()
    work()
    return time.process_time() - start


def bare_index(pages: Sequence[str], folder: Path) -> None:
    """Have tantivy index every two neighbours of the text as it is."""
    from tantivy import Document, Index, SchemaBuilder

    builder = SchemaBuilder()
    builder.add_unsigned_field(ENTRY, stored=True)
    builder.add_text_field(TERMS, tokenizer_name="whitespace", index_option="position")
    writer = Index(builder.build(), path=str(folder)).writer(64 * 1024 * 1024, 1)
    for number, text in enumerate(pages, 1):
        made = Document()
        made.add_unsigned(ENTRY, number)
        made.add_text(TERMS, " ".join(map("".join, pairwise(text))))
        writer.add_document(made)
    writer.commit()
    writer.wait_merging_threads()


def size_of(folder: Path) -> int:
    """Return the bytes of the files of a folder."""
    return sum(path.stat().st_size for path in [folder, *folder.rglob("*")] if path.is_file())


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--pages", type=int, default=100_000)
    parser.add_argument("--rounds", type=int, default=2)
    arguments = parser.parse_args()
    chance = random.Random(SEED)
    among = sentences(arguments.shared / "data")
    if not among:
        print("no notices in the shared folder: nothing to measure")
        return 0
    pages = list(made_pages(among, arguments.pages, chance))
    with tempfile.TemporaryDirectory() as place:
        return measure(pages, queries(pages, chance), Path(place), rounds=arguments.rounds)


def made_in_turns(
    make: Callable[[Path], object], pages: Sequence[str], place: Path, rounds: int
) -> tuple[float, float]:
    """Make our index, then a bare one, so often; return the processor seconds of ours and of bare ones, of one each.

    The last of ours stays, in `index`.
    """
    ours, bare = [], []
    for _ in range(max(1, rounds)):
        shutil.rmtree(place, ignore_errors=True)
        ours.append(timed(lambda: make(place / "index")))
        if rounds:
            (place / "bare").mkdir()
            bare.append(timed(lambda: bare_index(pages, place / "bare")))
    return statistics.median(ours), statistics.median(bare) if bare else math.nan


def measure(pages: Sequence[str], asked: Sequence[str], place: Path, *, rounds: int) -> int:
    """Make both indexes, ask, and print what holds."""
    text_bytes = sum(len(page.encode()) for page in pages)
    documents = {f"{first:064x}": first for first in range(0, len(pages), PAGES_OF_A_DOCUMENT)}

    def load(document: str) -> Iterator[PageText]:
        first = documents[document]
        return (PageText(*page) for page in enumerate(pages[first : first + PAGES_OF_A_DOCUMENT], 1))

    def make(folder: Path) -> None:
        index = SearchIndex(folder)
        index.refresh(dict.fromkeys(documents, "1"), load)
        index.close()

    whole, bare_seconds = made_in_turns(make, pages, place / "case", rounds)
    terms_alone = timed(
        lambda: [terms_of(pages[at : at + TEXTS_AT_ONCE]) for at in range(0, len(pages), TEXTS_AT_ONCE)]
    )
    kept = place / "case" / "index"
    texts_bytes = sum(path.stat().st_size for path in kept.rglob("*.store"))
    terms_bytes = size_of(kept) - texts_bytes
    listed: Any = Listed()
    search = Search(place / "case", listed, load, Corrections(listed, None, lambda _: None))
    folded = list(map(fold_text, pages))
    exact, seconds, shown, scans = ask(search, asked, folded)
    p95 = statistics.quantiles(seconds, n=20)[-1] * 1000
    shown_p95 = statistics.quantiles(shown, n=20)[-1] * 1000
    scan = statistics.median(scans) * 1000
    rows = [
        ("queries answered exactly", f"{exact} of {len(asked)}", exact == len(asked)),
        ("p95 of a query, ms (goal 2)", f"{p95:.2f}", p95 <= 2),
        ("plain scan, ms, over p95 (goal 20)", f"{scan:.0f}, {scan / p95:.0f} times", scan / p95 >= 20),
        ("terms over text (goal 0.8)", f"{terms_bytes / text_bytes:.2f}", terms_bytes <= 0.8 * text_bytes),
        ("bare index over ours, time (goal 0.9)", f"{bare_seconds / whole:.2f}", not bare_seconds < 0.9 * whole),
        ("median of a query, ms", f"{statistics.median(seconds) * 1000:.2f}", True),
        ("p95 with the words of twenty hits, ms", f"{shown_p95:.2f}", True),
        ("texts beside the terms, over text", f"{texts_bytes / text_bytes:.2f}", True),
        ("MB of text a second", f"{text_bytes / whole / 1e6:.1f}", True),
        ("… terms alone", f"{text_bytes / terms_alone / 1e6:.1f}", True),
    ]  # fmt: skip
    print(f"{len(pages):,} pages, {text_bytes / 1e6:.0f} MB of text")
    for name, figure, holds in rows:
        print(f"{name:42} {figure:>20}  {'' if holds else 'MISSED'}")
    return 0 if all(holds for _, _, holds in rows) else 1


def ask(
    search: Search, asked: Sequence[str], folded: Sequence[str]
) -> tuple[int, list[float], list[float], list[float]]:
    """Return how many queries were answered exactly, and the seconds of each: total, shown, scanned."""
    exact = 0
    seconds: list[float] = []
    shown: list[float] = []
    scans: list[float] = []
    for query in asked:
        question = question_of(query)
        wanted = fold_text(query)
        hold: list[int] = []
        scans.append(timed(lambda: hold.extend(n for n, text in enumerate(folded) if wanted in text)))  # noqa: B023
        seconds.append(timed(lambda: search.entries(question, most=20)))  # noqa: B023
        shown.append(timed(lambda: search.find(question, most=20)))  # noqa: B023
        found = {
            int(document, 16) + page_number - 1
            for document, page_number in search.pages(question)
            if page_number is not None
        }
        exact += found == set(hold)
    return exact, seconds, shown, scans


if __name__ == "__main__":
    sys.exit(main())
