"""Checkpoints of the custody log: one small text that pins every byte written before it.

The form is the body of a C2SP tlog-checkpoint (https://c2sp.org/tlog-checkpoint), as used by certificate transparency
and the Go checksum database: origin, number of entries, root of the tree, and one extension line. Without a special
tool,

    head -c N custody.jsonl | sha256sum

with the N of the line ``bytes N sha256 H`` must print H. The signature follows after a blank line (`archive.notes`); a
checkpoint without one, of an installation that has no place for a key, ends with the extension line.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.keys import SigningKey
from tenderlight.archive.notes import sign_note
from tenderlight.archive.storage import write_whole
from tenderlight.errors import CustodyLogDamaged

FOLDER = "checkpoints"
ORIGIN = "tenderlight-case/"
"""What the name of a log begins with; the id of its case follows."""
_NAME = re.compile(r"[0-9]{8,}")
_BODY = re.compile(
    r"(?P<origin>[^\s+]+)\n(?P<entries>0|[1-9][0-9]{0,17})\n(?P<root>[A-Za-z0-9+/]{43}=)\n"
    r"bytes (?P<bytes>0|[1-9][0-9]{0,17}) sha256 (?P<digest>[0-9a-f]{64})\n(?:\n(?:— .*\n)+)?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Checkpoint:
    """What a log was at one moment."""

    origin: str
    """Which log: "tenderlight-case/" and the id of the case."""
    entries: int
    size_bytes: int
    """Length of the log's first `entries` lines."""
    root: bytes
    """Root of the tree over those entries."""
    sha256: str
    """SHA-256 of those bytes, in hexadecimal."""

    def text(self) -> str:
        """Return the body of the checkpoint."""
        root = base64.b64encode(self.root).decode("ascii")
        return f"{self.origin}\n{self.entries}\n{root}\nbytes {self.size_bytes} sha256 {self.sha256}\n"


def write_checkpoint(folder: Path, checkpoint: Checkpoint, *, key: SigningKey | None = None) -> Path:
    """Write a checkpoint under the number of its entries, and return where.

    Args:
        folder: The case folder.
        checkpoint: What to write.
        key: The key that signs it; None = nobody does.

    Raises:
        StorageFull: If the disk would not take it; nothing is left of it then.
    """
    name = f"{checkpoint.entries:08d}"
    path = folder / FOLDER / name
    text = checkpoint.text()
    note = text if key is None else sign_note(text, name=checkpoint.origin, key=key)
    write_whole(path, note.encode(), temporary=folder / "tmp" / f"checkpoint-{name}")
    return path


def checkpoint_files(folder: Path) -> list[Path]:
    """Return the checkpoints of a case folder, oldest first."""
    place = folder / FOLDER
    if not place.is_dir():
        return []
    return sorted((path for path in place.iterdir() if _NAME.fullmatch(path.name)), key=lambda path: int(path.name))


def read_checkpoint(path: Path) -> Checkpoint:
    """Read a checkpoint; signatures are passed over.

    Raises:
        CustodyLogDamaged: If it is no checkpoint.
    """
    checkpoint = parse_checkpoint(path.read_bytes().decode("utf-8", errors="replace"))
    if checkpoint is None:
        raise CustodyLogDamaged(f"{path} is not of the form of a checkpoint.", path=str(path))
    return checkpoint


def parse_checkpoint(note: str) -> Checkpoint | None:
    """Return what a checkpoint says, signatures passed over; None if it is none."""
    parts = _BODY.fullmatch(note)
    if parts is None:
        return None
    return Checkpoint(
        origin=parts["origin"],
        entries=int(parts["entries"]),
        size_bytes=int(parts["bytes"]),
        root=base64.b64decode(parts["root"]),
        sha256=parts["digest"],
    )


def read_checkpoints(folder: Path) -> Iterator[Checkpoint]:
    """Yield the checkpoints of a case folder, oldest first.

    Raises:
        CustodyLogDamaged: If one is no checkpoint.
    """
    return map(read_checkpoint, checkpoint_files(folder))
