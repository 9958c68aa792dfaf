"""A case whose originals and log lie in an object store is the same case as one in a folder."""

from __future__ import annotations

import io
import random
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from tenderlight.archive.checking import check_log
from tenderlight.archive.custody import NAME as LOG
from tenderlight.archive.originals import Originals
from tenderlight.archive.storage import make_folder
from tenderlight.archive.store_place import note_place
from tenderlight.archive.store_shelf import COPIES, FEW_ASKED, Copies, StoreShelf
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.doctor.of_case import case_checks
from tenderlight.errors import CaseInUse, Damaged, StorageFull, StoreRefused, StoreUnavailable, UsageError
from tests.cases.small_job import do_job, everything, make_sources
from tests.services.conftest import Stored
from tests.services.faulty_proxy import CUT, CUT_REQUEST, LIE, LOSE_ANSWER, REFUSE, Request, no_fault

WHO = {"person": "Ana", "because": "Article 17"}
EVERY_FAULT = (REFUSE, LOSE_ANSWER, CUT, CUT_REQUEST, LIE, "500", "503")


@pytest.fixture
def sources(folder: Path) -> Path:
    return make_sources(folder / "sources")


@pytest.fixture
def undisturbed(folder: Path, sources: Path) -> str:
    """All that a case in a folder says."""
    do_job(folder / "plain", sources)
    return everything(folder / "plain")


def new_case(folder: Path, stored: Stored) -> Path:
    make_folder(folder)
    note_place(folder, stored.place)
    return folder


def log_in(stored: Stored) -> bytes:
    stored.faults.set(no_fault)
    store = stored.store
    return b"".join(store.read(key, most_bytes=size) or b"" for key, size in store.keys("custody"))


def copy_of_log(case: Path) -> bytes:
    return (case / LOG).read_bytes() if (case / LOG).exists() else b""


def do_until_done(case: Path, sources: Path, *, most: int = 60) -> list[str]:
    """Do the job again until it ends; return what stopped it, and see that nothing acknowledged was lost."""
    stops: list[str] = []
    for _ in range(most):
        acknowledged = copy_of_log(case)
        try:
            do_job(case, sources)
        except (StorageFull, StoreUnavailable) as trouble:
            stops.append(type(trouble).__name__)
            continue
        finally:
            assert copy_of_log(case).startswith(acknowledged)
        return stops
    raise AssertionError(f"never done: {stops}")


def test_it_says_the_same_as_in_a_folder(folder: Path, stored: Stored, sources: Path, undisturbed: str) -> None:
    case = new_case(folder / "case", stored)
    do_job(case, sources)
    assert everything(case) == undisturbed
    assert check_case(case) == []
    assert log_in(stored) == (case / LOG).read_bytes()
    assert check_log(case).pinned_entries == check_log(case).entries
    kept = {key for key, _ in stored.store.keys("objects")}
    assert kept == {path.relative_to(folder / "plain").as_posix() for path in (folder / "plain/objects").glob("*/*")}


def test_copies_can_be_dropped_and_come_again(folder: Path, stored: Stored, sources: Path, undisturbed: str) -> None:
    case = new_case(folder / "case", stored)
    do_job(case, sources)
    for name in COPIES:
        shutil.rmtree(case / name, ignore_errors=True)
    assert everything(case) == undisturbed
    do_job(case, sources)
    assert check_case(case) == []


def test_a_lost_folder_is_made_again(folder: Path, stored: Stored, sources: Path, undisturbed: str) -> None:
    first = new_case(folder / "case", stored)
    do_job(first, sources)
    log = (first / LOG).read_bytes()
    shutil.rmtree(first)
    again = new_case(folder / "again", stored)
    do_job(again, sources)
    assert everything(again) == undisturbed
    assert (again / LOG).read_bytes().startswith(log)
    assert check_case(again) == []
    assert log_in(stored) == (again / LOG).read_bytes()


def test_of_two_who_write_one_is_told(folder: Path, stored: Stored, sources: Path, undisturbed: str) -> None:
    one, other = new_case(folder / "one", stored), new_case(folder / "other", stored)
    file = sources / "part 1" / "公告1.txt"
    with Case.open(one, create=True) as first:
        second = Case.open(other, create=True)
        first.receive_file(file, received_as="first")
        second.receive_file(file, received_as="second")
        first.commit()
        with pytest.raises(CaseInUse, match=str(stored.place)):
            second.commit()
        with pytest.raises(CaseInUse):
            second.receive_file(file, received_as="third")
        second.close()
        first.receive_file(file, received_as="fourth")
    assert [word in log_in(stored) for word in (b'"first"', b'"second"', b'"third"', b'"fourth"')] == [
        True,
        False,
        False,
        True,
    ]
    with Case.open(other, create=True) as second:  # reads on where the first came to
        second.receive_file(file, received_as="second")
        assert sorted(second.paths(next(iter(second.documents())).document)) == ["first", "fourth", "second"]
    assert (check_case(one), check_case(other)) == ([], [])


