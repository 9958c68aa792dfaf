"""What becomes of a file that a case receives."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.originals import FileStatus, Originals
from tenderlight.cases.database import Database


@dataclass(frozen=True, slots=True, kw_only=True)
class Receipt:
    """A file that was received."""

    document: str
    """SHA-256 of its bytes."""
    size_bytes: int
    is_new: bool
    """Whether the case did not have this original before."""
    is_unchanged: bool = False
    """Whether it was recognised without being read."""


SETTLED_NS = 2_000_000_000
"""A file changed less than this before it was copied may change again within one tick of its disk's clock; its status
is not trusted later."""


def settled(status: FileStatus | None, looked_ns: int) -> FileStatus | None:
    """Return the status of a file that was copied at a time; None if it may change again without showing it."""
    if status is None or max(status.modified_ns, status.changed_ns) >= looked_ns - SETTLED_NS:
        return None
    return status


def known_by_status(database: Database, originals: Originals, file: Path, received_as: str) -> Receipt | None:
    """Return what a file is that was received under that path, and whose status is the same since; else None."""
    try:
        status = FileStatus.of(file.stat())
    except (OSError, ValueError):
        return None
    row = database.row(
        "SELECT document FROM sightings WHERE path = ? AND device = ? AND inode = ? AND size_bytes = ? "
        "AND modified_ns = ? AND changed_ns = ?",
        (received_as, status.device, status.inode, status.size_bytes, status.modified_ns, status.changed_ns),
    )
    if row is None or not originals.has(row[0]):
        return None
    return Receipt(document=row[0], size_bytes=status.size_bytes, is_new=False, is_unchanged=True)
