"""What runs inside the cage: one task on one file, in a child that lives for it alone."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator

from tenderlight.cases.encoding import TooLarge, decode_reading
from tenderlight.model.problem import problem
from tenderlight.model.reader import OpenOriginal, ReadingLimits
from tenderlight.pipeline import steps
from tenderlight.pipeline.messages import (
    ClaimTask,
    DrawTask,
    Frame,
    PagePicture,
    ReadTask,
    read_task,
    write_frame,
)

Emit = Callable[[bytes], None]


def open_workshop() -> Callable[[bytes, int | None, Emit], None]:
    """Load what every task needs (readers, vocabulary), and return the function that performs one task."""
    steps.warm_up()
    return perform


def perform(task: bytes, original: int | None, emit: Emit) -> None:
    """Perform one task on an open file, sending a frame for each thing found as soon as it is found."""
    for frame in _frames(task, b"" if original is None else _read_whole(original)):
        try:
            message = write_frame(frame)
        except TooLarge as trouble:
            message = write_frame(problem("limit-item-bytes", step="read", detail=f"({trouble})"))
        except ValueError:  # half a surrogate pair, say: no text that anyone could quote
            message = write_frame(problem("item-not-text", step="read"))
        emit(message)


def _frames(message: bytes, content: bytes) -> Iterator[Frame]:
    task = read_task(message)
    if isinstance(task, ReadTask):
        yield from steps.read_original(
            OpenOriginal(content=content, untrusted_name=task.untrusted_name), ReadingLimits()
        )
    elif isinstance(task, ClaimTask):
        yield from steps.claim(decode_reading(gzip.decompress(content)))
    elif isinstance(task, DrawTask):
        yield from _draw(content, task)


def _draw(content: bytes, task: DrawTask) -> Iterator[Frame]:
    from tenderlight.reading.page_pictures import draw_page

    for page_number in task.page_numbers:
        png = draw_page(content, page_number, dots_per_inch=task.dots_per_inch)
        if png is not None:
            yield PagePicture(page_number=page_number, png=png)


def _read_whole(descriptor: int) -> bytes:
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
