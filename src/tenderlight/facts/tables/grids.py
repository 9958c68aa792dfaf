"""Tables: rows of label and value, and rows under a head."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.labels.in_lines import read_label, squeeze
from tenderlight.facts.names.in_values import looks_like_organisation
from tenderlight.facts.names.western import has_company
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.tables.heads import heads_of
from tenderlight.facts.tables.verdict_cells import verdict_of
from tenderlight.facts.words.vocabulary import Meaning
from tenderlight.languages.scripts import HAN_CLASS, has_han

_LONGEST_LABEL = 40
_WORDLIKE = re.compile(rf"[{HAN_CLASS}a-zà-ÿ\u0100-\u024fа-яёіїєґ\u0620-\u064a\u066e-\u06d3/()、.,№#°º'&\s-]{{1,24}}")
_VALUELIKE = re.compile(r"\d{2,}|^[/—-]$|^无$")


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A label and the piece beside or below it."""

    hit: Hit
    value: Piece
    label_text: str = ""
    """The label as written, for the name of a lot in it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The head of a table: what each column holds."""

    columns: tuple[Hit | None, ...]
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class RowReading:
    """What one row is: a new head, groups of pairs, cells of running text."""

    head: Head | None
    groups: tuple[tuple[Pair, ...], ...] = ()
    running: tuple[Piece, ...] = field(default=())
    columns: tuple[int, ...] = ()
    """Numbers of the columns that the groups stand in, where they stand beside one label."""


def read_rows(rows: Iterable[Sequence[Piece | None]], head: Head | None) -> Iterator[RowReading]:
    """Read the rows of a table, given the head above it (None = none yet).

    A cell merged downwards stands in each of its rows; its running text is told once.
    """
    told: set[int] = set()
    for row in rows:
        reading = _read_row(row, head)
        head = reading.head
        running = tuple(cell for cell in reading.running if cell.start not in told)
        told.update(cell.start for cell in running)
        yield reading if len(running) == len(reading.running) else replace(reading, running=running)


def _read_row(row: Sequence[Piece | None], head: Head | None) -> RowReading:
    filled = [cell for cell in row if cell is not None and cell.end > cell.start]
    if not filled:
        return RowReading(head=head)
    columns = heads_of(row)
    if columns is not None:
        texts = tuple(cell.text if cell is not None else "" for cell in row)
        return RowReading(head=Head(columns=tuple(columns), labels=texts))
    hits = [_cell_label(cell) for cell in row]
    if _is_head(row, hits):
        texts = tuple(cell.text if cell is not None else "" for cell in row)
        return RowReading(head=Head(columns=tuple(hits), labels=texts))
    if len(filled) == 1 and not (head and len([hit for hit in head.columns if hit]) == 1):
        return RowReading(head=head, running=tuple(filled))
    is_below = len(filled) == 2 < len(row) and row[0] is filled[0] and row[1] is filled[1]
    compares = head is not None and _is_comparison(head) and not (is_below and _is_key_value(row, hits))
    if head is not None and (compares or not _is_key_value(row, hits)):
        return _under_head(row, head)
    return _key_values(row, hits, head)


def _is_comparison(head: Head) -> bool:
    """Say whether the columns hold what was and what is: each row is about the label it begins with."""
    return {Meaning.OLD, Meaning.NEW} <= {hit.meaning for hit in head.columns if hit}


def _subject(cell: Piece, head: Head) -> Hit | None:
    """Return what a cell in a column of any name says that a row with an old and a new value is about, or None."""
    is_label = _is_comparison(head) and _cell_label(cell) is not None
    return Hit(start=0, value_start=0, label="更正事项", meaning=Meaning.CHANGE) if is_label else None


def _cell_label(cell: Piece | None) -> Hit | None:
    if cell is None or not 0 < cell.end - cell.start <= _LONGEST_LABEL:
        return None
    return read_label(" ".join(cell.flat.split("\n")))


def _is_head(row: Sequence[Piece | None], hits: Sequence[Hit | None]) -> bool:
    """Say whether a row is the head of a table: nothing but labels, at least two of them known."""
    known = sum(hit is not None for hit in hits)
    filled = [(at, cell) for at, cell in enumerate(row) if cell is not None and cell.end > cell.start]
    unknown = [cell for at, cell in filled if hits[at] is None]
    in_turn = all((hits[at] is not None) == (count % 2 == 0) for count, (at, _cell) in enumerate(filled))
    if known < 2 or len(unknown) > known or (len(unknown) == known and in_turn):
        return False
    if not all(_WORDLIKE.fullmatch(squeeze(cell.flat)) and not _is_value(cell) for cell in unknown):
        return False
    empty = [at for at, cell in enumerate(row) if cell is not None and cell.end == cell.start]
    return not (empty and all(at + 1 in empty for at, _cell in filled if hits[at] is not None))


def _is_value(cell: Piece) -> bool:
    is_name = looks_like_organisation if has_han(cell.flat) else has_company
    return bool(_VALUELIKE.search(cell.flat)) or is_name(cell.text)


def _is_key_value(row: Sequence[Piece | None], hits: Sequence[Hit | None]) -> bool:
    """Say whether a row under a head goes its own way: it begins with a label, and a value follows."""
    first = next((at for at, cell in enumerate(row) if cell is not None and cell.end > cell.start), None)
    if first is None:
        return False
    hit = hits[first]
    return hit is not None and hit.meaning not in {Meaning.NAME, Meaning.ITEM_NAME, Meaning.LOT, Meaning.OTHER}


def _under_head(row: Sequence[Piece | None], head: Head) -> RowReading:
    pairs = tuple(
        Pair(hit=hit, value=cell, label_text=label)
        for column, cell, label in zip(head.columns, row, head.labels, strict=False)
        if cell is not None and (hit := column or verdict_of(cell) or _subject(cell, head)) is not None
    )
    return RowReading(head=head, groups=(pairs,))


def _key_values(row: Sequence[Piece | None], hits: Sequence[Hit | None], head: Head | None) -> RowReading:
    """Read label, value, label, value …; several values beside one label belong to several columns."""
    groups: dict[int, list[Pair]] = {}
    running: list[Piece] = []
    label: Hit | None = None
    label_text = ""
    column = 0
    for cell, hit in zip(row, hits, strict=True):
        if cell is None:
            continue
        if hit is not None:
            label, label_text, column = hit, cell.flat, 0
        elif cell.end == cell.start:
            column += label is not None
            continue
        elif label is None:
            if not groups and _WORDLIKE.fullmatch(squeeze(cell.flat)) and not _is_value(cell) and cell is not row[-1]:
                label, label_text, column = Hit(start=0, value_start=0), cell.flat, 0
            else:
                running.append(cell)
        else:
            groups.setdefault(column, []).append(Pair(hit=label, value=cell, label_text=label_text))
            column += 1
    return RowReading(
        head=head, groups=tuple(map(tuple, groups.values())), running=tuple(running), columns=tuple(groups)
    )
