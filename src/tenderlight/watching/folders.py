"""A folder that is watched: files that are new, changed or gone, each copied at once, with a list of all as capture."""

from __future__ import annotations

import hashlib
import time
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive.storage import make_folder, writing_to
from tenderlight.sources.folder import FoundFile, NotReceived, walk
from tenderlight.watching.looks import CHANGED, GONE, NEWS, SEEN, Event, Look
from tenderlight.watching.places import Known

PIECE_BYTES = 1 << 20
SETTLED_SECONDS = 2.0
"""A file changed less than this ago may still be being written: it is left until the next look."""
FILES = "files"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Copy:
    name: str
    """In the folder of the look; empty = nothing was copied, for the case has it."""
    sha256: str
    size_bytes: int


def look_into(look: Look, *, leave_out: Path) -> None:
    """Look into a folder.

    Args:
        look: The look; its place is a folder.
        leave_out: A folder that is not looked into: the case.
    """
    root = Path(look.place.address)
    if not root.is_dir():
        look.failed = True
        look.troubles.append(f"{root}: the folder is not there.")
        return
    look.state.kind = "folder"
    listed: list[dict[str, object]] = []
    unread = False
    for found in walk([root], leave_out=leave_out):
        if isinstance(found, NotReceived):
            unread = True
            look.troubles.append(f"{found.shown_path}: {found.problem.message}")
            listed.append({"path": found.shown_path, "problem": found.problem.code})
            continue
        listed.append(_file(look, found))
    if not unread:  # a folder that cannot be read today says nothing of what was in it yesterday
        _leave_out(look, {str(one["path"]) for one in listed})
    if look.events:
        look.writer(NEWS).note(root.as_uri(), listed, at=look.began)


def _file(look: Look, found: FoundFile) -> dict[str, object]:
    """Copy a file if it is new or changed; return what the list of the folder says of it."""
    known = look.state.known.get(found.shown_path)
    before = known.object if known else ""
    try:
        status = found.path.stat()
        mark = f"{status.st_ino}-{status.st_size}-{status.st_mtime_ns}-{status.st_ctime_ns}"
        if known is not None and known.object and known.etag == mark:
            known.looked_at = time.time()
            return {"path": found.shown_path, "size_bytes": status.st_size, "sha256": known.object}
        if abs(time.time() - max(status.st_mtime, status.st_ctime)) < SETTLED_SECONDS or look.is_full:
            look.left += 1
            return {"path": found.shown_path, "size_bytes": status.st_size}
        copy = _copied(look, found, before)
    except (OSError, ValueError) as trouble:  # ValueError: a name with a zero byte
        look.troubles.append(f"{found.shown_path}: {trouble}")
        return {"path": found.shown_path}
    look.state.known[found.shown_path] = Known(object=copy.sha256, etag=mark, looked_at=time.time())
    if copy.name:
        what = CHANGED if before else SEEN
        look.files.append((copy.name, found.shown_path))
        look.add(Event(what=what, address=found.shown_path, sha256=copy.sha256, before=before))
    return {"path": found.shown_path, "size_bytes": copy.size_bytes, "sha256": copy.sha256}


def _copied(look: Look, found: FoundFile, before: str) -> _Copy:
    if not found.path.is_file():
        raise OSError("it is no ordinary file")
    folder = look.folder / FILES
    make_folder(folder)
    name = f"{FILES}/{len(look.files)}"
    digest = hashlib.sha256()
    size = 0
    with found.path.open("rb") as source, writing_to(look.folder / name), (look.folder / name).open("wb") as target:
        while piece := source.read(PIECE_BYTES):
            digest.update(piece)
            size += len(piece)
            target.write(piece)
    look.count(size)
    sha256 = digest.hexdigest()
    if sha256 == before:
        (look.folder / name).unlink()
        return _Copy(name="", sha256=sha256, size_bytes=size)
    return _Copy(name=name, sha256=sha256, size_bytes=size)


def _leave_out(look: Look, there: set[str]) -> None:
    for path, known in look.state.known.items():
        if known.object and path not in there:
            look.add(Event(what=GONE, address=path, before=known.object))
            known.object = known.etag = ""
