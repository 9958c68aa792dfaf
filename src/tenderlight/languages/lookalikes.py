"""Characters that text recognition takes for one another: the one table, for words of the vocabulary and for names.

`by_shape` is measured in fonts and wide: it finds words that may have been misread, which then need a sure word beside
them. `were_confused` is what recognition was seen to do, and narrow: it may explain a difference between two names.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache


@lru_cache(maxsize=2)
def by_shape(*, closely: bool = False) -> Mapping[str, str]:
    """Return, for each Chinese character (folded), those that it may have been read for by its shape.

    Args:
        closely: Only those that look much like it.
    """
    from tenderlight._generated.lookalikes import CHARACTERS, CLOSELY, LOOSELY

    rows = zip(CHARACTERS, CLOSELY, LOOSELY, strict=True)
    return {sign: close if closely else close + loose for sign, close, loose in rows if close or loose}


@lru_cache(maxsize=1)
def _seen() -> Mapping[str, str]:
    from tenderlight._generated.lookalikes import CHARACTERS, SEEN

    return {sign: others for sign, others in zip(CHARACTERS, SEEN, strict=True) if others}


def were_confused(one: str, other: str) -> bool:
    """Say whether recognition was seen to take two Chinese characters (folded) for one another."""
    return other != "" and other in _seen().get(one, "")


def latin_pairs() -> tuple[tuple[str, str], ...]:
    """Return letters that are read for one: ("rn", "m")."""
    from tenderlight._generated.lookalikes import LATIN_PAIRS

    return LATIN_PAIRS
