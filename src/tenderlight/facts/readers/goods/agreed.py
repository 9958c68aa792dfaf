"""Makes and models that the model reads of goods that rules have found too, where rules left them unread or cut short.

Rules read the number and price of goods by their layout, and take off makes that are listed, labelled or set apart by
signs. The model sees the whole line: the make on a line below ("Marca ofertada: Sepura SC2120"), a model of several
words (EVO Max 4T). What both read of the same goods is put together; the model never contradicts what rules have read.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts import remarks
from tenderlight.facts.goods.makes import is_no_make
from tenderlight.facts.goods.of_others import speaks_of_others
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.goods.divided import is_make
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue

_SHORTEST_NAME = 2
_LABELS = frozenset({"marca", "marque", "brand", "make", "model", "modelo", "modèle", "de", "марки", "марка", "модель"})
"""Words that lead to a make or model."""


def with_agreed_makes(notice: Notice, found: Sequence[Statement], read: Sequence[Statement]) -> list[Statement]:
    """Return goods of rules with make and model of the same goods as the model reads them.

    For papers in languages written with blanks.

    Args:
        notice: The document.
        found: The goods that rules have found.
        read: Those that the model reads.
    """
    return [_agreed(notice, one, read) for one in found]


def _agreed(notice: Notice, one: Statement, read: Sequence[Statement]) -> Statement:
    if not isinstance(one.value, LineItemValue) or (one.value.brand is not None and one.value.model is not None):
        return one
    own = one.anchors[0]
    for other in read:
        place = other.anchors[0]
        if place.page_number != own.page_number or not (place.start < own.end and own.start < place.end):
            continue
        value = _made_as(one.value, other.value) if isinstance(other.value, LineItemValue) else None
        if value is not None and not _is_of_another_line(notice, other):
            return replace(one, value=value, against=(*one.against, remarks.TOLD_MAKE))
    return one


def _is_of_another_line(notice: Notice, read: Statement) -> bool:
    """Say whether the make stands on another line than the name, in cells or beside a firm: it may be of any bid."""
    name, brand = read.anchors[0], read.value.brand if isinstance(read.value, LineItemValue) else None
    sheet = next((one for one in notice.sheets if one.page.number == name.page_number), None)
    if sheet is None:
        return True
    at = [one for one in read.anchors[1:] if sheet.page.text[one.start : one.end] == brand]
    if len(at) != 1:
        return True
    first, last = min(name.start, at[0].start), max(name.end, at[0].end)
    if "\n" not in sheet.flat[first:last]:
        return False
    end = sheet.flat.find("\n", at[0].end)
    line = sheet.flat[sheet.flat.rfind("\n", 0, at[0].start) + 1 : end if end >= 0 else len(sheet.flat)]
    return "|" in line or speaks_of_others(sheet, at[0].start, at[0].end)


def _made_as(value: LineItemValue, read: LineItemValue) -> LineItemValue | None:
    """Return a line of goods with make and model as read, or None if the two are not of one mind about the rest."""
    if value.quantity != read.quantity or read.brand is None or is_no_make(read.brand):
        return None
    if value.brand is not None:
        return replace(value, model=read.model) if read.model and value.brand == read.brand else None
    if value.model is not None and not (read.model or "").endswith(value.model):
        return None
    name = _name_of_both(value.name, read) if _is_told(value.name, read) else None
    return replace(value, name=name, brand=read.brand, model=read.model) if name is not None else None


def _is_told(name: str, read: LineItemValue) -> bool:
    """Say whether a make is known, or a code stands with it, or rules have read make and model as the end of a name."""
    brand, model = read.brand or "", read.model or ""
    return is_make(brand, model, read.name) or (bool(model) and name.endswith(f"{brand} {model}"))


def _name_of_both(name: str, read: LineItemValue) -> str | None:
    """Return the name of goods without make and model, or None if rules and model name them differently."""
    if name == read.name or (read.name.startswith(f"{name} ") and len(name) > _SHORTEST_NAME):
        return read.name
    left = name.removeprefix(read.name) if name.startswith(read.name) else name.removesuffix(read.name)
    if left == name:
        return None
    made = {word.strip(",;()") for word in f"{read.brand} {read.model or ''}".split()}
    rest = [word.strip(",;()") for word in left.split()]
    return read.name if all(word in made or word.lower() in _LABELS or not word for word in rest) else None
