"""Originals, kept byte for byte: `objects/ab/abcd…`, named by the SHA-256 of their bytes, written once.

Capture comes before parsing: what is here is what was received, whatever a reader later makes of it. Two files with the
same SHA-256 are one original; no weaker hash is used for anything (test sets hold pairs with equal SHA-1).

Problems: `file-changed-while-read`, `file-not-readable`, `no-such-file`, `not-a-regular-file`.
"""

from __future__ import annotations

import hashlib
import io
import os
import re
import stat
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import BinaryIO, Self

from tenderlight.archive.shelf import NewFile, Shelf
from tenderlight.errors import ArchiveDamaged
from tenderlight.model.problem import Problem, problem

STEP = "archive"
PIECE_BYTES = 1 << 20
IN_MEMORY_BYTES = 8 << 20
"""An original up to this size is not written before its hash is known: one that is already kept costs no write."""
ATTEMPTS = 2
_HASH = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStatus:
    """By what a file on a disk is recognised as unchanged, without reading it."""

    device: int
    inode: int
    size_bytes: int
    modified_ns: int
    """Nanoseconds since 1970, as the file's own disk tells the time."""
    changed_ns: int

    @classmethod
    def of(cls, status: os.stat_result) -> FileStatus:
        """Return what matters of a `stat` result."""
        return cls(
            device=status.st_dev,
            inode=status.st_ino,
            size_bytes=status.st_size,
            modified_ns=status.st_mtime_ns,
            changed_ns=status.st_ctime_ns,
        )


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """An original that is in the archive now."""

    sha256: str
    size_bytes: int
    is_new: bool
    """False if the archive had it already."""
    status: FileStatus | None = None
    """The file it was copied from, if it was one."""


class _ChangedError(Exception):
    """The file was not the same at the end of the copy as at its start."""


class _NotReceivedError(Exception):
    """The file cannot be copied, and a problem says why."""

    def __init__(self, code: str, detail: str = "") -> None:
        super().__init__(code)
        self.problem = problem(code, step=STEP, detail=detail)


class OriginalWriter:
    """Takes an original in pieces: `add` each, then `finish`; whatever is not finished is dropped.

    Use as a context manager, so that an error half-way leaves nothing.
    """

    def __init__(self, archive: Originals) -> None:
        self._archive = archive
        self._hash = hashlib.sha256()
        self._size_bytes = 0
        self._memory = io.BytesIO()
        self._file: NewFile | None = None
        self._is_open = True

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.abandon()

    def add(self, piece: bytes | memoryview) -> None:
        """Take the next piece.

        Raises:
            StorageFull: If the disk would not take it; nothing is left of the original then.
        """
        assert self._is_open
        self._hash.update(piece)
        self._size_bytes += len(piece)
        if self._file is None and self._size_bytes <= IN_MEMORY_BYTES:
            self._memory.write(piece)
        else:
            self._spill().write(piece)

    def finish(self) -> Kept:
        """Keep the original under the SHA-256 of the pieces; durable after `Shelf.sync`.

        Raises:
            StorageFull: If the disk would not take it; nothing is left of the original then.
            ArchiveDamaged: If the archive has another content under that SHA-256.
        """
        assert self._is_open
        sha256 = self._hash.hexdigest()
        is_new = not self._archive.has(sha256, size_bytes=self._size_bytes)
        if is_new:
            self._archive.put(self._spill(), sha256)
            self._file = None
        else:
            self._archive.mark(sha256)
        self.abandon()
        return Kept(sha256=sha256, size_bytes=self._size_bytes, is_new=is_new)

    def abandon(self) -> None:
        """Drop what was taken. Harmless after `finish`."""
        self._is_open = False
        self._memory.close()
        if self._file is not None:
            self._file.abandon()

    def _spill(self) -> NewFile:
        if self._file is None:
            self._file = self._archive.new_file()
            self._file.write(self._memory.getvalue())
            self._memory = io.BytesIO()
        return self._file


