"""What a caged child claims of one document, checked and stored together."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tenderlight.cage import OutcomeKind
from tenderlight.cases import Case, Receipt
from tenderlight.linking.procedures import ContractKey
from tenderlight.model.claim import Claim, ClaimStatus
from tenderlight.model.document import Page, PageMethod
from tenderlight.model.problem import Problem, problem
from tenderlight.pipeline.claiming import Claiming
from tenderlight.pipeline.heads import ContractClaims, ReadingHead
from tenderlight.pipeline.messages import write_frame
from tenderlight.pipeline.reading import ReadingUnderWay
from tests.pipeline.made import KEY, claim, outcome

VERSION = "claim/1"
OTHER = ContractKey(key="project:B-2", because="Another number.")


@pytest.fixture
def document(case: Case) -> str:
    """Return a document that was read."""
    file = case.folder.parent / "公告.txt"
    file.write_text("采购公告", "utf-8")
    received = case.receive_file(file, received_as="公告.txt")
    assert isinstance(received, Receipt)
    work = ReadingUnderWay(case, received.document, depth=0)
    work.take(write_frame(ReadingHead(media_type="text/plain", reader="text", reader_version=1)))
    work.take(write_frame(Page(number=1, text="采购公告", method=PageMethod.FLOW)))
    work.end(outcome())
    work.finish()
    return received.document


def run(
    case: Case, document: str, *sent: ContractClaims | Problem | bytes, end: OutcomeKind = OutcomeKind.FINISHED
) -> list[Claim]:
    work = Claiming(case, document, version=VERSION)
    for frame in sent:
        work.take(frame if isinstance(frame, bytes) else write_frame(frame))
    work.end(outcome(end))
    return work.finish()


def stored(case: Case) -> list[str]:
    return [one.claim for one in case.claims()]


def codes(case: Case, document: str) -> list[str]:
    return [one.code for one in case.problems_of(document)]


def contract(*names: str, document: str, key: ContractKey = KEY) -> ContractClaims:
    return ContractClaims(key=key, claims=tuple(claim(document, name=name, contract=key.contract) for name in names))


def test_claims_are_stored_and_returned(case: Case, document: str) -> None:
    sent = (contract("c1", "c2", document=document), contract("c3", document=document, key=OTHER))
    returned = run(case, document, *sent)
    assert [one.claim for one in returned] == ["c1", "c2", "c3"]
    assert sorted(stored(case)) == ["c1", "c2", "c3"]
    assert case.contract_reasons() == {KEY.contract: KEY.because, OTHER.contract: OTHER.because}
    assert not case.needs_claims(document, VERSION)
    assert case.needs_claims(document, "claim/2")


def test_a_second_run_replaces_the_claims_of_the_first(case: Case, document: str) -> None:
    run(case, document, contract("c1", "c2", document=document))
    run(case, document, contract("c2", document=document))
    assert stored(case) == ["c2"]


@pytest.mark.parametrize(("end", "code"), [(OutcomeKind.CRASHED, "crashed"), (OutcomeKind.TIME_LIMIT, "time-limit")])
def test_a_bad_end_keeps_the_claims_before_it(end: OutcomeKind, code: str, case: Case, document: str) -> None:
    run(case, document, contract("c1", document=document), end=end)
    assert (stored(case), codes(case, document)) == (["c1"], [code])


def test_a_problem_is_kept(case: Case, document: str) -> None:
    run(case, document, problem("rule-failed", step=VERSION, pointer="/1"), contract("c1", document=document))
    assert (stored(case), codes(case, document)) == (["c1"], ["rule-failed"])


def test_what_is_said_of_another_document_contract_or_review_is_not_believed(case: Case, document: str) -> None:
    confirmed = replace(claim(document, name="c8"), status=ClaimStatus.CONFIRMED)
    run(
        case,
        document,
        contract("c1", document=document),
        contract("c7", document="cd" * 32),
        ContractClaims(key=KEY, claims=(confirmed,)),
        ContractClaims(key=OTHER, claims=(claim(document, name="c9"),)),
        b'C[["k","b"],[1]]',
        b"Z",
    )
    assert (stored(case), codes(case, document)) == (["c1"], ["rule-failed"] * 5)


def test_a_claim_made_twice_is_stored_and_returned_once(case: Case, document: str) -> None:
    twice = contract("c1", "c1", document=document)
    returned = run(case, document, twice, twice)
    assert stored(case) == ["c1"]
    assert [one.claim for one in returned] == ["c1"]
