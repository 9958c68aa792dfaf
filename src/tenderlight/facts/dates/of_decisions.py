"""The day of a decision whose name and number stand before it: "determina n. 212 del 16/03/2022"."""

from __future__ import annotations

import re

_DECISION = re.compile(
    r"(?:[^\W\d_]{4,20}\s){1,4}(?:n\s?[.°ºr]{0,2}\s?[\w/.-]{1,16}\s)?(?:del|du|vom|z dnia|en date du)\s"
)


def names_decision(flat: str, end: int) -> bool:
    """Say whether a value up to `end`, where its day begins, is the name of a decision and the word for its day."""
    return _DECISION.fullmatch(flat, 0, end) is not None
