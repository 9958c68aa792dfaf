"""What runs in the cage: a workshop is opened once in a lane, then its work is done in one forked child per job."""

from __future__ import annotations

import dataclasses
import importlib
import json
import os
from collections.abc import Callable
from typing import Protocol, cast

Emit = Callable[[bytes], None]
"""Sends one frame of the answer at once. Raises `OSError` when the parent has had enough."""


class Perform(Protocol):
    """The work on one file."""

    def __call__(self, task: bytes, original: int | None, emit: Emit, /) -> None:
        """Do one job, in a child that is thrown away afterwards.

        Args:
            task: What the parent submitted.
            original: Descriptor of the file, for reading and seeking, or None if none was passed. Its
                position is shared with the parent's descriptor: seek first, or read by `os.pread`.
            emit: Sends one frame.
        """


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Workshop:
    """Where the work is found.

    The opener runs in a fresh interpreter before the walls go up: it imports, warms up, loads tables into
    memory and returns a `Perform`. It must leave no thread, no writable shared memory, and keep no file
    open that the work needs: the child has the original and the answer and no other descriptor.

    Attributes:
        opener: Dotted module, colon, name of a callable, as "tenderlight.pipeline.workshop:open_workshop".
        argument: Passed to the opener if it is not None; otherwise the opener gets no argument.
        readable_folders: Absolute paths of folders or files that jobs may read, besides Python's
            libraries, fonts, locales and time zones.
    """

    opener: str
    argument: str | None = None
    readable_folders: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        module, colon, name = self.opener.partition(":")
        if not (module and colon and name):
            raise ValueError("an opener is written as module:name")

    def open(self) -> Perform:
        """Import the opener and call it."""
        module, _, name = self.opener.partition(":")
        opener = getattr(importlib.import_module(module), name)
        work = opener() if self.argument is None else opener(self.argument)
        return cast("Perform", work)

    def as_bytes(self) -> bytes:
        """Write the workshop for the lane; `from_bytes` reads it back."""
        return json.dumps(dataclasses.asdict(self)).encode("ascii")

    @classmethod
    def from_bytes(cls, written: bytes) -> Workshop:
        """Read a workshop written by `as_bytes`."""
        fields = json.loads(written)
        return cls(
            opener=fields["opener"],
            argument=fields["argument"],
            readable_folders=tuple(fields["readable_folders"]),
        )


def read_whole(descriptor: int) -> bytes:
    """Return all bytes of an open file.

    Raises:
        OSError: If it gives fewer bytes than it holds (parsing part of an original would be worse than failing).
    """
    size = os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    pieces, have = [], 0
    while have < size:
        piece = os.read(descriptor, min(size - have, 1 << 24))
        if not piece:
            raise OSError(f"only {have} of {size} bytes of the original could be read")
        pieces.append(piece)
        have += len(piece)
    return pieces[0] if len(pieces) == 1 else b"".join(pieces)
