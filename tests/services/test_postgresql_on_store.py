"""A case with its tables on a server and all else in an object store is the same case, from any machine."""

from __future__ import annotations

import random
import shutil
from collections.abc import Callable
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from tenderlight.archive.custody import Act, read_log
from tenderlight.archive.segments import key_of
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.places import Server
from tenderlight.cases.postgresql import PostgresqlDatabase
from tenderlight.doctor.of_case import case_checks
from tenderlight.errors import (
    CaseInUse,
    CustodyLogDamaged,
    DatabaseLost,
    StorageFull,
    StoreRefused,
    StoreUnavailable,
    UsageError,
)
from tenderlight.web.others import reviewed_since
from tests.cases.small_job import do_job, everything
from tests.services.conftest import Stored
from tests.services.faulty_proxy import BLIND, LOSE_ANSWER, REFUSE, no_fault
from tests.services.made_case import CONFIRM, claims
from tests.services.postgresql import OwnServer
from tests.services.test_case_in_store import EVERY_FAULT, log_in

GoTo = Callable[[str], Path]


@pytest.fixture
def case_on_both(on_both: Server, sources: Path) -> Server:
    """A case that is made, named as whoever comes later names it."""
    do_job(on_both, sources)
    return replace(on_both, store=None)


def log_here(place: Server) -> bytes:
    with Case.open(place) as case:
        return (case.folder / "custody.jsonl").read_bytes()


def test_it_says_the_same_as_in_a_folder(case_on_both: Server, stored: Stored, expected: str, quick: Path) -> None:
    assert everything(case_on_both) == expected
    assert check_case(case_on_both) == []
    assert log_in(stored) == log_here(case_on_both)
    kept = {key for key, _ in stored.store.keys("objects")}
    plain = quick / "undisturbed"
    assert kept == {path.relative_to(plain).as_posix() for path in (plain / "objects").glob("*/*")}


def test_a_machine_that_was_never_there_reads_and_goes_on(
    case_on_both: Server, copies: GoTo, expected: str, sources: Path
) -> None:
    copies("there")
    assert everything(case_on_both) == expected
    assert check_case(case_on_both) == []
    shutil.rmtree(copies("here"))
    assert everything(case_on_both) == expected
    do_job(case_on_both, sources)
    assert check_case(case_on_both) == []


def test_two_machines_decide_by_turns_and_each_decision_counts_once(
    case_on_both: Server, copies: GoTo, stored: Stored
) -> None:
    found = claims(case_on_both)
    here = Case.open(case_on_both, create=True)
    copies("there")
    with here, Case.open(case_on_both, create=True) as there:
        assert here.folder != there.folder
        for number, claim in enumerate(found):
            (here, there)[number % 2].reviews.add(CONFIRM, claim, person=f"reviewer {number % 2}")
            (here, there)[number % 2].commit()
        assert [one.claim for one in here.reviews] == [one.claim for one in there.reviews] == found
    with Case.open(case_on_both) as case:
        assert [one.number for one in case.reviews] == list(range(1, len(found) + 1))
    assert check_case(case_on_both) == []
    assert log_in(stored) == log_here(case_on_both)


def test_a_desk_sees_what_was_decided_on_another_machine(case_on_both: Server, copies: GoTo, stored: Stored) -> None:
    claim = claims(case_on_both)[0]
    here = Case.open(case_on_both, create=True)
    copies("there")
    with here, Case.open(case_on_both, create=True) as there:
        before = here.position
        there.reviews.add(CONFIRM, claim, person="A")
        there.commit()
        stored.faults.set(lambda _: REFUSE)
        assert reviewed_since(here, before, here.position) is None, "nobody knows, so all is asked anew"
        stored.faults.set(no_fault)
        assert reviewed_since(here, before, here.position) == [claim]
        assert (here.folder / "custody.jsonl").read_bytes() == (there.folder / "custody.jsonl").read_bytes()


