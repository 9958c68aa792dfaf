"""Words of the vocabulary as regular expressions: endings left open, and no letter before or behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from tenderlight.languages.normalise import flatten
from tenderlight.languages.scripts import HAN_CLASS

LETTERS = "a-zß-ӿ"
"""Small letters of Latin, Greek and Cyrillic. Two ranges: a class of more takes a hundred times as long to build."""
LETTERS_AND_ARABIC = "a-zß-ۿ"
_HAN = re.compile(f"[{HAN_CLASS}]")


def alternation(words: Iterable[str], *, letters: str = LETTERS, blank: str = r"[\s-]") -> str:
    """Return a regular expression for any of some words, the longest first; empty if there are none.

    Args:
        words: As in `vocabulary/components`: `+` = an s or none, `*` = up to eight more letters.
        letters: What may stand neither before nor behind a word, if it is not Chinese; a class without its brackets.
        blank: What a blank in a word may be.
    """
    ordered = sorted(words, key=len, reverse=True)
    chinese = [_body(word, letters, blank) for word in ordered if _HAN.search(word)]
    others = [_body(word, letters, blank) for word in ordered if not _HAN.search(word)]
    parts = [*chinese]
    if others:
        parts.append(rf"(?<![{letters}])(?:{'|'.join(others)})(?![{letters}])")
    return "|".join(parts)


def _body(word: str, letters: str, blank: str) -> str:
    ways = {"+": "s?", "*": f"[{letters}]{{0,8}}", " ": blank}
    return "".join(ways.get(sign) or re.escape(sign) for sign in flatten(word))
