"""The issuer that a team's people come in by: what it says of itself, its keys, and the exchange of a code for a name.

Nothing is asked of any address but the issuer's own and those that its own description names; each is fetched through
the guard of `tenderlight.sources.fetching`. Sources: OpenID Connect Core and Discovery 1.0, RFC 6749, 7636, 9207.
"""

from __future__ import annotations

import asyncio
import base64
import json
import time
from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass, field
from urllib.parse import quote, urlencode

from tenderlight.errors import FetchFailed, FetchRefused, OptionalPartMissing
from tenderlight.sources.addresses import place_of
from tenderlight.sources.fetching import Answered, Call, Fetcher
from tenderlight.web.id_tokens import (
    Head,
    Identity,
    PublicKey,
    SignInStopped,
    TokenRefused,
    Wanted,
    head_of,
    identity_of,
    key_for,
    public_keys,
)
from tenderlight.web.oidc_settings import OidcSettings

DESCRIPTION = "/.well-known/openid-configuration"
SCOPES = "openid email"
DESCRIPTION_SECONDS = 3_600.0
KEYS_SECONDS = 3_600.0
"""A key that the issuer no longer shows is no longer taken after this."""
KEYS_AGAIN_SECONDS = 60.0
"""How often an unknown key makes the desk ask for the keys anew, at most."""
FAILED_SECONDS = 10.0
"""For so long nothing is asked after the issuer gave no description."""
MOST_BYTES = 256 * 1024
MOST_SECONDS = 10.0
AT_ONCE = 2
"""Exchanges side by side: nobody keeps the desk's threads busy with them."""
LONGEST_CODE = 2_000

Fetch = Callable[[Call], Awaitable[Answered]]


