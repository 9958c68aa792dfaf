"""Kernel calls that the standard library does not offer, through ctypes. Loaded before any fork."""

from __future__ import annotations

import ctypes
import os
import signal
import sys

PR_SET_PDEATHSIG = 1
PR_SET_DUMPABLE = 4
PR_SET_SECCOMP = 22
PR_SET_NO_NEW_PRIVS = 38

ON_LINUX = sys.platform == "linux"
LIBRARY = ctypes.CDLL(None, use_errno=True)


def checked(result: int, what: str) -> int:
    """Return `result` of a C call unless it reports an error.

    Raises:
        OSError: `result` is negative; `what` names the call.
    """
    if result < 0:
        number = ctypes.get_errno()
        raise OSError(number, f"{what}: {os.strerror(number)}")
    return result


def set_process_option(option: int, value: int) -> None:
    """Set one option of this process (`prctl`).

    Raises:
        OSError: The kernel refused, or there is no such call on this system.
    """
    if not ON_LINUX:
        raise OSError(f"no process options on {sys.platform}")
    unused = ctypes.c_ulong(0)
    checked(
        LIBRARY.prctl(option, ctypes.c_ulong(value), unused, unused, unused),
        f"process option {option}",
    )


def numbered_call(number: int, *arguments: int | object) -> int:
    """Make a system call that the C library has no function for.

    Raises:
        OSError: The kernel refused.
    """
    wide = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    return checked(int(LIBRARY.syscall(ctypes.c_long(number), *wide)), f"system call {number}")


def die_with(parent: int) -> None:
    """Have the kernel kill this process when the process (and thread) `parent` that made it ends.

    Does nothing where the kernel cannot (not Linux): there the closed socket has to do.
    """
    if not ON_LINUX:
        return
    set_process_option(PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it ended before the line above
        os._exit(1)


def give_back_free_memory() -> None:
    """Hand free memory back to the kernel: a child that takes it gets empty pages, which cost less than copied ones.

    Only the GNU C library can; elsewhere nothing happens.
    """
    trim = getattr(LIBRARY, "malloc_trim", None) if ON_LINUX else None
    if trim is not None:
        trim(0)
