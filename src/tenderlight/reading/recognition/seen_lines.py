"""What is asked of the picture of a page about lines of its text, and what is answered; loads nothing."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from tenderlight.model.box import Box

COMPARISON_VERSION = 1
"""Raised whenever the same lines over the same picture may be judged otherwise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SaidLine:
    """A line that a text says stands in a box (points of the page as displayed)."""

    text: str
    box: Box


class Seen(StrEnum):
    """What became of a line."""

    READ = "read"
    """It was read; where it differs is listed."""
    BLANK = "blank"
    """The picture shows nothing there."""
    UNCLEAR = "unclear"
    """There is something, and it could not be read well enough to tell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """A place at which the picture shows something else than the text says."""

    start: int
    """In the text of the line, code points, half-open. Around it where the picture shows something more."""
    end: int
    is_sure: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenLine:
    """What the picture shows in the place of a `SaidLine`."""

    seen: Seen
    text: str = ""
    """As it was read."""
    differences: tuple[Difference, ...] = ()
