"""Fetches politely: one connection a host, with time between; what a site asks of programs is done; troubles pass.

Every hop of a redirect is asked anew through the guard of `tenderlight.sources.fetching`, and is held against the
`robots.txt` of its host. What a server cannot give now is asked for again, later each time, or when it says.
"""

from __future__ import annotations

import email.utils
import hashlib
import random
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, datetime
from urllib.parse import urldefrag, urljoin

import tenderlight
from tenderlight.errors import FetchFailed, FetchRefused, UsageError
from tenderlight.reading.web.http_bodies import Answer, ContentTooLarge, PackedUnknown, unpacked
from tenderlight.sources.addresses import Place, place_of
from tenderlight.sources.fetching import Call, Exchange, Fetcher
from tenderlight.sources.robots import NOTHING_ALLOWED, NOTHING_SAID, PLACE, Robots, read_robots
from tenderlight.watching.places import SCHEMES

MOST_REDIRECTS = 5
MOST_HOSTS = 10_000
LONGEST_HEADER = 1_000
ROBOTS_SECONDS = 86_400.0
"""RFC 9309, 2.4: for so long what a site asks is not asked for again."""
ROBOTS_PAUSES = 10.0
"""So many pauses lie between two questions for what a site asks, where it gives no answer."""
PASSING = frozenset({408, 425, 429, 500, 502, 503, 504})
"""Answers that may be others in a moment."""
LONGEST_PAUSE_SECONDS = 120.0
"""What is waited for within one look; a server that wants longer is left until the next."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """An address to fetch, and what is known of what was there."""

    url: str
    etag: str = ""
    modified: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Hop:
    """An exchange, and when it began."""

    exchange: Exchange
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """What came of it."""

    url: str
    """That was wanted."""
    hops: tuple[Hop, ...] = ()
    """Redirects, and the answer."""
    status: int = 0
    """0 = there is no answer that could be taken, and `trouble` says why."""
    body: bytes = field(default=b"", repr=False)
    """Unpacked."""
    sha256: str = ""
    etag: str = ""
    modified: str = ""
    trouble: str = ""
    wait_seconds: float = 0.0
    """How long the server wants to be left alone; 0 = not said."""

    @property
    def final_url(self) -> str:
        """Where the answer came from, after redirects."""
        return self.hops[-1].exchange.url if self.hops else self.url

    @property
    def is_gone(self) -> bool:
        """Whether the server says that nothing is there (404, 410)."""
        return self.status in (404, 410)


@dataclass(frozen=True, slots=True, kw_only=True)
class Manners:
    """How to behave towards servers."""

    agent: str
    """What the program calls itself."""
    delay_seconds: float = 2.0
    """Between two requests to one host; a site may ask for more."""
    tries: int = 3
    pause_seconds: float = 5.0
    """Before the second try; each further one waits twice as long, and a little more or less."""


def agent_of(contact: str) -> str:
    """Return what the program calls itself towards servers.

    Args:
        contact: How to reach whoever runs it; empty = not said.

    Raises:
        UsageError: If that cannot be said in a header.
    """
    if not (contact.isascii() and contact.isprintable() and len(contact) <= 200 and not set(contact) & set("()\\")):
        raise UsageError("The contact is said to servers: an address of mail or of a page, in plain signs.")
    return f"tenderlight/{tenderlight.__version__} ({contact or 'reads public contracts'})"


@dataclass(slots=True)
class _Host:
    """One host: who talks to it, and since when it is left alone."""

    lock: threading.Lock = field(default_factory=threading.Lock)
    free_at: float = 0.0
    robots: Robots | None = None
    robots_until: float = 0.0


class PoliteFetcher:
    """Fetches, one connection a host at a time. Use from any thread.

    Args:
        fetcher: The one way out.
        manners: How to behave.
        is_over: Set when all is to end; whoever waits stops waiting then.
        say: Told, in a few words, when a site's wishes cost something.
    """

    def __init__(
        self, fetcher: Fetcher, manners: Manners, is_over: threading.Event, say: Callable[[str], None] = lambda _: None
    ) -> None:
        self._fetcher = fetcher
        self._manners = manners
        self._is_over = is_over
        self._say = say
        self._hosts: dict[str, _Host] = {}
        self._lock = threading.Lock()

    def fetch(self, wanted: Wanted) -> Fetched:
        """Fetch an address, following redirects; never raises for what a server or an address does."""
        hops: list[Hop] = []
        visited: set[str] = set()
        url = wanted.url
        while True:
            visited.add(url)
            try:
                got = self._tried(url, wanted if not hops else Wanted(url=url))
            except (FetchRefused, FetchFailed) as trouble:
                return Fetched(url=wanted.url, hops=tuple(hops), trouble=trouble.message)
            hops.append(got)
            leads_to = _leads_to(got.exchange)
            if leads_to is None:
                return self._read(wanted, tuple(hops))
            if leads_to in visited or len(hops) > MOST_REDIRECTS:
                return Fetched(url=wanted.url, hops=tuple(hops), trouble="The redirects of the address do not end.")
            url = leads_to

    def _tried(self, url: str, wanted: Wanted) -> Hop:
        """Ask, and ask again while it may help."""
        place = place_of(url, schemes=SCHEMES)
        host = self._host(place)
        for attempt in range(1, self._manners.tries + 1):
            with host.lock:
                robots = self._robots(place, host)
                if not robots.may_fetch(place.target):
                    self._say(f"{PLACE} of {place.authority} asks that {place.target} is not fetched.")
                    raise FetchRefused(f"{PLACE} of {place.authority} asks that this is not fetched.")
                is_last = attempt == self._manners.tries
                try:
                    hop = self._once(url, host, _conditions(wanted))
                except FetchFailed:
                    if is_last or self._is_over.is_set():
                        raise
                    pause = self._pause(attempt)
                else:
                    pause = max(self._pause(attempt), _wait_seconds(hop.exchange))
                    if hop.exchange.status not in PASSING or is_last or pause > LONGEST_PAUSE_SECONDS:
                        return hop
                host.free_at = max(host.free_at, time.monotonic() + pause)
        raise AssertionError

    def _once(self, url: str, host: _Host, headers: dict[str, str]) -> Hop:
        """Ask once, when the host has been left alone for long enough."""
        self._is_over.wait(max(0.0, host.free_at - time.monotonic()))
        if self._is_over.is_set():
            raise FetchFailed("The watch ended before this was asked for.")
        at = datetime.now(UTC)
        robots = host.robots or NOTHING_SAID
        try:
            exchange = self._fetcher.exchange(Call(url=url, headers={"User-Agent": self._manners.agent, **headers}))
        finally:
            host.free_at = time.monotonic() + max(self._manners.delay_seconds, robots.delay_seconds)
        return Hop(exchange=exchange, at=at)

    def _robots(self, place: Place, host: _Host) -> Robots:
        """Return what the site asks for: all is allowed if it says nothing, nothing if that cannot be told."""
        if host.robots is None or time.monotonic() >= host.robots_until:
            url = f"{place.scheme}://{place.authority}{PLACE}"
            host.robots, seconds = self._asked_robots(url, host)
            host.robots_until = time.monotonic() + seconds
        return host.robots

    def _asked_robots(self, url: str, host: _Host) -> tuple[Robots, float]:
        first = url
        for _ in range(MOST_REDIRECTS + 1):
            try:
                got = self._once(url, host, {}).exchange
            except (FetchFailed, FetchRefused) as trouble:
                if self._is_over.is_set() or isinstance(trouble, FetchRefused):
                    raise
                self._say(f"{first} gives no answer, so nothing is fetched there: {trouble.message}")
                return NOTHING_ALLOWED, ROBOTS_PAUSES * self._manners.pause_seconds
            leads_to = _leads_to(got)
            if leads_to is not None:
                url = leads_to
                continue
            if got.status >= 500 or got.status == 429:
                self._say(f"{first} answers {got.status}, so nothing is fetched there for now.")
                return NOTHING_ALLOWED, max(ROBOTS_PAUSES * self._manners.pause_seconds, _wait_seconds(got))
            content = _unpacked(got, self._fetcher.most_bytes)
            return read_robots(content) if 200 <= got.status < 300 else NOTHING_SAID, ROBOTS_SECONDS
        return NOTHING_SAID, ROBOTS_SECONDS

    def _pause(self, attempt: int) -> float:
        return float(self._manners.pause_seconds * 2 ** (attempt - 1) * random.uniform(0.9, 1.1))  # noqa: S311 - no secret

    def _host(self, place: Place) -> _Host:
        with self._lock:
            if len(self._hosts) >= MOST_HOSTS:
                self._hosts = {name: host for name, host in self._hosts.items() if host.lock.locked()}
            return self._hosts.setdefault(f"{place.scheme}://{place.authority}", _Host())

    def _read(self, wanted: Wanted, hops: tuple[Hop, ...]) -> Fetched:
        got = hops[-1].exchange
        try:
            body = _unpacked(got, self._fetcher.most_bytes)
        except FetchFailed as trouble:
            return Fetched(url=wanted.url, hops=hops, trouble=trouble.message)
        return Fetched(
            url=wanted.url,
            hops=hops,
            status=got.status,
            body=body,
            sha256=hashlib.sha256(body).hexdigest(),
            etag=_sayable(got.header("etag")),
            modified=_sayable(got.header("last-modified")),
            trouble="" if got.status in (200, 203, 304, 404, 410) else f"The server answers {got.status}.",
            wait_seconds=_wait_seconds(got) if got.status in PASSING else 0.0,
        )


def _conditions(wanted: Wanted) -> dict[str, str]:
    said = {"If-None-Match": wanted.etag, "If-Modified-Since": wanted.modified}
    return {name: value for name, value in said.items() if value}


def _sayable(said: str) -> str:
    """Return what a server said, if it can be said back to it in a header; else nothing."""
    return said if said.isascii() and said.isprintable() and len(said) <= LONGEST_HEADER else ""


def _leads_to(got: Exchange) -> str | None:
    """Return where an answer leads; None if it is the answer itself."""
    if got.status not in (301, 302, 303, 307, 308) or not got.header("location"):
        return None
    try:
        return urldefrag(urljoin(got.url, got.header("location")))[0]
    except ValueError:
        return None


def _wait_seconds(got: Exchange) -> float:
    """Return how long a server wants to be left alone (`Retry-After`: seconds, or a time); 0 = not said."""
    said = got.header("retry-after").strip()
    if said.isascii() and said.isdecimal() and len(said) < 10:
        return float(said)
    try:
        at = email.utils.parsedate_to_datetime(said) if said else None
    except ValueError:
        at = None
    if at is None:
        return 0.0
    return max(0.0, (at.replace(tzinfo=at.tzinfo or UTC) - datetime.now(UTC)).total_seconds())


def _unpacked(got: Exchange, most_bytes: int) -> bytes:
    """Return the content of an answer, unpacked within bounds.

    Raises:
        FetchFailed: If it is packed in a way that is not known, or into too much, or is not whole.
    """
    headers = {name: value.encode("latin-1") for name, value in reversed(got.headers)}
    try:
        content, is_whole = unpacked(
            Answer(status=got.status, headers=headers, body=got.untrusted_body), got.untrusted_body, most_bytes
        )
    except ContentTooLarge:
        raise FetchFailed(f"What {got.url} sends unpacks to more than {most_bytes} bytes.") from None
    except PackedUnknown as how:
        raise FetchFailed(f"What {got.url} sends is packed as {how}, though it was asked not to be.") from None
    if not is_whole:
        raise FetchFailed(f"What {got.url} sends is packed, and damaged.")
    return content
