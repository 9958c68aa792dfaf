"""Seccomp: the list of system calls a job may make, as a BPF program put together here.

Everything that is not on the list fails with "operation not permitted" (EPERM): libraries that probe
for a call carry on without it. Calls for another architecture, and x32 calls, kill the process: no
honest reader makes them.

Source: Linux `Documentation/userspace-api/seccomp_filter.rst`, `include/uapi/linux/{bpf_common,seccomp,audit}.h`;
call numbers from `asm/unistd_64.h` (x86_64) and `asm-generic/unistd.h` (aarch64).
"""

from __future__ import annotations

import ctypes
import errno
import os
import platform
import struct
import sys
from functools import cache

from tenderlight.cage import kernel

LOAD_WORD, JUMP_IF_EQUAL, JUMP_IF_AT_LEAST, JUMP_IF_ANY_BIT, RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
ALLOW, KILL, REFUSE = 0x7FFF0000, 0x80000000, 0x00050000 | errno.EPERM
CALL_NUMBER, ARCHITECTURE, FIRST_ARGUMENT = 0, 4, 16
FIRST_X32_CALL = 0x40000000
FILTER_MODE = 2
_WORD_BYTES = 4
_NOBODY = 0x7FFFFFFF
"""No process has this number: the kernel gives none above 4,194,304."""

ARCHITECTURES = {"x86_64": (0, 0xC000003E), "aarch64": (1, 0xC00000B7)}
"""Machine name → column in the tables below, and the kernel's mark for it."""

CALLS: dict[str, tuple[int | None, int | None]] = {
    # bytes, from descriptors already open
    "read": (0, 63),
    "write": (1, 64),
    "pread64": (17, 67),
    "lseek": (8, 62),
    "readv": (19, 65),
    "writev": (20, 66),
    "preadv": (295, 69),
    "close": (3, 57),
    "dup": (32, 23),
    "dup2": (33, None),
    "dup3": (292, 24),
    "fadvise64": (221, 223),
    # what a file is, without opening it
    "fstat": (5, 80),
    "newfstatat": (262, 79),
    "stat": (4, None),
    "lstat": (6, None),
    "statx": (332, 291),
    "access": (21, None),
    "faccessat": (269, 48),
    "faccessat2": (439, 439),
    "readlink": (89, None),
    "readlinkat": (267, 78),
    "getcwd": (79, 17),
    "getdents64": (217, 61),
    "statfs": (137, 43),
    "fstatfs": (138, 44),
    # memory
    "mmap": (9, 222),
    "munmap": (11, 215),
    "mprotect": (10, 226),
    "mremap": (25, 216),
    "brk": (12, 214),
    "madvise": (28, 233),
    # signals received, waiting, time
    "rt_sigaction": (13, 134),
    "rt_sigprocmask": (14, 135),
    "rt_sigreturn": (15, 139),
    "rt_sigpending": (127, 136),
    "sigaltstack": (131, 132),
    "restart_syscall": (219, 128),
    "futex": (202, 98),
    "set_robust_list": (273, 99),
    "rseq": (334, 293),
    "sched_yield": (24, 124),
    "sched_getaffinity": (204, 123),
    "getcpu": (309, 168),
    "poll": (7, None),
    "ppoll": (271, 73),
    "select": (23, None),
    "pselect6": (270, 72),
    "nanosleep": (35, 101),
    "clock_nanosleep": (230, 115),
    "clock_gettime": (228, 113),
    "clock_getres": (229, 114),
    "gettimeofday": (96, 169),
    "time": (201, None),
    "times": (100, 153),
    "getitimer": (36, 102),
    "setitimer": (38, 103),
    "alarm": (37, None),
    "pause": (34, None),
    # about this process
    "getpid": (39, 172),
    "gettid": (186, 178),
    "getppid": (110, 173),
    "getuid": (102, 174),
    "geteuid": (107, 175),
    "getgid": (104, 176),
    "getegid": (108, 177),
    "getresuid": (118, 148),
    "getresgid": (120, 150),
    "getgroups": (115, 158),
    "uname": (63, 160),
    "sysinfo": (99, 179),
    "getrusage": (98, 165),
    "getrlimit": (97, 163),
    "getrandom": (318, 278),
    "exit": (60, 93),
    "exit_group": (231, 94),
}
"""Calls that are allowed whatever their arguments. None: the architecture has no such call."""

