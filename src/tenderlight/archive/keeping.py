"""Where a case keeps what it may not lose: in its folder, or in an object store that the folder names."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tenderlight.archive import beside
from tenderlight.archive.acts import Act
from tenderlight.archive.custody import NAME as LOG
from tenderlight.archive.object_store import ObjectStore
from tenderlight.archive.segments import Segments
from tenderlight.archive.shelf import Shelf
from tenderlight.archive.store_place import StorePlace, note_place, place_of
from tenderlight.archive.store_shelf import StoreShelf
from tenderlight.errors import CaseInUse, Damaged, UsageError

NAMES_FILES = frozenset({Act.SCREEN, Act.STATE, Act.STAMP})
"""Entries of the log that name files beside the originals."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Keeping:
    """What the writer of a case keeps things with."""

    folder: Path
    shelf: Shelf
    store: ObjectStore | None = None
    """None = everything lies in the folder."""

    @property
    def segments(self) -> Segments | None:
        """The log in the store; None = it lies in the folder."""
        return None if self.store is None else Segments(self.store, self.folder)

    @property
    def place(self) -> str:
        """Where everything lies."""
        return str(self.folder if self.store is None else self.store.place)

    def refuse_replaced(self, file: str, sha256: str) -> None:
        """Refuse to write into the log what another machine has kept otherwise.

        Args:
            file: Path in the case folder.
            sha256: What its bytes should hash to.

        Raises:
            CaseInUse: If there is a store, and they do not.
        """
        if self.store is not None and hashlib.sha256((self.folder / file).read_bytes()).hexdigest() != sha256:
            raise CaseInUse(f"Another machine has kept {file} in {self.place} first.", path=str(self.folder))

    def level(self) -> tuple[str, ...]:
        """Have store and folder hold the same small files; see `archive.beside`."""
        return () if self.store is None else beside.level(self.store, self.folder)


def keep_in(folder: Path, place: StorePlace | None) -> Keeping:
    """Return what the writer of a case folder keeps things with. Only under the writer's lock.

    Args:
        folder: The case folder.
        place: The store that a new case is to have; None = as the folder says.

    Raises:
        CaseDamaged: If the folder names no store where it should.
        OptionalPartMissing: If the extra `objects` is not installed.
        StorageFull: If the store or the disk would not take what is there.
        StoreRefused, StoreUnavailable: If the store is not fit, or gives no answer.
        UsageError: If the case has another store, or lies in its folder already.
    """
    noted = place_of(folder)
    if place is not None and noted is None and (folder / LOG).exists():
        raise UsageError(f"The case {folder} keeps its originals in its folder already; name a new one for {place}.")
    if place is not None and noted is not None and noted != place:
        raise UsageError(f"The case {folder} has its originals in {noted}, not in {place}.")
    chosen = noted or place
    if chosen is None:
        return Keeping(folder=folder, shelf=Shelf(folder))
    store = ObjectStore(chosen)
    store.require_conditions()
    if noted is None:
        note_place(folder, chosen)
    return Keeping(folder=folder, shelf=StoreShelf(folder, chosen, store=store, is_listed=True), store=store)


def keep_shared(folder: Path, place: StorePlace | None, *, temporary: Path) -> Keeping:
    """Return what one of several writers of a case keeps things with.

    Args:
        folder: The folder of originals, readings and log, or of their copies on this machine.
        place: The store they are in; None = the folder.
        temporary: A folder of this writer's own for files that are not finished.

    Raises:
        OptionalPartMissing: If the extra `objects` is not installed.
        StoreRefused, StoreUnavailable: If the store is not fit, or gives no answer.
    """
    if place is None:
        return Keeping(folder=folder, shelf=Shelf(folder, temporary=temporary))
    store = ObjectStore(place)
    store.require_conditions()
    shelf = StoreShelf(folder, place, store=store, is_listed=True, temporary=temporary)
    return Keeping(folder=folder, shelf=shelf, store=store)


def check_store(shelf: Shelf) -> Iterator[Damaged]:
    """Yield what a store has otherwise than the case folder: lines of the log, and small files beside it.

    Raises:
        StoreRefused, StoreUnavailable: If the store would not give it.
    """
    if isinstance(shelf, StoreShelf):
        yield from Segments(shelf.store, shelf.folder).check()
        yield from beside.check(shelf.store, shelf.folder)
