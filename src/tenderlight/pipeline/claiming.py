"""One document being claimed: what its caged child found is checked, held against pictures, and stored together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace

from tenderlight.cage import Outcome
from tenderlight.cases import Case
from tenderlight.cases.encoding import Undecodable
from tenderlight.cases.joining import may_be_joined
from tenderlight.cases.ledger import refuse_misfiled
from tenderlight.evidence.pictures import ComparedLine, QuotedLine, other_lines, with_picture
from tenderlight.model.claim import Claim
from tenderlight.model.problem import Problem, problem
from tenderlight.pipeline.heads import ContractClaims
from tenderlight.pipeline.messages import ToCompare, read_frame
from tenderlight.pipeline.outcomes import problem_of
from tenderlight.pipeline.recogniser_workshop import COMPARER, NO_PICTURES, PICTURES
from tenderlight.pipeline.run import RunOptions
from tenderlight.pipeline.versions import CLAIM_STEP

NOT_INSTALLED = "Text recognition is not installed."
MADE_AGAIN = "The claims were made again from stored pages; the next run over the documents compares them."
NOT_WANTED = "The run was not to compare them; one without --no-compare does."
COMPARE_STEP = f"compare:{COMPARER}"


def why_not_compared(options: RunOptions) -> str:
    """Return why a run holds nothing against pictures; "" = it is to."""
    return MADE_AGAIN if options.again else "" if options.compare else NOT_WANTED


class Claiming:
    """Takes the frames of one claim run. Use `take` for each, `end` with the outcome, then `finish`.

    Between the two, the lines `to_compare` may be held against pictures, page by page.
    """

    def __init__(self, case: Case, document: str, *, version: str) -> None:
        self.document = document
        self._case = case
        self._version = version
        self._contracts: list[ContractClaims] = []
        self._problems: list[Problem] = []
        self._to_compare: tuple[QuotedLine, ...] = ()
        self._compared: dict[int, list[ComparedLine]] = defaultdict(list)
        self._not_compared: dict[int, str] = {}
        self._is_nobody_there = False

    def take(self, frame: bytes) -> None:
        """Take one frame. One that is not well formed is left out, and a problem of its own."""
        try:
            found = read_frame(frame)
        except Undecodable as trouble:
            self._problems.append(problem("rule-failed", step=CLAIM_STEP, detail=f"(It sent {trouble})"))
            return
        if isinstance(found, ContractClaims):
            self._take_claims(found)
        elif isinstance(found, ToCompare):
            self._to_compare = tuple(sorted(found.lines, key=lambda line: (line.page_number, line.start)))
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

    def end(self, outcome: Outcome) -> None:
        """Take how the child ended."""
        trouble = problem_of(outcome, step=CLAIM_STEP)
        if trouble is not None:
            self._problems.append(trouble)

    @property
    def to_compare(self) -> tuple[QuotedLine, ...]:
        """The lines that claims rest on and whose picture can be looked at, in order."""
        return self._to_compare if self._contracts else ()

    def take_compared(self, lines: Iterable[ComparedLine]) -> None:
        """Take lines of one page, and what its picture shows in their place."""
        for one in lines:
            self._compared[one.line.page_number].append(one)

    def not_compared(self, page_number: int, why: str) -> None:
        """Take that the lines of a page could not be compared."""
        self._not_compared[page_number] = why

    def nobody_compares(self, why: str) -> None:
        """Take that there is nobody who could look at the pages that are left: claims are made anew once there is."""
        self._is_nobody_there = True
        for line in self.to_compare:
            if line.page_number not in self._compared:
                self._not_compared.setdefault(line.page_number, why)

    def finish(self) -> list[Claim]:
        """Store the claims in place of the ones the document had, and return them as stored: each once."""
        contracts = [
            replace(one, claims=tuple(with_picture(claim, self._compared, seen_by=COMPARER) for claim in one.claims))
            for one in self._contracts
        ]
        self._case.record_claims(
            self.document,
            ((one.key, one.claims) for one in contracts),
            version=self._version_with_pictures(),
            problems=[*self._problems, *self._found(contracts)],
        )
        made: dict[str, Claim] = {}
        for one in contracts:
            for claim in one.claims:
                made.setdefault(claim.claim, claim)
        return list(made.values())

    def _version_with_pictures(self) -> str:
        if not self.to_compare:
            return self._version
        return f"{self._version} {NO_PICTURES if self._is_nobody_there else PICTURES}"

    def _found(self, contracts: Iterable[ContractClaims]) -> list[Problem]:
        """Return what is said of the document because of the comparison, in the order of its pages."""
        compared = [one for number in sorted(self._compared) for one in self._compared[number]]
        claims = [claim for one in contracts for claim in one.claims]
        found: list[Problem] = []
        told: set[int] = set()
        for one in other_lines(claims, compared):
            if one.line.page_number not in told:
                told.add(one.line.page_number)
                found.append(
                    problem(
                        "quote-differs-from-picture",
                        step=COMPARE_STEP,
                        page_number=one.line.page_number,
                        box=one.line.box,
                        detail=f"Said: “{one.line.text[:80]}”; seen: “{one.seen.text[:80]}”.",
                    )
                )
        reasons = sorted(set(self._not_compared.values()))
        found += [problem("claims-not-compared", step=COMPARE_STEP, detail=f"({why})") for why in reasons]
        return found
