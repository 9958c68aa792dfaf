"""Reads one file in the cage and stores nothing, for whoever wonders what is seen."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from io import BufferedReader
from pathlib import Path

from tenderlight.cage import Lane, Outcome
from tenderlight.cases.encoding import Undecodable, encode_item, encode_reading_end
from tenderlight.errors import UsageError
from tenderlight.model.document import Page, Reading, ReadState
from tenderlight.model.problem import Problem, Severity, problem
from tenderlight.model.reader import Item, MemberPart, PageCount
from tenderlight.model.record import Record
from tenderlight.pipeline.local import WORKSHOP
from tenderlight.pipeline.messages import ReadTask, read_frame, write_task
from tenderlight.pipeline.outcomes import limits_for, problem_of, state_of
from tenderlight.pipeline.steps import ReadingHead
from tenderlight.sources.folder import shown_path


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """One thing that came out of a file."""

    item: Page | Record | Problem | MemberPart | Reading
    size_bytes: int = 0
    """Of a file in an archive, all its parts together."""

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
        return f"--- {item.media_type}, reader {item.reader or 'none'}/{item.reader_version}, {item.walls}"


class _Reading:
    """What is known of a file while it is read."""

    def __init__(self) -> None:
        self.head = ReadingHead(media_type="application/octet-stream", reader="", reader_version=0)
        self._count: int | None = None
        self._member_bytes = 0
        self._problems: list[Problem] = []
        self._has_content = False
        self._pages = dict.fromkeys(ReadState, 0)

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
        if isinstance(frame, Problem):
            self._problems.append(frame)
        else:
            self._has_content = True
        if isinstance(frame, Page):
            self._pages[frame.state] += 1
        return Line(item=frame)

    def end(self, outcome: Outcome, document: str) -> Iterator[Line]:
        """Yield how the reading ended, and what the file is."""
        trouble = problem_of(outcome, step="read")
        if trouble is not None:
            self._problems.append(trouble)
            yield Line(item=trouble)
        state = state_of(
            self._problems,
            has_content=self._has_content,
            pages_unread=self._pages[ReadState.NOT_READ] + self._pages[ReadState.PARTLY],
            pages_read=self._pages[ReadState.READ] + self._pages[ReadState.PARTLY],
        )
        yield Line(
            item=Reading(
                document=document,
                media_type=self.head.media_type,
                reader=self.head.reader,
                reader_version=self.head.reader_version,
                page_count=self._count,
                state=state,
                walls=outcome.walls,
            )
        )

    def _take_member(self, part: MemberPart) -> Line | None:
        self._has_content = True
        self._member_bytes += len(part.content)
        if not part.is_last:
            return None
        size, self._member_bytes = self._member_bytes, 0
        return Line(item=part, size_bytes=size)


def read_file(path: Path) -> Iterator[Line]:
    """Yield what is in a file, as it is read; last, what it is.

    Raises:
        UsageError: If the file cannot be opened, or is none: a named pipe would be waited for without end.
    """
    reading = _Reading()
    with _open(path) as original:
        document = hashlib.file_digest(original, "sha256").hexdigest()
        size = original.tell()
        lane = Lane(WORKSHOP)
        try:
            task = write_task(ReadTask(untrusted_name=shown_path(Path(path.name))))
            for event in lane.run(task, original.fileno(), limits_for(size)):
                if isinstance(event, Outcome):
                    yield from reading.end(event, document)
                    continue
                frame = _checked(event)
                line = None if frame is None else reading.take(frame)
                if line is not None:
                    yield line
        finally:
            lane.close()


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
    return frame if isinstance(frame, ReadingHead | Page | Record | MemberPart | PageCount | Problem) else None
