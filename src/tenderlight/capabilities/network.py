"""Small trained networks of one hidden layer, shipped as tables of whole numbers; what several readers say together.

They are trained by `tools/networks.py`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tenderlight.capabilities.odds import probability_of

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

_PLACES = 2
"""Decimal places of what is decided: processors that add in another order agree on so many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Network:
    """Weights and biases of two layers."""

    inner: NDArray[np.float64]
    """What each input (row) adds to each hidden unit (column)."""
    inner_biases: NDArray[np.float64]
    outer: NDArray[np.float64]
    """What each hidden unit (row) adds to each output (column)."""
    outer_biases: NDArray[np.float64]

    def outputs(self, inputs: NDArray[np.floating[Any]], numbers: Sequence[int] | None = None) -> list[float]:
        """Return what it says, one value for each output.

        Args:
            inputs: The inputs.
            numbers: Which they are, where all others are 0; None = all, in order.
        """
        import numpy as np

        inner = self.inner if numbers is None else self.inner[numbers]
        hidden = np.maximum(inputs @ inner + self.inner_biases, 0.0)
        said: list[float] = np.round(hidden @ self.outer + self.outer_biases, _PLACES).tolist()
        return said


def network_from(table: Mapping[str, Any]) -> Network:
    """Return the network in a table, whose weights are to be multiplied by its `scale`.

    Raises:
        KeyError: If there is none.
    """
    import numpy as np

    def scaled(name: str) -> NDArray[np.float64]:
        weights: NDArray[np.float64] = np.array(table[name], dtype=np.float64) * table["scale"]
        return weights

    return Network(
        inner=scaled("inner"),
        inner_biases=scaled("inner_biases"),
        outer=scaled("outer"),
        outer_biases=scaled("outer_biases"),
    )


def told_together(curve: Sequence[float], *decisions: float) -> float:
    """Return how likely a capability is, 0-1, given what several readers decide of it.

    Args:
        curve: One logistic curve: a slope for each reader, and the intercept.
        decisions: What each decides, in the same order.
    """
    *slopes, intercept = curve
    return probability_of(sum(slope * by for slope, by in zip(slopes, decisions, strict=True)) + intercept)
