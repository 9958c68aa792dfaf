"""How a case is changed whose tables a server keeps: by several processes, one group of changes after another.

The custody log stays the truth, and lies in a folder that all processes see, or in an object store. Each group takes
the lock of the case with its transaction, then that of the folder; reads on what others appended to the log; brings the
tables up to it, should a process have ended between the two; and goes on as in a folder: new files, log, tables. So a
process whose connection broke cannot write over what others wrote since: the lock of the folder is still its own until
it lets go. Of an object store each machine has a folder with copies; there the next piece of the log is written by one
process alone, as the store refuses a second one of that name.

A commit that breaks off may have been made or not. The log says it all: the tables are brought up to it, and the change
counts as made. Only claims are not in the log word for word; a run that lost a commit with claims ends, and the next
one makes them again.
"""

from __future__ import annotations

import fcntl
import os
import secrets
import shutil
import time
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path

from tenderlight.archive.custody import NAME as LOG
from tenderlight.archive.custody import Act, CustodyLog, Detail, Position, read_log
from tenderlight.archive.keeping import NAMES_FILES, keep_shared
from tenderlight.archive.object_store import ObjectStore
from tenderlight.archive.storage import WriterLock, make_folder
from tenderlight.archive.store_place import StorePlace
from tenderlight.cases.database import CASE_FORMAT
from tenderlight.cases.erasing import finish_erasures
from tenderlight.cases.journal import FOLDERS, SOFTWARE, Journal, refuse_strange
from tenderlight.cases.places import ELSEWHERE, UNDER_WAY, Server
from tenderlight.cases.postgresql import PostgresqlDatabase
from tenderlight.cases.postgresql_case import open_to_write, refuse_lost, store_in
from tenderlight.cases.sqlite_file import NAME
from tenderlight.cases.standings import reorder
from tenderlight.cases.store_copies import bring_up, copies_of, drop_erased, locked, say_elsewhere, wait_for_lock
from tenderlight.errors import CaseInUse, DatabaseLost, UsageError

SHARED_SECONDS = 0.1
"""Changes of a run are acknowledged as often: others wait meanwhile."""
RECOVER_SECONDS = 20.0
"""How long a server may be away in the middle of a commit before whoever made the change is told."""
OLD_SECONDS = 86_400.0
"""A file in the making that nobody wrote to for so long is nobody's."""
_TRY_AGAIN_SECONDS = 0.2
_NOT_IN_LOG = frozenset({Act.CLAIM, Act.LINK})
"""Acts of which the log does not say everything that the tables have."""


