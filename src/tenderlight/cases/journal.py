"""How a case is changed: new files first, then the custody log, then the database, each forced to the disk in turn.

So whatever the database says is in the log, and whatever the log says is on the disk, whenever the machine stops.
Forcing takes milliseconds, so changes are grouped: up to `GROUP_CHANGES` of them, or those of `GROUP_SECONDS`, are
acknowledged together. A crash costs the last group, which the next run simply does again.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import tenderlight
from tenderlight.archive.checkpoints import ORIGIN
from tenderlight.archive.custody import Act, CustodyLog, Detail, Position, read_log
from tenderlight.archive.keeping import NAMES_FILES, keep_in
from tenderlight.archive.key_changes import change_to
from tenderlight.archive.keys import own_key
from tenderlight.archive.storage import WriterLock, make_folder
from tenderlight.archive.store_place import NAME as STORE
from tenderlight.archive.store_place import StorePlace
from tenderlight.cases.database import CASE_FORMAT, PUT_META, Database
from tenderlight.cases.erasing import finish_erasures
from tenderlight.cases.ledger import SCREENING, put_screening
from tenderlight.cases.marks import PUT_POSITION, known_position, put_signing_key, signing_key
from tenderlight.cases.places import ELSEWHERE, refuse_elsewhere
from tenderlight.cases.rebuilding import catch_up
from tenderlight.cases.sqlite_file import NAME, damaged, open_to_write, refuse_newer
from tenderlight.cases.standings import reorder
from tenderlight.errors import CaseInUse, CustodyLogDamaged, StorageFull, TenderlightError, UsageError

GROUP_CHANGES = 200
GROUP_SECONDS = 1.0
SOFTWARE = f"tenderlight/{tenderlight.__version__}"
FOLDERS = ("objects", "readings")
_OWN = frozenset(
    {
        *FOLDERS,
        "tmp",
        "checkpoints",
        "lock",
        STORE,
        "custody.jsonl",
        ELSEWHERE,
        NAME,
        *(NAME + end for end in ("-wal", "-shm", "-journal")),
    }
)


class Journal:
    """The one writer of a case. Makes the case if there is none, and brings the database up to the log.

    Args:
        folder: The case folder.
        store: The object store that the originals and the log of a new case lie in; None = as the folder says.

    Raises:
        CaseInUse: If another process writes to the case.
        CaseTooNew: If a newer version made it; nothing was touched then.
        CaseDamaged, CustodyLogDamaged: If the database or the log is not whole.
        StorageFull: If the disk would not take it.
        StoreRefused, StoreUnavailable: If the store is not fit, or gives no answer.
        UsageError: If the folder holds something else, may not be written to, or the case has another store.
    """

    def __init__(self, folder: Path, *, store: StorePlace | None = None) -> None:
        refuse_elsewhere(folder)
        refuse_strange(folder)
        refuse_newer(folder / NAME)
        make_folder(folder)
        self._begin(folder)
        self._lock = WriterLock(folder)
        try:
            for name in FOLDERS:
                make_folder(folder / name)
            self._keeping = keep_in(folder, store)
            self.shelf = self._keeping.shelf
            self.shelf.clean()
            self._keeping.level()
            self.database: Database = open_to_write(folder)[0]
            try:
                self._open_log()
            except BaseException:
                self.database.close()
                raise
        except BaseException:
            self._lock.free()
            raise

    def _begin(self, folder: Path) -> None:
        self._folder = folder
        self._changes = 0
        self._since = 0.0
        self._given_up: TenderlightError | None = None
        self._has_new_files = False
        self.when_others_changed: Callable[[], None] = lambda: None
        """Called when others turn out to have changed the case meanwhile."""

    @property
    def folder(self) -> Path:
        """Where originals, readings and log are."""
        return self._folder

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Let nobody else change the case in the block: what is read in it still holds when something is written."""
        yield

    @property
    def until(self) -> float | None:
        """By when the changes so far are to be acknowledged, as others wait for that; None = nobody can be waiting."""
        return None

    def read_on(self, until: Position) -> None:
        """Have the folder hold the log up to a place: it does, as nobody else writes."""

    def coordinate(self) -> None:
        """Say that this process reads documents into the case.

        Raises:
            CaseInUse: If another one does.
        """

    def say_desk(self, address: str) -> None:
        """Have whoever finds the case in use told that it is on the review desk at an address."""
        self._lock.say(desk=address)

    @contextmanager
    def change(self) -> Iterator[None]:
        """Make the changes of the block, and the entries noted in it, all or none.

        Raises:
            StorageFull: If the disk would not take it. Nothing since the last commit is acknowledged then, and the
                journal takes no more changes.
        """
        if self._given_up is not None:
            raise type(self._given_up)(self._given_up.message, **self._given_up.details)
        if not self._changes:
            self._since = time.monotonic()
        noted = self._log.noted
        try:
            with self.database.whole():
                yield
        except StorageFull as trouble:
            self._give_up(trouble)
            raise
        except BaseException:
            self._log.discard(keep=noted)
            raise
        self._changes += 1
        if self._changes >= GROUP_CHANGES or time.monotonic() - self._since >= GROUP_SECONDS:
            self.commit()

    def note(self, act: Act, **details: Detail) -> None:
        """Note an entry for the log, inside `change`."""
        self._has_new_files |= act in NAMES_FILES
        self._log.append(act, **details)

    def note_screening(self, record: str, sha256: str) -> None:
        """Note that a record of a screening is kept under a path of the case, unless that is known.

        Raises:
            CaseInUse: If another machine has kept another record under that path first.
            StorageFull: As for `change`.
        """
        with self.holding():
            if self._meta(f"{SCREENING} {record}") != sha256:
                self._keeping.refuse_replaced(record, sha256)
                with self.change():
                    put_screening(self.database, record, sha256)
                    self.note(Act.SCREEN, record=record, record_sha256=sha256)

    def commit(self) -> None:
        """Acknowledge every change so far: after this, it survives a power cut. Cheap if there is none.

        Raises:
            StorageFull: As for `change`.
        """
        if not self._changes or self._given_up is not None:
            return
        try:
            self.shelf.sync()
            self._keep_new_files()
            self._remember(self._log.commit())
            self.database.commit()
        except BaseException as trouble:
            self._give_up(trouble)
            raise
        self._changes = 0

    def _keep_new_files(self) -> None:
        """Have the store keep the small files that noted entries name.

        Raises:
            CaseInUse: If another machine has kept others under their names.
        """
        if self._has_new_files and self._keeping.level():
            raise CaseInUse(
                f"Another machine wrote to the case in {self._keeping.place} first.", path=str(self._folder)
            )
        self._has_new_files = False

    def finish(self) -> None:
        """Commit, and pin the log with a signed checkpoint.

        Raises:
            StorageFull: As for `change`.
            KeyNotUsable: If the key of this installation cannot be used; all is committed then.
        """
        self.commit()
        if self._given_up is not None or self._log.is_pinned:
            return
        self._pin()

    def _pin(self) -> None:
        key = own_key()
        change = change_to(key, origin=self.origin, before=signing_key(self.database))
        if change is not None:
            with self.change():
                put_signing_key(self.database, change["key"])
                self.note(Act.KEY, **change)
            self.commit()
        self._log.checkpoint(origin=self.origin, key=key)
        self._keeping.level()

    @property
    def origin(self) -> str:
        """Name of the log, as its checkpoints have it."""
        return f"{ORIGIN}{self.case_id}"

    def close(self, *, is_failing: bool) -> None:
        """Finish and let the case go.

        Args:
            is_failing: Whether an error is on its way already; another one here is passed over then.

        Raises:
            StorageFull: As for `change`, unless `is_failing`.
        """
        try:
            with suppress(*((TenderlightError, OSError) if is_failing else ())):
                self.finish()
        finally:
            self.shelf.discard()
            self._log.close()
            self.database.close(fold=True)
            self._free()

    def _free(self) -> None:
        self._lock.free()

    def _give_up(self, trouble: BaseException) -> None:
        full = StorageFull(f"The disk of {self._folder} was full.", path=str(self._folder))
        self._given_up = trouble if isinstance(trouble, TenderlightError) else full
        self.database.roll_back()
        self._log.discard()
        self.shelf.discard()

    def _open_log(self) -> None:
        known = self._known()
        self._log = CustodyLog(
            self._folder,
            by=SOFTWARE,
            begin={"case": secrets.token_hex(16), "format": CASE_FORMAT},
            acknowledged=known,
            elsewhere=self._keeping.segments,
        )
        try:
            self.case_id = self._identify()
            if self._catch_up(known):
                self.database.commit()
            finish_erasures(self.database, self.shelf)
            if reorder(self.database):
                self.database.commit()
        except BaseException:
            self._log.close()
            raise

    def _catch_up(self, known: Position) -> bool:
        """Have the database say what the log says since a place; say whether there was anything."""
        if self._log.position == known:
            return False
        entries = (entry for entry, _ in read_log(self._folder, start=known))
        catch_up(self.database, entries, self.shelf)
        self._remember(self._log.position)
        return True

    def _known(self) -> Position:
        """Return up to where the database knows the log."""
        return known_position(self.database)

    def _identify(self) -> str:
        """Return the id of the case, which log and database must agree on."""
        first, _ = next(read_log(self._folder))
        case_id = first.details.get("case")
        if first.act != Act.BEGIN or not isinstance(case_id, str):
            path = self._folder / "custody.jsonl"
            raise CustodyLogDamaged(f"The first entry of {path} does not begin a case.", path=str(path))
        if self._meta("case_id") not in (None, case_id):
            raise damaged(self._folder / NAME, "it belongs to another case than the custody log beside it")
        if self._meta("case_id") is None:
            self._set_meta("case_id", case_id)
            self._set_meta("made_by", SOFTWARE)
        return case_id

    def _remember(self, position: Position) -> None:
        self.database.change(PUT_POSITION, (str(position.entries), str(position.size_bytes)))

    def _meta(self, key: str) -> str | None:
        row = self.database.row("SELECT value FROM meta WHERE key = ?", (key,))
        return None if row is None else str(row[0])

    def _set_meta(self, key: str, value: str) -> None:
        self.database.change(PUT_META, (key, value))


def refuse_strange(folder: Path) -> None:
    """Refuse to make a case in a folder that holds something else.

    Raises:
        UsageError: If it does.
    """
    if not folder.is_dir() or (folder / "custody.jsonl").exists():
        return
    strange = sorted(entry.name for entry in folder.iterdir() if entry.name not in _OWN and entry.name[0] != ".")
    if strange:
        raise UsageError(f"{folder} is no case and holds other files ({strange[0]}); name an empty or a new folder.")
