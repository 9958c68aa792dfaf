from __future__ import annotations

import ctypes
import os
from pathlib import Path

import pytest

from tenderlight.cage import kernel

C_LIBRARY = ctypes.CDLL(None)
BLOCKS, BLOCK_BYTES = 640, 64 * 1024
"""Forty megabytes, in blocks too small for the C library to map each by itself, which it hands back when freed."""


def resident_bytes() -> int:
    return int(Path("/proc/self/statm").read_text("ascii").split()[1]) * os.sysconf("SC_PAGE_SIZE")


@pytest.mark.skipif(not hasattr(C_LIBRARY, "gnu_get_libc_version"), reason="only the GNU C library hands memory back")
def test_memory_that_was_freed_is_handed_back_to_the_kernel() -> None:
    C_LIBRARY.malloc.restype = ctypes.c_void_p
    C_LIBRARY.malloc.argtypes = [ctypes.c_size_t]
    C_LIBRARY.free.argtypes = [ctypes.c_void_p]
    kernel.give_back_free_memory()
    blocks = [C_LIBRARY.malloc(BLOCK_BYTES) for _ in range(BLOCKS)]
    for block in blocks:
        ctypes.memset(block, 1, BLOCK_BYTES)
    *freed, kept = blocks  # while the last is in use, the C library keeps what lies before it
    for block in freed:
        C_LIBRARY.free(block)
    before = resident_bytes()
    kernel.give_back_free_memory()
    handed_back = before - resident_bytes()
    C_LIBRARY.free(kept)
    assert handed_back > BLOCKS * BLOCK_BYTES * 0.8


def test_where_the_library_cannot_nothing_happens(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(kernel, "LIBRARY", object())
    kernel.give_back_free_memory()
