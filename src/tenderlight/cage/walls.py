"""The walls around a job, in the order in which they go up, and what of them took hold.

In the lane, once, after its libraries are loaded: own namespaces, no capabilities, Landlock. In each child:
resource limits, then the list of system calls, which comes last because the others need calls that are not on it.
"""

from __future__ import annotations

import ctypes
import dataclasses
import enum
import math
import os
import resource
import struct
from collections.abc import Callable, Iterable

from tenderlight.cage import kernel, landlock, seccomp
from tenderlight.cage.limits import MEBIBYTE, Limits

USER, NETWORK, MESSAGES, HOST_NAME = 0x10000000, 0x40000000, 0x08000000, 0x04000000
CAPABILITIES_VERSION = 0x20080522
ADDRESS_SLACK_BYTES = 16 * MEBIBYTE
STACK_BYTES = 8 * MEBIBYTE


class Wall(enum.StrEnum):
    """One layer."""

    NAMESPACES = "namespaces"
    CAPABILITIES = "no-capabilities"
    LANDLOCK = "landlock"
    RLIMITS = "rlimits"
    SECCOMP = "seccomp"


ALL_WALLS = tuple(Wall)
STRICT = "-strict"
"""Added to the name of the call list where it forbids opening files, because Landlock does not say which."""


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Walls:
    """What took hold in one lane, tried out in a child of its own before the first job.

    Attributes:
        held: Names, as "namespaces", "landlock7", "seccomp-strict".
        missing: Pairs of a wall and the reason why it is not there.
    """

    held: tuple[str, ...] = ()
    missing: tuple[tuple[str, str], ...] = ()

    def __str__(self) -> str:
        return "+".join(self.held) or "none"

    @property
    def is_full(self) -> bool:
        """Every wall there is took hold."""
        return all(self.has(wall) for wall in Wall)

    def has(self, wall: Wall) -> bool:
        """Whether `wall` took hold, in any form."""
        return any(name.startswith(wall) for name in self.held)

    def without(self, wall: Wall, reason: str) -> Walls:
        """The same, but `wall` is missing for `reason`."""
        held = tuple(name for name in self.held if not name.startswith(wall))
        return Walls(held=held, missing=(*self.missing, (wall, reason)))


def missing_walls(held: str) -> tuple[Wall, ...]:
    """Return the walls that are not named in what an outcome says of its walls ("rlimits+seccomp", "none")."""
    names = held.split("+")
    return tuple(wall for wall in Wall if not any(name.startswith(wall) for name in names))


def raise_in_lane(wanted: Iterable[Wall], readable_folders: Iterable[str]) -> Walls:
    """Raise the walls that are inherited by every child. A wall that cannot be had is named, not an error.

    Args:
        wanted: Walls to raise.
        readable_folders: What the workshop may read besides libraries, fonts, locales and time zones.
    """
    steps: list[tuple[Wall, Callable[[], str]]] = [
        (Wall.NAMESPACES, _leave_namespaces),
        (Wall.CAPABILITIES, _drop_capabilities),
    ]
    ruleset: int | None = None
    reason = ""
    try:  # the rules are written while every folder can still be reached
        if Wall.LANDLOCK in wanted:
            ruleset = landlock.prepare(landlock.readable_folders(readable_folders))
    except OSError as error:
        reason = str(error)
    walls = Walls()
    for wall, step in steps:
        if wall in wanted:
            walls = _attempt(walls, wall, step)
    if ruleset is not None:
        rules = ruleset
        walls = _attempt(walls, Wall.LANDLOCK, lambda: _close_off(rules))
    elif reason:
        walls = walls.without(Wall.LANDLOCK, reason)
    return walls


