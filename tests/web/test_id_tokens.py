"""Which keys of an issuer are taken, and which key a token is checked with."""

from __future__ import annotations

import base64

import pytest
from joserfc.jwk import ECKey, OKPKey

from tenderlight.web.id_tokens import MOST_KEYS, Head, TokenRefused, key_for, public_keys
from tests.web.made_issuer import made_key

RSA = made_key("first").as_dict(private=False)
WEAK = base64.urlsafe_b64encode((1 << 1023 | 1).to_bytes(128, "big")).decode().rstrip("=")


def test_keys_of_three_kinds_are_taken() -> None:
    curve = ECKey.generate_key("P-256", {"kid": "curve"}).as_dict(private=False)
    edwards = OKPKey.generate_key("Ed25519", {"kid": "edwards"}).as_dict(private=False)
    keys = public_keys({"keys": [RSA, curve, edwards]})
    assert [(key.kid, key.kind) for key in keys] == [("first", "RSA"), ("curve", "EC"), ("edwards", "OKP")]


@pytest.mark.parametrize(
    "wrong",
    [
        {"kty": "oct", "k": "c2VjcmV0"},
        {"kty": "AKP", "pub": "AAAA"},
        RSA | {"use": "enc"},
        RSA | {"n": WEAK},
        RSA | {"n": "A" * 5_000},
        RSA | {"n": 5},
        RSA | {"kid": 5},
        RSA | {"kid": ""},
        made_key("first").as_dict(private=True),
        {"kty": "EC", "crv": "P-256", "x": "AAAA", "y": "AAAA"},
        {"kty": "EC", "crv": "P-999", "x": "AAAA", "y": "AAAA"},
        {"kty": "RSA"},
        {"kty": ["RSA"]},
        {},
        "a key",
        None,
    ],
)
def test_a_key_that_is_none_is_left_out_and_the_others_are_taken(wrong: object) -> None:
    assert [key.kid for key in public_keys({"keys": [wrong, RSA]})] == ["first"]


@pytest.mark.parametrize("wrong", [None, [], {}, {"keys": "x"}, {"keys": [RSA] * (MOST_KEYS + 1)}], ids=lambda _: "x")
def test_a_set_that_is_none_is_refused(wrong: object) -> None:
    with pytest.raises(TokenRefused, match="no_keys"):
        public_keys(wrong)


def test_a_key_checks_what_it_is_for() -> None:
    keys = public_keys({"keys": [RSA | {"alg": "RS256"}, RSA | {"kid": "second"}]})
    assert key_for(Head(algorithm="RS256", kid="first"), keys) is keys[0]
    assert key_for(Head(algorithm="PS256", kid="first"), keys) is None, "the key says that it is for another way"
    assert key_for(Head(algorithm="PS256", kid=None), keys) is keys[1], "there is one that fits"
    assert key_for(Head(algorithm="RS256", kid=None), keys) is None, "there are two"
    assert key_for(Head(algorithm="ES256", kid="first"), keys) is None
    assert key_for(Head(algorithm="RS256", kid="first"), [keys[0], keys[0]]) is None, "two of one name"
