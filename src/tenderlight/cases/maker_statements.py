"""What makers say of themselves, kept in a case byte for byte beside what documents say of their goods.

::

    case/exposure/statements/
      index.jsonl       one line a statement: maker, day, source, words, SHA-256 and name of the file
      <SHA-256>         the file, as it was given

Nothing is fetched, and no statement ships with the program: whoever adds one says where it is from.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator
from pathlib import Path

import msgspec

from tenderlight.archive.storage import make_folder, write_whole
from tenderlight.errors import CaseDamaged, UsageError

FOLDER = Path("exposure") / "statements"
INDEX = "index.jsonl"
MOST_BYTES = 64 * 1024 * 1024
LONGEST_WORDS = 4_000


class MakerStatement(msgspec.Struct, frozen=True, kw_only=True):
    """Words of a maker, and the file that has them."""

    maker: str
    """Code of the maker, or its name as given."""
    said_on: str
    """ISO day on which it was said or published."""
    source: str
    """Where the file is from: an address, a filing, a letter."""
    words: str
    """Verbatim."""
    page_number: int | None
    """Page of the file that has the words, from 1."""
    sha256: str
    name: str
    """Name of the file as given."""
    added: str
    """UTC, when it was added."""


def statements_of(case_folder: Path) -> list[MakerStatement]:
    """Return the statements of a case, in the order they were added.

    Raises:
        CaseDamaged: If the index cannot be read.
    """
    path = case_folder / FOLDER / INDEX
    if not path.is_file():
        return []
    try:
        return [msgspec.json.decode(line, type=MakerStatement) for line in path.read_bytes().splitlines()]
    except msgspec.DecodeError as trouble:
        raise CaseDamaged(f"{path} is not what was written: {trouble}", path=str(path)) from trouble


def add_statement(case_folder: Path, file: Path, statement: MakerStatement) -> MakerStatement:
    """Keep a file and a statement that it has; return the statement as kept. The same one is kept once.

    Args:
        case_folder: The case.
        file: The file.
        statement: What it says; `sha256`, `name` and `added` are filled in here.

    Raises:
        StorageFull: If the disk would not take it.
        UsageError: If the file is too large, cannot be read, or the day is none.
    """
    try:
        datetime.date.fromisoformat(statement.said_on)
        content = file.read_bytes() if file.stat().st_size <= MOST_BYTES else b""
    except (OSError, ValueError) as trouble:
        raise UsageError(f"{file} cannot be added: {trouble}.") from trouble
    if not content:
        raise UsageError(f"{file} is empty, or larger than {MOST_BYTES:,} bytes.")
    sha256 = hashlib.sha256(content).hexdigest()
    kept = statements_of(case_folder)
    for one in kept:
        if (one.sha256, one.maker, one.words) == (sha256, statement.maker, statement.words):
            return one
    now = datetime.datetime.now(datetime.UTC).isoformat(timespec="seconds")
    made = msgspec.structs.replace(statement, sha256=sha256, name=file.name, added=now)
    folder = case_folder / FOLDER
    make_folder(folder)
    target = folder / sha256
    if not target.exists():
        write_whole(target, content, temporary=target.with_name(f".{sha256}.unfinished"))
    lines = b"".join(msgspec.json.encode(one) + b"\n" for one in (*kept, made))
    write_whole(folder / INDEX, lines, temporary=folder / f".{INDEX}.unfinished")
    return made


def check_statements(case_folder: Path) -> Iterator[CaseDamaged]:
    """Yield what is not what it was: files that are missing or have another content than their SHA-256."""
    try:
        listed = statements_of(case_folder)
    except CaseDamaged as trouble:
        yield trouble
        return
    for sha256 in dict.fromkeys(one.sha256 for one in listed):
        path = case_folder / FOLDER / sha256
        if not path.is_file():
            yield CaseDamaged(f"{path} is missing.", path=str(path))
        elif hashlib.sha256(path.read_bytes()).hexdigest() != sha256:
            yield CaseDamaged(f"{path} is not what was added.", path=str(path))
