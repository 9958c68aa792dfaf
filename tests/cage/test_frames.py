"""The reader of answers: whole frames in order, whatever the pieces, and never more than allowed."""

from __future__ import annotations

import os
import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.cage import Limits
from tenderlight.cage.frames import END, FAILURE, FAILURE_BYTES, FRAME, HEADER, OUT_OF_MEMORY, FrameReader, send_frame

MEBIBYTE = 1 << 20


def written(*frames: bytes, end: bool = True) -> bytes:
    """The bytes of an answer."""
    parts = [HEADER.pack(FRAME, len(frame)) + frame for frame in frames]
    return b"".join(parts) + (HEADER.pack(END, 0) if end else b"")


def read_in_pieces(answer: bytes, sizes: list[int], reader: FrameReader) -> list[bytes]:
    """Feed `answer` in pieces of `sizes`, repeated."""
    frames: list[bytes] = []
    position = index = 0
    while position < len(answer):
        size = sizes[index % len(sizes)]
        frames += reader.feed(answer[position : position + size])
        position, index = position + size, index + 1
    return frames


@given(frames=st.lists(st.binary(max_size=40), max_size=8), sizes=st.lists(st.integers(1, 50), min_size=1, max_size=5))
def test_frames_come_out_as_they_went_in(frames: list[bytes], sizes: list[int]) -> None:
    reader = FrameReader(Limits(frame_bytes=40, answer_bytes=MEBIBYTE))
    assert read_in_pieces(written(*frames), sizes, reader) == frames
    assert reader.has_ended
    assert not reader.is_broken
    assert not reader.has_partial_frame
    assert reader.frames_received == len(frames)


@given(untrusted=st.binary(max_size=300), sizes=st.lists(st.integers(1, 60), min_size=1, max_size=5))
def test_any_bytes_end_the_same_however_they_are_cut(untrusted: bytes, sizes: list[int]) -> None:
    whole = FrameReader(Limits(frame_bytes=30, answer_bytes=200))
    cut = FrameReader(Limits(frame_bytes=30, answer_bytes=200))
    frames = whole.feed(untrusted)
    assert read_in_pieces(untrusted, sizes, cut) == frames
    assert (cut.malformed, cut.exceeded, cut.failure) == (whole.malformed, whole.exceeded, whole.failure)
    assert sum(len(frame) + HEADER.size for frame in frames) <= 200
    assert all(len(frame) <= 30 for frame in frames)


@pytest.mark.parametrize(
    ("answer", "frames", "exceeded", "malformed"),
    [
        (written(b"x" * 10), [b"x" * 10], None, None),
        (written(b"x" * 11), [], "frame_bytes", None),
        (written(b"a", b"x" * 11), [b"a"], "frame_bytes", None),
        (written(*[b"x" * 10] * 4, end=False), [b"x" * 10] * 4, None, None),
        (written(*[b"x" * 10] * 5, end=False), [b"x" * 10] * 4, "answer_bytes", None),
        (written(b"a") + b"F", [b"a"], None, None),
        (written(b"a") + written(b"b"), [b"a"], None, "more frames after the last"),
        (written(b"a", end=False) + OUT_OF_MEMORY + written(), [b"a"], None, "more frames after the last"),
        (b"Z\0\0\0\1x", [], None, "a frame of an unknown kind"),
        (HEADER.pack(END, 1), [], None, "an end or failure frame that is too long"),
        (HEADER.pack(FAILURE, FAILURE_BYTES + 1), [], None, "an end or failure frame that is too long"),
    ],
)
def test_limits_of_an_answer(answer: bytes, frames: list[bytes], exceeded: str | None, malformed: str | None) -> None:
    reader = FrameReader(Limits(frame_bytes=10, answer_bytes=60))
    assert reader.feed(answer) == frames
    assert (reader.exceeded, reader.malformed) == (exceeded, malformed)
    if reader.is_broken:
        assert reader.feed(written(b"more")) == []


def test_more_frames_than_allowed_are_not_taken_apart() -> None:
    reader = FrameReader(Limits(frames=3))
    assert reader.feed(written(*[b""] * 1000)) == [b""] * 3
    assert reader.exceeded == "frames"


def test_failure_cannot_command_a_terminal() -> None:
    reader = FrameReader(Limits())
    text = "Value\x1b[2JError\nline one\n\x1b]0;title\x07 \u202etxt.exe\r\nline two 第三页".encode()
    reader.feed(HEADER.pack(FAILURE, len(text)) + text)
    assert reader.failure == ("Value\ufffd[2JError", "line one \ufffd]0;title\ufffd \ufffdtxt.exe line two 第三页")


def test_memory_failure_is_written_beforehand() -> None:
    reader = FrameReader(Limits(frame_bytes=10, answer_bytes=60))
    reader.feed(OUT_OF_MEMORY)
    assert reader.failure == ("MemoryError", "")


def test_a_frame_larger_than_the_pipe_arrives_whole() -> None:
    reading, writing = os.pipe()
    frame = os.urandom(300_000)

    def write() -> None:
        send_frame(writing, frame)
        os.close(writing)

    writer = threading.Thread(target=write)
    writer.start()
    reader = FrameReader(Limits(frame_bytes=MEBIBYTE, answer_bytes=MEBIBYTE))
    frames: list[bytes] = []
    while chunk := os.read(reading, 7000):
        frames += reader.feed(chunk)
    os.close(reading)
    writer.join()
    assert frames == [frame]
