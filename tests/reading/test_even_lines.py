from __future__ import annotations

import numpy as np
import pytest

from tenderlight.reading.layout.words_on_page import PageWords
from tenderlight.reading.tables.even_lines import evened

EM = 10.0
ASCENT, DESCENT = 0.9 * EM, 0.21 * EM


def page(*lines: tuple[str, float, float], above: float = 0.0, below: float = 0.0, pitch: float = 5.0) -> PageWords:
    """Return lines of one size as recognition sees them: text, left side, base line; boxes are those of the ink."""
    text, starts, ends, boxes, numbers = "", [], [], [], []
    for number, (line, left, base) in enumerate(lines):
        tall = any(letter.isupper() or letter.isdigit() or letter in "bdfhijklt(" for letter in line)
        low = any(letter in "gjpqy(," for letter in line)
        top = base - (0.72 if tall else 0.5) * EM - above
        bottom = base + (0.21 * EM if low else 0.0) + below
        x = left
        for word in line.split(" "):
            starts.append(len(text))
            text += word
            ends.append(len(text))
            text += " "
            boxes.append((x, top, x + pitch * len(word), bottom))
            numbers.append(number)
            x += pitch * len(word) + 2.5
    count = len(starts)
    return PageWords(
        text=text,
        starts=np.array(starts),
        ends=np.array(ends),
        boxes=np.array(boxes, np.float64),
        lines=np.array(numbers),
        turns=np.zeros(count, np.int64),
        cells=np.full(count, -1),
        confidences=np.ones(count),
    )


def heights(words: PageWords) -> list[tuple[float, float]]:
    return [(top, bottom) for _, top, _, bottom in evened(words).boxes.tolist()]


def test_lines_of_high_and_low_letters_get_boxes_of_one_height() -> None:
    lines = [("Supply pump", 50, 100), ("new", 50, 114), ("Door 42", 50, 128), ("pipe, grey", 50, 142), ("3", 200, 128)]
    expected = [
        (base - ASCENT, base + DESCENT) for line, _, base in lines for _ in line.split(" ")
    ]  # fmt: skip
    assert np.array(heights(page(*lines))) == pytest.approx(np.array(expected), abs=0.6)


def test_ink_that_is_not_the_lines_own_counts_for_nothing() -> None:
    plain = [("Door", 50, 100 + 14 * number) for number in range(6)]
    low = page(*plain)
    boxes = low.boxes.copy()
    boxes[2, 3] += 5.0
    with_rule = PageWords(
        text=low.text, starts=low.starts, ends=low.ends, boxes=boxes, lines=low.lines, turns=low.turns,
        cells=low.cells, confidences=low.confidences,
    )  # fmt: skip
    for (top, bottom), (other_top, other_bottom) in zip(heights(low), heights(with_rule), strict=True):
        assert bottom - top == pytest.approx(other_bottom - other_top, abs=0.1)
        assert top == pytest.approx(other_top, abs=3)


def test_base_lines_next_to_each_other_are_one() -> None:
    words = page(("Valve", 50, 100.0), ("12", 150, 101.3), ("Pump", 50, 120), ("7", 150, 119.1))
    found = heights(words)
    assert found[0] == found[1]
    assert found[2] == found[3]


def test_large_type_keeps_its_size() -> None:
    words = page(*(("Door 42", 50, 100 + 14 * number) for number in range(8)))
    boxes = words.boxes.copy()
    boxes[:2] = [[50, 60, 130, 80], [140, 60, 180, 80]]
    grown = PageWords(
        text=words.text, starts=words.starts, ends=words.ends, boxes=boxes, lines=words.lines, turns=words.turns,
        cells=words.cells, confidences=words.confidences,
    )  # fmt: skip
    (top, bottom), *rest = heights(grown)
    assert bottom - top > 2 * (rest[-1][1] - rest[-1][0])


def test_wide_blanks_of_a_typewriter_are_closed_up() -> None:
    lines = [("Supply and laying of kerb stones", 50, 100 + 14 * number) for number in range(4)]
    words = page(*lines, pitch=6.6)
    boxes = words.boxes.copy()
    shift = np.tile(np.arange(6) * 4.5, 4)
    boxes[:, 0] += shift
    boxes[:, 2] += shift
    typed = PageWords(
        text=words.text, starts=words.starts, ends=words.ends, boxes=boxes, lines=words.lines, turns=words.turns,
        cells=words.cells, confidences=words.confidences,
    )  # fmt: skip
    wide = evened(typed).boxes
    before = boxes[1:, 0] - boxes[:-1, 2]
    after = wide[1:, 0] - wide[:-1, 2]
    same_line = np.diff(words.lines) == 0
    assert (before[same_line] > 6.5).all()
    assert (after[same_line] < 5.5).all()


def test_dashes_alone_tell_no_size() -> None:
    words = page(("—", 50, 100), ("-", 50, 120))
    assert evened(words) is words
