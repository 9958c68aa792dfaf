"""Large originals that are read in parts, side by side, and put together in order: the same reading as of the whole.

The first pages of every original are one job. Where it has many more, each further range of them is a job of its own,
and its answer waits in a file until all before it are there. What joins pages (`PagesInOrder`) is done when they are
put together, and the limits of a document hold for all its parts.
"""

from __future__ import annotations

import struct
from collections import deque
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import takewhile
from typing import TYPE_CHECKING

from tenderlight.archive.shelf import NewFile
from tenderlight.cage import Outcome, OutcomeKind
from tenderlight.cage.outcomes import ANSWERS_TOO_LARGE, out_of_time
from tenderlight.cases.encoding import TooLarge, decode_item, encode_item, page_without_words
from tenderlight.model.document import Page
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import PageRange, ReadingLimits
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.pipeline.messages import ReadTask, write_task
from tenderlight.pipeline.outcomes import limits_for
from tenderlight.reading.pdf.pages_in_order import UNREADABLE, PagesInOrder

if TYPE_CHECKING:
    from tenderlight.pipeline.reading import ReadingUnderWay

READERS = frozenset({"pdf"})
"""Readers that read in parts."""
PAGES_A_PART = 100
"""Opening a file again costs about as much as eight of its pages."""
TIMES_AS_LONG = 2
"""So much more time than one job has the whole, since each part opens the file anew."""
FRAME_BYTES = 6
"""What the cage counts of a frame besides the item in it."""
HELD_BYTES = 1 << 18
"""Of the frames of a part, before they are written to its file."""
_LENGTH = struct.Struct(">I")


def first_part(untrusted_name: str) -> bytes:
    """Return the task that begins the reading of an original."""
    return write_task(ReadTask(untrusted_name=untrusted_name, last_page=PAGES_A_PART))


def are_more(head: ReadingHead, count: int) -> bool:
    """Say whether an original of so many pages has more than its first part."""
    return head.reader in READERS and min(count, ReadingLimits().pages) > PAGES_A_PART


class Part:
    """A range of pages that is read by itself: `take` each frame, then the whole is told how it ended."""

    def __init__(self, whole: InParts, pages: PageRange, key: str) -> None:
        self.whole = whole
        self.document = whole.document
        self.key = key
        """Name of the job."""
        self.outcome: Outcome | None = None
        self.is_started = False
        self.is_left_out = False
        self._pages = pages
        self._held = bytearray()
        self._file: NewFile | None = None

    def task(self, untrusted_name: str) -> bytes:
        """Return what a lane is to do."""
        pages = self._pages
        return write_task(ReadTask(untrusted_name=untrusted_name, first_page=pages.first, last_page=pages.last))

    def take(self, frame: bytes) -> None:
        """Keep a frame."""
        if self.is_left_out:
            return
        self._held += _LENGTH.pack(len(frame)) + frame
        if len(self._held) > HELD_BYTES:
            if self._file is None:
                self._file = self.whole.new_file()
            self._file.write(bytes(self._held))
            self._held.clear()

    def frames(self) -> Iterator[bytes]:
        """Yield what was kept, in order."""
        if self._file is not None:
            with self._file.path.open("rb") as written:
                while length := written.read(_LENGTH.size):
                    yield written.read(_LENGTH.unpack(length)[0])
        position = 0
        while position < len(self._held):
            start = position + _LENGTH.size
            position = start + _LENGTH.unpack_from(self._held, position)[0]
            yield bytes(self._held[start:position])

    def drop(self) -> None:
        """Forget what was kept."""
        self._held.clear()
        if self._file is not None:
            self._file.abandon()
            self._file = None

    def leave_out(self) -> None:
        """Forget it, and whatever is still to come."""
        self.is_left_out = True
        self.drop()


