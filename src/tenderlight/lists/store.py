"""The store of lists: every snapshot ever added, by hash, with issuer, date and licence. Nothing in it is overwritten.

::

    lists/
      objects/ab/abcd…   the bytes as received, named by their SHA-256
      snapshots.jsonl    one line a file that was taken, in the order in which they were: the truth
      tmp/, lock

A file is read whole before anything of it is kept. If it is damaged, the snapshots before it stay in use. A list in
parts is known by the hash of a statement of its parts ("name sha256" a line), which is kept beside them.
"""

from __future__ import annotations

import datetime
import hashlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Self

import msgspec

from tenderlight.archive.originals import Originals
from tenderlight.archive.shelf import Shelf
from tenderlight.archive.storage import WriterLock, make_folder, sync_folder, write_all, writing_to
from tenderlight.errors import ArchiveDamaged, UsageError
from tenderlight.lists.entries import ReadList
from tenderlight.lists.files import ListRefused
from tenderlight.lists.known import list_of
from tenderlight.lists.ofac import PARTS
from tenderlight.lists.place import LOG
from tenderlight.lists.recognise import read_list
from tenderlight.model.listing import ListedEntity, ListSnapshot
from tenderlight.model.problem import Problem, problem
from tenderlight.model.stake import Stake
from tenderlight.model.values import PartialDate

STEP = "lists"
_SURELY_SHRUNK, _LEAST_LEFT = 20, 0.8
"""A list of fewer entries may halve from one day to the next; a larger one keeps four fifths, if it is whole."""


class _ListLine(msgspec.Struct, frozen=True, kw_only=True):
    list_code: str
    issuer: str
    licence: str
    entities: int


