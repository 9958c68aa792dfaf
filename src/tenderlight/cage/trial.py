"""Walls are checked, not assumed: a child of the lane raises them and tries to get out before the first job."""

from __future__ import annotations

import dataclasses
import json
import os
import resource
import socket
from collections.abc import Callable, Iterable
from typing import NoReturn

from tenderlight.cage import child, frames
from tenderlight.cage.limits import Limits
from tenderlight.cage.walls import STRICT, Wall, Walls, raise_call_list, set_resource_limits

MOST_BYTES = 1 << 16


def walls_as_bytes(walls: Walls) -> bytes:
    """Write what held; `walls_from_bytes` reads it back."""
    return json.dumps(dataclasses.asdict(walls)).encode("ascii")


def walls_from_bytes(written: bytes) -> Walls:
    """Read what held."""
    fields = json.loads(written)
    missing = tuple((str(wall), str(reason)) for wall, reason in fields["missing"])
    return Walls(held=tuple(fields["held"]), missing=missing)


def try_walls(walls: Walls, wanted: Iterable[Wall], *, null: int, address_bytes: int | None) -> Walls:
    """Find out which walls of a job hold, in a child that raises them and tries to get through.

    Args:
        walls: What was raised in the lane.
        wanted: All walls wanted, those of the child included.
        null: Descriptor of the null device.
        address_bytes: Address space of the lane, or None if not known.

    Raises:
        RuntimeError: The child did not live to tell.
    """
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        _try_in_child(walls, tuple(wanted), null=null, answer=writing, address_bytes=address_bytes)
    os.close(writing)
    with os.fdopen(reading, "rb") as answer:
        told = answer.read(MOST_BYTES)
    _, status = os.waitpid(process, 0)
    if status != 0:
        raise RuntimeError(f"the walls did not stand: their trial ended with status {status}")
    return walls_from_bytes(told)


def _try_in_child(
    walls: Walls, wanted: tuple[Wall, ...], *, null: int, answer: int, address_bytes: int | None
) -> NoReturn:
    status = 1
    try:
        child.arrange_descriptors(null=null, answer=answer, original=None)
        child.leave_the_lane(walls)
        walls = _raise(walls, wanted, address_bytes)
        frames.write_all(child.ANSWER, walls_as_bytes(_only_those_that_hold(walls)))
        status = 0
    finally:
        os._exit(status)


def _raise(walls: Walls, wanted: tuple[Wall, ...], address_bytes: int | None) -> Walls:
    if Wall.RLIMITS in wanted:
        try:
            set_resource_limits(Limits(), address_bytes)
            walls = Walls(held=(*walls.held, Wall.RLIMITS), missing=walls.missing)
        except OSError as error:
            walls = walls.without(Wall.RLIMITS, str(error))
    if Wall.SECCOMP in wanted:
        name = Wall.SECCOMP if walls.has(Wall.LANDLOCK) else Wall.SECCOMP + STRICT
        raised = Walls(held=(*walls.held, name), missing=walls.missing)
        try:
            raise_call_list(raised)
            walls = raised
        except OSError as error:
            walls = walls.without(Wall.SECCOMP, str(error))
    return walls


def _only_those_that_hold(walls: Walls) -> Walls:
    checks: tuple[tuple[Wall, Callable[[], bool]], ...] = (
        (Wall.RLIMITS, lambda: resource.getrlimit(resource.RLIMIT_FSIZE)[1] == 0),
        (Wall.LANDLOCK, _is_refused_a_folder),
        (Wall.SECCOMP, _is_refused_a_socket),
    )
    for wall, holds in checks:
        if walls.has(wall) and not holds():
            walls = walls.without(wall, "it went up but did not hold")
    return walls


def _is_refused_a_folder() -> bool:
    try:
        os.close(os.open("/", os.O_RDONLY))
    except PermissionError:
        return True
    return False


def _is_refused_a_socket() -> bool:
    try:
        socket.socket(socket.AF_UNIX).close()
    except PermissionError:
        return True
    return False