class Originals:
    """The originals of a case folder, under `objects/`. Reading needs no lock.

    Files that are made from originals, and are kept for as long, lie in another folder in the same way.

    Args:
        folder: The case folder.
        shelf: Where new originals wait for the disk.
        name: Name of the folder in it.
    """

    def __init__(self, folder: Path, shelf: Shelf, *, name: str = "objects") -> None:
        self._objects = folder / name
        self._shelf = shelf

    def keep_file(self, file: Path) -> Kept | Problem:
        """Copy a file into the archive, hashing it on the way; durable after `Shelf.sync`.

        A file that changes meanwhile is copied once more; if it changes again, it is not kept. Named pipes, sockets and
        devices are not opened.

        Returns:
            What was kept, or why not: `file-changed-while-read`, `file-not-readable`, `no-such-file`,
            `not-a-regular-file`.

        Raises:
            StorageFull: If the disk would not take it; nothing is left of it then.
        """
        for _ in range(ATTEMPTS):
            try:
                return self._copy(file)
            except _ChangedError:
                continue
            except _NotReceivedError as reason:
                return reason.problem
        return problem("file-changed-while-read", step=STEP)

    def keep_stream(self, stream: BinaryIO) -> Kept:
        """Copy what a stream gives until it ends; durable after `Shelf.sync`.

        Raises:
            StorageFull: If the disk would not take it; nothing is left of it then.
        """
        with self.writer() as writer:
            while piece := stream.read(PIECE_BYTES):
                writer.add(piece)
            return writer.finish()

    def writer(self) -> OriginalWriter:
        """Return a writer for an original that arrives in pieces."""
        return OriginalWriter(self)

    def has(self, sha256: str, *, size_bytes: int | None = None) -> bool:
        """Say whether the archive has an original; its content is not looked at.

        Raises:
            ArchiveDamaged: If it has, but not of `size_bytes`.
        """
        path = self._final(sha256)
        found = self._shelf.size(path)
        if found is None:
            return False
        if size_bytes is not None and found != size_bytes:
            raise ArchiveDamaged(f"{path} has {found} bytes and should have {size_bytes}.", path=str(path))
        return True

    def open(self, sha256: str) -> io.BufferedReader:
        """Open an original for reading.

        Raises:
            ArchiveDamaged: If it is missing.
        """
        path = self._final(sha256)
        try:
            return self._shelf.open(path)
        except FileNotFoundError:
            raise ArchiveDamaged(f"The original {path} is missing.", path=str(path)) from None

    def check(self, sha256: str) -> None:
        """Hash an original again.

        Raises:
            ArchiveDamaged: If it is missing, or no longer matches its name.
        """
        path = self._final(sha256)
        try:
            found = self._shelf.digest(path)
        except FileNotFoundError:
            raise ArchiveDamaged(f"The original {path} is missing.", path=str(path)) from None
        if found != sha256:
            raise ArchiveDamaged(f"{path} no longer matches its SHA-256: it is {found} now.", path=str(path))

    def all(self) -> Iterator[str]:
        """Yield the SHA-256 of every original, in order."""
        for path in self._shelf.finals(self._objects):
            yield path.name

    def path(self, sha256: str) -> Path:
        """Return where an original can be read now, or would be.

        Raises:
            ValueError: If it is not a SHA-256 in lower-case hexadecimal.
        """
        return self._shelf.find(self._final(sha256))

    def new_file(self) -> NewFile:
        """Start a file that is not yet known by its hash."""
        return self._shelf.new_file()

    def put(self, file: NewFile, sha256: str) -> None:
        """Take a complete file whose content has that hash."""
        self._shelf.put(file, self._final(sha256))

    def remove(self, sha256: str) -> None:
        """Remove an original for good. Harmless if there is none."""
        self._shelf.remove(self._final(sha256))

    def forget(self, sha256: str) -> None:
        """Drop an original that was taken and is not on the disk under its name yet."""
        self._shelf.drop(self._final(sha256))

    def mark(self, sha256: str) -> None:
        """Have the name of an original that is already there forced to the disk with the next ones."""
        self._shelf.mark(self._final(sha256))

    def _final(self, sha256: str) -> Path:
        if not _HASH.fullmatch(sha256):
            raise ValueError(f"not a SHA-256: {sha256[:80]!r}")
        return self._objects / sha256[:2] / sha256

    def _copy(self, file: Path) -> Kept:
        with _open_regular(file) as source, self.writer() as writer:
            before = FileStatus.of(os.fstat(source.fileno()))
            most = self._shelf.most_bytes
            if most is not None and before.size_bytes > most:
                raise _NotReceivedError(
                    "file-not-readable", f"(It has {before.size_bytes:,} bytes; the store of the case takes {most:,}.)"
                )
            copied = 0
            while piece := _read(source):
                copied += len(piece)
                writer.add(piece)
            after = FileStatus.of(os.fstat(source.fileno()))
            if after != before or copied != before.size_bytes:
                raise _ChangedError
            kept = writer.finish()
        return Kept(sha256=kept.sha256, size_bytes=kept.size_bytes, is_new=kept.is_new, status=before)


_KINDS = {
    stat.S_IFIFO: "a named pipe",
    stat.S_IFSOCK: "a socket",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFDIR: "a folder",
}


def _open_regular(file: Path) -> io.FileIO:
    with _receiving():
        _refuse_unless_regular(file.stat())
        # never waits, even if a pipe took the file's place since the look
        descriptor = os.open(file, os.O_RDONLY | os.O_NONBLOCK | os.O_NOCTTY | os.O_CLOEXEC)
        source = io.FileIO(descriptor, "r", closefd=True)
        try:
            _refuse_unless_regular(os.fstat(descriptor))
        except BaseException:
            source.close()
            raise
        return source


def _refuse_unless_regular(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        kind = _KINDS.get(stat.S_IFMT(status.st_mode), "no file")
        raise _NotReceivedError("not-a-regular-file", f"(It is {kind}.)")


def _read(source: io.FileIO) -> bytes:
    with _receiving():
        return source.read(PIECE_BYTES) or b""


@contextmanager
def _receiving() -> Iterator[None]:
    """Turn the troubles of someone else's disk into problems."""
    try:
        yield
    except FileNotFoundError:
        raise _NotReceivedError("no-such-file") from None
    except (OSError, ValueError) as trouble:  # ValueError: a name with a zero byte
        reason = trouble.strerror if isinstance(trouble, OSError) else str(trouble)
        raise _NotReceivedError("file-not-readable", f"({reason})") from trouble
