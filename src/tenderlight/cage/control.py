"""Messages between the parent and its lane, over a socket pair. Both sides are ours and trusted."""

from __future__ import annotations

import array
import dataclasses
import os
import socket
import struct

HEADER = struct.Struct(">cI")
OPEN, JOB, STOP, COPY = b"O", b"J", b"S", b"C"
"""Parent to lane: open the workshop; do a job; stop the job being done; start another lane that is a copy of it."""
READY, BROKEN, REPORT = b"R", b"B", b"D"
"""Lane to parent: open; about to end, with the reason; the job's process has ended."""

MOST_DESCRIPTORS = 2


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """One message, with the descriptors that came along."""

    kind: bytes
    content: bytes
    descriptors: tuple[int, ...] = ()


def send(connection: socket.socket, message: Message) -> None:
    """Send one message.

    Raises:
        OSError: The other side is gone, or does not read (`TimeoutError`).
    """
    header = HEADER.pack(message.kind, len(message.content))
    passed = array.array("i", message.descriptors)
    along = [(socket.SOL_SOCKET, socket.SCM_RIGHTS, passed)] if message.descriptors else []
    connection.sendmsg([header], along)
    connection.sendall(message.content)


def receive(connection: socket.socket) -> Message | None:
    """Wait for one message; None when the other side is gone.

    Raises:
        TimeoutError: The socket has a timeout and the message does not come within it.
    """
    header, descriptors = _receive_header(connection)
    if header is None:
        return None
    kind, length = HEADER.unpack(header)
    content = _receive_exactly(connection, length)
    if content is None:
        for each in descriptors:
            os.close(each)
        return None
    return Message(kind=kind, content=content, descriptors=descriptors)


def _receive_header(connection: socket.socket) -> tuple[bytes | None, tuple[int, ...]]:
    try:
        data, passed, _, _ = socket.recv_fds(connection, HEADER.size, MOST_DESCRIPTORS)
    except ConnectionError:
        return None, ()
    if len(data) < HEADER.size:  # headers are sent in one piece: a short one is the end
        return None, ()
    return data, tuple(passed)


def _receive_exactly(connection: socket.socket, length: int) -> bytes | None:
    received = bytearray()
    while len(received) < length:
        try:
            chunk = connection.recv(min(length - len(received), 1 << 20))
        except ConnectionError:
            return None
        if not chunk:
            return None
        received += chunk
    return bytes(received)
