"""A folder as one ZIP file, made while it is sent: nothing is written, and no more than a piece is held in memory."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from pathlib import Path

PIECE_BYTES = 1 << 20
_DAY = (2000, 1, 1, 0, 0, 0)
"""Of every file in it, so that the same folder gives the same bytes."""


class _Pieces(io.RawIOBase):
    """Takes what is written until somebody asks for it."""

    def __init__(self) -> None:
        super().__init__()
        self._taken = bytearray()

    def writable(self) -> bool:
        """Say that it can be written to."""
        return True

    def write(self, content: object) -> int:
        """Take bytes."""
        piece = memoryview(content)  # type: ignore[arg-type]
        self._taken += piece
        return piece.nbytes

    def ask(self) -> bytes:
        """Return what was written since somebody last asked."""
        piece = bytes(self._taken)
        self._taken.clear()
        return piece


def zipped(folder: Path, name: str) -> Iterator[bytes]:
    """Yield a ZIP file of a folder, in pieces.

    Args:
        folder: Whose files; links are left out.
        name: Of the folder inside the ZIP file.
    """
    pieces = _Pieces()
    with zipfile.ZipFile(pieces, "w", zipfile.ZIP_DEFLATED, compresslevel=1) as archive:
        for path in sorted(path for path in folder.rglob("*") if path.is_file() and not path.is_symlink()):
            about = zipfile.ZipInfo(f"{name}/{path.relative_to(folder).as_posix()}", date_time=_DAY)
            about.compress_type = zipfile.ZIP_STORED if path.suffix == ".png" else zipfile.ZIP_DEFLATED
            about.external_attr = 0o644 << 16
            with path.open("rb") as file, archive.open(about, "w", force_zip64=True) as inside:
                while content := file.read(PIECE_BYTES):
                    inside.write(content)
                    yield pieces.ask()
    yield pieces.ask()
