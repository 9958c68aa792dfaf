"""A workshop whose jobs go wrong in every way a reader of hostile files has been seen to, or could."""

from __future__ import annotations

import builtins
import ctypes
import hashlib
import json
import mmap
import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tenderlight.cage import Emit, Perform
from tenderlight.cage.child import ANSWER
from tenderlight.cage.frames import END, FAILURE, FRAME, HEADER
from tests.cage.escapes import ESCAPES, MORE_ESCAPES, foreign_call

LIBRARY = ctypes.CDLL(None, use_errno=True)
LIBRARY.malloc.restype = ctypes.c_void_p
LIBRARY.malloc.argtypes = [ctypes.c_size_t]
LIBRARY.memset.argtypes = [ctypes.c_void_p, ctypes.c_int, ctypes.c_size_t]
BLOCK_BYTES = 4 << 20
FIRST = b"read before the fault"

TABLE = {"state": "as loaded"}
"""What every job must find as the workshop left it."""


class Unspeakable(Exception):
    """An exception that cannot be shown."""

    def __str__(self) -> str:
        raise ValueError("not even this")


def open_workshop() -> Perform:
    """Return the work: a control job, a fault, or an attempt to get out, by the name in the task."""
    return perform


def perform(task: bytes, original: int | None, emit: Emit, /) -> None:
    """Do what `task` names."""
    name = task.decode()
    if name == "control":
        control(original, emit)
    elif name in FAULTS:
        emit(FIRST)
        FAULTS[name](emit)
    else:
        emit(attempt(name, original))


def control(original: int | None, emit: Emit) -> None:
    """Say everything that an earlier job could have spoilt."""
    content = b"" if original is None else os.pread(original, 1 << 20, 0)
    seen = {
        "sha256": hashlib.sha256(content).hexdigest(),
        "table": TABLE,
        "modules": len(sys.modules),
        "builtins": hashlib.sha256(repr(sorted(vars(builtins))).encode()).hexdigest(),
        "length": len("three"),
        "environment": sorted(os.environ),
        "folder": str(Path.cwd()),
        "descriptors": [number for number in range(64) if is_open(number)],
    }
    emit(json.dumps(seen, sort_keys=True).encode())


def attempt(name: str, original: int | None) -> bytes:
    """Try to get out, and say how it went."""
    attempts = ESCAPES | MORE_ESCAPES
    try:
        attempts[name](original)
    except OSError as error:
        return f"refused: {error.errno}".encode()
    except RuntimeError as error:
        return f"refused: {error}".encode()
    return b"got out"


def is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def segv(_: Emit) -> None:
    ctypes.string_at(0)


def spin_without_signals(_: Emit) -> None:
    for number in set(signal.Signals) - {signal.SIGKILL, signal.SIGSTOP}:
        signal.signal(number, signal.SIG_IGN)
    while True:
        pass


def spin(_: Emit) -> None:
    while True:
        pass


def stop_itself(_: Emit) -> None:
    os.kill(os.getpid(), signal.SIGSTOP)


def fill_with_objects(_: Emit) -> None:
    kept = []
    while True:
        kept.append(bytearray(BLOCK_BYTES))


def fill_with_mappings(_: Emit) -> None:
    kept = []
    while True:
        kept.append(mmap.mmap(-1, BLOCK_BYTES))
        kept[-1].write(b"x" * BLOCK_BYTES)


def fill_natively(_: Emit) -> None:
    while True:  # as native code that does not look at what malloc returned
        LIBRARY.memset(LIBRARY.malloc(BLOCK_BYTES), 1, BLOCK_BYTES)


def fill_and_abort(_: Emit) -> None:
    while block := LIBRARY.malloc(BLOCK_BYTES):
        LIBRARY.memset(block, 1, BLOCK_BYTES)
    LIBRARY.abort()


def one_huge_string(_: Emit) -> None:
    len(b"x" * (1 << 40))


def recurse(_: Emit) -> None:
    def deeper(depth: int) -> int:
        return deeper(depth + 1) + 1

    deeper(0)


