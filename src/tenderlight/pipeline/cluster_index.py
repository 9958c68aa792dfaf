"""Parts of the index of the search made by the workers of a cluster: entries go out, segments come back.

Workers need see nothing of the case: whoever asks loads the texts of a part, and they travel. What comes back is put
into a folder, and joined to the index as a part is that a process of this machine made. A worker that ends costs a
retry; a part that nobody makes is taken in by whoever asked.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from types import TracebackType
from typing import Self

from tenderlight.cage import wait_for_any
from tenderlight.cases.reading_texts import PageText
from tenderlight.cases.search_entries import entries_of
from tenderlight.cases.search_parts import Job, is_file_of_part, note_made
from tenderlight.errors import CaseDamaged, ClusterLost
from tenderlight.logs import log_event
from tenderlight.model.record import Record
from tenderlight.pipeline.cluster_messages import (
    END,
    FRAME,
    OTHER_VERSIONS,
    EntryOfPart,
    PartChunk,
    read_entries,
    read_part_made,
    read_piece,
    versions_of_parts,
    write_chunk,
)
from tenderlight.pipeline.cluster_pool import most_bytes
from tenderlight.pipeline.cluster_workforce import ClusterWorkforce

TEXT_BYTES = 32 << 20
"""Of the texts of a part: one that has more is made as several. A single document with more travels to nobody."""
MOST_FILES = 64
TIMES_AS_MUCH, MORE_BYTES = 8, 64 << 20
"""A part that has so much more than its texts is not believed."""
MOST_TRIES = 3
"""Workers that may end at a part before it is left to whoever asked."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Wanted:
    """A part to be made."""

    folder: Path
    documents: tuple[tuple[int, str], ...]
    """Number in the index, and the document."""
    tries: int = 0


@dataclass(slots=True, kw_only=True)
class _Coming:
    """A part that a worker is at."""

    wanted: _Wanted
    numbers: frozenset[int]
    """Of the documents that went out."""
    sent_bytes: int
    sizes: dict[str, int] = field(default_factory=dict)
    """Of the files that came so far, in bytes."""
    is_wrong: bool = False
    """Whether something came that cannot be of the part."""

    def take_piece(self, content: bytes) -> None:
        """Write a piece of a file of the part.

        Raises:
            ValueError: It cannot be of the part.
        """
        name, piece = read_piece(content)
        self.sizes[name] = self.sizes.get(name, 0) + len(piece)
        is_too_much = sum(self.sizes.values()) > TIMES_AS_MUCH * self.sent_bytes + MORE_BYTES
        if not is_file_of_part(name) or len(self.sizes) > MOST_FILES or is_too_much:
            raise ValueError("no file of a part")
        self.wanted.folder.mkdir(exist_ok=True)
        with (self.wanted.folder / name).open("ab") as file:
            file.write(piece)

    def finish(self, content: bytes) -> None:
        """Note that the part is whole, and force it to the disk.

        Raises:
            ValueError: It is not.
        """
        made = read_part_made(content)
        if made.sizes != self.sizes or made.entries.keys() != self.numbers:
            raise ValueError("a part that is not whole")
        for name in self.sizes:
            with (self.wanted.folder / name).open("rb") as file:
                os.fsync(file.fileno())
        note_made(self.wanted.folder, made.entries)

    def drop(self) -> None:
        """Delete what came."""
        for name in self.sizes:
            if is_file_of_part(name):
                (self.wanted.folder / name).unlink(missing_ok=True)


