"""A few files found in a case of their own, which is thrown away: what they cost is what their like will cost."""

from __future__ import annotations

import contextlib
import tempfile
import time
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from tenderlight.cases import Case
from tenderlight.cases.costs import ReceivedCost
from tenderlight.pipeline.local import find
from tenderlight.pipeline.planning.estimate import Tried
from tenderlight.pipeline.planning.processor import Beside, Watch, beside
from tenderlight.pipeline.planning.strata import Planned, Stratum
from tenderlight.pipeline.run import Progress, RunOptions

RECOGNISE_MINUTES = 0.2
"""Of a processor for the pictures of one file; the pages left over are taken to cost what the others did."""
USUAL_CLAIM_SECONDS = 0.03
"""Processor time for work on a page or notice after it is read, where nothing was tried: 0.02 to 0.04 over sets of real
notices, 0.23 where each is laid out by LibreOffice (docs/decisions/0024)."""
USUAL_PAGE_BYTES = 20_000.0
"""What a case keeps of a page beside its original, where nothing was tried: over the same sets 18 to 32 kB, laid out
105 kB."""


class _TimeIsUpError(Exception):
    """Enough was tried."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Trial:
    """What was learnt from trying files."""

    tried: Mapping[Stratum, Sequence[Tried]] = field(default_factory=dict)
    files: int = 0
    """How many were tried to their end."""
    of_files: int = 0
    wall_seconds: float = 0.0
    claim_seconds: float = USUAL_CLAIM_SECONDS
    """Processor time a page, for work on it after it is read: layout, claims, comparison with its picture."""
    beside: Beside = field(default_factory=Beside)
    page_bytes: float = USUAL_PAGE_BYTES
    """Kept of a page beside its original: its words, boxes, claims, index."""
    empty_bytes: int = 0
    """Of a case in which nothing is yet."""


def try_files(files: Sequence[Planned], *, workers: int | None, most_seconds: float) -> Trial:
    """Find a few files in a case of their own.

    Args:
        files: Which, in the order to try them.
        workers: As for a run.
        most_seconds: By the clock; what is not done by then counts as not tried.
    """
    if not files:
        return Trial()
    begun, watch = time.monotonic(), Watch()
    spent: dict[str, float] = defaultdict(float)

    def spend(document: str, seconds: float) -> None:
        spent[document] += seconds

    def go_on(progress: Progress) -> None:
        watch.look(progress.documents_done, sum(spent.values()))
        if time.monotonic() - begun > most_seconds:
            raise _TimeIsUpError

    with tempfile.TemporaryDirectory(prefix="tenderlight-plan-") as name:
        links, case_folder = Path(name) / "files", Path(name) / "case"
        links.mkdir()
        by_path: dict[str, Planned] = {}
        for number, file in enumerate(files):
            link = links / f"{number:06}{file.path.suffix}"
            link.symlink_to(file.path.absolute())
            by_path[f"{links.name}/{link.name}"] = file
        Case.open(case_folder, create=True).close()
        empty = _kept_bytes(case_folder)
        options = RunOptions(
            paths=(links,),
            case_folder=case_folder,
            workers=workers,
            recognise_minutes=RECOGNISE_MINUTES,
            on_progress=go_on,
            on_spent=spend,
        )
        with contextlib.suppress(_TimeIsUpError):
            find(options).close()
        with Case.open(case_folder) as case:
            costs = [cost for cost in case.received_costs() if cost.path in by_path]
            case.search.refresh()
        kept = _kept_bytes(case_folder) - empty
    return _learnt(
        [(by_path[cost.path].stratum, cost) for cost in costs],
        spent,
        beside=beside(watch.moments),
        of_files=len(files),
        wall_seconds=time.monotonic() - begun,
        kept_bytes=(empty, kept),
    )


def as_tried(cost: ReceivedCost, *, after_seconds: float, is_planned: bool = False) -> Tried:
    """Return what a file came to, the pages counted in that recognition had no time for.

    Args:
        cost: What was found out.
        after_seconds: Processor time of work on it after it was read.
        is_planned: See `Tried`.
    """
    seconds = cost.cpu_seconds or 0.0
    if cost.left_over and cost.recognised:
        seconds *= (cost.recognised + cost.left_over) / cost.recognised
    return Tried(
        size_bytes=cost.size_bytes,
        pages=cost.pages,
        records=cost.records,
        recognised=cost.recognised + cost.left_over,
        seconds=seconds + after_seconds,
        documents=len(cost.documents),
        is_planned=is_planned,
    )


def _learnt(
    costs: Sequence[tuple[Stratum, ReceivedCost]],
    spent: Mapping[str, float],
    *,
    beside: Beside,
    of_files: int,
    wall_seconds: float,
    kept_bytes: tuple[int, int],
) -> Trial:
    tried: dict[Stratum, list[Tried]] = defaultdict(list)
    after_all = 0.0
    for stratum, cost in costs:
        jobs = sum(spent.get(document, 0.0) for document in cost.documents)
        after = max(0.0, jobs - (cost.cpu_seconds or 0.0))
        after_all += after
        tried[stratum].append(as_tried(cost, after_seconds=after, is_planned=True))
    pages = sum(cost.pages - cost.left_over + cost.records for _, cost in costs)
    return Trial(
        tried=tried,
        files=len(costs),
        of_files=of_files,
        wall_seconds=wall_seconds,
        claim_seconds=after_all / pages if pages else USUAL_CLAIM_SECONDS,
        beside=beside,
        page_bytes=kept_bytes[1] / pages if pages else USUAL_PAGE_BYTES,
        empty_bytes=kept_bytes[0],
    )


def _kept_bytes(case_folder: Path) -> int:
    """Return how much a case holds beside its originals."""
    files = (
        path
        for path in case_folder.rglob("*")
        if path.is_file() and path.relative_to(case_folder).parts[0] != "objects"
    )
    return sum(path.stat().st_size for path in files)
