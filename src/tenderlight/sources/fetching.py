"""Fetches from the network: the one way out of the program, and a narrow one.

A name is resolved once, every address it stands for is looked at (`tenderlight.sources.addresses`), and the connection
goes to one of those very addresses: a name that says something else when it is asked again leads nowhere. TLS holds the
certificate against the name. No redirect is followed, no proxy, cookie or password is taken from the environment, and
time and bytes are bounded. Whoever follows a redirect does so by asking anew, and the new address is looked at in turn.
"""

from __future__ import annotations

import ipaddress
import queue
import socket
import ssl
import threading
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

import h11

from tenderlight.errors import FetchFailed, FetchRefused
from tenderlight.sources.addresses import IpAddress, Place, is_of_this_network, place_of, refusal_of

MOST_BYTES = 1 << 20
MOST_SECONDS = 15.0
MOST_HEADER_BYTES = 32 * 1024
MOST_TRIED = 3
"""Addresses of one name that are tried, one after the other."""
READ_BYTES = 64 * 1024

IpNetwork = ipaddress.IPv4Network | ipaddress.IPv6Network
Check = Callable[[h11.Response, Place], object]
"""Looks at the beginning of an answer, before the rest is read; raises `FetchFailed` if it is not to be taken."""
Resolve = Callable[[str, int], list[str]]
"""Returns the addresses that a name stands for."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """What is asked of a server."""

    url: str
    method: str = "GET"
    headers: Mapping[str, str] = field(default_factory=dict, repr=False)
    body: bytes = field(default=b"", repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What a server said."""

    status: int
    media_type: str
    """In lower case, without parameters; empty = not said."""
    untrusted_body: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Exchange:
    """What was asked and what was answered, as it went over the line."""

    url: str
    address: str
    """The network address that was connected to."""
    asked: bytes = field(repr=False)
    answer: bytes = field(repr=False)
    status: int
    headers: tuple[tuple[str, str], ...]
    """Names in lower case, in the order they came."""
    untrusted_body: bytes = field(repr=False)
    """Without the marks of its chunks; packed, if it came so."""

    def header(self, name: str) -> str:
        """Return the first header of that name (lower case); empty if there is none."""
        return next((value for key, value in self.headers if key == name), "")


