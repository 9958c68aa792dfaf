"""Corrections, notes and publications: in log and database, taken back but never lost, made again from the log."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.registers import BY_ACT, REGISTERS
from tenderlight.errors import CustodyLogDamaged, UsageError
from tenderlight.model.correction import corrected
from tenderlight.model.document import Page
from tenderlight.model.note import NoteKind
from tenderlight.model.publication import PublicationKind
from tenderlight.model.review import ReviewVerdict
from tests.cases.steps import KEY, claim_on, read, receive
from tests.cases.test_replies import ASKED

TEXT = "采购人脸识刖系统"
SHA = "b" * 64


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Case.open(tmp_path / "case", create=True) as case:
        document = receive(case, tmp_path, "a.txt", b"scan")
        read(case, document, Page(number=1, text=TEXT))
        case.record_claims(document, [(KEY, [claim_on(document, "one")])], version="rules/1")
    return tmp_path / "case"


def document_of(case: Case) -> str:
    return next(case.documents()).document


def test_each_register_is_made_again_from_the_log_and_held_against_it(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        document = document_of(case)
        case.reviews.add(ReviewVerdict.CONFIRM, "one", person="A")
        case.replies.add(ASKED, person="A")
        case.corrections.add(document, 1, (2, 6), "人脸识别", person="A", because="the scan shows it")
        case.notes.add(NoteKind.TAG, "claim:one", "urgent", person="A")
        case.publications.publish("first", SHA, ["one"], person="A")
        case.publications.withdraw(1, person="A", because="a slip")
        said = everything(case)
    (folder / "case.sqlite").unlink()
    with Case.open(folder, create=True) as case:
        assert everything(case) == said
    assert check_case(folder) == []  # the claims are not made again yet, and the review waits for its claim
    with Case.open(folder, create=True) as case:
        case.record_claims(document, [(KEY, [claim_on(document, "one")])], version="rules/1")
        assert everything(case) == said
    assert check_case(folder) == []


def everything(case: Case) -> list[object]:
    return [list(each) for each in (case.reviews, case.replies, case.corrections, case.notes, case.publications)]


@pytest.mark.parametrize("register", REGISTERS, ids=lambda register: register.table)
def test_a_row_that_the_log_does_not_say_is_found(folder: Path, register: object) -> None:
    table = getattr(register, "table", "")
    with Case.open(folder, create=True) as case:
        case.reviews.add(ReviewVerdict.CONFIRM, "one", person="A")
        case.replies.add(ASKED, person="A")
        case.corrections.add(document_of(case), 1, (2, 6), "人脸识别", person="A")
        case.notes.add(NoteKind.TAG, "claim:one", "urgent", person="A")
        case.publications.publish("first", SHA, ["one"], person="A")
    assert check_case(folder) == []
    with sqlite3.connect(folder / "case.sqlite") as connection:
        connection.execute(f"UPDATE {table} SET person = 'B'")
    connection.close()
    assert any(" 1 is not what the log says" in str(fault) for fault in check_case(folder))


def test_an_entry_that_lacks_something_is_damage(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        case.notes.add(NoteKind.TAG, "case", "x", person="A")
    (entry,) = [entry for entry, _ in read_log(folder) if entry.act == Act.NOTE]
    register = BY_ACT[entry.act]
    assert register.details(entry)["text"] == "x"
    for lost in register.columns:
        details = {key: value for key, value in entry.details.items() if key != lost}
        with pytest.raises(KeyError):
            register.details(type(entry)(seq=1, time="", act=entry.act, by="", nonce="", details=details))
    wrong = type(entry)(seq=1, time="", act=entry.act, by="", nonce="", details={**entry.details, "number": "1"})
    with pytest.raises(TypeError):
        register.details(wrong)
    assert issubclass(CustodyLogDamaged, Exception)


# Corrections ----------------------------------------------------------------------------------------------------------


def test_words_are_corrected_and_both_versions_kept(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        document = document_of(case)
        made = case.corrections.add(document, 1, (2, 6), "人脸识别", person="A", because="the scan shows it")
        reading = case.load_reading(document)
        assert reading is not None
        (page,) = reading.pages
        assert (page.text, corrected(page.text, case.corrections.of(document, 1))) == (TEXT, "采购人脸识别系统")
        assert (made.was, made.now, made.fits(page.text)) == ("人脸识刖", "人脸识别", True)
        again = case.corrections.add(document, 1, (2, 6), "人脸鉴别", person="B")
        assert case.corrections.of(document) == (again,)
        assert case.corrections.undo(again.number, person="B") == again
        assert case.corrections.of(document) == (made,)
        assert len(list(case.corrections)) == 2
        claim = case.claim("one")
        assert claim is not None
        assert case.corrections.of_quote(claim.quotes[0]) == (made,)
        assert corrected("购人脸识刖", [made], offset=1) == "购人脸识别"
        assert corrected("识刖", [made], offset=4) == "识刖"  # only part of it
        assert corrected("人脸识别", [made], offset=2) == "人脸识别"  # other words there now
    assert check_case(folder) == []


@pytest.mark.parametrize(
    ("page", "span", "now", "fault"),
    [
        (1, (2, 6), "人脸识刖", "just these words"),
        (1, (0, 99), "x", "8 characters"),
        (1, (4, 2), "x", "8 characters"),
        (1, (5, 7), "x", "overlaps"),
        (2, (0, 1), "x", "Nothing was read of page 2"),
        (1, (0, 1), "x" * 10_001, "at most"),
    ],
)
def test_a_correction_of_nothing_is_refused(
    folder: Path, page: int, span: tuple[int, int], now: str, fault: str
) -> None:
    with Case.open(folder, create=True) as case:
        case.corrections.add(document_of(case), 1, (6, 8), "设备", person="A")
        with pytest.raises(UsageError, match=fault):
            case.corrections.add(document_of(case), page, span, now, person="A")
        with pytest.raises(UsageError, match="Only who made"):
            case.corrections.undo(1, person="B")
        with pytest.raises(UsageError, match="no correction 9"):
            case.corrections.undo(9, person="A")


# Notes ----------------------------------------------------------------------------------------------------------------


def test_notes_tags_and_searches_stand_until_they_are_taken_back(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        page = f"page:{document_of(case)}:1"
        note = case.notes.add(NoteKind.NOTE, "claim:one", "Ask for the annex.\r\nTwice.", person="A")
        tag = case.notes.add(NoteKind.TAG, "claim:one", " to  check ", person="A")
        assert case.notes.add(NoteKind.TAG, "claim:one", "to check", person="B") == tag
        case.notes.add(NoteKind.TAG, page, "to check", person="B")
        search = case.notes.add(NoteKind.SEARCH, "case", "Faces\n人脸 kind:capability", person="A")
        assert (note.text, tag.text) == ("Ask for the annex.\nTwice.", "to check")
        assert case.notes.of("claim:one") == (note, tag)
        assert (case.notes.tags(), case.notes.tagged("to check")) == ({"to check": 2}, ["claim:one", page])
        assert case.notes.searches() == (search,)
        case.notes.undo(tag.number, person="B")
        case.notes.undo(search.number, person="B")
        with pytest.raises(UsageError, match="Only who wrote"):
            case.notes.undo(note.number, person="B")
        with pytest.raises(UsageError, match="no note or tag"):
            case.notes.undo(tag.number, person="B")
        assert (case.notes.of("claim:one"), case.notes.tags(), case.notes.searches()) == ((note,), {"to check": 1}, ())
        assert len(list(case.notes)) == 6
    assert check_case(folder) == []


@pytest.mark.parametrize(
    ("kind", "subject", "text"),
    [
        (NoteKind.NOTE, "claim:none", "x"),
        (NoteKind.NOTE, "nonsense", "x"),
        (NoteKind.NOTE, "page:1", "x"),
        (NoteKind.NOTE, "case", " \n "),
        (NoteKind.TAG, "case", "x" * 61),
        (NoteKind.SEARCH, "case", "a name alone"),
        (NoteKind.UNDO, "case", "x"),
        (NoteKind.NOTE, "case", "\ud800"),
    ],
)
def test_a_note_on_nothing_is_refused(folder: Path, kind: NoteKind, subject: str, text: str) -> None:
    with Case.open(folder, create=True) as case:
        with pytest.raises(UsageError):
            case.notes.add(kind, subject, text, person="A")
        assert list(case.notes) == []


# Publications ---------------------------------------------------------------------------------------------------------


def test_publications_are_superseded_and_withdrawn(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        first = case.publications.publish("faces", SHA, ["one", "one"], person="A")
        second = case.publications.publish("faces", "c" * 64, ["one"], person="A", because="page 3", supersedes=1)
        assert (first.claims, case.publications.current()) == (("one",), (second,))
        assert case.publications.followed_by(1) == (second,)
        withdrawn = case.publications.withdraw(2, person="A", because="the answer shows otherwise")
        assert (withdrawn.kind, withdrawn.sha256) == (PublicationKind.WITHDRAW, second.sha256)
        assert case.publications.current() == ()
        assert case.publications.of("one") == (first, second)
        for refused in (1, 2, 9):
            with pytest.raises(UsageError, match=f"no publication {refused}"):
                case.publications.withdraw(refused, person="A", because="x")
    acts = [entry.act for entry, _ in read_log(folder) if entry.act in ("publish", "withdraw")]
    assert acts == ["publish", "publish", "withdraw"]
    assert check_case(folder) == []


@pytest.mark.parametrize(
    ("dossier", "sha256", "claims"),
    [(" ", SHA, ["one"]), ("d", "x", ["one"]), ("d", SHA, []), ("d", SHA, ["a b"]), ("d", SHA, ["x"] * 20_001)],
)
def test_a_publication_of_nothing_is_refused(folder: Path, dossier: str, sha256: str, claims: list[str]) -> None:
    with Case.open(folder, create=True) as case:
        with pytest.raises(UsageError):
            case.publications.publish(dossier, sha256, claims, person="A")
        assert list(case.publications) == []
