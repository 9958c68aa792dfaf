"""What the doctor says of a case in a database; nothing of it shows a password."""

from __future__ import annotations

from pathlib import Path

import psycopg
import pytest

from tenderlight.cases.database import CASE_FORMAT, PUT_META
from tenderlight.cases.places import Server
from tenderlight.cases.postgresql_case import FORMAT, open_to_write
from tenderlight.doctor.checks import Check, Verdict
from tenderlight.doctor.of_case import case_checks
from tests.journeys.command import tenderlight as run
from tests.services.postgresql import OwnServer

WORKS = ("case server", "case rights", "case format", "case safety", "case tables", "case", "case store")


def checked(place: Server) -> dict[str, Check]:
    found = list(case_checks(place))
    assert len({check.name for check in found}) == len(found)
    assert all(bool(check.costs and check.mend) is (check.verdict is not Verdict.WORKS) for check in found)
    return {check.name: check for check in found}


def test_a_case_that_works(made: Server, place: Server) -> None:
    found = checked(made)
    assert {name: found[name].verdict for name in WORKS} == dict.fromkeys(WORKS, Verdict.WORKS)
    assert "PostgreSQL 1" in found["case server"].found
    assert found["case store"].found == str(place.store)
    assert int(found["case tables"].found.split()[3]) > 100_000
    assert f"'{made}'" in found["case unread"].mend, "the small job leaves pages unread"


@pytest.mark.parametrize(("number", "word"), [(CASE_FORMAT - 1, "older"), (CASE_FORMAT + 1, "newer")])
def test_tables_of_another_format(made: Server, number: int, word: str) -> None:
    database = open_to_write(made)
    database.change(PUT_META, (FORMAT, str(number)))
    database.commit()
    database.close()
    found = checked(made)
    assert found["case format"].verdict is Verdict.BROKEN
    assert f"{number}, {word} than" in found["case format"].found
    assert "case" not in found


def test_a_database_without_a_case(place: Server) -> None:
    found = checked(place)
    assert (found["case server"].verdict, found["case format"].verdict) == (Verdict.WORKS, Verdict.BROKEN)


def test_what_a_user_may_do(made: Server) -> None:
    with psycopg.connect(made.address, autocommit=True) as connection:
        for user in ("reader", "stranger", "clerk"):
            connection.execute(f"DROP ROLE IF EXISTS {user}")
            connection.execute(f"CREATE ROLE {user} LOGIN")
        connection.execute("GRANT SELECT ON ALL TABLES IN SCHEMA public TO reader, clerk")
        connection.execute("GRANT INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO clerk")
    try:
        found = {
            user: checked(Server(address=made.address.replace("tenderlight@", f"{user}:pass-word@")))
            for user in ("reader", "stranger", "clerk")
        }
    finally:
        with psycopg.connect(made.address, autocommit=True) as connection:
            for user in ("reader", "stranger", "clerk"):
                connection.execute(f"DROP OWNED BY {user}")
                connection.execute(f"DROP ROLE {user}")
    assert {user: checks["case rights"].verdict for user, checks in found.items()} == {
        "reader": Verdict.MISSING,
        "stranger": Verdict.BROKEN,
        "clerk": Verdict.MISSING,
    }
    assert "may read alone" in found["reader"]["case rights"].found
    assert found["reader"]["case"].verdict is Verdict.WORKS
    assert "case" not in found["stranger"]
    assert "pass-word" not in str(found)


def test_a_server_that_is_down_and_one_that_forces_nothing(tmp_path: Path) -> None:
    with OwnServer(settings={"fsync": "off"}) as server:
        place = server.case(tmp_path / "store")
        assert checked(place)["case safety"].verdict is Verdict.MISSING
        server.stop()
        secret = place.address.replace("tenderlight@", "tenderlight:se-cret@")
        ended = run("doctor", "--json", secret)
        server.start()
    assert ended.code == 4, ended.err
    assert b'"name":"case server","verdict":"broken"' in ended.out
    assert "se-cret" not in f"{ended.out!r}{ended.err}"
