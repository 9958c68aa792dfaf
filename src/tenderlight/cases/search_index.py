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
import secrets
import sqlite3
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from tenderlight.cases.corrected_texts import Segment
from tenderlight.cases.reading_texts import PageText
from tenderlight.cases.search_entries import Entry, Piece, entries_of, place_of
from tenderlight.cases.search_files import empty, notes_in, terms_in
from tenderlight.cases.search_parts import FOLDER as PARTS
from tenderlight.cases.search_parts import SharedOut, entries_in, forget_parts, put_in
from tenderlight.cases.search_taking import (
    DOCUMENT,
    ENTRY,
    HEAP_BYTES,
    PIECES,
    TEXT,
    Taking,
    common_among,
    open_terms,
)
from tenderlight.errors import CaseDamaged, StorageFull, UsageError
from tenderlight.languages.common_phrases import CommonPhrases
from tenderlight.model.record import Record

if TYPE_CHECKING:
    from tantivy import DocAddress, Index, IndexWriter

FOLDER = "index"
ENTRIES_AT_ONCE = 20_000
"""Entries after which what was taken in so far is made durable."""
PARTS_MERGED = 8
"""Parts made by others after which segments are put together."""
LEARNED_AT = 4_096
"""Entries from which on it is learned which phrases are common."""
OPENING_SECONDS = 10.0
"""How long to wait for another process that is just making the files."""
Load = Callable[[str], Iterable[PageText | Record]]
"""Returns the texts of what was read of a document; none if nothing was."""


@dataclass(frozen=True, slots=True)
class _Making:
    """What `SearchIndex.refresh` was told."""

    readings: Mapping[str, str]
    load: Load
    on_progress: Callable[[], object]
    shared_out: SharedOut | None


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

    def refresh(
        self,
        readings: Mapping[str, str],
        load: Load,
        on_progress: Callable[[], object] | None = None,
        *,
        shared_out: SharedOut | None = None,
    ) -> int:
        """Take in what is new, drop what is gone, and return how many documents that were.

        A document whose reading is damaged is left out; it stays unknown then.

        Args:
            readings: Of each document, what tells its text from any other: the SHA-256 of its stored reading, and of
                what people corrected in it.
            load: How the texts of one are loaded.
            on_progress: Told whenever a part is durable.
            shared_out: How much work is shared out among processes; None = this one does it all. The answers are the
                same.

        Raises:
            StorageFull: The disk would not take it.
        """
        with self._locked():
            known = self.known()
            old = [document for document in known if known[document] != readings.get(document)]
            new = sorted(document for document in readings if known.get(document) != readings[document])
            if old or new:
                try:
                    making = _Making(readings, load, on_progress or _say_nothing, shared_out)
                    self._change(old, new, making)
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
            empty(self.folder)
            try:
                self._open_files()
            except (ValueError, OSError, sqlite3.DatabaseError) as refused:
                raise UsageError(f"No index can be kept in {self.folder}: {refused}.") from refused

    def _open_files(self) -> None:
        self._taken = notes_in(self.folder)
        self._index = open_terms(terms_in(self.folder))

    def _check(self) -> None:
        entries, on_their_way = self._taken.execute(
            "SELECT coalesce(sum(entries) FILTER (WHERE sha256 IS NOT NULL), 0), count(*) FILTER (WHERE sha256 IS NULL)"
            " FROM documents"
        ).fetchone()
        held = self._index.searcher().num_docs
        if held < entries or (held > entries and not on_their_way):
            raise ValueError("not the pages that are noted as taken in")

    def _change(self, old: Sequence[str], new: Sequence[str], making: _Making) -> None:
        forget_parts(self.folder)
        numbers = self._mark(old, new)
        left = [(numbers[document], document) for document in new]
        with self._writing() as writer:
            if old:
                for document in old:
                    self._drop(writer, numbers[document])
                self._save(writer)
                gone = set(old).difference(new)
                self._taken.executemany("DELETE FROM documents WHERE document = ?", [(one,) for one in gone])
            left = self._take_in(writer, left, making, is_shared=making.shared_out is not None)
        if left:
            left = self._put_in_parts(left, making)
            with self._writing() as writer:
                self._take_in(writer, left, making, is_shared=False)

    @contextmanager
    def _writing(self) -> Iterator[IndexWriter]:
        """Let terms be written; what was not made durable is left out if something goes wrong."""
        writer = self._index.writer(HEAP_BYTES, 1)
        try:
            yield writer
            self._save(writer)
            writer.wait_merging_threads()
        except BaseException:
            self._let_go(writer)
            raise

    def _take_in(
        self, writer: IndexWriter, documents: Sequence[tuple[int, str]], making: _Making, *, is_shared: bool
    ) -> list[tuple[int, str]]:
        """Take documents in, and return those that are left for others to take: none if it is not shared.

        However many others there are, the same are left: those behind the ones of which common phrases were learned.
        """
        taking = Taking(writer, self.common)
        held = self._entries_held()
        unsaved = 0
        for at, (number, document) in enumerate(documents):
            if is_shared and taking.common is not None:
                taking.finish()
                return list(documents[at:])
            taken = self._take(taking, number, (document, making.readings[document]), making.load)
            if taken is None:
                taking.leave_out(number)
                self._drop(writer, number)
                continue
            unsaved, held = unsaved + taken, held + taken
            if taking.common is None and held >= LEARNED_AT:
                taking.finish()
                taking.common = self._learn(sorted(making.readings), making.load)
            if unsaved >= ENTRIES_AT_ONCE:
                taking.finish()
                self._save(writer)
                unsaved = 0
                making.on_progress()
        taking.finish()
        return []

    def _put_in_parts(self, documents: Sequence[tuple[int, str]], making: _Making) -> list[tuple[int, str]]:
        """Have parts made by others, and return the documents that are in none."""
        assert making.shared_out is not None
        phrases = None if self.common is None else self.common.phrases
        folder = self.folder / PARTS / secrets.token_hex(4)  # whoever still works for a killed process has another
        jobs = making.shared_out.jobs(folder, documents, phrases)
        document_of = dict(documents)
        unmerged = 0
        for part in making.shared_out.workers.make(folder, jobs) if jobs else ():
            try:
                entries = entries_in(part)
                put_in(part, terms_in(self.folder))
            except ValueError:
                continue
            noted = [(making.readings[document_of.pop(number)], count, number) for number, count in entries.items()]
            self._taken.executemany("UPDATE documents SET sha256 = ?, entries = ? WHERE number = ?", noted)
            self._taken.commit()
            self._index.reload()
            unmerged += 1
            if unmerged == PARTS_MERGED:
                with self._writing():  # whoever opens terms to write has the engine put small segments together
                    unmerged = 0
            making.on_progress()
        forget_parts(self.folder)
        return list(document_of.items())

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


def _say_nothing() -> None:
    pass
