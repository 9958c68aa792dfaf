"""The database is opened, made, migrated or refused; its schema is documented column by column."""

from __future__ import annotations

import gc
import re
import sqlite3
import sys
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases import sqlite_file as module
from tenderlight.cases.database import CASE_FORMAT
from tenderlight.cases.sqlite_file import APPLICATION_ID, migrate, migration_steps, open_to_read, schema
from tenderlight.errors import CaseDamaged, CaseInUse, CaseTooNew, StorageFull, UsageError
from tests.cases.small_job import do_job, everything, make_sources

PAGE = Path(__file__).parents[2] / "docs" / "reference" / "case-format.md"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    do_job(tmp_path / "case", make_sources(tmp_path / "sources"))
    return tmp_path / "case"


def contents(folder: Path) -> dict[str, bytes]:
    return {str(path): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def in_database(folder: Path, statement: str) -> list[tuple[object, ...]]:
    connection = sqlite3.connect(folder / "case.sqlite", isolation_level=None)
    try:
        return connection.execute(statement).fetchall()
    finally:
        connection.close()


def columns() -> list[tuple[str, str]]:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema())
    tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
    found = [(table, row[1]) for table in tables for row in connection.execute(f"PRAGMA table_info({table})")]
    connection.close()
    return found


def test_a_new_case_says_what_it_is(folder: Path) -> None:
    assert in_database(folder, "PRAGMA user_version") == [(CASE_FORMAT,)]
    assert in_database(folder, "PRAGMA application_id") == [(APPLICATION_ID,)]
    assert dict(in_database(folder, "SELECT key, value FROM meta")).keys() == {  # type: ignore[arg-type]
        "case_id",
        "made_by",
        "log_entries",
        "log_bytes",
        "order_version",
    }


def test_every_table_is_strict() -> None:
    connection = sqlite3.connect(":memory:")
    connection.executescript(schema())
    tables = connection.execute("SELECT name, strict FROM pragma_table_list WHERE schema = 'main'").fetchall()
    assert [name for name, strict in tables if not strict] == ["sqlite_schema"]


@pytest.mark.parametrize("create", [False, True])
def test_a_newer_case_is_not_touched(folder: Path, create: bool) -> None:
    in_database(folder, f"PRAGMA user_version = {CASE_FORMAT + 1}")
    before = contents(folder)
    with pytest.raises(CaseTooNew, match=f"has format {CASE_FORMAT + 1}"):
        Case.open(folder, create=create)
    assert contents(folder) == before


NOT_A_DATABASE = b"This is not a database at all. " * 40


@pytest.mark.parametrize("create", [False, True])
def test_what_is_no_database_is_damage(folder: Path, create: bool) -> None:
    (folder / "case.sqlite").write_bytes(NOT_A_DATABASE)
    with pytest.raises(CaseDamaged, match="moved away"):
        Case.open(folder, create=create)
    assert (folder / "case.sqlite").read_bytes() == NOT_A_DATABASE


@pytest.mark.parametrize("create", [False, True])
def test_the_database_of_another_program_is_not_taken_for_a_case(folder: Path, create: bool) -> None:
    (folder / "case.sqlite").unlink()
    in_database(folder, "CREATE TABLE recipes (name TEXT)")
    with pytest.raises(CaseDamaged, match="not the database of a case"):
        Case.open(folder, create=create)
    assert in_database(folder, "SELECT name FROM sqlite_schema") == [("recipes",)]


def test_a_database_damaged_inside_is_said_to_be(folder: Path) -> None:
    path = folder / "case.sqlite"
    content = bytearray(path.read_bytes())
    for place in range(4096, len(content), 64):
        content[place : place + 16] = b"\xff" * 16
    path.write_bytes(bytes(content))
    with pytest.raises(CaseDamaged) as raised:
        everything(folder)
    assert str(path) in raised.value.what_to_do()


def test_a_damaged_database_is_made_again_once_it_is_moved_away(folder: Path, tmp_path: Path) -> None:
    said = everything(folder)
    (folder / "case.sqlite").write_bytes(NOT_A_DATABASE)
    (folder / "case.sqlite").rename(tmp_path / "damaged.sqlite")
    do_job(folder, tmp_path / "sources")
    assert everything(folder) == said


