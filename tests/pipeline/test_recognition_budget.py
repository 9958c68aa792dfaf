"""One document does not hold up all others: its pages are looked at for a bounded time, and the rest is told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.cage import OutcomeKind
from tenderlight.cases import Case
from tenderlight.evidence.pictures import QuotedLine
from tenderlight.model.box import Box
from tenderlight.model.document import Page, PageMethod, Reading, ReadState
from tenderlight.model.problem import Problem
from tenderlight.model.reader import ReadingLimits
from tenderlight.pipeline import recogniser_workshop, recognition_budget
from tenderlight.pipeline.claiming import Claiming
from tenderlight.pipeline.comparing import Comparing
from tenderlight.pipeline.heads import ContractClaims
from tenderlight.pipeline.local import find
from tenderlight.pipeline.looking import Drawing
from tenderlight.pipeline.messages import ToCompare, write_frame
from tenderlight.pipeline.one_file import read_file
from tenderlight.pipeline.picture_reader import Recognisers
from tenderlight.pipeline.recognition_budget import RecognitionBudget
from tenderlight.pipeline.run import RunOptions
from tenderlight.reading.recognition import models
from tests.pipeline import recogniser_faults
from tests.pipeline.made import KEY, claim, outcome, scanned_pdf

PAGES = 12
LEFT = ["page-needs-recognition", "limit-recognition"]


@pytest.fixture
def scan(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A scan, a recogniser that thinks long about each of its pages, and little time for all of them."""
    monkeypatch.setattr(recogniser_workshop, "workshop", recogniser_faults.slow_workshop)
    monkeypatch.setattr(models, "is_installed", lambda: True)
    limits = ReadingLimits(recognition_start_seconds=1, recognition_page_seconds=1, recognition_seconds=1)
    monkeypatch.setattr(recognition_budget, "ReadingLimits", lambda: limits)
    file = tmp_path / "scan.pdf"
    file.write_bytes(scanned_pdf(PAGES))
    return file


def read(file: Path, folder: Path, minutes: int | None = None) -> tuple[ReadState | None, Reading]:
    """Return the state of the one document, and what was read of it."""
    with find(RunOptions(paths=(file,), case_folder=folder, workers=1, recognise_minutes=minutes)) as case:
        (line,) = case.documents()
        reading = case.load_reading(line.document)
        assert reading is not None
        counts = case.summary().pages
        assert counts.read + counts.not_read == PAGES
        assert counts.not_read == sum(page.state is ReadState.NOT_READ for page in reading.pages)
        return line.state, reading


def codes(reading: Reading, page: Page) -> list[str]:
    return [one.code for one in reading.problems if one.page_number == page.number]


def test_pages_past_the_time_of_a_document_are_not_read_until_it_is_given_more(scan: Path, tmp_path: Path) -> None:
    state, reading = read(scan, tmp_path / "case")
    assert state is ReadState.PARTLY
    assert [page.number for page in reading.pages] == list(range(1, PAGES + 1))
    count = sum(page.method is PageMethod.RECOGNISED for page in reading.pages)
    assert 1 <= count <= 10  # four are paid for; a few more are drawn by then
    for page in reading.pages[count:]:
        assert (page.text, page.state, codes(reading, page)) == ("", ReadState.NOT_READ, LEFT)
    assert "0 minutes of a processor" in next(one for one in reading.problems if one.code == LEFT[1]).message

    assert read(scan, tmp_path / "case") == (state, reading)  # nothing is tried again unasked
    state, reading = read(scan, tmp_path / "case", minutes=5)
    assert state is ReadState.READ
    assert all(codes(reading, page) == ["page-recognised"] for page in reading.pages)
    assert read(scan, tmp_path / "case") == (state, reading)


@pytest.mark.usefixtures("scan")
def test_one_file_read_by_itself_is_bounded_alike(scan: Path) -> None:
    with Recognisers(1) as recognisers:
        items = [line.item for line in read_file(scan, recognisers=recognisers)]
    pages = [item for item in items if isinstance(item, Page)]
    count = sum(page.method is PageMethod.RECOGNISED for page in pages)
    left = [item.page_number for item in items if isinstance(item, Problem) and item.code == LEFT[1]]
    assert 1 <= count <= 10
    assert left == list(range(count + 1, PAGES + 1))
    assert [page.number for page in pages] == list(range(1, PAGES + 1))
    whole = [line.item for line in read_file(scan, recognise_minutes=5)]
    assert sum(isinstance(item, Page) and item.method is PageMethod.RECOGNISED for item in whole) == PAGES


def test_an_honest_scan_of_two_thousand_pages_has_time_enough() -> None:
    seconds_a_page = 5.0
    assert RecognitionBudget(2_000).seconds > 2_000 * seconds_a_page
    assert RecognitionBudget(1).seconds > 180  # the longest that one page may take
    assert RecognitionBudget(10_000).seconds == ReadingLimits().recognition_seconds
    assert RecognitionBudget(10_000, minutes=600).seconds == 36_000


def test_words_of_pages_past_the_time_are_not_compared(case: Case) -> None:
    document, box = "ab" * 32, Box(left=0, top=0, right=9, bottom=9)
    claiming = Claiming(case, document, version="claim/1")
    lines = [QuotedLine(page_number=number, start=0, end=1, text="a", box=box) for number in range(1, 9)]
    claiming.take(write_frame(ContractClaims(key=KEY, claims=(claim(document),))))
    claiming.take(write_frame(ToCompare(lines=tuple(lines))))
    comparing = Comparing(claiming)
    drawing = Drawing(comparing)
    assert drawing.finish(outcome(OutcomeKind.TIME_LIMIT), may_try_again=False) == []
    states = []
    for seconds in (comparing.budget.seconds - 1, 1):
        comparing.spend(seconds)
        states.append((comparing.can_be_drawn, comparing.is_done))
    assert states == [(True, False), (False, True)]
