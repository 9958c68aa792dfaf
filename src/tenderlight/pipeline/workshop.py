"""What runs inside the cage: one task on one file, in a child that lives for it alone."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace

from tenderlight.cage import Emit, read_whole
from tenderlight.cases.encoding import TooLarge, decode_reading
from tenderlight.evidence.pictures import MOST_ITEM_LINES, MOST_LINES, MOST_PAGES, quoted_lines
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, Reading
from tenderlight.model.layout import Layout
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import OpenOriginal, PageRange, ReadingLimits
from tenderlight.model.record import Record
from tenderlight.pipeline import steps
from tenderlight.pipeline.heads import ContractClaims
from tenderlight.pipeline.messages import (
    AlignTask,
    ClaimTask,
    Frame,
    LookedUp,
    LookUpTask,
    RasterTask,
    ReadTask,
    ToCompare,
    read_task,
    write_frame,
)
from tenderlight.pipeline.versions import CLAIM_STEP
from tenderlight.sources.pointers import texts_of

CLAIMS_A_FRAME = 500
LONGEST_POINTER = 500


def open_workshop() -> Callable[[bytes, int | None, Emit], None]:
    """Load what every task needs (readers, vocabulary), and return the function that performs one task."""
    steps.warm_up()
    return perform


def open_readers() -> Callable[[bytes, int | None, Emit], None]:
    """Load what reading needs and nothing that makes claims: whoever only reads waits a third of the time."""
    steps.warm_up_readers()
    return perform


def perform(task: bytes, original: int | None, emit: Emit) -> None:
    """Perform one task on an open file, sending a frame for each thing found as soon as it is found."""
    for frame in _frames(task, b"" if original is None else read_whole(original)):
        try:
            message = write_frame(frame)
        except TooLarge as trouble:
            message = write_frame(_left_out(frame, "limit-item-bytes", f"({trouble})"))
        except ValueError:  # half a surrogate pair, say: no text that anyone could quote
            message = write_frame(_left_out(frame, "item-not-text", ""))
        emit(message)


def _left_out(frame: Frame, code: str, detail: str) -> Problem:
    """Return the problem of something that was found and cannot be sent; the rest goes on."""
    if isinstance(frame, Layout):
        return problem("layout-failed", step="layout", detail=detail)
    pointer = frame.pointer if isinstance(frame, Record) else None
    return problem(
        code,
        step=CLAIM_STEP if isinstance(frame, ContractClaims) else "read",
        detail=detail,
        page_number=frame.number if isinstance(frame, Page) else None,
        pointer=None if pointer is None else pointer.encode("utf-8", "replace").decode("utf-8")[:LONGEST_POINTER],
    )


def _frames(message: bytes, content: bytes) -> Iterator[Frame]:
    task = read_task(message)
    if isinstance(task, ReadTask):
        part = None if task.last_page is None else PageRange(first=task.first_page, last=task.last_page)
        original = OpenOriginal(content=content, untrusted_name=task.untrusted_name, part=part)
        yield from steps.read_original(original, ReadingLimits())
    elif isinstance(task, ClaimTask):
        yield from _claim(decode_reading(gzip.decompress(content)))
    elif isinstance(task, AlignTask):
        yield from _align(content, task)
    elif isinstance(task, RasterTask):
        yield from _raster(content, task)
    elif isinstance(task, LookUpTask):
        text_at = texts_of(content)
        texts = ((text_at(one.pointer), one) for one in task.quotes)
        yield LookedUp(holds=tuple(text is not None and text[one.start : one.end] == one.text for text, one in texts))


def _claim(reading: Reading) -> Iterator[Frame]:
    claims: list[Claim] = []
    for found in steps.claim(reading):
        if isinstance(found, ContractClaims):
            claims += found.claims
            yield from _in_batches(found)
        else:
            yield found
    to_compare = quoted_lines(reading, claims)
    if to_compare.lines:
        yield ToCompare(lines=to_compare.lines)
    if not to_compare.is_whole:
        detail = f"(More than {MOST_LINES} lines, {MOST_ITEM_LINES} of price lists, or {MOST_PAGES} pages.)"
        yield problem("claims-not-compared", step=CLAIM_STEP, detail=detail)


def _in_batches(found: ContractClaims) -> Iterator[ContractClaims]:
    """Yield the claims about a contract a few at a time: a long price list makes more than one frame may hold."""
    for start in range(0, len(found.claims), CLAIMS_A_FRAME):
        yield replace(found, claims=found.claims[start : start + CLAIMS_A_FRAME])


def _align(content: bytes, task: AlignTask) -> Iterator[Frame]:
    from tenderlight.pipeline.laying_out.aligning import align_with

    yield from align_with(content, task)


def _raster(content: bytes, task: RasterTask) -> Iterator[Frame]:
    from tenderlight.reading.pdf.page_pictures import page_pixels

    yield from page_pixels(content, task.media_type, task.page_numbers)