class IssuerFailed(SignInStopped):
    """The issuer gave no answer that could be taken."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Description:
    """What an issuer says of itself."""

    authorization: str
    token: str
    keys: str
    is_basic: bool
    """Whether the client's secret goes into a header; else into the form."""
    names_itself: bool
    """Whether it says with every answer who it is (RFC 9207)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Clocks:
    """What time it is: by the wall, and since some moment."""

    wall: Callable[[], float] = time.time
    grows: Callable[[], float] = time.monotonic


@dataclass(frozen=True, slots=True, kw_only=True)
class Asking:
    """What somebody is sent to the issuer with."""

    redirect: str
    """Where they are to be sent back to."""
    state: str
    nonce: str
    verifier: str = field(repr=False)
    challenge: str


def over_the_network(settings: OidcSettings) -> Issuer:
    """Return the issuer, asked over the network.

    Raises:
        OptionalPartMissing: If what checks its tokens is not installed.
    """
    try:
        import joserfc  # noqa: F401 - that it is there is what is asked
    except ImportError:
        raise OptionalPartMissing("Coming in by an issuer needs the optional part `oidc`.", extra="oidc") from None
    fetcher = Fetcher(named=settings.inside, most_bytes=MOST_BYTES, most_seconds=MOST_SECONDS)

    async def fetch(call: Call) -> Answered:
        return await asyncio.to_thread(fetcher.fetch, call)

    return Issuer(settings, fetch)


class Issuer:
    """The one issuer of a desk.

    Args:
        settings: Which, and as whom it is asked.
        fetch: Asks it.
        clocks: What time it is.
    """

    def __init__(self, settings: OidcSettings, fetch: Fetch, *, clocks: Clocks = Clocks()) -> None:
        self.settings = settings
        self._fetch = fetch
        self._clocks = clocks
        self._described: tuple[float, Description] | None = None
        self._failed_at = float("-inf")
        self._keys: tuple[PublicKey, ...] = ()
        self._keys_at = self._keys_tried_at = float("-inf")
        self._asking = asyncio.Lock()
        self._exchanging = asyncio.Semaphore(AT_ONCE)

    async def trouble(self) -> str:
        """Return why people cannot come in by it now, in one word; empty if it describes itself as it must."""
        try:
            await self._description()
        except IssuerFailed as failed:
            return failed.why
        return ""

    async def address_for(self, asking: Asking) -> str:
        """Return the address at the issuer that somebody is sent to.

        Raises:
            IssuerFailed: If it does not describe itself.
        """
        described = await self._description()
        words = {
            "response_type": "code",
            "client_id": self.settings.client_id,
            "redirect_uri": asking.redirect,
            "scope": SCOPES,
            "state": asking.state,
            "nonce": asking.nonce,
            "code_challenge": asking.challenge,
            "code_challenge_method": "S256",
        }
        return f"{described.authorization}{'&' if '?' in described.authorization else '?'}{urlencode(words)}"

    async def is_from_it(self, untrusted_issuer: str | None) -> bool:
        """Say whether an answer that came back with a browser says it is from this issuer (RFC 9207).

        Raises:
            IssuerFailed: If it does not describe itself.
        """
        described = await self._description()
        return untrusted_issuer == self.settings.issuer or (untrusted_issuer is None and not described.names_itself)

    async def identity(self, untrusted_code: str, asking: Asking) -> Identity:
        """Exchange a code for what the issuer says of somebody.

        Raises:
            IssuerFailed: If it does not take the code, or gives no answer.
            TokenRefused: If what it says does not hold.
        """
        if not 0 < len(untrusted_code) <= LONGEST_CODE:
            raise IssuerFailed("no_code")
        async with self._exchanging:
            described = await self._description()
            answer = await self._asked(self._exchange(described, untrusted_code, asking))
            if answer.status in {400, 401, 403}:
                raise TokenRefused("code_refused")
            token = _json(answer).get("id_token")
            if not isinstance(token, str):
                raise TokenRefused("no_token")
            head = head_of(token)
            key = await self._key(described, head)
            settings = self.settings
            wanted = Wanted(
                issuer=settings.issuer, client_id=settings.client_id, nonce=asking.nonce, now=self._clocks.wall()
            )
            return identity_of(token, head, key, wanted)

    def _exchange(self, described: Description, code: str, asking: Asking) -> Call:
        """Return the call that exchanges a code."""
        client, secret = self.settings.client_id, self.settings.secret
        form = {
            "grant_type": "authorization_code",
            "code": code,
            "redirect_uri": asking.redirect,
            "code_verifier": asking.verifier,
        }
        headers = {"Content-Type": "application/x-www-form-urlencoded", "Accept": "application/json"}
        if secret and described.is_basic:
            both = f"{quote(client, safe='')}:{quote(secret, safe='')}"
            headers["Authorization"] = f"Basic {base64.b64encode(both.encode()).decode()}"
        else:
            form |= {"client_id": client} | ({"client_secret": secret} if secret else {})
        return Call(url=described.token, method="POST", headers=headers, body=urlencode(form).encode())

    async def _description(self) -> Description:
        """Return what the issuer says of itself, asked once an hour."""
        async with self._asking:
            now = self._clocks.grows()
            if self._described is not None and now - self._described[0] < DESCRIPTION_SECONDS:
                return self._described[1]
            if now - self._failed_at < FAILED_SECONDS:
                raise IssuerFailed("issuer_silent")
            try:
                answer = await self._asked(Call(url=f"{self.settings.issuer.rstrip('/')}{DESCRIPTION}"))
                described = _description_of(_json(answer), self.settings.issuer)
            except IssuerFailed:
                self._failed_at = now
                raise
            self._described = now, described
            return described

    async def _key(self, described: Description, head: Head) -> PublicKey:
        """Return the key of a token; the keys are asked for anew once an hour, and if it is unknown, once a minute."""
        async with self._asking:
            now = self._clocks.grows()
            is_old = now - self._keys_at >= KEYS_SECONDS
            found = None if is_old else key_for(head, self._keys)
            if found is None and now - self._keys_tried_at >= (FAILED_SECONDS if is_old else KEYS_AGAIN_SECONDS):
                self._keys_tried_at = now
                self._keys = public_keys(_json(await self._asked(Call(url=described.keys))))
                self._keys_at = now
                found = key_for(head, self._keys)
        if found is None:
            raise TokenRefused("unknown_key")
        return found

    async def _asked(self, call: Call) -> Answered:
        try:
            return await self._fetch(call)
        except FetchRefused:
            raise IssuerFailed("issuer_address_refused") from None
        except FetchFailed:
            raise IssuerFailed("issuer_silent") from None


def _json(answer: Answered) -> dict[str, object]:
    """Return an answer that is an object of JSON.

    Raises:
        IssuerFailed: If it is none.
    """
    if answer.status != 200 or answer.media_type not in {"application/json", "application/jwk-set+json"}:
        raise IssuerFailed("issuer_answer")
    try:
        said = json.loads(answer.untrusted_body)
    except (ValueError, RecursionError):
        raise IssuerFailed("issuer_answer") from None
    if not isinstance(said, dict):
        raise IssuerFailed("issuer_answer")
    return said


def _description_of(untrusted: Mapping[str, object], issuer: str) -> Description:
    """Return what an issuer says of itself.

    Raises:
        IssuerFailed: If it is another, or does not say what is needed.
    """
    if untrusted.get("issuer") != issuer:
        raise IssuerFailed("other_issuer")
    challenges = untrusted.get("code_challenge_methods_supported", ["S256"])
    if not isinstance(challenges, list) or "S256" not in challenges:
        raise IssuerFailed("issuer_without_pkce")
    ways = untrusted.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return Description(
        authorization=_endpoint(untrusted, "authorization_endpoint"),
        token=_endpoint(untrusted, "token_endpoint"),
        keys=_endpoint(untrusted, "jwks_uri"),
        is_basic=not isinstance(ways, list) or "client_secret_basic" in ways or "client_secret_post" not in ways,
        names_itself=untrusted.get("authorization_response_iss_parameter_supported") is True,
    )


def _endpoint(untrusted: Mapping[str, object], name: str) -> str:
    value = untrusted.get(name)
    try:
        place_of(value if isinstance(value, str) else "")
    except FetchRefused:
        raise IssuerFailed("issuer_answer") from None
    assert isinstance(value, str)
    return value
