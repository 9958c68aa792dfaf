"""Tells somebody something, by e-mail or by a webhook, at an address that whoever runs the program named.

The library is Python's own (`smtplib`, `email`), and the one way out of the program for the rest: see decision 0025.
"""

from __future__ import annotations

import smtplib
import ssl
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from email.message import EmailMessage

from tenderlight.errors import FetchFailed
from tenderlight.sources.addresses import place_of
from tenderlight.sources.fetching import Call, Fetcher

SECONDS = 30.0
SCHEMES = ("https", "http")


@dataclass(frozen=True, slots=True, kw_only=True)
class MailServer:
    """A server that takes mail."""

    host: str
    port: int
    security: str
    """tls: from the first byte; starttls; none, for a server on this machine."""
    user: str = ""
    """Empty = nobody signs in."""
    password: str = field(default="", repr=False)


def send_mail(
    server: MailServer,
    message: EmailMessage,
    *,
    trust: Callable[[], ssl.SSLContext] = ssl.create_default_context,
    seconds: float = SECONDS,
) -> None:
    """Hand a message to a server, over a line that is encrypted unless the server is said to be without.

    Raises:
        FetchFailed: If it does not take it. The words say nothing of user and password.
    """
    try:
        if server.security == "tls":
            line: smtplib.SMTP = smtplib.SMTP_SSL(server.host, server.port, timeout=seconds, context=trust())
        else:
            line = smtplib.SMTP(server.host, server.port, timeout=seconds)
        try:
            if server.security == "starttls":
                line.starttls(context=trust())
            _hand_over(line, server, message)
        finally:
            line.close()
    except smtplib.SMTPAuthenticationError:
        raise FetchFailed(f"The mail server {server.host} does not take user and password.") from None
    except (OSError, smtplib.SMTPException, ValueError) as trouble:
        raise FetchFailed(
            f"The mail server {server.host} did not take the message: {type(trouble).__name__}."
        ) from None


def _hand_over(line: smtplib.SMTP, server: MailServer, message: EmailMessage) -> None:
    if server.user:
        line.login(server.user, server.password)
    line.send_message(message)
    with suppress(OSError, smtplib.SMTPException):  # it has the message: how it takes its leave matters no more
        line.quit()


def post(url: str, body: bytes, *, agent: str) -> None:
    """Send JSON to a webhook.

    Raises:
        FetchRefused, FetchFailed: If it does not take it. The words hold no more of the address than its host: the
            rest of such an address is a secret.
    """
    place = place_of(url, schemes=SCHEMES)
    fetcher = Fetcher(named=frozenset({place.authority}), schemes=SCHEMES, most_seconds=SECONDS)
    headers = {"Content-Type": "application/json", "User-Agent": agent}
    answer = fetcher.fetch(Call(url=url, method="POST", headers=headers, body=body))
    if not 200 <= answer.status < 300:
        raise FetchFailed(f"The webhook at {place.authority} answers {answer.status}.")
