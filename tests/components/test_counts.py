from decimal import Decimal

import pytest

from tenderlight.components.counts import count_beside, count_in_cell


@pytest.mark.parametrize(
    ("before", "after", "count"),
    [
        ("gpu：8块", "", 8),
        ("2 x ", " 16gb", 2),
        ("", " 16gb ×8", 8),
        ("", ", 2 шт.", 2),
        ("", " (2 und.)", 2),
        ("", " 8tb, qty 24", 24),
        ("", "，共24块", 24),
        ("", "显卡4片", 4),
        ("≥8块", "", None),
        ("不少于8块", "", None),
        ("at least 2 x ", "", None),
        ("1.8块", "", None),
        ("", " 16gb", None),
        ("", " 4210处理器", None),
        ("0块", "", None),
    ],
)
def test_what_stands_beside_a_part_counts_it_or_not(before: str, after: str, count: int | None) -> None:
    assert count_beside(before, after) == (None if count is None else Decimal(count))


def test_a_cell_with_a_number_alone_counts() -> None:
    assert count_in_cell(" 8块 ") == 8
    assert count_in_cell("8GB") is None
    assert count_in_cell("标配") is None
