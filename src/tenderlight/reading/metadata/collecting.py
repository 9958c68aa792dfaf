"""Takes properties as they are found in a file, and keeps those that can be what they say they are."""

from __future__ import annotations

import unicodedata

from tenderlight.model.metadata import (
    LONGEST_PLACE,
    LONGEST_VALUE,
    MOST_PROPERTIES,
    FileMetadata,
    Property,
    PropertyKind,
)
from tenderlight.reading.metadata.moments import moment_of

LONGEST_LOOKED_AT = 4 * LONGEST_VALUE
"""Characters that are looked at of a value: what is longer is none that anyone wrote."""
_TIMES = frozenset({PropertyKind.CREATED, PropertyKind.MODIFIED})
_NO_TEXT = frozenset({"Cc", "Cs", "Cn", "Co"})
"""Kinds of signs that are in no honest property: control characters, halves of pairs, signs without a meaning."""


class Properties:
    """The properties of one file while it is looked at. Left out are values that are too long, no text, or no time."""

    def __init__(self) -> None:
        self._kept: dict[str, Property] = {}

    def add(self, kind: PropertyKind, place: str, untrusted_value: str | None) -> None:
        """Take a value; of several at one place the first counts."""
        value = _text(untrusted_value)
        if value is None or place in self._kept or len(place) > LONGEST_PLACE or len(self._kept) >= MOST_PROPERTIES:
            return
        if kind in _TIMES and moment_of(value) is None:
            return
        self._kept[place] = Property(kind=kind, place=place, value=value)

    def metadata(self) -> FileMetadata | None:
        """Return what was kept; None if nothing was."""
        return FileMetadata(properties=tuple(self._kept.values())) if self._kept else None


def _text(untrusted_value: str | None) -> str | None:
    if not untrusted_value or len(untrusted_value) > LONGEST_LOOKED_AT:
        return None
    value = untrusted_value.rstrip("\0").strip()
    if not 0 < len(value) <= LONGEST_VALUE or any(unicodedata.category(sign) in _NO_TEXT for sign in value):
        return None
    return value
