"""One original being read: what its caged child sends is checked and stored as it comes."""

from __future__ import annotations

from tenderlight.archive.originals import OriginalWriter
from tenderlight.cage import Outcome
from tenderlight.cases import Case, Member, ReadingEnd, StoredReading
from tenderlight.cases.encoding import PageNote, Undecodable
from tenderlight.model.document import ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import MemberPart, ReadingLimits
from tenderlight.pipeline.messages import item_line, read_frame
from tenderlight.pipeline.outcomes import problem_of, state_of
from tenderlight.pipeline.steps import ReadingHead

STEP = "read"
DEEPEST_ARCHIVE = ReadingLimits().depth
UNKNOWN_HEAD = ReadingHead(media_type="application/octet-stream", reader="", reader_version=0)


class ReadingUnderWay:
    """Takes the frames of one reading. Use `take` for each, then `finish` with the outcome."""

    def __init__(self, case: Case, document: str, *, depth: int) -> None:
        """Start.

        Args:
            case: Where to store.
            document: The original's SHA-256.
            depth: How many archives it lies in.
        """
        self.document = document
        self.members: list[Member] = []
        self._case = case
        self._depth = depth
        self._writer = case.reading_writer(document)
        self._head = UNKNOWN_HEAD
        self._member: OriginalWriter | None = None
        self._is_too_deep = False

    def take(self, frame: bytes) -> None:
        """Take one frame. One that is not well formed is left out, and a problem of its own."""
        line = item_line(frame)
        try:
            if line is None:
                found = read_frame(frame)
                if isinstance(found, ReadingHead):
                    self._head = found
                return
            note = self._writer.add_line(line)
        except Undecodable as trouble:
            self._writer.add(problem("reader-failed", step=STEP, detail=f"(It sent what it should not: {trouble})"))
            return
        if isinstance(note, MemberPart):
            self._take_member(note)
        else:  # whatever else arrives ends a file that broke off half-way: its parts must not run into the next one's
            self._drop_unfinished_member()

    def finish(self, outcome: Outcome) -> StoredReading:
        """Store what came, with how it ended."""
        trouble = problem_of(outcome, step=f"{STEP}:{self._head.reader}/{self._head.reader_version}")
        if trouble is not None:
            self._writer.add(trouble)
        self._drop_unfinished_member()
        writer = self._writer
        stored = writer.finish(
            ReadingEnd(
                media_type=self._head.media_type,
                reader=self._head.reader,
                reader_version=self._head.reader_version,
                state=self._state(writer.pages),
                walls=outcome.walls,
            )
        )
        self._case.record_reading(stored, members=self.members, cpu_seconds=outcome.cpu_seconds)
        return stored

    def abandon(self) -> None:
        """Drop what came: it will be read again."""
        self._drop_unfinished_member()
        self._writer.abandon()

    def _state(self, pages: list[PageNote]) -> ReadState:
        unread = sum(page.state is not ReadState.READ for page in pages)
        return state_of(
            self._writer.problems,
            has_content=bool(pages or self._writer.record_count or self.members),
            pages_unread=unread,
            pages_read=sum(page.state is not ReadState.NOT_READ for page in pages),
        )

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
