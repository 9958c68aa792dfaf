"""Several suppliers of one framework agreement, panel or standing offer."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import SupplierValue


def roles(text: str) -> set[tuple[str, str | None]]:
    found = [one.value for one in read_facts([Page(number=1, text=text)]) if isinstance(one.value, SupplierValue)]
    return {(one.role.value, one.lot) for one in found}


@pytest.mark.parametrize(
    "text",
    [
        "Standing Offer Award\nDepartment: Park Wardens\nStanding offer holders: Trail Ltd., Optics Inc.\n",
        "FRAMEWORK AWARD\nClient: Mid Health Board\nMembers: Glen Security Limited; Oran Alarms Limited\n",
        "Contract details\nPublic body: Road Board\nType of contract: Panel\nSuppliers: Murray Pty Ltd; Gum Pty Ltd\n",
        (
            "Contract award notice\nBuyer: Moor Council\nTitle: Standing offer for guards\n"
            "Suppliers: A1 Guards Ltd; Fen Ltd\n"
        ),
    ],
)
def test_each_of_several_is_in_the_framework(text: str) -> None:
    assert roles(text) == {("framework", None)}


def test_a_group_stays_one() -> None:
    text = (
        "Contract award notice\nBuyer: Moor Council\nContractor: joint venture of Fen Ltd (lead) and Tor Ltd (member)\n"
    )
    assert roles(text) == {("lead", None), ("member", None)}
