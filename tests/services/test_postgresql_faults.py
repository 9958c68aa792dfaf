"""Whatever happens to a server in the middle of a change, nothing is lost and nothing is made twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.places import Server
from tenderlight.cases.postgresql import PostgresqlDatabase
from tenderlight.cases.shared_journal import SharedJournal
from tenderlight.errors import CaseInUse, DatabaseLost, StorageFull
from tests.cases.small_job import claim, do_job, everything
from tests.services.made_case import CONFIRM, claims
from tests.services.postgresql import OwnServer


def disturbances(server: OwnServer) -> dict[str, Callable[[], None]]:
    def restart() -> None:
        server.stop()
        server.start()

    def kill() -> None:
        server.kill()
        server.start()

    return {"cut": server.cut, "restart": restart, "kill": kill}  # type: ignore[dict-item]


@pytest.mark.parametrize("what", ["cut", "restart", "kill"])
def test_a_decision_in_a_transaction_that_broke_off_is_told_and_can_be_made_again(
    made: Server, server: OwnServer, what: str
) -> None:
    first, second = claims(made)[:2]
    with Case.open(made, create=True) as case:
        case.reviews.add(CONFIRM, first, person="A")
        disturbances(server)[what]()
        with pytest.raises(DatabaseLost):
            case.reviews.add(CONFIRM, second, person="A")
        case.commit()  # of the group, what was made before goes into the log, and from there into the tables
        case.reviews.add(CONFIRM, second, person="A")
        case.commit()
    with Case.open(made) as case:
        assert [(one.claim, one.person) for one in case.reviews] == [(first, "A"), (second, "A")]
    assert check_case(made) == []


@pytest.mark.parametrize("what", ["cut", "restart", "kill"])
def test_a_decision_that_the_log_has_is_made_whatever_the_server_did(
    made: Server, server: OwnServer, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (claim,) = claims(made)[:1]
    commit = PostgresqlDatabase.commit
    pending = [disturbances(server)[what]]

    def broken(self: PostgresqlDatabase) -> None:
        if pending and self._in_transaction:
            pending.pop()()
        commit(self)

    with Case.open(made, create=True) as case:
        case.reviews.add(CONFIRM, claim, person="A")
        monkeypatch.setattr(PostgresqlDatabase, "commit", broken)
        case.commit()
    with Case.open(made) as case:
        assert [one.claim for one in case.reviews] == [claim]
    assert check_case(made) == []


@pytest.mark.parametrize("what", ["cut", "restart", "kill"])
def test_a_commit_that_was_made_but_not_answered_counts_once(
    made: Server, server: OwnServer, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    (claim,) = claims(made)[:1]
    commit = PostgresqlDatabase.commit
    pending = [disturbances(server)[what]]

    def unanswered(self: PostgresqlDatabase) -> None:
        commit(self)
        if pending:
            pending.pop()()
            self._in_transaction = True
            commit(self)

    with Case.open(made, create=True) as case:
        case.reviews.add(CONFIRM, claim, person="A")
        monkeypatch.setattr(PostgresqlDatabase, "commit", unanswered)
        case.commit()
    assert claims(made)
    with Case.open(made) as case:
        assert [one.number for one in case.reviews] == [1]
    assert check_case(made) == []


def test_a_run_goes_on_after_the_server_was_killed_while_rows_were_copied(
    place: Server, sources: Path, server: OwnServer, expected: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    add_many = PostgresqlDatabase.add_many
    left = [3]

    def killed(self: PostgresqlDatabase, table: str, columns: str, rows: Iterator[tuple[str, ...]]) -> None:
        def slowly() -> Iterator[tuple[str, ...]]:
            for row in rows:
                yield row
                left[0] -= 1
                if left[0] == 0:
                    server.kill()

        add_many(self, table, columns, slowly())

    monkeypatch.setattr(PostgresqlDatabase, "add_many", killed)
    with pytest.raises(DatabaseLost):
        do_job(place, sources)
    server.start()
    do_job(place, sources)
    assert everything(place) == expected
    assert check_case(place) == []


def test_a_full_disk_is_told_and_loses_nothing(made: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    import psycopg

    (claim,) = claims(made)[:1]
    commit = PostgresqlDatabase.commit
    pending = [psycopg.errors.DiskFull("no space left")]

    def full(self: PostgresqlDatabase) -> None:
        if pending and self._in_transaction:
            with self._telling:
                raise pending.pop()
        commit(self)

    with Case.open(made, create=True) as case:
        case.reviews.add(CONFIRM, claim, person="A")
        monkeypatch.setattr(PostgresqlDatabase, "commit", full)
        with pytest.raises(StorageFull):
            case.commit()
    with Case.open(made) as case:
        assert [one.claim for one in case.reviews] == [claim]  # the log had it
    assert check_case(made) == []


def test_whoever_writes_to_the_log_in_spite_of_the_locks_is_not_written_over(made: Server) -> None:
    one, two = claims(made)[:2]
    with Case.open(made, create=True) as case:
        case.reviews.add(CONFIRM, one, person="A")
        with (case.folder / "custody.jsonl").open("ab") as log:
            log.write(b"{}\n")
        with pytest.raises(CaseInUse):
            case.commit()
        case.reviews.add(CONFIRM, two, person="A")  # what no entry is, is set aside
        case.commit()
    with Case.open(made) as case:
        assert [review.claim for review in case.reviews] == [two]


@pytest.mark.parametrize("by", ["another process", "a try that was not answered"])
def test_a_run_is_told_of_lost_claims_though_the_tables_were_brought_up_to_the_log_meanwhile(
    made: Server, sources: Path, expected: str, by: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit, recover = PostgresqlDatabase.commit, SharedJournal._recover
    tries: list[str] = []

    def broken(self: PostgresqlDatabase) -> None:
        tries.append("")
        if len(tries) == 1:
            self.roll_back()
            raise DatabaseLost("gone", path="x")
        commit(self)
        if len(tries) == 2 and by == "a try that was not answered":
            raise DatabaseLost("gone", path="x")

    def later(self: SharedJournal, trouble: DatabaseLost, transaction: int | None) -> None:
        if by == "another process":
            Case.open(made, create=True).close()
        recover(self, trouble, transaction)

    with Case.open(made, create=True) as case:
        document = next(line.document for line in case.documents() if line.path.endswith("公告1.txt"))
        claim(case, document)
        monkeypatch.setattr(SharedJournal, "_recover", later)
        monkeypatch.setattr(PostgresqlDatabase, "commit", broken)
        with pytest.raises(DatabaseLost):
            case.commit()
        monkeypatch.undo()
    do_job(made, sources)
    assert everything(made) == expected
    assert check_case(made) == []
