"""Pages through the recogniser's cage: whatever happens to one of them, the others are read, and in order."""

from __future__ import annotations

import io
import os
import threading
import zipfile
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from tenderlight.cage import Lane, OutcomeKind
from tenderlight.cases import Case
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.metadata import FileMetadata
from tenderlight.model.problem import Problem, problem
from tenderlight.model.reader import Item
from tenderlight.pipeline import pages_under_way, picture_reader, recogniser_workshop
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.pipeline.local import find
from tenderlight.pipeline.looking import Drawing
from tenderlight.pipeline.messages import PagePixels, RasterTask, read_task, write_frame
from tenderlight.pipeline.one_file import read_file
from tenderlight.pipeline.outcomes import RECOGNISE_LIMITS
from tenderlight.pipeline.picture_reader import Recognisers
from tenderlight.pipeline.reading import ReadingUnderWay
from tenderlight.pipeline.recognised_page import PageUnderWay, not_recognised
from tenderlight.pipeline.recognition import RecognisingPages
from tenderlight.pipeline.run import RunOptions
from tenderlight.reading.recognition import models
from tests.pipeline import comparing_faults, recogniser_faults
from tests.pipeline.made import outcome, scanned_pdf

PAGES = 25


@pytest.fixture
def planted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Put a recogniser in place that some pages take over."""
    monkeypatch.setattr(recogniser_workshop, "workshop", recogniser_faults.workshop)
    monkeypatch.setattr(models, "is_installed", lambda: True)
    limits = replace(RECOGNISE_LIMITS, wall_seconds=recogniser_faults.HANGING_SECONDS)
    monkeypatch.setattr(pages_under_way, "RECOGNISE_LIMITS", limits)


def told_of(item: object) -> object:
    """Return what tells an item from others: that it is properties, number of a page, code of a problem, the end."""
    if isinstance(item, FileMetadata):
        return "properties"
    return getattr(item, "number", None) or getattr(item, "code", None) or "end"


def scan(folder: Path, pages: int) -> Path:
    folder.mkdir()
    (folder / "scan.pdf").write_bytes(scanned_pdf(pages))
    return folder


def run(documents: Path, folder: Path, workers: int = 1) -> tuple[ReadState | None, Reading]:
    """Return the state of the one document, and what was read of it."""
    with find(RunOptions(paths=(documents,), case_folder=folder, workers=workers)) as case:
        (line,) = case.documents()
        reading = case.load_reading(line.document)
        assert reading is not None
        return line.state, reading


@pytest.mark.usefixtures("planted")
def test_a_fault_on_one_page_costs_that_page_only_with_any_number_of_lanes(tmp_path: Path) -> None:
    documents = scan(tmp_path / "documents", PAGES)
    state, reading = run(documents, tmp_path / "one", workers=1)
    assert state is ReadState.PARTLY
    assert [page.number for page in reading.pages] == list(range(1, PAGES + 1))
    for page in reading.pages:
        codes = [one.code for one in reading.problems if one.page_number == page.number]
        if page.number in recogniser_faults.FAULTS:
            assert (page.text, page.state) == ("", ReadState.NOT_READ)
            assert codes == ["page-needs-recognition", "page-not-recognised"]
        else:
            assert (page.text, page.method) == (f"采购公告 {page.number}", PageMethod.RECOGNISED)
            assert codes == ["page-recognised"]
    said = {one.page_number: one.message for one in reading.problems if one.code == "page-not-recognised"}
    for number, (_, words) in recogniser_faults.FAULTS.items():
        assert words in said[number]
    assert reading.recogniser == recogniser_workshop.recogniser()
    assert run(documents, tmp_path / "two", workers=2) == (state, reading)
    one, two = ({path.name for path in (tmp_path / name / "readings").rglob("*.gz")} for name in ("one", "two"))
    assert one == two  # a stored reading is named by its bytes


@pytest.mark.usefixtures("planted")
def test_without_recognition_pages_wait_and_are_read_once_it_is_installed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    documents, folder = scan(tmp_path / "documents", 1), tmp_path / "case"
    monkeypatch.setattr(models, "is_installed", lambda: False)
    state, reading = run(documents, folder)
    assert (state, reading.recogniser) == (ReadState.NOT_READ, "none")
    assert [one.code for one in reading.problems] == ["page-needs-recognition"]
    monkeypatch.setattr(models, "is_installed", lambda: True)
    assert run(documents, folder)[0] is ReadState.READ
    monkeypatch.setattr(models, "is_installed", lambda: False)
    assert run(documents, folder)[0] is ReadState.READ  # what was recognised is not lost where recognition is missing


@pytest.mark.usefixtures("planted")
def test_one_file_is_recognised_in_place(tmp_path: Path) -> None:
    lines = [line.item for line in read_file(scan(tmp_path / "documents", 3) / "scan.pdf")]
    told = [told_of(item) for item in lines]
    assert told == [
        "properties",
        *(1, "page-recognised"),
        *(2, "page-needs-recognition", "page-not-recognised"),
        *(3, "page-recognised"),
        "end",
    ]
    end = lines[-1]
    assert isinstance(end, Reading)
    assert (end.state, end.recogniser) == (ReadState.PARTLY, recogniser_workshop.recogniser())


@pytest.mark.usefixtures("planted")
def test_one_file_comes_out_the_same_with_any_number_of_recognisers(tmp_path: Path) -> None:
    file = scan(tmp_path / "documents", 13) / "scan.pdf"
    found = []
    for lanes in (1, 3):
        with Recognisers(lanes) as recognisers:
            found.append([line.as_json() for line in read_file(file, recognisers=recognisers)])
            found.append([line.as_json() for line in read_file(file, recognisers=recognisers)])
    assert found[1:] == found[:1] * 3
    assert sum(b"page-not-recognised" in line for line in found[0]) == 6


def test_pages_of_one_file_are_recognised_side_by_side(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each of the first pages waits until the other one has come, too: one lane alone would never be done."""
    both = threading.Barrier(2, timeout=30)

    def meet(_lane: Lane, pixels: PagePixels) -> tuple[tuple[Item, ...], float]:
        if pixels.page_number <= both.parties:
            both.wait()
        return (not_recognised(pixels.page_number, f"met {pixels.page_number}"),), 0.0

    monkeypatch.setattr(recogniser_workshop, "workshop", recogniser_faults.workshop)
    monkeypatch.setattr(models, "is_installed", lambda: True)
    monkeypatch.setattr(picture_reader, "_in_lane", meet)
    with Recognisers(2) as recognisers:
        lines = [line.item for line in read_file(scan(tmp_path / "documents", 5) / "scan.pdf", recognisers=recognisers)]
    problems = [item for item in lines if isinstance(item, Problem) and item.code == "page-not-recognised"]
    assert [one.page_number for one in problems] == [1, 2, 3, 4, 5]
    assert all(f"met {one.page_number}" in one.message for one in problems)


