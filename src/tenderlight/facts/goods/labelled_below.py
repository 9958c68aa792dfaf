"""Make and model that labels say below goods, in the block of each: "Marca: DJI   Modelo/Versão: Mavic 3T".

Portals print each item as a block of labels: what it is, how many, who won it at what price, and of which make. The
block of an item ends where the next begins; two makes in one block are of two bids, and neither is told.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from tenderlight.facts.goods.of_others import is_of_others, speaks_of_others, told_make
from tenderlight.facts.pages.document import SETTLED, Notice
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue, SupplierValue

_LONGEST_BLOCK, _LONGEST_MODEL = 700, 40
_OFFERED = (
    r"(?: (?:ofertad[oa]|ofrecid[oa]|cotizad[oa]|adjudicad[oa]|propost[oa]|offered|quoted|proposée?|offert[oe]?|"
    r"предложенн\w+))?"
)
_VALUE = r"\s?[:：]\s{0,3}(?P<value>[^\s:;|\n](?:(?![.;]\s| {2}|\.$)[^;|\n\t]){0,60})"
_BEFORE = r"(?:^|(?<=[\n\t;|])|(?<=[.,;|]\s)|(?<= {2}))[ ]{0,8}(?:[-•*·]\s?)?"
_MAKE = re.compile(
    rf"(?m){_BEFORE}(?:marca|make|brand|marque|marke|fabrikat|marchio|marka|марка|торговая марка|торгова марка|бренд)"
    rf"(?:/fabricante)?{_OFFERED}{_VALUE}"
)
_MODEL = re.compile(
    rf"(?m){_BEFORE}(?:modelo?s?|model|modèle|modell|modello|модель|variación|versão|versión)"
    rf"(?:\s?/\s?(?:versão|versión|version|tipo|type))?{_OFFERED}{_VALUE}"
)
_VERSION = re.compile(r"\W*(?:vari|vers)")
_NO_MODEL = re.compile(r"\d[\d.,]*\s?%|\d{1,3}(?:\.\d{1,4}){2,}")
"""What stands behind a label of models and is none: a rate, the version of a program."""
_BOTH = re.compile(
    r"(?P<brand>[^\W\d_][^\W\d_&.-]{1,19}) "
    r"(?P<model>(?=.*\d)[A-ZÀ-ÞА-ЯЁ\d][\w./+-]{0,19}(?: [A-ZÀ-ÞА-ЯЁ\d][\w./+-]{0,15}){0,3})"
)
_NEXT = re.compile(
    r"\n\s*\n|\n\s*(?:lote?|lotto|los|item|[ií]tem|reng\w+|partida|poste|grupo|лот|позици\w)\s?(?:n\w?[º°.]*\s?)?\d"
)
"""What begins another block, whose goods may not have been read."""


def with_labelled_makes(notice: Notice, statements: Sequence[Statement], items: Sequence[Statement]) -> list[Statement]:
    """Return goods with make and model that labels below each of them say, before the next.

    Args:
        notice: The document.
        statements: What else it states; a make on the line of another firm than its suppliers is of another bid.
        items: Its goods.
    """
    if notice.language == "zh" or notice.stage not in SETTLED:
        return list(items)
    made = list(items)
    names = frozenset(one.value.name for one in statements if isinstance(one.value, SupplierValue))
    order = sorted(
        range(len(items)), key=lambda at: (items[at].anchors[0].page_number or 0, items[at].anchors[0].start)
    )
    for at, following in pairwise([*order, None]):
        if at is None:
            break
        first = items[at].anchors[0]
        sheet = next((one for one in notice.sheets if one.page.number == first.page_number), None)
        after = items[following].anchors[0] if following is not None else None
        stop = after.start if after is not None and after.page_number == first.page_number else None
        if sheet is not None:
            made[at] = _labelled(sheet, items[at], stop, names)
    return made


def _labelled(sheet: Sheet, item: Statement, stop: int | None, names: frozenset[str]) -> Statement:
    value, first = item.value, item.anchors[0]
    if not isinstance(value, LineItemValue) or (value.brand is not None and value.model is not None):
        return item
    end = min(stop if stop is not None else len(sheet.flat), first.end + _LONGEST_BLOCK)
    ends = _NEXT.search(sheet.flat, first.end, end)
    end = ends.start() if ends is not None else end
    flat = sheet.flat[first.end : end]
    if ":" not in flat or is_of_others(flat):
        return item
    makes, models = (_told(Piece(sheet=sheet, start=first.end, end=end), label, names) for label in (_MAKE, _MODEL))
    if len(makes) != 1 or len(models) > 1:
        return item
    brand, model = makes.pop(), models.pop() if models else None
    both = _BOTH.fullmatch(brand) if model is None else None
    brand, model = (both["brand"], both["model"]) if both is not None else (brand, model)
    own = None if value.brand is not None and ":" in value.brand else value.brand
    if own not in {None, brand} or (value.model is not None and value.model not in (model or "")):
        return item
    return replace(item, value=replace(value, brand=brand, model=model or value.model))


def _told(block: Piece, label: re.Pattern[str], names: frozenset[str]) -> set[str]:
    """Return what labels of one kind say in a block, without "or similar"."""
    sheet = block.sheet
    found = (
        sheet.page.text[slice(*one.span("value"))]
        for one in label.finditer(sheet.flat, block.start, block.end)
        if not speaks_of_others(sheet, one.start(), one.end(), names)
        and not _is_in_cells(sheet.flat, one.start())
        and (_VERSION.match(one[0]) is None or _is_beside_make(block, one.start()))
    )
    told = {told_make(one.strip(" .,")) for one in found}
    return {one for one in told if 1 < len(one) <= _LONGEST_MODEL and not _NO_MODEL.fullmatch(one)}


def _is_beside_make(block: Piece, start: int) -> bool:
    """Say whether nothing stands between the make of a block and a label: a version then is that of the goods."""
    makes = [one.end() for one in _MAKE.finditer(block.sheet.flat, block.start, start)]
    return bool(makes) and not block.sheet.flat[makes[-1] : start].strip(" .,;|\t\n-•*·")


def _is_in_cells(flat: str, start: int) -> bool:
    """Say whether a label stands in a row of cells, which is told by its own columns."""
    end = flat.find("\n", start)
    return "|" in flat[flat.rfind("\n", 0, start) + 1 : end if end >= 0 else len(flat)]