@pytest.mark.parametrize("seed", range(2))
def test_faults_by_chance_lose_and_double_nothing(
    folder: Path, stored: Stored, sources: Path, undisturbed: str, seed: int
) -> None:
    case = new_case(folder / "case", stored)
    drawn = random.Random(seed)
    stored.faults.set(lambda _: drawn.choice(EVERY_FAULT) if drawn.random() < 0.3 else None)
    do_until_done(case, sources)
    assert len(stored.faults.done) > 10
    assert log_in(stored) == (case / LOG).read_bytes()
    assert everything(case) == undisturbed
    assert check_case(case) == []


@pytest.mark.parametrize("fault", [REFUSE, LOSE_ANSWER, "507", LIE])
def test_a_store_that_fails_for_good_stops_the_run_and_the_next_goes_on(
    folder: Path, stored: Stored, sources: Path, undisturbed: str, fault: str
) -> None:
    case = new_case(folder / "case", stored)
    stops = []
    for last in (8, 14):

        def from_there_on(request: Request, last: int = last) -> str | None:
            return fault if request.number >= last else None

        stored.faults.set(from_there_on)
        with pytest.raises((StorageFull, StoreUnavailable)) as stopped:
            do_job(case, sources)
        stops.append(stopped.value.exit_code)
    stored.faults.set(no_fault)
    do_job(case, sources)
    assert everything(case) == undisturbed
    assert check_case(case) == []
    assert log_in(stored) == (case / LOG).read_bytes()
    assert set(stops) <= {2, 5}


def _change(stored: Stored, key: str, content: bytes) -> None:
    stored.store.overwrite(key, content)


@pytest.mark.parametrize(
    ("what", "change", "named"),
    [
        ("objects", lambda stored, key, _: _change(stored, key, b"other"), "no longer matches"),
        ("objects", lambda stored, key, _: stored.store.delete(key), "is missing"),
        ("readings", lambda stored, key, size: _change(stored, key, b"x" * size), "no longer matches"),
        ("custody", lambda stored, key, size: _change(stored, key, b"{" + b"x" * (size - 2) + b"\n"), "cannot be read"),
        ("custody", lambda stored, key, _: stored.store.delete(key), "longer than the log in the store"),
        ("checkpoints", lambda stored, key, size: _change(stored, key, b"x" * size), "is not what the case folder has"),
    ],
)
def test_verify_finds_what_was_changed_in_the_store(
    folder: Path, stored: Stored, sources: Path, what: str, change: Callable[[Stored, str, int], None], named: str
) -> None:
    case = new_case(folder / "case", stored)
    do_job(case, sources)
    key, size = list(stored.store.keys(what))[-1]
    change(stored, key, size)
    assert any(named in trouble.message for trouble in check_case(case)), check_case(case)
    if what == "objects":
        shutil.rmtree(case / "objects")
        with Case.open(case) as opened, pytest.raises(Damaged):
            opened.originals.open(Path(key).name).close()


def test_an_erased_original_is_gone_from_the_store(folder: Path, stored: Stored, sources: Path) -> None:
    case = new_case(folder / "case", stored)
    do_job(case, sources)
    with Case.open(case, create=True) as opened:
        document = next(line.document for line in opened.documents() if line.path.endswith("公告1.txt"))
        assert opened.custody.erase(document, **WHO) == (document,)
    assert not [key for key, _ in stored.store.keys("") if document in key]
    assert not list(case.rglob(f"{document}*"))
    assert check_case(case) == []
    do_job(case, sources)
    assert not [key for key, _ in stored.store.keys("") if document in key]


