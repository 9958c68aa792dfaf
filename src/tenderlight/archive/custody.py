"""The custody log: what was received, from where, when, and what was made of it. Append-only, one JSON object a line.

`custody.jsonl` is the truth of a case; its database can be rebuilt from it and the originals. A line has sorted keys,
no spaces, and is UTF-8. Every line has:

=========  ======================================================================================================
``seq``    number of the entry, from 0, without gaps; the order of entries, whatever the clock said
``t``      what the clock said (UTC); a step back is an entry of its own (act ``clock``)
``act``    what happened, see `archive.acts`
``by``     who did it
``nonce``  128 random bits: an entry that was not disclosed cannot be guessed from its hash
=========  ======================================================================================================

Further keys depend on the act; ``object`` is always the SHA-256 of an original.
"""

from __future__ import annotations

import json
import os
import secrets
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime
from hashlib import sha256
from pathlib import Path
from typing import Protocol

from tenderlight.archive.acts import Act
from tenderlight.archive.checkpoints import Checkpoint, checkpoint_files, read_checkpoint, write_checkpoint
from tenderlight.archive.keys import SigningKey
from tenderlight.archive.merkle import MerkleTree
from tenderlight.archive.storage import make_folder, sync_folder, write_all, write_whole, writing_to
from tenderlight.errors import CustodyLogDamaged

__all__ = ["NAME", "TORN_NAME", "Act", "CustodyLog", "Detail", "Entry", "Position", "read_entry", "read_log"]

NAME = "custody.jsonl"
TORN_NAME = "custody.torn-"
LONGEST_LINE_BYTES = 1 << 20
_OWN_KEYS = frozenset({"seq", "t", "act", "by", "nonce"})

