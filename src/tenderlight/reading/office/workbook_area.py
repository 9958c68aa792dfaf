"""How many cells a sheet of an XLSX workbook may have, told from the bytes of its XML before anything believes them.

The engine keeps every cell between the first and the last in memory, and takes the place of each from its reference, as
"AB12", whatever the row around it or the head of the sheet says. A reference stands behind a quotation mark. So what
looks like one behind any such mark is held against limits here, first by how many letters and digits it has.
"""

from __future__ import annotations

import re
import string
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

MOST_CELLS = 10_000_000
"""Cells between the first and the last of a sheet, empty ones included."""


class _Bound(NamedTuple):
    """A rectangle that the cells of a sheet may keep within."""

    letters: int
    digits: int
    """Of a reference, at most."""
    last_letter: str
    """The last one that a reference with so many letters may begin with; "Z" for any."""
    cells: int
    """Within the rectangle; no more than `MOST_CELLS`."""


_BOUNDS = (
    _Bound(2, 4, "Z", 702 * 9_999),
    _Bound(2, 5, "B", 78 * 99_999),
    _Bound(3, 2, "Z", 18_278 * 99),
)
_BLOCK_BYTES = 64 * 1024
"""Looked at together."""
_PAST = 32
"""Bytes behind a block that are looked at for what begins in it."""
_FEW_BYTES = 4096
_KINDS = bytes(
    ord("0") if chr(sign) in string.digits else ord("A") if chr(sign) in string.ascii_letters else ord('"')
    if chr(sign) in "\"'" else ord(" ")
    for sign in range(256)
)  # fmt: skip
"""What stands for each sign: 0 for digits, A for letters, one quotation mark for both."""
_LONG_KINDS = (b'"00000', b'"A00000', b'"AA00000', b"AAA0")
_PLACE = re.compile(rb"[\s\"']r\s*=\s*[\"']([A-Za-z]*)(\d+)[\"']")
_CELL = re.compile(rb"<(?:\w+:)?c[\s/>]")
_ROW = re.compile(rb"<(?:\w+:)?row[\s/>]")
_MOST_SIGNS = 10
"""Of a number or of letters that count; what is longer is too much in any case."""


def area_of(content: bytes) -> int:
    """Count the cells between the first and the last of a sheet, or more, if those are still few enough."""
    return next((bound.cells for bound in _BOUNDS if not _goes_past(content, bound)), 0) or _exact_area(content)


def areas_of(contents: Sequence[bytes]) -> list[int]:
    """Count as `area_of` does for each of several sheets; small ones are looked at together."""
    if sum(map(len, contents)) <= _BLOCK_BYTES:
        together = b" ".join(contents)
        if _is_plainly_small(together) or not _goes_past(together, _BOUNDS[0]):
            return [_BOUNDS[0].cells] * len(contents)
    return [area_of(content) for content in contents]


def _is_plainly_small(content: bytes) -> bool:
    """Whether a few bytes keep within the first bound, told without the numbers that more of them are turned into."""
    if len(content) > _FEW_BYTES:
        return False
    kinds = content.translate(_KINDS)
    return all(kinds.find(long) < 0 for long in _LONG_KINDS)


def _goes_past(content: bytes, bound: _Bound) -> bool:
    """Whether what looks like a reference may name a cell or a row beyond a bound."""
    import numpy as np

    def bits(signs: NDArray[np.bool_]) -> int:
        """Return a number with a bit for each sign, the lowest for the first."""
        return int.from_bytes(np.packbits(signs, bitorder="little").tobytes(), "little")

    for at in range(0, len(content), _BLOCK_BYTES):
        block = content[at : at + _BLOCK_BYTES + _PAST]
        signs = np.frombuffer(block, np.uint8)
        letters = (signs | 0x20) - ord("a")
        letter, digit, late = bits(letters < 26), bits((signs ^ ord("0")) < 10), 0
        if bound.last_letter != "Z":
            late = letter & bits(letters > ord(bound.last_letter) - ord("A"))
        if at + len(block) < len(content):
            digit |= 1 << len(block)  # what goes on there is taken for a reference
        begun = signs[:_BLOCK_BYTES]
        quote = bits(begun == ord('"'))
        if block.find(b"'") >= 0:
            quote |= bits(begun == ord("'"))
        if _is_past(quote, letter, digit, late, bound):
            return True
    return False


def _is_past(quote: int, letter: int, digit: int, late: int, bound: _Bound) -> bool:
    """Whether a reference goes past a bound, by numbers that have a bit for each sign of a kind.

    One is added to a run of letters where it begins: what is carried ends up in the sign behind the run.
    """
    behind = quote << 1
    words = behind & letter
    numbers = (behind | letter + words) & digit
    for digits in range(1, bound.digits + 1):
        numbers &= digit >> digits
    if numbers:
        return True
    if late & words & letter >> 1 & digit >> 2:
        return True
    for letters in range(1, bound.letters + 1):
        words &= letter >> letters
    return letter + words & digit != 0


def _exact_area(content: bytes) -> int:
    """Count the cells between the first and the last that references name.

    A cell without one is behind the one before it, in the row that its row names or the one below the row before. Where
    there are such cells, as many columns and rows count more.
    """
    places = _PLACE.findall(content)
    columns = [_column_number(letters) for letters in {letters.upper() for letters, _ in places if letters}]
    rows = [_number(digits) for digits in {digits for letters, digits in places if letters}]
    more_columns = max(len(_CELL.findall(content)) - sum(bool(letters) for letters, _ in places), 0)
    more_rows = 0
    if more_columns:
        numbers = [digits for letters, digits in places if not letters]
        rows += map(_number, set(numbers))
        more_rows = max(len(_ROW.findall(content)) - len(numbers), 0)
    return (_extent(rows) + more_rows) * (_extent(columns) + more_columns)


def _extent(numbers: list[int]) -> int:
    return max(numbers) - min(numbers) + 1 if numbers else 0


def _number(digits: bytes) -> int:
    return int(digits.lstrip(b"0")[:_MOST_SIGNS] or b"0")


def _column_number(letters: bytes) -> int:
    number = 0
    for letter in letters[:_MOST_SIGNS]:
        number = number * 26 + letter - 64
    return number


def column_letters(index: int) -> str:
    """The letters of a spreadsheet's column, counted from 0: A, B, ... Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters
