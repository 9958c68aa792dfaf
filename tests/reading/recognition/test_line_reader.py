"""Pictures of lines as the reader of lines sees them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tenderlight.reading.recognition.line_reader import ink_of_line, levels_of

pictures = arrays.arrays(np.uint8, st.tuples(st.integers(1, 48), st.integers(1, 60)))


@given(pictures, st.integers(0, 100), st.integers(0, 100))
def test_levels_are_what_numpy_says(picture: np.ndarray, first: int, second: int) -> None:
    assert levels_of(picture, first, second) == np.percentile(picture, (first, second)).tolist()


def test_rules_along_and_across_a_line_are_no_ink() -> None:
    picture = np.full((48, 200), 255, np.uint8)
    picture[20:30, 40:60] = 0
    letter = picture == 0
    picture[44:46] = 0
    picture[:, 150:152] = 0
    assert (ink_of_line(picture) == letter).all()


def test_a_line_of_one_shade_has_no_ink() -> None:
    assert not ink_of_line(np.full((48, 200), 120, np.uint8)).any()
    assert not ink_of_line(np.tile(np.array([120, 140], np.uint8), (48, 100))).any()