OPEN, OPEN_AT = (2, None), (257, 56)
FCNTL, IOCTL, PRCTL = (72, 25), (16, 29), (157, 167)
PRLIMIT, KILL_PROCESS, KILL_THREAD = (302, 261), (62, 129), (234, 131)

WRITING = 0o3 | 0o100 | 0o1000 | 0o20000000
"""Flags of `open` that write: write-only, read-write, create, truncate, nameless file."""
DESCRIPTOR_REQUESTS = (0, 1, 2, 3, 4, 1030, 1032)
"""`fcntl`: duplicate, get and set flags, pipe size. Not: owner and signal, which can signal other processes."""
TERMINAL_REQUESTS = (0x5401, 0x5450, 0x5451)
"""`ioctl`: "is this a terminal?", close-on-exec off and on."""
NAME_REQUESTS = (15, 16)
"""`prctl`: set and get the thread's name."""

REFUSED: dict[str, tuple[int, int]] = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "kcmp": (312, 272),
    "bpf": (321, 280),
    "perf_event_open": (298, 241),
    "userfaultfd": (323, 282),
    "io_uring_setup": (425, 425),
    "add_key": (248, 217),
    "request_key": (249, 218),
    "keyctl": (250, 219),
    "mount": (165, 40),
    "umount2": (166, 39),
    "pivot_root": (155, 41),
    "unshare": (272, 97),
    "setns": (308, 268),
    "init_module": (175, 105),
    "finit_module": (313, 273),
    "kexec_load": (246, 104),
    "open_by_handle_at": (304, 265),
    "clock_settime": (227, 112),
    "settimeofday": (164, 170),
    "reboot": (169, 142),
    "swapon": (167, 224),
    "acct": (163, 89),
}
"""Calls that are refused to a whole program that runs behind walls of its own: the kernel's least watched corners."""

Instruction = tuple[int, int, int, int]


def machine() -> str | None:
    """The architecture of this process if its calls are in the tables, otherwise None."""
    if not kernel.ON_LINUX or sys.maxsize < 2**32 or sys.byteorder != "little":
        return None
    name = platform.machine()
    return name if name in ARCHITECTURES else None


def program(architecture: str, *, process: int, may_open: bool) -> bytes:
    """Put the filter together.

    Args:
        architecture: A key of `ARCHITECTURES`.
        process: The process the filter is for: the only one it may signal.
        may_open: Whether files may be opened for reading. Where Landlock does not say which, they
            must not.

    Returns:
        The instructions as the kernel wants them, eight bytes each.
    """
    column, _ = ARCHITECTURES[architecture]
    written = _beginning(architecture)
    for numbers in CALLS.values():
        written += _when(numbers[column], [(RETURN, 0, 0, ALLOW)])
    if may_open:
        written += _when(OPEN[column], _refuse_bits(1, WRITING))
        written += _when(OPEN_AT[column], _refuse_bits(2, WRITING))
    written += _when(FCNTL[column], _allow_values(1, DESCRIPTOR_REQUESTS))
    written += _when(IOCTL[column], _allow_values(1, TERMINAL_REQUESTS))
    written += _when(PRCTL[column], _allow_values(0, NAME_REQUESTS))
    written += _when(PRLIMIT[column], _allow_values(0, (0, process)))
    written += _when(KILL_PROCESS[column], _allow_values(0, (process,)))
    written += _when(KILL_THREAD[column], _allow_values(0, (process,)))
    written.append((RETURN, 0, 0, REFUSE))
    return b"".join(struct.pack("<HBBI", *instruction) for instruction in written)


