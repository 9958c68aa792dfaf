"""A case held against itself: bytes, log, and the words of every quote."""

from __future__ import annotations

import json
import shutil
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.archive.keys import PLACE, own_key
from tenderlight.archive.storage import WriterLock
from tenderlight.cases import Case, Receipt
from tenderlight.errors import NoSuchCase, UsageError
from tenderlight.model.claim import Claim
from tenderlight.model.document import Page, PageMethod
from tenderlight.model.quote import Quote
from tenderlight.model.record import Field, Record
from tenderlight.pipeline.heads import ReadingHead
from tenderlight.pipeline.local import find
from tenderlight.pipeline.messages import write_frame
from tenderlight.pipeline.reading import ReadingUnderWay
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.verifying import IN_USE, Given, Verification, verify_case
from tests.memory_disk import memory_folder
from tests.pipeline.made import KEY, buyer, claim, outcome

ORIGINAL = json.dumps([{"t": "12 cameras", "buyer": "Council"}])
PAGE = Page(number=1, text="采购公告 12台", method=PageMethod.FLOW)
RECORD = Record(
    key="ocid:1",
    pointer="/0",
    statements=(buyer("Council", "/0/buyer"),),
    fields=(Field(pointer="/0/t", text="12 cameras"),),
)


@pytest.fixture
def folder() -> Iterator[Path]:
    with memory_folder() as place:
        yield place


def verify(folder: Path, item: Page | Record, **changes: object) -> Verification:
    """Make a case of one document with one claim whose quote is changed, and verify it."""
    (folder / "公告.txt").write_text(ORIGINAL, "utf-8")
    with Case.open(folder / "case", create=True) as case:
        received = case.receive_file(folder / "公告.txt", received_as="公告.txt")
        assert isinstance(received, Receipt)
        work = ReadingUnderWay(case, received.document, depth=0)
        work.take(write_frame(ReadingHead(media_type="text/plain", reader="text", reader_version=1)))
        work.take(write_frame(item))
        work.end(outcome())
        work.finish()
        made: Claim = claim(received.document)
        quote: Quote = replace(made.quotes[0], **changes)  # type: ignore[arg-type]
        case.record_claims(received.document, [(KEY, (replace(made, quotes=(quote,)),))], version="claim/1")
    return verify_case(folder / "case")


RIGHT = {
    "words of a page": (PAGE, {}),
    "words further on": (PAGE, {"start": 5, "end": 8, "text": "12台"}),
    "a text of a record": (RECORD, {"page_number": None, "pointer": "/0/t", "start": 3, "end": 10, "text": "cameras"}),
    "a value of a record": (RECORD, {"page_number": None, "pointer": "/0/buyer", "end": 7, "text": "Council"}),
}
FORGED = {
    "a text that was changed": (
        replace(RECORD, fields=(Field(pointer="/0/t", text="99 cameras"),)),
        {"page_number": None, "pointer": "/0/t", "end": 10, "text": "99 cameras"},
    ),
    "a name that was changed": (
        replace(RECORD, statements=(buyer("Borough", "/0/buyer"),)),
        {"page_number": None, "pointer": "/0/buyer", "end": 7, "text": "Borough"},
    ),
    "a place that was made up": (
        replace(RECORD, fields=(Field(pointer="/9/t", text="12 cameras"),)),
        {"page_number": None, "pointer": "/9/t", "end": 10, "text": "12 cameras"},
    ),
}
"""Readings that bear their claims out, and are not what the original says."""
WRONG = {
    "other words": (PAGE, {"text": "中标公告"}),
    "another place": (PAGE, {"start": 1, "end": 5}),
    "beyond the page": (PAGE, {"start": 50, "end": 54}),
    "a page that is not there": (PAGE, {"page_number": 2}),
    "another value": (RECORD, {"page_number": None, "pointer": "/0/buyer", "end": 6, "text": "County"}),
    "a pointer that is not there": (RECORD, {"page_number": None, "pointer": "/1/buyer", "end": 7, "text": "Council"}),
}


@pytest.mark.parametrize(("item", "changes"), RIGHT.values(), ids=RIGHT)
def test_quotes_that_stand_where_they_say_hold(item: Page | Record, changes: dict[str, object], folder: Path) -> None:
    notes = ("1 of 1 checkpoints are signed by nobody.",)
    expected = Verification(documents=1, claims=1, quotes=1, statements=0, faults=(), notes=notes)
    assert verify(folder, item, **changes) == expected


@pytest.mark.parametrize(("item", "changes"), FORGED.values(), ids=FORGED)
def test_a_forged_reading_is_found_by_the_original(item: Record, changes: dict[str, object], folder: Path) -> None:
    (fault,) = verify(folder, item, **changes).faults
    assert fault == f"Claim c1 quotes words that do not stand in the original 公告.txt, {changes['pointer']}."


@pytest.mark.parametrize(("item", "changes"), WRONG.values(), ids=WRONG)
def test_a_misquote_is_found(item: Page | Record, changes: dict[str, object], folder: Path) -> None:
    (fault,) = verify(folder, item, **changes).faults
    assert fault.startswith("Claim c1 quotes words that do not stand in what was read of 公告.txt, ")


