"""Writing so that a crash, a full disk or a pulled plug leaves the old or the new, never a half.

A file is written under another name, forced to the disk, then renamed; its folder is forced to the disk, too, for
without that the name itself may be lost. Everything stored goes through here, so the order of steps is in one place.
"""

from __future__ import annotations

import errno
import fcntl
import json
import os
import re
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from tenderlight.errors import CaseInUse, StorageFull, UsageError

_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_FORBIDDEN = frozenset({errno.EACCES, errno.EPERM, errno.EROFS})
_LONGEST_HOLDER = 2_000
_DESK = re.compile(r"https?://[0-9A-Za-z.:\[\]-]{1,200}")


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Holder:
    """Who holds the `WriterLock` of a folder, by its own words."""

    process: int
    """Its number on that machine."""
    machine: str
    desk: str = ""
    """Address of the review desk that it is; empty = it is none."""


def holder_of(folder: Path) -> Holder | None:
    """Return who holds the `WriterLock` of a folder, or held it last; None if that is not known."""
    try:
        with (folder / "lock").open("rb") as file:
            said = json.loads(file.read(_LONGEST_HOLDER).decode("utf-8"))
        process, machine, desk = said["process"], said["machine"], said["desk"]
    except (OSError, ValueError, KeyError, TypeError, RecursionError):
        return None
    if type(process) is not int or not all(isinstance(one, str) and one.isprintable() for one in (machine, desk)):
        return None
    return Holder(process=process, machine=machine[:200], desk=desk if _DESK.fullmatch(desk) else "")


class WriterLock:
    """Says that one process writes to a folder; readers do not ask. Freed by the system even after kill -9.

    The file says who holds it, for people: what it says decides nothing.

    Raises:
        CaseInUse: If another process holds it; the message says which, as far as it is known.
    """

    def __init__(self, folder: Path) -> None:
        path = folder / "lock"
        self._is_held = False
        with writing_to(path):
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
        try:
            fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            self.free()
            raise CaseInUse(_held(folder), path=str(folder)) from None
        self._is_held = True
        self.say()

    def say(self, *, desk: str = "") -> None:
        """Write into the file who holds it.

        Args:
            desk: Address of the review desk that this process is; empty = it is none.
        """
        said = {"process": os.getpid(), "machine": os.uname().nodename, "desk": desk}
        with suppress(OSError):  # a full disk: it is held all the same
            os.ftruncate(self._descriptor, 0)
            os.pwrite(self._descriptor, json.dumps(said).encode() + b"\n", 0)

    def free(self) -> None:
        """Let others write. Harmless if done already."""
        if self._descriptor >= 0:
            if self._is_held:
                with suppress(OSError):
                    os.ftruncate(self._descriptor, 0)
                    fcntl.flock(self._descriptor, fcntl.LOCK_UN)  # a process that was forked meanwhile has it, too
            os.close(self._descriptor)
            self._descriptor = -1


def _held(folder: Path) -> str:
    holder = holder_of(folder)
    if holder is None:
        return f"Another process is writing to {folder}."
    who = f"Process {holder.process}"
    if holder.machine != os.uname().nodename:
        who += f" of {holder.machine}"
    if holder.desk:
        return f"{who} holds {folder}: it is the review desk at {holder.desk}."
    return f"{who} is writing to {folder}."