def raise_in_child(walls: Walls, limits: Limits, *, address_bytes: int | None, original: int | None) -> None:
    """Raise the walls of one job, those that `walls` says can be had.

    Args:
        walls: What the lane found to hold.
        limits: The job's budget.
        address_bytes: Address space of the lane before the fork, or None if not known.
        original: The file, which the job may map into its memory besides what `limits` allows.

    Raises:
        OSError: A wall that held before does not now: the job must not start.
    """
    if walls.has(Wall.RLIMITS):
        mapped = os.fstat(original).st_size if original is not None else 0
        set_resource_limits(limits, None if address_bytes is None else address_bytes + mapped)
    raise_call_list(walls)


def make_ready_for_children() -> None:
    """Do once in the lane what every child would else do again."""
    name = seccomp.machine()
    if name is not None:
        for may_open in (True, False):
            seccomp.prepared(name, may_open=may_open)


def raise_call_list(walls: Walls) -> None:
    """Raise the last wall, if `walls` says that it can be had.

    Raises:
        OSError: It held before and does not now.
    """
    if walls.has(Wall.SECCOMP):
        seccomp.install(may_open=walls.has(Wall.LANDLOCK))


def set_resource_limits(limits: Limits, address_bytes: int | None) -> None:
    """Bind this process to `limits`, and to no process, file or core dump of its own.

    Raises:
        OSError: The kernel refused.
    """
    cpu = math.ceil(limits.cpu_seconds)
    _limit(resource.RLIMIT_CPU, cpu, cpu + 1)
    _limit(resource.RLIMIT_DATA, limits.memory_bytes)
    _limit(resource.RLIMIT_STACK, STACK_BYTES)
    _limit(resource.RLIMIT_FSIZE, 0)
    _limit(resource.RLIMIT_CORE, 0)
    _limit(resource.RLIMIT_NPROC, 0)
    _limit(resource.RLIMIT_MEMLOCK, 0)
    _limit(resource.RLIMIT_NOFILE, limits.descriptors)
    if address_bytes is not None:
        _limit(resource.RLIMIT_AS, address_bytes + limits.memory_bytes + ADDRESS_SLACK_BYTES)


def _limit(which: int, soft: int, hard: int | None = None) -> None:
    hard = soft if hard is None else hard
    ceiling = resource.getrlimit(which)[1]
    if ceiling != resource.RLIM_INFINITY:
        soft, hard = min(soft, ceiling), min(hard, ceiling)
    try:
        resource.setrlimit(which, (soft, hard))
    except ValueError as error:
        raise OSError(f"resource limit {which}: {error}") from error


def _attempt(walls: Walls, wall: Wall, step: Callable[[], str]) -> Walls:
    try:
        name = step()
    except OSError as error:
        return walls.without(wall, str(error))
    return Walls(held=(*walls.held, name), missing=walls.missing)


def _leave_namespaces() -> str:
    """Own network (with nothing in it), own message queues, own host name.

    An own user namespace lets anyone do this; where it is forbidden, root can do without.
    """
    if not kernel.ON_LINUX:
        raise OSError("no namespaces on this system")
    try:
        kernel.checked(kernel.LIBRARY.unshare(USER | NETWORK | MESSAGES | HOST_NAME), "namespaces")
    except OSError:
        kernel.checked(kernel.LIBRARY.unshare(NETWORK | MESSAGES | HOST_NAME), "namespaces")
    return Wall.NAMESPACES


def _drop_capabilities() -> str:
    if not kernel.ON_LINUX:
        raise OSError("no capabilities on this system")
    header = ctypes.create_string_buffer(struct.pack("=Ii", CAPABILITIES_VERSION, 0), 8)
    none = ctypes.create_string_buffer(24)
    kernel.checked(kernel.LIBRARY.capset(header, none), "capabilities")
    return Wall.CAPABILITIES


def _close_off(ruleset: int) -> str:
    kernel.set_process_option(kernel.PR_SET_NO_NEW_PRIVS, 1)
    landlock.enforce(ruleset)
    return f"{Wall.LANDLOCK}{landlock.version()}"
