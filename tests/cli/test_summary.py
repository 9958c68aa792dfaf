"""The end of a run: figures, what was not read and what to do about it, and no word that a terminal obeys."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tenderlight.cage import ALL_WALLS
from tenderlight.cases import Case, ReadingEnd, Receipt
from tenderlight.cli.summary import print_summary
from tenderlight.model.document import Page, PageMethod, ReadState
from tenderlight.model.problem import PROBLEMS, problem
from tenderlight.model.review import ReviewVerdict
from tests.cases.party_case import FULL, OTHER, make_case
from tests.memory_disk import memory_folder


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as folder, Case.open(folder / "my case", create=True) as case:
        case.record_not_received("a\x1b[31m.txt", problem("file-not-readable", step="archive", detail="(Denied)"))
        case.record_not_received("[bold]b.txt", problem("broken-link", step="sources"))
        case.commit()
        yield folder / "my case"


def test_what_could_not_be_received_is_listed_with_what_to_do(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Case.open(folder) as case:
        is_whole = print_summary(case, with_claims=True)
    out, err = capsys.readouterr()
    assert not is_whole
    assert out == "No document that was read speaks of a capability in the vocabulary.\n"
    lines = err.splitlines()
    assert lines[0] == "0 documents: 0 read, 0 partly read, 0 not read. 0 contracts, 0 claims."
    assert lines[1] == "  2 files could not be received:"
    unreadable, broken = PROBLEMS["file-not-readable"], PROBLEMS["broken-link"]
    assert lines[2] == f"    [bold]b.txt: broken-link: {broken.message} What to do: {broken.next_step}"
    assert lines[3] == (
        f"    a\\x1b[31m.txt: file-not-readable: {unreadable.message} (Denied) What to do: {unreadable.next_step}"
    )
    assert lines[4] == f"Next: tenderlight report '{folder}'"


def test_a_case_of_nothing_is_whole(capsys: pytest.CaptureFixture[str]) -> None:
    with memory_folder() as folder:
        Case.open(folder / "case", create=True).close()
        with Case.open(folder / "case") as case:
            assert print_summary(case, with_claims=False)
    assert capsys.readouterr().out == ""


def read_behind(case: Case, name: str, walls: str) -> None:
    file = case.folder.parent / name
    file.write_bytes(name.encode())
    receipt = case.receive_file(file, received_as=name)
    assert isinstance(receipt, Receipt)
    with case.reading_writer(receipt.document) as writer:
        end = ReadingEnd(media_type="text/plain", reader="text", reader_version=1, state=ReadState.READ, walls=walls)
        case.record_reading(writer.finish(end))


@pytest.mark.parametrize(
    ("held", "words"),
    [
        (["namespaces+no-capabilities+landlock7+rlimits+seccomp"], ""),
        (["namespaces+no-capabilities+landlock1+rlimits+seccomp-strict"], ""),
        (["namespaces+no-capabilities+rlimits+seccomp-strict"], "landlock (1 of 1 documents)"),
        (
            ["rlimits+seccomp", "namespaces+no-capabilities+landlock7+rlimits+seccomp"],
            "namespaces (1 of 2 documents), no-capabilities (1 of 2 documents), landlock (1 of 2 documents)",
        ),
        (["none"], ", ".join(f"{wall} (1 of 1 documents)" for wall in ALL_WALLS)),
    ],
)
def test_walls_that_did_not_hold_are_named(held: list[str], words: str, capsys: pytest.CaptureFixture[str]) -> None:
    with memory_folder() as folder:
        with Case.open(folder / "case", create=True) as case:
            for number, walls in enumerate(held):
                read_behind(case, f"{number}.txt", walls)
        with Case.open(folder / "case") as case:
            assert print_summary(case, with_claims=False)
    said = [line for line in capsys.readouterr().err.splitlines() if line.startswith("The cage was not whole")]
    assert len(said) == bool(words)
    assert all(line.startswith(f"The cage was not whole: read without {words}. ") for line in said)


def test_nothing_is_said_to_be_absent_where_pages_were_not_read(capsys: pytest.CaptureFixture[str]) -> None:
    with memory_folder() as folder, Case.open(folder / "case", create=True) as case:
        file = folder / "scan.pdf"
        file.write_bytes(b"scan")
        receipt = case.receive_file(file, received_as="scan.pdf")
        assert isinstance(receipt, Receipt)
        with case.reading_writer(receipt.document) as writer:
            for number, state in enumerate((ReadState.READ, ReadState.PARTLY, ReadState.NOT_READ), 1):
                writer.add(Page(number=number, text="", method=PageMethod.RECOGNISED, state=state))
            end = ReadingEnd(media_type="application/pdf", reader="pdf", reader_version=1, state=ReadState.PARTLY)
            case.record_reading(writer.finish(end))
        case.commit()
        print_summary(case, with_claims=True)
    out, err = capsys.readouterr()
    assert out == (
        "No document that was read speaks of a capability in the vocabulary. "
        "What 2 pages say that were not read, or not wholly, is unknown.\n"
    )
    assert err.splitlines()[1] == "pages: 1 read, of them 1 recognised, 1 partly, 1 not read."


def test_reviews_are_told_and_those_that_no_longer_count(capsys: pytest.CaptureFixture[str]) -> None:
    with memory_folder() as folder:
        make_case(folder / "case")
        with Case.open(folder / "case", create=True) as case:
            case.reviews.add(ReviewVerdict.CONFIRM, f"c-{FULL}", person="A")
            case.reviews.add(ReviewVerdict.REJECT, f"c-{OTHER}", person="A")
            print_summary(case, with_claims=False)
        assert "Reviews: 1 unreviewed, 1 confirmed, 1 rejected; 1 wait for a decision.\n" in capsys.readouterr().err
        make_case(folder / "case", (FULL,), version="rules/2")
        with Case.open(folder / "case") as case:
            print_summary(case, with_claims=False)
    said = capsys.readouterr().err
    assert "Reviews: 1 confirmed; 0 wait for a decision." in said
    assert "Reviews of claims that are no longer made (1) or say other words now (0) are kept" in said
