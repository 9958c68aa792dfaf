"""Tables that lost their rules: the cells of the head, then those of the rows, one a line."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from tenderlight.facts.labels.hits import Hit
from tenderlight.facts.labels.in_lines import find_labels, read_label
from tenderlight.facts.names.in_values import looks_like_organisation
from tenderlight.facts.names.losers import begins_losers
from tenderlight.facts.pages.layout import Piece
from tenderlight.facts.tables.aligned_rows import aligned, doubtful, is_thing
from tenderlight.facts.tables.grids import Pair
from tenderlight.facts.tables.heads import heads_of
from tenderlight.facts.tables.verdict_cells import verdict_of
from tenderlight.facts.words.lot_keys import OF_THE_WHOLE
from tenderlight.facts.words.vocabulary import AMOUNTS, Meaning, mark_pattern
from tenderlight.languages.money import find_amounts, find_percents
from tenderlight.languages.scripts import HAN_CLASS, has_han

_LONGEST_LABEL = 40
_LONGEST_NUMBER = 6
_LONGEST_LOT = 14
_MOST_LINES = 600
_VOID = mark_pattern("void")
_WORD = re.compile(r"(?:[^\s()]|\([^()\n]{0,60}\)){1,200}|\S+")
"""A column; a blank in brackets sets none apart."""
_WIDE = re.compile(r"\S+(?: \S+)*")
"""Columns set apart by two blanks or more."""
_UNKNOWN_HEAD = re.compile(rf"[{HAN_CLASS}/、()a-z]{{2,12}}")
_MOST_COLUMNS = 16
_FEWEST_SPACED = 3
_PARTY_COLUMNS = frozenset(
    {Meaning.SUPPLIER, Meaning.PARTY, Meaning.CANDIDATE, Meaning.BUYER, Meaning.LOSER, Meaning.AGENCY}
)
_NEEDED = _PARTY_COLUMNS | {Meaning.AWARD_AMOUNT, Meaning.CONTRACT_AMOUNT, Meaning.BUDGET, Meaning.CEILING}
_INDEXED = re.compile(r"\s{0,4}[a-z]?\d{1,3}(?:-\d{1,3})?[.、]?\s")
"""The number of a row, before its other cells."""
_FURTHER = re.compile(
    r"(?![^\n]{0,100}(?:落选|落标|未中标|未成交|未入围|未获|废标|流标|淘汰|否决|无效投标|其他(?:供应商|投标)|备选))"
    r"\s{0,4}(?:第?[一二三四五六七八九十\d]{1,3}(?:采购包|合同包|分包|标段|标项|包|标)|"
    r"(?:采购包|合同包|分包|标段|标项|包组|品目|包)\s?[(]?[一二三四五六七八九十\da-z]{1,3}[)]?)(?:[^;。\d]|\d(?!\d{4})){0,80}$"
)
"""The heading of the goods of one more lot, and not of those whom nobody bought from."""
_THINGS = frozenset({Meaning.ITEM_NAME, Meaning.NAME})
DESCRIPTIONS = frozenset(
    {
        "description",
        "descripción",
        "descrição",
        "désignation",
        "beschreibung",
        "descrizione",
        "opis",
        "описание",
        "опис",
        "说明",
        "描述",
        "货品说明",
        "物品说明",
        "项目说明",
    }
)
"""Heads of the column that names the goods where another counts them."""
_COUNTS = frozenset({Meaning.ITEM_QUANTITY, Meaning.ITEM_MODEL, Meaning.ITEM_BRAND})
_REMARKS = frozenset({None, Meaning.OTHER, Meaning.LOSER})
_RANK = re.compile(r"第?\s*(?:\d{1,2}|[一二三四五六七八九十]{1,2})\s*(?:名|(?:中标|成交|中选)?候选(?:人|供应商))?")
_QUANTITY = re.compile(r"[ol]?\d[\d,ol]*(?:\.\d+)?\s*[^\d\s]{0,6}|[/—-]|[一二三四五六七八九十百]+[^\d\s]?")
_MONEY_COLUMNS = AMOUNTS - {Meaning.AMOUNT_WORDS, Meaning.AMOUNT_DIGITS}
_TYPED = _PARTY_COLUMNS | _MONEY_COLUMNS | {Meaning.ITEM_QUANTITY}
"""Columns whose cells prove that they stand in them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Rows found in a run of lines, and how many lines they took."""

    rows: tuple[tuple[Pair, ...], ...]
    length: int
    heads: tuple[Hit, ...] = ()
    """Of a table whose columns blanks set apart."""


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
        rows.append(_with_verdicts(row))
    if not rows:
        return None
    return Run(rows=tuple(rows), length=width + min(len(values), width * len(rows)))


def read_spaced(lines: Sequence[Piece], at: int) -> Run | None:
    """Read a table whose columns are set apart by blanks, beginning with its head at `lines[at]`.

    Rows are read as long as they have a word for each label of the head (a last column of remarks may have several or
    none) and names, money and quantities stand in their columns. Columns with a head that is not in the
    vocabulary are passed over.
    """
    for split in (_WIDE, _WORD):
        heads = _spaced_heads(_joined(_split(lines[at], split)))
        if heads is None:
            continue
        rows: list[tuple[Pair, ...]] = []
        for line in lines[at + 1 : at + _MOST_LINES]:
            if begins_losers(line.flat):
                break
            row = _spaced_row(line, heads, split)
            if (row is None or not all(map(_fits, row))) and split is _WIDE:
                row = _row_under(line, lines[at], heads)
            row = row if row is not None and all(map(_fits, row)) else _void_row(line, heads)
            row = row or (_aligned_row(line, heads) if split is _WORD else None)
            if (
                row is not None
                and heads[0].meaning is Meaning.LOT
                and OF_THE_WHOLE.fullmatch(row[0].value.flat.strip(" :"))
            ):
                break
            if row is None:
                break
            rows.append(_with_verdicts(_certain(row) if split is _WORD else row))
        if rows:
            return Run(rows=tuple(rows), length=1 + len(rows), heads=tuple(heads))
    return None


def read_on(lines: Sequence[Piece], at: int, heads: Sequence[Hit]) -> Run | None:
    """Read rows of a Chinese table of goods that goes on behind the heading of a further lot, without its head.

    Args:
        lines: The lines of a page.
        at: Which of them the first row is, right below the heading.
        heads: What the heads of the latest such table mean; () if there is none.
    """
    if not heads or at == 0 or not _INDEXED.match(lines[at].flat) or not _FURTHER.match(lines[at - 1].flat):
        return None
    rows: list[tuple[Pair, ...]] = []
    for line in lines[at : at + _MOST_LINES]:
        row = _aligned_row(line, heads) if _INDEXED.match(line.flat) else None
        if row is None:
            break
        rows.append(_certain(row))
    return Run(rows=tuple(rows), length=len(rows), heads=tuple(heads)) if rows else None


def _aligned_row(line: Piece, heads: Sequence[Hit]) -> tuple[Pair, ...] | None:
    """Return the cells of a row under their heads where cells hold blanks or are empty, told by their kinds."""
    cells = aligned(_split(line, _WORD), heads) if has_han(line.flat) else None
    if cells is None:
        return None
    row = tuple(Pair(hit=hit, value=cell) for hit, cell in zip(heads, cells, strict=True) if cell is not None)
    return row if all(map(_fits, row)) else None


def _certain(row: tuple[Pair, ...]) -> tuple[Pair, ...]:
    """Return a Chinese row of goods without the cells in which another thing stands than their heads say."""
    left_out = doubtful([pair.hit for pair in row], [pair.value for pair in row])
    kept: list[Pair] = []
    for pair in row:
        last = kept[-1] if kept and pair.hit.meaning is Meaning.ITEM_BRAND else None
        if pair.hit.meaning not in left_out:
            kept.append(pair)
        elif last is not None and last.hit.meaning in _THINGS and is_thing(pair.value.text):
            kept[-1] = replace(last, value=replace(last.value, end=pair.value.end))
    return tuple(kept)


def _joined(words: Sequence[Piece]) -> list[Piece]:
    """Join the words of a head whose letters are set apart: 地 址 is one column."""
    joined: list[Piece] = []
    for word in words:
        if joined and len(word.flat) == 1 == len(joined[-1].flat) and has_han(word.flat + joined[-1].flat):
            both = Piece(sheet=word.sheet, start=joined[-1].start, end=word.end)
            if read_label(both.flat) is not None:
                joined[-1] = both
                continue
        joined.append(word)
    return joined


def _with_verdicts(row: Sequence[Pair]) -> tuple[Pair, ...]:
    """Return a row, with what cells under heads of no known meaning say of who won."""
    verdicts = [verdict_of(pair.value) if pair.hit.meaning is None else None for pair in row]
    return tuple(replace(pair, hit=hit) if hit else pair for pair, hit in zip(row, verdicts, strict=True))


def _spaced_heads(words: Sequence[Piece]) -> list[Hit] | None:
    if not _FEWEST_SPACED <= len(words) <= _MOST_COLUMNS:
        return None
    if len({word.flat.endswith(":") for word in words}) > 1:  # "Supplier: Kestrel Data Ltd" is a pair, and no head
        return None
    western = heads_of(words)
    if western is not None:
        return _goods_or_bids([head or Hit(start=0, value_start=0) for head in western])
    heads = []
    for word in words:
        head = read_label(word.flat)
        if head is None and not _UNKNOWN_HEAD.fullmatch(word.flat):
            return None
        heads.append(head or Hit(start=0, value_start=0))
    known = sum(head.meaning is not None for head in heads)
    if 2 * known <= len(heads) and not any(has_han(word.flat) for word in words):
        return None  # "LAKE PORTS SECURITY AUTHORITY" is the name of an office
    return _goods_or_bids(heads)


def _goods_or_bids(heads: list[Hit]) -> list[Hit] | None:
    """Return the head of a table if it is one of goods, parties, money or changes."""
    kinds = {head.meaning for head in heads if head.meaning is not None}
    if 2 * len([head for head in heads if head.meaning is not None]) < len(heads):
        return None
    named = bool(kinds & _THINGS) or any(head.label in DESCRIPTIONS for head in heads)
    is_list = named and bool(kinds & _COUNTS)
    return heads if kinds & _NEEDED or is_list or {Meaning.OLD, Meaning.NEW} <= kinds else None


def _spaced_row(line: Piece, heads: Sequence[Hit], split: re.Pattern[str]) -> tuple[Pair, ...] | None:
    """Return the cells of a row under their heads, or None if there are too few or too many."""
    for pattern in dict.fromkeys((split, _WORD)):
        words = _split(line, pattern)
        if len(words) == len(heads) - 1 and heads[-1].meaning in _REMARKS:
            return tuple(Pair(hit=head, value=cell) for head, cell in zip(heads, words, strict=False))
        is_list = heads[-1].meaning is Meaning.ITEM_NAME and not _COUNTS & {head.meaning for head in heads}
        if len(words) > len(heads) and (heads[-1].meaning in _REMARKS or is_list):
            last = Piece(sheet=line.sheet, start=words[len(heads) - 1].start, end=words[-1].end)
            words = [*words[: len(heads) - 1], last]
        if len(words) == len(heads):
            return tuple(Pair(hit=head, value=cell) for head, cell in zip(heads, words, strict=True))
        typed = [at for at, head in enumerate(heads) if head.meaning in _TYPED]
        if split is _WIDE and pattern is _WIDE and len(words) > len(heads) and typed and typed[-1] < len(heads) - 1:
            return tuple(Pair(hit=heads[at], value=words[at]) for at in range(typed[-1] + 1))
    return None


def _row_under(line: Piece, head: Piece, heads: Sequence[Hit]) -> tuple[Pair, ...] | None:
    """Return the cells of a row that stand right under the words of the head, or None.

    One blank parts two cells where the head of a column begins right behind it; a cell that is empty leaves out its
    column only.
    """
    tops = _split(head, _WIDE)
    starts = {_column_of(top) for top in tops}
    cells: list[Piece] = []
    for word in _split(line, _WIDE):
        first = _column_of(word)
        inner = [at - first for at in sorted(starts) if first < at < first + len(word.flat)]
        cuts = [0, *(at for at in inner if word.flat[at - 1] == " "), len(word.flat)]
        cells += [word.part(left, right).stripped() for left, right in pairwise(cuts)]
    if len(tops) != len(heads) or 2 * len(cells) < len(heads) or len(cells) > len(heads):
        return None
    if len(cells) == len(heads):
        return tuple(Pair(hit=hit, value=cell) for hit, cell in zip(heads, cells, strict=True))
    placed = [[at for at, top in enumerate(tops) if _overlap(top, cell)] for cell in cells]
    columns = [found[0] for found in placed if len(found) == 1]
    if len(columns) != len(cells) or columns != sorted(set(columns)) or columns[0] != 0:
        return None
    return tuple(Pair(hit=heads[at], value=cell) for at, cell in zip(columns, cells, strict=True))


def _column_of(piece: Piece) -> int:
    """Return how many signs stand before a piece on its line."""
    return piece.start - piece.sheet.flat.rfind("\n", 0, piece.start) - 1


def _overlap(top: Piece, cell: Piece) -> bool:
    first, start = _column_of(top), _column_of(cell)
    return first < start + len(cell.flat) and start < first + len(top.flat)


def _void_row(line: Piece, heads: Sequence[Hit]) -> tuple[Pair, ...] | None:
    """Return the row of a lot that ended without a winner: its number, and what says so in the place of all else."""
    wide = _split(line, _WIDE)
    cells = wide if len(wide) > 1 else _split(line, _WORD)
    longest = _LONGEST_LOT if len(wide) > 1 else _LONGEST_NUMBER
    is_numbered = heads[0].meaning is Meaning.LOT or heads[0].label == "项次"
    if not is_numbered or len(cells) < 2 or len(cells[0].flat) > longest:
        return None
    rest = Piece(sheet=line.sheet, start=cells[1].start, end=cells[-1].end)
    if len(wide) > 1 and not has_han(line.flat):
        rest = next((cell for cell in cells[1:] if _VOID.search(cell.flat)), rest)
    state = Hit(start=0, value_start=0, label="状态" if has_han(line.flat) else "status", meaning=Meaning.STATUS)
    is_void = len(rest.flat) <= _LONGEST_LABEL and _VOID.search(rest.flat) is not None
    return (Pair(hit=heads[0], value=cells[0]), Pair(hit=state, value=rest)) if is_void else None


def _split(line: Piece, words: re.Pattern[str]) -> list[Piece]:
    return [line.part(*match.span()) for match in words.finditer(line.flat)]


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
    if pair.hit.meaning is Meaning.CANDIDATE and pair.value.flat.strip() in {"/", "-", "—", "无"}:
        return True
    if pair.hit.meaning is Meaning.CANDIDATE and _RANK.fullmatch(pair.value.flat.strip()):
        return True
    if pair.hit.meaning in _PARTY_COLUMNS:
        return looks_like_organisation(pair.value.text)
    if pair.hit.meaning is Meaning.ITEM_QUANTITY:
        return _QUANTITY.fullmatch(pair.value.flat.strip()) is not None
    if pair.hit.meaning in _MONEY_COLUMNS:
        text = pair.value.text
        return bool(
            find_amounts(text, unit=pair.hit.unit, decimal_mark=".") or find_percents(text)
        ) or text.strip() in {
            "/",
            "-",
            "—",
            "无",
        }
    return True
