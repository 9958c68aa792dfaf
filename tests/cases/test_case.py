"""A case keeps what it was given, says it in one order, and is changed by one process at a time."""

from __future__ import annotations

import hashlib
import os
import shutil
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.archive.checking import check_log
from tenderlight.archive.custody import read_log
from tenderlight.cases import Case, Member, ReadingEnd, StoredReading
from tenderlight.cases.checking import check_case
from tenderlight.errors import (
    ArchiveDamaged,
    CaseInUse,
    CustodyLogDamaged,
    NoSuchCase,
    StorageFull,
    UsageError,
)
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.document import Page, ReadState
from tenderlight.model.problem import Problem, problem
from tenderlight.model.quote import Quote
from tenderlight.model.reader import PageCount
from tenderlight.model.statement import Polarity, StatementKind
from tenderlight.model.values import CapabilityValue
from tests.cases.small_job import READERS, VERSION, do_job, everything, make_sources

KEY = ContractKey(key="project:A-1", because="The same number.")
LONG_AGO = (1_000_000_000, 1_000_000_000)


@pytest.fixture
def case(tmp_path: Path) -> Iterator[Case]:
    with Case.open(tmp_path / "case", create=True) as case:
        yield case


def receive(case: Case, folder: Path, name: str, content: bytes) -> str:
    file = folder / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    received = case.receive_file(file, received_as=name)
    assert not isinstance(received, Problem)
    return received.document


def read(case: Case, document: str, *pages: Page, state: ReadState = ReadState.READ, version: int = 1) -> StoredReading:
    with case.reading_writer(document) as writer:
        for page in pages:
            writer.add(page)
        end = ReadingEnd(media_type="text/plain", reader="lines", reader_version=version, state=state, walls="all")
        stored = writer.finish(end)
    case.record_reading(stored)
    return stored


def claim_on(document: str, name: str, *, page_number: int = 1, start: int = 0, key: ContractKey = KEY) -> Claim:
    quote = Quote(
        document=document,
        path="",
        start=start,
        end=start + 4,
        text="人脸识别",
        page_number=page_number,
        reader="lines/1",
    )
    return Claim(
        claim=name,
        contract=key.contract,
        kind=StatementKind.CAPABILITY,
        value=CapabilityValue(capability="face_recognition"),
        polarity=Polarity.REQUIRED,
        stage=None,
        rule="face.recognition",
        rule_version=1,
        confidence=None,
        against=(),
        quotes=(quote,),
    )


def entries(folder: Path) -> list[str]:
    return [entry.act for entry, _ in read_log(folder)]


# Receiving -----------------------------------------------------------------------------------------------------------


def test_a_file_received_again_is_neither_read_nor_logged_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = tmp_path / "公告.pdf"
    file.write_bytes(b"notice")
    now = time.time_ns
    monkeypatch.setattr(time, "time_ns", lambda: now() + 10_000_000_000)  # ten seconds after the file was made
    with Case.open(tmp_path / "case", create=True) as case:
        first = case.receive_file(file, received_as="in/公告.pdf")
        assert not isinstance(first, Problem)
        assert (first.is_new, first.is_unchanged, first.size_bytes) == (True, False, 6)
    log = (tmp_path / "case" / "custody.jsonl").read_bytes()
    monkeypatch.setattr("tenderlight.archive.originals.Originals.keep_file", None)  # reading it would fail
    with Case.open(tmp_path / "case", create=True) as case:
        again = case.receive_file(file, received_as="in/公告.pdf")
        assert not isinstance(again, Problem)
        assert (again.document, again.is_new, again.is_unchanged) == (first.document, False, True)
    assert (tmp_path / "case" / "custody.jsonl").read_bytes() == log


def test_a_file_changed_just_before_it_was_received_is_read_again(tmp_path: Path, case: Case) -> None:
    """It may change once more within the same tick of the clock, and keep its size and times."""
    file = tmp_path / "x.txt"
    file.write_bytes(b"one")
    case.receive_file(file, received_as="x.txt")
    status = file.stat()
    file.write_bytes(b"two")
    os.utime(file, ns=(status.st_atime_ns, status.st_mtime_ns))
    received = case.receive_file(file, received_as="x.txt")
    assert not isinstance(received, Problem)
    assert received.document == hashlib.sha256(b"two").hexdigest()


