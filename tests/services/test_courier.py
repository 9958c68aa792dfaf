"""The courier at heads that ask for a token, at addresses that are none, and when it is to end."""

from __future__ import annotations

import os
import secrets
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

import pytest

from benchmarks.scaling.cluster_nodes import end_head, start_head
from benchmarks.scaling.documents import make_documents
from tenderlight.errors import ExitCode
from tenderlight.pipeline import cluster
from tests.memory_disk import memory_folder

pytestmark = pytest.mark.skipif(not cluster.is_installed(), reason="Ray is not installed: make test-services")

TOKEN = secrets.token_hex(32)
SOON_SECONDS = 5.0
FIND_SECONDS = 300.0
WRONG_SECONDS = 20.0
SETTINGS_FRAME = bytes((0, 0, 0, 4, 0, 0, 0, 0, 0))


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        make_documents(place / "documents", 5)
        yield place


@pytest.fixture
def port() -> int:
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        free: int = server.getsockname()[1]
    return free


def find(folder: Path, address: str, environment: dict[str, str]) -> subprocess.CompletedProcess[str]:
    case = folder / f"case-{time.monotonic_ns()}"
    command = ["find", str(folder / "documents"), "--case", str(case), "--no-screen", "--cluster", address]
    return subprocess.run(
        [sys.executable, "-m", "tenderlight", *command],
        env=os.environ | {"HOME": str(folder)} | environment,
        capture_output=True,
        text=True,
        check=False,
        timeout=FIND_SECONDS,
    )


def test_a_cluster_that_asks_for_a_token_is_joined_by_who_has_it(folder: Path, port: int) -> None:
    home = {"HOME": str(folder)}
    (folder / "token").write_text(TOKEN, "utf-8")
    head = start_head(home | {"RAY_AUTH_MODE": "token", "RAY_AUTH_TOKEN": TOKEN}, port=port)
    try:
        given = find(folder, f"127.0.0.1:{port}", {"RAY_AUTH_TOKEN_PATH": str(folder / "token")})
        without = find(folder, f"127.0.0.1:{port}", {})
    finally:
        end_head(head)
    assert given.returncode == 0, given.stderr
    assert "5 documents: 5 read" in given.stderr
    assert without.returncode == ExitCode.CLUSTER_LOST
    assert "it asks for a token" in without.stderr
    assert TOKEN not in given.stderr + without.stderr
    assert not (folder / ".ray").exists()


def test_a_cluster_that_asks_for_none_is_joined(folder: Path, port: int) -> None:
    head = start_head({"HOME": str(folder), "RAY_AUTH_MODE": "disabled"}, port=port)
    try:
        given = find(folder, f"127.0.0.1:{port}", {"RAY_AUTH_TOKEN": TOKEN})
        begin = time.monotonic()
        insisting = find(folder, f"127.0.0.1:{port}", {"RAY_AUTH_TOKEN": TOKEN, "RAY_AUTH_MODE": "token"})
        took_seconds = time.monotonic() - begin
    finally:
        end_head(head)
    assert given.returncode == 0, given.stderr
    assert insisting.returncode == ExitCode.CLUSTER_LOST
    assert "it asks for no token, and RAY_AUTH_MODE=token" in insisting.stderr
    assert took_seconds < WRONG_SECONDS


def silent(connection: socket.socket) -> None:
    """Greet as a head does, and say no more."""
    connection.sendall(SETTINGS_FRAME)


def other(connection: socket.socket) -> None:
    """Answer as something else does."""
    connection.sendall(b"HTTP/1.0 400 Bad Request\r\n\r\n")
    connection.close()


@pytest.fixture
def serving() -> Iterator[Callable[[Callable[[socket.socket], None]], int]]:
    """Serve at a port of its own whoever connects."""
    with socket.create_server(("127.0.0.1", 0)) as server:
        held = []

        def serve(answer: Callable[[socket.socket], None]) -> int:
            def accept() -> None:
                while True:
                    try:
                        held.append(server.accept()[0])
                    except OSError:
                        return
                    answer(held[-1])

            threading.Thread(target=accept, daemon=True).start()
            port: int = server.getsockname()[1]
            return port

        yield serve
        server.shutdown(socket.SHUT_RDWR)
        for connection in held:
            connection.close()


@pytest.mark.parametrize("answer", [other, None])
def test_a_wrong_address_ends_the_run_soon(
    answer: Callable[[socket.socket], None] | None,
    folder: Path,
    port: int,
    serving: Callable[[Callable[[socket.socket], None]], int],
) -> None:
    port = serving(answer) if answer else port
    begin = time.monotonic()
    done = find(folder, f"127.0.0.1:{port}", {})
    assert time.monotonic() - begin < WRONG_SECONDS
    assert done.returncode == ExitCode.CLUSTER_LOST
    assert f"The cluster at 127.0.0.1:{port} cannot be reached" in done.stderr
    assert ("not the head of a Ray cluster" if answer else "Connect call failed") in done.stderr


@pytest.mark.parametrize("way", ["its pipe closes", "it is told to end"])
def test_it_ends_also_while_it_waits_for_a_head(
    way: str, serving: Callable[[Callable[[socket.socket], None]], int]
) -> None:
    (reading, ours_out), (ours_in, writing) = os.pipe(), os.pipe()
    arguments = [str(reading), str(writing), f"127.0.0.1:{serving(silent)}", "0", str(os.getpid())]
    with subprocess.Popen(
        [sys.executable, "-m", "tenderlight.pipeline.cluster", *arguments], pass_fds=(reading, writing)
    ) as courier:
        try:
            while not is_asking(courier.pid):
                assert courier.poll() is None
                time.sleep(0.1)
            begin = time.monotonic()
            if way == "its pipe closes":
                os.close(ours_out)
            else:
                courier.send_signal(signal.SIGTERM)
            assert courier.wait(SOON_SECONDS) != 0
            assert time.monotonic() - begin < SOON_SECONDS
        finally:
            courier.kill()
            for pipe in (reading, writing, ours_in):
                os.close(pipe)
            with suppress(OSError):
                os.close(ours_out)


def is_asking(number: int) -> bool:
    """Say whether a courier has Ray loaded, and a while has passed."""
    is_loaded = "_raylet.so" in Path(f"/proc/{number}/maps").read_text("utf-8")
    time.sleep(2.0 if is_loaded else 0.0)
    return is_loaded


def test_a_killed_run_leaves_no_courier(
    folder: Path, serving: Callable[[Callable[[socket.socket], None]], int]
) -> None:
    command = ["find", str(folder / "documents"), "--case", str(folder / "case"), "--no-screen"]
    address = f"127.0.0.1:{serving(silent)}"
    with subprocess.Popen([sys.executable, "-m", "tenderlight", *command, "--cluster", address]) as run:
        until = time.monotonic() + 30
        while not (left := couriers(address)) and time.monotonic() < until:
            time.sleep(0.1)
        run.kill()
    assert left
    time.sleep(1)
    assert couriers(address) == []


def couriers(address: str) -> list[int]:
    """Return the couriers that are at an address."""
    found = []
    for path in Path("/proc").glob("[0-9]*/cmdline"):
        try:
            words = path.read_bytes().decode("utf-8", "replace").split("\0")
        except OSError:
            continue
        if "tenderlight.pipeline.cluster" in words and address in words:
            found.append(int(path.parent.name))
    return found
