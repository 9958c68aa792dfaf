"""Firms by their style: in South Asia and Africa "M/s" stands before the name of a firm and of nobody else.

"Agency: M/s Rann Electricals" in a work order names who works; the same label elsewhere names the office that buys.
Portals of India name the office that buys in a chain, from the government down to the branch.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning

_STYLED = re.compile(r"\s{0,3}(?:m/s|messrs)\b")
_OFFICES = frozenset({Meaning.BUYER, Meaning.AGENCY, Meaning.CONTRACT_BUYER})

_LINK = re.compile(r"\s{0,2}\|\|\s{0,2}")
_GOVERNMENT = re.compile(
    r"(?:the\s)?(?:gov(?:t\.?|ernment)\s(?:of\s)?|state\sof\s)[^|]{2,60}|[^|]{2,40}\sstate\sgov(?:t\.?|ernment)"
)
"""What stands over all offices of a state, and buys nothing itself."""


def with_styled_firms(entries: Iterable[Entry]) -> list[Entry]:
    """Return the entries with firms as suppliers where a label would make them who buys, and one office of a chain."""
    return [
        replace(one, meaning=Meaning.SUPPLIER)
        if one.meaning in _OFFICES and one.label and _STYLED.match(one.value.flat)
        else replace(one, value=_office_of_chain(one.value))
        if one.meaning is Meaning.BUYER and "||" in one.value.text
        else one
        for one in entries
    ]


def _office_of_chain(value: Piece) -> Piece:
    """Return the first office of a chain below the government: "Government of Kerala||City Police||District Office"."""
    start = 0
    for link in _LINK.finditer(value.flat):
        if link.start() > start and not _GOVERNMENT.fullmatch(value.flat, start, link.start()):
            return value.part(start, link.start())
        start = link.end()
    return value.part(start, len(value.flat))
