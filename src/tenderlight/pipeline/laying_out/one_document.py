"""One document laid out for whoever stores nothing: by a converter of its own, which ends with it."""

from __future__ import annotations

import os
import select
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO

from tenderlight.cage import Lane, Outcome
from tenderlight.model.layout import Layout
from tenderlight.model.problem import Problem, problem
from tenderlight.pipeline.laying_out.aligning import STEP
from tenderlight.pipeline.laying_out.budget import LARGEST_DOCUMENT_BYTES, budget
from tenderlight.pipeline.laying_out.converter import FILTERS, Answer, Converter, Missing, State, find_converter
from tenderlight.pipeline.laying_out.desk import as_sentence
from tenderlight.pipeline.laying_out.flow_texts import FlowTexts
from tenderlight.pipeline.laying_out.under_way import Aligning
from tenderlight.pipeline.pages_under_way import held


@dataclass(frozen=True, slots=True, kw_only=True)
class LaidOutDocument:
    """What came of laying a document out."""

    items: tuple[Layout | Problem, ...] = ()
    """Layouts, or why there are none: `layout-not-made`, `layout-failed`; or `layout-partly` beside them."""
    pdf: bytes = b""
    """What it was laid out as; empty if it was not."""


def lay_out_document(
    original: BinaryIO, media_type: str, texts: FlowTexts, *, lane: Lane, is_whole: bool
) -> LaidOutDocument:
    """Lay a document out, as the main job does; nothing comes of one that has pages of its own.

    Args:
        original: The open file.
        media_type: What it is.
        texts: What was read of it.
        lane: A lane that reads, free.
        is_whole: Whether it was read to its end.
    """
    if media_type not in FILTERS or not (texts.are_too_long or texts.texts()):
        return LaidOutDocument()
    installed = find_converter()
    if isinstance(installed, Missing):
        return _without("layout-not-made", installed.reason)
    size = original.seek(0, os.SEEK_END)
    if not is_whole or texts.are_too_long or size > LARGEST_DOCUMENT_BYTES:
        return _without("layout-failed", "it is too large, or was not read to its end")
    converter = Converter(installed)
    try:
        trouble = _opened(converter)
        if trouble:
            return _without("layout-failed", f"LibreOffice could not be started: {trouble}")
        granted = budget(size_bytes=size, characters=texts.characters)
        converter.submit(
            original, FILTERS[media_type], wall_seconds=granted.wall_seconds, cpu_seconds=granted.cpu_seconds
        )
        answer = _answer(converter)
    finally:
        converter.close()
    if answer is None or answer.pdf is None:
        return _without("layout-failed", "it ended" if answer is None else answer.trouble)
    return _aligned(lane, Aligning("layout", texts.texts(), answer.pdf, converter.version), answer.pdf)


def _without(code: str, why: str) -> LaidOutDocument:
    return LaidOutDocument(items=(problem(code, step=STEP, detail=f"({as_sentence(why)})"),))


def _opened(converter: Converter) -> str:
    """Wait until a converter is open; return why it does not, or nothing."""
    answer = _answer(converter)
    return "" if converter.state is State.FREE else "it ended" if answer is None else answer.trouble


def _answer(converter: Converter) -> Answer | None:
    """Wait for what comes next; None if the converter opened."""
    while (filenos := converter.filenos()) and converter.state is not State.FREE:
        select.select(filenos, (), (), max(0.0, converter.deadline - time.monotonic()))
        answer = converter.receive()
        if answer is not None:
            return answer
    return None


def _aligned(lane: Lane, work: Aligning, pdf: bytes) -> LaidOutDocument:
    with _in_memory(pdf) as descriptor:
        job = work.job(descriptor)
        for event in lane.run(job.task, job.original, job.limits):
            if isinstance(event, Outcome):
                items = work.finish(event)
                is_laid_out = any(isinstance(item, Layout) for item in items)
                return LaidOutDocument(items=items, pdf=pdf if is_laid_out else b"")
            work.take(event)
    return _without("layout-failed", "it was not answered")


@contextmanager
def _in_memory(content: bytes) -> Iterator[int]:
    descriptor = held(content)
    try:
        yield descriptor
    finally:
        os.close(descriptor)
