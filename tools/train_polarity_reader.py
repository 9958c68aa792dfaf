"""Trains the second opinion on polarity (`tenderlight.capabilities.polarity_reader`).

`train_likelihood.py` writes polarity_reader.json in src/tenderlight/_generated with it, before the trees are grown, and
asks of each part of the passages one that was trained on all others. It learns from what whole rules find in the
development part of the labelled passages and in those of the tests: the clause, what the rules make of it, and the
polarity that a careful reader gives it. The held-out part is not opened.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

import msgspec
import numpy as np
import train_second_reader as second_reader
from scipy.sparse import hstack
from sklearn.feature_extraction import DictVectorizer
from sklearn.feature_extraction.text import CountVectorizer, TfidfVectorizer
from sklearn.feature_selection import chi2

from tenderlight.capabilities.kinds import setting_of_kind
from tenderlight.capabilities.polarity_reader import PolarityModel, clause_of, polarity_model_from, signs_of_polarity
from tenderlight.capabilities.searchtext import search_text_at
from tenderlight.capabilities.statements import statement_of
from tenderlight.capabilities.weighing import weigh
from tenderlight.evaluate.capabilities import Passage, polarities_of, predicted
from tenderlight.model.statement import Polarity

GRAMS = 15_000
"""The n-grams that tell polarities best (chi-squared); the rest are left out."""
FEWEST_PASSAGES, FEWEST_OF_SIGN = 4, 3
WEIGHT_OF_SIGNS, STRENGTH = 0.5, 5.0

EMPTY = {"made_of": "", "capabilities": [], "biases": [], "weights": [], "signs": []}
"""A table that says nothing."""

Row = dict[str, Any]


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """A finding of the rules, and the polarity that a careful reader gives it."""

    passage: str
    """The id of its passage."""
    clause: str
    signs: tuple[str, ...]
    polarity: Polarity


def examples(rows: Sequence[Row]) -> Iterator[Example]:
    """Yield what whole rules find in passages, by themselves, where a careful reader finds the capability, too."""
    silent = model_of(EMPTY)
    for row in rows:
        passage = msgspec.convert(row, Passage)
        text, setting = search_text_at(passage.text, "text"), setting_of_kind(passage.doc_kind)
        weighed = weigh(text, setting, in_weaker_forms=False, polarities=silent)
        for one in weighed.whole if weighed is not None else ():
            said = predicted(statement_of(one, text, setting.stage))
            right = polarities_of(passage, said)
            if right:
                yield Example(
                    passage=passage.id,
                    clause=clause_of(one.found, weighed.layout),
                    signs=tuple(signs_of_polarity(one.found, weighed.layout, setting)),
                    polarity=said.polarity if said.polarity in right else right[0],
                )


def table_of(learned: Sequence[Example], made_of: str = "") -> dict[str, Any]:
    """Train on examples, and return the table."""
    clauses, polarities = [one.clause for one in learned], [str(one.polarity) for one in learned]
    names = [str(one) for one in Polarity]
    labels = np.array([[polarity == name for name in names] for polarity in polarities])
    every = CountVectorizer(analyzer=second_reader.grams_of, min_df=FEWEST_PASSAGES, binary=True)
    counts = every.fit_transform(clauses)
    tells = np.vstack([chi2(counts, column)[0] for column in labels.T]).max(axis=0)
    loudest = np.sort(np.argsort(-np.nan_to_num(tells), kind="stable")[:GRAMS])
    vectorizer = TfidfVectorizer(
        analyzer=second_reader.grams_of, sublinear_tf=True, vocabulary=list(every.get_feature_names_out()[loudest])
    )
    letters = vectorizer.fit_transform(clauses)
    kinds = DictVectorizer()
    signs = kinds.fit_transform([dict.fromkeys(one.signs, 1.0) for one in learned]) * WEIGHT_OF_SIGNS
    common = np.flatnonzero(np.asarray((signs > 0).sum(axis=0)).ravel() >= FEWEST_OF_SIGN)
    weights, biases = second_reader.fit(hstack([letters, signs[:, common]]).tocsr(), labels, STRENGTH, balanced=False)
    of_letters, of_signs = np.split(weights, [letters.shape[1]], axis=1)
    return {
        **second_reader.table_of(made_of, names, (vectorizer, of_letters, biases)),
        "signs": [
            [name, [round(float(one) * WEIGHT_OF_SIGNS, 3) for one in column]]
            for name, column in zip(kinds.get_feature_names_out()[common], of_signs.T, strict=True)
        ],
    }


def model_of(table: dict[str, Any]) -> PolarityModel:
    """Return a table as the package asks it."""
    return polarity_model_from(json.dumps(table).encode())
