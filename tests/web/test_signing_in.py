"""Coming in by an issuer (OpenID Connect): who gets in, and everything that must not let anybody in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from urllib.parse import parse_qsl, urlsplit

import pytest
from starlette.testclient import TestClient

from tenderlight.cases import Case
from tenderlight.web import team as team_module
from tenderlight.web.identities import EMAIL, SUBJECT
from tenderlight.web.issuer import Issuer
from tenderlight.web.sessions import Role
from tenderlight.web.sign_ins import ON_THE_WAY_SECONDS, SignIns
from tenderlight.web.team import Team
from tests.web import made_issuer
from tests.web.issued import Opened, Place, settings
from tests.web.made_desk import HOST
from tests.web.made_issuer import CLIENT, ISSUER, Claims, MadeIssuer


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords with little memory: how much the real desk takes is no matter of these tests."""
    monkeypatch.setattr(team_module, "MEMORY_KIB", 64)
    monkeypatch.setattr(team_module, "TIME_COST", 1)


def test_somebody_comes_in(place: Place) -> None:
    assert "Come in by id.example.org" in place.client.get("/").text
    assert "通过 id.example.org 登录" in place.client.get("/login?lang=zh").text
    address = place.begun("/claims?kind=title")
    asked = dict(parse_qsl(urlsplit(address).query))
    assert address.startswith(f"{ISSUER}/authorize?")
    assert {name: asked[name] for name in ("response_type", "client_id", "redirect_uri", "code_challenge_method")} == {
        "response_type": "code",
        "client_id": CLIENT,
        "redirect_uri": f"http://{HOST}/oidc/back",
        "code_challenge_method": "S256",
    }
    answer = place.client.get(f"/oidc/back?{place.issuer.say_yes(address)}", follow_redirects=False)
    assert (answer.status_code, answer.headers["location"]) == (303, "/claims?kind=title")
    assert place.is_in
    sessions = place.client.get("/sessions.json").json()
    assert (sessions["account"], len(sessions["sessions"])) == ("vera", 1)
    written = place.last()
    assert (written.account, written.outcome) == ("vera", "303")
    assert written.what == f"GET /oidc/back (248289761001 at {ISSUER})"
    place.client.post("/logout", data={"key": ""})
    assert not place.is_in


def test_cookies_are_for_this_browser_alone(opened: Opened) -> None:
    place = opened(is_secure=True)
    begun = place.client.get("/oidc/begin", follow_redirects=False)
    cookie = begun.headers["set-cookie"]
    assert cookie.startswith("__Host-tenderlight-oidc=")
    assert {"HttpOnly", "Secure", "SameSite=lax", "Path=/", f"Max-Age={ON_THE_WAY_SECONDS}"} <= set(cookie.split("; "))
    asked = dict(parse_qsl(urlsplit(begun.headers["location"]).query))
    assert asked["redirect_uri"] == f"https://{HOST}/oidc/back"
    assert not any(asked[name] in cookie for name in ("state", "nonce"))


def later(seconds: float) -> Callable[[Claims], object]:
    return lambda claims: claims.update(exp=claims["exp"] + seconds, iat=claims["iat"] + seconds)


WRONG_CLAIMS: dict[str, tuple[Callable[[Claims], object], str]] = {
    "another nonce": (lambda claims: claims.update(nonce="another"), "wrong_nonce"),
    "no nonce": (lambda claims: claims.pop("nonce"), "wrong_nonce"),
    "a nonce that is no text": (lambda claims: claims.update(nonce=["x"]), "wrong_nonce"),
    "another audience": (lambda claims: claims.update(aud="another"), "wrong_audience"),
    "no audience": (lambda claims: claims.pop("aud"), "wrong_audience"),
    "a longer name of ours": (lambda claims: claims.update(aud=f"{CLIENT}2"), "wrong_audience"),
    "two audiences, and nobody says whose": (lambda claims: claims.update(aud=[CLIENT, "another"]), "wrong_party"),
    "made for another": (lambda claims: claims.update(azp="another"), "wrong_party"),
    "expired": (lambda claims: claims.update(exp=claims["iat"] - 61), "expired"),
    "no end": (lambda claims: claims.pop("exp"), "wrong_time"),
    "an end that is none": (lambda claims: claims.update(exp=float("nan")), "wrong_time"),
    "an end in words": (lambda claims: claims.update(exp="9999999999"), "wrong_time"),
    "an end that is true": (lambda claims: claims.update(exp=True), "wrong_time"),
    "made tomorrow": (later(86_400), "wrong_time"),
    "made yesterday, for long": (lambda claims: claims.update(iat=claims["iat"] - 86_400), "wrong_time"),
    "not yet": (lambda claims: claims.update(nbf=claims["exp"]), "wrong_time"),
    "another issuer": (lambda claims: claims.update(iss="https://id.example.com"), "wrong_issuer"),
    "a slash more": (lambda claims: claims.update(iss=f"{ISSUER}/"), "wrong_issuer"),
    "nobody": (lambda claims: claims.pop("sub"), "no_subject"),
    "an empty name": (lambda claims: claims.update(sub=""), "no_subject"),
    "a name that is no text": (lambda claims: claims.update(sub=248289761001), "no_subject"),
    "a name with control signs": (lambda claims: claims.update(sub="248289761001\n"), "no_subject"),
}


