"""A proxy before an object store, that does to requests what networks and servers do."""

from __future__ import annotations

import http.client
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import ClassVar, NamedTuple

REFUSE = "refuse"
"""The connection is closed without an answer, and the store hears nothing of it."""
LOSE_ANSWER = "lose the answer"
"""The store does what it is asked; the connection is closed without an answer."""
CUT = "cut"
"""The answer breaks off in the middle of its body."""
CUT_REQUEST = "cut the request"
"""Half of what is to be written is read, then the connection is closed; the store hears nothing of it."""
SLOW = "slow"
"""The answer comes after half a second."""
LIE = "lie"
"""What is to be written is said to be written, and is not."""
HALF = "half"
"""Half of what is to be written is written, and said to be all."""
BLIND = "blind"
"""Conditions of a request are taken off."""
ERRORS = {
    "500": (500, "InternalError"),
    "503": (503, "SlowDown"),
    "507": (507, "InsufficientStorage"),
    "quota": (403, "QuotaExceeded"),
    "denied": (403, "AccessDenied"),
    "skewed": (403, "RequestTimeTooSkewed"),
}
SLOW_SECONDS = 0.5


class Request(NamedTuple):
    """A request, as a plan of faults sees it."""

    method: str
    path: str
    number: int
    """From 0, since the plan began."""

    @property
    def key(self) -> str:
        """The name of the object, or of what is listed."""
        return self.path.partition("?")[0].partition("/")[2].partition("/")[2]


Plan = Callable[[Request], str | None]


def no_fault(_request: Request) -> None:
    """Leave every request alone."""


@dataclass(slots=True)
class Faults:
    """What is done to which request."""

    plan: Plan = no_fault
    done: list[tuple[str, Request]] = field(default_factory=list)
    """Faults that were done, in order."""
    seen: list[Request] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)
    _number: int = 0

    def set(self, plan: Plan) -> None:
        """Follow another plan from here on."""
        with self._lock:
            self.plan, self._number = plan, 0
            self.done.clear()
            self.seen.clear()

    def fault_of(self, method: str, path: str) -> str | None:
        """Return what to do to a request; None = nothing."""
        with self._lock:
            request = Request(method, path, self._number)
            self._number += 1
            self.seen.append(request)
            fault = self.plan(request)
            if fault is not None:
                self.done.append((fault, request))
            return fault


@contextmanager
def faulty_proxy(backend_port: int) -> Iterator[tuple[str, Faults]]:
    """Stand before a server on this machine; yield the address to use, and what says which faults there are."""
    faults = Faults()

    class _Handler(_Forward):
        to = backend_port
        of = faults

    server = _Server(("127.0.0.1", 0), _Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", faults
    finally:
        server.shutdown()
        server.server_close()


class _Server(ThreadingHTTPServer):
    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing of clients that hung up."""


class _Forward(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    to: ClassVar[int]
    of: ClassVar[Faults]

    def handle_one(self) -> None:
        fault = self.of.fault_of(self.command, self.path)
        length = int(self.headers.get("Content-Length") or 0)
        is_write = self.command == "PUT"
        if fault == REFUSE:
            self._hang_up()
            return
        if fault == CUT_REQUEST and is_write:
            self.rfile.read(length // 2)
            self._hang_up()
            return
        body = self.rfile.read(length)
        if fault in ERRORS:
            status, code = ERRORS[fault]
            self._answer(status, {}, f"<Error><Code>{code}</Code><Message>{code}</Message></Error>".encode())
            return
        if fault == LIE and is_write:
            self._answer(200, {"ETag": '"d41d8cd98f00b204e9800998ecf8427e"'}, b"")
            return
        if fault == HALF and is_write:
            body = body[: len(body) // 2]
        headers = {name: value for name, value in self.headers.items() if name.lower() not in _HOP}
        if fault == BLIND:
            headers = {name: value for name, value in headers.items() if not name.lower().startswith("if-")}
        backend = http.client.HTTPConnection("127.0.0.1", self.to, timeout=30)
        try:
            backend.request(self.command, self.path, body=body, headers={**headers, "Content-Length": str(len(body))})
            answer = backend.getresponse()
            content = answer.read()
        finally:
            backend.close()
        if fault == LOSE_ANSWER:
            self._hang_up()
            return
        if fault == SLOW:
            time.sleep(SLOW_SECONDS)
        kept = {name: value for name, value in answer.getheaders() if name.lower() not in _HOP}
        if self.command == "HEAD":
            kept["Content-Length"] = answer.getheader("Content-Length") or "0"
        self._answer(answer.status, kept, content, most=len(content) // 2 if fault == CUT and content else None)

    do_GET = do_PUT = do_POST = do_HEAD = do_DELETE = handle_one  # noqa: N815 - names that the library calls

    def log_message(self, format: str, *_: object) -> None:  # noqa: A002 - the library's name
        """Say nothing."""

    def _answer(self, status: int, headers: dict[str, str], content: bytes, *, most: int | None = None) -> None:
        self.send_response_only(status)
        for name, value in headers.items():
            self.send_header(name, value)
        if "Content-Length" not in headers:
            self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(content if most is None else content[:most])
        if most is not None:
            self._hang_up()

    def _hang_up(self) -> None:
        self.close_connection = True
        self.wfile.flush()
        self.connection.shutdown(2)


_HOP = frozenset({"connection", "transfer-encoding", "content-length", "keep-alive", "server", "date"})
