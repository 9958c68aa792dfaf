"""Sentences and figures as people read them."""

from __future__ import annotations

import pytest

from tenderlight.publish.wording import page_ranges


@pytest.mark.parametrize(
    ("numbers", "expected"),
    [
        ([], ""),
        ([3], "page 3"),
        ([3, 3], "page 3"),
        ([1, 2], "pages 1–2"),
        ([9, 1, 2, 4, 3], "pages 1–4, 9"),
        ([1, 3, 5], "pages 1, 3, 5"),
    ],
)
def test_pages_are_named_in_runs(numbers: list[int], expected: str) -> None:
    assert page_ranges(numbers) == expected
