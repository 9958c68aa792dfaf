"""Checks the custody log against itself, its checkpoints and its keys, from the first byte."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.acts import Act
from tenderlight.archive.checkpoints import ORIGIN, Checkpoint, checkpoint_files, parse_checkpoint, read_checkpoint
from tenderlight.archive.custody import NAME, TORN_NAME, Entry, read_log
from tenderlight.archive.key_changes import KeyInForce, key_of
from tenderlight.archive.merkle import MerkleTree
from tenderlight.archive.notes import is_note_signed
from tenderlight.archive.timestamps import Stamp, bounds_of, clock_doubt, stamp_of
from tenderlight.errors import CustodyLogDamaged, UsageError

FEW = 5
"""Of many doubts of one kind, so many are told."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCheck:
    """What held of a log."""

    entries: int
    size_bytes: int
    checkpoints: int
    pinned_entries: int
    """Entries up to the last checkpoint; nothing after it is claimed."""
    signed_checkpoints: int
    keys: tuple[KeyInForce, ...]
    """Every key that was ever in force, the newest last."""
    stamps: tuple[Stamp, ...]
    """Times that authorities put on checkpoints; whether their tokens hold is another check."""
    set_back: tuple[tuple[int, str, str], ...]
    """Where the machine's clock was set back: number of the entry, what the clock said before, and then."""
    torn: tuple[str, ...]
    """Names of files with torn ends that were set aside after crashes."""


def check_log(folder: Path) -> LogCheck:
    """Read the whole log of a case folder again and hold it against every checkpoint, and those against their keys.

    Raises:
        CustodyLogDamaged: If an entry is missing, changed, out of order, torn, or earlier than the one before without
            saying so; if a checkpoint does not fit, or is not signed by the key that the log has in force there. The
            detail `since` is the number of the first entry that nothing shows to be what it was.
    """
    files = checkpoint_files(folder)
    waiting = [(path, read_checkpoint(path)) for path in reversed(files)]
    walk = _Walk(folder)
    for entry, size in read_log(folder):
        walk.take(entry, size)
        if waiting and waiting[-1][1].entries == walk.tree.size:
            walk.hold(*waiting.pop())
    if waiting:
        path, checkpoint = waiting[-1]
        raise CustodyLogDamaged(
            f"The log has {walk.tree.size} entries; the checkpoint {path} is of {checkpoint.entries}.",
            path=str(folder / NAME),
            since=str(walk.pinned),
        )
    return LogCheck(
        entries=walk.tree.size,
        size_bytes=walk.size_bytes,
        checkpoints=len(files),
        pinned_entries=walk.pinned,
        signed_checkpoints=walk.signed,
        keys=tuple(walk.keys),
        stamps=tuple(walk.stamps),
        set_back=tuple(walk.set_back),
        torn=tuple(sorted(path.name for path in folder.glob(f"{TORN_NAME}*"))),
    )


def notes_on_log(folder: Path, log: LogCheck) -> Iterator[str]:
    """Yield what a reader of a whole log should know, a sentence each; nothing of it is damage.

    Args:
        folder: The case folder.
        log: What `check_log` said of it.
    """
    unsigned = log.checkpoints - log.signed_checkpoints
    if unsigned:
        yield f"{unsigned} of {log.checkpoints} checkpoints are signed by nobody."
    for key in log.keys:
        if not key.is_confirmed:
            to = "nobody signs" if key.public is None else f"the key {key.public.hex()} signs"
            yield f"From entry {key.since} on, {to}; the key before did not sign that."
    yield from _few(
        [f"The clock was set back at entry {seq}, from {one} to {other}." for seq, one, other in log.set_back]
    )
    if log.pinned_entries < log.entries:
        yield f"No checkpoint covers the last {log.entries - log.pinned_entries} entries of the log yet."
    for name in log.torn:
        yield f"A crash tore off the end of the log once; it lies in {name}."
    if log.stamps:
        doubts = (clock_doubt(entry, bounds_of(entry.seq, log.stamps)) for entry, _ in read_log(folder))
        yield from _few([doubt for doubt in doubts if doubt is not None])


