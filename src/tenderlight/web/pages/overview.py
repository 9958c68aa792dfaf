"""The overview: how far reading and review are, and what was found, drawn."""

from __future__ import annotations

from dataclasses import dataclass

from tenderlight.cases import Summary
from tenderlight.cases.links import Notices
from tenderlight.model.claim import ClaimStatus
from tenderlight.web import drawings
from tenderlight.web.asked import Asked
from tenderlight.web.drawings import Bar, Figures, FlowView
from tenderlight.web.maps import MapView, buyers_map
from tenderlight.web.saying import label_of
from tenderlight.web.showing import Shown


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A part of the bar of progress."""

    status: str
    count: int
    share: float
    """Of all, 0-100."""
    at: float
    """Where it begins, 0-100."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Overview:
    """What the overview says."""

    case: str
    summary: Summary
    counted_once: Notices | None
    """How many notices the case holds, if it was linked since it last changed."""
    progress: tuple[Part, ...]
    waiting: int
    disputed: int
    capabilities: tuple[Bar, ...]
    years: tuple[Bar, ...]
    places: tuple[Bar, ...]
    map: MapView
    flow: FlowView


async def show_overview(asked: Asked) -> Shown:
    """Show the case in figures."""
    desk = asked.desk
    progress = desk.case.queue.progress()
    figures = desk.figures(asked.language, lambda: _figures(asked))
    page = Overview(
        case=desk.case.name,
        summary=desk.summary,
        counted_once=desk.case.links.notices,
        progress=_parts(asked, {status: progress.by_status[status] for status in ClaimStatus}),
        waiting=progress.waiting,
        disputed=progress.disputed,
        capabilities=figures.capabilities,
        years=figures.years,
        places=figures.places,
        map=figures.map,
        flow=figures.flow,
    )
    return Shown(template="overview.html", values=page)


def _figures(asked: Asked) -> Figures:
    heads = list(asked.desk.heads().values())
    return Figures(
        capabilities=drawings.bars(
            *drawings.by_capability(heads),
            lambda code: label_of(asked.language, code),
            lambda code: asked.link("/claims", kind="capability", capability=code),
        ),
        years=drawings.bars(*drawings.by_year(heads), str, lambda year: asked.link("/contracts", year=year)),
        places=drawings.bars(*drawings.by_place(heads), str, lambda place: asked.link("/contracts", place=place)),
        map=buyers_map(heads, lambda place: asked.link("/contracts", place=place)),
        flow=drawings.flow(heads, asked.link),
    )


def _parts(asked: Asked, counts: dict[ClaimStatus, int]) -> tuple[Part, ...]:
    whole = sum(counts.values()) or 1
    parts, at = [], 0.0
    for status in (ClaimStatus.CONFIRMED, ClaimStatus.REJECTED, ClaimStatus.UNSURE, ClaimStatus.UNREVIEWED):
        share = round(100 * counts[status] / whole, 3)
        href = asked.link("/claims", status=status.value)
        parts.append(Part(status=status.value, count=counts[status], share=share, at=round(at, 3), href=href))
        at += share
    return tuple(parts)


async def show_help(asked: Asked) -> Shown:
    """Show the keys, and what the words mean."""
    del asked
    return Shown(template="help.html", values={"keys": KEYS})


KEYS = ("y", "n", "h", "e", "u", "j", "k", "?")
"""Keys of the queue, each explained in the catalogue."""
