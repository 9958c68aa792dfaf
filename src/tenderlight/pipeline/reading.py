"""One original being read: what its caged child sends is checked and stored as it comes."""

from __future__ import annotations

from collections.abc import Sequence

from tenderlight.archive.originals import OriginalWriter
from tenderlight.cage import Outcome
from tenderlight.cases import Case, Member, ReadingEnd, ReadingWriter, StoredReading
from tenderlight.cases.encoding import PageNote, Undecodable
from tenderlight.model.document import NO_RECOGNISER, ReadState
from tenderlight.model.problem import NEED_RECOGNITION, Problem, problem
from tenderlight.model.reader import Item, MemberPart, PageCount, ReadingLimits
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.pipeline.laying_out.flow_texts import FlowTexts
from tenderlight.pipeline.messages import item_line, read_frame
from tenderlight.pipeline.outcomes import problem_of, state_of
from tenderlight.pipeline.parts import InParts, PartsToRead, are_more
from tenderlight.reading.pdf.page_pictures import can_be_drawn

STEP = "read"
DEEPEST_ARCHIVE = ReadingLimits().depth
UNKNOWN_HEAD = ReadingHead(media_type="application/octet-stream", reader="", reader_version=0)
LAYERS_BYTES = 32 * 2**20
"""Pages with a text of their own that are kept, encoded, until text recognition has compared them with the picture."""