def check_against(folder: Path, note: str) -> None:
    """Hold the log against a checkpoint that was given to somebody earlier, and kept outside the case.

    Args:
        folder: The case folder, whose own checkpoints hold.
        note: The text of that checkpoint.

    Raises:
        CustodyLogDamaged: If it is of another log, or the log does not begin as it was then.
        UsageError: If it is no checkpoint.
    """
    outside = parse_checkpoint(note)
    if outside is None:
        raise UsageError("What was given has not the form of a checkpoint.")
    path = folder / NAME
    walk = _Walk(folder)
    for entry, size in read_log(folder):
        walk.take(entry, size)
        if walk.tree.size == outside.entries:
            break
    if not walk.is_as_in(outside):
        raise CustodyLogDamaged(
            f"The first {outside.entries} entries of {path} are not those of the checkpoint that was given: the log "
            "was written anew, or is of another case.",
            path=str(path),
            since="0",
        )


def _few(sentences: Sequence[str]) -> list[str]:
    more = len(sentences) - FEW
    return [*sentences[:FEW], *([f"So it is with {more} more entries."] if more > 0 else [])]


class _Walk:
    """One walk over a log, entry by entry, from checkpoint to checkpoint."""

    def __init__(self, folder: Path) -> None:
        self.tree = MerkleTree()
        self.size_bytes = 0
        self.pinned = 0
        self.signed = 0
        self.keys: list[KeyInForce] = []
        self.stamps: list[Stamp] = []
        self.set_back: list[tuple[int, str, str]] = []
        self._folder = folder
        self._origin = ""
        self._digest = hashlib.sha256()
        self._time = ""

    def take(self, entry: Entry, size_bytes: int) -> None:
        line = entry.line()
        self.tree.append(line)
        self._digest.update(line + b"\n")
        self.size_bytes = size_bytes
        if entry.time < self._time and entry.act != Act.CLOCK:
            raise self._damaged(f"Entry {entry.seq} of the log is earlier than the one before it, and none says why")
        if entry.act == Act.CLOCK:
            self.set_back.append((entry.seq, str(entry.details.get("before")), entry.time))
        self._time = entry.time
        if entry.act == Act.BEGIN:
            self._origin = f"{ORIGIN}{entry.details.get('case')}"
        try:
            if entry.act == Act.KEY:
                self.keys.append(key_of(entry, origin=self._origin, before=self.keys[-1] if self.keys else None))
            elif entry.act == Act.STAMP:
                self.stamps.append(stamp_of(entry))
        except ValueError as trouble:
            raise self._damaged(f"Entry {entry.seq} of the log is {trouble}") from trouble

    def hold(self, path: Path, checkpoint: Checkpoint) -> None:
        if int(path.name) != checkpoint.entries:
            raise self._damaged(f"The checkpoint {path} is of {checkpoint.entries} entries")
        if checkpoint.origin != self._origin:
            raise self._damaged(f"The checkpoint {path} is of another log")
        if not self.is_as_in(checkpoint):
            raise self._damaged(
                f"The first {checkpoint.entries} entries of the log are not those of the checkpoint {path}"
            )
        key = self.keys[-1].public if self.keys else None
        if key is not None:
            if not is_note_signed(path.read_text("utf-8"), name=checkpoint.origin, public=key):
                raise self._damaged(f"The checkpoint {path} is not signed by the key that the log names")
            self.signed += 1
        self.pinned = checkpoint.entries

    def is_as_in(self, checkpoint: Checkpoint) -> bool:
        said = (checkpoint.origin, checkpoint.size_bytes, checkpoint.sha256, checkpoint.root)
        return said == (self._origin, self.size_bytes, self._digest.hexdigest(), self.tree.root())

    def _damaged(self, message: str) -> CustodyLogDamaged:
        return CustodyLogDamaged(f"{message}.", path=str(self._folder / NAME), since=str(self.pinned))
