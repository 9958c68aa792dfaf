"""The custody log in an object store, which cannot append: segments, each written once, joined when read.

A segment is what one commit wrote, and is named by the number of its first entry (``custody/000000001234.jsonl``): the
next one's name follows from all before it, and is written by a conditional write. So of two writers of one log, one
writes the next segment, and the other is refused. Joined in the order of their names, segments are the bytes of
``custody.jsonl``: same lines, same checkpoints, same proofs. The case folder has them joined, as a copy.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import NamedTuple

from tenderlight.archive.custody import LONGEST_LINE_BYTES, NAME, Position, read_entry
from tenderlight.archive.object_store import ObjectStore
from tenderlight.archive.storage import make_folder, sync_folder, write_all, writing_to
from tenderlight.errors import CaseInUse, CustodyLogDamaged

FOLDER = "custody"
AT_ONCE = 16
MOST_BYTES = 5 << 30
_KEY = re.compile(r"custody/(?P<entries>[0-9]{12})\.jsonl")


class Segment(NamedTuple):
    """A segment, and where it stands in the log."""

    entries: int
    """Entries before it."""
    start_bytes: int
    """Length of all before it."""
    size_bytes: int

    @property
    def key(self) -> str:
        """Its name in the store."""
        return key_of(self.entries)

    @property
    def end_bytes(self) -> int:
        """Length of the log with it."""
        return self.start_bytes + self.size_bytes


def key_of(entries: int) -> str:
    """Return the name of the segment that begins behind so many entries."""
    return f"{FOLDER}/{entries:012d}.jsonl"


class Segments:
    """The segments of a case's log.

    Args:
        store: Where they lie.
        folder: The case folder, which has them joined.
    """

    def __init__(self, store: ObjectStore, folder: Path) -> None:
        self._store = store
        self._path = folder / NAME

    def publish(self, entries: int, content: bytes) -> None:
        """Write the next segment.

        Args:
            entries: How many entries the log has before it.
            content: Whole lines.

        Raises:
            CaseInUse: If another writer wrote it first; nothing of `content` is in the log then.
            StorageFull, StoreRefused, StoreUnavailable: If the store would not take it.
        """
        key, place = key_of(entries), str(self._store.place)
        # refused although it is ours: an answer before did not come; no other segment has the nonces of these entries
        if not self._store.create(key, content, size_bytes=len(content)) and not self._store.has_same(key, content):
            raise CaseInUse(f"Another process has written to the case in {place}.", path=place)
        self._store.confirm(key, len(content))

    def mirror(self) -> Position | None:
        """Bring the copy in the case folder up to the store. Only under the writer's lock.

        Returns:
            Behind what the copy goes on with what came; None = nothing came.

        Raises:
            CustodyLogDamaged: If a segment is missing, is not whole, or the copy is of another log or a longer one.
            StorageFull: If the disk would not take it.
            StoreRefused, StoreUnavailable: If the store would not give it.
        """
        make_folder(self._path.parent)
        segments = self._listed()
        here = self._path.stat().st_size if self._path.exists() else 0
        known = [segment for segment in segments if segment.end_bytes <= here]
        missing = segments[len(known) :]
        if here and (not segments or here > segments[-1].end_bytes):
            raise self._damaged(f"{self._path} is longer than the log in the store", since=len(known))
        with writing_to(self._path):
            descriptor = os.open(self._path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            try:
                contents = self._read_all([*known[-1:], *missing])
                end = known[-1].end_bytes if known else 0
                if known and os.pread(descriptor, known[-1].size_bytes, known[-1].start_bytes) != next(contents):
                    message = f"{self._path} has other lines than {known[-1].key}"
                    raise self._damaged(message, since=known[-1].entries)
                os.ftruncate(descriptor, end)  # what a crash tore off the copy comes again
                os.lseek(descriptor, end, os.SEEK_SET)
                for content in contents:
                    write_all(descriptor, content)
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
            sync_folder(self._path.parent)
        return Position(entries=missing[0].entries, size_bytes=end) if missing else None

    def follow(self, since: Position) -> None:
        """Bring the copy up to the store, from the end of a segment that the copy has. Only under the writer's lock.

        It costs one small request if nobody wrote meanwhile, for the name of the next segment is known.

        Raises:
            CustodyLogDamaged: If a segment is not whole, or the copy is longer than the log in the store.
            StorageFull: If the disk would not take it.
            StoreRefused, StoreUnavailable: If the store would not give it.
        """
        at = since
        while (content := self._store.read(key_of(at.entries), most_bytes=MOST_BYTES)) is not None:
            segment = Segment(at.entries, at.size_bytes, len(content))
            at = Position(entries=at.entries + self._entries_of(segment, content), size_bytes=segment.end_bytes)
            with writing_to(self._path):
                descriptor = os.open(self._path, os.O_RDWR | os.O_CLOEXEC)
                try:
                    os.lseek(descriptor, segment.start_bytes, os.SEEK_SET)
                    write_all(descriptor, content)
                    os.fsync(descriptor)
                finally:
                    os.close(descriptor)
        if self._path.stat().st_size > at.size_bytes:
            raise self._damaged(f"{self._path} is longer than the log in the store", since=at.entries)

    def check(self) -> Iterator[CustodyLogDamaged]:
        """Yield where the store has other bytes than the copy in the case folder, which may end earlier."""
        try:
            segments = self._listed()
            here = self._path.stat().st_size if self._path.exists() else 0
            if here > (segments[-1].end_bytes if segments else 0):
                yield self._damaged(f"{self._path} is longer than the log in the store", since=0)
                return
            known = [segment for segment in segments if segment.end_bytes <= here]
            with self._path.open("rb") as copy:
                for segment, content in zip(known, self._read_all(known), strict=True):
                    if copy.read(segment.size_bytes) != content:
                        yield self._damaged(f"{segment.key} has other lines than {self._path}", since=segment.entries)
                        return
        except CustodyLogDamaged as trouble:
            yield trouble

    def _listed(self) -> list[Segment]:
        """Return all segments, in order."""
        found: list[Segment] = []
        at = 0
        for key, size in self._store.keys(FOLDER):
            name = _KEY.fullmatch(key)
            if name is None or size == 0:
                raise self._damaged(f"{key} is no segment of a log", since=0)
            found.append(Segment(int(name["entries"]), at, size))
            at += size
        if found and found[0].entries:
            raise self._damaged(f"{key_of(0)} is missing", since=0)
        return found

    def _read_all(self, segments: list[Segment]) -> Iterator[bytes]:
        """Yield the content of segments that stand one behind the other, each checked."""
        with ThreadPoolExecutor(AT_ONCE) as requests:
            for first in range(0, len(segments), AT_ONCE):
                several = segments[first : first + AT_ONCE]
                for number, content in enumerate(requests.map(self._read, several), start=first + 1):
                    before = segments[number - 1]
                    entries = before.entries + self._entries_of(before, content)
                    if number < len(segments) and segments[number].entries != entries:
                        raise self._damaged(f"{key_of(entries)} is missing", since=entries)
                    yield content

    def _read(self, segment: Segment) -> bytes:
        content = self._store.read(segment.key, most_bytes=segment.size_bytes)
        if content is None or len(content) != segment.size_bytes:
            raise self._damaged(f"{segment.key} is missing, or was changed just now", since=segment.entries)
        return content

    def _entries_of(self, segment: Segment, content: bytes) -> int:
        """Return how many entries a segment has."""
        lines = content.splitlines(keepends=True)
        try:
            for number, line in enumerate(lines):
                read_entry(line[:LONGEST_LINE_BYTES], seq=segment.entries + number)
        except (ValueError, RecursionError) as trouble:
            raise self._damaged(f"{segment.key} cannot be read: {trouble}", since=segment.entries) from trouble
        return len(lines)

    def _damaged(self, message: str, *, since: int) -> CustodyLogDamaged:
        place = str(self._store.place)
        return CustodyLogDamaged(f"{place}: {message}.", path=place, since=str(since))
