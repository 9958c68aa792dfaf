"""Starts the desk: takes a port, makes the link, answers until it is stopped."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tenderlight.cases import Case
from tenderlight.errors import UsageError
from tenderlight.sources.listening import send_at_once
from tenderlight.web.app import make_app
from tenderlight.web.settings import DeskSettings, local_hosts
from tenderlight.web.team import NAME, Team

if TYPE_CHECKING:
    import uvicorn

    from tenderlight.web.issuer import Issuer

LOOPBACK = ("127.0.0.1", "::1", "localhost")
MOST_AT_ONCE = 200
"""Requests that are answered side by side; more are told to come back."""
STOP_SECONDS = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a desk answers."""

    host: str
    port: int
    token: str
    """One-time token of the opening link."""
    taken: Any
    """The bound port, as uvicorn gives it."""

    @property
    def address(self) -> str:
        """Host and port."""
        return f"{self.host}:{self.port}"

    @property
    def opening_link(self) -> str:
        """The link that lets one reader in, once."""
        return f"http://{self.host}:{self.port}/enter?token={self.token}"


@contextmanager
def bound(host: str, port: int) -> Iterator[Place]:
    """Take a port for a desk.

    Args:
        host: Address to listen at.
        port: Port; 0 = any that is free.

    Raises:
        UsageError: If the port is taken, or not ours to take.
    """
    import uvicorn

    config = uvicorn.Config("tenderlight:none", host=host, port=port, log_level="critical")
    try:
        taken = config.bind_socket()
    except SystemExit:
        raise UsageError(f"Port {port} of {host} is taken, or may not be used; name another with --port.") from None
    send_at_once(taken)
    taken.listen()  # whoever opens the link before the desk is ready waits for it, and is not refused
    try:
        yield Place(host=host, port=taken.getsockname()[1], token=secrets.token_urlsafe(32), taken=taken)
    finally:
        taken.close()


@dataclass(frozen=True, slots=True, kw_only=True)
class TeamPlace:
    """How a team reaches its desk.

    Raises:
        UsageError: If passwords would cross a network in the clear.
    """

    folder: Path
    """Of the accounts."""
    names: tuple[str, ...]
    """Under which names the desk answers, with the port where it is not that of https."""
    certificate: Path | None = None
    key: Path | None = None
    issuer: Issuer | None = None
    """Who else says who somebody is."""
    is_https_in_front: bool = False
    """Whether another program on this machine speaks https and hands requests on."""

    def __post_init__(self) -> None:
        if (self.certificate is None) != (self.key is None):
            raise UsageError("A certificate needs its key: give both --certificate and --key.")

    @property
    def is_secure(self) -> bool:
        """Whether browsers speak https with it."""
        return self.certificate is not None or self.is_https_in_front

    @property
    def ways(self) -> str:
        """How people come in, in words."""
        if self.issuer is None:
            return "with name and password"
        by_it = f"by {self.issuer.settings.host}"
        return f"{by_it}, or with name and password" if self.issuer.settings.has_passwords else by_it

    def refuse_clear(self, host: str) -> None:
        """Refuse to listen where passwords would cross a network in the clear.

        Raises:
            UsageError: If they would.
        """
        if not self.is_secure and host not in LOOPBACK:
            raise UsageError("Passwords would cross the network in the clear: give --certificate and --key.")

    def refuse_empty(self) -> None:
        """Refuse a folder without accounts: it was mistyped, or there are none yet.

        Raises:
            UsageError: If it is one.
        """
        if not (self.folder / NAME).is_file():
            raise UsageError(f"There are no accounts in {self.folder}; `tenderlight team add` makes the first.")

    def has_anybody(self, case_id: str) -> bool:
        """Say whether somebody may do something in a case, or gets an account by themselves."""
        with Team(self.folder) as team:
            is_allowed = any(one.case_id == case_id for one in team.access())
        return is_allowed or (self.issuer is not None and self.issuer.settings.new_accounts is not None)


def serve_team(case: Case, place: Place, team: TeamPlace) -> None:
    """Answer a team until the process is told to stop. The case stays open.

    Args:
        case: Open for changes.
        place: What `bound` took.
        team: How the team reaches it.

    Raises:
        UsageError: If passwords would cross a network in the clear.
    """
    team.refuse_clear(place.host)
    hosts = (*team.names, *(local_hosts(place.port) if place.host in LOOPBACK else ()))
    settings = DeskSettings(
        hosts=hosts, team=team.folder, issuer=team.issuer, is_secure=team.is_secure, is_ready_to_draw=True
    )

    def opened() -> AbstractContextManager[Case]:
        return nullcontext(case)

    server_of(make_app(opened, settings), team).run(sockets=[place.taken])


def serve(case: Case, place: Place, *, person: str = "") -> None:
    """Answer at a place until the process is told to stop. The case stays open.

    Args:
        case: Open for changes.
        place: What `bound` took.
        person: Name that decisions are written under; empty = asked for.
    """
    settings = DeskSettings(hosts=local_hosts(place.port), token=place.token, person=person, is_ready_to_draw=True)

    def opened() -> AbstractContextManager[Case]:
        return nullcontext(case)

    server_of(make_app(opened, settings)).run(sockets=[place.taken])


def server_of(app: Any, team: TeamPlace | None = None) -> uvicorn.Server:
    """Return what answers requests to an application."""
    import uvicorn

    from tenderlight.web.slow_clients import BoundedConnection

    config = uvicorn.Config(
        app,
        http=BoundedConnection,
        ws="none",
        lifespan="on",
        access_log=False,
        log_level="warning",
        server_header=False,
        proxy_headers=team is not None and team.is_https_in_front,
        forwarded_allow_ips="127.0.0.1",
        ssl_certfile=None if team is None else team.certificate,
        ssl_keyfile=None if team is None else team.key,
        limit_concurrency=MOST_AT_ONCE,
        timeout_graceful_shutdown=STOP_SECONDS,
    )
    return uvicorn.Server(config)
