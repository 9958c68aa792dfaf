"""Has the case take in what looks brought, runs the main job on it, and puts what people are told into the outbox.

All of it can be done again: a capture is taken in once, whatever stopped the run that took it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tenderlight.cases import Case
from tenderlight.cases.places import Place as CasePlace
from tenderlight.cases.places import name_of
from tenderlight.cases.watch_desk import Sighting
from tenderlight.errors import CaseInUse, DatabaseLost, StoreUnavailable
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.problem import Problem
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import CapabilityValue
from tenderlight.pipeline.local import find
from tenderlight.pipeline.run import RunOptions
from tenderlight.watching.alerts import MOST_NAMED, Alert, FoundClaim, Outbox
from tenderlight.watching.looks import Round, let_go, waiting_rounds

if TYPE_CHECKING:
    from tenderlight.watching.running import WatchOptions

AfterRun = Callable[[CasePlace], None]
ERASED = "erased"
"""Problem of a file that somebody had erased from the case: it is not received again."""
HELD = (CaseInUse, DatabaseLost, StoreUnavailable)
"""What passes: others hold the case, or what keeps it gives no answer."""


def take_in(waiting: Path, options: WatchOptions, outbox: Outbox) -> int:
    """Take in all that waits.

    Returns:
        How many looks wait on: all of them, if another process holds the case, or its database or store is away; those
        of which something could not be read.

    Raises:
        StorageFull: If the disk would not take it; what was taken in stays.
    """
    rounds = list(waiting_rounds(waiting))
    waiting_in_all = len(rounds)
    if not rounds:
        return 0
    try:
        with Case.open(options.case, create=True) as case:
            rounds = [(folder, found) for folder, found in rounds if _into(case, folder, found, options.say)]
        with find(RunOptions(paths=(), case_folder=options.case, workers=options.workers)) as case:
            made = [list(_claims(case, folder, found)) for folder, found in rounds]
    except HELD as trouble:
        options.say(f"{trouble.message} What was fetched waits: {waiting_in_all} looks.")
        return waiting_in_all
    for (folder, found), claims in zip(rounds, made, strict=True):
        outbox.put(f"{folder.name}.json", _alert(options.case, found, claims))
        let_go(folder)
    try:
        options.after_run(options.case)
    except HELD as trouble:
        options.say(
            f"{trouble.message} The names of the case are held against lists, and searched, after the next run."
        )
    return waiting_in_all - len(rounds)


def _into(case: Case, folder: Path, found: Round, say: Callable[[str], None]) -> bool:
    """Have the case take in what a look brought; say whether it has all of it now."""
    is_whole = True
    for name, path in found.files:
        received = case.receive_file(folder / name, received_as=path)
        if isinstance(received, Problem):
            is_whole = is_whole and received.code == ERASED
            say(f"{path}: {received.message}")
    sightings = [
        Sighting(
            place=found.address,
            address=event.address,
            what=event.what,
            content_sha256=event.sha256 or None,
            before_sha256=event.before or None,
            at=found.at,
        )
        for event in found.events
    ]
    for number, name in enumerate(found.captures):
        path = f"{_named(folder, found)}/{name}"
        taken = case.watch.take_in(folder / name, received_as=path, sightings=() if number else sightings)
        if isinstance(taken, Problem):
            is_whole = False
            say(f"{path}: {taken.message} It waits, and is tried again.")
    return is_whole


def _named(folder: Path, found: Round) -> str:
    """Return the path under which the captures of a look are received."""
    host = urlsplit(found.address).hostname or "folder"
    return f"watch/{host}/{folder.name}"


def _claims(case: Case, folder: Path, found: Round) -> Iterator[Claim]:
    """Yield what waits for review of what a look brought, whichever run made it."""
    captures = [f"{_named(folder, found)}/{name}" for name in found.captures]
    files = {path for _, path in found.files}
    copied = [event.sha256 for event in found.events if event.address in files and event.sha256]
    for document in case.watch.documents_in(captures, copied):
        for claim in case.claims(document=document, kind=StatementKind.CAPABILITY.value):
            if claim.status is ClaimStatus.UNREVIEWED:
                yield claim


def _alert(case: CasePlace, found: Round, made: list[Claim]) -> Alert:
    claims = [
        FoundClaim(
            claim=claim.claim,
            contract=claim.contract,
            capability=claim.value.capability,
            polarity=claim.polarity,
            path=claim.quotes[0].path,
        )
        for claim in made
        if isinstance(claim.value, CapabilityValue)
    ]
    return Alert(
        case=name_of(case),
        place=found.address,
        at=found.at,
        events=found.events[:MOST_NAMED],
        events_in_all=len(found.events),
        claims=tuple(claims[:MOST_NAMED]),
        claims_in_all=len(claims),
    )
