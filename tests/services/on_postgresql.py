"""Runs ordinary tests of cases with their tables on a PostgreSQL server instead of in a file.

    pytest -p tests.services.on_postgresql tests/cases/test_reviews.py …

A case made in a folder gets a schema of its own on the server; everything else stays in the folder. So what those
tests hold of claims, reviews, lists and searches is held of the server, too.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.archive.store_place import StorePlace
from tenderlight.cases import case as case_module
from tenderlight.cases import checking, opening, postgresql_case, sqlite_file, touched
from tenderlight.cases.copying import OF_SERVER, TABLES
from tenderlight.cases.database import Database
from tenderlight.cases.journal import Journal
from tenderlight.cases.places import ELSEWHERE, Place, Server
from tests.services.postgresql import OwnServer, why_not


@pytest.fixture(scope="session", autouse=True)
def tables_on_a_server() -> Iterator[None]:
    assert not why_not(), why_not()
    with OwnServer(settings={"fsync": "off"}) as server, pytest.MonkeyPatch.context() as patched:
        of_all = server.case()
        to_write, to_read = opening.open_to_write, opening.open_to_read

        def served(place: Place, *, create: bool) -> Place:
            if isinstance(place, Server) or (not create and not (place / ELSEWHERE).is_file()):
                return place
            import psycopg

            schema = f"s{hashlib.sha256(bytes(place.absolute())).hexdigest()[:20]}"
            with psycopg.connect(of_all.address, autocommit=True) as connection:
                connection.execute(f"CREATE SCHEMA IF NOT EXISTS {schema}")
            there = replace(
                of_all, address=f"{of_all.address}&options=-csearch_path%3D{schema}", store=place.absolute()
            )
            _bring(place / ELSEWHERE, there)
            return there if create else replace(there, store=None)

        def open_to_write(place: Place, *, store: StorePlace | None = None) -> Journal:
            return to_write(
                place if isinstance(place, Path) and (place / "case.sqlite").exists() else served(place, create=True)
            )

        def open_to_read(place: Place) -> tuple[Path, Database]:
            return to_read(served(place, create=False))

        for module in (case_module, opening):
            patched.setattr(module, "open_to_write", open_to_write)
        for module in (case_module, checking, opening, touched):
            patched.setattr(module, "open_to_read", open_to_read)
        patched.setattr(opening, "refuse_elsewhere", lambda _folder: None)
        yield


def _bring(marker: Path, there: Server) -> None:
    """Have the tables of a folder that was copied copied, too."""
    if not marker.is_file() or marker.read_text("utf-8").strip() == str(there):
        return
    _, old = postgresql_case.open_to_read(Server(address=marker.read_text("utf-8").strip()))
    new = postgresql_case.open_empty(there)
    for table in TABLES:
        columns = sqlite_file.columns_of(table)
        rows = old.query(f"SELECT {', '.join(columns.split())} FROM {table}")
        new.add_many(table, columns, (row for row in rows if row[0] not in OF_SERVER))
    new.commit()
    new.close()
    old.close()
    marker.write_text(f"{there}\n", "utf-8")
