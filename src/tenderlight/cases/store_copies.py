"""The folder that a machine has for a case whose tables a server keeps, and whose originals and log an object store.

It holds copies: of the log, of the small files beside it, and of what is in use. It can be deleted at any time, but for
what this machine watches (`watch/`). No two machines need have it under the same path, so the database does not
remember it.
"""

from __future__ import annotations

import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from tenderlight.archive import beside
from tenderlight.archive.custody import NAME as LOG
from tenderlight.archive.custody import Act, Position, read_log
from tenderlight.archive.object_store import ObjectStore
from tenderlight.archive.segments import Segments
from tenderlight.archive.storage import WriterLock, make_folder, write_whole
from tenderlight.archive.store_place import StorePlace, copies_folder, note_place, place_of
from tenderlight.archive.store_shelf import COPIES
from tenderlight.cases import search_index
from tenderlight.cases.erasing import PICTURES, derived_from
from tenderlight.cases.places import ELSEWHERE, Server
from tenderlight.cases.stored_readings import LAYOUTS
from tenderlight.errors import CaseInUse, StoreRefused, StoreUnavailable, UsageError

LOCK_SECONDS = 30.0
"""How long other processes of this machine may hold the folder."""
_TRY_AGAIN_SECONDS = 0.002


def copies_of(place: StorePlace, server: Server) -> Path:
    """Return the folder of this machine's copies, made if need be.

    Raises:
        StorageFull: If the disk would not take it.
        UsageError: If the place may not be written to, or there is none.
    """
    try:
        folder = copies_folder(place)
    except RuntimeError:
        raise UsageError("There is no place for copies of the case: set TENDERLIGHT_COPIES to a folder.") from None
    make_folder(folder)
    if place_of(folder) != place:
        with locked(folder):
            note_place(folder, place)
    say_elsewhere(folder, server)
    return folder


def say_elsewhere(folder: Path, server: Server) -> None:
    """Note in a folder which server keeps the tables, so that nobody makes a second case of it."""
    if not (folder / ELSEWHERE).exists():
        make_folder(folder / "tmp")
        write_whole(folder / ELSEWHERE, f"{server}\n".encode(), temporary=folder / "tmp" / ELSEWHERE)


def open_copies(place: StorePlace, server: Server) -> Path:
    """Return the folder of this machine's copies, with log and small files as the store has them now.

    While the store gives no answer, the folder is taken as it is, if it has a log.

    Raises:
        CaseInUse: If other processes of this machine hold it for too long.
        CustodyLogDamaged: If the log is not whole, or the copy is of another one.
        StorageFull, UsageError: As for `copies_of`.
        StoreRefused, StoreUnavailable: If the store would not give it, and there is no copy.
    """
    folder = copies_of(place, server)
    try:
        store = ObjectStore(place)
        with locked(folder):
            bring_up(store, folder)
    except (StoreRefused, StoreUnavailable):
        if not (folder / LOG).is_file():
            raise
    return folder


def bring_up(store: ObjectStore, folder: Path) -> None:
    """Take what is new of log and small files from the store, and drop copies of what was erased.

    Raises:
        CustodyLogDamaged, StorageFull, StoreRefused, StoreUnavailable: As for `open_copies`.
    """
    since = Segments(store, folder).mirror()
    beside.level(store, folder, gives=False)
    if since is not None:
        drop_erased(folder, since)


def drop_erased(folder: Path, since: Position) -> None:
    """Drop the copies of originals that the log says, from a place on, were erased, and all that was made of them."""
    if not any((folder / name).is_dir() for name in (*COPIES, search_index.FOLDER, PICTURES)):
        return
    gone = {str(entry.details.get("object")) for entry, _ in read_log(folder, start=since) if entry.act == Act.ERASE}
    if not gone:
        return
    for path in _copies_of(folder, gone):
        path.unlink(missing_ok=True)
    shutil.rmtree(folder / search_index.FOLDER, ignore_errors=True)


def _copies_of(folder: Path, documents: set[str]) -> Iterator[Path]:
    yield from derived_from(folder, documents)
    for document in documents:
        for name in COPIES:
            yield from (folder / name / document[:2]).glob(f"{document}*")
    for entry, _ in read_log(folder):
        layout = str(entry.details.get("layout") or "")
        if entry.act == Act.EXTRACT and layout and entry.details.get("object") in documents:
            yield folder / LAYOUTS / layout[:2] / layout
            yield from derived_from(folder, [layout])


@contextmanager
def locked(folder: Path) -> Iterator[None]:
    """Hold a folder against the other processes of this machine.

    Raises:
        CaseInUse: If they hold it for too long.
    """
    lock = wait_for_lock(folder)
    try:
        yield
    finally:
        lock.free()


def wait_for_lock(folder: Path) -> WriterLock:
    """Return the lock of a folder, once others let it go.

    Raises:
        CaseInUse: If they do not for too long.
    """
    end = time.monotonic() + LOCK_SECONDS
    while True:
        with suppress(CaseInUse):
            return WriterLock(folder)
        if time.monotonic() > end:
            return WriterLock(folder)
        time.sleep(_TRY_AGAIN_SECONDS)
