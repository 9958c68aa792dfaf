"""What stands before every page: which requests are let in, and what is said to the browser with every answer.

A request is refused if its `Host` is not one of the desk's (a name that somebody turned to this address: DNS
rebinding), if it would change something and comes from another site, or if it is larger than the desk takes. Which site
a request comes from is told by `Sec-Fetch-Site`, and by `Origin` where a browser does not send that: no token can be
forgotten in a form. Both are of the browser's own making; no page can set them.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterable

from starlette.datastructures import Headers, MutableHeaders
from starlette.exceptions import HTTPException
from starlette.responses import PlainTextResponse
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from tenderlight.publish.catalogue import LANGUAGES, say

LARGEST_BODY_BYTES = 64 * 1024
"""A form of the desk."""
LARGEST_UPLOAD_BYTES = 64 * 1024 * 1024
"""Attachments of a reply."""
BODY_SECONDS, UPLOAD_SECONDS = 30.0, 900.0
"""How long a form, or attachments, may take to arrive: whoever sends a sign a minute holds nobody's place."""
UPLOADS = ("/replies",)
SAFE_METHODS = frozenset({"GET", "HEAD"})
OTHER_SITE = "error.other_site"
OTHER_HOST = "error.other_host"
TOO_LARGE = "error.too_large"
_STATUS = {OTHER_SITE: 403, OTHER_HOST: 421, TOO_LARGE: 413}

HEADERS = {
    "Content-Security-Policy": "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; "
    "connect-src 'self'; base-uri 'none'; frame-ancestors 'none'; form-action 'self'; "
    "require-trusted-types-for 'script'; trusted-types default",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=(), interest-cohort=()",
    "Cache-Control": "no-store",
}
"""Sent with every answer; an answer that says otherwise of one keeps its own."""


class Guard:
    """Lets requests in, or refuses them.

    Args:
        app: What is guarded.
        hosts: What `Host` may be.
    """

    def __init__(self, app: ASGIApp, *, hosts: Iterable[str], is_secure: bool) -> None:
        self._app = app
        self._hosts = frozenset(host.lower() for host in hosts)
        self._headers = dict(HEADERS)
        if is_secure:
            self._headers["Strict-Transport-Security"] = "max-age=31536000"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer one request."""
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def sending(message: Message) -> None:
            if message["type"] == "http.response.start":
                headers = MutableHeaders(scope=message)
                for name, value in self._headers.items():
                    headers.setdefault(name, value)
            await send(message)

        scope.setdefault("state", {})
        refused = self._refusal(scope)
        if refused is not None:
            words = "\n".join(say(language, refused) for language in LANGUAGES)
            await PlainTextResponse(f"{words}\n", _STATUS[refused])(scope, receive, sending)
            return
        await self._app(scope, _bounded(receive, _most_bytes(scope), _most_seconds(scope)), sending)

    def _refusal(self, scope: Scope) -> str | None:
        """Return why a request is refused, as a key of the catalogue; None if it is let in."""
        headers = Headers(scope=scope)
        host = headers.get("host", "").lower()
        if len(headers.getlist("host")) != 1 or host not in self._hosts:
            return OTHER_HOST
        if scope["method"] not in SAFE_METHODS and not _is_from_here(headers, host):
            return OTHER_SITE
        length = headers.get("content-length", "0")
        if not length.isascii() or not length.isdecimal() or len(length) > 12 or int(length) > _most_bytes(scope):
            return TOO_LARGE
        return None


def _is_from_here(headers: Headers, host: str) -> bool:
    """Say whether a request that would change something comes from a page of the desk, or from no browser at all."""
    site, origin = headers.get("sec-fetch-site"), headers.get("origin")
    if site is not None:
        return site == "same-origin" or (site == "none" and origin is None)
    if origin is None:
        return True
    scheme, _, name = origin.partition("://")
    return scheme in {"http", "https"} and name.lower() == host


def _most_bytes(scope: Scope) -> int:
    return LARGEST_UPLOAD_BYTES if scope["path"].startswith(UPLOADS) else LARGEST_BODY_BYTES


def _most_seconds(scope: Scope) -> float:
    return UPLOAD_SECONDS if scope["path"].startswith(UPLOADS) else BODY_SECONDS


def _bounded(receive: Receive, most_bytes: int, most_seconds: float) -> Receive:
    """Return what receives a request, and stops where it grows too large, or does not come to an end."""
    received = 0
    ends: float | None = None
    is_whole = False

    async def receiving() -> Message:
        nonlocal received, ends, is_whole
        if is_whole:
            return await receive()  # nothing but word that the browser has gone
        now = asyncio.get_running_loop().time()
        ends = now + most_seconds if ends is None else ends
        try:
            message = await asyncio.wait_for(receive(), timeout=max(0.0, ends - now))
        except TimeoutError:
            raise HTTPException(408) from None
        received += len(message.get("body", b""))
        is_whole = not message.get("more_body", False)
        if received > most_bytes:
            raise HTTPException(413, TOO_LARGE)
        return message

    return receiving
