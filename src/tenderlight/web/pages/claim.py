"""A claim's page, and the queue, which shows one claim after another."""

from __future__ import annotations

from dataclasses import dataclass, replace

from tenderlight.cases.listing import Wanted
from tenderlight.cases.queue import Only
from tenderlight.model.claim import Claim
from tenderlight.model.review import Review
from tenderlight.publish.queue_words import why_here
from tenderlight.web.asked import Asked, Trouble
from tenderlight.web.claim_views import ClaimView, claim_view
from tenderlight.web.pages.claims import Facet, facets_of, wanted_of
from tenderlight.web.showing import Shown

CHOOSABLE = ("kind", "capability", "polarity", "stage")
"""What the queue can be narrowed to."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimPage:
    """A claim, and where one goes on from it."""

    claim: ClaimView
    to: str
    """Where the desk goes after a decision."""
    previous: str | None
    following: str | None
    undo_to: str
    """Where the desk goes after the last decision was undone; empty = there is none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class QueuePage:
    """The claim of the queue that is looked at."""

    claim: ClaimView | None
    """None = nothing waits."""
    to: str
    previous: str | None
    following: str | None
    waiting: int
    """How many wait, this one included."""
    reason: str
    """Why it comes where it does."""
    facets: tuple[Facet, ...]
    chosen: dict[str, str]
    undo_to: str
    """Where the desk goes after the last decision was undone; empty = there is none."""


def claim_named(asked: Asked, claim: str) -> Claim:
    """Return a claim by its id.

    Raises:
        Trouble: If there is none.
    """
    found = asked.desk.case.claim(claim)
    if found is None:
        raise Trouble(404, "error.not_found")
    return found


async def show_claim(asked: Asked) -> Shown:
    """Show a claim; `j` and `k` lead to the next ones of its contract."""
    claim = claim_named(asked, asked.part("claim"))
    before, behind = asked.desk.case.neighbours(Wanted(contracts=(claim.contract,)), claim.claim)
    page = ClaimPage(
        claim=await claim_view(asked, claim),
        to=asked.link(f"/claims/{claim.claim}"),
        previous=None if before is None else asked.link(f"/claims/{before}"),
        following=None if behind is None else asked.link(f"/claims/{behind}"),
        undo_to="" if (last := _last(asked)) is None else asked.link(f"/claims/{last.claim}"),
    )
    return Shown(template="claim.html", values=page)


async def show_queue(asked: Asked) -> Shown:
    """Show the claim of the queue that the address names; the first if it names none."""
    queue, only = asked.desk.case.queue, _only(asked)
    named = asked.word("at")
    found = queue.of(named) if named else None
    found = found or next(iter(queue.waiting(count=1, only=only)), None)
    before, behind = (None, None) if found is None else queue.beside(found.place, only=only)
    waiting = replace(wanted_of(asked), is_waiting=True)
    page = QueuePage(
        claim=None if found is None else await claim_view(asked, found.claim),
        to=asked.here(at=None if behind is None else behind.claim),
        previous=None if before is None else asked.here(at=before.claim),
        following=None if behind is None else asked.here(at=behind.claim),
        waiting=queue.count(only),
        reason="" if found is None else why_here(asked.language, found.urgency),
        facets=facets_of(asked, waiting, CHOOSABLE),
        chosen={name: asked.word(name) for name in CHOOSABLE if asked.word(name)},
        undo_to="" if (last := _last(asked)) is None else asked.here(at=last.claim),
    )
    return Shown(template="queue.html", values=page)


def _only(asked: Asked) -> Only:
    """Return which claims of the queue an address asks for."""
    wanted = wanted_of(asked)
    contract = asked.word("contract")
    return Only(
        kind=wanted.kind,
        capability=wanted.capability,
        polarity=wanted.polarity,
        stage=wanted.stage,
        document=wanted.document,
        contract=contract if asked.desk.head(contract) else None,
    )


def _last(asked: Asked) -> Review | None:
    return None if asked.session is None else asked.desk.last_made(asked.session)
