"""What laying a document out may take: in proportion to what it shows, within bounds."""

from __future__ import annotations

import pytest

from tenderlight.pipeline.laying_out.budget import (
    LARGEST_DOCUMENT_BYTES,
    LONG_CPU_SECONDS,
    LONGEST_CPU_SECONDS,
    MEBIBYTE,
    budget,
)
from tenderlight.pipeline.laying_out.flow_texts import MOST_CHARACTERS


def test_a_document_that_shows_little_may_take_little() -> None:
    """A lie of 51 bytes spun for half a minute, twice."""
    granted = budget(size_bytes=51, characters=21)
    assert granted.cpu_seconds < 10
    assert granted.wall_seconds < 60
    assert not granted.is_long


@pytest.mark.parametrize(
    ("size_bytes", "characters", "needed"),
    [
        (13_000, 69_000, 1.0),
        (16_000, 85_000, 20.2),  # a table of 18,000 cells
        (60_000, 347_000, 8.8),
        (233_000, 1_387_000, 27.1),
        (8 * MEBIBYTE, 3_000, 40.0),  # photographs
    ],
)
def test_whoever_shows_much_has_more_than_libreoffice_was_seen_to_need(
    size_bytes: int, characters: int, needed: float
) -> None:
    assert budget(size_bytes=size_bytes, characters=characters).cpu_seconds > 1.4 * needed


def test_no_document_has_more_than_the_longest() -> None:
    longest = budget(size_bytes=LARGEST_DOCUMENT_BYTES, characters=MOST_CHARACTERS)
    assert longest.cpu_seconds == LONGEST_CPU_SECONDS
    assert longest.wall_seconds > longest.cpu_seconds
    assert longest.is_long
    assert longest.cpu_seconds > LONG_CPU_SECONDS
