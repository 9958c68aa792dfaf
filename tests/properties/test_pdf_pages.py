"""What holds for every page, grid and order."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tenderlight.model.document import Page
from tenderlight.reading.layout.lines import boxes_of
from tenderlight.reading.layout.reading_order import Piece, rows_in_order
from tenderlight.reading.layout.words_on_page import turned, turned_back
from tenderlight.reading.pdf.page_frame import PageFrame
from tenderlight.reading.tables.grids import find_grids
from tests.reading.made_pdfs import MadePage, made_pdf, show
from tests.reading.pdf_reading import check_page, read_pdf
from tests.shared_data import SHARED

FOLDERS = ("reading/born", "reading/cmaps", "reading/office", "reading/real", "reading/scans", "documents/scans")
FILES = [path for folder in FOLDERS for path in sorted((SHARED / "data" / folder).glob("*.pdf"))]

sides = st.floats(-5_000, 5_000, width=32)
boxes = st.tuples(sides, sides, sides, sides).map(
    lambda four: [min(four[0], four[2]), min(four[1], four[3]), max(four[0], four[2]), max(four[1], four[3])]
)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_every_page_of_every_file_holds_together(path: Path) -> None:
    found = read_pdf(path.read_bytes())
    assert found.pages or found.problems
    for page in found.pages:
        check_page(page)
        check_places(page)


def check_places(page: Page) -> None:
    """Assert that words lie on the page, about where their line is, and quotes about where their words are."""
    assert page.width is not None
    assert page.height is not None
    for word in page.words:
        x, y = (word.box.left + word.box.right) / 2, (word.box.top + word.box.bottom) / 2
        assert -1 <= x <= page.width + 1
        assert -1 <= y <= page.height + 1
    for line in page.lines:
        assert line.box is not None
        (box,) = boxes_of(page, line.start, line.end)
        assert (box.left, box.top, box.right, box.bottom) == pytest.approx(
            (line.box.left, line.box.top, line.box.right, line.box.bottom), abs=0.02
        )


@settings(deadline=None)
@given(st.lists(boxes, min_size=1), st.integers(0, 7))
def test_turning_back_undoes_turning(some: list[list[float]], direction: int) -> None:
    there = turned(np.array(some), direction)
    assert (there[:, :2] <= there[:, 2:]).all()
    assert turned_back(there, direction).tolist() == some


@settings(deadline=None)
@given(boxes, st.lists(boxes, min_size=1), st.integers(0, 3))
def test_displayed_boxes_keep_their_sizes_and_are_never_inside_out(
    page: list[float], some: list[list[float]], turns: int
) -> None:
    frame = PageFrame(left=page[0], bottom=page[1], right=page[2], top=page[3], quarter_turns=turns)
    stored = np.array(some, np.float32)[:, [0, 3, 2, 1]]
    shown = frame.displayed(stored)
    assert (shown[:, :2] <= shown[:, 2:]).all()
    size, kept = shown[:, 2:] - shown[:, :2], np.abs(stored[:, 2:] - stored[:, :2])
    assert size[:, ::-1] == pytest.approx(kept, abs=0.01) if turns % 2 else size == pytest.approx(kept, abs=0.01)


@settings(deadline=None)
@given(st.lists(st.lists(st.floats(allow_nan=True, allow_infinity=True, width=32), min_size=4, max_size=4), min_size=1))
def test_senseless_stored_boxes_become_finite(some: list[list[float]]) -> None:
    frame = PageFrame(left=0, bottom=0, right=100, top=100)
    shown = frame.displayed(np.array(some, np.float32))
    assert np.isfinite(shown).all()
    assert (shown[:, :2] <= shown[:, 2:]).all()


@st.composite
def drawn_grids(draw: st.DrawFn) -> tuple[list[float], list[float], list[list[float]]]:
    """A grid with widths and heights of its own, its rules in any order and either cut or whole."""
    across = np.cumsum([0.0, *draw(st.lists(st.floats(12, 120), min_size=2, max_size=6))]).tolist()
    down = np.cumsum([0.0, *draw(st.lists(st.floats(12, 60), min_size=2, max_size=8))]).tolist()
    rules = []
    for y in down:
        cut = draw(st.sampled_from([across[-1], across[1]]))
        rules += [[0.0, y, cut, y], [cut, y, across[-1], y]]
    for x in across:
        cut = draw(st.sampled_from([down[-1], down[1]]))
        rules += [[x, 0.0, x, cut], [x, cut, x, down[-1]]]
    return across, down, draw(st.permutations(rules))


@settings(deadline=None)
@given(drawn_grids())
def test_a_drawn_grid_is_found_cell_by_cell(drawn: tuple[list[float], list[float], list[list[float]]]) -> None:
    across, down, rules = drawn
    (grid,) = find_grids(np.array(rules), np.zeros((0, 4)))
    assert grid.across.tolist() == pytest.approx(across)
    assert grid.down.tolist() == pytest.approx(down)
    assert len(grid.places) == (len(across) - 1) * (len(down) - 1)


@settings(max_examples=200, deadline=None)
@given(st.lists(st.tuples(st.integers(0, 500), st.integers(0, 700), st.integers(1, 60)), max_size=60))
def test_reading_order_neither_loses_nor_doubles(places: list[tuple[int, int, int]]) -> None:
    pieces = [
        Piece(
            number=number,
            left=x,
            top=y,
            right=x + 5 * width,
            bottom=y + 10,
            emitted=number,
            line=number // 2,
            columns_of_type=width,
        )
        for number, (x, y, width) in enumerate(places)
    ]
    read = [piece.number for row in rows_in_order(pieces) for piece in row]
    assert sorted(read) == list(range(len(pieces)))


texts = st.text(st.characters(codec="cp1252", exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(st.integers(20, 300), st.integers(20, 280), texts), min_size=1, max_size=12))
def test_what_is_written_on_a_page_is_read_from_it(written: list[tuple[int, int, str]]) -> None:
    heights = {y // 20: (x, y, text) for x, y, text in written}
    content = "".join(show(x, y, text) for x, y, text in heights.values())
    found = read_pdf(made_pdf(MadePage(content=content.encode("cp1252").decode("latin-1"))))
    (page,) = found.pages
    check_page(page)
    from_top = sorted(heights.values(), key=lambda each: -each[1])
    # a sign written above another at the same left may go on a line that runs upwards
    is_stacked = len({left for left, _, _ in from_top}) < len(from_top)
    if not is_stacked and all(above[1] - below[1] >= 20 for above, below in pairwise(from_top)):
        assert "".join(page.text.split()) == "".join(text for _, _, text in from_top)
