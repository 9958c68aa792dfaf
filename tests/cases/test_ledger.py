"""Every page, problem and claim has its row, and a newer run replaces what an older one said."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.cases import Case, PageCounts, ReadingEnd, answers
from tenderlight.cases.stored_readings import CYRILLIC, RECOGNISER
from tenderlight.model.box import Box
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.document import Page, PageMethod, ReadState, Word
from tenderlight.model.problem import problem
from tenderlight.model.reader import PageCount
from tests.cases.small_job import VERSION
from tests.cases.steps import KEY, claim_on, entries, pack, read, receive


def test_the_ledger_lists_every_page_the_original_says_it_has(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.pdf", b"x")
    with case.reading_writer(document) as writer:
        writer.add(PageCount(count=4))
        writer.add(Page(number=1, text="one"))
        writer.add(Page(number=3, text="", state=ReadState.NOT_READ))
        writer.add(problem("limit-item-bytes", step="read", page_number=3))
        writer.add(problem("hidden-text", step="read", page_number=1))
        writer.add(problem("hidden-text", step="read", page_number=3))
        writer.add(problem("crashed", step="read"))
        end = ReadingEnd(media_type="application/pdf", reader="lines", reader_version=1, state=ReadState.PARTLY)
        case.record_reading(writer.finish(end))
    rows = list(case._database.query("SELECT page_number, state, read_by, reasons FROM pages ORDER BY page_number"))
    assert rows == [
        (1, "read", "lines/1", "hidden-text"),
        (2, "not_read", "lines/1", "crashed"),
        (3, "not_read", "lines/1", "limit-item-bytes hidden-text"),
        (4, "not_read", "lines/1", "crashed"),
    ]
    (line,) = case.documents()
    assert (line.page_count, line.pages_read, line.state) == (4, 1, ReadState.PARTLY)
    codes = [trouble.code for trouble in case.problems_of(document)]
    assert codes == ["limit-item-bytes", "hidden-text", "hidden-text", "crashed"]


def test_a_recognised_page_takes_the_place_of_the_page_it_was_made_of(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.pdf", b"x")
    box = Box(left=0, top=0, right=1, bottom=1)
    words = (Word(start=0, end=1, box=box, confidence=0.9), Word(start=2, end=5, box=box, confidence=0.5))
    recognised = Page(number=1, text="a bcd", words=words, method=PageMethod.RECOGNISED)
    with case.reading_writer(document) as writer:
        writer.add(Page(number=1, text="", method=PageMethod.NONE, state=ReadState.NOT_READ))
        writer.add(problem("page-needs-recognition", step="read", page_number=1))
        writer.add(Page(number=2, text="born digital"))
        writer.add(recognised)
        writer.add(problem("page-recognised", step="recognise", page_number=1))
        end = ReadingEnd(media_type="application/pdf", reader="lines", reader_version=1, state=ReadState.READ)
        case.record_reading(writer.finish(replace(end, recogniser="ocr/2")))
    assert list(case._database.query("SELECT * FROM pages ORDER BY page_number")) == [
        (document, 1, "read", "recognised", "ocr/2", 0.6, "page-recognised"),
        (document, 2, "read", "text_layer", "lines/1", None, None),
    ]
    first, second = case.pages()
    assert (first.page_number, first.read_by, first.confidence, first.reasons) == (
        1,
        "ocr/2",
        0.6,
        ("page-recognised",),
    )
    assert (second.path, second.state, second.method) == ("x.pdf", ReadState.READ, PageMethod.TEXT_LAYER)
    assert case.summary().pages == PageCounts(read=2, recognised=1)
    reading = case.load_reading(document)
    assert reading is not None
    assert {page.number: page for page in reading.pages}[1] == recognised
    assert [one.code for one in reading.problems] == ["page-recognised"]


@pytest.mark.parametrize(
    ("recogniser", "installed", "is_newest"),
    [
        ("", None, True),
        ("", 2, True),
        ("ocr/2", 2, True),
        ("ocr/2", None, True),
        ("ocr/1", 2, False),
        ("none", None, True),
        ("none", 2, False),
    ],
)
def test_a_document_is_read_again_for_newer_recognition_only_if_a_page_called_for_it(
    recogniser: str, installed: int | None, is_newest: bool, tmp_path: Path, case: Case
) -> None:
    document = receive(case, tmp_path, "x.pdf", b"x")
    with case.reading_writer(document) as writer:
        end = ReadingEnd(media_type="application/pdf", reader="lines", reader_version=1, state=ReadState.READ)
        case.record_reading(writer.finish(replace(end, recogniser=recogniser)))
    readers = {"lines": 1} if installed is None else {"lines": 1, RECOGNISER: installed}
    assert case.needs_reading(document, readers) is not is_newest
    assert case.unread(readers) == ([] if is_newest else [document])


@pytest.mark.parametrize(
    ("recogniser", "code", "is_newest"),
    [
        ("ocr/2", "recognition-script-unknown", False),
        ("ocr/2", "recognition-unsure", True),
        (f"ocr-and-{CYRILLIC}/2", "recognition-script-unknown", True),  # Korean, say: it would stay unread
    ],
)
def test_letters_that_were_not_known_are_looked_at_again_once_there_is_an_engine_for_cyrillic_ones(
    recogniser: str, code: str, is_newest: bool, tmp_path: Path, case: Case
) -> None:
    document = receive(case, tmp_path, "x.pdf", b"x")
    with case.reading_writer(document) as writer:
        writer.add(problem(code, step="recognise", page_number=1))
        end = ReadingEnd(media_type="application/pdf", reader="lines", reader_version=1, state=ReadState.PARTLY)
        case.record_reading(writer.finish(replace(end, recogniser=recogniser)))
    readers = {"lines": 1, RECOGNISER: 2}
    assert not case.needs_reading(document, readers)
    assert case.needs_reading(document, readers | {CYRILLIC: 1}) is not is_newest


def test_a_page_count_that_lies_does_not_fill_the_ledger(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.pdf", b"x")
    with case.reading_writer(document) as writer:
        writer.add(PageCount(count=2**31 - 1))
        end = ReadingEnd(media_type="application/pdf", reader="lines", reader_version=1, state=ReadState.NOT_READ)
        case.record_reading(writer.finish(end))
    assert case._database.row("SELECT count(*) FROM pages") == (20_000,)
    assert next(case.documents()).page_count == 2**31 - 1


def test_what_a_newer_reading_found_replaces_what_an_older_one_did(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.zip", b"x")
    first, second = (hashlib.sha256(name).hexdigest() for name in (b"1", b"2"))
    pack(case, document, ("1.txt", first), ("2.txt", second))
    pack(case, document, ("2.txt", second))
    assert (case.paths(first), case.paths(second)) == ([], ["x.zip!2.txt"])
    read(case, document, Page(number=1, text="x"), version=2)
    case.record_claims(document, [(KEY, [claim_on(document, "c1")])], version=VERSION)
    assert case.paths(second) == []
    read(case, document, Page(number=1, text="y"), version=3)
    assert list(case.claims()) == []
    assert case.summary().contracts == 0
    assert case.unclaimed(VERSION) == [document]


def test_recording_claims_again_changes_nothing(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.txt", b"x")
    read(case, document, Page(number=1, text="x"))
    claims = [claim_on(document, "c1"), claim_on(document, "c1"), claim_on(document, "c2")]
    for _ in range(2):
        assert case.record_claims(document, [(KEY, claims)], version=VERSION) == 2
        assert [one.claim for one in case.claims()] == ["c1", "c2"]
    assert not case.needs_claims(document, VERSION)
    assert case.needs_claims(document, "rules/2")


def test_a_document_without_claims_is_not_searched_again(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.txt", b"x")
    read(case, document, Page(number=1, text="x"))
    assert case.unclaimed(VERSION) == [document]
    case.record_claims(document, [(KEY, [])], version=VERSION, problems=[problem("rule-failed", step="claim/1")])
    assert case.unclaimed(VERSION) == []
    assert case.summary().contracts == 0
    assert case.summary().problems == {"rule-failed": 1}


def foreign(document: str) -> Claim:
    return claim_on("0" * 64, "c2")


def misfiled(document: str) -> Claim:
    return replace(claim_on(document, "c2"), contract="0" * 32)


def reviewed(document: str) -> Claim:
    return replace(claim_on(document, "c2"), status=ClaimStatus.CONFIRMED)


@pytest.mark.parametrize("make", [foreign, misfiled, reviewed])
def test_a_claim_that_cannot_be_is_refused_and_nothing_is_changed(tmp_path: Path, case: Case, make: object) -> None:
    assert callable(make)
    document = receive(case, tmp_path, "x.txt", b"x")
    read(case, document, Page(number=1, text="x"))
    case.record_claims(document, [(KEY, [claim_on(document, "c1")])], version=VERSION)
    with pytest.raises(ValueError, match="claim c2"):
        case.record_claims(document, [(KEY, [claim_on(document, "c3"), make(document)])], version="rules/2")
    assert [one.claim for one in case.claims()] == ["c1"]
    case.commit()
    assert entries(case.folder) == ["begin", "ingest", "extract", "claim"]


def test_whether_one_document_is_to_be_claimed_is_asked_of_no_other(case: Case) -> None:
    plan = case._database.query(f"EXPLAIN QUERY PLAN {answers._UNCLAIMED_ONE}", ("[]", "a"))
    steps = [str(row[3]) for row in plan]
    assert [step for step in steps if step.startswith("SEARCH readings")]
    assert not [step for step in steps if step.startswith(("SCAN readings", "SCAN claim_runs"))], steps
