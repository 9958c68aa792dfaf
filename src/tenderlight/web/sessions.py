"""Who is at the desk: sessions, known by a random token of which only the SHA-256 is kept.

In local mode there is one way in: the link that the command printed, with a token that works once. Sessions are held in
memory and end with the desk.
"""

from __future__ import annotations

import hashlib
import secrets
import time
from collections.abc import Callable
from dataclasses import dataclass, replace
from enum import StrEnum

SESSION_SECONDS = 12 * 3600.0
IDLE_SECONDS = 12 * 3600.0
"""In local mode nobody is sent away for thinking long; see `tenderlight.web.team` for teams."""
MOST_SESSIONS = 50


class Role(StrEnum):
    """What somebody may do. Each may do what the one before may."""

    READER = "reader"
    """Look at everything of the case."""
    REVIEWER = "reviewer"
    """Say what they think of claims, write notes."""
    EDITOR = "editor"
    """Correct what was read, enter replies, manage accounts."""

    def may(self, needed: Role) -> bool:
        """Say whether this role is at least the one needed."""
        order = list(Role)
        return order.index(self) >= order.index(needed)


@dataclass(frozen=True, slots=True, kw_only=True)
class Session:
    """Somebody at the desk."""

    key: str
    """SHA-256 of the token in their cookie."""
    person: str
    """Name that decisions are written under; empty = not given yet."""
    role: Role
    account: str = ""
    """Team mode: the name they come in with."""


def digest(token: str) -> str:
    """Return what is kept of a token."""
    return hashlib.sha256(token.encode("utf-8", "replace")).hexdigest()


class LocalSessions:
    """The sessions of a desk on this machine.

    Args:
        token: Of the opening link; works once.
        person: Who reviews; empty = not given yet.
        clock: Seconds that only grow.
    """

    def __init__(self, token: str, *, person: str = "", clock: Callable[[], float] = time.monotonic) -> None:
        self._token = digest(token) if token else ""
        self._person = person
        self._clock = clock
        self._sessions: dict[str, tuple[float, Session]] = {}

    def enter(self, token: str) -> str | None:
        """Return the token of a new session for the token of the opening link; None if that is wrong or used up."""
        if not self._token or not secrets.compare_digest(digest(token), self._token):
            return None
        self._token = ""
        made = secrets.token_urlsafe(32)
        self._sessions[digest(made)] = (
            self._clock() + SESSION_SECONDS,
            Session(key=digest(made), person=self._person, role=Role.EDITOR),
        )
        return made

    def find(self, token: str) -> Session | None:
        """Return the session that a cookie's token belongs to; None if there is none, or it is over."""
        ends, session = self._sessions.get(digest(token), (0.0, None))
        return session if session is not None and self._clock() < ends else None

    def name(self, session: Session, person: str) -> None:
        """Say under which name decisions of a session are written."""
        ends, _ = self._sessions[session.key]
        self._sessions[session.key] = (ends, replace(session, person=person))

    def leave(self, session: Session) -> None:
        """End a session."""
        self._sessions.pop(session.key, None)
