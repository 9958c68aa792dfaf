"""Boxes to tick in the forms of Rich Text files: a field says beside its text whether it is ticked."""

from __future__ import annotations

from tenderlight.reading.office.word_fields import EMPTY, TICKED

WORDS = frozenset({"formfield", "fftype", "ffres", "ffdefres"})
_IS_BOX = 1
_AS_AT_FIRST = 25
"""A result that stands for the first setting of the form."""


class FormBox:
    """A field of a form while it is walked through.

    Args:
        depth: Groups around what is in the field.
        written: Texts of the paragraph before it.
    """

    def __init__(self, depth: int, written: int) -> None:
        self.depth = depth
        self._written = written
        self._said: dict[str, int] = {}

    def word(self, word: str, number: int | None) -> None:
        """Take what the field says of itself."""
        self._said.setdefault(word, 1 if number is None else number)

    def shown(self, written: int) -> str:
        """Return the box as it is drawn; "" if the field is none, or has a text, so that there are more in all now."""
        if self._said.get("fftype") != _IS_BOX or written != self._written:
            return ""
        result = self._said.get("ffres", _AS_AT_FIRST)
        return TICKED if (self._said.get("ffdefres", 0) if result == _AS_AT_FIRST else result) else EMPTY
