"""What a worker of a cluster does: the jobs of a chunk, one after the other, in a caged lane beside it.

A chunk may also be a part of the index of a case: see `cluster_part`.

The lane stays open from chunk to chunk. A hostile file meets the same walls as on one machine.
"""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Iterator
from contextlib import ExitStack

from tenderlight.cage import Job, LanePool, Limits, Outcome, Workshop, WorkshopNotOpened
from tenderlight.pipeline.cluster_messages import (
    ABSENT,
    BEGUN,
    END,
    FRAME,
    NOT_OPENED,
    OTHER_VERSIONS,
    PIECE,
    ChunkJob,
    Entry,
    Look,
    PartChunk,
    read_chunk,
    versions,
    write_entries,
    write_not_opened,
    write_outcome,
)
from tenderlight.pipeline.cluster_part import part_of_index
from tenderlight.pipeline.looking import looks_at, pixels_in
from tenderlight.pipeline.messages import PagePixels, without_pixels, write_frame
from tenderlight.pipeline.pages_under_way import held

ENOUGH_BYTES = 1 << 20
"""What came is sent on when it is as much."""
ENOUGH_SECONDS = 2.0
"""Or as old."""

_pools: dict[bytes, LanePool] = {}
"""The lane of each workshop that this process was asked for."""


def run_chunk(written: bytes) -> Iterator[bytes]:
    """Do the jobs of a chunk, and yield what comes of them as entries, in order.

    Raises:
        LanesLost: If this machine ends one lane after the other.
    """
    chunk = read_chunk(written)
    if isinstance(chunk, PartChunk):
        yield from part_of_index(chunk)
        return
    if chunk.versions != versions():
        yield write_entries([(0, OTHER_VERSIONS, versions().encode())])
        return
    try:
        pool = _opened(chunk.workshop)
    except WorkshopNotOpened as trouble:
        yield write_entries([(0, NOT_OPENED, write_not_opened(trouble))])
        return
    entries, size, since = list[Entry](), 0, time.monotonic()
    for index, job in enumerate(chunk.jobs):
        if chunk.is_careful:
            yield write_entries([*entries, (index, BEGUN, b"")])
            entries, size, since = [], 0, time.monotonic()
        for entry in _do(pool, index, job):
            entries.append(entry)
            size += len(entry[2])
            if entry[1] == PIECE or size > ENOUGH_BYTES or time.monotonic() - since > ENOUGH_SECONDS:
                yield write_entries(entries)
                entries, size, since = [], 0, time.monotonic()
    yield write_entries(entries)


def _opened(workshop: bytes) -> LanePool:
    """Return the lane of a workshop, open."""
    if workshop not in _pools:
        pool = LanePool(Workshop.from_bytes(workshop), count=1)
        pool.wait_until_open()
        _pools[workshop] = pool
    return _pools[workshop]


def _do(pool: LanePool, index: int, job: ChunkJob) -> Iterator[Entry]:
    original = _original(job)
    if original is None and job.path:
        yield index, ABSENT, b""
        return
    try:
        pool.submit(Job(key="", task=job.task, original=original, limits=Limits.from_bytes(job.limits)))
    finally:
        if original is not None:
            os.close(original)
    if job.look is not None:
        yield from _look(pool, index, job.look)
        return
    for _, event in pool.events():
        yield (index, END, write_outcome(event)) if isinstance(event, Outcome) else (index, FRAME, event)


def _look(pool: LanePool, index: int, look: Look) -> Iterator[Entry]:
    """Take pages as they are drawn, and look at them: their sizes and what is seen on them are told, no pixels."""
    drawn: dict[int, PagePixels] = {}
    end = b""
    for _, event in pool.events():
        if isinstance(event, Outcome):
            end = write_outcome(event)
        elif (page := pixels_in(event, look.page_numbers)) is not None and page.page_number not in drawn:
            drawn[page.page_number] = page
            yield index, FRAME, write_frame(without_pixels(page))
    looks = looks_at(look, [drawn[number] for number in look.page_numbers if number in drawn])
    drawn.clear()
    with ExitStack() as stack:
        for pages in looks:
            stack.callback(pages.close)
        try:
            looking = _opened(look.workshop) if looks else pool
        except WorkshopNotOpened as trouble:
            yield index, NOT_OPENED, write_not_opened(trouble)
            return
        for pages in looks:
            yield index, PIECE, end
            looking.submit(pages.job())
            pages.close()
            for _, event in looking.events():
                if isinstance(event, Outcome):
                    end = write_outcome(event)
                else:
                    yield index, FRAME, event
    yield index, END, end


def _original(job: ChunkJob) -> int | None:
    """Return a descriptor of the file, for reading only; None if there is none, or none here."""
    if job.original is not None:
        return held(job.original)
    if not job.path:
        return None
    try:
        descriptor = os.open(job.path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC)
    except OSError:
        return None
    with os.fdopen(os.dup(descriptor), "rb") as file:
        if hashlib.file_digest(file, "sha256").hexdigest() == job.sha256:
            return descriptor
    os.close(descriptor)
    return None