@pytest.mark.usefixtures("planted")
def test_only_pages_that_are_asked_about_are_read_from_their_pictures(tmp_path: Path) -> None:
    lines = [line.item for line in read_file(scan(tmp_path / "documents", 3) / "scan.pdf", only={3})]
    told = [told_of(item) for item in lines]
    assert told == ["properties", 1, "page-needs-recognition", 2, "page-needs-recognition", 3, "page-recognised", "end"]


def test_one_file_is_read_without_a_recogniser_that_does_not_start(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recogniser_workshop, "workshop", comparing_faults.broken_workshop)
    monkeypatch.setattr(models, "is_installed", lambda: True)
    lines = [line.item for line in read_file(scan(tmp_path / "documents", 2) / "scan.pdf")]
    told = [told_of(item) for item in lines]
    assert told == [
        "properties",
        1,
        "page-needs-recognition",
        2,
        "page-needs-recognition",
        "recogniser-not-opened",
        "end",
    ]
    end = lines[-1]
    assert isinstance(end, Reading)
    assert (end.state, end.recogniser) == (ReadState.NOT_READ, "none")
    assert any("no_opener_at_all" in item.message for item in lines if isinstance(item, Problem))


@pytest.mark.usefixtures("planted")
def test_a_picture_file_and_a_picture_in_a_document_are_read_like_pages(tmp_path: Path) -> None:
    frames = [Image.new("L", (300, 200), 200 + number) for number in range(3)]
    documents = tmp_path / "documents"
    documents.mkdir()
    frames[0].save(documents / "fax.tif", save_all=True, append_images=frames[1:], dpi=(150, 150))
    picture = io.BytesIO()
    frames[0].save(picture, "PNG")
    with zipfile.ZipFile(documents / "notice.docx", "w") as package:
        package.writestr("word/document.xml", DOCUMENT)
        package.writestr("word/media/image1.png", picture.getvalue())
    with find(RunOptions(paths=(documents,), case_folder=tmp_path / "case")) as case:
        states = {line.path.partition("documents/")[2]: line.state for line in case.documents()}
        assert states == {
            "fax.tif": ReadState.PARTLY,  # its second page takes the recogniser over
            "notice.docx": ReadState.READ,
            "notice.docx!word/media/image1.png": ReadState.READ,
        }
        for line in case.documents():
            reading = case.load_reading(line.document)
            assert reading is not None
            if line.path.endswith("image1.png"):
                assert [page.text for page in reading.pages] == ["采购公告 1"]
            if line.path.endswith("fax.tif"):
                assert [page.text for page in reading.pages] == ["采购公告 1", "", "采购公告 3"]


