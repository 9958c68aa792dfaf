"""Pictures of pages, drawn in the cage from archived originals."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from types import MappingProxyType

from tenderlight.cage import Job, LanePool, Outcome
from tenderlight.cases import Case
from tenderlight.cases.encoding import Undecodable
from tenderlight.pipeline.drawing_workshop import DRAWING
from tenderlight.pipeline.messages import DrawTask, PagePicture, Sides, read_frame, write_task
from tenderlight.pipeline.outcomes import DRAW_LIMITS

PNG_SIGNATURE = b"\x89PNG\r\n\x1a\n"


def draw_pages(
    case: Case,
    wanted: Mapping[str, tuple[int, ...]],
    *,
    dots_per_inch: int,
    black: Mapping[str, tuple[tuple[int, Sides], ...]] = MappingProxyType({}),
) -> Iterator[tuple[str, PagePicture]]:
    """Yield the picture of each page that can be drawn, with its document.

    Args:
        case: Where the originals are, and the PDF files that some were laid out as.
        wanted: Page numbers, from 1, by the SHA-256 of an original or of such a PDF.
        dots_per_inch: Resolution.
        black: Page numbers with boxes that are to be black on their pictures, by the same SHA-256; points.

    Yields:
        PNG pictures. A page that cannot be drawn is left out: its quote is still shown as text.
    """
    jobs = {document: numbers for document, numbers in wanted.items() if numbers}
    if not jobs:
        return
    with LanePool(DRAWING) as pool:
        pool.widen(len(jobs))
        for job, event in pool.run(_jobs(case, jobs, dots_per_inch, black)):
            if isinstance(event, Outcome):
                continue
            try:
                frame = read_frame(event)
            except Undecodable:
                continue
            if isinstance(frame, PagePicture) and _is_as_asked(frame, jobs[job.key]):
                yield job.key, frame


def _is_as_asked(frame: PagePicture, numbers: tuple[int, ...]) -> bool:
    return frame.page_number in numbers and frame.png.startswith(PNG_SIGNATURE)


def _jobs(
    case: Case,
    jobs: Mapping[str, tuple[int, ...]],
    dots_per_inch: int,
    black: Mapping[str, tuple[tuple[int, Sides], ...]],
) -> Iterator[Job]:
    for document, numbers in jobs.items():
        kept = case.layouts if case.layouts.has(document) else case.originals
        with kept.open(document) as original:
            boxes = black.get(document, ())
            task = write_task(DrawTask(page_numbers=numbers, dots_per_inch=dots_per_inch, black=boxes))
            yield Job(key=document, task=task, original=original.fileno(), limits=DRAW_LIMITS)
