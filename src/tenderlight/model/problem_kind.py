"""What a kind of problem is: its code, how much it costs, what to say, what to do next."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Severity(StrEnum):
    """How much of the document a problem costs."""

    NOTE = "note"
    """Nothing is lost; a reader of the results should know."""
    PARTLY = "partly"
    """Something in the document was not read."""
    NOT_READ = "not_read"
    """Nothing of the document was read."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ProblemKind:
    """An entry of the register."""

    code: str
    severity: Severity
    message: str
    next_step: str


def kind(code: str, severity: Severity, message: str, next_step: str) -> tuple[str, ProblemKind]:
    """Make an entry of the register."""
    return code, ProblemKind(code=code, severity=severity, message=message, next_step=next_step)
