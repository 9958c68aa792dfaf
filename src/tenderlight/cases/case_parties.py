"""The parties of a case, with what its own records and people say of their names."""

from __future__ import annotations

from collections import defaultdict
from itertools import chain

from tenderlight.cases.case import Case
from tenderlight.linking.parties import Parties, parties_of
from tenderlight.linking.party_spellings import PARTY_KINDS
from tenderlight.matching import CLAIM_GRADES, Grade
from tenderlight.model.statement import StatementKind
from tenderlight.screening.kept import by_contract, newest

_ENTRY_GRADES = {grade.value for grade in CLAIM_GRADES} - {Grade.DERIVED_FORM.value}


def parties_of_case(case: Case) -> Parties:
    """Return the parties of a case, by its claims, its newest record of a screening and the decisions of people.

    Raises:
        UsageError: If the newest record is none.
    """
    return parties_of(
        chain.from_iterable(case.claims(kind=kind.value) for kind in PARTY_KINDS),
        tuple(case.decisions),
        regions=case.claims(kind=StatementKind.REGION.value),
        listed=_listed(case),
    )


def _listed(case: Case) -> dict[str, dict[str, str]]:
    """Return which entries of lists give a name of the case as their own, by the newest record: entry → its name."""
    record = newest(case.folder)
    found: dict[str, dict[str, str]] = defaultdict(dict)
    for screenings in by_contract(record).values() if record is not None else ():
        for screening in screenings:
            for hit in screening.hits:
                if hit.grade in _ENTRY_GRADES:
                    found[screening.question.name][f"{hit.list}, {hit.entry.id}"] = hit.entry_name
    return dict(found)
