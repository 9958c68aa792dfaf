"""What the walls are for: without them the same attempts succeed; each says whether it holds."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cage import ALL_WALLS, Lane, Limits, Wall, Workshop, landlock
from tests.cage.escapes import ESCAPES

WORKSHOP = Workshop(opener="tests.cage.faults:open_workshop")
LINUX_ONLY = pytest.mark.skipif(sys.platform != "linux", reason="these walls are Linux's")


@pytest.fixture
def original(tmp_path: Path) -> Iterator[int]:
    path = tmp_path / "original"
    path.write_bytes(b"x")
    descriptor = os.open(path, os.O_RDONLY)
    yield descriptor
    os.close(descriptor)


def attempt(lane: Lane, name: str, original: int) -> bytes:
    """The answer of one attempt."""
    first, *_ = lane.run(name.encode(), original, Limits(wall_seconds=30))
    assert isinstance(first, bytes)
    return first


def test_without_walls_attempts_succeed(original: int) -> None:
    """The planted fault: if these were refused without any wall, the tests of refusal would show nothing."""
    lane = Lane(WORKSHOP, walls=())
    try:
        succeeded = {name for name in ESCAPES if attempt(lane, name, original) == b"got out"}
        assert str(lane.walls) == "none"
    finally:
        lane.close()
    assert {"read passwd", "list root", "fork", "thread", "pipe", "signal the lane"} <= succeeded
    assert {"write to the temporary folder", "unix socket", "socket pair"} <= succeeded
    assert {"change mode of the original", "change time of the original"} <= succeeded
    if sys.platform == "linux":
        assert {"read own memory map", "memory file", "read the lane's command", "netlink"} <= succeeded


ALONE: dict[tuple[Wall, ...], tuple[str, tuple[str, ...], tuple[str, ...]]] = {
    # walls: how they are named, what they hold back, what they let through
    (Wall.NAMESPACES,): ("namespaces", ("tcp", "tcp 6", "udp"), ("read passwd", "fork")),
    (Wall.LANDLOCK,): ("landlock", ("read passwd", "list root", "signal the lane"), ("fork", "udp")),
    (Wall.RLIMITS,): ("rlimits", ("write to the temporary folder",), ("read passwd", "tcp")),
    (Wall.SECCOMP,): ("seccomp-strict", ("read passwd", "fork", "thread", "tcp", "memory file"), ()),
    (Wall.LANDLOCK, Wall.SECCOMP): ("landlock", ("read passwd", "fork", "change mode of the original"), ()),
}


@LINUX_ONLY
@pytest.mark.parametrize("walls", ALONE)
def test_each_wall_alone_holds_back_what_it_is_for(walls: tuple[Wall, ...], original: int) -> None:
    name, held_back, let_through = ALONE[walls]
    lane = Lane(WORKSHOP, walls=walls)
    try:
        if not str(lane.wait_until_open()).startswith(name):
            pytest.skip(f"this machine has no {name}: {lane.walls.missing}")
        for each in held_back:
            assert attempt(lane, each, original).startswith(b"refused"), each
        for each in let_through:
            assert attempt(lane, each, original) == b"got out", each
    finally:
        lane.close()


@LINUX_ONLY
def test_every_wall_is_named_as_held_or_missing() -> None:
    lane = Lane(WORKSHOP)
    walls = lane.wait_until_open()
    lane.close()
    order = [[name.startswith(wall) for wall in ALL_WALLS].index(True) for name in walls.held]
    assert order == sorted(order)
    assert {wall for wall in ALL_WALLS if walls.has(wall)} | {wall for wall, _ in walls.missing} == set(ALL_WALLS)
    assert walls.is_full is (walls.missing == ())


NARROW = """
import ctypes, struct
from tenderlight.cage import Lane, Workshop, kernel, seccomp

refuse = (seccomp.RETURN, 0, 0, 0x00050000 | 38)
steps = [(seccomp.LOAD_WORD, 0, 0, seccomp.CALL_NUMBER)]
for number in {numbers}:
    steps += [(seccomp.JUMP_IF_EQUAL, 0, 1, number), refuse]
