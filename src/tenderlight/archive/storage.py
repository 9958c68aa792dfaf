"""Writing so that a crash, a full disk or a pulled plug leaves the old or the new, never a half.

A file is written under another name, forced to the disk, then renamed; its folder is forced to the disk, too, for
without that the name itself may be lost. Everything stored goes through here, so the order of steps is in one place.
"""

from __future__ import annotations

import errno
import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tenderlight.errors import CaseInUse, StorageFull, UsageError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})


@contextmanager
def writing_to(path: Path) -> Iterator[None]:
    """Say what is wrong with the disk in the project's own errors.

    Raises:
        StorageFull: If the disk, the quota or a limit on file sizes would not take more.
        UsageError: If the place may not be written to.
    """
    try:
        yield
    except OSError as trouble:
        if trouble.errno in _FULL:
            raise StorageFull(f"The disk is full: {path} could not be written.", path=str(path)) from trouble
        if trouble.errno in _FORBIDDEN:
            raise UsageError(f"{path} may not be written to ({trouble.strerror}).") from trouble
        raise


def write_all(descriptor: int, content: bytes | memoryview) -> None:
    """Write all of `content`, however little the disk takes at a time."""
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(descriptor, rest) :]


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk. Does nothing on file systems that cannot."""
    descriptor = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
    try:
        os.fsync(descriptor)
    except OSError as trouble:
        if trouble.errno not in {errno.EINVAL, errno.ENOTSUP}:
            raise
    finally:
        os.close(descriptor)


def make_folder(folder: Path) -> None:
    """Make a folder (and those above it), so that it is still there after a power cut.

    Raises:
        UsageError: If the place may not be written to, or is a file.
    """
    with writing_to(folder):
        missing = [folder, *folder.parents]
        missing = missing[: next((place for place, above in enumerate(missing) if above.is_dir()), len(missing))]
        for each in reversed(missing):
            try:
                each.mkdir(exist_ok=True)
            except (FileExistsError, NotADirectoryError) as trouble:
                raise UsageError(f"{each} is a file, not a folder.") from trouble
            sync_folder(each.parent)


def write_whole(final: Path, content: bytes, *, temporary: Path) -> None:
    """Write a small file whole or not at all; it is on the disk, name and all, when this returns.

    Raises:
        StorageFull: If the disk would not take it; nothing is left of it then.
    """
    with writing_to(final):
        descriptor = os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC | os.O_CLOEXEC, 0o644)
        try:
            write_all(descriptor, content)
            os.fsync(descriptor)
        except BaseException:
            temporary.unlink()
            raise
        finally:
            os.close(descriptor)
        temporary.rename(final)
        sync_folder(final.parent)


def is_written_to(folder: Path) -> bool:
    """Say whether a process holds the `WriterLock` of a folder now, as far as can be told without changing anything."""
    try:
        descriptor = os.open(folder / "lock", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(descriptor, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:  # a file system without locks
        return False
    finally:
        os.close(descriptor)
    return False


class WriterLock:
    """Says that one process writes to a folder; readers do not ask. Freed by the system even after kill -9.

    Raises:
        CaseInUse: If another process holds it.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / "lock"
        with writing_to(path):
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.free()
            raise CaseInUse(f"Another process is writing to {folder}.", path=str(folder)) from None

    def free(self) -> None:
        """Let others write. Harmless if done already."""
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1
