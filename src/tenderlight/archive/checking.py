"""Checks the custody log against itself and its checkpoints, from the first byte."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.checkpoints import Checkpoint, checkpoint_files, read_checkpoint
from tenderlight.archive.custody import NAME, TORN_NAME, read_log
from tenderlight.archive.merkle import MerkleTree
from tenderlight.errors import CustodyLogDamaged


@dataclass(frozen=True, slots=True, kw_only=True)
class LogCheck:
    """What held of a log."""

    entries: int
    size_bytes: int
    checkpoints: int
    pinned_entries: int
    """Entries up to the last checkpoint; nothing after it is claimed."""
    torn: tuple[str, ...]
    """Names of files with torn ends that were set aside after crashes."""


def check_log(folder: Path) -> LogCheck:
    """Read the whole log of a case folder again and hold it against every checkpoint.

    Raises:
        CustodyLogDamaged: If an entry is missing, changed, out of order or torn, or a checkpoint does not fit.
    """
    waiting = [(path, read_checkpoint(path)) for path in checkpoint_files(folder)]
    origins = {checkpoint.origin for _, checkpoint in waiting}
    if len(origins) > 1:
        raise CustodyLogDamaged(f"The checkpoints of {folder} are of several logs.", path=str(folder))
    waiting.reverse()
    tree, digest, size = MerkleTree(), hashlib.sha256(), 0
    for entry, size in read_log(folder):
        line = entry.line()
        tree.append(line)
        digest.update(line + b"\n")
        if waiting and waiting[-1][1].entries == tree.size:
            path, checkpoint = waiting.pop()
            _hold(path, checkpoint, tree, size_bytes=size, sha256=digest.hexdigest())
    if waiting:
        path, checkpoint = waiting[-1]
        raise CustodyLogDamaged(
            f"The log has {tree.size} entries; the checkpoint {path} is of {checkpoint.entries}.",
            path=str(folder / NAME),
        )
    files = checkpoint_files(folder)
    return LogCheck(
        entries=tree.size,
        size_bytes=size,
        checkpoints=len(files),
        pinned_entries=int(files[-1].name) if files else 0,
        torn=tuple(sorted(path.name for path in folder.glob(f"{TORN_NAME}*"))),
    )


def _hold(path: Path, checkpoint: Checkpoint, tree: MerkleTree, *, size_bytes: int, sha256: str) -> None:
    if int(path.name) != checkpoint.entries:
        raise CustodyLogDamaged(f"The checkpoint {path} is of {checkpoint.entries} entries.", path=str(path))
    if (checkpoint.size_bytes, checkpoint.sha256, checkpoint.root) != (size_bytes, sha256, tree.root()):
        raise CustodyLogDamaged(
            f"The first {checkpoint.entries} entries of the log are not those of the checkpoint {path}.", path=str(path)
        )
