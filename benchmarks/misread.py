"""What is still found where text recognition erred, and what is then found that is not there.

    python benchmarks/misread.py [--shared DIR] [FILE]

In each labelled passage of FILE (the development part, by default) of which the rules find a purchase, one word of
those that decide is changed as recognition changes words, in turn in each of the ways listed. Then: how many of the
purchases are found if the text is taken as it stands, and if it is said to be recognised. After that all passages, and
the real pages of the shared folder, are read as they are and as if all had been recognised: what is found in the second
reading alone is listed, to be judged by hand.

Goals: said to be recognised, more found of each way than as it stands, or at least 0.99; no purchase more on all pages.
"""

from __future__ import annotations

import argparse
import random
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

from tenderlight._generated.lookalikes import CHARACTERS, CLOSELY  # noqa: E402
from tenderlight.capabilities import find_in_text  # noqa: E402
from tenderlight.capabilities.matching import shared_matcher  # noqa: E402
from tenderlight.capabilities.searchtext import search_text_at  # noqa: E402
from tenderlight.capabilities.words import CUE  # noqa: E402
from tenderlight.evaluate.capabilities import Passage, read_passages  # noqa: E402
from tenderlight.evaluate.unlabelled import unlabelled_parts  # noqa: E402
from tenderlight.languages.scripts import is_han  # noqa: E402
from tenderlight.model.document import Page  # noqa: E402
from tenderlight.model.statement import BUYING_POLARITIES, Statement  # noqa: E402

_ALIKE = dict(zip(CHARACTERS, CLOSELY, strict=True))
_FIGURES = {"o": "0", "l": "1", "i": "1", "s": "5", "b": "8"}
_LETTERS = {"c": "e", "e": "c", "n": "m", "h": "b", "u": "v", "i": "l", "l": "i", "o": "c"}
LONG_HAN, LONG_LATIN = 4, 8
ENOUGH = 0.99
Change = Callable[[str, random.Random], str | None]
"""What recognition makes of a word; None if it does nothing of the sort to it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Changed:
    """A passage with one word changed."""

    passage: Passage
    text: str


def main() -> int:
    """Print the figures; exit code 1 if a goal is missed."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "evaluation" / "passages" / "development.jsonl")
    options = parser.parse_args()
    passages = read_passages(options.file)
    bought = [passage for passage in passages if found(passage, passage.text, recognised=False)]
    print(f"{len(bought)} passages of which a purchase is found as they are\n")
    print(f"{'one word of each changed':44} {'changed':>8} {'as it stands':>13} {'recognised':>11}")
    held = True
    for name, change in CHANGES.items():
        cases = list(changed(bought, change))
        plain = sum(found(case.passage, case.text, recognised=False) for case in cases)
        loose = sum(found(case.passage, case.text, recognised=True) for case in cases)
        held &= loose > plain or loose >= ENOUGH * len(cases)
        if cases:
            print(f"{name:44} {len(cases):8} {plain / len(cases):13.3f} {loose / len(cases):11.3f}")
    texts = [(f"passage {passage.id}", passage.text, passage.doc_kind) for passage in passages]
    texts += [(name, text, "tender_notice") for name, text in real_texts(options.shared / "data")]
    more = [line for name, text, kind in texts for line in only_if_recognised(name, text, kind)]
    print(f"\n{len(texts):,} passages and real pages read as if recognised: {len(more)} purchases more")
    print("\n".join(more))
    return 0 if held and not more else 1


def found(passage: Passage, text: str, *, recognised: bool) -> bool:
    """Say whether a purchase that the passage is labelled with is found in a text of it."""
    wanted = [item for item in passage.expected if BUYING_POLARITIES & item.polarities]
    return any(
        one.rule in item.capabilities and one.polarity in item.polarities
        for one in find_in_text(text, doc_kind=passage.doc_kind, recognised=recognised)
        for item in wanted
    )


