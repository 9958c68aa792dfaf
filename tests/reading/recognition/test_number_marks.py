from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw

from tenderlight.model.document import ReadState
from tenderlight.reading.recognition.line_reader import LineText
from tenderlight.reading.recognition.models import Models
from tenderlight.reading.recognition.number_marks import doubtful_numbers, with_marks_seen
from tenderlight.reading.recognition.pages import recognise
from tenderlight.reading.recognition.readings import BoxText
from tests.reading.made_pictures import as_page, blank, font, write


def line(text: str, *, unsure: str = "") -> LineText:
    """Return a line of characters of one width, some of them unsure."""
    borders = np.linspace(0, 1, len(text) + 1)
    return LineText(
        text=text,
        confidences=np.array([0.6 if letter in unsure else 0.99 for letter in text]),
        edges=np.stack([borders[:-1], borders[1:]], axis=1),
        top=0.0,
        bottom=1.0,
    )


@pytest.mark.parametrize(
    "number",
    [
        *("36.575", "279.244.92", "1,280.125", "1.427,844", "23,570816.00", "318,400,00", "23,570816", "72:007"),
        *("2,689.436.00", "47.092,244.67", "36．575"),
    ],
)
def test_a_number_that_could_be_another_is_doubtful(number: str) -> None:
    assert doubtful_numbers(line(f"合计 {number} 元")) == [(3, 3 + len(number))]


@pytest.mark.parametrize(
    "text",
    [
        *("36,575", "1,234,567.89", "1.234.567,89", "1.234.567", "1234.56", "91.79", "0.125", "3.14159", "12345"),
        *("2026", "2031.05.20", "2031-05-20", "5.2.1", "10:30:45", "第3.12.4条", "S6730-H48", ""),
    ],
)
def test_a_number_with_one_reading_is_not(text: str) -> None:
    assert doubtful_numbers(line(text)) == []


def test_a_mark_that_is_not_sure_makes_a_number_doubtful() -> None:
    assert doubtful_numbers(line("共1234.56元", unsure=".")) == [(1, 8)]
    assert doubtful_numbers(line("共1234.56元", unsure="2元")) == []
    assert doubtful_numbers(line("2031.05.20 10:30", unsure=".:")) == []


@pytest.mark.parametrize("drawn", ["36,575", "36.575", "279,244.92", "2,689,436.00", "12.500"])
@pytest.mark.parametrize("is_rough", [False, True])
def test_marks_are_told_apart_by_their_shape(drawn: str, is_rough: bool) -> None:
    picture = blank(150, 40)
    face = font()
    ImageDraw.Draw(picture).text((40, 20), drawn, font=face, fill="black")
    borders = np.array([face.getlength(drawn[:count]) for count in range(len(drawn) + 1)])
    plane = np.asarray(picture.convert("L"))
    if is_rough:
        plane = np.where(plane < 120, 0, 255).astype(np.uint8)
    left, top, right, bottom = 40.0, 18.0, 40.0 + borders[-1], 22.0 + face.size
    read = line(drawn.replace(",", "."))
    corners = np.array([(left, top), (right, top), (right, bottom), (left, bottom)], np.float32)
    edges = np.stack([borders[:-1], borders[1:]], axis=1) / borders[-1]
    before = LineText(text=read.text, confidences=read.confidences, edges=edges, top=0.0, bottom=1.0)
    (seen,) = with_marks_seen(plane, [BoxText(corners=corners, turn=0, line=before)])
    assert seen.line.text == drawn
    changed = [at for at, letter in enumerate(drawn) if letter != read.text[at]]
    assert all(seen.line.confidences[at] <= 0.5 for at in changed)
    assert doubtful_numbers(seen.line) == [(0, len(drawn))]


def test_a_doubtful_number_is_reported_in_its_place(models: Models) -> None:
    page = write(blank(), [(40, 40, "合同总价：36.575元"), (40, 90, "投标保证金：12,000.00元")])
    found = recognise(as_page(page), models)
    (trouble,) = found.problems
    assert (trouble.code, trouble.page_number, found.page.state) == (
        "recognition-numbers-unsure",
        1,
        ReadState.READ,
    )
    assert trouble.box is not None
    assert (trouble.box.left, trouble.box.right) == pytest.approx((100, 139), abs=4)
    assert 38 <= trouble.box.top <= trouble.box.bottom <= 58


def test_very_many_doubtful_numbers_are_reported_once(models: Models) -> None:
    rows = [(20 + 60 * column, 10 + 18 * row, f"{row + 2}{column}.575") for row in range(14) for column in range(6)]
    picture: Image.Image = write(blank(), rows)
    (trouble,) = recognise(as_page(picture), models).problems
    assert (trouble.code, trouble.box) == ("recognition-numbers-unsure", None)
