"""Probabilities of odds."""

from __future__ import annotations

import math

_MOST = 50.0
"""Beyond this the probability is as good as certain, and its exponential could not be told."""


def probability_of(log_odds: float) -> float:
    """Return the probability, 0-1, that the logarithm of odds stands for."""
    return 1.0 / (1.0 + math.exp(-max(-_MOST, min(_MOST, log_odds))))
