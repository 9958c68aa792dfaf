"""What somebody who means harm sends to a desk: each is refused, and nothing of it is done."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from starlette.exceptions import HTTPException
from starlette.testclient import TestClient
from starlette.types import Message, Receive, Scope, Send

from tenderlight.cases import Case
from tenderlight.web import guarding
from tenderlight.web.routes import all_routes
from tenderlight.web.sessions import Role
from tenderlight.web.team import Team
from tests.web.made_desk import HOST, TOKEN, open_desk
from tests.web.test_pages import ONCE, first_claim
from tests.web.test_team import PASSWORD, accounts, in_its_own_thread, log_in, quick
from tests.web.test_writing import once, send

__all__ = ["accounts", "quick"]

MARKUP = b'<!doctype html><script>alert(1)</script><svg xmlns="http://www.w3.org/2000/svg" onload="alert(2)"/>'


def test_a_form_sent_again_does_nothing(client: TestClient) -> None:
    claim = first_claim(client)
    data = {"once": once(client, f"/claims/{claim}"), "verdict": "confirm"}
    sent = [client.post(f"/claims/{claim}/review", data=data, follow_redirects=False).status_code for _ in range(3)]
    assert sent == [303, 409, 409]
    assert len(client.get(f"/claims/{claim}.json").json()["claim"]["reviews"]) == 1
    forged = [f"1.{'0' * 64}", "1.", "-1.x", "9" * 200, "٣.x", ""]
    assert {client.post(f"/claims/{claim}/review", data=data | {"once": one}).status_code for one in forged} == {409}


def test_a_session_that_somebody_else_chose_is_none(folder: Path, accounts: Path) -> None:
    with open_desk(folder, enter=False) as client:
        client.cookies.set("tenderlight-8700", "chosen-by-somebody-else")
        assert client.get("/").status_code == 403
        handed = client.get(f"/enter?token={TOKEN}", follow_redirects=False).cookies
        assert handed["tenderlight-8700"] != "chosen-by-somebody-else"
    with open_desk(folder, team=accounts) as client:
        assert log_in(client, "vera") == 303
        (before,) = dict(client.cookies).values()
        client.post("/login", data={"name": "vera", "password": PASSWORD}, follow_redirects=False)
        assert before not in {cookie.value for cookie in list(client.cookies.jar)[-1:]}, "each login is a new session"


def test_a_reader_gets_nowhere_where_something_is_written(folder: Path, accounts: Path) -> None:
    own = {"/login", "/logout", "/name"}
    with open_desk(folder, team=accounts) as client:
        assert log_in(client, "rita") == 303
        claim = first_claim(client)
        contract = client.get(f"/claims/{claim}.json").json()["claim"]["contract"]
        for route in all_routes():
            if "POST" not in (route.methods or ()) or route.path in own or "oidc" in route.path:
                continue
            address = route.path.replace("{claim:id}", claim).replace("{contract:id}", contract)
            assert "{" not in address
            assert client.post(address, data={"once": "1.x"}).status_code == 403, address
        assert client.get(f"/claims/{claim}/edit").status_code == 403


def test_a_role_that_is_raised_in_another_case_is_not_raised_here(folder: Path, accounts: Path) -> None:
    with Team(accounts) as team:
        team.grant("rita", "another case", Role.EDITOR)
    with open_desk(folder, team=accounts) as client:
        assert log_in(client, "rita") == 303
        assert client.post("/replies", data={}).status_code == 403
        with Team(accounts) as team, Case.open(folder) as case:
            team.grant("rita", case.case_id, Role.REVIEWER)
        assert (
            send(client, "/notes", seen_on=f"/claims/{first_claim(client)}", kind="note", subject="case", text="x")
            == 303
        )


@pytest.mark.parametrize(
    "address",
    [
        "/static/../app.py",
        "/static/%2e%2e/app.py",
        "/static/..%2fapp.py",
        "/static/%2e%2e%2f%2e%2e%2fcustody.jsonl",
        "/static//etc/passwd",
        "/static/..\\app.py",
        "/originals/../../case.sqlite",
        "/originals/%2e%2e%2fcase.sqlite",
        f"/originals/{'0' * 64}%00",
        f"/pictures/{'0' * 64}/..%2f1.png",
        "/attachments/..%2f..%2fcustody.jsonl",
        "/dossiers/..%2f..%2fcase.sqlite.zip",
        "/dossiers/%2e%2e.zip",
        "/claims/..%2f..%2fcase",
    ],
)
def test_no_address_leads_out_of_what_the_desk_shows(client: TestClient, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code in {404, 405}, answer.status_code
    assert not {b"SQLite format", b"def make_app", b'"act"', b"root:"} & {
        part for part in (b"SQLite format", b"def make_app", b'"act"', b"root:") if part in answer.content
    }


@pytest.mark.parametrize(
    "headers",
    [
        {"x-forwarded-host": "evil.example"},
        {"forwarded": "host=evil.example;proto=https"},
        {"x-forwarded-proto": "https", "x-forwarded-for": "127.0.0.1"},
        {"x-original-url": "/queue", "x-rewrite-url": "/queue"},
        {"x-http-method-override": "POST"},
    ],
    ids=lambda headers: next(iter(headers)),
)
def test_no_header_changes_where_a_request_leads(folder: Path, headers: dict[str, str]) -> None:
    with open_desk(folder) as client:
        shown = client.get("/help", headers=headers)
        assert shown.status_code == 200
        assert "evil.example" not in shown.text
        assert "Help" in shown.text
    with open_desk(folder, enter=False) as client:
        answer = client.get(f"/enter?token={TOKEN}", headers=headers, follow_redirects=False)
        assert answer.headers["location"] == "/"


def test_the_host_is_one_and_known_even_if_a_proxy_says_otherwise(client: TestClient) -> None:
    headers = [("host", HOST), ("host", "evil.example")]
    assert client.get("/help", headers=headers).status_code == 421
    assert client.get("/help", headers={"host": "evil.example", "x-forwarded-host": HOST}).status_code == 421


def test_what_is_attached_is_only_ever_handed_out_as_bytes_to_keep(client: TestClient) -> None:
    form = {"party": "Oak", "asked_of": "the office", "asked_how": "letter", "asked_at": "2021-01-01"}
    data = form | {
        "once": once(client, "/replies"),
        "deadline": "2021-02-01",
        "answer": "No.",
        "answered_at": "2021-01-05",
    }
    names = ('page.html"><script>', "picture.svg")
    files = [("files", (name, MARKUP + bytes([number]), "text/html")) for number, name in enumerate(names)]
    assert client.post("/replies", data=data, files=files, follow_redirects=False).status_code == 303
    page = client.get("/replies")
    assert "<script>" not in page.text.replace('<script src="/static/', "")
    (reply,) = client.get("/replies.json").json()["replies"]
    for one in reply["attachments"]:
        answer = client.get(one["href"])
        assert answer.content.startswith(MARKUP)
        assert answer.headers["content-type"] == "application/octet-stream"
        assert answer.headers["content-disposition"].startswith("attachment; filename=")
        assert answer.headers["x-content-type-options"] == "nosniff"
        assert answer.headers["content-security-policy"] == "sandbox; default-src 'none'"
        assert "script" not in answer.headers["content-disposition"]


@pytest.mark.parametrize(
    "to", ["https://evil.example", "//evil.example", "/\\evil.example", "/\t/evil.example", "javascript:x"]
)
def test_nobody_is_sent_off_the_desk(client: TestClient, to: str) -> None:
    claim = first_claim(client)
    data = {"once": once(client, f"/claims/{claim}"), "verdict": "unsure", "to": to}
    answer = client.post(f"/claims/{claim}/review", data=data, follow_redirects=False)
    assert answer.headers["location"] == f"/claims/{claim}"
    assert 'name="to" value="/' not in client.get("/login", params={"to": to}).text


def test_what_was_tried_is_written_down_in_one_line_each(folder: Path, accounts: Path) -> None:
    name = "vera\r\n2030-01-01 ed POST /replies 303\x1b[2J"
    with open_desk(folder, team=accounts) as client:
        client.post("/login", data={"name": name, "password": PASSWORD})
        client.post("/claims/11111111%0d%0aforged/review", data={})
    with Team(accounts) as team:
        told = list(team.audit())
    assert len(told) == 1
    assert all(part.isprintable() for part in (told[0].account, told[0].what, told[0].outcome, told[0].address))


def test_a_form_of_very_many_fields_or_files_is_refused(client: TestClient) -> None:
    claim = first_claim(client)
    found = ONCE.search(client.get(f"/claims/{claim}").text)
    assert found
    many = {f"field{number}": "x" for number in range(5_000)}
    assert client.post(f"/claims/{claim}/review", data=many).status_code in {400, 413}
    files = [("files", (f"{number}.txt", b"x", "text/plain")) for number in range(100)]
    assert client.post("/replies", data={"once": found[1]}, files=files).status_code in {400, 413}
    assert client.get("/replies.json").json()["replies"] == []


@in_its_own_thread
def test_a_body_that_never_ends_is_given_up_and_one_that_came_is_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guarding, "BODY_SECONDS", 0.05)
    told: list[object] = []

    async def reading(scope: Scope, receive: Receive, send: Send) -> None:
        try:
            while (await receive()).get("more_body"):
                pass
            told.append("whole")
            await asyncio.wait_for(receive(), timeout=0.2)
        except (HTTPException, TimeoutError) as trouble:
            told.append(getattr(trouble, "status_code", "still there"))

    async def ask(*messages: Message) -> None:
        left = list(messages)

        async def receive() -> Message:
            if not left:
                await asyncio.sleep(10)
            return left.pop(0)

        async def send(message: Message) -> None:
            del message

        scope = {"type": "http", "method": "POST", "path": "/name", "headers": [(b"host", HOST.encode())]}
        await guarding.Guard(reading, hosts=(HOST,), is_secure=False)(scope, receive, send)

    part: Message = {"type": "http.request", "body": b"x", "more_body": True}
    asyncio.run(ask(part, part))
    asyncio.run(ask(part, {**part, "more_body": False}))
    assert told == [408, "whole", "still there"]
