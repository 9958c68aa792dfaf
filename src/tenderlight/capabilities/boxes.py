"""Boxes to tick: of a list with ☑ and □, what stands behind an empty box is not ordered."""

from __future__ import annotations

from tenderlight.capabilities.clauses import Layout, Span
from tenderlight.capabilities.verdicts import Verdict
from tenderlight.model.statement import Polarity

EMPTY = "□☐"
TICKED = "☑☒■✓✔√"
LONGEST_ITEM = 24
"""Characters between a box and the words that it stands for."""
LONGEST_LIST = 400
"""Characters on either side in which another box of the list is ticked."""
_ENDS = frozenset("。;\n")


def unticked(layout: Layout, core: Span) -> Verdict | None:
    """Return that the words stand behind an empty box of a list in which others are ticked; None if they do not.

    A list without any tick is a form that nobody filled in, or has boxes for bullets: it says nothing.
    """
    text = layout.text
    box = max(text.rfind(mark, max(0, core[0] - LONGEST_ITEM), core[0]) for mark in EMPTY + TICKED)
    if box < 0 or text[box] not in EMPTY or not _ENDS.isdisjoint(text[box + 1 : core[0]]):
        return None
    around = text[max(0, box - LONGEST_LIST) : core[1] + LONGEST_LIST]
    if not any(mark in around for mark in TICKED):
        return None
    return Verdict(Polarity.NEGATED, "item", (box, box + 1))
