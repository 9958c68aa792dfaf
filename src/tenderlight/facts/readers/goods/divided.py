"""Makes and models told off names of goods by a model, where rules leave them in: "bâtons télescopiques Bonowi EKA".

Rules know makes that are listed, labelled, set apart by signs or followed by a code. A model trained on labelled names
tells the others by their look and place in the name. Nothing is told of goods that go with those of a make.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from tenderlight.facts import remarks
from tenderlight.facts.goods.known_makes import goes_with
from tenderlight.facts.goods.makes import is_no_make
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.goods.name_signs import signs_of_name
from tenderlight.facts.readers.goods.names import EDGES
from tenderlight.facts.readers.model import Tagged, shared_model
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue

MODEL = "goods_names.crfsuite.xz"
LEAST_CERTAIN = 0.6
"""Of each word of a name that is divided."""
_LONGEST, _SHORTEST_NAME = 120, 2
_FARTHEST = 30
"""So many signs behind a name the model that rules have told is looked for."""
_BOUNDS = re.compile(r"[|\t\n│]| {2}")


@dataclass(frozen=True, slots=True)
class Divided:
    """A name of goods with what it holds of make and model."""

    name: str
    brand: str | None
    model: str | None


def with_told_makes(notice: Notice, items: Sequence[Statement]) -> list[Statement]:
    """Return goods with make and model taken off their names where the model is sure of all of them.

    Args:
        notice: The document.
        items: Its goods, as rules and the reader of goods name them.
    """
    return [_told(notice, one) for one in items]


def _told(notice: Notice, item: Statement) -> Statement:
    if not isinstance(item.value, LineItemValue) or item.value.brand is not None:
        return item
    stretch = _stretch(notice, item, item.value)
    found = divided(stretch, notice.language) if stretch is not None else None
    if found is None or not (found.model or "").endswith(item.value.model or ""):
        return item  # what rules took for the model is at least the end of it: P8668i of XiR P8668i
    value = replace(item.value, name=found.name, brand=found.brand, model=found.model)
    return replace(item, value=value, against=(*item.against, remarks.TOLD_MAKE))


def _stretch(notice: Notice, item: Statement, value: LineItemValue) -> str | None:
    """Return the words that name goods and, where rules took a model off their end, that model."""
    if value.model is None:
        return value.name if len(value.name) <= _LONGEST else None
    first = item.anchors[0]
    sheet = next((one for one in notice.sheets if one.page.number == first.page_number), None)
    text = sheet.page.text if sheet is not None else ""
    start = text.find(value.name, first.start)
    behind = start + len(value.name)
    at = text.find(value.model, behind, behind + _FARTHEST + len(value.model)) if start >= 0 else -1
    stretch = text[start : at + len(value.model)] if at >= 0 else ""
    return stretch if 0 < len(stretch) <= _LONGEST and _BOUNDS.search(stretch) is None else None


def divided(name: str, language: str) -> Divided | None:
    """Return a name of goods without the make and the model in it, and these; None if it holds no make for certain.

    Args:
        name: Words that name goods, as printed.
        language: Of the document, two letters.
    """
    spans, signs = signs_of_name(name, language)
    tagged = shared_model(MODEL).tag(signs)
    parts: dict[str, Tagged] = {one.part: one for one in tagged}
    if len(parts) < len(tagged) or not {"name", "brand"} <= parts.keys():
        return None
    if min(one.certainty for one in tagged) < LEAST_CERTAIN:
        return None
    told = _told_parts(name, spans, parts)
    first = spans[parts["brand"].first][0]
    if len(told["name"]) < _SHORTEST_NAME or goes_with(name, first) or is_no_make(told["brand"]):
        return None
    return Divided(name=told["name"], brand=told["brand"], model=told.get("model") or None)


def _told_parts(name: str, spans: Sequence[tuple[int, int]], parts: Mapping[str, Tagged]) -> dict[str, str]:
    return {part: name[spans[one.first][0] : spans[one.last - 1][1]].strip(EDGES) for part, one in parts.items()}
