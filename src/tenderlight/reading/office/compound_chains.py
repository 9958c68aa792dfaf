"""Whether the chains of sectors in an OLE compound file end: an engine that follows one in a circle never comes back.

Format: MS-CFB, https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb
"""

from __future__ import annotations

import struct
import sys
from array import array

SIGNATURE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
SMALLEST_SECTOR = 512
_SHIFT_AT, _SMALL_FAT_AT, _FAT_LIST_AT, _FAT_SECTORS_AT = 30, 60, 68, 76
_SHIFTS = (9, 12)
_IN_HEADER = 109
_LAST_SECTOR = 0xFFFFFFFA


def has_endless_chain(content: bytes) -> bool:
    """Say whether a chain of sectors of a compound file comes back to itself; damage of other kinds is none."""
    if not content.startswith(SIGNATURE) or len(content) < SMALLEST_SECTOR:
        return False
    shift = struct.unpack_from("<H", content, _SHIFT_AT)[0]
    if shift not in _SHIFTS:
        return False
    sectors = _Sectors(content, 1 << shift)
    places = sectors.table_places()
    if places is None:
        return True
    table = array("I")
    for place in places:
        table.extend(sectors.numbers(place))
    if _goes_in_a_circle(table, sectors.count):
        return True
    small = array("I")
    place = struct.unpack_from("<I", content, _SMALL_FAT_AT)[0]
    while place < min(len(table), sectors.count):
        small.extend(sectors.numbers(place))
        place = table[place]
    return _goes_in_a_circle(small, len(small))


class _Sectors:
    """The sectors of a compound file, as tables of numbers."""

    def __init__(self, content: bytes, size: int) -> None:
        self._content = content
        self._size = size
        self.count = len(content) // size
        """Those that there can be."""

    def numbers(self, place: int) -> array[int]:
        """Return the numbers that a sector holds; fewer if the file ends in it."""
        start = (place + 1) * self._size
        part = self._content[start : start + self._size]
        found = array("I", part[: len(part) // 4 * 4])
        if sys.byteorder == "big":
            found.byteswap()
        return found

    def table_places(self) -> list[int] | None:
        """Return the sectors that hold the table of chains; None if the list of them has no end."""
        found = list(struct.unpack_from(f"<{_IN_HEADER}I", self._content, _FAT_SECTORS_AT))
        seen: set[int] = set()
        place = struct.unpack_from("<I", self._content, _FAT_LIST_AT)[0]
        while place < self.count:
            if place in seen:
                return None
            seen.add(place)
            more = self.numbers(place)
            if not more:
                break
            found.extend(more[:-1])
            place = more[-1]
        return list(dict.fromkeys(one for one in found if one < min(self.count, _LAST_SECTOR)))


def _goes_in_a_circle(table: array[int], count: int) -> bool:
    """Say whether following the numbers of a table from any of them comes back to one already followed."""
    count = min(count, len(table))
    walk_of = array("I", bytes(4 * count))  # 0 = not followed yet
    for start in range(count):
        at = start
        while at < count and not walk_of[at]:
            walk_of[at] = start + 1
            at = table[at]
        if at < count and walk_of[at] == start + 1:
            return True
    return False