def test_an_older_case_is_taken_step_by_step_to_the_newest_format() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE notes (text TEXT) STRICT")
    connection.execute("PRAGMA user_version = 1")
    steps = [
        (1, "CREATE TABLE never (x TEXT) STRICT"),
        (2, "ALTER TABLE notes ADD COLUMN author TEXT; INSERT INTO notes VALUES ('x', 'y');"),
        (3, "ALTER TABLE notes RENAME COLUMN author TO made_by;"),
    ]
    migrate(connection, steps)
    migrate(connection, steps)
    assert connection.execute("PRAGMA user_version").fetchall() == [(3,)]
    assert connection.execute("SELECT text, made_by FROM notes").fetchall() == [("x", "y")]


def test_a_step_that_fails_leaves_the_older_format_whole() -> None:
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.execute("CREATE TABLE notes (text TEXT) STRICT")
    connection.execute("PRAGMA user_version = 1")
    with pytest.raises(sqlite3.Error):
        migrate(connection, [(2, "ALTER TABLE notes ADD COLUMN author TEXT; INSERT INTO nowhere VALUES (1);")])
    connection.rollback()
    assert connection.execute("PRAGMA user_version").fetchall() == [(1,)]
    assert [row[1] for row in connection.execute("PRAGMA table_info(notes)")] == ["text"]


def test_the_steps_lead_to_the_newest_format() -> None:
    numbers = [number for number, _ in migration_steps()]
    assert numbers == list(range(2, CASE_FORMAT + 1))


OLDER = Path(__file__).parent / "schema_of_format_1.sql"


def case_of_format_1(path: Path) -> None:
    """Write the database of a case as format 1 had it, with two documents of which one is a scan."""
    connection = sqlite3.connect(path, isolation_level=None)
    connection.executescript(OLDER.read_text("utf-8"))
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute("PRAGMA user_version = 1")
    for name in "ab":
        connection.execute("INSERT INTO documents VALUES (?, 1)", (name,))
        connection.execute(
            "INSERT INTO readings VALUES (?, 'pdf', 1, 'application/pdf', 'partly', 2, 1, 0, 'rlimits', 0.5, 'f', 'h')",
            name,
        )
        connection.execute("INSERT INTO pages VALUES (?, 1, 'read', 'text_layer', NULL)", name)
    connection.execute("INSERT INTO pages VALUES ('b', 2, 'not_read', 'none', 'page-needs-recognition')")
    connection.execute(
        "INSERT INTO problems VALUES "
        "('b', 'read', 0, 'b', 'page-needs-recognition', 'partly', 'm', 2, NULL, 'read:pdf/1')"
    )
    connection.close()


