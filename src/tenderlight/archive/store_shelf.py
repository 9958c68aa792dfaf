"""The shelf of a case whose files lie in an object store; the case folder holds copies of those in use.

What is put on the shelf is written to the store first, then kept under the same name in the case folder, where readers
find it as a file. Copies are bounded: the ones used longest ago are dropped, for the store has them. A copy gets its
name only when its bytes hash to what its name says.
"""

from __future__ import annotations

import mmap
import os
import re
import time
from collections import Counter
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from pathlib import Path
from threading import Lock

from tenderlight.archive.object_store import MOST_BYTES, ObjectStore
from tenderlight.archive.shelf import READ_ONLY, NewFile, Shelf
from tenderlight.archive.storage import make_folder, writing_to
from tenderlight.archive.store_place import StorePlace, place_of
from tenderlight.errors import ArchiveDamaged, CaseDamaged, UsageError

AT_ONCE = 16
"""Requests under way at the same time."""
COPIES = ("objects", "readings", "layouts")
"""Folders of a case whose files lie in the store."""
CACHE_VARIABLE = "TENDERLIGHT_STORE_CACHE_MB"
CACHE_MB = 10_000
FEW_ASKED = 32
"""So many files are asked for one by one; then all of their kind are listed, a thousand in a request."""
IN_USE_SECONDS = 120
"""A copy used within so many seconds is not dropped: somebody may have its name and not have opened it yet."""
DROP_TO = 0.8
"""Once there are too many copies, so much of the bound is kept."""
_DIGEST = re.compile(r"(?:^|\.)([0-9a-f]{16,64})(?:\.jsonl\.gz)?$")


def shelf_of(folder: Path, *, is_listed: bool = False) -> Shelf:
    """Return the shelf of a case folder, for reading.

    Args:
        folder: The case folder.
        is_listed: See `StoreShelf`.
    """
    place = place_of(folder)
    return Shelf(folder) if place is None else StoreShelf(folder, place, is_listed=is_listed)


class StoreShelf(Shelf):
    """A shelf whose files lie in an object store.

    Args:
        folder: The case folder.
        place: The store, asked only when something of it is needed.
        store: The store, if it is open already.
        is_listed: Whether what is there is what the store says: for the writer of a case, and for checks. Once it was
            asked of a few files, all are listed. If not, a copy is taken for a sign that the store has the file.
        temporary: As for `Shelf`.
    """

    def __init__(
        self,
        folder: Path,
        place: StorePlace,
        *,
        store: ObjectStore | None = None,
        is_listed: bool = False,
        temporary: Path | None = None,
    ) -> None:
        super().__init__(folder, temporary=temporary)
        self.place = place
        self.most_bytes = MOST_BYTES
        self._store = store
        self._is_listed = is_listed
        self._listed: dict[str, dict[str, int]] = {}
        self._asked: Counter[str] = Counter()
        self._copies = Copies(folder)
        self._lock = Lock()

    @property
    def store(self) -> ObjectStore:
        """The store.

        Raises:
            OptionalPartMissing: If the extra `objects` is not installed.
            StoreRefused: If there are no keys for it.
        """
        with self._lock:
            if self._store is None:
                self._store = ObjectStore(self.place)
            return self._store

    def find(self, final: Path) -> Path:
        """Return where the file of that name can be read now: what is only in the store is fetched.

        Raises:
            ArchiveDamaged, CaseDamaged: If what the store has is not what its name says.
            StorageFull: If the disk would not take it.
            StoreRefused, StoreUnavailable: If the store would not give it.
        """
        found = super().find(final)
        if found is final and not self._copies.use(final):
            self._fetch(final)
        return found

    def size(self, final: Path) -> int | None:
        """As for `Shelf`; of what is in the store.

        Raises:
            StoreRefused, StoreUnavailable: If the store would not say.
        """
        if final in self._waiting:
            return super().size(final)
        if self._is_listed:
            return self._size_by_store(self._key(final))
        return final.stat().st_size if self._copies.use(final) else self.store.size(self._key(final))

    def digest(self, final: Path) -> str:
        """As for `Shelf`; of what is in the store, whatever copy there is.

        Raises:
            FileNotFoundError: If nothing is.
            StoreRefused, StoreUnavailable: If the store would not give it.
        """
        if final in self._waiting:
            return super().digest(final)
        found = self.store.digest(self._key(final))
        if found is None:
            raise FileNotFoundError(str(final))
        return found

    def files(self, folder: Path) -> Iterator[Path]:
        """As for `Shelf`; of what is in the store."""
        for key, _ in self.store.keys(self._key(folder)):
            if self.folder / key == folder / Path(key).name:
                yield self.folder / key

    def finals(self, folder: Path) -> Iterator[Path]:
        """As for `Shelf`; of what is in the store."""
        for key, _ in self.store.keys(self._key(folder)):
            yield self.folder / key

    def remove(self, final: Path) -> None:
        """Remove what the store has under that name, and the copy.

        Raises:
            StoreRefused, StoreUnavailable: If the store would not.
        """
        self.store.delete(self._key(final))
        self._listed_with(self._key(final)).pop(self._key(final), None)
        super().remove(final)

    def mark(self, final: Path) -> None:
        """What the store has needs no forcing."""

    def forget(self) -> None:
        """Ask the store anew what it has."""
        self._listed.clear()
        self._asked.clear()

    def sync(self) -> None:
        """Have the store keep everything put on the shelf. After this it survives the loss of this machine.

        Raises:
            StorageFull: If the store or the disk would not take it. What has a name then is whole.
            StoreRefused, StoreUnavailable: If the store would not take it.
        """
        waiting = list(self._waiting.items())
        if not waiting:
            return
        with writing_to(self.folder):
            self._force([file.path for _, file in waiting])
        with ThreadPoolExecutor(min(AT_ONCE, len(waiting))) as requests:
            sizes = list(requests.map(self._give, waiting))
        for (final, file), size in zip(waiting, sizes, strict=True):
            self._listed_with(self._key(final))[self._key(final)] = size
            self._name(file, final)
            del self._waiting[final]
        self._copies.add(sum(sizes))

    def _give(self, waiting: tuple[Path, NewFile]) -> int:
        """Have the store keep a file, and return its length."""
        final, file = waiting
        key = self._key(final)
        with file.path.open("rb") as content:
            size = os.fstat(content.fileno()).st_size
            if size == 0:
                self.store.create(key, b"", size_bytes=0)
            else:
                with mmap.mmap(content.fileno(), 0, access=mmap.ACCESS_READ) as pages:
                    self.store.create(key, pages, size_bytes=size)
        self.store.confirm(key, size)
        return size

    def _fetch(self, final: Path) -> None:
        """Keep a copy of what the store has under that name; nothing if it has none."""
        with writing_to(final):
            make_folder(self._temporary)
            made: list[NewFile] = []

            def start() -> NewFile:
                for before in made:
                    before.abandon()
                with self._lock:
                    made.append(self.new_file())
                return made[-1]

            try:
                found = self.store.fetch(self._key(final), start)
                if found is None:
                    return
                check_name(self.folder, final, found, str(self.place))
                made[-1].close()
                size = made[-1].path.stat().st_size
                self._force([made[-1].path])
                self._name(made[-1], final)
            except BaseException:
                for file in made:
                    file.abandon()
                raise
        self._copies.add(size)

    def _name(self, file: NewFile, final: Path) -> None:
        make_folder(final.parent)
        with suppress(PermissionError):
            file.path.chmod(READ_ONLY)
        file.path.rename(final)

    def _size_by_store(self, key: str) -> int | None:
        top = key.partition("/")[0]
        self._asked[top] += 1
        if top not in self._listed and self._asked[top] <= FEW_ASKED:
            return self.store.size(key)
        if top not in self._listed:
            self._listed[top] = dict(self.store.keys(top))
        return self._listed[top].get(key)

    def _listed_with(self, key: str) -> dict[str, int]:
        """Return what is known of the objects beside one; what is put into it is forgotten if nothing is known yet."""
        return self._listed.get(key.partition("/")[0], {})

    def _key(self, path: Path) -> str:
        return path.relative_to(self.folder).as_posix()


