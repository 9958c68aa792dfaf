"""Clients that stop in the middle of a request, or of an answer, and those that are only slow."""

from __future__ import annotations

import asyncio
import contextlib
import socket
import threading
import time
from collections.abc import Iterator

import pytest
from starlette.types import Receive, Scope, Send

from tenderlight.web import slow_clients
from tenderlight.web.serving import bound, server_of

SHORT_SECONDS = 0.4
LONG_SECONDS = 30.0
WHOLE = b"GET / HTTP/1.1\r\nHost: desk\r\n\r\n"
POSTED = b"POST / HTTP/1.1\r\nHost: desk\r\nContent-Length: 100000\r\n\r\n"
LARGE_BYTES = 32 * 1024 * 1024


async def answering(scope: Scope, receive: Receive, send: Send) -> None:
    """Answer without a look at what is sent; "/large" much, "/slow" late."""
    if scope["type"] == "lifespan":
        await receive()
        await send({"type": "lifespan.startup.complete"})
        await receive()
        await send({"type": "lifespan.shutdown.complete"})
        return
    if scope["path"] == "/slow":
        await asyncio.sleep(3 * SHORT_SECONDS)
    body = b"x" * (LARGE_BYTES if scope["path"] == "/large" else 10)
    headers = [(b"content-length", str(len(body)).encode())]
    await send({"type": "http.response.start", "status": 200, "headers": headers})
    await send({"type": "http.response.body", "body": body})


@contextlib.contextmanager
def served() -> Iterator[tuple[str, int]]:
    with bound("127.0.0.1", 0) as place:
        server = server_of(answering)
        thread = threading.Thread(target=server.run, kwargs={"sockets": [place.taken]}, daemon=True)
        thread.start()
        try:
            yield place.host, place.port
        finally:
            server.should_exit = True
            thread.join(20)
            assert not thread.is_alive()


def is_ended(connection: socket.socket) -> bool:
    """Whether the desk ends a connection within a while; what it still answers is taken."""
    connection.settimeout(LONG_SECONDS)
    try:
        while connection.recv(1 << 20):
            pass
    except ConnectionError:
        return True
    except TimeoutError:
        return False
    return True


def taken_of(connection: socket.socket, *, pause_seconds: float = 0.0) -> int:
    """Take what comes, with a pause after each part, and return how many bytes came."""
    connection.settimeout(LONG_SECONDS)
    taken = 0
    with contextlib.suppress(ConnectionError):
        while part := connection.recv(LARGE_BYTES // 40):
            taken += len(part)
            time.sleep(pause_seconds)
    return taken


def trickle(connection: socket.socket) -> None:
    """Send a sign now and then, more often than anybody waits for one, until the desk has ended the connection."""
    give_up = time.monotonic() + LONG_SECONDS
    while time.monotonic() < give_up:
        try:
            connection.sendall(b"x")
        except ConnectionError:
            return
        time.sleep(SHORT_SECONDS / 8)
    pytest.fail("the desk holds the connection")


@pytest.fixture
def impatient(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow_clients, "HEAD_SECONDS", SHORT_SECONDS)
    monkeypatch.setattr(slow_clients, "TAKING_SECONDS", SHORT_SECONDS)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("begun", [b"", b"GET / HTTP/1.1\r\nHost: de", WHOLE + b"GET / HT", WHOLE + b"\r\n"])
def test_a_request_that_is_not_sent_whole_is_not_waited_for(begun: bytes) -> None:
    with served() as address, socket.create_connection(address) as connection:
        connection.sendall(begun)
        assert is_ended(connection)


@pytest.mark.usefixtures("impatient")
@pytest.mark.parametrize("begun", [b"GET / HTTP/1.1\r\nHost: de", WHOLE + WHOLE[:20], POSTED])
def test_a_sign_now_and_then_does_not_hold_a_place(begun: bytes) -> None:
    with served() as address, socket.create_connection(address) as connection:
        connection.sendall(begun)
        trickle(connection)


@pytest.mark.usefixtures("impatient")
def test_an_answer_that_nobody_takes_is_dropped() -> None:
    with served() as address, socket.create_connection(address) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n")
        time.sleep(4 * SHORT_SECONDS)
        assert taken_of(connection) < LARGE_BYTES


@pytest.mark.usefixtures("impatient")
def test_an_answer_that_takes_longer_than_a_head_may_is_waited_for() -> None:
    with served() as address, socket.create_connection(address) as connection:
        for _ in range(2):
            connection.sendall(b"GET /slow HTTP/1.1\r\nHost: desk\r\n\r\n")
            connection.settimeout(LONG_SECONDS)
            assert whole_answer(connection).startswith(b"HTTP/1.1 200")


def whole_answer(connection: socket.socket) -> bytes:
    """Return an answer with its ten bytes of body, which may come apart from the head."""
    answer = b""
    while not answer.endswith(b"\r\n\r\n" + b"x" * 10):
        part = connection.recv(1 << 16)
        assert part, answer
        answer += part
    return answer


def test_an_answer_that_is_taken_slowly_comes_whole(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(slow_clients, "TAKING_SECONDS", 2 * SHORT_SECONDS)
    with served() as address, socket.create_connection(address) as connection:
        connection.sendall(b"GET /large HTTP/1.1\r\nHost: desk\r\nConnection: close\r\n\r\n")
        assert taken_of(connection, pause_seconds=SHORT_SECONDS / 8) > LARGE_BYTES


@pytest.mark.usefixtures("impatient")
def test_many_that_never_ask_keep_nobody_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tenderlight.web.serving.MOST_AT_ONCE", 5)
    with served() as address:
        idle = [socket.create_connection(address) for _ in range(5)]
        try:
            assert all(map(is_ended, idle))
            with socket.create_connection(address) as connection:
                connection.sendall(WHOLE)
                connection.settimeout(LONG_SECONDS)
                assert connection.recv(1 << 16).startswith(b"HTTP/1.1 200")
        finally:
            for one in idle:
                one.close()
