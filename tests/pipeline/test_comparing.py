"""Claims are held against pictures: lies are told, honest files left alone, with any number of lanes."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.encoding import encode_claim
from tenderlight.model.claim import Claim, PictureSays
from tenderlight.model.document import ReadState
from tenderlight.pipeline import recogniser_workshop
from tenderlight.pipeline.local import find
from tenderlight.pipeline.run import RunOptions
from tenderlight.reading.recognition import models
from tests.pipeline import comparing_faults
from tests.pipeline.made import scanned_pdf
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.made_picture_lies import BUYER, HONEST, LIES, TITLE, VALUE

needs_recognition = pytest.mark.skipif(not models.is_installed(), reason="the extra `ocr` is not installed")


def folder(parent: Path, files: dict[str, bytes]) -> Path:
    documents = parent / "documents"
    documents.mkdir()
    for name, content in files.items():
        (documents / name).write_bytes(content)
    return documents


def run(documents: Path, case: Path, workers: int = 1) -> Case:
    return find(RunOptions(paths=(documents,), case_folder=case, workers=workers))


def by_file(case: Case) -> dict[str, list[Claim]]:
    return {line.path.rpartition("/")[2]: list(case.claims(document=line.document)) for line in case.documents()}


def codes(case: Case) -> dict[str, list[str]]:
    return {
        line.path.rpartition("/")[2]: [one.code for one in case.problems_of(line.document)] for line in case.documents()
    }


def exported(case: Case) -> list[bytes]:
    return [encode_claim(claim) for claim in case.claims()]


@needs_recognition
def test_what_only_the_picture_gives_away_is_told_and_honest_files_are_left_alone(tmp_path: Path) -> None:
    files = {lie.name: lie.content for lie in LIES} | HONEST
    documents = folder(tmp_path, files)
    with run(documents, tmp_path / "one") as case:
        claims, told = by_file(case), codes(case)
        first = exported(case)
    for lie in LIES:
        resting = [claim for claim in claims[lie.name] if claim.quotes[0].text in lie.said]
        others = [claim for claim in claims[lie.name] if claim.quotes[0].text not in lie.said]
        assert resting
        assert all(claim.picture is PictureSays.OTHER for claim in resting)
        assert all(lie.seen in claim.against[-1] for claim in resting)
        assert others
        assert all((claim.picture, claim.against) == (PictureSays.SAME, ()) for claim in others)
        assert set(told[lie.name]) == {"quote-differs-from-picture"} | lie.also
    for name in HONEST:
        assert claims[name]
        assert all((claim.picture, claim.against) == (PictureSays.SAME, ()) for claim in claims[name])
        assert told[name] == []
    with run(documents, tmp_path / "two", workers=2) as case:
        assert exported(case) == first


def pages(count: int) -> bytes:
    """A PDF whose first page has a buyer and a value, and each further one a sentence that makes a claim."""
    sentences = (
        f"The system shall match faces live against a watchlist, item {number}." for number in range(2, count + 1)
    )
    lines = [(TITLE, BUYER, VALUE), *((sentence,) for sentence in sentences)]
    shown = ["".join(show(20, 250 - 30 * row, line, size=10) for row, line in enumerate(page)) for page in lines]
    return made_pdf(*(MadePage(content=content) for content in shown))


def test_a_fault_costs_the_comparison_of_its_page_only(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recogniser_workshop, "workshop", comparing_faults.workshop)
    monkeypatch.setattr(models, "is_installed", lambda: True)
    documents = folder(tmp_path, {"notice.pdf": pages(6)})
    with run(documents, tmp_path / "case") as case:
        (claims,) = by_file(case).values()
        (line,) = case.documents()
        said = [one.message for one in case.problems_of(line.document) if one.code == "claims-not-compared"]
        assert line.state is ReadState.READ
    for claim in claims:
        quoted = {quote.page_number for quote in claim.quotes}
        expected = PictureSays.NOT_COMPARED if quoted & set(comparing_faults.FAULTS) else PictureSays.SAME
        assert claim.picture is expected
        assert not any("picture" in sentence for sentence in claim.against)
    assert {claim.picture for claim in claims} == {PictureSays.SAME, PictureSays.NOT_COMPARED}
    assert all(any(words in one for one in said) for _, words in comparing_faults.FAULTS.values())


def test_without_recognition_nothing_is_compared_and_it_is_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recogniser_workshop, "workshop", comparing_faults.workshop)
    monkeypatch.setattr(models, "is_installed", lambda: False)
    documents = folder(tmp_path, {"notice.pdf": pages(1), "page.html": f"<p>{BUYER}</p><p>{VALUE}</p>".encode()})
    with run(documents, tmp_path / "case") as case:
        claims = by_file(case)
        assert {claim.picture for claim in claims["notice.pdf"]} == {PictureSays.NOT_COMPARED}
        assert {claim.picture for claim in claims["page.html"]} == {None}
        assert codes(case)["notice.pdf"] == ["claims-not-compared"]
        assert "claims-not-compared" not in codes(case)["page.html"]
    made: list[str] = []
    again = RunOptions(
        paths=(documents,), case_folder=tmp_path / "case", on_claim=lambda claim: made.append(claim.quotes[0].path)
    )
    find(again).close()
    assert made == []  # nothing new can be said
    monkeypatch.setattr(models, "is_installed", lambda: True)
    with find(again) as case:
        assert {claim.picture for claim in by_file(case)["notice.pdf"]} == {PictureSays.SAME}
        assert codes(case)["notice.pdf"] == []
    assert {path.rpartition("/")[2] for path in made} == {"notice.pdf"}  # what has no picture is not claimed anew
    monkeypatch.setattr(models, "is_installed", lambda: False)
    with find(again) as case:  # what was compared is not lost where recognition is missing
        assert {claim.picture for claim in by_file(case)["notice.pdf"]} == {PictureSays.SAME}


def test_a_recogniser_that_does_not_start_costs_what_it_would_have_read_and_nothing_else(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(recogniser_workshop, "workshop", comparing_faults.broken_workshop)
    monkeypatch.setattr(recogniser_workshop, "OPENER", comparing_faults.broken_workshop().opener)
    monkeypatch.setattr("tenderlight.pipeline.local.OPENER", comparing_faults.broken_workshop().opener)
    monkeypatch.setattr(models, "is_installed", lambda: True)
    scans = {f"scan-{number}.pdf": scanned_pdf(number) for number in (1, 2, 3)}
    documents = folder(tmp_path, {"a-notice.pdf": pages(1), **scans, "z-notice.pdf": pages(2)})
    with run(documents, tmp_path / "case") as case:
        told, claims = codes(case), by_file(case)
        states = {line.path.rpartition("/")[2]: line.state for line in case.documents()}
        recognisers = {
            line.path.rpartition("/")[2]: reading.recogniser
            for line in case.documents()
            if (reading := case.load_reading(line.document)) is not None
        }
    for name in scans:
        assert states[name] is ReadState.NOT_READ
        assert set(told[name]) == {"page-needs-recognition", "recogniser-not-opened"}
        assert recognisers[name] == "none"
    for name in ("a-notice.pdf", "z-notice.pdf"):
        assert states[name] is ReadState.READ
        assert {claim.picture for claim in claims[name]} == {PictureSays.NOT_COMPARED}
        assert told[name] == ["claims-not-compared"]
    monkeypatch.undo()
    monkeypatch.setattr(recogniser_workshop, "workshop", comparing_faults.workshop)
    monkeypatch.setattr(models, "is_installed", lambda: True)
    with run(documents, tmp_path / "case") as case:  # once it is mended, what waited is done
        assert {claim.picture for claim in by_file(case)["a-notice.pdf"]} == {PictureSays.SAME}
        assert not any("recogniser-not-opened" in found for found in codes(case).values())
