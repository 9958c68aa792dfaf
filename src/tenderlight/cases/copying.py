"""A case copied from where it is to where there is none: folders, object stores and servers, in any direction.

Files are copied by `copying_files`, each held against its hash; rows table by table (to a server by COPY), all in one
transaction. What makes a copy a case comes last: the name of its folder, or the tables of a server. So a copy that is
interrupted is none, and the same command does it again. The copy is a case with the same id and the same log, and goes
its own way from then on. Nobody changes the case meanwhile; at the end both are compared, and the copy is checked.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.object_store import ObjectStore
from tenderlight.archive.shelf import force_to_disk
from tenderlight.archive.storage import make_folder, sync_folder, writing_to
from tenderlight.archive.store_place import StorePlace, note_place
from tenderlight.cases import sqlite_file
from tenderlight.cases.case import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.copying_files import WATCH, copy_into_folder, copy_into_store, copy_small_files
from tenderlight.cases.database import Database, Parameters
from tenderlight.cases.encoding import encode_claim
from tenderlight.cases.opening import is_there, open_to_read, refuse_missing
from tenderlight.cases.places import ELSEWHERE, UNDER_WAY, Place, Server
from tenderlight.errors import TenderlightError, UsageError

TABLES = (
    *("meta", "documents", "sightings", "members", "readings", "pages", "page_counts", "problems", "claim_runs"),
    *(
        "contracts",
        "claims",
        "links",
        "kept_for_links",
        "party_decisions",
        "reviews",
        "replies",
        "corrections",
        "notes",
        "publications",
    ),
)
"""In the order of what refers to what. `claim_counts` is made by triggers."""
OF_SERVER = ("case_format", "store")
"""Keys of `meta` that a file does without."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A case that was copied."""

    rows: int
    claims: int
    sha256: str
    """Of the claims as exported, one a line: the same of both."""


def copy_case(source: Place, target: Place, *, store: StorePlace | None = None) -> Copied:
    """Copy a case to where there is none.

    Args:
        source: The case.
        target: A folder that is not there, or an empty database with its store.
        store: The object store of a copy in a folder; None = the folder has everything.

    Raises:
        NoSuchCase: If there is no such case.
        UsageError: If there is something at the target already.
        TenderlightError: If the copy says something else than the case, or is not whole; it is left for a look at it.
        ArchiveDamaged, CaseDamaged: If a file of the case no longer matches its hash.
        CaseInUse, DatabaseLost, StorageFull, StoreRefused, StoreUnavailable: As for `Case.open`.
    """
    if isinstance(target, Server) and target.store is None:
        raise UsageError("Say with --store PLACE where originals, readings and log of the copy are to be.")
    folder = target.store if isinstance(target, Server) else target
    if isinstance(folder, Path):
        _refuse_full(folder, target)
    refuse_missing(source)
    open_to_read(source)[1].close()
    with Case.open(source, create=True) as case:
        case.finish_run()  # so that the log of the copy is pinned to its end
        with case.alone():
            rows = _to_server(case, target) if isinstance(target, Server) else _to_folder(case, target, store)
            claims, sha256 = digest_of(case)
            with Case.open(target) as copy:
                found = digest_of(copy)
                counts = [_counts(opened) for opened in (case, copy)]
    if found != (claims, sha256) or counts[0] != counts[1]:
        raise TenderlightError(f"The copy says {found[0]} claims ({found[1]}), the case {claims} ({sha256}).")
    faults = check_case(target)
    if faults:
        raise TenderlightError(f"The copy is not whole. {faults[0].message}")
    return Copied(rows=rows, claims=claims, sha256=sha256)


def digest_of(case: Case) -> tuple[int, str]:
    """Return how many claims a case has, and the SHA-256 of all of them as exported."""
    digest, count = hashlib.sha256(), 0
    for claim in case.claims():
        digest.update(encode_claim(claim) + b"\n")
        count += 1
    return count, digest.hexdigest()


def _refuse_full(folder: Path, target: Place) -> None:
    """Refuse a folder that has something, unless it is what an interrupted copy to this server left there."""
    if (folder / UNDER_WAY).is_file() and isinstance(target, Server) and not is_there(target):
        shutil.rmtree(folder)
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already; name a folder that is not.")


def _counts(case: Case) -> list[int]:
    return [case.count_of(table) for table in TABLES[1:]]


def _to_folder(case: Case, folder: Path, store: StorePlace | None) -> int:
    """Copy files and rows; return how many rows."""
    with _unfinished(folder) as unfinished:
        copy_small_files(case, unfinished)
        if store is None:
            copy_into_folder(case, unfinished)
        else:
            copy_into_store(case, ObjectStore(store))
            note_place(unfinished, store)
        database = sqlite_file.open_to_write(unfinished)[0]
        try:
            count = _copy_tables(case, database)
            database.commit()
        finally:
            database.close(fold=True)
        _name(unfinished, folder)
    return count


def _to_server(case: Case, server: Server) -> int:
    """Copy files and rows; return how many rows."""
    with _new_tables(server) as database:
        count = _copy_tables(case, database)
        if isinstance(server.store, StorePlace):
            copy_into_store(case, ObjectStore(server.store))
            _copy_watch(case, server.store, server)
            database.commit()
            return count
        assert server.store is not None
        with _unfinished(server.store) as unfinished:
            copy_small_files(case, unfinished)
            copy_into_folder(case, unfinished)
            for name in (ELSEWHERE, UNDER_WAY):
                (unfinished / name).write_text(f"{server}\n", "utf-8")
            _name(unfinished, server.store)
        database.commit()
        (server.store / UNDER_WAY).unlink()
    return count


def _copy_watch(case: Case, store: StorePlace, server: Server) -> None:
    """Take along what this machine watches: it lies beside the copies of an object store, not in it."""
    from tenderlight.cases.store_copies import copies_of

    target = copies_of(store, server) / WATCH
    if (case.folder / WATCH).is_dir() and not target.exists():
        shutil.copytree(case.folder / WATCH, target)


@contextmanager
def _unfinished(folder: Path) -> Iterator[Path]:
    """Yield a folder beside one, that is gone when the block ends, or has its name."""
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, unfinished, ignore_errors=True)
        shutil.rmtree(unfinished, ignore_errors=True)
        make_folder(unfinished)
        yield unfinished


def _name(unfinished: Path, folder: Path) -> None:
    force_to_disk(unfinished)
    with writing_to(folder):
        unfinished.rename(folder)
        sync_folder(folder.parent)


@contextmanager
def _new_tables(server: Server) -> Iterator[Database]:
    from tenderlight.cases.postgresql_case import open_empty

    database = open_empty(server)
    try:
        yield database
    finally:
        database.close()


def _copy_tables(case: Case, target: Database) -> int:
    return sum(_copy_table(case, target, table) for table in TABLES)


def _copy_table(case: Case, target: Database, table: str) -> int:
    count = 0

    def rows() -> Iterator[Parameters]:
        nonlocal count
        for row in case.rows_of(table, columns):
            if table != "meta" or row[0] not in OF_SERVER:
                count += 1
                yield row

    columns = sqlite_file.columns_of(table)
    target.add_many(table, columns, rows())
    return count
