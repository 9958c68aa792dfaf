"""Folds long texts: the same as folding character by character, in a dozen passes over arrays of code points."""

from __future__ import annotations

import re
from array import array
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.uint16]
    Flags = NDArray[np.uint8]
    Places = NDArray[np.intp]

_RUN, _JOINED, _NEWLINE, _TABULATOR, _BLANK, _LONG_WAY = 1, 2, 4, 8, 16, 32
"""What a character is: of a run of blanks; of a script without blanks; `_LONG_WAY` = it does not fit these tables."""
_PLANE = 0x10000
_POINTS = "utf-16-le"


class LongFolded(NamedTuple):
    """A folded text, and for each of its characters the one of the original that it stands for."""

    text: str
    offsets: Sequence[int]
    ends: Sequence[int]


class LongFolding:
    """Tables for the characters of the basic plane.

    Args:
        table: What each code point folds to.
        joined: Matches one character of a script that sets no blanks between words, as written.
        marks: Soft hyphen, and the character that stands for those without width.
    """

    def __init__(self, table: Mapping[int, str], joined: re.Pattern[str], marks: tuple[str, str]) -> None:
        import numpy as np

        points = np.arange(_PLANE, dtype=np.uint16)
        flags = np.zeros(_PLANE, dtype=np.uint8)
        kinds = {"\n": _RUN | _NEWLINE | _BLANK, "\t": _RUN | _TABULATOR | _BLANK, " ": _RUN | _BLANK}
        kinds.update(dict.fromkeys(marks, _RUN))
        self._soft_hyphen = ord(marks[0])
        for point, folded in table.items():
            if point >= _PLANE:
                continue
            if len(folded) != 1 or ord(folded) >= _PLANE:
                flags[point] = _LONG_WAY
            else:
                points[point] = ord(folded)
        for folded, kind in kinds.items():
            flags[points == ord(folded)] |= kind
        plane = "".join(map(chr, range(_PLANE)))
        flags[[found.start() for found in joined.finditer(plane)]] |= _JOINED
        self._points, self._flags = points, flags

    def flatten(self, text: str) -> str | None:
        """Return the text with each character folded by itself; None if it has to be folded the long way."""
        read = self._read(text)
        return None if read is None else self._points[read[0]].tobytes().decode(_POINTS)

    def fold(self, text: str) -> LongFolded | None:
        """Return the text folded; None if it has to be folded the long way."""
        import numpy as np

        found = self._fold(text)
        if found is None:
            return None
        folded, keep = found
        if keep.all():
            return LongFolded(folded.tobytes().decode(_POINTS), range(len(text)), range(1, len(text) + 1))
        kept = np.flatnonzero(keep).astype(np.uint32)
        return LongFolded(folded[keep].tobytes().decode(_POINTS), _array(kept), _array(kept + np.uint32(1)))

    def fold_text(self, text: str) -> str | None:
        """Return what `fold` does without the way back, in half the time."""
        found = self._fold(text)
        return None if found is None else found[0][found[1]].tobytes().decode(_POINTS)

    def _fold(self, text: str) -> tuple[Points, NDArray[np.bool_]] | None:
        """Return each character of the text as it folds, and which of them stay."""
        import numpy as np

        read = self._read(text)
        if read is None:
            return None
        codes, flags = read
        folded = self._points[codes]
        in_runs = np.flatnonzero(flags & _RUN)
        keep = np.ones(len(codes), dtype=np.bool_)
        if len(in_runs):
            self._fold_runs(in_runs, flags, folded, keep)
        return folded, keep

    def _read(self, text: str) -> tuple[Points, Flags] | None:
        import numpy as np

        try:
            content = text.encode(_POINTS)
        except UnicodeEncodeError:
            return None
        if len(content) != 2 * len(text):
            return None
        codes = np.frombuffer(content, dtype=np.dtype("<u2"))
        flags = self._flags[codes]
        return None if (flags & _LONG_WAY).any() else (codes, flags)

    def _fold_runs(self, places: Places, flags: Flags, folded: Points, keep: NDArray[np.bool_]) -> None:
        """Put into `folded` what each run of blanks folds to, at its beginning, and clear the rest in `keep`."""
        import numpy as np

        borders = np.flatnonzero(places[1:] != places[:-1] + 1)
        numbers = np.concatenate(([0], borders + 1))
        starts = places[numbers]
        ends = np.concatenate((places[borders], places[-1:])) + 1
        kinds = flags[places]
        with_tabulator = np.bitwise_or.reduceat(kinds, numbers) & (_TABULATOR | _BLANK)
        lines = np.add.reduceat((kinds & _NEWLINE) >> 2, numbers, dtype=np.intp)
        padded = np.concatenate((np.zeros(1, dtype=np.uint8), flags, np.zeros(1, dtype=np.uint8)))
        joined = (padded[starts] & padded[ends + 1] & _JOINED) != 0
        tabbed = (with_tabulator & _TABULATOR) != 0
        doubled = ~tabbed & (lines > 1)
        nothing = ~tabbed & ~doubled & (joined | ((lines == 1) & (folded[starts] == self._soft_hyphen)))
        nothing |= with_tabulator == 0
        keep[places] = False
        keep[starts[~nothing]] = True
        folded[starts] = np.where(tabbed, ord("\t"), np.where(doubled, ord("\n"), ord(" ")))
        second = starts[doubled] + 1
        keep[second] = True
        folded[second] = ord("\n")


def _array(numbers: NDArray[np.uint32]) -> Sequence[int]:
    plain = array("I")
    plain.frombytes(numbers.tobytes())
    return plain
