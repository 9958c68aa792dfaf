"""How quickly and how surely texts that resemble each other are found, against datasketch.

    python benchmarks/linking.py [--shared DIR] [--pages 12000]

Pages are made of the different sentences of real Chinese notices and laws, as those of `search.py`; three in ten are
another page with some of its sentences changed. Goals:

- at least five times the speed of datasketch, from letters to pairs (MinHash of 128 numbers, its index, and, as ours,
  every pair compared);
- recall of at least 0.99 among the planted pairs that are half alike or more;
- every pair that is reported is half alike or more, compared letter for letter.

All are processor seconds of this process, in one run; exit code 1 if a goal is missed. Says so and ends where
datasketch is not installed.
"""

from __future__ import annotations

import argparse
import random
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from benchmarks.search import made_pages, sentences
from tenderlight.linking.resemblance import SLOTS, letters_of, resembling, shingles, similarity

LEAST = 0.5
SHARE_PLANTED = 0.3
SEED = 20231107
_SENTENCE = re.compile(r"[^。；\n]*[。；\n]")


def with_planted(pages: list[str], chance: random.Random) -> list[tuple[int, int]]:
    """Make some pages of others, some sentences changed, and return which of which."""
    planted = []
    half = len(pages) // 2
    for number in range(half, half + int(len(pages) * SHARE_PLANTED)):
        source = number - half
        held = _SENTENCE.findall(pages[source])
        own = _SENTENCE.findall(pages[number])
        changed = set(chance.sample(range(len(held)), round(len(held) * chance.uniform(0, 0.4))))
        pages[number] = "".join(
            own[at % len(own)] if at in changed and own else sentence for at, sentence in enumerate(held)
        )
        planted.append((source, number))
    return planted


def by_datasketch(texts: Sequence[frozenset[str]]) -> set[tuple[int, int]]:
    """Return the pairs that datasketch finds, each compared."""
    from datasketch import MinHash, MinHashLSH

    index = MinHashLSH(threshold=LEAST, num_perm=SLOTS)
    found: set[tuple[int, int]] = set()
    for number, text in enumerate(texts):
        signature = MinHash(num_perm=SLOTS)
        signature.update_batch([one.encode() for one in text])
        found |= {(int(str(other)), number) for other in index.query(signature)}
        index.insert(number, signature)
    return {(one, other) for one, other in found if similarity(texts[one], texts[other]) >= LEAST}


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--shared", type=Path, default=Path(__file__).resolve().parents[2] / "shared")
    parser.add_argument("--pages", type=int, default=12_000)
    arguments = parser.parse_args()
    try:
        import datasketch  # noqa: F401
    except ImportError:
        print("datasketch is not installed: nothing to compare with")
        return 0
    chance = random.Random(SEED)
    among = sentences(arguments.shared / "data")
    if not among:
        print("no notices in the shared folder: nothing to measure")
        return 0
    pages = list(made_pages(among, arguments.pages, chance))
    planted = with_planted(pages, chance)
    size = sum(len(page.encode()) for page in pages)
    start = time.process_time()
    letters = [letters_of(page) for page in pages]
    folding = time.process_time() - start
    start = time.process_time()
    pairs = resembling(letters, least=LEAST)
    ours = time.process_time() - start
    start = time.process_time()
    texts = [shingles(one) for one in letters]
    theirs = by_datasketch(texts)
    peer = time.process_time() - start
    real = {pair for pair in planted if similarity(texts[pair[0]], texts[pair[1]]) >= LEAST}
    found = {(one, other) for one, other, _ in pairs}
    wrong = sum(similarity(texts[one], texts[other]) < LEAST for one, other in found)
    recall, their_recall = len(found & real) / len(real), len(theirs & real) / len(real)
    rows = [
        ("datasketch over ours, time (goal 5)", f"{peer / ours:.1f}", peer >= 5 * ours),
        ("… with the folding of both", f"{(folding + peer) / (folding + ours):.1f}", True),
        ("recall of planted pairs (goal 0.99)", f"{recall:.4f} of {len(real)}", recall >= 0.99),
        ("… of datasketch", f"{their_recall:.4f}", True),
        ("reported pairs that are not (goal 0)", f"{wrong} of {len(found)}", not wrong),
        ("MB of text a second", f"{size / (folding + ours) / 1e6:.1f}", True),
    ]
    print(f"{len(pages):,} pages, {size / 1e6:.0f} MB of text")
    for name, figure, holds in rows:
        print(f"{name:42} {figure:>20}  {'' if holds else 'MISSED'}")
    return 0 if all(holds for _, _, holds in rows) else 1


if __name__ == "__main__":
    sys.exit(main())
