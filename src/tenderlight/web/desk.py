"""The desk itself: the case it holds, who is at it, and what it remembers."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager

from starlette.requests import Request
from starlette.responses import Response

from tenderlight.cases import Case
from tenderlight.web.forms import OnceForms
from tenderlight.web.sessions import LocalSessions
from tenderlight.web.settings import DeskSettings


class Desk:
    """A case on the desk. Everything of it happens in one thread, the one that opened the case.

    Args:
        case: Open for changes.
        settings: How the desk is reached.
    """

    def __init__(self, case: Case, settings: DeskSettings) -> None:
        self.case = case
        self.settings = settings
        self.sessions = LocalSessions(settings.token, person=settings.person)
        self.forms = OnceForms()

    def close(self) -> None:
        """Let go of what the desk opened itself; the case is closed by who opened it."""

    @property
    def cookie(self) -> str:
        """Name of the cookie of sessions; it names the port, for cookies of one machine are shared by all ports."""
        if self.settings.is_secure:
            return "__Host-tenderlight"
        return f"tenderlight-{self.settings.hosts[0].rpartition(':')[2]}"

    def cookie_of(self, request: Request) -> str:
        """Return the token that a request carries; empty if none."""
        return request.cookies.get(self.cookie, "")[:200]

    def hand_out(self, answer: Response, token: str) -> None:
        """Have a browser keep the token of a session."""
        answer.set_cookie(
            self.cookie,
            token,
            path="/",
            secure=self.settings.is_secure,
            httponly=True,
            samesite="lax",
            max_age=12 * 3600,
        )


OpenCase = Callable[[], AbstractContextManager[Case]]
"""Opens the case of a desk, and closes it."""
