"""What makers say of themselves, kept in a case byte for byte beside what documents say of their goods.

::

    case/exposure/statements/
      index.jsonl       one line a statement: maker, day, source, words, SHA-256 and name of the file
      <SHA-256>         the file, as it was given

Nothing is fetched, and no statement ships with the program: whoever adds one says where it is from. Each is an entry
of the custody log, too.
"""

from __future__ import annotations

import datetime
import hashlib
from collections.abc import Iterator, Mapping
from pathlib import Path

import msgspec

from tenderlight.archive.custody import Act, Detail, read_log
from tenderlight.archive.storage import make_folder, write_whole
from tenderlight.cases.alone import alone
from tenderlight.cases.journal import Journal
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


class MakerStatements:
    """The statements kept in a case, and the pen for further ones.

    Args:
        folder: The case.
        journal: The writer of the case; None = it is open for reading only.
    """

    def __init__(self, folder: Path, journal: Journal | None) -> None:
        self._folder = folder
        self._journal = journal

    def __iter__(self) -> Iterator[MakerStatement]:
        """Yield every statement, in the order they were added.

        Raises:
            CaseDamaged: If the index cannot be read.
        """
        yield from statements_of(self._folder)

    @alone
    def add(self, file: Path, statement: MakerStatement) -> MakerStatement:
        """Keep a file and a statement that it has, and say so in the log; return the statement as kept.

        Raises:
            CaseDamaged: If the index cannot be read.
            StorageFull: If the disk would not take it.
            UsageError: If the file is too large or cannot be read, the day is none, or the case is open for reading
                only.
        """
        if self._journal is None:
            raise UsageError("The case is open for reading only.")
        kept = add_statement(self._folder, file, statement)
        self._journal.commit()
        if sha256_of(kept) not in noted_statements(self._folder):
            with self._journal.change():
                self._journal.note(Act.STATE, **_details_of(kept))
        return kept


def sha256_of(statement: MakerStatement) -> str:
    """Return the SHA-256 of a statement's line of the index, without its end."""
    return hashlib.sha256(msgspec.json.encode(statement)).hexdigest()


def noted_statements(case_folder: Path) -> dict[str, str]:
    """Return which statements the log says were added: the SHA-256 of each, and when.

    Raises:
        CustodyLogDamaged: If the log cannot be read.
    """
    entries = (entry for entry, _ in read_log(case_folder) if entry.act == Act.STATE)
    return {str(entry.details.get("statement_sha256")): entry.time for entry in entries}


def _details_of(statement: MakerStatement) -> Mapping[str, Detail]:
    return {
        "maker": statement.maker,
        "said_on": statement.said_on,
        "source": statement.source,
        "file": (FOLDER / statement.sha256).as_posix(),
        "file_sha256": statement.sha256,
        "statement_sha256": sha256_of(statement),
    }


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


def check_noted(case_folder: Path, noted: Mapping[str, object]) -> Iterator[CaseDamaged]:
    """Yield statements that the log does not know, and entries of the log without their statement.

    Args:
        case_folder: The case, whose index can be read.
        noted: By SHA-256, what the log says was added.
    """
    path = case_folder / FOLDER / INDEX
    kept = {sha256_of(one): one for one in statements_of(case_folder)}
    for sha256 in kept.keys() - noted.keys():
        yield CaseDamaged(f"The log does not say that the statement {sha256} of {path} was added.", path=str(path))
    for sha256 in noted.keys() - kept.keys():
        yield CaseDamaged(f"The log says that the statement {sha256} was added; {path} has none.", path=str(path))


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
