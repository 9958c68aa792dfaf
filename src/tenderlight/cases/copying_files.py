"""The files of a case that is copied: from where they lie, to where the copy has them, each held against its hash.

What is named by what it holds goes first, the log last: until the log is there, an object store has no case.
"""

from __future__ import annotations

import hashlib
import mmap
import os
import shutil
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tenderlight.archive import beside, segments
from tenderlight.archive.custody import NAME as LOG
from tenderlight.archive.object_store import PIECE_BYTES, ObjectStore
from tenderlight.archive.segments import Segments
from tenderlight.archive.shelf import READ_ONLY, Shelf
from tenderlight.archive.storage import make_folder, write_all, writing_to
from tenderlight.archive.store_place import NAME as STORE
from tenderlight.archive.store_shelf import COPIES, check_name, shelf_of
from tenderlight.cases import sqlite_file
from tenderlight.cases.case import Case
from tenderlight.cases.places import ELSEWHERE, UNDER_WAY
from tenderlight.cases.search_index import FOLDER as INDEX
from tenderlight.errors import UsageError

WATCH = "watch"
AT_ONCE = 8
SEGMENT_BYTES = 256 << 20
"""A log is written as one segment up to this length: at once, or not at all."""
_TABLES = frozenset(sqlite_file.NAME + end for end in ("", "-wal", "-shm", "-journal"))
_LEFT_OUT = frozenset({"lock", "tmp", INDEX, ELSEWHERE, STORE, UNDER_WAY, *COPIES}) | _TABLES


def copy_small_files(case: Case, folder: Path) -> None:
    """Copy log, checkpoints and all else that lies in the folder of a case, but for tables and index.

    Raises:
        StorageFull: If the disk would not take it.
    """
    with writing_to(folder):
        shutil.copytree(case.folder, folder, ignore=_left_out_of(case.folder), dirs_exist_ok=True)


def copy_into_folder(case: Case, folder: Path) -> None:
    """Copy originals, readings and pages laid out into a folder.

    Raises:
        ArchiveDamaged, CaseDamaged: If one no longer matches its name.
        StorageFull: If the disk would not take it.
        StoreRefused, StoreUnavailable: If they lie in an object store, which would not give them.
    """
    shelf = shelf_of(case.folder, is_listed=True)
    for final in _kept(shelf):
        key = final.relative_to(case.folder)
        target = folder / key
        with writing_to(target):
            make_folder(target.parent)
            digest = hashlib.sha256()
            with shelf.open(final) as source, target.open("xb", buffering=0) as made:
                while piece := source.read(PIECE_BYTES):
                    digest.update(piece)
                    write_all(made.fileno(), piece)
            check_name(case.folder, final, digest.hexdigest(), str(case.place))
            target.chmod(READ_ONLY)


def copy_into_store(case: Case, store: ObjectStore) -> None:
    """Copy everything that a store has of a case: what lies beside the log, then the log.

    Raises:
        ArchiveDamaged, CaseDamaged: If something no longer matches its name.
        StorageFull, StoreRefused, StoreUnavailable: If the store would not take it.
        UsageError: If the store has another case.
    """
    store.require_conditions()
    log = (case.folder / LOG).read_bytes()
    there = _known_of(store, log)
    shelf = shelf_of(case.folder, is_listed=True)
    with ThreadPoolExecutor(AT_ONCE) as requests:
        for _ in requests.map(lambda final: _give(shelf, store, final), _kept(shelf)):
            pass
    beside.level(store, case.folder)
    pieces = Segments(store, case.folder)
    for start, end in reversed(list(_cut(log, there))):
        pieces.publish(log.count(b"\n", 0, start), log[start:end])


def _known_of(store: ObjectStore, log: bytes) -> int:
    """Return how many bytes of a log a store has already; what a copy left that was interrupted is taken away.

    Raises:
        UsageError: If it has another log.
    """
    found = list(store.keys(segments.FOLDER))
    if found and found[0][0] != segments.key_of(0):
        for key, _ in found:
            store.delete(key)
        return 0
    at = 0
    for key, size in found:
        if store.read(key, most_bytes=size) != log[at : at + size]:
            raise UsageError(f"There is another case in {store.place}, or one that went its own way; name a new place.")
        at += size
    return at


def _cut(log: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Yield where the pieces begin and end in which a log is written from a place on."""
    while start < len(log):
        end = len(log) if len(log) - start <= SEGMENT_BYTES else log.rindex(b"\n", start, start + SEGMENT_BYTES) + 1
        yield start, end
        start = end


def _give(shelf: Shelf, store: ObjectStore, final: Path) -> None:
    key = final.relative_to(shelf.folder).as_posix()
    with shelf.open(final) as source:
        digest = hashlib.file_digest(source, "sha256").hexdigest()
        check_name(shelf.folder, final, digest, str(shelf.folder))
        size = os.fstat(source.fileno()).st_size
        if size == 0:
            is_new = store.create(key, b"", size_bytes=0)
        else:
            with mmap.mmap(source.fileno(), 0, access=mmap.ACCESS_READ) as pages:
                is_new = store.create(key, pages, size_bytes=size)
    store.confirm(key, size)
    if not is_new and store.digest(key) != digest:
        raise UsageError(f"{store.place} has something else under {key}; name a new place.")


def _kept(shelf: Shelf) -> Iterator[Path]:
    for name in COPIES:
        yield from shelf.finals(shelf.folder / name)


def _left_out_of(folder: Path) -> Callable[[str, list[str]], set[str]]:
    def left_out(above: str, names: list[str]) -> set[str]:
        return set(names) & _LEFT_OUT if Path(above) == folder else set()

    return left_out
