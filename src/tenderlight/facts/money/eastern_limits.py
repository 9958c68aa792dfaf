"""Budgets, ceilings and estimates that sentences of Russian and Ukrainian papers state without a label of their own."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from tenderlight.facts.pages.entries import Entry
from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.words.eastern_sums import FIGURES, UNIT
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.money import find_amounts

_LONGEST = 20_000
_GAP = 2
_CYRILLIC = re.compile("[а-я]{3}")
_LIMITS = (
    (
        Meaning.CEILING,
        (
            r"нмцк?|нмцд|начальн\w+\s(?:\(?максимальн\w+\)?\s)?цен\w{1,3}|максимальн\w+\sцен\w{1,3}|"
            r"предельн\w+\s(?:цен|стоимост|сумм)\w{0,3}|стартов\w+\s(?:цен|стоимост)\w{0,3}|гранична\s(?:цін|варт)\w+"
        ),
    ),
    (
        Meaning.ESTIMATE,
        (
            r"очікуван\w+\sварт\w+|ориентировочн\w+\s(?:стоимост|цен)\w{0,3}|орієнтовн\w+\sварт\w+|"
            r"плановая\sстоимост\w{0,2}|предполагаем\w+\s(?:сумм|стоимост)\w{0,2}"
        ),
    ),
    (Meaning.BUDGET, r"выделенн\w+\sсумм\w{0,2}|бюджетн\w+\sпризначен\w+|объ[её]м\w*\sфинансов\w+\sобеспечени\w{0,2}"),
)
_STATED = tuple(
    (
        meaning,
        re.compile(
            rf"(?<!\w)(?:{words})(?:\s(?:контракта|договора|договору|лота|закупки|закупівлі|предмета|предмету|по\sлоту|торгов))*"
            r"(?:\s\([^()\n]{1,30}\))?"
            r"(?:\s?(?:составлял[аои]?|составляет|составил[аои]?|была|була|було|становила|становить|складала|"
            r"в\sсумме|в\sразмере|не\sболее)\s|\s?[:—–-]\s|\s)"
            rf"(?P<sum>{FIGURES}{UNIT})"
        ),
    )
    for meaning, words in _LIMITS
)


def eastern_limits(sheet: Sheet, entries: Sequence[Entry]) -> Iterator[tuple[Meaning, Piece]]:
    """Yield what a page calls a limit in a sentence, where no label states one of that kind.

    Args:
        sheet: A page.
        entries: What its labels say.
    """
    flat = sheet.flat[:_LONGEST]
    if _CYRILLIC.search(flat) is None:
        return
    for meaning, pattern in _STATED:
        if any(one.meaning is meaning and _is_stated(one) for one in entries):
            continue
        found = [Piece(sheet=sheet, start=match.start("sum"), end=match.end("sum")) for match in pattern.finditer(flat)]
        figures = {amount.amount for piece in found for amount in find_amounts(piece.text, decimal_mark=",")}
        if len(figures) == 1:
            yield meaning, found[0]


def _is_stated(entry: Entry) -> bool:
    """Say whether an entry states its sum: without a colon only where the sum follows at once."""
    amounts = find_amounts(entry.value.text, unit=entry.unit, decimal_mark=",")
    return bool(amounts) and (not entry.strict or amounts[0].start <= _GAP)
