"""Reads one file in the cage and stores nothing, for whoever wonders what is seen."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tenderlight.cage import Lane, Outcome
from tenderlight.cases.encoding import Undecodable, encode_item, encode_reading_end
from tenderlight.model.document import Page, Reading
from tenderlight.model.problem import Problem, Severity, problem
from tenderlight.model.reader import Item, MemberPart, PageCount
from tenderlight.model.record import Record
from tenderlight.pipeline.local import WORKSHOP
from tenderlight.pipeline.messages import ReadTask, read_frame, write_task
from tenderlight.pipeline.outcomes import limits_for, problem_of
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
        """Return it in the form of stored readings."""
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


def read_file(path: Path) -> Iterator[Line]:
    """Yield what is in a file, as it is read; last, what it is.

    Raises:
        OSError: If the file cannot be opened.
    """
    head: ReadingHead | None = None
    count: int | None = None
    member_bytes = 0
    with path.open("rb") as original:
        document = hashlib.file_digest(original, "sha256").hexdigest()
        size = original.tell()
        lane = Lane(WORKSHOP)
        try:
            task = write_task(ReadTask(untrusted_name=shown_path(Path(path.name))))
            for event in lane.run(task, original.fileno(), limits_for(size)):
                if isinstance(event, Outcome):
                    yield from _end(event, document, head, count)
                    continue
                frame = _checked(event)
                if isinstance(frame, ReadingHead):
                    head = frame
                elif isinstance(frame, PageCount):
                    count = frame.count
                elif isinstance(frame, MemberPart):
                    member_bytes += len(frame.content)
                    if frame.is_last:
                        yield Line(item=frame, size_bytes=member_bytes)
                        member_bytes = 0
                elif frame is not None:
                    member_bytes = 0
                    yield Line(item=frame)
        finally:
            lane.close()


def _checked(event: bytes) -> ReadingHead | Item | None:
    try:
        frame = read_frame(event)
    except Undecodable as trouble:
        return problem("reader-failed", step="read", detail=str(trouble))
    return frame if isinstance(frame, ReadingHead | Page | Record | MemberPart | PageCount | Problem) else None


def _end(outcome: Outcome, document: str, head: ReadingHead | None, count: int | None) -> Iterator[Line]:
    trouble = problem_of(outcome, step="read")
    if trouble is not None:
        yield Line(item=trouble)
    head = head or ReadingHead(media_type="application/octet-stream", reader="", reader_version=0)
    yield Line(
        item=Reading(
            document=document,
            media_type=head.media_type,
            reader=head.reader,
            reader_version=head.reader_version,
            page_count=count,
            walls=outcome.walls,
        )
    )
