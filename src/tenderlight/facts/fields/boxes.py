"""Boxes on forms: what stands behind an empty box was not chosen, where another box of the page is ticked.

"(√)同意由甲公司为成交人; ( )同意由乙公司为成交人", "[x] Award to A Ltd  [ ] Award to B Ltd", "☒ open ☐ restricted".
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning

_TICKED = r"[☑☒■✓✔✅√●◉]|[(\[【]\s?[√v✓✔x*]\s?[)\]】]"
_EMPTY = r"[□☐○◯]|[(\[【][\s_]{1,6}[)\]】]|\[\]|\(\)"
_BOX = re.compile(rf"(?P<ticked>{_TICKED})|(?P<empty>{_EMPTY})")
_SIGNS = re.compile(r"[☑☒■✓✔✅√●◉□☐○◯]|\[\s?[xv\s]?\]|[(][\s_√✓vx]{1,6}[)]")
_STATED = frozenset(
    {
        *(
            Meaning.SUPPLIER,
            Meaning.CONTRACT_SUPPLIER,
            Meaning.LEAD,
            Meaning.MEMBER,
            Meaning.INTENDED,
            Meaning.CANDIDATE,
        ),
        *(Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.PARTY, Meaning.STATUS),
    }
)


def without_unticked(entries: Sequence[Entry]) -> list[Entry]:
    """Return the entries without those that stand behind an empty box, where the page has both kinds of boxes."""
    pages = {id(one.value.sheet): one.value.sheet for one in entries if one.meaning in _STATED}
    both = {
        key
        for key, sheet in pages.items()
        if _SIGNS.search(sheet.flat) and {match.lastgroup for match in _BOX.finditer(sheet.flat)} == {"ticked", "empty"}
    }
    if not both:
        return list(entries)
    return [one for one in entries if not (one.meaning in _STATED and id(one.value.sheet) in both and _is_empty(one))]


def _is_empty(entry: Entry) -> bool:
    flat, at = entry.value.sheet.flat, entry.value.start
    line = flat.rfind("\n", 0, at) + 1
    boxes = list(_BOX.finditer(flat, line, at))
    return bool(boxes) and boxes[-1].lastgroup == "empty"