def changed(passages: Sequence[Passage], change: Change) -> Iterator[Changed]:
    """Yield the passages with one of the deciding words changed, those in which it can be."""
    draw = random.Random(11)
    for passage in passages:
        search_text = search_text_at(passage.text, "text")
        starts, ends = search_text.starts, search_text.ends
        quotes = [item.quote for item in passage.expected if BUYING_POLARITIES & item.polarities]
        spans = [(at, at + len(quote)) for quote in quotes for at in [passage.text.find(quote)] if at >= 0]
        words = [
            (starts[hit.start], ends[hit.end - 1])
            for hit in shared_matcher().hits(search_text.text)
            if hit.end - hit.start > 1 and not hit.weak and not any(sense.startswith(CUE) for sense in hit.senses)
        ]
        inside = [word for word in words if any(first <= word[0] and word[1] <= last for first, last in spans)]
        draw.shuffle(inside)
        for first, last in inside:
            read = change(passage.text[first:last], draw)
            if read is not None:
                yield Changed(passage=passage, text=passage.text[:first] + read + passage.text[last:])
                break


def _replaced(word: str, draw: random.Random, others: dict[str, str], shortest: int, longest: int = 99) -> str | None:
    places = [at for at, sign in enumerate(word) if others.get(sign.lower())]
    if not places or not shortest <= len(word) <= longest:
        return None
    at = draw.choice(places)
    return word[:at] + draw.choice(others[word[at].lower()]) + word[at + 1 :]


def _is_chinese(word: str) -> bool:
    return all(map(is_han, word))


def _put_in(word: str, draw: random.Random, signs: Sequence[str]) -> str:
    at = draw.randint(1, len(word) - 1)
    return word[:at] + draw.choice(signs) + word[at:]


CHANGES: dict[str, Change] = {
    "look-alike, Chinese, 2 characters": lambda word, draw: _replaced(word, draw, _ALIKE, 2, 2),
    "look-alike, Chinese, 3 characters": lambda word, draw: _replaced(word, draw, _ALIKE, 3, 3),
    "look-alike, Chinese, 4 characters or more": lambda word, draw: _replaced(word, draw, _ALIKE, LONG_HAN),
    "speck in a Chinese word, 4 characters or more": lambda word, draw: (
        _put_in(word, draw, "·.'|") if _is_chinese(word) and len(word) >= LONG_HAN else None
    ),
    "character dropped, Chinese, 5 or more": lambda word, draw: (
        word[:at] + word[at + 1 :]
        if _is_chinese(word) and len(word) > LONG_HAN and (at := draw.randint(1, len(word) - 2))
        else None
    ),
    "blanks between Chinese characters": lambda word, _: " ".join(word) if _is_chinese(word) else None,
    "line ended in a Chinese word": lambda word, draw: _put_in(word, draw, "\n") if _is_chinese(word) else None,
    "figure for a letter": lambda word, draw: _replaced(word, draw, _FIGURES, 5) if word.isalpha() else None,
    "letter for a letter, 8 or more": lambda word, draw: (
        _replaced(word, draw, _LETTERS, LONG_LATIN) if word.isalpha() else None
    ),
    "blank in a word, 8 letters or more": lambda word, draw: (
        _put_in(word, draw, " ") if _is_latin(word, LONG_LATIN) else None
    ),
    "word hyphenated at the end of a line": lambda word, draw: (
        word[:at] + "-\n" + word[at:] if _is_latin(word, 6) and (at := draw.randint(2, len(word) - 3)) else None
    ),
}


def _is_latin(word: str, shortest: int) -> bool:
    return word.isalpha() and len(word) >= shortest and not any(map(is_han, word))


def real_texts(data: Path) -> Iterator[tuple[str, str]]:
    """Yield name and text of each page, record and line of the shared folder."""
    for file, part in unlabelled_parts(data):
        if isinstance(part, Page | str):
            yield file.name, part.text if isinstance(part, Page) else part
        else:
            yield from ((file.name, field.text) for field in part.fields)


def only_if_recognised(name: str, text: str, kind: str | None) -> Iterator[str]:
    """Yield the purchases that are found only if a text is said to be recognised."""
    plain = {(one.rule, one.polarity) for one in find_in_text(text, doc_kind=kind)}
    for one in find_in_text(text, doc_kind=kind, recognised=True):
        if (one.rule, one.polarity) not in plain and one.polarity in BUYING_POLARITIES:
            yield f"  {name}: {one.rule} {one.polarity}: {_words(one)}"


def _words(statement: Statement) -> str:
    return " ".join(statement.anchors[0].text.split())[:110]


if __name__ == "__main__":
    sys.exit(main())
