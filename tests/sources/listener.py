"""A listener on this machine that counts who comes, and the forms of addresses that lead to it."""

from __future__ import annotations

import datetime
import socket
import ssl
import tempfile
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext, suppress
from functools import partial
from pathlib import Path
from typing import Self
from unittest import mock
from urllib.parse import urlsplit

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID

from tenderlight.errors import FetchFailed, FetchRefused
from tenderlight.sources import fetching
from tenderlight.sources.addresses import Place
from tenderlight.sources.fetching import Call, Fetcher
from tests.sources.ssrf_forms import BY_NAME, LITERAL, NAMES, REDIRECTED

SECONDS = 1.0


class Turning:
    """A resolver that says something else each time it is asked; the last for good."""

    def __init__(self, *answers: list[str]) -> None:
        self._answers = list(answers)
        self.asked = 0

    def __call__(self, *_: object) -> list[str]:
        self.asked += 1
        return self._answers.pop(0) if len(self._answers) > 1 else self._answers[0]


class Listener:
    """Listens at every address of this machine, and counts.

    Args:
        answer: What is said to whoever comes, or what makes it of what they said; empty = nothing.
        certificate: And its key; None = all is said in the clear.
    """

    def __init__(self, *, answer: bytes | Callable[[bytes], bytes] = b"", certificate: Path | None = None) -> None:
        self._answer, self._context = answer, None
        if certificate is not None:
            self._context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            self._context.load_cert_chain(certificate)
        self._listening, self.count = _listening(), 0
        self.port: int = self._listening.getsockname()[1]
        self._thread = threading.Thread(target=self._answering, daemon=True)
        self._is_open = True
        self._thread.start()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Listen no more."""
        self._is_open = False
        self._listening.shutdown(socket.SHUT_RDWR)
        self._thread.join()
        self._listening.close()

    def is_refused(self, form: str) -> bool:
        """Try to fetch from one form of this listener's address; say whether the guard refused it."""
        trust = partial(ssl.SSLContext, ssl.PROTOCOL_TLS_CLIENT)  # trusts nobody: who is reached is what is counted
        fetcher = Fetcher(resolve=self._resolve, trust=trust, most_seconds=SECONDS)
        try:
            fetcher.fetch(Call(url=form.replace("{port}", str(self.port))))
        except FetchRefused:
            return True
        except FetchFailed:
            return False
        return False

    @staticmethod
    def _resolve(host: str, port: int) -> list[str]:
        """Say what a made name stands for, and understand numbers as the system does; nobody else is asked."""
        if host in NAMES:
            return list(NAMES[host])
        found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, flags=socket.AI_NUMERICHOST)
        return [str(one[4][0]) for one in found]

    def _answering(self) -> None:
        while self._is_open:
            try:
                connection, _ = self._listening.accept()
            except OSError:
                return
            self.count += 1
            with suppress(OSError), connection:
                self._say(connection)

    def _say(self, connection: socket.socket) -> None:
        connection.settimeout(SECONDS)
        if self._context is None and not self._answer:
            return
        plain: AbstractContextManager[socket.socket] = nullcontext(connection)
        with plain if self._context is None else self._context.wrap_socket(connection, server_side=True) as spoken:
            said = spoken.recv(65_536)
            answer = self._answer if isinstance(self._answer, bytes) else self._answer(said)
            spoken.sendall(answer)
            if answer.endswith(b"OK\r\n"):
                spoken.recv(1)  # an answer that never ends: wait until nobody listens


def _listening() -> socket.socket:
    """Return a socket that takes both sorts of addresses, or the older sort where there is no other."""
    try:
        made = socket.create_server(("::", 0), family=socket.AF_INET6, dualstack_ipv6=True)
    except (OSError, ValueError):
        made = socket.create_server(("", 0))
    return made


def make_certificate(path: Path) -> Path:
    """Write a certificate for `id.example`, signed by itself, and its key, into one file."""
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, "id.example")])
    now = datetime.datetime.now(datetime.UTC)
    made = (
        x509.CertificateBuilder(subject_name=name, issuer_name=name, public_key=key.public_key())
        .serial_number(1)
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=1))
        .add_extension(x509.SubjectAlternativeName([x509.DNSName("id.example")]), critical=False)
        .sign(key, hashes.SHA256())
    )
    pem, plain = serialization.Encoding.PEM, serialization.NoEncryption()
    path.write_bytes(key.private_bytes(pem, serialization.PrivateFormat.PKCS8, plain) + made.public_bytes(pem))
    return path


def fetcher_of(server: Listener, certificate: Path, *, name: str = "id.example", seconds: float = 5.0) -> Fetcher:
    """Return what fetches from a server of our own, named so that it may be on this machine."""
    return Fetcher(
        named=frozenset({f"{name}:{server.port}"}),
        resolve=lambda *_: ["127.0.0.1"],
        trust=lambda: ssl.create_default_context(cafile=str(certificate)),
        most_bytes=1_000,
        most_seconds=seconds,
    )


def try_all(listener: Listener) -> tuple[int, int]:
    """Try every form; return how many there are, and how many were refused or led nowhere."""
    refused = [form for form in (*LITERAL, *BY_NAME) if listener.is_refused(form)]
    with tempfile.TemporaryDirectory() as folder:
        certificate = make_certificate(Path(folder) / "id.pem")
        led = sum(_is_led(listener, form, certificate) for form in REDIRECTED)
    return len(LITERAL) + len(BY_NAME) + len(REDIRECTED), len(refused) + len(REDIRECTED) - led


def _is_led(listener: Listener, form: str, certificate: Path) -> bool:
    """Fetch from a server that says to go on to a form of the listener's address; say whether that was done."""
    to = form.replace("{port}", str(listener.port))
    with Listener(answer=f"HTTP/1.1 {to}\r\nContent-Length: 0\r\n\r\n".encode(), certificate=certificate) as server:
        try:
            fetcher_of(server, certificate).fetch(Call(url=f"https://id.example:{server.port}/"))
        except FetchFailed:
            return server.count != 1
    return True


@contextmanager
def unguarded() -> Iterator[None]:
    """Take the guard away: addresses are taken apart as Python does it, and whatever their names stand for is used."""

    def any_place(untrusted_url: str, *, schemes: object = ()) -> Place:
        del schemes
        parts = urlsplit(untrusted_url.strip())
        try:
            port = parts.port or 443
        except ValueError:
            raise FetchFailed("no port") from None
        return Place(scheme="https", host=parts.hostname or "", port=port, target="/")

    with (
        mock.patch.object(fetching, "place_of", any_place),
        mock.patch.object(fetching, "refusal_of", return_value=None),
        mock.patch.object(fetching, "is_of_this_network", return_value=False),
    ):
        yield