def objects(connection: sqlite3.Connection) -> list[tuple[str, str]]:
    return connection.execute("SELECT name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()


def test_a_case_of_format_1_comes_to_have_the_newest_schema(tmp_path: Path) -> None:
    case_of_format_1(tmp_path / "case.sqlite")
    older = sqlite3.connect(tmp_path / "case.sqlite", isolation_level=None)
    migrate(older, migration_steps())
    newest = sqlite3.connect(":memory:")
    newest.executescript(schema())
    assert objects(older) == objects(newest)
    assert older.execute("SELECT document, recogniser, cpu_seconds, file FROM readings").fetchall() == [
        ("a", "", 0.5, "f"),
        ("b", "none", 0.5, "f"),
    ]
    assert older.execute("SELECT document, page_number, read_by, confidence, reasons FROM pages").fetchall() == [
        ("a", 1, "pdf/1", None, None),
        ("b", 1, "pdf/1", None, None),
        ("b", 2, "pdf/1", None, "page-needs-recognition"),
    ]
    assert older.execute("PRAGMA foreign_key_check").fetchall() == []
    older.close()
    newest.close()


def test_an_older_case_that_is_only_read_is_not_changed(tmp_path: Path) -> None:
    case_of_format_1(tmp_path / "case.sqlite")
    before = contents(tmp_path)
    database = open_to_read(tmp_path)
    assert database.row("SELECT recogniser FROM readings WHERE document = 'b'") == ("none",)
    with pytest.raises(UsageError, match="readonly"):
        database.change("DELETE FROM pages")
    database.close()
    assert contents(tmp_path) == before


def told(statement: str) -> None:
    connection = sqlite3.connect(":memory:")
    try:
        with module.telling(Path("case") / "case.sqlite"):
            connection.execute(statement)
    finally:
        connection.close()


@pytest.mark.parametrize(
    ("code", "error"),
    [
        (sqlite3.SQLITE_FULL, StorageFull),
        (sqlite3.SQLITE_IOERR_WRITE, StorageFull),
        (sqlite3.SQLITE_IOERR_FSYNC, StorageFull),
        (sqlite3.SQLITE_IOERR_READ, CaseDamaged),
        (sqlite3.SQLITE_CORRUPT, CaseDamaged),
        (sqlite3.SQLITE_NOTADB, CaseDamaged),
        (sqlite3.SQLITE_BUSY, CaseInUse),
        (sqlite3.SQLITE_BUSY_SNAPSHOT, CaseInUse),
        (sqlite3.SQLITE_READONLY, UsageError),
        (sqlite3.SQLITE_CANTOPEN, UsageError),
        (sqlite3.SQLITE_ERROR, sqlite3.OperationalError),
    ],
)
def test_troubles_are_told_in_the_projects_own_errors(code: int, error: type[Exception]) -> None:
    trouble = sqlite3.OperationalError("trouble")
    trouble.sqlite_errorcode = code
    with pytest.raises(error), module.telling(Path("case") / "case.sqlite"):
        raise trouble


def test_a_block_of_changes_is_made_whole_or_not_at_all(folder: Path) -> None:
    database, is_new = module.open_to_write(folder)
    assert not is_new

    def change() -> None:
        with database.whole():
            database.change("INSERT INTO meta VALUES ('b', '2')")
            raise KeyError

    with database.whole():
        database.change("INSERT INTO meta VALUES ('a', '1')")
    with pytest.raises(KeyError):
        change()
    database.commit()
    assert list(database.query("SELECT key FROM meta WHERE length(key) = 1")) == [("a",)]
    database.change("INSERT INTO meta VALUES ('c', '3')")
    database.close()
    assert in_database(folder, "SELECT key FROM meta WHERE length(key) = 1") == [("a",)]


def test_references_are_held(folder: Path) -> None:
    database, _ = module.open_to_write(folder)
    with pytest.raises(sqlite3.IntegrityError):
        database.change("INSERT INTO sightings (path, document) VALUES ('x', 'no such document')")
    database.close()


def test_a_database_that_refers_to_nothing_is_found(folder: Path) -> None:
    in_database(folder, "DELETE FROM documents WHERE sha256 IN (SELECT sha256 FROM documents LIMIT 1)")
    database = open_to_read(folder)
    assert any("refers to nothing" in fault for fault in database.faults())
    database.close()


def test_whoever_stops_early_may_close_in_any_order(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ignored: list[object] = []
    monkeypatch.setattr(sys, "unraisablehook", ignored.append)
    monkeypatch.setattr(module, "ROWS_AT_ONCE", 1)
    for is_closed_first in (True, False):
        database = open_to_read(folder)
        rows = database.query("SELECT sha256 FROM documents")
        assert next(rows)
        if is_closed_first:
            database.close()
        del rows
        gc.collect()
        database.close()
    with Case.open(folder) as case:
        claims, documents = case.claims(), case.documents()
        assert next(claims).quotes
        assert next(documents).path
    del claims, documents
    gc.collect()
    assert ignored == []


@pytest.mark.parametrize(("table", "column"), columns())
def test_every_column_is_explained(table: str, column: str) -> None:
    parts = re.split(r"(?m)^### ", PAGE.read_text("utf-8"))
    (part,) = [part for part in parts if part.startswith(f"`{table}`")]
    assert f"| `{column}` |" in part


@pytest.mark.parametrize(("table", "column"), columns())
def test_every_column_says_in_the_file_itself_what_it_is(table: str, column: str) -> None:
    (text,) = re.findall(rf"CREATE TABLE {table} \((.*?)\n\) STRICT", schema(), re.DOTALL)
    (line,) = [line for line in text.splitlines() if line.split()[:1] == [column]]
    assert len(line.partition("--")[2].strip()) > 5