def recurse_natively(_: Emit) -> None:
    sys.setrecursionlimit(1 << 30)
    kind = ctypes.CFUNCTYPE(ctypes.c_int)

    def deeper() -> int:
        return int(callback())

    callback = kind(deeper)
    callback()


def flood_descriptors(_: Emit) -> None:
    while True:
        os.dup(0)


def flood_answer(emit: Emit) -> None:
    while True:
        emit(b"x" * 100_000)


def flood_small_frames(emit: Emit) -> None:
    while True:
        emit(b"")


def send_huge_frame(emit: Emit) -> None:
    emit(b"x" * (3 << 20))


def promise_huge_frame(_: Emit) -> None:
    os.write(ANSWER, HEADER.pack(FRAME, (1 << 32) - 1))


def flood_output(_: Emit) -> None:
    for _number in range(200):
        os.write(1, b"this must not be seen\n" * 1000)
        os.write(2, b"this must not be seen\n" * 1000)


def raw(*parts: bytes) -> Callable[[Emit], None]:
    """A job that writes to the answer pipe past `emit` and leaves without a word."""

    def write(_: Emit) -> None:
        for part in parts:
            os.write(ANSWER, part)
        os._exit(0)

    return write


def end_and_spin(emit: Emit) -> None:
    os.write(ANSWER, HEADER.pack(END, 0))
    spin(emit)


def poison(_: Emit) -> None:
    hostile: Any = int
    TABLE["state"] = "poisoned"
    builtins.sorted = hostile
    json.dumps = hostile
    os.environ["POISON"] = "1"
    sys.modules["poison"] = sys.modules["os"]


def close_everything(_: Emit) -> None:
    os.closerange(0, 64)


def leave(code: int) -> Callable[[Emit], None]:
    """A job whose library ends the process itself."""

    def end(_: Emit) -> None:
        LIBRARY.exit(code)

    return end


def throw(error: BaseException) -> Callable[[Emit], None]:
    """A job that raises `error`."""

    def raise_it(_: Emit) -> None:
        raise error

    return raise_it


FAULTS: dict[str, Callable[[Emit], None]] = {
    "foreign call": lambda _: foreign_call(),
    "abort": lambda _: os.abort(),
    "segv": segv,
    "kill itself": lambda _: os.kill(os.getpid(), signal.SIGKILL),
    "spin without signals": spin_without_signals,
    "spin": spin,
    "sleep": lambda _: time.sleep(60),
    "stop itself": stop_itself,
    "fill with objects": fill_with_objects,
    "fill with mappings": fill_with_mappings,
    "fill natively": fill_natively,
    "fill and abort": fill_and_abort,
    "one huge string": one_huge_string,
    "recurse": recurse,
    "recurse natively": recurse_natively,
    "flood descriptors": flood_descriptors,
    "flood answer": flood_answer,
    "flood small frames": flood_small_frames,
    "send huge frame": send_huge_frame,
    "promise huge frame": promise_huge_frame,
    "flood output": flood_output,
    "half a frame": raw(HEADER.pack(FRAME, 100), b"x" * 50),
    "half a header": raw(b"F\0"),
    "no frame at all": raw(b"GET / HTTP/1.1\r\n\r\n"),
    "two ends": raw(HEADER.pack(END, 0), HEADER.pack(END, 0)),
    "frame after the end": raw(HEADER.pack(END, 0), HEADER.pack(FRAME, 1), b"x"),
    "long end": raw(HEADER.pack(END, 5), b"xxxxx"),
    "failure that is not text": raw(HEADER.pack(FAILURE, 4), b"\xff\xfe\x00\xd8"),
    "end and spin": end_and_spin,
    "poison": poison,
    "close everything": close_everything,
    "exit 0": leave(0),
    "exit 1": leave(1),
    "raise": throw(ValueError("page 3 is bent")),
    "raise exit": throw(SystemExit(0)),
    "raise interrupt": throw(KeyboardInterrupt()),
    "raise unspeakable": throw(Unspeakable()),
    "raise at length": throw(ValueError("长" * 1_000_000)),
    "raise half a character": throw(ValueError("\ud800")),
}
