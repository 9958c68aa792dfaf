"""The answer pipe: frames with their length in front, read by a side that trusts nothing.

On the pipe a frame is one letter, four bytes of length (big-endian) and that many bytes. `F` is a frame of
the answer, `X` the exception that ended the job, `E` (empty) the end: an answer without it is not whole.
"""

from __future__ import annotations

import os
import struct

from tenderlight.cage.limits import Limits

HEADER = struct.Struct(">cI")
FRAME, FAILURE, END = b"F", b"X", b"E"
FAILURE_BYTES = 4096
"""Longest exception text, the class name included."""

OUT_OF_MEMORY = HEADER.pack(FAILURE, 11) + b"MemoryError"
"""Made beforehand: there is no memory left to make it with."""


def write_all(descriptor: int, *parts: bytes) -> None:
    """Write `parts` one after the other, all of them.

    Raises:
        OSError: The other side is gone.
    """
    for part in parts:
        rest = memoryview(part)
        while rest:
            rest = rest[os.write(descriptor, rest) :]


def send_frame(descriptor: int, frame: bytes, kind: bytes = FRAME) -> None:
    """Send one frame at once: what is sent before a crash is not lost with it.

    Raises:
        OSError: The reader closed the pipe (it had enough).
        ValueError: The frame is 4 GiB or longer.
    """
    if len(frame) >= 1 << 32:
        raise ValueError("a frame must be shorter than 4 GiB")
    header = HEADER.pack(kind, len(frame))
    if len(frame) <= 1 << 16:
        write_all(descriptor, header + frame)
    else:
        write_all(descriptor, header, frame)


class FrameReader:
    """Takes the answer apart as it comes in, within bounds, whatever the bytes are.

    Attributes:
        frames_received: Whole frames so far.
        has_ended: The end mark was seen.
        failure: Class name and message of the exception that ended the job, or None. Untrusted text,
            printable and on one line.
        exceeded: Name of the limit that the answer went over, or None.
        malformed: What is wrong with the bytes, or None.
    """

    def __init__(self, limits: Limits) -> None:
        """Start with nothing read.

        Args:
            limits: Bounds of a frame, of all frames with their headers, and of their number.
        """
        self.frames_received = 0
        self.has_ended = False
        self.failure: tuple[str, str] | None = None
        self.exceeded: str | None = None
        self.malformed: str | None = None
        self._frame_bytes = limits.frame_bytes
        self._frames_left = limits.frames
        self._bytes_left = limits.answer_bytes
        self._pending = bytearray()

    @property
    def is_broken(self) -> bool:
        """Nothing more can be taken from this answer."""
        return self.exceeded is not None or self.malformed is not None

    @property
    def has_partial_frame(self) -> bool:
        """The bytes so far stop within a frame."""
        return bool(self._pending)

    def feed(self, untrusted_bytes: bytes) -> list[bytes]:
        """Take more bytes and return the frames that are now whole, in order."""
        if self.is_broken:
            return []
        self._pending += untrusted_bytes
        frames: list[bytes] = []
        position = 0
        while len(self._pending) - position >= HEADER.size:
            kind, length = HEADER.unpack_from(self._pending, position)
            if not self._accepts(kind, length):
                self._pending.clear()
                return frames
            start = position + HEADER.size
            if len(self._pending) < start + length:
                break
            position = start + length
            self._bytes_left -= HEADER.size + length
            self._take(kind, bytes(self._pending[start:position]), frames)
        del self._pending[:position]
        return frames

    def _accepts(self, kind: bytes, length: int) -> bool:
        longest = {FRAME: self._frame_bytes, FAILURE: FAILURE_BYTES, END: 0}.get(kind)
        if longest is None:
            self.malformed = "a frame of an unknown kind"
        elif self.has_ended or self.failure is not None:
            self.malformed = "more frames after the last"
        elif length > longest and kind != FRAME:
            self.malformed = "an end or failure frame that is too long"
        elif length > longest:
            self.exceeded = "frame_bytes"
        elif kind == FRAME and HEADER.size + length > self._bytes_left:
            self.exceeded = "answer_bytes"
        elif kind == FRAME and not self._frames_left:
            self.exceeded = "frames"
        return not self.is_broken

    def _take(self, kind: bytes, content: bytes, frames: list[bytes]) -> None:
        if kind == FRAME:
            self.frames_received += 1
            self._frames_left -= 1
            frames.append(content)
        elif kind == END:
            self.has_ended = True
        else:
            name, _, message = content.decode("utf-8", "replace").partition("\n")
            self.failure = (shown(name[:200]), shown(message))


def shown(untrusted_text: str) -> str:
    """The text with nothing in it that could command a terminal or turn a line around."""
    return "".join(each if each.isprintable() else "\ufffd" for each in " ".join(untrusted_text.split()))