class SharedJournal(Journal):
    """One of the writers of a case whose tables a server keeps. Makes the case if there is none.

    Args:
        server: Where the tables are.

    Raises:
        CaseInUse: If others held the case for too long.
        CaseTooNew: If a newer version made it; nothing was touched then.
        CustodyLogDamaged: If the log is not whole.
        DatabaseLost: If the server cannot be reached.
        StoreRefused, StoreUnavailable: If an object store is not fit, or gives no answer.
        UsageError: If the store is not there, or holds something else.
    """

    def __init__(self, server: Server) -> None:
        self._server = server
        if isinstance(server.store, Path):
            refuse_strange(server.store)
            _refuse_other(server.store, server)
        elif server.store is not None:
            ObjectStore(server.store).require_conditions()  # before tables are made that remember it
        self.database: PostgresqlDatabase = open_to_write(server)
        try:
            store = store_in(self.database)
            folder = copies_of(store, server) if isinstance(store, StorePlace) else store
            if server.store is None:
                refuse_lost(folder)
            self._begin(folder)
            for name in FOLDERS:
                make_folder(folder / name)
            self._folder_lock: WriterLock | None = None
            self._is_held = False
            self._depth = 0
            self._acts: set[Act] = set()
            self._own = _OwnFolder(folder / "tmp")
        except BaseException:
            self.database.close()
            raise
        try:
            place = store if isinstance(store, StorePlace) else None
            self._keeping = keep_shared(folder, place, temporary=self._own.path)
            self.shelf = self._keeping.shelf
            self._open_shared_log()
        except BaseException:
            self._let_go()
            self._own.remove()
            self.database.close()
            raise

    def _open_shared_log(self) -> None:
        self._lock_case()
        say_elsewhere(self._folder, self._server)
        (self._folder / UNDER_WAY).unlink(missing_ok=True)  # the tables are here, so the copy was made
        known, segments = self._known(), self._keeping.segments
        if self._keeping.store is not None:
            bring_up(self._keeping.store, self._folder)
        begin: dict[str, Detail] = {"case": secrets.token_hex(16), "format": CASE_FORMAT}
        self._log = CustodyLog(self._folder, by=SOFTWARE, begin=begin, acknowledged=known, elsewhere=segments)
        try:
            self.case_id = self._identify()
            self._catch_up(known)
            finish_erasures(self.database, self.shelf)
            reorder(self.database)
            self.database.commit()
        except BaseException:
            self._log.close()
            raise
        self._let_go()

    @contextmanager
    def holding(self) -> Iterator[None]:
        """Let nobody else change the case in the block, and until what was changed in it is acknowledged."""
        self._hold()
        self._depth += 1
        try:
            yield
        finally:
            self._depth -= 1
            if not self._depth and not self._changes:
                self._let_go()

    @contextmanager
    def change(self) -> Iterator[None]:
        """Make the changes of the block, and the entries noted in it, all or none."""
        self._hold()
        noted = self._log.noted
        try:
            with self.database.whole():
                yield
        except BaseException:
            # what was changed before stands in the notes for the log, even if the server is gone: `commit` sees to it
            self._log.discard(keep=noted)
            if not self._changes and not self._depth:
                self._let_go()
            raise
        self._changes += 1

    @property
    def until(self) -> float | None:
        """By when the changes so far are to be acknowledged."""
        return self._since + SHARED_SECONDS if self._is_held else None

    def coordinate(self) -> None:
        """Say that this process reads documents into the case, as long as it is open.

        Raises:
            CaseInUse: If another one does.
        """
        if not self.database.claim_alone("reading"):
            raise CaseInUse(f"Another process reads documents into {self._server}.", path=str(self._server))

    def say_desk(self, address: str) -> None:
        """Do nothing: there may be many desks, and none of them holds the case."""

    def note(self, act: Act, **details: Detail) -> None:
        """Note an entry for the log, inside `change`."""
        super().note(act, **details)
        self._acts.add(act)

    def commit(self) -> None:
        """Acknowledge every change so far, and let others change the case.

        Raises:
            DatabaseLost: If the server broke off, and did not come back in time or lost claims that a run had made.
            StorageFull: If the disk of the store or of the server would not take it.
        """
        if not self._is_held:
            return
        transaction: int | None = None
        try:
            if self._acts & _NOT_IN_LOG:
                transaction = self.database.transaction()
            if self._changes:
                self.shelf.sync()
                self._keep_new_files()
                self._refuse_others()
                self._remember(self._log.commit())
            self.database.commit()
        except DatabaseLost as trouble:
            was_written = self._changes and not self._log.noted
            self._give_up()
            if not was_written:
                raise
            self._recover(trouble, transaction)
        except BaseException:
            self._give_up()
            raise
        self._let_go()

    def finish(self) -> None:
        """Commit, and pin the log with a signed checkpoint."""
        self.commit()
        with self.holding():
            self._keeping.level()  # others may have pinned it
            if not self._log.is_pinned:
                self._pin()
        self.commit()

    def close(self, *, is_failing: bool) -> None:
        """Finish and let the case go."""
        try:
            if is_failing and self._is_held and not self._changes:
                self._let_go()
            super().close(is_failing=is_failing)
        finally:
            self._let_go()
            self._own.remove()

    def _free(self) -> None:
        """Leave the lock to `_let_go`."""

    def _hold(self) -> None:
        """Take the locks of the case, and bring log and tables up to what others did; nothing if that is done."""
        if self._is_held:
            return
        before = self._log.position
        self._lock_case()
        try:
            while True:
                known = self._known()
                self._look_again(known)
                if not self._catch_up(known):
                    break
                self.database.commit()  # for readers, and whether or not anything is changed now
                self._let_go()
                self._lock_case()
        except BaseException:
            self._give_up()
            raise
        if self._log.position != before:
            self.shelf.forget()
            self.when_others_changed()

    def _look_again(self, known: Position) -> None:
        """Read on in the log, up to `known` at least, and take in what others did beside the tables."""
        before, segments = self._log.position, self._keeping.segments
        if segments is not None:
            segments.follow(before)
        self._log.look_again(known)
        if segments is not None and self._log.position != before:
            self._follow_others(before)

    def _follow_others(self, since: Position) -> None:
        """Do to this machine's copies what the log says, from a place on, that others did."""
        drop_erased(self._folder, since)
        if any(entry.act in NAMES_FILES for entry, _ in read_log(self._folder, start=since)):
            self._keeping.level()

    def read_on(self, until: Position) -> None:
        """Have this machine's copy hold the log up to a place, without waiting for whoever changes the case."""
        segments = self._keeping.segments
        if segments is None or (self._folder / LOG).stat().st_size >= until.size_bytes:
            return
        with nullcontext() if self._folder_lock is not None else locked(self._folder):
            since = self._log.position
            segments.follow(since)
            self._follow_others(since)

    def _lock_case(self) -> None:
        self.database.begin()
        if self._folder_lock is None:
            try:
                self._folder_lock = wait_for_lock(self._folder)
            except CaseInUse:
                self.database.roll_back()
                raise
        self._is_held = True
        self._since = time.monotonic()

    def _let_go(self) -> None:
        """Free the locks. What was not committed is undone."""
        self._changes = 0
        self._acts.clear()
        self._is_held = False
        self.database.roll_back()
        if self._folder_lock is not None:
            self._folder_lock.free()
            self._folder_lock = None

    def _give_up(self, _trouble: BaseException | None = None) -> None:
        """Undo the group; the next one may be taken again."""
        self._log.discard()
        self.shelf.discard()
        self._let_go()

    def _refuse_others(self) -> None:
        """Refuse to write where the log goes on already: somebody wrote to it in spite of the locks."""
        size = (self._folder / LOG).stat().st_size
        if size != self._log.position.size_bytes:
            raise CaseInUse(f"Another process wrote to the log in {self._folder}.", path=str(self._folder))

    def _recover(self, trouble: DatabaseLost, transaction: int | None) -> None:
        """Bring the tables up to the log once the server is back.

        Args:
            trouble: What broke off; raised if the log does not say all that was in the transaction, and it was lost.
            transaction: Its number; None = the log says it all.
        """
        end = time.monotonic() + RECOVER_SECONDS
        while True:
            try:
                self._lock_case()
                # the tables may know the log that far by others, who brought them up to it without what it does not say
                is_made = transaction is None or self.database.was_made(transaction)
                self._look_again(self._known())
                self._catch_up(self._known())
                self.database.commit()
                break
            except DatabaseLost:
                self._let_go()
                if time.monotonic() > end:
                    raise
                time.sleep(_TRY_AGAIN_SECONDS)
            except BaseException:
                self._let_go()
                raise
        if not is_made:
            self._let_go()
            raise trouble