def test_an_erasure_that_a_fault_broke_off_is_finished(folder: Path, stored: Stored, sources: Path) -> None:
    case = new_case(folder / "case", stored)
    do_job(case, sources)
    opened = Case.open(case, create=True)
    document = next(line.document for line in opened.documents() if line.path.endswith("公告1.txt"))
    stored.faults.set(lambda request: "503" if request.method in ("POST", "DELETE") else None)
    with pytest.raises(StoreUnavailable):
        opened.custody.erase(document, **WHO)
    stored.faults.set(no_fault)
    opened.close()
    do_job(case, sources)
    assert not [key for key, _ in stored.store.keys("") if document in key]
    assert check_case(case) == []


def test_a_case_keeps_to_its_store(folder: Path, stored: Stored, sources: Path) -> None:
    do_job(folder / "plain", sources)
    with pytest.raises(UsageError, match="in its folder already"):
        Case.open(folder / "plain", create=True, store=stored.place)
    Case.open(folder / "case", create=True, store=stored.place).close()
    other = type(stored.place)(bucket=stored.place.bucket, prefix="cases/two")
    with pytest.raises(UsageError, match=r"cases/one, not in .*cases/two"):
        Case.open(folder / "case", create=True, store=other)
    with Case.open(folder / "case", create=True) as case:
        assert case.summary().documents == 0


def test_a_folder_of_another_case_is_not_taken_for_a_copy(folder: Path, stored: Stored, sources: Path) -> None:
    case = new_case(folder / "case", stored)
    do_job(case, sources)
    other = type(stored.place)(bucket=stored.place.bucket, prefix="cases/two")
    Case.open(folder / "other", create=True, store=other).close()
    note_place(folder / "other", stored.place)
    with pytest.raises(Damaged):
        Case.open(folder / "other", create=True)


def test_what_was_read_is_found_without_keys_while_copies_are_there(
    folder: Path, stored: Stored, sources: Path, undisturbed: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    case = new_case(folder / "case", stored)
    do_job(case, sources)
    monkeypatch.delenv("AWS_ACCESS_KEY_ID")
    assert everything(case) == undisturbed
    shutil.rmtree(case / "readings")
    with pytest.raises(StoreRefused, match="no keys"):
        everything(case)


def test_doctor_says_whether_the_store_is_there(folder: Path, stored: Stored) -> None:
    def found(case: Path) -> list[tuple[str, str]]:
        return [(check.verdict.value, check.found) for check in case_checks(case) if check.name == "case store"]

    case = folder / "case"
    Case.open(case, create=True, store=stored.place).close()
    assert found(case) == [("works", f"{stored.place} answers")]
    stored.faults.set(lambda _: REFUSE)
    assert [verdict for verdict, _ in found(case)] == ["broken"]
    assert len(stored.faults.done) == 1
    stored.faults.set(no_fault)
    stored.store.delete("tenderlight.json")
    assert found(case) == [("broken", f"{stored.place} has no case")]
    Case.open(folder / "plain", create=True).close()
    assert found(folder / "plain") == []


def test_many_files_are_listed_and_not_asked_for_one_by_one(folder: Path, stored: Stored) -> None:
    make_folder(folder / "case" / "tmp")
    shelf = StoreShelf(folder / "case", stored.place, store=stored.store, is_listed=True)
    originals = Originals(folder / "case", shelf)
    kept = [originals.keep_stream(io.BytesIO(b"%d" % number)).sha256 for number in range(FEW_ASKED + 8)]
    shelf.sync()
    stored.faults.set(no_fault)
    again = Originals(folder / "case", StoreShelf(folder / "case", stored.place, store=stored.store, is_listed=True))
    assert all(again.has(sha256) for sha256 in kept)
    assert not again.has("ab" * 32)
    assert [request.method for request in stored.faults.seen] == ["HEAD"] * FEW_ASKED + ["GET"]
    again.remove(kept[0])
    assert not again.has(kept[0])
    assert originals.keep_stream(io.BytesIO(b"0")).is_new is False  # that one has not heard of it yet


def test_copies_are_bounded(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(10):
        copy = folder / "objects" / "ab" / f"{number:064x}"
        copy.parent.mkdir(parents=True, exist_ok=True)
        copy.write_bytes(b"x" * 100)
    copies = Copies(folder, most_bytes=500)
    copies.add(100)
    assert len(list(folder.rglob("0*"))) == 10  # somebody may be about to open them
    monkeypatch.setattr("tenderlight.archive.store_shelf.IN_USE_SECONDS", -1)
    assert copies.use(folder / "objects" / "ab" / f"{0:064x}")
    copies.add(100)
    left = sorted(int(path.name, 16) for path in folder.rglob("0*"))
    assert len(left) == 4
    assert 0 in left  # used last
