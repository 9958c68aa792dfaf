"""Has lists read in the cage, one after the other: a hostile one costs its look, and nothing else."""

from __future__ import annotations

import os
import tempfile
from types import TracebackType
from typing import Self

import msgspec

from tenderlight.cage import Job, LanePool, Limits, Outcome
from tenderlight.watching.listing import MOST_ITEMS, WORKSHOP, Listing

LIMITS = Limits(wall_seconds=120.0, cpu_seconds=30.0, answer_bytes=64 << 20, frame_bytes=64 << 20, frames=1)
"""What reading one list may use."""


class ListReader:
    """Reads lists; opens the cage when the first comes. Use as a context manager, from one thread.

    Args:
        limits: What reading one may use.
    """

    def __init__(self, limits: Limits = LIMITS) -> None:
        self._limits = limits
        self._pool: LanePool | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._pool is not None:
            self._pool.close()

    def read(self, untrusted_content: bytes, url: str) -> Listing | None:
        """Return what a list says that came from an address; None if it could not be read within bounds."""
        if self._pool is None:
            self._pool = LanePool(WORKSHOP, count=1)
        with tempfile.NamedTemporaryFile(prefix="tenderlight-") as file:
            file.write(untrusted_content)
            file.flush()
            descriptor = os.open(file.name, os.O_RDONLY | os.O_CLOEXEC)
            try:
                job = Job(key=url, task=url.encode("ascii", "replace"), original=descriptor, limits=self._limits)
                said = [event for _, event in self._pool.run([job])]
            finally:
                os.close(descriptor)
        frames = [event for event in said if not isinstance(event, Outcome)]
        is_whole = any(isinstance(event, Outcome) and event.is_finished for event in said)
        return _checked(frames[0]) if is_whole and len(frames) == 1 else None


def _checked(frame: bytes | memoryview) -> Listing | None:
    """Return what the cage said, if it is in the form of a list; its words are the server's."""
    try:
        listing = msgspec.json.decode(frame, type=Listing)
    except msgspec.MsgspecError:
        return None
    return listing if listing.kind in ("ocds", "feed", "changes", "page") and len(listing.items) <= MOST_ITEMS else None
