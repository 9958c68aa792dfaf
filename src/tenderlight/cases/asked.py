"""What a case says when asked; see `tenderlight.cases.answers`."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tenderlight.archive.custody import Position
from tenderlight.cases import answers, joining, listing, out_of_date
from tenderlight.cases.answers import DocumentLine, Paths, Summary
from tenderlight.cases.costs import ReceivedCost, reading_seconds, received_costs
from tenderlight.cases.database import Database, Row
from tenderlight.cases.heads import ContractHead, contract_heads
from tenderlight.cases.listing import ClaimList, Wanted
from tenderlight.cases.marks import known_position
from tenderlight.cases.page_ledger import PageLine, page_lines
from tenderlight.linking.joins import Joins
from tenderlight.model.claim import Claim
from tenderlight.model.problem import Problem


class AskedCase:
    """The questions that a case answers, open for changes or not.

    Args:
        database: Where the answers stand.
    """

    def __init__(self, database: Database) -> None:
        self._database = database
        self._paths = Paths(database)
        self._joined: Joins | None = None

    def forget(self) -> None:
        """Forget what was kept of earlier answers: others have changed the case."""
        self._paths.forget()
        self._joined = None

    @property
    def case_id(self) -> str:
        """What the log calls the case: the same wherever its folder lies."""
        row = self._database.row("SELECT value FROM meta WHERE key = 'case_id'")
        return "" if row is None else str(row[0])

    def rows_of(self, table: str, columns: str) -> Iterator[Row]:
        """Yield all rows of a table; names of columns have spaces between."""
        names = ", ".join(columns.split())
        return self._database.stream(f"SELECT {names} FROM {table}")  # noqa: S608 - names of our own

    def count_of(self, table: str) -> int:
        """Return how many rows a table has."""
        row = self._database.row(f"SELECT count(*) FROM {table}")  # noqa: S608 - names of our own
        return 0 if row is None else int(row[0])

    def summary(self) -> Summary:
        """Return the case in figures."""
        return answers.summary(self._database, self._joins())

    def claims(
        self, *, kind: str | None = None, document: str | None = None, contract: str | None = None
    ) -> Iterator[Claim]:
        """Yield claims by contract, then by document, then as they stand in it; the same in every run.

        Quotes carry the first path of their document; claims have the status that reviewers gave them.

        Args:
            kind: Only claims of this kind; None = all.
            document: Only claims of this document; None = all.
            contract: Only claims about this contract; None = all.
        """
        chosen = answers.Chosen(kind=kind, document=document, contract=contract)
        return answers.claims(self._database, self._paths, self._joins(), chosen)

    def claim(self, claim: str) -> Claim | None:
        """Return the claim with that id, as `claims` has it; None if there is none."""
        chosen = answers.Chosen(claim=claim)
        return next(answers.claims(self._database, self._paths, self._joins(), chosen), None)

    def listed(self, wanted: Wanted, *, first: int = 0, most: int = 50, by_urgency: bool = False) -> ClaimList:
        """Return a part of the claims that fit, see `tenderlight.cases.listing`."""
        part = listing.Part(first=first, most=most, by_urgency=by_urgency)
        return listing.listed(self._database, self._paths, self._joins(), wanted, part)

    def neighbours(self, wanted: Wanted, claim: str) -> tuple[str | None, str | None]:
        """Return the claims before and behind a claim in the order of the queue."""
        return listing.place_in_queue(self._database, self._joins(), wanted, claim)

    def facets(self, wanted: Wanted, names: Sequence[str] = listing.FACETS) -> dict[str, dict[str, int]]:
        """Return how many of the claims that fit there are by each of these facets."""
        return listing.facets(self._database, self._joins(), wanted, names)

    def claims_on(self, document: str, page_number: int) -> Iterator[Claim]:
        """Yield the claims whose first quote stands on a page."""
        return listing.on_page(self._database, self._paths, self._joins(), document, page_number)

    def contract_heads(self, *contracts: str) -> dict[str, ContractHead]:
        """Return these contracts, or all, each in a line."""
        return contract_heads(self._database, self._joins(), contracts=contracts)

    def document(self, document: str) -> DocumentLine | None:
        """Return how far a document is read; None if the case has none such."""
        return answers.document_line(self._database, self._paths, document)

    def documents(self) -> Iterator[DocumentLine]:
        """Yield all documents, by path."""
        return answers.documents(self._database, self._paths)

    def pages(self, *, document: str | None = None) -> Iterator[PageLine]:
        """Yield the ledger: all pages of all documents, by path; or those of one document."""
        if document is not None:
            return page_lines(self._database, document, self._paths.first(document))
        return (page for line in self.documents() for page in page_lines(self._database, line.document, line.path))

    def paths(self, document: str) -> list[str]:
        """Return the paths under which a document was received, sorted."""
        return self._paths.all(document)

    def depth(self, document: str) -> int:
        """Return how many archives a document lies in."""
        return self._paths.depth(document)

    def problems_of(self, document: str) -> list[Problem]:
        """Return what went wrong with a document, in the order it was met."""
        return answers.problems_of(self._database, document)

    def not_received(self) -> list[tuple[str, Problem]]:
        """Return the paths whose files could not be received, and why, by path."""
        return answers.not_received(self._database)

    def contract_reasons(self) -> dict[str, str]:
        """Return, for each contract, why its documents are one contract."""
        return answers.contract_reasons(self._database, self._joins())

    def contracts_of_documents(self) -> dict[str, tuple[str, ...]]:
        """Return the contracts that each document makes claims about."""
        return answers.contracts_of_documents(self._database, self._joins())

    def known(self) -> list[str]:
        """Return the SHA-256 of every document, sorted."""
        return [document for (document,) in self._database.query("SELECT sha256 FROM documents ORDER BY sha256")]

    def received_costs(self) -> Iterator[ReceivedCost]:
        """Yield what each file that was received and looked at came to: pages, notices, time."""
        return received_costs(self._database)

    def reading_seconds(self, documents: Sequence[str]) -> float:
        """Return the processor time that reading these documents took the last time, as far as it was measured."""
        return reading_seconds(self._database, documents)

    def why_to_read(self, documents: Sequence[str], readers: Mapping[str, int]) -> dict[str, int]:
        """Return why documents are to be read, and how many for each reason; see `out_of_date`."""
        return out_of_date.why_to_read(self._database, documents, readers)

    def why_to_claim(self, *versions: str) -> dict[str, int]:
        """Return why claims are to be made, and of how many documents for each reason; see `out_of_date`."""
        return out_of_date.why_to_claim(self._database, versions)

    @property
    def position(self) -> Position:
        """Up to which entry of the custody log the answers are."""
        return known_position(self._database)

    @property
    def joins(self) -> Joins:
        """Which contracts of the case are another one, and why."""
        return self._joins()

    def take_joins(self, joins: Joins) -> None:
        """Take the joins of the case as they are, from somebody who kept them since its claims were made."""
        self._joined = joins

    def _joins(self) -> Joins:
        if self._joined is None:
            self._joined = joining.joins(self._database)
        return self._joined
