"""A recogniser that every second page takes over, each in its own way; pages between them are answered honestly."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from dataclasses import replace

from tenderlight.cage import Emit, Perform, Workshop
from tenderlight.cases.encoding import ITEM_BYTES_LIMIT
from tenderlight.model.box import Box
from tenderlight.model.document import Page, PageMethod, Word
from tenderlight.model.problem import problem
from tenderlight.pipeline.messages import RecogniseTask, read_task, write_frame

HANGING_SECONDS = 2.0
"""A test bounds the time of a page by this."""


def raising(_page: Page, _emit: Emit) -> None:
    raise ValueError("a line of no width")


def flooding(page: Page, emit: Emit) -> None:
    for _ in range(1000):
        emit(write_frame(problem("recognition-unsure", step="r", page_number=page.number)))


def answering_twice(page: Page, emit: Emit) -> None:
    emit(write_frame(page))
    emit(write_frame(replace(page, text="中标金额 1")))


def blaming_another(page: Page, emit: Emit) -> None:
    emit(write_frame(page))
    emit(write_frame(problem("page-unreadable", step="read", page_number=1)))


NOT_ASKED = "It answered what it was not asked."
FAULTS: dict[int, tuple[Callable[[Page, Emit], None], str]] = {
    2: (lambda _page, _emit: os.kill(os.getpid(), 11), "SIGSEGV"),
    4: (raising, "ValueError: a line of no width"),
    6: (lambda _page, _emit: time.sleep(3600), "not done within 2 seconds"),
    8: (lambda _page, _emit: None, "It answered nothing."),
    10: (lambda page, emit: emit(write_frame(replace(page, number=1))), NOT_ASKED),
    12: (lambda page, emit: emit(write_frame(replace(page, width=5000.0))), NOT_ASKED),
    14: (lambda page, emit: emit(write_frame(replace(page, method=PageMethod.TEXT_LAYER))), NOT_ASKED),
    16: (answering_twice, NOT_ASKED),
    18: (blaming_another, NOT_ASKED),
    20: (lambda _page, emit: emit(b"Zzz"), "a frame of unknown kind"),
    22: (lambda _page, emit: emit(b"I" + b" " * (ITEM_BYTES_LIMIT + 1000)), "one frame is larger than allowed"),
    24: (flooding, "more frames than allowed"),
}
"""By page: what it does, and what is said of it."""


def workshop() -> Workshop:
    return Workshop(opener="tests.pipeline.recogniser_faults:open_workshop")


def open_workshop() -> Perform:
    def perform(task: bytes, original: int | None, emit: Emit, /) -> None:
        asked = read_task(task)
        assert isinstance(asked, RecogniseTask)
        assert original is not None
        assert os.fstat(original).st_size == 3 * asked.width * asked.height
        page = answer(asked)
        if asked.page_number in FAULTS:
            FAULTS[asked.page_number][0](page, emit)
        else:
            emit(write_frame(page))

    return perform


def answer(asked: RecogniseTask) -> Page:
    text = f"采购公告 {asked.page_number}"
    box = Box(left=10, top=10, right=90, bottom=20)
    return Page(
        number=asked.page_number,
        text=text,
        width=round(asked.width_points, 2),
        height=round(asked.height_points, 2),
        words=(Word(start=0, end=4, box=box, confidence=0.9),),
        method=PageMethod.RECOGNISED,
    )


SLOW_SECONDS = 0.25
"""Of a processor, for each page."""


def slow_workshop() -> Workshop:
    return Workshop(opener="tests.pipeline.recogniser_faults:open_slow_workshop")


def open_slow_workshop() -> Perform:
    def perform(task: bytes, _original: int | None, emit: Emit, /) -> None:
        asked = read_task(task)
        assert isinstance(asked, RecogniseTask)
        while time.process_time() < SLOW_SECONDS:
            """Think."""
        emit(write_frame(answer(asked)))

    return perform