class ClusterWorkers:
    """Makes parts of the index of a case on a cluster. Use as a context manager.

    Nothing is started, and nobody asked, before there is enough to be shared out.
    """

    are_here = False

    def __init__(
        self, address: str, texts: Callable[[str], Iterable[PageText | Record]], *, count: int | None = None
    ) -> None:
        """Start nothing yet.

        Args:
            address: `local`, `auto`, or HOST:PORT of the head.
            texts: How the texts of a document are loaded.
            count: Parts made at the same time at most; None = one a processor.

        Raises:
            OptionalPartMissing: If Ray is not installed.
            UsageError: If the address is one that Ray takes by another way.
        """
        self.why_not = ""
        """Why parts were left to whoever asked; "" = none were, or it was the fault of none but them."""
        self.made = 0
        """Parts that workers made."""
        self._hands = ClusterWorkforce(address, count=count)
        self._texts = texts
        self._waiting: deque[_Wanted] = deque()
        self._out: dict[int, _Coming] = {}
        self._ready: deque[Path] = deque()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self._hands.__exit__(kind, error, where)

    @property
    def count(self) -> int:
        """Processors of the cluster, which is waited for; 0 = it cannot be reached."""
        courier = self._hands.courier
        try:
            while not courier.is_connected:
                wait_for_any(courier.filenos(), courier.deadline)
                self._hands.receive()
        except ClusterLost as lost:
            self._give_up(lost)
            return 0
        return self._hands.side_by_side

    def make(self, folder: Path, jobs: Sequence[Job]) -> Iterator[Path]:
        """Have the parts of jobs made, and yield the folder of each that is.

        Args:
            folder: For their files.
            jobs: What is to be made; who makes which part is not settled by them.
        """
        folder.mkdir(parents=True)
        phrases = jobs[0].phrases if jobs else None
        parts = sorted((part for job in jobs for part in job.parts), key=lambda part: part.folder)
        self._waiting.extend(_Wanted(folder=Path(part.folder), documents=part.documents) for part in parts)
        try:
            while self._waiting or self._out:
                while self._waiting and self._has_room:
                    self._send(self._waiting.popleft(), phrases)
                courier = self._hands.courier
                wait_for_any(courier.filenos(), courier.deadline)
                self._hands.receive()
                while self._ready:
                    self.made += 1
                    yield self._ready.popleft()
        except ClusterLost as lost:
            self._give_up(lost)
        finally:
            self._hands.forget(self)
            for one in (self._waiting, self._out, self._ready):
                one.clear()

    @property
    def _has_room(self) -> bool:
        out = sum(one.sent_bytes for one in self._out.values())
        return self._hands.room > 0 and out + TEXT_BYTES <= most_bytes(self._hands.side_by_side)

    def _send(self, wanted: _Wanted, phrases: Sequence[str] | None) -> None:
        """Send a part out; what has too much text for one waits to be another."""
        documents: list[tuple[int, list[EntryOfPart]]] = []
        size = 0
        for at, (number, document) in enumerate(wanted.documents):
            loaded = self._loaded(number, document)
            if loaded is None:
                continue
            entries, more = loaded
            if documents and size + more > TEXT_BYTES:
                folder = wanted.folder.with_name(f"{wanted.folder.name}-{number}")
                self._waiting.appendleft(_Wanted(folder=folder, documents=wanted.documents[at:]))
                wanted = replace(wanted, documents=wanted.documents[:at])
                break
            documents.append((number, entries))
            size += more
        if documents:
            numbers = frozenset(number for number, _ in documents)
            told = None if phrases is None else list(phrases)
            chunk = write_chunk(PartChunk(versions=versions_of_parts(), phrases=told, documents=documents))
            self._out[self._hands.send(self, chunk)] = _Coming(wanted=wanted, numbers=numbers, sent_bytes=len(chunk))

    def _loaded(self, number: int, document: str) -> tuple[list[EntryOfPart], int] | None:
        """Return the entries of a document, and how many bytes of text they have; None if they are not to travel."""
        entries: list[EntryOfPart] = []
        size = 0
        try:
            for entry in entries_of(self._texts(document), number):
                size += len(entry.text.encode("utf-8"))
                if size > TEXT_BYTES:
                    return None
                told = EntryOfPart(entry.number, entry.text, tuple(entry.pieces), tuple(entry.segments))
                entries.append(told)
        except (CaseDamaged, UnicodeEncodeError):  # for whoever asked to say
            return None
        return entries, size

    def entries(self, number: int, content: bytes) -> None:
        """Take what a worker says of a part."""
        coming = self._out.get(number)
        if coming is None or coming.is_wrong:
            return
        try:
            for _, kind, said in read_entries(content):
                if kind == OTHER_VERSIONS:
                    words = f"A worker has other versions: {said.decode()}. Here: {versions_of_parts()}"
                    raise ClusterLost(words, address=self._hands.courier.address)
                if kind == FRAME:
                    coming.take_piece(said)
                elif kind == END:
                    coming.finish(said)
                    self._hands.note_progress()
                    self._ready.append(coming.wanted.folder)
                    del self._out[number]
        except ValueError:
            coming.is_wrong = True

    def done(self, number: int) -> None:
        """Take that a worker has come to the end of a part: if it is not whole, somebody else is to make it."""
        self.lost(number, "the part is not whole", is_its_fault=True)

    def lost(self, number: int, words: str, *, is_its_fault: bool) -> None:
        """Have a part made by another worker, or leave it to whoever asked.

        Args:
            number: Of the chunk.
            words: Why it was lost.
            is_its_fault: Whether the part may be to blame.
        """
        coming = self._out.pop(number, None)
        if coming is None:
            return
        coming.drop()
        tries = coming.wanted.tries + is_its_fault
        log_event("index.part_lost", tries=tries, why=words)
        if tries < MOST_TRIES:
            self._waiting.append(replace(coming.wanted, tries=tries))

    def lost_all(self, words: str) -> None:
        """Have all parts that are out made again."""
        for number in tuple(self._out):
            self.lost(number, words, is_its_fault=False)

    def _give_up(self, lost: ClusterLost) -> None:
        self.why_not = lost.message
        log_event("index.cluster_lost", why=lost.message)
