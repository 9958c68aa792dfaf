"""Pictures of lines as the reader of lines sees them."""

from __future__ import annotations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra import numpy as arrays

from tenderlight.reading.recognition.line_reader import _batches, _pairs, ink_of_line, levels_of, read_lines
from tenderlight.reading.recognition.models import Models

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


@given(st.lists(st.integers(1, 5_000), max_size=40))
def test_lines_have_the_room_of_their_pair_whatever_is_read_with_them(widths: list[int]) -> None:
    rooms = {index: -(-max(widths[one] for one in pair) // 8) * 8 for pair in _pairs(widths) for index in pair}
    batches = list(_batches(widths))
    assert sorted(index for batch in batches for index in batch) == list(range(len(widths)))
    for batch in batches:
        (room,) = {rooms[index] for index in batch}
        assert len(batch) <= 2 or len(batch) * room <= 640


def test_narrow_lines_of_one_width_are_read_together() -> None:
    assert [len(batch) for batch in _batches([80] * 9)] == [8, 1]


def test_what_a_line_says_does_not_depend_on_how_many_are_read_with_it(models: Models) -> None:
    line = np.full((48, 120), 255, np.uint8)
    for at in range(12, 100, 24):
        line[12:38, at : at + 3] = line[12:15, at : at + 14] = line[24:27, at : at + 10] = 0
    (alone,) = read_lines([line], models)
    among = read_lines([line[:, ::-1].copy()] * 4 + [line], models)[-1]
    assert alone.text
    assert among.text == alone.text
    assert np.allclose(among.confidences, alone.confidences, atol=1e-5)
