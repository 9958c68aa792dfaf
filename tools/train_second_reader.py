"""Trains the second reader (`tenderlight.capabilities.second_reader`) on the development part of the labelled passages.

`make second-reader` writes second_reader.json, second_reader_purchases.json and second_reader_senses.json in
src/tenderlight/_generated; it needs scikit-learn (the extra `bench`). With `--senses` only the last is made: the others
take minutes, and do not change with the vocabulary.

The held-out part is not opened. What is bought is learned (required, offered, standard or optional): words about a
capability that is refused, or only told of, speak against it. How much letters and senses count for
beside each other is fitted (logistic regression) on passages of hands that neither has met.
"""

from __future__ import annotations

import hashlib
import json
import sys
from pathlib import Path
from typing import Any

import numpy as np
from networks import curve_of, layers_trained
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import GroupKFold
from sklearn.neural_network import MLPClassifier

from tenderlight.capabilities.matching import shared_matcher
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.second_reader import SOME, grams
from tenderlight.capabilities.sense_reader import SILENT, load_sense_model, sense_model_from
from tenderlight.capabilities.vocabulary import READER_OF_PURCHASES, READER_OF_SENSES, SECOND_READER
from tenderlight.languages.arabic_words import fold_arabic_text
from tenderlight.model.statement import BUYING_POLARITIES

ROOT = Path(__file__).resolve().parents[1]
PASSAGES = sorted((ROOT / "evaluation" / "passages").glob("development*.jsonl"))
"""Those that rules may be made on; the model is named after them."""
PLAINER = (
    *sorted((ROOT / "tests" / "capabilities" / "passages").glob("[!h]*.jsonl")),
    *sorted((ROOT / "tests" / "capabilities" / "passages" / "groups").glob("*.jsonl")),
)
"""Those that hold the rules in the tests. They may have grown since a model was trained."""
FOLDS = 2
GRAMS_A_CAPABILITY = 2000
"""The n-grams that tell a capability best from the others (chi-squared); the rest are left out."""
GRAMS_OF_PURCHASES = 15_000
STRENGTH, STRENGTH_OF_PURCHASES = 30.0, 10.0
MOST_ROUNDS = 1000
"""Of the fit of a judge; it ends long before."""
FEWEST_OF_SENSE = 2
"""Passages that a sense must stand in."""
HIDDEN, DECAY, ROUNDS, BATCH, LEARNING_RATE = 256, 0.01, 30, 200, 0.002
"""Of the network over senses: hidden units, weight of the squared weights, rounds over all texts, texts at once, and
how far a step goes. Twice as many units, or two networks together, tell a hair better."""
STEPS = 64
"""Of a weight, to 1: so many tell no worse than all digits."""

Trained = tuple[TfidfVectorizer, np.ndarray, np.ndarray]


def main() -> None:
    """Train, and write the tables."""
    made_of, rows = digest_of_passages(), all_rows()
    codes, texts, labels = what_is_bought(rows)
    of_senses = table_of_senses(made_of, codes, [row["text"] for row in rows], labels)
    if "--senses" in sys.argv[1:]:
        write(READER_OF_SENSES, {**of_senses, "curve": load_sense_model().curve})
        return
    write(READER_OF_SENSES, {**of_senses, "curve": curve_of(unseen_decisions(rows), labels)})
    write(SECOND_READER, table_of(made_of, codes, train(texts, labels)))
    write(READER_OF_PURCHASES, table_of(made_of, [SOME], train_of_purchases(texts, labels)))


def digest_of_passages() -> str:
    """Return the SHA-256 of the development part, which the models are named after."""
    return hashlib.sha256(b"".join(path.read_bytes() for path in PASSAGES)).hexdigest()


def all_rows() -> list[dict[str, Any]]:
    """Return the passages that are trained on."""
    return [json.loads(line) for path in (*PASSAGES, *PLAINER) for line in path.read_text("utf-8").splitlines()]


def what_is_bought(rows: list[dict[str, Any]]) -> tuple[list[str], list[str], np.ndarray]:
    """Return the capabilities there are, the folded texts, and for each text (row) which of them it buys (column)."""
    codes = sorted({item["capability"] for row in rows for item in row["expected"]})
    labels = np.array([[is_bought(row, code) for code in codes] for row in rows])
    return codes, [fold_arabic_text(row["text"]) for row in rows], labels


def write(name: str, table: dict[str, Any]) -> None:
    """Write a table to where the package has it."""
    target = ROOT / "src" / "tenderlight" / "_generated" / name
    target.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{name}: {target.stat().st_size} bytes")


def table_of(made_of: str, codes: list[str], trained: Trained) -> dict[str, Any]:
    """Return a table of n-grams."""
    vectorizer, weights, biases = trained
    names = vectorizer.get_feature_names_out()
    return {
        "made_of": made_of,
        "capabilities": codes,
        "biases": [round(float(bias), 4) for bias in biases],
        "weights": [
            [str(name), round(float(rarity), 3), adds]
            for name, rarity, column in zip(names, vectorizer.idf_, weights.T, strict=True)
            if (adds := [each for n in np.flatnonzero(column) for each in (int(n), round(float(column[n]), 3))])
        ],
    }


