"""The issuer: its keys, what it says of itself, and what becomes of a desk whose issuer is not there."""

from __future__ import annotations

import pytest

from tenderlight.errors import FetchFailed, FetchRefused
from tenderlight.sources.fetching import Answered, Call
from tenderlight.web import team as team_module
from tenderlight.web.team_sessions import SIGN_INS
from tests.web import made_issuer
from tests.web.issued import Opened, Place


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords with little memory: how much the real desk takes is no matter of these tests."""
    monkeypatch.setattr(team_module, "MEMORY_KIB", 64)
    monkeypatch.setattr(team_module, "TIME_COST", 1)


def test_keys_are_asked_for_again_once_a_minute(place: Place) -> None:
    assert place.come_in() == 303
    assert place.issuer.asked.count("/keys") == 1
    place.issuer.kid, place.issuer.shown = "another", ["first", "another"]
    for _ in range(3):
        assert place.come_in() == 403
    assert place.issuer.asked.count("/keys") == 1, "asked a moment ago"
    place.now[0] += 61
    assert place.come_in() == 303
    assert place.issuer.asked.count("/keys") == 2
    place.issuer.kid, place.issuer.shown = "first", ["another"]
    assert place.come_in() == 303
    place.now[0] += 3_600
    assert place.come_in() == 403, "a key that is no longer shown is not taken for ever"
    assert place.issuer.asked.count("/.well-known/openid-configuration") == 2


def test_a_key_without_a_name_is_taken_where_there_is_one(place: Place) -> None:
    place.issuer.sign = made_issuer.signed_without_name
    assert place.come_in() == 303
    place.issuer.shown.append("another")
    place.now[0] += 3_600
    assert place.come_in() == 403
    assert place.last().outcome == "403 error.sign_in unknown_key"


WRONG_DESCRIPTIONS: dict[str, tuple[dict[str, object], str]] = {
    "another issuer": ({"issuer": "https://id.example.com"}, "other_issuer"),
    "no token endpoint": ({"token_endpoint": None}, "issuer_answer"),
    "in the clear": ({"token_endpoint": "http://id.example.org/token"}, "issuer_answer"),
    "a file": ({"jwks_uri": "file:///etc/passwd"}, "issuer_answer"),
    "a page that runs": ({"authorization_endpoint": "javascript:alert(1)"}, "issuer_answer"),
    "no PKCE": ({"code_challenge_methods_supported": ["plain"]}, "issuer_without_pkce"),
}


@pytest.mark.parametrize("wrong", WRONG_DESCRIPTIONS)
def test_an_issuer_must_describe_itself(place: Place, wrong: str) -> None:
    place.issuer.description, _ = WRONG_DESCRIPTIONS[wrong]
    assert place.client.get("/oidc/begin", follow_redirects=False).status_code == 502
    place.issuer.description = {}
    assert place.client.get("/oidc/begin", follow_redirects=False).status_code == 502, "not asked again at once"
    assert len(place.issuer.asked) == 1
    place.now[0] += 11
    assert place.come_in() == 303


@pytest.mark.parametrize("trouble", [FetchRefused("inside"), FetchFailed("silent")])
def test_an_issuer_that_is_not_reached_lets_nobody_in(opened: Opened, trouble: Exception) -> None:
    async def fetch(call: Call) -> Answered:
        raise trouble

    place = opened(fetch=fetch)
    answer = place.client.get("/oidc/begin", follow_redirects=False)
    assert answer.status_code == 502
    assert "issuer did not answer" in answer.text
    assert place.last().outcome.startswith("502 error.issuer issuer_")


@pytest.mark.parametrize("body", [b"", b"[]", b"{", b'{"issuer":', b"[" * 100_000])
def test_an_answer_that_is_none_lets_nobody_in(opened: Opened, body: bytes) -> None:
    async def fetch(call: Call) -> Answered:
        return Answered(status=200, media_type="application/json", untrusted_body=body)

    assert opened(fetch=fetch).client.get("/oidc/begin", follow_redirects=False).status_code == 502


def test_a_client_without_a_secret_names_itself(opened: Opened) -> None:
    place = opened(secret="")
    assert place.come_in() == 403, "this issuer asks for one"
    place.issuer.needs_secret = False
    assert place.come_in() == 303


def test_sign_ins_from_one_address_are_bounded(place: Place) -> None:
    for _ in range(SIGN_INS):
        place.begun()
    assert place.client.get("/oidc/begin", follow_redirects=False).status_code == 429
