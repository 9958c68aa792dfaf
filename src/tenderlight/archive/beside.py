"""Small files of a case beside its originals, kept in the store too: checkpoints, screenings, lists, statements.

None of them is ever changed, but for indexes, to whose end lines are added. The custody log says what each must hash
to, or it pins the log itself; `verify` holds them against it.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tenderlight.archive.object_store import ObjectStore
from tenderlight.archive.storage import make_folder, write_whole
from tenderlight.errors import CaseDamaged

FOLDERS = ("checkpoints", "screenings", "lists", "exposure/statements")
GROWING = frozenset({"lists/snapshots.jsonl", "exposure/statements/index.jsonl"})
NOT_KEPT = frozenset({"lists/lock"})
NOT_KEPT_FOLDERS = ("lists/tmp/", "lists/prepared/")
NUMBERED = "screenings/"
"""What is named by a number alone, of which two machines may take the same."""
AT_ONCE = 8
MOST_BYTES = 2 << 30


def level(store: ObjectStore, folder: Path, *, gives: bool = True) -> tuple[str, ...]:
    """Give the store what it lacks of a case folder's small files, and the folder what it lacks of the store's.

    An index that both have gets the lines of both. Only under the writer's lock.

    Args:
        store: The store.
        folder: The case folder.
        gives: Whether the store is given anything.

    Returns:
        Names under which another machine had written first: the folder has that file now, and its own beside it, under
        a name that begins with a dot.

    Raises:
        StorageFull: If the store or the disk would not take it.
        StoreRefused, StoreUnavailable: If the store would not take or give it.
    """
    there = {key: size for name in FOLDERS for key, size in store.keys(name)}
    here = dict(_here(folder))
    lost = [key for key, size in here.items() if key.startswith(NUMBERED) and there.get(key, size) != size]
    given = [key for key in here if key not in there and gives]
    taken = [key for key in there if key not in here]
    for key in GROWING & here.keys() & there.keys():
        _join(store, folder, key, gives=gives)
    with ThreadPoolExecutor(AT_ONCE) as requests:
        is_ours = list(requests.map(lambda key: _give(store, folder, key), given))
        lost += [key for key, ours in zip(given, is_ours, strict=True) if not ours]
        for key in lost:
            (folder / key).rename((folder / key).with_name(f".{Path(key).name}.replaced"))
        list(requests.map(lambda key: _take(store, folder, key), [*taken, *lost]))
    return tuple(lost)


def check(store: ObjectStore, folder: Path) -> Iterator[CaseDamaged]:
    """Yield the small files that the store has otherwise than the folder; what a later run wrote counts as not there.

    Raises:
        StoreRefused, StoreUnavailable: If the store would not give it.
    """
    there = {key: size for name in FOLDERS for key, size in store.keys(name)}
    for key, size in _here(folder):
        if key not in there:
            yield _damaged(store, key, "is missing")
        elif key not in GROWING or there[key] == size:
            with (folder / key).open("rb") as file:
                if store.digest(key) != hashlib.file_digest(file, "sha256").hexdigest():
                    yield _damaged(store, key, "is not what the case folder has under that name")


def _damaged(store: ObjectStore, key: str, what: str) -> CaseDamaged:
    return CaseDamaged(f"{store.place}/{key} {what}.", path=f"{store.place}/{key}")


def _here(folder: Path) -> Iterator[tuple[str, int]]:
    for name in FOLDERS:
        for path in (folder / name).rglob("*"):
            key = path.relative_to(folder).as_posix()
            hidden = path.name.startswith(".") or key in NOT_KEPT or key.startswith(NOT_KEPT_FOLDERS)
            if path.is_file() and not path.is_symlink() and not hidden:
                yield key, path.stat().st_size


def _give(store: ObjectStore, folder: Path, key: str) -> bool:
    """Have the store keep a file; say whether it has it now, and not another machine's of that name."""
    content = (folder / key).read_bytes()
    is_new = store.create(key, content, size_bytes=len(content))
    if not is_new and key.startswith(NUMBERED) and not store.has_same(key, content):
        return False
    store.confirm(key, len(content))
    return True


def _join(store: ObjectStore, folder: Path, key: str, *, gives: bool) -> None:
    """Have both keep the lines of both, those of the store first."""
    ours, theirs = (folder / key).read_bytes(), store.read(key, most_bytes=MOST_BYTES) or b""
    known = set(theirs.splitlines())
    more = [line for line in ours.splitlines(keepends=True) if line.endswith(b"\n") and line[:-1] not in known]
    both = b"".join([theirs, *more])
    if gives and more:
        store.overwrite(key, both)
        store.confirm(key, len(both))
    if both != ours:
        _write(folder, key, both)


def _take(store: ObjectStore, folder: Path, key: str) -> None:
    content = store.read(key, most_bytes=MOST_BYTES)
    if content is not None:
        _write(folder, key, content)


def _write(folder: Path, key: str, content: bytes) -> None:
    make_folder((folder / key).parent)
    make_folder(folder / "tmp")
    unfinished = folder / "tmp" / f"{os.getpid()}-{key.replace('/', '-')}"
    write_whole(folder / key, content, temporary=unfinished)
