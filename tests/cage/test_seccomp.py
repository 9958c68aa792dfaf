"""The list of system calls, run by a small interpreter of its own instructions, for both architectures."""

from __future__ import annotations

import os
import re
import struct
from pathlib import Path

import pytest

from tenderlight.cage.seccomp import ALLOW, ARCHITECTURES, CALLS, KILL, REFUSE, prepared, program, program_of

ME = 4321
HEADERS = {
    "x86_64": Path("/usr/include/x86_64-linux-gnu/asm/unistd_64.h"),
    "aarch64": Path("/usr/include/asm-generic/unistd.h"),
}
OTHER_MARK = 0x40000003  # 32-bit x86
NUMBERS = {  # from the kernel's tables, for the calls whose arguments are looked at
    "x86_64": {"openat": 257, "fcntl": 72, "ioctl": 16, "prctl": 157, "prlimit64": 302, "kill": 62, "tgkill": 234},
    "aarch64": {"openat": 56, "fcntl": 25, "ioctl": 29, "prctl": 167, "prlimit64": 261, "kill": 129, "tgkill": 131},
}
FORBIDDEN = {
    "x86_64": {"socket": 41, "clone": 56, "fork": 57, "execve": 59, "ptrace": 101, "mount": 165, "fchmod": 91},
    "aarch64": {"socket": 198, "clone": 220, "execve": 221, "ptrace": 117, "mount": 40, "fchmod": 52},
}


def decide(instructions: bytes, number: int, *arguments: int, mark: int) -> int:
    """Run the program on one call and return what it decides."""
    filled = (*arguments, *[0] * (6 - len(arguments)))
    data = struct.pack("<IIQ6Q", number, mark, 0, *[each & (1 << 64) - 1 for each in filled])
    steps = list(struct.iter_unpack("<HBBI", instructions))
    loaded = position = 0
    while True:
        code, if_true, if_false, value = steps[position]
        position += 1
        if code == 0x20:
            (loaded,) = struct.unpack_from("<I", data, value)
        elif code == 0x06:
            return int(value)
        else:
            met = {0x15: loaded == value, 0x35: loaded >= value, 0x45: bool(loaded & value)}[code]
            position += if_true if met else if_false


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize(
    ("call", "arguments", "expected"),
    [
        ("openat", (-100, 0, os.O_RDONLY), ALLOW),
        ("openat", (-100, 0, os.O_RDONLY | 0o2000000), ALLOW),
        ("openat", (-100, 0, os.O_WRONLY), REFUSE),
        ("openat", (-100, 0, os.O_RDWR), REFUSE),
        ("openat", (-100, 0, 0o3), REFUSE),
        ("openat", (-100, 0, 0o100), REFUSE),
        ("openat", (-100, 0, 0o1000), REFUSE),
        ("openat", (-100, 0, 0o20200000), REFUSE),
        ("fcntl", (3, 3), ALLOW),
        ("fcntl", (3, 1030), ALLOW),
        ("fcntl", (3, 8), REFUSE),
        ("fcntl", (3, 10), REFUSE),
        ("fcntl", (3, 1024), REFUSE),
        ("ioctl", (3, 0x5401), ALLOW),
        ("ioctl", (3, 0x5412), REFUSE),
        ("prctl", (15,), ALLOW),
        ("prctl", (1,), REFUSE),
        ("prctl", (22,), REFUSE),
        ("prlimit64", (0,), ALLOW),
        ("prlimit64", (ME,), ALLOW),
        ("prlimit64", (1,), REFUSE),
        ("kill", (ME, 9), ALLOW),
        ("kill", (1, 9), REFUSE),
        ("kill", (0, 9), REFUSE),
        ("kill", (-1, 9), REFUSE),
        ("tgkill", (ME, ME, 6), ALLOW),
        ("tgkill", (ME + 1, ME, 6), REFUSE),
    ],
)
def test_calls_whose_arguments_count(architecture: str, call: str, arguments: tuple[int, ...], expected: int) -> None:
    instructions = program(architecture, process=ME, may_open=True)
    number, mark = NUMBERS[architecture][call], ARCHITECTURES[architecture][1]
    assert decide(instructions, number, *arguments, mark=mark) == expected


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_only_what_is_listed_is_allowed(architecture: str) -> None:
    column, mark = ARCHITECTURES[architecture]
    instructions = program(architecture, process=ME, may_open=False)
    allowed = {number for number in range(1024) if decide(instructions, number, ME, ME, mark=mark) == ALLOW}
    listed = {numbers[column] for numbers in CALLS.values()} - {None}
    signals_to_itself = {NUMBERS[architecture][name] for name in ("kill", "tgkill", "prlimit64")}
    assert allowed == listed | signals_to_itself
    assert not allowed & {*FORBIDDEN[architecture].values(), NUMBERS[architecture]["openat"]}


@pytest.mark.parametrize("architecture", ARCHITECTURES)
@pytest.mark.parametrize("process", [1, 4242, 4_194_304])
@pytest.mark.parametrize("may_open", [True, False])
def test_what_was_prepared_becomes_the_program_of_a_process(architecture: str, process: int, may_open: bool) -> None:
    whole = program(architecture, process=process, may_open=may_open)
    assert program_of(architecture, process=process, may_open=may_open) == whole
    _, places = prepared(architecture, may_open=may_open)
    assert len(places) == 3  # prlimit64, kill, tgkill


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_calls_of_another_architecture_kill(architecture: str) -> None:
    instructions = program(architecture, process=ME, may_open=True)
    assert decide(instructions, 0, mark=OTHER_MARK) == KILL
    if architecture == "x86_64":
        assert decide(instructions, 0x40000000, mark=ARCHITECTURES[architecture][1]) == KILL


@pytest.mark.parametrize("architecture", ARCHITECTURES)
def test_numbers_are_the_kernels(architecture: str) -> None:
    header = HEADERS[architecture]
    if not header.exists():
        pytest.skip("no kernel headers for this architecture here")
    text = header.read_text("ascii", "replace")
    theirs = {name: int(number) for name, number in re.findall(r"#define __NR(?:3264)?_(\w+)\s+(\d+)", text)}
    theirs.setdefault("newfstatat", theirs.get("fstatat", -1))
    column = ARCHITECTURES[architecture][0]
    ours = {name: numbers[column] for name, numbers in CALLS.items() if numbers[column] is not None}
    named = NUMBERS[architecture] | FORBIDDEN[architecture]
    assert {name: theirs.get(name) for name in ours | named} == ours | named
