"""A wide gap ends a name: behind it stands another field of the line, with or without a colon."""

from __future__ import annotations

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page
from tenderlight.model.values import PartyValue, SupplierValue


@pytest.mark.parametrize(
    "line",
    [
        "Entity: Ashvale Water Authority      Contract No. AWA/SUPLS/2021/104",
        "Procuring entity: Ashvale Water Authority        Lot 2 of 3",
        "Buyer: Ashvale Water Authority         Gazette 30 November 2021",
    ],
)
def test_a_name_ends_at_a_wide_gap(line: str) -> None:
    page = Page(
        number=1, text=f"CONTRACT AWARD NOTICE\n{line}\nSupplier: Kestrel Optics Ltd      Depot 4\nPrice: USD 61,200\n"
    )
    values = [one.value for one in read_facts([page])]
    assert [one.name for one in values if isinstance(one, PartyValue)] == ["Ashvale Water Authority"]
    assert [one.name for one in values if isinstance(one, SupplierValue)] == ["Kestrel Optics Ltd"]
