"""Reviews: in log and database, never overwritten, there after every run; of several people, disagreement is kept."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.archive.custody import Act, read_log
from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.encoding import decode_claim, encode_claim
from tenderlight.cases.standings import says
from tenderlight.errors import CaseInUse, UsageError
from tenderlight.model.box import Box
from tenderlight.model.claim import ClaimStatus
from tenderlight.model.document import Page
from tenderlight.model.edit import Edit
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.values import CapabilityValue, TextValue
from tests.cases.steps import KEY, claim_on, read, receive

CONFIRM, REJECT = ReviewVerdict.CONFIRM, ReviewVerdict.REJECT
WORDS = "采购人脸识别系统，人脸识别摄像机"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A case with two claims, "one" and "two"."""
    with Case.open(tmp_path / "case", create=True) as case:
        make_claims(case, receive(case, tmp_path, "a.txt", WORDS.encode()))
    return tmp_path / "case"


def make_claims(case: Case, document: str, *names: str, version: str = "rules/1", words: str = WORDS) -> None:
    read(case, document, Page(number=1, text=words))
    start = words.index("人脸")
    claims = [claim_on(document, name, start=start) for name in names or ("one", "two")]
    claims = [replace(one, quotes=(replace(one.quotes[0], text=words[start : start + 4]),)) for one in claims]
    case.record_claims(document, [(KEY, claims)], version=version)


def document_of(case: Case) -> str:
    (line,) = case.documents()
    return line.document


def statuses(folder: Path) -> dict[str, str]:
    with Case.open(folder) as case:
        return {claim.claim: claim.status.value for claim in case.claims()}


