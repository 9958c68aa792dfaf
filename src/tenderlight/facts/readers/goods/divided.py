"""Makes and models told off names of goods by a model, where rules leave them in: "chalecos Zarpon 300".

Rules know makes that are listed, labelled, set apart by signs or followed by a code. A model trained on labelled names
tells the others by their look and place in the name. Nothing is told of goods that go with those of a make.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts import remarks
from tenderlight.facts.goods.known_makes import Apart, goes_with, is_known
from tenderlight.facts.goods.makes import is_no_make
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.readers.goods.name_signs import signs_of_name
from tenderlight.facts.readers.goods.names import EDGES
from tenderlight.facts.readers.model import shared_model
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue

MODEL = "goods_names.crfsuite.xz"
LEAST_CERTAIN = 0.6
"""Of each word of a name that is divided."""
_LONGEST, _SHORTEST_NAME = 120, 2
_FARTHEST = 30
"""So many signs behind a name the model that rules have told is looked for."""
_FOR = re.compile(r"用于|适用|(?<![^\W\d_])(?:for|para|pour|für|per|для|до)(?![^\W\d_])")
"""What says that goods go with others; with the code of a model behind the make they may be its own all the same."""
_OF_OTHERS = re.compile(
    r"配套|配件|备件|耗材|支架|模块|电池|硒鼓|墨盒|墨粉|色带|贴膜|保护|维保|维护|保养|维修|租赁|培训|替换|更换|"
    r"(?<![^\W\d_])(?:spares?|parts?|accessor\w+|cover\w*|cases?|holsters?|tyres?|tires?|toners?|cartridges?|batter\w+|"
    r"chargers?|brackets?|mounts?|filters?|repairs?|maintenance|support|training|replac\w+|"
    r"recambios?|repuestos?|accesorios?|fundas?|neum[áa]ticos?|cartuchos?|bater[íi]as?|pilas?|cargador\w*|filtros?|"
    r"mantenimiento|soportes?|sustituci\w+|reemplazo\w*|peças|acess[óo]rios?|capas?|coldres?|pneus?|manutenção|suportes?|"
    r"substituiç\w+|pi[èe]ces?|accessoires?|housses?|étuis?|cartouches?|piles?|chargeurs?|filtres?|entretien|supports?|"
    r"remplacement|ersatzteile?|zubehör|hüllen?|reifen|akkus?|wartung|austausch|ricambi|custodie|pneumatici|cartucce|"
    r"batterie|manutenzione|części|akcesoria|pokrowc\w+|opon\w*|tusz\w*|запчаст\w+|запасн\w+|чехл\w+|чохл\w+|чохол|шин\w*|"
    r"картридж\w*|аккумулятор\w*|акумулятор\w*|батаре\w+|зарядн\w+|кронштейн\w*|ремонт\w*|обслуговуван\w+|обслуживан\w+|"
    r"замен\w*|замін\w+)(?![^\W\d_])"
)
"""Goods that go with those of a make, and what is done to them: make and code are those of the others."""
_PRICE = re.compile(r"[\d.,\s]*\d[.,]\d{2}")
_NO_MAKE = re.compile(
    r"intel|amd|xeon|core|ryzen|酷睿|至强|hybrid|kevlar|кевлар|凯夫拉|芳纶|国标|超五类|六类|星光级|国产|进口"
)
"""Makes and families of what computers hold, stuffs, standards: they name the thing as little as its size does."""
BOUNDS = re.compile(r"[|\t\n│]| {2}")
"""What parts the cells of a row, or its lines."""


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
    if stretch is None or found is None or not (found.model or "").endswith(item.value.model or ""):
        return item  # what rules took for the model is at least the end of it: P8668i of XiR P8668i
    value = replace(item.value, name=stretch[found.start : found.end], brand=found.brand, model=found.model)
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
    return stretch if 0 < len(stretch) <= _LONGEST and BOUNDS.search(stretch) is None else None


def divided(name: str, language: str) -> Apart | None:
    """Return where the name stands in words that hold a make, and that make and its model; None if none is certain.

    Args:
        name: Words that name goods, as printed.
        language: Of the document, two letters.
    """
    spans, signs = signs_of_name(name, language)
    tagged = shared_model(MODEL).tag(signs)
    parts = {one.part: one for one in tagged}
    if len(parts) < len(tagged) or not {"name", "brand"} <= parts.keys():
        return None
    if min(one.certainty for one in tagged) < LEAST_CERTAIN:
        return None
    within = {part: _trimmed(name, spans[one.first][0], spans[one.last - 1][1]) for part, one in parts.items()}
    told = {part: name[start:end] for part, (start, end) in within.items()}
    start, end = within["name"]
    if end - start < _SHORTEST_NAME or goes_with(name, within["brand"][0]):
        return None
    if not is_make(told["brand"], told.get("model", ""), told["name"]):
        return None
    return Apart(start=start, end=end, brand=told["brand"], model=told.get("model") or None)


def is_make(brand: str, model: str, name: str) -> bool:
    """Say whether a make can be told of goods: it is known, or a code of a model stands with it."""
    if len(brand) < _SHORTEST_NAME or is_no_make(brand) or _NO_MAKE.fullmatch(brand.lower()):
        return False
    if _PRICE.fullmatch(model) is not None or _OF_OTHERS.search(name.lower()) is not None:
        return False
    return (len(model) > 1 and any(map(str.isdigit, model))) or (is_known(brand) and _FOR.search(name.lower()) is None)


def _trimmed(name: str, start: int, end: int) -> tuple[int, int]:
    """Return the half-open offsets of a part of a name without the signs that bound it."""
    part = name[start:end]
    return start + len(part) - len(part.lstrip(EDGES)), start + len(part.rstrip(EDGES))