@cache
def prepared(architecture: str, *, may_open: bool) -> tuple[bytes, tuple[int, ...]]:
    """Put the filter together for a process that is not there yet.

    A lane calls it once before it forks: putting it together takes a child longer than the kernel takes to read it.

    Returns:
        The instructions as `program` gives them, and where in them the number of the process is to be put.
    """
    one, other = (program(architecture, process=number, may_open=may_open) for number in (_NOBODY, _NOBODY - 1))
    places = range(0, len(one), _WORD_BYTES)
    return one, tuple(at for at in places if one[at : at + _WORD_BYTES] != other[at : at + _WORD_BYTES])


def program_of(architecture: str, *, process: int, may_open: bool) -> bytes:
    """Return what `program` returns, of what was prepared."""
    instructions, places = prepared(architecture, may_open=may_open)
    written = bytearray(instructions)
    for place in places:
        written[place : place + _WORD_BYTES] = process.to_bytes(_WORD_BYTES, "little")
    return bytes(written)


def refusals(architecture: str) -> bytes:
    """Put a filter together that refuses what is in `REFUSED` and allows the rest, as the kernel wants it.

    Args:
        architecture: A key of `ARCHITECTURES`.
    """
    column, _ = ARCHITECTURES[architecture]
    written = _beginning(architecture)
    for numbers in REFUSED.values():
        written += _when(numbers[column], [(RETURN, 0, 0, REFUSE)])
    written.append((RETURN, 0, 0, ALLOW))
    return b"".join(struct.pack("<HBBI", *instruction) for instruction in written)


def _beginning(architecture: str) -> list[Instruction]:
    """Return what every filter begins with: calls of another architecture kill; the number of the call is loaded."""
    written: list[Instruction] = [
        (LOAD_WORD, 0, 0, ARCHITECTURE),
        (JUMP_IF_EQUAL, 1, 0, ARCHITECTURES[architecture][1]),
        (RETURN, 0, 0, KILL),
        (LOAD_WORD, 0, 0, CALL_NUMBER),
    ]
    if architecture == "x86_64":
        written += [(JUMP_IF_AT_LEAST, 0, 1, FIRST_X32_CALL), (RETURN, 0, 0, KILL)]
    return written


def install(*, may_open: bool) -> None:
    """Bind this process to the list for good. Needs `no_new_privs`.

    Raises:
        OSError: The architecture is not in the tables, or the kernel refused.
    """
    name = machine()
    if name is None:
        raise OSError(f"no list of system calls for {platform.machine()}")
    instructions = program_of(name, process=os.getpid(), may_open=may_open)
    kernel.set_process_option(kernel.PR_SET_NO_NEW_PRIVS, 1)
    buffer = ctypes.create_string_buffer(instructions, len(instructions))
    count = len(instructions) // 8
    header = ctypes.create_string_buffer(struct.pack("@HP", count, ctypes.addressof(buffer)), struct.calcsize("@HP"))
    unused = ctypes.c_ulong(0)
    kernel.checked(
        kernel.LIBRARY.prctl(
            kernel.PR_SET_SECCOMP,
            ctypes.c_ulong(FILTER_MODE),
            ctypes.byref(header),
            unused,
            unused,
        ),
        "system call filter",
    )


def _when(number: int | None, block: list[Instruction]) -> list[Instruction]:
    if number is None:
        return []
    return [(JUMP_IF_EQUAL, 0, len(block), number), *block]


def _refuse_bits(argument: int, bits: int) -> list[Instruction]:
    return [
        (LOAD_WORD, 0, 0, FIRST_ARGUMENT + 8 * argument),
        (JUMP_IF_ANY_BIT, 0, 1, bits),
        (RETURN, 0, 0, REFUSE),
        (RETURN, 0, 0, ALLOW),
    ]


def _allow_values(argument: int, values: tuple[int, ...]) -> list[Instruction]:
    block: list[Instruction] = [(LOAD_WORD, 0, 0, FIRST_ARGUMENT + 8 * argument)]
    for value in values:
        block += [(JUMP_IF_EQUAL, 0, 1, value), (RETURN, 0, 0, ALLOW)]
    return [*block, (RETURN, 0, 0, REFUSE)]
