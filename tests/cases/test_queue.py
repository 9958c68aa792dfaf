"""The queue: pages of it in order from any place, what leaves it and comes back, and how far people have come."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.cases.checking import check_case
from tenderlight.cases.queue import Only, Place
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.review import ReviewVerdict
from tenderlight.model.statement import Polarity, Stage, StatementKind
from tenderlight.model.values import CapabilityValue, TextValue
from tests.cases.steps import KEY, claim_on, read, receive

OTHER = ContractKey(key="project:B-2", because="The same number.")
CONFIRM, REJECT = ReviewVerdict.CONFIRM, ReviewVerdict.REJECT


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Case.open(tmp_path / "case", create=True) as case:
        document = receive(case, tmp_path, "a.txt", "人脸识别".encode())
        read(case, document)
        case.record_claims(document, made(document), version="rules/1")
    return tmp_path / "case"


def made(document: str) -> list[tuple[ContractKey, list[Claim]]]:
    grave = replace(
        claim_on(document, "grave"),
        value=CapabilityValue(capability="eth.face_ethnicity"),
        stage=Stage.CONTRACT,
        against=("It is an option.",),
    )
    absent = replace(claim_on(document, "absent"), polarity=Polarity.NEGATED)
    titles = [
        replace(
            claim_on(document, f"title {number}", key=OTHER),
            kind=StatementKind.TITLE,
            value=TextValue(text="x"),
            polarity=None,
        )
        for number in range(3)
    ]
    return [(KEY, [absent, claim_on(document, "mild"), grave]), (OTHER, titles)]


ORDER = ["grave", "mild", "title 0", "title 1", "title 2", "absent"]


ALL = Only()


def names(case: Case, *, after: Place | None = None, only: Only = ALL) -> list[str]:
    return [each.claim.claim for each in case.queue.waiting(after=after, only=only)]


def test_the_queue_is_paged_from_any_place_in_both_directions(folder: Path) -> None:
    with Case.open(folder) as case:
        assert names(case) == ORDER
        found, after = [], None
        while page := case.queue.waiting(after=after, count=2):
            found += [each.claim.claim for each in page]
            after = page[-1].place
        assert found == ORDER
        place = case.queue.place("title 2")
        assert place is not None
        assert [each.claim.claim for each in case.queue.waiting(before=place, count=2)] == ORDER[2:4]
        assert names(case, after=place) == ORDER[5:]
        assert case.queue.place("none") is None


def test_a_decided_claim_leaves_the_queue_and_its_place_stays_a_place(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        place = case.queue.place("mild")
        assert place is not None
        case.reviews.add(CONFIRM, "mild", person="A")
        assert names(case) == [name for name in ORDER if name != "mild"]
        assert names(case, after=place) == ORDER[2:]
        case.reviews.undo("mild", person="A")
        assert names(case) == ORDER
        case.reviews.add(CONFIRM, "title 1", person="A")
        case.reviews.add(REJECT, "title 1", person="B")
        assert names(case) == ["grave", "title 1", "mild", "title 0", "title 2", "absent"]  # people disagree
    assert check_case(folder) == []


def test_the_queue_is_narrowed(folder: Path) -> None:
    with Case.open(folder) as case:
        assert names(case, only=Only(kind="title")) == ORDER[2:5]
        assert names(case, only=Only(capability="eth.face_ethnicity")) == ["grave"]
        assert names(case, only=Only(polarity="negated")) == ["absent"]
        assert names(case, only=Only(stage="contract")) == ["grave"]
        assert names(case, only=Only(contract=OTHER.contract)) == ORDER[2:5]
        assert names(case, only=Only(document="0" * 64)) == []
        assert case.queue.count() == 6
        assert case.queue.count(Only(kind="capability", polarity="required")) == 2


def test_the_place_that_is_stored_is_the_one_that_is_explained(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        case.reviews.add(CONFIRM, "title 1", person="A")
        case.reviews.add(REJECT, "title 1", person="B")
        for each in case.queue.waiting():
            assert each.place.points == each.urgency.points
        decided = case.queue.of("grave")
        assert decided is not None
        assert [reason.key for reason in decided.urgency.reasons] == ["order.bought", "order.against"]


def test_progress_is_counted(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        case.reviews.add(CONFIRM, "grave", person="A")
        case.reviews.add(REJECT, "title 0", person="A")
        case.reviews.add(CONFIRM, "title 1", person="A")
        case.reviews.add(REJECT, "title 1", person="B")
        case.reviews.add(ReviewVerdict.UNSURE, "title 2", person="B")
        progress = case.queue.progress()
    assert progress.by_status == {
        ClaimStatus.UNREVIEWED: 2,
        ClaimStatus.CONFIRMED: 1,
        ClaimStatus.REJECTED: 1,
        ClaimStatus.UNSURE: 2,
    }
    assert (progress.claims, progress.disputed, progress.waiting, progress.decided) == (6, 1, 3, 3)
    assert progress.by_capability["eth.face_ethnicity"][ClaimStatus.CONFIRMED] == 1
    assert progress.by_kind["title"][ClaimStatus.UNSURE] == 2


def test_what_is_counted_is_what_there_is(folder: Path) -> None:
    with Case.open(folder, create=True) as case:
        case.reviews.add(CONFIRM, "grave", person="A")
        case.reviews.add(REJECT, "title 0", person="A")
        case.reviews.undo("title 0", person="A")
        document = next(case.documents()).document
        case.record_claims(document, made(document)[:1], version="rules/2")
    connection = sqlite3.connect(folder / "case.sqlite")
    columns = "is_waiting, kind, coalesce(capability, ''), coalesce(polarity, ''), coalesce(stage, ''), status, rule"
    counted = connection.execute("SELECT * FROM claim_counts WHERE claims > 0").fetchall()
    there = connection.execute(f"SELECT {columns}, count(*) FROM claims GROUP BY 1, 2, 3, 4, 5, 6, 7").fetchall()
    pages = connection.execute("SELECT document, state, is_recognised, pages FROM page_counts").fetchall()
    each = "SELECT document, state, method = 'recognised', count(*) FROM pages GROUP BY 1, 2, 3"
    assert (counted, pages) == (there, connection.execute(each).fetchall())
    connection.close()


def test_a_case_ordered_by_other_rules_is_ordered_anew_when_it_is_opened_for_changes(folder: Path) -> None:
    with sqlite3.connect(folder / "case.sqlite") as connection:
        connection.execute("UPDATE claims SET urgency = 0")
        connection.execute("UPDATE meta SET value = '0/0' WHERE key = 'order_version'")
    connection.close()
    with Case.open(folder) as case:
        assert names(case) == sorted(ORDER)
    Case.open(folder, create=True).close()
    with Case.open(folder) as case:
        assert names(case) == ORDER


@pytest.mark.parametrize(
    ("condition", "index"),
    [
        ("", "claims_in_queue"),
        (" AND kind = 'title'", "claims_of_kind_in_queue"),
        (" AND capability = 'x'", "claims_of_capability_in_queue"),
    ],
)
def test_a_page_of_the_queue_is_read_from_an_index(folder: Path, condition: str, index: str) -> None:
    connection = sqlite3.connect(folder / "case.sqlite")
    plan = connection.execute(
        f"EXPLAIN QUERY PLAN SELECT body FROM claims WHERE is_waiting = 1{condition} AND urgency <= 9 AND "
        "(urgency < 9 OR id > 'x') ORDER BY urgency DESC, id LIMIT 50"
    ).fetchall()
    connection.close()
    assert [row[3] for row in plan] == [plan[0][3]]
    assert f"USING INDEX {index} (" in plan[0][3]
