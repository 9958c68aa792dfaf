"""What a worker of a cluster does for the index of the search: makes a part of it of the entries that it is given.

It needs nothing of the case. The part is made in a folder of its own on the worker's machine, and sent back file by
file; no document is opened for it.
"""

from __future__ import annotations

import fcntl
import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from tenderlight.cases.search_entries import Entry
from tenderlight.cases.search_parts import files_of, make_part_of
from tenderlight.pipeline.cluster_messages import (
    END,
    FRAME,
    OTHER_VERSIONS,
    EntryOfPart,
    PartChunk,
    PartMade,
    versions_of_parts,
    write_entries,
    write_part_made,
    write_piece,
)

PIECE_BYTES = 1 << 20
NAME, NEW_NAME, LOCK = "tenderlight-part-", "tenderlight-new-part-", "lock"
"""How folders are called that somebody is at, or was; how before that; what whoever is at one holds a lock on."""


def part_of_index(chunk: PartChunk) -> Iterator[bytes]:
    """Make a part, and yield its files in pieces, then what is in it, as entries."""
    if chunk.versions != versions_of_parts():
        yield write_entries([(0, OTHER_VERSIONS, versions_of_parts().encode())])
        return
    with _folder() as folder:
        made = ((number, map(_entry, entries)) for number, entries in chunk.documents)
        make_part_of(folder, made, chunk.phrases)
        sizes: dict[str, int] = {}
        for path in files_of(folder):
            with path.open("rb") as file:
                while piece := file.read(PIECE_BYTES):
                    sizes[path.name] = sizes.get(path.name, 0) + len(piece)
                    yield write_entries([(0, FRAME, write_piece(path.name, piece))])
    said = PartMade(entries={number: len(entries) for number, entries in chunk.documents}, sizes=sizes)
    yield write_entries([(0, END, write_part_made(said))])


def _entry(told: EntryOfPart) -> Entry:
    return Entry(number=told.number, text=told.text, pieces=told.pieces, segments=told.segments)


@contextmanager
def _folder() -> Iterator[Path]:
    """Make a folder that is deleted in the end: by the next worker of this machine, if this one is killed."""
    for left in Path(tempfile.gettempdir()).glob(f"{NAME}*"):
        _forget(left)
    new = Path(tempfile.mkdtemp(prefix=NEW_NAME))
    place = new.with_name(NAME + new.name.removeprefix(NEW_NAME))
    lock = os.open(new / LOCK, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o600)
    try:
        fcntl.flock(lock, fcntl.LOCK_EX)
        new.rename(place)  # locked before it can be seen
        part = place / "part"
        part.mkdir()
        yield part
    finally:
        shutil.rmtree(place, ignore_errors=True)
        os.close(lock)


def _forget(left: Path) -> None:
    """Delete a folder that nobody is at."""
    try:
        lock = os.open(left / LOCK, os.O_RDWR | os.O_CLOEXEC | os.O_NOFOLLOW)
    except OSError:  # another user's
        return
    try:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        shutil.rmtree(left, ignore_errors=True)
    except BlockingIOError:
        pass
    finally:
        os.close(lock)
