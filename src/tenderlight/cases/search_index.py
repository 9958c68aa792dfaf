"""The index of a case's pages: terms in a tantivy index, texts beside it, both made of stored readings alone.

`index/` holds nothing that could not be made again: it is no part of what `verify` vouches for, and may be deleted at
any time. It is refreshed by whoever searches: readings that are new or were made anew are taken in, others left alone.
A page is one entry; so is a notice of a structured source, its values one below the other.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import zlib
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tenderlight.errors import StorageFull, UsageError
from tenderlight.languages.search_terms import text_of_terms
from tenderlight.model.document import Reading

if TYPE_CHECKING:
    from tantivy import Document, Index, IndexWriter, Schema

FOLDER = "index"
FORMAT = 1
"""Raised when terms or texts are kept in another way: an index of another format is made anew."""
ENTRY, DOCUMENT, TERMS, CHARACTERS = "entry", "document", "terms", "characters"
HEAP_BYTES = 64 * 1024 * 1024
ENTRIES_AT_ONCE = 20_000
"""Entries after which what was taken in so far is made durable."""
GAP = "\n\n"
"""What stands between the values of a notice."""
_SCHEMA = """
CREATE TABLE readings (document TEXT PRIMARY KEY, sha256 TEXT NOT NULL) STRICT, WITHOUT ROWID;
CREATE TABLE entries (
    number INTEGER PRIMARY KEY, document TEXT NOT NULL, page_number INTEGER, text BLOB NOT NULL, pieces BLOB
) STRICT;
CREATE INDEX entries_by_document ON entries (document, page_number);
"""

Load = Callable[[str], Reading | None]
"""Returns what was read of a document."""


class Piece(msgspec.Struct, array_like=True, frozen=True):
    """A value of a notice inside the text of its entry."""

    start: int
    """Where it begins in the text of the entry."""
    pointer: str
    offset: int
    """Where it begins in the value at the pointer."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """A page or notice, as it was taken in."""

    number: int
    document: str
    page_number: int | None
    text: str
    pieces: Sequence[Piece] = ()
    """Of a notice, its values in order."""


class SearchIndex:
    """The index in one folder.

    Args:
        folder: Where it is, or is to be made.

    Raises:
        UsageError: The folder cannot be written to, and no usable index is there.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as refused:
            raise UsageError(f"No index can be kept in {folder}: {refused.strerror}.") from refused
        self._texts: sqlite3.Connection
        self._index: Index
        with self._locked():
            self._open()

    def close(self) -> None:
        """Let the files go."""
        self._texts.close()

    def refresh(self, readings: Mapping[str, str], load: Load) -> int:
        """Take in what is new, drop what is gone, and return how many documents that were.

        Args:
            readings: SHA-256 of the stored reading of each document.
            load: How one is loaded.

        Raises:
            StorageFull: The disk would not take it.
        """
        with self._locked():
            known = dict(self._texts.execute("SELECT document, sha256 FROM readings"))
            old = [document for document in known if known[document] != readings.get(document)]
            new = sorted(document for document in readings if known.get(document) != readings[document])
            if old or new:
                try:
                    self._change(old, new, readings, load)
                except (OSError, ValueError, sqlite3.OperationalError) as trouble:
                    raise StorageFull(f"The index in {self.folder} could not be written: {trouble}.") from trouble
        return len({*old, *new})

    def is_fresh(self, readings: Mapping[str, str]) -> bool:
        """Whether just these readings are in it."""
        return dict(self._texts.execute("SELECT document, sha256 FROM readings")) == dict(readings)

    @property
    def index(self) -> Index:
        """The terms."""
        return self._index

    def entry(self, number: int) -> Entry | None:
        """Return an entry by its number."""
        row = self._texts.execute(
            "SELECT number, document, page_number, text, pieces FROM entries WHERE number = ?", (number,)
        ).fetchone()
        if row is None:
            return None
        pieces = msgspec.json.decode(row[4], type=list[Piece]) if row[4] else []
        return Entry(
            number=row[0], document=row[1], page_number=row[2], text=zlib.decompress(row[3]).decode("utf-8"),
            pieces=pieces,
        )  # fmt: skip

    def pages_of(self, numbers: Iterable[int]) -> list[tuple[str, int | None]]:
        """Return document and page number of entries, sorted."""
        ask = "SELECT document, page_number FROM entries WHERE number = ?"
        found = (self._texts.execute(ask, (number,)).fetchone() for number in numbers)
        return sorted((row for row in found if row is not None), key=lambda row: (row[0], row[1] or 0))

    def _open(self) -> None:
        try:
            self._open_files()
        except (ValueError, OSError, sqlite3.DatabaseError):
            # of another format, damaged, or cut short between texts and terms: it is made anew
            _empty(self.folder)
            try:
                self._open_files()
            except (ValueError, OSError, sqlite3.DatabaseError) as refused:
                raise UsageError(f"No index can be kept in {self.folder}: {refused}.") from refused

    def _open_files(self) -> None:
        from tantivy import Index

        self._texts = _texts_in(self.folder)
        self._index = Index(_schema(), path=str(_terms_in(self.folder)))
        (entries,) = self._texts.execute("SELECT count(*) FROM entries").fetchone()
        if self._index.searcher().num_docs != entries:
            raise ValueError("texts and terms are not of the same entries")

    def _change(self, old: list[str], new: list[str], readings: Mapping[str, str], load: Load) -> None:
        writer = self._index.writer(HEAP_BYTES, 1)
        for document in {*old, *new}:  # what an interrupted change left of a document that is new goes too
            writer.delete_documents_by_term(DOCUMENT, document)
            self._texts.execute("DELETE FROM entries WHERE document = ?", (document,))
            self._texts.execute("DELETE FROM readings WHERE document = ?", (document,))
        number = self._texts.execute("SELECT coalesce(max(number), 0) FROM entries").fetchone()[0]
        unsaved = 0
        for document in new:
            reading = load(document)
            for entry in () if reading is None else entries_of(reading, number + 1):
                number = entry.number
                self._add(writer, entry)
                unsaved += 1
            self._texts.execute("INSERT INTO readings VALUES (?, ?)", (document, readings[document]))
            if unsaved >= ENTRIES_AT_ONCE:
                self._save(writer)
                unsaved = 0
        self._save(writer)
        writer.wait_merging_threads()
        self._index.reload()

    def _add(self, writer: IndexWriter, entry: Entry) -> None:
        packed = zlib.compress(entry.text.encode("utf-8", "replace"), 1)
        pieces = msgspec.json.encode(entry.pieces) if entry.pieces else None
        self._texts.execute(
            "INSERT INTO entries VALUES (?, ?, ?, ?, ?)",
            (entry.number, entry.document, entry.page_number, packed, pieces),
        )
        writer.add_document(_document(entry))

    def _save(self, writer: IndexWriter) -> None:
        writer.commit()  # first the terms: what is told as taken in can be found
        self._texts.commit()

    @contextmanager
    def _locked(self) -> Iterator[None]:
        """One process at a time changes the index; another waits for it."""
        try:
            lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as refused:
            raise UsageError(f"No index can be kept in {self.folder}: {refused.strerror}.") from refused
        try:
            fcntl.flock(lock, fcntl.LOCK_EX)
            yield
        finally:
            os.close(lock)


