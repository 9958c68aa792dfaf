"""What a person put in the place of what a rule found."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.model.box import Box
from tenderlight.model.values import Value


@dataclass(frozen=True, slots=True, kw_only=True)
class Edit:
    """What a reviewer put in the place of what the rule found; the claim keeps its own value and boxes beside it.

    Raises:
        ValueError: If nothing is put in the place of anything.
    """

    value: Value | None = None
    """The right value, of the type that the claim's kind has; None = the claim's is right."""
    boxes: tuple[tuple[Box, ...], ...] | None = None
    """The right boxes of each quote of the claim, in the order of its quotes; None = the claim's are right."""

    def __post_init__(self) -> None:
        if self.value is None and self.boxes is None:
            raise ValueError("an edit that changes nothing")
