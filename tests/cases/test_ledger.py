"""Every page, problem and claim has its row, and a newer run replaces what an older one said."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.cases import Case, ReadingEnd
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.document import Page, ReadState
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
        writer.add(problem("crashed", step="read"))
        end = ReadingEnd(media_type="application/pdf", reader="lines", reader_version=1, state=ReadState.PARTLY)
        case.record_reading(writer.finish(end))
    rows = list(case._database.query("SELECT page_number, state, reason FROM pages ORDER BY page_number"))
    assert rows == [
        (1, "read", None),
        (2, "not_read", "crashed"),
        (3, "not_read", "limit-item-bytes"),
        (4, "not_read", "crashed"),
    ]
    (line,) = case.documents()
    assert (line.page_count, line.pages_read, line.state) == (4, 1, ReadState.PARTLY)
    assert [trouble.code for trouble in case.problems_of(document)] == ["limit-item-bytes", "crashed"]


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