@pytest.mark.parametrize("wrong", WRONG_CLAIMS)
def test_what_a_token_says_must_hold(place: Place, wrong: str) -> None:
    place.issuer.change, why = WRONG_CLAIMS[wrong]
    assert place.come_in() == 403
    assert place.last().outcome == f"403 error.sign_in {why}"
    assert not place.is_in


WRONG_SIGNATURES: dict[str, tuple[Callable[[Claims], str], str]] = {
    "none": (made_issuer.unsigned, "wrong_algorithm"),
    "the public key as a secret": (made_issuer.signed_with_public_key, "wrong_algorithm"),
    "another key": (made_issuer.signed_by_another, "wrong_signature"),
    "a key of its own": (made_issuer.signed_with_own_key, "unknown_key"),
    "a key somewhere else": (made_issuer.signed_with_key_elsewhere, "wrong_signature"),
    "a key of another kind": (made_issuer.signed_by_curve, "unknown_key"),
    "changed afterwards": (made_issuer.tampered, "wrong_signature"),
    "a key that is not shown": (lambda claims: made_issuer.signed(claims, kid="another"), "unknown_key"),
    "an extension": (lambda claims: made_issuer.signed(claims, kid="first", crit=["b64"], b64=True), "no_token"),
    "a token for something else": (lambda claims: made_issuer.signed(claims, kid="first", typ="at+jwt"), "no_token"),
    "no token": (lambda _: "a.b.c", "no_token"),
    "five parts": (lambda _: "a.b.c.d.e", "no_token"),
    "far too long": (lambda claims: made_issuer.signed(claims | {"x": "x" * 20_000}, kid="first"), "no_token"),
}


@pytest.mark.parametrize("wrong", WRONG_SIGNATURES)
def test_who_signed_a_token_must_be_the_issuer(place: Place, wrong: str) -> None:
    place.issuer.sign, why = WRONG_SIGNATURES[wrong]
    assert place.come_in() == 403
    assert place.last().outcome == f"403 error.sign_in {why}"
    assert not place.is_in


def test_two_audiences_are_taken_where_it_says_that_it_was_made_for_us(place: Place) -> None:
    place.issuer.change = lambda claims: claims.update(aud=["another", CLIENT], azp=CLIENT)
    assert place.come_in() == 303


def test_a_sign_in_is_good_once_and_in_the_browser_that_began_it(place: Place) -> None:
    query = place.issuer.say_yes(place.begun())
    cookies = dict(place.client.cookies)
    assert place.back(query.replace("state=", "state=x")) == 403
    place.client.cookies.clear()
    assert place.back(query) == 403, "another browser"
    place.begun()
    assert place.back(query) == 403, "a browser that began another"
    place.client.cookies.clear()
    place.client.cookies.update(cookies)
    assert place.back(query) == 303
    place.client.cookies.clear()
    place.client.cookies.update(cookies)
    assert place.back(query) == 403, "sent a second time"
    assert place.last().outcome == "403 error.sign_in wrong_state"
    assert place.back("") == place.back("state=%C3%A9&code=x") == 403


def test_a_code_that_was_used_is_not_taken_again(place: Place) -> None:
    first = place.issuer.say_yes(place.begun())
    assert place.back(first) == 303
    place.client.cookies.clear()
    second = place.issuer.say_yes(place.begun())
    replayed = f"{first.partition('&')[0]}&{second.partition('&')[2]}"
    assert place.back(replayed) == 403
    assert place.last().outcome == "403 error.sign_in code_refused"


def test_a_code_of_another_sign_in_does_not_fit(place: Place) -> None:
    """Somebody else's code, put into the answer to this browser: the verifier of PKCE is another."""
    theirs = place.issuer.say_yes(place.begun())
    ours = place.issuer.say_yes(place.begun())
    assert place.back(f"{theirs.partition('&')[0]}&{ours.partition('&')[2]}") == 403
    assert place.last().outcome == "403 error.sign_in code_refused"


def test_who_sent_somebody_back_must_be_the_issuer(place: Place) -> None:
    """Mix-up: an answer that says it is from another issuer is not taken to ours (RFC 9207)."""
    query = place.issuer.say_yes(place.begun())
    assert place.back(f"{query}&iss=https%3A%2F%2Fid.example.com") == 403
    assert place.last().outcome == "403 error.sign_in wrong_issuer"
    assert "/token" not in place.issuer.asked
    query = place.issuer.say_yes(place.begun())
    assert place.back(f"{query}&iss=https%3A%2F%2Fid.example.org") == 303


