"""What the second reader adds to the rules at a given number of suggestions for a thousand pages.

    python benchmarks/second_reader.py [--shared DIR] [FILE]

The score at which so many places of a thousand real pages are suggested is found on the folders of `alarms.py`, nearly
all of them innocent. With it, the labelled passages in FILE (the held-out part, by default) are read: how many of what
is bought in them do the rules find, how many more are suggested under the right capability, and how often a suggestion
in a passage is right. Then, for each band of scores, how many of a hundred suggestions in passages are right.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from tenderlight.evaluate.capabilities import Passage, predict_all, read_passages
from tenderlight.evaluate.suggestions import Readers, scores_of
from tenderlight.evaluate.unlabelled import unlabelled_parts
from tenderlight.model.document import Page
from tenderlight.model.record import Record

ROOT = Path(__file__).resolve().parents[1]
PER_THOUSAND = (10, 20, 50, 100)
BANDS = (0.02, 0.1, 0.3, 0.5, 0.7, 0.9, 1.01)


def main() -> int:
    """Print the figures; exit code 2 if there are no pages to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=ROOT.parent / "shared")
    parser.add_argument("file", nargs="?", type=Path, default=ROOT / "evaluation" / "passages" / "held_out.jsonl")
    options = parser.parse_args()
    started = time.process_time()
    pages, scores = scores_of(texts(options.shared / "data"))
    if not pages:
        print(f"There is nothing to read under {options.shared}.", file=sys.stderr)
        return 2
    seconds = time.process_time() - started
    print(f"{pages:,} real pages, {pages / seconds:,.0f} a second with reading them")
    passages = list(read_passages(options.file))
    readers = Readers(passages, predict_all(passages))
    for count in PER_THOUSAND:
        one = readers.at(count, pages, scores)
        print(
            f"{count:4} for a thousand pages (score over {one.score_over:.3f}): {one.added / one.buying:.3f} more, "
            f"together {one.recall or 0:.3f}; {len(passages)} passages, {one.buying} bought, "
            f"{one.by_rules / one.buying:.3f} by the rules"
        )
    print_calibration(passages, readers.proposed)
    return 0


def texts(data: Path) -> Iterator[str]:
    """Yield the text of each page and record."""
    for _, part in unlabelled_parts(data):
        if isinstance(part, Page):
            yield part.text
        elif isinstance(part, Record):
            yield "\n".join(field.text for field in part.fields)
        else:
            yield part


def print_calibration(passages: list[Passage], proposed: list[dict[str, float]]) -> None:
    """Print, by bands of scores, how many suggestions name what a careful reader finds, with whatever polarity."""
    for low, high in pairwise(BANDS):
        right = [
            any(item.capability == code for item in passage.expected)
            for passage, found in zip(passages, proposed, strict=True)
            for code, score in found.items()
            if low <= score < high
        ]
        if right:
            print(
                f"score {low:.2f}-{min(high, 1):.2f}: {len(right):5} suggestions, {sum(right) / len(right):.2f} right"
            )


if __name__ == "__main__":
    sys.exit(main())
