"""An issuer of our own (OpenID Connect), asked in this process; it can be told to do anything wrong."""

from __future__ import annotations

import base64
import hashlib
import hmac
import json
import secrets
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cache
from typing import Any
from urllib.parse import parse_qs, parse_qsl, urlsplit

import httpx
from joserfc import jwt
from joserfc.jwk import ECKey, RSAKey
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tenderlight.sources.fetching import Answered, Call

ISSUER = "https://id.example.org"
CLIENT, SECRET = "tenderlight", "a secret / of the client"
Claims = dict[str, Any]


@cache
def made_key(kid: str) -> RSAKey:
    """Return a key; making one takes a moment."""
    return RSAKey.generate_key(2048, {"kid": kid, "use": "sig"})


@dataclass
class Person:
    """Somebody who says yes at the issuer."""

    sub: str = "248289761001"
    email: str = "vera@example.org"
    email_verified: object = True


@dataclass
class MadeIssuer:
    """What the issuer does; each field may be changed."""

    person: Person = field(default_factory=Person)
    kid: str = "first"
    shown: list[str] = field(default_factory=lambda: ["first"])
    description: dict[str, object] = field(default_factory=dict)
    change: Callable[[Claims], object] = lambda _: None
    """Changes what a token says before it is signed."""
    sign: Callable[[Claims], str] | None = None
    """Signs tokens in another way."""
    needs_secret: bool = True
    asked: list[str] = field(default_factory=list)
    codes: dict[str, Mapping[str, str]] = field(default_factory=dict)

    def app(self) -> Starlette:
        """Return it as an application."""
        return Starlette(
            routes=[
                Route("/.well-known/openid-configuration", self._describe),
                Route("/keys", self._keys),
                Route("/token", self._token, methods=["POST"]),
            ]
        )

    async def fetch(self, call: Call) -> Answered:
        """Ask it, as the desk does over the network."""
        transport = httpx.ASGITransport(app=self.app())
        self.asked.append(urlsplit(call.url).path)
        async with httpx.AsyncClient(transport=transport) as client:
            got = await client.request(call.method, call.url, headers=dict(call.headers), content=call.body)
        media_type = got.headers.get("content-type", "").partition(";")[0]
        return Answered(status=got.status_code, media_type=media_type, untrusted_body=got.content)

    def say_yes(self, address: str) -> str:
        """Have the person say yes to what a browser was sent with; return the query it is sent back with."""
        asked = dict(parse_qsl(urlsplit(address).query))
        code = secrets.token_urlsafe(16)
        self.codes[code] = asked
        return f"code={code}&state={asked['state']}"

    async def _describe(self, request: Request) -> Response:
        self_address = str(request.url).partition("/.well-known")[0]
        said = {
            "issuer": ISSUER,
            "authorization_endpoint": f"{self_address}/authorize",
            "token_endpoint": f"{self_address}/token",
            "jwks_uri": f"{self_address}/keys",
        }
        return JSONResponse(said | self.description)

    async def _keys(self, _: Request) -> Response:
        return JSONResponse({"keys": [made_key(kid).as_dict(private=False) for kid in self.shown]})

    async def _token(self, request: Request) -> Response:
        form = {name: values[0] for name, values in parse_qs((await request.body()).decode()).items()}
        asked = self.codes.pop(form.get("code", ""), None)
        both = base64.b64encode(b"tenderlight:a%20secret%20%2F%20of%20the%20client").decode()
        knows_secret = request.headers.get("authorization") == f"Basic {both}" or not self.needs_secret
        verified = hashlib.sha256(form.get("code_verifier", "").encode()).digest()
        challenge = base64.urlsafe_b64encode(verified).decode().rstrip("=")
        if (
            asked is None
            or not knows_secret
            or (challenge, "S256")
            != (
                asked["code_challenge"],
                asked["code_challenge_method"],
            )
        ):
            return JSONResponse({"error": "invalid_grant"}, 400)
        if form["redirect_uri"] != asked["redirect_uri"] or form["grant_type"] != "authorization_code":
            return JSONResponse({"error": "invalid_grant"}, 400)
        return JSONResponse({"id_token": self.token(asked["nonce"]), "token_type": "Bearer", "access_token": "x"})

    def token(self, nonce: str) -> str:
        """Return what it says of the person."""
        now = int(time.time())
        claims: Claims = {
            "iss": ISSUER,
            "aud": CLIENT,
            "sub": self.person.sub,
            "exp": now + 300,
            "iat": now,
            "nonce": nonce,
            "email": self.person.email,
            "email_verified": self.person.email_verified,
        }
        self.change(claims)
        return signed(claims, kid=self.kid) if self.sign is None else self.sign(claims)


def signed(claims: Claims, *, kid: str, **head: object) -> str:
    """Return claims signed with a made key."""
    return jwt.encode({"alg": "RS256", "kid": kid, **head}, claims, made_key(kid))


def signed_without_name(claims: Claims) -> str:
    """Return claims signed with the first key, which is not named."""
    return jwt.encode({"alg": "RS256"}, claims, made_key("first"))


def unsigned(claims: Claims) -> str:
    """Return claims that say they need no signature."""
    return ".".join([_packed({"alg": "none", "kid": "first"}), _packed(claims), ""])


def signed_with_public_key(claims: Claims) -> str:
    """Return claims signed as if the public key were a secret that two share."""
    said = f"{_packed({'alg': 'HS256', 'kid': 'first'})}.{_packed(claims)}"
    mac = hmac.digest(made_key("first").as_pem(private=False), said.encode(), "sha256")
    return f"{said}.{base64.urlsafe_b64encode(mac).decode().rstrip('=')}"


def signed_by_another(claims: Claims) -> str:
    """Return claims signed by another key, which says it is the first one."""
    return jwt.encode({"alg": "RS256", "kid": "first"}, claims, made_key("another"))


def signed_with_own_key(claims: Claims) -> str:
    """Return claims that carry the key they are to be checked with."""
    own = ECKey.generate_key("P-256")
    return jwt.encode({"alg": "ES256", "jwk": own.as_dict(private=False)}, claims, own)


def signed_with_key_elsewhere(claims: Claims) -> str:
    """Return claims that say where the key is that they are to be checked with."""
    return jwt.encode({"alg": "RS256", "kid": "first", "jku": "https://evil.example/keys"}, claims, made_key("another"))


def signed_by_curve(claims: Claims) -> str:
    """Return claims signed by a key of another kind that says it is the first one."""
    return jwt.encode({"alg": "ES256", "kid": "first"}, claims, ECKey.generate_key("P-256"))


def tampered(claims: Claims) -> str:
    """Return claims changed after they were signed."""
    head, _, end = signed(claims, kid="first").split(".")
    return ".".join([head, _packed(claims | {"sub": "somebody else"}), end])


def _packed(value: object) -> str:
    return base64.urlsafe_b64encode(json.dumps(value).encode()).decode().rstrip("=")
