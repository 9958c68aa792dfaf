"""What an issuer says of somebody (an ID token), and whether it holds.

Sources: OpenID Connect Core 1.0, 2 and 3.1.3.7; RFC 7515, 7517, 7518; RFC 8725 (best current practice of such tokens).
"""

from __future__ import annotations

import base64
import hmac
import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from joserfc.jwk import Key

KEY_TYPES = {
    **dict.fromkeys(("RS256", "RS384", "RS512", "PS256", "PS384", "PS512"), "RSA"),
    **dict.fromkeys(("ES256", "ES384", "ES512"), "EC"),
    **dict.fromkeys(("EdDSA", "Ed25519"), "OKP"),
}
"""Ways of signing that are taken, and the type of key of each. All have two keys: nobody signs who can only check."""
LONGEST_TOKEN = 16_000
LONGEST_SUBJECT = 255
MOST_KEYS = 50
LEAST_RSA_BITS = 2_048
LONGEST_NUMBER = 1_400
"""Characters of a number of a key: 8,192 bits."""
CLOCKS_DIFFER_SECONDS = 60.0
"""So far the issuer's clock may be from this machine's."""
OLDEST_SECONDS = 3_600.0
"""A token that was made longer ago is none of a sign-in that is going on."""


class SignInStopped(Exception):
    """Nobody comes in this way.

    Args:
        why: In one word, for the audit.
    """

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class TokenRefused(SignInStopped):
    """What an issuer is said to have said does not hold."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicKey:
    """A key that an issuer signs with."""

    kid: str | None
    kind: str
    algorithm: str | None
    """The one way of signing that it is for; None = any of its kind."""
    key: Key

    def fits(self, algorithm: str) -> bool:
        """Say whether it may check what was signed in that way."""
        return KEY_TYPES[algorithm] == self.kind and self.algorithm in {None, algorithm}


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """How a token says it was signed, before anything of it is believed."""

    algorithm: str
    kid: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What a token must say."""

    issuer: str
    client_id: str
    nonce: str
    now: float
    """Seconds of the clock on the wall."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Identity:
    """Whom an issuer says somebody is."""

    issuer: str
    subject: str
    """Never given to anybody else by this issuer."""
    email: str = ""
    """In lower case; empty = none that the issuer says is verified."""


def public_keys(untrusted_set: object) -> tuple[PublicKey, ...]:
    """Return the keys of a set that tokens may be checked with; those of other uses and kinds are left out.

    Raises:
        TokenRefused: If it is no set of keys.
    """
    listed = untrusted_set.get("keys") if isinstance(untrusted_set, dict) else None
    if not isinstance(listed, list) or len(listed) > MOST_KEYS:
        raise TokenRefused("no_keys")
    return tuple(key for one in listed if isinstance(one, dict) and (key := _public_key(one)) is not None)


def _public_key(untrusted_key: Mapping[str, Any]) -> PublicKey | None:
    from joserfc.errors import JoseError
    from joserfc.jwk import JWKRegistry

    kind, kid, algorithm = (untrusted_key.get(name) for name in ("kty", "kid", "alg"))
    is_for_this = kind in tuple(KEY_TYPES.values()) and untrusted_key.get("use") in (None, "sig")
    if not is_for_this or "d" in untrusted_key or not _is_name(kid) or not _is_name(algorithm):
        return None
    if any(len(value) > LONGEST_NUMBER for value in untrusted_key.values() if isinstance(value, str)):
        return None
    if kind == "RSA" and _bits(untrusted_key.get("n")) < LEAST_RSA_BITS:
        return None
    kept = {name: untrusted_key[name] for name in ("kty", "n", "e", "crv", "x", "y") if name in untrusted_key}
    try:
        key = JWKRegistry.import_key(kept)
        key.raw_value  # noqa: B018 - it is made here, so that one that is none is left out here
    except (JoseError, ValueError, TypeError, KeyError):
        return None
    return PublicKey(kid=kid, kind=str(kind), algorithm=algorithm, key=key)


def _bits(number: object) -> int:
    """Return how long a number in base64 is, in bits; 0 = it is none."""
    try:
        content = base64.urlsafe_b64decode(number + "==") if isinstance(number, str) else b""
    except ValueError:
        return 0
    return int.from_bytes(content, "big").bit_length()


def _is_name(value: object) -> bool:
    return value is None or (isinstance(value, str) and 0 < len(value) <= 300)


def head_of(untrusted_token: str) -> Head:
    """Return how a token says it was signed.

    Raises:
        TokenRefused: If it is no token, or says what is not taken: no signature, a shared secret, extensions.
    """
    from joserfc.errors import JoseError
    from joserfc.jws import extract_compact

    if len(untrusted_token) > LONGEST_TOKEN or untrusted_token.count(".") != 2 or not untrusted_token.isascii():
        raise TokenRefused("no_token")
    try:
        head = extract_compact(untrusted_token.encode("ascii")).headers()
    except (JoseError, ValueError, TypeError, AttributeError, RecursionError):
        raise TokenRefused("no_token") from None
    if "crit" in head or "b64" in head:
        raise TokenRefused("no_token")
    algorithm, kid, kind = head.get("alg"), head.get("kid"), head.get("typ")
    if not isinstance(algorithm, str) or algorithm not in KEY_TYPES:
        raise TokenRefused("wrong_algorithm")
    if not _is_name(kid) or (kind is not None and str(kind).upper() != "JWT"):
        raise TokenRefused("no_token")
    return Head(algorithm=algorithm, kid=kid)


def key_for(head: Head, keys: Iterable[PublicKey]) -> PublicKey | None:
    """Return the key that a token says it was signed with; None if it is not there, or not clear which."""
    fitting = [key for key in keys if key.fits(head.algorithm) and head.kid in {None, key.kid}]
    return fitting[0] if len(fitting) == 1 else None


def identity_of(untrusted_token: str, head: Head, key: PublicKey, wanted: Wanted) -> Identity:
    """Return whom a token names, once its signature and all it says hold.

    Raises:
        TokenRefused: If something of it does not.
    """
    from joserfc import jwt
    from joserfc.errors import JoseError

    try:
        claims = jwt.decode(untrusted_token, key.key, algorithms=[head.algorithm]).claims
    except (JoseError, ValueError, TypeError, RecursionError):
        raise TokenRefused("wrong_signature") from None
    _hold(claims, wanted)
    subject = claims.get("sub")
    if not isinstance(subject, str) or not 0 < len(subject) <= LONGEST_SUBJECT or not _is_plain(subject):
        raise TokenRefused("no_subject")
    return Identity(issuer=wanted.issuer, subject=subject, email=_verified_email(claims))


def _hold(claims: Mapping[str, object], wanted: Wanted) -> None:
    """Hold what a token says against what it must say."""
    if claims.get("iss") != wanted.issuer:
        raise TokenRefused("wrong_issuer")
    audience, party = claims.get("aud"), claims.get("azp")
    audiences: Sequence[object] = audience if isinstance(audience, list) else [audience]
    if wanted.client_id not in audiences:
        raise TokenRefused("wrong_audience")
    if (len(audiences) > 1 or party is not None) and party != wanted.client_id:
        raise TokenRefused("wrong_party")
    expires, made = _seconds(claims, "exp"), _seconds(claims, "iat")
    if wanted.now >= expires + CLOCKS_DIFFER_SECONDS:
        raise TokenRefused("expired")
    if not -OLDEST_SECONDS <= made - wanted.now <= CLOCKS_DIFFER_SECONDS:
        raise TokenRefused("wrong_time")
    if "nbf" in claims and _seconds(claims, "nbf") > wanted.now + CLOCKS_DIFFER_SECONDS:
        raise TokenRefused("wrong_time")
    nonce = claims.get("nonce")
    if not isinstance(nonce, str) or not hmac.compare_digest(nonce.encode("utf-8", "replace"), wanted.nonce.encode()):
        raise TokenRefused("wrong_nonce")


def _seconds(claims: Mapping[str, object], name: str) -> float:
    value = claims.get(name)
    if not isinstance(value, int | float) or isinstance(value, bool) or not math.isfinite(value):
        raise TokenRefused("wrong_time")
    return value


def _verified_email(claims: Mapping[str, object]) -> str:
    """Return the address of mail that the issuer says it has verified; empty if there is none."""
    email = claims.get("email")
    if claims.get("email_verified") is not True or not isinstance(email, str) or len(email) > LONGEST_SUBJECT:
        return ""
    name, mark, place = email.rpartition("@")
    return email.lower() if name and mark and place and email.isascii() and _is_plain(email) else ""


def _is_plain(text: str) -> bool:
    return text.isprintable() and text == text.strip()
