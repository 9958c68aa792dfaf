"""Labels inside one entry of a list of goods: "Model: BE-TR1   Qty: 4", 型号 ZY-M206."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from tenderlight.facts.goods.like_cells import HARD
from tenderlight.facts.goods.words import BRAND, MODEL
from tenderlight.facts.labels.in_lines import read_label
from tenderlight.facts.tables.heads import read_head
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.scripts import has_han

_KEY = re.compile(r"(?<![\w-])(?P<key>[^\W\d_][^\W\d_ ./-]{0,14}(?:[ ./-][^\W\d_]{1,12}){0,2}\.?)\s?:\s?")
_KEY_HAN = re.compile(
    r"(?P<key>规格型号|型号规格|规格/型号|型号/规格|品牌型号|品牌|厂牌|型号|规格|数量|单位|单价|金额|小计|产地|生产厂家|制造商|品名|名称)"
    r"\s{0,3}(?=[^\s:])"
)
_VALUE_ENDS = re.compile(r",(?!\d{3})|[、()]")
_CODE_OF_WORDS = re.compile(
    r"\s*(?:[^\W\d_]{3,20}\s(?=[^\s]{0,24}\d)[^\s(]\S{2,24}|\S+)(?:\s(?=[a-z]?\d|lite|pro|plus|mini|max)\S{1,5}(?!\S))?"
)
_MODEL_OTHER = re.compile(r"(?:طراز|مدل|مودیل|موديل)\s(?P<model>[^\s,،]{2,24})")
GOODS_KEYS = {
    Meaning.ITEM_BRAND: "brand",
    Meaning.ITEM_MODEL: "model",
    Meaning.ITEM_UNIT: "unit",
    Meaning.ITEM_NAME: "name",
    Meaning.NAME: "name",
}
_FIGURE_KEYS = frozenset(
    {Meaning.ITEM_QUANTITY, Meaning.UNIT_PRICE, Meaning.TOTAL, Meaning.ITEM_TOTAL, Meaning.AMOUNT, Meaning.OTHER_AMOUNT}
)
_MOST_WORDS = 2
_FROM_START = 2
"""Characters before a label that begins its entry."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Key:
    """A label in an entry and the stretch that its value takes."""

    at: int
    start: int
    end: int
    kind: str
    """brand, model, unit or name; figure: its value is a number; lead: it leads to the whole entry; other."""


def keys_of(work: str, begins: int) -> Iterator[Key]:
    """Yield what labels inside an entry say, in order."""
    hits = sorted(_hits(work, begins))
    for number, (at, start, kind) in enumerate(hits):
        limit = hits[number + 1][0] if number + 1 < len(hits) else len(work)
        is_lead = kind == "other" and number == 0 and at <= begins + _FROM_START
        yield Key(at=at, start=start, end=_end(work, start, limit, kind), kind="lead" if is_lead else kind)


def _hits(work: str, begins: int) -> list[tuple[int, int, str]]:
    """Return the labels of an entry: with a colon, or Chinese ones and words for make and model without."""
    hits = [(one.start(), one.end(), _kind(one["key"].strip())) for one in _KEY.finditer(work, begins)]
    if has_han(work):
        found = [(one.start(), one.end(), _kind(one["key"])) for one in _KEY_HAN.finditer(work, begins)]
    else:
        patterns = ((MODEL, "model"), (BRAND, "brand"), (_MODEL_OTHER, "model"))
        found = [(one.start(), one.start(kind), kind) for of, kind in patterns for one in of.finditer(work, begins)]
    for one in found:
        if not any(start < one[1] and one[0] < end for start, end, _kind_of in hits):
            hits.append(one)
    return hits


def _kind(flat: str) -> str:
    hit = read_label(flat) if has_han(flat) else read_head(flat)
    if hit is None or hit.meaning is None:
        return "other"
    return GOODS_KEYS.get(hit.meaning, "figure" if hit.meaning in _FIGURE_KEYS else "other")


def kind_of_label(flat: str) -> str:
    """Return what words before a colon are in a list of goods: brand, model, unit, name, figure, or other."""
    return _kind(flat.rstrip(" :"))


def _end(work: str, start: int, limit: int, kind: str) -> int:
    """Return where the value of a label ends: at a sign that sets cells apart; the code of a model after its word."""
    stop = HARD.search(work, start, limit)
    end = stop.start() if stop else limit
    if kind == "name":
        return end
    stop = _VALUE_ENDS.search(work, start, end)
    end = stop.start() if stop else end
    is_cell = stop is None and end < len(work) and len(work[start:end].split()) <= _MOST_WORDS
    code = _CODE_OF_WORDS.match(work, start, end) if kind == "model" and not is_cell else None
    return code.end() if code is not None else end
