"""One archive open in libarchive, entry by entry. Importing this fails where the system library is missing."""

from __future__ import annotations

import ctypes
import logging
import stat
from collections.abc import Iterator, Sequence
from types import TracebackType
from typing import Any, Self

import libarchive.ffi
from libarchive.exception import ArchiveError

_CHUNK_BYTES = 256 * 1024
_END = 1
_FATAL = -30
_MOST_FAULTS = 1000
_LOCKED_WORDS = ("encrypt", "passphrase", "password")

logging.getLogger("libarchive").addHandler(logging.NullHandler())
logging.getLogger("libarchive").propagate = False

ffi: Any = libarchive.ffi
"""Its functions are made when it is imported, so their types are not known."""
_is_encrypted = ffi.libarchive.archive_entry_is_encrypted
_is_encrypted.argtypes = [ctypes.c_void_p]
_is_encrypted.restype = ctypes.c_int


class ArchiveFault(Exception):
    """The archive, or one file in it, cannot be read (further).

    Attributes:
        is_final: Whether nothing after it can be read either.
        is_lock: Whether a password is missing.
    """

    def __init__(self, fault: ArchiveError) -> None:
        super().__init__(str(fault.msg or "It ends too early."))
        self.is_final = fault.retcode is None or fault.retcode <= _FATAL
        self.is_lock = any(word in str(fault.msg).lower() for word in _LOCKED_WORDS)


class Session:
    """An archive in memory, read from its beginning to its end.

    Args:
        content: The archive's bytes; kept while the session lasts.
        formats: libarchive's names of the formats that may be tried.
        filters: Its names of the packings around them.

    Raises:
        ArchiveFault: If libarchive will not even begin.
    """

    def __init__(self, content: bytes, formats: Sequence[str], filters: Sequence[str] = ()) -> None:
        self._content = content
        self._archive = ffi.read_new()
        self._entry = ffi.entry_new()
        self._buffer = ctypes.create_string_buffer(_CHUNK_BYTES)
        self._faults = 0
        try:
            for name in filters:
                ffi.get_read_filter_function(name)(self._archive)
            for name in formats:
                ffi.get_read_format_function(name)(self._archive)
            ffi.read_open_memory(self._archive, ctypes.cast(ctypes.c_char_p(content), ctypes.c_void_p), len(content))
        except ArchiveError as fault:
            self.close()
            raise ArchiveFault(fault) from fault

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, fault: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Give the memory back."""
        if self._entry is not None:
            ffi.entry_free(self._entry)
            ffi.read_free(self._archive)
            self._entry = None

    def next_entry(self) -> bool:
        """Go on to the next entry; False at the end.

        Raises:
            ArchiveFault: If it cannot be read. Unless it is final, the one after it may be tried.
        """
        try:
            return bool(ffi.read_next_header2(self._archive, self._entry) != _END)
        except ArchiveError as fault:
            self._faults += 1
            found = ArchiveFault(fault)
            found.is_final |= self._faults > _MOST_FAULTS
            raise found from fault

    @property
    def name(self) -> str | bytes:
        """Name of the entry: text where the archive has it as Unicode, else its bytes."""
        wide = ffi.entry_pathname_w(self._entry)
        if wide is not None:
            return str(wide).encode("utf-8", "replace").decode("utf-8")
        return bytes(ffi.entry_pathname(self._entry) or b"")

    @property
    def is_folder(self) -> bool:
        """Whether the entry is a folder."""
        return stat.S_ISDIR(ffi.entry_filetype(self._entry))

    @property
    def is_file(self) -> bool:
        """Whether the entry is a file with content of its own: no link, device or folder."""
        kind = stat.S_IFMT(ffi.entry_filetype(self._entry))
        return kind in {0, stat.S_IFREG} and not ffi.entry_hardlink(self._entry)

    @property
    def is_encrypted(self) -> bool:
        """Whether the entry says that a password is needed for it."""
        return bool(_is_encrypted(self._entry) == 1)

    def chunks(self) -> Iterator[bytes]:
        """The content of the entry.

        Raises:
            ArchiveFault: If it cannot be read further.
        """
        while True:
            try:
                length = ffi.read_data(self._archive, self._buffer, _CHUNK_BYTES)
            except ArchiveError as fault:
                raise ArchiveFault(fault) from fault
            if not length:
                return
            yield self._buffer.raw[:length]