class _OwnFolder:
    """A folder for the files that this process has not finished; it is held as long as the process lives."""

    def __init__(self, above: Path) -> None:
        make_folder(above)
        _remove_left_over(above)
        self.path = above / secrets.token_hex(8)
        self.path.mkdir()
        self._descriptor = os.open(self.path, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
        fcntl.flock(self._descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)

    def remove(self) -> None:
        """Remove it, with what is in it."""
        if self._descriptor >= 0:
            shutil.rmtree(self.path, ignore_errors=True)
            os.close(self._descriptor)
            self._descriptor = -1


def _remove_left_over(above: Path) -> None:
    """Remove the folders of processes that have ended, and the files of those that only read."""
    for left in above.iterdir():
        with suppress(OSError):
            if left.is_file() and time.time() - left.stat().st_mtime > OLD_SECONDS:
                left.unlink()
        with suppress(OSError):
            descriptor = os.open(left, os.O_RDONLY | os.O_DIRECTORY | os.O_CLOEXEC)
            try:
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                if time.time() - left.stat().st_mtime > 1.0:  # one that was made just now may not be held yet
                    shutil.rmtree(left, ignore_errors=True)
            finally:
                os.close(descriptor)


def _refuse_other(folder: Path, server: Server) -> None:
    """Refuse a folder that belongs to other tables, or has tables of its own.

    Raises:
        UsageError: If it does.
    """
    path = folder / ELSEWHERE
    if (folder / NAME).exists():
        raise UsageError(f"{folder} is a case of its own; `tenderlight case copy` takes it to a server.")
    known = path.read_text("utf-8").strip() if path.is_file() else str(server)
    if known.rpartition("@")[2] != str(server).rpartition("@")[2]:
        raise UsageError(f"{folder} belongs to {known:.300}. If that is gone for good, remove {path}.")
