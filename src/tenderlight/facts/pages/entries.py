"""What a document puts beside its labels: the common ground of all facts."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning, Section
from tenderlight.languages.money import MoneyUnit


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A label and its value, with what stands around them."""

    meaning: Meaning
    label: str
    """Folded, without numbering, brackets and blanks."""
    value: Piece
    """Never empty."""
    order: int
    """Entries of a document are numbered as they are read."""
    unit: MoneyUnit | None = None
    """The unit printed in the label or the column's head."""
    section: Section | None = None
    """What the heading above says."""
    lot: str | None = None
    """The lot it belongs to, as printed."""
    row: int | None = None
    """The row of a table; entries of one row belong together. Rows are numbered through the document."""
    column: tuple[int, int] | None = None
    """Table and column, where one label stands before the values of several columns."""
    strict: bool = False
    """Found without a colon between label and value: the value must prove itself."""
    hint: str = ""
    """Words in brackets inside the label."""
    tail: Piece | None = None
    """The line after the value, if the value may go on there."""
    before: Meaning | None = None
    """Meaning of the label before this one, whether or not that one had a value."""
    old: bool = False
    """A correction takes the value back."""
    replaces: str | None = None
    """The value, as printed, that a correction puts this one in the place of."""
