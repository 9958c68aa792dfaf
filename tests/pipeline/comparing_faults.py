"""A recogniser that some documents take over when their words are compared, each in its own way."""

from __future__ import annotations

import os
from collections.abc import Callable

from tenderlight.cage import Emit, Perform, Workshop
from tenderlight.pipeline.messages import CompareTask, PageToCompare, SeenLines, read_task, write_frame
from tenderlight.reading.recognition.seen_lines import Seen, SeenLine


def honest(page: PageToCompare, emit: Emit) -> None:
    lines = tuple(SeenLine(seen=Seen.READ, text=line.text) for line in page.lines)
    emit(write_frame(SeenLines(page_number=page.page_number, lines=lines)))


def short(page: PageToCompare, emit: Emit) -> None:
    lines = (SeenLine(seen=Seen.READ),) * (len(page.lines) + 1)
    emit(write_frame(SeenLines(page_number=page.page_number, lines=lines)))


def lying(page: PageToCompare, emit: Emit) -> None:
    emit(write_frame(SeenLines(page_number=99, lines=(SeenLine(seen=Seen.READ),) * len(page.lines))))


FAULTS: dict[int, tuple[Callable[[PageToCompare, Emit], None], str]] = {
    2: (lambda _page, _emit: os.kill(os.getpid(), 11), "SIGSEGV"),
    3: (short, "It was not answered."),
    4: (lambda _page, emit: emit(b"S[{}]"), "It was not answered."),
    5: (lying, "It was not answered."),
}
"""By page: what it does, and what is said of it."""


def workshop() -> Workshop:
    return Workshop(opener="tests.pipeline.comparing_faults:open_workshop")


def open_workshop() -> Perform:
    def perform(task: bytes, _original: int | None, emit: Emit, /) -> None:
        asked = read_task(task)
        assert isinstance(asked, CompareTask)
        for page in asked.pages:
            FAULTS.get(page.page_number, (honest, ""))[0](page, emit)

    return perform


def broken_workshop() -> Workshop:
    return Workshop(opener="tests.pipeline.comparing_faults:no_opener_at_all")
