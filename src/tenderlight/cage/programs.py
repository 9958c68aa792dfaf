"""Walls around a whole program that we did not write, raised by bubblewrap.

A program brings threads, libraries and files of its own, so it cannot be forked from a lane. It runs in namespaces of
its own: no network, no other process to be seen, the system's libraries to be read, and one folder in memory to write
to. What it works on is handed to it as open files. The design: `docs/decisions/0003-the-cage.md`.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tenderlight.cage import seccomp

BUBBLEWRAP = "bwrap"
SCRATCH = "/tmp"  # noqa: S108 - a file system of the program's own
_SYSTEM = ("/usr",)
_LINKS = ("/bin", "/lib", "/lib32", "/lib64", "/sbin")
_SETTINGS = ("/etc/ld.so.cache", "/etc/fonts", "/var/cache/fontconfig", "/etc/alternatives")
_ENVIRONMENT = {"HOME": SCRATCH, "LANG": "C.UTF-8", "PATH": "/usr/bin:/bin", "TZ": "UTC"}


@dataclass(frozen=True, slots=True, kw_only=True)
class WalledProgram:
    """A program and what it may see.

    Attributes:
        command: The program and its arguments.
        readable: Files and folders it may read besides the system's libraries and fonts; those that are missing are
            passed over.
        environment: Variables it is given besides a few fixed ones; nothing of ours is passed on.
        scratch_bytes: Most that it may write, in memory.
    """

    command: tuple[str, ...]
    readable: tuple[str, ...] = ()
    environment: tuple[tuple[str, str], ...] = ()
    scratch_bytes: int = 512 * 1024 * 1024


def bubblewrap() -> str | None:
    """Return where bubblewrap is, or None if it is not installed."""
    return shutil.which(BUBBLEWRAP)


def behind_walls(program: WalledProgram, *, bubblewrap: str, call_filter: int | None) -> list[str]:
    """Return the command that runs a program behind walls, and ends it when its parent ends.

    Args:
        program: What to run.
        bubblewrap: Where bubblewrap is.
        call_filter: Descriptor of the list of refused system calls (see `open_call_filter`); None = there is none.
    """
    command = [bubblewrap, "--unshare-all", "--unshare-user", "--disable-userns", "--die-with-parent", "--new-session"]
    command += ["--cap-drop", "ALL", "--hostname", "tenderlight", "--clearenv"]
    for name, value in (*_ENVIRONMENT.items(), *program.environment):
        command += ["--setenv", name, value]
    for folder in _SYSTEM:
        command += ["--ro-bind", folder, folder]
    for place in _LINKS:
        command += _like_outside(place)
    for place in _SETTINGS:
        command += ["--ro-bind-try", place, place]
    command += ["--proc", "/proc", "--dev", "/dev", "--size", str(program.scratch_bytes), "--tmpfs", SCRATCH]
    for place in program.readable:
        command += ["--ro-bind-try", place, place]
    command += ["--remount-ro", "/", "--chdir", SCRATCH]
    if call_filter is not None:
        command += ["--seccomp", str(call_filter)]
    return [*command, "--", *program.command]


def open_call_filter() -> int | None:
    """Return a descriptor of the list of refused system calls, to be closed by the caller; None on other machines."""
    name = seccomp.machine()
    if name is None:
        return None
    descriptor = os.memfd_create("call-filter")
    os.write(descriptor, seccomp.refusals(name))
    os.lseek(descriptor, 0, os.SEEK_SET)
    return descriptor


def _like_outside(place: str) -> Sequence[str]:
    """Return how a folder of the system is to appear: as the link it is, or the folder."""
    path = Path(place)
    if path.is_symlink():
        return ["--symlink", str(path.readlink()), place]
    return ["--ro-bind", place, place] if path.is_dir() else []
