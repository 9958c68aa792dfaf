"""How many of a thing a sentence buys, right before its name: "seis (06) camionetas", "nine analyzers".

The model often marks a name and leaves the number before it, most of all where it is in words. Taken only where the
number stands at once before the name or is its first words, and numbers neither lots, rows, laws nor pages.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal

from tenderlight.facts.goods.words import UNIT
from tenderlight.facts.pages.layout import Piece
from tenderlight.languages.number_words import read_number_words
from tenderlight.languages.scripts import has_han

_REACH = 60
_SHORTEST_NAME = 3
_FIGURES = re.compile(
    rf"(?<![\w.,/№°º#-])\(?(?P<figure>\d{{1,3}}(?:[.,]\d{{3}})+|\d{{1,6}})\)?\s(?:(?P<unit>{UNIT})\.?\s(?:of\s|de\s|d['’]))?$"
)
_WORDS = re.compile(r"(?P<words>(?:[^\W\d_]{1,12}(?:['’-][^\W\d_]{2,8})?\s){1,5})$")
_NUMBERS_OTHERS = re.compile(
    r"(?<![^\W\d_])(?:n[°ºo]?s?|num\w*|nr|№|lots?|lotes?|lotto|los|items?|[ií]tem\w*|line|ligne|l[ií]nea|rengl[óo]n|partidas?|"
    r"post[ea]s?n?|pos|position|tramo|grup[op]o?|group\w*|art\w*|cl[áa]us\w*|ley|lei|loi|law|act|decret\w*|resol\w*|"
    r"section|secci[óo]n|p[áa]g\w*|page|phase|fase|annex\w*|anexo|annexe|schedule|form\w*|model\w*|mod[eè]le|type|tipo|"
    r"version|class\w*|cat\w*|clin|room|zone|zona|calle|rue|street|year|a[ñn]o|exerc[íi]cio|exercice|"
    r"лот\w*|поз\w*|п|ст\w*|пункт\w*|част\w*|закон\w*|номер\w*)\s?[.:°º]?\s?$"
)
"""Words before a number that it numbers something by."""
_MARKS_NO_COUNT = re.compile(r"(?:[$€£₹₦%#]\s?|\d\s|\d[.:/-])$")
_LINE_START = re.compile(r"(?:^|[|\t])\s*$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Counted:
    """A name and how many of it are bought."""

    name: Piece
    quantity: Decimal
    unit: Piece | None = None


def counted_before(name: Piece) -> Counted | None:
    """Return a name with the number that stands at once before it or that it begins with; None if none does.

    Args:
        name: The words that name goods, on their page.
    """
    flat = name.sheet.flat
    if has_han(name.flat):
        return None
    start = max(flat.rfind("\n", 0, name.start) + 1, name.start - _REACH)
    before = flat[start : name.start]
    figures = _FIGURES.search(before)
    if figures is not None:
        return _by_figures(name, before, figures, start)
    own = read_number_words(name.flat)
    if own is not None and own[0] > 1 and len(name.flat) - own[1] > _SHORTEST_NAME and name.flat[own[1]] == " ":
        return Counted(name=name.part(own[1] + 1, len(name.flat)).stripped(), quantity=Decimal(own[0]))
    words = _WORDS.search(before)
    if words is None:
        return None
    for at in [0, *(one.end() for one in re.finditer(r"\s", words["words"][:-1]))]:
        told = words["words"][at:]
        read = read_number_words(told)
        if read is not None and read[1] == len(told.rstrip()) and read[0] > 1:
            return Counted(name=name, quantity=Decimal(read[0]))
    return None


def _by_figures(name: Piece, before: str, figures: re.Match[str], start: int) -> Counted | None:
    left = before[: figures.start()]
    in_brackets = figures[0].startswith("(")
    number = Decimal(re.sub(r"[.,]", "", figures["figure"]))
    is_row = _LINE_START.search(left) is not None and not in_brackets and figures["unit"] is None
    if not number or is_row or _NUMBERS_OTHERS.search(left) or _MARKS_NO_COUNT.search(left):
        return None
    unit = figures.span("unit")
    piece = Piece(sheet=name.sheet, start=start + unit[0], end=start + unit[1]) if figures["unit"] else None
    return Counted(name=name, quantity=number, unit=piece)
