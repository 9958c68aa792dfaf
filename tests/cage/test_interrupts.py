"""An interrupt that comes while something is begun takes effect when it is written down."""

from __future__ import annotations

import signal
import threading
from types import FrameType

import pytest

from tenderlight.cage import held_interrupts


def test_an_interrupt_inside_comes_at_the_end() -> None:
    done = []

    def begin() -> None:
        with held_interrupts():
            signal.raise_signal(signal.SIGINT)
            done.append("written down")

    with pytest.raises(KeyboardInterrupt):
        begin()
    assert done == ["written down"]


def test_without_an_interrupt_nothing_changes() -> None:
    before = signal.getsignal(signal.SIGINT)
    with held_interrupts():
        assert signal.getsignal(signal.SIGINT) is not before
    assert signal.getsignal(signal.SIGINT) is before


def test_who_listened_before_is_told() -> None:
    told: list[int] = []

    def listen(number: int, _frame: FrameType | None) -> None:
        told.append(number)

    before = signal.signal(signal.SIGINT, listen)
    try:
        with held_interrupts():
            signal.raise_signal(signal.SIGINT)
            assert told == []
        assert told == [signal.SIGINT]
    finally:
        signal.signal(signal.SIGINT, before)


def test_an_error_inside_is_not_lost() -> None:
    with pytest.raises(ValueError, match="begun"), held_interrupts():
        raise ValueError("begun")


def test_another_thread_holds_nothing() -> None:
    before = signal.getsignal(signal.SIGINT)
    seen = []

    def begin() -> None:
        with held_interrupts():
            seen.append(signal.getsignal(signal.SIGINT))

    thread = threading.Thread(target=begin)
    thread.start()
    thread.join()
    assert seen == [before]
