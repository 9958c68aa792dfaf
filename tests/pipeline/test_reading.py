"""What a caged child sends of one original, stored as it comes; a child that lies costs its own document only."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.cage import OutcomeKind
from tenderlight.cases import Case, Receipt
from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, MemberPart, PageCount, ReadingLimits
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.pipeline.messages import write_frame
from tenderlight.pipeline.reading import ReadingUnderWay
from tests.pipeline.made import outcome

HEAD = ReadingHead(media_type="application/pdf", reader="pdf", reader_version=1)


def page(number: int, state: ReadState = ReadState.READ) -> Page:
    return Page(number=number, text=f"采购公告 {number}", method=PageMethod.FLOW, state=state)


def part(path: str, content: bytes, *, is_last: bool = True) -> MemberPart:
    return MemberPart(untrusted_path=path, content=content, is_last=is_last)


@pytest.fixture
def document(case: Case) -> str:
    file = case.folder.parent / "公告.pdf"
    file.write_bytes(b"%PDF-1.7")
    received = case.receive_file(file, received_as="公告.pdf")
    assert isinstance(received, Receipt)
    return received.document


def read(
    case: Case,
    document: str,
    *sent: ReadingHead | Item | bytes,
    end: OutcomeKind = OutcomeKind.FINISHED,
    depth: int = 0,
) -> ReadingUnderWay:
    work = ReadingUnderWay(case, document, depth=depth)
    for frame in sent:
        work.take(frame if isinstance(frame, bytes) else write_frame(frame))
    work.end(outcome(end))
    work.finish()
    return work


def said(case: Case, document: str) -> tuple[str, list[str]]:
    """Return the state of a document and the codes of its problems."""
    (line,) = (one for one in case.documents() if one.document == document)
    return str(line.state), [one.code for one in case.problems_of(document)]


def test_pages_are_stored_with_who_read_them(case: Case, document: str) -> None:
    read(case, document, HEAD, PageCount(count=2), page(1), page(2))
    reading = case.load_reading(document)
    assert reading is not None
    assert (reading.pages, reading.page_count, reading.reader) == ((page(1), page(2)), 2, "pdf")
    assert (reading.media_type, reading.walls) == ("application/pdf", "rlimits")
    assert said(case, document) == ("read", [])


@pytest.mark.parametrize("end", [OutcomeKind.CRASHED, OutcomeKind.TIME_LIMIT, OutcomeKind.MEMORY_LIMIT])
def test_what_came_before_a_bad_end_is_kept(end: OutcomeKind, case: Case, document: str) -> None:
    read(case, document, HEAD, PageCount(count=2), page(1), end=end)
    reading = case.load_reading(document)
    assert reading is not None
    assert reading.pages == (page(1),)
    assert said(case, document) == ("partly", [str(end).replace(" ", "-")])


def test_a_child_that_says_nothing_is_a_problem(case: Case, document: str) -> None:
    read(case, document, end=OutcomeKind.NO_ANSWER)
    assert said(case, document) == ("not_read", ["crashed"])


HOSTILE: dict[str, tuple[bytes, ...]] = {
    "no frame": (b"Z",),
    "an item that is none": (b"I{}",),
    "two lines in one item": (write_frame(page(1)) + b"\n" + write_frame(page(1))[1:],),
    "a line beyond the text": (write_frame(page(1)).replace(b'"lines":[]', b'"lines":[[0,99,null,null]]'),),
    "a reader with a path in its name": (b'H["application/pdf","../../evil",1]',),
}


@pytest.mark.parametrize("frames", HOSTILE.values(), ids=HOSTILE)
def test_a_frame_that_is_not_well_formed_is_left_out(frames: tuple[bytes, ...], case: Case, document: str) -> None:
    read(case, document, HEAD, *frames, page(2))
    reading = case.load_reading(document)
    assert reading is not None
    assert (reading.pages, reading.reader) == ((page(2),), "pdf")
    assert said(case, document) == ("partly", ["reader-failed"])


def test_of_pages_with_one_number_the_last_counts(case: Case, document: str) -> None:
    read(case, document, HEAD, page(1), page(1), page(1, ReadState.NOT_READ))
    case.commit()
    assert said(case, document)[0] == "not_read"
    reading = case.load_reading(document)
    assert reading is not None
    assert reading.pages == (page(1, ReadState.NOT_READ),)


def test_files_of_an_archive_are_kept_as_originals(case: Case, document: str) -> None:
    parts = [part("a.txt", b"one ", is_last=False), part("a.txt", b"and two"), part("../b.txt", b"three")]
    work = read(case, document, HEAD, PageCount(count=2), *parts)
    assert [one.path for one in work.members] == ["a.txt", "../b.txt"]
    for member, content in zip(work.members, (b"one and two", b"three"), strict=True):
        with case.originals.open(member.document) as original:
            assert original.read() == content
    assert case.paths(work.members[1].document) == ["公告.pdf!../b.txt"]
    assert said(case, document) == ("read", [])


def test_a_file_that_broke_off_is_dropped_and_not_joined_to_the_next(case: Case, document: str) -> None:
    broken = problem("member-unreadable", step="read:zip/1", pointer="a.txt")
    work = read(case, document, HEAD, part("a.txt", b"half", is_last=False), broken, part("b.txt", b"whole"))
    (member,) = work.members
    with case.originals.open(member.document) as original:
        assert original.read() == b"whole"
    case.commit()
    assert len(list(case.originals.all())) == 2


def test_a_file_still_open_at_the_end_is_dropped(case: Case, document: str) -> None:
    work = read(case, document, HEAD, part("a.txt", b"half", is_last=False), end=OutcomeKind.CRASHED)
    assert work.members == []
    assert said(case, document) == ("not_read", ["crashed"])


def test_archives_too_deep_are_kept_and_not_opened(case: Case, document: str) -> None:
    deepest = ReadingLimits().depth
    work = read(case, document, HEAD, part("a.txt", b"a"), part("b.txt", b"b"), depth=deepest)
    assert work.members == []
    assert said(case, document) == ("not_read", ["limit-depth"])
    assert len(read(case, document, HEAD, part("a.txt", b"a"), depth=deepest - 1).members) == 1


def test_what_was_abandoned_leaves_nothing(case: Case, document: str) -> None:
    work = ReadingUnderWay(case, document, depth=0)
    for frame in (HEAD, page(1), part("a.txt", b"half", is_last=False)):
        work.take(write_frame(frame))
    work.abandon()
    case.commit()
    assert case.load_reading(document) is None
    assert leftovers(case.folder) == []


def leftovers(folder: Path) -> list[str]:
    return [path.name for place in ("tmp", "readings") for path in (folder / place).rglob("*") if path.is_file()]