def entries_of(reading: Reading, first: int) -> Iterator[Entry]:
    """Yield the entries of what was read of a document, numbered from `first`."""
    number = first
    for page in reading.pages:
        if page.text:
            yield Entry(number=number, document=reading.document, page_number=page.number, text=page.text)
            number += 1
    for record in reading.records:
        values = {(field.pointer, 0, field.text): None for field in record.fields if field.text}
        for statement in record.statements:
            values.update({(one.pointer or "", one.start, one.text): None for one in statement.anchors})
        if not values:
            continue
        pieces: list[Piece] = []
        at = 0
        for pointer, offset, text in values:
            pieces.append(Piece(at, pointer, offset))
            at += len(text) + len(GAP)
        whole = GAP.join(text for _, _, text in values)
        yield Entry(number=number, document=reading.document, page_number=None, text=whole, pieces=pieces)
        number += 1


def _document(entry: Entry) -> Document:
    from tantivy import Document

    made = Document()
    made.add_unsigned(ENTRY, entry.number)
    made.add_text(DOCUMENT, entry.document)
    terms, characters = text_of_terms(entry.text)
    made.add_text(TERMS, terms)
    made.add_text(CHARACTERS, characters)
    return made


def _schema() -> Schema:
    from tantivy import SchemaBuilder

    builder = SchemaBuilder()
    builder.add_unsigned_field(ENTRY, stored=True, fast=True)
    builder.add_text_field(DOCUMENT, tokenizer_name="raw", index_option="basic")
    builder.add_text_field(TERMS, tokenizer_name="whitespace", index_option="position")
    builder.add_text_field(CHARACTERS, tokenizer_name="whitespace", index_option="basic")
    return builder.build()


def _terms_in(folder: Path) -> Path:
    place = folder / "terms"
    place.mkdir(exist_ok=True)
    return place


def _texts_in(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "texts.sqlite", check_same_thread=False)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found == 0:
        connection.executescript(_SCHEMA + f"PRAGMA user_version = {FORMAT};")
    elif found != FORMAT:
        connection.close()
        raise ValueError("an index of another format")
    return connection


def _empty(folder: Path) -> None:
    for name in ("texts.sqlite", "texts.sqlite-journal"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "terms", ignore_errors=True)