class ReadingUnderWay:
    """Takes the frames of one reading. Use `take` for each, `end` with the outcome, then `finish`.

    Between the two, `replace` takes what text recognition made of the `pages_to_recognise`.
    """

    def __init__(
        self, case: Case, document: str, *, depth: int, size_bytes: int = 0, parts: PartsToRead | None = None
    ) -> None:
        """Start.

        Args:
            case: Where to store.
            document: The original's SHA-256.
            depth: How many archives it lies in.
            size_bytes: The original's size.
            parts: Takes the parts that are to be read besides; None = what comes is the whole.
        """
        self.document = document
        self.in_parts: InParts | None = None
        """What puts it together, if it is read in parts."""
        self._parts = parts
        self.size_bytes = size_bytes
        self.members: list[Member] = []
        self.head = UNKNOWN_HEAD
        self._case = case
        self._depth = depth
        self._opened: ReadingWriter | None = None
        self._member: OriginalWriter | None = None
        self._is_too_deep = False
        self._walls = ""
        self._cpu_seconds = 0.0
        self._last_page: tuple[int, bytes] = (0, b"")
        self._layers: dict[int, bytes] = {}
        self._layers_room = LAYERS_BYTES
        self._called = False
        self.pages_recognised = 0
        """Pages that text recognition looked at so far."""
        self.flow = FlowTexts()

    @property
    def _writer(self) -> ReadingWriter:
        """Its file, opened with the first thing that is found: of many documents at work few have one."""
        if self._opened is None:
            self._opened = self._case.reading_writer(self.document)
        return self._opened

    @property
    def media_type(self) -> str:
        """What the original is, as far as is known."""
        return self.head.media_type

    def add(self, item: Item) -> None:
        """Store something that was found besides."""
        self._writer.add(item)

    def take(self, frame: bytes) -> None:
        """Take one frame. One that is not well formed is left out, and a problem of its own."""
        line = item_line(frame)
        try:
            if line is None:
                found = read_frame(frame)
                if isinstance(found, ReadingHead) and self.in_parts is None:
                    self.head = found
                return
            if self.in_parts is not None and (line := self.in_parts.joined(line)) is None:
                return
            note = self._writer.add_line(line)
        except Undecodable as trouble:
            self._writer.add(problem("reader-failed", step=STEP, detail=f"(It sent what it should not: {trouble})"))
            return
        self.flow.take(self.head.media_type, note, line)
        if isinstance(note, MemberPart):
            self._take_member(note)
            return
        # whatever else arrives ends a file that broke off half-way: its parts must not run into the next one's
        self._drop_unfinished_member()
        if isinstance(note, PageNote):
            self._last_page = (note.number, b"" if note.state is ReadState.NOT_READ else line)
        elif isinstance(note, Problem):
            self._keep_layer(note)
        elif isinstance(note, PageCount):
            self._plan(note.count)

    def _plan(self, count: int) -> None:
        """Have the pages after the first part read by others, if there are any."""
        if self._parts is not None and self.in_parts is None and are_more(self.head, count):
            new_file = self._writer.beside
            self.in_parts = InParts(self.document, self.head, count, size_bytes=self.size_bytes, new_file=new_file)
            self._parts.take_on(self.in_parts)

    def put_together(self) -> Outcome | None:
        """Take the parts whose turn has come; return how the whole ended, or None while a part is still to come."""
        assert self.in_parts is not None
        return self.in_parts.put_together(self.take, self.add)

    def end(self, outcome: Outcome) -> None:
        """Take how the reader's child ended."""
        trouble = problem_of(outcome, step=f"{STEP}:{self.head.reader}/{self.head.reader_version}")
        if trouble is not None:
            self._writer.add(trouble)
        self._drop_unfinished_member()
        self._walls = outcome.walls
        self._cpu_seconds = outcome.cpu_seconds
        self._called = bool(self.pages_to_recognise)

    @property
    def pages_to_recognise(self) -> tuple[int, ...]:
        """The numbers of the pages whose pictures may say what their text does not, sorted."""
        return self._writer.settled.pages_to_recognise if can_be_drawn(self.head.media_type) else ()

    def calls(self, page_number: int) -> tuple[Problem, ...]:
        """Return the problems that call for text recognition of a page."""
        return self._writer.settled.calls(page_number)

    def layer(self, page_number: int) -> bytes:
        """Return a page as its reader sent it, encoded, if it has a text of its own and was kept; else nothing."""
        return self._layers.get(page_number, b"")

    def replace(self, page_number: int, items: Sequence[Item], *, cpu_seconds: float) -> None:
        """Store what came of recognising a page: a page that takes its place, and problems. Call in page order."""
        for item in items:
            self._writer.add(item)
        self._layers.pop(page_number, None)
        self._cpu_seconds += cpu_seconds
        self.pages_recognised += 1

    def finish(self, *, recogniser: str = NO_RECOGNISER) -> StoredReading:
        """Store what came.

        Args:
            recogniser: Who recognised pages, with version, if any page called for it.
        """
        writer = self._writer
        stored = writer.finish(
            ReadingEnd(
                media_type=self.head.media_type,
                reader=self.head.reader,
                reader_version=self.head.reader_version,
                state=self._state(writer.settled.pages),
                walls=self._walls,
                recogniser=recogniser if self._called else "",
            )
        )
        self._case.record_reading(stored, members=self.members, cpu_seconds=self._cpu_seconds)
        return stored

    def abandon(self) -> None:
        """Drop what came: it will be read again."""
        if self.in_parts is not None:
            self.in_parts.abandon()
        self._drop_unfinished_member()
        if self._opened is not None:
            self._opened.abandon()

    def _state(self, pages: Sequence[PageNote]) -> ReadState:
        unread = sum(page.state is not ReadState.READ for page in pages)
        return state_of(
            self._writer.settled.problems,
            has_content=bool(pages or self._writer.record_count or self.members),
            pages_unread=unread,
            pages_read=sum(page.state is not ReadState.NOT_READ for page in pages),
        )

    def _keep_layer(self, call: Problem) -> None:
        """Keep the page that came last if its problem calls for comparing it with its picture, as room allows."""
        number, line = self._last_page
        if line and call.code in NEED_RECOGNITION and call.page_number == number and len(line) <= self._layers_room:
            self._layers[number] = line
            self._layers_room -= len(line)

    def _take_member(self, part: MemberPart) -> None:
        if self._depth >= DEEPEST_ARCHIVE:
            if not self._is_too_deep:
                self._is_too_deep = True
                self._writer.add(problem("limit-depth", step=STEP))
            return
        if self._member is None:
            self._member = self._case.originals.writer()
        self._member.add(part.content)
        if part.is_last:
            kept = self._member.finish()
            self.members.append(Member(path=part.untrusted_path, document=kept.sha256, size_bytes=kept.size_bytes))
            self._member = None

    def _drop_unfinished_member(self) -> None:
        if self._member is not None:
            self._member.abandon()
            self._member = None
