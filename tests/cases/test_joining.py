"""A document that names no buyer belongs to the one buyer who has its number in the case; with two, to neither."""

from __future__ import annotations

from pathlib import Path

import pytest

from tenderlight.cases import Case
from tenderlight.linking.joins import BY_NUMBER
from tenderlight.linking.procedures import ContractKey, of_document
from tenderlight.model.document import Page
from tests.cases.small_job import VERSION
from tests.cases.steps import claim_on, read, receive

NUMBER = "NYZC2023-138-006"


def add(case: Case, folder: Path, name: str, buyer: str | None, number: str = NUMBER) -> ContractKey:
    document = receive(case, folder, f"{name}.txt", name.encode())
    read(case, document, Page(number=1, text="x"))
    key = of_document(document, number=number, buyer=buyer)
    case.record_claims(document, [(key, [claim_on(document, name, key=key)])], version=VERSION)
    return key


def contracts(case: Case) -> dict[str, str]:
    found = {claim.claim: claim.contract for claim in case.claims()}
    by_document = case.contracts_of_documents()
    assert all(by_document[claim.document] == (claim.contract,) for claim in case.claims())
    assert set(case.contract_reasons()) == set(found.values())
    assert case.summary().contracts == len(set(found.values()))
    return found


@pytest.mark.parametrize("is_first", [True, False])
def test_it_joins_the_one_buyer_in_whatever_order_they_come(is_first: bool, tmp_path: Path, case: Case) -> None:
    if is_first:
        add(case, tmp_path, "prices", None)
    key = add(case, tmp_path, "tender", "澜水县公安局")
    if not is_first:
        add(case, tmp_path, "prices", None)
    found = contracts(case)
    assert found == {"tender": key.contract, "prices": key.contract}
    assert case.contract_reasons() == {key.contract: BY_NUMBER}
    order = [(claim.contract, claim.document) for claim in case.claims()]
    assert order == sorted(order)


def test_with_two_buyers_it_joins_neither(tmp_path: Path, case: Case) -> None:
    add(case, tmp_path, "tender", "澜水县公安局")
    add(case, tmp_path, "prices", None)
    assert len(set(contracts(case).values())) == 1
    add(case, tmp_path, "other", "南屿县公安局")
    assert len(set(contracts(case).values())) == 3


def test_a_number_of_many_joins_nothing(tmp_path: Path, case: Case) -> None:
    for name, buyer in (("tender", "澜水县公安局"), ("prices", None), ("more", None)):
        add(case, tmp_path, name, buyer, "2023-001")
    assert len(set(contracts(case).values())) == 3
