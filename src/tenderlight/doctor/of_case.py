"""Checks of a case: whether it can be opened, what waits in it, and what crashes left."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tenderlight.archive.object_store import MARK, ObjectStore, Patience
from tenderlight.archive.storage import holder_of, is_written_to
from tenderlight.archive.store_place import NAME as STORE
from tenderlight.archive.store_place import place_of
from tenderlight.cases import Case
from tenderlight.cases.places import Place, Server
from tenderlight.doctor.checks import Check, Verdict, broken, missing, works
from tenderlight.doctor.of_server import server_checks
from tenderlight.errors import TenderlightError

LEFTOVERS = "tmp"
ARRIVED, OUTBOX = Path("watch") / "arrived", Path("watch") / "outbox"


def case_checks(place: Place) -> Iterator[Check]:
    """Yield the state of a case. It is only read; whether its bytes are what they were is what `verify` says."""
    is_served = isinstance(place, Server)
    if isinstance(place, Server):
        of_server = list(server_checks(place))
        yield from of_server
        if any(check.verdict is Verdict.BROKEN for check in of_server):
            return
    else:
        yield from _store(place)
    try:
        with Case.open(place) as case:
            folder = case.folder
            summary, is_searchable = case.summary(), case.search.is_fresh()
            not_received = len(case.not_received())
    except TenderlightError as trouble:
        yield broken("case", trouble.message, costs="Nothing can be done with it.", mend=trouble.what_to_do())
        return
    yield works("case", f"{summary.documents} documents, {summary.claims} claims")
    # of a case on a server, the lock of the store is held for a moment at a time
    is_held = not is_served and is_written_to(folder)
    if is_served:
        yield from _store(folder) if place_of(folder) is not None else [works("case store", str(folder))]
    if is_held:
        holder = holder_of(folder)
        said = f" by process {holder.process} of {holder.machine}" if holder else ""
        yield works("case lock", f"held{said}")
    named = f"'{place}'" if is_served else str(place)
    again = f"tenderlight find --again --case {named}, or the run that was stopped"
    if summary.waiting and not is_held:
        yield missing("case queue", f"{summary.waiting} documents wait", costs="They are not read.", mend=again)
    if summary.not_read or summary.partly or not_received:
        yield missing(
            "case unread",
            f"{summary.not_read} documents not read, {summary.partly} partly, {not_received} files not received",
            costs="What they say is unknown.",
            mend=f"tenderlight report {named} -o report: it lists each with what to do",
        )
    if not is_searchable:
        costs = "The first search makes the index."
        yield missing("case index", "not up to date", costs=costs, mend=f"tenderlight search {named} WORDS")
    yield from _leftovers(folder, named, is_held=is_held, is_served=is_served)


def _store(folder: Path) -> Iterator[Check]:
    """Yield whether the object store of a case is there and knows it, if it has one."""
    try:
        place = place_of(folder)
        if place is not None:
            is_marked = ObjectStore(place, patience=Patience(attempts=1)).size(MARK) is not None
    except TenderlightError as trouble:
        costs = "Nothing can be received, and of originals and pages only the copies in the folder are shown."
        yield broken("case store", trouble.message, costs=costs, mend=trouble.what_to_do())
        return
    if place is not None and is_marked:
        yield works("case store", f"{place} answers")
    elif place is not None:
        mend = f"See that {folder / STORE} names the right place, or restore it from a copy."
        yield broken("case store", f"{place} has no case", costs="Its originals are not there.", mend=mend)


def _leftovers(folder: Path, named: str, *, is_held: bool, is_served: bool) -> Iterator[Check]:
    # of a case on a server, each process has a folder of its own in tmp/
    left = [] if is_held or is_served else _entries(folder / LEFTOVERS)
    if left:
        size = sum(one.stat().st_size for one in left if one.is_file())
        yield missing(
            "case leftovers",
            f"{len(left)} files of {size} bytes in {LEFTOVERS}/, of a run that was stopped",
            costs="Room on the disk.",
            mend="The next run takes them away.",
        )
    torn = sorted(folder.glob("custody.torn-*"))
    if torn:
        yield missing(
            "case log",
            f"{len(torn)} torn ends of the log are kept ({torn[0].name})",
            costs="Nothing: a crash tore them off, and the log says so.",
            mend="Keep them. If crashes go on, look at the disk.",
        )
    is_watched = is_written_to(folder / ARRIVED.parent)
    waiting, untold = len(_entries(folder / ARRIVED)), len(_entries(folder / OUTBOX))
    if waiting and not is_held and not is_watched:
        mend = f"tenderlight watch run --once --case {named}"
        yield missing("watch", f"{waiting} looks wait to be taken in", costs="They are not read yet.", mend=mend)
    if untold:
        mend = "See that mail server and webhook of --alerts are up; the next look tries again."
        yield missing("alerts", f"{untold} alerts wait", costs="Nobody was told.", mend=mend)


def _entries(folder: Path) -> list[Path]:
    return sorted(one for one in folder.iterdir() if one.name[0] != ".") if folder.is_dir() else []
