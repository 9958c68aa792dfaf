"""Workshops opened once for all tests of a process: opening one takes seconds, copying one that is open milliseconds.

What tests of the runs themselves rely on stays the same: each lane has a process of its own, behind the same walls.
How lanes open, and what happens when they cannot, is tested with the cage.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager

import pytest

from tenderlight.cage import ALL_WALLS, Lane, Wall, Workshop, WorkshopNotOpened


class OpenLanes:
    """Lanes that stay open to be copied, one for each workshop that was asked for."""

    def __init__(self, openers: frozenset[str]) -> None:
        self._openers = openers
        self._lanes: dict[Workshop, Lane] = {}
        self._lock = threading.Lock()
        """Two threads would make two, and the copies of the one that is let go would end with it."""
        self._start = Lane.__init__

    def of(self, workshop: Workshop) -> Lane | None:
        """Return the lane of a workshop; None if it is none of ours, or cannot be opened."""
        if workshop.opener not in self._openers:
            return None
        with self._lock:
            if workshop not in self._lanes or self._lanes[workshop].has_ended:
                made = Lane.__new__(Lane)
                self._start(made, workshop)
                try:
                    made.wait_until_open()
                except WorkshopNotOpened:
                    return None
                self._lanes[workshop] = made
            return self._lanes[workshop]

    def close(self) -> None:
        """End the lanes, and all copies with them."""
        for lane in self._lanes.values():
            lane.close()


_held: list[OpenLanes] = []


def open_lane(workshop: Workshop) -> Lane | None:
    """Return the lane of a workshop that is held open in this process; None if there is none."""
    return next((lane for lanes in _held if (lane := lanes.of(workshop)) is not None), None)


@contextmanager
def workshops_opened_once(openers: frozenset[str]) -> Iterator[None]:
    """Have each lane of these workshops made as the copy of one that stays open, for the block."""
    lanes, start = OpenLanes(openers), Lane.__init__

    def copy_or_start(
        lane: Lane, workshop: Workshop, *, walls: tuple[Wall, ...] = ALL_WALLS, like: Lane | None = None
    ) -> None:
        if like is None and walls == ALL_WALLS:
            like = lanes.of(workshop)
        start(lane, workshop, walls=walls, like=like)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Lane, "__init__", copy_or_start)
        _held.append(lanes)
        yield
        _held.remove(lanes)
    lanes.close()
