from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tenderlight.model.box import Box
from tenderlight.reading.recognition.level_frame import LevelFrame

frames = st.builds(
    LevelFrame,
    width=st.floats(10, 2000),
    height=st.floats(10, 2000),
    turn=st.integers(0, 3),
    degrees=st.floats(-20, 20),
)


@given(frames, st.floats(0, 1), st.floats(0, 1))
def test_what_is_set_level_goes_back_to_where_it_was(frame: LevelFrame, across: float, down: float) -> None:
    width, height = frame.upright_size
    point = np.array([[across * width, down * height]])
    upright = LevelFrame(width=frame.width, height=frame.height, turn=frame.turn)
    assert frame.displayed(frame.levelled(point)) == pytest.approx(upright.displayed(point), abs=1e-6)


@given(frames, st.floats(-50, 2000), st.floats(-50, 2000), st.floats(0, 900), st.floats(0, 900))
def test_boxes_stay_on_the_page(frame: LevelFrame, left: float, top: float, width: float, height: float) -> None:
    box = frame.displayed_box(Box(left=left, top=top, right=left + width, bottom=top + height))
    assert -0.01 <= box.left <= box.right <= frame.width + 0.01
    assert -0.01 <= box.top <= box.bottom <= frame.height + 0.01


@pytest.mark.parametrize(
    ("turn", "expected"),
    [(0, (10, 20, 40, 30)), (1, (270, 10, 280, 40)), (2, (160, 270, 190, 280)), (3, (20, 160, 30, 190))],
)
def test_quarter_turns_go_clockwise(turn: int, expected: tuple[float, ...]) -> None:
    frame = LevelFrame(width=300 if turn % 2 else 200, height=200 if turn % 2 else 300, turn=turn)
    box = frame.displayed_box(Box(left=10, top=20, right=40, bottom=30))
    assert (box.left, box.top, box.right, box.bottom) == expected