def test_a_path_with_new_bytes_is_a_new_document_and_the_old_one_stays(tmp_path: Path, case: Case) -> None:
    old = receive(case, tmp_path, "x.txt", b"old")
    new = receive(case, tmp_path, "x.txt", b"new")
    assert {line.document for line in case.documents()} == {old, new}
    assert case.paths(old) == case.paths(new) == ["x.txt"]


def test_one_original_may_have_many_paths(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "b/x.txt", b"same")
    receive(case, tmp_path, "a/y.txt", b"same")
    receive(case, tmp_path, "a/y.txt", b"same")
    assert case.paths(document) == ["a/y.txt", "b/x.txt"]
    assert [line.path for line in case.documents()] == ["a/y.txt"]
    case.commit()
    assert entries(case.folder).count("ingest") == 2


def test_what_cannot_be_received_is_listed_until_it_can(tmp_path: Path, case: Case) -> None:
    found = case.receive_file(tmp_path / "gone.pdf", received_as="gone.pdf")
    assert isinstance(found, Problem)
    assert [(path, trouble.code) for path, trouble in case.not_received()] == [("gone.pdf", "no-such-file")]
    assert (case.summary().documents, case.summary().not_received, case.summary().problems) == (0, 1, {})
    receive(case, tmp_path, "gone.pdf", b"here again")
    assert case.not_received() == []


