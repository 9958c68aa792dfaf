"""Trains the network that is asked what the meaning of a text speaks for (`tenderlight.capabilities.meaning_reader`).

`make second-reader` writes second_reader_meaning.json in src/tenderlight/_generated with it; it needs scikit-learn and
the encoder (the extras `bench` and `meaning`) and takes some minutes. The held-out part is not opened. What is bought
is learned, as by `train_second_reader.py`. How much letters, senses and meaning count for beside each other is
fitted on passages of hands that none of them has met. Sentences learned from beside whole passages told no better in
twice the time.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
import train_second_reader as second_reader
from networks import curve_of, layers_trained
from sklearn.neural_network import MLPClassifier

from tenderlight.capabilities.meaning_reader import meaning_model_from
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.vocabulary import READER_OF_MEANING
from tenderlight.languages.sentence_vectors import DIMENSIONS, vector_of

HIDDEN, DECAY, ROUNDS = 512, 0.03, 40
"""Hidden units, weight of the squared weights, and rounds over all texts: more of each tells no better."""
STRETCH = 8.0
"""What vectors, whose length is 1, are multiplied by for the network to learn from them in so few rounds."""
STEPS = 4096
"""Of a weight, to 1: so many tell no worse than all digits."""


def main() -> None:
    """Train, and write the table."""
    rows = second_reader.all_rows()
    codes, _, labels = second_reader.what_is_bought(rows)
    vectors = vectors_of([row["text"] for row in rows])
    decided = np.dstack([second_reader.unseen_decisions(rows), unseen_decisions(rows, codes, vectors, labels)])
    curve, table = curve_of(decided, labels), table_of(codes, vectors, labels)
    second_reader.write(READER_OF_MEANING, {**table, "made_of": second_reader.digest_of_passages(), "curve": curve})


def vectors_of(texts: Sequence[str]) -> np.ndarray:
    """Return the vectors of texts as written (texts × 512)."""
    vectors = [vector_of(search_text_at(text, "text").text) for text in texts]
    return np.array(vectors, dtype=np.float32).reshape(-1, DIMENSIONS)


def unseen_decisions(
    rows: list[dict[str, Any]], codes: Sequence[str], vectors: np.ndarray, labels: np.ndarray
) -> np.ndarray:
    """Return what meaning decides (passages × capabilities × 1) on passages of hands that it has not met."""
    decided = np.zeros((*labels.shape, 1))
    for known, unseen in second_reader.folds_of(rows):
        model = meaning_model_from(json.dumps(table_of(codes, vectors[known], labels[known])).encode())
        decided[unseen, :, 0] = [model.network.outputs(vectors[n]) for n in unseen]
    return decided


def table_of(codes: Sequence[str], vectors: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
    """Train on vectors and on what each text (row) buys of the capabilities (column), and return the table."""
    network = MLPClassifier((HIDDEN,), alpha=DECAY, max_iter=ROUNDS, random_state=0)
    layers = layers_trained(network, vectors, labels, steps=STEPS, stretch=STRETCH)
    return {"made_of": "", "capabilities": list(codes), "curve": [0.0, 0.0, 1.0, 0.0], **layers}


if __name__ == "__main__":
    main()
