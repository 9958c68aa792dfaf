"""New files on their way to the disk, many at a time.

Forcing one file to the disk takes some milliseconds however small it is; forcing a hundred at once takes hardly longer.
So files are written under `tmp/` and put on the shelf; `Shelf.sync` forces all of them to the disk, then gives them
their names, then forces the names. Until then whoever asks the shelf finds them under `tmp/`. A file that has its name
is whole, whatever happens.
"""

from __future__ import annotations

import ctypes
import functools
import hashlib
import io
import os
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from tenderlight.archive.storage import make_folder, sync_folder, write_all, writing_to

READ_ONLY = 0o440
FEW = 4
"""Up to so many files are forced to the disk one by one; more, by one call for the whole file system."""


class NewFile:
    """A file in the making, under `tmp/`. An error while it is written leaves nothing of it.

    Raises:
        StorageFull: From `write`, if the disk would not take it.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        with writing_to(path):
            self._descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, 0o600)

    def write(self, content: bytes | memoryview) -> int:
        """Write all of `content` and return its length."""
        try:
            with writing_to(self.path):
                write_all(self._descriptor, content)
        except BaseException:
            self.abandon()
            raise
        return len(content)

    def close(self) -> None:
        """Say that nothing more will be written."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def abandon(self) -> None:
        """Drop the file. Harmless if it has its final name already."""
        self.close()
        with suppress(OSError):
            self.path.unlink(missing_ok=True)


class Shelf:
    """The new files of a case folder. Writing is for the holder of the case's `WriterLock` alone.

    Args:
        folder: The case folder.
        temporary: Where files are that are not finished; None = under `tmp/` of the case folder.
    """

    def __init__(self, folder: Path, *, temporary: Path | None = None) -> None:
        self.folder = folder
        self.most_bytes: int | None = None
        """The largest file that can be kept, in bytes; None = any."""
        self._temporary = folder / "tmp" if temporary is None else temporary
        self._waiting: dict[Path, NewFile] = {}
        self._unsynced: set[Path] = set()
        self._count = 0
        self._token = secrets.token_hex(4)  # several shelves of one process may share the folder

    def clean(self) -> None:
        """Drop what a killed run left unfinished. Only under the writer's lock."""
        make_folder(self._temporary)
        for left_over in self._temporary.iterdir():
            left_over.unlink()

    def new_file(self) -> NewFile:
        """Start a file."""
        self._count += 1
        return NewFile(self._temporary / f"{os.getpid()}-{self._token}-{self._count}")

    def put(self, file: NewFile, final: Path) -> None:
        """Take a file that is complete; `sync` will give it its name.

        A file already waiting for that name stays, for names say what the content is.
        """
        file.close()
        if final in self._waiting:
            file.abandon()
        else:
            self._waiting[final] = file

    def find(self, final: Path) -> Path:
        """Return where the file of that name can be read now."""
        waiting = self._waiting.get(final)
        return final if waiting is None else waiting.path

    def size(self, final: Path) -> int | None:
        """Return the length in bytes of what is kept under that name, or waits for it; None = nothing is."""
        try:
            return self.find(final).stat().st_size
        except FileNotFoundError:
            return None

    def open(self, final: Path) -> io.BufferedReader:
        """Open what is kept under that name, or waits for it.

        Raises:
            FileNotFoundError: If nothing is.
        """
        return os.fdopen(os.open(self.find(final), os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "rb")

    def digest(self, final: Path) -> str:
        """Return the SHA-256 of what is kept under that name, read anew.

        Raises:
            FileNotFoundError: If nothing is.
        """
        with self.open(final) as file:
            return hashlib.file_digest(file, "sha256").hexdigest()

    def files(self, folder: Path) -> Iterator[Path]:
        """Yield the names of all that is kept in a folder itself, in order."""
        if folder.is_dir():
            yield from sorted(folder.iterdir())

    def finals(self, folder: Path) -> Iterator[Path]:
        """Yield the names of all that is kept in the folders of a folder, in order."""
        if folder.is_dir():
            for inner in sorted(folder.iterdir()):
                yield from sorted(inner.iterdir())

    def remove(self, final: Path) -> None:
        """Remove what is kept under that name, for good. Harmless if nothing is."""
        if final.exists():
            final.unlink()
            sync_folder(final.parent)

    def drop(self, final: Path) -> None:
        """Drop what waits for that name, if anything does."""
        waiting = self._waiting.pop(final, None)
        if waiting is not None:
            waiting.abandon()

    def mark(self, final: Path) -> None:
        """Have the next `sync` force this name to the disk, too: a run killed during its own may have given it."""
        self._unsynced.add(final.parent)

    def sync(self) -> None:
        """Force everything put on the shelf to the disk, under its name. After this it survives a power cut.

        Raises:
            StorageFull: If the disk would not take it. What has a name then is whole; the rest still waits.
        """
        with writing_to(self.folder):
            self._force([file.path for file in self._waiting.values()])
            for final in list(self._waiting):
                make_folder(final.parent)
                file = self._waiting[final]
                with suppress(PermissionError):  # FAT and some network shares know no rights
                    file.path.chmod(READ_ONLY)
                # A rename, not a link: exFAT has no links. Nothing else can have that name: it says what the content
                # is, and only the holder of the case's lock writes.
                file.path.rename(final)
                self._unsynced.add(final.parent)
                del self._waiting[final]
            self._sync(list(self._unsynced), sync_folder)
            self._unsynced.clear()

    def forget(self) -> None:
        """Ask anew what is kept: others have changed it. What lies on this disk is never remembered."""

    def discard(self) -> None:
        """Drop what waits."""
        for file in self._waiting.values():
            file.abandon()
        self._waiting.clear()

    def _force(self, files: list[Path]) -> None:
        """Force the content of files to the disk."""
        self._sync(files, _sync_file)

    def _sync(self, paths: list[Path], one: Callable[[Path], None]) -> None:
        if len(paths) > FEW and _sync_file_system is not None:
            _sync_file_system(self.folder)
        else:
            for path in paths:
                one(path)


def force_to_disk(folder: Path) -> None:
    """Force everything in a folder to the disk."""
    with writing_to(folder):
        if _sync_file_system is not None:
            _sync_file_system(folder)
            return
        for path in (folder, *folder.rglob("*")):
            (sync_folder if path.is_dir() else _sync_file)(path)


def _sync_file(path: Path) -> None:
    descriptor = os.open(path, os.O_RDONLY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _find_syncfs() -> Callable[[Path], None] | None:
    """Return Linux's syncfs(2), which Python does not offer; None elsewhere."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        syncfs = ctypes.CDLL(None, use_errno=True).syncfs
    except (OSError, AttributeError):
        return None
    return functools.partial(_syncfs, syncfs)


def _syncfs(syncfs: Callable[[int], int], folder: Path) -> None:
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        if syncfs(descriptor) != 0:
            code = ctypes.get_errno()
            raise OSError(code, os.strerror(code))
    finally:
        os.close(descriptor)


_sync_file_system = _find_syncfs()
