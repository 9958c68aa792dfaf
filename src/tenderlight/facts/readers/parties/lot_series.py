"""Marks of a page that count on from one to the next: what may name lots where no word says so.

"Nro. ítem: 1 … Nro. ítem: 2", "① … ②", rows 1 to 3: marks of one form, each behind the same word or at the beginning of
a line, in rising order. Whether they are lots a model tells, by who stands beside each.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from tenderlight.facts.pages.layout import Piece, Sheet
from tenderlight.facts.readers.parties.lot_places import LotPlace
from tenderlight.languages.numerals import read_numeral
from tenderlight.languages.scripts import HAN_CLASS

_STEMS = "甲乙丙丁戊己庚辛"
_RINGED = "①②③④⑤⑥⑦⑧⑨⑩"
"""Numbers that are marks wherever they stand."""
_ROMAN = ("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii")
_MARK = re.compile(
    rf"(?<![\d.,/])(?<![^\W{HAN_CLASS}])(?:(?P<figures>\d{{1,3}})|(?P<roman>[ivx]{{1,4}})|(?P<letter>[a-hа-е])|"
    rf"(?P<ringed>[{_RINGED}])|(?P<han>[一二三四五六七八九十]{{1,2}})|(?P<stem>[{_STEMS}]))"
    rf"(?![.,]?\d)(?![ \u00a0\u202f'’]\d{{3}}(?!\d))(?!%)(?![^\W{HAN_CLASS}])"
)
_NOUN = re.compile(r"(?P<noun>[^\W\d_]{2,14})(?P<sign>\.?\s{0,2}(?:n\.?[°ºo]\.?|nos?\.?:?|nr\.?|№|#)?[\s:.-]{0,2})$")
_LINE_BEGINS = re.compile(r"[\s\[(（【•*·–—|-]*$")
_WORDS_FOR_NUMBERS = ("号", "pos", "nr", "nro", "no", "num")
"""Words for a number that are no part of the name of a lot."""
_NO_LOTS = frozenset(
    {
        *("level", "grade", "stage", "phase", "class", "tier", "rank", "round", "version", "nivel", "nível", "niveau"),
        *("grau", "grado", "etapa", "étape", "fase", "rang", "clase", "classe", "lugar", "puesto", "stufe", "уровень"),
        *("livello", "poziom", "etap", "miejsce", "posto", "page", "página", "seite", "стр", "этап", "место"),
    }
)
"""Words before a number that ranks a firm or divides a procedure: no lot is called so."""
_FEWEST, _MOST, _MOST_SERIES = 2, 60, 6
_REACH = 24


@dataclass(frozen=True, slots=True, kw_only=True)
class _Mark:
    piece: Piece
    value: int
    kind: str
    before: str
    """The word before it, or that a line begins with it."""


def series_of_marks(sheet: Sheet) -> list[list[LotPlace]]:
    """Return the series of marks of a page, each in the order of the page, the first first.

    Args:
        sheet: A page.
    """
    by_form: dict[tuple[str, str], list[_Mark]] = {}
    for mark in _marks(sheet):
        by_form.setdefault((mark.kind, mark.before), []).append(mark)
    rising = [run for marks in by_form.values() if (run := _rising(marks))]
    return [
        [LotPlace(piece=mark.piece, lots=(mark.piece.text,)) for mark in run[:_MOST]] for run in rising[:_MOST_SERIES]
    ]


def _marks(sheet: Sheet) -> Iterator[_Mark]:
    for match in _MARK.finditer(sheet.flat):
        value = _value(match)
        if value is None:
            continue
        start = match.start()
        line = sheet.flat.rfind("\n", 0, start) + 1
        before = sheet.flat[max(line, start - _REACH) : start]
        noun = _NOUN.search(before) if not match["ringed"] else None
        if noun is not None and noun["noun"] in _NO_LOTS:
            continue
        if noun is not None:
            own = 0 if ":" in noun["sign"] or noun["noun"].endswith(_WORDS_FOR_NUMBERS) else len(noun[0])
            piece = Piece(sheet=sheet, start=start - own, end=match.end())
            yield _Mark(piece=piece, value=value, kind=str(match.lastgroup), before=noun["noun"])
        elif _LINE_BEGINS.fullmatch(before) or match["ringed"]:
            piece = Piece(sheet=sheet, start=start, end=match.end())
            behind = sheet.flat[match.end() : match.end() + 1]
            sign = "" if behind.isalnum() else behind
            yield _Mark(piece=piece, value=value, kind=str(match.lastgroup), before=f"\n{sign}")


def _value(match: re.Match[str]) -> int | None:
    """Return which of its kind a mark is, from 1 on."""
    written = match[0]
    kind = match.lastgroup
    if kind == "figures":
        return int(written) or None
    if kind == "roman":
        return _ROMAN.index(written) + 1 if written in _ROMAN else None
    if kind == "han":
        return read_numeral(written)
    return next(row.index(written) + 1 for row in (_RINGED, _STEMS, "abcdefgh", "абвгде") if written in row)


def _rising(marks: Sequence[_Mark]) -> list[_Mark]:
    """Return the marks of one form that count on; none if they do not begin at the beginning or skip."""
    run: list[_Mark] = []
    for mark in marks:
        if not run or mark.value >= run[-1].value:
            run.append(mark)
    values = sorted({mark.value for mark in run})
    if len(values) < _FEWEST or len(run) < len(marks):
        return []
    steps = {later - earlier for earlier, later in itertools.pairwise(values)}
    return run if len(steps) == 1 and values[0] in {1, min(steps)} else []
