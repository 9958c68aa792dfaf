"""Fields of Word forms that keep what was chosen beside the text: boxes to tick and lists to choose from.

Format: ECMA-376 part 1, 17.16.17 (`ffData`). Words typed into a form are text, and are read as such.
"""

from __future__ import annotations

from itertools import islice
from typing import TYPE_CHECKING

from tenderlight.reading.office.word_walk import is_on
from tenderlight.reading.xml_tree import attribute, child, local_name

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lxml import etree

TICKED, EMPTY = "☒", "☐"
"""As Word draws them."""
_MOST_LOOKED_AT = 50
"""Elements behind the beginning of a field."""


def form_field(data: etree._Element) -> str:
    """Return what is seen of a field in place of text: a box, ticked or empty, or what was chosen from a list.

    Args:
        data: The `ffData` element. Of a field that has a text as well, as some programs write it, that is what is seen.
    """
    box, options = child(data, "checkBox"), child(data, "ddList")
    if (box is None and options is None) or _has_text(data.getparent()):
        return ""
    if options is None or box is not None:
        checked = child(box, "checked")
        return TICKED if is_switched_on(child(box, "default") if checked is None else checked) else EMPTY
    entries = [attribute(entry, "val") or "" for entry in options if local_name(entry) == "listEntry"]
    chosen = child(options, "result")
    number = attribute(child(options, "default") if chosen is None else chosen, "val") or "0"
    at = int(number) if number.isascii() and number.isdigit() and len(number) < 6 else 0
    return entries[at] if at < len(entries) else ""


def is_switched_on(switch: etree._Element | None) -> bool:
    """Whether a setting is there and is not switched off."""
    return switch is not None and is_on(attribute(switch, "val") or "")


def _has_text(start: etree._Element | None) -> bool:
    """Whether a field that begins somewhere has a text before its end, in the same paragraph."""
    if start is None:
        return False
    for element in islice(_behind(start), _MOST_LOOKED_AT):
        name = local_name(element)
        if name == "t" and (element.text or "").strip():
            return True
        if name == "fldChar" and attribute(element, "fldCharType") == "end":
            return False
    return False


def _behind(start: etree._Element) -> Iterator[etree._Element]:
    yield from start.itersiblings()
    run = start.getparent()
    for other in () if run is None else run.itersiblings():
        yield from other.iter("{*}*")
