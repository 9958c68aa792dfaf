"""Words of an award that one line repeats hundreds of times are read in seconds."""

from __future__ import annotations

import time

import pytest

from tenderlight.facts.reading import read_facts
from tenderlight.model.document import Page

_LOTS = "; ".join(f"Lot {number} to Alpha Ltd at EUR {number},000" for number in range(1, 401))


@pytest.mark.parametrize(
    "text",
    ["Der Auftrag wird an die Firma " * 600, "Le marché est attribué à la société " * 500, f"Award notice\n{_LOTS}."],
)
def test_long_lines_take_seconds(text: str) -> None:
    begins = time.process_time()
    read_facts([Page(number=1, text=text)])
    assert time.process_time() - begins < 5


def test_each_lot_of_a_long_line_has_its_price() -> None:
    statements = read_facts([Page(number=1, text=f"Award notice\n{_LOTS}.")])
    assert sum(one.kind == "supplier" for one in statements) == 400
