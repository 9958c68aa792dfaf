"""Forms that work once: each page carries a number of its own, signed for its session, and used up when it is sent.

So a request that somebody kept and sends again changes nothing, and neither does one made up for another session.
"""

from __future__ import annotations

import hashlib
import hmac
import secrets
from collections import OrderedDict

MOST_REMEMBERED = 100_000
"""Used numbers that are remembered; older ones are of forms of long ago, see `MOST_AHEAD`."""
MOST_AHEAD = 50_000
"""A form older than this many pages is no longer taken."""


class OnceForms:
    """Gives out numbers for forms, and takes each back once. Its secret lives as long as the desk does."""

    def __init__(self) -> None:
        self._secret = secrets.token_bytes(32)
        self._given = 0
        self._used: OrderedDict[int, None] = OrderedDict()

    def new(self, session: str) -> str:
        """Return a number for one form of a session."""
        self._given += 1
        return f"{self._given}.{self._signature(session, self._given)}"

    def take(self, session: str, once: str) -> bool:
        """Say whether a number was given to this session and is taken for the first time now."""
        given, _, signature = once[:120].partition(".")
        if not given.isascii() or not given.isdecimal():
            return False
        number = int(given)
        if not hmac.compare_digest(self._signature(session, number), signature.encode("ascii", "replace").decode()):
            return False
        if number in self._used or number <= self._given - MOST_AHEAD:
            return False
        self._used[number] = None
        if len(self._used) > MOST_REMEMBERED:
            self._used.popitem(last=False)
        return True

    def _signature(self, session: str, number: int) -> str:
        return hmac.new(self._secret, f"{session} {number}".encode(), hashlib.sha256).hexdigest()
