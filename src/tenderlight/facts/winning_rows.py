"""Rows of a table of bidders that say themselves who won: "中标" in the column of remarks, of results or of ranks."""

from __future__ import annotations

import re

from tenderlight.facts.document import Notice
from tenderlight.facts.entries import Entry
from tenderlight.facts.vocabulary import Meaning

_SAYS_SO = frozenset({Meaning.STATUS, Meaning.OTHER, Meaning.CANDIDATE})
_YES = re.compile(r"\s*[(]?(?:是|√|✓)")
_WON = re.compile(r"(?:为|是)?(?:本(?:包|标段|项目))?(?:中标|成交|中选|入选)(?:人|单位|供应商|方|商)?")


def row_says_won(notice: Notice, entry: Entry) -> bool:
    """Say whether another cell of the row of an entry holds nothing but the word that its bidder won."""
    return entry.row is not None and any(
        (other.meaning in _SAYS_SO and _WON.fullmatch(other.value.flat.strip(" ()[]")))
        or (other.meaning is Meaning.STATUS and other.label.startswith("是否") and _YES.match(other.value.flat))
        for other in notice.row_of(entry)
    )
