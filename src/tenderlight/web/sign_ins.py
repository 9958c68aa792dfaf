"""Sign-ins that are on their way to the issuer and back: bound to the browser that began them, and good once.

A browser keeps one random number, signed, in a cookie of its own; state, nonce and the verifier of PKCE are derived
from it with a secret that lives as long as the desk. So nothing is kept of sign-ins that are begun and never ended,
however many there are, and what is sent back to another browser fits nothing there.
"""

from __future__ import annotations

import base64
import hashlib
import hmac
import re
import secrets
import time
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

from tenderlight.web.issuer import Asking, Issuer

ON_THE_WAY_SECONDS = 600
MOST_REMEMBERED = 100_000
"""Sign-ins that came back and are remembered as used."""
LONGEST_COOKIE = 3_000
_COOKIE = re.compile(
    r"(?P<begun>[0-9]{1,12})\.(?P<number>[\w-]{43})\.(?P<to>[\w-]{0,2600})\.(?P<signed>[\w-]{43})", re.ASCII
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OnTheWay:
    """A sign-in that is on its way."""

    number: str
    to: str
    """Where the desk goes on to once somebody is in; from its root."""


class SignIns:
    """The sign-ins of a desk.

    Args:
        issuer: Where people are sent.
        clock: Seconds that only grow.
    """

    def __init__(self, issuer: Issuer, *, clock: Callable[[], float] = time.monotonic) -> None:
        self.issuer = issuer
        self._clock = clock
        self._secret = secrets.token_bytes(32)
        self._used: OrderedDict[str, None] = OrderedDict()

    def begin(self, to: str) -> tuple[str, OnTheWay]:
        """Return what the browser is to keep, and the sign-in that it belongs to."""
        number = secrets.token_urlsafe(32)
        said = f"{int(self._clock())}.{number}.{_packed(to.encode('utf-8'))}"
        return f"{said}.{self._derived('cookie', said)}", OnTheWay(number=number, to=to)

    def asking(self, on_the_way: OnTheWay, redirect: str) -> Asking:
        """Return what somebody is sent to the issuer with, and what must come back."""
        verifier = self._derived("verifier", on_the_way.number)
        return Asking(
            redirect=redirect,
            state=self._derived("state", on_the_way.number),
            nonce=self._derived("nonce", on_the_way.number),
            verifier=verifier,
            challenge=_packed(hashlib.sha256(verifier.encode("ascii")).digest()),
        )

    def take(self, untrusted_cookie: str, untrusted_state: str) -> OnTheWay | None:
        """Return the sign-in that came back, once; None if this browser began none with that state, or long ago."""
        found = _COOKIE.fullmatch(untrusted_cookie[:LONGEST_COOKIE])
        if found is None or not untrusted_state.isascii():
            return None
        said, number = untrusted_cookie.rpartition(".")[0], found["number"]
        is_ours = hmac.compare_digest(self._derived("cookie", said), found["signed"])
        if not is_ours or not hmac.compare_digest(self._derived("state", number), untrusted_state):
            return None
        if number in self._used or self._clock() - int(found["begun"]) > ON_THE_WAY_SECONDS:
            return None
        self._used[number] = None
        if len(self._used) > MOST_REMEMBERED:
            self._used.popitem(last=False)
        return OnTheWay(number=number, to=_unpacked(found["to"]).decode("utf-8"))

    def _derived(self, purpose: str, said: str) -> str:
        return _packed(hmac.digest(self._secret, f"{purpose} {said}".encode(), "sha256"))


def _packed(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).decode("ascii").rstrip("=")


def _unpacked(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))
