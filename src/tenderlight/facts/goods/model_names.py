"""Names of models in several words, and models called as those beside them are: TH-35 Pro, Mavic 3T, TA-Suite."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from tenderlight.facts.goods.known_makes import Apart
from tenderlight.facts.goods.words import NO_CODE
from tenderlight.facts.names.western import CAPITAL
from tenderlight.model.values import LineItemValue

_LONGEST = 120
_EDITION = r"(?:Pro|PRO|Plus|Max|Lite|Mini|Ultra|Premium|Dual|Advanced|Thermal)"
_WITH_EDITION = re.compile(
    rf"(?P<name>\S.{{2,80}}?)\s(?P<model>(?=\S{{0,20}}\d)[{CAPITAL}]{{1,6}}-?[{CAPITAL}]{{0,3}}\d{{1,5}}[{CAPITAL}]{{0,3}}\s{_EDITION})"
)
"""A code and the edition behind it."""
_FOREIGN = re.compile(
    r"(?P<name>[А-Яа-яЁёІіЇїЄєҐґ][А-Яа-яЁёІіЇїЄєҐґ \'’-]{2,70}[А-Яа-яЁёІіЇїЄєҐґ])\s"
    r"(?P<model>(?!Windows|Android|Linux|Bluetooth|Full|Type|Wi|Core|Intel|Gigabit|Ethernet|Class|Series|Lot|Office)"
    r"[A-Z][a-z]{2,12}(?:[A-Z][a-z]{2,12})?\s\d[\dA-Z]{0,5})"
)
"""A Latin word with a number behind a name in Cyrillic letters."""
_SERIES = re.compile(rf"[{CAPITAL}]{{2,6}}-(?=\S)")


def model_at_end(name: str) -> Apart | None:
    """Return a name without the model of several words that it ends with, and that model; None if there is none."""
    if len(name) > _LONGEST:
        return None
    found = _WITH_EDITION.fullmatch(name) or _FOREIGN.fullmatch(name)
    if found is None or NO_CODE.match(found["model"]):
        return None
    return Apart(start=0, end=found.end("name"), model=found["model"])


def of_one_series(items: Sequence[LineItemValue]) -> list[LineItemValue]:
    """Return goods with models taken off names that end as the models of others begin: TW-REC16 and "kamer TW-CAM"."""
    series = {prefix[0] for one in items if one.model is not None and (prefix := _SERIES.match(one.model)) is not None}
    return [_of_series(one, series) for one in items]


def _of_series(item: LineItemValue, series: set[str]) -> LineItemValue:
    name, blank, last = item.name.rpartition(" ")
    prefix = _SERIES.match(last) if blank and item.model is None else None
    if prefix is None or prefix[0] not in series:
        return item
    return replace(item, name=name.rstrip(" ,"), model=last)
