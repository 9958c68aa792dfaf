"""OLE compound files: one file that holds many streams, as Office wrote them until 2007 and Outlook still does.

Format: MS-CFB, https://learn.microsoft.com/openspecs/windows_protocols/ms-cfb
"""

from __future__ import annotations

import io
from types import TracebackType
from typing import Any, Self

_MOST_ENTRIES = 100_000
_FAULTS = (
    OSError, ValueError, IndexError, TypeError, AttributeError, KeyError, RecursionError, OverflowError, EOFError,
)  # fmt: skip
"""What olefile raises on files that are false or cut off: all of these were met."""


class CompoundFile:
    """The streams of an OLE compound file; one that cannot be read comes out as None.

    Use as a context manager. Names are compared without regard to case, as the format says.

    Attributes:
        paths: Every stream, each a tuple of the folders it lies in and its own name; empty if the file is damaged.
    """

    def __init__(self, content: bytes) -> None:
        import olefile

        self.paths: list[tuple[str, ...]] = []
        self._file: Any = None
        self._most_bytes = len(content)
        try:
            self._file = olefile.OleFileIO(io.BytesIO(content))  # type: ignore[no-untyped-call]
            entries = self._file.listdir(streams=True, storages=False)
            self._believe_no_sizes(len(content))
        except _FAULTS:
            return
        self.paths = [tuple(entry) for entry in entries[:_MOST_ENTRIES]]

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._file is not None:
            self._file.close()

    def _believe_no_sizes(self, most_bytes: int) -> None:
        """Bound what the file says of its table and stream of small parts, which are read whole at first use."""
        file = self._file
        file.num_mini_fat_sectors = min(file.num_mini_fat_sectors, most_bytes // file.sector_size + 1)
        if file.root is not None:
            file.root.size = min(file.root.size, most_bytes)

    def stream(self, *path: str) -> bytes | None:
        """Return the bytes of a stream; None if there is none, or if it is damaged or claims more than the file has."""
        if self._file is None:
            return None
        try:
            if self._file.get_size(list(path)) > self._most_bytes:  # its sectors would be gone through again and again
                return None
            content = self._file.openstream(list(path)).read(self._most_bytes)
        except _FAULTS:
            return None
        return bytes(content)

    def has(self, name: str) -> bool:
        """Whether there is a stream of this name at the top."""
        return any(len(path) == 1 and path[0].lower() == name.lower() for path in self.paths)
