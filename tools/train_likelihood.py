"""Trains the trees that say how likely a finding is right (`tenderlight.capabilities.likelihood`).

`make second-reader` writes likelihood.json in src/tenderlight/_generated, after the tables of the second reader, and
polarity_reader.json before it (`train_polarity_reader.py`); it needs scikit-learn (the extra `bench`) and takes some
minutes. The passages are divided by the hands that wrote them.
The findings in each part are weighed by readers that were trained on all other parts alone, so that the trees learn how
far to trust what is said of words that nobody has met. The held-out part is not opened.

Passages that rules were made on, one by one, are left out (`development.jsonl`, and those of the tests): there rules
are right more often than anywhere else. Most of a tender says nothing of the kind, and passages that somebody wrote
about capabilities do not show it. So what weaker forms find on real pages that nobody labelled (`../shared/data`, read
and not kept) is learned as wrong, unless a whole rule finds the same capability there: what those find on these pages
is right (`benchmarks/alarms.py` lists it, to be judged by hand).
"""

from __future__ import annotations

import json
import sys
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

import msgspec
import numpy as np
import train_second_reader as second_reader
from sklearn.ensemble import HistGradientBoostingClassifier
from train_polarity_reader import EMPTY, Example, examples, model_of, table_of

from tenderlight.capabilities.kinds import setting_of_kind
from tenderlight.capabilities.likelihood import DIRECTIONS
from tenderlight.capabilities.opinions import ReaderTables
from tenderlight.capabilities.polarity_reader import PolarityModel
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.second_reader import SOME, model_from
from tenderlight.capabilities.sense_reader import sense_model_from
from tenderlight.capabilities.setting import Setting
from tenderlight.capabilities.statements import statement_of
from tenderlight.capabilities.vocabulary import LIKELIHOOD, POLARITY_READER
from tenderlight.capabilities.weighing import weigh
from tenderlight.evaluate.capabilities import Passage, is_right_capability, is_wrong_accusation, predicted
from tenderlight.evaluate.unlabelled import texts_of, unlabelled_parts
from tenderlight.model.statement import Stage

PARTS, AT_ONCE = 6, 2
TREES, LEAVES, FEWEST_OF_LEAF, LEARNING_RATE = 300, 8, 30, 0.06
SHARE_OF_FIGURES = 0.4
"""Of figures that each knot is chosen from."""
WEIGHT_OF_REAL = 16.0
"""How much a finding on a real page counts for beside one in a passage."""
MADE_ON = "development.jsonl"
"""The passages that rules were made on one by one."""

Row = dict[str, Any]


def main() -> None:
    """Train, and write the tables."""
    rows = second_reader.all_rows()
    second_reader.write(LIKELIHOOD, {"made_of": "", "start": 0.0, "trees": []})  # the figures may be others than before
    second_reader.write(POLARITY_READER, EMPTY)
    learned = [*examples(rows)]
    second_reader.write(POLARITY_READER, table_of(learned, second_reader.digest_of_passages()))
    asked_of = [path for path in second_reader.PASSAGES if path.name != MADE_ON]
    hands = parts_of([json.loads(line) for path in asked_of for line in path.read_text("utf-8").splitlines()])
    figures: list[Any] = []
    labels: list[bool] = []
    with ProcessPoolExecutor(AT_ONCE) as pool:
        for asked, are_right in pool.map(partial(findings_of_part, hands, rows, learned), range(PARTS)):
            figures += asked
            labels += are_right
            print(f"{len(labels)} findings, {sum(labels)} right", flush=True)
        shared = Path(sys.argv[1]) if sys.argv[1:] else second_reader.ROOT.parent / "shared"
        real = pool.submit(findings_on_real_pages, shared / "data").result()
    if not real:
        sys.exit(f"There is nothing to read under {shared}.")
    print(f"{len(real)} findings on real pages")
    weights = [1.0] * len(figures) + [WEIGHT_OF_REAL] * len(real)
    labels += [False] * len(real)
    second_reader.write(LIKELIHOOD, grown(np.array([*figures, *real]), np.array(labels), np.array(weights)))


