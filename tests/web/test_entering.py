"""Who comes in: the link works once, strangers see nothing, sessions end."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tenderlight.web.pages.entering import local_address
from tenderlight.web.routes import all_routes
from tenderlight.web.sessions import SESSION_SECONDS, LocalSessions, digest
from tests.web.made_desk import TOKEN, open_desk


def test_a_stranger_sees_nothing_of_the_case_on_any_page(folder: Path) -> None:
    with open_desk(folder, enter=False) as client:
        for route in all_routes():
            address = re.sub(r"{(\w+):\w+}", "11111111", route.path)
            method = "POST" if "POST" in (route.methods or ()) else "GET"
            answer = client.request(method, address, follow_redirects=False)
            expected = (404 if method == "POST" else 200) if "login" in address else 403
            expected = 404 if "/oidc/" in address else expected
            assert answer.status_code == expected, address
            assert "Lantern" not in answer.text


def test_the_opening_link_works_once(folder: Path) -> None:
    with open_desk(folder) as client:
        assert client.get("/").status_code == 200
        client.cookies.clear()
        assert client.get("/").status_code == 403
        assert client.get(f"/enter?token={TOKEN}").status_code == 403
        assert client.get("/enter?token=").status_code == 403


def test_the_cookie_is_kept_from_scripts_and_other_sites(folder: Path) -> None:
    with open_desk(folder, enter=False) as client:
        cookie = client.get(f"/enter?token={TOKEN}", follow_redirects=False).headers["set-cookie"]
    assert cookie.startswith("tenderlight-8700=")
    assert {"HttpOnly", "SameSite=lax", "Path=/"} <= {part.strip() for part in cookie.split(";")}
    assert TOKEN not in cookie


def test_sessions_end_and_only_their_digest_is_kept() -> None:
    now = [0.0]
    sessions = LocalSessions("t", clock=lambda: now[0])
    assert sessions.enter("x") is None
    token = sessions.enter("t")
    assert token is not None
    found = sessions.find(token)
    assert found is not None
    assert found.key == digest(token) != token
    assert token not in repr(vars(sessions))
    now[0] = SESSION_SECONDS + 1
    assert sessions.find(token) is None


def test_nobody_is_let_in_where_there_is_no_token() -> None:
    assert LocalSessions("").enter("") is None


def test_a_name_is_asked_for_and_kept(client: TestClient) -> None:
    assert client.post("/name", data={"person": "  "}).status_code == 400
    client.post("/name", data={"person": " B.  Reader ", "to": "//evil.example"})
    assert "B. Reader" in client.get("/").text


@pytest.mark.parametrize(
    ("address", "taken"),
    [
        ("/queue?x=1", True),
        ("//evil.example", False),
        ("/\\evil", False),
        ("https://evil", False),
        ("/a\nb", False),
        ("", False),
    ],
)
def test_the_browser_is_only_sent_to_the_desk(address: str, taken: bool) -> None:
    assert (local_address(address) == address) is (taken or not address)
