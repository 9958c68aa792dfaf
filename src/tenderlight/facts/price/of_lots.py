"""Sums on the lines of lots: which of them may be the price of the lot."""

from __future__ import annotations

import re

from tenderlight.facts.names.losers import is_of_losers
from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_OF_LIMIT = re.compile(r"预算|限价|控制价|拦标价|概算|估[算价]|底价")
_OF_GOODS = re.compile(
    r"\d\s?(?:[台套个条只件辆架部支组块张把副根盏樘幅面颗项批])[,、]\s?(?:单价|每[^\d]{1,2})?[¥$]?\s?\d"
)
"""How many of a thing, and what one of it costs: the line of a lot that says what was bought."""


def states_price(notice: Notice, entry: Entry) -> bool:
    """Say whether a lot says its price.

    That is no fee by lot, no bid of who lost it, and in Chinese not the budget that its line divides.

    In other languages than Chinese it must be money.
    """
    if entry.before is Meaning.OTHER_AMOUNT or is_of_losers(entry.value):
        return False
    if notice.language != "zh":
        return bool(find_amounts(entry.value.text, decimal_mark=notice.decimal_mark))
    flat = entry.value.sheet.flat
    if _OF_GOODS.search(entry.value.flat):
        return False
    return _OF_LIMIT.search(flat, flat.rfind("\n", 0, entry.value.start) + 1, entry.value.start) is None