def test_a_review_is_an_entry_of_the_log_and_gives_the_claim_its_status(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        made = case.reviews.add(CONFIRM, "one", person="A. Reader", because="page 1 says so", seen=0)
        assert case.reviews.status("one") is ClaimStatus.CONFIRMED
        assert case.reviews.status("two") is ClaimStatus.UNREVIEWED
        document = document_of(case)
    assert statuses(folder) == {"one": "confirmed", "two": "unreviewed"}
    (entry,) = [entry for entry, _ in read_log(folder) if entry.act == Act.REVIEW]
    said = entry.details
    assert (said["number"], said["claim"], said["object"], said["verdict"]) == (1, "one", document, "confirm")
    assert (said["person"], said["because"], said["seen"]) == ("A. Reader", "page 1 says so", 0)
    with Case.open(folder) as case:
        assert list(case.reviews) == [made]
        assert case.reviews.of("two") == ()
    assert check_case(folder) == []


def test_people_who_disagree_leave_a_claim_unsure_and_nothing_is_lost(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        case.reviews.add(CONFIRM, "one", person="A")
        case.reviews.add(REJECT, "one", person="B")
    assert statuses(folder) == {"one": "unsure", "two": "unreviewed"}
    with Case.open(folder, create=True) as case:
        assert case.reviews.standing("one").is_disputed
        case.reviews.undo("one", person="B")
        assert len(case.reviews.of("one")) == 3
    assert statuses(folder) == {"one": "confirmed", "two": "unreviewed"}
    assert check_case(folder) == []


def test_only_who_made_a_review_undoes_it_and_only_once(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        first = case.reviews.add(CONFIRM, "one", person="A")
        with pytest.raises(UsageError, match="no review of that claim by B"):
            case.reviews.undo("one", person="B")
        with pytest.raises(UsageError, match="no review 7"):
            case.reviews.undo("one", person="A", number=7)
        undone = case.reviews.undo("one", person="A", number=first.number)
        assert undone.undoes == first.number
        with pytest.raises(UsageError, match="still counts"):
            case.reviews.undo("one", person="A", number=first.number)


def test_who_did_not_see_a_newer_review_is_said_to_have_made_theirs_without_it(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        first = case.reviews.add(CONFIRM, "one", person="A", seen=0)
        stale = case.reviews.add(CONFIRM, "one", person="B", seen=0)
        assert case.reviews.standing("one").unseen == ((stale.number, (first.number,)),)
        case.reviews.add(CONFIRM, "one", person="B", seen=stale.number)
        assert case.reviews.standing("one").unseen == ()
        with pytest.raises(UsageError, match="no review 99"):
            case.reviews.add(CONFIRM, "one", person="A", seen=99)


def test_an_edit_stands_beside_what_was_found(folder: Path) -> None:
    edit = Edit(
        value=CapabilityValue(capability="eth.face_ethnicity"), boxes=((Box(left=1, top=2, right=3.25, bottom=4),),)
    )
    with Case.open(folder, create=True) as case:
        case.reviews.add(CONFIRM, "one", person="A", edit=edit)
        claim = case.claim("one")
        assert claim is not None
        assert (claim.edit, claim.value) == (edit, CapabilityValue(capability="face_recognition"))
        assert decode_claim(encode_claim(claim)) == claim
        case.reviews.add(CONFIRM, "one", person="B")
        assert case.reviews.standing("one").is_disputed  # one would change it, one would not
        disputed = case.claim("one")
        assert disputed is not None
        assert disputed.edit is None
        case.reviews.add(CONFIRM, "one", person="B", edit=edit)
        assert case.reviews.status("one") is ClaimStatus.CONFIRMED
    assert check_case(folder) == []


def test_an_edit_that_does_not_fit_is_refused_and_nothing_is_kept(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        with pytest.raises(UsageError, match="cannot have that value"):
            case.reviews.add(CONFIRM, "one", person="A", edit=Edit(value=TextValue(text="x")))
        with pytest.raises(UsageError, match="confirm"):
            case.reviews.add(REJECT, "one", person="A", edit=Edit(value=CapabilityValue(capability="y")))
        assert list(case.reviews) == []
    assert check_case(folder) == []


@pytest.mark.parametrize("person", ["", "  ", "x" * 201, "half \ud800", "A\u200b", "A\u202eB"])
def test_a_review_needs_somebody_who_says_it(folder: Path, person: str) -> None:
    with Case.open(folder, create=True) as case:
        with pytest.raises(UsageError, match="--by"):
            case.reviews.add(CONFIRM, "one", person=person)
        with pytest.raises(UsageError, match="no claim three"):
            case.reviews.add(CONFIRM, "three", person="A")
        with pytest.raises(UsageError, match="--because"):
            case.reviews.add(CONFIRM, "one", person="A", because="x" * 2_001)
        assert list(case.reviews) == []


def test_a_case_that_is_only_read_takes_no_review_and_one_at_work_is_in_use(folder: Path) -> None:
    with Case.open(folder) as case, pytest.raises(UsageError, match="reading only"):
        case.reviews.add(CONFIRM, "one", person="A")
    with Case.open(folder, create=True), pytest.raises(CaseInUse):
        Case.open(folder, create=True)


def test_reviews_survive_new_claims_and_a_lost_database(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        case.reviews.add(CONFIRM, "one", person="A")
        case.reviews.add(REJECT, "two", person="A")
        make_claims(case, document_of(case), version="rules/2")
    assert statuses(folder) == {"one": "confirmed", "two": "rejected"}
    (folder / "case.sqlite").unlink()
    with Case.open(folder, create=True) as case:
        make_claims(case, document_of(case), version="rules/2")
    assert statuses(folder) == {"one": "confirmed", "two": "rejected"}
    assert check_case(folder) == []


def test_a_review_of_a_claim_that_is_gone_is_kept_and_counts_again_should_it_come_back(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        made = case.reviews.add(CONFIRM, "one", person="A")
        make_claims(case, document_of(case), "two", version="rules/2")
        assert list(case.reviews.without_claim()) == [made]
        assert case.reviews.lost_claims() == ["one"]
        assert case.reviews.status("one") is ClaimStatus.UNREVIEWED
        assert case.reviews.undo("one", person="A").document == made.document  # may be taken back all the same
        assert case.reviews.lost_claims() == []
        case.reviews.add(CONFIRM, "two", person="A")
        make_claims(case, document_of(case), version="rules/3")
        assert list(case.reviews.without_claim()) == []
    assert statuses(folder) == {"one": "unreviewed", "two": "confirmed"}
    assert check_case(folder) == []


def test_a_review_of_other_words_no_longer_counts_and_is_reported(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        made = case.reviews.add(CONFIRM, "one", person="A")
        make_claims(case, document_of(case), version="rules/2", words=WORDS.replace("人脸识别", "人脸识刖"))
        assert case.reviews.status("one") is ClaimStatus.UNREVIEWED
        assert case.reviews.standing("one").outdated == (made,)
        assert list(case.reviews.outdated()) == [made]
        case.reviews.add(REJECT, "one", person="A")
        assert case.reviews.standing("one").outdated == ()
    assert statuses(folder) == {"one": "rejected", "two": "unreviewed"}
    assert check_case(folder) == []


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE reviews SET verdict = 'reject'",
        "UPDATE reviews SET person = 'B'",
        "DELETE FROM reviews",
        "INSERT INTO reviews SELECT 2, claim, object, verdict, person, because, at, saw, edit, 1, undoes FROM reviews",
        "UPDATE claims SET status = 'confirmed', is_waiting = 0 WHERE id = 'two'",
        "UPDATE claims SET status = 'unreviewed', is_waiting = 1",
        "UPDATE claims SET is_waiting = 0 WHERE id = 'two'",
        "UPDATE claims SET edit = '{}' WHERE id = 'two'",
    ],
)
def test_what_is_not_as_the_log_says_is_found(folder: Path, change: str) -> None:
    with Case.open(folder, create=True) as case:
        case.reviews.add(CONFIRM, "one", person="A")
    assert check_case(folder) == []
    with sqlite3.connect(folder / "case.sqlite") as connection:
        connection.execute(change)
    connection.close()
    assert check_case(folder) != []


def test_what_a_claim_says_is_its_id_its_stage_its_words_and_what_speaks_against_it() -> None:
    claim = claim_on("a" * 64, "one")
    assert says(claim) == says(replace(claim, confidence=0.5, contract="k2", rule_version=9))
    other = replace(claim, quotes=(replace(claim.quotes[0], text="人脸识刖"),))
    doubted = replace(claim, against=("x",))
    assert len({says(claim), says(other), says(doubted), says(replace(claim, claim="two"))}) == 4
