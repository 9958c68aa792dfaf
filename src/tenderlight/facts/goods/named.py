"""Names, makes and models of the goods of a document, told apart once all of them are found."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.goods.known_makes import make_before
from tenderlight.facts.goods.made_first import made_first
from tenderlight.facts.goods.makes import told_beside, told_in_brackets
from tenderlight.facts.goods.model_names import model_at_end, of_one_series
from tenderlight.languages.scripts import HAN_CLASS
from tenderlight.model.statement import Statement
from tenderlight.model.values import LineItemValue

_LEAD = re.compile(
    r"(?:第\s?(?:\d{1,3}|[一二三四五六七八九十]{1,3})\s?(?:包|标段|標段|分包|项|項)|[(（]\s?\d{1,2}\s?[)）])\s?(?=[^\W\d_])|"
    r"[\s\])}】」』,;:.、，；：|/–—]+|(?:另?附带?|另含)(?=[^\W\d_]{2})|"
    r"(?i:off|nos?\.? of|numbers? of|units? of)\s(?=[^\W\d_])"
)
"""What is left of the words before a name: its number or lot, a bracket that closes, that it is counted (nine off)."""
_OPEN = re.compile(r"(?<=\w\w)\s?[(（][^()（）]{0,12}$")
"""A bracket that opens at the end of a name and was cut off: "cámara digital (Cód"."""
_WORD_FOR_MAKE = re.compile(r"(?<=\w\w)牌$")
_WORD_FOR_MODEL = re.compile(r"(?<=[A-Za-z0-9])型$")
_TRANSLATED = re.compile(
    rf"(?P<name>[{HAN_CLASS}]{{3,20}})\s?(?:[A-Z][a-z]{{1,15}}(?:-[A-Za-z][a-z]{{1,12}})?\s){{1,4}}[A-Z][a-z]{{2,15}}"
    r"(?P<bracket>\s?[（(][^()（）]{2,40}[)）])?"
)
"""A name and the same in English behind it, in words with capitals: 手提熱像儀 Hand-held Thermal Camera."""
_NO_MAKE = re.compile(
    rf"(?:成交|中标|中選|中选|决标|決標|合同|投标|投標|最终|含税)?(?:单|總|总|报|報)?(?:价|價|金额|金額|价格|價格)|[{HAN_CLASS}]{{2,8}}[式款]"
)
"""What stands before a code and is no make: a word for a price, a kind of thing (单人升降式)."""
_NO_CODE = re.compile(rf"[{HAN_CLASS}]{{1,12}}|\d+(?:\.\d+)?\s?(?:k?va|k?wh?|ah|[gmt]b|m|mm|l|hz)", re.IGNORECASE)
"""What a column for models holds that is none: a kind, a size."""
_SERIES = re.compile(
    rf"(?<=[{HAN_CLASS}])[（(](?P<brand>[A-Z][A-Za-z]{{2,14}})\s?\d{{2,4}}系列[{HAN_CLASS}]{{0,6}}[）)]$"
)
"""A make and the series of which a thing is built, in brackets behind its name."""
_SHORTEST = 2
_TWO_NOUNS = re.compile(r"(?:[^\W\d_][\w-]*[ ]){1,4}(?P<make>[A-ZÄÖÜ][a-zäöüß]{3,15})(?P<code>[ ](?=\S*\d)\S{2,16})?$")


def with_makes(found: Sequence[Statement], language: str) -> list[Statement]:
    """Return the goods with make and model taken off their names; makes that one of them names are known of all.

    In German, where all nouns have capitals and none stand side by side, the last of two before a code is a make, and
    the last of two that several names end with.
    """
    items = [one.value for one in found if isinstance(one.value, LineItemValue)]
    makes = frozenset(one.brand for one in items if one.brand is not None)
    if language == "de":
        ends = [end for one in items if (end := _TWO_NOUNS.match(one.name)) is not None]
        often = Counter(end["make"] for end in ends)
        makes |= {end["make"] for end in ends if end["code"] or often[end["make"]] > 1}
    made = iter(of_one_series([_with_make(one, makes, language) for one in items]))
    return [replace(one, value=next(made)) if isinstance(one.value, LineItemValue) else one for one in found]


def _with_make(item: LineItemValue, makes: frozenset[str], language: str) -> LineItemValue:
    translated = _TRANSLATED.fullmatch(item.name)
    item = replace(item, name=translated["name"] + (translated["bracket"] or "")) if translated is not None else item
    lead = _LEAD.match(item.name)
    if lead is not None and len(item.name) - lead.end() >= _SHORTEST:
        item = replace(item, name=item.name[lead.end() :])
    item = replace(item, name=_OPEN.sub("", item.name))
    brand = _WORD_FOR_MAKE.sub("", item.brand) if item.brand is not None else None
    brand = brand if brand is not None and any(map(str.isalnum, brand)) and not _NO_MAKE.fullmatch(brand) else None
    model = _WORD_FOR_MODEL.sub("", item.model) if item.model is not None else None
    made = make_before(brand or model or "") if brand is None or model is None else None
    brand, model = made if made is not None else (brand, model)
    item = replace(item, brand=brand, model=model)
    series = _SERIES.search(item.name) if brand is None else None
    if series is not None:
        return replace(item, name=item.name[: series.start()].strip(), brand=series["brand"], model=model)
    in_brackets = told_in_brackets(item.name) if brand is None and model and _NO_CODE.fullmatch(model) else None
    if in_brackets is not None:
        name = item.name[: in_brackets.end].strip()
        return replace(item, name=name, brand=in_brackets.brand, model=in_brackets.model)
    found = told_beside(item.name, brand, model, makes)
    if brand is None and model is None:
        found = (made_first(item.name) if language == "en" else None) or found or model_at_end(item.name)
    if found is None:
        return item
    name = item.name[found.start : found.end].strip()
    return replace(item, name=name, brand=brand or found.brand, model=model or found.model)