steps.append((seccomp.RETURN, 0, 0, seccomp.ALLOW))
written = b"".join(struct.pack("<HBBI", *step) for step in steps)
kernel.set_process_option(kernel.PR_SET_NO_NEW_PRIVS, 1)
buffer = ctypes.create_string_buffer(written, len(written))
header = ctypes.create_string_buffer(struct.pack("@HP", len(steps), ctypes.addressof(buffer)), 16)
none = ctypes.c_ulong(0)
assert kernel.LIBRARY.prctl(22, ctypes.c_ulong(2), header, none, none) == 0

lane = Lane(Workshop(opener="tests.cage.faults:open_workshop"))
walls = lane.wait_until_open()
print(walls)
print(" ".join(wall for wall, reason in walls.missing if reason))
for name in ("control", "read passwd"):
    events = list(lane.run(name.encode()))
    print(events[0].decode().split()[0], events[-1].kind, events[-1].walls)
lane.close()
"""


@LINUX_ONLY
@pytest.mark.parametrize(
    ("refused", "held", "missing"),
    [
        (("unshare",), "no-capabilities+landlock rlimits+seccomp", "namespaces"),
        (("landlock",), "namespaces+no-capabilities+rlimits+seccomp-strict", "landlock"),
        (("unshare", "landlock"), "no-capabilities+rlimits+seccomp-strict", "namespaces landlock"),
    ],
)
def test_walls_that_cannot_be_had_are_named_and_the_rest_stand(
    refused: tuple[str, ...], held: str, missing: str
) -> None:
    """As in a container whose engine forbids the calls."""
    here = os.uname().machine
    if here not in ("x86_64", "aarch64") or not landlock.version():
        pytest.skip("this machine has no Landlock")
    numbers = [{"unshare": {"x86_64": 272, "aarch64": 97}[here], "landlock": 444}[name] for name in refused]
    ran = subprocess.run(
        [sys.executable, "-c", NARROW.replace("{numbers}", repr(numbers))],
        cwd=Path(__file__).resolve().parents[2],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert ran.returncode == 0, ran.stderr
    walls, missing_walls, control, passwd = ran.stdout.splitlines()
    assert re.sub(r"landlock\d+\+", "landlock ", walls) == held
    assert missing_walls == missing
    assert control == f'{{"builtins": finished {walls}'
    assert passwd == f"refused: finished {walls}"


SCRIPT = """
from tenderlight.cage import Lane, Workshop
lane = Lane(Workshop(opener="tests.cage.faults:open_workshop"))
print(lane.wait_until_open())
print(list(lane.run(b"read passwd"))[0])
print(list(lane.run(b"tcp"))[0])
lane.close()
"""


@LINUX_ONLY
def test_walls_stand_for_an_unprivileged_user() -> None:
    if os.getuid() != 0:
        pytest.skip("the other tests run unprivileged here already")
    system_python = shutil.which("python3", path="/usr/bin:/usr/local/bin")
    source = Path(__file__).resolve().parents[2]
    if system_python is None or not os.access(source, os.R_OK):
        pytest.skip("no interpreter that another user could run")
    ran = subprocess.run(
        [system_python, "-c", SCRIPT],
        cwd="/",
        env={"PYTHONPATH": f"{source / 'src'}:{source}", "PYTHONDONTWRITEBYTECODE": "1"},
        user=65534,
        group=65534,
        extra_groups=[],
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    if "ModuleNotFoundError" in ran.stderr or "SyntaxError" in ran.stderr or "ImportError" in ran.stderr:
        pytest.skip("the system's interpreter cannot load the project")
    held, passwd, tcp = ran.stdout.splitlines() or [ran.stderr, "", ""]
    assert held
    assert ("landlock" in held or "seccomp-strict" in held) is passwd.startswith("b'refused")
    assert ("seccomp" in held) is tcp.startswith("b'refused")