def check_name(folder: Path, final: Path, found: str, place: str) -> None:
    """Hold the hash of what came against what its name says.

    Args:
        folder: The case folder.
        final: The name.
        found: SHA-256 of what came.
        place: Where it came from, as it is told.

    Raises:
        ArchiveDamaged, CaseDamaged: If it is another.
    """
    said = _DIGEST.search(final.name)
    if said is None or not found.startswith(said[1]):
        key = final.relative_to(folder).as_posix()
        kind = CaseDamaged if key.startswith("readings/") else ArchiveDamaged
        raise kind(f"{place}/{key} no longer matches its SHA-256: it is {found} now.", path=f"{place}/{key}")


class Copies:
    """The copies that a case folder has of what lies in a store, and their bound.

    Args:
        folder: The case folder.
        most_bytes: How much they may be; None = as `TENDERLIGHT_STORE_CACHE_MB` says, else 10,000 MB.

    Raises:
        UsageError: If the variable holds no number.
    """

    def __init__(self, folder: Path, *, most_bytes: int | None = None) -> None:
        self._folder = folder
        self._most_bytes = _bound() if most_bytes is None else most_bytes
        self._bytes: int | None = None
        self._lock = Lock()

    def use(self, copy: Path) -> bool:
        """Say whether there is such a copy; it counts as used now."""
        try:
            os.utime(copy)
        except FileNotFoundError:
            return False
        except OSError:  # a folder that may only be read
            return copy.exists()
        return True

    def add(self, size_bytes: int) -> None:
        """Count copies that were made, and drop old ones should there be too many."""
        with self._lock:
            self._bytes = None if self._bytes is None else self._bytes + size_bytes
            if self._bytes is None or self._bytes > self._most_bytes:
                self._drop()

    def _drop(self) -> None:
        copies = sorted(self._all())
        self._bytes = sum(size for _, size, _ in copies)
        if self._bytes <= self._most_bytes:
            return
        for used, size, path in copies:
            if self._bytes <= self._most_bytes * DROP_TO or used > time.time() - IN_USE_SECONDS:
                break
            with suppress(FileNotFoundError):
                path.unlink()
            self._bytes -= size

    def _all(self) -> Iterator[tuple[float, int, Path]]:
        for name in COPIES:
            for path in (self._folder / name).glob("*/*"):
                with suppress(FileNotFoundError):
                    status = path.stat()
                    yield status.st_mtime, status.st_size, path


def _bound() -> int:
    said = os.environ.get(CACHE_VARIABLE, str(CACHE_MB))
    if not (said.isascii() and said.isdecimal() and len(said) < 12):
        raise UsageError(f"{CACHE_VARIABLE} must be a number of megabytes.")
    return int(said) * 1_000_000
