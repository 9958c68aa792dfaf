"""What people do with the custody of a case: pin it, have it stamped, erase from it."""

from __future__ import annotations

from pathlib import Path

from tenderlight.archive.acts import Act
from tenderlight.archive.checkpoints import checkpoint_files
from tenderlight.archive.custody import Position
from tenderlight.archive.timestamps import is_of, keep_token
from tenderlight.cases.alone import alone
from tenderlight.cases.erasing import erase
from tenderlight.cases.journal import Journal
from tenderlight.errors import NotVerified, UsageError


class CustodyDesk:
    """The custody of a case, for people.

    Args:
        folder: The case folder.
        journal: The writer of the case; None = it is open for reading only.
    """

    def __init__(self, folder: Path, journal: Journal | None) -> None:
        self._folder = folder
        self._journal = journal

    def pin(self) -> Path:
        """Commit, pin the log with a signed checkpoint, and return where the newest one is.

        Raises:
            StorageFull: If the disk would not take it.
            KeyNotUsable: If the key of this installation cannot be used.
        """
        self._writing().finish()
        return checkpoint_files(self._folder)[-1]

    def read_on(self, until: Position) -> None:
        """Have the folder hold the log up to a place that the tables know, where others write it from other machines.

        Raises:
            CaseInUse: If other processes of this machine hold the folder for too long.
            StoreUnavailable: If the store that has the log gives no answer.
        """
        if self._journal is not None:
            self._journal.read_on(until)

    @alone
    def stamp(self, token: bytes, authority: bytes) -> dict[str, object]:
        """Take in the answer of an authority to a request, and return what its entry of the log says.

        Args:
            token: The answer (DER); it says itself which checkpoint it is of.
            authority: Certificates of the authority (PEM), its root among them.

        Raises:
            NotVerified: If it is no token of a checkpoint of this case, or not signed by that authority; nothing is
                kept then.
            StorageFull: If the disk would not take it.
        """
        journal = self._writing()
        journal.commit()
        for path in reversed(checkpoint_files(self._folder)):
            if is_of(token, path.read_bytes()):
                said = keep_token(self._folder, entries=int(path.name), token=token, authority=authority)
                with journal.change():
                    journal.note(Act.STAMP, **said)
                journal.finish()
                return dict(said)
        raise NotVerified("The token is of no checkpoint of this case.", path=str(self._folder))

    @alone
    def erase(self, document: str, *, person: str, because: str) -> tuple[str, ...]:
        """Erase an original for good; see `cases.erasing.erase`."""
        return erase(self._writing(), document, person=person, because=because)

    def _writing(self) -> Journal:
        if self._journal is None:
            raise UsageError(f"The case {self._folder} is open for reading only.")
        return self._journal
