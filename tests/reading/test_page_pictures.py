"""Pictures of pages."""

from __future__ import annotations

import io

import numpy as np
import pytest
from PIL import Image, ImageChops

from tenderlight.reading.pdf.page_pictures import draw_page, page_pixels
from tenderlight.reading.pictures import MOST_RASTER_PIXELS, RECOGNITION_DPI
from tests.reading.made_pdfs import MadePage, made_pdf, show


def picture(content: bytes, page_number: int = 1, *, dots_per_inch: int = 110) -> Image.Image:
    drawn = draw_page(content, page_number, dots_per_inch=dots_per_inch)
    assert drawn is not None
    return Image.open(io.BytesIO(drawn))


def test_page_without_colour_is_grey() -> None:
    drawn = picture(made_pdf(MadePage(content=show(50, 250, "Black on white"))), dots_per_inch=72)
    assert (drawn.format, drawn.mode, drawn.size) == ("PNG", "L", (400, 300))
    assert np.asarray(drawn).min() < 100


def test_red_stays_red() -> None:
    drawn = picture(
        made_pdf(MadePage(content=show(50, 250, "Black") + "1 0 0 rg 100 100 80 80 re f")), dots_per_inch=72
    )
    assert drawn.mode == "P"
    assert len(drawn.getcolors() or []) <= 32
    red, green, blue = drawn.convert("RGB").getpixel((140, 160))  # type: ignore[misc]
    assert red > 200
    assert max(green, blue) < 60


def test_crop_box_and_rotation_are_applied() -> None:
    page = MadePage(content="0 g 100 240 50 50 re f", crop_box=(100, 50, 350, 290), rotate=90)
    drawn = picture(made_pdf(page), dots_per_inch=72)
    assert drawn.size == (240, 250)
    dark = np.argwhere(np.asarray(drawn) < 100)
    assert dark.min(axis=0).tolist() == [0, 190]
    assert dark.max(axis=0).tolist() == [49, 239]


@pytest.mark.parametrize("sides", [(200_000, 200), (90_000, 90_000)])
def test_pictures_of_enormous_pages_are_bounded(sides: tuple[int, int]) -> None:
    drawn = picture(made_pdf(MadePage(content=show(9, 9, "x"), media_box=(0, 0, *sides))), dots_per_inch=300)
    assert max(drawn.size) <= 10_000
    assert drawn.size[0] * drawn.size[1] <= 25_000_000


@pytest.mark.parametrize("page_number", [-1, 0, 2, 2**31])
def test_there_is_no_such_page(page_number: int) -> None:
    assert draw_page(made_pdf(MadePage()), page_number) is None


@pytest.mark.parametrize("content", [b"", b"no pdf", b"%PDF-1.7\n%%EOF"])
def test_what_does_not_open_has_no_picture(content: bytes) -> None:
    assert draw_page(content, 1) is None


def test_pages_asked_for_come_as_pixels_of_the_page_as_displayed() -> None:
    mark = MadePage(content="1 0 0 rg 100 240 50 50 re f", crop_box=(100, 50, 350, 290), rotate=90)
    content = made_pdf(MadePage(content=show(9, 9, "x")), mark)
    (page,) = page_pixels(content, "application/pdf", (2, 3, 0))
    assert (page.page_number, page.width_points, page.height_points) == (2, 240, 250)
    assert (page.width, page.height) == (240 * RECOGNITION_DPI // 72, 250 * RECOGNITION_DPI // 72)
    red = np.argwhere((page.array[..., 0] > 200) & (page.array[..., 1] < 60)) * 72 / RECOGNITION_DPI
    assert red.min(axis=0) == pytest.approx([0, 190], abs=1)
    assert red.max(axis=0) == pytest.approx([50, 240], abs=1)


@pytest.mark.parametrize("sides", [(200_000, 200), (90_000, 90_000), (4, 4)])
def test_pixels_of_enormous_and_of_tiny_pages_are_bounded(sides: tuple[int, int]) -> None:
    content = made_pdf(MadePage(content=show(1, 1, "x"), media_box=(0, 0, *sides)))
    (page,) = page_pixels(content, "application/pdf", (1,))
    assert 1 <= page.width * page.height <= MOST_RASTER_PIXELS
    assert max(page.width, page.height) <= 10_000


@pytest.mark.parametrize("media_type", ["application/pdf", "text/html", "application/octet-stream", ""])
def test_what_cannot_be_drawn_gives_no_pixels(media_type: str) -> None:
    assert list(page_pixels(b"<html>not a page</html>", media_type, (1,))) == []


@pytest.mark.parametrize("colour", ["0 0 0", "0.8 0.1 0.1"])
def test_a_box_is_black_and_no_other_pixel_is_another_for_it(colour: str) -> None:
    pdf = made_pdf(MadePage(content=f"{colour} rg 20 20 200 60 re f\n" + show(60, 200, "Words")))
    plain, black = (
        Image.open(io.BytesIO(draw_page(pdf, 1, black=boxes) or b"")).convert("RGB")
        for boxes in ((), ((50.0, 80.0, 150.0, 110.0), (-5.0, 250.0, 90.0, 999.0), (900.0, 1.0, 950.0, 2.0)))
    )
    scale = 110 / 72
    outside = ImageChops.difference(plain, black)
    for box in ((50, 80, 150, 110), (0, 250, 90, 300)):
        left, top, right, bottom = (side * scale for side in box)
        inside = (int(left) + 1, int(top) + 1, int(right) - 1, int(bottom) - 1)
        assert black.crop(inside).getextrema() == ((0, 0), (0, 0), (0, 0))
        outside.paste((0, 0, 0), (int(left), int(top), int(right) + 1, int(bottom) + 1))
    assert outside.getbbox() is None
