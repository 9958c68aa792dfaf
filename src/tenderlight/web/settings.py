"""What a desk is told when it starts."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tenderlight.web.issuer import Issuer

LOCAL_HOSTS = ("127.0.0.1", "localhost", "[::1]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeskSettings:
    """How a desk is reached, and by whom.

    Raises:
        ValueError: If it would answer under no name.
    """

    hosts: tuple[str, ...]
    """What the `Host` of a request may be, with its port: whoever turns another name to this address is refused."""
    token: str = ""
    """Local mode: the one-time token of the opening link. Empty = nobody comes in by a token."""
    person: str = ""
    """Local mode: who reviews, as they call themselves; empty = asked for."""
    team: Path | None = None
    """Team mode: the folder of the team's accounts; None = local mode."""
    issuer: Issuer | None = None
    """Team mode: who else says who somebody is; None = people come in with a password alone."""
    is_ready_to_draw: bool = False
    """Whether the lane that draws pages is opened with the desk, so that the first page need not wait for it."""
    is_secure: bool = False
    """Whether the desk is reached by https: cookies are then for https alone."""

    def __post_init__(self) -> None:
        if not self.hosts:
            raise ValueError("a desk needs a name to answer under")


def local_hosts(port: int) -> tuple[str, ...]:
    """Return the names under which a desk on this machine answers."""
    return tuple(f"{host}:{port}" for host in LOCAL_HOSTS)
