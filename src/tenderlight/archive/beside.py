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
AT_ONCE = 8
MOST_BYTES = 2 << 30


def level(store: ObjectStore, folder: Path) -> None:
    """Give the store what it lacks of a case folder's small files, and the folder what it lacks of the store's.

    An index that both have is taken from where it is longer. Only under the writer's lock.

    Raises:
        StorageFull: If the store or the disk would not take it.
        StoreRefused, StoreUnavailable: If the store would not take or give it.
    """
    there = {key: size for name in FOLDERS for key, size in store.keys(name)}
    here = dict(_here(folder))
    given = [key for key, size in here.items() if key not in there or (key in GROWING and size > there[key])]
    taken = [key for key, size in there.items() if key not in here or (key in GROWING and size > here[key])]
    with ThreadPoolExecutor(AT_ONCE) as requests:
        list(requests.map(lambda key: _give(store, folder, key), given))
        list(requests.map(lambda key: _take(store, folder, key), taken))


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


def _give(store: ObjectStore, folder: Path, key: str) -> None:
    content = (folder / key).read_bytes()
    if key in GROWING:
        store.overwrite(key, content)
    else:
        store.create(key, content, size_bytes=len(content))
    store.confirm(key, len(content))


def _take(store: ObjectStore, folder: Path, key: str) -> None:
    content = store.read(key, most_bytes=MOST_BYTES)
    if content is not None:
        make_folder((folder / key).parent)
        make_folder(folder / "tmp")
        unfinished = folder / "tmp" / f"{os.getpid()}-{key.replace('/', '-')}"
        write_whole(folder / key, content, temporary=unfinished)
