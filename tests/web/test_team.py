"""A team at the desk: who comes in, what they may do, how sessions end, what is written down of it."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from functools import wraps
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from tenderlight.cases import Case
from tenderlight.errors import UsageError
from tenderlight.web import team as team_module
from tenderlight.web.serving import Place, TeamPlace, serve_team
from tenderlight.web.sessions import Role, digest
from tenderlight.web.team import Team
from tenderlight.web.team_sessions import IDLE_SECONDS, SESSION_SECONDS, TRIES, Clocks, TeamSessions
from tests.web.made_desk import HOST, open_desk
from tests.web.test_pages import ONCE, decide, first_claim

PASSWORD = "correct horse battery"


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """Hash passwords with little memory: how much the real desk takes is no matter of these tests."""
    monkeypatch.setattr(team_module, "MEMORY_KIB", 64)
    monkeypatch.setattr(team_module, "TIME_COST", 1)


@pytest.fixture
def accounts(folder: Path, tmp_path: Path) -> Path:
    with Case.open(folder) as case:
        case_id = case.case_id
    with Team(tmp_path / "accounts") as team:
        for name, role in (("rita", Role.READER), ("vera", Role.REVIEWER), ("ed", Role.EDITOR), ("none", None)):
            team.add(name, PASSWORD, person=f"{name.title()} of the team")
            team.grant(name, case_id, role)
    return tmp_path / "accounts"


def log_in(client: TestClient, name: str, password: str = PASSWORD) -> int:
    client.cookies.clear()
    answer = client.post("/login", data={"name": name, "password": password}, follow_redirects=False)
    return int(answer.status_code)


def test_roles_say_who_may_do_what(folder: Path, accounts: Path) -> None:
    with open_desk(folder, team=accounts) as client:
        assert "Password" in client.get("/").text
        assert client.get("/claims.json").status_code == 403
        assert [log_in(client, name) for name in ("none", "nobody", "rita")] == [403, 403, 303]
        claim = first_claim(client)
        assert decide(client, claim, "confirm") == 403
        assert client.post("/replies", data={}).status_code == 403
        assert log_in(client, "vera") == 303
        assert decide(client, claim, "confirm") == 303
        assert client.post("/corrections", data={}).status_code == 403
        (review,) = client.get(f"/claims/{claim}.json").json()["claim"]["reviews"]
        assert review["person"] == "Vera of the team"
        assert client.post("/name", data={"person": "Somebody Else"}).status_code == 403
        assert log_in(client, "ed") == 303
        found = ONCE.search(client.get("/replies").text)
        assert found
        assert client.post("/replies", data={"once": found[1]}).status_code == 400, "let in, and said what lacks"


def test_access_is_for_one_case(folder: Path, accounts: Path) -> None:
    with Team(accounts) as team:
        team.grant("vera", "another case", Role.EDITOR)
        with Case.open(folder) as case:
            team.grant("vera", case.case_id, None)
    with open_desk(folder, team=accounts) as client:
        assert log_in(client, "vera") == 403


def test_what_is_taken_away_is_gone_at_once(folder: Path, accounts: Path) -> None:
    with open_desk(folder, team=accounts) as client, Team(accounts) as team:
        assert log_in(client, "vera") == 303
        assert client.get("/").status_code == 200
        team.close_account("vera")
        assert client.get("/").status_code == 403
        assert log_in(client, "vera") == 403
        assert log_in(client, "rita") == 303
        team.change_password("rita", "another long password")
        assert client.get("/").status_code == 403


def test_sessions_are_listed_and_ended(folder: Path, accounts: Path) -> None:
    with open_desk(folder, team=accounts) as client:
        log_in(client, "vera")
        old = dict(client.cookies)
        log_in(client, "vera")
        shown = client.get("/sessions.json").json()["sessions"]
        assert [one["is_this"] for one in shown] == [False, True]
        client.post("/logout", data={"key": shown[0]["key"]})
        assert client.get("/").status_code == 200
        new = dict(client.cookies)
        client.cookies.clear()
        client.cookies.update(old)
        assert client.get("/").status_code == 403
        client.cookies.clear()
        client.cookies.update(new)
        client.post("/logout", data={"key": ""})
        assert client.get("/").status_code == 403
        log_in(client, "rita")
        assert client.post("/logout", data={"key": "0" * 64}).status_code == 403


def test_only_digests_and_hashes_are_kept(folder: Path, accounts: Path) -> None:
    with open_desk(folder, team=accounts) as client:
        log_in(client, "vera")
        (token,) = dict(client.cookies).values()
    kept = b"".join(path.read_bytes() for path in accounts.iterdir())
    assert digest(token).encode() in kept
    assert token.encode() not in kept
    assert PASSWORD.encode() not in kept
    assert b"$argon2id$" in kept
    assert (accounts / "team.sqlite").stat().st_mode & 0o077 == 0


def test_every_write_that_was_tried_is_written_down(folder: Path, accounts: Path) -> None:
    with open_desk(folder, team=accounts) as client:
        log_in(client, "vera", "wrong password!")
        log_in(client, "vera")
        claim = first_claim(client)
        decide(client, claim, "reject")
        client.post(f"/claims/{claim}/review", data={"once": "1.0", "verdict": "confirm"})
        client.cookies.clear()
        client.post(f"/claims/{claim}/review", data={})
    with Team(accounts) as team:
        told = [(one.account, one.what, one.outcome) for one in team.audit()]
    review = f"POST /claims/{claim}/review"
    assert told == [
        ("vera", "POST /login", "403 error.wrong_password"),
        ("vera", "POST /login", "303"),
        ("vera", review, "303"),
        ("vera", review, "409 error.used_form"),
        ("", review, "403 error.forbidden"),
    ]


def in_its_own_thread(test: Callable[..., None]) -> Callable[..., None]:
    """Run a test where no loop runs: those of the browser may have left one in this thread."""

    @wraps(test)
    def run(*given: object, **named: object) -> None:
        with ThreadPoolExecutor(1) as pool:
            pool.submit(test, *given, **named).result()

    return run


@in_its_own_thread
def test_passwords_are_tried_five_times_a_minute(accounts: Path, folder: Path) -> None:
    now = [1_000.0]
    with Case.open(folder) as case, Team(accounts) as team:
        sessions = TeamSessions(team, case.case_id, clocks=Clocks(wall=lambda: now[0], grows=lambda: now[0]))

        def tried(name: str, password: str, address: str) -> bool:
            return asyncio.run(sessions.log_in(name, password, address=address)) is not None

        for number in range(TRIES):
            assert not tried("vera", "wrong", f"10.0.0.{number}")
        assert not tried("vera", PASSWORD, "10.0.0.99"), "too often for one name"
        for number in range(TRIES):
            assert not tried(f"nobody{number}", PASSWORD, "10.1.1.1")
        assert not tried("rita", PASSWORD, "10.1.1.1"), "too often from one address"
        now[0] += 61
        for _ in range(2 * TRIES):
            assert tried("vera", PASSWORD, "10.0.0.99"), "who comes in has used no try"
        for _ in range(TRIES - 1):
            assert not tried("vera", "wrong", "10.0.0.99")
        assert tried("vera", PASSWORD, "10.0.0.99")
        assert not tried("vera", "wrong", "10.0.0.99")
        assert not tried("vera", PASSWORD, "10.0.0.99"), "coming in gives no try back that was wrong"


@in_its_own_thread
def test_sessions_end_by_either_clock(accounts: Path, folder: Path) -> None:
    wall, grows = [1_000_000.0], [50.0]
    with Case.open(folder) as case, Team(accounts) as team:
        sessions = TeamSessions(team, case.case_id, clocks=Clocks(wall=lambda: wall[0], grows=lambda: grows[0]))

        def begun() -> str:
            token = asyncio.run(sessions.log_in("vera", PASSWORD, address="10.0.0.1"))
            assert token is not None
            return token

        token = begun()
        for _ in range(int(SESSION_SECONDS // (IDLE_SECONDS - 1))):
            wall[0] += IDLE_SECONDS - 1
            grows[0] += IDLE_SECONDS - 1
            assert sessions.find(token) is not None
        wall[0] -= 10 * SESSION_SECONDS
        grows[0] += IDLE_SECONDS - 1
        assert sessions.find(token) is None, "a clock set back makes no session longer"
        token = begun()
        wall[0] += IDLE_SECONDS + 1
        assert sessions.find(token) is None
        assert sessions.find("") is None


def test_passwords_and_names_have_bounds(tmp_path: Path) -> None:
    with Team(tmp_path) as team:
        for name, password in (("", PASSWORD), ("a b", PASSWORD), ("x" * 101, PASSWORD), ("anna", "short")):
            with pytest.raises(UsageError):
                team.add(name, password)
        team.add("anna", PASSWORD)
        with pytest.raises(UsageError, match="already"):
            team.add("anna", PASSWORD)
        with pytest.raises(UsageError, match="no account"):
            team.grant("bert", "c", Role.READER)
        team.add("carla", PASSWORD, person="Carla O.")
        for person in ("Carla O.", " CARLA  o. ", "\uff23arla O."):
            with pytest.raises(UsageError, match="told apart"):
                team.add("dora", PASSWORD, person=person)


def test_a_password_fits_in_whatever_form_it_was_typed(folder: Path, accounts: Path) -> None:
    with Team(accounts) as team:
        team.change_password("vera", " Cafe\u0301 de la Lune\n")
    with open_desk(folder, team=accounts) as client:
        assert log_in(client, "vera", "Caf\u00e9 de la Lune") == 303
        assert log_in(client, "vera", " Cafe\u0301 de la Lune ") == 303
        assert log_in(client, "vera", "Cafe de la Lune") == 403


def test_sessions_of_long_ago_are_forgotten(folder: Path, accounts: Path) -> None:
    with Team(accounts) as team, Case.open(folder) as case:
        team.begin("old", "vera", case.case_id, address="", now=1_000.0)
        TeamSessions(team, case.case_id)
        assert list(team.all_sessions()) == []


def test_no_password_crosses_a_network_in_the_clear(folder: Path, tmp_path: Path) -> None:
    open_place = TeamPlace(folder=tmp_path, names=("desk.example",))
    with Case.open(folder) as case, pytest.raises(UsageError, match="in the clear"):
        serve_team(case, Place(host="0.0.0.0", port=1, token="", taken=None), open_place)
    with pytest.raises(UsageError, match="both"):
        TeamPlace(folder=tmp_path, names=(), certificate=tmp_path)


def test_a_form_of_another_session_is_not_taken(folder: Path, accounts: Path) -> None:
    with open_desk(folder, team=accounts) as client:
        log_in(client, "ed")
        claim = first_claim(client)
        found = ONCE.search(client.get(f"/claims/{claim}").text)
        assert found
        log_in(client, "vera")
        data = {"once": found[1], "verdict": "confirm"}
        assert client.post(f"/claims/{claim}/review", data=data).status_code == 409
        headers = {"origin": f"http://{HOST}.evil.example"}
        assert client.post("/login", data={"name": "ed", "password": PASSWORD}, headers=headers).status_code == 403
