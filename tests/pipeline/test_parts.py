"""Originals that are read in parts, side by side: byte by byte the reading of the whole, whatever parts are lost."""

from __future__ import annotations

import gzip
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.cage import JobPool, LanePool, Limits, Outcome, OutcomeKind, Workshop
from tenderlight.cases import Case, Receipt
from tenderlight.cases.encoding import decode_reading
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.problem import problem
from tenderlight.model.reader import Item, PageCount, ReadingLimits
from tenderlight.pipeline import cluster, cluster_worker, cluster_workforce, parts
from tenderlight.pipeline.cluster_workforce import ClusterWorkforce
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.pipeline.local import WORKSHOP, Run
from tenderlight.pipeline.messages import write_frame
from tenderlight.pipeline.parts import Part, PartsToRead
from tenderlight.pipeline.reading import ReadingUnderWay
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.workforce import LocalWorkforce, Workforce
from tests.linking.made_bids import Said, pdf
from tests.memory_disk import memory_folder
from tests.pipeline.made import outcome
from tests.pipeline.made_courier import MadeCourier
from tests.reading.made_pdfs import MadePage, made_pdf, rule, show

PAGES = 13
WHOLE = 10**6
HEAD = ReadingHead(media_type="application/pdf", reader="pdf", reader_version=1)
STEP = "read:pdf/1"
UNREADABLE = MadePage(media_box=(0, 0, 2147483648, 2147483648))
Frame = ReadingHead | Item


def grid(first: int) -> str:
    """Return a page full of a ruled table, under a running head and above a page number."""
    lines = [show(30, 285, "Ministry of Roads, annex 1"), show(190, 8, f"{first // 5 + 1} / {PAGES}")]
    for row in range(6):
        height = 260 - 40 * row
        lines += [show(40, height - 20, f"{first + row}"), show(180, height - 20, f"Camera of kind {first + row}")]
        lines += [rule(30, height, 370, height)]
    lines += [rule(30, 20, 370, 20), *(rule(across, 20, across, 260) for across in (30, 160, 370))]
    return "".join(lines)


@pytest.fixture(scope="module")
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        documents = place / "documents"
        documents.mkdir()
        pages = [MadePage(content=grid(5 * number)) for number in range(PAGES)]
        pages[4] = MadePage(content=show(40, 200, "Supplier: Star River Ltd. Contract value: EUR 10,000."))
        pages[9] = MadePage(content=show(40, 200, "seen") + show(40, 100, "not seen", mode=3))
        whole = made_pdf(*pages)
        (documents / "whole.pdf").write_bytes(whole)
        (documents / "said.pdf").write_bytes(pdf(whole, Said(author="Nora Fenwick", created="D:20240515101203Z")))
        (documents / "cut off.pdf").write_bytes(whole[: whole.rindex(b"xref\n0")])
        pages[5] = UNREADABLE
        (documents / "a page is lost.pdf").write_bytes(made_pdf(*pages))
        few = [MadePage(content=show(40, 200, f"Page {number}")) for number in range(8)]
        (documents / "useless.pdf").write_bytes(made_pdf(*few[:3], *[UNREADABLE] * 62, *few[3:]))
        (documents / "notice.txt").write_text("中标公告\n采购人：甲县公安局\n", "utf-8")
        yield place


def told(folder: Path, hands: Workforce, pages: int, monkeypatch: pytest.MonkeyPatch) -> dict[str, bytes]:
    """Run the main job with so many pages a part; return the stored readings, by the names that tell their content."""
    monkeypatch.setattr(parts, "PAGES_A_PART", pages)
    case_folder = folder / f"case {pages} {len(list(folder.iterdir()))}"
    spent: set[str] = set()
    options = RunOptions(
        paths=(folder / "documents",),
        case_folder=case_folder,
        compare=False,
        lay_out=False,
        on_spent=lambda document, _: spent.add(document),
    )
    with hands, Case.open(case_folder, create=True) as case:
        Run(case, options, hands).go()
        assert spent == {line.document for line in case.documents()}
    assert list((case_folder / "tmp").iterdir()) == []
    found = (path for path in (case_folder / "readings").rglob("*") if path.is_file())
    return {path.name: path.read_bytes() for path in found}


class Kept(LanePool):
    """Lanes that one run after the other uses: opening them takes longer than what is done here."""

    def close(self) -> None:
        """Do nothing."""


class KeptLanes(LocalWorkforce):
    """A workforce whose lanes are kept."""

    kept: Kept

    def pool(self, workshop: Workshop) -> JobPool:
        """Return the kept ones."""
        assert workshop == WORKSHOP
        return self.kept


