"""The store itself: what it promises, and what becomes of a request that meets a fault."""

from __future__ import annotations

import mmap
import threading
from pathlib import Path

import pytest

from tenderlight.archive.object_store import ObjectStore
from tenderlight.archive.store_place import StorePlace, access_from
from tenderlight.errors import StorageFull, StoreRefused, StoreUnavailable
from tests.services.conftest import TRIES, Stored
from tests.services.faulty_proxy import (
    BLIND,
    CUT,
    CUT_REQUEST,
    HALF,
    LIE,
    LOSE_ANSWER,
    REFUSE,
    SLOW,
    Request,
    no_fault,
)
from tests.services.store_server import KEYS, uploads_under_way

PASSING = (REFUSE, LOSE_ANSWER, CUT, CUT_REQUEST, SLOW, "500", "503")
CONTENT = "采购公告".encode() * 1_000


def create(store: ObjectStore, key: str, content: bytes = CONTENT) -> bool:
    return store.create(key, content, size_bytes=len(content))


def test_an_object_is_written_once_and_read_back(stored: Stored) -> None:
    store = stored.store
    store.require_conditions()
    assert create(store, "objects/ab/one")
    assert not create(store, "objects/ab/one", b"other")
    assert store.read("objects/ab/one", most_bytes=len(CONTENT)) == CONTENT
    assert store.read("objects/ab/one", most_bytes=len(CONTENT) - 1) is None
    assert store.has_same("objects/ab/one", CONTENT)
    assert list(store.keys("objects")) == [("objects/ab/one", len(CONTENT))]
    assert (store.size("objects/ab/one"), store.size("objects/ab/two")) == (len(CONTENT), None)
    store.delete("objects/ab/one")
    store.delete("objects/ab/one")
    assert store.digest("objects/ab/one") is None


def test_of_many_who_write_one_name_one_does(stored: Stored) -> None:
    store = stored.store
    for number in range(10):
        barrier, won = threading.Barrier(8), list[int]()

        def write(who: int, key: str = f"race/{number}", at: threading.Barrier = barrier, to: list[int] = won) -> None:
            at.wait()
            if create(store, key, b"%d" % who):
                to.append(who)

        writers = [threading.Thread(target=write, args=(who,)) for who in range(8)]
        for writer in writers:
            writer.start()
        for writer in writers:
            writer.join()
        assert len(won) == 1
        assert store.read(f"race/{number}", most_bytes=10) == b"%d" % won[0]


@pytest.mark.parametrize("fault", PASSING)
def test_what_passes_is_tried_again(stored: Stored, fault: str) -> None:
    store = stored.store
    create(store, "there")

    def twice(request: Request) -> str | None:
        return fault if request.number < TRIES - 1 else None

    stored.faults.set(twice)
    assert create(store, "new") or store.has_same("new", CONTENT)
    stored.faults.set(twice)
    assert store.digest("there") == store.digest("new")
    stored.faults.set(twice)
    assert list(store.keys("new")) == []  # whole parts of names only
    stored.faults.set(twice)
    assert dict(store.keys("")).keys() == {"there", "new"}
    stored.faults.set(twice)
    store.delete("new")
    stored.faults.set(no_fault)
    assert store.size("new") is None
    assert store.read("there", most_bytes=len(CONTENT)) == CONTENT


@pytest.mark.parametrize("fault", [REFUSE, LOSE_ANSWER, "500", "503"])
def test_what_does_not_pass_is_told_after_a_bounded_number_of_tries(stored: Stored, fault: str) -> None:
    store = stored.store
    stored.faults.set(lambda _: fault)
    for work in (lambda: create(store, "new"), lambda: store.size("new"), lambda: list(store.keys("x"))):
        stored.faults.done.clear()
        with pytest.raises(StoreUnavailable, match=str(stored.place)):
            work()
        assert len(stored.faults.done) == TRIES


@pytest.mark.parametrize(
    ("fault", "kind"),
    [("507", StorageFull), ("quota", StorageFull), ("denied", StoreRefused), ("skewed", StoreRefused)],
)
def test_what_asking_again_does_not_mend_is_told_at_once(stored: Stored, fault: str, kind: type[Exception]) -> None:
    store = stored.store
    stored.faults.set(lambda _: fault)
    with pytest.raises(kind):
        create(store, "new")
    assert len(stored.faults.done) == 1
    stored.faults.set(no_fault)
    assert store.size("new") is None


@pytest.mark.parametrize("fault", [LIE, HALF])
def test_a_yes_is_not_believed(stored: Stored, fault: str) -> None:
    store = stored.store
    stored.faults.set(lambda request: fault if request.method == "PUT" else None)
    assert create(store, "new")
    with pytest.raises(StoreUnavailable, match="said that it keeps new"):
        store.confirm("new", len(CONTENT))


def test_a_store_that_lies_about_the_second_write_is_not_taken_for_one_that_writes_over(stored: Stored) -> None:
    writes = [None, LIE]
    stored.faults.set(lambda request: writes.pop(0) if request.method == "PUT" else None)
    with pytest.raises(StoreUnavailable, match="said that it keeps"):
        stored.store.require_conditions()
    stored.faults.set(no_fault)
    stored.store.require_conditions()


def test_a_store_that_writes_over_what_is_there_is_refused(stored: Stored) -> None:
    stored.faults.set(lambda _: BLIND)
    with pytest.raises(StoreRefused, match="If-None-Match"):
        stored.store.require_conditions()


def test_a_first_yes_that_was_a_lie_is_not_taken_for_writing_over(stored: Stored) -> None:
    stored.faults.set(lambda request: LIE if request.number == 0 else None)
    with pytest.raises(StoreUnavailable, match="said that it keeps"):
        stored.store.require_conditions()
    stored.store.require_conditions()


def test_an_upload_that_breaks_off_leaves_nothing(stored: Stored, folder: Path) -> None:
    large = folder / "large"
    large.write_bytes(b"\0" * 30_000_000)
    store = stored.store
    with large.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as pages:
        stored.faults.set(lambda request: CUT_REQUEST if request.method == "PUT" else None)
        with pytest.raises(StoreUnavailable):
            store.create("large", pages, size_bytes=30_000_000)
        stored.faults.set(no_fault)
        assert store.size("large") is None
        assert b"<UploadId>" not in uploads_under_way(stored.port, stored.place.bucket)
        assert store.create("large", pages, size_bytes=30_000_000)
    assert store.size("large") == 30_000_000


def test_a_bucket_that_is_not_there_is_told(stored: Stored) -> None:
    store = ObjectStore(StorePlace(bucket="no-such-bucket"))
    with pytest.raises(StoreRefused, match="no such bucket"):
        store.require_conditions()


def test_secrets_are_in_no_message(stored: Stored, capfd: pytest.CaptureFixture[str]) -> None:
    assert KEYS["AWS_SECRET_ACCESS_KEY"] not in repr(access_from())
    store = stored.store
    said = []
    for fault in (*PASSING, "507", "denied"):
        stored.faults.set(lambda _, fault=fault: fault)  # type: ignore[misc]
        try:
            create(store, "new")
        except (StorageFull, StoreRefused, StoreUnavailable) as trouble:
            said.append(f"{trouble!r} {trouble.details} {trouble.what_to_do()} {trouble.__cause__!r}")
    written = capfd.readouterr()
    assert len(said) >= 6
    for secret in KEYS["AWS_ACCESS_KEY_ID"], KEYS["AWS_SECRET_ACCESS_KEY"]:
        assert secret not in "".join((*said, written.out, written.err))
