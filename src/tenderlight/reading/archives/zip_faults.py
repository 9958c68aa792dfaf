"""What the standard library raises on ZIP files that are false, cut off, locked or packed in unknown ways."""

from __future__ import annotations

import lzma
import struct
import zipfile
import zlib

ZIP_FAULTS: tuple[type[Exception], ...] = (
    zipfile.BadZipFile, zlib.error, lzma.LZMAError, struct.error, OSError, EOFError, ValueError, IndexError,
    RuntimeError, OverflowError,
)  # fmt: skip
"""For the directory as for each part: all of these were met in damaged files."""
