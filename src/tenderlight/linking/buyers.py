"""When the names of two buyers are one name, and when a name is none: "the county's police" are a thousand buyers."""

from __future__ import annotations

import functools
import re

from tenderlight._generated.procurement import OFFICES
from tenderlight.languages.normalise import fold_text
from tenderlight.languages.scripts import has_han

_ITSELF = re.compile(r"[(（](?:本级|机关|本部)[)）]$")
"""Said of an office without those under it: still the same buyer."""
_PARTS = {part: "|".join(word for _, word, other in OFFICES if other == part) for _, _, part in OFFICES}
_COMMON_CHINESE = re.compile(
    rf"[本我该某原]?(?:各?[省市州县区旗镇乡盟]级?|自治[区州县])?(?:{_PARTS['subjects']})?(?:{_PARTS['offices']})?|{_PARTS['whole']}"
)
_COMMON_WORDS = frozenset(word for _, word, part in OFFICES if part == "words")
"""Words of which the names of offices are made in English, Spanish, French and Russian."""
_WORD = re.compile(r"[^\W_]+")


@functools.lru_cache(maxsize=16_384)
def comparable_buyer(name: str) -> str | None:
    """Return a buyer's name for comparing: width, case and script folded, letters and digits only.

    Returns:
        None if the name is no name: it says what kind of office it is and not which one.
    """
    folded = fold_text(_ITSELF.sub("", name.strip())).casefold()
    words = _WORD.findall(folded)
    letters = "".join(words)
    if len(letters) < 2:
        return None
    if has_han(letters):
        return None if _COMMON_CHINESE.fullmatch(letters) else letters
    return None if _COMMON_WORDS.issuperset(words) else letters
