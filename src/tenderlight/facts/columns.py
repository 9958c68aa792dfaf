"""Tables that lost their rules: the cells of the head, then those of the rows, one a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from tenderlight.facts.grids import Pair
from tenderlight.facts.labels import Hit, find_labels, read_label
from tenderlight.facts.layout import Piece
from tenderlight.facts.names import looks_like_organisation
from tenderlight.facts.vocabulary import AMOUNTS, Meaning
from tenderlight.languages.money import find_amounts, find_percents

_LONGEST_LABEL = 40
_MOST_LINES = 600
_WORD = re.compile(r"\S+")
_FEWEST_SPACED = 3
_PARTY_COLUMNS = frozenset(
    {Meaning.SUPPLIER, Meaning.PARTY, Meaning.CANDIDATE, Meaning.BUYER, Meaning.LOSER, Meaning.AGENCY}
)
_NEEDED = _PARTY_COLUMNS | {Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.BUDGET, Meaning.CEILING}
_MONEY_COLUMNS = AMOUNTS - {Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS}


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Rows found in a run of lines, and how many lines they took."""

    rows: tuple[tuple[Pair, ...], ...]
    length: int


def read_run(lines: Sequence[Piece], at: int) -> Run | None:
    """Read a table whose cells stand one a line, beginning with its head at `lines[at]`.

    Cells that are empty leave no line, so a table is read only as far as its columns of names and of money hold
    names and money; if the first row does not, it is no such table.

    Returns:
        The rows, or None if there is no table here.
    """
    heads = _heads(lines, at)
    kinds = {head.meaning for head in heads}
    width = len(heads)
    if (
        width < 2
        or not kinds & (_PARTY_COLUMNS | _MONEY_COLUMNS)
        or (width == 2 and not kinds <= _PARTY_COLUMNS | _MONEY_COLUMNS)
    ):
        return None
    values = _values(lines, at + width)
    rows: list[tuple[Pair, ...]] = []
    for start in range(0, len(values), width):
        cells = values[start : start + width]
        if any(head.meaning in _NEEDED for head in heads[len(cells) :]):
            break
        row = tuple(Pair(hit=head, value=cell) for head, cell in zip(heads, cells, strict=False))
        if not all(map(_fits, row)):
            break
        rows.append(row)
    if not rows:
        return None
    return Run(rows=tuple(rows), length=width + min(len(values), width * len(rows)))


def read_spaced(lines: Sequence[Piece], at: int) -> Run | None:
    """Read a table whose columns are set apart by blanks, beginning with its head at `lines[at]`.

    Only rows with as many words as the head has labels are read, and only while names and money stand in their columns.
    """
    heads: list[Hit] = []
    for word in _WORD.findall(lines[at].flat):
        head = read_label(word)
        if head is None:
            return None
        heads.append(head)
    if len(heads) < _FEWEST_SPACED or not {one.meaning for one in heads} & _NEEDED:
        return None
    rows: list[tuple[Pair, ...]] = []
    for line in lines[at + 1 : at + _MOST_LINES]:
        row = tuple(Pair(hit=head, value=cell) for head, cell in zip(heads, _words(line), strict=False))
        if len(_words(line)) != len(heads) or not all(map(_fits, row)):
            break
        rows.append(row)
    return Run(rows=tuple(rows), length=1 + len(rows)) if rows else None


def _words(line: Piece) -> list[Piece]:
    return [line.part(*match.span()) for match in _WORD.finditer(line.flat)]


def _heads(lines: Sequence[Piece], at: int) -> list[Hit]:
    heads: list[Hit] = []
    for line in lines[at : at + 20]:
        hit = (
            read_label(line.flat) if len(line.flat) <= _LONGEST_LABEL and not line.flat.rstrip().endswith(":") else None
        )
        if hit is None:
            break
        heads.append(hit)
    return heads


def _values(lines: Sequence[Piece], at: int) -> list[Piece]:
    """Return the lines that may be cells: up to the next label or heading."""
    values: list[Piece] = []
    for line in lines[at : at + _MOST_LINES]:
        hits = find_labels(line.flat)
        begins = (
            bool(hits)
            and hits[0].start == 0
            and not hits[0].strict
            and hits[0].meaning not in {None, Meaning.BID_AMOUNT}
        )
        if begins or read_label(line.flat[: _LONGEST_LABEL + 1]) is not None:
            break
        values.append(line)
    return values


def _fits(pair: Pair) -> bool:
    """Say whether a cell can stand in its column."""
    if pair.hit.meaning in _PARTY_COLUMNS:
        return looks_like_organisation(pair.value.text)
    if pair.hit.meaning in _MONEY_COLUMNS:
        text = pair.value.text
        return bool(find_amounts(text, unit=pair.hit.unit) or find_percents(text)) or text.strip() in {
            "/",
            "-",
            "—",
            "无",
        }
    return True
