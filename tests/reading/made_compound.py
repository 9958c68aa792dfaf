"""OLE compound files made in memory: enough of MS-CFB for streams, small and large, in folders."""

from __future__ import annotations

import struct
from collections.abc import Mapping

SECTOR = 512
SMALL = 64
CUTOFF = 4096
END, FREE, FAT = 0xFFFFFFFE, 0xFFFFFFFF, 0xFFFFFFFD
NONE = 0xFFFFFFFF

Tree = Mapping[str, "bytes | Tree"]


def compound(tree: Tree) -> bytes:
    """A compound file of streams (bytes) and folders (mappings)."""
    entries: list[dict[str, object]] = [{"name": "Root Entry", "kind": 5, "content": b"", "child": NONE, "next": NONE}]
    _add(tree, 0, entries)
    small = b""
    small_fat: list[int] = []
    sectors: list[bytes] = []
    fat: list[int] = []

    def store(content: bytes) -> int:
        first = len(sectors)
        count = -(-len(content) // SECTOR)
        for at in range(count):
            sectors.append(content[at * SECTOR : (at + 1) * SECTOR].ljust(SECTOR, b"\0"))
            fat.append(first + at + 1 if at + 1 < count else END)
        return first if count else END

    for entry in entries[1:]:
        content = entry["content"]
        assert isinstance(content, bytes)
        if entry["kind"] != 2:
            entry["start"] = 0
        elif len(content) >= CUTOFF:
            entry["start"] = store(content)
        else:
            first = len(small_fat)
            count = -(-len(content) // SMALL)
            small_fat += [first + at + 1 if at + 1 < count else END for at in range(count)]
            entry["start"] = first if count else END
            small += content.ljust(count * SMALL, b"\0")
    entries[0] |= {"content": small, "start": store(small)}
    small_fat_at = store(struct.pack(f"<{len(small_fat)}I", *small_fat)) if small_fat else END
    listed = b"".join(map(_entry, entries))
    directory_at = store(listed + _entry(None) * (-len(entries) % 4))
    fat_sectors = next(count for count in range(1, 200) if count * 128 >= len(fat) + count)
    fat_at = len(sectors)
    fat += [FAT] * fat_sectors
    fat += [FREE] * (fat_sectors * 128 - len(fat))
    packed = struct.pack(f"<{len(fat)}I", *fat)
    sectors += [packed[at : at + SECTOR] for at in range(0, len(packed), SECTOR)]
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16) + struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    small_fat_sectors = -(-4 * len(small_fat) // SECTOR)
    head += struct.pack("<IIIIIIIII", 0, fat_sectors, directory_at, 0, CUTOFF, small_fat_at, small_fat_sectors, END, 0)
    places = [*range(fat_at, fat_at + fat_sectors)]
    head += struct.pack("<109I", *places, *([FREE] * (109 - len(places))))
    return head + b"".join(sectors)


def _add(tree: Tree, parent: int, entries: list[dict[str, object]]) -> None:
    """Add what a folder holds: as a chain in which each entry is the right sibling of the one before."""
    before: int | None = None
    for name, content in sorted(tree.items(), key=lambda item: (len(item[0]), item[0].upper())):
        number = len(entries)
        is_stream = isinstance(content, bytes)
        entries.append(
            {
                "name": name,
                "kind": 2 if is_stream else 1,
                "content": content if is_stream else b"",
                "child": NONE,
                "next": NONE,
            }
        )
        if before is None:
            entries[parent]["child"] = number
        else:
            entries[before]["next"] = number
        before = number
        if not isinstance(content, bytes):
            _add(content, number, entries)


def _entry(entry: Mapping[str, object] | None) -> bytes:
    if entry is None:
        return bytes(68) + struct.pack("<III", NONE, NONE, NONE) + bytes(48)
    name = str(entry["name"]).encode("utf-16-le")
    content = entry["content"]
    assert isinstance(content, bytes)
    packed = name.ljust(64, b"\0") + struct.pack("<HBB", len(name) + 2, int(str(entry["kind"])), 1)
    packed += struct.pack("<III", NONE, int(str(entry["next"])), int(str(entry["child"])))
    return packed + bytes(36) + struct.pack("<IQ", int(str(entry["start"])), len(content))