def test_what_another_machine_wrote_to_the_log_alone_is_caught_up(
    case_on_both: Server, copies: GoTo, monkeypatch: pytest.MonkeyPatch
) -> None:
    one, two = claims(case_on_both)[:2]
    commit = PostgresqlDatabase.commit
    with Case.open(case_on_both, create=True) as here:
        copies("there")
        there = Case.open(case_on_both, create=True)
        there.reviews.add(CONFIRM, one, person="A")
        with monkeypatch.context() as patched:
            patched.setattr(PostgresqlDatabase, "commit", _ended)
            with pytest.raises(KeyboardInterrupt):
                there.commit()
        assert PostgresqlDatabase.commit is commit
        here.reviews.add(CONFIRM, two, person="B")
        here.commit()
        assert [(review.claim, review.person) for review in here.reviews] == [(one, "A"), (two, "B")]
        there.close()
    assert check_case(case_on_both) == []


def _ended(_: PostgresqlDatabase) -> None:
    raise KeyboardInterrupt


def test_whoever_lost_the_lock_and_writes_first_all_the_same_is_not_written_over(
    case_on_both: Server, copies: GoTo, stored: Stored
) -> None:
    one, two = claims(case_on_both)[:2]
    here = Case.open(case_on_both, create=True)
    copies("there")
    with here, Case.open(case_on_both, create=True) as there:
        here.reviews.add(CONFIRM, one, person="A")
        entries = sum(1 for _ in read_log(here.folder))
        line = b'{"act":"begin","by":"x","nonce":"0","seq":%d,"t":"2026-11-29T00:00:00.000Z"}\n' % entries
        stored.store.create(key_of(entries), line, size_bytes=len(line))
        with pytest.raises(CaseInUse, match=str(stored.place)):
            here.commit()
        there.reviews.add(CONFIRM, two, person="B")
        there.commit()
        assert [review.claim for review in there.reviews] == [two]
    assert sum(entry.act == Act.BEGIN for entry, _ in read_log(copies("there").iterdir().__next__())) == 2


@pytest.mark.parametrize("fault", [REFUSE, LOSE_ANSWER, "507", "503"])
def test_a_store_that_fails_in_a_decision_is_told_and_loses_nothing(
    case_on_both: Server, stored: Stored, fault: str
) -> None:
    one, two = claims(case_on_both)[:2]
    with Case.open(case_on_both, create=True) as case:
        case.reviews.add(CONFIRM, one, person="A")
        stored.faults.set(lambda request: fault if request.method == "PUT" else None)
        with pytest.raises((StoreUnavailable, StorageFull)):
            case.commit()
        stored.faults.set(no_fault)
        case.reviews.add(CONFIRM, two, person="A")
        case.commit()
        kept = [review.claim for review in case.reviews]
    # of a write whose answers were lost, what was written counts, as the log says
    assert kept == ([one, two] if fault == LOSE_ANSWER else [two])
    assert check_case(case_on_both) == []
    assert log_in(stored) == log_here(case_on_both)


def test_faults_by_chance_lose_and_double_nothing(
    on_both: Server, stored: Stored, sources: Path, expected: str
) -> None:
    drawn = random.Random(1)
    stored.faults.set(lambda _: drawn.choice(EVERY_FAULT) if drawn.random() < 0.3 else None)
    for _ in range(60):
        try:
            do_job(on_both, sources)
        except (StorageFull, StoreUnavailable):
            continue
        break
    assert len(stored.faults.done) > 10
    stored.faults.set(no_fault)
    assert everything(on_both) == expected
    assert check_case(on_both) == []
    assert log_in(stored) == log_here(on_both)