def resolve(host: str, port: int) -> list[str]:
    """Return the addresses that a name stands for, as the system has them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM, proto=socket.IPPROTO_TCP)
    return [str(one[4][0]) for one in found]


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetcher:
    """Fetches, within bounds. Use from any thread."""

    allowed: tuple[IpNetwork, ...] = ()
    """Networks on this machine, or private ones, in which whoever runs the program named every address."""
    named: frozenset[str] = frozenset()
    """Hosts, with their port where it is not that of https, that may be on this machine or in a private network: those
    that whoever runs the program named."""
    schemes: tuple[str, ...] = ("https",)
    most_bytes: int = MOST_BYTES
    most_seconds: float = MOST_SECONDS
    resolve: Resolve = resolve
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context
    """Makes what holds certificates against names; that of the system."""

    def fetch(self, call: Call) -> Answered:
        """Ask once, and return the answer.

        Raises:
            FetchRefused: If the address, or anything its name stands for, is not one to fetch from.
            FetchFailed: If there is no answer within the bounds, or the answer leads elsewhere.
        """
        got = self._asked(call, _plain)
        media_type = got.header("content-type").partition(";")[0].strip().lower()
        return Answered(status=got.status, media_type=media_type, untrusted_body=got.untrusted_body)

    def exchange(self, call: Call) -> Exchange:
        """Ask once, and return what went over the line, whatever the answer says.

        Raises:
            FetchRefused: If the address, or anything its name stands for, is not one to fetch from.
            FetchFailed: If there is no whole answer within the bounds.
        """
        return self._asked(call, _anything)

    def _asked(self, call: Call, check: Check) -> Exchange:
        ends = time.monotonic() + self.most_seconds
        place = place_of(call.url, schemes=self.schemes)
        addresses = self.addresses(place, ends)
        try:
            with self._connected(place, addresses, ends) as connection:
                return _talk(connection, place, call, _Bounds(ends=ends, most_bytes=self.most_bytes, check=check))
        except (OSError, h11.ProtocolError) as trouble:
            raise FetchFailed(f"{place.authority} gave no answer: {trouble}.") from trouble

    def addresses(self, place: Place, ends: float) -> list[IpAddress]:
        """Return the addresses that a host stands for.

        Raises:
            FetchRefused: If one of them is not to be fetched from.
            FetchFailed: If there are none.
        """
        is_named = place.authority in self.named
        if not is_named and not self.allowed and is_of_this_network(place.host):
            raise FetchRefused(f"{place.host} is a name of this network alone.")
        found = list(dict.fromkeys(_in_time(lambda: self.resolve(place.host, place.port), place.host, ends)))
        try:
            addresses = [ipaddress.ip_address(one) for one in found]
        except ValueError:
            raise FetchRefused(f"{place.host} stands for an address in no usual form.") from None
        if not addresses:
            raise FetchFailed(f"{place.host} stands for no address.")
        for address in addresses:
            is_allowed = any(address in network for network in self.allowed)
            why = refusal_of(address, is_named=is_named or is_allowed)
            if why is None and not (is_named or is_allowed) and is_of_this_network(place.host):
                why = "its name is one of this network alone"
            if why is not None:
                raise FetchRefused(f"{place.authority} stands for {address}: {why}.", host=place.authority)
        return addresses

    def _connected(self, place: Place, addresses: list[IpAddress], ends: float) -> socket.socket:
        """Return a connection to one of the addresses, the certificate held against the name."""
        trouble: OSError = TimeoutError("out of time")
        for address in addresses[:MOST_TRIED]:
            family = socket.AF_INET if address.version == 4 else socket.AF_INET6
            connection = socket.socket(family, socket.SOCK_STREAM)
            try:
                connection.settimeout(_left(ends))
                connection.connect((str(address), place.port))
                if place.scheme == "https":
                    connection.settimeout(_left(ends))
                    connection = self.trust().wrap_socket(connection, server_hostname=place.host)
            except OSError as failed:
                connection.close()
                trouble = failed
            else:
                return connection
        raise trouble


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bounds:
    ends: float
    most_bytes: int
    check: Check


def _left(ends: float) -> float:
    """Return the seconds that are left.

    Raises:
        TimeoutError: If none are.
    """
    left = ends - time.monotonic()
    if left <= 0:
        raise TimeoutError("out of time")
    return left


def _in_time(ask: Callable[[], list[str]], host: str, ends: float) -> list[str]:
    """Return what a resolver says; it knows no bound of time itself, so it is asked in a thread that may be left."""
    answers: queue.SimpleQueue[list[str] | OSError] = queue.SimpleQueue()

    def asking() -> None:
        try:
            answers.put(ask())
        except OSError as trouble:
            answers.put(trouble)
        except UnicodeError as trouble:
            answers.put(OSError(str(trouble)))

    threading.Thread(target=asking, daemon=True).start()
    try:
        answer = answers.get(timeout=_left(ends))
    except (queue.Empty, TimeoutError):
        raise FetchFailed(f"{host} was not resolved in time.") from None
    if isinstance(answer, OSError):
        raise FetchFailed(f"{host} is not known: {answer}.") from answer
    return answer


def _talk(connection: socket.socket, place: Place, call: Call, bounds: _Bounds) -> Exchange:
    """Send what is asked, and read the answer."""
    http = h11.Connection(h11.CLIENT, max_incomplete_event_size=MOST_HEADER_BYTES)
    asked = _asked_bytes(http, place, call)
    connection.settimeout(_left(bounds.ends))
    connection.sendall(asked)
    answer: h11.Response | None = None
    raw, body = bytearray(), bytearray()
    while True:
        got = http.next_event()
        if got is h11.NEED_DATA:
            connection.settimeout(_left(bounds.ends))
            piece = connection.recv(READ_BYTES)
            raw += piece
            http.receive_data(piece)
            _refuse_longer(len(raw), 2 * (bounds.most_bytes + READ_BYTES), place)
        elif isinstance(got, h11.Response):
            bounds.check(got, place)
            answer = got
        elif isinstance(got, h11.Data):
            body += got.data
            _refuse_longer(len(body), bounds.most_bytes, place)
        elif isinstance(got, h11.EndOfMessage) and answer is not None:
            rest = len(http.trailing_data[0])
            return Exchange(
                url=call.url,
                address=str(connection.getpeername()[0]),
                asked=asked,
                answer=bytes(raw[: len(raw) - rest]),
                status=answer.status_code,
                headers=tuple((name.decode("latin-1"), value.decode("latin-1")) for name, value in answer.headers),
                untrusted_body=bytes(body),
            )
        elif isinstance(got, h11.InformationalResponse):
            raw = bytearray(http.trailing_data[0])  # what goes before the answer is no part of it
        else:
            raise FetchFailed(f"{place.authority} broke off.")


def _asked_bytes(http: h11.Connection, place: Place, call: Call) -> bytes:
    headers = {
        "Host": place.authority,
        "User-Agent": "tenderlight",
        "Accept-Encoding": "identity",
        "Connection": "close",
        **({"Content-Length": str(len(call.body))} if call.body or call.method != "GET" else {}),
        **call.headers,
    }
    asked = [
        h11.Request(method=call.method, target=place.target, headers=list(headers.items())),
        *([h11.Data(data=call.body)] if call.body else []),
        h11.EndOfMessage(),
    ]
    return b"".join(http.send(event) or b"" for event in asked)


def _refuse_longer(length: int, most: int, place: Place) -> None:
    if length > most:
        raise FetchFailed(f"{place.authority} sends more than {most} bytes.")


def _anything(_answer: h11.Response, _place: Place) -> None:
    """Take whatever comes."""


def _plain(answer: h11.Response, place: Place) -> None:
    """Let an answer begin, if what follows is the answer itself."""
    if 300 <= answer.status_code < 400:
        raise FetchFailed(f"{place.authority} leads elsewhere, and is not followed.")
    if any(name == b"content-encoding" and value.lower() != b"identity" for name, value in answer.headers):
        raise FetchFailed(f"{place.authority} packs its answer, though it was asked not to.")
