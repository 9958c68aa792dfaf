"""The office that buys in a chain of organisations."""

from __future__ import annotations

import pytest

from tenderlight.evaluate.facts import predict


@pytest.mark.parametrize(
    ("chain", "buyer"),
    [
        ("Government of Kerala||Malayam City Police||District Police Office", "Malayam City Police"),
        ("Narwa Smart City Limited||IT Wing", "Narwa Smart City Limited"),
        ("Govt. of Assam || Directorate of Prisons || Stores", "Directorate of Prisons"),
    ],
)
def test_it_is_the_first_below_the_government(chain: str, buyer: str) -> None:
    text = f"AWARD OF CONTRACT (AOC)\nOrganisation Chain : {chain}\nTender ID : 2023_MCP_558214_1\n"
    assert predict(text).buyer == buyer