@pytest.mark.parametrize("what", ["cut", "restart", "kill"])
def test_a_server_that_is_gone_in_the_commit_of_a_run(
    on_both: Server, sources: Path, server: OwnServer, expected: str, what: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit, left = PostgresqlDatabase.commit, [2]

    def gone(self: PostgresqlDatabase) -> None:
        left[0] -= self._in_transaction
        if left[0] == 0:
            left[0] = -1
            (server.cut if what == "cut" else server.stop if what == "restart" else server.kill)()
            if what != "cut":
                server.start()
        commit(self)

    monkeypatch.setattr(PostgresqlDatabase, "commit", gone)
    for _ in range(3):
        try:
            do_job(on_both, sources)
        except DatabaseLost:
            continue
        break
    assert left[0] < 0
    assert everything(on_both) == expected
    assert check_case(on_both) == []


def test_lost_tables_are_made_again_from_the_store(
    case_on_both: Server, sources: Path, server: OwnServer, stored: Stored, copies: GoTo
) -> None:
    with Case.open(case_on_both, create=True) as case:
        case.reviews.add(CONFIRM, claims(case_on_both)[0], person="A. Reader")
    said = everything(case_on_both)
    copies("there")
    new = replace(server.case(), store=stored.place)
    do_job(new, sources)
    assert everything(new) == said
    assert check_case(new) == []


def test_an_erased_original_is_gone_from_the_store_and_from_every_machine(
    case_on_both: Server, copies: GoTo, stored: Stored
) -> None:
    there = copies("there")
    everything(case_on_both)
    with Case.open(case_on_both) as case:
        document = next(line.document for line in case.documents() if line.path.endswith("公告1.txt"))
        case.originals.open(document).close()
    assert list(there.rglob(f"{document}*"))
    here = copies("here")
    with Case.open(case_on_both, create=True) as case:
        case.custody.erase(document, person="Ana", because="Article 17")
    assert not [key for key, _ in stored.store.keys("") if document in key]
    assert not list(here.rglob(f"{document}*"))
    copies("there")
    Case.open(case_on_both).close()
    assert not list(there.rglob(f"{document}*"))
    assert check_case(case_on_both) == []


def test_screenings_of_two_machines_do_not_take_each_others_place(case_on_both: Server, copies: GoTo) -> None:
    def screen(case: Case, content: bytes) -> None:
        record = case.folder / "screenings" / "0001.jsonl"
        record.parent.mkdir(exist_ok=True)
        record.write_bytes(content)
        case.record_screening("screenings/0001.jsonl", sha256(content).hexdigest())
        case.commit()

    here = Case.open(case_on_both, create=True)
    copies("there")
    with here, Case.open(case_on_both, create=True) as there:
        screen(here, b"{}\n")
        with pytest.raises(CaseInUse, match="first"):
            screen(there, b'{"another": 1}\n')
        assert (there.folder / "screenings" / "0001.jsonl").read_bytes() == b"{}\n"
        there.commit()
        assert there.knows_screening("screenings/0001.jsonl", sha256(b"{}\n").hexdigest())


def test_without_the_store_what_was_copied_is_read_and_nothing_is_changed(
    case_on_both: Server, stored: Stored, expected: str, copies: GoTo
) -> None:
    stored.faults.set(lambda _: REFUSE)
    everything(case_on_both)
    with pytest.raises(StoreUnavailable):
        Case.open(case_on_both, create=True)
    copies("there")
    with pytest.raises(StoreUnavailable):
        Case.open(case_on_both)
    stored.faults.set(no_fault)
    assert everything(case_on_both) == expected


def test_a_store_that_is_not_fit_leaves_no_tables(on_both: Server, stored: Stored, sources: Path) -> None:
    stored.faults.set(lambda _: BLIND)
    with pytest.raises(StoreRefused):
        Case.open(on_both, create=True)
    stored.faults.set(no_fault)
    do_job(replace(on_both, store=replace(stored.place, prefix="another")), sources)
    with pytest.raises(UsageError, match="another, not in"):
        Case.open(on_both, create=True)


def test_a_log_that_lost_a_piece_is_told(case_on_both: Server, stored: Stored, copies: GoTo) -> None:
    key, _ = list(stored.store.keys("custody"))[-1]
    stored.store.delete(key)
    copies("there")
    with pytest.raises(CustodyLogDamaged):
        Case.open(case_on_both, create=True)


def test_doctor_says_whether_server_and_store_are_there(case_on_both: Server, stored: Stored) -> None:
    def found() -> dict[str, str]:
        return {check.name: f"{check.verdict.value} {check.found}" for check in case_checks(case_on_both)}

    assert found()["case server"].startswith("works")
    assert found()["case store"] == f"works {stored.place} answers"
    stored.faults.set(lambda _: REFUSE)
    assert found()["case store"].startswith("broken")
    assert found()["case"].startswith("works")
