"""Trains networks of one hidden layer, and how several readers tell together (`tenderlight.capabilities.network`)."""

from __future__ import annotations

import warnings
from typing import Any

import numpy as np
from sklearn.exceptions import ConvergenceWarning
from sklearn.linear_model import LogisticRegression
from sklearn.neural_network import MLPClassifier


def layers_trained(
    network: MLPClassifier, inputs: np.ndarray, labels: np.ndarray, *, steps: int, stretch: float = 1.0
) -> dict[str, Any]:
    """Train a network, and return its layers as tables have them.

    Args:
        network: Untrained, of one hidden layer; it ends after its rounds on purpose.
        inputs: Texts × inputs.
        labels: Texts × outputs.
        steps: Of a weight, to 1: whole steps are kept.
        stretch: What inputs are multiplied by, to be learned from in fewer rounds; the layers take them as they are.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore", ConvergenceWarning)
        network.fit(inputs * stretch, labels)
    (inner, outer), (inner_biases, outer_biases) = network.coefs_, network.intercepts_
    layers = {"inner": inner * stretch, "inner_biases": inner_biases, "outer": outer, "outer_biases": outer_biases}
    return {"scale": 1.0 / steps, **{name: np.round(one * steps).astype(int).tolist() for name, one in layers.items()}}


def curve_of(decided: np.ndarray, labels: np.ndarray) -> list[float]:
    """Return how decisions tell together, over all capabilities: a slope for each reader, and the intercept.

    Args:
        decided: Texts × capabilities × readers.
        labels: Texts × capabilities.
    """
    judge = LogisticRegression(C=1e6).fit(decided.reshape(-1, decided.shape[-1]), labels.reshape(-1))
    return [*(round(float(slope), 4) for slope in judge.coef_[0]), round(float(judge.intercept_[0]), 4)]
