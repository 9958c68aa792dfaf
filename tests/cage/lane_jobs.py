"""A well-behaved workshop, and openers that cannot be opened."""

from __future__ import annotations

import ctypes
import mmap
import os
import threading
import time

from tenderlight.cage import Emit, Perform

FRAMES_BEFORE_KILL = [b"page 1", b"", b"page 3" * 50_000]
KEPT: list[object] = []


class Bench:
    """The work, with what it was opened with."""

    def __init__(self, argument: str) -> None:
        self.opened = f"{argument} {len(KEPT)}".encode()

    def __call__(self, task: bytes, original: int | None, emit: Emit, /) -> None:
        """Do what `task` names."""
        if task.startswith(b"echo"):
            for _ in range(3):
                emit(task)
            return
        emit_or_more = {
            b"opened": lambda: emit(self.opened),
            b"process": lambda: emit(str(os.getpid()).encode()),
            b"descriptors": lambda: emit(str([number for number in range(256) if is_open(number)]).encode()),
            b"environment": lambda: emit("\n".join(f"{key}={value}" for key, value in os.environ.items()).encode()),
            b"sleep": lambda: time.sleep(60),
            b"convert": lambda: emit(convert("人脸识别".encode("gb18030"))),
            b"callbacks": lambda: emit(str(call_back(2000)).encode()),
            b"random": lambda: emit(str(len(os.read(os.open("/dev/urandom", os.O_RDONLY), 8))).encode()),
            b"work": lambda: work(0.06),
            b"crash late": lambda: crash_late(emit),
            b"announce and sleep": lambda: announce(emit, time.sleep),
            b"announce and spin": lambda: announce(emit, work),
            b"read": lambda: emit(os.pread(original or 0, 100, 0)),
            b"map": lambda: emit(str(len(mmap.mmap(original or 0, 0, access=mmap.ACCESS_READ))).encode()),
        }
        emit_or_more[task]()


def is_open(number: int) -> bool:
    try:
        os.fstat(number)
    except OSError:
        return False
    return True


def convert(text: bytes) -> bytes:
    """Convert by the C library, which loads its tables late, as a native reader would."""
    library = ctypes.CDLL(None)
    library.iconv_open.restype = ctypes.c_void_p
    library.iconv.argtypes = [ctypes.c_void_p] + [ctypes.c_void_p] * 4
    converter = library.iconv_open(b"UTF-8", b"GB18030")
    source = ctypes.create_string_buffer(text)
    target = ctypes.create_string_buffer(100)
    source_at, target_at = ctypes.c_void_p(ctypes.addressof(source)), ctypes.c_void_p(ctypes.addressof(target))
    source_left, target_left = ctypes.c_size_t(len(text)), ctypes.c_size_t(100)
    library.iconv(
        converter,
        ctypes.byref(source_at),
        ctypes.byref(source_left),
        ctypes.byref(target_at),
        ctypes.byref(target_left),
    )
    return target.value


def call_back(count: int) -> int:
    """Have native code call back into Python through `count` callbacks made here."""
    kind = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.c_int)
    callbacks = [kind(lambda number: number + 1) for _ in range(count)]
    total = 0
    for callback in callbacks:
        total = callback(total)
    return total


def work(seconds: float) -> None:
    """Use the processor and 40 MiB."""
    block = bytearray(40 << 20)
    until = time.process_time() + seconds
    while time.process_time() < until:
        block[0] = (block[0] + 1) % 256


def crash_late(emit: Emit) -> None:
    for frame in FRAMES_BEFORE_KILL:
        emit(frame)
    os.abort()


def announce(emit: Emit, wait: object) -> None:
    emit(str(os.getpid()).encode())
    assert callable(wait)
    wait(50)


def open_workshop(argument: str = "none") -> Perform:
    """Open it, and count how often."""
    KEPT.append(argument)
    return Bench(argument)


def opener_that_fails() -> Perform:
    raise FileNotFoundError("the vocabulary is missing")


def opener_with_a_thread() -> Perform:
    threading.Thread(target=time.sleep, args=(60,), daemon=True).start()
    return Bench("thread")


def opener_with_shared_memory() -> Perform:
    KEPT.append(mmap.mmap(-1, 4096))
    return Bench("shared")


def opener_that_dies() -> Perform:
    os.abort()
