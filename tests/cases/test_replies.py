"""Requests for a reply and the answers: in log and database, never overwritten, with what was sent along."""

from __future__ import annotations

import datetime
import io
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.errors import UsageError
from tenderlight.model.reply import Answer, Asked, ReplyState
from tests.cases.steps import KEY, claim_on, read, receive

ASKED = Asked(
    party="Acorn Optics Ltd",
    asked_of="press office",
    asked_how="mail",
    asked_at="2026-05-01",
    deadline="2026-05-15",
)
ANSWER = Answer(text="We sold cameras only.\r\n\r\n=1+1 <script>", at="2026-05-09T10:00:00+08:00")
NOW = datetime.datetime(2026, 5, 20, 12, tzinfo=datetime.UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Case.open(tmp_path / "case", create=True) as case:
        document = receive(case, tmp_path, "a.txt", "人脸识别".encode())
        read(case, document)
        case.record_claims(document, [(KEY, [claim_on(document, "one")])], version="rules/1")
    return tmp_path / "case"


def opened(folder: Path) -> Case:
    case = Case.open(folder, create=True)
    case.replies.now = lambda: NOW
    return case


def test_a_request_and_its_answer_are_entries_of_the_log(folder: Path) -> None:
    with opened(folder) as case:
        asked = case.replies.add(ASKED, person="A. Reader", attachments=[("../x/letter.pdf", io.BytesIO(b"%PDF"))])
        assert [one.name for one in asked.attachments] == ["letter.pdf"]
        answered = case.replies.answer(1, ANSWER, person="B", attachments=[("annex.txt", io.BytesIO(b"annex"))])
    assert (asked.number, asked.answer, answered.number, answered.amends) == (1, None, 2, 1)
    assert answered.answer is not None
    assert answered.answer.text == "We sold cameras only.\n\n=1+1 <script>"
    assert [one.name for one in answered.attachments] == ["letter.pdf", "annex.txt"]
    entries = [entry for entry, _ in read_log(folder) if entry.act == Act.REPLY]
    assert [entry.details["amends"] for entry in entries] == [None, 1]
    with Case.open(folder) as case:
        assert list(case.replies) == [asked, answered]
        assert case.replies.current() == (answered,)
        with case.originals.open(answered.attachments[1].sha256) as file:
            assert file.read() == b"annex"
        assert [line.path for line in case.documents()] == ["a.txt"]  # attachments are no documents of the case
    assert check_case(folder) == []


def test_replies_are_made_again_from_the_log(folder: Path) -> None:
    with opened(folder) as case:
        case.replies.add(ASKED, person="A", answer=ANSWER, attachments=[("annex.txt", io.BytesIO(b"annex"))])
        said = list(case.replies)
    (folder / "case.sqlite").unlink()
    Case.open(folder, create=True).close()
    with Case.open(folder) as case:
        assert list(case.replies) == said
    assert check_case(folder) == []


def test_a_lost_attachment_is_found(folder: Path) -> None:
    with opened(folder) as case:
        made = case.replies.add(ASKED, person="A", attachments=[("annex.txt", io.BytesIO(b"annex"))])
    with Case.open(folder) as case:
        case.originals.path(made.attachments[0].sha256).unlink()
    (fault,) = check_case(folder)
    assert "annex.txt of reply 1" in str(fault)


def test_replies_are_found_by_any_spelling_and_by_contract(folder: Path) -> None:
    with opened(folder) as case:
        whole = case.replies.add(ASKED, person="A")
        one = case.replies.add(replace(ASKED, party="岚川科技", contract=KEY.contract), person="A")
        assert case.replies.of(["ＡＣＯＲＮ  optics ltd", "x"]) == (whole,)
        assert case.replies.of(["Acorn Optics Ltd"], contract="another") == (whole,)
        assert case.replies.of(["岚川科技"], contract=KEY.contract) == (one,)
        assert case.replies.of(["岚川科技"], contract="another") == ()
        assert case.replies.of(["Acorn"]) == ()


@pytest.mark.parametrize(
    ("day", "answer", "state"),
    [
        ((2026, 5, 15), None, ReplyState.WAITING),
        ((2026, 5, 16), None, ReplyState.NONE_BY_DEADLINE),
        ((2026, 5, 16), ANSWER, ReplyState.ANSWERED),
    ],
)
def test_no_answer_is_said_once_the_deadline_is_over(
    folder: Path, day: tuple[int, int, int], answer: Answer | None, state: ReplyState
) -> None:
    with opened(folder) as case:
        assert case.replies.add(ASKED, person="A", answer=answer).state(datetime.date(*day)) is state


@pytest.mark.parametrize(
    ("asked", "answer", "fault"),
    [
        (replace(ASKED, party=" "), None, "--party"),
        (replace(ASKED, asked_of=""), None, "--asked"),
        (replace(ASKED, asked_how="x" * 501), None, "--how"),
        (replace(ASKED, asked_at="yesterday"), None, "YYYY-MM-DD"),
        (replace(ASKED, deadline="2026-05-15T10:00"), None, "is a day"),
        (replace(ASKED, deadline="2026-04-30"), None, "before the request"),
        (replace(ASKED, asked_at="2026-06-01", deadline="2026-06-02"), None, "future"),
        (replace(ASKED, contract="0" * 32), None, "no contract"),
        (ASKED, Answer(text="x", at="2026-04-01"), "before the request"),
        (ASKED, Answer(text="x", at="soon"), "YYYY-MM-DD"),
        (ASKED, Answer(text="x" * 500_001, at="2026-05-02"), "--answer"),
        (ASKED, Answer(text="脸" * 400_000, at="2026-05-02"), "attach it"),
        (ASKED, Answer(text="\ud800", at="2026-05-02"), "whole characters"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_is_kept(
    folder: Path, asked: Asked, answer: Answer | None, fault: str
) -> None:
    before = sorted((folder / "objects").rglob("*"))
    with opened(folder) as case:
        with pytest.raises(UsageError, match=fault):
            case.replies.add(asked, person="A", answer=answer, attachments=[("a", io.BytesIO(b"not kept"))])
        assert list(case.replies) == []
    assert sorted((folder / "objects").rglob("*")) == before
    assert check_case(folder) == []


def test_only_the_newest_entry_on_a_request_is_added_to(folder: Path) -> None:
    with opened(folder) as case:
        case.replies.add(ASKED, person="A")
        case.replies.answer(1, ANSWER, person="A")
        with pytest.raises(UsageError, match="another entry stands for it"):
            case.replies.answer(1, ANSWER, person="A")
        with pytest.raises(UsageError, match="there is none"):
            case.replies.answer(9, ANSWER, person="A")
        with pytest.raises(UsageError, match="at most 100"):
            case.replies.answer(2, ANSWER, person="A", attachments=[("a", io.BytesIO(b""))] * 101)
    with Case.open(folder) as case, pytest.raises(UsageError, match="reading only"):
        case.replies.add(ASKED, person="A")
