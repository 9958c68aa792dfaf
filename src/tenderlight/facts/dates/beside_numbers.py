"""The day of a contract beside its number: under its label, or where a paper that belongs to it refers to it."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from tenderlight.facts.pages.document import Notice
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.dates import FoundDate
from tenderlight.model.statement import Stage
from tenderlight.model.values import DateKind, PartialDate

_DATED = re.compile(r"(?:от|від|dated|dt\.?|de fecha|du|del?|vom|z dnia)\s*$")
_HEAD = 1_500
_BELONGS = re.compile(r"\s{0,9}(?:спец|прилож|додаток|график|техническое зад)")
"""Papers of a contract that have no day of their own."""
_REFERS = re.compile(
    r"(?:(?:^|(?<=[\s(]))(?:по|к|до|за|згідно(?:\sз)?|відповідно\sдо|согласно|(?:основание|підстава)\s?:)\s)"
    r"(?:[а-яіїєґ]+(?:ому|им|ого)\s){0,3}(?:догово[рі]\w*|договір|контракт\w{0,2})(?:\s(?!от\s|від\s)[а-яіїєґ-]+){0,6}"
    r"(?:\s?№\s?[^\s,;]{1,40},?)?\s?(?:от|від)\s(?=[«\"“]?\d)"
)
"""A reference to the contract: "по договору подряда № 14/21 от …", "до Договору від …"."""


def days_beside_numbers(
    notice: Notice, dates_in: Callable[[str], Sequence[FoundDate]]
) -> Iterator[tuple[DateKind, Piece, PartialDate]]:
    """Yield the day beside the number of a contract ("№ 12/22 от 05.04.2022") in contracts and what belongs to them.

    Args:
        notice: The document.
        dates_in: Finds the dates in a text by the habits of the document.
    """
    if notice.stage not in {Stage.CONTRACT, Stage.ACCEPTANCE}:
        return
    for entry in notice.of(Meaning.CONTRACT_NUMBER):
        for found in dates_in(entry.value.text):
            if _DATED.search(entry.value.flat[: found.start]):
                yield DateKind.CONTRACT, entry.value.part(found.start, found.end), found.date
    sheet = notice.sheets[0]
    is_part = notice.stage is Stage.ACCEPTANCE or _BELONGS.match(sheet.flat) is not None
    referred = _REFERS.search(sheet.flat[:_HEAD]) if is_part and notice.language in {"ru", "uk"} else None
    if referred is None:
        return
    for found in dates_in(sheet.page.text[:_HEAD]):
        if referred.end() <= found.start <= referred.end() + 1:
            yield DateKind.CONTRACT, Piece(sheet=sheet, start=found.start, end=found.end), found.date
