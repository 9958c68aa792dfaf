"""Statements and schema are put into the words of PostgreSQL; nothing of what SQLite has is left out."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tenderlight.cases import sqlite_file
from tenderlight.cases.copying import TABLES
from tenderlight.cases.database import CASE_FORMAT, adding, putting
from tenderlight.cases.postgresql_words import (
    columns_of_all,
    kept,
    read_back,
    server_schema,
    server_steps,
    tables_of,
    worded,
)

SCHEMA = sqlite_file.schema()
_TABLE = re.compile(r"CREATE TABLE (\w+)")


@pytest.mark.parametrize(
    ("statement", "expected"),
    [
        ("SELECT ? WHERE a = ?", "SELECT $1 WHERE a = $2"),
        ("?1 = a AND b = ? AND ?1 = c AND d = ?3", "$1 = a AND b = $2 AND $1 = c AND d = $3"),
        ("a = '?' AND b = ?", "a = '?' AND b = $1"),
        (
            "a IN (SELECT value FROM json_each(?)) AND b = ?",
            "a = ANY (ARRAY(SELECT json_array_elements_text(CAST($1 AS JSON)))) AND b = $2",
        ),
        (
            "a NOT IN (SELECT value FROM json_each(?1))",
            "a <> ALL (ARRAY(SELECT json_array_elements_text(CAST($1 AS JSON))))",
        ),
        (
            "LEFT JOIN json_each(?1) AS joins ON joins.key = a",
            "LEFT JOIN json_each_text(CAST($1 AS JSON)) AS joins ON joins.key = a",
        ),
        ("SELECT json_extract(body, '$.value')", "SELECT value_of(body)"),
        ("SELECT rowid FROM claims INDEXED BY one WHERE 1 = 1", "SELECT ctid FROM claims  WHERE 1 = 1"),
    ],
)
def test_a_statement_is_put_into_the_words_of_the_server(statement: str, expected: str) -> None:
    assert worded(statement) == expected


def test_the_schema_of_the_server_has_every_table_and_column() -> None:
    columns = {(table, name) for table in _TABLE.findall(SCHEMA) for name in sqlite_file.columns_of(table).split()}
    assert columns_of_all() == columns
    assert set(TABLES) | {"claim_counts"} == {table for table, _ in columns}


def test_the_schema_of_the_server_keeps_every_check_and_reference() -> None:
    made = server_schema()
    for words in ("CHECK (", "REFERENCES ", "NOT NULL", "UNIQUE (", "CREATE INDEX "):
        lost = 1 if words == "CREATE INDEX " else 0  # of notes by their text, which may be too long for it
        own = tables_of(SCHEMA).count(words)
        assert own == re.sub(r"--[^\n]*", "", SCHEMA).count(words) - lost, words
        assert made.count(words) >= own
    assert not re.search(r"\b(STRICT|WITHOUT ROWID|INTEGER|REAL)\b", made)
    assert not re.search(r"\bTEXT\b(?! COLLATE)", tables_of(SCHEMA))


def test_every_trigger_has_its_like_on_the_server() -> None:
    triggers = re.findall(r"CREATE TRIGGER (\w+) AFTER (\w+)", SCHEMA)
    assert triggers == re.findall(r"CREATE TRIGGER (\w+) AFTER (\w+)", server_schema())


def test_every_later_step_leads_the_server_to_the_newest_format() -> None:
    numbers = [number for number, _ in sqlite_file.migration_steps() if number > 6]
    assert [number for number, _ in server_steps(6)] == numbers
    assert (numbers or [6])[-1] == CASE_FORMAT


def test_a_step_for_both_is_written_once() -> None:
    step = (
        "CREATE TABLE seen ( -- what was seen\n    at TEXT PRIMARY KEY, -- when\n    much REAL -- how much\n) STRICT;"
    )
    assert " ".join(tables_of(step).split()) == (
        'CREATE TABLE seen ( at TEXT COLLATE "C" PRIMARY KEY, much DOUBLE PRECISION );'
    )


@pytest.mark.parametrize("text", ["", "plain", "a\0b", "\U0010ffff", "\U0010ffff0", "\0\U0010ffff1\0", "\U0010ffff\0"])
def test_what_a_server_cannot_keep_is_written_otherwise_and_read_back(text: str) -> None:
    (written,) = kept((text,))
    assert isinstance(written, str)
    assert "\0" not in written
    assert read_back((written, 1, None)) == (text, 1, None)


def test_a_row_is_put_in_the_place_of_another() -> None:
    assert adding("t", "a b") == "INSERT INTO t (a, b) VALUES (?, ?)"
    assert putting("t", "a b c", key="a") == (
        "INSERT INTO t (a, b, c) VALUES (?, ?, ?) ON CONFLICT (a) DO UPDATE SET b = excluded.b, c = excluded.c"
    )


def test_steps_are_told_apart_from_their_words_for_the_server() -> None:
    folder = Path(sqlite_file.__file__).parent / "migrations"
    own = {file.name.removesuffix(".postgresql.sql") for file in folder.glob("*.postgresql.sql")}
    assert own <= {file.stem for file in folder.glob("[0-9]*.sql")}
