"""A suggestion: words that a person may want to look at. It is no claim, and none is made of it without a person."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.quote import Quote


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A capability that a stretch of a document may buy, though no rule found it there, or none that is sure enough.

    Raises:
        ValueError: If there is no quote, or the score is no probability.
    """

    capability: str
    """Code of the taxonomy."""
    score: float
    """How likely a careful reader finds it there, 0-1, calibrated on passages the model was not trained on."""
    model: str
    """What suggests it: "second-reader/" and the beginning of the SHA-256 of what it was trained on, or "rules/" and
    their version for what a rule found and was doubted."""
    quotes: tuple[Quote, ...]
    """The stretch, one quote a page it touches."""

    def __post_init__(self) -> None:
        if not self.quotes or not 0.0 <= self.score <= 1.0:
            raise ValueError("a suggestion needs a quote, and a score between 0 and 1")
