"""Rows of a table wider than any that people write: a cell hears those near it, so that none costs a square."""

from __future__ import annotations

import pytest

from tenderlight.capabilities import find_in_text
from tenderlight.capabilities.tables import MOST_BESIDE
from tenderlight.model.statement import Polarity


@pytest.mark.parametrize(
    ("cells_between", "polarity"), [(MOST_BESIDE - 1, Polarity.NEGATED), (MOST_BESIDE, Polarity.OFFERED)]
)
def test_a_cell_hears_a_refusal_among_the_cells_beside_it_and_none_far_off(
    cells_between: int, polarity: Polarity
) -> None:
    row = "\t".join(["人脸民族识别", *["甲"] * cells_between, "不支持"])
    assert [one.polarity for one in find_in_text(row, doc_kind="bid_response")] == [polarity]
