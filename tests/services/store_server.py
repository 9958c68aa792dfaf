"""An object store of its own on this machine: the server of the package moto, in a process of its own."""

from __future__ import annotations

import http.client
import importlib.util
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

START_SECONDS = 30
KEYS = {
    "AWS_ACCESS_KEY_ID": "key-of-the-tests",
    "AWS_SECRET_ACCESS_KEY": "secret-of-the-tests",
    "AWS_REGION": "us-east-1",
}
_SERVE = "import sys; from moto.server import main; main(['-H', '127.0.0.1', '-p', sys.argv[1]])"


def missing() -> str:
    """Return why there is no such server here; empty = there is."""
    lacking = [name for name in ("obstore", "moto", "flask") if importlib.util.find_spec(name) is None]
    return f"{', '.join(lacking)} is not installed (make test-services)" if lacking else ""


@contextmanager
def store_server(folder: Path) -> Iterator[int]:
    """Run the server, and yield its port; what it has is gone with it."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = int(probe.getsockname()[1])
    with (folder / "server.log").open("wb") as log:
        server = subprocess.Popen([sys.executable, "-c", _SERVE, str(port)], stdout=log, stderr=log)
    try:
        _wait(port, server)
        yield port
    finally:
        server.terminate()
        server.wait(10)


def make_bucket(port: int, name: str) -> None:
    """Make a bucket."""
    assert _asked(port, "PUT", f"/{name}") == 200


def uploads_under_way(port: int, bucket: str) -> bytes:
    """Return the server's list of uploads in parts that are neither ended nor given up."""
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", f"/{bucket}?uploads")
    content = connection.getresponse().read()
    connection.close()
    return content


def _wait(port: int, server: subprocess.Popen[bytes]) -> None:
    until = time.monotonic() + START_SECONDS
    while time.monotonic() < until:
        if server.poll() is not None:
            raise RuntimeError(f"the server ended with {server.returncode}")
        try:
            _asked(port, "GET", "/")
        except OSError:
            time.sleep(0.05)
        else:
            return
    raise RuntimeError("the server did not start")


def _asked(port: int, method: str, path: str) -> int:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=5)
    try:
        connection.request(method, path)
        return connection.getresponse().status
    finally:
        connection.close()
