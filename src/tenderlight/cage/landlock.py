"""Landlock: from here on this process may read the folders named, and touch no other file.

Source: Linux `Documentation/userspace-api/landlock.rst`, `include/uapi/linux/landlock.h`.
"""

from __future__ import annotations

import ctypes
import os
import struct
import sys
import sysconfig
from collections.abc import Iterable
from pathlib import Path

from tenderlight.cage import kernel

CREATE_RULESET, ADD_RULE, RESTRICT_SELF = 444, 445, 446
ASK_VERSION = 1
PATH_BENEATH = 1

READ_FILE, READ_FOLDER = 1 << 2, 1 << 3
CONNECT_AND_BIND = 0b11
ABSTRACT_SOCKETS_AND_SIGNALS = 0b11
FILE_RIGHTS_BY_VERSION = {1: 13, 2: 14, 3: 15, 4: 15, 5: 16}
NEWEST_FILE_RIGHTS = 16

SYSTEM_FOLDERS = (
    "/lib",
    "/lib64",
    "/usr/lib",
    "/usr/lib64",
    "/usr/local/lib",
    "/etc/ld.so.cache",
    "/usr/share/fonts",
    "/usr/local/share/fonts",
    "/usr/share/X11/fonts",
    "/etc/fonts",
    "/usr/share/locale",
    "/usr/share/zoneinfo",
    "/etc/localtime",
    "/dev/urandom",
)
"""Shared libraries (a module loaded late needs them, and the C library its tables for GB18030 or Big5), fonts,
locales, time zones: what the system's packages put there for everyone. Random bytes: qpdf opens encrypted files
with them."""


def version() -> int:
    """Version of Landlock that the kernel offers; 0 if it has none."""
    if not kernel.ON_LINUX:
        return 0
    try:
        return kernel.numbered_call(CREATE_RULESET, 0, 0, ASK_VERSION)
    except OSError:
        return 0


def readable_folders(more: Iterable[str] = ()) -> tuple[str, ...]:
    """Folders a job may read: Python's libraries, this package, fonts, locales, time zones.

    Args:
        more: Folders or files that a workshop asked for.

    Returns:
        Existing paths, sorted, links resolved.
    """
    schemes = sysconfig.get_paths()
    libraries = [schemes[name] for name in ("stdlib", "platstdlib", "purelib", "platlib")]
    libraries += [entry for entry in sys.path if Path(entry).name in ("site-packages", "dist-packages")]
    package = str(Path(__file__).resolve().parent.parent)
    wanted: list[str] = [*libraries, package, *SYSTEM_FOLDERS, *more]
    return tuple(sorted({str(Path(each).resolve()) for each in wanted if Path(each).exists()}))


def prepare(folders: Iterable[str]) -> int:
    """Write the rules: reading beneath `folders`, no other file, no network, nobody else's processes.

    The network is closed from version 4 of Landlock on, abstract sockets and signals from version 6.

    Returns:
        A descriptor for `enforce`, which closes it.

    Raises:
        OSError: The kernel has no Landlock, or refused.
    """
    offered = version()
    if not offered:
        raise OSError("the kernel has no Landlock")
    rights = (1 << FILE_RIGHTS_BY_VERSION.get(offered, NEWEST_FILE_RIGHTS)) - 1
    ruleset = _create(offered, rights)
    for folder in folders:
        _allow_reading(ruleset, folder)
    return ruleset


def prepare_scope() -> int:
    """Write rules that shut a process off from the others of the domain it is in (signals, tracing).

    Returns:
        A descriptor for `enforce`, which closes it.

    Raises:
        OSError: The kernel's Landlock is older than version 6, or refused.
    """
    return _create(version(), 0)


def enforce(ruleset: int) -> None:
    """Put the rules in force for this process and its children, for good. Needs `no_new_privs`.

    Raises:
        OSError: The kernel refused.
    """
    try:
        kernel.numbered_call(RESTRICT_SELF, ruleset, 0)
    finally:
        os.close(ruleset)


def _create(offered: int, file_rights: int) -> int:
    network = CONNECT_AND_BIND if file_rights else 0
    attributes = struct.pack("<QQQ", file_rights, network, ABSTRACT_SOCKETS_AND_SIGNALS)
    size = 8 if offered < 4 else 16 if offered < 6 else 24
    buffer = ctypes.create_string_buffer(attributes[:size], size)
    return kernel.numbered_call(CREATE_RULESET, buffer, size, 0)


def _allow_reading(ruleset: int, folder: str) -> None:
    opened = os.open(folder, os.O_PATH | os.O_CLOEXEC)
    try:
        rights = READ_FILE | READ_FOLDER if Path(folder).is_dir() else READ_FILE
        rule = ctypes.create_string_buffer(struct.pack("<Qi", rights, opened), 12)
        kernel.numbered_call(ADD_RULE, ruleset, PATH_BENEATH, rule, 0)
    finally:
        os.close(opened)
