"""Firms by their style: in South Asia and Africa "M/s" stands before the name of a firm and of nobody else.

"Agency: M/s Rann Electricals" in a work order names who works; the same label elsewhere names the office that buys.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning

_STYLED = re.compile(r"\s{0,3}(?:m/s|messrs)\b")
_OFFICES = frozenset({Meaning.BUYER, Meaning.AGENCY, Meaning.CONTRACT_BUYER})


def with_styled_firms(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries with firms as suppliers where their label would make them the office that buys."""
    return [
        replace(one, meaning=Meaning.SUPPLIER)
        if one.meaning in _OFFICES and one.label and _STYLED.match(one.value.flat)
        else one
        for one in entries
    ]
