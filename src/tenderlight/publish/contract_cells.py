"""Contracts as rows of a table, and as lines of JSON: what all their documents say, side by side."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby

import msgspec

from tenderlight.cases import Case
from tenderlight.cases.case_parties import parties_of_case
from tenderlight.linking.contradictions import contradictions
from tenderlight.model.claim import Claim
from tenderlight.model.statement import StatementKind
from tenderlight.model.values import AmountValue
from tenderlight.publish.cells import Cell, row
from tenderlight.publish.told_replies import Replies, reply_words

CONTRACT_COLUMNS = {
    "contract": "Id of the contract.",
    "because": "Why its documents are one contract.",
    "sources": "Paths of the documents that speak of it.",
    "project_numbers": "Every number printed, with the words beside it.",
    "titles": "Every title printed.",
    "buyers": "Every buyer named.",
    "suppliers": "Every supplier named, with its part in the contract.",
    "amounts": "Every amount, with its kind: prices, budgets, ceilings, estimates, rates.",
    "dates": "Every date, with its kind.",
    "parties": "Ids of its parties, as `--table parties` gives them.",
    "replies": "What its parties were asked, and what they answered, in full.",
    "contradictions": "Fields in which the documents differ, each value with the documents that print it.",
}
"""Columns of the exported contracts, in order, with their meaning; the keys of its lines of JSON too."""

_COLUMN_OF = {
    StatementKind.PROJECT_NUMBER: "project_numbers",
    StatementKind.TITLE: "titles",
    StatementKind.BUYER: "buyers",
    StatementKind.SUPPLIER: "suppliers",
    StatementKind.AMOUNT: "amounts",
    StatementKind.DATE: "dates",
}
_SEPARATOR = "\n"
_encoder = msgspec.json.Encoder()


@dataclass(slots=True, kw_only=True)
class ContractRow:
    """One contract of a case, with every value that its documents print."""

    contract: str
    because: str
    values: dict[str, list[str]] = field(default_factory=dict)
    """By column; each value once, in the order of the documents."""

    def add(self, column: str, value: str) -> None:
        """Put a value into a column, if it is not there."""
        found = self.values.setdefault(column, [])
        if value not in found:
            found.append(value)


def contract_rows(case: Case, claims: Iterable[Claim] | None = None) -> Iterator[ContractRow]:
    """Yield the contracts of a case, by id.

    Args:
        case: The case.
        claims: What is to be told of them, by contract; None = all claims.
    """
    reasons = case.contract_reasons()
    found = parties_of_case(case)
    parties, replies = found.by_contract(), Replies(case=case, parties=found)
    for contract, group in groupby(case.claims() if claims is None else claims, key=lambda claim: claim.contract):
        made = contract_row(contract, reasons.get(contract, ""), list(group))
        for party in parties.get(contract, ()):
            made.add("parties", party.id)
        for reply in replies.told(replies.of_contract(contract)):
            made.add("replies", reply_words(reply))
        yield made


def contract_row(contract: str, because: str, claims: Iterable[Claim]) -> ContractRow:
    """Return what the claims of one contract say of it."""
    claims = list(claims)
    made = ContractRow(contract=contract, because=because)
    for claim in claims:
        made.add("sources", claim.quotes[0].path)
        column = _COLUMN_OF.get(claim.kind)
        if column is not None:
            made.add(column, _words(claim))
    for one in contradictions(claims):
        made.add("contradictions", one.sentence)
    return made


def _words(claim: Claim) -> str:
    cells = row(claim)
    words, kind = str(cells["value"]), cells["value_kind"]
    if kind is None or (claim.kind is StatementKind.PROJECT_NUMBER and not kind):
        return words
    sign = str(kind).replace("_", " ") if isinstance(claim.value, AmountValue) else str(kind)
    return f"{words} ({sign})"


def contract_cells(made: ContractRow) -> dict[str, Cell]:
    """Return a contract as a row: a value for each of `CONTRACT_COLUMNS`, several of them in lines of their own."""
    listed = {column: _SEPARATOR.join(made.values.get(column, ())) or None for column in CONTRACT_COLUMNS}
    return {**listed, "contract": made.contract, "because": made.because}


def encode_contract_row(made: ContractRow) -> bytes:
    """Return a contract as a line of JSON, without its end; all but `contract` and `because` are lists there."""
    listed: dict[str, object] = {column: made.values.get(column, []) for column in CONTRACT_COLUMNS}
    return _encoder.encode({**listed, "contract": made.contract, "because": made.because})
