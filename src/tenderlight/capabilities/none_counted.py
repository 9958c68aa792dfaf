"""Quantities of nothing: what a text counts as zero, or changes to zero, is not bought."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tenderlight.capabilities.clauses import Layout, Span

LONGEST_BETWEEN = 60
"""Characters between words and the number that counts them."""
_LABEL = (
    r"(?:quantity|qty\.?|number of units"
    r"|数量|數量|cantidad|cant\.|quantité|qté|quantidade|количество|кол[- ]во|кількість"
    r"|к[- ]сть|کمیة|کمیت|تعداد|مقدار)"
)
_UNIT = (
    r"(?:(?:pcs?|pieces?|units?|ea|each|sets?|items?|licen[cs]es?|套|台|个|個|只|件|项|項|块|部|支|把|辆|枚|шт|ед|компл\w*"
    r"|одиниц\w*|единиц\w*|unidad(?:es)?|uds?|u|unités?|pièces?|وحدة|وحدات|قطعة|قطع|عدد|دستگاه)\.?)"
)
_ZERO = r"(?:0|zero|nil|零|cero|zéro|ноль|нуль|صفر)"
_ENDS = rf"(?=\s?{_UNIT}?\s?(?:$|[.;,)。|│\n]|تغییر|کاهش))"
_TO = r"(?:\bto|\ba|à|на|до|至|为|為|成|الی|به|->|=>|→)"
_CHANGED = (
    r"(?:chang|reduc|réduit|amend|correct|revis|cambi|pasa|ramen|modifi|измен|уменьш|змін|зменш|改|调|調|减|減|变|變|降"
    r"|تعدیل|تخفیض|خفض|تغییر)"
)
_NOW = r"(?:\bnow|\bahora|\bdésormais|\bmaintenant|\bстал[оаи]?|\bтеперь|\bтепер|اصبحت|اکنون|现[为在]?|現[為在]?)"
_SAID = re.compile(
    rf"{_LABEL}[^.;。\n|]{{0,40}}?{_TO}\s?{_ZERO}{_ENDS}"
    rf"|{_CHANGED}[^.;。\n|]{{0,40}}?{_TO}\s?{_ZERO}{_ENDS}"
    rf"|\d\s?{_UNIT}?\s?(?:->|=>|→)\s?{_ZERO}{_ENDS}"
    rf"|{_LABEL}\s?[:=]?\s?{_ZERO}{_ENDS}"
    rf"|\d\s?{_UNIT}?[\s,–—-]{{0,3}}{_NOW}\s?{_ZERO}{_ENDS}"
    rf"|[,:(–—-]\s?0\s?{_UNIT}(?=\s?(?:$|[.;,)。|│\n]))"
)
_COUNTED = re.compile(rf"(?<![\w-])[1-9]\d*\s?{_UNIT}(?![\w-])")
_HEAD = re.compile(_LABEL)
_ZERO_CELL = re.compile(rf"{_ZERO}(?:[.,]0+)?")
_ZERO_UNITS = re.compile(rf"{_ZERO}\s?{_UNIT}")
_UNIT_CELL = re.compile(_UNIT)
_DASHES = frozenset({"-", "–", "—"})


def said_to_be_none(layout: Layout, core: Span) -> Span | None:
    """Return where a sentence says that there are none of what it names ("quantity changed from 2 to 0"), or None."""
    text, last = layout.text, core[1] - 1
    end = min(layout.line(last)[1], layout.sentence(last)[1], core[1] + 2 * LONGEST_BETWEEN)
    said = _SAID.search(text, core[1], end)
    if said is None or said.start() - core[1] > LONGEST_BETWEEN:
        return None
    return None if _COUNTED.search(text, core[1], said.start()) else said.span()


def none_in_row(text: str, cells: Sequence[Span], own: int, heads: Sequence[Span]) -> Span | None:
    """Return the cell of a row that counts zero of what the row names, or None.

    A bare zero counts under a head for quantities, or beside a unit where no head is known: it may be a price.

    Args:
        text: The text searched, in small letters.
        cells: The cells of the row.
        own: Number of the cell that names the thing.
        heads: The heads of the columns, as far as they are known.
    """
    contents = [text[first:last].strip(" \t|│\n") for first, last in cells]
    for number in range(own + 1, len(cells)):
        content = contents[number]
        if _ZERO_UNITS.fullmatch(content):
            return cells[number]
        is_dash = content in _DASHES
        if not is_dash and not _ZERO_CELL.fullmatch(content):
            continue
        head = text[slice(*heads[number])] if number < len(heads) else ""
        if head.strip(" \t|│\n"):
            if _HEAD.search(head):
                return cells[number]
            continue
        beside = [contents[place] for place in (number - 1, number + 1) if own < place < len(cells)]
        if not is_dash and any(_UNIT_CELL.fullmatch(one) for one in beside):
            return cells[number]
    return None
