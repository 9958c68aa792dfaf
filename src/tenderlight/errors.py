"""Every exception of the project, and the exit code of each.

::

    TenderlightError                 1  a fault of ours
    ├── UsageError                   2  the call cannot be taken as it is
    │   ├── NoSuchCase               2
    │   ├── NoPicture                2
    │   ├── CaseInUse                2
    │   ├── DatabaseLost             2
    │   ├── KeyNotUsable             2
    │   ├── FetchRefused             2
    │   ├── FetchFailed              2
    │   ├── StoreRefused             2
    │   └── StoreUnavailable         2
    ├── OptionalPartMissing          4  an extra is not installed
    ├── Damaged                      5  stored data is not what it was
    │   ├── ArchiveDamaged           5
    │   ├── CustodyLogDamaged        5
    │   └── CaseDamaged              5
    ├── CaseTooNew                   2  made by a newer Tenderlight
    ├── StorageFull                  5  the disk would not take it
    ├── NotVerified                  6  a check did not hold
    ├── PublicationStopped           6  something that a dossier must have is missing
    ├── ClusterLost                  7  the cluster is gone, or its workers end one after the other
    └── StrictProblem                3  --strict, and a document had a problem

Trouble with the world's documents is not an exception but a `tenderlight.model.problem.Problem`.
"""

from __future__ import annotations

from enum import IntEnum


class ExitCode(IntEnum):
    """What a command ends with."""

    DONE = 0
    FAULT = 1
    USAGE = 2
    DONE_WITH_UNREAD = 3
    PART_MISSING = 4
    DAMAGED = 5
    NOT_VERIFIED = 6
    CLUSTER_LOST = 7
    INTERRUPTED = 130


class TenderlightError(Exception):
    """Base of all; raised itself for a fault of ours.

    Keyword arguments fill the placeholders of `next_step`. Instances pickle.
    """

    exit_code = ExitCode.FAULT
    next_step = "Please report this, with the command you ran."

    def __init__(self, message: str, **details: str) -> None:
        super().__init__(message)
        self.message = message
        self.details = details

    def __reduce__(self) -> tuple[object, ...]:
        return _rebuild, (type(self), self.message, self.details)

    def what_to_do(self) -> str:
        """Return the next step, with the details filled in."""
        return self.next_step.format_map(_Named(self.details))


class _Named(dict[str, str]):
    def __missing__(self, key: str) -> str:
        return f"<{key}>"


def _rebuild(kind: type[TenderlightError], message: str, details: dict[str, str]) -> TenderlightError:
    return kind(message, **details)


class UsageError(TenderlightError):
    """The call cannot be taken as it is."""

    exit_code = ExitCode.USAGE
    next_step = "See `tenderlight --help`."


class NoSuchCase(UsageError):
    """There is no case in the folder named."""

    next_step = "Make one with `tenderlight find FOLDER --case {path}`."


class NoPicture(UsageError):
    """There is no picture of the page asked for."""

    next_step = "Print what was read with `tenderlight read {path} --text`."


class CaseInUse(UsageError):
    """Another process is writing to the case."""

    next_step = "Wait for the other `tenderlight` on {path} to end, or stop it; nothing is lost."


class DatabaseLost(UsageError):
    """The server that keeps the tables of a case cannot be reached, or broke off. What was acknowledged is kept."""

    next_step = "See that the server of {path} is up, then run the same command again: it goes on where it stopped."


class KeyNotUsable(UsageError):
    """The key that signs checkpoints cannot be used. What was written to the case before is kept."""

    next_step = "Let nobody but you read it (`chmod 600`), or move it away for a new one: {path}."


class FetchRefused(UsageError):
    """An address leads, or may lead, into the network that the program stands in. Nothing was asked of it."""

    next_step = "Give an address of the public internet, or name the host itself where the manual says how."


class FetchFailed(UsageError):
    """A server gave no answer that could be taken."""

    next_step = "See that the address is right and the service is up, then try again."


class StoreRefused(UsageError):
    """An object store does not take what was asked of it, and will not take it when asked again."""

    next_step = "See that bucket, keys, region and address of the server are right; AWS_* in the environment hold them."


class StoreUnavailable(UsageError):
    """An object store gave no answer that could be taken, however often it was asked. What it has kept is whole."""

    next_step = "See that the store is up, then run the same command again: it goes on where it stopped."


class CaseTooNew(TenderlightError):
    """The case was made by a newer Tenderlight. Nothing in it was touched."""

    exit_code = ExitCode.USAGE
    next_step = "Install the newest Tenderlight (`pip install -U tenderlight`) and try again."


class OptionalPartMissing(TenderlightError):
    """An optional part is not installed."""

    exit_code = ExitCode.PART_MISSING
    next_step = "Install it with `pip install 'tenderlight[{extra}]'`."


class Damaged(TenderlightError):
    """Stored data is not what it was."""

    exit_code = ExitCode.DAMAGED
    next_step = "Restore {path} from a copy."


class ArchiveDamaged(Damaged):
    """An original no longer matches its hash. Raised before anything is shown from it."""


class CustodyLogDamaged(Damaged):
    """The custody log cannot be read on from a place other than its end."""


class CaseDamaged(Damaged):
    """The case's database is not whole."""


class StorageFull(TenderlightError):
    """The disk would not take it. What was acknowledged before is kept."""

    exit_code = ExitCode.DAMAGED
    next_step = "Make room on the disk of {path}, then run the same command again: it goes on where it stopped."


class NotVerified(TenderlightError):
    """A check did not hold."""

    exit_code = ExitCode.NOT_VERIFIED
    next_step = "Ask whoever sent {path} for a fresh copy, and keep this one."


class PublicationStopped(TenderlightError):
    """A confirmation, a reply or counter-evidence is missing, so that nothing may be published."""

    exit_code = ExitCode.NOT_VERIFIED
    next_step = "Do what each line says, then run the same command again."


class ClusterLost(TenderlightError):
    """The cluster cannot be reached, or its workers end one after the other; all that was stored is kept."""

    exit_code = ExitCode.CLUSTER_LOST
    next_step = (
        "See that the cluster at {address} is up and this machine is one of its nodes, then run the same command "
        "again: it goes on where it stopped. Without --cluster this machine does the work."
    )


class StrictProblem(TenderlightError):
    """A document had a problem and the run was told to be strict."""

    exit_code = ExitCode.DONE_WITH_UNREAD
    next_step = "Leave out --strict to go on past such documents."
