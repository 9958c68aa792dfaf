"""What SQLite and PostgreSQL say differently, in one place: statements and schema in the words of the second.

=========================================  =======================================================================
``?``, ``?2``                              ``$1``, ``$2``
``IN (SELECT value FROM json_each(?))``    ``= ANY (ARRAY(SELECT json_array_elements_text(…)))``, which an index serves
``json_each(?1) AS joins``                 ``json_each_text(…) AS joins``
``json_extract(body, '$.value')``          ``value_of(body)``, see ``postgresql.sql``
``rowid``; ``INDEXED BY …``                ``ctid``; nothing
``TEXT``; ``INTEGER``; ``REAL``            ``TEXT COLLATE "C"`` (the order of SQLite); ``BIGINT``; ``DOUBLE PRECISION``
``BLOB``                                   ``BYTEA``
=========================================  =======================================================================

The character of number 0, which PostgreSQL keeps in no text, is written in another way there and read back.
"""

from __future__ import annotations

import functools
import re
from importlib import resources

from tenderlight.cases.database import Parameters, Row

_ESCAPE = "\U0010ffff"
"""No character at all: begins what stands for the character of number 0, or for itself."""
_ARRAY = r"(ARRAY(SELECT json_array_elements_text(CAST(\1 AS JSON))))"
_WORDS = (
    (re.compile(r"\bNOT IN \(SELECT value FROM json_each\((\?\d*)\)\)"), f"<> ALL {_ARRAY}"),
    (re.compile(r"\bIN \(SELECT value FROM json_each\((\?\d*)\)\)"), f"= ANY {_ARRAY}"),
    (re.compile(r"\bjson_each\((\?\d*)\)"), r"json_each_text(CAST(\1 AS JSON))"),
    (re.compile(r"\bjson_extract\((\w+), '\$\.value'\)"), r"value_of(\1)"),
    (re.compile(r"\bINDEXED BY \w+"), ""),
    (re.compile(r"\browid\b"), "ctid"),
    (re.compile(r"ON CONFLICT \(path, document\)"), "ON CONFLICT (short_of(path), document)"),
)
_MARK = re.compile(r"'[^']*'|\?(\d*)")
_TYPES = ((re.compile(r"\bTEXT\b"), 'TEXT COLLATE "C"'), (re.compile(r"\bINTEGER\b"), "BIGINT"),
          (re.compile(r"\bREAL\b"), "DOUBLE PRECISION"), (re.compile(r"\bBLOB\b"), "BYTEA"))  # fmt: skip
_TRIGGER = re.compile(r"CREATE TRIGGER .*?\nEND;\n", re.DOTALL)
_ENDS = re.compile(r"\) STRICT(?:, WITHOUT ROWID)?;")
_KEYS_TOO_LONG = ("    PRIMARY KEY (path, document)\n", "    PRIMARY KEY (subject, step, position)\n")
"""Keys that `postgresql.sql` has in another form."""
_LONG_INDEX = "CREATE INDEX notes_by_text ON notes (kind, text);\n"
_COMMENT = re.compile(r"\s*--[^\n]*")


@functools.lru_cache(maxsize=1024)
def worded(statement: str) -> str:
    """Return a statement as PostgreSQL takes it."""
    for said, words in _WORDS:
        statement = said.sub(words, statement)
    count = 0

    def mark(found: re.Match[str]) -> str:
        nonlocal count
        if found[0].startswith("'"):
            return found[0]
        number = int(found[1]) if found[1] else count + 1
        count = max(count, number)  # as SQLite counts
        return f"${number}"

    return _MARK.sub(mark, statement)


def tables_of(script: str) -> str:
    """Return tables and indexes of a script of SQLite's as PostgreSQL takes them, without triggers."""
    script = _TRIGGER.sub("", _COMMENT.sub("", script)).replace(_LONG_INDEX, "")
    for key in _KEYS_TOO_LONG:
        script = re.sub(rf",\n{re.escape(key)}", "\n", script)
    script = _ENDS.sub(");", script)
    for name, words in _TYPES:
        script = name.sub(words, script)
    return re.sub(r"(CREATE INDEX [^;]*?)\bpage_number\b(?!\))", r"\1page_number NULLS FIRST", script)


def server_schema() -> str:
    """Return the SQL that makes empty tables of the newest format on PostgreSQL."""
    files = resources.files("tenderlight.cases")
    own = (files / "postgresql.sql").read_text("utf-8")
    return tables_of((files / "schema.sql").read_text("utf-8")) + own


def server_steps(first: int) -> list[tuple[int, str]]:
    """Return the steps that ship with this version for tables of that format or older, in order.

    A step is written once, for SQLite; where PostgreSQL needs other words than `tables_of` finds, a file of the same
    name that ends in ``.postgresql.sql`` has them.
    """
    folder = resources.files("tenderlight.cases") / "migrations"
    files = {file.name: file for file in folder.iterdir() if file.name[:3].isdigit()}
    found = []
    for name in sorted(name for name in files if not name.endswith(".postgresql.sql")):
        if int(name[:3]) > first:
            own = files.get(f"{name.removesuffix('.sql')}.postgresql.sql")
            found.append((int(name[:3]), tables_of(files[name].read_text("utf-8")) if own is None else own.read_text()))
    return found


def columns_of_all() -> set[tuple[str, str]]:
    """Return every column that the tables of the newest format have, with its table."""
    found = set()
    for table, columns in re.findall(r"CREATE TABLE (\w+) \((.*?)\n\);", server_schema(), re.DOTALL):
        names = (line.split()[0] for line in columns.splitlines() if line.strip())
        found |= {(str(table), name) for name in names if name.islower()}
    return found


def kept(parameters: Parameters) -> Parameters:
    """Return values as PostgreSQL can keep them."""
    if any(isinstance(one, str) and ("\0" in one or _ESCAPE in one) for one in parameters):
        return tuple(_escaped(one) if isinstance(one, str) else one for one in parameters)
    return parameters


def read_back(row: Row) -> Row:
    """Return a row with what `kept` was given."""
    if any(isinstance(one, str) and _ESCAPE in one for one in row):
        return tuple(_plain(one) if isinstance(one, str) else one for one in row)
    return row


def _escaped(text: str) -> str:
    return text.replace(_ESCAPE, f"{_ESCAPE}1").replace("\0", f"{_ESCAPE}0")


def _plain(text: str) -> str:
    return text.replace(f"{_ESCAPE}0", "\0").replace(f"{_ESCAPE}1", _ESCAPE)
