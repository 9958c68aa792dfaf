from __future__ import annotations

import numpy as np
import pytest
from PIL import Image

from tenderlight.model.box import Box
from tenderlight.model.document import Cell, Table, Word
from tenderlight.reading.layout.page_layout import LaidOutText
from tenderlight.reading.recognition.ink import ink_of
from tenderlight.reading.recognition.missed_cells import read_missed_cells
from tenderlight.reading.recognition.models import Models
from tests.reading.made_pictures import DPI, blank, rule_table, seal, write

ACROSS, DOWN = (40, 100, 220), (40, 64, 88, 112, 136)


def laid_out() -> LaidOutText:
    """A page of which one word was read, outside of a table whose cells hold nothing so far."""
    cells = tuple(
        Cell(
            row=row,
            column=column,
            start=4,
            end=4,
            box=Box(left=ACROSS[column], top=DOWN[row], right=ACROSS[column + 1], bottom=DOWN[row + 1]),
        )
        for row in range(4)
        for column in range(2)
    )
    word = Word(start=0, end=3, box=Box(left=40, top=10, right=70, bottom=22), confidence=1.0)
    return LaidOutText(
        text="abc\n", lines=(), words=(word,), tables=(Table(row_count=4, column_count=2, cells=cells, box=None),)
    )


def read(page: Image.Image, models: Models) -> list[tuple[str, tuple[float, float]]]:
    plane = ink_of(np.asarray(page), points_a_pixel=72 / DPI).plane
    found = read_missed_cells(plane, laid_out(), lambda points: points * DPI / 72, models)
    return [(each.line.text, tuple(each.corners.mean(axis=0) * 72 / DPI)) for each in found]


def test_lone_figures_are_read_where_they_stand(models: Models) -> None:
    page = write(rule_table(blank(), ACROSS, DOWN), [(66, 45, "1"), (66, 69, "2"), (150, 93, "17")])
    found = read(page, models)
    assert [text for text, _ in found] == ["1", "2", "17"]
    for (_, (x, y)), middle in zip(found, [(69, 53), (69, 77), (157, 101)], strict=True):
        assert (x, y) == pytest.approx(middle, abs=5)


def test_bare_cells_and_specks_are_left_alone(models: Models) -> None:
    page = rule_table(blank(), ACROSS, DOWN)
    page.putpixel((150, 110), (0, 0, 0))
    page.putpixel((260, 160), (0, 0, 0))
    assert read(page, models) == []


def test_strokes_of_a_seal_are_not_read(models: Models) -> None:
    assert read(seal(rule_table(blank(), ACROSS, DOWN), 60, 30, colour=(60, 60, 65)), models) == []


def test_a_page_without_tables_has_no_cells_to_read(models: Models) -> None:
    bare = LaidOutText(text="", lines=(), words=(), tables=())
    assert read_missed_cells(np.full((50, 50), 255, np.uint8), bare, lambda points: points, models) == []