Detail = str | int | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """An entry, as it stands in the log."""

    seq: int
    time: str
    """UTC, ISO 8601, to the millisecond; a claim of the machine's clock, not an order."""
    act: str
    """A value of `Act`, or of a newer version's."""
    by: str
    nonce: str
    details: Mapping[str, Detail] = field(default_factory=dict)

    def line(self) -> bytes:
        """Return the entry as it is written, without the line's end.

        Raises:
            ValueError: If a text holds half a surrogate pair.
        """
        own = {"seq": self.seq, "t": self.time, "act": self.act, "by": self.by, "nonce": self.nonce}
        text = json.dumps({**self.details, **own}, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        return text.encode("utf-8")


@dataclass(frozen=True, slots=True, kw_only=True)
class Position:
    """A place between two entries."""

    entries: int = 0
    size_bytes: int = 0


def read_entry(untrusted_line: bytes, *, seq: int) -> Entry:
    """Read the line of entry `seq`, line's end included.

    Raises:
        ValueError: If it is not that entry, or not in the one form entries have.
    """
    if not untrusted_line.endswith(b"\n"):
        raise ValueError("the line is not whole")
    found = json.loads(untrusted_line)
    if not isinstance(found, dict) or not found.keys() >= _OWN_KEYS:
        raise ValueError("not an entry")
    details = {key: value for key, value in found.items() if key not in _OWN_KEYS}
    texts = [found[key] for key in ("t", "act", "by", "nonce")]
    if not all(isinstance(text, str) for text in texts):
        raise ValueError("not an entry")
    if not all(value is None or type(value) in (str, int) for value in details.values()):
        raise ValueError("an entry with parts inside parts")
    time, act, by, nonce = texts
    entry = Entry(seq=found["seq"], time=time, act=act, by=by, nonce=nonce, details=details)
    if type(entry.seq) is not int or entry.seq != seq:
        raise ValueError(f"entry {entry.seq!r:.40} where {seq} should be")
    if entry.line() + b"\n" != untrusted_line:
        raise ValueError("not in the form entries are written in")
    return entry


def read_log(
    folder: Path, *, start: Position = Position(), end_bytes: int | None = None
) -> Iterator[tuple[Entry, int]]:
    """Yield each entry and the number of bytes up to its end.

    Args:
        folder: The case folder.
        start: Where to begin.
        end_bytes: Where to stop; None = at the end of the file.

    Raises:
        CustodyLogDamaged: If a line is not the entry it should be, or is not whole, or there is no log.
    """
    path = folder / NAME
    if not path.is_file():
        raise CustodyLogDamaged(f"The log {path} is missing.", path=str(path), since="0")
    with path.open("rb") as log:
        log.seek(start.size_bytes)
        seq, at = start.entries, start.size_bytes
        while (end_bytes is None or at < end_bytes) and (line := log.readline(LONGEST_LINE_BYTES)):
            try:
                entry = read_entry(line, seq=seq)
            except (ValueError, RecursionError) as trouble:
                raise CustodyLogDamaged(
                    f"Entry {seq} of {path} (at byte {at}) cannot be read: {trouble}.", path=str(path), since=str(seq)
                ) from trouble
            seq, at = seq + 1, at + len(line)
            yield entry, at


class Elsewhere(Protocol):
    """Where the log lies if the file in the case folder is a copy of it; see `archive.segments`."""

    def mirror(self) -> object:
        """Bring the copy up to the log."""

    def publish(self, entries: int, content: bytes) -> None:
        """Write lines behind the first `entries`, or raise; nobody else can have written there then."""


def _utc_now() -> datetime:
    return datetime.now(UTC)


class CustodyLog:
    """The log, open for appending. Only for the holder of the case's `WriterLock`.

    `append` only notes; `commit` writes and forces to the disk what was noted. What a crash left torn at the end is set
    aside into `custody.torn-N` when the log is opened, and an entry says so.

    Args:
        folder: The case folder.
        acknowledged: Up to where the log is known to have been whole (by the database); a fault before that is damage,
            after it the trace of a crash.
        by: Who appends.
        begin: What the first entry (act `begin`) says, should the log have none yet.
        elsewhere: Where the log lies; None = in the case folder.
        now: The clock.

    Raises:
        CaseInUse: If it lies elsewhere, and somebody else began it just now.
        CustodyLogDamaged: If the log is shorter than what was acknowledged, or cannot be read there.
    """

    def __init__(
        self,
        folder: Path,
        *,
        by: str,
        begin: Mapping[str, Detail],
        acknowledged: Position = Position(),
        elsewhere: Elsewhere | None = None,
        now: Callable[[], datetime] = _utc_now,
    ) -> None:
        self._folder = folder
        self._by = by
        self._elsewhere = elsewhere
        self._now = now
        self._noted: list[bytes] = []
        self._tree = MerkleTree()
        self._hash = sha256()
        self._hashed_bytes = 0
        self._committed = Position()
        self._last_time = ""
        make_folder(folder / "checkpoints")
        make_folder(folder / "tmp")
        if elsewhere is not None:
            elsewhere.mirror()
        path = folder / NAME
        is_new = not path.exists()
        with writing_to(path):
            self._descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o644)
            if is_new:
                sync_folder(folder)
        try:
            torn = self._recover(_later(acknowledged, _last_checkpoint(folder)))
            if self._committed.entries == 0:
                self.append(Act.BEGIN, **begin)
            if torn is not None:
                self.append(Act.TORN, torn=torn.name, torn_sha256=sha256(torn.read_bytes()).hexdigest())
            self.commit()
        except BaseException:
            self.close()
            raise

    def look_again(self, acknowledged: Position) -> None:
        """Take in what others appended since `acknowledged`, and set aside what a crash of theirs left torn.

        Raises:
            CustodyLogDamaged: If the log is shorter than what was acknowledged.
        """
        if os.fstat(self._descriptor).st_size == self._committed.size_bytes >= acknowledged.size_bytes:
            return
        torn = self._recover(_later(acknowledged, self._committed))
        if torn is not None:
            self.append(Act.TORN, torn=torn.name, torn_sha256=sha256(torn.read_bytes()).hexdigest())
            self.commit()

    @property
    def position(self) -> Position:
        """Up to where the log is on the disk."""
        return self._committed

    @property
    def noted(self) -> int:
        """How many entries are noted and not committed."""
        return len(self._noted)

    def append(self, act: Act, **details: Detail) -> None:
        """Note an entry, to be written by the next `commit`.

        Raises:
            ValueError: If a text holds half a surrogate pair, or the entry is longer than `LONGEST_LINE_BYTES`.
        """
        time = self._now().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f")[:-3] + "Z"
        if time < self._last_time:
            before, self._last_time = self._last_time, time
            self._note(time, Act.CLOCK, {"before": before})
        self._last_time = time
        self._note(time, act, details)

    def commit(self) -> Position:
        """Write what was noted and force it to the disk; return up to where the log goes now.

        Raises:
            StorageFull: If the disk would not take it; the log is as it was then, and what was noted is forgotten.
            CaseInUse, StoreRefused, StoreUnavailable: If the log lies elsewhere, and took none of it; what was noted is
                forgotten, or is read back when the log is opened next.
        """
        if not self._noted:
            return self._committed
        content = b"".join(self._noted)
        entries = len(self._noted)
        try:
            if self._elsewhere is not None:
                self._elsewhere.publish(self._committed.entries, content)
            with writing_to(self._folder / NAME):
                os.lseek(self._descriptor, self._committed.size_bytes, os.SEEK_SET)
                write_all(self._descriptor, content)
                os.fsync(self._descriptor)
        except BaseException:
            self.discard()
            with suppress(OSError):
                os.ftruncate(self._descriptor, self._committed.size_bytes)
            raise
        self._noted.clear()
        self._committed = Position(
            entries=self._committed.entries + entries, size_bytes=self._committed.size_bytes + len(content)
        )
        return self._committed

    def discard(self, *, keep: int = 0) -> None:
        """Forget what was noted and not committed, but for the first `keep` entries."""
        del self._noted[keep:]

    @property
    def is_pinned(self) -> bool:
        """Whether the newest checkpoint is of all that is committed."""
        files = checkpoint_files(self._folder)
        return bool(files) and int(files[-1].name) >= self._committed.entries

    def checkpoint(self, *, origin: str, key: SigningKey | None = None) -> Checkpoint | None:
        """Write a checkpoint of what is committed, signed if there is a key; None if there is nothing since the last.

        Raises:
            StorageFull: If the disk would not take it.
            CustodyLogDamaged: If the log cannot be read.
        """
        if self.is_pinned:
            return None
        self._hash_on()
        checkpoint = Checkpoint(
            origin=origin,
            entries=self._tree.size,
            size_bytes=self._hashed_bytes,
            root=self._tree.root(),
            sha256=self._hash.hexdigest(),
        )
        write_checkpoint(self._folder, checkpoint, key=key)
        return checkpoint

    def close(self) -> None:
        """Let the log go; what was noted and not committed is forgotten."""
        self.discard()
        if self._descriptor >= 0:
            os.close(self._descriptor)
            self._descriptor = -1

    def _hash_on(self) -> None:
        """Take what was committed since the last checkpoint of this run (at first: everything) into the tree."""
        path = self._folder / NAME
        with path.open("rb") as log:
            log.seek(self._hashed_bytes)
            while self._hashed_bytes < self._committed.size_bytes:
                line = log.readline(LONGEST_LINE_BYTES)
                self._tree.append(line.removesuffix(b"\n"))
                self._hash.update(line)
                self._hashed_bytes += len(line)
                if not line:
                    break
        if (self._tree.size, self._hashed_bytes) != (self._committed.entries, self._committed.size_bytes):
            raise CustodyLogDamaged(f"{path} has other lines than were written to it.", path=str(path))

    def _note(self, time: str, act: Act, details: Mapping[str, Detail]) -> None:
        assert not details.keys() & _OWN_KEYS
        entry = Entry(
            seq=self._committed.entries + len(self._noted),
            time=time,
            act=act.value,
            by=self._by,
            nonce=secrets.token_hex(16),
            details=details,
        )
        line = entry.line() + b"\n"
        if len(line) > LONGEST_LINE_BYTES:
            raise ValueError(f"an entry of {len(line)} bytes")
        self._noted.append(line)

    def _recover(self, acknowledged: Position) -> Path | None:
        """Find the end of the log; set aside what a crash tore off, and say where."""
        size = os.fstat(self._descriptor).st_size
        path = self._folder / NAME
        if size < acknowledged.size_bytes:
            raise CustodyLogDamaged(
                f"{path} has {size} bytes, {acknowledged.size_bytes} were written: its end is missing.", path=str(path)
            )
        self._committed = acknowledged
        self._last_time = _last_time(self._folder, acknowledged)
        try:
            for entry, at in read_log(self._folder, start=acknowledged):
                self._committed = Position(entries=entry.seq + 1, size_bytes=at)
                self._last_time = entry.time
        except CustodyLogDamaged:
            return self._set_aside(size)
        return None

    def _set_aside(self, size: int) -> Path:
        tail = os.pread(self._descriptor, size - self._committed.size_bytes, self._committed.size_bytes)
        number = self._committed.entries
        while (place := self._folder / f"{TORN_NAME}{number}").exists():
            number += 1
        write_whole(place, tail, temporary=self._folder / "tmp" / place.name)
        with writing_to(self._folder / NAME):
            os.ftruncate(self._descriptor, self._committed.size_bytes)
        return place


def _later(one: Position, other: Position) -> Position:
    return max(one, other, key=lambda position: position.entries)


def _last_checkpoint(folder: Path) -> Position:
    files = checkpoint_files(folder)
    if not files:
        return Position()
    checkpoint = read_checkpoint(files[-1])
    return Position(entries=checkpoint.entries, size_bytes=checkpoint.size_bytes)


def _last_time(folder: Path, position: Position) -> str:
    """Return what the clock said in the last entry before `position`; empty if there is none."""
    if position.entries == 0:
        return ""
    path = folder / NAME
    with path.open("rb") as log:
        start = max(0, position.size_bytes - LONGEST_LINE_BYTES)
        log.seek(start)
        lines = log.read(position.size_bytes - start).splitlines(keepends=True)
    try:
        return read_entry(lines[-1], seq=position.entries - 1).time
    except (ValueError, RecursionError) as trouble:
        raise CustodyLogDamaged(
            f"Entry {position.entries - 1} of {path} cannot be read: {trouble}.", path=str(path)
        ) from trouble