def test_a_missing_original_is_found(folder: Path) -> None:
    assert verify(folder, PAGE).faults == ()
    (original,) = (path for path in (folder / "case" / "objects").rglob("*") if path.is_file())
    original.unlink()
    found = verify_case(folder / "case")
    (fault,) = found.faults
    assert fault.endswith("is missing. Claims touched: 1 (c1).")
    assert found.touched == ("c1",)


def flip(path: Path) -> None:
    path.chmod(0o600)
    content = bytearray(path.read_bytes())
    content[len(content) // 2] ^= 1
    path.write_bytes(content)


@pytest.mark.parametrize("what", ["readings", "objects"])
def test_damage_to_what_a_claim_rests_on_names_the_claim(folder: Path, what: str) -> None:
    verify(folder, PAGE)
    (path,) = (path for path in (folder / "case" / what).rglob("*") if path.is_file())
    flip(path)
    assert verify_case(folder / "case").touched == ("c1",)


def test_damage_to_the_log_names_the_claims_that_nothing_shows_any_more(folder: Path) -> None:
    verify(folder, PAGE)
    flip(folder / "case" / "custody.jsonl")
    found = verify_case(folder / "case")
    assert found.touched == ("c1",)
    assert len(found.faults) == 1
    (folder / "case" / "case.sqlite").write_bytes(b"")
    assert verify_case(folder / "case").touched == ()
    assert any("cannot be told" in fault for fault in verify_case(folder / "case").faults)


def test_that_another_process_writes_to_a_damaged_case_is_told(folder: Path) -> None:
    verify(folder, PAGE)
    flip(folder / "case" / "custody.jsonl")
    assert verify_case(folder / "case").notes == ()
    lock = WriterLock(folder / "case")
    assert verify_case(folder / "case").notes == (IN_USE,)
    lock.free()


def test_only_a_checkpoint_kept_elsewhere_shows_that_a_log_was_written_anew(folder: Path) -> None:
    verify(folder, PAGE)
    (kept,) = (path.read_text("utf-8") for path in (folder / "case" / "checkpoints").iterdir())
    assert verify_case(folder / "case", Given(checkpoint=kept)).faults == ()
    shutil.rmtree(folder / "case")
    verify(folder, PAGE)
    assert verify_case(folder / "case").faults == ()
    (fault,) = verify_case(folder / "case", Given(checkpoint=kept)).faults
    assert "written anew, or is of another case" in fault
    with pytest.raises(UsageError, match="form of a checkpoint"):
        verify_case(folder / "case", Given(checkpoint="words"))


def test_a_case_is_held_against_the_key_that_was_named(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    verify(folder, PAGE)
    assert verify_case(folder / "case", Given(key="ab" * 32)).faults[0].startswith("Not the key that was named signs")
    shutil.rmtree(folder / "case")
    monkeypatch.setenv(PLACE, str(folder / "keys"))
    verify(folder, PAGE)
    key = own_key()
    assert key is not None
    found = verify_case(folder / "case", Given(key=key.digits))
    assert (found.faults, found.notes) == ((), ())
    assert len(verify_case(folder / "case", Given(key="ab" * 32)).faults) == 1


def test_words_that_only_a_forged_reading_has_are_found_by_reading_again(folder: Path) -> None:
    """Log, database and stored reading agree; the original does not have the words."""
    page = replace(PAGE, text="采购公告 99台")
    assert verify(folder, page, start=5, end=8, text="99台").faults == ()
    found = verify_case(folder / "case", Given(read_again=True))
    assert found.faults == ("Claim c1 quotes words that do not stand in the original, read again: 公告.txt, page 1.",)
    assert found.touched == ("c1",)


@pytest.mark.parametrize("names", [(), ("一.txt",), tuple(f"{number}.txt" for number in range(7))])
def test_originals_are_read_again_ahead_and_each_is_told_for_itself(names: tuple[str, ...], tmp_path: Path) -> None:
    (tmp_path / "documents").mkdir()
    for place, name in enumerate(names):
        (tmp_path / "documents" / name).write_text(f"采购公告\n采购人：第{place}采购中心\n", "utf-8")
    with find(RunOptions(paths=(tmp_path / "documents",), case_folder=tmp_path / "case", workers=1)) as case:
        claims = len(list(case.claims()))
    found = verify_case(tmp_path / "case", Given(read_again=True))
    assert (found.documents, found.claims, found.faults) == (len(names), claims, ())
    assert claims >= len(names)


def test_words_that_the_original_has_are_found_again(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys.modules[__name__], "ORIGINAL", "招标\n采购公告 12台\n")
    assert verify(folder, PAGE, start=5, end=8, text="12台").faults == ()
    found = verify_case(folder / "case", Given(read_again=True))
    assert found.faults == ()


def test_no_case_cannot_be_verified(folder: Path) -> None:
    with pytest.raises(NoSuchCase):
        verify_case(folder / "nowhere")