def table_of_senses(made_of: str, codes: list[str], texts: list[str], labels: np.ndarray) -> dict[str, Any]:
    """Return the table of what senses speak for, trained on texts as written and what each buys."""
    vectorizer = TfidfVectorizer(analyzer=senses_of, binary=True, min_df=FEWEST_OF_SENSE)
    matrix = vectorizer.fit_transform(texts).toarray().astype(np.float32)
    network = MLPClassifier(
        (HIDDEN,), alpha=DECAY, max_iter=ROUNDS, batch_size=BATCH, learning_rate_init=LEARNING_RATE, random_state=0
    )
    layers = layers_trained(network, matrix, np.column_stack([labels, labels.any(axis=1)]), steps=STEPS)
    named = zip(vectorizer.get_feature_names_out(), vectorizer.idf_, layers.pop("inner"), strict=True)
    return {
        "made_of": made_of,
        "capabilities": [*codes, SOME],
        "curve": [1.0, 1.0, 0.0],
        **layers,
        "senses": [[str(name), round(float(rarity), 3), adds] for name, rarity, adds in named],
    }


def senses_of(text: str) -> list[str]:
    """Return the senses that stand in a text as written, each once."""
    hits = shared_matcher().hits(search_text_at(text, "text").text)
    return sorted({sense for hit in hits for sense in hit.senses})


def train_of_purchases(texts: list[str], labels: np.ndarray) -> Trained:
    """Train the judge of whether anything is bought, given what each text buys."""
    return train(texts, labels.any(axis=1)[:, None], GRAMS_OF_PURCHASES, STRENGTH_OF_PURCHASES)


def is_bought(row: dict[str, Any], code: str) -> bool:
    """Say whether a passage buys a capability."""
    return any(item["capability"] == code and item["polarity"] in BUYING_POLARITIES for item in row["expected"])


def train(texts: list[str], labels: np.ndarray, most: int = GRAMS_A_CAPABILITY, strength: float = STRENGTH) -> Trained:
    """Return the vectorizer, the weights (capabilities × n-grams, at most so many each) and the biases."""
    every = CountVectorizer(analyzer=grams_of, min_df=3, binary=True)
    counts = every.fit_transform(texts)
    tells = np.vstack([chi2(counts, column)[0] for column in labels.T])
    loudest = np.unique(np.argsort(-np.nan_to_num(tells), axis=1)[:, :most])
    vectorizer = TfidfVectorizer(
        analyzer=grams_of, sublinear_tf=True, vocabulary=list(every.get_feature_names_out()[loudest])
    )
    weights, biases = fit(vectorizer.fit_transform(texts), labels, strength)
    quiet = np.abs(weights) < np.sort(np.abs(weights), axis=1)[:, -min(most, weights.shape[1]), None]
    weights[quiet] = 0.0
    return vectorizer, weights, biases


def fit(matrix: object, labels: np.ndarray, strength: float, *, balanced: bool = True) -> tuple[np.ndarray, np.ndarray]:
    """Fit one judge a capability; by its dual, which takes a twentieth of the time where n-grams outnumber texts."""
    weighted = "balanced" if balanced else None
    judges = [
        LogisticRegression(
            C=strength, solver="liblinear", dual=True, max_iter=MOST_ROUNDS, class_weight=weighted, random_state=0
        ).fit(matrix, column)
        for column in labels.T
    ]
    return np.vstack([judge.coef_[0] for judge in judges]), np.array([judge.intercept_[0] for judge in judges])


def folds_of(rows: list[dict[str, Any]]) -> list[tuple[np.ndarray, np.ndarray]]:
    """Return passages (their numbers) to train on, and of other hands; each hand is once among the latter."""
    return [*GroupKFold(FOLDS).split(rows, groups=[row["id"].partition("-")[0] for row in rows])]


def unseen_decisions(rows: list[dict[str, Any]]) -> np.ndarray:
    """Return what letters and senses decide (passages × capabilities × 2) on passages of hands that neither has met."""
    codes, texts, labels = what_is_bought(rows)
    written = [row["text"] for row in rows]
    decided = np.full((*labels.shape, 2), SILENT)
    for known, unseen in folds_of(rows):
        vectorizer, weights, biases = train([texts[n] for n in known], labels[known])
        decided[unseen, :, 0] = vectorizer.transform([texts[n] for n in unseen]) @ weights.T + biases
        table = table_of_senses("", codes, [written[n] for n in known], labels[known])
        model = sense_model_from(json.dumps(table).encode())
        for number in unseen:
            said = model.decisions([frozenset(senses_of(written[number]))])
            if said:
                decided[number, :, 1] = [said[code] for code in codes]
    return decided


def grams_of(text: str) -> list[str]:
    """Return the n-grams of a text as often as they occur."""
    return list(grams(text).elements())


if __name__ == "__main__":
    main()
