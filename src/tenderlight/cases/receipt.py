"""What becomes of a file that a case receives."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A file that was received."""

    document: str
    """SHA-256 of its bytes."""
    size_bytes: int
    is_new: bool
    """Whether the case did not have this original before."""
    is_unchanged: bool = False
    """Whether it was recognised without being read."""
