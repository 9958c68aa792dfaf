"""Whether the confidence of a claim tells how likely it is right: wrong claims and recall, by least confidence.

    python benchmarks/confidence.py [SET ...]

Without sets, the development part of the labelled passages. Passages that the rules were mended on say little: give it
passages that the rules have not met. Lists, for each least confidence, passages wrongly accused and the share of
purchases found; then, by tenth of confidence, how many claims of a purchase were wrong.
"""

from __future__ import annotations

import argparse
import sys
from collections import Counter
from pathlib import Path

from tenderlight.capabilities import find_in_text
from tenderlight.evaluate.capabilities import Passage, Prediction, is_found, predicted, read_passages, score
from tenderlight.model.statement import BUYING_POLARITIES, Statement

ROOT = Path(__file__).resolve().parents[1]
LEAST = (0.0, 0.5, 0.6, 0.7, 0.75, 0.8, 0.85, 0.9, 0.95)


def main() -> int:
    """List what is found; exit code 2 if there is nothing to read."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "sets", type=Path, nargs="*", default=[ROOT / "evaluation" / "passages" / "development.jsonl"], metavar="SET"
    )
    passages = [passage for path in parser.parse_args().sets for passage in read_passages(path)]
    if not passages:
        print("No passages.", file=sys.stderr)
        return 2
    made = [(passage, find_in_text(passage.text, doc_kind=passage.doc_kind)) for passage in passages]
    print(f"{len(passages)} passages\n{'at least':>9}{'accused wrongly':>17}{'of 100':>8}{'recall':>8}")
    for least in LEAST:
        tally = score(passages, [_taken(passage, found, least) for passage, found in made]).overall
        wrong = tally.wrong_accusations
        print(f"{least:9.2f}{wrong:17}{100 * wrong / len(passages):8.1f}{tally.recall or 0:8.2f}")
    all_claims, wrong_claims = _by_tenth(made)
    print(f"\n{'tenth':>9}{'claims':>17}{'wrong':>8}")
    for tenth in sorted(all_claims):
        print(f"{tenth / 10:9.1f}{all_claims[tenth]:17}{wrong_claims[tenth]:8}")
    return 0


def _taken(passage: Passage, found: tuple[Statement, ...], least: float) -> Prediction:
    sure = [one for one in found if one.polarity not in BUYING_POLARITIES or (one.confidence or 0.0) >= least]
    return Prediction(id=passage.id, predicted=tuple(map(predicted, sure)))


def _by_tenth(made: list[tuple[Passage, tuple[Statement, ...]]]) -> tuple[Counter[int], Counter[int]]:
    """Count the claims of a purchase, and those of them that are not expected, by tenth of their confidence."""
    every: Counter[int] = Counter()
    wrong: Counter[int] = Counter()
    for passage, found in made:
        for one in found:
            if one.polarity in BUYING_POLARITIES:
                tenth = int((one.confidence or 0.0) * 10)
                every[tenth] += 1
                wrong[tenth] += not any(is_found(item, predicted(one)) for item in passage.expected)
    return every, wrong


if __name__ == "__main__":
    raise SystemExit(main())
