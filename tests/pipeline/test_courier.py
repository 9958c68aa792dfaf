"""What comes from the courier, read by the coordinator: each message once, also where taking one raises."""

from __future__ import annotations

import os
import time
from pathlib import Path

import pytest

from tenderlight.pipeline.cluster_messages import DONE, ENTRIES, HEADER, READY
from tenderlight.pipeline.courier import Courier


def message(kind: bytes, number: int, content: bytes = b"") -> bytes:
    return HEADER.pack(kind, number, len(content)) + content


def test_a_message_that_is_refused_does_not_come_again_and_those_behind_it_do(monkeypatch: pytest.MonkeyPatch) -> None:
    ours, theirs = os.pipe()
    os.set_blocking(ours, False)
    monkeypatch.setattr(Courier, "_start", lambda courier: setattr(courier, "_pipes", (ours, os.dup(ours))))
    courier = Courier("made:6379", count=None)
    os.write(theirs, message(READY, 2) + message(ENTRIES, 1, b"x") + message(DONE, 1) + message(ENTRIES, 2, b"y")[:-1])

    def refuse() -> None:
        for kind, number, _ in courier.receive():
            raise ValueError(f"{kind!r} {number}")

    for expected in ("b'E' 1", "b'D' 1"):
        with pytest.raises(ValueError, match=expected):
            refuse()
    assert not courier.deadline
    os.write(theirs, b"y" + message(DONE, 2))
    with pytest.raises(ValueError, match="b'E' 2"):
        refuse()
    due = courier.deadline
    assert due is not None
    assert due <= time.monotonic()
    assert list(courier.receive()) == [(DONE, 2, b"")]
    courier.close()
    os.close(theirs)


def test_a_courier_that_could_not_be_started_deletes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    deleted: list[Path] = []
    monkeypatch.setattr(Path, "unlink", lambda path, **_: deleted.append(path))
    monkeypatch.setattr(Courier, "_start", lambda _: None)
    Courier("made:6379", count=None).close()
    assert deleted == []
