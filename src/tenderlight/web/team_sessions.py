"""Coming in with name and password, and staying: 12 hours at most, an hour without a sign of life.

Passwords are tried two at a time, so that nobody can keep the desk busy with them, and five times a minute for a name
and for an address; who comes in has used no try. A name that does not exist costs the same time as one that does.
"""

from __future__ import annotations

import asyncio
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from tenderlight.web.sessions import Session, digest
from tenderlight.web.team import Team

SESSION_SECONDS = 12 * 3600.0
IDLE_SECONDS = 3600.0
TRIES, TRIES_SECONDS = 5, 60.0
SIGN_INS = 30
"""By an issuer, begun from one address in the same time: a whole office has one, and nothing is guessed here."""
AT_ONCE = 2
MOST_WATCHED = 10_000
"""Names and addresses whose tries are remembered."""
SEEN_EVERY_SECONDS = 60.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """What time it is: by the wall, which may be set back, and since some moment, which only grows."""

    wall: Callable[[], float] = time.time
    grows: Callable[[], float] = time.monotonic


def is_over(began_at: float, seen_at: float, now: float | None = None) -> bool:
    """Say whether a session is over by the clock on the wall; None = now. It is seen once a minute."""
    now = time.time() if now is None else now
    return now - began_at > SESSION_SECONDS or now - seen_at > IDLE_SECONDS + SEEN_EVERY_SECONDS


class TeamSessions:
    """The sessions of a team in one case.

    Args:
        team: Accounts.
        case_id: Of the case.
        clocks: What time it is.
    """

    def __init__(self, team: Team, case_id: str, *, clocks: Clocks = Clocks()) -> None:
        self.team = team
        self.case_id = case_id
        self._clocks = clocks
        self._tries: OrderedDict[str, list[float]] = OrderedDict()
        self._trying = asyncio.Semaphore(AT_ONCE)
        self._begun: dict[str, tuple[float, float]] = {}
        team.forget_older(clocks.wall() - SESSION_SECONDS)

    def enter(self, token: str) -> str | None:
        """Nobody comes in by a link."""
        del token
        return None

    async def log_in(self, name: str, password: str, *, address: str) -> str | None:
        """Return the token of a new session; None if name or password is wrong, or both were tried too often."""
        if not all([self._may_try(f"name {name}"), self._may_try(f"address {address}")]):
            return None
        hashed = self.team.hash_of(name)
        async with self._trying:
            is_right = await asyncio.to_thread(self.team.fits, hashed, password)
        is_still_so = self.team.hash_of(name) == hashed and self.team.role(name, self.case_id) is not None
        if not is_right or not is_still_so:
            return None
        for what in (f"name {name}", f"address {address}"):
            del self._tries.get(what, [])[
                -1:
            ]  # who knows the password has not tried: an office behind one address comes in
        return self.let_in(name, address=address)

    def may_sign_in(self, address: str) -> bool:
        """Say whether one more sign-in by an issuer may be begun from an address."""
        return self._may_try(f"sign-in {address}", most=SIGN_INS)

    def let_in(self, name: str, *, address: str) -> str:
        """Return the token of a new session of an account, of which it is known that it is theirs."""
        token = secrets.token_urlsafe(32)
        key, now = digest(token), self._clocks.grows()
        self.team.begin(key, name, self.case_id, address=address, now=self._clocks.wall())
        self._begun[key] = now, now
        return token

    def find(self, token: str) -> Session | None:
        """Return the session that a cookie's token belongs to; None if there is none, or it is over."""
        if not token:
            return None
        key = digest(token)
        row = self.team.session(key, self.case_id)
        if row is None:
            return None
        account, began_at, seen_at = row
        if self._is_over(key, began_at, seen_at):
            self.team.end(key)
            self._begun.pop(key, None)
            return None
        role = self.team.role(account, self.case_id)
        if role is None:
            return None
        return Session(key=key, person=self.team.account(account).person, role=role, account=account)

    def leave(self, session: Session) -> None:
        """End a session."""
        self.team.end(session.key)
        self._begun.pop(session.key, None)

    def name(self, session: Session, person: str) -> None:
        """Nobody changes their name here: it is the account's."""
        del session, person

    def _is_over(self, key: str, began_at: float, seen_at: float) -> bool:
        """Say whether a session is over by either clock; else remember that it was seen."""
        wall, grows = self._clocks.wall(), self._clocks.grows()
        begun, seen = self._begun.setdefault(key, (grows, grows))
        if wall - began_at > SESSION_SECONDS or grows - begun > SESSION_SECONDS:
            return True
        if wall - seen_at > IDLE_SECONDS or grows - seen > IDLE_SECONDS:
            return True
        self._begun[key] = begun, grows
        if wall - seen_at > SEEN_EVERY_SECONDS:
            self.team.saw(key, wall)
        return False

    def _may_try(self, what: str, *, most: int = TRIES) -> bool:
        now = self._clocks.grows()
        recent = [at for at in self._tries.pop(what, []) if now - at < TRIES_SECONDS]
        may = len(recent) < most
        self._tries[what] = [*recent, now] if may else recent
        if len(self._tries) > MOST_WATCHED:
            self._tries.popitem(last=False)
        return may
