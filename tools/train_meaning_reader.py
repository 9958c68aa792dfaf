"""Trains the network that is asked what the meaning of a text speaks for (`tenderlight.capabilities.meaning_reader`).

`make second-reader` writes second_reader_meaning.json in src/tenderlight/_generated with it; it needs scikit-learn and
the encoder (the extras `bench` and `meaning`) and takes some minutes. The held-out part is not opened. What is bought
is learned, as by `train_second_reader.py`. How much letters and meaning count for beside each other is fitted on
passages of hands that neither has met. Sentences learned from beside whole passages told no better in twice the time.
"""

from __future__ import annotations

import json
import warnings
from collections.abc import Sequence
from typing import Any

import numpy as np
import train_second_reader as second_reader
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
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
    codes, texts, labels = second_reader.what_is_bought(rows)
    vectors = vectors_of([row["text"] for row in rows])
    hands = [row["id"].partition("-")[0] for row in rows]
    curve = calibrated(codes, texts, vectors, labels, hands)
    table = table_of(codes, vectors, labels)
    second_reader.write(READER_OF_MEANING, {**table, "made_of": second_reader.digest_of_passages(), "curve": curve})


def vectors_of(texts: Sequence[str]) -> np.ndarray:
    """Return the vectors of texts as written (texts × 512)."""
    vectors = [vector_of(search_text_at(text, "text").text) for text in texts]
    return np.array(vectors, dtype=np.float32).reshape(-1, DIMENSIONS)


def calibrated(
    codes: Sequence[str], texts: list[str], vectors: np.ndarray, labels: np.ndarray, hands: Sequence[str]
) -> list[float]:
    """Return how decisions of letters and of meaning, about passages of hands that neither has met, tell together."""
    decided = np.zeros((*labels.shape, 2))
    for known, unseen in GroupKFold(second_reader.FOLDS).split(texts, groups=hands):
        vectorizer, weights, biases = second_reader.train([texts[n] for n in known], labels[known])
        decided[unseen, :, 0] = vectorizer.transform([texts[n] for n in unseen]) @ weights.T + biases
        model = meaning_model_from(json.dumps(table_of(codes, vectors[known], labels[known])).encode())
        decided[unseen, :, 1] = [list(model.decided(vectors[n]).values()) for n in unseen]
    judge = LogisticRegression(C=1e6).fit(decided.reshape(-1, 2), labels.reshape(-1))
    return [*(round(float(slope), 4) for slope in judge.coef_[0]), round(float(judge.intercept_[0]), 4)]


def table_of(codes: Sequence[str], vectors: np.ndarray, labels: np.ndarray) -> dict[str, Any]:
    """Train on vectors and on what each text (row) buys of the capabilities (column), and return the table."""
    network = MLPClassifier((HIDDEN,), alpha=DECAY, max_iter=ROUNDS, random_state=0)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)  # it ends after so many rounds on purpose
        network.fit(vectors * STRETCH, labels)
    (inner, outer), (inner_biases, outer_biases) = network.coefs_, network.intercepts_
    layers = {"inner": inner * STRETCH, "inner_biases": inner_biases, "outer": outer, "outer_biases": outer_biases}
    return {
        "made_of": "",
        "capabilities": list(codes),
        "curve": [0.0, 1.0, 0.0],
        "scale": 1.0 / STEPS,
        **{name: np.round(one * STEPS).astype(int).tolist() for name, one in layers.items()},
    }


if __name__ == "__main__":
    main()
