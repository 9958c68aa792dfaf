from __future__ import annotations

from pathlib import Path

import pytest
from obstore.store import MemoryStore

from tenderlight.archive.checking import check_log
from tenderlight.archive.custody import NAME, Act, CustodyLog
from tenderlight.archive.object_store import ObjectStore
from tenderlight.archive.segments import Segments, key_of
from tenderlight.archive.store_place import StorePlace
from tenderlight.errors import CaseInUse, CustodyLogDamaged


@pytest.fixture
def store() -> ObjectStore:
    return ObjectStore(StorePlace(bucket="bucket"), engine=MemoryStore())


def log_on(store: ObjectStore, folder: Path) -> CustodyLog:
    return CustodyLog(folder, by="test/1", begin={"case": "one", "format": 1}, elsewhere=Segments(store, folder))


def write(log: CustodyLog, *paths: str) -> None:
    for path in paths:
        log.append(Act.INGEST, object="ab" * 32, path=path)
    log.commit()


def joined(store: ObjectStore) -> bytes:
    return b"".join(store.read(key, most_bytes=size) or b"" for key, size in store.keys("custody"))


def test_segments_joined_are_the_log(tmp_path: Path, store: ObjectStore) -> None:
    log = log_on(store, tmp_path)
    write(log, "a", "b")
    write(log, "c")
    assert [key for key, _ in store.keys("custody")] == [key_of(0), key_of(1), key_of(3)]
    assert joined(store) == (tmp_path / NAME).read_bytes()
    pinned = log.checkpoint(origin="tenderlight-case/one")
    assert pinned is not None
    assert (pinned.entries, check_log(tmp_path).pinned_entries) == (4, 4)
    log.close()


def test_another_folder_reads_on_and_writes_on(tmp_path: Path, store: ObjectStore) -> None:
    one = log_on(store, tmp_path / "one")
    write(one, "a")
    other = log_on(store, tmp_path / "other")
    assert other.position == one.position
    write(other, "b")
    with pytest.raises(CaseInUse, match="bucket"):
        write(one, "c")
    assert b'"c"' not in joined(store)
    one.close()
    again = log_on(store, tmp_path / "one")
    write(again, "c")
    assert joined(store) == (tmp_path / "one" / NAME).read_bytes()
    assert list(Segments(store, tmp_path / "other").check()) == []  # ends earlier, and that is no fault


@pytest.mark.parametrize("torn", [1, 40, 200])
def test_a_copy_that_was_torn_comes_again(tmp_path: Path, store: ObjectStore, torn: int) -> None:
    log = log_on(store, tmp_path)
    write(log, "a")
    write(log, "b")
    log.close()
    whole = (tmp_path / NAME).read_bytes()
    (tmp_path / NAME).write_bytes(whole[:-torn])
    log_on(store, tmp_path).close()
    assert (tmp_path / NAME).read_bytes() == whole


def test_what_was_changed_is_found(tmp_path: Path, store: ObjectStore) -> None:
    log = log_on(store, tmp_path)
    write(log, "a")
    write(log, "b")
    write(log, "c")
    log.close()
    segments = Segments(store, tmp_path)
    key, whole = key_of(1), (tmp_path / NAME).read_bytes()
    content = store.read(key, most_bytes=1_000) or b""
    for other in (content.replace(b'"a"', b'"x"'), content + content, content[:-1] + b"x", b""):
        store.overwrite(key, other)
        assert [trouble.details["since"] for trouble in segments.check()] != []
        (tmp_path / "new").mkdir(exist_ok=True)
        if other != content.replace(b'"a"', b'"x"'):
            with pytest.raises(CustodyLogDamaged):
                Segments(store, tmp_path / "new").mirror()
    store.delete(key)
    with pytest.raises(CustodyLogDamaged, match=f"{key} is missing"):
        Segments(store, tmp_path / "newer").mirror()
    assert (tmp_path / NAME).read_bytes() == whole


def test_a_log_that_the_store_lost_is_not_begun_anew(tmp_path: Path, store: ObjectStore) -> None:
    write(log_on(store, tmp_path), "a")
    store.delete(key_of(1))
    with pytest.raises(CustodyLogDamaged, match="longer than the log in the store"):
        log_on(store, tmp_path)
    store.delete(key_of(0))
    with pytest.raises(CustodyLogDamaged):
        log_on(store, tmp_path)