class _FileLine(msgspec.Struct, frozen=True, kw_only=True):
    sha256: str
    parts: dict[str, str]
    """SHA-256 of each part by its name; of a list in one file, of that file."""
    received: str
    reader: str
    as_of: str | None = None
    newest: str | None = None
    """The latest day that an entry of the file names: the file is not older."""
    url_said: str = ""
    lists: list[_ListLine]


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one file."""

    name: str
    snapshots: tuple[ListSnapshot, ...] = ()
    """Empty if it was not taken."""
    is_new: bool = True
    """False if the very same bytes had been taken before."""
    problems: tuple[Problem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """A snapshot in the store."""

    snapshot: ListSnapshot
    received: str
    """When it was added, UTC, ISO 8601."""
    newest: str | None
    """The latest day that an entry of its file names: the snapshot is not older."""
    names: tuple[str, ...]
    """Names of the files it came in."""

    def order(self) -> tuple[str, str]:
        """Return by what snapshots of one list are put in order: the day of the list, else the latest day in it."""
        as_of = self.snapshot.as_of
        return (as_of.isoformat() if as_of is not None else self.newest or self.received[:10], self.received)


class ListStore:
    """The store. Reading needs no lock; adding takes it for as long as the context is open.

    Args:
        folder: Where it lies; made when something is added.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._shelf = Shelf(folder)
        self._originals = Originals(folder, self._shelf)
        self._lock: WriterLock | None = None

    def __enter__(self) -> Self:
        """Take the lock for adding.

        Raises:
            CaseInUse: If another process is adding.
            UsageError: If the place may not be written to.
        """
        make_folder(self.folder)
        self._lock = WriterLock(self.folder)
        self._shelf.clean()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, trouble: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._shelf.discard()
        if self._lock is not None:
            self._lock.free()

    def add(
        self,
        parts: Mapping[str, bytes],
        *,
        as_of: datetime.date | None = None,
        may_shrink: bool = False,
        now: Callable[[], datetime.datetime] = lambda: datetime.datetime.now(datetime.UTC),
    ) -> Added:
        """Read a list whole, and keep it; or keep nothing and say why.

        Args:
            parts: The bytes of the file by its name; of a list in parts, of every part.
            as_of: Day of the list, where the file itself does not say it and whoever adds it knows; may be said later,
                by adding the file again.
            may_shrink: Take a list though it has lost more than a fifth of its entries.
            now: The clock.

        Raises:
            StorageFull: If the disk would not take it; nothing is left of it then.

        Problems: `list-much-shorter`, and those of the readers.
        """
        name = min(parts, key=lambda each: (each not in PARTS, each))
        sha256 = sha256_of(parts)
        before = [held for held in self.held() if held.snapshot.sha256 == sha256]
        if before and (as_of is None or before[0].snapshot.as_of is not None):
            return Added(name=name, snapshots=tuple(held.snapshot for held in before), is_new=False)
        try:
            line, problems = _read(parts, sha256, as_of=as_of, received=now().isoformat(timespec="seconds"))
            if not may_shrink and not before:
                self._refuse_if_shrunk(line)
        except ListRefused as refusal:
            return Added(name=name, problems=(problem(refusal.code, step=STEP, detail=refusal.detail),))
        self._keep(parts, line)
        found = tuple(held.snapshot for held in _held(line))
        return Added(name=name, snapshots=found, is_new=not before, problems=problems)

    def held(self, list_code: str | None = None) -> list[Held]:
        """Return the snapshots, each list's in the order of their days.

        Raises:
            ArchiveDamaged: If the log of snapshots is damaged.
            UsageError: If it may not be read.
        """
        found = [held for line in self._lines() for held in _held(line)]
        found = [held for held in found if list_code in {None, held.snapshot.list_code}]
        return sorted(found, key=lambda held: (held.snapshot.list_code, held.order()))

    def entities(self, sha256: str) -> ReadList:
        """Read a snapshot's file again.

        Raises:
            ArchiveDamaged: If its bytes are missing or changed, or the present readers do not take it.
            UsageError: If there is no such snapshot.
        """
        line = self._line(sha256)
        parts = {name: self._content(part) for name, part in line.parts.items()}
        try:
            return read_list(parts)
        except ListRefused as refusal:
            path = self._originals.path(next(iter(line.parts.values())))
            raise ArchiveDamaged(
                f"The list {path} can no longer be read {refusal.detail}.", path=str(path)
            ) from refusal

    def check(self, sha256: str) -> None:
        """Check that the bytes of a snapshot are there and what they were.

        Raises:
            ArchiveDamaged: If they are not.
            UsageError: If there is no such snapshot.
        """
        for part in self._line(sha256).parts.values():
            self._originals.check(part)

    def _line(self, sha256: str) -> _FileLine:
        line = next((line for line in self._lines() if line.sha256 == sha256), None)
        if line is None:
            raise UsageError(f"There is no list with the SHA-256 {sha256[:80]} in {self.folder}.")
        return line

    def lend(self, other: ListStore, sha256s: Iterable[str]) -> None:
        """Copy snapshots, bytes and lines of the log, into another store that is open for adding.

        Raises:
            ArchiveDamaged: If the bytes of one are missing or changed.
            StorageFull: If the other's disk would not take it.
        """
        wanted = set(sha256s) - {held.snapshot.sha256 for held in other.held()}
        for line in self._lines():
            if line.sha256 in wanted:
                other._keep({name: self._content(part) for name, part in line.parts.items()}, line)

    def _content(self, sha256: str) -> bytes:
        self._originals.check(sha256)
        with self._originals.open(sha256) as original:
            return original.read()

    def _lines(self) -> Iterable[_FileLine]:
        """Return a line a file: the last one, for a file whose day was said only later has two."""
        return {line.sha256: line for line in self._log()}.values()

    def _log(self) -> Iterator[_FileLine]:
        path = self.folder / LOG
        try:
            content = path.read_bytes()
        except FileNotFoundError:
            return
        except OSError as trouble:
            raise UsageError(f"{path} could not be read ({trouble.strerror}).") from trouble
        whole, _, _torn = content.rpartition(b"\n")  # a line whose end is missing was never acknowledged
        for number, line in enumerate(whole.splitlines(), 1):
            try:
                yield msgspec.json.decode(line, type=_FileLine)
            except msgspec.DecodeError as trouble:
                raise ArchiveDamaged(f"Line {number} of {path} is damaged ({trouble}).", path=str(path)) from trouble

    def _refuse_if_shrunk(self, line: _FileLine) -> None:
        """Refuse a file that has lost a fifth of a list since the snapshot before it, read by the same reader.

        Which one that is, is known by the day of the list; a file that does not say its day is held against the newest.
        """
        for new in _held(line):
            held = [each for each in self.held(new.snapshot.list_code) if _reader(each) == _reader(new)]
            if line.as_of is not None:
                held = [each for each in held if each.order() < new.order()]
            most = held[-1].snapshot.entities if held else 0
            count = new.snapshot.entities
            if most >= _SURELY_SHRUNK and count < _LEAST_LEFT * most:
                raise ListRefused("list-much-shorter", f"({new.snapshot.list_code}: {count} entries, {most} before)")

    def _keep(self, parts: Mapping[str, bytes], line: _FileLine) -> None:
        contents = [*parts.values(), *([statement_of(parts)] if len(parts) > 1 else [])]
        for content in contents:
            with self._originals.writer() as writer:
                writer.add(content)
                writer.finish()
        self._shelf.sync()
        path = self.folder / LOG
        with writing_to(path):
            descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_APPEND | os.O_CLOEXEC, 0o644)
            try:
                _drop_torn_line(descriptor)
                write_all(descriptor, msgspec.json.encode(line) + b"\n")
                os.fsync(descriptor)
            finally:
                os.close(descriptor)
        sync_folder(self.folder)