@pytest.fixture(scope="module")
def lanes() -> Iterator[KeptLanes]:
    workforce = KeptLanes(2)
    workforce.kept = Kept(WORKSHOP, count=2)
    yield workforce
    LanePool.close(workforce.kept)


@pytest.fixture(scope="module")
def expected(folder: Path, lanes: KeptLanes) -> dict[str, bytes]:
    with pytest.MonkeyPatch.context() as patch:
        return told(folder, lanes, WHOLE, patch)


def test_the_documents_have_what_only_the_whole_shows(expected: dict[str, bytes]) -> None:
    readings = [decode_reading(gzip.decompress(one)) for one in expected.values()]
    by_count = {(reading.page_count, len(reading.pages)): reading for reading in readings}
    linked = [page.number for page in by_count[13, 13].pages if page.tables and page.tables[0].continues]
    assert len(linked) >= 7
    useless = by_count[70, 53]
    assert [one.code for one in useless.problems].count("page-unreadable") == 50
    assert useless.problems[-1].message.endswith("Nor were the 17 pages after it tried.")
    assert ["Nora Fenwick"] in [[one.value for one in reading.metadata if one.kind == "author"] for reading in readings]


@pytest.mark.parametrize("pages", [1, 2, 50])
def test_parts_give_the_reading_of_the_whole(
    pages: int, folder: Path, lanes: KeptLanes, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    assert told(folder, lanes, pages, monkeypatch) == expected


def test_parts_are_spread_over_workers_and_lost_ones_are_read_again(
    folder: Path, lanes: KeptLanes, expected: dict[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    losing = iter([True, False, True, False, False, True])
    monkeypatch.setattr(cluster, "is_installed", lambda: True)
    monkeypatch.setattr(cluster_workforce, "Courier", MadeCourier)
    workforce = ClusterWorkforce("made:6379", count=4)
    courier = workforce.courier
    assert isinstance(courier, MadeCourier)
    courier.loses, courier.ends_at = lambda _chunk: next(losing, False), frozenset({9})
    monkeypatch.setitem(cluster_worker._pools, WORKSHOP.as_bytes(), lanes.kept)
    assert told(folder, workforce, 2, monkeypatch) == expected
    assert (len(courier.chunks) > 12, next(losing, None), courier.ended) == (True, None, 1)


class Reads:
    """A document of six pages, two a part, whose parts are answered by hand."""

    def __init__(self, case: Case, monkeypatch: pytest.MonkeyPatch, *, limits: Limits | None = None) -> None:
        monkeypatch.setattr(parts, "PAGES_A_PART", 2)
        if limits is not None:
            monkeypatch.setattr(parts, "limits_for", lambda _size: limits)
        file = case.folder.parent / "公告.pdf"
        file.write_bytes(b"%PDF-1.7")
        received = case.receive_file(file, received_as="公告.pdf")
        assert isinstance(received, Receipt)
        self.case = case
        self.to_read = PartsToRead()
        self.work = ReadingUnderWay(case, received.document, depth=0, size_bytes=8, parts=self.to_read)
        for frame in (HEAD, PageCount(count=6), page(1), page(2)):
            self.work.take(write_frame(frame))
        self.whole: Outcome | None = None

    def next(self) -> Part:
        part = self.to_read.next()
        assert part is not None
        return part

    def end(self, ended: ReadingUnderWay | Part, *found: Frame, how: Outcome | None = None) -> None:
        for frame in found:
            ended.take(write_frame(frame))
        for _, whole in self.to_read.end(ended, how or outcome()):
            assert self.whole is None, "it ends once"
            self.whole = whole

    def stored(self) -> Reading:
        """Store it, and return what is stored."""
        assert self.whole is not None
        self.work.end(self.whole)
        stored = self.work.finish()
        reading = self.case.load_reading(stored.document)
        assert reading is not None
        return reading


@pytest.fixture
def made(case: Case, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Reads]:
    return lambda **given: Reads(case, monkeypatch, **given)


def page(number: int) -> Page:
    return Page(number=number, text=f"page {number}", method=PageMethod.TEXT_LAYER, state=ReadState.READ)


def numbers(reading: Reading) -> list[int]:
    return [page.number for page in reading.pages]


@pytest.mark.parametrize("order", [(0, 1, 2), (2, 1, 0), (1, 2, 0), (1, 0, 2)])
def test_parts_stand_in_order_whichever_ends_first(order: tuple[int, ...], made: Callable[..., Reads]) -> None:
    reads = made()
    waiting: list[ReadingUnderWay | Part] = [reads.work, reads.next(), reads.next()]
    found: list[tuple[Frame, ...]] = [(), (HEAD, page(3), page(4)), (HEAD, page(5), page(6))]
    for index in order:
        assert reads.whole is None
        reads.end(waiting[index], *found[index])
    reading = reads.stored()
    assert (numbers(reading), reading.problems, reading.state) == ([1, 2, 3, 4, 5, 6], (), ReadState.READ)
    assert reads.to_read.surplus == 0


def test_a_part_that_breaks_off_ends_the_document_there(made: Callable[..., Reads]) -> None:
    reads = made()
    second, third = reads.next(), reads.next()
    reads.end(third, page(5), page(6))
    reads.end(second, page(3), how=outcome(OutcomeKind.CRASHED, "ended by SIGSEGV"))
    assert reads.whole is None
    reads.end(reads.work)
    reading = reads.stored()
    assert numbers(reading) == [1, 2, 3]
    assert [(one.code, one.step) for one in reading.problems] == [("crashed", STEP)]
    assert len(reads.to_read) == 0


def test_nothing_of_a_part_that_was_put_back_is_left(made: Callable[..., Reads]) -> None:
    reads = made()
    second = reads.next()
    second.take(write_frame(page(3)))
    reads.to_read.again(second)
    assert reads.next() is second
    reads.end(second, page(3), page(4))
    reads.end(reads.next(), page(5), page(6))
    reads.end(reads.work)
    assert numbers(reads.stored()) == [1, 2, 3, 4, 5, 6]


def test_parts_of_a_reading_that_is_begun_anew_are_left_out(made: Callable[..., Reads]) -> None:
    reads = made()
    second = reads.next()
    reads.work.abandon()
    reads.end(second, page(3))
    assert (reads.whole, len(reads.to_read), reads.to_read.next()) == (None, 0, None)


def test_time_of_a_processor_is_for_all_parts_together(made: Callable[..., Reads]) -> None:
    reads = made(limits=Limits(cpu_seconds=5))
    second = reads.next()
    reads.end(reads.work, how=replace(outcome(), cpu_seconds=6.0))
    reads.end(second, page(3), page(4), how=replace(outcome(), cpu_seconds=6.0))
    assert len(reads.to_read) == 0, "no further part is begun"
    reading = reads.stored()
    assert numbers(reading) == [1, 2, 3, 4]
    (trouble,) = reading.problems
    assert (trouble.code, "not done within 10 seconds of processor time" in trouble.message) == ("time-limit", True)


def test_a_part_that_had_begun_before_the_time_was_spent_is_kept(made: Callable[..., Reads]) -> None:
    reads = made(limits=Limits(cpu_seconds=5))
    second, third = reads.next(), reads.next()
    reads.end(third, page(5), page(6), how=replace(outcome(), cpu_seconds=6.0))
    reads.end(second, page(3), page(4), how=replace(outcome(), cpu_seconds=6.0))
    reads.end(reads.work)
    reading = reads.stored()
    assert (numbers(reading), reading.problems) == ([1, 2, 3, 4, 5, 6], ())


@pytest.mark.parametrize(("limits", "word"), [(Limits(frames=5), "frames"), (Limits(answer_bytes=600), "larger")])
def test_answers_are_counted_together(limits: Limits, word: str, made: Callable[..., Reads]) -> None:
    reads = made(limits=limits)
    reads.end(reads.next(), page(3), page(4))
    reads.end(reads.next(), page(5), page(6))
    reads.end(reads.work)
    reading = reads.stored()
    assert numbers(reading) == [1, 2, 3]
    (trouble,) = reading.problems
    assert (trouble.code, word in trouble.message) == ("answer-limit", True)


def test_more_pages_than_are_read_are_told_at_the_end(
    made: Callable[..., Reads], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(parts, "ReadingLimits", lambda: ReadingLimits(pages=4))
    reads = made()
    reads.end(reads.work)
    reads.end(reads.next(), page(3), page(4))
    reading = reads.stored()
    assert (numbers(reading), [one.code for one in reading.problems]) == ([1, 2, 3, 4], ["limit-pages"])


def test_what_a_part_sends_that_is_nothing_costs_itself_only(made: Callable[..., Reads]) -> None:
    reads = made()
    second = reads.next()
    for frame in (
        b"?",
        b'I{"item":"page","number":"three"}',
        write_frame(ReadingHead(media_type="a/b", reader="x", reader_version=9)),
    ):
        second.take(frame)
    reads.end(second, page(3), problem("page-text-doubtful", step=STEP, page_number=3), page(4))
    reads.end(reads.next(), page(5), page(6))
    reads.end(reads.work)
    reading = reads.stored()
    assert (numbers(reading), reading.reader) == ([1, 2, 3, 4, 5, 6], "pdf")
    assert [one.code for one in reading.problems] == ["reader-failed", "reader-failed", "page-text-doubtful"]
