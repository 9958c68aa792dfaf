"""Text against picture: the same is the same, a changed figure is told, and what cannot be told is not told."""

from __future__ import annotations

import numpy as np
import pytest
from PIL import Image, ImageDraw, ImageFont

from tenderlight.model.box import Box
from tenderlight.reading.recognition.models import Models
from tenderlight.reading.recognition.page_pixels import PagePixels
from tenderlight.reading.recognition.said_lines import compare_lines
from tenderlight.reading.recognition.seen_lines import Difference, SaidLine, Seen, SeenLine

PIXELS_A_POINT = 200 / 72
WIDTH, HEIGHT = 420, 340
SHOWN = "Contract value: EUR 8,250,000.00, not including tax"


def drawn(*lines: str, ground: str = "white", ink: str = "black", seal: bool = False) -> PagePixels:
    """A page with a line every 30 points, 12 points high, from (40, 40) on."""
    width, height = round(WIDTH * PIXELS_A_POINT), round(HEIGHT * PIXELS_A_POINT)
    picture = Image.new("RGB", (width, height), ground)
    draw = ImageDraw.Draw(picture)
    font = ImageFont.load_default(12 * PIXELS_A_POINT)
    for row, line in enumerate(lines):
        draw.text((40 * PIXELS_A_POINT, (40 + 30 * row) * PIXELS_A_POINT), line, ink, font)
    if seal:
        side = 110 * PIXELS_A_POINT
        left, top = 150 * PIXELS_A_POINT, 10 * PIXELS_A_POINT
        draw.ellipse((left, top, left + side, top + side), outline=(220, 40, 40), width=9)
    return PagePixels(
        page_number=1, width_points=WIDTH, height_points=HEIGHT, width=width, height=height, samples=picture.tobytes()
    )


def at(text: str, row: int = 0, *, width: float | None = None, left: float = 40) -> SaidLine:
    """A line of text in the place of a drawn one."""
    font = ImageFont.load_default(12)
    right = left + (font.getlength(text) if width is None else width)
    return SaidLine(text=text, box=Box(left=left, top=40 + 30 * row, right=right, bottom=54 + 30 * row))


def seen(said: str, shown: str, models: Models, **how: object) -> SeenLine:
    """What becomes of a line that says one thing where another is shown."""
    width = ImageFont.load_default(12).getlength(shown)
    (line,) = compare_lines(drawn(shown, **how), [at(said, width=width)], models)  # type: ignore[arg-type]
    return line


@pytest.mark.parametrize(
    "said",
    [
        SHOWN,
        "contract value： EUR 8,250,000.00， NOT including tax",
        "Contract value:EUR8,250,000.00,\u00a0not\u00adincluding tax",
        "Ｃontract value – EUR ８,250,000.00 · not including tax",
    ],
)
def test_the_same_words_are_the_same(said: str, models: Models) -> None:
    assert seen(said, SHOWN, models) == SeenLine(seen=Seen.READ, text=SHOWN)


@pytest.mark.parametrize(
    ("said", "place"),
    [
        ("Contract value: EUR 3,250,000.00, not including tax", (20, 21)),
        ("Contract value: EUR 8,250,008.00, not including tax", (28, 29)),
        ("Contract value: EUR 8,250,000,000.00, not including tax", (25, 33)),
        ("Contract value: EUR 8,250.00, not including tax", (22, 28)),
        ("Contract value: EUR 8,250,000.00, including tax", (29, 36)),
        ("Contract price: EUR 8,250,000.00, not including tax", (9, 14)),
    ],
)
def test_other_words_and_figures_are_told(said: str, place: tuple[int, int], models: Models) -> None:
    line = seen(said, SHOWN, models)
    assert line.text.replace(" ", "") == SHOWN.replace(" ", "")
    assert line.differences
    assert all(one.is_sure for one in line.differences)
    assert all(place[0] <= one.start < one.end <= place[1] for one in line.differences)


def test_every_digit_is_told_from_every_other(models: Models) -> None:
    figures = [f"EUR 4{digit}7,516.20" for digit in "0123456789"]
    pixels = drawn(*figures)
    for row, shown in list(enumerate(figures))[::3]:
        others = [figure for figure in figures if figure != shown]
        lines = compare_lines(pixels, [at(other, row) for other in others], models)
        assert all(line.differences == (Difference(start=5, end=6, is_sure=True),) for line in lines), shown


@pytest.mark.parametrize("said", ["EUR 3,000,000", "EUR 30,000", "EUR 3,000,00"])
def test_zeros_are_counted(said: str, models: Models) -> None:
    line = seen(said, "EUR 300,000", models)
    assert line.differences
    assert any(one.is_sure for one in line.differences) or said == "EUR 3,000,00"


def test_where_nothing_is_shown_nothing_is_seen(models: Models) -> None:
    shown, blank, pale = compare_lines(
        drawn("Buyer: Wexmoor Council"), [at("Buyer: Wexmoor Council"), at("EUR 5", 3), at("!", 4)], models
    )
    assert (shown.seen, blank.seen, pale.seen) == (Seen.READ, Seen.BLANK, Seen.READ)
    assert seen(SHOWN, SHOWN, models, ground=(250, 250, 250), ink=(245, 245, 245)).seen is Seen.BLANK


def test_a_seal_over_the_words_is_looked_through(models: Models) -> None:
    assert seen(SHOWN, SHOWN, models, seal=True) == SeenLine(seen=Seen.READ, text=SHOWN)
    line = seen(SHOWN.replace("250", "950"), SHOWN, models, seal=True)
    assert [one.is_sure for one in line.differences] == [True]


@pytest.mark.parametrize(
    "said",
    [
        "Сумма договора: 8 250 000 руб.",  # letters that the model does not know
        "including tax not 8,250,000.00, EUR value: Contract",  # the same words in another order
    ],
)
def test_what_cannot_be_told_is_not_told(said: str, models: Models) -> None:
    line = seen(said, SHOWN, models)
    assert not any(one.is_sure for one in line.differences)
    assert line.seen is Seen.UNCLEAR or line.differences


def test_letters_that_look_alike_are_never_sure(models: Models) -> None:
    for said in ("Lot O1: EUR 15,000", "Lot 0l: EUR I5,000", "Lot 01: EUR 1S,000"):
        assert not any(one.is_sure for one in seen(said, "Lot 01: EUR 15,000", models).differences)


def test_noise_is_unclear(models: Models) -> None:
    noise = np.random.default_rng(1).integers(0, 255, (300, 420, 3), np.uint8)
    pixels = PagePixels(
        page_number=1, width_points=420, height_points=300, width=420, height=300, samples=noise.tobytes()
    )
    (line,) = compare_lines(pixels, [at(SHOWN)], models)
    assert line.seen is Seen.UNCLEAR


def test_lines_outside_the_page_and_of_no_size(models: Models) -> None:
    outside = SaidLine(text="EUR 5", box=Box(left=-500, top=-90, right=-400, bottom=-80))
    flat = SaidLine(text="EUR 5", box=Box(left=40, top=40, right=40, bottom=40))
    found = compare_lines(drawn(SHOWN), [outside, flat], models)
    assert found[0].seen is Seen.BLANK
    assert not any(one.is_sure for one in found[1].differences)
    assert compare_lines(drawn(SHOWN), [], models) == ()