def _drop_torn_line(descriptor: int) -> None:
    """Cut off what a crash left behind the last whole line."""
    size = os.fstat(descriptor).st_size
    content = os.pread(descriptor, size, 0)
    whole = content.rfind(b"\n") + 1
    if whole != size:
        os.ftruncate(descriptor, whole)


def _reader(held: Held) -> str:
    return held.snapshot.reader.partition("/")[0]


def _read(
    parts: Mapping[str, bytes], sha256: str, *, as_of: datetime.date | None, received: str
) -> tuple[_FileLine, tuple[Problem, ...]]:
    """Read a list; return its line for the log, and what was odd about it.

    Raises:
        ListRefused: See `read_list`.
    """
    read = read_list(parts)
    said = read.as_of or as_of
    line = _FileLine(
        sha256=sha256,
        parts={each: hashlib.sha256(content).hexdigest() for each, content in sorted(parts.items())},
        received=received,
        reader=read.reader,
        as_of=said.isoformat() if said is not None else None,
        newest=max((*(day for entity in read.entities for day in _days(entity)), *_stake_days(read)), default=None),
        url_said=read.url_said,
        lists=_lists_in(read),
    )
    return line, read.problems


def statement_of(parts: Mapping[str, bytes]) -> bytes:
    """Return the statement by whose hash a list in parts is known."""
    lines = (f"{name} {hashlib.sha256(content).hexdigest()}\n" for name, content in sorted(parts.items()))
    return "".join(lines).encode("utf-8")


def sha256_of(parts: Mapping[str, bytes]) -> str:
    """Return the SHA-256 by which a list is known."""
    (only, *more) = parts.values()
    return hashlib.sha256(statement_of(parts) if more else only).hexdigest()


def _lists_in(read: ReadList) -> list[_ListLine]:
    every: tuple[ListedEntity | Stake, ...] = (*read.entities, *read.stakes)
    groups: dict[str, list[ListedEntity | Stake]] = {}
    for each in every:
        groups.setdefault(each.list_code, []).append(each)
    return [
        _ListLine(
            list_code=code,
            issuer=list_of(code).issuer,
            licence=list_of(code).licence,
            entities=len(group),
        )
        for code, group in sorted(groups.items())
    ]


def _days(entity: ListedEntity) -> Iterator[str]:
    for date in (entity.announced, entity.effective, entity.published, entity.known_listed):
        if isinstance(date, PartialDate) and date.day:
            yield date.iso()


def _stake_days(read: ReadList) -> Iterator[str]:
    for stake in read.stakes:
        if stake.since is not None and stake.since.day:
            yield stake.since.iso()


def _held(line: _FileLine) -> Iterator[Held]:
    for each in line.lists:
        snapshot = ListSnapshot(
            sha256=line.sha256,
            list_code=each.list_code,
            issuer=each.issuer,
            as_of=datetime.date.fromisoformat(line.as_of) if line.as_of else None,
            licence=each.licence,
            url_said=line.url_said,
            entities=each.entities,
            reader=line.reader,
        )
        yield Held(snapshot=snapshot, received=line.received, newest=line.newest, names=tuple(line.parts))
