"""Archives and workbooks of kinds that nothing here writes, made byte by byte: as small as their readers take them."""

from __future__ import annotations

import io
import lzma
import struct
import zlib
from collections.abc import Callable

from PIL import Image, features

from tests.reading.made_compound import compound

NAME, TEXT = "a.txt", "Buyer: 甲县公安局\n".encode()


def seven_zip() -> bytes:
    """A 7z archive of one file, copied as it is."""
    name = NAME.encode("utf-16-le") + b"\0\0"
    streams = b"\x06\x00\x01\x09" + bytes([len(TEXT)]) + b"\x00\x07\x0b\x01\x00\x01\x01\x00\x0c" + bytes([len(TEXT)])
    files = b"\x05\x01\x11" + bytes([len(name) + 1]) + b"\x00" + name + b"\x00"
    sums = b"\x08\x0a\x01" + struct.pack("<I", zlib.crc32(TEXT)) + b"\x00"
    header = b"\x01\x04" + streams + b"\x00" + sums + b"\x00" + files + b"\x00"
    start = struct.pack("<QQI", len(TEXT), len(header), zlib.crc32(header))
    return b"7z\xbc\xaf\x27\x1c\x00\x04" + struct.pack("<I", zlib.crc32(start)) + start + TEXT + header


def rar() -> bytes:
    """A RAR archive (version 4) of one stored file."""

    def block(kind: int, flags: int, body: bytes) -> bytes:
        rest = struct.pack("<BHH", kind, flags, 7 + len(body)) + body
        return struct.pack("<H", zlib.crc32(rest) & 0xFFFF) + rest

    sizes = struct.pack("<IIBI", len(TEXT), len(TEXT), 3, zlib.crc32(TEXT))
    about = sizes + struct.pack("<IBBHI", 0x5A210000, 20, 0x30, len(NAME), 0o100644) + NAME.encode()
    end = block(0x7B, 0x4000, b"")
    return b"Rar!\x1a\x07\x00" + block(0x73, 0, bytes(6)) + block(0x74, 0x8000, about) + TEXT + end


def cabinet() -> bytes:
    """A cabinet of one stored file."""
    name = NAME.encode() + b"\0"
    data_at = 36 + 8 + 16 + len(name)
    folder = struct.pack("<IHH", data_at, 1, 0)
    file = struct.pack("<IIHHHH", len(TEXT), 0, 0, 0x5A21, 0, 0x20) + name
    data = struct.pack("<IHH", 0, len(TEXT), len(TEXT)) + TEXT
    size = data_at + len(data)
    return struct.pack("<4sIIIIIBBHHHHH", b"MSCF", 0, size, 0, 44, 0, 3, 1, 1, 1, 0, 1, 0) + folder + file + data


def lha() -> bytes:
    """An LHA archive of one stored file."""
    crc = 0
    for byte in TEXT:
        crc ^= byte
        for _ in range(8):
            crc = (crc >> 1) ^ (0xA001 if crc & 1 else 0)
    rest = b"-lh0-" + struct.pack("<IIIBBB", len(TEXT), len(TEXT), 0x5A210000, 0x20, 0, len(NAME))
    rest += NAME.encode() + struct.pack("<H", crc)
    return bytes([len(rest), sum(rest) & 0xFF]) + rest + TEXT + b"\0"


def cpio() -> bytes:
    """A CPIO archive (portable ASCII form) of one file."""

    def entry(name: str, content: bytes) -> bytes:
        numbers = (1, 0o100644, 0, 0, 1, 0, len(content), 0, 0, 0, 0, len(name) + 1, 0)
        head = b"070701" + b"".join(b"%08X" % number for number in numbers) + name.encode() + b"\0"
        return head + bytes(-len(head) % 4) + content + bytes(-len(content) % 4)

    return entry(NAME, TEXT) + entry("TRAILER!!!", b"")


def compress_z() -> bytes:
    """A file packed by the old `compress`: each letter as a code of nine bits."""
    bits = sum(byte << (9 * place) for place, byte in enumerate(TEXT))
    return b"\x1f\x9d\x90" + bits.to_bytes(-(-9 * len(TEXT) // 8), "little")


def zstandard() -> bytes:
    """A Zstandard frame of one raw block."""
    return b"\x28\xb5\x2f\xfd\x20" + bytes([len(TEXT)]) + (1 | len(TEXT) << 3).to_bytes(3, "little") + TEXT


def lz4() -> bytes:
    """An LZ4 frame of one block that is not packed."""
    return b"\x04\x22\x4d\x18\x60\x40\x82" + struct.pack("<I", 1 << 31 | len(TEXT)) + TEXT + bytes(4)


def lzip() -> bytes:
    """A member of lzip."""
    packed = lzma.compress(TEXT, format=lzma.FORMAT_ALONE)[13:]
    return b"LZIP\x01\x0c" + packed + struct.pack("<IQQ", zlib.crc32(TEXT), len(TEXT), 6 + len(packed) + 20)


def xls() -> bytes:
    """A workbook of Excel 97 with one sheet of two cells."""

    def record(kind: int, body: bytes = b"") -> bytes:
        return struct.pack("<HH", kind, len(body)) + body

    def begin(kind: int) -> bytes:
        return record(0x0809, struct.pack("<HHHHII", 0x0600, kind, 0, 1997, 0, 6))

    name = b"\x01\x00A"
    sheet_at = len(begin(5)) + 4 + 6 + len(name) + 4
    sheet = record(0x85, struct.pack("<IBB", sheet_at, 0, 0) + name)
    label = record(0x0204, struct.pack("<HHHHB", 0, 0, 0, 5, 0) + b"price")
    number = record(0x0203, struct.pack("<HHHd", 0, 1, 0, 120.5))
    book = begin(5) + sheet + record(0x0A) + begin(0x10) + label + number + record(0x0A)
    return compound({"Workbook": book})


def picture(kind: str) -> bytes:
    """A picture of two grey halves; a TIFF has two of them."""
    one = Image.new("L", (24, 16), 200)
    one.paste(60, (0, 0, 12, 16))
    held = io.BytesIO()
    one.save(held, kind, **({"save_all": True, "append_images": [one]} if kind == "TIFF" else {}))
    return held.getvalue()


ARCHIVES: dict[str, Callable[[], bytes]] = {
    "a.7z": seven_zip,
    "a.rar": rar,
    "a.cab": cabinet,
    "a.lzh": lha,
    "a.cpio": cpio,
    "a.txt.Z": compress_z,
    "a.txt.zst": zstandard,
    "a.txt.lz4": lz4,
    "a.txt.lz": lzip,
}
PICTURES = {
    **{f"a.{kind.lower()}": kind for kind in ("TIFF", "JPEG", "PNG", "BMP", "GIF", "WEBP")},
    **({"a.jp2": "JPEG2000"} if features.check("jpg_2000") else {}),
}
