"""A case copied from a folder to a server, from there to a folder, or from folder to folder; and both compared.

What lies in files is copied as it is; rows are copied table by table (to a server by COPY), all in one transaction. The
copy is a case with the same id and the same log, and goes its own way from then on. Nobody changes the case meanwhile.
"""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.shelf import force_to_disk
from tenderlight.archive.storage import make_folder, sync_folder, writing_to
from tenderlight.cases import sqlite_file
from tenderlight.cases.case import Case
from tenderlight.cases.database import Database
from tenderlight.cases.encoding import encode_claim
from tenderlight.cases.opening import folder_of, open_to_read, refuse_missing, refuse_store
from tenderlight.cases.places import ELSEWHERE, Place, Server
from tenderlight.cases.search_index import FOLDER as INDEX
from tenderlight.errors import TenderlightError, UsageError

TABLES = (
    *("meta", "documents", "sightings", "members", "readings", "pages", "page_counts", "problems", "claim_runs"),
    *("contracts", "claims", "party_decisions", "reviews", "replies", "corrections", "notes", "publications"),
)
"""In the order of what refers to what. `claim_counts` is made by triggers."""
OF_SERVER = ("case_format", "store")
"""Keys of `meta` that a file does without."""
_FILES = frozenset(sqlite_file.NAME + end for end in ("", "-wal", "-shm", "-journal"))
_LEFT_OUT = frozenset({"lock", "tmp", INDEX, ELSEWHERE}) | _FILES


@dataclass(frozen=True, slots=True, kw_only=True)
class Copied:
    """A case that was copied."""

    rows: int
    claims: int
    sha256: str
    """Of the claims as exported, one a line: the same of both."""


def copy_case(source: Place, target: Place) -> Copied:
    """Copy a case to where there is none.

    Args:
        source: The case.
        target: A folder that is not there, or an empty database with its store.

    Raises:
        NoSuchCase: If there is no such case.
        UsageError: If there is something at the target already.
        TenderlightError: If the copy says something else than the case; it is left for a look at it.
        CaseInUse, DatabaseLost, StorageFull: As for `Case.open`.
    """
    folder = target.store if isinstance(target, Server) else target
    if folder is None:
        raise UsageError("Say with --store FOLDER where originals, readings and log of the copy are to be.")
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise UsageError(f"{folder} is there already; name a folder that is not.")
    refuse_missing(source)
    refuse_store(folder_of(source))
    open_to_read(source)[1].close()
    with Case.open(source, create=True) as case, case.alone():
        rows = _copied(case, target, folder)
        claims, sha256 = digest_of(case)
        with Case.open(target) as copy:
            found = digest_of(copy)
            counts = [_counts(opened) for opened in (case, copy)]
    if found != (claims, sha256) or counts[0] != counts[1]:
        raise TenderlightError(f"The copy says {found[0]} claims ({found[1]}), the case {claims} ({sha256}).")
    return Copied(rows=rows, claims=claims, sha256=sha256)


def digest_of(case: Case) -> tuple[int, str]:
    """Return how many claims a case has, and the SHA-256 of all of them as exported."""
    digest, count = hashlib.sha256(), 0
    for claim in case.claims():
        digest.update(encode_claim(claim) + b"\n")
        count += 1
    return count, digest.hexdigest()


def _counts(case: Case) -> list[int]:
    return [case.count_of(table) for table in TABLES[1:]]


def _copied(case: Case, target: Place, folder: Path) -> int:
    """Copy files and rows; return how many rows."""
    unfinished = folder.with_name(f"{folder.name}.unfinished")
    with writing_to(folder):
        shutil.rmtree(unfinished, ignore_errors=True)
        make_folder(unfinished.parent)
        shutil.copytree(case.folder, unfinished, ignore=_left_out_of(case.folder))
    with ExitStack() as stack:
        stack.callback(shutil.rmtree, unfinished, ignore_errors=True)
        if isinstance(target, Server):
            (unfinished / ELSEWHERE).write_text(f"{target}\n", "utf-8")
        database = stack.enter_context(_new_tables(target, unfinished))
        count = sum(_copy_table(case, database, table) for table in TABLES)
        if not isinstance(target, Server):
            database.commit()
            database.close(fold=True)
        force_to_disk(unfinished)
        with writing_to(folder):
            unfinished.rename(folder)
            sync_folder(folder.parent)
        if isinstance(target, Server):
            try:
                database.commit()
            except BaseException:
                folder.rename(unfinished)
                raise
    return count


@contextmanager
def _new_tables(target: Place, unfinished: Path) -> Iterator[Database]:
    if isinstance(target, Server):
        from tenderlight.cases.postgresql_case import open_empty

        database: Database = open_empty(target)
    else:
        database = sqlite_file.open_to_write(unfinished)[0]
    try:
        yield database
    finally:
        database.close()


def _copy_table(case: Case, target: Database, table: str) -> int:
    count = 0

    def rows() -> Iterator[tuple[str | int | float | None, ...]]:
        nonlocal count
        for row in case.rows_of(table, columns):
            if table != "meta" or row[0] not in OF_SERVER:
                count += 1
                yield row

    columns = sqlite_file.columns_of(table)
    target.add_many(table, columns, rows())
    return count


def _left_out_of(folder: Path) -> Callable[[str, list[str]], set[str]]:
    def left_out(above: str, names: list[str]) -> set[str]:
        return set(names) & _LEFT_OUT if Path(above) == folder else set()

    return left_out
