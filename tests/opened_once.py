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


@contextmanager
def workshops_opened_once(openers: frozenset[str]) -> Iterator[None]:
    """Have each lane of these workshops made as the copy of one that stays open, for the block."""
    templates: dict[Workshop, Lane] = {}
    lock = threading.Lock()  # two threads would make two, and the copies of the one that is let go would end with it
    start = Lane.__init__

    def copy_or_start(
        lane: Lane, workshop: Workshop, *, walls: tuple[Wall, ...] = ALL_WALLS, like: Lane | None = None
    ) -> None:
        if like is None and walls == ALL_WALLS and workshop.opener in openers:
            with lock:
                like = template(workshop)
        start(lane, workshop, walls=walls, like=like)

    def template(workshop: Workshop) -> Lane | None:
        if workshop not in templates or templates[workshop].has_ended:
            made = Lane.__new__(Lane)
            start(made, workshop)
            try:
                made.wait_until_open()
            except WorkshopNotOpened:
                return None
            templates[workshop] = made
        return templates[workshop]

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Lane, "__init__", copy_or_start)
        yield
    for made in templates.values():
        made.close()