def test_a_missing_original_is_received_again(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    with Case.open(folder, create=True) as case:
        document = receive(case, tmp_path, "x.txt", b"x")
        os.utime(tmp_path / "x.txt", LONG_AGO)
    with Case.open(folder, create=True) as case:
        case.originals.path(document).unlink()
        receive(case, tmp_path, "x.txt", b"x")
        case.originals.check(document)


def test_an_original_with_other_bytes_than_its_name_says_stops_the_run(tmp_path: Path) -> None:
    with Case.open(tmp_path / "case", create=True) as case:
        document = receive(case, tmp_path, "x.txt", b"four")
    path = case.originals.path(document)
    path.chmod(0o600)
    path.write_bytes(b"more than four")
    with Case.open(tmp_path / "case", create=True) as case, pytest.raises(ArchiveDamaged):
        receive(case, tmp_path, "copy.txt", b"four")


# Reading -------------------------------------------------------------------------------------------------------------


def test_a_document_needs_reading_once_for_each_version_of_its_reader(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.txt", b"x")
    assert case.needs_reading(document, {"lines": 1})
    read(case, document, Page(number=1, text="x"))
    assert not case.needs_reading(document, {"lines": 1})
    assert case.needs_reading(document, {"lines": 2})
    assert case.unread({"lines": 2}) == [document]
    assert case.unread({"lines": 1}) == []


def test_a_document_no_reader_takes_is_looked_at_again_when_there_are_new_readers(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.bin", b"\x00")
    with case.reading_writer(document) as writer:
        writer.add(problem("unknown-format", step="read"))
        end = ReadingEnd(media_type="application/octet-stream", reader="", reader_version=4, state=ReadState.NOT_READ)
        case.record_reading(writer.finish(end))
    assert not case.needs_reading(document, {"lines": 1, "": 4})
    assert case.needs_reading(document, {"lines": 1, "": 5})
    assert not case.needs_claims(document, VERSION)
    assert case.documents()[0].reader is None


def test_a_stored_reading_comes_back_before_and_after_it_is_committed(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.txt", b"x")
    assert case.load_reading(document) is None
    assert case.open_reading(document) is None
    read(case, document, Page(number=1, text="人脸识别"))
    for _ in ("waiting", "committed"):
        reading = case.load_reading(document)
        assert reading is not None
        assert (reading.pages[0].text, reading.walls, reading.document) == ("人脸识别", "all", document)
        case.commit()


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
    assert case.documents()[0].page_count == 2**31 - 1


def pack(case: Case, container: str, *members: tuple[str, str]) -> None:
    with case.reading_writer(container) as writer:
        end = ReadingEnd(media_type="application/zip", reader="box", reader_version=1, state=ReadState.READ)
        stored = writer.finish(end)
    found = [Member(path=path, document=document, size_bytes=1) for path, document in members]
    case.record_reading(stored, members=found)


def test_files_in_archives_have_the_paths_of_every_archive_they_are_in(tmp_path: Path, case: Case) -> None:
    outer = receive(case, tmp_path, "b.zip", b"outer")
    receive(case, tmp_path, "a.zip", b"outer")
    inner = receive(case, tmp_path, "c/inner.zip", b"inner")
    page = hashlib.sha256(b"page").hexdigest()
    pack(case, outer, ("in.zip", inner), ("same.txt", page), ("same.txt", page))
    pack(case, inner, ("页.txt", page))
    assert case.paths(page) == [
        "a.zip!in.zip!页.txt",
        "a.zip!same.txt",
        "b.zip!in.zip!页.txt",
        "b.zip!same.txt",
        "c/inner.zip!页.txt",
    ]
    assert (case.depth(outer), case.depth(inner), case.depth(page)) == (0, 0, 1)
    lines = {line.document: line.path for line in case.documents()}
    assert lines[page] == "a.zip!in.zip!页.txt"


def test_an_archive_that_holds_itself_ends(tmp_path: Path, case: Case) -> None:
    one = receive(case, tmp_path, "one.zip", b"one")
    other = hashlib.sha256(b"other").hexdigest()
    pack(case, one, ("itself.zip", one), ("other.zip", other))
    pack(case, other, ("one.zip", one), ("other.zip", other))
    assert case.paths(one) == ["one.zip"]
    assert case.paths(other) == ["one.zip!other.zip"]
    assert [line.path for line in case.documents()] == ["one.zip", "one.zip!other.zip"]


def test_a_tower_of_archives_does_not_take_for_ever(tmp_path: Path, case: Case) -> None:
    """Eight floors of eight ways each are sixteen million paths."""
    floor = receive(case, tmp_path, "tower.zip", b"tower")
    for number in range(8):
        above = hashlib.sha256(b"%d" % number).hexdigest()
        pack(case, floor, *((f"{way}.zip", above) for way in range(8)))
        floor = above
    started = time.process_time()
    assert case.documents()[-1].document == floor
    assert len(case.paths(floor)) == 1_000
    assert time.process_time() - started < 2


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


# Claims --------------------------------------------------------------------------------------------------------------


def test_claims_come_in_one_order_whatever_the_order_they_were_made_in(tmp_path: Path) -> None:
    contents = [b"one", b"two", b"three"]
    lists = []
    for name, order in (("first", contents), ("second", contents[::-1])):
        with Case.open(tmp_path / name, create=True) as case:
            for content in order:
                document = receive(case, tmp_path, f"{content.decode()}.txt", content)
                read(case, document, Page(number=1, text="x"))
                other = ContractKey(key=f"project:{len(content)}", because="The same number.")
                mine = [
                    claim_on(document, f"{document[:4]}-3", page_number=2),
                    claim_on(document, f"{document[:4]}-1", start=40),
                    claim_on(document, f"{document[:4]}-2", start=9),
                ]
                theirs = [claim_on(document, f"{document[:4]}-4", key=other)]
                case.record_claims(document, [(KEY, mine), (other, theirs)], version=VERSION)
            lists.append(list(case.claims()))
    assert lists[0] == lists[1]
    assert len(lists[0]) == 12
    places = [(one.contract, one.document, one.quotes[0].page_number, one.quotes[0].start) for one in lists[0]]
    assert places == sorted(places)
    assert {one.quotes[0].path for one in lists[0]} == {"one.txt", "two.txt", "three.txt"}


def test_claims_can_be_asked_for_by_kind_and_document(tmp_path: Path, case: Case) -> None:
    document = receive(case, tmp_path, "x.txt", b"x")
    read(case, document, Page(number=1, text="x"))
    case.record_claims(document, [(KEY, [claim_on(document, "c1")])], version=VERSION)
    assert [one.claim for one in case.claims(kind="capability", document=document)] == ["c1"]
    assert list(case.claims(kind="buyer")) == list(case.claims(document="0" * 64)) == []
    assert case.contract_reasons() == {KEY.contract: "The same number."}
    assert case.contracts_of_documents() == {document: (KEY.contract,)}
    summary = case.summary()
    assert (summary.claims, summary.contracts) == (1, 1)
    assert summary.capabilities == {"face_recognition": {"required": 1}}


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


# The folder ----------------------------------------------------------------------------------------------------------


def test_a_second_run_changes_nothing_but_what_is_new(tmp_path: Path) -> None:
    sources = make_sources(tmp_path / "sources")
    do_job(tmp_path / "case", sources)
    said = everything(tmp_path / "case")
    log = (tmp_path / "case" / "custody.jsonl").read_bytes()
    do_job(tmp_path / "case", sources)
    assert (tmp_path / "case" / "custody.jsonl").read_bytes() == log
    assert everything(tmp_path / "case") == said
    (sources / "new.txt").write_text("新公告\n", "utf-8")
    do_job(tmp_path / "case", sources)
    assert entries(tmp_path / "case")[-3:] == ["ingest", "extract", "claim"]
    assert check_case(tmp_path / "case") == []
    assert check_log(tmp_path / "case").checkpoints == 2


def test_the_database_is_made_again_from_the_log(tmp_path: Path) -> None:
    sources = make_sources(tmp_path / "sources")
    do_job(tmp_path / "case", sources)
    said = everything(tmp_path / "case")
    (tmp_path / "case" / "case.sqlite").unlink()
    with Case.open(tmp_path / "case", create=True) as case:
        assert case.unread(READERS) == []  # nothing is read again
        assert len(case.unclaimed(VERSION)) == 7
    do_job(tmp_path / "case", sources)
    assert everything(tmp_path / "case") == said
    assert check_case(tmp_path / "case") == []


def test_a_lost_or_changed_stored_reading_is_read_again(tmp_path: Path) -> None:
    sources = make_sources(tmp_path / "sources")
    do_job(tmp_path / "case", sources)
    said = everything(tmp_path / "case")
    readings = sorted((tmp_path / "case" / "readings").rglob("*.gz"))
    readings[0].unlink()
    assert len(check_case(tmp_path / "case")) == 1
    do_job(tmp_path / "case", sources)
    assert check_case(tmp_path / "case") == []
    readings[1].chmod(0o600)
    readings[1].write_bytes(b"x")
    (tmp_path / "case" / "case.sqlite").unlink()
    do_job(tmp_path / "case", sources)
    assert everything(tmp_path / "case") == said


def test_a_case_can_be_copied_and_moved(tmp_path: Path) -> None:
    sources = make_sources(tmp_path / "sources")
    do_job(tmp_path / "case", sources)
    said = everything(tmp_path / "case")
    shutil.copytree(tmp_path / "case", tmp_path / "elsewhere" / "a copy")
    shutil.rmtree(tmp_path / "case")
    assert everything(tmp_path / "elsewhere" / "a copy") == said
    do_job(tmp_path / "elsewhere" / "a copy", sources)
    assert everything(tmp_path / "elsewhere" / "a copy") == said


def test_reading_a_case_changes_nothing_in_its_folder(tmp_path: Path) -> None:
    do_job(tmp_path / "case", make_sources(tmp_path / "sources"))

    def look() -> list[tuple[str, int]]:
        return sorted((str(path), path.stat().st_mtime_ns) for path in (tmp_path / "case").rglob("*"))

    before = look()
    assert everything(tmp_path / "case")
    assert check_case(tmp_path / "case") == []
    assert look() == before


def test_one_process_writes_and_others_read(tmp_path: Path) -> None:
    folder = tmp_path / "case"
    with Case.open(folder, create=True) as case:
        document = receive(case, tmp_path, "x.txt", b"x")
        with Case.open(folder) as reader:
            assert reader.documents() == []  # not yet acknowledged
            case.commit()
            assert [line.document for line in reader.documents()] == [document]
        with pytest.raises(CaseInUse):
            Case.open(folder, create=True)
        receive(case, tmp_path, "y.txt", b"y")
    with Case.open(folder, create=True) as case:
        assert case.summary().documents == 2


@pytest.mark.parametrize("lost", ["case.sqlite-shm", "nothing"])
def test_a_case_whose_run_was_stopped_can_be_read(tmp_path: Path, lost: str) -> None:
    """A power cut leaves changes beside the database, and not the index that says where; a kill leaves both."""
    with Case.open(tmp_path / "case", create=True) as case:
        document = receive(case, tmp_path, "x.txt", b"x")
        case.commit()
        left = shutil.copytree(tmp_path / "case", tmp_path / "left")
    assert (left / "case.sqlite-wal").stat().st_size
    (left / lost).unlink(missing_ok=True)
    assert check_case(left) == []
    with Case.open(left) as case:
        assert [line.document for line in case.documents()] == [document]


@pytest.mark.parametrize("name", ["lock", "tmp", "case.sqlite-journal", "custody.jsonl"])
def test_a_case_whose_making_was_stopped_is_made(tmp_path: Path, name: str) -> None:
    (tmp_path / "case").mkdir()
    (tmp_path / "case" / name).touch()
    if name == "tmp":
        (tmp_path / "case" / name).unlink()
        (tmp_path / "case" / name).mkdir()
    with Case.open(tmp_path / "case", create=True) as case:
        receive(case, tmp_path, "x.txt", b"x")
    assert check_case(tmp_path / "case") == []


def test_a_case_open_for_reading_takes_no_changes(tmp_path: Path) -> None:
    do_job(tmp_path / "case", make_sources(tmp_path / "sources"))
    with Case.open(tmp_path / "case") as case:
        with pytest.raises(UsageError):
            receive(case, tmp_path, "x.txt", b"x")
        with pytest.raises(UsageError):
            case.commit()


def test_there_is_no_case_where_there_is_none(tmp_path: Path) -> None:
    with pytest.raises(NoSuchCase) as raised:
        Case.open(tmp_path / "nowhere")
    assert f"--case {tmp_path / 'nowhere'}" in raised.value.what_to_do()


def test_a_case_is_not_made_among_other_files(tmp_path: Path) -> None:
    (tmp_path / "letters").mkdir()
    (tmp_path / "letters" / "to my lawyer.odt").write_bytes(b"x")
    with pytest.raises(UsageError, match="to my lawyer"):
        Case.open(tmp_path / "letters", create=True)
    assert [path.name for path in (tmp_path / "letters").iterdir()] == ["to my lawyer.odt"]
    with pytest.raises(UsageError, match="is a file"):
        Case.open(tmp_path / "letters" / "to my lawyer.odt" / "case", create=True)
    (tmp_path / "empty").mkdir()
    (tmp_path / "empty" / ".DS_Store").write_bytes(b"x")
    Case.open(tmp_path / "empty", create=True).close()


def test_a_log_and_a_database_of_different_cases_are_not_mixed(tmp_path: Path) -> None:
    for name in ("one", "other"):
        Case.open(tmp_path / name, create=True).close()
    shutil.copy(tmp_path / "other" / "custody.jsonl", tmp_path / "one" / "custody.jsonl")
    shutil.rmtree(tmp_path / "one" / "checkpoints")
    with pytest.raises(Exception, match="belongs to another case") as raised:
        Case.open(tmp_path / "one", create=True)
    assert type(raised.value).__name__ == "CaseDamaged"


def test_a_case_without_its_log_is_damaged(tmp_path: Path) -> None:
    do_job(tmp_path / "case", make_sources(tmp_path / "sources"))
    (tmp_path / "case" / "custody.jsonl").unlink()
    with pytest.raises(CustodyLogDamaged):
        Case.open(tmp_path / "case", create=True)
    assert check_case(tmp_path / "case")


def test_after_a_full_disk_the_journal_takes_no_more(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    folder = tmp_path / "case"

    def fill() -> None:
        raise StorageFull("The disk is full.", path=str(folder))

    def work() -> None:
        with Case.open(folder, create=True) as case:
            receive(case, tmp_path, "x.txt", b"x")
            case.commit()
            receive(case, tmp_path, "y.txt", b"y")
            monkeypatch.setattr(case._shelf, "sync", fill)
            with pytest.raises(StorageFull):
                case.commit()
            receive(case, tmp_path, "z.txt", b"z")

    with pytest.raises(StorageFull):
        work()
    assert check_case(folder) == []
    with Case.open(folder) as case:
        assert [line.path for line in case.documents()] == ["x.txt"]


def test_an_interrupt_keeps_what_was_whole(tmp_path: Path) -> None:
    def work() -> None:
        with Case.open(tmp_path / "case", create=True) as case:
            receive(case, tmp_path, "x.txt", b"x")
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work()
    with Case.open(tmp_path / "case") as case:
        assert case.summary().waiting == 1
    assert check_log(tmp_path / "case").pinned_entries == 2
