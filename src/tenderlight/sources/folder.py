"""Files as they lie in folders, in one order for every run."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from tenderlight.model.problem import Problem, problem

STEP = "sources:folder/1"


@dataclass(frozen=True, slots=True, kw_only=True)
class FoundFile:
    """A file to receive."""

    path: Path
    shown_path: str
    """Path as received, from the folder that was named onwards; valid UTF-8 whatever the file system says."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NotReceived:
    """Something in a folder that could not be received, and why."""

    shown_path: str
    problem: Problem


def walk(paths: Iterable[Path], *, leave_out: Path | None = None) -> Iterator[FoundFile | NotReceived]:
    """Yield every file under `paths`, sorted by name within each folder.

    Links are followed; a folder is entered once, so loops end.

    Args:
        paths: Files and folders, in the order to take them.
        leave_out: A folder not to enter (the case itself, when it lies inside).

    Yields:
        Files, and what could not be received: `folder-not-readable`, `broken-link`, `folder-loop`, `no-such-file`.
    """
    visited: set[tuple[int, int]] = set()
    if leave_out is not None and leave_out.exists():
        visited.add(_identity(leave_out.stat()))
        silent = frozenset(visited)
    else:
        silent = frozenset()
    for path in paths:
        root = Path(os.path.abspath(path))  # noqa: PTH100 - links in the name stay as the user wrote them
        yield from _walk_one(root, shown_path(Path(root.name or "/")), visited, silent)


def shown_path(path: Path) -> str:
    """Return a path as valid text: bytes that are no UTF-8 come out in hexadecimal, separators are "/"."""
    return os.fsencode(path).decode("utf-8", errors="backslashreplace").replace(os.sep, "/")


def _identity(status: os.stat_result) -> tuple[int, int]:
    return status.st_dev, status.st_ino


def _walk_one(
    root: Path, shown: str, visited: set[tuple[int, int]], silent: frozenset[tuple[int, int]]
) -> Iterator[FoundFile | NotReceived]:
    waiting = [(root, shown)]
    while waiting:
        path, shown = waiting.pop()
        try:
            status = path.stat()
        except OSError as trouble:
            yield _not_received(path, shown, trouble)
            continue
        if not stat.S_ISDIR(status.st_mode):
            yield FoundFile(path=path, shown_path=shown)
            continue
        if _identity(status) in visited:
            if _identity(status) not in silent:
                yield NotReceived(shown_path=shown, problem=problem("folder-loop", step=STEP))
            continue
        visited.add(_identity(status))
        try:
            names = sorted(os.fsencode(entry) for entry in os.listdir(path))  # noqa: PTH208 - bytes are sorted
        except OSError as trouble:
            yield NotReceived(
                shown_path=shown, problem=problem("folder-not-readable", step=STEP, detail=trouble.strerror or "")
            )
            continue
        for name in reversed(names):
            child = path / os.fsdecode(name)
            waiting.append((child, f"{shown}/{shown_path(Path(child.name))}"))


def _not_received(path: Path, shown: str, trouble: OSError) -> NotReceived:
    code = "broken-link" if path.is_symlink() else "no-such-file"
    if isinstance(trouble, PermissionError):
        code = "folder-not-readable"
    return NotReceived(shown_path=shown, problem=problem(code, step=STEP, detail=trouble.strerror or ""))
