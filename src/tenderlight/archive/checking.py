"""Checks the custody log against itself, its checkpoints and its keys, from the first byte."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.acts import Act
from tenderlight.archive.checkpoints import ORIGIN, Checkpoint, checkpoint_files, read_checkpoint
from tenderlight.archive.custody import NAME, TORN_NAME, Entry, read_log
from tenderlight.archive.key_changes import KeyInForce, key_of
from tenderlight.archive.merkle import MerkleTree
from tenderlight.archive.notes import is_note_signed
from tenderlight.errors import CustodyLogDamaged


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
        torn=tuple(sorted(path.name for path in folder.glob(f"{TORN_NAME}*"))),
    )


class _Walk:
    """One walk over a log, entry by entry, from checkpoint to checkpoint."""

    def __init__(self, folder: Path) -> None:
        self.tree = MerkleTree()
        self.size_bytes = 0
        self.pinned = 0
        self.signed = 0
        self.keys: list[KeyInForce] = []
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
        self._time = entry.time
        if entry.act == Act.BEGIN:
            self._origin = f"{ORIGIN}{entry.details.get('case')}"
        elif entry.act == Act.KEY:
            try:
                self.keys.append(key_of(entry, origin=self._origin, before=self.keys[-1] if self.keys else None))
            except ValueError as trouble:
                raise self._damaged(f"Entry {entry.seq} of the log is {trouble}") from trouble

    def hold(self, path: Path, checkpoint: Checkpoint) -> None:
        if int(path.name) != checkpoint.entries:
            raise self._damaged(f"The checkpoint {path} is of {checkpoint.entries} entries")
        if checkpoint.origin != self._origin:
            raise self._damaged(f"The checkpoint {path} is of another log")
        said = (checkpoint.size_bytes, checkpoint.sha256, checkpoint.root)
        if said != (self.size_bytes, self._digest.hexdigest(), self.tree.root()):
            raise self._damaged(
                f"The first {checkpoint.entries} entries of the log are not those of the checkpoint {path}"
            )
        key = self.keys[-1].public if self.keys else None
        if key is not None:
            if not is_note_signed(path.read_text("utf-8"), name=checkpoint.origin, public=key):
                raise self._damaged(f"The checkpoint {path} is not signed by the key that the log names")
            self.signed += 1
        self.pinned = checkpoint.entries

    def _damaged(self, message: str) -> CustodyLogDamaged:
        return CustodyLogDamaged(f"{message}.", path=str(self._folder / NAME), since=str(self.pinned))
