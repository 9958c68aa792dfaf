"""The index of a case's pages: a tantivy index of their terms and texts, made of stored readings alone.

`index/` holds nothing that could not be made again: it is no part of what `verify` vouches for, and may be deleted at
any time. It is refreshed by whoever searches: readings that are new or were made anew are taken in, others left alone.

`taken.sqlite` beside the terms says which readings are in it. A document is marked as on its way there before the
first of its pages goes in, and as in it after the last is durable. So whenever the making is stopped, what was on its
way is known; the next refresh drops it, takes it in again, and goes on behind it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tenderlight.cases.corrected_texts import Segment
from tenderlight.cases.reading_texts import PageText
from tenderlight.cases.search_entries import Entry, Piece, entries_of, place_of
from tenderlight.cases.search_taking import (
    DOCUMENT,
    ENTRY,
    PIECES,
    PLACES,
    TEXT,
    Taking,
    common_among,
    schema,
)
from tenderlight.errors import CaseDamaged, StorageFull, UsageError
from tenderlight.languages.common_phrases import CommonPhrases
from tenderlight.languages.search_terms import GAP
from tenderlight.model.record import Record

if TYPE_CHECKING:
    from tantivy import DocAddress, Index, IndexWriter

FOLDER = "index"
FORMAT = 5
"""Raised when terms or texts are kept in another way: an index of another format is made anew."""
HEAP_BYTES = 64 * 1024 * 1024
ENTRIES_AT_ONCE = 20_000
"""Entries after which what was taken in so far is made durable."""
LEARNED_AT = 4_096
"""Entries from which on it is learned which phrases are common."""
OPENING_SECONDS = 10.0
"""How long to wait for another process that is just making the files."""
_SCHEMA = """
CREATE TABLE documents (
    number INTEGER PRIMARY KEY,
    document TEXT NOT NULL UNIQUE,
    sha256 TEXT,
    entries INTEGER NOT NULL
) STRICT;
CREATE TABLE learned (phrases TEXT NOT NULL) STRICT;
"""

Load = Callable[[str], Iterable[PageText | Record]]
"""Returns the texts of what was read of a document; none if nothing was."""


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
        self._common: CommonPhrases | None = None
        self._taken: sqlite3.Connection
        self._index: Index
        self._open()

    def close(self) -> None:
        """Let the files go."""
        self._taken.close()

    @property
    def index(self) -> Index:
        """The terms, as they were when they were last looked at: see `look_again`."""
        return self._index

    @property
    def common(self) -> CommonPhrases | None:
        """The phrases that are told of entries by now; None = of none."""
        if self._common is None:
            row = self._taken.execute("SELECT phrases FROM learned").fetchone()
            self._common = None if row is None else CommonPhrases(msgspec.json.decode(row[0], type=list[str]))
        return self._common

    def look_again(self) -> None:
        """See what another process took in meanwhile."""
        self._index.reload()

    def refresh(self, readings: Mapping[str, str], load: Load, on_progress: Callable[[], object] | None = None) -> int:
        """Take in what is new, drop what is gone, and return how many documents that were.

        A document whose reading is damaged is left out; it stays unknown then.

        Args:
            readings: Of each document, what tells its text from any other: the SHA-256 of its stored reading, and of
                what people corrected in it.
            load: How the texts of one are loaded.
            on_progress: Told whenever a part is durable.

        Raises:
            StorageFull: The disk would not take it.
        """
        with self._locked():
            known = self.known()
            old = [document for document in known if known[document] != readings.get(document)]
            new = sorted(document for document in readings if known.get(document) != readings[document])
            if old or new:
                try:
                    self._change(old, new, readings, load, on_progress)
                except (OSError, ValueError, sqlite3.OperationalError) as trouble:
                    raise StorageFull(f"The index in {self.folder} could not be written: {trouble}.") from trouble
            self._index.reload()
        return len({*old, *new})

    def known(self) -> dict[str, str | None]:
        """Return the SHA-256 of the reading of each document in it; None = it is on its way into the index or out."""
        return dict(self._taken.execute("SELECT document, sha256 FROM documents"))

    def is_fresh(self, readings: Mapping[str, str]) -> bool:
        """Whether just these readings are in it."""
        return self.known() == dict(readings)

    def entry(self, address: DocAddress) -> Entry:
        """Return an entry by its place in the terms."""
        found = self._index.searcher().doc(address)
        number, text = found[ENTRY][0], bytes(found[TEXT][0]).decode("utf-8")
        if not found[PIECES]:
            return Entry(number=number, text=text)
        if place_of(number)[1] is None:
            return Entry(
                number=number, text=text, pieces=msgspec.json.decode(bytes(found[PIECES][0]), type=list[Piece])
            )
        segments = msgspec.json.decode(bytes(found[PIECES][0]), type=list[Segment])
        return Entry(number=number, text=text, segments=segments)

    def numbers(self, addresses: Sequence[DocAddress]) -> list[int]:
        """Return the numbers of entries."""
        return [int(number or 0) for number in self._index.searcher().fast_field_values(ENTRY, list(addresses))]

    def documents(self) -> dict[int, str]:
        """Return the documents that are in it, or on their way there, by number."""
        return dict(self._taken.execute("SELECT number, document FROM documents"))

    def document(self, number: int) -> str:
        """Return a document by its number; "" if it is gone."""
        row = self._taken.execute("SELECT document FROM documents WHERE number = ?", (number,)).fetchone()
        return "" if row is None else str(row[0])

    def numbers_of(self, documents: Iterable[str]) -> list[int]:
        """Return the numbers of those of some documents that are in it, or on their way there."""
        wanted = set(documents)
        return [number for number, document in self.documents().items() if document in wanted]

    def _open(self) -> None:
        """Open the files: checked, and made anew if they are damaged, unless another process is at work on them."""
        deadline = time.monotonic() + OPENING_SECONDS
        while True:
            with self._locked(wait=False) as is_ours:
                if is_ours:
                    self._open_checked()
                    return
                try:
                    self._open_files()
                except (ValueError, OSError, sqlite3.DatabaseError) as trouble:  # that process is just making them
                    if time.monotonic() > deadline:
                        raise UsageError(f"Another process holds the index in {self.folder}: {trouble}.") from trouble
                else:
                    return
            time.sleep(0.05)

    def _open_checked(self) -> None:
        try:
            self._open_files()
            self._check()
        except (ValueError, OSError, sqlite3.DatabaseError):
            # of another format, damaged, or terms and notes of them are not of the same pages: it is made anew
            _empty(self.folder)
            try:
                self._open_files()
            except (ValueError, OSError, sqlite3.DatabaseError) as refused:
                raise UsageError(f"No index can be kept in {self.folder}: {refused}.") from refused

    def _open_files(self) -> None:
        from tantivy import Filter, Index, TextAnalyzerBuilder, Tokenizer

        self._taken = _taken_in(self.folder)
        self._index = Index(schema(), path=str(_terms_in(self.folder)))
        # What is filtered out keeps its place, which stays empty.
        places = TextAnalyzerBuilder(Tokenizer.whitespace()).filter(Filter.custom_stopword([GAP])).build()
        self._index.register_tokenizer(PLACES, places)

    def _check(self) -> None:
        entries, on_their_way = self._taken.execute(
            "SELECT coalesce(sum(entries) FILTER (WHERE sha256 IS NOT NULL), 0), count(*) FILTER (WHERE sha256 IS NULL)"
            " FROM documents"
        ).fetchone()
        held = self._index.searcher().num_docs
        if held < entries or (held > entries and not on_their_way):
            raise ValueError("not the pages that are noted as taken in")

    def _change(
        self,
        old: Sequence[str],
        new: Sequence[str],
        readings: Mapping[str, str],
        load: Load,
        on_progress: Callable[[], object] | None,
    ) -> None:
        writer = self._index.writer(HEAP_BYTES, 1)
        try:
            numbers = self._mark(old, new)
            if old:
                for document in old:
                    self._drop(writer, numbers[document])
                self._save(writer)
                gone = set(old).difference(new)
                self._taken.executemany("DELETE FROM documents WHERE document = ?", [(one,) for one in gone])
            taking = Taking(writer, self.common)
            held = self._entries_held()
            unsaved = 0
            for document in new:
                taken = self._take(taking, numbers[document], (document, readings[document]), load)
                if taken is None:
                    taking.leave_out(numbers[document])
                    self._drop(writer, numbers[document])
                    continue
                unsaved, held = unsaved + taken, held + taken
                if taking.common is None and held >= LEARNED_AT:
                    taking.finish()
                    taking.common = self._learn(sorted(readings), load)
                if unsaved >= ENTRIES_AT_ONCE:
                    taking.finish()
                    self._save(writer)
                    unsaved = 0
                    if on_progress is not None:
                        on_progress()
            taking.finish()
            self._save(writer)
            writer.wait_merging_threads()
        except BaseException:
            self._let_go(writer)
            raise

    def _mark(self, old: Iterable[str], new: Iterable[str]) -> dict[str, int]:
        """Note, for good, which documents are on their way into the index or out of it; return their numbers."""
        mark = (
            "INSERT INTO documents (document, entries) VALUES (?, 0) "
            "ON CONFLICT (document) DO UPDATE SET sha256 = NULL, entries = 0"
        )
        self._taken.executemany(mark, [(document,) for document in (*old, *new)])
        self._taken.commit()
        return {document: number for number, document in self.documents().items()}

    def _entries_held(self) -> int:
        row = self._taken.execute("SELECT coalesce(sum(entries), 0) FROM documents").fetchone()
        return int(row[0])

    def _learn(self, documents: Sequence[str], load: Load) -> CommonPhrases:
        """Learn, for good, which phrases are common: they are told of every entry from here on."""
        phrases = common_among(documents, load)
        self._taken.execute("INSERT INTO learned (phrases) VALUES (?)", (msgspec.json.encode(phrases).decode(),))
        self._common = CommonPhrases(phrases)
        return self._common

    def _take(self, taking: Taking, number: int, reading: tuple[str, str], load: Load) -> int | None:
        """Take in what was read of a document; return how many entries that are; None if it is damaged.

        Args:
            taking: Takes the entries in.
            number: Of the document.
            reading: The document, and what tells its text from any other.
            load: How the texts are loaded.
        """
        document, sha256 = reading
        count = 0
        try:
            for entry in entries_of(load(document), number):
                taking.add(entry, number)
                count += 1
        except CaseDamaged:  # the others can be searched all the same; `verify` says what is wrong with it
            return None
        self._taken.execute("UPDATE documents SET sha256 = ?, entries = ? WHERE number = ?", (sha256, count, number))
        return count

    def _drop(self, writer: IndexWriter, number: int) -> None:
        from tantivy import Query

        writer.delete_documents_by_query(Query.term_query(self._index.schema, DOCUMENT, number, "basic"))

    def _let_go(self, writer: IndexWriter) -> None:
        """Leave out what is not durable yet."""
        self._taken.rollback()
        self._common = None
        with suppress(ValueError):
            writer.rollback()

    def _save(self, writer: IndexWriter) -> None:
        writer.commit()  # first the terms: what is noted as taken in can be found
        self._taken.commit()

    @contextmanager
    def _locked(self, *, wait: bool = True) -> Iterator[bool]:
        """One process at a time changes the index; another waits for it, or is told that it is not its turn."""
        try:
            lock = os.open(self.folder / "lock", os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
        except OSError as refused:
            raise UsageError(f"No index can be kept in {self.folder}: {refused.strerror}.") from refused
        try:
            is_ours = True
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | (0 if wait else fcntl.LOCK_NB))
            except BlockingIOError:
                is_ours = False
            yield is_ours
        finally:
            os.close(lock)


def _terms_in(folder: Path) -> Path:
    place = folder / "terms"
    place.mkdir(exist_ok=True)
    return place


def _taken_in(folder: Path) -> sqlite3.Connection:
    connection = sqlite3.connect(folder / "taken.sqlite", check_same_thread=False)
    found = connection.execute("PRAGMA user_version").fetchone()[0]
    if found == 0:
        connection.executescript(f"BEGIN; {_SCHEMA} PRAGMA user_version = {FORMAT}; COMMIT;")
    elif found != FORMAT:
        connection.close()
        raise ValueError("an index of another format")
    return connection


def _empty(folder: Path) -> None:
    for name in ("taken.sqlite", "taken.sqlite-journal", "texts.sqlite", "texts.sqlite-journal"):
        (folder / name).unlink(missing_ok=True)
    shutil.rmtree(folder / "terms", ignore_errors=True)