def findings_of_part(
    hands: dict[str, int], rows: list[Row], learned: list[Example], part: int
) -> tuple[list[Any], list[bool]]:
    """Return the figures of what is found in a part, read by readers of all others, and whether each is right."""

    def is_of_part(passage: str) -> bool:
        return hands.get(hand_of(passage)) == part

    readers = readers_of([row for row in rows if not is_of_part(row["id"])])
    polarities = model_of(table_of([one for one in learned if not is_of_part(one.passage)]))
    found = [*findings([row for row in rows if is_of_part(row["id"])], readers, polarities)]
    return [asked for asked, _ in found], [is_right for _, is_right in found]


def hand_of(passage: str) -> str:
    """Return the hand that wrote a passage, by its id."""
    return passage.partition("-")[0]


def parts_of(rows: list[Row]) -> dict[str, int]:
    """Divide the hands into parts of about as many passages: the number of the part, by hand."""
    sizes = [0] * PARTS
    parts: dict[str, int] = {}
    for hand, count in sorted(
        Counter(hand_of(row["id"]) for row in rows).items(), key=lambda pair: (-pair[1], pair[0])
    ):
        part = sizes.index(min(sizes))
        parts[hand] = part
        sizes[part] += count
    return parts


def readers_of(rows: list[Row]) -> ReaderTables:
    """Train the second reader on passages."""
    codes, texts, labels = second_reader.what_is_bought(rows)
    letters = second_reader.table_of("", codes, second_reader.train(texts, labels))
    purchases = second_reader.table_of("", [SOME], second_reader.train_of_purchases(texts, labels))
    senses = second_reader.table_of_senses("", codes, [row["text"] for row in rows], labels)
    return ReaderTables(
        letters=model_from(json.dumps(letters).encode()),
        purchases=model_from(json.dumps(purchases).encode()),
        senses=sense_model_from(json.dumps(senses).encode()),
    )


def findings(rows: list[Row], readers: ReaderTables, polarities: PolarityModel) -> Iterator[tuple[Any, bool]]:
    """Yield the figures of each purchase found that is either right or wrong, and which of both it is."""
    for row in rows:
        passage = msgspec.convert(row, Passage)
        text, setting = search_text_at(passage.text, "text"), setting_of_kind(passage.doc_kind)
        weighed = weigh(text, setting, readers=readers, polarities=polarities)
        for one in (*weighed.whole, *weighed.weaker) if weighed is not None else ():
            if one.figures:
                said = predicted(statement_of(one, text, setting.stage))
                is_wrong = is_wrong_accusation(passage, said)
                if is_wrong or is_right_capability(passage, said):
                    yield one.figures, not is_wrong


def findings_on_real_pages(data: Path) -> list[Any]:
    """Return the figures of what weaker forms alone find on real pages, by the readers that ship."""
    setting = Setting(stage=Stage.TENDER)
    found: list[Any] = []
    for _, part in unlabelled_parts(data):
        for text in texts_of(part):
            weighed = weigh(text, setting)
            if weighed is not None:
                by_rules = {one.found.candidate.capability.code for one in weighed.whole}
                weaker = ((one.found.candidate.capability.code, one.figures) for one in weighed.weaker)
                found += [figures for code, figures in weaker if figures and code not in by_rules]
    return found


def grown(figures: np.ndarray, labels: np.ndarray, weights: np.ndarray) -> dict[str, Any]:
    """Grow the trees (findings × figures, whether each is right, how much it counts), and return the table."""
    forest = HistGradientBoostingClassifier(
        max_iter=TREES,
        learning_rate=LEARNING_RATE,
        max_leaf_nodes=LEAVES,
        min_samples_leaf=FEWEST_OF_LEAF,
        max_features=SHARE_OF_FIGURES,
        l2_regularization=1.0,
        early_stopping=False,
        monotonic_cst=list(DIRECTIONS),
        random_state=0,
    ).fit(figures, labels, sample_weight=weights)
    return {
        "made_of": second_reader.digest_of_passages(),
        "start": round(float(forest._baseline_prediction[0][0]), 4),  # noqa: SLF001 - told nowhere else
        "trees": [knots(one[0].nodes) for one in forest._predictors],  # noqa: SLF001
    }


def knots(nodes: np.ndarray) -> list[list[float]]:
    """Return the knots of a tree as `likelihood.Trees` has them."""
    return [
        [-1, round(float(node["value"]), 4), 0, 0]
        if node["is_leaf"]
        else [int(node["feature_idx"]), round(float(node["num_threshold"]), 4), int(node["left"]), int(node["right"])]
        for node in nodes
    ]


if __name__ == "__main__":
    main()
