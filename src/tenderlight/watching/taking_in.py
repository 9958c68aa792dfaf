"""Has the case take in what looks brought, runs the main job on it, and puts what people are told into the outbox.

All of it can be done again: a capture is taken in once, whatever stopped the run that took it.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from tenderlight.cases import Case
from tenderlight.cases.watch_desk import Sighting
from tenderlight.errors import CaseInUse
from tenderlight.model.claim import Claim
from tenderlight.model.problem import Problem
from tenderlight.model.values import CapabilityValue
from tenderlight.pipeline.local import find
from tenderlight.pipeline.run import RunOptions
from tenderlight.watching.alerts import MOST_NAMED, Alert, FoundClaim, Outbox
from tenderlight.watching.looks import Round, let_go, waiting_rounds

if TYPE_CHECKING:
    from tenderlight.watching.running import WatchOptions

AfterRun = Callable[[Path], None]


def take_in(waiting: Path, options: WatchOptions, outbox: Outbox) -> int:
    """Take in all that waits.

    Returns:
        How many looks wait on: all of them, if another process holds the case.

    Raises:
        StorageFull: If the disk would not take it; what was taken in stays.
    """
    rounds = list(waiting_rounds(waiting))
    if not rounds:
        return 0
    claims: dict[str, Claim] = {}
    try:
        with Case.open(options.case_folder, create=True) as case:
            for folder, found in rounds:
                _into(case, folder, found, options.say)
        find(
            RunOptions(
                paths=(),
                case_folder=options.case_folder,
                workers=options.workers,
                on_claim=lambda claim: claims.update({claim.claim: claim}),
            )
        ).close()
    except CaseInUse as trouble:
        options.say(f"{trouble.message} What was fetched waits: {len(rounds)} looks.")
        return len(rounds)
    for folder, found in rounds:
        made = [claim for claim in claims.values() if _is_of(claim, folder, found)]
        outbox.put(f"{folder.name}.json", _alert(options.case_folder, found, made))
        let_go(folder)
    options.after_run(options.case_folder)
    return 0


def _into(case: Case, folder: Path, found: Round, say: Callable[[str], None]) -> None:
    for name, path in found.files:
        received = case.receive_file(folder / name, received_as=path)
        if isinstance(received, Problem):
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
            say(f"{path}: {taken.message}")


def _named(folder: Path, found: Round) -> str:
    """Return the path under which the captures of a look are received."""
    host = urlsplit(found.address).hostname or "folder"
    return f"watch/{host}/{folder.name}"


def _is_of(claim: Claim, folder: Path, found: Round) -> bool:
    paths = {path for _, path in found.files}
    path = claim.quotes[0].path
    return path.startswith(f"{_named(folder, found)}/") or path in paths or path.partition("!")[0] in paths


def _alert(case_folder: Path, found: Round, made: list[Claim]) -> Alert:
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
        case=case_folder.resolve().name,
        place=found.address,
        at=found.at,
        events=found.events[:MOST_NAMED],
        events_in_all=len(found.events),
        claims=tuple(claims[:MOST_NAMED]),
        claims_in_all=len(claims),
    )
