"""Ctrl-C held off for the moment in which something is begun and not yet written down."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator
from types import FrameType


@contextlib.contextmanager
def held_interrupts() -> Iterator[None]:
    """Let an interrupt (SIGINT) that comes inside take effect at the end.

    Between the start of a process and the line that keeps its number an interrupt would leave a process that nobody
    ends. Only for what takes milliseconds. Interrupts reach the main thread alone: in others nothing is held.
    """
    usual = signal.getsignal(signal.SIGINT)
    if usual is None or threading.current_thread() is not threading.main_thread():
        yield
        return
    came: list[int] = []

    def note(number: int, _frame: FrameType | None) -> None:
        came.append(number)

    signal.signal(signal.SIGINT, note)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, usual)
        if came:
            signal.raise_signal(signal.SIGINT)