def test_an_issuer_that_names_itself_always_does(opened: Opened) -> None:
    place = opened()
    place.issuer.description["authorization_response_iss_parameter_supported"] = True
    assert place.come_in() == 403
    assert place.last().outcome == "403 error.sign_in wrong_issuer"


def test_no_at_the_issuer_is_no(place: Place) -> None:
    state = dict(parse_qsl(urlsplit(place.begun()).query))["state"]
    assert place.back(f"error=access_denied&state={state}") == 403
    assert place.last().outcome == "403 error.sign_in denied"


def test_nobody_is_sent_elsewhere(place: Place) -> None:
    for to in ("https://evil.example/", "//evil.example/", "/\\evil.example/", "javascript:alert(1)", "/a\r\nX: y"):
        answer = place.client.get(f"/oidc/back?{place.issuer.say_yes(place.begun(to))}", follow_redirects=False)
        assert (answer.status_code, answer.headers["location"]) == (303, "/"), to


def test_a_sign_in_is_not_on_the_way_for_ever() -> None:
    now = [50.0]
    sign_ins = SignIns(Issuer(settings(), MadeIssuer().fetch), clock=lambda: now[0])
    cookie, on_the_way = sign_ins.begin("/标")
    state = sign_ins.asking(on_the_way, "x").state
    for wrong in ("", cookie[:-1], cookie.replace(".", ".x", 1), f"9{cookie}", "x" * 10_000):
        assert sign_ins.take(wrong, state) is None
    other, _ = sign_ins.begin("/elsewhere")
    assert sign_ins.take(other, state) is None
    now[0] += ON_THE_WAY_SECONDS + 2
    assert sign_ins.take(cookie, state) is None
    now[0] -= 3
    taken = sign_ins.take(cookie, state)
    assert taken is not None
    assert taken.to == "/标"
    assert sign_ins.take(cookie, state) is None


# Accounts -------------------------------------------------------------------------------------------------------------


def test_who_has_no_account_stays_out(opened: Opened) -> None:
    place = opened()
    place.issuer.person.sub = "another"
    assert place.come_in() == 403
    assert place.last().outcome == "403 error.no_account not_tied"
    assert place.last().what.endswith(f"(another at {ISSUER})"), "the administrator sees whom to tie"
    with Team(place.accounts) as team:
        assert [one.name for one in team.accounts()] == ["vera"]
        team.identities.tie("vera", "https://id.example.com", kind=SUBJECT, value="another")
    assert place.come_in() == 403, "tied to the same name at another issuer"


def test_accounts_that_are_closed_or_may_nothing_stay_out(opened: Opened, made_folder: Path) -> None:
    place = opened()
    with Team(place.accounts) as team, Case.open(made_folder) as case:
        assert place.come_in() == 303
        team.grant("vera", case.case_id, None)
        assert not place.is_in
        assert place.come_in() == 403
        assert place.last().outcome == "403 error.no_account no_access"
        team.grant("vera", case.case_id, Role.READER)
        assert place.come_in() == 303
        team.close_account("vera")
        assert not place.is_in
        assert place.come_in() == 403
        assert (place.last().account, place.last().outcome) == ("vera", "403 error.no_account no_access")


def test_an_address_of_mail_ties_only_once_and_only_verified(opened: Opened) -> None:
    place = opened()
    with Team(place.accounts) as team:
        team.identities.untie("vera")
        team.identities.tie("vera", ISSUER, kind=EMAIL, value="Vera@Example.org")
        for unverified in (False, "true", 1, None):
            place.issuer.person.email_verified = unverified
            assert place.come_in() == 403
            assert place.last().outcome == "403 error.no_account not_tied_nor_verified_email"
        place.issuer.person.email_verified = True
        place.issuer.person.email = "vera@example.org.evil.example"
        assert place.come_in() == 403
        place.issuer.person.email = "VERA@example.org"
        assert place.come_in() == 303
        assert [(one.kind, one.value) for one in team.identities.all()] == [(SUBJECT, "248289761001")]
        place.issuer.person.sub = "a later owner of the address"
        assert place.come_in() == 403


def test_accounts_are_made_where_the_settings_say_so(opened: Opened) -> None:
    place = opened(new_accounts=Role.READER)
    place.issuer.person.sub = "new"
    assert place.come_in() == place.come_in() == 303
    with Team(place.accounts) as team:
        new, old = list(team.accounts())
        assert (old.name, new.person) == ("vera", "vera@example.org")
        assert new.name.startswith("id-")
        assert [one.role for one in team.access() if one.account == new.name] == [Role.READER]
        team.close_account(new.name)
        assert place.come_in() == 403, "closed, and not made anew"


def test_passwords_may_be_left_out(opened: Opened) -> None:
    place = opened(has_passwords=False)
    assert "password" not in place.client.get("/login").text
    assert place.client.post("/login", data={"name": "vera", "password": "x"}).status_code == 404
    assert place.come_in() == 303


def test_a_desk_without_an_issuer_has_no_such_door(client: TestClient) -> None:
    assert client.get("/oidc/begin").status_code == 404
    assert client.get("/oidc/back").status_code == 404
