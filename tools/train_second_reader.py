"""Trains the second reader (`tenderlight.capabilities.second_reader`) on the development part of the labelled passages.

`make second-reader` writes src/tenderlight/_generated/second_reader.json; it needs scikit-learn (the extra `bench`).

The held-out part is not opened. What is bought is learned (required, offered, standard or optional): words about a
capability that is refused, or only told of, speak against it. Scores are calibrated (Platt, 1999) on decisions about
passages that the model in question was not trained on.
"""

from __future__ import annotations

import hashlib
import json
from pathlib import Path
from typing import Any

import numpy as np
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.feature_selection import chi2
from sklearn.linear_model import LogisticRegression
from sklearn.model_selection import KFold

from tenderlight.capabilities.second_reader import grams
from tenderlight.capabilities.vocabulary import SECOND_READER
from tenderlight.languages.normalise import fold_text
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
STRENGTH = 30.0


def main() -> None:
    """Train, and write the table."""
    content = b"".join(path.read_bytes() for path in PASSAGES)
    plainer = b"".join(path.read_bytes() for path in PLAINER)
    rows = [json.loads(line) for line in (content + plainer).decode("utf-8").splitlines()]
    texts = [fold_text(row["text"]) for row in rows]
    codes = sorted({item["capability"] for row in rows for item in row["expected"]})
    labels = np.array([[is_bought(row, code) for code in codes] for row in rows])
    slope, intercept = calibrated(texts, labels)
    vectorizer, weights, biases = train(texts, labels)
    names = vectorizer.get_feature_names_out()
    table = {
        "made_of": hashlib.sha256(content).hexdigest(),
        "capabilities": codes,
        "biases": [round(float(bias), 4) for bias in biases],
        "slope": round(slope, 4),
        "intercept": round(intercept, 4),
        "weights": [
            [str(name), round(float(rarity), 3), adds]
            for name, rarity, column in zip(names, vectorizer.idf_, weights.T, strict=True)
            if (adds := [each for n in np.flatnonzero(column) for each in (int(n), round(float(column[n]), 3))])
        ],
    }
    target = ROOT / "src" / "tenderlight" / "_generated" / SECOND_READER
    target.write_text(json.dumps(table, ensure_ascii=False, separators=(",", ":")) + "\n", "utf-8")
    print(f"{len(table['weights'])} n-grams, {target.stat().st_size} bytes")


def is_bought(row: dict[str, Any], code: str) -> bool:
    """Say whether a passage buys a capability."""
    return any(item["capability"] == code and item["polarity"] in BUYING_POLARITIES for item in row["expected"])


def train(texts: list[str], labels: np.ndarray) -> tuple[TfidfVectorizer, np.ndarray, np.ndarray]:
    """Return the vectorizer, the weights (capabilities × n-grams) and the biases."""
    every = CountVectorizer(analyzer=grams_of, min_df=3, binary=True)
    counts = every.fit_transform(texts)
    tells = np.vstack([chi2(counts, column)[0] for column in labels.T])
    loudest = np.unique(np.argsort(-np.nan_to_num(tells), axis=1)[:, :GRAMS_A_CAPABILITY])
    vectorizer = TfidfVectorizer(
        analyzer=grams_of, sublinear_tf=True, vocabulary=list(every.get_feature_names_out()[loudest])
    )
    weights, biases = fit(vectorizer.fit_transform(texts), labels)
    quiet = np.abs(weights) < np.sort(np.abs(weights), axis=1)[:, -GRAMS_A_CAPABILITY, None]
    weights[quiet] = 0.0
    return vectorizer, weights, biases


def fit(matrix: object, labels: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Fit one judge a capability."""
    judges = [
        LogisticRegression(C=STRENGTH, solver="liblinear", class_weight="balanced", random_state=0).fit(matrix, column)
        for column in labels.T
    ]
    return np.vstack([judge.coef_[0] for judge in judges]), np.array([judge.intercept_[0] for judge in judges])


def calibrated(texts: list[str], labels: np.ndarray) -> tuple[float, float]:
    """Return slope and intercept of the probability that a decision stands for, over all capabilities together."""
    decisions = np.zeros(labels.shape)
    for known, unseen in KFold(FOLDS, shuffle=True, random_state=0).split(texts):
        vectorizer, weights, biases = train([texts[n] for n in known], labels[known])
        decisions[unseen] = vectorizer.transform([texts[n] for n in unseen]) @ weights.T + biases
    judge = LogisticRegression(C=1e6).fit(decisions.reshape(-1, 1), labels.reshape(-1))
    return float(judge.coef_[0][0]), float(judge.intercept_[0])


def grams_of(text: str) -> list[str]:
    """Return the n-grams of a text as often as they occur."""
    return list(grams(text).elements())


if __name__ == "__main__":
    main()
