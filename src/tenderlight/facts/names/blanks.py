"""Values that are filled with nothing."""

from __future__ import annotations

import re
from functools import lru_cache

from tenderlight.facts.words.vocabulary import marks
from tenderlight.languages.normalise import flatten

_BLANK_WORDS = frozenset(marks("blank"))
_NOTHING = re.compile(r"[\s_/—–\-.,;:*()（）。×□√]+")


@lru_cache(maxsize=4096)
def is_blank(text: str) -> bool:
    """Say whether a value is filled with nothing: "/", "无", "详见附件", "____"."""
    flat = flatten(text)
    compact = _NOTHING.sub("", flat)
    return not compact or compact in _BLANK_WORDS or flat.strip(" .") in _BLANK_WORDS