class InParts:
    """One original that is read in parts. Nothing of a part is in the whole before all of it is there."""

    def __init__(
        self, document: str, head: ReadingHead, count: int, *, size_bytes: int, new_file: Callable[[], NewFile]
    ) -> None:
        """Plan its parts.

        Args:
            document: Its SHA-256.
            head: Who reads it.
            count: Its pages, all of them.
            size_bytes: Its size.
            new_file: Makes a file for what waits.
        """
        self.document = document
        self.new_file = new_file
        limits = ReadingLimits()
        last = min(count, limits.pages)
        starts = range(PAGES_A_PART + 1, last + 1, PAGES_A_PART)
        ranges = [PageRange(first=first, last=min(first + PAGES_A_PART - 1, last)) for first in starts]
        self.parts = deque(Part(self, pages, f"{document}/{id(self):x}/{pages.first}") for pages in ranges)
        """Those that are not yet in their place."""
        self._in_order = PagesInOrder(count, limits, step=f"read:{head.reader}/{head.reader_version}")
        of_a_job = limits_for(size_bytes)
        self._limits = replace(of_a_job, cpu_seconds=TIMES_AS_LONG * of_a_job.cpu_seconds)
        self._frames_left, self._bytes_left = self._limits.frames - 2, self._limits.answer_bytes
        self._cpu_seconds = 0.0
        self._placed: list[Outcome] = []
        """How the parts ended that are in their place."""
        self._exceeded = ""
        self._is_out_of_time = False

    def joined(self, line: bytes) -> bytes | None:
        """Return a line of the reading as it stands in the whole, or None if it is left out; call it for each in order.

        Raises:
            Undecodable: If it is a page that is not well formed.
        """
        if self._in_order.is_over or not self._fits(line):
            return None
        page = page_without_words(line)
        if page is not None:
            joined = self._in_order.page(page)
            return line if joined.tables == page.tables else _with_tables(line, joined)
        item = decode_item(line) if UNREADABLE.encode("ascii") in line else None
        return encode_item(self._in_order.trouble(item)) if isinstance(item, Problem) else line

    def end(self, outcome: Outcome, part: Part | None = None) -> None:
        """Take how a part ended; None = the first.

        The time of a document is shared by all its parts: once it is spent, no further one is begun.
        """
        self._cpu_seconds += outcome.cpu_seconds
        if part is None:
            self._placed.append(outcome)
        else:
            part.outcome = outcome
        if self._cpu_seconds >= self._limits.cpu_seconds:
            begun = list(takewhile(lambda one: one.is_started, self.parts))
            self._is_out_of_time |= len(begun) < len(self.parts)
            self._leave_out(len(begun))

    def put_together(self, take: Callable[[bytes], None], say: Callable[[Problem], None]) -> Outcome | None:
        """Put the parts whose turn has come in their place.

        Args:
            take: Takes a frame.
            say: Takes a problem of the whole.

        Returns:
            How the whole ended; None while a part is still to come.
        """
        while self._placed and not self._is_over:
            outcome = self.parts[0].outcome
            if outcome is None:
                return None
            part = self.parts.popleft()
            for frame in part.frames():
                take(frame)
            part.drop()
            self._placed.append(outcome)
        if not self._placed:
            return None
        self._leave_out(0)
        ended = self._how()
        if ended.is_finished:
            for trouble in self._in_order.end():
                say(trouble)
        return replace(ended, walls=self._placed[0].walls, cpu_seconds=self._cpu_seconds)

    def abandon(self) -> None:
        """Drop what waits: the document is read again."""
        self._leave_out(0)

    @property
    def _is_over(self) -> bool:
        is_cut = self._in_order.is_over or bool(self._exceeded) or not self._placed[-1].is_finished
        return is_cut or not self.parts

    def _how(self) -> Outcome:
        last = self._placed[-1]
        if self._in_order.is_over:
            return replace(last, kind=OutcomeKind.FINISHED)
        if self._exceeded:
            return replace(last, kind=OutcomeKind.ANSWER_LIMIT, message=ANSWERS_TOO_LARGE[self._exceeded])
        if last.is_finished and self._is_out_of_time:
            return replace(last, kind=OutcomeKind.TIME_LIMIT, message=out_of_time(self._limits))
        return last

    def _fits(self, line: bytes) -> bool:
        """Count a frame as the cage would, had it come with all others in one answer."""
        if not self._exceeded:
            self._frames_left -= 1
            self._bytes_left -= len(line) + FRAME_BYTES
            self._exceeded = "answer_bytes" if self._bytes_left < 0 else "frames" if self._frames_left < 0 else ""
        return not self._exceeded

    def _leave_out(self, first: int) -> None:
        """Leave out the parts from one on."""
        while len(self.parts) > first:
            self.parts.pop().leave_out()


def _with_tables(line: bytes, joined: Page) -> bytes:
    """Return an encoded page with the tables of another."""
    page = decode_item(line)
    assert isinstance(page, Page)
    try:
        return encode_item(replace(page, tables=joined.tables))
    except TooLarge as trouble:
        return encode_item(problem("limit-item-bytes", step="read", detail=f"({trouble})", page_number=page.number))


class PartsToRead:
    """The parts of all documents of a run that are read in parts."""

    def __init__(self) -> None:
        self._waiting: deque[Part] = deque()
        self._at_work = 0
        self._half_read: dict[str, ReadingUnderWay] = {}
        """Documents whose first part has ended."""

    @property
    def surplus(self) -> int:
        """How many more jobs are at work than documents are in them."""
        return self._at_work - len(self._half_read)

    def take_on(self, whole: InParts) -> None:
        """Take the parts of a document."""
        self._waiting.extend(whole.parts)

    def __len__(self) -> int:
        while self._waiting and self._waiting[0].is_left_out:
            self._waiting.popleft()
        return len(self._waiting)

    def next(self) -> Part | None:
        """Hand out the next part; None if none waits."""
        if not len(self):
            return None
        part = self._waiting.popleft()
        part.is_started = True
        self._at_work += 1
        return part

    def again(self, part: Part) -> None:
        """Take that a part is to be read once more."""
        self._at_work -= 1
        part.drop()
        self._waiting.appendleft(part)

    def end(self, work: ReadingUnderWay | Part, outcome: Outcome) -> Iterator[tuple[ReadingUnderWay, Outcome]]:
        """Take how a document, or a part of one, ended; yield the document that is whole with it, and how it ended."""
        if isinstance(work, Part):
            self._at_work -= 1
            if not work.is_left_out:
                work.whole.end(outcome, work)
        elif work.in_parts is None:
            yield work, outcome
        else:
            self._half_read[work.document] = work
            work.in_parts.end(outcome)
        reading = self._half_read.get(work.document)
        whole = None if reading is None else reading.put_together()
        if reading is not None and whole is not None:
            del self._half_read[work.document]
            yield reading, whole
