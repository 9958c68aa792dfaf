"""One document being claimed: what its caged child found is checked and stored together."""

from __future__ import annotations

from tenderlight.cage import Outcome
from tenderlight.cases import Case
from tenderlight.cases.encoding import Undecodable
from tenderlight.cases.joining import may_be_joined
from tenderlight.cases.ledger import refuse_misfiled
from tenderlight.model.claim import Claim
from tenderlight.model.problem import Problem, problem
from tenderlight.pipeline.messages import read_frame
from tenderlight.pipeline.outcomes import problem_of
from tenderlight.pipeline.steps import CLAIM_STEP, ContractClaims


class Claiming:
    """Takes the frames of one claim run. Use `take` for each, then `finish` with the outcome."""

    def __init__(self, case: Case, document: str, *, version: str) -> None:
        self.document = document
        self._case = case
        self._version = version
        self._contracts: list[ContractClaims] = []
        self._problems: list[Problem] = []

    def take(self, frame: bytes) -> None:
        """Take one frame. One that is not well formed is left out, and a problem of its own."""
        try:
            found = read_frame(frame)
        except Undecodable as trouble:
            self._problems.append(problem("rule-failed", step=CLAIM_STEP, detail=f"(It sent {trouble})"))
            return
        if isinstance(found, ContractClaims):
            self._take_claims(found)
        elif isinstance(found, Problem):
            self._problems.append(found)

    def _take_claims(self, found: ContractClaims) -> None:
        """Take claims that are about this document and that contract; a child that says otherwise is not believed."""
        try:
            for claim in found.claims:
                refuse_misfiled(claim, self.document, found.key)
        except ValueError as trouble:
            self._problems.append(problem("rule-failed", step=CLAIM_STEP, detail=f"({trouble})"))
        else:
            self._contracts.append(found)

    @property
    def may_be_joined(self) -> bool:
        """Whether other documents of the case may say which contract this one is about."""
        return any(may_be_joined(one.key.key, one.claims) for one in self._contracts)

    def finish(self, outcome: Outcome) -> list[Claim]:
        """Store the claims in place of the ones the document had, and return them as stored: each once."""
        trouble = problem_of(outcome, step=CLAIM_STEP)
        if trouble is not None:
            self._problems.append(trouble)
        self._case.record_claims(
            self.document,
            ((one.key, one.claims) for one in self._contracts),
            version=self._version,
            problems=self._problems,
        )
        made: dict[str, Claim] = {}
        for one in self._contracts:
            for claim in one.claims:
                made.setdefault(claim.claim, claim)
        return list(made.values())
