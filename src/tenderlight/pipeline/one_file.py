"""Reads one file in the cage and stores nothing, for whoever wonders what is seen."""

from __future__ import annotations

import contextlib
import hashlib
import json
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from tenderlight.cage import Lane, Outcome, Workshop
from tenderlight.cases.encoding import PageNote, Undecodable, encode_item, encode_reading_end, note_of
from tenderlight.cases.settling import Settled
from tenderlight.errors import UsageError
from tenderlight.model.document import NO_RECOGNISER, Page, Reading, ReadState
from tenderlight.model.layout import Layout
from tenderlight.model.metadata import FileMetadata
from tenderlight.model.problem import NEED_RECOGNITION, Problem, Severity, problem
from tenderlight.model.reader import Item, MemberPart, PageCount
from tenderlight.model.record import Record
from tenderlight.pipeline import recogniser_workshop
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.pipeline.laying_out.flow_texts import FlowTexts
from tenderlight.pipeline.laying_out.one_document import lay_out_document
from tenderlight.pipeline.messages import ReadTask, read_frame, write_task
from tenderlight.pipeline.outcomes import limits_for, problem_of, state_of
from tenderlight.pipeline.picture_reader import PictureReader, Recognisers
from tenderlight.pipeline.recognised_page import Call, settle
from tenderlight.pipeline.recognition import recogniser_not_opened
from tenderlight.pipeline.recognition_budget import RecognitionBudget
from tenderlight.reading.pdf.page_pictures import can_be_drawn
from tenderlight.reading.recognition import models
from tenderlight.sources.folder import shown_path

