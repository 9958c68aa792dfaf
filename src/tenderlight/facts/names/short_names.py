"""Short names in capitals beside full ones, made of the beginnings of their words: "… do Vale do Pardo – SANEPARDO"."""

from __future__ import annotations

from collections.abc import Sequence

from tenderlight.languages.normalise import without_accents

_LONGEST_BEGINNING = 6
_MOST_WORDS = 16
_LONG, _FIRST_WORDS = 6, 3
"""Letters from which a short name may leave out what kind of office it is, and where it begins then."""


def is_short_of(short: str, name: str) -> bool:
    """Say whether letters are the beginnings of the words of a name, in their order: from the first on if they are few.

    Args:
        short: Letters alone, as printed.
        name: The full name; words of it may be passed over.
    """
    words = without_accents(name).upper().replace("'", " ").replace("’", " ").split()[:_MOST_WORDS]
    letters = without_accents(short).upper()
    first = words[: 1 if len(letters) < _LONG else _FIRST_WORDS]
    return any(word[:1] == letters[:1] for word in first) and _begins(letters, words)


def _begins(letters: str, words: Sequence[str]) -> bool:
    """Say whether letters can be taken from the beginnings of words, one after the other."""
    reached = {0}
    for word in words:
        reached |= {
            at + length
            for at in reached
            for length in range(1, _LONGEST_BEGINNING + 1)
            if letters[at : at + length] == word[:length] and at + length <= len(letters)
        }
    return len(letters) in reached
