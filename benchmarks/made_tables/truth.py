"""What a made page holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class TrueCell:
    """A cell with text: row and column from 0, white space folded."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class MadePage:
    """A PDF of one page and the tables on it, from top to bottom; none on a page of prose."""

    name: str
    pdf: bytes
    tables: tuple[tuple[TrueCell, ...], ...] = ()