WORKSHOP = Workshop(opener="tenderlight.pipeline.workshop:open_readers")


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that came out of a file."""

    item: Page | Record | Problem | MemberPart | Layout | FileMetadata | Reading
    size_bytes: int = 0
    """Of a file in an archive, all its parts together."""
    pdf: bytes = b""
    """Of a layout: what the file was laid out as."""

    @property
    def is_problem(self) -> bool:
        """Whether it is trouble rather than content."""
        return isinstance(self.item, Problem)

    @property
    def is_costly(self) -> bool:
        """Whether it says that something was not read."""
        return isinstance(self.item, Problem) and self.item.severity is not Severity.NOTE

    def as_json(self) -> bytes:
        """Return it in the form of stored readings; of a file in an archive, its path and size."""
        if isinstance(self.item, MemberPart):
            named = {"item": "member", "untrusted_path": self.item.untrusted_path, "size_bytes": self.size_bytes}
            return json.dumps(named, ensure_ascii=False).encode("utf-8")
        return encode_reading_end(self.item) if isinstance(self.item, Reading) else encode_item(self.item)

    def as_text(self) -> str:
        """Return it for people."""
        item = self.item
        if isinstance(item, Page):
            title = f": {item.title}" if item.title else ""
            return f"--- page {item.number}{title} ({item.state.value}, {item.method.value})\n{item.text}"
        if isinstance(item, Record):
            lines = [f"--- {item.key}"]
            lines += [f"{one.kind.value}\t{one.anchors[0].text}\t{one.anchors[0].pointer}" for one in item.statements]
            return "\n".join(lines)
        if isinstance(item, Problem):
            where = f"page {item.page_number}: " if item.page_number else ""
            return f"{item.code}: {where}{item.message}"
        if isinstance(item, MemberPart):
            return f"--- file in the archive: {item.untrusted_path} ({self.size_bytes:,} bytes)"
        if isinstance(item, FileMetadata):  # names of persons among them: shown to whoever asks for JSON
            return f"--- properties of the file: {', '.join(dict.fromkeys(one.kind for one in item.properties))}"
        if isinstance(item, Layout):
            sheets = len(item.page_sizes)
            return (
                f"--- page {item.page_number} laid out by {item.converter}: {len(item.lines)} lines on {sheets} pages"
            )
        return f"--- {item.media_type}, reader {item.reader or 'none'}/{item.reader_version}, {item.walls}"


class _Reading:
    """What is known of a file while it is read."""

    def __init__(self) -> None:
        self.head = ReadingHead(media_type="application/octet-stream", reader="", reader_version=0)
        self.settled: Settled[PageNote] = Settled()
        self.flow = FlowTexts()
        self._count: int | None = None
        self._member_bytes = 0
        self._has_content = False

    @property
    def pages_to_recognise(self) -> tuple[int, ...]:
        """The numbers of the pages whose pictures may say what their text does not."""
        return self.settled.pages_to_recognise if can_be_drawn(self.head.media_type) else ()

    def take(self, frame: ReadingHead | Item) -> Line | None:
        """Take a frame; return the line it makes, or None if it makes none."""
        if isinstance(frame, ReadingHead):
            self.head = frame
            return None
        if isinstance(frame, PageCount):
            self._count = frame.count
            return None
        if isinstance(frame, MemberPart):
            return self._take_member(frame)
        self._member_bytes = 0
        if isinstance(frame, Layout):  # no reader sends one
            return None
        self._has_content |= not isinstance(frame, Problem | FileMetadata)
        if isinstance(frame, Page):
            note = note_of(frame)
            self.settled.add(note)
            self.flow.take(self.head.media_type, note, encode_item(frame))
        elif isinstance(frame, Problem):
            self.settled.add(frame)
        return Line(item=frame)

    def end(self, document: str, *, walls: str, recogniser: str) -> Line:
        """Return what the file is, and how much of it was read."""
        states = Counter(page.state for page in self.settled.pages)
        state = state_of(
            self.settled.problems,
            has_content=self._has_content,
            pages_unread=states[ReadState.NOT_READ] + states[ReadState.PARTLY],
            pages_read=states[ReadState.READ] + states[ReadState.PARTLY],
        )
        return Line(
            item=Reading(
                document=document,
                media_type=self.head.media_type,
                reader=self.head.reader,
                reader_version=self.head.reader_version,
                page_count=self._count,
                state=state,
                walls=walls,
                recogniser=recogniser,
            )
        )

    def _take_member(self, part: MemberPart) -> Line | None:
        self._has_content = True
        self._member_bytes += len(part.content)
        if not part.is_last:
            return None
        size, self._member_bytes = self._member_bytes, 0
        return Line(item=part, size_bytes=size)


def read_file(
    path: Path,
    *,
    lay_out: bool = False,
    lane: Lane | None = None,
    recognisers: Recognisers | None = None,
    only: Collection[int] | None = None,
    recognise_minutes: float | None = None,
) -> Iterator[Line]:
    """Yield what is in a file, as it is read; last, what it is.

    From the first page that calls for text recognition on, lines wait for the end of the reading, and pages are read
    from their pictures then.

    Args:
        path: The file.
        lay_out: Lay a document without pages out on pages; its layouts follow, or why there are none.
        lane: Where to read it, for whoever reads many files; None = a lane of its own.
        recognisers: What reads pages from their pictures, likewise.
        only: Numbers of the pages that are read from their pictures where they call for it; None = all of them.
        recognise_minutes: Of a processor that text recognition may take; None = see `RecognitionBudget`.

    Raises:
        UsageError: If the file cannot be opened, or is none: a named pipe would be waited for without end.
    """
    with _open(path) as original, contextlib.ExitStack() as stack:
        document = hashlib.file_digest(original, "sha256").hexdigest()
        size = original.tell()
        if lane is None:
            lane = Lane(WORKSHOP)
            stack.callback(lane.close)
        reading = _Reading()
        waiting = _Waiting(reading, is_recognising=models.is_installed())
        walls, is_whole = "", False
        task = write_task(ReadTask(untrusted_name=shown_path(Path(path.name))))
        for event in lane.run(task, original.fileno(), limits_for(size)):
            if isinstance(event, Outcome):
                walls, is_whole = event.walls, event.is_finished
            frame = problem_of(event, step="read") if isinstance(event, Outcome) else _checked(event)
            line = None if frame is None else reading.take(frame)
            if line is not None:
                yield from waiting.take(line)
        called = [page for page in reading.pages_to_recognise if only is None or page in only]
        if called and waiting.is_recognising:
            used = stack.enter_context(Recognisers()) if recognisers is None else recognisers
            media_type = reading.head.media_type
            pictures = PictureReader(lane, original.fileno(), used, media_type=media_type, size_bytes=size)
            budget = RecognitionBudget(len(called), minutes=recognise_minutes)
            yield from waiting.recognised(pictures, set(called), budget)
            waiting.is_recognising = not pictures.why_not
        else:
            yield from waiting.rest()
        if lay_out:
            media_type = reading.head.media_type
            laid_out = lay_out_document(original, media_type, reading.flow, lane=lane, is_whole=is_whole)
            for item in laid_out.items:
                if isinstance(item, Problem):
                    reading.settled.add(item)
                yield Line(item=item, pdf=laid_out.pdf)
        recogniser = "" if not called else recogniser_workshop.recogniser() if waiting.is_recognising else NO_RECOGNISER
        yield reading.end(document, walls=walls, recogniser=recogniser)


class _Waiting:
    """Lines that are not handed on yet, because a page among them may be read from its picture."""

    def __init__(self, reading: _Reading, *, is_recognising: bool) -> None:
        self.is_recognising = is_recognising
        self._reading = reading
        self._lines: list[Line] = []

    def take(self, line: Line) -> list[Line]:
        """Take a line; return those that need not wait: a page waits for the problems that follow it."""
        is_called = bool(self._reading.pages_to_recognise)
        free = [] if is_called and self.is_recognising else self.rest()
        self._lines.append(line)
        return free

    def rest(self) -> list[Line]:
        """Return what waits."""
        lines, self._lines = self._lines, []
        return lines

    def recognised(self, pictures: PictureReader, called: Collection[int], budget: RecognitionBudget) -> Iterator[Line]:
        """Yield what waits, each of the pages called read from its picture."""
        settled = self._reading.settled
        lines = self.rest()
        numbers = [one.item.number for one in lines if isinstance(one.item, Page) and one.item.number in called]
        pictures.ask_for(numbers, budget)
        for line in lines:
            item = line.item
            if isinstance(item, Problem) and item.page_number in called and item.code in NEED_RECOGNITION:
                continue
            if not isinstance(item, Page) or item.number not in called:
                yield line
                continue
            calls = settled.calls(item.number)
            layer = b"" if item.state is ReadState.NOT_READ else encode_item(item)
            call = Call(page_number=item.number, problems=calls, layer=layer)
            found = settle(call, pictures.read(item.number))
            if not any(isinstance(one, Page) for one in found):
                yield Line(item=item)
                yield from (Line(item=one) for one in calls)
            yield from self._taken(found)
        if pictures.why_not:
            yield from self._taken([recogniser_not_opened(pictures.why_not)])

    def _taken(self, items: Iterable[Item]) -> Iterator[Line]:
        for item in items:
            line = self._reading.take(item)
            if line is not None:
                yield line


def _open(path: Path) -> BufferedReader:
    if path.exists() and not path.is_file():
        raise UsageError(f"{path} is no file.")
    try:
        return path.open("rb")
    except OSError as trouble:
        raise UsageError(f"{path} cannot be opened: {trouble.strerror or trouble}") from trouble


def _checked(event: bytes) -> ReadingHead | Item | None:
    try:
        frame = read_frame(event)
    except Undecodable as trouble:
        return problem("reader-failed", step="read", detail=str(trouble))
    known = ReadingHead | Page | Record | MemberPart | PageCount | Problem | FileMetadata
    return frame if isinstance(frame, known) else None
