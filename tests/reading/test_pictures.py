"""Picture files: a page a frame, sizes in points, and pixels that are bounded and upright."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from PIL import Image, features

from tenderlight.model.document import Page, ReadState
from tenderlight.model.problem import Problem
from tenderlight.model.reader import Item, OpenOriginal, PageCount, ReadingLimits
from tenderlight.reading import pictures
from tenderlight.reading.detect import media_type
from tenderlight.reading.pdf.page_pictures import page_pixels
from tenderlight.reading.pictures import MOST_RASTER_PIXELS, PictureReader
from tenderlight.reading.recognition.page_pixels import PagePixels

KINDS = ["TIFF", "JPEG", "PNG", "BMP", "GIF", "WEBP"] + (["JPEG2000"] if features.check("jpg_2000") else [])


def written(picture: Image.Image, kind: str = "PNG", **options: Any) -> bytes:
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def corner(size: tuple[int, int] = (300, 150), mode: str = "RGB") -> Image.Image:
    """Return a white picture whose left top quarter is black."""
    picture = Image.new(mode, size, "white")
    picture.paste("black", (0, 0, size[0] // 2, size[1] // 2))
    return picture


def read(content: bytes, limits: ReadingLimits | None = None) -> list[Item]:
    original = OpenOriginal(content=content, media_type=media_type(content))
    return list(PictureReader().read(original, limits or ReadingLimits()))


def pages(items: list[Item]) -> list[tuple[int, float | None, float | None]]:
    found = [item for item in items if isinstance(item, Page)]
    assert all(page.state is ReadState.NOT_READ and not page.text for page in found)
    return [(page.number, page.width, page.height) for page in found]


def codes(items: list[Item]) -> list[tuple[str, int | None]]:
    return [(item.code, item.page_number) for item in items if isinstance(item, Problem)]


def drawn(content: bytes, number: int = 1) -> PagePixels:
    (page,) = page_pixels(content, media_type(content), (number,))
    assert page.page_number == number
    return page


def black_part(page: PagePixels) -> tuple[float, float, float, float]:
    """Return left, top, right and bottom of what is black, as shares of the page."""
    rows, columns = np.nonzero(page.array[..., 0] < 100)
    height, width = page.array.shape[:2]
    return (
        round(columns.min() / width, 2),
        round(rows.min() / height, 2),
        round((columns.max() + 1) / width, 2),
        round((rows.max() + 1) / height, 2),
    )


@pytest.mark.parametrize("kind", KINDS)
def test_a_picture_is_one_page_that_calls_for_recognition(kind: str) -> None:
    content = written(corner(), kind)
    items = read(content)
    assert items[0] == PageCount(count=1)
    assert [number for number, _, _ in pages(items)] == [1]
    assert codes(items) == [("page-needs-recognition", 1)]
    assert black_part(drawn(content)) == (0, 0, 0.5, 0.5)


def test_each_page_of_a_tiff_is_a_page_with_its_own_size() -> None:
    first, second = corner((300, 150)), corner((150, 600))
    content = written(first, "TIFF", save_all=True, append_images=[second], dpi=(150, 150))
    assert pages(read(content)) == [(1, 144, 72), (2, 72, 288)]
    assert (drawn(content, 2).width, drawn(content, 2).height) == (150, 600)
    assert list(page_pixels(content, "image/tiff", (3,))) == []


@pytest.mark.parametrize(("size", "state"), [((1, 1), "read"), ((900, 4), "read"), ((5, 5), "not_read")])
def test_a_frame_in_which_no_letter_has_room_calls_for_nothing(size: tuple[int, int], state: str) -> None:
    flood = written(corner(size), "TIFF", save_all=True, append_images=[corner(size)] * 2)
    items = read(flood)
    assert [page.state.value for page in items if isinstance(page, Page)] == [state] * 3
    assert len(codes(items)) == (0 if state == "read" else 3)


def test_of_moving_pictures_the_first_frame_is_read() -> None:
    frames = [corner(), Image.new("RGB", (300, 150), "red")]
    for kind in ("GIF", "WEBP"):
        content = written(frames[0], kind, save_all=True, append_images=frames[1:])
        assert [number for number, _, _ in pages(read(content))] == [1]
        assert black_part(drawn(content)) == (0, 0, 0.5, 0.5)


@pytest.mark.parametrize(
    ("dpi", "size"),
    [
        ((300, 300), (72, 36)),
        ((72, 72), (300, 150)),
        ((200, 100), (108, 108)),
        ((1, 1), (144, 72)),
        ((5000, 5000), (144, 72)),
        ((1200, 72), (144, 72)),
    ],
)
def test_points_come_from_the_dots_an_inch_where_these_can_be(dpi: tuple[int, int], size: tuple[float, float]) -> None:
    ((_, width, height),) = pages(read(written(corner(), "TIFF", dpi=dpi)))
    assert (width, height) == pytest.approx(size, abs=0.1)


def test_a_fax_with_half_as_many_lines_is_drawn_in_proportion() -> None:
    page = drawn(written(corner((400, 100)), "TIFF", dpi=(200, 100)))
    assert (page.width, page.height) == (400, 200)
    assert (page.width_points, page.height_points) == (144, 72)
    assert black_part(page) == (0, 0, 0.5, 0.5)


@pytest.mark.parametrize(
    ("orientation", "part", "is_turned"),
    [
        (1, (0, 0, 0.5, 0.5), False),
        (2, (0.5, 0, 1, 0.5), False),
        (4, (0, 0.5, 0.5, 1), False),
        (5, (0, 0, 0.5, 0.5), True),
        (7, (0.5, 0.5, 1, 1), True),
        (3, (0.5, 0.5, 1, 1), False),
        (6, (0.5, 0, 1, 0.5), True),
        (8, (0, 0.5, 0.5, 1), True),
    ],
)
def test_the_turn_that_a_camera_noted_is_applied(
    orientation: int, part: tuple[float, float, float, float], is_turned: bool
) -> None:
    exif = Image.Exif()
    exif[274] = orientation
    content = written(corner(), "JPEG", exif=exif, dpi=(150, 150), quality=95)
    assert pages(read(content)) == [(1, 72, 144) if is_turned else (1, 144, 72)]
    assert black_part(drawn(content)) == part


@pytest.mark.parametrize("mode", ["1", "L", "P", "RGBA", "LA", "CMYK", "I;16", "F"])
def test_every_kind_of_colour_comes_as_black_on_white(mode: str) -> None:
    grey = np.asarray(corner(mode="L"))
    if mode == "I;16":
        picture = Image.fromarray(grey.astype(np.uint16) * 16)
    elif mode == "F":
        picture = Image.fromarray(grey.astype(np.float32) * 3 - 100)
    else:
        picture = corner().convert(mode)
    page = drawn(written(picture, "TIFF"))
    assert black_part(page) == (0, 0, 0.5, 0.5)
    assert page.array[-1, -1].min() > 240


def test_transparent_places_are_white() -> None:
    picture = Image.new("RGBA", (300, 150), (0, 0, 0, 0))
    picture.paste((0, 0, 0, 255), (0, 0, 150, 75))
    assert black_part(drawn(written(picture))) == (0, 0, 0.5, 0.5)


def test_large_pictures_are_drawn_smaller() -> None:
    page = drawn(written(Image.new("1", (9000, 9000), 1), dpi=(150, 150)))
    assert page.width * page.height <= MOST_RASTER_PIXELS
    assert page.width == page.height
    long = drawn(written(Image.new("1", (60_000, 100), 1), dpi=(200, 200)))
    assert max(long.width, long.height) <= 10_000


def test_reading_decodes_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    contents = [written(corner(), kind) for kind in KINDS]

    def refuse(*_: object) -> None:
        raise AssertionError("decoded")

    for plugin in (Image.Image, *(Image.open(io.BytesIO(content)).__class__ for content in contents)):
        monkeypatch.setattr(plugin, "load", refuse)
    for content in contents:
        assert codes(read(content)) == [("page-needs-recognition", 1)]


def test_a_bomb_is_not_decoded(monkeypatch: pytest.MonkeyPatch) -> None:
    content = written(Image.new("1", (20_000, 20_000)))
    assert len(content) < 100_000
    assert codes(read(content)) == [("limit-pixels", 1)]
    assert list(page_pixels(content, "image/png", (1,))) == []
    monkeypatch.setattr(pictures, "MOST_PIXELS", 44_999)
    assert codes(read(written(corner()))) == [("limit-pixels", 1)]


def test_more_frames_than_are_read_are_told() -> None:
    frames = [corner((20, 20)) for _ in range(4)]
    content = written(frames[0], "TIFF", save_all=True, append_images=frames[1:])
    items = read(content, replace(ReadingLimits(), pages=3))
    assert [number for number, _, _ in pages(items)] == [1, 2, 3]
    assert codes(items)[-1] == ("limit-pages", None)


@pytest.mark.parametrize("kind", KINDS)
def test_damage_never_leaves_the_reader(kind: str) -> None:
    content = written(corner(), kind)
    found = media_type(content)
    for length in (len(content) // 2, len(content) // 4, 30, 12):
        damaged = content[:length]
        items = list(
            PictureReader().read(OpenOriginal(content=damaged, media_type=media_type(content)), ReadingLimits())
        )
        assert codes(items)
        assert len(list(page_pixels(damaged, media_type(content), (1,)))) <= 1
    for place in range(10, len(content), max(1, len(content) // 60)):
        torn = content[:place] + bytes([content[place] ^ 0xFF]) + content[place + 1 :]
        list(PictureReader().read(OpenOriginal(content=torn, media_type=found), ReadingLimits()))
        list(page_pixels(torn, found, (1,)))


def test_what_is_no_picture_is_damaged() -> None:
    items = list(PictureReader().read(OpenOriginal(content=b"II*\0nonsense", media_type="image/tiff"), ReadingLimits()))
    assert codes(items) == [("picture-damaged", None)]