DOCUMENT = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>采购公告'
    "</w:t></w:r></w:p></w:body></w:document>"
)


def pixels(number: int, width: int = 4, height: int = 3) -> PagePixels:
    return PagePixels(
        page_number=number,
        width_points=40,
        height_points=30,
        width=width,
        height=height,
        samples=bytes(3 * width * height),
    )


def test_pixels_are_handed_on_for_reading_only_and_let_go() -> None:
    page = PageUnderWay("ab" * 32, pixels(7))
    job = page.job()
    assert (job.key, job.original is not None) == (f"{'ab' * 32}/7", True)
    assert job.original is not None
    assert os.pread(job.original, 100, 0) == bytes(36)
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.write(job.original, b"x")
    page.close()
    with pytest.raises(OSError, match="Bad file descriptor"):
        os.fstat(job.original)


@pytest.fixture
def document(case: Case) -> RecognisingPages:
    file = case.folder.parent / "scan.pdf"
    file.write_bytes(b"%PDF-1.7")
    received = case.receive_file(file, received_as="scan.pdf")
    reading = ReadingUnderWay(case, received.document, depth=0)  # type: ignore[union-attr]
    reading.take(write_frame(ReadingHead(media_type="application/pdf", reader="pdf", reader_version=1)))
    for number in range(1, 7):
        for frame in recogniser_calls(number):
            reading.take(frame)
    reading.end(outcome())
    return RecognisingPages(reading)


def recogniser_calls(number: int) -> list[bytes]:
    page = Page(number=number, text="", method=PageMethod.NONE, state=ReadState.NOT_READ)
    return [write_frame(page), write_frame(problem("page-needs-recognition", step="read", page_number=number))]


def test_a_page_that_breaks_drawing_costs_itself_and_those_after_it_are_drawn_again(
    document: RecognisingPages,
) -> None:
    first = Drawing(document)
    assert first.pages == (1, 2, 3, 4)
    assert not document.can_be_drawn
    task = read_task(first.job(0, 100).task)
    assert task == RasterTask(media_type="application/pdf", page_numbers=(1, 2, 3, 4))
    for frame in (write_frame(pixels(1)), write_frame(pixels(9)), b"R" + bytes(40), b"Z", write_frame(pixels(1, 2, 2))):
        first.take(frame)
    drawn = first.finish(outcome(OutcomeKind.CRASHED, "ended by SIGSEGV"), may_try_again=False)
    assert [(one.page_number, one.width) for one in drawn] == [(1, 4)]
    assert Drawing(document).pages == (3, 4, 5, 6)


def test_pages_whose_lane_was_lost_are_all_drawn_again(document: RecognisingPages) -> None:
    first = Drawing(document)
    first.take(write_frame(pixels(1)))
    first.finish(outcome(OutcomeKind.LANE_LOST), may_try_again=True)
    assert Drawing(document).pages == (2, 3, 4, 5)
