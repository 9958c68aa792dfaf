"""What is erased is gone from every file of the case; its entry says so, and everything else still holds."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.archive.checking import check_log
from tenderlight.cases import Case, erasing
from tenderlight.cases.checking import check_case
from tenderlight.errors import UsageError
from tenderlight.model.problem import Problem
from tests.cases.small_job import do_job, everything, make_sources
from tests.memory_disk import memory_folder

WORDS = "采购公告 1"
WHO = {"person": "R. Osei", "because": "court order 12/2026"}


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        do_job(place / "case", make_sources(place / "sources"))
        yield place


def document_of(case: Path, path: str) -> str:
    with Case.open(case) as opened:
        return next(line.document for line in opened.documents() if line.path == path)


def erase(case: Path, document: str) -> tuple[str, ...]:
    with Case.open(case, create=True) as opened:
        return opened.custody.erase(document, **WHO)


def holding(case: Path, words: bytes) -> list[str]:
    return [path.name for path in case.rglob("*") if path.is_file() and words in path.read_bytes()]


def test_an_erased_original_is_gone_and_the_rest_holds(folder: Path) -> None:
    case = folder / "case"
    document = document_of(case, "sources/part 1/公告1.txt")
    before = check_log(case)
    assert set(holding(case, WORDS.encode())) > {document}
    assert erase(case, document) == (document,)
    assert holding(case, WORDS.encode()) == []
    assert not list((case / "readings").rglob(f"{document}*"))
    assert check_case(case) == []
    assert check_log(case).entries == before.entries + 1
    with Case.open(case) as opened:
        assert document not in {line.document for line in opened.documents()}
        assert document not in {claim.document for claim in opened.claims()}


def test_what_the_desk_has_drawn_and_kept_of_it_is_gone(folder: Path) -> None:
    case = folder / "case"
    document, other = (document_of(case, f"sources/part 1/公告{number}.txt") for number in (1, 3))
    for one in (document, other):
        picture = case / "derived" / "pictures" / one[:2] / f"{one}-1.png"
        picture.parent.mkdir(parents=True, exist_ok=True)
        picture.write_bytes(b"a picture")
    (case / "derived" / "contracts.json").write_text(WORDS, "utf-8")
    erase(case, document)
    assert [path.name for path in (case / "derived").rglob("*.*")] == [f"{other}-1.png"]


def test_it_is_not_received_again_and_a_rebuilt_case_knows(folder: Path) -> None:
    case = folder / "case"
    document = document_of(case, "sources/part 1/公告1.txt")
    erase(case, document)
    do_job(case, folder / "sources")
    after = everything(case)
    assert "erased" in after
    assert not (case / "objects" / document[:2] / document).exists()
    (case / "case.sqlite").unlink()
    do_job(case, folder / "sources")
    assert everything(case) == after
    assert check_case(case) == []
    with Case.open(case, create=True) as opened:
        file = folder / "sources" / "part 1" / "公告1.txt"
        refused = opened.receive_file(file, received_as="another name.txt")
    assert isinstance(refused, Problem)
    assert refused.code == "erased"
    assert list((case / "tmp").iterdir()) == []


def test_an_archive_goes_with_what_lies_in_it_alone(folder: Path) -> None:
    case = folder / "case"
    archive = document_of(case, "sources/annex.box")
    inside = document_of(case, "sources/annex.box!附件/附件一.txt")
    elsewhere = document_of(case, "sources/again.txt")
    with pytest.raises(UsageError, match="also lies in the archive"):
        erase(case, inside)
    gone = erase(case, archive)
    assert gone[0] == archive
    assert inside in gone
    assert holding(case, "附件一".encode()) == ["custody.jsonl"], "its path stays in the log"
    assert check_case(case) == []
    assert elsewhere not in gone, "it was received by itself, too"
    assert (case / "objects" / elsewhere[:2] / elsewhere).exists()


def test_what_a_crash_left_of_an_erasure_is_finished(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    case = folder / "case"
    document = document_of(case, "sources/part 1/公告1.txt")
    with monkeypatch.context() as crashing:
        crashing.setattr(erasing, "remove_files", lambda _folder, _document: None)
        erase(case, document)
    (damage,) = check_case(case)
    assert "was erased, and is there" in damage.message
    with Case.open(case, create=True):
        pass
    assert holding(case, WORDS.encode()) == []
    assert check_case(case) == []


def test_who_and_why_must_be_said(folder: Path) -> None:
    case = folder / "case"
    document = document_of(case, "sources/part 1/公告1.txt")
    with Case.open(case, create=True) as opened:
        with pytest.raises(UsageError, match="why"):
            opened.custody.erase(document, person="R.", because=" ")
        with pytest.raises(UsageError, match="who"):
            opened.custody.erase(document, person="", because="order")
        with pytest.raises(UsageError, match="no original"):
            opened.custody.erase("00" * 32, person="R.", because="order")
    with Case.open(case) as reading, pytest.raises(UsageError, match="reading only"):
        reading.custody.pin()
