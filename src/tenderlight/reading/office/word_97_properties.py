"""How characters and paragraphs of a Word 97 file are set: its lists of changes to properties, as far as text needs.

Format: MS-DOC 2.2.5 and 2.6, https://learn.microsoft.com/openspecs/office_file_formats/ms-doc
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

_OPERAND_BYTES = (1, 1, 2, 4, 2, 2, 0, 3)
"""By the three highest bits of the change; 0 = the operand says so itself."""
_IS_DELETED, _IS_INSERTED, _IS_HIDDEN, _SYMBOL = 0x0800, 0x0801, 0x083C, 0x6A09
_IN_TABLE, _ENDS_ROW, _DEPTH, _ENDS_INNER_CELL, _ENDS_INNER_ROW = 0x2416, 0x2417, 0x6649, 0x244B, 0x244C
_IS_HEADER = 0x3404
_MORE_ELSEWHERE = frozenset({0x6645, 0x6646})
_CELLS, _MERGED_ACROSS, _MERGED_DOWN = 0xD608, 0x5624, 0xD62B
_TABS = 0xC615
_SHORT_FORMS = {0x41: _IS_DELETED, 0x42: _IS_INSERTED, 0x5C: _IS_HIDDEN}
"""Changes that a piece of text may carry in two bytes (MS-DOC 2.9.214)."""
_CELL_BYTES = 20
_DEEPEST = 64


class CharacterLook(NamedTuple):
    """What matters of a run of characters."""

    is_deleted: bool = False
    is_inserted: bool = False
    is_hidden: bool = False
    symbol: tuple[int, int] | None = None
    """Number of the font, and of the sign in it, that the run stands for."""


class RowShape(NamedTuple):
    """The cells of a table row: where they begin and end, and which of them continue another."""

    edges: tuple[int, ...]
    """Left edge of each cell and right edge of the last, in twentieths of a point."""
    continues_left: frozenset[int]
    starts_down: frozenset[int]
    continues_above: frozenset[int]


class ParagraphLook(NamedTuple):
    """What matters of a paragraph."""

    depth: int = 0
    """Tables it lies in."""
    ends_row: bool = False
    ends_inner_cell: bool = False
    row: RowShape | None = None
    is_header: bool = False
    """Whether the row it ends is a head of its table."""


PLAIN = CharacterLook()
PLAIN_PARAGRAPH = ParagraphLook()


def changes(listed: bytes) -> Iterator[tuple[int, bytes]]:
    """Yield the changes of a list, each with its operand, as far as the list makes sense."""
    at = 0
    while at + 2 < len(listed):
        change = int.from_bytes(listed[at : at + 2], "little")
        at += 2
        size = _OPERAND_BYTES[change >> 13]
        if not size:
            if change == _CELLS:
                size = int.from_bytes(listed[at : at + 2], "little") - 1
                at += 2
            else:
                size = listed[at]
                at += 1
                if change == _TABS and size == 255:
                    return
        if size < 0 or at + size > len(listed):
            return
        yield change, listed[at : at + size]
        at += size


@lru_cache(maxsize=4096)
def character_look(listed: bytes) -> CharacterLook:
    """Read the changes of a run of characters."""
    look = PLAIN
    for change, operand in changes(listed):
        look = _changed(look, change, operand)
    return look


def short_look(look: CharacterLook, modifier: int, lists: list[bytes]) -> CharacterLook:
    """Add to a look what a piece of text says of all its characters.

    Args:
        look: Of a run in the piece.
        modifier: The piece's two bytes.
        lists: Lists of changes that pieces refer to by number.
    """
    if modifier & 1:
        number = modifier >> 1
        for change, operand in changes(lists[number]) if number < len(lists) else ():
            look = _changed(look, change, operand)
        return look
    change = _SHORT_FORMS.get(modifier >> 1 & 0x7F, 0)
    return _changed(look, change, bytes([modifier >> 8]))


def _changed(look: CharacterLook, change: int, operand: bytes) -> CharacterLook:
    is_on = operand[:1] in {b"\x01", b"\x81"}
    if change == _IS_DELETED:
        return look._replace(is_deleted=is_on)
    if change == _IS_INSERTED:
        return look._replace(is_inserted=is_on)
    if change == _IS_HIDDEN:
        return look._replace(is_hidden=is_on)
    if change == _SYMBOL:
        return look._replace(symbol=(_number(operand[:2]), _number(operand[2:])))
    return look


def paragraph_look(listed: bytes, elsewhere: bytes) -> ParagraphLook:
    """Read the changes of a paragraph.

    Args:
        listed: Its list.
        elsewhere: The stream that long lists lie in.
    """
    is_in_table = ends_row = ends_inner_cell = is_header = False
    depth = 0
    row = None
    for change, operand in _all_changes(listed, elsewhere):
        is_on = operand[:1] == b"\x01"
        if change == _IN_TABLE:
            is_in_table = is_on
        elif change in {_ENDS_ROW, _ENDS_INNER_ROW}:
            ends_row = ends_row or is_on
        elif change == _ENDS_INNER_CELL:
            ends_inner_cell = is_on
        elif change == _IS_HEADER:
            is_header = is_on
        elif change == _DEPTH:
            depth = _number(operand)
        else:
            row = _shaped(row, change, operand)
    depth = min(max(depth, int(is_in_table)), _DEEPEST) if is_in_table else 0
    return ParagraphLook(depth=depth, ends_row=ends_row, ends_inner_cell=ends_inner_cell, row=row, is_header=is_header)


def _all_changes(listed: bytes, elsewhere: bytes) -> Iterator[tuple[int, bytes]]:
    for change, operand in changes(listed):
        if change not in _MORE_ELSEWHERE:
            yield change, operand
            continue
        at = _number(operand)
        size = _number(elsewhere[at : at + 2])
        yield from changes(elsewhere[at + 2 : at + 2 + size])


def _shaped(row: RowShape | None, change: int, operand: bytes) -> RowShape | None:
    if change == _CELLS:
        return _row_shape(operand)
    if row is None:
        return None
    if change == _MERGED_ACROSS and len(operand) == 2:
        return row._replace(continues_left=row.continues_left | {*range(operand[0] + 1, operand[1])})
    if change == _MERGED_DOWN and len(operand) == 2:
        cell, how = operand
        starts, continues = row.starts_down - {cell}, row.continues_above - {cell}
        return row._replace(
            starts_down=starts | {cell} if how == 3 else starts,
            continues_above=continues | {cell} if how == 1 else continues,
        )
    return row


def _row_shape(operand: bytes) -> RowShape | None:
    count = operand[0] if operand else 0
    cells = operand[1 + 2 * (count + 1) :]
    if not count or len(operand) < 1 + 2 * (count + 1):
        return None
    edges = [int.from_bytes(operand[at : at + 2], "little", signed=True) for at in range(1, 3 + 2 * count, 2)]
    flags = [_number(cells[at : at + 2]) for at in range(0, min(len(cells), count * _CELL_BYTES), _CELL_BYTES)]
    return RowShape(
        edges=tuple(edges),
        continues_left=frozenset(at for at, flag in enumerate(flags) if flag & 2),
        starts_down=frozenset(at for at, flag in enumerate(flags) if flag & 0x60 == 0x60),
        continues_above=frozenset(at for at, flag in enumerate(flags) if flag & 0x60 == 0x20),
    )


def _number(content: bytes) -> int:
    return int.from_bytes(content, "little")
