"""What stands before every page: names, other sites, sizes, and the headers of every answer."""

from __future__ import annotations

import pytest
from starlette.testclient import TestClient

from tenderlight.web.guarding import HEADERS, LARGEST_BODY_BYTES
from tests.web.made_desk import HOST


@pytest.mark.parametrize(
    "host", ["evil.example", "evil.example:8700", "127.0.0.1", "127.0.0.1:9999", "127.0.0.1:8700.evil.example", ""]
)
def test_the_desk_answers_under_its_own_names_alone(client: TestClient, host: str) -> None:
    answer = client.get("/", headers={"host": host})
    assert answer.status_code == 421
    assert "case" not in answer.text
    assert client.get("/help", headers={"host": "localhost:8700"}).status_code != 421
    assert client.get("/static/desk.css", headers={"host": host}).status_code == 421


@pytest.mark.parametrize(
    ("headers", "is_taken"),
    [
        ({}, True),
        ({"sec-fetch-site": "same-origin"}, True),
        ({"sec-fetch-site": "none"}, True),
        ({"sec-fetch-site": "cross-site"}, False),
        ({"sec-fetch-site": "same-site"}, False),
        ({"sec-fetch-site": "none", "origin": "null"}, False),
        ({"origin": f"http://{HOST}"}, True),
        ({"origin": "https://evil.example"}, False),
        ({"origin": "null"}, False),
        ({"origin": f"http://{HOST}.evil.example"}, False),
        ({"origin": "http://127.0.0.1:9999"}, False),
        ({"sec-fetch-site": "cross-site", "origin": f"http://{HOST}"}, False),
    ],
)
def test_what_would_change_something_must_come_from_the_desk(
    client: TestClient, headers: dict[str, str], is_taken: bool
) -> None:
    answer = client.post("/name", data={"person": "Somebody Else"}, headers=headers, follow_redirects=False)
    assert answer.status_code == (303 if is_taken else 403)
    assert ("Somebody Else" in client.get("/").text) is is_taken


def test_a_form_has_a_size(client: TestClient) -> None:
    assert client.post("/name", data={"person": "x" * LARGEST_BODY_BYTES}).status_code == 413

    def parts() -> object:
        for _ in range(LARGEST_BODY_BYTES // 1000 + 2):
            yield b"x" * 1000

    kind = {"content-type": "application/x-www-form-urlencoded"}
    assert client.post("/name", content=parts(), headers=kind).status_code == 413
    assert client.post("/name", content=b"{}", headers={"content-type": "application/json"}).status_code == 415


@pytest.mark.parametrize("address", ["/", "/index.json", "/no-such", "/static/htmx.min.js", "/help?lang=zh"])
def test_every_answer_carries_the_headers(client: TestClient, address: str) -> None:
    headers = client.get(address).headers
    assert {name: headers.get(name) for name in HEADERS} == HEADERS
    assert "unsafe" not in headers["content-security-policy"]
    assert "server" not in headers
